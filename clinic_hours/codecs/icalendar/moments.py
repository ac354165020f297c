"""Dates, times and durations of RFC 5545, and the clocks on which they stand."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from clinic_hours.codecs.documents import Notes, shown
from clinic_hours.codecs.icalendar.lines import Line
from clinic_hours.codecs.icalendar.package import zone_of_windows
from clinic_hours.hours.minutes import DAY
from clinic_hours.location.given import zone_named

_MOMENT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})?(Z?))?", re.IGNORECASE)
_DURATION = re.compile(
    r"\+?P(?:([0-9]{1,5})W|(?:([0-9]{1,6})D)?(?:T(?:([0-9]{1,6})H)?(?:([0-9]{1,8})M)?(?:[0-9]{1,9}S)?)?)", re.IGNORECASE
)


class Moment(NamedTuple):
    """A date, and a minute of it unless all of it is meant, on the clock of a zone; of none where it names none."""

    day: date
    minute: int | None
    zone: str | None = None

    def on(self, zone: str | None) -> Moment:
        """The same moment on the clock of another zone; as it is where either has none, or at the edges of the calendar."""
        if self.minute is None or self.zone is None or zone in (None, self.zone):
            return self
        try:
            wall = datetime(self.day.year, self.day.month, self.day.day, *divmod(self.minute, 60))
            at = wall.replace(tzinfo=zone_named(self.zone)).astimezone(zone_named(str(zone)))
        except OverflowError:
            return self
        return Moment(at.date(), at.hour * 60 + at.minute, zone)

    @property
    def wall(self) -> int:
        """The minutes of the wall clock since the first date of the calendar."""
        return (self.day.toordinal() - 1) * DAY + (self.minute or 0)


class Zones:
    """The time zones that a calendar names, as IANA names them; `own` is that of what names none, if it tells."""

    def __init__(self, custom: dict[str, str], own: str | None, notes: Notes) -> None:
        self.custom, self.own, self.notes = custom, own, notes
        self.known: dict[str, str | None] = {}

    def named(self, tzid: str, place: str) -> str | None:
        """The zone of a TZID; `own`, and a note, where it is none."""
        if tzid not in self.known:
            self.known[tzid] = self._found(tzid, place)
        return self.known[tzid]

    def _found(self, tzid: str, place: str) -> str | None:
        parts = tzid.strip("/ ").split("/")
        # A name may stand behind the one of whoever made it: /freeassociation.sourceforge.net/Europe/Berlin.
        names = [*("/".join(parts[start:]) for start in range(min(len(parts), 6))), self.custom.get(tzid, "")]
        found = next((name for name in names if name and is_zone(name)), None) or zone_of_windows(tzid)
        if found is not None:
            if found != tzid:
                self.notes.tell("zone-renamed", place, f"the time zone {shown(tzid)} is read as {found}")
            return found
        instead = f"those of {self.own}" if self.own else "the place's own"
        told = f"no time zone is named {shown(tzid)}; its times are read as {instead}"
        self.notes.tell("zone-unknown", place, told)
        return self.own


def is_zone(name: str) -> bool:
    """Whether there is a time zone of a name.

    >>> is_zone("Europe/Berlin"), is_zone("Mars/Base")
    (True, False)
    """
    # Not by `zone_named`, whose error looks for near names, in a calendar with thousands of its own.
    try:
        return bool(ZoneInfo(name).key)
    except (OSError, ValueError, KeyError):
        return False


def moments_of(line: Line, zones: Zones, notes: Notes) -> list[Moment]:
    """The moments of a property, which may be several; what is none is noted. Of a period the start."""
    found = (moment_of(line, value.partition("/")[0], zones, notes) for value in line.value.split(","))
    return [moment for moment in found if moment is not None]


def moment_of(line: Line, value: str, zones: Zones, notes: Notes) -> Moment | None:
    """The moment of a value; `None`, and a note, where it is none."""
    found = _MOMENT.fullmatch(value.strip())
    try:
        if found is None:
            raise ValueError
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return Moment(day, None)
        hour, minute, second = int(found[4]), int(found[5]), int(found[6] or 0)
        if hour > 23 or minute > 59 or second > 60:
            raise ValueError
    except ValueError:
        notes.tell("unreadable-date", line.place, f"{shown(value)} is no date, and is left out")
        return None
    tzid = line.params.get("TZID", "")
    zone = "UTC" if found[7] else zones.named(tzid, line.place) if tzid else zones.own
    return Moment(day, hour * 60 + minute, zone)


def duration_of(value: str) -> int | None:
    """The whole minutes of a duration; `None` where it is none.

    >>> duration_of("PT1H30M"), duration_of("P1D"), duration_of("1:30")
    (90, 1440, None)
    """
    found = _DURATION.fullmatch(value.strip())
    if found is None:
        return None
    weeks, days, hours, minutes = (int(found[number] or 0) for number in range(1, 5))
    return (weeks * 7 + days) * DAY + hours * 60 + minutes
