"""Yext: the hours of an entity, read only; also the JSON that its pages carry, with clocks as numbers such as 1730.

`hours` is the week, with `holidayHours` on single dates; other fields of the same shape are hours of services. A day that is not
there is one without data, and so unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.assembling import UNKNOWN_WEEK, day_of, line_of, read_range, week_of, with_unknown
from clinic_hours.codecs.capabilities import Capabilities, Extent, Feature
from clinic_hours.codecs.clocks import read_clock, read_date
from clinic_hours.codecs.decoded import Decoded
from clinic_hours.codecs.documents import Node, Notes, opened
from clinic_hours.codecs.naming import (
    address_of,
    checked_name,
    checked_zone,
    clinic_of,
    named,
    told_apart,
    url_of,
    zone_of,
)
from clinic_hours.errors import NotRepresentableError
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.notation import Range
from clinic_hours.hours.special import SpecialHours
from clinic_hours.hours.week import NAMES, WeeklyHours
from clinic_hours.location import Location, Service

__all__ = ["CAPABILITIES", "decode"]

LISTS = ("entities", "locations", "docs")
INTERVALS = ("openIntervals", "intervals", "hours")
WEEK, HOLIDAYS = "normalHours", "holidayHours"

CAPABILITIES = Capabilities(
    "Yext",
    writes=False,
    features=dict.fromkeys(
        (
            *(Feature.RANGES, Feature.OVERNIGHT, Feature.WHOLE_DAYS, Feature.DATES, Feature.UNKNOWN, Feature.ZONE),
            *(Feature.SERVICES, Feature.SERVICE_DATES, Feature.LOCATIONS),
        ),
        Extent.YES,
    ),
)


def decode(
    document: Any, *, timezone: str | ZoneInfo | None = None, name: str | None = None
) -> Decoded[Location | Clinic]:
    """The location of an entity; of a list of entities a `Clinic`.

    `document` is JSON text or the data parsed from it, of the API, with or without its `response`, or of a page. An entity has
    its own time zone; `timezone` is for one that has none. What cannot be read is noted, and the hours of its day are unknown.

    Raises `DocumentSyntaxError` for what is no JSON, `NotRepresentableError` where nothing has hours, and
    `UnknownTimezoneError`.

    >>> hours = {"monday": {"openIntervals": [{"start": "08:00", "end": "16:00"}]}, "sunday": {"isClosed": True}}
    >>> decode({"name": "Main office", "timezone": "America/New_York", "hours": hours}).value.regular_hours.monday
    DayHours.parse('08:00-16:00')
    """
    zone, called, notes = checked_zone(timezone), checked_name(name), Notes()
    top = opened(document, notes)
    top = top["response"] if top["response"].is_object else top
    rows = next((top[key] for key in LISTS if top[key].is_list), top)
    if not rows.is_list:
        return Decoded(_location(top, zone, called, notes), tuple(notes))
    made = [_location(row, zone, "", notes) for row in rows.items]
    return Decoded(clinic_of(made, called or "Clinic", zone, notes), tuple(notes))


def _location(node: Node, zone: str | None, name: str, notes: Notes) -> Location:
    held = node["profile"] if node["profile"].is_object else node
    hours = held["hours"]
    others = [(key, field) for key, field in held.members if key != "hours" and _has_hours(field)]
    if not _has_hours(hours) and not others:
        raise NotRepresentableError(f"{held.pointer or 'the document'} is no entity with hours")
    address, words = held["address"], held["additionalHoursText"]
    if words.text:
        notes.tell("words-left-out", words.pointer, f"{words.text[:200]!r} is not read for hours")
    services = [_service(key, field, notes) for key, field in others]
    return Location(
        id=line_of(held["meta"].first("id"), notes),
        name=named(held.first("name", "c_name"), name, notes, other="Location"),
        timezone=zone_of(held.first("timezone", "timeZoneId"), notes) or zone,
        phone=line_of(held.first("mainPhone", "phone"), notes),
        url=url_of(held["websiteUrl"].first("url") or held["website"], notes),
        address=address_of(
            notes,
            street=Node([address[key].value or "" for key in ("line1", "line2")], address.pointer),
            city=address["city"],
            region=address["region"],
            postal_code=address["postalCode"],
            country=address["countryCode"],
        ),
        services=told_apart(services, "service", notes, held.pointer),
        **_hours(hours, notes),
    )


def _service(key: str, node: Node, notes: Notes) -> Service:
    """Another field with hours; its name tells whose they are."""
    words = "".join(
        f" {mark.lower()}" if mark.isupper() else mark for mark in key.removeprefix("cf_").removeprefix("c_")
    )
    name = line_of(Node(words.replace("_", " ").strip().capitalize() or "Hours"), notes)
    return Service(name=name, **_hours(node, notes))


def _has_hours(node: Node) -> bool:
    return node.is_object and any(node[key] for key in (*NAMES, WEEK, HOLIDAYS))


def _hours(node: Node, notes: Notes) -> dict[str, Any]:
    special = _holidays(node[HOLIDAYS], notes)
    reopens = read_date(node["reopenDate"], notes)
    if reopens is not None and reopens > date.min:
        told = f"it reopens on {reopens}, and is closed until then"
        notes.tell("closed-until", node["reopenDate"].pointer, told)
        special.append(
            SpecialHours(Dates.between(date.min, reopens - timedelta(days=1)), reason="Closed until further notice")
        )
    return {"regular_hours": _week(node, notes), "special_hours": special}


def _week(node: Node, notes: Notes) -> WeeklyHours:
    """The week; of the API by the names of its days, of a page as a list of them."""
    listed = {item["day"].text.lower(): item for item in node[WEEK].items}
    days = [(name, listed.get(name, node[name])) for name in NAMES]
    if not any(day for _, day in days):
        notes.tell("no-regular-hours", node.pointer, "no regular hours are told, so they are unknown")
        return UNKNOWN_WEEK
    missing = [name for name, day in days if not day]
    if missing:
        notes.tell("missing-days", node.pointer, f"nothing is told of {', '.join(missing)}, so hours are unknown then")
    return week_of([_ranges(day, notes) for _, day in days], node.pointer, notes)


def _ranges(day: Node, notes: Notes) -> list[Range]:
    """The ranges of a day; an unknown one where nothing can be told."""
    if day["isClosed"].value is True:
        return []
    intervals = day.first(*INTERVALS)
    if not intervals.is_list:
        if day:
            notes.tell("unreadable-hours", day.pointer, "it has no list of intervals, so its hours are unknown")
        return with_unknown([])
    return _read(intervals.items, notes)


def _read(intervals: Iterable[Node], notes: Notes) -> list[Range]:
    ranges: list[Range] = []
    unread = False
    for item in intervals:
        start, end = (_clock(item[key], notes) for key in ("start", "end"))
        piece = None if start is None or end is None else read_range(start, end)
        if piece is None:
            told = f"{item['start'].shown} to {item['end'].shown} are no hours, so they are unknown"
            notes.tell("unreadable-hours", item.pointer, told)
            unread = True
        elif piece[:2] == (0, DAY - 1):
            notes.tell("whole-day", item.pointer, "00:00-23:59 is read as the whole day")
            ranges.append(Range(0, DAY))
        else:
            ranges.append(piece)
    return with_unknown(ranges) if unread else ranges


def _clock(node: Node, notes: Notes) -> int | None:
    """The minute of a clock, which a page has as a number: 700 is 07:00."""
    number = node.number
    if number is None or isinstance(node.value, str):
        return read_clock(node, notes)
    hour, minute = divmod(number, 100)
    return hour * 60 + minute if (0 <= hour <= 23 and minute <= 59) or number == 2400 else None


def _holidays(node: Node, notes: Notes) -> list[SpecialHours]:
    made: list[SpecialHours] = []
    for item in node.items:
        day = read_date(item["date"], notes)
        if day is None:
            notes.tell("unreadable-date", item.pointer, f"{item['date'].shown} is no date, and its hours are left out")
        elif item["isRegularHours"].value is not True:
            made.append(SpecialHours(Dates.on(day), day_of(_ranges(item, notes), item.pointer, notes)))
    return made
