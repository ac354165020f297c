"""One door at many instants: the runs of one state in a window, and for each minute of it the run that holds it.

A run is found by a table of minutes, in one look-up in memory. Where the clock changes within a minute, as clocks did before
there were standard offsets, it is found by bisection.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clinic_hours.bulk.clock import Clock, Ints
from clinic_hours.bulk.doors import NEVER
from clinic_hours.hours.minutes import DAY
from clinic_hours.timeline.shape import OPEN
from clinic_hours.timeline.timeline import Timeline
from clinic_hours.timeline.zone import DAY_SECONDS, LAST_DAY, LAST_MOMENT, UTC_ZERO

LATER = np.iinfo(np.int64).max
"""Stands for a second that never comes, while the first of several is sought."""
MARGIN = 2
"""Days around a window, by which no clock differs from UTC."""


class Runs:
    """The runs of one state from some UTC minute up to another, counted from 0001-01-01.

    For each run: `starts`, its first second; `codes`, its state; `lengths`, its minutes, `None` where it is found by bisection;
    `next_start` and `next_end`, the seconds of the first start and end of an opening after its start; `passed`, the open seconds
    in the window before it.
    """

    __slots__ = ("codes", "first", "last", "lengths", "next_end", "next_start", "passed", "starts")

    def __init__(self, timeline: Timeline, clock: Clock, first: int, last: int, table: bool = True) -> None:
        """The runs of a timeline in a window; without a table each is found by bisection."""
        self.first, self.last = first, last
        day = max(first // DAY - MARGIN, 0)
        stop = min((last - 1) // DAY + MARGIN, LAST_DAY) + 1
        walls = np.frombuffer(b"".join([timeline.line.shape(each).table for each in range(day, stop)]), np.uint8)
        edges = np.flatnonzero(walls[1:] != walls[:-1]) + 1
        edges = np.concatenate(([0], edges))
        segments = clock.segments(first * 60 - MARGIN * DAY_SECONDS, last * 60 + MARGIN * DAY_SECONDS)
        starts, codes = segments.seconds(edges + day * DAY), walls[edges]
        # Of what the clock skips, only the last begins; and a state may go on beyond it.
        lasting = np.append(starts[1:] > starts[:-1], True)
        starts, codes = starts[lasting], codes[lasting]
        fresh = np.append(True, codes[1:] != codes[:-1])
        starts, codes = starts[fresh], codes[fresh]
        inside = np.flatnonzero(starts < last * 60)
        inside = inside[max(int(np.searchsorted(starts, first * 60, side="right")) - 1, 0) :]
        self.starts, self.codes = starts[inside], codes[inside]
        self.starts[0] = first * 60
        self._edges(timeline)
        by_minute = table and not np.any(self.starts % 60)
        self.lengths = np.diff(self.starts // 60, append=last) if by_minute else None

    def _edges(self, timeline: Timeline) -> None:
        """What comes after each run; after the last one, the timeline knows."""
        is_open = self.codes == OPEN
        begins = np.append(np.where(is_open, self.starts, LATER)[1:], _next_opening(timeline, self.last))
        ends = np.append(np.where(is_open[:-1], self.starts[1:], LATER), _next_closing(timeline, self.last))
        self.next_start, self.next_end = (
            np.minimum.accumulate(edges[::-1])[::-1].astype(np.int64) for edges in (begins, ends)
        )
        self.next_start[self.next_start == LATER] = self.next_end[self.next_end == LATER] = NEVER
        lengths = np.diff(self.starts, append=self.last * 60) * is_open
        self.passed = np.cumsum(lengths) - lengths

    @property
    def place(self) -> NDArray[Any]:
        """For each minute the number of its run, in numbers as short as they may be."""
        short = len(self.starts) <= np.iinfo(np.uint16).max
        return self.spread(np.arange(len(self.starts), dtype=np.uint16 if short else np.int32))

    def spread(self, answers: NDArray[Any]) -> NDArray[Any]:
        """For each minute the answer of its run."""
        assert self.lengths is not None
        table: NDArray[Any] = np.repeat(answers, self.lengths)
        return table

    def of(self, seconds: Ints) -> Ints:
        """The number of the run that holds each UTC second."""
        return np.searchsorted(self.starts, seconds, side="right") - 1


def _next_opening(timeline: Timeline, minute: int) -> int:
    """The second of the first start of an opening from a UTC minute on; `LATER` where there is none."""
    after = _just_before(minute)
    opening = after and timeline.next_opening(after)
    return LATER if not opening or opening.start is None else _second(opening.start)


def _next_closing(timeline: Timeline, minute: int) -> int:
    """The second of the first end of an opening from a UTC minute on; `LATER` where there is none."""
    after = _just_before(minute)
    closing = after and timeline.next_closing(after)
    return _second(closing) if closing else LATER


def _just_before(minute: int) -> datetime | None:
    since = timedelta(minutes=minute) - timedelta(microseconds=1)
    return UTC_ZERO + since if since <= LAST_MOMENT else None


def _second(at: datetime) -> int:
    since = at - UTC_ZERO
    return since.days * DAY_SECONDS + since.seconds
