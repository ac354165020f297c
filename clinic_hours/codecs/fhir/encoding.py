"""From locations and clinics to FHIR's resources."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any, Literal

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.decoded import Encoded, OnLoss, check_on_loss, encoded
from clinic_hours.codecs.fhir.closed import write_closed
from clinic_hours.codecs.fhir.differences import Differences
from clinic_hours.codecs.fhir.document import Notes
from clinic_hours.codecs.fhir.week import write_week, zone_extension
from clinic_hours.errors import InvalidHoursError, InvalidWindowError, WrongTypeError
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.weekday import State
from clinic_hours.location import Address, Door, Location

Version = Literal["R4", "R4B", "R5"]
VERSIONS = ("R4", "R4B", "R5")
YEAR = timedelta(days=364)
SHOWN = 3
"""Dates that a note names at the most."""


def encode(
    value: Location | Clinic,
    *,
    version: Version = "R4",
    first: date | None = None,
    until: date | None = None,
    on_loss: OnLoss = "note",
) -> Encoded[dict[str, Any]]:
    """The `Location` of a location, or a `Bundle` of a clinic or of a location with services.

    Rules that close it are written out as times from `first`, which is today where it is left out, until a year later or `until`,
    both included. In R4 a `Location` cannot say such times but in words, and a `HealthcareService` can. What cannot be said is a
    note, or with `on_loss="raise"` a `NotRepresentableError`.

    >>> from clinic_hours import SpecialHours
    >>> christmas = SpecialHours("2026-12-25", reason="Christmas Day")
    >>> office = Location(name="Office", timezone="UTC", regular_hours="Mo-Fr 08:00-16:00", special_hours=[christmas])
    >>> hours = encode(office, version="R5", first=date(2026, 12, 1), until=date(2026, 12, 31)).document["hoursOfOperation"][0]
    >>> hours["notAvailableTime"]
    [{'description': 'Christmas Day', 'during': {'start': '2026-12-25', 'end': '2026-12-25'}}]
    """
    check_on_loss(on_loss)
    if version not in VERSIONS:
        raise InvalidHoursError(f"version is one of {', '.join(VERSIONS)}, not {version!r:.40}")
    if not isinstance(value, Location | Clinic):
        raise WrongTypeError(f"a Location or a Clinic is meant here, not {type(value).__name__}")
    writer = _Writer(version, first or datetime.now(UTC).date(), until)
    if isinstance(value, Location) and not value.services:
        return encoded(writer.location(value, ""), writer.notes, on_loss)
    entries: list[dict[str, Any]] = []
    if isinstance(value, Clinic):
        entries.append({"resourceType": "Organization", "id": "clinic", "name": value.name})
    for number, location in enumerate(value if isinstance(value, Clinic) else [value]):
        place = f"/locations/{number}" if isinstance(value, Clinic) else ""
        entries.append(writer.location(location, place))
        for order, service in enumerate(location.services):
            bound = location.service(service.key)
            entries.append(writer.service(bound, location.key, f"{place}/services/{order}"))
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": entry} for entry in entries]}
    return encoded(bundle, writer.notes, on_loss)


class _Writer:
    """Whoever writes the resources of one version, for one window of dates."""

    def __init__(self, version: Version, first: date, until: date | None) -> None:
        self.is_r5 = version == "R5"
        self.first = first
        self.until = until or date.fromordinal(min(first.toordinal() + YEAR.days, date.max.toordinal() - 1))
        if self.until < self.first:
            raise InvalidWindowError(f"the dates end before they start: {self.first} to {self.until}")
        self.notes = Notes()
        self.taken: set[str] = set()
        self.ids: dict[str, str] = {}  # of the locations

    def location(self, location: Location, place: str) -> dict[str, Any]:
        """The `Location` of a location."""
        self.ids[location.key] = self._id(location.key, place)
        made: dict[str, Any] = {"resourceType": "Location", "id": self.ids[location.key]}
        if location.timezone:
            made |= zone_extension(location.timezone)
        made |= {"status": "active", "name": location.name, "mode": "instance"}
        made |= self._reached(location)
        if location.address:
            made["address"] = _address(location.address)
        closed = self._closed(location, place)
        if self.is_r5:
            availability = self._availability(location, closed)
            return made | ({"hoursOfOperation": [availability]} if availability else {})
        if week := write_week(location.regular_hours, "openingTime", "closingTime", location.timezone or ""):
            made["hoursOfOperation"] = week
        if closed:
            made["availabilityExceptions"] = "; ".join(f"{_during(row)}: {row['description']}" for row in closed)
            told = f"in R4 a Location says in words alone when it is closed: {_some([_during(row) for row in closed])}"
            self.notes.tell("closures-in-words", f"{place}/special_hours", told)
        return made

    def service(self, service: Door, of: str, place: str) -> dict[str, Any]:
        """The `HealthcareService` of a service in the location with some id."""
        made: dict[str, Any] = {
            "resourceType": "HealthcareService",
            "id": self._id(f"{of}.{service.key}", place),
            "active": True,
            "location": [{"reference": f"Location/{self.ids[of]}"}],
            "name": service.name,
        }
        if service.timezone:
            made |= zone_extension(service.timezone)
        made |= self._reached(service)
        closed = self._closed(service, place)
        availability = self._availability(service, closed)
        if self.is_r5:
            return made | ({"availability": [availability]} if availability else {})
        if week := availability.get("availableTime"):
            made["availableTime"] = week
        return made | ({"notAvailable": closed} if closed else {})

    def _reached(self, door: Door) -> dict[str, Any]:
        """How a door is reached."""
        held = (("phone", door.phone), ("url", door.url))
        telecom = [{"system": system, "value": value} for system, value in held if value]
        if not telecom:
            return {}
        return {"contact": [{"telecom": telecom}]} if self.is_r5 else {"telecom": telecom}

    def _availability(self, door: Door, closed: list[dict[str, Any]]) -> dict[str, Any]:
        week = write_week(door.regular_hours, "availableStartTime", "availableEndTime", door.timezone or "")
        held = {"availableTime": week, "notAvailableTime": closed}
        return {key: rows for key, rows in held.items() if rows}

    def _id(self, key: str, place: str) -> str:
        """An id as FHIR has them: letters, digits, hyphens and dots, 64 of them at the most."""
        plain = key
        if len(key) > 64 or not all(c.isascii() and (c.isalnum() or c in "-.") for c in key) or key in self.taken:
            plain = next(f"no-{number}" for number in count(1) if f"no-{number}" not in self.taken)
            self.notes.tell("id-changed", f"{place}/id", f"FHIR has no id {key[:40]!r}; it is {plain} here")
        self.taken.add(plain)
        return plain

    def _closed(self, door: Door, place: str) -> list[dict[str, Any]]:
        """When a door is closed beyond its week; what else its rules say is noted."""
        self._tell_of_week(door, place)
        lists = (door.special_hours, door.seasonal_hours, door.breaks)
        dates = [rule.dates for rules in lists for rule in rules]
        if not dates:
            return []
        if door.timezone is None:
            self.notes.tell("no-time-zone", place, "without a time zone only the week can be written")
            return []
        found = Differences(door, self.first, self.until)
        if found.extra:
            told = f"FHIR cannot say that it is open beyond its week: {_some(found.extra)}"
            self.notes.tell("extra-hours", f"{place}/special_hours", told)
        last = self.until.toordinal()
        if any(next(of.runs(last + 1, date.max.toordinal()), None) for of in dates):
            told = f"what the rules say after {self.until} is not written out"
            self.notes.tell("window", f"{place}/special_hours", told)
        return write_closed(found.closed)

    def _tell_of_week(self, door: Door, place: str) -> None:
        ranges = [hours for day in door.regular_hours.days for hours in day]
        ranges += [hours for rule in door.special_hours for hours in rule.hours]
        ranges += [hours for rule in door.seasonal_hours for day in rule.hours.days for hours in day]
        if any(hours.state is not State.OPEN for hours in ranges):
            told = "FHIR has no hours by appointment and no unknown ones; they were left out"
            self.notes.tell("state-lost", f"{place}/regular_hours", told)
        if not any(hours.state is State.OPEN for day in door.regular_hours.days for hours in day):
            told = "FHIR cannot say that the week has no open hours; none were written, which may be read as unknown"
            self.notes.tell("no-hours", f"{place}/regular_hours", told)
        if any(hours.note for hours in ranges):
            self.notes.tell("note-lost", f"{place}/regular_hours", "FHIR has no notes on hours; they were left out")
        if any(hours.plain.end > DAY for day in door.regular_hours.days for hours in day):
            told = "FHIR does not say what an end before its start means; it is written so for a night past midnight"
            self.notes.tell("past-midnight", f"{place}/regular_hours", told)


def _some(told: list[str]) -> str:
    more = f", and {len(told) - SHOWN} more" if len(told) > SHOWN else ""
    return ", ".join(told[:SHOWN]) + more


def _during(row: Mapping[str, Any]) -> str:
    start, end = row["during"]["start"], row["during"]["end"]
    return start if start == end else f"{start} to {end}"


def _address(address: Address) -> dict[str, Any]:
    held = (
        ("city", address.city),
        ("state", address.region),
        ("postalCode", address.postal_code),
        ("country", address.country),
    )
    return ({"line": [address.street]} if address.street else {}) | {key: value for key, value in held if value}
