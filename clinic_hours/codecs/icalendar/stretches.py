"""Weeks that hold for some time, as stretches of time in each of which one week holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from clinic_hours.codecs.assembling import day_of, week_of
from clinic_hours.codecs.documents import Notes
from clinic_hours.codecs.doors import ONE_DAY
from clinic_hours.codecs.icalendar.events import Span
from clinic_hours.codecs.icalendar.pieces import Era
from clinic_hours.codecs.icalendar.rules import moved
from clinic_hours.errors import NotRepresentableError
from clinic_hours.hours.notation import Range
from clinic_hours.hours.week import WeeklyHours

MOST = 500_000
"""Weeks that hold in some stretch of time, counted over all stretches, at the most."""
SHORT = 7
"""Days of a stretch that is told date by date if it is shorter."""


class Stretch(NamedTuple):
    """From one date to another, or without an end, the same week holds; `known` is false where nothing is said of it.

    `days` are the ranges that open on each day of the week, which may overlap.
    """

    first: date
    last: date | None
    days: tuple[tuple[Range, ...], ...]
    reason: str
    season: bool
    known: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing opens."""
        return not any(self.days)

    @property
    def is_short(self) -> bool:
        """Whether it is shorter than a week."""
        return self.last is not None and (self.last - self.first).days + 1 < SHORT

    def dates(self) -> Iterable[date]:
        """Its dates; those of the first week where it has no end."""
        last = self.last or moved(self.first, SHORT - 1)
        return (self.first + timedelta(days=number) for number in range((last - self.first).days + 1))

    def week(self, place: str, notes: Notes) -> WeeklyHours:
        """Its week."""
        return week_of([day_of(day, place, notes).plain for day in self.days], place, notes)


def stretches_of(eras: Sequence[Era], seasons: Sequence[Span], spans: Sequence[Span], place: str) -> list[Stretch]:
    """The time from the first era on.

    `seasons` are closed, `spans` are all that an availability speaks of, if it does not of all time.
    """
    if not eras:
        return []
    others = [*seasons, *spans]
    # What has no beginning needs no stretch before the first era.
    edges = {first for first, _ in others if first > date.min} | {_after(last) for _, last in others if last}
    aligned = _aligned(eras, edges)
    starts = sorted(edges | {era.first for era in aligned} | {_after(era.last) for era in aligned if era.last})
    waiting = sorted(aligned, key=lambda era: era.first, reverse=True)
    active: list[Era] = []
    out: list[Stretch] = []
    work = 0
    for first, following in zip(starts, [*starts[1:], None], strict=True):
        while waiting and waiting[-1].first <= first:
            active.append(waiting.pop())
        active = [era for era in active if (era.last or date.max) >= first]
        work += len(active)
        if work > MOST:
            raise NotRepresentableError(f"{place}: too many events recur at the same time")
        out.append(_stretch(first, following and following - ONE_DAY, active, spans))
    return out


def _after(day: date) -> date:
    return moved(day, 1)


def _stretch(first: date, last: date | None, eras: Sequence[Era], spans: Sequence[Span]) -> Stretch:
    days: list[dict[Range, None]] = [{} for _ in range(7)]
    for era in eras:
        for day in era.days:
            days[day][era.piece] = None
    known = not spans or any(low <= first <= (high or date.max) for low, high in spans)
    seasons = [era for era in eras if era.season]
    reason = next((era.reason for era in seasons if era.reason), "")
    return Stretch(first, last, tuple(tuple(day) for day in days), reason, bool(seasons), known)


def _aligned(eras: Sequence[Era], others: Iterable[date]) -> list[Era]:
    """The eras, each from the first edge on since which it would have opened on no date.

    A recurrence begins on the first of its dates, so what begins together begins on different days of a week.
    """
    edges = {*others, *(era.first for era in eras), *(_after(era.last) for era in eras if era.last)}
    return [era if era.season else era._replace(first=_edge(era, edges)) for era in eras]


def _edge(era: Era, edges: set[date]) -> date:
    found = era.first
    for back in range(1, 7):
        day = moved(era.first, -back)
        if day.weekday() in era.days:
            break
        found = day if day in edges else found
    return found
