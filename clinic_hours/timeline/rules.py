"""All the rules that decide a location's hours, in the order in which they win; and what they say of one date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from clinic_hours.hours.day import DayHours, day_hours
from clinic_hours.hours.minutes import DAY, Span, joined, without
from clinic_hours.hours.notation import Range
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.hours.weekday import PRECEDENCE, State


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What holds on one date, and why: the hours, the rule that set them (`None` for regular ones), the breaks, the reason."""

    hours: DayHours
    rule: SpecialHours | SeasonalHours | None
    breaks: tuple[Break, ...]
    reason: str


class Piece(NamedTuple):
    """A part of a range that opens on some date, in minutes of the date that was asked for."""

    start: int
    end: int
    range: Range
    reason: str


class Rules(NamedTuple):
    """The regular week, and the rules on top of it; special and seasonal hours with the one that wins first."""

    regular: WeeklyHours
    special: tuple[SpecialHours, ...] = ()
    seasonal: tuple[SeasonalHours, ...] = ()
    breaks: tuple[Break, ...] = ()

    def plan(self, day: date) -> DayPlan:
        """What holds on a date, breaks taken out."""
        hours, rule = self._opens(day)
        breaks = tuple(rule for rule in self.breaks if rule.dates.matches(day))
        reason = rule.reason if rule else ""
        return DayPlan(self._cut(day, hours), rule, breaks, reason)

    def _opens(self, day: date) -> tuple[DayHours, SpecialHours | SeasonalHours | None]:
        """The hours that open on a date, and the rule that sets them."""
        for special in self.special:
            if special.dates.matches(day):
                return special.hours, special
        for season in self.seasonal:
            if season.dates.matches(day):
                return season.hours.days[day.weekday()], season
        return self.regular.days[day.weekday()], None

    def _cut(self, day: date, hours: DayHours) -> DayHours:
        """The hours of a date without its breaks, and with what resumes on it of a tail that a break cut."""
        if not self.breaks:
            return hours
        whole = [piece for piece in self.pieces(day) if 0 <= piece.start < DAY]
        return day_hours(tuple(_apart(whole)))

    def pieces(self, day: date) -> list[Piece]:
        """What is left, after the breaks, of the ranges that open on a date and on the one before it."""
        return self._pieces(day, joined(span for _, span in self.breaks_around(day)))

    def _pieces(self, day: date, cuts: Sequence[Span]) -> list[Piece]:
        out: list[Piece] = []
        for shift, opened in ((-DAY, _shifted(day, -1)), (0, day)):
            if opened is None:
                continue
            hours, rule = self._opens(opened)
            for plain in hours.plain:
                span = (plain.start + shift, plain.end + shift)
                out += [Piece(start, end, plain, rule.reason if rule else "") for start, end in without([span], cuts)]
        return out

    def why(self, day: date, minute: int, state: State) -> tuple[str, str]:
        """The reason and the note at a minute of a date, for the state that holds then.

        While a range runs they are that range's, also in a tail; in a break they are the break's, else those of the date.
        """
        running = [p for p in self.pieces(day) if p.start <= minute < p.end and p.range.state is state]
        if running:
            # Of two, the one that opened first: last night's tail.
            return running[0].reason, running[0].range.note
        for cut, (start, end) in self.breaks_around(day):
            if start <= minute < end and any(p.start <= minute < p.end for p in self._pieces(day, ())):
                return cut.reason, ""
        _, rule = self._opens(day)
        return rule.reason if rule else "", ""

    def breaks_around(self, day: date) -> Iterator[tuple[Break, Span]]:
        """The breaks of a date and of its neighbours, each with its times in minutes of the date."""
        for rule in self.breaks:
            for shift in (-1, 0, 1):
                near = _shifted(day, shift)
                if near is not None and rule.dates.matches(near):
                    for start, end, *_ in rule.hours.plain:
                        yield rule, (start + shift * DAY, end + shift * DAY)


def _shifted(day: date, days: int) -> date | None:
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def _apart(pieces: Sequence[Piece]) -> list[Range]:
    """Ranges that do not overlap: where two would, the better state holds, and of two alike the one that opened first."""
    out: list[Range] = []
    for piece in sorted(pieces, key=lambda p: (PRECEDENCE.index(p.range.state), p.start)):
        taken = [r[:2] for r in out]
        out += [Range(start, end, *piece.range[2:]) for start, end in without([piece[:2]], taken)]
    return out
