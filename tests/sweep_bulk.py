"""The sweep of `clinic_hours.bulk`: around clock changes, the answers for many at once beside those of each location.

    python -m tests.sweep_bulk [--zones America/New_York …] [--first 1970] [--last 2037] [--seed 0] [--every 1]

For each change, locations are drawn as `tests.sweep` does, and asked around it, to the microsecond, in each of the two ways in which
an answer can go. The test suite takes a small sample of it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo, available_timezones

import numpy as np

from clinic_hours import Location, bulk
from clinic_hours.bulk import answering, lasting

sys.path.insert(0, str(Path(__file__).parent))  # as pytest's `pythonpath` does

from sweep import MICROSECOND, MINUTE, Change, Draw, changes

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WAYS = {
    "by door": ("FOR_RUNS", "A_DAY_OF_RUNS"),
    "by day": ("FOR_A_DAY", "A_SCHEDULE_ON_A_DAY", "A_DOOR_AT_AN_INSTANT"),
}
AROUND = [
    sign * (minutes * MINUTE + ticks * MICROSECOND)
    for minutes in (0, 30, 59, 60, 90, 180, 24 * 60, 9 * 24 * 60)
    for ticks in (0, 1, 59_999_999)
    for sign in (-1, 1)
]


def _ticks(at: datetime | None) -> Any:
    ticks = np.iinfo(np.int64).min if at is None else (at - EPOCH) // MICROSECOND
    return np.int64(ticks).view("datetime64[us]")


def _next(location: Location, at: datetime) -> datetime | None:
    opening = location.next_opening(at)
    return opening and opening.start


QUESTIONS: list[tuple[Callable[..., Any], Callable[[Location, datetime], Any]]] = [
    (bulk.is_open, Location.is_open),
    (bulk.state, lambda location, at: location.status(at).state),
    (bulk.next_opening, lambda location, at: _ticks(_next(location, at))),
    (bulk.next_closing, lambda location, at: _ticks(location.next_closing(at))),
]


def same(one: Any, other: Any) -> bool:
    """Whether two answers are one; `NaT` is not equal to itself."""
    return bool(one == other or (one != one and other != other))


def in_numpy(instants: Sequence[datetime]) -> Any:
    """Instants in UTC as NumPy has them."""
    return np.array([at.replace(tzinfo=None) for at in instants], "datetime64[us]")


@contextmanager
def free(way: str) -> Iterator[None]:
    """Whichever way costs less is taken, so this makes one free."""
    nothing = dict.fromkeys(WAYS[way], 0)
    with patch.multiple(answering, **nothing), patch.multiple(lasting, **nothing):
        yield


def differences(change: Change, seed: object) -> Iterator[str]:
    """What is answered otherwise around a change."""
    draw = Draw(change, seed)
    locations = list(draw.locations())
    marks = {mark.replace(tzinfo=change.zone, fold=fold).astimezone(UTC) for mark in draw.marks for fold in (0, 1)}
    instants = sorted({change.at.astimezone(UTC) + by for by in AROUND} | marks)
    chosen = draw.rng.sample(instants, 10)
    starts, ends = zip(*((min(pair), max(pair)) for pair in zip(chosen[::2], chosen[1::2])))
    found: dict[str, list[tuple[str, Any]]] = {}
    for way in WAYS:
        with free(way):
            found[way] = [(many.__name__, many(locations, in_numpy(instants))) for many, _ in QUESTIONS]
            found[way].append(("open_time", bulk.open_time(locations, in_numpy(starts), in_numpy(ends))))
    for row, location in enumerate(locations):
        expected = [[one(location, at) for at in instants] for _, one in QUESTIONS]
        expected.append([location.open_time(*window) for window in zip(starts, ends)])
        for way, answers in found.items():
            for (name, many), each in zip(answers, expected, strict=True):
                for at, answer, right in zip(instants, many[row], each):
                    if not same(answer, right):
                        yield f"{change.zone.key} {change.at}: {name} {way} at {at}: {answer}, not {right}: {location!r}"


def main() -> int:
    """Sweep, and print what differs."""
    parser = argparse.ArgumentParser(description="Hold the answers of bulk against those of each location.")
    parser.add_argument("--zones", nargs="*", default=sorted(available_timezones()))
    parser.add_argument("--first", type=int, default=1970)
    parser.add_argument("--last", type=int, default=2037)
    parser.add_argument("--seed", default="0")
    parser.add_argument("--every", type=int, default=1, help="take one change in so many")
    asked = parser.parse_args()
    count = wrong = 0
    for name in asked.zones:
        for change in list(changes(ZoneInfo(name), asked.first, asked.last))[:: asked.every]:
            count += 1
            for told in differences(change, asked.seed):
                wrong += 1
                print(told)  # noqa: T201
    print(f"{count:,} changes in {len(asked.zones)} zones, {wrong} differences")  # noqa: T201
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
