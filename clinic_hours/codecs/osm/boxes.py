"""Selectors as boxes: each a set of dates that one recurrence rule can name; and boxes as `Dates`.

A *box* is a conjunction: dates between two, in some months, on some days of the month, weekdays, ISO weeks, days counted from
Easter, holidays. What a selector says is a union of boxes; what several groups say together is the union of the pairwise meets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

from clinic_hours.codecs.osm.box import ALL, Box, met
from clinic_hours.codecs.osm.calendar import Holidays, Window, matching
from clinic_hours.codecs.osm.enumerating import enumerated
from clinic_hours.codecs.osm.spans import between
from clinic_hours.codecs.osm.syntax import (
    EasterDay,
    Holiday,
    MonthDay,
    Months,
    NthWeekdays,
    Selector,
    Span,
    Weekdays,
    Weeks,
    Years,
)
from clinic_hours.codecs.osm.words import WEEKDAYS
from clinic_hours.errors import NotRepresentableError
from clinic_hours.hours import date_kinds
from clinic_hours.hours.dates import Dates

WHOLE_WEEK = frozenset(range(7))
ONE_DAY = timedelta(days=1)
FEW_DAYS = 1500
MOST_SPANS = 12
"""Spans in which the dates of a rule of so few days are listed at the most."""


def boxes_of(groups: Iterable[Sequence[Selector]], holidays: Holidays) -> list[Box]:
    """The boxes of some groups that must all match.

    >>> [box.months for box in boxes_of([[Months(6, 8)], [Weeks(20, 30)]], Holidays())]
    [frozenset({8, 6, 7})]
    """
    found = [ALL]
    for group in groups:
        found = met(found, [box for selector in group for box in _boxes(selector, holidays)])
    return found


def _boxes(selector: Selector, holidays: Holidays) -> list[Box]:
    if isinstance(selector, Years):
        first = date(selector.first, 1, 1)
        last = date(selector.last, 12, 31) if selector.last else None
        return [Box(first, last, selector.first if selector.step > 1 else None, selector.step)]
    if isinstance(selector, Months):
        months = {(selector.first - 1 + count) % 12 + 1 for count in range((selector.last - selector.first) % 12 + 1)}
        return [Box(months=frozenset(months))]
    if isinstance(selector, Weeks):
        return [Box(weeks=frozenset(range(selector.first, selector.last + 1, selector.step)))]
    if isinstance(selector, Holiday):
        if selector.kind == "PH":
            return [Box(holidays=frozenset({selector}))]
        return [box for dates in holidays.school or () for box in _school(dates)]
    if isinstance(selector, Weekdays):
        return [Box(weekdays=selector.days)]
    if isinstance(selector, NthWeekdays):
        if not selector.offset:
            return [Box(nths=frozenset((nth, selector.weekday) for nth in selector.nths))]
        return [box for nth in selector.nths for box in _counted(nth, selector.weekday, selector.offset)]
    return _span(selector)


def _counted(nth: int, weekday: int, offset: int) -> list[Box]:
    """A day counted from the nth weekday of a month: one of seven days of the month, that may be in the month beside it."""
    if abs(nth) == 5:
        raise NotRepresentableError("days counted from a fifth weekday, which not every month has, cannot be held")
    first = 7 * (nth - 1) + 1 if nth > 0 else 7 * nth
    days = [first + offset + count for count in range(7)]
    weekdays = frozenset({(weekday + offset) % 7})
    if nth > 0:
        inside, beyond = [day for day in days if day > 0], [day - 1 for day in days if day <= 0]
    else:
        inside, beyond = [day for day in days if day < 0], [day + 1 for day in days if day >= 0]
    found = [Box(days=frozenset(inside), weekdays=weekdays)] if inside else []
    if beyond:
        found.append(Box(days=frozenset(beyond), weekdays=weekdays))
    if nth > 0 and days[-1] > 28:
        raise NotRepresentableError("days counted from a weekday over the end of a month cannot be held")
    if nth < 0 and days[0] < -28:
        raise NotRepresentableError("days counted from a weekday over the start of a month cannot be held")
    return found


def _span(span: Span) -> list[Box]:
    first, last = span.first, span.last
    moves = not (isinstance(first, MonthDay) and isinstance(last, MonthDay))
    if moves and span.first_year != span.last_year:
        raise NotRepresentableError("dates from a day that moves in one year to one in another cannot be held")
    if isinstance(first, EasterDay) and isinstance(last, EasterDay):
        offsets = range(first.offset, last.offset + (span.first == span.last))
        if not offsets:
            raise NotRepresentableError("dates from Easter round the year to Easter cannot be held")
        return [_of_years(Box(easter=frozenset(offsets)), span)]
    if not (isinstance(first, MonthDay) and isinstance(last, MonthDay)):
        return [_of_years(box, span) for box in between(first, last, over=span.first_year is None)]
    if span.first_year is not None and span.last_year is not None:
        low, high = _dated(span.first_year, first), _dated(span.last_year, last, end=True)
        if span.step == 1:
            return [Box(low, high)] if low <= high else []
        days = frozenset(range(first.day, last.day + 1, span.step))
        return [Box(low, high, months=frozenset({first.month}), days=days)]
    if span.step > 1:
        return [Box(months=frozenset({first.month}), days=frozenset(range(first.day, last.day + 1, span.step)))]
    return between(first, last)


def _school(dates: Dates) -> list[Box]:
    """The boxes of one of the school's holidays."""
    kind = dates.kind
    if isinstance(kind, date_kinds.Span):
        return [Box(kind.first, kind.last)]
    if isinstance(kind, date_kinds.Yearly):
        return _span(Span(MonthDay(*kind.first), MonthDay(*kind.last)))
    raise NotRepresentableError(f"school holidays are given as dates or as a range of every year, not {str(dates)!r}")


def _of_years(box: Box, span: Span) -> Box:
    if span.first_year is None or span.last_year is None:
        return box
    return replace(box, first=date(span.first_year, 1, 1), last=date(span.last_year, 12, 31))


def _dated(year: int, day: MonthDay, end: bool = False) -> date:
    """A day of a year; 29 February is the day beside it in a common one."""
    try:
        return date(year, day.month, day.day)
    except ValueError:
        return date(year, 2, 28) if end else date(year, 3, 1)


def merged(boxes: Sequence[Box]) -> list[Box]:
    """The same dates in fewer boxes: those that differ in their months alone, or in their nth weekdays, are one."""
    return _merged(_merged(boxes, "months"), "nths")


def _merged(boxes: Sequence[Box], name: str) -> list[Box]:
    by_rest: dict[Box, frozenset[Any] | None] = {}
    for number, box in enumerate(boxes):
        held: frozenset[Any] | None = getattr(box, name)
        # A box without any stands for itself: the number keeps it apart.
        rest = _with(box, name, None if held is not None else frozenset({-number}))
        by_rest[rest] = None if held is None else (by_rest.get(rest) or frozenset()) | held
    return [_with(rest, name, held) for rest, held in by_rest.items()]


def _with(box: Box, name: str, held: frozenset[Any] | None) -> Box:
    changes: dict[str, Any] = {name: held}
    return replace(box, **changes)


def dates_of(box: Box, holidays: Holidays, plain: bool, weekdays: frozenset[int] = WHOLE_WEEK) -> list[Dates]:
    """A box as dates; with `plain` always as a recurrence, so that all are of one length and the order of rules decides.

    >>> dates_of(Box(months=frozenset({8}), weekdays=frozenset({0, 1})), Holidays(), plain=False)
    [Dates.parse('RRULE:FREQ=YEARLY;BYMONTH=8;BYDAY=MO,TU')]
    """
    given = {field.name for field in fields(box) if getattr(box, field.name) != field.default}
    if given == {"holidays"} and box.holidays == frozenset({Holiday("PH")}):
        return [Dates.holidays(holidays.country or "", subdivision=holidays.subdivision)]
    if box.holidays:
        named = enumerated(_holidays(box, holidays))
        return [dates for dates in named if _on(dates, weekdays, holidays.window())]
    if not plain and given <= {"first", "last"} and box.first:
        return [Dates.between(box.first, box.last)]
    if box.first and box.last and len(given) > 2 and (box.last - box.first).days < FEW_DAYS:
        return _listed(Dates.recurring(_rule(box), _start(box)), box.first, box.last, plain)
    if not plain and given == {"easter"} and box.easter and len(box.easter) == 1:
        return [Dates.easter(*box.easter)]
    return [Dates.recurring(_rule(box), _start(box))]


def _listed(dates: Dates, first: date, last: date, plain: bool) -> list[Dates]:
    """The dates of a rule that ends, as spans where they are few."""
    days = dates.in_range(first, last)
    starts = [day for day in days if day - ONE_DAY not in days]
    ends = [day for day in days if day + ONE_DAY not in days]
    if len(starts) > MOST_SPANS:
        return [dates]
    boxes = [Box(*ends_of) for ends_of in zip(starts, ends, strict=True)]
    return [each for box in boxes for each in dates_of(box, Holidays(), plain)]


def _on(dates: Dates, weekdays: frozenset[int], window: Window) -> bool:
    """Whether any of some dates is on one of some weekdays."""
    runs = dates.runs(window.first, window.end - 1)
    return any((day - 1) % 7 in weekdays for low, high in runs for day in range(low, high + 1))


def _holidays(box: Box, holidays: Holidays) -> list[int]:
    """The holidays of a calendar, or the days beside them, that are in a box."""
    window = holidays.window()
    flags = matching([[holiday] for holiday in box.holidays], window, holidays)
    days = (window.first + number for number, flag in enumerate(flags) if flag)
    return [day for day in days if box.has(date.fromordinal(day))]


def _start(box: Box) -> date | None:
    """The date from which a rule counts: the first of a year that its interval takes."""
    if box.first is None or box.anchor is None or (box.first.year - box.anchor) % box.step == 0:
        return box.first
    return date(box.first.year + box.step - (box.first.year - box.anchor) % box.step, 1, 1)


def _rule(box: Box) -> str:
    parts = {"FREQ": "YEARLY"}
    if box.step > 1:
        parts["INTERVAL"] = str(box.step)
    if box.last is not None:
        parts["UNTIL"] = f"{box.last:%Y%m%d}" if box.last.year > 999 else f"{box.last.year:04}{box.last:%m%d}"
    for key, numbers in (
        ("BYMONTH", box.months),
        ("BYMONTHDAY", box.days),
        ("BYWEEKNO", box.weeks),
        ("BYEASTER", box.easter),
    ):
        if numbers is not None:
            parts[key] = ",".join(map(str, sorted(numbers)))
    days = _by_day(box)
    if days:
        parts["BYDAY"] = days
    if not any(key in parts for key in ("BYMONTHDAY", "BYWEEKNO", "BYEASTER", "BYDAY")):
        if box.step == 1:
            parts["FREQ"] = "DAILY"
        else:
            parts["BYMONTHDAY"] = ",".join(map(str, range(1, 32)))
    if box.nths is not None and box.months is None:
        if box.weeks is not None or box.easter is not None or box.step > 1:
            parts["BYMONTH"] = ",".join(map(str, range(1, 13)))
        else:
            parts["FREQ"] = "MONTHLY"
    return ";".join(f"{key}={value}" for key, value in parts.items())


def _by_day(box: Box) -> str:
    codes = [day.upper() for day in WEEKDAYS]
    if box.nths is not None:
        return ",".join(f"{nth}{codes[day]}" for nth, day in sorted(box.nths))
    return ",".join(codes[day] for day in sorted(box.weekdays)) if box.weekdays is not None else ""
