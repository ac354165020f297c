"""The hours that a text names: ranges, with or without am and pm, and whole days.

::

    hours  = range [ state ] *( ( "," / "and" / column / nothing ) range [ state ] ) / "open 24 hours" / state
    range  = [ "opens" ] clock ( "to" / "closes" / column ) clock / "between" clock "and" clock
    clock  = [ part-of-day ] number [ "am" / "pm" ] / "noon" / "midnight"
    state  = "by appointment" / "hours may differ"                 ; in brackets too
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.notation import Range, write_range
from clinic_hours.hours.weekday import State
from clinic_hours.text.calendar_words import dated
from clinic_hours.text.clocks import HALF, HOUR, Span, exact, span
from clinic_hours.text.cursor import Cursor, MisreadError
from clinic_hours.text.doubts import Assumption, excerpt
from clinic_hours.text.notes import STATES
from clinic_hours.text.vocabulary import Tok, Token

PARTS = ((0, HALF), (HALF, DAY), (17 * HOUR, DAY))
"""The morning, the afternoon and the evening, where they are closed as a whole."""
TOLD_PARTS = ("in the morning", "in the afternoon", "in the evening")


MOST_COLUMNS = 8


class Hours(NamedTuple):
    """The ranges of a day, in the order of the text; `whole` tells that no clock was said."""

    ranges: tuple[Range, ...]
    whole: bool = False


def hours(c: Cursor) -> Hours | None:
    """Read the hours of a day, or nothing; `MisreadError` where a range cannot be."""
    kind = c.kind
    if kind in ("all day", *STATES):
        c.at += 1
        return Hours((Range(0, DAY, STATES.get(kind, State.OPEN)),), True)
    start, columns = c.at, _columns(c)
    first = _range(c, columns)
    if first is None:
        c.at = start
        return None
    found = [first]
    while True:
        after = c.at
        c.skip(",", "and", "cell", ":")
        if dated(c) is not None:
            c.at = after
            break
        more = _range(c, columns) if c.kind in ("clock", "part", "between", "opens") else None
        if more is None:
            c.at = after
            break
        found.append(more)
    return Hours(tuple(found))


def in_order(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """The ranges of a day by their start; `MisreadError` where two overlap."""
    out = sorted(ranges)
    for before, after in pairwise(out):
        if before.end > after.start:
            raise MisreadError("overlap", overlapping(before, after))
    return tuple(out)


def overlapping(first: Range, second: Range) -> str:
    """Two ranges of a day that overlap, told.

    >>> overlapping(Range(540, 720), Range(660, 780))
    '09:00-12:00 and 11:00-13:00 overlap'
    """
    return f"{write_range(*first[:2])} and {write_range(*second[:2])} overlap"


def _columns(c: Cursor) -> bool:
    """Whether the clocks that stand here are in columns of their own: `8:00 | 12:00 | 13:00 | 17:00`."""
    at, clocks = c.at, 0
    while clocks < MOST_COLUMNS and c.tokens[at].kind == "clock" and c.tokens[at + 1].kind == "cell":
        at, clocks = at + 2, clocks + 1
    clocks += c.tokens[at].kind == "clock" and c.tokens[at + 1].kind != "dash"
    return clocks >= 2 and clocks % 2 == 0


def _range(c: Cursor, columns: bool) -> Range | None:
    """Read one range, or nothing."""
    start = c.at
    between = c.skip("between")
    part = c.token.value if c.kind == "part" else c.part
    c.skip("part", "opens", ":")
    if c.kind != "clock":
        _refuse_number(c, start)
        c.at = start
        return None
    first = c.token
    c.at += 1
    c.part = -1
    if not _to(c, between, columns):
        c.at = start
        return None
    last = c.token
    if last.kind != "clock":
        raise MisreadError("not_a_clock", excerpt(c.text(c.at, c.at + 1)))
    c.at += 1
    made = _spanned(c, first, last, part)
    if made.unread:
        raise MisreadError(made.unread, excerpt(c.text(start, c.at)))
    if made.assumed:
        text = excerpt(c.text(start, c.at))
        told = f"{text} read as {write_range(made.start, made.end)}"
        c.assumed.append(Assumption(made.assumed, *c.lexed.place(first.first, last.last), told))
    if columns:
        c.assume("columns", start, c.at)
    return Range(made.start, made.end)


def _refuse_number(c: Cursor, start: int) -> None:
    """A number that no clock shows, where one is meant."""
    if c.kind == "number" and c.ahead().kind == "dash" and c.ahead(2).kind in ("clock", "number"):
        raise MisreadError("not_a_clock", excerpt(c.text(c.at, c.at + 1)))


def _to(c: Cursor, between: bool, columns: bool) -> bool:
    """Pass what stands between two clocks of a range; whether it does."""
    after = c.at
    if c.kind == "dash":
        c.at += 1
        c.skip("dash", "closes")
        return c.stands_at("clock", "number")
    c.skip("and", ",", "cell", ":", "break") if c.kind != "break" or c.ahead().kind == "closes" else None
    if c.skip("closes"):
        c.skip(":")
        return c.kind == "clock"
    c.at = after
    if (between and c.kind == "and" and c.ahead().kind == "clock") or (
        columns and c.kind == "cell" and c.ahead().kind == "clock"
    ):
        c.at += 1
        return True
    return False


def _is_literal(c: Cursor, clocks: tuple[Tok, Tok]) -> bool:
    """Whether two clocks are what they show, also where the range is a night that begins in the morning.

    They are in a language of the 24-hour clock, with its mark (`8 h`, `Uhr`) or in two digits each. In Spanish, which has both
    clocks, two digits alone do not tell.
    """
    language = c.tongue.words.language
    if language == "en" or not c.clock24:
        return False
    if any(clock.form == "exact" for clock in clocks):
        return True
    return language != "es" and all(clock.form == "word" or _in_two_digits(c, clock) for clock in clocks)


def _in_two_digits(c: Cursor, clock: Tok) -> bool:
    """Whether a clock is written with two digits for its hours, and with its minutes."""
    written = c.lexed.pieces[clock.first].rstrip()
    return written[:2].isdigit() and len(written) >= 5


def _spanned(c: Cursor, first: Tok, last: Tok, part: int) -> Span:
    """The range from one clock to another, on the 24-hour clock where the language has it."""
    one, two = Token(*first[:3]), Token(*last[:3])
    plain = ("bare", "padded")
    if _is_literal(c, (first, last)):
        return exact(one.value, two.value)
    if one.form in plain and two.form in plain:
        if c.clock24 and 6 * HOUR <= one.value < two.value:
            one, two = one._replace(form="exact"), two._replace(form="exact")
        elif part > 0 and one.value < two.value <= HALF - 1 and two.value + HALF < DAY:
            return Span(one.value + HALF, two.value + HALF, "bare_hours")
        elif part == 0 and one.value < two.value <= HALF + HOUR:
            return Span(one.value, two.value, "bare_hours")
    return span(one, two)
