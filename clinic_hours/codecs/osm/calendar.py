"""Which dates a selector means: for a window of days a column of flags, one byte a day, 1 where it matches.

This is the definition of what days and dates in a tag mean, day by day, whatever rules are made of them later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from clinic_hours.codecs.osm.syntax import (
    EasterDay,
    Holiday,
    MonthDay,
    Months,
    NthDay,
    NthWeekdays,
    Point,
    Selector,
    Span,
    Weekdays,
    Weeks,
    Years,
)
from clinic_hours.hours import holiday as calendars
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.recurrence import easter_day

Run = tuple[int, int]
"""The first ordinal, and the one behind the last."""


class Window(NamedTuple):
    """Some days in a row, by their ordinals."""

    first: int
    end: int

    @property
    def years(self) -> range:
        """The calendar years that the window touches."""
        return range(date.fromordinal(self.first).year, date.fromordinal(self.end - 1).year + 1)

    def column(self, runs: Iterable[Run]) -> bytes:
        """The flags of some runs of dates."""
        flags = bytearray(self.end - self.first)
        for low, high in runs:
            low, high = max(low, self.first), min(high, self.end)
            if low < high:
                flags[low - self.first : high - self.first] = b"\1" * (high - low)
        return bytes(flags)


class Holidays(NamedTuple):
    """What `PH` and `SH` mean: a calendar of public holidays, and the dates of school holidays; `None` where nobody said."""

    country: str | None = None
    subdivision: str = ""
    school: tuple[Dates, ...] | None = None

    def known(self, kind: str) -> bool:
        """Whether the dates of `PH` or `SH` are known."""
        return (self.country if kind == "PH" else self.school) is not None

    def window(self) -> Window:
        """The days of which the calendar knows, and the ones beside them."""
        first, last = calendars.check_calendar(self.country or "", self.subdivision)
        return Window(_day(first, 1, 1) - 1, _day(last + 1, 1, 1) + 1)

    def runs(self, kind: str, first: int, end: int) -> Iterator[Run]:
        """The holidays that touch some days."""
        if kind == "SH":
            for dates in self.school or ():
                yield from ((a, b + 1) for a, b in dates.runs(first, end - 1))
        elif self.country is not None:
            for year in range(date.fromordinal(first).year, date.fromordinal(end - 1).year + 1):
                for day in calendars.days(self.country, self.subdivision, "*", False, year):
                    yield day, day + 1


def matching(groups: Sequence[Sequence[Selector]], window: Window, holidays: Holidays) -> bytes:
    """The column of the dates that match one selector of each group.

    >>> week = Window(date(2026, 11, 23).toordinal(), date(2026, 11, 30).toordinal())
    >>> list(matching([[Weekdays(frozenset({0, 5}))]], week, Holidays()))
    [1, 0, 0, 0, 0, 1, 0]
    """
    length = window.end - window.first
    flags = int.from_bytes(b"\1" * length, "little")
    for group in groups:
        columns = [window.column(_runs(selector, window, holidays)) for selector in group]
        either = 0
        for column in columns:
            either |= int.from_bytes(column, "little")
        flags &= either
    return flags.to_bytes(length, "little")


def _runs(selector: Selector, window: Window, holidays: Holidays) -> Iterator[Run]:
    """The runs of dates of one selector that touch the window."""
    if isinstance(selector, Years):
        yield from _years(selector, window)
    elif isinstance(selector, Months):
        months = [(selector.first - 1 + count) % 12 + 1 for count in range((selector.last - selector.first) % 12 + 1)]
        yield from ((_day(year, month, 1), _day(year, month + 1, 1)) for year in window.years for month in months)
    elif isinstance(selector, Span):
        yield from _stepped(_span(selector, window), selector.step)
    elif isinstance(selector, Weeks):
        yield from _weeks(selector, window)
    elif isinstance(selector, Holiday):
        low, high = max(window.first - selector.offset, 1), window.end - selector.offset
        yield from ((a + selector.offset, b + selector.offset) for a, b in holidays.runs(selector.kind, low, high))
    elif isinstance(selector, Weekdays):
        yield from ((day, day + 1) for day in range(window.first, window.end) if (day - 1) % 7 in selector.days)
    else:
        yield from _nth_weekdays(selector, window)


def _years(selector: Years, window: Window) -> Iterator[Run]:
    for year in window.years:
        if year >= selector.first and (selector.last is None or year <= selector.last):
            if (year - selector.first) % selector.step == 0:
                yield _day(year, 1, 1), _day(year + 1, 1, 1)


def _weeks(selector: Weeks, window: Window) -> Iterator[Run]:
    for year in range(window.years[0] - 1, window.years[-1] + 2):
        monday, following = _first_monday(year), _first_monday(year + 1)
        for week in range(selector.first, selector.last + 1, selector.step):
            start = monday + 7 * (week - 1)
            if start < following:
                yield start, start + 7


def _first_monday(year: int) -> int:
    """The Monday of a year's ISO week 1, the one with 4 January in it."""
    fourth = _day(year, 1, 4)
    return fourth - (fourth - 1) % 7


def _nth_weekdays(selector: NthWeekdays, window: Window) -> Iterator[Run]:
    for year in range(window.years[0] - 1, window.years[-1] + 2):
        for month in range(1, 13):
            for nth in selector.nths:
                day = _nth(year, month, selector.weekday, nth)
                if day is not None:
                    yield day + selector.offset, day + selector.offset + 1


def _span(span: Span, window: Window) -> Iterator[Run]:
    if span.first_year is not None and span.last_year is not None:
        first, end = _start(span.first, span.first_year), _end(span, span.last_year)
        if first is not None and end is not None:
            yield first, end
        return
    for year in range(window.years[0] - 1, window.years[-1] + 2):
        first, end = _start(span.first, year), _end(span, year)
        if first is None or end is None:
            continue
        if first < end or (first == end and not _backwards(span)):
            yield first, end
        else:
            yield _day(year, 1, 1), end
            yield first, _day(year + 1, 1, 1)


def _backwards(span: Span) -> bool:
    """Whether a span of every year ends on an earlier day of the year than it starts."""
    first, last = span.first, span.last
    if isinstance(first, MonthDay) and isinstance(last, MonthDay):
        return (last.month, last.day) < (first.month, first.day)
    return False


def _stepped(runs: Iterator[Run], step: int) -> Iterator[Run]:
    for low, high in runs:
        if step == 1:
            yield low, high
        else:
            yield from ((day, day + 1) for day in range(low, high, step))


def _start(point: Point, year: int) -> int | None:
    """The ordinal of a point in a year; nothing where the year has none."""
    if isinstance(point, EasterDay):
        return easter_day(year) + point.offset if 1 <= year <= 9999 else None
    if isinstance(point, NthDay):
        day = _nth(year, point.month, point.weekday, point.nth)
        return None if day is None else day + point.offset
    if (point.month, point.day) == (2, 29):
        return _day(year, 3, 1) - (_day(year, 3, 1) - _day(year, 2, 1) == 29)
    return _day(year, point.month, point.day)


def _end(span: Span, year: int) -> int | None:
    """The ordinal behind the last date of a span; an Easter at the end of a longer one is left out."""
    last = span.last
    if (last, span.last_year) == (span.first, span.first_year) or not isinstance(last, EasterDay):
        if isinstance(last, MonthDay) and (last.month, last.day) == (2, 29):
            return _day(year, 3, 1)
        point = _start(last, year)
        return None if point is None else point + 1
    return _start(last, year)


def _nth(year: int, month: int, weekday: int, nth: int) -> int | None:
    """The ordinal of a month's nth weekday; nothing where it has no such one."""
    first, end = _day(year, month, 1), _day(year, month + 1, 1)
    if nth > 0:
        day = first + (weekday - (first - 1)) % 7 + 7 * (nth - 1)
        return day if day < end else None
    day = end - 1 - ((end - 2) - weekday) % 7 + 7 * (nth + 1)
    return day if day >= first else None


def _day(year: int, month: int, day: int) -> int:
    """The ordinal of a date; month 13 is next January, and years outside of the calendar are at its edges."""
    year, month = (year + 1, 1) if month == 13 else (year, month)
    if not 1 <= year <= 9999:
        return 0 if year < 1 else date.max.toordinal() + 1
    return date(year, month, day).toordinal()
