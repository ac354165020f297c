"""Many locations in a compact form: columns of numbers, and each distinct week, list of rules and zone once."""

from __future__ import annotations

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

    __slots__ = ("__weakref__", "door", "doors", "ids")

    def __init__(self, ids: pa.StringArray, doors: Doors, door: NDArray[np.intp]) -> None:
        """A timetable of what `of` and `load` put together."""
        self.ids, self.doors, self.door = ids, doors, door

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
        found = pc.index_in(asked, self.ids)
        missing = pc.and_(found.is_null(), asked.is_valid())
        if pc.any(missing).as_py():
            id = asked.filter(missing)[0].as_py()
            near = nearest(id, self.ids.slice(0, 10_000).to_pylist())
            raise UnknownIdError(
                f"no location has the id {id[:40]!r}; near ones: {', '.join(near) or 'there are none'}"
            )
        rows: Ints = found.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
        self._told_apart(rows)
        return rows

    def _told_apart(self, rows: Ints) -> None:
        """Check that no other row has the id of one of these."""
        distinct = np.unique(rows[rows >= 0])
        asked = self.ids.take(pa.array(distinct))
        if pc.sum(pc.is_in(self.ids, value_set=asked)).as_py() not in (None, len(distinct)):
            counts = pc.value_counts(self.ids.filter(pc.is_in(self.ids, value_set=asked)))
            id = next(each["values"] for each in counts.to_pylist() if each["counts"] > 1)
            raise UnknownIdError(f"two locations have the id {id!r}; ask a timetable in which every id is its own")

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


def _texts(ids: Any) -> pa.StringArray:
    """Ids as an Arrow array."""
    told = f"ids of locations are texts, not {type(ids).__name__}"
    if isinstance(ids, (str, bytes)):
        raise WrongTypeError(f"{told}; write [{ids!r}] for one location")
    is_arrow = hasattr(ids, "__arrow_c_array__") or hasattr(ids, "__arrow_c_stream__")
    try:
        array = arrow_array(ids) if is_arrow else pa.array(ids)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, TypeError):
        raise WrongTypeError(told) from None
    kind = array.type.value_type if pa.types.is_dictionary(array.type) else array.type
    if not any(of_kind(kind) for of_kind in storage.TEXTS):
        raise WrongTypeError(f"ids of locations are texts, not {kind}")
    return array.cast(pa.string())
