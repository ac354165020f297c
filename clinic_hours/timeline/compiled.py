"""The rules in the form that answers fast: for each wall day the state of each minute, worked out when it is asked for.

Days are compiled a block at a time. A search for a day that has a state looks at the next two weeks day by day; further ahead it
takes windows of years, and remembers where there is nothing, so that a schedule which never opens answers as fast as another.
"""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import Any

from clinic_hours.hours.minutes import DAY, Span
from clinic_hours.timeline.kinds import Kinds
from clinic_hours.timeline.rules import Rules
from clinic_hours.timeline.shape import ASK, OPEN, Shape
from clinic_hours.timeline.zone import BLOCK as ZONE_BLOCK
from clinic_hours.timeline.zone import LAST_DAY, Zone

BLOCK = 5
"""Days are compiled in blocks of 2**5."""
IN_BLOCK = (1 << BLOCK) - 1
REMEMBERED = 64
"""Blocks that one location remembers at the most: five years."""
REMEMBERED_DAYS = 1024
"""Days of which one location remembers the answers at the most."""
WINDOW = 4096
"""Days that a search far ahead looks at together."""
NEAR = 15
"""Days that a search looks at one by one, before it takes whole windows."""

Coming = tuple[tuple[int, timedelta, timedelta], ...]
"""Openings of a day, each with the second of the day up to which it is still to come, and its edges since midnight."""


class Days:
    """The days of one location, each with its shape."""

    __slots__ = ("_barren", "_kinds", "coming", "shapes", "tables", "zone")

    def __init__(self, zone: Zone, rules: Rules) -> None:
        self.zone = zone
        self._kinds = Kinds(rules)
        self.tables: dict[int, bytes] = {}
        self.shapes: dict[int, tuple[Shape, ...]] = {}
        self.coming: dict[int, Any] = {}
        self._barren: dict[tuple[int, bool, int], tuple[int, int, int | None]] | None = None

    def table(self, day: int) -> bytes:
        """The table of a day, for a question by wall clock; `ASK` stands where the clock jumps."""
        if len(self.tables) >= REMEMBERED_DAYS:
            self.tables.clear()
        table = self._kinds.shapes(day, 1)[0].table
        for low, high in self.zone.jumps(day):
            table = _painted(table, low // 60 - day * DAY, -(-high // 60) - day * DAY, ASK)
        self.tables[day] = table
        return table

    def block_of_shapes(self, number: int) -> tuple[Shape, ...]:
        """The shapes of a block of days; minutes that the clock skips have the state of the first one after them."""
        if len(self.shapes) >= REMEMBERED:
            self.shapes.clear()
        first = number << BLOCK
        found = self._kinds.shapes(first, 1 << BLOCK)
        for day in self._bent(first):
            found[day - first] = self._bent_shape(day, found[day - first])
        made = self.shapes[number] = tuple(found)
        return made

    def openings_to_come(self, day: int) -> Coming | None:
        """The openings of a day and the first of the days after it; `None` where the wall clock cannot tell."""
        if len(self.coming) >= REMEMBERED_DAYS:
            self.coming.clear()
        rows = self.shape(day).rows
        ahead = next(
            (near for near in range(1, NEAR) if day + near <= LAST_DAY and self.shape(day + near).spans[OPEN]), 0
        )
        made = None if rows is None else _coming(rows, ahead, self.shape(day + ahead).rows if ahead else None)
        self.coming[day] = made
        return made

    def shape(self, day: int) -> Shape:
        """The shape of a day."""
        number = day >> BLOCK
        return (self.shapes.get(number) or self.block_of_shapes(number))[day & IN_BLOCK]

    def _bent(self, first: int) -> list[int]:
        """The days of a block on which the clock jumps."""
        jumps = self.zone.block(first >> ZONE_BLOCK).jumps
        return [day for day in range(first, first + (1 << BLOCK)) if day in jumps] if jumps else []

    def _bent_shape(self, day: int, shape: Shape) -> Shape:
        table, base = shape.table, day * DAY
        for start, end in self.zone.block(day >> ZONE_BLOCK).gaps:
            if start < base + DAY and end > base:
                after, minute = divmod(end, DAY)
                table = _painted(table, start - base, end - base, self._kinds.shapes(after, 1)[0].table[minute])
        # A wall clock in a gap, which no clock shows, still means an instant, before or after it by the length of the gap.
        jumps = [
            ((2 * low - high) // 60 - base, -((low - 2 * high) // 60) - base) for low, high in self.zone.jumps(day)
        ]
        return _shape_with(table, tuple(jumps))

    def next_day(self, day: int, code: int, whole: bool = False) -> int | None:
        """The first day from one on that has a state at all or, with `whole`, that does not have it all day."""
        return self._search(day, code, whole, 1)

    def previous_day(self, day: int, code: int, whole: bool = False) -> int | None:
        """The last day up to one that has a state at all or, with `whole`, that does not have it all day."""
        return self._search(day, code, whole, -1)

    def _search(self, day: int, code: int, whole: bool, step: int) -> int | None:
        if self._barren is None:
            self._barren = {}
        barren = self._barren.get((code, whole, step))
        if barren and barren[0] <= day <= barren[1]:
            return barren[2]
        for near in range(day, day + NEAR * step, step):
            if not 0 <= near <= LAST_DAY:
                return None
            if self.shape(near).has(code, whole):
                return near
        far = day + NEAR * step
        found: int | None
        if barren and ((barren[0] if step > 0 else barren[1]) - far) * step > 0:
            # What is already known to hold nothing need not be searched again.
            found = self._far(far, code, whole, step, barren[0] if step > 0 else barren[1])
            found = barren[2] if found is None else found
        else:
            found = self._far(far, code, whole, step, self._kinds.horizon(far, step))
        edge = LAST_DAY if step > 0 else 0
        last = edge if found is None else found - step
        self._barren[code, whole, step] = (min(day, last), max(day, last), found)
        return found

    def _far(self, day: int, code: int, whole: bool, step: int, limit: int) -> int | None:
        """The nearest day from one on, one way, that has the state; `None` where there is none up to the limit."""
        if not self._kinds.may_have(code, whole):
            return None
        while 0 <= day <= LAST_DAY and (limit - day) * step >= 0:
            first = day if step > 0 else day - WINDOW + 1
            places = self._kinds.places(first, WINDOW, code, whole)
            for place in places if step > 0 else reversed(places):
                # By the wall clock it has it, but the clock may jump over it.
                found = first + place
                if 0 <= found <= LAST_DAY and (not self.zone.jumps(found) or self.shape(found).has(code, whole)):
                    return found
            day += WINDOW * step
        # The calendar's first day has no night before it, whatever the others have.
        return 0 if step < 0 and self.shape(0).has(code, whole) else None


@lru_cache(maxsize=4096)
def _coming(rows: Coming, ahead: int, after: Coming | None) -> Coming:
    """A day's openings, and the first of a later day's where it has any that are sure."""
    today = tuple([(start * 60, opens, closes) for start, opens, closes in rows])
    if not after:
        return today
    _, opens, closes = after[0]
    return (*today, (2 * DAY * 60, opens + timedelta(ahead), closes + timedelta(ahead)))


@lru_cache(maxsize=1024)
def _painted(table: bytes, start: int, end: int, code: int) -> bytes:
    """A table with one code in a span of minutes."""
    start, end = max(start, 0), min(end, DAY)
    return table[:start] + bytes([code]) * (end - start) + table[end:]


@lru_cache(maxsize=1024)
def _shape_with(table: bytes, jumps: tuple[Span, ...]) -> Shape:
    """The one shape of a table on a day with some jumps."""
    return Shape(table, jumps)
