"""From locations and clinics to FHIR's resources."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import count
from typing import Any, Literal

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.capabilities import Capabilities, Extent, Feature
from clinic_hours.codecs.decoded import Encoded, OnLoss, check_on_loss, encoded
from clinic_hours.codecs.documents import Notes
from clinic_hours.codecs.doors import Placed, Window, doors_of, title
from clinic_hours.codecs.fhir.closed import write_closed
from clinic_hours.codecs.fhir.differences import Differences
from clinic_hours.codecs.fhir.week import write_week, zone_extension
from clinic_hours.codecs.outline import cut, tell_dates, weekly_breaks
from clinic_hours.errors import InvalidHoursError
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.hours.weekday import State
from clinic_hours.location import Address, Door, Location

Version = Literal["R4", "R4B", "R5"]
VERSIONS = ("R4", "R4B", "R5")
SHOWN = 3
"""Dates that a note names at the most."""

IN_R4: dict[Feature, Extent] = {
    Feature.RANGES: Extent.YES,
    Feature.OVERNIGHT: Extent.YES,
    Feature.WHOLE_DAYS: Extent.YES,
    Feature.WEEKLY_BREAKS: Extent.YES,
    Feature.ZONE: Extent.YES,
    Feature.SERVICES: Extent.YES,
    Feature.SERVICE_DATES: Extent.CLOSURES,
    Feature.LOCATIONS: Extent.YES,
}
IN_R5 = IN_R4 | {
    Feature.DATES: Extent.CLOSURES,
    Feature.SEASONS: Extent.CLOSURES,
    Feature.YEARLY: Extent.CLOSURES,
    Feature.NTH_WEEKDAYS: Extent.CLOSURES,
    Feature.DATED_BREAKS: Extent.AS_DATES,
    Feature.REASONS: Extent.CLOSURES,
}
_R4, _R5 = Capabilities("FHIR R4, R4B", True, IN_R4), Capabilities("FHIR R5", True, IN_R5)
CAPABILITIES: Mapping[Version, Capabilities] = {"R4": _R4, "R4B": _R4, "R5": _R5}
"""What each version can say."""


def encode(
    value: Location | Clinic,
    *,
    version: Version = "R4",
    first: date | None = None,
    until: date | None = None,
    on_loss: OnLoss = "note",
) -> Encoded[dict[str, Any]]:
    """The `Location` of a location, or a `Bundle` of a clinic or of a location with services.

    Rules that close it are written out as times from `first`, which is today where it is left out, until `until`, a year later; a
    note tells of each rule that is more than that. In R4 a `Location` cannot say such times but in words, and a
    `HealthcareService` can. Errors are as for `clinic_hours.codecs.schema_org.encode`.

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
    notes = Notes()
    placed = doors_of(value, notes)
    writer = _Writer(version, Window.of(first, until, placed), notes)
    if isinstance(value, Location) and not value.services:
        return encoded(writer.location(placed[0]), notes, on_loss)
    entries: list[dict[str, Any]] = []
    if isinstance(value, Clinic):
        entries.append({"resourceType": "Organization", "id": "clinic", "name": value.name})
    for each in placed:
        entries += [writer.location(each), *(writer.service(service, each.door.key) for service in each.services)]
    bundle = {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": entry} for entry in entries]}
    return encoded(bundle, notes, on_loss)


class _Writer:
    """Whoever writes the resources of one version, for one window of dates."""

    def __init__(self, version: Version, window: Window, notes: Notes) -> None:
        self.is_r5 = version == "R5"
        self.window, self.notes = window, notes
        self.taken: set[str] = set()
        self.ids: dict[str, str] = {}  # of the locations

    def location(self, placed: Placed) -> dict[str, Any]:
        """The `Location` of a location."""
        location, place = placed.door, placed.place
        week, closed = self._week(location), self._closed(placed)
        self.ids[location.key] = self._id(location.key, place)
        made: dict[str, Any] = {"resourceType": "Location", "id": self.ids[location.key]}
        if location.timezone:
            made |= zone_extension(location.timezone)
        made |= {"status": "active", "name": location.name, "mode": "instance"}
        made |= self._reached(location)
        if isinstance(location, Location) and location.address:
            made["address"] = _address(location.address)
        if self.is_r5:
            availability = self._availability(location, week, closed)
            return made | ({"hoursOfOperation": [availability]} if availability else {})
        if rows := write_week(week, "openingTime", "closingTime", location.timezone or ""):
            made["hoursOfOperation"] = rows
        if closed:
            made["availabilityExceptions"] = "; ".join(f"{_during(row)}: {row['description']}" for row in closed)
            told = f"in R4 a Location says in words alone when it is closed: {_some([_during(row) for row in closed])}"
            self.notes.tell("closures-in-words", f"{place}/special_hours", told)
        return made

    def service(self, placed: Placed, of: str) -> dict[str, Any]:
        """The `HealthcareService` of a service in the location with some id."""
        service, closed = placed.door, self._closed(placed)
        made: dict[str, Any] = {
            "resourceType": "HealthcareService",
            "id": self._id(f"{of}.{service.key}", placed.place),
            "active": True,
            "location": [{"reference": f"Location/{self.ids[of]}"}],
            "name": service.name,
        }
        if service.timezone:
            made |= zone_extension(service.timezone)
        made |= self._reached(service)
        availability = self._availability(service, self._week(service), closed)
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

    def _week(self, door: Door) -> WeeklyHours:
        return cut(door.regular_hours, weekly_breaks(door))

    def _availability(self, door: Door, week: WeeklyHours, closed: list[dict[str, Any]]) -> dict[str, Any]:
        rows = write_week(week, "availableStartTime", "availableEndTime", door.timezone or "")
        held = {"availableTime": rows, "notAvailableTime": closed}
        return {key: rows for key, rows in held.items() if rows}

    def _id(self, key: str, place: str) -> str:
        """An id as FHIR has them: letters, digits, hyphens and dots, 64 of them at the most."""
        plain = key
        if len(key) > 64 or not all(c.isascii() and (c.isalnum() or c in "-.") for c in key) or key in self.taken:
            plain = next(f"no-{number}" for number in count(1) if f"no-{number}" not in self.taken)
            self.notes.tell("id-changed", f"{place}/id", f"FHIR has no id {key[:40]!r}; it is {plain} here")
        self.taken.add(plain)
        return plain

    def _closed(self, placed: Placed) -> list[dict[str, Any]]:
        """When a door is closed beyond its week; what else its rules say is noted."""
        door, place = placed.door, placed.place
        self._tell_of_week(door, place)
        weekly = weekly_breaks(door)
        for where, rule in placed.rules:
            if rule in weekly and rule.reason:
                self.notes.tell("reason-lost", f"{where}/reason", f"the reason of {title(rule)} is left out")
        if not (door.special_hours or door.seasonal_hours or len(door.breaks) > len(weekly)):
            return []
        if door.timezone is None:
            self.notes.tell("no-time-zone", place, "without a time zone only the week can be written")
            return []
        for where, rule in placed.rules:
            tell_dates(where, rule, self.window, self.notes)
        found = Differences(door, self._week(door), self.window)
        if found.extra:
            told = f"FHIR cannot say that it is open beyond its week: {_some(found.extra)}"
            self.notes.tell("extra-hours", f"{place}/special_hours", told)
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
