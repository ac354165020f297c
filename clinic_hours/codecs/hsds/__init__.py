"""Open Referral's Human Services Data Specification (HSDS 3): schedules of locations and services, both ways.

A schedule is a recurrence of RFC 5545 with the times at which it opens and closes; all schedules of a place add up. The format
has no closures: its rows end before a day that differs and begin again after it. It has no time zone either, but offsets from
UTC, which no clinic means; hours are on the place's own wall clock.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.decoded import Decoded, Encoded, OnLoss, check_on_loss, encoded
from clinic_hours.codecs.documents import Notes, opened
from clinic_hours.codecs.hsds.reading import read, rows_of
from clinic_hours.codecs.hsds.writing import CAPABILITIES, written
from clinic_hours.codecs.naming import checked_name, checked_zone
from clinic_hours.location import Location

__all__ = ["CAPABILITIES", "decode", "encode"]


def decode(
    document: Any, *, timezone: str | ZoneInfo | None = None, name: str | None = None
) -> Decoded[Location | Clinic]:
    """The location of a document, with the services that are given at it; of several locations a `Clinic`.

    `document` is the JSON of an organization, a service, a location, a schedule or a list of them, as text or parsed, or the text
    of a CSV file of schedules, also of HSDS 1. A service without a location is one itself. The format has no time zone, so a
    `Location` has the one that is given, or none; a `Clinic` needs one. Outside of the dates for which the data is valid, hours
    are unknown.

    Raises `DocumentSyntaxError` for what is neither JSON nor CSV, `NotRepresentableError` where there are no schedules, and
    `UnknownTimezoneError`.

    >>> rows = [{"freq": "WEEKLY", "byday": "MO,TU", "opens_at": "09:00", "closes_at": "12:00"}]
    >>> decode({"name": "Community centre", "schedules": rows}).value.regular_hours
    WeeklyHours.parse('Mo-Tu 09:00-12:00')
    """
    zone, called, notes = checked_zone(timezone), checked_name(name), Notes()
    if isinstance(document, str) and document.lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
        document = rows_of(document)
    value = read(opened(document, notes), zone, called, notes)
    return Decoded(value, tuple(notes))


def encode(
    value: Location | Clinic, *, on_loss: OnLoss = "note", first: date | None = None, until: date | None = None
) -> Encoded[dict[str, Any]]:
    """A location with its schedules; with services, or of a clinic, an organization with `locations` and `services`.

    The nth weekday of every month is told by a rule; what comes every year, and all else, as its dates from `first`, which is
    today where it is left out, until `until`, a year later, with a note. Reasons, and hours that are by appointment or may
    differ, are left out. Errors are as for `clinic_hours.codecs.schema_org.encode`.

    >>> office = Location(name="Main office", timezone="America/New_York", regular_hours="Mon-Fri 8am-4pm")
    >>> encode(office).document["schedules"][0]["byday"]
    'MO,TU,WE,TH,FR'
    """
    check_on_loss(on_loss)
    notes = Notes()
    return encoded(written(value, notes, first, until), notes, on_loss)
