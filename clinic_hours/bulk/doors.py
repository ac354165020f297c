"""The distinct doors of a timetable: a schedule in a zone. What is asked of many of them at a time, by their days.

Any door at any second: the wall minute, its day, the shape of that day, and in it what is looked for. Doors stand in the order of
their zones, so that what depends on the zone alone is worked out once for each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from clinic_hours.bulk.clock import EVER, Clock, Gap, Ints
from clinic_hours.bulk.days import NO_MINUTE, Days
from clinic_hours.bulk.grouping import groups
from clinic_hours.bulk.schedules import Numbers, Schedules
from clinic_hours.hours.minutes import DAY
from clinic_hours.location import Door
from clinic_hours.location.given import zone_named
from clinic_hours.timeline.timeline import Timeline
from clinic_hours.timeline.zone import END

Codes: TypeAlias = "NDArray[np.uint8]"
NEVER = np.iinfo(np.int64).min
"""Stands for a second that never comes, as `NaT` does."""


class Doors:
    """Distinct doors, each by its number, from 0 on."""

    __slots__ = (
        "_given",
        "_held",
        "_of_zone",
        "_offsets",
        "clocks",
        "days",
        "far",
        "schedule",
        "schedules",
        "timeline",
        "zone",
        "zones",
    )

    def __init__(
        self, schedules: Schedules, zones: Sequence[str], schedule: Numbers, zone: Numbers, given: Sequence[Door] = ()
    ) -> None:
        """Doors from the number of each one's schedule and zone, in the order of the zones; `given` is what they were made of."""
        self.schedules, self.zones = schedules, tuple(zones)
        self.schedule, self.zone, self._given = schedule, zone, given
        self.days = Days(schedules)
        self.clocks = [Clock(zone_named(name)) for name in zones]
        self.far: dict[str, Any] = {}
        self._of_zone = np.searchsorted(zone, np.arange(len(zones) + 1)).tolist()
        self._held: tuple[bytes, NDArray[np.intp]] | None = None
        self._offsets = np.zeros(0, np.int64), np.zeros(0, np.int64), 0, 0
        self.timeline: Callable[[int], Timeline] = lru_cache(maxsize=1024)(self._timeline)

    def __len__(self) -> int:
        return len(self.schedule)

    def _timeline(self, door: int) -> Timeline:
        if self._given:
            return self._given[door].timeline
        return Timeline(zone_named(self.zones[self.zone[door]]), self.schedules.rules(self.schedule[door]))

    # All doors at one instant

    def codes_at(self, second: int) -> Codes:
        """The code of the state of every door at one second."""
        walls = self._walls_at(second)
        days = walls // DAY
        shapes = self._shapes_on(days)
        columns: dict[int, Codes] = {}
        found = np.empty(len(self), np.uint8)
        for zone, minute in enumerate((walls - days * DAY).tolist()):
            low, high = self._of_zone[zone], self._of_zone[zone + 1]
            column = columns.get(minute)
            if column is None:
                column = columns[minute] = np.ascontiguousarray(self.days.shapes.codes[: self.days.shapes.size, minute])
            column.take(shapes[low:high], out=found[low:high], mode="clip")
        return found

    def _walls_at(self, second: int) -> Ints:
        """The wall minute of every zone at one second; the offsets are kept until one of them changes."""
        offset, reached, since, until = self._offsets
        if not since <= second < until:
            held = np.array([clock.held(second) for clock in self.clocks], np.int64).reshape(-1, 4)
            offset, reached = held[:, 0], held[:, 1]
            self._offsets = offset, reached, int(held[:, 2].max(initial=0)), int(held[:, 3].min(initial=EVER))
        minutes: Ints = np.clip(np.maximum(second + offset, reached - 1) // 60, 0, END - 1)
        return minutes

    def _shapes_on(self, days: Ints) -> NDArray[np.intp]:
        """The number of every door's shape on its zone's day; the last are kept, for a day has many minutes."""
        key = days.tobytes()
        if self._held is None or self._held[0] != key:
            of_door = np.repeat(days, np.diff(self._of_zone))
            self._held = key, self.numbers(np.arange(len(self)), of_door, bent=False).astype(np.intp)
        return self._held[1]

    def walls_of_all(self, second: int) -> Ints:
        """The wall minute of every door at one second."""
        return np.repeat(self._walls_at(second), np.diff(self._of_zone))

    # Any doors at any seconds

    def walls(self, doors: Ints, seconds: Ints) -> Ints:
        """The wall minute of each door at its second."""
        found = np.empty(len(doors), np.int64)
        for zone, where in groups(self.zone[doors]):
            found[where] = self.clocks[zone].minutes(seconds[where])
        return found

    def numbers(self, doors: Ints, days: Ints, bent: bool) -> Numbers:
        """The number of each door's shape on its day; where `bent`, minutes that the clock skips have the state after them."""
        found = np.empty(len(doors), np.int32)
        for day, where in groups(days):
            mine = doors[where]
            schedules = self.schedule[mine]
            of_day = self.days.numbers(day, schedules)
            for zone, gaps in self._gaps(day, mine) if bent else ():
                there = np.flatnonzero(self.zone[mine] == zone)
                of_day[there] = self.days.numbers(day, schedules[there], gaps)
            found[where] = of_day
        return found

    def codes(self, doors: Ints, walls: Ints) -> Codes:
        """The code of each door's state at a wall minute."""
        days = walls // DAY
        numbers = self.numbers(doors, days, bent=False)
        codes: Codes = self.days.shapes.codes[numbers, walls - days * DAY]
        return codes

    def _gaps(self, day: int, doors: Ints) -> list[tuple[int, tuple[Gap, ...]]]:
        """The zones of some doors whose clocks skip minutes of a day, each with its gaps."""
        found = ((zone, self.clocks[zone].gaps(day)) for zone in np.unique(self.zone[doors]).tolist())
        return [(zone, gaps) for zone, gaps in found if gaps]

    def seconds(self, doors: Ints, minutes: Ints) -> Ints:
        """The UTC seconds of wall minutes; `NEVER` where there is none, or it is the calendar's end."""
        found = np.full(len(doors), NEVER, np.int64)
        some = np.flatnonzero((minutes != NEVER) & (minutes < END))
        found[some] = self._instants(doors[some], minutes[some])
        return found

    def _instants(self, doors: Ints, minutes: Ints) -> Ints:
        """The UTC second at which each wall minute begins on the clock of its door."""
        found = np.empty(len(doors), np.int64)
        for zone, where in groups(self.zone[doors]):
            found[where] = self.clocks[zone].seconds(minutes[where])
        return found

    # For how long

    def open_seconds(self, doors: Ints, firsts: Ints, lasts: Ints) -> Ints:
        """How long each door is open from one UTC second to another, in seconds."""
        low, high = self.walls(doors, firsts) // DAY, self.walls(doors, lasts) // DAY
        total = self._of_day(doors, high, lasts) - self._of_day(doors, low, firsts)
        left, days = np.flatnonzero(low < high), low.copy()
        while len(left):
            total[left] += self._of_whole_day(doors[left], days[left])
            days[left] += 1
            left = left[days[left] < high[left]]
        return total

    def _of_whole_day(self, doors: Ints, days: Ints) -> Ints:
        """How long each door is open on a day, in seconds."""
        numbers = self.numbers(doors, days, bent=False)
        found = self.days.shapes.seconds[numbers]
        for day, where in groups(days):
            zones = self.zone[doors[where]]
            jumping = [zone for zone in np.unique(zones).tolist() if self.clocks[zone].jumps(day)]
            if jumping:
                places = np.arange(len(doors))[where][np.isin(zones, jumping)]
                found[places] = self._of_day(doors[places], days[places], np.full(len(places), EVER))
        return found

    def _of_day(self, doors: Ints, days: Ints, until: Ints) -> Ints:
        """How long each door is open on a day up to a UTC second, in seconds."""
        numbers = self.numbers(doors, days, bent=True)
        spans = self.days.shapes.spans
        total = np.zeros(len(doors), np.int64)
        for place in range(spans.shape[1]):
            starts, ends = spans[numbers, place, 0], spans[numbers, place, 1]
            some = np.flatnonzero(starts != NO_MINUTE)
            if not len(some):
                break
            midnights = days[some] * DAY
            opened = self._instants(doors[some], midnights + starts[some])
            closed = self._instants(doors[some], midnights + ends[some])
            total[some] += np.maximum(np.minimum(closed, until[some]) - opened, 0)
        return total
