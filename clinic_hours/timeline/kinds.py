"""Kinds of day: what opens on a date by the rules, for many dates at a time.

A *kind* is what opens on a day and what breaks take out from it on. Two kinds in a row make a shape: yesterday's tail and today's
hours. There are few of them, equal ones are one object, and a search over many dates looks at the distinct pairs only.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import lcm

from clinic_hours.hours.dates import Dates
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.minutes import DAY, Span, joined, without
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.timeline.rules import Rules
from clinic_hours.timeline.shape import CLOSED, CODES, OPEN, Shape
from clinic_hours.timeline.zone import LAST_DAY

FEW = 100
"""Days in a window that are looked at one by one."""
CYCLE = 146_097
"""Days after which the calendar repeats itself: 400 years."""


CodedRange = tuple[int, int, int]


class Kind:
    """What opens on a day, as `(start, end, code)`, and the spans that its breaks take out; equal to itself alone.

    `tail` is the kind of what runs on past its midnight, in minutes of the next day.
    """

    __slots__ = ("cuts", "ranges", "tail")

    def __init__(self, ranges: tuple[CodedRange, ...], cuts: tuple[Span, ...]) -> None:
        self.ranges, self.cuts = ranges, cuts
        tail = tuple([(0, end - DAY, code) for _, end, code in ranges if end > DAY])
        self.tail = (
            self
            if not ranges and not cuts
            else kind_with(tail, tuple([(start - DAY, end - DAY) for start, end in cuts if end > DAY]))
        )


@lru_cache(maxsize=4096)
def kind_with(ranges: tuple[CodedRange, ...], cuts: tuple[Span, ...]) -> Kind:
    """The one kind of some ranges and cuts."""
    return Kind(ranges, cuts)


NOTHING = kind_with((), ())


class Kinds:
    """The kinds of day that some rules make; days are counted from 0001-01-01."""

    __slots__ = ("_regular", "_rules")

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._regular = week_kinds(rules.regular)

    def shapes(self, first: int, count: int) -> list[Shape]:
        """The shapes of some days by the wall clock alone."""
        kinds = self._of(first - 1, count + 1)
        return list(map(shape_of, [kind.tail for kind in kinds], kinds[1:]))

    def places(self, first: int, count: int, code: int, whole: bool) -> list[int]:
        """Which of some days from `first` on have a state at all or, with `whole`, do not have it all day."""
        if code != CLOSED and not whole:
            # Closures and breaks only take away; most windows hold nothing, or little, without them.
            hopeful = self._of(first - 1, count + 1, closures=False)
            promising = {kind for kind in set(hopeful) if _may_have(kind, code, whole)}
            if not promising:
                return []
            few = [(place, kind) for place, kind in enumerate(hopeful, -1) if kind in promising]
            if len(few) <= FEW:
                # What opens on a day may last into the next.
                around = {place for place, _ in few} | {place + 1 for place, kind in few if kind.tail.ranges}
                inside = sorted(place for place in around if 0 <= place < count)
                return [place for place in inside if self.shapes(first + place, 1)[0].has(code)]
        kinds = self._of(first - 1, count + 1)
        good = {pair for pair in set(pairwise(kinds)) if shape_of(pair[0].tail, pair[1]).has(code, whole)}
        return [place for place, pair in enumerate(pairwise(kinds)) if pair in good] if good else []

    def may_have(self, code: int, whole: bool) -> bool:
        """Whether any day at all could have a state or, with `whole`, could be without it; `False` is certain."""
        weeks = [self._regular, *(week_kinds(rule.hours) for rule in self._rules.seasonal)]
        kinds = [*(kind for week in weeks for kind in week), *(kind_of(rule.hours) for rule in self._rules.special)]
        return bool(self._rules.breaks and whole) or any(_may_have(kind, code, whole) for kind in kinds)

    def horizon(self, day: int, step: int) -> int:
        """The day by which a search from one on, forward or back, has seen all.

        Beyond the dates that rules name by their year, all repeats itself after 400 years, or a few times that.
        """
        rules = self._rules
        dates = [rule.dates for kind in (rules.special, rules.seasonal, rules.breaks) for rule in kind]
        bounds = [each.kind.bounds for each in dates]
        days = CYCLE * lcm(*(each.kind.cycles for each in dates)) + 2
        if step > 0:
            return max([day, *(last for _, last in bounds)]) + days
        return min([day, *(first for first, _ in bounds)]) - days

    def _of(self, first: int, count: int, closures: bool = True) -> list[Kind]:
        """The kinds of some days, perhaps as if there were no closures; a day outside of the calendar is closed."""
        low, high = max(first, 0), min(first + count, LAST_DAY + 1)
        rules = self._rules
        kinds = _turned(self._regular, low, high)
        for season in reversed(rules.seasonal):
            week = week_kinds(season.hours)
            for a, b in runs_within(season.dates, low, high):
                kinds[a - low : b - low] = _turned(week, a, b)
        for special in reversed(rules.special):
            if special.is_closure and not closures:
                continue
            kind = kind_of(special.hours)
            for a, b in runs_within(special.dates, low, high):
                kinds[a - low : b - low] = [kind] * (b - a)
        for rule in rules.breaks if closures else ():
            for a, b in runs_within(rule.dates, low, high):
                cut = {kind: with_cuts(kind, rule.hours) for kind in set(kinds[a - low : b - low])}
                kinds[a - low : b - low] = [cut[kind] for kind in kinds[a - low : b - low]]
        if high - low < count:
            kinds = [NOTHING] * min(low - first, count) + kinds + [NOTHING] * min(first + count - high, count)
        return kinds


@lru_cache(maxsize=4096)
def kind_of(hours: DayHours) -> Kind:
    """The kind of a day with some hours and no break."""
    return kind_with(tuple([(start, end, CODES[state]) for start, end, state, _ in hours.plain]), ())


@lru_cache(maxsize=4096)
def with_cuts(kind: Kind, hours: DayHours) -> Kind:
    """A kind with what a break takes out."""
    return kind_with(kind.ranges, joined([*kind.cuts, *(r[:2] for r in hours.plain)]))


def _may_have(kind: Kind, code: int, whole: bool) -> bool:
    """Whether a day of a kind could have a state or, with `whole`, could be without it; `False` is certain."""
    if whole:
        return kind.ranges != ((0, DAY, code),) or bool(kind.cuts)
    return code == CLOSED or any(of_range == code for _, _, of_range in kind.ranges + kind.tail.ranges)


def week_kinds(week: WeeklyHours) -> tuple[Kind, ...]:
    """The kinds of a week's days, Monday first."""
    return tuple([kind_of(day) for day in week.days])


def _turned(week: Sequence[Kind], low: int, high: int) -> list[Kind]:
    """The week's kinds for some days; day 0 is a Monday."""
    first = low % 7
    return (list(week) * ((high - low + first) // 7 + 1))[first : first + high - low]


def runs_within(dates: Dates, low: int, high: int) -> list[Span]:
    """Runs of dates as half-open spans of days, inside of some days."""
    runs = [(first - 1, last) for first, last in dates.runs(low + 1, high)] if low < high else []
    if runs:
        runs[0] = (max(runs[0][0], low), runs[0][1])
        runs[-1] = (runs[-1][0], min(runs[-1][1], high))
    return runs


@lru_cache(maxsize=4096)
def shape_of(tail: Kind, today: Kind) -> Shape:
    """The shape of a day after yesterday's tail: of two states that meet, the better one holds."""
    cuts = joined([*tail.cuts, *today.cuts])
    pieces = [*tail.ranges, *today.ranges]
    table = bytearray([CLOSED]) * DAY
    # The codes stand in the order of precedence, so the best state is painted last.
    for code in range(len(CODES) - 1, OPEN - 1, -1):
        for start, end in without([(low, high) for low, high, of_piece in pieces if of_piece == code], cuts):
            length = min(end, DAY) - start
            table[start : start + length] = bytes([code]) * length
    return Shape(bytes(table))
