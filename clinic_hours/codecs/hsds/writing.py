"""Schedules of HSDS 3 for a location and its services: a row for each range of the week, between the dates on which it differs.

HSDS has no closures. Where other hours hold, every row ends the day before and begins again the day after, as its guidance has
it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.capabilities import Capabilities, Extent, Feature
from clinic_hours.codecs.documents import Notes
from clinic_hours.codecs.doors import Placed, Window, doors_of, tell_zones
from clinic_hours.codecs.hsds.calendar import SHORT
from clinic_hours.codecs.hsds.native import days_of_rule, native_rules
from clinic_hours.codecs.hsds.rows import CODES, LAST_MINUTE, ONE_DAY
from clinic_hours.codecs.outline import Outline, Special, days_of, outline
from clinic_hours.hours.day import CLOSED, DayHours
from clinic_hours.hours.minutes import DAY, clock
from clinic_hours.hours.notation import Range
from clinic_hours.hours.special import SpecialHours
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.location import Address, Location

Data = dict[str, Any]

CAPABILITIES = Capabilities(
    "HSDS",
    writes=True,
    features={
        Feature.RANGES: Extent.YES,
        Feature.OVERNIGHT: Extent.YES,
        Feature.WHOLE_DAYS: Extent.YES,
        Feature.DATES: Extent.YES,
        Feature.SEASONS: Extent.YES,
        Feature.YEARLY: Extent.AS_DATES,
        Feature.NTH_WEEKDAYS: Extent.YES,
        Feature.WEEKLY_BREAKS: Extent.YES,
        Feature.DATED_BREAKS: Extent.AS_DATES,
        Feature.NOTES: Extent.YES,
        Feature.SERVICES: Extent.YES,
        Feature.SERVICE_DATES: Extent.YES,
        Feature.LOCATIONS: Extent.YES,
    },
)


class Stretch(NamedTuple):
    """From one date to another, both included, or without an end on a side."""

    first: date | None
    last: date | None
    days: tuple[DayHours, ...]


def written(value: object, notes: Notes, first: date | None, until: date | None) -> Data:
    """A location, or an organization with the locations of a clinic, and the services that are given at each."""
    placed = doors_of(value, notes)
    tell_zones(placed, notes)
    window = Window.of(first, until, placed)
    locations = [_location(each, window, notes) for each in placed]
    services = [service for each in placed for service in _services(each, window, notes)]
    if not isinstance(value, Clinic) and not services:
        return locations[0]
    made: Data = {"id": _id("organization", placed[0].door.key if placed else "")}
    made |= {"name": value.name} if isinstance(value, Clinic) else {"name": placed[0].door.name}
    return made | {"locations": locations} | ({"services": services} if services else {})


def _id(kind: str, *keys: str) -> str:
    """A UUID, which HSDS asks for, the same each time for the same keys."""
    return str(uuid5(NAMESPACE_URL, "/".join((f"clinic-hours:{kind}", *keys))))


def _location(placed: Placed, window: Window, notes: Notes) -> Data:
    door = placed.door
    made: Data = {"id": door.key, "location_type": "physical", "name": door.name, **_contacts(door)}
    if isinstance(door, Location) and door.address is not None:
        made |= _address(door.address)
    return made | _schedules(placed, window, notes, () if placed.services else native_rules(placed, window))


def _services(placed: Placed, window: Window, notes: Notes) -> Iterator[Data]:
    for service in placed.services:
        door = service.door
        at = {"id": _id("service_at_location", placed.door.key, door.key), "location_id": placed.door.key}
        yield {
            "id": door.key,
            "name": door.name,
            **_contacts(door),
            "status": "active",
            "service_at_locations": [at | _schedules(service, window, notes, native_rules(service, window))],
        }


def _contacts(door: Any) -> Data:
    phones = {"phones": [{"id": _id("phone", door.key), "number": door.phone}]} if door.phone else {}
    return ({"url": door.url} if door.url else {}) | phones


def _address(address: Address) -> Data:
    fields = {
        "address_1": address.street,
        "city": address.city,
        "state_province": address.region,
        "postal_code": address.postal_code,
        "country": address.country,
    }
    held = {name: value for name, value in fields.items() if value}
    return {"addresses": [{"address_type": "physical", **held}]} if held else {}


# Rows


def _schedules(placed: Placed, window: Window, notes: Notes, native: Sequence[SpecialHours]) -> Data:
    quiet = Notes()
    if native and any(_is_long(each) for each in outline(placed, window, CAPABILITIES, quiet, native=native).special):
        native = ()
    drawn = outline(placed, window, CAPABILITIES, notes, native=native)
    rows = [row for stretch in _stretches(drawn) for row in _weekly(stretch, placed.place, notes)]
    rows += [row for stretch in _gaps(drawn.special) for rule in native for row in _monthly(rule, stretch)]
    if drawn.week is not None and not rows:
        told = "it is never open, which is no schedule at all, as where nothing is known"
        notes.tell("never-open", f"{placed.place}/regular_hours", told)
    if drawn.week is None and rows:
        told = "its regular hours are unknown, and a schedule cannot say so beside other hours: they are told as none"
        notes.tell("state-lost", f"{placed.place}/regular_hours", told)
    numbered = (
        {"id": _id("schedule", placed.place, placed.door.key, str(number)), **row} for number, row in enumerate(rows)
    )
    return {"schedules": list(numbered)}


def _is_long(special: Special) -> bool:
    return bool(special.hours) and (special.last - special.first).days + 1 >= SHORT


def _stretches(drawn: Outline) -> Iterator[Stretch]:
    """The whole of time in stretches in which one week holds."""
    usual = (drawn.week or WeeklyHours()).days
    apart = [Stretch(each.first, each.last, _days(each)) for each in drawn.special]
    rest: list[Stretch] = []
    for season in drawn.seasons:
        rest += _cut(Stretch(season.first, season.last, season.hours.days), apart)
    around = [Stretch(season.first, season.last, season.hours.days) for season in drawn.seasons]
    rest += _cut(Stretch(None, None, usual), sorted([*apart, *around], key=_first))
    return iter(sorted([*apart, *rest], key=_first))


def _days(special: Special) -> tuple[DayHours, ...]:
    """The week of special hours, with those on the days of the week that they have."""
    found = {day.weekday() for day in islice(days_of(special), 7)}
    return tuple(special.hours if number in found else CLOSED for number in range(7))


def _gaps(special: Iterable[Special]) -> list[Stretch]:
    """The stretches between special hours."""
    return _cut(Stretch(None, None, ()), [Stretch(each.first, each.last, ()) for each in special])


def _first(stretch: Stretch) -> date:
    return stretch.first or date.min


def _cut(stretch: Stretch, apart: Iterable[Stretch]) -> list[Stretch]:
    """What is left of a stretch without others, which are in order."""
    out: list[Stretch] = []
    first, last, days = stretch
    for other in apart:
        low, high = other.first or date.min, other.last or date.max
        if (last is not None and low > last) or high < (first or date.min):
            continue
        if low > (first or date.min):
            out.append(Stretch(first, low - ONE_DAY, days))
        first = high + ONE_DAY
    if last is None or (first or date.min) <= last:
        out.append(Stretch(first, last, days))
    return out


def _weekly(stretch: Stretch, place: str, notes: Notes) -> Iterator[Data]:
    days: dict[Range, list[int]] = {}
    for number, day in enumerate(stretch.days):
        for piece in day.plain:
            days.setdefault(piece, []).append(number)
    for piece, numbers in days.items():
        if piece[:2] == LAST_MINUTE:
            notes.tell(
                "last-minute", place, "00:00-23:59 is the whole day in this format, so its last minute is told as open"
            )
        bounds = _bounds(stretch, numbers)
        if bounds is not None:
            yield {"freq": "WEEKLY", "byday": ",".join(CODES[number] for number in numbers), **_times(piece), **bounds}


def _bounds(stretch: Stretch, days: Sequence[int]) -> Data | None:
    """The dates for which a row holds, and its first and last; `None` where it has none."""
    first, last = stretch.first, stretch.last
    made: Data = {}
    if first is not None:
        near = (first + timedelta(days=number) for number in range(min(((last or date.max) - first).days + 1, 7)))
        begin = next((day for day in near if day.weekday() in days), None)
        if begin is None:
            return None
        made |= {"valid_from": str(first), "dtstart": str(begin)}
    return made if last is None else made | {"valid_to": str(last), "until": str(last)}


def _times(piece: Range) -> Data:
    closes = "23:59" if piece[:2] == (0, DAY) else clock(piece.end % DAY)
    noted = {"notes": piece.note} if piece.note else {}
    return {"opens_at": clock(piece.start), "closes_at": closes, **noted}


def _monthly(rule: SpecialHours, stretch: Stretch) -> Iterator[Data]:
    bounds: Data = {}
    if stretch.first is not None:
        found = next(iter(rule.dates.in_range(stretch.first, stretch.last or date.max)), None)
        if found is None:
            return
        bounds |= {"valid_from": str(stretch.first), "dtstart": str(found)}
    if stretch.last is not None:
        bounds |= {"valid_to": str(stretch.last), "until": str(stretch.last)}
    for piece in rule.hours.plain:
        yield {"freq": "MONTHLY", "byday": ",".join(days_of_rule(rule)), **_times(piece), **bounds}
