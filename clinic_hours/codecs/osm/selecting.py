"""`Dates` as the selectors of a tag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from clinic_hours.codecs.osm.box import LONGEST_MONTH
from clinic_hours.codecs.osm.calendar import Holidays
from clinic_hours.codecs.osm.lexer import FIRST_YEAR
from clinic_hours.codecs.osm.recurring import recurring
from clinic_hours.codecs.osm.words import MONTHS, WEEKDAYS
from clinic_hours.hours import date_kinds
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.recurrence import easter_day

FEW = 60
"""Dates of a finite rule that are written one by one."""
SINCE = 2000
"""From this year on a holiday must fall on the day by which it is said."""


@dataclass(frozen=True, slots=True)
class Selection:
    """One selection of dates as a tag writes it: what stands before the days of the week, and those days, if it names any."""

    dates: str
    days: str = ""
    approximate: bool = False


def selections(dates: Dates, holidays: Holidays) -> list[Selection] | None:
    """The selections that together name some dates; nothing where a tag cannot.

    >>> selections(Dates.yearly("12-24", "01-01"), Holidays())
    [Selection(dates='Dec 24-Jan 01', days='', approximate=False)]
    """
    kind = dates.kind
    if isinstance(kind, date_kinds.Span):
        always = (kind.first, kind.last) == (date.min, None)
        return [Selection("", "Mo-Su")] if always else _since(kind.first, kind.last)
    if isinstance(kind, date_kinds.Yearly):
        return [Selection(yearly(kind.first, kind.last))]
    if isinstance(kind, date_kinds.Easter):
        return [Selection(_easter(kind.offset))] if -80 <= kind.offset <= 200 else None
    if isinstance(kind, date_kinds.Holiday):
        return _holiday(kind, holidays)
    found = recurring(kind.rule) if isinstance(kind, date_kinds.Recurring) else None
    return [Selection(*texts) for texts in found] if found is not None else _few(dates)


def _since(first: date, last: date | None) -> list[Selection] | None:
    """A span; no tag names a year before 1900, and none needs to where there is no beginning."""
    start = date(FIRST_YEAR, 1, 1) if first == date.min and (last is None or last.year >= FIRST_YEAR) else first
    return [Selection(text) for text in _span(start, last)] if start.year >= FIRST_YEAR else None


def _few(dates: Dates) -> list[Selection] | None:
    """The dates of a rule that starts and ends, where they are few."""
    first, last = dates.kind.bounds
    if not 1 <= first < last < date.max.toordinal() or "DTSTART" not in str(dates):
        return None
    days = dates.in_range(date.fromordinal(first), date.fromordinal(last))
    said = 0 < len(days) <= FEW and days[0].year >= FIRST_YEAR
    return [Selection(text) for day in days for text in _span(day, day)] if said else None


def _span(first: date, last: date | None) -> Iterator[str]:
    if last is None:
        if (first.month, first.day) == (1, 1):
            yield f"{first.year}+"
        else:
            yield from _span(first, date(first.year, 12, 31))
            if first.year < 9999:
                yield f"{first.year + 1}+"
    elif (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        yield str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    elif (first.year, first.month) == (last.year, last.month):
        yield f"{first.year} {_days_of_month(first.month, first.day, last.day)}"
    else:
        yield f"{first.year} {_day(first.month, first.day)}-{last.year} {_day(last.month, last.day)}"


def yearly(first: tuple[int, int], last: tuple[int, int]) -> str:
    """A day or a range of every year, in whole months where it is.

    >>> yearly((6, 1), (8, 31)), yearly((12, 25), (12, 26))
    ('Jun-Aug', 'Dec 25-26')
    """
    if first[1] == 1 and last[1] == LONGEST_MONTH[last[0] - 1] and (first[0] != last[0] or first <= last):
        return MONTHS[first[0] - 1] if first[0] == last[0] else f"{MONTHS[first[0] - 1]}-{MONTHS[last[0] - 1]}"
    if first[0] == last[0] and first <= last:
        return _days_of_month(first[0], first[1], last[1])
    return f"{_day(*first)}-{_day(*last)}"


def _days_of_month(month: int, first: int, last: int) -> str:
    return _day(month, first) if first == last else f"{_day(month, first)}-{last:02}"


def _day(month: int, day: int) -> str:
    return f"{MONTHS[month - 1]} {day:02}"


def _easter(offset: int) -> str:
    return f"easter {offset:+} day{'s' * (abs(offset) != 1)}" if offset else "easter"


def _holiday(kind: date_kinds.Holiday, holidays: Holidays) -> list[Selection] | None:
    if kind.name == "*":
        same = (kind.country, kind.subdivision) == (holidays.country, holidays.subdivision)
        return [Selection("PH")] if same and not kind.observed else None
    first, last = kind.bounds
    days = [date.fromordinal(day) for day, _ in kind.runs(max(first, date(SINCE, 1, 1).toordinal()), last)]
    said = _the_same(days)
    return [Selection(*said, approximate=True)] if said and not kind.observed else None


def _the_same(days: Sequence[date]) -> tuple[str, str] | None:
    """How some days, one a year, are said by a date, from Easter, or by an nth weekday; nothing where none of these holds."""
    if not days or [day.year for day in days] != list(range(days[0].year, days[-1].year + 1)):
        return None
    ways: tuple[set[tuple[str, str]], ...] = (
        {(_day(day.month, day.day), "") for day in days},
        {(_easter(day.toordinal() - easter_day(day.year)), "") for day in days},
        {_nth(day, (day.day - 1) // 7 + 1) for day in days},
        {_nth(day, -((LONGEST_MONTH[day.month - 1] - day.day) // 7) - 1) for day in days},
    )
    return next((way.pop() for way in ways if len(way) == 1), None)


def _nth(day: date, nth: int) -> tuple[str, str]:
    return MONTHS[day.month - 1], f"{WEEKDAYS[day.weekday()]}[{nth}]"
