"""The shapes of many schedules' days: the state of each minute, and where openings start and end.

A shape is a row of 1440 codes. Shapes are few, however many the schedules are; what is looked up for all schedules on a day is
the number of the shape.
"""

from __future__ import annotations

from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clinic_hours.bulk.clock import Gap
from clinic_hours.bulk.schedules import FEW, Numbers, Schedules, Which
from clinic_hours.hours.minutes import DAY
from clinic_hours.timeline.kinds import shape_of
from clinic_hours.timeline.shape import ASK, OPEN

NO_MINUTE = np.iinfo(np.int16).max
"""Stands behind the last edge of a day."""
REMEMBERED = 32
"""Days that are remembered at the most."""


class Shapes:
    """Distinct rows of states, in one table that grows.

    `codes` has the code of each minute. `starts` and `ends` are the minutes, after a day's first and before its midnight, at
    which openings start and end, in order; `spans` are the openings of the day alone. `opens` and `closes` tell whether its first
    and its last minute are open ones; `seconds` is how long it is open by the wall clock.
    """

    __slots__ = ("_lock", "_numbers", "closes", "codes", "ends", "opens", "seconds", "size", "spans", "starts")

    def __init__(self) -> None:
        self.size = 0
        self._lock = Lock()
        self._numbers: dict[bytes, int] = {}
        self.codes = np.zeros((16, DAY), np.uint8)
        self.starts = np.full((16, 2), NO_MINUTE, np.int16)
        self.ends = np.full((16, 2), NO_MINUTE, np.int16)
        self.spans = np.full((16, 2, 2), NO_MINUTE, np.int16)
        self.opens, self.closes = np.zeros(16, np.bool_), np.zeros(16, np.bool_)
        self.seconds = np.zeros(16, np.int64)

    def number(self, table: bytes) -> int:
        """The number of a row."""
        with self._lock:
            found = self._numbers.get(table)
            if found is None:
                found = self.size
                self._add(table)
                self._numbers[table] = found
        return found

    def _add(self, table: bytes) -> None:
        codes = np.frombuffer(table, np.uint8)
        is_open = codes == OPEN
        edges = np.flatnonzero(is_open[1:] != is_open[:-1]) + 1
        starts, ends = edges[is_open[edges]], edges[~is_open[edges]]
        spans = np.flatnonzero(np.diff(is_open, prepend=False, append=False)).reshape(-1, 2)
        if self.size == len(self.codes):
            self._grow(2 * self.size, self.starts.shape[1])
        if len(spans) > self.starts.shape[1]:
            self._grow(len(self.codes), len(spans))
        row = self.size
        self.codes[row] = codes
        self.starts[row, : len(starts)], self.ends[row, : len(ends)] = starts, ends
        self.spans[row, : len(spans)] = spans
        self.opens[row], self.closes[row] = is_open[0], is_open[-1]
        self.seconds[row] = 60 * np.count_nonzero(is_open)
        self.size += 1

    def _grow(self, rows: int, edges: int) -> None:
        """Make room for more rows, or for more edges in each."""
        for name in ("codes", "starts", "ends", "spans", "opens", "closes", "seconds"):
            old = getattr(self, name)
            size = {"codes": (DAY,), "starts": (edges,), "ends": (edges,), "spans": (edges, 2)}.get(name, ())
            fill = NO_MINUTE if name in ("starts", "ends", "spans") else 0
            new = np.full((rows, *size), fill, old.dtype)
            new[tuple(map(slice, old.shape))] = old
            setattr(self, name, new)

    def next_edge(self, edges: NDArray[np.int16], shapes: Numbers, after: Any) -> NDArray[np.int16]:
        """The first of a day's edges after a minute, for each shape; `NO_MINUTE` where there is none."""
        found = edges[shapes, edges.shape[1] - 1]
        found = np.where(found > after, found, NO_MINUTE)
        for place in range(edges.shape[1] - 2, -1, -1):
            edge = edges[shapes, place]
            found = np.where(edge > after, edge, found)
        return found


class Days:
    """The shape of each schedule on a day."""

    __slots__ = ("_days", "_pairs", "schedules", "shapes")

    def __init__(self, schedules: Schedules) -> None:
        self.schedules, self.shapes = schedules, Shapes()
        self._days: dict[tuple[int, tuple[Gap, ...]], Numbers] = {}
        self._pairs: dict[int, int] = {}

    def numbers(self, day: int, which: Which = slice(None), gaps: tuple[Gap, ...] = ()) -> Numbers:
        """The number of some schedules' shapes on a day; minutes of gaps have the state of the first one after them."""
        key = day, gaps
        found = self._days.get(key)
        if found is not None:
            return found[which]
        few = not isinstance(which, slice) and len(which) * FEW < len(self.schedules)
        some = which if few else slice(None)
        made = self._bend(day, some, gaps) if gaps else self._on(day, some)
        if few:
            return made
        if len(self._days) >= REMEMBERED:
            self._days.clear()
        self._days[key] = made
        return made[which]

    def _on(self, day: int, which: Which) -> Numbers:
        last_night, today = self.schedules.kinds(day - 1, which), self.schedules.kinds(day, which)
        tails = np.array(self.schedules.tails, np.int64)[last_night]
        pairs, place = np.unique((tails << 32) | today, return_inverse=True)
        made = np.array([self._pair(pair) for pair in pairs.tolist()], np.int32)
        return made[place]

    def _pair(self, pair: int) -> int:
        found = self._pairs.get(pair)
        if found is None:
            tail, today = self.schedules.kind(pair >> 32), self.schedules.kind(pair & 0xFFFFFFFF)
            found = self._pairs[pair] = self.shapes.number(shape_of(tail, today).table)
        return found

    def _bend(self, day: int, which: Which, gaps: tuple[Gap, ...]) -> Numbers:
        key = self.numbers(day, which).astype(np.int64)
        for _, _, after, minute in gaps:
            numbers = self.numbers(after, which)
            key = key * ASK + self.shapes.codes[numbers, minute]
        distinct, place = np.unique(key, return_inverse=True)
        made = [self._bent(each, gaps) for each in distinct.tolist()]
        return np.array(made, np.int32)[place]

    def _bent(self, key: int, gaps: tuple[Gap, ...]) -> int:
        """The number of a shape with other states in its gaps, from the number and those states in one."""
        painted = []
        for low, high, _, _ in reversed(gaps):
            key, code = divmod(key, ASK)
            painted.append((low, high, code))
        table = bytearray(self.shapes.codes[key].tobytes())
        for low, high, code in reversed(painted):
            table[low:high] = bytes([code]) * (high - low)
        return self.shapes.number(bytes(table))
