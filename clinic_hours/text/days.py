"""The days that a text names: of the week, of the month, holidays and dates.

::

    days   = part *( ( "," [ "and" ] / "and" / nothing ) part ) [ excepted ] [ "only" ]
    part   = [ "every" ] day [ "to" day ] [ "(" ordinals ")" ] / "daily" / "weekdays" / ordinals day / "every other" day
           / "holidays" / "Christmas Day" / dates            ; dates as in `calendar_words.py`
    ordinals = ordinal *( ( "," / "and" / "to" ) ordinal ) [ "of the month" ]
    excepted = [ "," / "(" ] ( "except" / "closed" ) days [ ")" ]     ; after "closed", days of those before it
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from clinic_hours.text.calendar_words import dated
from clinic_hours.text.cursor import Cursor, MisreadError
from clinic_hours.text.day_range import day_range
from clinic_hours.text.doubts import excerpt
from clinic_hours.text.vocabulary import EVERY_DAY

WEEKDAYS = 0b0011111


class When(NamedTuple):
    """Some days: a set of days of the week, or the nth of them in a month, or every other one; dates; holidays.

    `dates` are in their notation, and `spans` tells that they are more than one day. `holidays` is `all` or `some`.
    """

    days: int = 0
    nth: tuple[int, ...] = ()
    other: bool = False
    dates: str = ""
    spans: bool = False
    holidays: str = ""


class Part(NamedTuple):
    """One member of a list of days, with its tokens and the kind of token before it."""

    when: When
    first: int
    last: int
    before: str


class Days(NamedTuple):
    """A list of days; `season` are the dates on which they hold, `part` the part of the day, 0 the morning, that they name."""

    parts: tuple[Part, ...]
    season: str = ""
    part: int = -1

    @property
    def week(self) -> int:
        """The days of the week that are named plainly."""
        days = 0
        for part in self.parts:
            if not (part.when.nth or part.when.other):
                days |= part.when.days
        return days


def days(c: Cursor) -> Days | None:
    """Read a list of days, or nothing."""
    start = c.at
    parts = _list(c)
    if not parts:
        c.at = start
        return None
    if _excepts(c):
        parts = _without(c, parts)
    c.skip("monthly")
    said = [c.tokens[at].form for at in range(start, c.at) if c.tokens[at].kind == "day" and c.tokens[at].form]
    daypart = int(said[0]) if said else -1
    if c.kind == "part":
        daypart = c.token.value
        c.at += 1
    c.skip("only")
    c.part = daypart
    if any(
        part.when.nth and after.when.days and not after.when.nth and _is_one(after.when.days) and after.before == "and"
        for part, after in pairwise(parts)
    ):
        raise MisreadError("unclear_days", excerpt(c.text(start, c.at)))
    season, kept = _season(parts, closed=start > 0 and c.tokens[start - 1].kind == "closed")
    if c.kind in (":", ",") and c.ahead().kind in ("except", "closed") and not season:
        after = c.at
        c.at += 1
        kept = _without(c, kept)
        c.at = after if kept == parts else c.at
    return Days(tuple(kept), season, daypart)


def _list(c: Cursor) -> list[Part]:
    parts: list[Part] = []
    before = ""
    while True:
        first = c.at
        when = _part(c)
        if when is None:
            break
        parts.append(Part(when, first, c.at, before))
        if c.skip("monthly"):
            parts = _all_nth(parts)
        before = c.kind
        after = c.at
        if before == ",":
            c.skip(",")
            c.skip("and")
        elif before == "and":
            c.skip("and")
        elif before == ":" and when.dates:
            c.skip(":")
        elif before == "(" and when.days and c.ahead().kind in ("month", "date"):
            return _dated_in_brackets(c, parts)
        elif before in (",", "and") or c.kind in ("break",):
            break
        if before in (",", "and") and c.token[:2] == ("break", 1):
            c.at += 1
        if c.at == after and before not in STARTS:
            return parts
        last = c.at
        if _part(c) is None:
            c.at = after
            return parts
        c.at = last
    return parts


def _is_one(days: int) -> bool:
    return not days & (days - 1)


def _all_nth(parts: list[Part]) -> list[Part]:
    """`2nd Tuesday and Thursday of the month`: days after an nth one are nth ones too."""
    nth: tuple[int, ...] = ()
    out: list[Part] = []
    for part in parts:
        nth = part.when.nth or nth
        plain = part.when.days and not part.when.nth and not part.when.other and _is_one(part.when.days)
        out.append(part._replace(when=part.when._replace(nth=nth)) if plain else part)
    return out


def _dated_in_brackets(c: Cursor, parts: list[Part]) -> list[Part]:
    after = c.at
    c.at += 1
    first = c.at
    made = dated(c)
    if made is None or not made.spans or c.kind != ")":
        c.at = after
        return parts
    c.at += 1
    return [*parts, Part(When(dates=made.dates, spans=True), first, c.at, "(")]


STARTS = (
    "day",
    "days",
    "letter",
    "month",
    "ordinal",
    "other",
    "every",
    "holidays",
    "holiday",
    "some",
    "date",
    "five",
    "number",
    "rest",
)


def _part(c: Cursor) -> When | None:
    """Read one member of a list of days, or nothing."""
    start = c.at
    every = c.skip("every")
    kind, value, form, _, _ = c.token
    made: When | None = None
    if kind in ("month", "date", "number", "clock", "ordinal") and not every:
        found = dated(c)
        if found:
            return When(dates=found.dates, spans=found.spans)
    if kind == "other" and c.ahead().kind in ("and", ",") and c.ahead(2).kind == "ordinal" and _is_second(c, c.at):
        c.at += 2
        made = _nth(c)
        made = made and made._replace(nth=(2, *made.nth))
    elif kind == "other":
        c.at += 1
        made = _other(c)
    elif kind == "ordinal":
        made = _nth(c)
    elif kind in ("day", "letter"):
        made = When(days=day_range(c))
    elif kind == "days":
        c.at += 1
        made = When(days=value)
        if form == "mf":
            raise MisreadError("unclear_days", excerpt(c.text(start, c.at)))
    elif kind == "rest" and 0 < c.named < EVERY_DAY:
        c.at += 1
        c.assume("rest_of_week", start, c.at)
        made = When(days=EVERY_DAY & ~c.named)
    elif kind == "five":
        c.at += 1
        c.assume("five_days", start, c.at)
        made = When(days=WEEKDAYS)
    elif kind in ("holidays", "some"):
        c.at += 1
        if kind == "some":
            c.skip("holidays")
        made = When(holidays="all" if kind == "holidays" else "some")
    elif kind == "holiday":
        c.at += 1
        made = When(dates=form)
    elif kind in ("word", "head", "season") and c.ahead().kind == "holidays":
        c.at += 2
        made = When(holidays="some")
    if made is None:
        c.at = start
        return None
    c.named |= made.days
    if made.days and kind in ("day", "letter"):
        return _date_of(c, _qualified(c, made))
    return made


def _is_second(c: Cursor, at: int) -> bool:
    """Whether `every second` is said in a way that may begin `every second and fourth`."""
    said = c.lexed.plain[c.tokens[at].first : c.tokens[at].last]
    return not {"2", "second", "zweiten", "2nd"}.isdisjoint(said)


def _other(c: Cursor) -> When | None:
    second = _is_second(c, c.at - 1)
    c.skip(".")
    if c.kind != "day":
        return None
    made = When(days=day_range(c))
    return made._replace(nth=(2,)) if second and c.stands_at("monthly") else made._replace(other=True)


def _ordinals(c: Cursor) -> tuple[int, ...]:
    """Read `ordinals`; none where none stand here."""
    found: list[int] = []
    while c.kind == "ordinal":
        if found and c.tokens[c.at - 1].kind == "dash":
            found += range(found[-1] + 1, c.token.value)
        found.append(c.token.value)
        c.at += 1
        after = c.at
        c.skip("monthly")
        if c.skip(",", "and", "dash") and c.kind != "ordinal":
            c.at = after
            c.skip("monthly")
            break
    return tuple(dict.fromkeys(found))


def _nth(c: Cursor) -> When | None:
    found = _ordinals(c)
    c.skip("ordinal")
    if c.kind not in ("day", "letter") or not found:
        return None
    made = When(days=day_range(c))
    c.skip("monthly")
    return made._replace(nth=found)


def _qualified(c: Cursor, made: When) -> When:
    """`day [ "(" ] ordinals [ ")" ]`, `day (every other)`."""
    after = c.at
    opened = c.skip("(")
    if not opened:
        c.skip("dash", ",")
    c.skip("every", "only")
    if c.kind == "ordinal":
        found = _ordinals(c)
        if c.token.kind == "day" and made.days == 1 << c.token.value:
            c.at += 1
        c.skip("only", "monthly")
        if (not opened or c.stands_at(")")) and not c.stands_at("day", "letter", "month"):
            c.skip(")")
            return made._replace(nth=found)
    elif c.kind == "other" and (opened or c.at == after):
        c.at += 1
        if not c.stands_at("day", "letter"):
            c.skip(")")
            return made._replace(other=True)
    c.at = after
    return made


def _date_of(c: Cursor, made: When) -> When:
    """The date of `Monday, December 25`, whose day of the week tells nothing more."""
    after = c.at
    if made.days & (made.days - 1) or made.nth or made.other:
        return made
    c.skip(",")
    found = dated(c) if c.kind in ("month", "date", "number", "clock") else None
    if found is None or found.spans:
        c.at = after
        return made
    return When(dates=found.dates)


def _excepts(c: Cursor) -> bool:
    """Whether an exception from the days follows, and not one from hours that follow them."""
    at = c.at + (c.kind in (",", "("))
    return c.tokens[at].kind == "except"


def _without(c: Cursor, parts: list[Part]) -> list[Part]:
    """The days but those that are excepted, or closed; the same list where the exception is about other things."""
    start = c.at
    opened = c.kind == "("
    c.skip(",", "(", ":")
    closed = c.kind == "closed"
    c.at += 1
    named = _list(c)
    cut = 0
    for part in named:
        cut |= part.when.days if not (part.when.nth or part.when.other) else 0
    all_days = 0
    for part in parts:
        all_days |= part.when.days
    plainly = named and all(part.when.days and not part.when.nth and not part.when.other for part in named)
    holidays = named and all(part.when.holidays for part in named)
    if holidays and not closed:
        c.assume("holidays_left_out", start, c.at)
        if opened:
            c.skip(")")
        return parts
    if not plainly or not cut or cut & ~all_days or cut == all_days or (c.kind == "clock" and closed):
        c.at = start
        return parts
    if opened:
        c.skip(")")
    return [
        part._replace(when=part.when._replace(days=part.when.days & ~cut)) for part in parts if part.when.days & ~cut
    ]


def _season(parts: list[Part], *, closed: bool) -> tuple[str, list[Part]]:
    """The dates on which the other days of a list hold, where it has both, and the list without them.

    After `closed`, a comma parts two closures, or a closure from what follows it.
    """
    spans = [part for part in parts if part.when.spans]
    single = parts[0].when.dates and not parts[0].when.spans
    if single and len(parts) > 1 and parts[1].when.days and parts[1].before not in ("and", ","):
        raise MisreadError("unclear_dates", parts[0].when.dates)
    if len(spans) > 1 and any(part.when.days for part in parts):
        raise MisreadError("unclear_dates", " ".join(part.when.dates for part in spans))
    weekly = [part for part in parts if part.when.days]
    if closed and any(part.before == "," for part in parts):
        return "", parts
    if len(spans) != 1 or not weekly or any(part.when.dates and not part.when.spans for part in parts):
        return "", parts
    if spans[0].before == "and" or parts[min(parts.index(spans[0]) + 1, len(parts) - 1)].before == "and":
        return "", parts
    return spans[0].when.dates, [part for part in parts if not part.when.spans]
