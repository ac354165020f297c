"""The dates of a tag, parted by which of its conditions hold on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from itertools import product
from typing import NamedTuple

from clinic_hours.codecs.osm.calendar import Holidays, Window, matching
from clinic_hours.codecs.osm.eves import the_day_after
from clinic_hours.codecs.osm.meaning import Meaning, Said
from clinic_hours.codecs.osm.syntax import EasterDay, Holiday, Rule, Selector, Span, Tag, Weekdays, Years
from clinic_hours.codecs.osm.times import CONSTANT
from clinic_hours.errors import NotRepresentableError

Groups = tuple[tuple[Selector, ...], ...]
Cell = tuple[int, ...]
"""Which conditions hold: 0 or 1 for each."""

USUAL = (2010, 2037)
"""Years in which the calendar, leap years and weekdays, goes once round."""
WITH_EASTER = (2000, 2099)
MOST_CONDITIONS = 300
MOST_CELLS = 1500
MOST_FLAGS = 4_000_000
"""Days times conditions that are looked at."""
MOST_UNKNOWN = 4
"""Conditions on unknown holidays that are tried out to see whether they matter."""
WHOLE_WEEK = frozenset(range(7))


class Transition(NamedTuple):
    """Two days in a row, by their cells, and the weekday of the second."""

    yesterday: Cell
    today: Cell
    weekday: int


class Part(NamedTuple):
    """One way in which a rule matches: a condition, by its number, or none, and days of the week."""

    condition: int | None
    days: frozenset[int]


class Cells:
    """The cells of a tag over some decades.

    With `eves` the dates are parted as well by which conditions held on the day before.
    """

    def __init__(self, tag: Tag, holidays: Holidays, *, eves: bool = False) -> None:
        self.tag, self.holidays = tag, holidays
        self.meaning = Meaning(tag.rules)
        self._atoms: dict[Groups, int] = {}
        self.parts = [self._parts(rule) for rule in tag.rules]
        self.named = len(self._atoms)
        for groups in list(self._atoms) if eves else ():
            self._condition(the_day_after(groups))
        if len(self._atoms) > MOST_CONDITIONS:
            raise NotRepresentableError(f"a tag with more than {MOST_CONDITIONS} conditions on dates cannot be held")
        self._matches: dict[tuple[Cell, int], tuple[bool, ...]] = {}
        self._known: dict[tuple[tuple[bool, ...], tuple[bool, ...]], Said] = {}

    def _parts(self, rule: Rule) -> list[Part]:
        weekly = [group for group in rule.groups if any(isinstance(selector, Weekdays) for selector in group)]
        dated = tuple(group for group in rule.groups if group not in weekly)
        days = WHOLE_WEEK
        extras: list[Selector] = []
        if weekly:
            plain = [selector for selector in weekly[0] if isinstance(selector, Weekdays)]
            days = frozenset(day for selector in plain for day in selector.days)
            extras = [selector for selector in weekly[0] if not isinstance(selector, Weekdays)]
        parts = [Part(self._condition(dated), days)]
        if days != WHOLE_WEEK:
            parts += [Part(self._condition((*dated, (extra,))), WHOLE_WEEK) for extra in extras]
        return parts

    def _condition(self, groups: Groups) -> int | None:
        return self._atoms.setdefault(groups, len(self._atoms)) if groups else None

    @cached_property
    def windows(self) -> list[Window]:
        """The days that are looked at, without gaps between them that matter."""
        blocks: list[tuple[int, int]] = [USUAL]
        for selector in (selector for groups in self._atoms for group in groups for selector in group):
            if isinstance(selector, Years):
                blocks += [(selector.first - 2, selector.first + 3)]
                blocks += [(selector.last - 2, selector.last + 3)] if selector.last else []
            elif isinstance(selector, Span):
                blocks += [(year - 2, year + 2) for year in (selector.first_year, selector.last_year) if year]
                if isinstance(selector.first, EasterDay) or isinstance(selector.last, EasterDay):
                    blocks.append(WITH_EASTER)
        if self._enumerated():
            window = self.holidays.window()
            blocks.append((window.years[0], window.years[-1]))
        joined: list[tuple[int, int]] = []
        for first, last in sorted(blocks):
            if joined and first <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
            else:
                joined.append((first, last))
        return [
            Window(date(max(first, 2), 1, 1).toordinal(), date(min(last, 9998), 12, 31).toordinal() + 1)
            for first, last in joined
        ]

    def _enumerated(self) -> bool:
        """Whether holidays, or days beside them, count on some dates alone."""
        return any(
            isinstance(selector, Holiday) and selector.kind == "PH" and (selector.offset != 0 or len(groups) > 1)
            for groups in self._atoms
            for group in groups
            for selector in group
        )

    @cached_property
    def rows(self) -> list[list[Cell]]:
        """For each window the cell of each of its days."""
        if not self._atoms:
            return [[()] * 15]
        found: list[list[Cell]] = []
        if sum(window.end - window.first for window in self.windows) * len(self._atoms) > MOST_FLAGS:
            raise NotRepresentableError("the dates of this tag are too many, and too far apart, to be held")
        for window in self.windows:
            columns = [matching(groups, window, self.holidays) for groups in self._atoms]
            found.append(list(zip(*columns, strict=True)))
        if len({cell for rows in found for cell in rows}) > MOST_CELLS:
            raise NotRepresentableError("the dates of this tag meet in too many ways to be held")
        return found

    @cached_property
    def transitions(self) -> list[Transition]:
        """Every two days in a row that there are."""
        seen: dict[Transition, None] = {}
        for window, rows in zip(self.windows, self.rows, strict=False):
            weekdays = [(window.first + number) % 7 for number in range(7)]
            week = [weekdays[number % 7] for number in range(len(rows) - 1)]
            seen.update(dict.fromkeys(map(Transition, rows, rows[1:], week)))
        return list(seen)

    def matches(self, cell: Cell, weekday: int) -> tuple[bool, ...]:
        """Which rules match a weekday in a cell."""
        found = self._matches.get((cell, weekday))
        if found is None:
            found = self._matches[cell, weekday] = tuple(
                any(weekday in part.days and (part.condition is None or bool(cell[part.condition])) for part in parts)
                for parts in self.parts
            )
        return found

    def said(self, transition: Transition) -> Said:
        """What the tag says of the second of two days in a row."""
        yesterday, today, weekday = transition
        key = (self.matches(today, weekday), self.matches(yesterday, (weekday - 1) % 7))
        if key not in self._known:
            self._known[key] = self.meaning.day(*key, CONSTANT, CONSTANT)
        return self._known[key]

    @property
    def base(self) -> Cell:
        """The cell in which no condition holds."""
        return (0,) * len(self._atoms)

    @cached_property
    def others(self) -> list[Cell]:
        """The other cells that there are, those with fewer conditions first."""
        seen = dict.fromkeys(cell for rows in self.rows for cell in rows if any(cell))
        return sorted(seen, key=lambda cell: (sum(cell), [-flag for flag in cell]))

    def holds(self, some: Cell, other: Cell) -> bool:
        """Whether all conditions of one cell hold in another."""
        return all(mine <= theirs for mine, theirs in zip(some, other, strict=True))

    def conditions(self, cell: Cell) -> list[Groups]:
        """The conditions that hold in a cell."""
        return [groups for groups, holds in zip(self._atoms, cell, strict=True) if holds]

    def undecided(self) -> str:
        """`PH` or `SH` where their dates are not known and would change what the tag says; else nothing."""
        for kind in ("PH", "SH"):
            unknown = (
                []
                if self.holidays.known(kind)
                else [number for groups, number in self._atoms.items() if _names(groups, kind)]
            )
            if unknown and (
                len(unknown) > MOST_UNKNOWN or not all(map(partial(self._indifferent, unknown), self.transitions))
            ):
                return kind
        return ""

    def _indifferent(self, unknown: Sequence[int], transition: Transition) -> bool:
        """Whether a tag says the same whichever of some conditions hold on two days."""
        yesterdays, todays = (
            [_with(cell, dict(zip(unknown, flags, strict=True))) for flags in product((0, 1), repeat=len(unknown))]
            for cell in transition[:2]
        )
        said = {self.said(Transition(before, day, transition.weekday)) for before in yesterdays for day in todays}
        return len(said) == 1

    def uses_sun(self) -> bool:
        """Whether any hours are told by the sun."""
        clocks = (clock for rule in self.tag.rules for span in rule.times for clock in (span.start, span.end))
        return any(clock is not None and clock.event != "" for clock in clocks)


def _names(groups: Groups, kind: str) -> bool:
    return any(isinstance(selector, Holiday) and selector.kind == kind for group in groups for selector in group)


def _with(cell: Cell, flags: Mapping[int, int]) -> Cell:
    return tuple(flags.get(number, flag) for number, flag in enumerate(cell))
