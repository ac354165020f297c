"""A place of the Places API (New), which is read only; its current hours are taken for the dates alone that it calls special."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from clinic_hours.codecs.assembling import UNKNOWN_WEEK, line_of
from clinic_hours.codecs.documents import Node, Notes
from clinic_hours.codecs.google.profile import closed_by_status, postal_address, service_id, service_name
from clinic_hours.codecs.google.times import Period, calendar_date, period, special, week
from clinic_hours.codecs.naming import named, told_apart, url_of, zone_of
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.special import SpecialHours
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.location import Location, Service

REGULAR, CURRENT = "regularOpeningHours", "currentOpeningHours"
SECONDARY, CURRENT_SECONDARY = "regularSecondaryOpeningHours", "currentSecondaryOpeningHours"
KEYS = (REGULAR, CURRENT, SECONDARY)


def read(node: Node, timezone: str | None, name: str, notes: Notes) -> Location:
    """The location of a place."""
    services = [_service(each, node, notes) for each in node[SECONDARY].items]
    return Location(
        name=named(node["displayName"].first("text") or node["displayName"], name, notes, other="Place"),
        timezone=timezone or zone_of(node["timeZone"].first("id"), notes),
        phone=line_of(node.first("internationalPhoneNumber", "nationalPhoneNumber"), notes),
        url=url_of(node["websiteUri"], notes),
        address=postal_address(node["postalAddress"], notes),
        regular_hours=_regular(node[REGULAR], notes),
        special_hours=closed_by_status(node["businessStatus"], _special(node[CURRENT], notes), notes),
        services=told_apart(services, "service", notes, node[SECONDARY].pointer),
    )


def _service(node: Node, place: Node, notes: Notes) -> Service:
    kind = node["secondaryHoursType"].text
    now = (each for each in place[CURRENT_SECONDARY].items if each["secondaryHoursType"].text == kind)
    return Service(
        id=service_id(kind) if kind.isprintable() else "",
        name=named(Node(service_name(kind), node["secondaryHoursType"].pointer), "", notes, other="Service"),
        regular_hours=_regular(node, notes),
        special_hours=_special(next(now, Node(None)), notes),
    )


def _regular(node: Node, notes: Notes) -> WeeklyHours:
    """The week; no periods at all are a place that never opens, and one that opens on Sunday and never closes is always open."""
    if not node["periods"]:
        notes.tell("no-regular-hours", node.pointer, "no regular hours are told, so they are unknown")
        return UNKNOWN_WEEK
    return week(_periods(node["periods"], notes), node, notes)


def _periods(node: Node, notes: Notes) -> Iterator[Period]:
    for item in node.items:
        opens, closes = (_minute(item[name]) for name in ("open", "close"))
        day = item["open"]["day"].number
        if opens is None or day is None or not 0 <= day <= 6:
            told = "it does not say when it opens, and its hours are left out"
            notes.tell("unreadable-day", item.pointer, told)
            continue
        first = (day - 1) % 7
        last = item["close"]["day"].number
        if not item["close"]:
            if len(node.items) > 1:
                notes.tell("unreadable-hours", item.pointer, "it does not say when it closes, so it is unknown")
            yield Period(item, first * DAY, first * DAY + 7 * DAY if len(node.items) == 1 else None)
        elif closes is None or last is None or not 0 <= last <= 6:
            notes.tell("unreadable-hours", item.pointer, "it does not say when it closes, so it is unknown")
            yield Period(item, first * DAY, None)
        else:
            yield period(item, first * DAY + opens, (last - 1) % 7 * DAY + closes, notes)


def _minute(node: Node) -> int | None:
    hour, minute = (node[name].number if node[name] else 0 for name in ("hour", "minute"))
    if not node.is_object or hour is None or minute is None or not (0 <= hour <= 23 and 0 <= minute <= 59):
        return None
    return hour * 60 + minute


def _special(node: Node, notes: Notes) -> list[SpecialHours]:
    days = [calendar_date(each["date"], notes) for each in node["specialDays"].items]
    named = [day for day in days if day is not None]
    return special(_dated(node["periods"], named, notes), node, notes)


def _dated(node: Node, days: list[date], notes: Notes) -> Iterator[tuple[date, Period | None]]:
    yield from ((day, None) for day in days)
    quiet: Any = Notes()
    for item in node.items:
        day = calendar_date(item["open"]["date"], quiet)
        if day is None or day not in days:
            continue
        opens, closes = _minute(item["open"]), _minute(item["close"])
        last = calendar_date(item["close"]["date"], quiet) or day
        cut = any(item[name]["truncated"].value is True for name in ("open", "close"))
        if opens is None or closes is None or cut or not 0 <= (last - day).days <= 1:
            told = "its hours are cut off or cannot be read, so they are unknown"
            notes.tell("unreadable-hours", item.pointer, told)
            yield day, Period(item, 0, None)
        else:
            yield day, period(item, opens, (last - day).days * DAY + closes, notes)
