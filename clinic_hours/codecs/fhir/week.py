"""The week that FHIR's `availableTime`, or R4's `hoursOfOperation`, says."""

from __future__ import annotations

from datetime import time
from typing import Any

from clinic_hours.codecs.assembling import UNKNOWN_DAY
from clinic_hours.codecs.fhir.document import DAYS, TIMEZONE, Notes, extension_zone
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.minutes import DAY, Span
from clinic_hours.hours.time_range import TimeRange, is_a
from clinic_hours.hours.week import NAMES, WeeklyHours
from clinic_hours.hours.weekday import State

LONG_NIGHT = 12 * 60
"""Minutes of a night from which on it is more likely a day whose end lacks twelve hours."""

Week = list[list[Span]]


def read_week(rows: Any, place: str, notes: Notes, opens: str, closes: str) -> tuple[WeeklyHours, list[str]]:
    """The week of some entries, and the time zones that their times name; `opens` and `closes` are the keys of the times."""
    week: Week = [[] for _ in DAYS]
    unknown: set[int] = set()
    zones: list[str] = []
    for entry, where in notes.objects(rows, place):
        days = _days(entry, where, notes)
        zones += [zone for key in (opens, closes) if (zone := extension_zone(entry.get(f"_{key}")))]
        span = _span(entry, where, notes, opens, closes)
        for day in days:
            if span is None:
                unknown.add(day)
            elif span[0] < span[1]:
                week[day].append(span)
    return _week(week, unknown, place, notes), zones


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


def _span(entry: dict[str, Any], place: str, notes: Notes, opens: str, closes: str) -> Span | None:
    """The minutes of an entry; an empty span where it says none that can be read, `None` where it says no times at all."""
    times = [_minute(entry.get(key), f"{place}/{key}", notes) for key in (opens, closes)]
    if entry.get("allDay") is True:
        if times != [None, None]:
            notes.tell("all-day-with-times", place, "it says allDay and times as well; the whole day was taken")
        return 0, DAY
    start, end = times
    if entry.get(opens) is None and entry.get(closes) is None:
        notes.tell("no-times", place, "these days have no times, so the hours of the whole day are taken to be unknown")
        return None
    if start is None or end is None:
        notes.tell("half-a-range", place, "one of the two times is missing or cannot be read; this entry was left out")
        return 0, 0
    if start == end and start:
        notes.tell("no-length", place, "it ends when it starts; this entry was left out. The whole day is allDay")
        return 0, 0
    if start == end:
        notes.tell("midnight-to-midnight", place, "from midnight to midnight is taken to be the whole day")
        return 0, DAY
    if end < start:
        end += DAY
        if end > DAY:
            _tell_night(start, end, place, notes)
    return start, end


def _tell_night(start: int, end: int, place: str, notes: Notes) -> None:
    if end - start > LONG_NIGHT:
        told = "it ends before it starts and is taken to run past midnight; perhaps the end lacks twelve hours"
        notes.tell("am-pm-suspect", place, told)
    else:
        notes.tell("past-midnight", place, "it ends before it starts and is taken to run past midnight")


def _minute(value: object, place: str, notes: Notes) -> int | None:
    if value is None:
        return None
    try:
        found = time.fromisoformat(value) if isinstance(value, str) and len(value) in (5, 8) else None
    except ValueError:
        found = None
    if found is None:
        notes.tell("not-a-time", place, f"{value!r:.40} is no time of day; write it as 08:00:00")
        return None
    if found.second:
        notes.tell("seconds-dropped", place, f"hours are in whole minutes: {value} is read as {found:%H:%M}")
    if found == time(23, 59, 59):
        return 0  # as an end: R4 has no 24:00
    return found.hour * 60 + found.minute


def _week(week: Week, unknown: set[int], place: str, notes: Notes) -> WeeklyHours:
    """The week of some spans; days without any may be unknown."""
    ranges = {name: [_range(*span) for span in sorted(set(spans))] for name, spans in zip(NAMES, week, strict=True)}
    try:
        made = WeeklyHours(**{name: DayHours(of) for name, of in ranges.items()})
    except ValueError:
        notes.tell("overlap", place, "some of these hours run into others; they were joined")
        made = WeeklyHours()
        for name, one in ((name, one) for name, of in ranges.items() for one in of):
            made |= WeeklyHours(**{name: [one]})
    return made.replace(**{NAMES[day]: UNKNOWN_DAY for day in unknown if not made.days[day]})


def _range(start: int, end: int) -> TimeRange:
    opens, closes = (time(minute % DAY // 60, minute % 60) for minute in (start, end))
    return TimeRange(opens, closes)


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
