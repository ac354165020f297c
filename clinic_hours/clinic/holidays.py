"""Public holidays that nobody has decided about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from clinic_hours.hours import holiday as calendars
from clinic_hours.hours.date_kinds import ONCE_A_YEAR, Holiday
from clinic_hours.hours.special import SpecialHours
from clinic_hours.hours.weekday import State
from clinic_hours.location import Location
from clinic_hours.timeline.rules import DayPlan

if TYPE_CHECKING:
    from clinic_hours.clinic.clinic import Clinic


class UndecidedHoliday(NamedTuple):
    """A public holiday on which a location would be open, though no rule says so: the date, its name, whose it is, and where.

    `calendar` is the country, or the country and its subdivision, as `US-NJ`; `location` is an id.
    """

    day: date
    name: str
    calendar: str
    location: str

    def __str__(self) -> str:
        return f"{self.day} {self.name}: {self.location} would be open"


def undecided_holidays(clinic: Clinic, first: date, last: date) -> list[UndecidedHoliday]:
    """The undecided holidays of a clinic's locations from a date to another, both included, in the order of their dates."""
    found: list[UndecidedHoliday] = []
    for location in clinic:
        excepted = [rule for rule in clinic.special_hours if location.key in rule.except_locations]
        found += _of_location(location, excepted, first, last)
    return sorted(found, key=lambda holiday: holiday.day)


def calendars_of(location: Location) -> list[tuple[str, str]]:
    """The holiday calendars that matter to a location: that of its address, then those that its rules name."""
    address = location.address
    own = calendars.calendar_of(address.country, address.region) if address and address.country else None
    lists = (location.special_hours, location.seasonal_hours, location.breaks)
    kinds = [rule.dates.kind for rules in lists for rule in rules]
    named = [(kind.country, kind.subdivision) for kind in kinds if isinstance(kind, Holiday)]
    return list(dict.fromkeys([*([own] if own else []), *named]))


def _of_location(
    location: Location, excepted: Sequence[SpecialHours], first: date, last: date
) -> Iterator[UndecidedHoliday]:
    told: set[date] = set()
    for country, subdivision in calendars_of(location):
        for day, name in calendars.holidays_between(country, subdivision, first, last):
            apart = [rule for rule in excepted if rule.dates.matches(day)]
            if day not in told and _is_undecided(location.plan_on(day), apart):
                told.add(day)
                calendar = f"{country}-{subdivision}" if subdivision else country
                yield UndecidedHoliday(day, name, calendar, location.key)


def _is_undecided(plan: DayPlan, excepted: Sequence[SpecialHours]) -> bool:
    """Whether it would be open, and no rule names the date alone, be it to say that it does not hold here."""
    rules = [rule for rule in (plan.rule, *excepted) if isinstance(rule, SpecialHours)]
    on_purpose = any(rule.dates.kind.rarity <= ONCE_A_YEAR and rule.dates.kind.length == 1 for rule in rules)
    return not on_purpose and any(hours.state is State.OPEN for hours in plan.hours)
