"""NHS organisations, read only: the Service Search API, version 3, and the older syndication feed.

`OpeningTimes` has a row for each range: `General` is the doors, `Additional` a date; `Reception`, `Surgery` and others are
services. The feed has `openingTimes` with `general` by day and `alterations` by date. Hours are on the clocks of Europe/London.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.assembling import UNKNOWN_WEEK, day_of, line_of, read_range, week_of, with_unknown
from clinic_hours.codecs.capabilities import Capabilities, Extent, Feature
from clinic_hours.codecs.clocks import read_clock, read_date
from clinic_hours.codecs.decoded import Decoded
from clinic_hours.codecs.documents import Node, Notes, opened
from clinic_hours.codecs.naming import address_of, checked_name, checked_zone, clinic_of, named, told_apart, url_of
from clinic_hours.errors import NotRepresentableError
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.minutes import DAY, clock
from clinic_hours.hours.notation import Range
from clinic_hours.hours.special import SpecialHours
from clinic_hours.hours.week import NAMES, WeeklyHours
from clinic_hours.location import Location, Service

__all__ = ["CAPABILITIES", "decode"]

LONDON = "Europe/London"
GENERAL, ADDITIONAL = "General", "Additional"
DOORS = (GENERAL, "Reception", "Surgery")
"""The types of rows that are taken for the doors' own hours, the first that there is."""
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DATE_KEYS = ("AdditionalOpeningDate", "AdditionOpeningDate")
"""The key of a date, and how the specification misspells it."""

CAPABILITIES = Capabilities(
    "NHS",
    writes=False,
    features=dict.fromkeys(
        (
            *(Feature.RANGES, Feature.OVERNIGHT, Feature.WHOLE_DAYS, Feature.DATES, Feature.UNKNOWN, Feature.ZONE),
            *(Feature.SERVICES, Feature.SERVICE_DATES, Feature.LOCATIONS),
        ),
        Extent.YES,
    ),
)


def decode(document: Any, *, timezone: str | ZoneInfo = LONDON, name: str | None = None) -> Decoded[Location | Clinic]:
    """The location of an organisation; of an answer with several under `value`, or a list, a `Clinic`.

    `document` is JSON text or the data parsed from it. An organisation without opening times tells nothing, so its hours are
    unknown. What cannot be read is noted, and the hours of its day are unknown.

    Raises `DocumentSyntaxError` for what is no JSON, `NotRepresentableError` where there is no organisation, and
    `UnknownTimezoneError`.

    >>> row = {"Weekday": "Monday", "OpeningTime": "09:00", "ClosingTime": "17:30", "OpeningTimeType": "General", "IsOpen": True}
    >>> decode({"OrganisationName": "Riverside Pharmacy", "OpeningTimes": [row]}).value.regular_hours
    WeeklyHours.parse('Mo 09:00-17:30')
    """
    zone, called, notes = checked_zone(timezone), checked_name(name), Notes()
    top = opened(document, notes)
    rows = top["value"] if top["value"].is_list else top
    if not rows.is_list:
        return Decoded(_location(top, zone, called, notes), tuple(notes))
    made = [_location(row, zone, "", notes) for row in rows.items]
    return Decoded(clinic_of(made, called or "NHS organisations", zone, notes), tuple(notes))


def _location(node: Node, zone: str | None, name: str, notes: Notes) -> Location:
    times = node["openingTimes"]
    if not node.is_object or not (times or node["OpeningTimes"] or node["OrganisationName"]):
        told = "no organisation with OpeningTimes or openingTimes"
        raise NotRepresentableError(f"{node.pointer or 'the document'} is {told}")
    if times.is_object:
        held = _of_feed(times, notes)
        address, phone, url = node["address"], node["contacts"]["telephoneNumber"], node["contacts"]["website"]
        keys = ("line1", "line2", "line3"), "city", "postcode"
    else:
        held = _of_search(node, notes)
        address, phone, url = node, _contact(node, "Telephone"), _contact(node, "Website")
        keys = ("Address1", "Address2", "Address3"), "City", "Postcode"
    streets, city, postal_code = keys
    return Location(
        id=line_of(node.first("ODSCode", "identifier"), notes),
        name=named(node.first("OrganisationName", "name"), name, notes, other="Organisation"),
        timezone=zone,
        phone=line_of(phone, notes),
        url=url_of(url, notes),
        address=address_of(
            notes,
            street=Node([address[key].value or "" for key in streets], address.pointer),
            city=address[city],
            region=Node(None),
            postal_code=address[postal_code],
            country=Node("GB"),
        ),
        **held,
    )


def _contact(node: Node, kind: str) -> Node:
    found = (each["ContactValue"] for each in node["Contacts"].items if each["ContactMethodType"].text == kind)
    return next(found, Node(None))


# Service Search


def _of_search(node: Node, notes: Notes) -> dict[str, Any]:
    rows = node["OpeningTimes"]
    kinds: dict[str, list[Node]] = {}
    for row in rows.items:
        kinds.setdefault(line_of(row["OpeningTimeType"], notes) or GENERAL, []).append(row)
    additional = kinds.pop(ADDITIONAL, [])
    doors = next((kind for kind in DOORS if kind in kinds), None)
    if doors not in (None, GENERAL):
        notes.tell("doors-assumed", rows.pointer, f"there are no general hours, and those of {doors} are read as such")
    services = [_service(kind, held, notes) for kind, held in kinds.items() if kind != doors]
    services += _other_services(node["ServiceOpeningTimes"], notes)
    regular = _week(kinds[doors], rows.pointer, notes) if doors else None
    if regular is None:
        notes.tell("no-regular-hours", rows.pointer, "no regular hours are told, so they are unknown")
    return {
        "regular_hours": regular or UNKNOWN_WEEK,
        "special_hours": _dated([*additional, *(kinds[doors] if doors else ())], rows.pointer, notes),
        "services": told_apart(services, "service", notes, node.pointer),
    }


def _other_services(node: Node, notes: Notes) -> list[Service]:
    """The services that have opening times of their own, by their names."""
    rows: dict[str, list[Node]] = {}
    for row in node.items:
        inner = row["OpeningTimes"].items if row["OpeningTimes"] else [row]
        rows.setdefault(line_of(row.first("ServiceName", "Name"), notes) or "Service", []).extend(inner)
    return [_service(name, held, notes) for name, held in rows.items()]


def _service(name: str, rows: Sequence[Node], notes: Notes) -> Service:
    place = rows[0].pointer if rows else ""
    weekly = _week(rows, place, notes)
    return Service(name=name, regular_hours=weekly or UNKNOWN_WEEK, special_hours=_dated(rows, place, notes))


def _week(rows: Iterable[Node], place: str, notes: Notes) -> WeeklyHours | None:
    """The week of rows that have a weekday; `None` where none has."""
    days: list[list[Range]] = [[] for _ in NAMES]
    found = False
    for row in rows:
        name = row["Weekday"].text.lower()
        if row.first(*DATE_KEYS).text:
            continue
        if name not in NAMES:
            notes.tell(
                "unreadable-day",
                row.pointer,
                f"{row['Weekday'].shown} is no day of the week, and its hours are left out",
            )
            continue
        found = True
        days[NAMES.index(name)] += _ranges(row, notes)
    return week_of(days, place, notes) if found else None


def _dated(rows: Iterable[Node], place: str, notes: Notes) -> list[SpecialHours]:
    days: dict[date, list[Range]] = {}
    for row in rows:
        text = row.first(*DATE_KEYS)
        if not text.text:
            if row["OpeningTimeType"].text == ADDITIONAL:
                notes.tell("unreadable-date", row.pointer, "it has no date, and its hours are left out")
            continue
        day = _date(text, notes)
        if day is None:
            notes.tell("unreadable-date", text.pointer, f"{text.shown} is no date, and its hours are left out")
            continue
        days.setdefault(day, []).extend(_ranges(row, notes))
    return [SpecialHours(Dates.on(day), day_of(ranges, place, notes)) for day, ranges in days.items()]


def _date(node: Node, notes: Notes) -> date | None:
    """A date such as `Dec 24 2021`, in English, or 2021-12-24."""
    words = node.text.replace(",", " ").split()
    if len(words) == 3 and words[0][:3].lower() in MONTHS and words[1].isdecimal() and words[2].isdecimal():
        try:
            return date(int(words[2][:5]), MONTHS.index(words[0][:3].lower()) + 1, int(words[1][:3]))
        except ValueError:
            return None
    return read_date(node, notes)


def _ranges(row: Node, notes: Notes) -> list[Range]:
    """The range of a row, none where it is not open; the rest of the day is unknown where it cannot be read."""
    if row["IsOpen"].value is False:
        return []
    found = _read(row, row["OpeningTime"], row["ClosingTime"], notes)
    start, end = row["OffsetOpeningTime"].number, row["OffsetClosingTime"].number
    if found and (start, end) != (None, None) and (start, end) != found[0][:2]:
        told = (
            f"the minutes {start} and {end} are not those of {clock(found[0].start)}-{clock(found[0].end)}, which holds"
        )
        notes.tell("offset-differs", row.pointer, told)
    return found if found is not None else with_unknown([])


def _read(node: Node, opens: Node, closes: Node, notes: Notes) -> list[Range] | None:
    start, end = read_clock(opens, notes), read_clock(closes, notes)
    piece = None if start is None or end is None else read_range(start, end)
    if piece is None:
        notes.tell(
            "unreadable-hours", node.pointer, f"{opens.shown} to {closes.shown} are no hours, so they are unknown"
        )
        return None
    if piece[:2] == (0, DAY - 1):
        notes.tell("whole-day", node.pointer, "00:00-23:59 is read as the whole day")
        piece = Range(0, DAY)
    return [piece]


# The older feed


def _of_feed(times: Node, notes: Notes) -> dict[str, Any]:
    general = times["general"]
    regular: WeeklyHours | None = None
    if any(general[name] for name in NAMES):
        regular = week_of([_listed(general[name], notes) for name in NAMES], general.pointer, notes)
    else:
        notes.tell("no-regular-hours", times.pointer, "no regular hours are told, so they are unknown")
    special: list[SpecialHours] = []
    for key, held in times["alterations"].members:
        day = read_date(Node(key, held.pointer), notes)
        if day is None:
            notes.tell("unreadable-date", held.pointer, f"{key[:20]!r} is no date, and its hours are left out")
        else:
            special.append(SpecialHours(Dates.on(day), day_of(_listed(held, notes), held.pointer, notes)))
    return {"regular_hours": regular or UNKNOWN_WEEK, "special_hours": special}


def _listed(node: Node, notes: Notes) -> list[Range]:
    if not node.is_list:
        notes.tell("unreadable-hours", node.pointer, "it is no list of hours, so they are unknown")
        return with_unknown([])
    ranges: list[Range] = []
    unread = False
    for item in node.items:
        found = _read(item, item["opens"], item["closes"], notes)
        unread |= found is None
        ranges += found or ()
    return with_unknown(ranges) if unread else ranges
