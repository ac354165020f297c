"""Past one machine: the questions of `clinic_hours.bulk` to a Spark DataFrame, whose partitions are answered where they are.

`answer_pairs` is for a DataFrame of questions and a timetable that fits into memory; `answer_directory` for a DataFrame that is
the directory itself, of any size. Both add a column for each question, and nothing happens until Spark is asked for the rows.

Nothing of pyspark is imported: what is needed comes with the DataFrame. The `spark` extra installs it, where a cluster has not
done so; the executors need `clinic-hours[bulk]`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, TypeAlias

import pyarrow as pa

from clinic_hours.bulk import batches
from clinic_hours.bulk.asking import LocationsInput
from clinic_hours.bulk.batches import Ask, Columns
from clinic_hours.bulk.storage import NEEDED, RULES
from clinic_hours.bulk.timetable import Timetable
from clinic_hours.errors import InvalidWindowError, NaiveDatetimeError, WrongTypeError
from clinic_hours.location import Door
from clinic_hours.timeline.instant import instant_of

DataFrame: TypeAlias = Any
"""A `pyspark.sql.DataFrame`."""

TYPES = {
    "is_open": "boolean",
    "state": "string",
    "next_opening": "timestamp",
    "next_closing": "timestamp",
    "open_time": "interval day to second",
}
"""The type in Spark of what answers each question."""


def answer_pairs(
    frame: DataFrame,
    where: LocationsInput | Any,
    ask: Iterable[str] | Ask = ("is_open",),
    *,
    of: str = "id",
    at: str = "at",
    until: str | None = None,
) -> DataFrame:
    """A DataFrame of questions with the answers: the location that a row names, at the row's instant.

    `of` is the column of the locations' ids, `at` that of the instants, a `timestamp`. `ask` names some of `is_open`, `state`,
    `next_opening`, `next_closing` and `open_time`, which is from `at` to the column `until`; a mapping also names the columns of
    the answers. They are a boolean, a string, timestamps and an interval. A null in is a null out.

    `where` is a clinic, locations or a `Timetable`. It is broadcast: it goes once to each executor, and each of its Python
    processes loads it once. What is asked often may be broadcast by `SparkContext.broadcast(timetable)` and given here as that.

    Raises `NaiveDatetimeError` for a `timestamp_ntz`, and `WrongTypeError` for other types, a column that is not there, or one
    that is there already. What is wrong with a row is told when it is reached, in Spark's own exception: `UnknownIdError` with
    the id that no location has, and `InvalidWindowError`.

    >>> from pyspark.sql import SparkSession
    >>> from clinic_hours import Location
    >>> session = SparkSession.builder.master("local[1]").config("spark.ui.enabled", False).getOrCreate()
    >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mon-Fri 8am-4pm")
    >>> calls = session.sql("SELECT 'office' AS clinic, timestamp'2026-11-23T15:00:00Z' AS called_at")
    >>> answered = answer_pairs(calls, [office], {"is_open": "was_open"}, of="clinic", at="called_at")
    >>> [row.was_open for row in answered.collect()]
    [True]
    """
    types = _types(frame)
    asked = batches.checked(ask, types, until)
    columns = Columns(of, at, until if "open_time" in asked else None)
    _check(types, of, "string")
    for column in columns[1:]:
        if column is not None:
            _check(types, column, "timestamp")
    # A broadcast has a value; a clinic, locations and a timetable have none.
    held = where if hasattr(where, "value") else frame.sparkSession.sparkContext.broadcast(_timetable(where))
    return _mapped(frame, asked, lambda parts: batches.answer_pairs(parts, held.value, asked, columns))


def answer_directory(
    frame: DataFrame,
    ask: Iterable[str] | Ask = ("is_open",),
    at: datetime | None = None,
    *,
    until: datetime | None = None,
) -> DataFrame:
    """A DataFrame that is a directory, a location a row, with the answers: each location at one instant, or now.

    The columns are those of `Timetable.load`, all of them strings: `id`, `timezone` and `regular_hours`, and where they are there
    `special_hours`, `seasonal_hours` and `breaks`. Other columns stay as they are. `ask` is that of `answer_pairs`; `open_time`
    is from `at` to `until`. Nothing is broadcast, and each partition is a timetable of its own, so that the directory may be of
    any size. Now is when this is called, for all partitions.

    Raises `NaiveDatetimeError`, `InvalidWindowError`, and `WrongTypeError` for columns. A row that cannot be read is told when it
    is reached, in Spark's own exception: `ClinicFileError` with the id and the column.

    >>> from datetime import UTC, datetime
    >>> from pyspark.sql import SparkSession
    >>> session = SparkSession.builder.master("local[1]").config("spark.ui.enabled", False).getOrCreate()
    >>> directory = session.sql("SELECT 'a' AS id, 'Asia/Tokyo' AS timezone, 'Mo-Fr 09:00-17:00' AS regular_hours")
    >>> answered = answer_directory(directory, "state", datetime(2026, 11, 23, 1, tzinfo=UTC))
    >>> [row.state for row in answered.collect()]
    ['open']
    """
    types = _types(frame)
    asked = batches.checked(ask, types, until)
    for column in NEEDED:
        _check(types, column, "string")
    for column in RULES:
        if column in types:
            _check(types, column, "string")
    start = instant_of(at)
    end = None if until is None or "open_time" not in asked else instant_of(until)
    if end is not None and end < start:
        raise InvalidWindowError("a window ends before it starts")
    return _mapped(frame, asked, lambda parts: batches.answer_directory(parts, asked, start, end))


def _timetable(where: LocationsInput) -> Timetable:
    return Timetable.of([where] if isinstance(where, Door) else where)


def _types(frame: DataFrame) -> dict[str, str]:
    """The name of the type of each column."""
    if not hasattr(frame, "mapInArrow"):
        raise WrongTypeError(f"a Spark DataFrame is meant here, not {type(frame).__name__}")
    return {field.name: field.dataType.typeName() for field in frame.schema.fields}


def _check(types: dict[str, str], column: str, wanted: str) -> None:
    """Check that a column is there, and of the type that is wanted."""
    found = types.get(column)
    if found is None:
        raise WrongTypeError(f"there is no column {column!r}; there are {', '.join(types)}")
    if found == "timestamp_ntz" and wanted == "timestamp":
        raise NaiveDatetimeError(
            f"the column {column!r} has no time zone; cast it to timestamp, which reads it as spark.sql.session.timeZone tells"
        )
    if found != wanted:
        raise WrongTypeError(f"the column {column!r} is of the type {wanted}, not {found}")


def _mapped(
    frame: DataFrame, asked: Ask, answer: Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]
) -> DataFrame:
    """A DataFrame with further columns, which a function of Arrow batches adds."""
    schema = type(frame.schema)([*frame.schema.fields])
    for question, name in asked.items():
        schema.add(name, TYPES[question])
    return frame.mapInArrow(answer, schema)
