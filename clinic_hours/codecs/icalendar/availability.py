"""Availability (RFC 7953): of which dates each component speaks, where several overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from clinic_hours.codecs.documents import Notes, shown
from clinic_hours.codecs.icalendar.events import Span
from clinic_hours.codecs.icalendar.lines import Component
from clinic_hours.codecs.icalendar.moments import Moment, Zones, duration_of, moment_of
from clinic_hours.codecs.icalendar.rules import moved
from clinic_hours.errors import NotRepresentableError
from clinic_hours.hours.minutes import DAY

MOST = 1000
"""Availabilities of one place at the most."""
LOWEST = 10
"""The rank of a priority that is not defined; 1 is the highest."""


@dataclass(frozen=True, slots=True)
class Availability:
    """A VAVAILABILITY, its rank, the dates of which it would speak, and those of which it does."""

    component: Component
    rank: int
    own: Span
    spans: tuple[Span, ...]


def availabilities(found: Sequence[Component], zones: Zones, zone: str | None, notes: Notes) -> list[Availability]:
    """The availability of one door: what a component of a higher priority speaks of, no other does."""
    if len(found) > MOST:
        raise NotRepresentableError(f"{found[MOST].place}: more than {MOST:,} availabilities are of one place")
    ranked = sorted(
        (Availability(each, _rank(each, notes), _span(each, zones, zone, notes), ()) for each in found),
        key=lambda each: each.rank,
    )
    out: list[Availability] = []
    for each in ranked:
        over = [other.own for other in out if other.rank < each.rank]
        spans = tuple(_without(each.own, over))
        if not spans:
            told = "one of a higher priority speaks of all its dates, so it is left out"
            notes.tell("overridden", each.component.place, told)
        _tell_busy(each.component, notes)
        out.append(Availability(each.component, each.rank, each.own, spans))
    return out


def _rank(component: Component, notes: Notes) -> int:
    line = component["PRIORITY"]
    text = line.value.strip()
    if text and text not in map(str, range(10)):
        notes.tell("unreadable-priority", line.place, f"{shown(text)} is no priority from 0 to 9, and is read as 0")
        text = ""
    return int(text or 0) or LOWEST


def _tell_busy(component: Component, notes: Notes) -> None:
    line = component["BUSYTYPE"]
    if line.value.strip().upper() == "BUSY-TENTATIVE":
        notes.tell("busy-tentative", line.place, "what is outside of it is not certainly closed, but is read as closed")


def _span(component: Component, zones: Zones, zone: str | None, notes: Notes) -> Span:
    """From its first date to its last; a part of a date counts as all of it."""
    first, last = _bound(component, "DTSTART", zones, zone, notes), _bound(component, "DTEND", zones, zone, notes)
    length = duration_of(component["DURATION"].value)
    if first and not last and length:
        wall = first.wall + length
        last = Moment(moved(date.min, wall // DAY), wall % DAY)
    begin = first.day if first else date.min
    if last is None:
        return begin, None
    end = last.day if last.minute else moved(last.day, -1)
    if (first and first.minute) or last.minute:
        notes.tell("cut-to-dates", component.place, f"it is read as from {begin} to {end}, both included")
    return begin, max(end, begin)


def _bound(component: Component, name: str, zones: Zones, zone: str | None, notes: Notes) -> Moment | None:
    line = component[name]
    found = moment_of(line, line.value, zones, notes) if line.value.strip() else None
    return found and found.on(zone)


def _without(span: Span, others: Sequence[Span]) -> Iterator[Span]:
    """What is left of some dates without others."""
    first, last = span
    for low, high in sorted(others, key=lambda other: other[0]):
        if (last is not None and low > last) or (high is not None and high < first):
            continue
        if low > first:
            yield first, moved(low, -1)
        if high is None:
            return
        first = max(first, moved(high, 1))
    if last is None or first <= last:
        yield first, last


def bounded(found: Sequence[Availability]) -> tuple[Span, ...]:
    """All dates of which some availability speaks; none where one speaks of all time from some date on."""
    own = tuple(each.own for each in found)
    return () if any(last is None for _, last in own) else own
