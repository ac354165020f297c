"""Times of several sides, taken in turn, so that a noisy machine hits all alike: what counts are the ratios of each round."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from time import perf_counter_ns, thread_time_ns
from typing import Any

ROUND = 10_000_000
"""Nanoseconds that a side is asked in a round, roughly."""
LONG = 0.3
"""Seconds from which an answer is timed once, and not in each round."""


@dataclass(frozen=True)
class Side:
    """Who is asked: once with each argument, and the loop counts too."""

    call: Callable[[Any], Any]
    arguments: Sequence[Any]

    def nanoseconds(self, clock: Callable[[], int] = thread_time_ns) -> float:
        """How long one answer took, by the time that this thread had on the processor."""
        call = self.call
        start = clock()
        for argument in self.arguments:
            call(argument)
        return (clock() - start) / len(self.arguments)

    def for_a_round(self) -> Side:
        """The same with as many arguments as a round has time for."""
        one = Side(self.call, self.arguments[:1])
        taken = max(1.0, min(one.nanoseconds() for _ in range(3)))
        return Side(self.call, self.arguments[: max(1, int(ROUND / taken))])


@contextmanager
def no_collection() -> Iterator[None]:
    """Time in which Python collects no garbage."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def rounds(sides: Mapping[str, Callable[[], float]], count: int) -> dict[str, list[float]]:
    """What each side measures in some rounds. Each is asked once beforehand."""
    found: dict[str, list[float]] = {name: [] for name in sides}
    for measure in sides.values():
        measure()
    for _ in range(count):
        with no_collection():
            for name, measure in sides.items():
                found[name].append(measure())
    return found


def ratio(times: Sequence[float], beside: Sequence[float]) -> float:
    """The median of how many times as long one side took as another, round by round."""
    return median(one / other for one, other in zip(times, beside, strict=True))


def wall(call: Callable[[], Any], times: int = 1) -> float:
    """The nanoseconds that a call takes on the clock on the wall, other threads and all."""
    start = perf_counter_ns()
    for _ in range(times):
        call()
    return (perf_counter_ns() - start) / times
