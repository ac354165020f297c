"""Selectors moved by one day: the days after those that a tag names, into which their nights run on."""

from __future__ import annotations

from datetime import date, timedelta

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
    Years,
)
from clinic_hours.errors import NotRepresentableError

COMMON_YEAR = 2027

Groups = tuple[tuple[Selector, ...], ...]


def the_day_after(groups: Groups) -> Groups:
    """The groups that match on the day after those that some groups match; `NotRepresentableError` where none can say it.

    >>> the_day_after(((Months(4, 9),),))
    ((Span(first=MonthDay(month=4, day=2), last=MonthDay(month=10, day=1), first_year=None, last_year=None, step=1),),)
    """
    return tuple(tuple(_moved(selector) for selector in group) for group in groups)


def _moved(selector: Selector) -> Selector:
    if isinstance(selector, Months):
        return Span(MonthDay(selector.first, 2), MonthDay(selector.last % 12 + 1, 1))
    if isinstance(selector, Span) and selector.step == 1:
        first, first_year = _next(selector.first, selector.first_year)
        last, last_year = _next(selector.last, selector.last_year)
        return Span(first, last, first_year, last_year)
    if isinstance(selector, Holiday):
        return Holiday(selector.kind, selector.offset + 1)
    if isinstance(selector, NthWeekdays):
        return NthWeekdays(selector.weekday, selector.nths, selector.offset + 1)
    if isinstance(selector, Weekdays):
        return Weekdays(frozenset((day + 1) % 7 for day in selector.days))
    if isinstance(selector, Years) and selector.step == 1 and selector.last is not None:
        return Span(MonthDay(1, 2), MonthDay(1, 1), selector.first, selector.last + 1)
    raise NotRepresentableError("a night that runs on into other dates than the tag names cannot be held")


def _next(point: Point, year: int | None) -> tuple[Point, int | None]:
    if isinstance(point, EasterDay):
        return EasterDay(point.offset + 1), year
    if isinstance(point, NthDay):
        return NthDay(point.month, point.weekday, point.nth, point.offset + 1), year
    if year is None and point.month == 2 and point.day > 27:
        raise NotRepresentableError("a night that runs on from the end of February cannot be held")
    day = date(COMMON_YEAR if year is None else year, point.month, point.day) + timedelta(days=1)
    return MonthDay(day.month, day.day), None if year is None else day.year
