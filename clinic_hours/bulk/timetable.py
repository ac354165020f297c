"""Many locations in a compact form: columns of numbers, and each distinct week, list of rules and zone once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from os import PathLike
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from clinic_hours.bulk import storage
from clinic_hours.bulk.clock import Ints
from clinic_hours.bulk.doors import Doors
from clinic_hours.bulk.instants import arrow_array
from clinic_hours.bulk.making import Making
from clinic_hours.bulk.progress import progress
from clinic_hours.clinic import Clinic
from clinic_hours.errors import UnknownIdError, WrongTypeError, nearest
from clinic_hours.location import Door

FEW = 500
"""Where so many times fewer ids are asked for than there are, each is looked for by itself."""


class Timetable:
    """Many locations, each a row: its id, and the number of its door, which is a schedule in a zone.

    It answers as the locations do that it was made of. Weeks, rules and zones that many of them share are held once, so that a
    location takes a few dozen bytes. Make one with `of`, or `load` it.

    >>> from clinic_hours import Location
    >>> offices = [
    ...     Location(name="Main office", timezone="America/New_York", regular_hours="Mon-Fri 8am-4pm"),
    ...     Location(name="Satellite office", timezone="America/Chicago", regular_hours="Mon 8am-4pm"),
    ... ]
    >>> timetable = Timetable.of(offices)
    >>> timetable
    <Timetable: 2 locations, 2 weeks, 2 zones>
    """

    __slots__ = ("__weakref__", "_order", "_unique", "door", "doors", "ids")

    def __init__(self, ids: pa.StringArray, doors: Doors, door: NDArray[np.intp]) -> None:
        """A timetable of what `of` and `load` put together."""
        self.ids, self.doors, self.door = ids, doors, door
        self._order: NDArray[np.uint32] | None = None
        self._unique: bool | None = None

    @staticmethod
    def of(locations: Clinic | Iterable[Door] | Timetable) -> Timetable:
        """The timetable of a clinic's locations, or of any locations and services, in their order.

        Raises `UnknownTimezoneError` for a location without a zone, and `WrongTypeError` for anything that is none.
        """
        if isinstance(locations, Timetable):
            return locations
        if isinstance(locations, (str, bytes, Door)) or not isinstance(locations, Iterable):
            raise WrongTypeError(f"a Clinic, locations or a Timetable are meant here, not {type(locations).__name__}")
        making = Making()
        ids = [making.add(door) for door in progress(locations, "locations")]
        return Timetable(pa.array(ids, pa.string()), *making.columns())

    @staticmethod
    def load(path: str | PathLike[str]) -> Timetable:
        """The timetable of a file that `save` wrote, or of any Parquet or Arrow IPC file with the same columns.

        `id`, `timezone` and `regular_hours` are texts; `special_hours`, `seasonal_hours` and `breaks`, which may be left out, are
        lists in JSON, as in a clinic file. Raises `ClinicFileError` with the row and the column of what cannot be read.
        """
        return Timetable(*storage.load(path))

    def save(self, path: str | PathLike[str]) -> None:
        """Write a Parquet file, or Arrow IPC where the name ends in `.arrow`; atomically. A location is a row of texts."""
        storage.save(self.to_arrow(), path)

    @staticmethod
    def from_arrow(table: Any) -> Timetable:
        """The timetable of an Arrow table with the columns that `load` takes, from whatever speaks the PyCapsule interface."""
        return Timetable(*storage.from_arrow(table, "the table"))

    def to_arrow(self) -> pa.Table:
        """The Arrow table that `save` writes."""
        return storage.to_arrow(self.ids, self.doors, self.door)

    def rows(self, ids: Any) -> Ints:
        """The row of each id; -1 for one that is null. `UnknownIdError` for an id that no row has, or two have."""
        asked = _texts(ids)
        if pa.types.is_dictionary(asked.type):
            return self._of_dictionary(asked)
        found = self._few(asked) if len(asked) * FEW < len(self) else self._many(asked)
        missing = np.flatnonzero((found < 0) & asked.is_valid().to_numpy(zero_copy_only=False))
        if len(missing):
            id = asked[int(missing[0])].as_py()
            near = nearest(id, self.ids.slice(0, 10_000).to_pylist())
            raise UnknownIdError(
                f"no location has the id {id[:40]!r}; near ones: {', '.join(near) or 'there are none'}"
            )
        return found

    def _of_dictionary(self, asked: pa.DictionaryArray) -> Ints:
        """The row of each id of a dictionary, each distinct one looked for once."""
        numbers = asked.indices.fill_null(-1).to_numpy(zero_copy_only=False)
        used = np.unique(numbers[numbers >= 0])
        rows = np.full(len(asked.dictionary) + 1, -1, np.int64)
        rows[used] = self.rows(asked.dictionary.take(pa.array(used)))
        found: Ints = rows[numbers]
        return found

    def _few(self, asked: pa.StringArray) -> Ints:
        """The row of each of a few ids, -1 where there is none, by bisection of all."""
        if self._order is None:
            # Arrow sorts texts by their bytes, which is the order of their characters.
            self._order = pc.sort_indices(self.ids).to_numpy().astype(np.uint32)
        order, rows = self._order, np.full(len(asked), -1, np.int64)
        for place, id in enumerate(asked.to_pylist()):
            low = len(order) if id is None else bisect_left(range(len(order)), id, key=self._id_at)
            if low < len(order) and self._id_at(low) == id:
                if low + 1 < len(order) and self._id_at(low + 1) == id:
                    raise _twice(id)
                rows[place] = order[low]
        return rows

    def _id_at(self, place: int) -> str:
        assert self._order is not None
        id: str = self.ids[int(self._order[place])].as_py()
        return id

    def _many(self, asked: pa.StringArray) -> Ints:
        """The row of each id, -1 where there is none, by a table of all."""
        if self._unique is None:
            self._unique = pc.count_distinct(self.ids).as_py() == len(self)
        rows: Ints = pc.index_in(asked, self.ids).fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
        if not self._unique:
            counts = pc.value_counts(self.ids.filter(pc.is_in(self.ids, value_set=asked)))
            for each in counts.to_pylist():
                if each["counts"] > 1:
                    raise _twice(each["values"])
        return rows

    def __len__(self) -> int:
        return len(self.door)

    @property
    def nbytes(self) -> int:
        """The bytes that the columns take: ids, doors and the distinct schedules; not what is remembered of days."""
        schedules = self.doors.schedules
        columns: list[NDArray[Any]] = [self.door, self.doors.schedule, self.doors.zone, *schedules.columns()]
        return int(self.ids.nbytes + sum(column.nbytes for column in columns))

    def __repr__(self) -> str:
        weeks, zones = len(self.doors.schedules.weeks), len(self.doors.zones)
        return f"<Timetable: {len(self)} locations, {weeks} weeks, {zones} zones>"

    def __reduce__(self) -> Any:
        return Timetable.from_arrow, (self.to_arrow(),)


def _twice(id: str) -> UnknownIdError:
    return UnknownIdError(f"two locations have the id {id!r}; ask a timetable in which every id is its own")


def _texts(ids: Any) -> pa.Array:
    """Ids as an Arrow array of texts, or a dictionary of them."""
    told = f"ids of locations are texts, not {type(ids).__name__}"
    if isinstance(ids, (str, bytes)):
        raise WrongTypeError(f"{told}; write [{ids!r}] for one location")
    is_arrow = hasattr(ids, "__arrow_c_array__") or hasattr(ids, "__arrow_c_stream__")
    try:
        array = arrow_array(ids) if is_arrow else pa.array(ids)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, TypeError):
        raise WrongTypeError(told) from None
    if not storage.is_text(array.type):
        raise WrongTypeError(f"ids of locations are texts, not {array.type}")
    return array if pa.types.is_dictionary(array.type) else array.cast(pa.string())
