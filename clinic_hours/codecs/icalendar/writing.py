"""Calendars of locations and clinics: what stands in the text, in order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.documents import Notes
from clinic_hours.codecs.doors import ONE_DAY, Placed, Window, doors_of
from clinic_hours.codecs.icalendar.native import native_rules
from clinic_hours.codecs.icalendar.package import Part, Property, rendered
from clinic_hours.codecs.icalendar.parts import Writer
from clinic_hours.codecs.icalendar.texts import escaped
from clinic_hours.codecs.icalendar.vocabulary import CAPABILITIES, CLINIC, LOCATION, PRODID, Form
from clinic_hours.codecs.outline import outline
from clinic_hours.location import Location
from clinic_hours.location.given import id_of

Data = dict[str, Any]

LAST_CHANGE = date(2038, 1, 1)
"""Until when the time zones are told at the least; most calendars know them by their names anyway."""


def written(value: object, notes: Notes, first: date | None, until: date | None, form: Form) -> str:
    """The text of a calendar."""
    placed = doors_of(value, notes)
    window = Window.of(first, until, placed)
    checked = value.checked_on if isinstance(value, Clinic) else None
    name = value.name if isinstance(value, Clinic) else placed[0].door.name
    if not placed:
        notes.tell("no-locations", "/locations", "the clinic has no locations, and so no hours")
    properties = [
        Property("VERSION", "2.0"),
        Property("PRODID", PRODID),
        Property("CALSCALE", "GREGORIAN"),
        Property("METHOD", "PUBLISH"),
        Property("NAME", escaped(name)),
        Property("X-WR-CALNAME", escaped(name)),
        *_zone(placed),
        # The window goes with the day, so a subscriber should ask again every day.
        Property("REFRESH-INTERVAL", "P1D", {"VALUE": "DURATION"}),
        Property("X-PUBLISHED-TTL", "P1D"),
    ]
    if isinstance(value, Clinic):
        properties.append(_json(CLINIC, _clinic(value)))
    properties += [_json(LOCATION, _location(each)) for each in placed]
    stamp = checked or window.first
    parts = [part for each in placed for part in _parts(each, window, stamp, form, notes)]
    return rendered(
        Part("VCALENDAR", properties, parts), window.first - ONE_DAY, max(window.until + ONE_DAY, LAST_CHANGE)
    )


def _zone(placed: Sequence[Placed]) -> Iterator[Property]:
    """The zone of the calendar, where all of it has one."""
    zones = {each.door.timezone for one in placed for each in (one, *one.services)}
    if len(zones) == 1 and None not in zones:
        yield Property("X-WR-TIMEZONE", str(zones.pop()))


def _json(name: str, data: Data) -> Property:
    return Property(name, escaped(json.dumps(data, ensure_ascii=False)))


def _clinic(clinic: Clinic) -> Data:
    return _held(
        name=clinic.name,
        timezone=clinic.timezone,
        phone=clinic.phone,
        url=clinic.url,
        checked_on=clinic.checked_on and str(clinic.checked_on),
    )


def _location(placed: Placed) -> Data:
    door = placed.door
    address = door.address if isinstance(door, Location) else None
    return _held(
        **_door(placed),
        timezone=door.timezone,
        address=_held(**address.model_dump()) if address else None,
        services=[
            _held(**_door(each), timezone=each.door.timezone if each.door.timezone != door.timezone else None)
            for each in placed.services
        ],
    )


def _door(placed: Placed) -> Data:
    door = placed.door
    return {
        "id": door.key if door.key != id_of(door.name) else "",  # which its reader makes as well
        "name": door.name,
        "phone": door.phone,
        "url": door.url,
    }


def _held(**fields: Any) -> Data:
    return {name: value for name, value in fields.items() if value}


def _parts(location: Placed, window: Window, stamp: date, form: Form, notes: Notes) -> Iterator[Part]:
    """The components of a location and its services."""
    closed: Mapping[date, str] = {}
    for placed in (location, *location.services):
        native = native_rules(placed, window)
        drawn = outline(placed, window, CAPABILITIES, notes, closed, native)
        writer = Writer(location, placed, window, datetime.combine(stamp, time(), UTC), form)
        yield from writer.parts(drawn, native, closed)
        if placed is location:
            closed = drawn.closures()
