"""Two clocks of a text as a range in minutes, with am and pm where the text leaves them out.

How much of itself a clock says is its *form*: `said` (`8am`) or `word` (`noon`); `exact` (`8h30`, `8 Uhr`: on the 24-hour clock);
`24` (0:00, 13:00 and later); `padded` (`08:00`, most likely of a 24-hour clock); `bare` (`8`, `8:30`, `12`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from clinic_hours.hours.minutes import DAY
from clinic_hours.text.vocabulary import Token

HOUR = 60
HALF = DAY // 2


class Span(NamedTuple):
    """A range in minutes of its day, past 1440 where it is past midnight.

    `assumed` is the code of an assumption, `unread` of what stands against any reading, each empty where there is none.
    """

    start: int
    end: int
    assumed: str = ""
    unread: str = ""


EITHER = Span(0, 0, unread="morning_or_evening")
EMPTY = Span(0, 0, unread="not_a_range")


@lru_cache(maxsize=4096)
def span(first: Token, last: Token) -> Span:
    """The range from one clock to another.

    >>> eight, five, noon = Token("clock", 480, "bare"), Token("clock", 300, "bare"), Token("clock", 720, "word")
    >>> span(eight, noon), span(eight, five)
    (Span(start=480, end=720, assumed='bare_hours', unread=''), Span(start=480, end=1020, assumed='bare_hours', unread=''))
    """
    if "exact" in (first.form, last.form):
        night = last.value and last.value < first.value < 15 * HOUR
        return EITHER if night else exact(first.value, last.value)
    match first.form, last.form:
        case "bare", "bare":
            return _both_bare(first.value, last.value)
        case "bare", "24":
            return exact(first.value, last.value)
        case "bare", "padded":
            return EITHER
        case "bare", form:
            return _to(first.value, last.value, "shared_am_pm" if form == "said" else "bare_hours")
        case "24", "bare":
            made = exact(first.value, last.value)
            return made if made.end == _after(first.value, last.value) else EITHER
        case "padded", "bare":
            end = _after(first.value, last.value)
            return Span(first.value, end, "" if end == last.value else "bare_hours")
        case _, "bare":
            return Span(first.value, _after(first.value, last.value), "bare_hours")
        case "padded", "padded":
            afternoon = last.value < first.value or (first.value < 6 * HOUR and last.value < 8 * HOUR)
            return EITHER if afternoon else exact(first.value, last.value)
        case "padded", ("said" | "word"):
            return exact(first.value, last.value) if first.value == _before(last.value or DAY, first.value) else EITHER
        case (("said" | "word"), "padded"):
            made = exact(first.value, last.value)
            return made if made.end == _after(first.value, last.value) else EITHER
        case _:
            return exact(first.value, last.value)


def exact(start: int, end: int) -> Span:
    """The range between two clocks that leave nothing open; an end before its start is past midnight."""
    end = end or (DAY if start else 0)
    if start in (end, DAY):
        return EMPTY
    return Span(start, end if end > start else end + DAY)


def _both_bare(start: int, end: int) -> Span:
    """`8-5`, `12-4`, `1-3`: the hours in which a clinic is most likely open.

    From 8 to 11 it opens in the morning, from 12 to 4 in the afternoon, from 5 to 7 in the morning if it then stays open until
    noon or longer. An afternoon ends before midnight.
    """
    hour = start // HOUR
    opens = start % HALF + HALF * (hour < 5 or hour == 12)
    closes = _after(opens, end)
    if (hour in (5, 6, 7) and closes < HALF) or (opens >= HALF and closes >= DAY):
        return EITHER
    return Span(opens, closes, "bare_hours")


def _to(start: int, end: int, code: str) -> Span:
    """`8-11am`, `9-5pm`, `8-noon`: from the last such hour before the end."""
    opens = _before(end, start)
    if end == 0 or (end >= HALF and opens < 5 * HOUR):
        return EITHER
    return Span(opens % DAY, end + DAY * (opens < 0), code)


def _after(start: int, clock: int) -> int:
    """When a clock without am or pm next shows a time after the start."""
    return start + ((clock - start) % HALF or HALF)


def _before(end: int, clock: int) -> int:
    """When a clock without am or pm last shows a time before the end."""
    return end - ((end - clock) % HALF or HALF)
