"""Many locations at many instants: the answers of `Location`, at the speed of memory.

`Timetable.of(locations)` is a compact form of any number of them; every function takes one, or a clinic, or locations. Instants
are aware datetimes, NumPy's `datetime64` in UTC, or Arrow timestamps with a time zone, as pandas, polars and DuckDB give them;
results are of the same kind, and NumPy's for datetimes. The answers of many locations at many instants have a row a location;
with `pairs=True` the i-th location is asked at the i-th instant. A null in is a null out. The `bulk` extra installs NumPy and
pyarrow.
"""

from __future__ import annotations

try:
    import numpy  # noqa: F401
    import pyarrow  # noqa: F401
    import tqdm  # noqa: F401
except ImportError as error:
    from clinic_hours.errors import MissingExtraError

    raise MissingExtraError("clinic_hours.bulk", "bulk") from error

from clinic_hours.bulk.functions import is_open, next_closing, next_opening, open_time, state
from clinic_hours.bulk.timetable import Timetable

__all__ = ["Timetable", "is_open", "next_closing", "next_opening", "open_time", "state"]
