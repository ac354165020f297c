"""All the events of one door as plain pieces: weeks that hold for some time, rules, single dates, and closures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from clinic_hours.codecs.documents import Notes
from clinic_hours.codecs.doors import MOST_DAYS
from clinic_hours.codecs.icalendar.events import Event, Span
from clinic_hours.codecs.icalendar.rules import Rule, moved
from clinic_hours.errors import NotRepresentableError
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.notation import Range

MOST_SINGLE = 50_000
"""Single dates at the most, counted over all events."""
LONGEST_WEEKS = 31
"""Days that are counted out one by one at the most, where the same hours hold on each of them."""
LONGEST_YEARLY = 300
"""Days of a closure of every year at the most."""
ALWAYS: Span = (date.min, None)


class Era(NamedTuple):
    """A range on some days of the week, from one date to another or without an end, but for some dates."""

    first: date
    last: date | None
    days: frozenset[int]
    piece: Range
    but: frozenset[date]
    reason: str = ""
    season: bool = False

    def on(self, day: date) -> bool:
        """Whether its range opens on a date."""
        return self.first <= day <= (self.last or date.max) and day.weekday() in self.days and day not in self.but


class Repeat(NamedTuple):
    """A range on the dates of a rule that is the same in no week, but for some dates."""

    rule: Rule
    dates: Dates
    piece: Range
    but: frozenset[date]

    def on(self, day: date) -> bool:
        """Whether its range opens on a date."""
        return day not in self.but and self.dates.matches(day)


class Closure(NamedTuple):
    """A closure from one date to another, or on the dates of a rule; `season` where a season is closed."""

    dates: Dates
    first: date
    last: date
    reason: str
    season: bool


@dataclass(slots=True)
class Pieces:
    """What the events of a door say."""

    notes: Notes
    eras: list[Era] = field(default_factory=list[Era])
    repeats: list[Repeat] = field(default_factory=list[Repeat])
    dates: dict[date, list[tuple[Range, str]]] = field(default_factory=dict[date, list[tuple[Range, str]]])
    closures: list[Closure] = field(default_factory=list[Closure])
    single: int = 0

    def add(self, event: Event) -> None:
        """Add what an event says."""
        if event.closes:
            self._close(event)
            return
        if event.rule is None:
            self._add_dates(event, [event.start.day], event.start.minute or 0, event.length)
        else:
            self._add_rule(event, event.rule)
        for moment, length in event.more:
            self._add_dates(event, [moment.day], moment.minute or 0, length)

    def _add_rule(self, event: Event, rule: Rule) -> None:
        week = rule.week
        last = rule.last_of_week(week) if week else None
        if week and not event.is_special and not _is_short(rule, last):
            self._add_eras(event, rule, week, last)
            return
        # What this library writes as a rule is one, and meets no other hours.
        few = rule.few() if event.is_special or not event.is_own else None
        if few is None and event.spans is not None:
            few = self._within(event, rule)
        if few is not None:
            self._add_dates(event, [day for day in few if day not in event.but], event.start.minute or 0, event.length)
        elif week:
            self._add_eras(event, rule, week, last)
        else:
            self._add_repeat(event, rule)

    def _add_repeat(self, event: Event, rule: Rule) -> None:
        found = list(_pieces(event, event.start.minute or 0, event.length))
        if len(found) > 1:
            told = "it recurs in no week and lasts a day or longer, so only its first day is read"
            self.notes.tell("too-long", event.place, told)
        self.repeats.append(Repeat(rule, rule.dates(), found[0][1], event.but))

    def _within(self, event: Event, rule: Rule) -> list[date]:
        """The dates of a rule without an end in the spans of an availability."""
        found: list[date] = []
        for first, last in event.spans or ():
            begin = max(first, rule.start)
            found += rule.dates().in_range(begin, last or moved(begin, MOST_DAYS))
        return found

    def _add_eras(self, event: Event, rule: Rule, week: tuple[int, ...], last: date | None) -> None:
        first = rule.start
        if event.season and event.season[0] <= first and (first - event.season[0]).days < 7:
            first = event.season[0]
        for low, high in event.spans or (ALWAYS,):
            begin = max(low, first)
            end = min(high or date.max, last or date.max)
            if begin > end:
                continue
            for shift, piece in _pieces(event, event.start.minute or 0, event.length):
                self.eras.append(
                    Era(
                        moved(begin, shift),
                        None if end == date.max else moved(end, shift),
                        frozenset((day + shift) % 7 for day in week),
                        piece,
                        frozenset(moved(day, shift) for day in event.but),
                        event.reason,
                        event.season is not None,
                    )
                )

    def _add_dates(self, event: Event, days: Iterable[date], minute: int, length: int) -> None:
        for day in days:
            if not _allowed(event, day):
                continue
            for shift, piece in _pieces(event, minute, length):
                self._count(event)
                self.dates.setdefault(moved(day, shift), []).append((piece, event.reason))

    def _count(self, event: Event) -> None:
        self.single += 1
        if self.single > MOST_SINGLE:
            raise NotRepresentableError(f"{event.place}: more than {MOST_SINGLE:,} single dates are told")

    # Closures

    def _close(self, event: Event) -> None:
        days = max(event.length // DAY, 1)
        few = [event.start.day] if event.rule is None else event.rule.few()
        if few is None and event.rule is not None:
            yearly = _yearly(event.rule, days)
            if yearly is None and days > 1:
                told = "of a closure of several days that recurs without an end only the first is read"
                self.notes.tell("closed-once", event.place, told)
                few = [event.start.day]
            else:
                dates = yearly or event.rule.dates()
                self.closures.append(Closure(dates, event.start.day, date.max, event.reason, False))
        for day in few or ():
            if day not in event.but:
                self._count(event)
                last = moved(day, days - 1)
                season = event.season is not None
                self.closures.append(Closure(Dates.between(day, last), day, last, event.reason, season))


def _yearly(rule: Rule, days: int) -> Dates | None:
    """The dates of every year that a rule without an end says; `None` where it says others."""
    own = {"FREQ": "YEARLY", "INTERVAL": "1", "BYMONTH": str(rule.start.month), "BYMONTHDAY": str(rule.start.day)}
    if not rule.parts.items() <= own.items() or days > LONGEST_YEARLY:
        return None
    return Dates.yearly(f"{rule.start:%m-%d}", f"{moved(rule.start, days - 1):%m-%d}")


def _is_short(rule: Rule, last: date | None) -> bool:
    """Whether a rule of every day only counts out some dates in a row."""
    return rule.parts["FREQ"] == "DAILY" and last is not None and (last - rule.start).days < LONGEST_WEEKS


def _allowed(event: Event, day: date) -> bool:
    return event.spans is None or any(low <= day <= (high or date.max) for low, high in event.spans)


def _pieces(event: Event, start: int, length: int) -> Iterator[tuple[int, Range]]:
    """The ranges of a stretch of minutes, each with its days after the first; one of more than a day is cut at midnights."""
    words = (event.state, event.note)
    if length < DAY:
        yield 0, Range(start, start + length, *words)
        return
    at, end = start, start + length
    while at < end:
        midnight = min((at // DAY + 1) * DAY, end)
        yield at // DAY, Range(at % DAY, at % DAY + midnight - at, *words)
        at = midnight
