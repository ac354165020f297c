"""Hours in the shape that most formats have: a week, weeks for some spans of dates, and single dates.

What a format cannot say by a rule (every year, the nth Saturday, a break) is worked out for each date of a window, and whatever
differs there from the week becomes a date of its own. So the document and the value agree on every date of the window, whatever
the rules and their order; what the format cannot say at all is left out, and noted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from clinic_hours.codecs.assembling import UNKNOWN_DAY, UNKNOWN_WEEK
from clinic_hours.codecs.capabilities import Capabilities, Feature
from clinic_hours.codecs.documents import Notes
from clinic_hours.codecs.doors import AnyRule, Placed, Window, title
from clinic_hours.hours.date_kinds import Recurring
from clinic_hours.hours.date_kinds import Span as DateSpan
from clinic_hours.hours.day import CLOSED, DayHours, day_hours
from clinic_hours.hours.notation import Range, write_range
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours, seasonal_by_precedence, special_by_precedence
from clinic_hours.hours.week import NAMES, WeeklyHours
from clinic_hours.hours.weekday import State
from clinic_hours.location import Door
from clinic_hours.timeline.rules import Rules

SHORTEST_SEASON = 7
"""Days of a season at the least; what is shorter is told as dates."""
ANY_MONDAY = date(2024, 1, 1)
ONE_DAY = timedelta(days=1)
WINDOW_CODES = ("expanded", "beyond-window")
"""The codes of what holds in the window alone."""


class Season(NamedTuple):
    """The hours of the week from one date to another, both included."""

    first: date
    last: date
    hours: WeeklyHours
    reason: str


class Special(NamedTuple):
    """The hours of each date from one to another, both included, instead of the week's."""

    first: date
    last: date
    hours: DayHours
    reason: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A door's hours in the shape of most formats; `week` is `None` where the regular hours are unknown.

    Seasons do not overlap, and neither do special hours.
    """

    week: WeeklyHours | None
    seasons: tuple[Season, ...]
    special: tuple[Special, ...]

    def closures(self) -> dict[date, str]:
        """The dates on which special hours close it, with the reason."""
        return {day: each.reason for each in self.special if not each.hours for day in days_of(each)}


def days_of(span: Season | Special) -> Iterator[date]:
    """The dates of a span."""
    for number in range((span.last - span.first).days + 1):
        yield span.first + timedelta(days=number)


def outline(
    placed: Placed,
    window: Window,
    speech: Capabilities,
    notes: Notes,
    closed: Mapping[date, str] = MappingProxyType({}),
    native: Sequence[SpecialHours] = (),
) -> Outline:
    """The outline of a door, in what a format can say.

    `closed` are the dates on which a service is closed because its location is, each with the reason. They are told all the same,
    and what differs there is told date by date, because a dated day of the service's own wins over all else. `native` are special
    hours that the format says by their rule; no two of them name one date.
    """
    return _Outlining(placed, speech, notes, native).outline(window, closed)


class _Outlining:
    def __init__(self, placed: Placed, speech: Capabilities, notes: Notes, native: Sequence[SpecialHours]) -> None:
        self.placed, self.speech, self.notes, self.native = placed, speech, notes, native
        door = placed.door
        self.seasonal = seasonal_by_precedence([door.seasonal_hours])
        special = special_by_precedence([door.special_hours])
        self.rules = Rules(door.regular_hours, special, self.seasonal, door.breaks)
        self.weekly = weekly_breaks(door)
        self.unknown = door.regular_hours == UNKNOWN_WEEK and not door.breaks

    def outline(self, window: Window, closed: Mapping[date, str]) -> Outline:
        self._tell(window)
        regular = UNKNOWN_WEEK if self.unknown else self._cut(self.placed.door.regular_hours)
        days = list(window.dates())
        seasons = self._seasons(days) if self.speech.says(Feature.SEASONS) else []
        in_season = {day: season for season in seasons for day in days_of(season)}
        special: list[Special] = []
        apart = False
        for day in self._touched(days, in_season, closed):
            season = in_season.get(day)
            expected = Special(
                day, day, (season.hours if season else regular).days[day.weekday()], season.reason if season else ""
            )
            for rule in self.native:
                if rule.dates.matches(day):
                    expected = expected._replace(hours=self._said(rule.hours), reason="")
            held = self._held(day, unknown=expected.hours == UNKNOWN_DAY)
            if held == expected and day not in closed:
                continue
            last = special[-1] if special else None
            was_apart, apart = apart, day in closed and (held.hours, held.reason) != (CLOSED, closed[day])
            joins = last and last[2:] == held[2:] and last.last + ONE_DAY == day and not apart and not was_apart
            special[-1:] = [last._replace(last=day)] if last and joins else [*special[-1:], held]
        return Outline(None if self.unknown else regular, tuple(seasons), tuple(special))

    def _touched(self, days: list[date], in_season: Mapping[date, Season], closed: Mapping[date, str]) -> list[date]:
        """The dates, in order, that may differ from the week or the season: those of rules, and their neighbours for tails."""
        first, last = days[0], days[-1]
        rules: list[AnyRule] = [*self.rules.special, *(rule for rule in self.rules.breaks if rule not in self.weekly)]
        found = {day for rule in rules for day in rule.dates.in_range(first, last)} | {first, last, *closed}
        for rule in self.seasonal:
            found.update(day for day in rule.dates.in_range(first, last) if day not in in_season)
        for season in {id(season): season for season in in_season.values()}.values():
            found |= {season.first, season.last}
        near = {day.toordinal() + shift for day in found for shift in (-1, 0, 1)}
        return [day for day in days if day.toordinal() in near]

    def _held(self, day: date, unknown: bool) -> Special:
        """What holds on a date, in what the format can say; a day of which nothing is known is kept among others alike."""
        plan = self.rules.plan(day)
        reason = plan.reason if self.speech.says(Feature.REASONS) else ""
        hours = plan.hours if unknown and plan.hours == UNKNOWN_DAY and not reason else self._said(plan.hours)
        return Special(day, day, hours, reason)

    def _cut(self, week: WeeklyHours) -> WeeklyHours:
        """A week as the format says it, without the breaks of every week."""
        days = cut(week, self.weekly).days
        return WeeklyHours(**{name: self._said(day) for name, day in zip(NAMES, days, strict=True)})

    def _said(self, hours: DayHours) -> DayHours:
        """What the format can say of a day's hours."""
        notes = self.speech.says(Feature.NOTES)
        ranges = [piece if notes else piece._replace(note="") for piece in hours.plain if self._says(piece)]
        return day_hours(tuple(ranges))

    def _says(self, piece: Range) -> bool:
        return {
            State.BY_APPOINTMENT: self.speech.says(Feature.BY_APPOINTMENT),
            State.UNKNOWN: self.speech.says(Feature.UNKNOWN),
        }.get(piece.state, True)

    def _seasons(self, days: list[date]) -> list[Season]:
        """The runs of dates on which one season holds, but for the short ones."""
        found: list[Season] = []
        before: SeasonalHours | None = None
        for day in days:
            rule = next((season for season in self.seasonal if season.dates.matches(day)), None)
            if rule is not None and rule is before:
                found[-1] = found[-1]._replace(last=day)
            elif rule is not None:
                reason = rule.reason if self.speech.says(Feature.REASONS) else ""
                found.append(Season(day, day, self._cut(rule.hours), reason))
            before = rule
        return [season for season in found if (season.last - season.first).days + 1 >= SHORTEST_SEASON]

    # What cannot be said

    def _tell(self, window: Window) -> None:
        place = self.placed.place
        if not self.unknown:
            self._tell_hours(f"{place}/regular_hours", self.placed.door.regular_hours)
        for where, rule in self.placed.rules:
            if rule not in self.native:
                tell_dates(where, rule, window, self.notes)
            self._tell_hours(f"{where}/hours", rule.hours)
            if rule.reason and (isinstance(rule, Break) or not self.speech.says(Feature.REASONS)):
                self.notes.tell("reason-lost", f"{where}/reason", f"the reason of {title(rule)} is left out")

    def _tell_hours(self, where: str, hours: WeeklyHours | DayHours) -> None:
        days = (
            zip((f"{where}/{name}" for name in NAMES), hours.days, strict=True)
            if isinstance(hours, WeeklyHours)
            else [(where, hours)]
        )
        for place, day in days:
            for piece in day.plain:
                shown = write_range(*piece[:2])
                if not self._says(piece):
                    told = f"{shown} {piece.state.replace('_', ' ')} is left out"
                    self.notes.tell("state-lost", place, told)
                elif piece.note and not self.speech.says(Feature.NOTES):
                    self.notes.tell("note-lost", place, f"the note on {shown}, {piece.note!r}, is left out")


def tell_dates(where: str, rule: AnyRule, window: Window, notes: Notes) -> None:
    """Note what is told of a rule in a window alone, where it holds beyond that or has no dates of its own."""
    kind = rule.dates.kind
    if isinstance(kind, DateSpan):
        if (kind.last or date.max) > window.until:
            notes.tell("beyond-window", where, f"{title(rule)} is told up to {window.until} alone")
    elif not (isinstance(rule, Break) and _is_weekly(rule)):
        notes.tell("expanded", where, f"{title(rule)} is told as its dates up to {window.until}")


def weekly_breaks(door: Door) -> tuple[Break, ...]:
    """The breaks of a door that are the same in every week."""
    return tuple(rule for rule in door.breaks if _is_weekly(rule))


def cut(week: WeeklyHours, breaks: Sequence[Break]) -> WeeklyHours:
    """A week without the breaks of every week.

    >>> str(cut(WeeklyHours.parse("Mo 08:00-17:00"), [Break("RRULE:FREQ=DAILY", "12:00-13:00")]))
    'Mo 08:00-12:00,13:00-17:00'
    """
    rules = Rules(week, (), (), tuple(breaks))
    days = [rules.plan(ANY_MONDAY + timedelta(days=number)).hours for number in range(7)]
    return WeeklyHours(**dict(zip(NAMES, days, strict=True)))


def _is_weekly(rule: Break) -> bool:
    """Whether a break is the same in every week."""
    kind = rule.dates.kind
    if not isinstance(kind, Recurring) or kind.rule.start is not None:
        return False
    keys = {part.partition("=")[0] for part in kind.rule.text.split(";")}
    return kind.rule.frequency in ("DAILY", "WEEKLY") and keys <= {"FREQ", "BYDAY", "WKST"}
