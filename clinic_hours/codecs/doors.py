"""What is encoded: locations and services with all the rules that hold for them, and where each rule stands in the value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.documents import Notes, shown
from clinic_hours.errors import InvalidWindowError, WrongTypeError
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.location import Door, Location
from clinic_hours.timeline.instant import day_of, instant_of

YEAR, ONE_DAY = timedelta(days=365), timedelta(days=1)
MOST_DAYS = 3660
"""Days of a window at the most."""

AnyRule = SpecialHours | SeasonalHours | Break


@dataclass(frozen=True, slots=True)
class Placed:
    """A location or a service to be encoded, with the pointer to it and to each of its rules in the value that was given."""

    door: Door
    place: str
    rules: tuple[tuple[str, AnyRule], ...]
    services: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True)
class Window:
    """The dates for which a format is told what it cannot say by a rule, from the first to the last, both included.

    The night before the first date is told too, for what runs on past its midnight.

    >>> Window.of(date(2026, 1, 1), None, []).until
    datetime.date(2027, 1, 1)
    """

    first: date
    until: date

    @classmethod
    def of(cls, first: date | None, until: date | None, placed: Sequence[Placed]) -> Window:
        """The window that a caller asks for: from today, of the first place that knows what day it is, and a year long.

        Raises `InvalidWindowError` where it ends before it starts, or is longer than ten years.
        """
        if first is None:
            zones = [each.door.zone for each in placed if each.door.timezone is not None]
            now = instant_of(None)
            first = (now.astimezone(zones[0]) if zones else now).date()
        first = day_of(first)
        until = first + min(YEAR, date.max - first) if until is None else day_of(until)
        if until < first:
            raise InvalidWindowError(f"the window ends before it starts: {first} to {until}")
        if (until - first).days > MOST_DAYS:
            raise InvalidWindowError(f"the window from {first} to {until} is longer than ten years; end it earlier")
        # Nights begin on the day before, and end on the day after.
        return cls(max(first, date.min + ONE_DAY), min(until, date.max - ONE_DAY))

    def dates(self) -> Iterator[date]:
        """The dates, the one before the first included."""
        for ordinal in range(self.first.toordinal() - 1, self.until.toordinal() + 1):
            yield date.fromordinal(ordinal)


def doors_of(value: object, notes: Notes) -> tuple[Placed, ...]:
    """The locations of what is to be encoded, each with its services; `WrongTypeError` for any other thing."""
    if isinstance(value, Location):
        return (_placed(value, value, "", ()),)
    if not isinstance(value, Clinic):
        raise WrongTypeError(f"a Location or a Clinic is encoded, not {type(value).__name__}")
    made: list[Placed] = []
    for number, (bound, given) in enumerate(zip(value, value.locations, strict=True)):
        shared: list[tuple[str, AnyRule]] = []
        for kind in ("special_hours", "seasonal_hours"):
            rules: tuple[SpecialHours | SeasonalHours, ...] = getattr(value, kind)
            shared += [
                (f"/{kind}/{place}", rule) for place, rule in enumerate(rules) if bound.key not in rule.except_locations
            ]
        made.append(_placed(bound, given, f"/locations/{number}", shared))
    return tuple(made)


def tell_zones(placed: Sequence[Placed], notes: Notes) -> None:
    """Note that a format which knows no time zones cannot tell places of several apart."""
    zone = next((each.door.timezone for each in placed), None)
    for each in (*placed, *(service for one in placed for service in one.services)):
        if each.door.timezone != zone:
            told = f"its hours are of {each.door.timezone}, others of {zone}, which the format cannot say"
            notes.tell("zone-lost", f"{each.place}/timezone", told)


def _placed(bound: Location, given: Location, place: str, shared: Sequence[tuple[str, AnyRule]]) -> Placed:
    services = tuple(
        Placed(
            bound.service(service.key), f"{place}/services/{number}", rules_of(service, f"{place}/services/{number}")
        )
        for number, service in enumerate(given.services)
    )
    return Placed(bound, place, (*shared, *rules_of(given, place)), services)


def rules_of(door: Door, place: str) -> tuple[tuple[str, AnyRule], ...]:
    """The rules of a door, each with the pointer to it, where the door stands at a place."""
    held: list[tuple[str, AnyRule]] = []
    for kind in ("special_hours", "seasonal_hours", "breaks"):
        rules: tuple[Any, ...] = getattr(door, kind)
        held += [(f"{place}/{kind}/{number}", rule) for number, rule in enumerate(rules)]
    return tuple(held)


def title(rule: AnyRule) -> str:
    """A rule as a sentence names it."""
    return shown(str(rule.dates)) + (f" ({rule.reason})" if rule.reason else "")
