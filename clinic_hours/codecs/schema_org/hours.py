"""Hours from the specifications of schema.org and from its text.

The vocabulary does not say which of two specifications holds. Here one with dates holds before one without, and of two with dates
the one of fewer days; the specifications of one day or of the same dates add up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from clinic_hours.codecs.assembling import UNKNOWN_WEEK, day_of, line_of, note_of, read_range, week_of, with_unknown
from clinic_hours.codecs.clocks import read_clock, read_date
from clinic_hours.codecs.documents import Node, Notes
from clinic_hours.codecs.schema_org.text import read_days, read_text, whole
from clinic_hours.codecs.schema_org.vocabulary import DAYS, own, plain, value_of
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.notation import Range
from clinic_hours.hours.special import SeasonalHours, SpecialHours
from clinic_hours.hours.week import NAMES, WeeklyHours

EVERY_DAY = tuple(range(7))
HOLIDAYS = "publicholidays"

Span = tuple[date | None, date | None]


class Specification(NamedTuple):
    """What one specification says: days, none for every day; ranges, `None` where they cannot be told; dates; a reason."""

    node: Node
    days: tuple[int, ...]
    ranges: tuple[Range, ...] | None
    dates: Span
    reason: str


def hours_of(specifications: Node, special: Node, text: Node, notes: Notes) -> dict[str, Any]:
    """The regular, seasonal and special hours that the three properties of a place tell."""
    plain_ones = _read(specifications, notes)
    special_ones = _read(special, notes)
    for each in special_ones:
        if each.dates == (None, None):
            notes.tell("undated-special", each.node.pointer, "special hours without dates are left out")
    undated = [each for each in plain_ones if each.dates == (None, None)]
    regular = _week(undated, specifications, notes) if undated else None
    written = _texts(text, notes)
    if regular is None:
        regular = written
    elif written is not None and written != regular:
        told = "the text tells other hours than the specifications, which hold"
        notes.tell("two-sources", text.pointer, told)
    if regular is None:
        notes.tell("no-regular-hours", specifications.pointer, "no regular hours are told, so they are unknown")
    special_groups = _groups(plain_ones, _is_special) | _groups(special_ones, _is_special)
    seasonal_groups = _groups([*plain_ones, *special_ones], _is_seasonal)
    return {
        "regular_hours": UNKNOWN_WEEK if regular is None else regular,
        "seasonal_hours": _seasons(seasonal_groups, regular, notes),
        "special_hours": [_special(dates, group, notes) for dates, group in special_groups.items()],
    }


def _groups(
    specifications: Iterable[Specification], kind: Callable[[Specification], bool]
) -> dict[Span, list[Specification]]:
    """The specifications of a kind that have dates, by them."""
    groups: dict[Span, list[Specification]] = {}
    for each in specifications:
        if each.dates != (None, None) and kind(each):
            groups.setdefault(each.dates, []).append(each)
    return groups


def _is_seasonal(each: Specification) -> bool:
    """Whether a specification is for some days of the week, and for more than one date."""
    first, last = each.dates
    return bool(each.days) and (first is None or first != last)


def _is_special(each: Specification) -> bool:
    return not _is_seasonal(each)


def _texts(text: Node, notes: Notes) -> WeeklyHours | None:
    """The week that the texts of `openingHours` tell; one that tells no day is none."""
    days: list[list[Range]] = [[] for _ in EVERY_DAY]
    unknown = set[int]()
    read = False
    for item in text.items:
        for named, ranges in read_text(plain(item), notes) or ():
            read = True
            unknown |= set(named) if ranges is None else set()
            for day in named:
                days[day] += ranges or ()
    if not read:
        return None
    return week_of(
        [with_unknown(day) if number in unknown else day for number, day in enumerate(days)], text.pointer, notes
    )


# One specification


def _read(node: Node, notes: Notes) -> list[Specification]:
    found = (_specification(item, notes) for item in node.items)
    return [each for each in found if each is not None]


def _specification(node: Node, notes: Notes) -> Specification | None:
    if not node.is_object:
        notes.tell("unreadable-hours", node.pointer, f"{node.shown} is no OpeningHoursSpecification, and is left out")
        return None
    days = _days(value_of(node, "dayOfWeek"), notes)
    dates = _dates(node, notes)
    if days is None or dates is None:
        return None
    note = note_of(value_of(node, "description"), notes)
    return Specification(node, days, _ranges(node, note, notes), dates, line_of(value_of(node, "name"), notes))


def _days(node: Node, notes: Notes) -> tuple[int, ...] | None:
    """The days that a specification names, none where it is for every day; `None` where it names no day that can be told."""
    if not node or node.value == []:
        return ()
    found: list[int] = []
    for item in node.items:
        named = plain(item)
        text = own((named["@id"] if named["@id"] else value_of(named, "name") if named.is_object else named).text)
        days = read_days(text) if text else None
        if text.casefold() == HOLIDAYS:
            told = "hours on public holidays are left out, because the document does not say which days those are"
            notes.tell("public-holidays", item.pointer, told)
        elif days is None:
            notes.tell(
                "unreadable-day", item.pointer, f"{item.shown} is no day of the week, and its hours are left out"
            )
        else:
            found += days
    return tuple(dict.fromkeys(found)) or None


def _dates(node: Node, notes: Notes) -> Span | None:
    ends = [value_of(node, name) for name in ("validFrom", "validThrough")]
    first, last = (read_date(end, notes) for end in ends)
    for end, day in zip(ends, (first, last), strict=True):
        if end and day is None:
            notes.tell("unreadable-date", end.pointer, f"{end.shown} is no date, and its hours are left out")
            return None
    if first and last and last < first:
        notes.tell(
            "unreadable-date", node.pointer, f"{first} to {last} ends before it starts, and its hours are left out"
        )
        return None
    return first, last


def _ranges(node: Node, note: str, notes: Notes) -> tuple[Range, ...] | None:
    opens, closes = value_of(node, "opens"), value_of(node, "closes")
    if not opens:
        notes.tell("no-opens", node.pointer, "it does not say when it opens, so it is closed")
        return ()
    start, end = read_clock(opens, notes), read_clock(closes, notes)
    if start is None or end is None:
        told = f"{opens.shown} to {closes.shown if closes else 'nothing'} are no hours, so they are unknown"
        notes.tell("unreadable-hours", node.pointer, told)
        return None
    if start == end == 0:
        return ()
    piece = read_range(start, end, note)
    if piece is None:
        told = "it opens and closes at the same time, which is the whole day to some and none to others: it is unknown"
        notes.tell("equal-times", node.pointer, told)
        return None
    return (whole(piece, node, notes) if closes.text != "24:00" else piece,)


# All of them


def _added(specifications: Iterable[Specification]) -> list[Range]:
    """The ranges of some specifications for one day."""
    held = list(specifications)
    ranges = [piece for each in held for piece in each.ranges or ()]
    return with_unknown(ranges) if any(each.ranges is None for each in held) else ranges


def _week(specifications: Sequence[Specification], node: Node, notes: Notes) -> WeeklyHours:
    days = [_added(each for each in specifications if day in (each.days or EVERY_DAY)) for day in EVERY_DAY]
    return week_of(days, node.pointer, notes)


def _special(dates: Span, group: Sequence[Specification], notes: Notes) -> SpecialHours:
    first, last = dates
    node = group[0].node
    if first is not None and first == last:
        day = first.weekday()
        meant = [each for each in group if day in (each.days or EVERY_DAY)]
        if not meant:
            told = f"{first} is a {DAYS[day]}, and not the day that is named; the date holds"
            notes.tell("day-mismatch", node.pointer, told)
        group = meant or group
    hours = day_of(_added(group), node.pointer, notes)
    return SpecialHours(_between(dates), hours, reason=_reason(group))


def _seasons(groups: dict[Span, list[Specification]], regular: WeeklyHours | None, notes: Notes) -> list[SeasonalHours]:
    """The seasons, each with the hours of a longer one around it, or the regular ones, on the days that it does not name."""
    made: dict[Span, SeasonalHours] = {}
    for dates in sorted(groups, key=_length, reverse=True):
        group = groups[dates]
        around = [season.hours for wider, season in made.items() if _holds(wider, dates)]
        usual = around[-1] if around else regular
        named = {day for each in group for day in each.days}
        week = _week(group, group[0].node, notes)
        if usual is not None and any(usual.days[day] for day in EVERY_DAY if day not in named):
            others = {NAMES[day]: usual.days[day] for day in EVERY_DAY if day not in named}
            told = f"days that it does not name, {', '.join(others)}, keep their usual hours"
            notes.tell("unnamed-days", group[0].node.pointer, told)
            days = [(usual if day not in named else week).days[day].plain for day in EVERY_DAY]
            week = week_of(days, group[0].node.pointer, notes)
        made[dates] = SeasonalHours(_between(dates), week, reason=_reason(group))
    return [made[dates] for dates in groups]


def _length(dates: Span) -> int:
    first, last = dates
    return (last or date.max).toordinal() - (first or date.min).toordinal()


def _holds(wider: Span, dates: Span) -> bool:
    (low, high), (first, last) = wider, dates
    return (low or date.min) <= (first or date.min) and (last or date.max) <= (high or date.max)


def _between(dates: Span) -> Dates:
    first, last = dates
    return Dates.between(first or date.min, last)


def _reason(group: Iterable[Specification]) -> str:
    return "; ".join(dict.fromkeys(each.reason for each in group if each.reason))
