"""Locations and clinics as JSON-LD, in the way that Google's guidelines for local businesses ask for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.documents import Notes
from clinic_hours.codecs.doors import Placed, Window, doors_of, tell_zones
from clinic_hours.codecs.outline import Outline, outline
from clinic_hours.codecs.schema_org.vocabulary import CAPABILITIES, CLINIC_ID, CONTEXT, DAYS
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.minutes import DAY, clock
from clinic_hours.hours.notation import Range
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.location import Address, Location

# What ends a <script> element, or begins a comment in it, cannot stand in the text as it is; JSON has another spelling for it.
UNSAFE = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"})
LAST_MINUTE = (0, DAY - 1)
"""00:00-23:59, which this format has for the whole day."""

Data = dict[str, Any]


def written(value: object, notes: Notes, first: date | None, until: date | None) -> str:
    """The JSON-LD of a location, or of a clinic with its locations in a graph."""
    placed = doors_of(value, notes)
    tell_zones(placed, notes)
    window = Window.of(first, until, placed)
    nodes = [_location(each, window, notes) for each in placed]
    document: Data = {"@context": CONTEXT}
    if isinstance(value, Clinic):
        if not nodes:
            notes.tell("no-locations", "/locations", "the clinic has no locations, and so no hours")
        whose: Data = {"@type": "MedicalOrganization", "@id": CLINIC_ID, "name": value.name, **_contacts(value)}
        for node in nodes:
            node["parentOrganization"] = {"@id": CLINIC_ID}
        document["@graph"] = [whose, *nodes]
    else:
        document |= nodes[0]
    return json.dumps(document, ensure_ascii=False, indent=2).translate(UNSAFE)


def _location(placed: Placed, window: Window, notes: Notes) -> Data:
    location = placed.door
    made = _node("MedicalClinic", f"#{_quoted(location.key)}", location)
    if isinstance(location, Location) and location.address is not None:
        made |= _address(location.address)
    drawn = outline(placed, window, CAPABILITIES, notes)
    made["openingHoursSpecification"] = _specifications(drawn, placed.place, notes)
    if placed.services:
        closed = drawn.closures()
        made["department"] = [_service(service, made["@id"], window, closed, notes) for service in placed.services]
    return made


def _service(placed: Placed, within: str, window: Window, closed: Mapping[date, str], notes: Notes) -> Data:
    made = _node("MedicalBusiness", f"{within}/{_quoted(placed.door.key)}", placed.door)
    drawn = outline(placed, window, CAPABILITIES, notes, closed)
    return made | {"openingHoursSpecification": _specifications(drawn, placed.place, notes)}


def _node(kind: str, id: str, door: Any) -> Data:
    return {"@type": kind, "@id": id, "name": door.name, **_contacts(door)}


def _quoted(key: str) -> str:
    return quote(key, safe="")


def _contacts(held: Any) -> Data:
    return {name: value for name, value in (("telephone", held.phone), ("url", held.url)) if value}


def _address(address: Address) -> Data:
    fields = {
        "streetAddress": address.street,
        "addressLocality": address.city,
        "addressRegion": address.region,
        "postalCode": address.postal_code,
        "addressCountry": address.country,
    }
    held = {name: value for name, value in fields.items() if value}
    return {"address": {"@type": "PostalAddress", **held}} if held else {}


def _specifications(drawn: Outline, place: str, notes: Notes) -> list[Data]:
    made: list[Data] = []
    if drawn.week is not None:
        made += _week(drawn.week, {}, place, notes)
    for season in drawn.seasons:
        made += _week(season.hours, _dated(season.first, season.last, season.reason), place, notes)
    for special in drawn.special:
        dated = _dated(special.first, special.last, special.reason)
        made += [_specification({}, piece, dated, place, notes) for piece in _pieces(special.hours)]
    return made


def _week(week: WeeklyHours, dated: Data, place: str, notes: Notes) -> Iterable[Data]:
    """A specification for each range, with all its days, closed days at the end."""
    days: dict[Range, list[str]] = {}
    for name, hours in zip(DAYS, week.days, strict=True):
        for piece in _pieces(hours):
            days.setdefault(piece, []).append(name)
    order = sorted(days, key=lambda piece: piece == CLOSED_DAY)
    return [_specification({"dayOfWeek": days[piece]}, piece, dated, place, notes) for piece in order]


CLOSED_DAY = Range(0, 0)


def _pieces(hours: DayHours) -> Sequence[Range]:
    return hours.plain or [CLOSED_DAY]


def _dated(first: date, last: date, reason: str) -> Data:
    named = {"name": reason} if reason else {}
    return {"validFrom": str(first), "validThrough": str(last), **named}


def _specification(days: Data, piece: Range, dated: Data, place: str, notes: Notes) -> Data:
    closes = "23:59" if piece[:2] == (0, DAY) else clock(piece.end % DAY)
    if piece[:2] == LAST_MINUTE:
        notes.tell(
            "last-minute", place, "00:00-23:59 is the whole day in this format, so its last minute is told as open"
        )
    noted = {"description": piece.note} if piece.note else {}
    return {
        "@type": "OpeningHoursSpecification",
        **days,
        "opens": clock(piece.start),
        "closes": closes,
        **dated,
        **noted,
    }
