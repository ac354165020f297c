"""Many answers at once: how many times as long as copying as many 64-bit numbers, and beside opening-hours-py in a loop."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count as counting
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter_ns
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow.parquet as pq

from clinic_hours import Location, bulk
from clinic_hours.codecs import osm

from .directory import directory
from .figures import Growth, Held, Mass
from .peers import NOT_INSTALLED, Peer
from .questions import UTC_ZONE, WEEK, clinic, instant, instants
from .timing import Side, ratio, rounds, wall

INSTANTS = 10_000, 100_000, 1_000_000, 10_000_000
DIRECTORIES = 10_000, 100_000, 1_000_000
SAMPLE = 200
"""Locations of the directory that the peer is asked about."""
FIRST = np.datetime64("2026-01-02T00:00:00", "s")
DAY = np.datetime64("2026-11-27T00:00:00", "s")
BARS = {"is_open": 7.0, "next_opening": 27.0, "locations": 10.0, "bytes": 64.0}
"""The most that each may be: three times `numpy.copyto`, and bytes a location."""


def copying(count: int) -> Callable[[], float]:
    """How long it takes to copy so many numbers, in nanoseconds each."""
    source = np.arange(count)
    target = np.zeros_like(source)
    times = repeats(count)
    return lambda: wall(lambda: np.copyto(target, source), times) / count


def repeats(count: int) -> int:
    """How often so many answers are asked for in a round, so that a short question does not measure the clock."""
    return max(1, 1_000_000 // count)


def many_instants(count: int) -> Any:
    """Instants of nearly two years, to the second, in no order."""
    return FIRST + np.random.default_rng(2026).integers(0, 700 * 86400, count).astype("timedelta64[s]")


def one_location(count: int) -> dict[str, Callable[[], float]]:
    """One location at so many instants, beside copying."""
    at, place, times = many_instants(count), bulk.Timetable.of([clinic()]), repeats(count)
    return {
        "copy": copying(count),
        "is_open": lambda: wall(lambda: bulk.is_open(place, at), times) / count,
        "next_opening": lambda: wall(lambda: bulk.next_opening(place, at), times) / count,
    }


def many_locations(timetable: bulk.Timetable) -> dict[str, Callable[[], float]]:
    """All locations of a directory at one instant: another minute of the same day each time."""
    size = len(timetable)
    minutes = counting(60)
    times = repeats(size)

    def ask(question: Callable[[Any, Any], Any]) -> Callable[[], float]:
        return lambda: wall(lambda: question(timetable, DAY + np.timedelta64(next(minutes) % 1440, "m")), times) / size

    return {"copy": copying(size), "is_open": ask(bulk.is_open), "next_opening": ask(bulk.next_opening)}


def loop(peers: Sequence[Peer]) -> Peer | None:
    """The peer that is asked in a loop, where it is installed."""
    return next((peer for peer in peers if peer.name == "opening-hours-py" and peer.version != NOT_INSTALLED), None)


def in_a_loop(call: Callable[[Any], Any], arguments: Sequence[Any]) -> Callable[[], float]:
    """How an answer of a loop is timed, on the same clock as those of many at once."""
    side = Side(call, arguments)
    return lambda: side.nanoseconds(perf_counter_ns)


def instants_in_a_loop(peer: Peer) -> tuple[dict[str, Callable[[], float]], dict[str, list[str]]]:
    """One location of the peer's at some instants in UTC, and where its answers are not those of `bulk`."""
    at = [one.astimezone(UTC_ZONE) for one in instants(2048)]
    place = bulk.Timetable.of([clinic()])
    given = np.array([one.replace(tzinfo=None) for one in at], "datetime64[s]")
    questions = {
        "is_open": ("utc", bulk.is_open(place, given)[0]),
        "next_opening": ("next", bulk.next_opening(place, given)[0]),
    }
    sides, wrong = {}, {}
    for name, (way, ours) in questions.items():
        asked = peer.ways[way]
        wrong[name] = differences(at, ours, [asked.answer(asked.call(one)) for one in at])
        sides[name] = in_a_loop(asked.call, at)
    return sides, wrong


def locations_in_a_loop(table: Any, timetable: bulk.Timetable) -> tuple[Callable[[], float], list[str]]:
    """Some locations of a directory as objects of opening-hours-py, and where their answers are not those of `bulk`."""
    from opening_hours import OpeningHours

    rows = table.slice(0, SAMPLE).to_pylist()
    objects = [OpeningHours(osm.encode(location(row)).document, timezone=ZoneInfo(row["timezone"])) for row in rows]
    at = instants(8)
    wrong = []
    for one in at:
        ours = bulk.is_open(timetable, np.datetime64(one.replace(tzinfo=None), "s"))[:SAMPLE]
        theirs = [place.is_open(one.astimezone(UTC_ZONE)) for place in objects]
        wrong += [f"{told} ({one})" for told in differences([row["id"] for row in rows], ours, theirs)]
    asked = at[0].astimezone(UTC_ZONE)
    return in_a_loop(lambda place: place.is_open(asked), objects), wrong


def location(row: Mapping[str, str]) -> Location:
    """The location of a row of the directory."""
    rules = {name: json.loads(row[name] or "[]") for name in ("special_hours", "seasonal_hours", "breaks")}
    return Location(name=row["id"], timezone=row["timezone"], regular_hours=row["regular_hours"], **rules)


def differences(where: Sequence[Any], ours: Any, theirs: Sequence[Any]) -> list[str]:
    """Where two columns of answers differ."""
    told = []
    for place, our, their in zip(where, ours.tolist(), theirs, strict=True):
        mine = instant(our.replace(tzinfo=UTC_ZONE)) if hasattr(our, "replace") else our
        if mine != their:
            told.append(f"at {place} it answers {their}, not {mine}")
    return told


def figures(peers: Sequence[Peer], count: int) -> Iterator[Mass | Growth | Held]:
    """All figures of many answers, each of some rounds."""
    yield from _instants(peers, count)
    with TemporaryDirectory() as folder:
        yield from _directories(Path(folder), peers, count)


def _instants(peers: Sequence[Peer], count: int) -> Iterator[Mass | Growth]:
    names = {"is_open": "is it open?", "next_opening": "when does it open next?"}
    peer = loop(peers)
    sides, wrong = instants_in_a_loop(peer) if peer else ({}, {})
    costs: dict[str, dict[int, float]] = {name: {} for name in names}
    for size in INSTANTS:
        loops = {f"loop {name}": side for name, side in sides.items()} if size == INSTANTS[-1] else {}
        times = rounds(one_location(size) | loops, count)
        for name in names:
            costs[name][size] = median(times[name])
    for name, question in names.items():
        theirs = times.get(f"loop {name}")
        yield Mass(
            f"one location × {_words(INSTANTS[-1])} instants: {question}", median(times[name]), ratio(times[name], times["copy"]),
            BARS[name], theirs and ratio(theirs, times[name]), "" if peer else NOT_INSTALLED, wrong.get(name, ()),
        )  # fmt: skip
    for name, question in names.items():
        yield Growth(f"one location × so many instants: {question}", costs[name])


def _directories(folder: Path, peers: Sequence[Peer], count: int) -> Iterator[Mass | Growth | Held]:
    open_costs, next_costs, load_costs = {}, {}, {}
    for size in DIRECTORIES:
        table, path = directory(size), folder / f"{size}.parquet"
        pq.write_table(table, path, compression="zstd", row_group_size=1 << 20)
        new = in_a_new_process(path)
        load_costs[size] = new["load"] / size * 1e9
        timetable = bulk.Timetable.load(path)
        sides = many_locations(timetable)
        peer, wrong = loop(peers), []
        if peer and size == DIRECTORIES[-1]:
            sides["loop"], wrong = locations_in_a_loop(table, timetable)
        times = rounds(sides, count)
        open_costs[size], next_costs[size] = median(times["is_open"]), median(times["next_opening"])
    theirs = times.get("loop")
    yield Mass(
        f"{_words(size)} locations × one instant: is it open?", median(times["is_open"]), ratio(times["is_open"], times["copy"]),
        BARS["locations"], theirs and ratio(theirs, times["is_open"]), "" if peer else NOT_INSTALLED, wrong,
    )  # fmt: skip
    yield Mass(
        f"{_words(size)} locations × one instant: when do they open next?", median(times["next_opening"]),
        ratio(times["next_opening"], times["copy"]),
    )  # fmt: skip
    yield Growth("so many locations × one instant: is it open?", open_costs)
    yield Growth("so many locations × one instant: when do they open next?", next_costs)
    yield Growth("load so many locations", load_costs)
    yield Held(
        size, len(timetable.doors.schedules.weeks), len(timetable.doors.zones), timetable.nbytes / size,
        new["bytes"] / size, BARS["bytes"], new["load"],
    )  # fmt: skip


def _words(count: int) -> str:
    return f"{count // 1_000_000} M" if count >= 1_000_000 else f"{count // 1000} k"


def in_a_new_process(path: Path) -> dict[str, float]:
    """Seconds to load a directory in a process that has loaded none, and the bytes that it takes in another."""
    found: dict[str, float] = {}
    for what in ("load", "bytes"):
        code = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import fresh; fresh(*sys.argv[1:])"
        done = subprocess.run([sys.executable, "-c", code, what, str(path)], capture_output=True, text=True, check=True)
        found[what] = float(done.stdout)
    return found


def fresh(what: str, path: str) -> None:
    """What a new process measures, and prints."""
    import gc
    import tracemalloc

    import pyarrow as pa

    if what == "bytes":
        bulk.is_open(clinic(WEEK), DAY)  # what any question loads is none of the timetable's
        gc.collect()
        before = pa.total_allocated_bytes()
        tracemalloc.start()
        timetable = bulk.Timetable.load(path)
        gc.collect()
        taken = tracemalloc.get_traced_memory()[0] + pa.total_allocated_bytes() - before
        print(taken if len(timetable) else 0)  # noqa: T201
    else:
        print(wall(lambda: bulk.Timetable.load(path)) / 1e9)  # noqa: T201
