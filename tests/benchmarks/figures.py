"""What is measured, as plain data, which whoever writes tables needs no NumPy for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

NO_WORDS = "—"


@dataclass(frozen=True)
class Cell:
    """How many times as long as ours a peer took, or what is said instead, and notes."""

    ratio: float | None = None
    said: str = NO_WORDS
    notes: Sequence[str] = ()
    wrong: Sequence[str] = ()


@dataclass(frozen=True)
class Row:
    """A question: our microseconds, and the cells of the peers by their names."""

    label: str
    microseconds: float
    cells: Mapping[str, Cell] = field(default_factory=dict)
    short: bool = True


@dataclass(frozen=True)
class Mass:
    """A figure of many answers: in nanoseconds each, beside copying and beside a loop, and at most how many times copying."""

    label: str
    nanoseconds: float
    copies: float
    at_most: float | None = None
    loop: float | None = None
    loop_said: str = ""
    wrong: Sequence[str] = ()


@dataclass(frozen=True)
class Growth:
    """What one answer costs where more are asked for: nanoseconds by how many there are."""

    label: str
    nanoseconds: Mapping[int, float]


@dataclass(frozen=True)
class Held:
    """What the largest directory takes: bytes a location, counted twice, and seconds to load it the first time."""

    clinics: int
    weeks: int
    zones: int
    columns: float
    """Bytes a location, as `Timetable.nbytes` adds them up."""
    allocated: float
    """Bytes a location, as tracemalloc and Arrow's pool count what was taken."""
    at_most: float
    load_seconds: float

    @property
    def load_each(self) -> float:
        """Nanoseconds to load a location."""
        return self.load_seconds / self.clinics * 1e9
