"""Google: the hours of a Business Profile both ways, and of a place of the Places API (New) on the way in.

A Business Profile has `regularHours`, `specialHours` of single dates, and `moreHours` of services, without dates and names. The
sheet for uploads in bulk is a dialect of its own, `clinic_hours.codecs.google.sheet`: 00:00-00:00 is a whole day there, and no
time at all here.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.decoded import Decoded, Encoded, OnLoss, check_on_loss, encoded
from clinic_hours.codecs.documents import Node, Notes, opened
from clinic_hours.codecs.google import places, profile
from clinic_hours.codecs.google.writing import CAPABILITIES, written
from clinic_hours.codecs.naming import checked_name, checked_zone, clinic_of
from clinic_hours.errors import NotRepresentableError
from clinic_hours.location import Location

__all__ = ["CAPABILITIES", "decode", "encode"]

LISTS = ("locations", "places")


def decode(
    document: Any, *, timezone: str | ZoneInfo | None = None, name: str | None = None
) -> Decoded[Location | Clinic]:
    """The location of a Business Profile or a place: a `Location`; of a list of them, as the APIs answer it, a `Clinic`.

    `document` is JSON text or the data parsed from it. A profile has no time zone, so a `Location` has the one that is given, or
    none; a place may have its own; a `Clinic` needs one. What cannot be read is noted, and the hours of its day are unknown. A
    place that its status calls closed is closed by a rule of its own on top.

    Raises `DocumentSyntaxError` for what is no JSON, `NotRepresentableError` where there is no such object, and
    `UnknownTimezoneError`.

    >>> period = {"openDay": "MONDAY", "openTime": {"hours": 8}, "closeDay": "MONDAY", "closeTime": {"hours": 16, "minutes": 30}}
    >>> decode({"title": "Main office", "regularHours": {"periods": [period]}}).value.regular_hours
    WeeklyHours.parse('Mo 08:00-16:30')
    """
    zone, called, notes = checked_zone(timezone), checked_name(name), Notes()
    top = opened(document, notes)
    rows = next((top[key] for key in LISTS if top[key].is_list), top)
    if not rows.is_list:
        return Decoded(_location(top, zone, called, notes), tuple(notes))
    made = [_location(row, None, "", notes) for row in rows.items]
    clinic = clinic_of(made, called or "Clinic", zone, notes)
    return Decoded(clinic, tuple(notes))


def encode(
    value: Location | Clinic, *, on_loss: OnLoss = "note", first: date | None = None, until: date | None = None
) -> Encoded[dict[str, Any]]:
    """The data of a Business Profile: of a location, or of a clinic under `locations`.

    What is no week is told as special hours of single dates, from `first`, which is today where it is left out, until `until`, a
    year later; a note tells of each rule that is more than that. Notes, reasons, and hours that are by appointment or may differ
    are left out. Errors are as for `clinic_hours.codecs.schema_org.encode`.

    >>> office = Location(name="Main office", timezone="America/New_York", regular_hours="Mon 8am-4:30pm")
    >>> encode(office).document["regularHours"]["periods"][0]["closeTime"]
    {'hours': 16, 'minutes': 30}
    """
    check_on_loss(on_loss)
    notes = Notes()
    return encoded(written(value, notes, first, until), notes, on_loss)


def _location(node: Node, zone: str | None, name: str, notes: Notes) -> Location:
    periods = node["periods"].items
    if any(node[key] for key in places.KEYS):
        return places.read(node, zone, name, notes)
    if any(node[key] for key in (*profile.KEYS, "title", "locationName", "storeCode")):
        return profile.read(node, zone, name, notes)
    if periods and periods[0]["open"]:
        return places.read(Node({places.REGULAR: node.value}, node.pointer), zone, name, notes)
    if periods:
        return profile.read(Node({"regularHours": node.value}, node.pointer), zone, name, notes)
    told = "no location of a Business Profile with regularHours, specialHours or moreHours, and no place with regularOpeningHours"
    raise NotRepresentableError(f"{node.pointer or 'the document'} is {told}")
