"""The distinct schedules of a timetable, in columns: which kind of day each has on a date.

A schedule is a week and lists of special hours, seasons and breaks. Many share a week, nearly all share rules, so that a rule is
asked once for the days of a block, and the rest is looked up in arrays. The precedence is that of `clinic_hours.timeline.rules`:
lists stand with the rule that wins first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from threading import Lock
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.timeline.kinds import NOTHING, Kind, kind_of, kind_with, runs_within, week_kinds, with_cuts
from clinic_hours.timeline.rules import Rules
from clinic_hours.timeline.zone import LAST_DAY

BLOCK = 6
"""Rules are asked for blocks of 2**6 days."""
REMEMBERED = 16
"""Blocks and dates that are remembered at the most."""

FEW = 8
"""Where so many times fewer are asked than there are, only those are worked out, and not remembered."""

Numbers: TypeAlias = "NDArray[np.int32]"
Which: TypeAlias = "slice | NDArray[Any]"
"""The numbers of some schedules, or all of them."""
AnyRule: TypeAlias = "SpecialHours | SeasonalHours | Break"


class Pool:
    """Distinct things, each with a number, from 0 on, in the order in which they came."""

    __slots__ = ("_numbers", "things")

    def __init__(self) -> None:
        self.things: list[Any] = []
        self._numbers: dict[Any, int] = {}

    def number(self, thing: Any, key: Any = None) -> int:
        """The number of a thing; equal keys, or where there are none equal things, have one."""
        key = thing if key is None else key
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self.things)
            self.things.append(thing)
        return found


class Lists:
    """Distinct lists of rules, one behind the other, and on which days of a block each rule holds."""

    __slots__ = ("_blocks", "members", "offsets", "owners", "rules")

    def __init__(self, lists: Sequence[tuple[AnyRule, ...]]) -> None:
        pool = Pool()
        members = [pool.number(rule) for each in lists for rule in each]
        self.rules: list[Any] = pool.things
        self.offsets = np.cumsum([0, *map(len, lists)], dtype=np.int64)
        self.members: Numbers = np.array(members, np.int32)
        self.owners: Numbers = np.repeat(np.arange(len(lists), dtype=np.int32), np.diff(self.offsets))
        self._blocks: dict[int, dict[int, list[int]]] = {}

    def holding(self, day: int) -> list[int]:
        """The numbers of the rules that hold on a day."""
        number = day >> BLOCK
        block = self._blocks.get(number)
        if block is None:
            if len(self._blocks) >= REMEMBERED:
                self._blocks.clear()
            block = self._blocks[number] = self._block(number << BLOCK)
        return block.get(day, [])

    def _block(self, first: int) -> dict[int, list[int]]:
        low, high = max(first, 0), min(first + (1 << BLOCK), LAST_DAY + 1)
        found: dict[int, list[int]] = {}
        for number, rule in enumerate(self.rules):
            for start, end in runs_within(rule.dates, low, high):
                for day in range(start, end):
                    found.setdefault(day, []).append(number)
        return found

    def winners(self, day: int) -> tuple[Numbers, Numbers]:
        """The lists of which a rule holds on a day, each with the number of the first such rule."""
        holding = self.holding(day)
        if not holding:
            return self.members[:0], self.members[:0]
        hit = np.zeros(len(self.rules), np.bool_)
        hit[holding] = True
        places = np.flatnonzero(hit[self.members])
        owners = self.owners[places]
        first = np.ones(len(places), np.bool_)
        first[1:] = owners[1:] != owners[:-1]
        return owners[first], self.members[places[first]]


class Schedules:
    """The distinct schedules; days are counted from 0001-01-01, and a kind is told by its number."""

    __slots__ = (
        "_breaks", "_dates", "_kinds", "_lock", "_of_season", "_of_special", "_of_week", "_seasonal", "_special", "breaks",
        "lists",
        "seasonal", "special", "tails", "week", "weeks",
    )  # fmt: skip

    def __init__(
        self,
        weeks: Sequence[WeeklyHours],
        lists: tuple[
            Sequence[tuple[SpecialHours, ...]], Sequence[tuple[SeasonalHours, ...]], Sequence[tuple[Break, ...]]
        ],
        week: Numbers,
        of_lists: tuple[Numbers, Numbers, Numbers],
    ) -> None:
        """Schedules from distinct weeks and lists, and the numbers of each schedule's week and lists."""
        self.weeks, self.lists = tuple(weeks), lists
        self.week = week
        self.special, self.seasonal, self.breaks = of_lists
        self._special, self._seasonal, self._breaks = Lists(lists[0]), Lists(lists[1]), Lists(lists[2])
        self._kinds, self._lock = Pool(), Lock()
        self.tails: list[int] = []
        self._number(NOTHING)
        self._of_week = self._week_table(self.weeks)
        self._of_season = self._week_table([rule.hours for rule in self._seasonal.rules])
        self._of_special = self._numbers(kind_of(rule.hours) for rule in self._special.rules)
        self._dates: dict[int, Numbers] = {}

    def __len__(self) -> int:
        return len(self.week)

    def columns(self) -> list[NDArray[Any]]:
        """All columns, whose bytes a timetable counts."""
        lists = [self._special, self._seasonal, self._breaks]
        own = [self.week, self.special, self.seasonal, self.breaks, self._of_week, self._of_season, self._of_special]
        return [*own, *(column for each in lists for column in (each.members, each.offsets, each.owners))]

    def rules(self, number: int) -> Rules:
        """The rules of a schedule."""
        special, seasonal, breaks = self.lists
        return Rules(
            self.weeks[self.week[number]],
            special[self.special[number]],
            seasonal[self.seasonal[number]],
            breaks[self.breaks[number]],
        )

    def kind(self, number: int) -> Kind:
        """The kind of a number."""
        found: Kind = self._kinds.things[number]
        return found

    def kinds(self, day: int, which: Which) -> Numbers:
        """The number of the kind that some schedules have on a day; days outside of the calendar are closed."""
        found = self._dates.get(day)
        if found is not None:
            return found[which]
        few = not isinstance(which, slice) and len(which) * FEW < len(self)
        some = which if few else slice(None)
        made = self._on(day, some) if 0 <= day <= LAST_DAY else np.zeros(len(self.week[some]), np.int32)
        if few:
            return made
        if len(self._dates) >= REMEMBERED:
            self._dates.clear()
        self._dates[day] = made
        return made[which]

    def _on(self, day: int, which: Which) -> Numbers:
        kinds: Numbers = self._of_week[:, day % 7][self.week[which]]
        owners, rules = self._seasonal.winners(day)
        if len(owners):
            self._put(kinds, self.seasonal[which], len(self.lists[1]), owners, self._of_season[rules, day % 7])
        owners, rules = self._special.winners(day)
        if len(owners):
            self._put(kinds, self.special[which], len(self.lists[0]), owners, self._of_special[rules])
        return self._cut(day, kinds, self.breaks[which])

    @staticmethod
    def _put(kinds: Numbers, of_schedule: Numbers, count: int, owners: Numbers, made: Numbers) -> None:
        """Put the kinds that rules make of a day in their place."""
        of_list = np.full(count, -1, np.int32)
        of_list[owners] = made
        held = of_list[of_schedule]
        np.copyto(kinds, held, where=held >= 0)

    def _cut(self, day: int, kinds: Numbers, breaks: Numbers) -> Numbers:
        """The kinds with what the breaks of a day take out."""
        holding = self._breaks.holding(day)
        if not holding:
            return kinds
        of_list: dict[int, list[Break]] = {}
        for number in np.flatnonzero(np.isin(self._breaks.members, holding)):
            rule: Any = self._breaks.rules[self._breaks.members[number]]
            of_list.setdefault(int(self._breaks.owners[number]), []).append(rule)
        rows = np.flatnonzero(np.isin(breaks, list(of_list)))
        size = len(self._kinds.things)
        distinct, place = np.unique(breaks[rows].astype(np.int64) * size + kinds[rows], return_inverse=True)
        made = np.empty(len(distinct), np.int32)
        for row, pair in enumerate(distinct.tolist()):
            member, before = divmod(pair, size)
            kind = self.kind(before)
            for rule in of_list[member]:
                kind = with_cuts(kind, rule.hours)
            made[row] = self._number(kind)
        kinds[rows] = made[place]
        return kinds

    def _number(self, kind: Kind) -> int:
        """The number of a kind, and with it that of its tail."""
        with self._lock:
            return self._numbered(kind)

    def _numbered(self, kind: Kind) -> int:
        before = len(self._kinds.things)
        number = self._kinds.number(kind, (kind.ranges, kind.cuts))
        if number == before:
            # Its own tail is the only one that can be itself: nothing at all.
            self.tails.append(number)
            self.tails[number] = self._numbered(kind_with(kind.tail.ranges, kind.tail.cuts)) if number else 0
        return number

    def _numbers(self, kinds: Iterable[Kind]) -> Numbers:
        return np.array([self._number(kind) for kind in kinds], np.int32)

    def _week_table(self, weeks: Sequence[WeeklyHours]) -> Numbers:
        return self._numbers(kind for week in weeks for kind in week_kinds(week)).reshape(-1, 7)
