"""Locations as the Business Information API takes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.capabilities import Capabilities, Extent, Feature
from clinic_hours.codecs.documents import Notes
from clinic_hours.codecs.doors import Placed, Window, doors_of, tell_zones
from clinic_hours.codecs.google.profile import DAYS, dates_between, service_id
from clinic_hours.codecs.outline import Outline, outline
from clinic_hours.hours.day import DayHours, day_hours
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.location import Address, Location

NOON = 12 * 60
LATEST = DAY + NOON - 1
"""The last minute at which special hours may close: 11:59 of the next day."""

Data = dict[str, Any]

CAPABILITIES = Capabilities(
    "Google Business Profile",
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
        Feature.SERVICES: Extent.YES,
        Feature.LOCATIONS: Extent.YES,
    },
)


def written(value: object, notes: Notes, first: date | None, until: date | None) -> Data:
    """The data of a location, or of a clinic as a list of them."""
    placed = doors_of(value, notes)
    tell_zones(placed, notes)
    window = Window.of(first, until, placed)
    made = [_location(each, window, notes) for each in placed]
    return {"locations": made} if isinstance(value, Clinic) else made[0]


def _location(placed: Placed, window: Window, notes: Notes) -> Data:
    door = placed.door
    made: Data = {"storeCode": door.key, "title": door.name}
    if door.phone:
        made["phoneNumbers"] = {"primaryPhone": door.phone}
    if door.url:
        made["websiteUri"] = door.url
    if isinstance(door, Location) and door.address is not None:
        made |= _address(door.address)
    drawn = outline(placed, window, CAPABILITIES, notes)
    if drawn.week is not None:
        made["regularHours"] = {"periods": list(_periods(drawn.week))}
    if drawn.special:
        made["specialHours"] = {"specialHourPeriods": list(_special(drawn, placed.place, notes))}
        if not made.get("regularHours", {}).get("periods"):
            told = "Google takes special hours only beside regular ones, and there are none"
            notes.tell("needs-regular-hours", f"{placed.place}/regular_hours", told)
    if placed.services:
        made["moreHours"] = [_service(service, drawn, window, notes) for service in placed.services]
    return made


def _address(address: Address) -> Data:
    lines = [address.street] if address.street else []
    fields = {
        "regionCode": address.country,
        "postalCode": address.postal_code,
        "administrativeArea": address.region,
        "locality": address.city,
        "addressLines": lines,
    }
    held = {name: value for name, value in fields.items() if value}
    return {"storefrontAddress": held} if held else {}


def _periods(week: WeeklyHours) -> Iterator[Data]:
    for number, day in enumerate(week.days):
        for piece in day.plain:
            following = piece.end > DAY
            yield {
                "openDay": DAYS[number],
                "openTime": _time(piece.start),
                "closeDay": DAYS[(number + following) % 7],
                "closeTime": _time(piece.end - DAY * following),
            }


def _time(minute: int) -> Data:
    """A time of day, without what is zero."""
    return {name: value for name, value in (("hours", minute // 60), ("minutes", minute % 60)) if value}


def _special(drawn: Outline, place: str, notes: Notes) -> Iterator[Data]:
    for each in drawn.special:
        for day in dates_between(each.first, each.last):
            if not each.hours:
                yield {"startDate": _date(day), "closed": True}
            for start, end in _short(each.hours, day, place, notes):
                following = end > DAY
                yield {
                    "startDate": _date(day),
                    "openTime": _time(start),
                    "endDate": _date(day + timedelta(days=following)),
                    "closeTime": _time(end - DAY * following),
                }


def _short(hours: DayHours, day: date, place: str, notes: Notes) -> list[tuple[int, int]]:
    """The ranges of a day as special hours may be: shorter than 24 hours, and over by noon of the next day."""
    if any(piece.end > LATEST for piece in hours.plain):
        told = f"on {day} it closes after 11:59 of the next day, and is told to close then"
        notes.tell("closes-too-late", place, told)
    cut = day_hours(tuple(piece._replace(end=min(piece.end, LATEST)) for piece in hours.plain))
    spans = [piece[:2] for piece in cut.plain]
    return [(0, NOON), (NOON, DAY)] if spans == [(0, DAY)] else spans


def _date(day: date) -> Data:
    return {"year": day.year, "month": day.month, "day": day.day}


def _service(placed: Placed, location: Outline, window: Window, notes: Notes) -> Data:
    """The hours of a service, which have no dates of their own: they close with the location, and that is all."""
    closed = location.closures()
    drawn = outline(placed, window, CAPABILITIES, notes, closed)
    lost = [
        day for each in drawn.special for day in dates_between(each.first, each.last) if each.hours or day not in closed
    ]
    if lost:
        told = f"hours of a service have no dates here, and it differs on {len(lost)}, first on {lost[0]}"
        notes.tell("service-dates-lost", placed.place, told)
    kind = placed.door.key.upper().replace("-", "_")
    if service_id(kind) != placed.door.key:
        notes.tell(
            "id-changed", f"{placed.place}/id", f"the type of hours is {kind!r}, which is the id {service_id(kind)!r}"
        )
    periods = {} if drawn.week is None else {"periods": list(_periods(drawn.week))}
    return {"hoursTypeId": kind, **periods}
