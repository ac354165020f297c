"""A question without its words: who is asked, at which instants, and the answers to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from clinic_hours.bulk.answering import Question, of_each_at_each, of_pairs
from clinic_hours.bulk.clock import Ints
from clinic_hours.bulk.instants import TICKS, Instants, InstantsInput, instants_of, or_none
from clinic_hours.bulk.lasting import lasting_of_pairs
from clinic_hours.bulk.questions import Answers
from clinic_hours.bulk.timetable import Timetable
from clinic_hours.clinic import Clinic
from clinic_hours.errors import InvalidWindowError, UnknownIdError
from clinic_hours.location import Door

LocationsInput: TypeAlias = "Clinic | Door | Iterable[Door] | Timetable"


class Asked(NamedTuple):
    """A question without its words: the doors, whose answers go to which rows, and the instants."""

    timetable: Timetable
    rows: Ints | None
    instants: Instants
    ends: Instants | None
    pairs: bool
    single: bool
    nulls: NDArray[np.bool_] | None

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the answers."""
        if self.pairs or self.single:
            return self.instants.shape
        return (len(self._doors()), *self.instants.shape)

    @property
    def names(self) -> list[str]:
        """The ids of the locations that are asked, in order."""
        ids = self.timetable.ids
        return ids.to_pylist() if self.rows is None else [ids[int(row)].as_py() for row in self.rows]

    def _doors(self) -> Any:
        door = self.timetable.door
        return door if self.rows is None else door[np.maximum(self.rows, 0)]

    def _distinct(self, asked: Ints) -> tuple[Ints, Ints]:
        """The distinct doors among those that are asked, and for each of these the place of its own."""
        if self.rows is None:
            return np.arange(len(self.timetable.doors)), asked
        return np.unique(asked, return_inverse=True)

    def ask(self, question: Question) -> Answers:
        """The answers, flat: pair by pair, or location by location."""
        doors, asked = self.timetable.doors, self._doors()
        if self.pairs:
            return of_pairs(question, doors, asked, self.instants)
        which, place = self._distinct(asked)
        found = of_each_at_each(question, doors, which, self.instants)
        flat: Answers = found.take(place, axis=0).reshape(-1)
        return flat

    def lasting(self) -> Answers:
        """How long each is open from each instant to its end, flat."""
        assert self.ends is not None
        asked = self._doors()
        if self.pairs:
            return lasting_of_pairs(self.timetable.doors, asked, self.instants, self.ends)
        which, place = self._distinct(asked)
        count = len(self.instants.values)
        starts, ends = (each._replace(values=np.tile(each.values, len(which))) for each in (self.instants, self.ends))
        found = lasting_of_pairs(self.timetable.doors, np.repeat(which, count), starts, ends)
        return found.reshape(len(which), count).take(place, axis=0).reshape(-1)


def asked_of(where: LocationsInput, instants: InstantsInput, pairs: bool, of: Any, ends: InstantsInput = None) -> Asked:
    """What is asked, checked."""
    single = isinstance(where, Door) and not pairs and of is None
    timetable = Timetable.of([where] if isinstance(where, Door) else where)
    at = instants_of(instants)
    until = None if ends is None else instants_of(ends)
    if until is not None:
        at, until = _windows(at, until)
    rows = None if of is None else timetable.rows(of)
    nulls = at.nulls
    if pairs:
        count = len(timetable) if rows is None else len(rows)
        if at.shape == ():
            at = at.broadcast_to((count,))
            until = until and until.broadcast_to((count,))
            nulls = at.nulls
        if at.shape != (count,):
            raise InvalidWindowError(f"{count} locations and {len(at.values)} instants do not pair")
        if rows is not None and np.any(rows < 0):
            nulls = (rows < 0) | or_none(nulls, count)
    elif rows is not None and np.any(rows < 0):
        raise UnknownIdError("an id is null; only pairs may have null ids, whose answers are null")
    return Asked(timetable, rows, at, until, pairs, single, nulls)


def _windows(starts: Instants, ends: Instants) -> tuple[Instants, Instants]:
    """Starts and ends in the finer of their units, as many of each, and null where either is."""
    unit = max(starts.unit, ends.unit, key=TICKS.__getitem__)
    try:
        shape = np.broadcast_shapes(starts.shape, ends.shape)
    except ValueError:
        raise InvalidWindowError(
            f"starts and ends are as many, and these are {starts.shape} and {ends.shape}"
        ) from None
    starts, ends = (each.in_unit(unit).broadcast_to(shape) for each in (starts, ends))
    arrow = starts.arrow or ends.arrow
    if starts.nulls is not None or ends.nulls is not None:
        nulls = or_none(starts.nulls, len(starts.values)) | or_none(ends.nulls, len(ends.values))
        starts = starts._replace(nulls=nulls)
        ends = ends._replace(values=np.where(nulls, starts.values, ends.values))
    if np.any(starts.values > ends.values):
        raise InvalidWindowError("a window ends before it starts")
    return starts._replace(arrow=arrow), ends
