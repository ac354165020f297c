"""Spans of every year as boxes: from a day to a day, each a date, an nth weekday of a month, or counted from Easter."""

from __future__ import annotations

from collections.abc import Iterable

from clinic_hours.codecs.osm.box import LONGEST_MONTH, Box, met
from clinic_hours.codecs.osm.syntax import EasterDay, MonthDay, NthDay, Point
from clinic_hours.errors import NotRepresentableError

EARLIEST, LATEST = (3, 22), (4, 25)
"""Between these days of the year lies Easter."""
NEAR = 110
"""Days from Easter by which a month that may lie on either side of it is parted."""


def between(first: Point, last: Point, *, over: bool = True) -> list[Box]:
    """The boxes of the dates from one day to another, over the year's end where the last is before the first.

    Without `over` there are none then.

    >>> [(sorted(box.months or ()), sorted(box.days or ())) for box in between(MonthDay(12, 30), MonthDay(1, 1))]
    [([12], [30, 31]), ([1], [1])]
    """
    starts, ends = _from(first), _until(last)
    (early, late), (soon, far) = _bounds(first), _bounds(last)
    if late <= soon:
        return met(starts, ends)
    if early > far:
        return [*starts, *ends] if over else []
    raise NotRepresentableError("dates of which either end may come first cannot be held")


def _bounds(point: Point) -> tuple[tuple[int, int], tuple[int, int]]:
    """The earliest and the latest day of the year that a point may be."""
    if isinstance(point, MonthDay):
        return (point.month, point.day), (point.month, point.day)
    if isinstance(point, NthDay):
        if point.offset or abs(point.nth) == 5:
            raise NotRepresentableError(
                "dates from or to a day counted from an nth weekday, or a fifth one, cannot be held"
            )
        return (point.month, 1), (point.month, 31)
    return _counted(EARLIEST, point.offset), _counted(LATEST, point.offset)


def _counted(day: tuple[int, int], offset: int) -> tuple[int, int]:
    """A day of the year some days later; 29 February counts."""
    number = sum(LONGEST_MONTH[: day[0] - 1]) + day[1] - 1 + offset
    if not 0 <= number < sum(LONGEST_MONTH):
        raise NotRepresentableError("dates counted from Easter over the end of the year cannot be held")
    month = 0
    while number >= LONGEST_MONTH[month]:
        number -= LONGEST_MONTH[month]
        month += 1
    return month + 1, number + 1


def _months(months: Iterable[int]) -> list[Box]:
    return [Box(months=frozenset({month})) for month in months]


def _from(point: Point) -> list[Box]:
    """The dates of a year from a day on."""
    if isinstance(point, MonthDay):
        whole = point.day == 1
        days = None if whole else frozenset(range(point.day, LONGEST_MONTH[point.month - 1] + 1))
        return [Box(months=frozenset({point.month}), days=days), *_months(range(point.month + 1, 13))]
    (early, _), (late, _) = _bounds(point)
    if isinstance(point, EasterDay):
        near = frozenset(range(point.offset, point.offset + NEAR))
        months = frozenset(range(early, late + 1))
        return [Box(months=months, easter=near), *_months(range(late + 1, 13))]
    # The weekday on or before a date must be the nth or a later one.
    parts: list[Box] = []
    for weekday in range(7):
        since = (weekday - point.weekday) % 7
        low = 7 * (point.nth - 1) + 1 + since if point.nth > 0 else 7 * point.nth + since
        since_then = frozenset(range(low, 32) if point.nth > 0 else range(low, 0))
        parts.append(Box(months=frozenset({early}), days=since_then, weekdays=frozenset({weekday})))
    return [*(part for part in parts if part.days), *_months(range(early + 1, 13))]


def _until(point: Point) -> list[Box]:
    """The dates of a year up to a day; an Easter is not among them."""
    if isinstance(point, MonthDay):
        whole = point.day == LONGEST_MONTH[point.month - 1]
        days = None if whole else frozenset(range(1, point.day + 1))
        return [*_months(range(1, point.month)), Box(months=frozenset({point.month}), days=days)]
    (early, _), (late, _) = _bounds(point)
    if isinstance(point, EasterDay):
        near = frozenset(range(point.offset - NEAR, point.offset))
        return [*_months(range(1, early)), Box(months=frozenset(range(early, late + 1)), easter=near)]
    parts: list[Box] = []
    for weekday in range(7):
        ahead = (point.weekday - weekday) % 7
        high = 7 * point.nth - ahead if point.nth > 0 else 7 * point.nth + 6 - ahead
        until_then = frozenset(range(1 if point.nth > 0 else -31, high + 1))
        parts.append(Box(months=frozenset({early}), days=until_then, weekdays=frozenset({weekday})))
    return [*_months(range(1, early)), *(part for part in parts if part.days)]
