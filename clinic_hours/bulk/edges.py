"""The next start or end of an opening, of many doors at a time.

The days ahead are looked at one after the other, for those doors that have found nothing yet. After two weeks few are left; what
they find is remembered, because a door that has been shut for months is asked again every minute.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from clinic_hours.bulk.clock import Ints
from clinic_hours.bulk.days import NO_MINUTE
from clinic_hours.bulk.doors import NEVER, Doors
from clinic_hours.hours.minutes import DAY
from clinic_hours.timeline.kinds import Kinds
from clinic_hours.timeline.shape import OPEN

Edge = Literal["start", "end"]
NEAR = 15
"""Days that all doors look ahead."""
FAR = 400
"""Days that are looked at for the doors that are left; what comes later is asked one by one."""
LATER = np.iinfo(np.int64).max
"""The minute of what never comes."""


@dataclass(slots=True)
class _Search:
    """Some doors, each with the wall day up to which nothing was found, its last shape there, and whether that ends open."""

    doors: Doors
    edge: Edge
    which: Ints
    days: Ints
    is_open: NDArray[np.bool_]
    found: Ints
    left: Ints

    def look(self, day: int) -> None:
        """Look at one day more, for the doors that are left; `day` counts the days since the first."""
        doors, left, shapes = self.doors, self.left, self.doors.days.shapes
        days = self.days[left] + day
        numbers = doors.numbers(self.which[left], days, bent=True)
        starts = self.edge == "start"
        at_midnight = shapes.opens[numbers] & ~self.is_open if starts else self.is_open & ~shapes.opens[numbers]
        minutes = np.where(at_midnight, 0, shapes.next_edge(shapes.starts if starts else shapes.ends, numbers, -1))
        self.put(days * DAY + minutes, minutes != NO_MINUTE, shapes.closes[numbers])

    def put(self, minutes: Ints, done: NDArray[np.bool_], is_open: NDArray[np.bool_]) -> None:
        """Keep what was found for the doors that are left, and go on with the others."""
        self.found[self.left[done]] = minutes[done]
        self.left, self.is_open = self.left[~done], is_open[~done]


def next_edge(doors: Doors, edge: Edge, which: Ints, walls: Ints) -> Ints:
    """The UTC second of each door's next edge after a wall minute; `NEVER` where there is none."""
    days = walls // DAY
    search = _Search(
        doors, edge, which, days, np.zeros(len(which), np.bool_), np.full(len(which), NEVER), np.arange(len(which))
    )
    numbers = doors.numbers(which, days, bent=True)
    shapes = doors.days.shapes
    minutes = shapes.next_edge(shapes.starts if edge == "start" else shapes.ends, numbers, walls - days * DAY)
    search.put(days * DAY + minutes, minutes != NO_MINUTE, shapes.closes[numbers])
    for day in range(1, NEAR):
        if not len(search.left):
            return doors.seconds(which, search.found)
        search.look(day)
    known = doors.far.setdefault(edge, Far())
    minutes = known.of(which[search.left], walls[search.left])
    search.put(minutes, minutes != 0, search.is_open)
    asked = search.left
    _look_far(search, walls)
    known.add(which[asked], walls[asked], search.found[asked])
    return doors.seconds(which, np.where(search.found == LATER, NEVER, search.found))


def _look_far(search: _Search, walls: Ints) -> None:
    """Look for doors that find nothing soon, until each has an answer."""
    may = _may(search)
    search.put(np.full(len(may), LATER), ~may, search.is_open)
    for day in range(NEAR, FAR):
        if not len(search.left):
            return
        search.look(day)
    for place in search.left.tolist():
        line, minute = search.doors.timeline(int(search.which[place])).line, int(walls[place])
        span = line.following(minute, OPEN) if search.edge == "start" else line.touching(minute, OPEN)
        search.found[place] = LATER if span is None else span[0] if search.edge == "start" else span[1]


def _may(search: _Search) -> NDArray[np.bool_]:
    """Whether the doors that are left could have such an edge at all; `False` is certain.

    A start needs a day that is open, and before an end it must be open, and then not be.
    """
    schedules, place = np.unique(search.doors.schedule[search.which[search.left]], return_inverse=True)
    kinds = [Kinds(search.doors.schedules.rules(number)) for number in schedules.tolist()]
    may = [each.may_have(OPEN, whole=False) and each.may_have(OPEN, whole=True) for each in kinds]
    return np.array(may, np.bool_)[place]


class Far:
    """For some doors the edge that comes next after long, and the minute from which it does."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        # Doors in order, minutes since, minutes of edges; in one, so that no thread sees a part.
        self._known = np.zeros((3, 0), np.int64)

    def of(self, doors: Ints, walls: Ints) -> Ints:
        """The minute of the next edge of each door after a wall minute; 0 where it is not known."""
        held, since, minutes = self._known
        if not len(held):
            return np.zeros(len(doors), np.int64)
        place = np.minimum(np.searchsorted(held, doors), len(held) - 1)
        known = (held[place] == doors) & (since[place] <= walls) & (walls < minutes[place])
        return np.where(known, minutes[place], 0)

    def add(self, doors: Ints, walls: Ints, minutes: Ints) -> None:
        """Remember what was found; of one door the last."""
        made = np.concatenate((np.array([doors, walls, minutes]), self._known), axis=1)
        _, place = np.unique(made[0], return_index=True)
        self._known = made[:, place]
