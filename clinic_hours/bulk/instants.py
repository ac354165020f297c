"""What a caller gives as instants, as integers in its own unit; and results of the kind that was given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clinic_hours.bulk.clock import Ints
from clinic_hours.errors import InvalidWindowError, NaiveDatetimeError, WrongTypeError
from clinic_hours.timeline.instant import instant_of
from clinic_hours.timeline.zone import DAY_SECONDS, END

InstantsInput: TypeAlias = "datetime | np.datetime64 | NDArray[np.datetime64] | Sequence[datetime | None] | Any"
"""Aware datetimes, NumPy's `datetime64` in UTC, or anything that gives an Arrow array of timestamps with a zone."""

TICKS = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}
"""Units of instants, and how many make a second."""
IN_SECONDS = {"h": 3600, "m": 60}
"""Units of NumPy that are longer than a second."""
EPOCH = 719_162 * DAY_SECONDS
"""The seconds from 0001-01-01 to 1970-01-01."""
NAT = np.iinfo(np.int64).min
FIX = "write numpy.array(['2026-11-23T13:00'], 'datetime64[s]'), in UTC, or give aware datetimes"


class Instants(NamedTuple):
    """Instants as integers since 1970 in UTC.

    `values` are flat, with any instant that is there in the place of one that is null; `nulls` tells those, `None` where there
    are none. `ticks` make a second. `arrow` is the type of an Arrow array, and `None` for NumPy's. `low` and `high` are the first
    and the last value, so that they need be sought once.
    """

    values: Ints
    unit: str
    shape: tuple[int, ...]
    nulls: NDArray[np.bool_] | None
    arrow: pa.DataType | None
    low: int
    high: int

    @property
    def ticks(self) -> int:
        """How many of the unit make a second."""
        return TICKS[self.unit]

    def seconds(self) -> Ints:
        """The seconds since 0001-01-01."""
        return self.values // self.ticks + EPOCH

    def at(self, where: Any) -> Instants:
        """Those at some places; flat, and without nulls."""
        values = self.values[where]
        return self._replace(
            values=values, shape=values.shape, nulls=None, low=int(values.min()), high=int(values.max())
        )

    def in_unit(self, unit: str) -> Instants:
        """The same in a unit that is as fine, or finer."""
        factor = TICKS[unit] // self.ticks
        if factor == 1:
            return self
        if max(-self.low, self.high) > np.iinfo(np.int64).max // factor:
            raise InvalidWindowError(
                "an instant is outside of the years 1678 to 2262, which are all that nanoseconds have"
            )
        return self._replace(values=self.values * factor, unit=unit, low=self.low * factor, high=self.high * factor)

    def broadcast_to(self, shape: tuple[int, ...]) -> Instants:
        """The same, repeated to a shape."""
        if self.shape == shape:
            return self
        values = np.broadcast_to(self.values.reshape(self.shape), shape).reshape(-1)
        nulls = None if self.nulls is None else np.broadcast_to(self.nulls.reshape(self.shape), shape).reshape(-1)
        return self._replace(values=values, nulls=nulls, shape=shape)


def or_none(nulls: NDArray[np.bool_] | None, count: int) -> NDArray[np.bool_]:
    """Which are null, where `None` says that none is."""
    return np.zeros(count, np.bool_) if nulls is None else nulls


def instants_of(given: InstantsInput) -> Instants:
    """The instants that a caller means; now for `None`.

    Raises `NaiveDatetimeError` for datetimes and Arrow timestamps without a zone, `WrongTypeError` for dates, numbers, texts and
    units that are no instants, and `InvalidWindowError` for those outside of the years 1 to 9999.
    """
    if given is None or isinstance(given, datetime):
        return _checked(np.array(_microseconds(instant_of(given))), "us")
    if isinstance(given, (np.datetime64, np.ndarray)) and given.dtype.kind == "M":
        unit, _ = np.datetime_data(given.dtype)
        if unit in IN_SECONDS:
            return instants_of(given.astype("datetime64[s]"))
        if unit not in TICKS or np.datetime_data(given.dtype)[1] != 1:
            raise WrongTypeError(
                f"{given.dtype} are no instants here: h, m, s, ms, us and ns are units of instants; {FIX}"
            )
        return _checked(np.asarray(given).view(np.int64), unit)
    if hasattr(given, "__arrow_c_array__") or hasattr(given, "__arrow_c_stream__"):
        return _of_arrow(arrow_array(given))
    if hasattr(given, "to_numpy"):
        # A column of pandas before version 3, or an index.
        return _of_arrow(pa.array(given))
    if isinstance(given, np.ndarray) and given.dtype != object:
        raise WrongTypeError(f"instants are meant here, not numbers of the type {given.dtype}; {FIX}")
    if isinstance(given, (str, bytes)) or not isinstance(given, (Sequence, np.ndarray)):
        raise WrongTypeError(f"instants are meant here, not {type(given).__name__}; {FIX}")
    values = np.array(
        [NAT if at is None else _microseconds(instant_of(at)) for at in np.ravel(_objects(given))], np.int64
    )
    return _checked(values.reshape(np.shape(_objects(given))), "us")


def _objects(given: Any) -> NDArray[Any]:
    return given if isinstance(given, np.ndarray) else np.array([*given, None], object)[:-1]


def _microseconds(at: datetime) -> int:
    since = at - ZERO
    return (since.days * DAY_SECONDS + since.seconds) * 1_000_000 + since.microseconds


ZERO = instant_of(datetime.fromisoformat("1970-01-01T00:00:00+00:00"))


def arrow_array(given: Any) -> pa.Array:
    """One Arrow array of what speaks the PyCapsule interface; a table is one where it has one column."""
    made = pa.array(given) if hasattr(given, "__arrow_c_array__") else pa.chunked_array(given)
    if pa.types.is_struct(made.type):
        if made.type.num_fields != 1:
            raise WrongTypeError(f"one column is meant here, and there are {made.type.num_fields}; choose one of them")
        made = pa.chunked_array(made.flatten()) if isinstance(made, pa.Array) else made.flatten()[0]
    return made.combine_chunks() if isinstance(made, pa.ChunkedArray) else made


def _of_arrow(array: pa.Array) -> Instants:
    kind = array.type
    if not pa.types.is_timestamp(kind):
        raise WrongTypeError(
            f"instants are timestamps with a time zone, not {kind}; cast them to timestamp('us', 'UTC')"
        )
    if kind.tz is None:
        raise NaiveDatetimeError(
            f"a {kind} has no time zone; say which one is meant, as in cast to timestamp('us', 'UTC')"
        )
    nulls = array.is_null().to_numpy(zero_copy_only=False) if array.null_count else None
    values = array.view(pa.int64())
    plain = (values.fill_null(NAT) if nulls is not None else values).to_numpy(zero_copy_only=False)
    return _checked(plain, kind.unit, kind)


def _checked(values: Ints, unit: str, arrow: pa.DataType | None = None) -> Instants:
    shape = values.shape
    flat = np.ascontiguousarray(values).reshape(-1)
    nulls = None
    low = int(flat.min()) if len(flat) else 0
    if low == NAT:
        nulls = flat == NAT
        some = flat[~nulls]
        flat = np.where(nulls, some[0] if len(some) else 0, flat)
        low = int(flat.min())
    high = int(flat.max()) if len(flat) else 0
    if low // TICKS[unit] + EPOCH < 0 or high // TICKS[unit] + EPOCH >= END * 60:
        raise InvalidWindowError("an instant is outside of the years 1 to 9999, which are all that the calendar has")
    return Instants(flat, unit, shape, nulls, arrow, low, high)
