"""The states of one day, as a table of minutes and as spans."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from clinic_hours.hours.minutes import DAY, Span
from clinic_hours.hours.weekday import State

MINUTES = tuple(timedelta(minutes=minute) for minute in range(DAY + 1))
"""The minutes of a day as ready-made times: to make one costs more than to add it."""

STATES = (State.CLOSED, State.OPEN, State.BY_APPOINTMENT, State.UNKNOWN)
"""The states in the order of their codes."""
CODES = {state: code for code, state in enumerate(STATES)}
"""The states as they stand in a table."""
CLOSED, OPEN = 0, 1
ASK = len(STATES)
"""Stands in a table in place of a state where the clock jumps: the wall clock alone cannot tell."""


class Shape:
    """The states of a day: `table` holds the code of each minute, `spans` the spans of each code in order.

    `inner` holds the spans as times since midnight, `None` where one touches a midnight and may go on beyond it, or an edge
    falls into a `jump` of the clock, a span of minutes. `rows` are the open ones, each with the minute in which it starts.

    >>> Shape(bytes(480) + bytes([OPEN]) * 960).spans[OPEN]
    ((480, 1440),)
    """

    __slots__ = ("inner", "open_minutes", "rows", "spans", "table")

    def __init__(self, table: bytes, jumps: Sequence[Span] = ()) -> None:
        self.table = table
        self.spans = tuple(_spans(table, code) for code in range(ASK))
        self.open_minutes = sum(end - start for start, end in self.spans[OPEN])
        self.inner = tuple(_inner(spans, jumps) for spans in self.spans)
        inner = self.inner[OPEN]
        starts = [start for start, _ in self.spans[OPEN]]
        self.rows = (
            None if inner is None else tuple((start, *times) for start, times in zip(starts, inner, strict=True))
        )

    def has(self, code: int, whole: bool = False) -> bool:
        """Whether the day has a state at all or, with `whole`, does not have it all day."""
        return self.spans[code] != ((0, DAY),) if whole else bool(self.spans[code])


def _inner(spans: tuple[Span, ...], jumps: Sequence[Span]) -> tuple[tuple[timedelta, timedelta], ...] | None:
    if spans and (spans[0][0] == 0 or spans[-1][1] == DAY):
        return None
    if any(low < 0 or high > DAY for low, high in jumps):
        # A wall clock of this day may mean an instant of its neighbour.
        return None
    if any(low <= edge <= high for low, high in jumps for span in spans for edge in span):
        return None
    return tuple((MINUTES[start], MINUTES[end]) for start, end in spans)


def _spans(table: bytes, code: int) -> tuple[Span, ...]:
    spans: list[Span] = []
    this, end = bytes([code]), 0
    while (start := table.find(this, end)) >= 0:
        end = DAY - len(table[start:].lstrip(this))
        spans.append((start, end))
    return tuple(spans)
