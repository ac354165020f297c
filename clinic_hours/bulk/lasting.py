"""How long many doors are open, each from one instant to another."""

from __future__ import annotations

from datetime import timedelta

import numpy as np

from clinic_hours.bulk.answering import (
    A_DAY_OF_RUNS,
    A_DOOR_AT_AN_INSTANT,
    A_SCHEDULE_ON_A_DAY,
    FOR_A_DAY,
    FOR_RUNS,
    WINDOW,
    how_many,
    look_up,
    runs_of,
)
from clinic_hours.bulk.clock import Ints
from clinic_hours.bulk.doors import Doors
from clinic_hours.bulk.grouping import groups
from clinic_hours.bulk.instants import EPOCH, Instants
from clinic_hours.bulk.progress import progress
from clinic_hours.bulk.runs import Runs
from clinic_hours.timeline.shape import OPEN
from clinic_hours.timeline.zone import UTC_ZERO

LONGEST = 36_525 * 1440
"""Minutes of the longest window that is looked at together: a hundred years. What is longer is asked one by one."""
MICROSECOND = timedelta(microseconds=1)


def lasting_of_pairs(doors: Doors, which: Ints, starts: Instants, ends: Instants) -> Ints:
    """How long each door is open from its start to its end, in the unit of both."""
    found = np.zeros(len(which), np.int64)
    if not len(which):
        return found
    ticks = starts.ticks * 60
    first, last = starts.low // ticks, ends.high // ticks + 1
    days, longest = (last - first) // 1440 + 1, int((ends.values - starts.values).max()) // (ticks * 1440) + 1
    distinct = how_many(which, doors)
    by_door = distinct * (FOR_RUNS + days * A_DAY_OF_RUNS)
    by_day = min(days, len(which) * longest) * (FOR_A_DAY + len(doors.schedules) * A_SCHEDULE_ON_A_DAY)
    by_day += len(which) * longest * A_DOOR_AT_AN_INSTANT
    if last - first > LONGEST:
        for place, door in enumerate(progress(which.tolist(), "windows", len(which))):
            found[place] = _one(doors, door, int(starts.values[place]), int(ends.values[place]), starts.ticks)
    elif by_door < by_day:
        for door, where in progress(groups(which), "locations", distinct):
            runs = runs_of(doors, door, first, last, table=last - first < WINDOW)
            found[where] = _passed(runs, ends.at(where)) - _passed(runs, starts.at(where))
    else:
        found = doors.open_seconds(which, starts.seconds(), ends.seconds()) * starts.ticks
        found += _rest(doors, which, ends) - _rest(doors, which, starts)
    return found


def _passed(runs: Runs, instants: Instants) -> Ints:
    """The open time in a window before each instant."""
    ticks = instants.ticks
    found = np.empty(len(instants.values), np.int64)
    # Before an instant of an open run is what passed before the run, and what went by since it began.
    began = np.where(runs.codes == OPEN, (runs.starts - EPOCH) * ticks, 0)
    look_up(runs, runs.passed * ticks - began, instants, found)
    look_up(runs, runs.codes == OPEN, instants, is_open := np.empty(len(found), np.bool_))
    return found + np.where(is_open, instants.values, 0)


def _rest(doors: Doors, which: Ints, instants: Instants) -> Ints:
    """The part of a second that has passed at each instant, where its door is open."""
    rest = instants.values % instants.ticks
    some = np.flatnonzero(rest)
    rest[some] *= doors.codes(which[some], doors.walls(which[some], instants.seconds()[some])) == OPEN
    return rest


def _one(doors: Doors, door: int, start: int, end: int, ticks: int) -> int:
    """How long a door is open, as its timeline tells."""
    low, high = (UTC_ZERO + timedelta(seconds=EPOCH + each // ticks) for each in (start, end))
    whole = doors.timeline(door).open_time(low, high) // MICROSECOND * ticks // 1_000_000
    is_open = doors.timeline(door)
    return whole + (is_open.code(high) == OPEN) * (end % ticks) - (is_open.code(low) == OPEN) * (start % ticks)
