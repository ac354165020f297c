"""A box: a set of dates that one recurrence rule can name; and what two of them have in common."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from clinic_hours.codecs.osm.syntax import Holiday
from clinic_hours.errors import NotRepresentableError
from clinic_hours.hours.recurrence import easter_day

MOST = 400
"""Boxes that one selection may need at the most."""
LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

EARLIEST, LATEST = date(2027, 3, 21).toordinal(), date(2027, 4, 25).toordinal()
"""Days of a common year between which Easter lies, one more for leap years."""

Numbers = frozenset[int]


@dataclass(frozen=True, slots=True)
class Box:
    """Dates that match all that is given. `days` are days of the month, negative from its end; `nths` are `(nth, weekday)`.

    `step` and `anchor` are every nth year from one on.
    """

    first: date | None = None
    last: date | None = None
    anchor: int | None = None
    step: int = 1
    months: Numbers | None = None
    days: Numbers | None = None
    weekdays: Numbers | None = None
    nths: frozenset[tuple[int, int]] | None = None
    weeks: Numbers | None = None
    easter: Numbers | None = None
    holidays: frozenset[Holiday] = frozenset()

    def on(self, weekdays: Numbers) -> bool:
        """Whether any date of the box may be on one of some weekdays."""
        if self.nths is not None:
            return any(day in weekdays for _, day in self.nths)
        return self.weekdays is None or bool(self.weekdays & weekdays)

    def has(self, day: date) -> bool:
        """Whether a date is in the box, its holidays left aside."""
        beyond = (self.first and day < self.first) or (self.last and day > self.last)
        if beyond or (self.anchor is not None and (day.year - self.anchor) % self.step):
            return False
        from_end = day.day - monthrange(day.year, day.month)[1] - 1
        nths = {((day.day - 1) // 7 + 1, day.weekday()), (-((-from_end - 1) // 7) - 1, day.weekday())}
        asked = (
            (self.months, {day.month}),
            (self.days, {day.day, from_end}),
            (self.weekdays, {day.weekday()}),
            (self.weeks, {day.isocalendar().week}),
            (self.easter, {day.toordinal() - easter_day(day.year)}),
        )
        named = self.nths is None or bool(self.nths & nths)
        return named and all(numbers is None or numbers & given for numbers, given in asked)


ALL = Box()


def meet(one: Box, other: Box) -> Box | None:
    """The dates in both; nothing where there are none. `NotRepresentableError` where no rule can name them."""
    first = max(filter(None, (one.first, other.first)), default=None)
    last = min(filter(None, (one.last, other.last)), default=None)
    if first and last and last < first:
        return None
    parts: dict[str, Any] = {}
    for name in ("months", "weekdays", "weeks", "easter", "nths", "days"):
        mine, theirs = getattr(one, name), getattr(other, name)
        both = mine if theirs is None else theirs if mine is None else mine & theirs
        if name == "days" and mine and theirs and min(mine) * min(theirs) < 0:
            raise NotRepresentableError("days counted from both ends of a month cannot be held together")
        if both is not None and not both:
            return None
        parts[name] = both
    nths, weekdays = parts["nths"], parts["weekdays"]
    if nths is not None and weekdays is not None:
        # An nth weekday names its day by itself.
        parts["nths"], parts["weekdays"] = frozenset(nth for nth in nths if nth[1] in weekdays), None
        if not parts["nths"]:
            return None
    if one.step > 1 and other.step > 1:
        raise NotRepresentableError("two selectors of every nth year cannot be held together")
    stepped = one if one.step > 1 else other
    holidays = one.holidays | other.holidays
    return Box(first, last, stepped.anchor, stepped.step, holidays=holidays, **parts)


def met(some: Sequence[Box], others: Sequence[Box]) -> list[Box]:
    """The boxes of what is in both of two unions."""
    if len(some) * len(others) > MOST:
        raise NotRepresentableError("the dates need too many rules")
    pairs = (meet(one, other) for one in some for other in others)
    return list(dict.fromkeys(box for box in pairs if box is not None and _may_be(box)))


def _may_be(box: Box) -> bool:
    """Whether a day counted from Easter can be in the months and on the days of a box; `False` is certain."""
    if box.easter is None or (box.months is None and box.days is None):
        return True
    for offset in box.easter:
        for number in range(EARLIEST + offset, LATEST + offset + 1):
            day = date.fromordinal(number)
            in_month = box.months is None or day.month in box.months
            if in_month and (box.days is None or day.day in box.days or min(box.days) < 0):
                return True
    return False
