"""A location of the Business Information API, v1, and of its older strings: `regularHours`, `specialHours`, `moreHours`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from clinic_hours.codecs.assembling import UNKNOWN_WEEK, line_of
from clinic_hours.codecs.documents import Node, Notes
from clinic_hours.codecs.google.times import Period, calendar_date, period, special, time_of_day, week
from clinic_hours.codecs.naming import address_of, named, told_apart, url_of
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.special import SpecialHours
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.hours.weekday import Weekday
from clinic_hours.location import Location, Service

KEYS = ("regularHours", "specialHours", "moreHours")
DAYS = tuple(day.name for day in Weekday)
CLOSED_STATES = {"CLOSED_TEMPORARILY": "Temporarily closed", "CLOSED_PERMANENTLY": "Permanently closed"}


def read(node: Node, timezone: str | None, name: str, notes: Notes) -> Location:
    """The location of an object of the API."""
    services = [_service(each, notes) for each in node["moreHours"].items]
    status = node["openInfo"].first("status")
    address = node.first("storefrontAddress", "address")
    return Location(
        id=line_of(node["storeCode"], notes),
        name=named(node.first("title", "locationName"), name, notes, other="Location"),
        timezone=timezone,
        phone=line_of(node["phoneNumbers"].first("primaryPhone") or node["primaryPhone"], notes),
        url=url_of(node.first("websiteUri", "websiteUrl"), notes),
        address=postal_address(address, notes),
        regular_hours=_regular(node["regularHours"], notes),
        special_hours=closed_by_status(status, _special(node["specialHours"], notes), notes),
        services=told_apart(services, "service", notes, node["moreHours"].pointer),
    )


def postal_address(node: Node, notes: Notes) -> Any:
    """The address of a PostalAddress."""
    return address_of(
        notes,
        street=node["addressLines"],
        city=node["locality"],
        region=node["administrativeArea"],
        postal_code=node["postalCode"],
        country=node["regionCode"],
    )


def closed_by_status(status: Node, held: list[SpecialHours], notes: Notes) -> list[SpecialHours]:
    """Special hours, with a closure on top of all where the status says that the place is closed."""
    reason = CLOSED_STATES.get(status.text)
    if reason is None:
        return held
    told = f"{status.text} is read as a closure of every date; the regular hours are kept below it"
    notes.tell("closed-by-status", status.pointer, told)
    return [SpecialHours(Dates.between(date.min, None), reason=reason), *(rule for rule in held if rule.is_closure)]


def _regular(node: Node, notes: Notes) -> WeeklyHours:
    if not node:
        notes.tell("no-regular-hours", node.pointer, "no regular hours are told, so they are unknown")
        return UNKNOWN_WEEK
    return week(_periods(node["periods"], notes), node, notes)


def _periods(node: Node, notes: Notes) -> Iterator[Period]:
    for item in node.items:
        days = [_day(item[name]) for name in ("openDay", "closeDay")]
        first = days[0]
        if first is None:
            notes.tell(
                "unreadable-day", item.pointer, f"{item['openDay'].shown} is no openDay, and its hours are left out"
            )
            continue
        last = days[1] if item["closeDay"] else first
        opens, closes = (time_of_day(item[name], notes) for name in ("openTime", "closeTime"))
        if last is None or opens is None or closes is None:
            notes.tell("unreadable-hours", item.pointer, "its hours cannot be read, so they are unknown")
            yield Period(item, first * DAY, None)
        else:
            yield period(item, first * DAY + opens, last * DAY + closes, notes)


def _day(node: Node) -> int | None:
    return DAYS.index(node.text.upper()) if node.text.upper() in DAYS else None


def _special(node: Node, notes: Notes) -> list[SpecialHours]:
    return special(_dated(node["specialHourPeriods"], notes), node, notes)


def _dated(node: Node, notes: Notes) -> Iterator[tuple[date, Period | None]]:
    for item in node.items:
        first = calendar_date(item["startDate"], notes)
        if first is None:
            continue
        if item.first("closed", "isClosed").value is True:
            yield first, None
            continue
        last = calendar_date(item["endDate"], notes) if item["endDate"] else first
        opens, closes = (time_of_day(item[name], notes) for name in ("openTime", "closeTime"))
        if last is None or opens is None or closes is None or opens == DAY or not 0 <= (last - first).days <= 1:
            notes.tell("unreadable-hours", item.pointer, "its hours cannot be read, so they are unknown")
            yield first, Period(item, 0, None)
        else:
            yield first, period(item, opens, (last - first).days * DAY + closes, notes)


def _service(node: Node, notes: Notes) -> Service:
    kind = line_of(node["hoursTypeId"], notes)
    return Service(
        id=service_id(kind),
        name=named(Node(service_name(kind), node["hoursTypeId"].pointer), "", notes, other="Service"),
        regular_hours=week(_periods(node["periods"], notes), node, notes) if node["periods"] else UNKNOWN_WEEK,
    )


def service_id(kind: str) -> str:
    """The id of a service from its type of hours.

    >>> service_id("ONLINE_SERVICE_HOURS")
    'online-service-hours'
    """
    return kind.lower().replace("_", "-")


def service_name(kind: str) -> str:
    """The name of a service from its type of hours.

    >>> service_name("ONLINE_SERVICE_HOURS")
    'Online service hours'
    """
    return kind.replace("_", " ").capitalize()


def dates_between(first: date, last: date) -> Iterator[date]:
    """The dates from one to another, both included."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)
