"""The regular, seasonal and special hours of one door, from all that its events say: they add up, and closures win."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from clinic_hours.codecs.assembling import UNKNOWN_WEEK, day_of
from clinic_hours.codecs.documents import Notes
from clinic_hours.codecs.doors import MOST_DAYS, ONE_DAY
from clinic_hours.codecs.icalendar.events import Event
from clinic_hours.codecs.icalendar.events import Span as Dated
from clinic_hours.codecs.icalendar.pieces import Pieces
from clinic_hours.codecs.icalendar.repeats import meeting, special_of
from clinic_hours.codecs.icalendar.rules import moved
from clinic_hours.codecs.icalendar.runs import times_of
from clinic_hours.codecs.icalendar.stretches import Stretch, stretches_of
from clinic_hours.errors import NotRepresentableError
from clinic_hours.hours.date_kinds import Span
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.day import CLOSED, DayHours
from clinic_hours.hours.notation import Range
from clinic_hours.hours.special import SeasonalHours, SpecialHours, special_by_precedence
from clinic_hours.hours.week import WeeklyHours

MOST_CLOSED = 100_000
"""Days of closures at the most."""
MOST_LOOKS = 5_000_000
"""Looks at an event for a date at the most."""

NEVER = WeeklyHours()


class Calendar:
    """The hours of the events of one door.

    `inherited` are the dates on which a service is closed because its location is, each with the reason. `spans` are the dates of
    which an availability speaks at all, if there is nothing else.
    """

    def __init__(
        self,
        events: Iterable[Event],
        zone: ZoneInfo | None,
        place: str,
        notes: Notes,
        inherited: Mapping[date, str],
        spans: Sequence[Dated] = (),
    ) -> None:
        self.zone, self.place, self.notes, self.inherited = zone, place, notes, inherited
        self.pieces = Pieces(notes)
        for event in events:
            self.pieces.add(event)
        seasons = [(each.first, each.last) for each in self.pieces.closures if each.season]
        self.stretches = stretches_of(self.pieces.eras, seasons, spans, place)
        self.regular = self._regular(bool(spans))
        self.seasons: list[tuple[Stretch, SeasonalHours]] = []
        self.special: list[SpecialHours] = [
            SpecialHours(each.dates, CLOSED, each.reason) for each in self.pieces.closures if not each.season
        ]
        self._lasting: list[SpecialHours] = []
        self._closed = self._closures()
        self.gaps: list[Stretch] = []
        self._add_stretches()
        self.repeated = special_of(self.pieces.repeats, self.regular, self._origin(), place, notes)
        self._by_precedence = special_by_precedence([self.repeated])
        self.dated = self._dated()

    def _origin(self) -> date:
        """The date from which the calendar speaks."""
        begun = [each.rule.start for each in self.pieces.repeats] + [each.first for each in self.stretches[:1]]
        return min(begun, default=date.min)

    def _regular(self, bounded: bool) -> WeeklyHours:
        last = self.stretches[-1] if self.stretches else None
        if bounded and (last is None or last.is_empty or not last.known):
            return UNKNOWN_WEEK
        return last.week(self.place, self.notes) if last else NEVER

    def _add_stretches(self) -> None:
        for each in self.stretches:
            week = each.week(self.place, Notes()) if each.known else self.regular
            if each.is_short or not each.known or (week == self.regular and not each.season):
                continue
            dates = Dates.between(each.first, each.last)
            if each.is_empty:
                self._add_gap(each)
            else:
                self.seasons.append((each, SeasonalHours(dates, each.week(self.place, self.notes), each.reason)))
        for closure in self.pieces.closures:
            if closure.season:
                rule = SeasonalHours(closure.dates, NEVER, closure.reason)
                empty: tuple[tuple[Range, ...], ...] = ((),) * 7
                self.seasons.append((Stretch(closure.first, closure.last, empty, closure.reason, True, True), rule))

    def _add_gap(self, gap: Stretch) -> None:
        """A stretch in which nothing opens, but where that is a season."""
        if not any(each.season and (each.first, each.last) == (gap.first, gap.last) for each in self.pieces.closures):
            self.special.append(SpecialHours(Dates.between(gap.first, gap.last), CLOSED))
            self.gaps.append(gap)

    def _closures(self) -> dict[date, str]:
        """The dates of its closures, with the reason; those that recur or last longer than ten years are left to their rules."""
        found: dict[date, str] = {}
        days = 0
        for rule in self.special:
            kind = rule.dates.kind
            if isinstance(kind, Span) and kind.length <= MOST_DAYS:
                days += kind.length
                found |= dict.fromkeys(rule.dates.in_range(kind.first, kind.last or kind.first), rule.reason)
            else:
                self._lasting.append(rule)
            if days > MOST_CLOSED:
                raise NotRepresentableError(f"{self.place}: the closures of more than {MOST_CLOSED:,} days are told")
        return found

    def hours(self) -> dict[str, Any]:
        """The rules of the door."""
        special = [*self.special, *self.repeated, *self.dated]
        return {
            "regular_hours": self.regular,
            "seasonal_hours": [rule for _, rule in self.seasons],
            "special_hours": special,
        }

    def _dated(self) -> list[SpecialHours]:
        """What holds on single dates other than by all the rules."""
        out: list[SpecialHours] = []
        last: date | None = None
        days = self._touched()
        looks = len(days) * (len(self.pieces.eras) + 10 * (len(self.pieces.repeats) + len(self._lasting)) + 1)
        if looks > MOST_LOOKS:
            raise NotRepresentableError(f"{self.place}: too many events have exceptions")
        for day in days:
            if any(rule.dates.matches(day) for rule in self._lasting):
                continue
            actual, reason = self._actual(day)
            expected, why = self._expected(day)
            if reason == why and self._is_same(day, actual, expected):
                continue
            before = out[-1] if out else None
            apart = day in self.inherited or last in self.inherited
            if before and last == day - ONE_DAY and (before.hours, before.reason) == (actual, reason) and not apart:
                out[-1] = SpecialHours(Dates.between(_first(before), day), actual, reason)
            else:
                out.append(SpecialHours(Dates.on(day), actual, reason))
            last = day
        return out

    def _touched(self) -> list[date]:
        """The dates, in order, on which something may differ from the rules."""
        pieces = self.pieces
        exceptions = [era.but for era in pieces.eras] + [repeat.but for repeat in pieces.repeats]
        found = {day for but in exceptions for day in but}
        found |= {*pieces.dates, *self.inherited}
        for each in self.stretches:
            if each.is_short:
                found.update(each.dates())
        for repeat in pieces.repeats:
            for stretch in (*self.gaps, *(season for season, _ in self.seasons)):
                found.update(repeat.dates.in_range(stretch.first, stretch.last or stretch.first))
        found |= meeting(self.repeated, max((each.rule.start for each in pieces.repeats), default=date.min), self.notes)
        return sorted(found - self._closed.keys())

    def _actual(self, day: date) -> tuple[DayHours, str]:
        """What the events say of a date, and why: a reason is that of the rule that sets the hours."""
        dated = self.pieces.dates.get(day, [])
        repeated = [repeat.piece for repeat in self.pieces.repeats if repeat.on(day)]
        ranges = [era.piece for era in self.pieces.eras if era.on(day)] + repeated + [piece for piece, _ in dated]
        if not ranges and day in self.inherited:
            return CLOSED, self.inherited[day]
        if (
            not ranges
            and self.regular == UNKNOWN_WEEK
            and not any(_holds(each, day) and each.known for each in self.stretches)
        ):
            return self.regular.days[day.weekday()], ""
        reason = next((why for _, why in dated if why), "")
        if not dated and not repeated:
            reason = next((rule.reason for stretch, rule in self.seasons if _holds(stretch, day)), "")
        return day_of(ranges, str(day), self.notes), reason

    def _expected(self, day: date) -> tuple[DayHours, str]:
        """What the rules say of a date, and why."""
        if day in self.inherited:
            return CLOSED, self.inherited[day]
        if any(_holds(gap, day) for gap in self.gaps):
            return CLOSED, ""
        for rule in self._by_precedence:
            if rule.dates.matches(day):
                return rule.hours, rule.reason
        for stretch, season in self.seasons:
            if _holds(stretch, day):
                return season.hours.days[day.weekday()], season.reason
        return self.regular.days[day.weekday()], ""

    def _is_same(self, day: date, actual: DayHours, expected: DayHours) -> bool:
        """Whether two hours of a date are the same, also where only the clock skips what one of them has more."""
        if actual == expected or self.zone is None or not date.min.year < day.year < date.max.year:
            return actual == expected
        return list(self._instants(day, actual)) == list(self._instants(day, expected))

    def _instants(self, day: date, hours: DayHours) -> Iterator[tuple[Any, ...]]:
        for piece in hours.plain:
            start, end = times_of(piece, day, self.zone)
            if start.timestamp() < end.timestamp():
                yield start.timestamp(), end.timestamp(), *piece[2:]

    @property
    def closed(self) -> dict[date, str]:
        """The dates on which it is closed by special hours, with the reason; services inherit them."""
        spans = [(gap.first, min(gap.last or gap.first, moved(gap.first, MOST_DAYS)), "") for gap in self.gaps]
        for rule in self.dated:
            first, last = (date.fromordinal(number) for number in rule.dates.kind.bounds)
            spans += [] if rule.hours else [(first, last, rule.reason)]
        inferred = {day: why for first, last, why in spans for day in Dates.between(first, last).in_range(first, last)}
        return inferred | self._closed


def _holds(stretch: Stretch, day: date) -> bool:
    return stretch.first <= day <= (stretch.last or date.max)


def _first(rule: SpecialHours) -> date:
    return date.fromordinal(rule.dates.kind.bounds[0])
