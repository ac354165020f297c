"""The clock of a zone for many instants at a time: from UTC to wall minutes and back.

The same two functions as `clinic_hours.timeline.zone` has for one instant, and counted as there: UTC in seconds and wall time in
minutes, both since 0001-01-01. Between two changes of the offset both are an addition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from clinic_hours.bulk.grouping import groups
from clinic_hours.hours.minutes import DAY
from clinic_hours.timeline.zone import BLOCK, DAY_SECONDS, END, LAST_DAY, Turns

Ints = NDArray[np.int64]

REMEMBERED = 16
"""Blocks of days that a clock remembers at the most."""
NEAR = 8 << BLOCK
"""Days that are looked at together."""
Gap = tuple[int, int, int, int]
"""Minutes of a day from one up to another that no instant shows, and the day and the minute of it whose state they have."""
EVER = 1 << 62
"""Beyond every second of the calendar."""


class Segments(NamedTuple):
    """The stretches of one offset that touch some seconds, in order.

    `low` is the second at which each begins, `offset` what the clock adds to UTC in it, and `reached` the latest that the
    clock had shown before it, in seconds: in the second run of an overlap the clock has been further already.
    """

    low: Ints
    offset: Ints
    reached: Ints

    def minutes(self, seconds: Ints) -> Ints:
        """The wall minute of each UTC second: the last whose instant is not after it."""
        place = np.searchsorted(self.low, seconds, side="right") - 1
        walls = np.maximum(seconds + self.offset[place], self.reached[place] - 1)
        minutes: Ints = np.clip(walls // 60, 0, END - 1)
        return minutes

    def seconds(self, minutes: Ints) -> Ints:
        """The UTC second at which each wall minute begins: the first at which the clock shows it or more."""
        walls = minutes * 60
        place = np.searchsorted(self.reached[1:], walls, side="right")
        seconds: Ints = np.maximum(self.low[place], walls - self.offset[place])
        return seconds


class Clock:
    """The clock of one zone; it remembers what was asked for last."""

    __slots__ = ("_gaps", "_held", "info")

    def __init__(self, info: ZoneInfo) -> None:
        self.info = info
        # The first and the last block of the segments, and these; in one, so that no thread sees a part.
        self._held = 0, -1, Segments(*(np.zeros(1, np.int64) for _ in range(3)))
        self._gaps: dict[int, dict[int, tuple[Gap, ...]]] = {}

    def segments(self, first: int, last: int) -> Segments:
        """The segments that touch the UTC seconds from one to another, and two days around them."""
        low = min(max(first // DAY_SECONDS, 0), LAST_DAY) >> BLOCK
        high = min(max(last // DAY_SECONDS, 0), LAST_DAY) >> BLOCK
        first_held, last_held, segments = self._held
        if not (first_held <= low and high <= last_held):
            segments = _segments([_turns(self.info, number) for number in range(low, high + 1)])
            self._held = low, high, segments
        return segments

    def minutes(self, seconds: Ints) -> Ints:
        """The wall minute of each UTC second."""
        found = np.empty(len(seconds), np.int64)
        for where in _near(seconds // DAY_SECONDS):
            mine = seconds[where]
            found[where] = self.segments(int(mine.min()), int(mine.max())).minutes(mine)
        return found

    def seconds(self, minutes: Ints) -> Ints:
        """The UTC second at which each wall minute begins."""
        found = np.empty(len(minutes), np.int64)
        for where in _near(minutes // DAY):
            mine = minutes[where]
            first, last = int(mine.min()) * 60 - DAY_SECONDS, int(mine.max()) * 60 + DAY_SECONDS
            found[where] = self.segments(first, last).seconds(mine)
        return found

    def held(self, second: int) -> tuple[int, int, int, int]:
        """The offset at a second, what was reached before it, and the seconds from which and up to which both hold."""
        segments, day = self.segments(second, second), second // DAY_SECONDS
        place = int(np.searchsorted(segments.low, second, side="right"))
        # Of another block the segments know nothing.
        since = max(int(segments.low[place - 1]), (day >> BLOCK << BLOCK) * DAY_SECONDS)
        until = ((day >> BLOCK) + 1 << BLOCK) * DAY_SECONDS
        if place < len(segments.low):
            until = min(until, int(segments.low[place]))
        return int(segments.offset[place - 1]), int(segments.reached[place - 1]), since, until

    def jumps(self, day: int) -> bool:
        """Whether the clock jumps on a day."""
        return day in _turns(self.info, day >> BLOCK).jumps

    def gaps(self, day: int) -> tuple[Gap, ...]:
        """The minutes of a day that no instant shows."""
        number = day >> BLOCK
        found = self._gaps.get(number)
        if found is None:
            if len(self._gaps) >= REMEMBERED:
                self._gaps.clear()
            found = self._gaps[number] = _gaps(_turns(self.info, number))
        return found.get(day, ())


@lru_cache(maxsize=4096)
def _turns(info: ZoneInfo, number: int) -> Turns:
    """How a clock turns in a block of days; the same for every timetable."""
    return Turns(info, number)


def _near(days: Ints) -> Iterator[Any]:
    """The places of days that are near each other: all, or those of one block where they are far apart."""
    if len(days) and int(days.max()) - int(days.min()) > NEAR:
        yield from (where for _, where in groups(days >> BLOCK))
    elif len(days):
        yield slice(None)


def _segments(blocks: Sequence[Turns]) -> Segments:
    changes: dict[int, int] = {}
    for block in blocks:
        changes.update({int(start): offset for start, _, offset in block.periods[1:]})
    lows = sorted(changes)
    offsets = np.array([blocks[0].periods[0][2], *(changes[at] for at in lows)], np.int64)
    starts = np.array([-EVER, *lows], np.int64)
    reached = np.empty(len(starts), np.int64)
    reached[0] = -EVER
    reached[1:] = np.maximum.accumulate(starts[1:] + offsets[:-1])
    return Segments(starts, offsets, reached)


def _gaps(block: Turns) -> dict[int, tuple[Gap, ...]]:
    found: dict[int, tuple[Gap, ...]] = {}
    for low, high in block.gaps:
        for day in range(low // DAY, (high - 1) // DAY + 1):
            gap = max(low - day * DAY, 0), min(high - day * DAY, DAY), *divmod(high, DAY)
            found[day] = (*found.get(day, ()), gap)
    return found
