"""Which way a question goes: a door at a time, by the runs of its states, or an instant at a time, for all doors.

Runs cost something for each day of a window, and next to nothing for an instant; a day costs something for each schedule, and
next to nothing for a door. What costs less is taken. Both give the same answers.
"""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np

from clinic_hours.bulk.clock import Ints
from clinic_hours.bulk.doors import Doors
from clinic_hours.bulk.grouping import groups
from clinic_hours.bulk.instants import EPOCH, Instants
from clinic_hours.bulk.progress import progress
from clinic_hours.bulk.questions import Answers
from clinic_hours.bulk.runs import Runs

CHUNK = 1 << 15
"""Instants that are looked up together, so that they stay in the cache."""
WINDOW = 1 << 22
"""Minutes of one window of runs at the most: eight years."""
LARGEST = 1 << 26
"""Minutes of the tables of several doors together at the most."""

# What things cost, in nanoseconds, roughly.
FOR_RUNS, A_DAY_OF_RUNS = 150_000, 1_500
FOR_A_DAY, A_SCHEDULE_ON_A_DAY, A_DOOR_AT_AN_INSTANT = 150_000, 100, 60


class Question(Protocol):
    """What is asked of runs, and of doors."""

    @property
    def dtype(self) -> Any:
        """The type of the answers."""

    def of_runs(self, runs: Runs) -> Answers:
        """The answer in each run."""

    def of_all(self, doors: Doors, second: int) -> Answers:
        """The answer of every door at one second."""

    def of_some(self, doors: Doors, which: Ints, walls: Ints) -> Answers:
        """The answer of each of some doors at its wall minute."""


def of_each_at_each(question: Question, doors: Doors, which: Ints, instants: Instants) -> Answers:
    """The answers of some distinct doors, each at every instant: doors × instants."""
    found = np.empty((len(which), len(instants.values)), question.dtype)
    if not found.size:
        return found
    days, count = _days(instants), len(instants.values)
    by_door = len(which) * (FOR_RUNS + days * A_DAY_OF_RUNS)
    by_day = count * (FOR_A_DAY + len(which) * A_DOOR_AT_AN_INSTANT)
    by_day += min(count, days) * len(doors.schedules) * A_SCHEDULE_ON_A_DAY
    if by_door < by_day:
        for place, door in enumerate(progress(which.tolist(), "locations", len(which))):
            of_one(question, doors, door, instants, found[place])
        return found
    every = len(which) == len(doors)
    for place, second in enumerate(progress(instants.seconds().tolist(), "instants", count)):
        if every:
            found[:, place] = question.of_all(doors, second)
        else:
            found[:, place] = question.of_some(doors, which, doors.walls(which, np.full(len(which), second)))
    return found


def of_pairs(question: Question, doors: Doors, which: Ints, instants: Instants) -> Answers:
    """The answers of doors, each at its own instant."""
    found = np.empty(len(which), question.dtype)
    if not len(which):
        return found
    days, count = _days(instants), len(which)
    distinct = how_many(which, doors)
    by_door = distinct * (FOR_RUNS + days * A_DAY_OF_RUNS)
    by_day = min(count, days) * (FOR_A_DAY + len(doors.schedules) * A_SCHEDULE_ON_A_DAY) + count * A_DOOR_AT_AN_INSTANT
    if by_door < by_day:
        if _together(question, doors, which, instants, found):
            return found
        for door, where in progress(groups(which), "locations", distinct):
            mine = instants.at(where)
            some = np.empty(len(mine.values), question.dtype)
            of_one(question, doors, door, mine, some)
            found[where] = some
        return found
    for start in progress(range(0, count, WINDOW), "instants"):
        part = slice(start, start + WINDOW)
        seconds = instants.values[part] // instants.ticks + EPOCH
        found[part] = question.of_some(doors, which[part], doors.walls(which[part], seconds))
    return found


def _together(question: Question, doors: Doors, which: Ints, instants: Instants, found: Answers) -> bool:
    """Put the answers of few doors in their place, by the tables of all one behind the other; whether that is possible."""
    ticks, distinct = instants.ticks * 60, np.flatnonzero(np.bincount(which, minlength=len(doors)))
    first, last = instants.low // ticks, instants.high // ticks + 1
    if last - first > WINDOW or (last - first) * len(distinct) > min(LARGEST, 16 * len(which)):
        return False
    every = [runs_of(doors, door, first, last) for door in progress(distinct.tolist(), "locations")]
    if any(runs.lengths is None for runs in every):
        return False
    answers = [question.of_runs(runs) for runs in every]
    if found.dtype.itemsize == 1:
        direct = np.concatenate([runs.spread(each) for runs, each in zip(every, answers, strict=True)])
    else:
        # The number of a run among all of them.
        before = np.cumsum([0, *map(len, answers)]).tolist()
        table = np.concatenate([runs.place.astype(np.int32) + start for runs, start in zip(every, before)])
        direct, told = None, np.concatenate(answers)
    offset = np.zeros(len(doors), np.int64)
    offset[distinct] = np.arange(len(distinct)) * (last - first) - first
    for start in range(0, len(which), CHUNK):
        minutes = instants.values[start : start + CHUNK] // ticks
        minutes += offset[which[start : start + CHUNK]]
        out = found[start : start + CHUNK]
        if direct is not None:
            direct.take(minutes, out=out, mode="clip")
        else:
            told.take(table.take(minutes, mode="clip"), out=out, mode="clip")
    return True


def of_one(question: Question, doors: Doors, door: int, instants: Instants, found: Answers) -> None:
    """Put the answers of one door at some instants in their place."""
    ticks = instants.ticks * 60
    first = instants.low // ticks
    if instants.high // ticks - first < WINDOW:
        runs = runs_of(doors, door, instants.low // ticks, instants.high // ticks + 1)
        look_up(runs, question.of_runs(runs), instants, found)
        return
    for _, where in groups((instants.values // ticks - first) // WINDOW):
        part = instants.at(where)
        some = np.empty(len(part.values), found.dtype)
        of_one(question, doors, door, part, some)
        found[where] = some


def runs_of(doors: Doors, door: int, first: int, last: int, table: bool = True) -> Runs:
    """The runs of a door from some minute up to another, both since 1970 in UTC."""
    clock, since = doors.clocks[doors.zone[door]], EPOCH // 60
    return Runs(doors.timeline(door), clock, first + since, last + since, table)


def look_up(runs: Runs, answers: Answers, instants: Instants, found: Answers) -> None:
    """Put the answer of the run that holds each instant in its place."""
    values = instants.values
    if runs.lengths is None:
        np.take(answers, runs.of(values // instants.ticks + EPOCH), out=found)
        return
    ticks, base = instants.ticks * 60, runs.first - EPOCH // 60
    minutes = np.empty(min(CHUNK, len(values)), np.int64)
    # One byte a minute is worth a table of its own.
    direct = runs.spread(answers) if answers.itemsize == 1 else None
    place = runs.place if direct is None else direct
    for start in range(0, len(values), CHUNK):
        part = values[start : start + CHUNK]
        of_part = minutes[: len(part)]
        np.floor_divide(part, ticks, out=of_part)
        of_part -= base
        out = found[start : start + CHUNK]
        if direct is not None:
            np.take(direct, of_part, out=out, mode="clip")
        else:
            np.take(answers, place.take(of_part, mode="clip"), out=out, mode="clip")


def how_many(which: Ints, doors: Doors) -> int:
    """How many distinct doors are among some."""
    return int(np.count_nonzero(np.bincount(which, minlength=len(doors))))


def _days(instants: Instants) -> int:
    """The days from the first instant to the last."""
    return (instants.high - instants.low) // (instants.ticks * 86400) + 1
