"""The week that FHIR's `availableTime`, or R4's `hoursOfOperation`, says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from clinic_hours.codecs.assembling import UNKNOWN_WEEK, week_of, with_unknown
from clinic_hours.codecs.clocks import read_clock
from clinic_hours.codecs.documents import Node
from clinic_hours.codecs.fhir.document import DAYS, TIMEZONE, Entry, Notes, extension_zone
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.minutes import DAY, Span
from clinic_hours.hours.notation import Range
from clinic_hours.hours.time_range import is_a
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.hours.weekday import State

LONG_NIGHT = 12 * 60
"""Minutes of a night from which on it is more likely a day whose end lacks twelve hours."""


def read_week(
    entries: Iterable[Entry], place: str, notes: Notes, opens: str, closes: str
) -> tuple[WeeklyHours, list[str]]:
    """The week of some entries, and the time zones that their times name; `opens` and `closes` are the keys of the times.

    What cannot be read leaves the rest of its days unknown; a week of which nothing is said is unknown too.
    """
    week: list[list[Range]] = [[] for _ in DAYS]
    unknown: set[int] = set()
    zones: list[str] = []
    for entry, where in entries:
        days = _days(entry, where, notes)
        zones += [zone for key in (opens, closes) if (zone := extension_zone(entry.get(f"_{key}")))]
        piece = _range(entry, where, notes, opens, closes)
        for day in days:
            if piece is None:
                unknown.add(day)
            else:
                week[day].append(piece)
    if not unknown and not any(week):
        notes.tell("no-regular-hours", place, "no regular hours are told, so they are unknown")
        return UNKNOWN_WEEK, zones
    for day in unknown:
        week[day] = with_unknown(week[day])
    return week_of(week, place, notes), zones


def _days(entry: dict[str, Any], place: str, notes: Notes) -> list[int]:
    given = entry.get("daysOfWeek")
    if given is None:
        notes.tell("every-day", place, "no days are named, so these hours are taken to be of every day")
        return list(range(7))
    days: list[int] = []
    for number, day in enumerate(given if is_a(given, list) else [given]):
        name = day[:3].lower() if isinstance(day, str) else ""
        if name not in DAYS:
            notes.tell("not-a-day", f"{place}/daysOfWeek/{number}", f"{day!r:.40} is no day; it was left out")
            continue
        if day != name:
            notes.tell("day-name", f"{place}/daysOfWeek/{number}", f"{day!r:.40} is read as {name}")
        days.append(DAYS.index(name))
    return days


def _range(entry: dict[str, Any], place: str, notes: Notes, opens: str, closes: str) -> Range | None:
    """The range of an entry; nothing where it says none that can be read."""
    given = [Node(entry.get(key), f"{place}/{key}") for key in (opens, closes)]
    if entry.get("allDay") is True:
        if any(given):
            notes.tell("all-day-with-times", place, "it says allDay and times as well; the whole day was taken")
        return Range(0, DAY)
    if not any(given):
        notes.tell("no-times", place, "these days have no times, so the hours of the whole day are taken to be unknown")
        return None
    start, end = (read_clock(node, notes) for node in given)
    if start is None or end is None:
        told = "one of its times is missing or cannot be read, so the rest of these days is unknown"
        notes.tell("unreadable-hours", place, told)
        return None
    if start in (end, DAY):
        told = "it opens and closes at the same time, which may be the whole day or none, so it is unknown; allDay says the whole"
        notes.tell("equal-times", place, told)
        return None
    if end < start:
        end += DAY
        if end > DAY:
            _tell_night(start, end, place, notes)
    return Range(start, end)


def _tell_night(start: int, end: int, place: str, notes: Notes) -> None:
    if end - start > LONG_NIGHT:
        told = "it ends before it starts and is taken to run past midnight; perhaps the end lacks twelve hours"
        notes.tell("am-pm-suspect", place, told)
    else:
        notes.tell("past-midnight", place, "it ends before it starts and is taken to run past midnight")


def write_week(week: WeeklyHours, opens: str, closes: str, zone: str) -> list[dict[str, Any]]:
    """The entries of a week's open hours; days of the same hours share theirs.

    >>> write_week(WeeklyHours.parse("Mo-Tu 08:00-16:00"), "opens", "closes", "")
    [{'daysOfWeek': ['mon', 'tue'], 'opens': '08:00:00', 'closes': '16:00:00'}]
    """
    days: dict[Span, list[str]] = {}
    for name, day in zip(DAYS, week.days, strict=True):
        # Without their notes, ranges that touch are one.
        for hours in DayHours([(r.opens, r.closes) for r in day if r.state is State.OPEN]).plain:
            days.setdefault(hours[:2], []).append(name)
    rows: list[dict[str, Any]] = []
    for (start, end), names in days.items():
        row: dict[str, Any] = {"daysOfWeek": names}
        if (start, end) == (0, DAY):
            rows.append(row | {"allDay": True})
            continue
        for key, minute in ((opens, start), (closes, end)):
            row[key] = f"{minute % DAY // 60:02}:{minute % 60:02}:00"
            if zone:
                row[f"_{key}"] = zone_extension(zone)
        rows.append(row)
    return rows


def zone_extension(zone: str) -> dict[str, Any]:
    """What says in which time zone a time is.

    >>> zone_extension("UTC")["extension"][0]["valueCode"]
    'UTC'
    """
    return {"extension": [{"url": TIMEZONE, "valueCode": zone}]}
