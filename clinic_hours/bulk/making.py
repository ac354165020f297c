"""Distinct schedules and doors, made of locations or of columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clinic_hours.bulk.doors import Doors
from clinic_hours.bulk.schedules import Numbers, Pool, Schedules
from clinic_hours.errors import WrongTypeError
from clinic_hours.hours.special import seasonal_by_precedence, special_by_precedence
from clinic_hours.location import Door

FEW = 64
"""Distinct locations and services that a timetable keeps, because they may know the days around already."""


class Making:
    """Distinct schedules and doors, while rows are added."""

    def __init__(self) -> None:
        self.weeks, self.zones, self.lists = Pool(), Pool(), (Pool(), Pool(), Pool())
        self._schedules, self._doors = Pool(), Pool()
        self._given: list[Door] = []
        self._rows: list[int] = []

    def add(self, door: object) -> str:
        """Add a location or a service; gives its id."""
        if not isinstance(door, Door):
            raise WrongTypeError(f"locations are meant here, not {type(door).__name__}")
        zone = self.zones.number(door.zone.key)
        lists = (
            special_by_precedence([door.special_hours]),
            seasonal_by_precedence([door.seasonal_hours]),
            door.breaks,
        )
        numbers = (pool.number(rules) for pool, rules in zip(self.lists, lists, strict=True))
        schedule = self._schedules.number((self.weeks.number(door.regular_hours), *numbers))
        number = self._doors.number((zone, schedule))
        if number == len(self._given) < FEW:
            self._given.append(door)
        self._rows.append(number)
        return door.key

    def columns(self) -> tuple[Doors, NDArray[np.intp]]:
        """The distinct doors, and the number of the door of each row."""
        schedules = np.array(self._schedules.things, np.int32).reshape(-1, 4)
        doors = np.array(self._doors.things, np.int32).reshape(-1, 2)
        return put_together(
            [self.weeks.things, *(pool.things for pool in self.lists)],
            schedules,
            self.zones.things,
            doors,
            np.array(self._rows, np.int32),
            self._given if len(doors) <= len(self._given) else (),
        )


def put_together(
    parts: Sequence[Sequence[Any]],
    schedules: Numbers,
    zones: Sequence[str],
    doors: Numbers,
    rows: Numbers,
    given: Sequence[Door] = (),
) -> tuple[Doors, NDArray[np.intp]]:
    """Distinct doors in the order of their zones, and the number of the door of each row."""
    weeks, special, seasonal, breaks = parts
    order = np.lexsort((doors[:, 1], doors[:, 0]))
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    made = Schedules(
        weeks,
        (special, seasonal, breaks),
        np.ascontiguousarray(schedules[:, 0]),
        tuple(np.ascontiguousarray(schedules[:, column]) for column in (1, 2, 3)),  # type: ignore[arg-type]
    )
    zone, schedule = np.ascontiguousarray(doors[order, 0]), np.ascontiguousarray(doors[order, 1])
    # As NumPy indexes: it would make such numbers anew for each question.
    known = [given[number] for number in order.tolist()] if given else []
    return Doors(made, zones, schedule, zone, known), place[rows].astype(np.intp)
