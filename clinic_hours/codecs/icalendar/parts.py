"""The components of one door: an event, or an AVAILABLE, for each run of its hours, and events for what is closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from clinic_hours.codecs.assembling import UNKNOWN_WEEK
from clinic_hours.codecs.doors import ONE_DAY, Placed, Window
from clinic_hours.codecs.icalendar.package import Part, Property
from clinic_hours.codecs.icalendar.runs import Run, runs_of, times_of
from clinic_hours.codecs.icalendar.texts import escaped
from clinic_hours.codecs.icalendar.vocabulary import NOTE, OF, REASON, SEASON, SERVICE, SPECIAL, STATE, Form
from clinic_hours.codecs.outline import Outline, Season, Special, days_of
from clinic_hours.hours.notation import write_day
from clinic_hours.hours.special import SpecialHours
from clinic_hours.hours.weekday import State
from clinic_hours.location import Location

SAID = {
    State.OPEN: "{} open",
    State.BY_APPOINTMENT: "{} by appointment",
    State.UNKNOWN: "{}: hours may differ",
    State.CLOSED: "{} closed",
}
"""What a calendar shows."""


class Writer:
    """Writes the components of a location or of one of its services."""

    def __init__(self, location: Placed, placed: Placed, window: Window, stamp: datetime, form: Form) -> None:
        self.location, self.placed, self.window, self.form = location, placed, window, form
        self.stamp = f"{stamp:%Y%m%dT%H%M%SZ}"
        self.zone: ZoneInfo | None = placed.door.zone if placed.door.timezone else None
        self.uids: dict[str, int] = {}

    def parts(self, drawn: Outline, native: Sequence[SpecialHours], closed: Mapping[date, str]) -> Iterator[Part]:
        """The components of an outline; a service's closures on dates on which its location is closed stand there."""
        known = Outline(UNKNOWN_WEEK if drawn.week is None else drawn.week, drawn.seasons, drawn.special)
        runs = runs_of(known, native, self.window, self.zone)
        available = [run for run in runs if self.form == "availability" and run.piece.state is State.OPEN]
        if self.form == "availability":
            yield self._availability(available)
        for run in runs:
            if run not in available:
                yield from self._run(run, "VEVENT")
        for season in drawn.seasons:
            if not any(season.hours.days):
                yield self._closure(season.first, season.last, season.reason, season)
        for special in drawn.special:
            if not special.hours and not _is_known(special, closed):
                yield self._closure(special.first, special.last, special.reason, None)

    def _availability(self, runs: Sequence[Run]) -> Part:
        """All that is open, and that it is closed else."""
        properties = [
            *self._identity("availability"),
            Property("SUMMARY", escaped(f"{self._name()}: opening hours")),
            Property("BUSYTYPE", "BUSY-UNAVAILABLE"),
            *self._owner(),
        ]
        return Part("VAVAILABILITY", properties, [part for run in runs for part in self._run(run, "AVAILABLE")])

    def _run(self, run: Run, kind: str) -> Iterator[Part]:
        piece = run.piece
        start, end = times_of(piece, run.first, None if run.rule else self.zone)
        if run.rule and self.zone:
            start, end = start.replace(tzinfo=self.zone), end.replace(tzinfo=self.zone)
        elif start >= end:
            return  # All of it is skipped as the clocks go forward.
        key = (run.rule or str(run.first), write_day((piece,)), run.season and str(run.season.first))
        properties = [
            *self._identity("hours", *map(str, key)),
            self._at("DTSTART", start),
            # Where the clocks change between start and end, only their distance is the length of all the others.
            self._at("DTEND", end)
            if not run.rule or start.utcoffset() == end.utcoffset()
            else Property("DURATION", f"PT{piece.end - piece.start}M"),
            *self._rule(run, start.time()),
            *self._shown(piece.state, run.reason, piece.note, run.season, kind),
            *([Property(SPECIAL, "TRUE")] if run.special else []),
        ]
        yield Part(kind, properties)

    def _rule(self, run: Run, starts: time) -> Iterator[Property]:
        if not run.rule:
            return
        until = ""
        if run.last is not None:
            end = datetime.combine(run.last, time(23, 59, 59), self.zone)
            until = f";UNTIL={_stamp(end.astimezone(UTC)) + 'Z' if self.zone else _stamp(end)}"
        yield Property("RRULE", run.rule + until)
        if run.but:
            days = [datetime.combine(day, starts, self.zone) for day in run.but]
            yield Property("EXDATE", ",".join(map(self._clock, days)), self._params())

    def _closure(self, first: date, last: date, reason: str, season: Season | None) -> Part:
        """An event of whole days, which says that it is closed."""
        properties = [
            *self._identity("closed", str(first), reason),
            Property("DTSTART", f"{first:%Y%m%d}", {"VALUE": "DATE"}),
            Property("DTEND", f"{last + ONE_DAY:%Y%m%d}", {"VALUE": "DATE"}),
            *self._shown(State.CLOSED, reason, "", season, "VEVENT"),
        ]
        return Part("VEVENT", properties)

    def _identity(self, *keys: str) -> Iterator[Property]:
        """A UID that stays the same while the hours do, and the stamp."""
        key = "/".join((f"clinic-hours:{self.location.door.key}", self.placed.place and self.placed.door.key, *keys))
        number = self.uids[key] = self.uids.get(key, 0) + 1
        yield Property("UID", str(uuid5(NAMESPACE_URL, f"{key}/{number}")))
        yield Property("DTSTAMP", self.stamp)

    def _name(self) -> str:
        service, location = self.placed.door.name, self.location.door.name
        return location if self.placed is self.location else f"{service} ({location})"

    def _owner(self) -> Iterator[Property]:
        yield Property(OF, escaped(self.location.door.key))
        if self.placed is not self.location:
            yield Property(SERVICE, escaped(self.placed.door.key))

    def _shown(self, state: State, reason: str, note: str, season: Season | None, kind: str) -> Iterator[Property]:
        door = self.location.door
        said = SAID[state].format(self._name())
        yield Property("SUMMARY", escaped(f"{said}: {reason}" if reason else said))
        if note:
            yield Property("DESCRIPTION", escaped(note))
        address = door.address if isinstance(door, Location) else None
        held = [text for text in address.model_dump().values() if text] if address else []
        yield Property("LOCATION", escaped(", ".join([door.name, *held])))
        if self.placed.door.phone:
            yield Property("CONTACT", escaped(self.placed.door.phone))
        if kind == "VEVENT":
            yield from self._of_an_event(state)
        yield from self._owner()
        yield Property(STATE, state.name)
        if reason:
            yield Property(REASON, escaped(reason))
        if note:
            yield Property(NOTE, escaped(note))
        if season:
            yield Property(SEASON, f"{season.first}/{season.last}")

    def _of_an_event(self, state: State) -> Iterator[Property]:
        """What only an event has. Whoever subscribes to opening hours is not busy while they last."""
        if self.placed.door.url:
            yield Property("URL", self.placed.door.url)
        yield Property("TRANSP", "TRANSPARENT")
        if state is State.UNKNOWN:
            yield Property("STATUS", "TENTATIVE")

    # Clocks

    def _at(self, name: str, at: datetime) -> Property:
        return Property(name, self._clock(at), self._params())

    def _clock(self, at: datetime) -> str:
        return _stamp(at) + "Z" * self._is_utc

    def _params(self) -> dict[str, str]:
        return {"TZID": str(self.placed.door.timezone)} if self.zone and not self._is_utc else {}

    @property
    def _is_utc(self) -> bool:
        return self.placed.door.timezone == "UTC"


def _stamp(at: datetime) -> str:
    return f"{at.year:04}{at:%m%dT%H%M%S}"


def _is_known(special: Special, closed: Mapping[date, str]) -> bool:
    """Whether the location is closed on all dates of a closure, and for the same reason."""
    return all(closed.get(day) == special.reason for day in days_of(special))
