"""Days, clocks and dates as Google writes them, and weeks made of its periods."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from clinic_hours.codecs.assembling import day_of, spread, week_of, with_unknown
from clinic_hours.codecs.clocks import read_clock
from clinic_hours.codecs.documents import Node, Notes
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.minutes import DAY, WEEK
from clinic_hours.hours.notation import Range
from clinic_hours.hours.special import SpecialHours
from clinic_hours.hours.week import WeeklyHours

EQUAL = "it opens and closes at the same time, so it is unknown"
OVERNIGHT = "it closes before it opens, which is read as on the next day"


class Period(NamedTuple):
    """A period in minutes of the week, or of some date's midnight; `end` is `None` where it cannot be told."""

    node: Node
    start: int
    end: int | None


def period(node: Node, start: int, end: int | None, notes: Notes) -> Period:
    """A period from its two ends, each with its day; one that ends where it begins, or before, is noted."""
    if end is not None and end == start:
        notes.tell("equal-times", node.pointer, EQUAL)
        end = None
    elif end is not None and end < start and end // DAY == start // DAY:
        notes.tell("past-midnight-assumed", node.pointer, OVERNIGHT)
        end += DAY
    return Period(node, start, end)


def week(periods: Iterable[Period], node: Node, notes: Notes) -> WeeklyHours:
    """The week of some periods."""
    days: list[list[Range]] = [[] for _ in range(7)]
    unknown: set[int] = set()
    for _, start, end in periods:
        if end is None:
            unknown.add(start // DAY % 7)
            continue
        for day, piece in spread(start, end if end > start else end + WEEK):
            days[day].append(piece)
    held = [with_unknown(day) if number in unknown else day for number, day in enumerate(days)]
    return week_of(held, node.pointer, notes)


def special(dated: Iterable[tuple[date, Period | None]], node: Node, notes: Notes) -> list[SpecialHours]:
    """The special hours of some dates, each with a period that begins on it, or `None` for a closure."""
    days: dict[date, list[Period]] = {}
    for day, of_day in dated:
        days.setdefault(day, []).extend([of_day] if of_day else [])
    made: list[SpecialHours] = []
    for day, periods in days.items():
        ranges = [_range(each, each.end, notes) for each in periods if each.end is not None]
        if any(end is None for _, _, end in periods):
            ranges = with_unknown(ranges)
        place = periods[0].node.pointer if periods else node.pointer
        made.append(SpecialHours(Dates.on(day), day_of(ranges, place, notes)))
    return made


def _range(held: Period, end: int, notes: Notes) -> Range:
    """The range of a period; one of more than a day is cut, because special hours are of one date."""
    longest = held.start + DAY - (held.start > 0)
    if end > longest:
        notes.tell("too-long", held.node.pointer, "it lasts longer than a day, and is cut")
    return Range(held.start, min(end, longest))


def time_of_day(node: Node, notes: Notes) -> int | None:
    """The minute of a TimeOfDay, an object that leaves out what is zero, or of a text HH:MM; `None` for any other thing."""
    if not node:
        return 0
    if isinstance(node.value, str):
        return read_clock(node, notes)
    if not node.is_object:
        return None
    parts = [node[name].number if node[name] else 0 for name in ("hours", "minutes", "seconds")]
    hour, minute, second = (-1 if part is None else part for part in parts)
    if not (0 <= hour <= 24 and 0 <= minute <= 59 and second >= 0) or (hour == 24 and minute):
        return None
    if second:
        notes.tell("clock-form", node.pointer, f"its seconds are left out: {hour:02}:{minute:02}")
    return hour * 60 + minute


def calendar_date(node: Node, notes: Notes) -> date | None:
    """A Date, an object of year, month and day; `None`, and a note, where it is no whole date."""
    parts = [node[name].number for name in ("year", "month", "day")]
    try:
        return date(*(part or 0 for part in parts))
    except (ValueError, OverflowError):
        told = "it is no date of a year, month and day, and its hours are left out"
        notes.tell("unreadable-date", node.pointer, told)
        return None
