"""The sheet with which Google takes many locations at once: a dialect of its own, in which 00:00-00:00 is a whole day.

A row is a location; a cell holds the hours of a day, `x` or nothing for none; one cell holds all special hours::

    Sunday hours     09:00-12:00, 13:00-17:00        09:00AM-12:00PM, 01:00PM-05:00PM
    Saturday hours   x
    Special hours    2026-12-25: x, 2026-12-24: 09:00-12:00
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.assembling import UNKNOWN_WEEK, day_of, line_of, read_range, week_of, with_unknown
from clinic_hours.codecs.capabilities import Capabilities, Extent, Feature
from clinic_hours.codecs.clocks import read_clock, read_date
from clinic_hours.codecs.decoded import Decoded, Encoded, OnLoss, check_on_loss, encoded
from clinic_hours.codecs.documents import LONGEST, Node, Notes, opened
from clinic_hours.codecs.doors import Placed, Window, doors_of, tell_zones
from clinic_hours.codecs.google.profile import dates_between
from clinic_hours.codecs.naming import address_of, checked_name, checked_zone, clinic_of, named, url_of
from clinic_hours.codecs.outline import outline
from clinic_hours.errors import DocumentSyntaxError, NotRepresentableError
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.minutes import DAY, clock
from clinic_hours.hours.notation import Range
from clinic_hours.hours.special import SpecialHours
from clinic_hours.hours.weekday import Weekday
from clinic_hours.location import Location

__all__ = ["CAPABILITIES", "decode", "encode"]

DAYS = tuple(f"{day.name.capitalize()} hours" for day in Weekday)
SUNDAY_FIRST = (DAYS[6], *DAYS[:6])
SPECIAL = "Special hours"
HEADER = (
    *("Store code", "Business name", "Address line 1", "Locality", "Administrative area", "Country / Region"),
    *("Postal code", "Primary phone", "Website", *SUNDAY_FIRST, SPECIAL),
)
EDITED, DELETED = "[UPDATED]", "[DELETED]"
NONE = ("", "x", DELETED.lower())
"""Cells that say that a day is closed."""

CAPABILITIES = Capabilities(
    "Google's sheet",
    writes=True,
    features={
        Feature.RANGES: Extent.YES,
        Feature.OVERNIGHT: Extent.YES,
        Feature.WHOLE_DAYS: Extent.YES,
        Feature.DATES: Extent.YES,
        Feature.SEASONS: Extent.AS_DATES,
        Feature.YEARLY: Extent.AS_DATES,
        Feature.NTH_WEEKDAYS: Extent.AS_DATES,
        Feature.WEEKLY_BREAKS: Extent.YES,
        Feature.DATED_BREAKS: Extent.AS_DATES,
        Feature.LOCATIONS: Extent.YES,
    },
)

_DATE = re.compile(r"(?:^|,) *([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}) *:")


def decode(
    document: Any, *, timezone: str | ZoneInfo | None = None, name: str | None = None
) -> Decoded[Location | Clinic]:
    """The locations of a sheet: a `Location` of one row, a `Clinic` of several.

    `document` is the text of a CSV file with its header, a row as a mapping from header to cell, or a list of such rows. The
    format has no time zone, so a `Location` has the one that is given, or none; a `Clinic` needs it. A row whose days are all
    empty tells no hours. Google's own edits, under headers that begin with [UPDATED], are noted and left out.

    Raises `DocumentSyntaxError` for what is no CSV, `NotRepresentableError` for a sheet without rows, `UnknownTimezoneError`.

    >>> row = {"Business name": "Main office", "Monday hours": "08:00AM-04:00PM", "Sunday hours": "00:00-00:00"}
    >>> decode(row).value.regular_hours
    WeeklyHours.parse('Mo 08:00-16:00; Su 00:00-24:00')
    """
    zone, called, notes = checked_zone(timezone), checked_name(name), Notes()
    rows = opened(_rows(document) if isinstance(document, str) else document, notes).items
    if not rows:
        raise NotRepresentableError("the sheet has no row below its header, and so no location")
    if len(rows) == 1:
        return Decoded(_location(rows[0], zone, called, notes), tuple(notes))
    made = [_location(row, None, "", notes) for row in rows]
    return Decoded(clinic_of(made, called or "Clinic", zone, notes), tuple(notes))


def encode(
    value: Location | Clinic, *, on_loss: OnLoss = "note", first: date | None = None, until: date | None = None
) -> Encoded[str]:
    r"""The text of a CSV file, with a row for each location.

    What is no week is told as special hours of single dates, as in a Business Profile; services have no hours here and are left
    out. Errors are as for `clinic_hours.codecs.schema_org.encode`.

    >>> office = Location(name="Main office", timezone="America/New_York", regular_hours="Sun 8am-4pm; Mon open 24 hours")
    >>> encode(office).document.splitlines()[1]
    'main-office,Main office,,,,,,,,08:00-16:00,00:00-24:00,x,x,x,x,x,'
    """
    check_on_loss(on_loss)
    notes = Notes()
    placed = doors_of(value, notes)
    tell_zones(placed, notes)
    window = Window.of(first, until, placed)
    out = io.StringIO()
    sheet = csv.DictWriter(out, HEADER, restval="", lineterminator="\n")
    sheet.writeheader()
    sheet.writerows(_row(each, window, notes) for each in placed)
    return encoded(out.getvalue(), notes, on_loss)


# In


def _rows(text: str) -> list[dict[str, str]]:
    if len(text) > LONGEST:
        raise DocumentSyntaxError(f"{len(text):,} characters are too many for a sheet; at most {LONGEST:,}")
    try:
        return [dict(row) for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), restkey="", restval="")]
    except csv.Error as error:
        raise DocumentSyntaxError(f"this is no CSV: {error}") from None


def _location(row: Node, zone: str | None, name: str, notes: Notes) -> Location:
    if not row.is_object:
        raise NotRepresentableError(f"{row.pointer} is no row of a sheet, a mapping from header to cell")
    for key, held in row.members:
        if key.startswith(EDITED) and held.text:
            notes.tell("edit-left-out", held.pointer, f"Google's own edit, {held.shown}, is left out")
    cells = [row.first(header, header.removesuffix(" hours")) for header in DAYS]
    days = [_cell(cell, notes) for cell in cells]
    known = any(isinstance(cell.value, str) and cell.text for cell in cells)
    if not known:
        notes.tell("no-regular-hours", row.pointer, "no regular hours are told, so they are unknown")
    streets = Node([row[f"Address line {number}"].value or "" for number in range(1, 6)], row["Address line 1"].pointer)
    return Location(
        id=line_of(row["Store code"], notes),
        name=named(row["Business name"], name, notes, other="Location"),
        timezone=zone,
        phone=line_of(row["Primary phone"], notes),
        url=url_of(row["Website"], notes),
        address=address_of(
            notes,
            street=streets,
            city=row["Locality"],
            region=row["Administrative area"],
            postal_code=row["Postal code"],
            country=row["Country / Region"],
        ),
        regular_hours=week_of(days, row.pointer, notes) if known else UNKNOWN_WEEK,
        special_hours=list(_special(row[SPECIAL], notes)),
    )


def _cell(cell: Node, notes: Notes) -> list[Range]:
    """The ranges of a cell; the same time twice is a whole day."""
    if cell.text.lower() in NONE and (isinstance(cell.value, str) or not cell):
        return []
    ranges: list[Range] = []
    for part in cell.text.split(","):
        opens, dash, closes = part.strip().partition("-")
        start, end = (_clock(text, cell) for text in (opens, closes))
        if not dash or start is None or end is None or start == DAY:
            told = f"{cell.shown} is no cell of hours, so they are unknown"
            notes.tell("unreadable-hours", cell.pointer, told)
            return with_unknown(ranges)
        piece = Range(0, DAY) if start == end == 0 else read_range(start, end)
        if piece is None:
            notes.tell(
                "equal-times", cell.pointer, f"{part.strip()} opens and closes at the same time, so it is unknown"
            )
            return with_unknown(ranges)
        ranges.append(piece)
    return ranges


def _clock(text: str, cell: Node) -> int | None:
    """The minute of a clock, whose every form is one of the sheet's own, and so not noted."""
    return read_clock(Node(text.strip(), cell.pointer), Notes())


def _special(cell: Node, notes: Notes) -> Iterator[SpecialHours]:
    """The special hours of a cell, in which a date stands before each of its ranges."""
    text = cell.text
    marks = list(_DATE.finditer(text))
    if text and (not marks or marks[0].start()):
        notes.tell(
            "unreadable-hours",
            cell.pointer,
            f"{cell.shown} does not begin with a date, and what comes before it is left out",
        )
    days: dict[date, list[Range]] = {}
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        day = read_date(Node(mark[1], cell.pointer), notes)
        if day is None:
            notes.tell("unreadable-date", cell.pointer, f"{mark[1]} is no date, and its hours are left out")
            continue
        days.setdefault(day, []).extend(_cell(Node(text[mark.end() : end].strip(" ,"), cell.pointer), notes))
    for day, ranges in days.items():
        yield SpecialHours(Dates.on(day), day_of(ranges, cell.pointer, notes))


# Out


def _row(placed: Placed, window: Window, notes: Notes) -> Mapping[str, str]:
    door = placed.door
    for service in placed.services:
        notes.tell("service-lost", service.place, f"the hours of {service.door.name!r} are left out")
    row = {"Store code": door.key, "Business name": door.name, "Primary phone": door.phone, "Website": door.url or ""}
    if isinstance(door, Location) and door.address is not None:
        address = door.address
        row |= {"Address line 1": address.street, "Locality": address.city, "Administrative area": address.region}
        row |= {"Postal code": address.postal_code, "Country / Region": address.country}
    drawn = outline(placed, window, CAPABILITIES, notes)
    if drawn.week is not None:
        row |= {header: ", ".join(_written(day)) for header, day in zip(DAYS, drawn.week.days, strict=True)}
    cells = [
        f"{day}: {written}"
        for each in drawn.special
        for day in dates_between(each.first, each.last)
        for written in _written(each.hours)
    ]
    return row | {SPECIAL: ", ".join(cells)}


def _written(day: DayHours) -> list[str]:
    return [
        f"{clock(start)}-{'24:00' if (start, end) == (0, DAY) else clock(end % DAY)}" for start, end, *_ in day.plain
    ] or ["x"]
