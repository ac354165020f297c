"""How each question is answered: from the runs of one door, or for many doors at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clinic_hours.bulk.clock import Ints
from clinic_hours.bulk.doors import NEVER, Codes, Doors
from clinic_hours.bulk.edges import Edge, next_edge
from clinic_hours.bulk.instants import EPOCH, NAT, TICKS
from clinic_hours.bulk.runs import Runs
from clinic_hours.errors import InvalidWindowError
from clinic_hours.timeline.shape import OPEN

Answers = NDArray[Any]


@dataclass(frozen=True, slots=True)
class OfState:
    """The state, or whether it is open."""

    only_open: bool

    @property
    def dtype(self) -> Any:
        """The type of the answers."""
        return np.bool_ if self.only_open else np.uint8

    def of_runs(self, runs: Runs) -> Answers:
        """The answer in each run."""
        return self._told(runs.codes)

    def of_all(self, doors: Doors, second: int) -> Answers:
        """The answer of every door at one second."""
        return self._told(doors.codes_at(second))

    def of_some(self, doors: Doors, which: Ints, walls: Ints) -> Answers:
        """The answer of each of some doors at its wall minute."""
        return self._told(doors.codes(which, walls))

    def _told(self, codes: Codes) -> Answers:
        return codes == OPEN if self.only_open else codes


@dataclass(frozen=True, slots=True)
class OfEdge:
    """The next start or end of an opening, in the unit of the instants; `NaT` where there is none."""

    edge: Edge
    unit: str

    dtype = np.dtype(np.int64)

    def of_runs(self, runs: Runs) -> Answers:
        """The answer in each run."""
        return self._told(runs.next_start if self.edge == "start" else runs.next_end)

    def of_all(self, doors: Doors, second: int) -> Answers:
        """The answer of every door at one second."""
        return self.of_some(doors, np.arange(len(doors)), doors.walls_of_all(second))

    def of_some(self, doors: Doors, which: Ints, walls: Ints) -> Answers:
        """The answer of each of some doors at its wall minute."""
        return self._told(next_edge(doors, self.edge, which, walls))

    def _told(self, seconds: Ints) -> Ints:
        ticks = TICKS[self.unit]
        never = seconds == NEVER
        since = np.where(never, 0, seconds - EPOCH)
        limit = np.iinfo(np.int64).max // ticks
        if len(since) and int(np.abs(since).max()) > limit:
            raise InvalidWindowError(
                "a next opening or closing is after the year 2262, where nanoseconds end; give microseconds"
            )
        return np.where(never, NAT, since * ticks)
