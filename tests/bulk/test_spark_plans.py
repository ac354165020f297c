"""What is asked of a Spark DataFrame, told by a stand-in that has no more than is used of one. `test_spark.py` asks Spark itself."""

import pickle
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pyarrow as pa
import pytest

from clinic_hours import Clinic, Location, bulk
from clinic_hours.bulk import spark
from clinic_hours.errors import InvalidWindowError, NaiveDatetimeError, UnknownIdError, WrongTypeError

OFFICE = Location(name="Office", timezone="America/New_York", regular_hours="Mon-Fri 8am-4pm")
MONDAY = datetime(2026, 11, 23, 13, 30, tzinfo=UTC)
NAMES = {pa.string(): "string", pa.bool_(): "boolean", pa.int64(): "long"}


def type_name(kind: pa.DataType) -> str:
    return ("timestamp" if kind.tz else "timestamp_ntz") if pa.types.is_timestamp(kind) else NAMES[kind]


class Schema:
    def __init__(self, fields: list[Any]) -> None:
        self.fields = fields

    def add(self, name: str, kind: str) -> None:
        self.fields.append(SimpleNamespace(name=name, dataType=SimpleNamespace(typeName=lambda: kind)))


class Frame:
    """A table that answers at once, after everything has been pickled on the way."""

    def __init__(self, table: pa.Table, schema: Schema | None = None) -> None:
        self.table, self.broadcasts = table, 0
        self.schema = schema or Schema([])
        for field in () if schema else table.schema:
            self.schema.add(field.name, type_name(field.type))
        self.sparkSession = SimpleNamespace(sparkContext=self)

    def broadcast(self, value: Any) -> Any:
        self.broadcasts += 1
        return SimpleNamespace(value=pickle.loads(pickle.dumps(value)))

    def mapInArrow(self, function: Any, schema: Schema) -> "Frame":  # noqa: N802  Spark's name
        return Frame(pa.Table.from_batches(function(iter(self.table.to_batches()))), schema)

    def types(self) -> dict[str, str]:
        return {field.name: field.dataType.typeName() for field in self.schema.fields}


def calls(**others: Any) -> Frame:
    columns = {"id": ["office", "office"], "at": pa.array([MONDAY, None], pa.timestamp("us", "UTC"))}
    return Frame(pa.table(columns | others))


DIRECTORY = Frame(
    pa.table({"id": ["a"], "timezone": ["UTC"], "regular_hours": ["Mo 13:00-14:00"], "breaks": [""], "beds": [3]})
)


@pytest.mark.parametrize("where", [OFFICE, [OFFICE], Clinic(name="C", locations=[OFFICE]), bulk.Timetable.of([OFFICE])])
def test_whatever_may_be_asked_is_broadcast_once(where: Any):
    frame = calls()
    answered = spark.answer_pairs(frame, where)
    assert answered.table["is_open"].to_pylist() == [True, None]
    assert frame.broadcasts == 1
    assert frame.types() == {"id": "string", "at": "timestamp"}


def test_what_is_broadcast_already_is_not_broadcast_again():
    frame = calls()
    held = SimpleNamespace(value=bulk.Timetable.of([OFFICE]))
    assert spark.answer_pairs(frame, held, "state").table["state"].to_pylist() == ["open", None]
    assert frame.broadcasts == 0


def test_columns_are_named_and_typed():
    frame = calls(ends=pa.array([MONDAY + timedelta(hours=9)] * 2, pa.timestamp("us", "UTC")))
    ask = {"is_open": "a", "state": "b", "next_opening": "c", "next_closing": "d", "open_time": "e"}
    answered = spark.answer_pairs(frame, [OFFICE], ask, until="ends")
    types = ["boolean", "string", "timestamp", "timestamp", "interval day to second"]
    assert answered.types() == frame.types() | dict(zip("abcde", types))
    assert answered.table["e"].to_pylist() == [OFFICE.open_time(MONDAY, MONDAY + timedelta(hours=9)), None]
    assert answered.table.column_names == ["id", "at", "ends", *"abcde"]


def test_an_end_that_nobody_asks_for_is_not_looked_at():
    assert spark.answer_pairs(calls(), [OFFICE], until="nowhere").table["is_open"].to_pylist() == [True, None]


def test_an_id_that_no_location_has_is_named():
    with pytest.raises(UnknownIdError, match="no location has the id 'elsewhere'"):
        spark.answer_pairs(calls(of=["office", "elsewhere"]), [OFFICE], of="of")


NAIVE = pa.array([MONDAY.replace(tzinfo=None)] * 2, pa.timestamp("us"))


@pytest.mark.parametrize(
    ("frame", "columns", "kind", "told"),
    [
        (calls(), {"of": "clinic"}, WrongTypeError, "there is no column 'clinic'; there are id, at"),
        (calls(), {"of": "at"}, WrongTypeError, "the column 'at' is of the type string, not timestamp"),
        (calls(), {"at": "id"}, WrongTypeError, "the column 'id' is of the type timestamp, not string"),
        (calls(until=NAIVE), {"at": "until"}, NaiveDatetimeError, "the column 'until' has no time zone; cast it"),
        (calls(until=NAIVE), {"until": "until", "ask": ["open_time"]}, NaiveDatetimeError, "'until' has no time zone"),
        (calls(n=[1, 2]), {"of": "n"}, WrongTypeError, "the column 'n' is of the type string, not long"),
        (calls(is_open=[True, False]), {}, WrongTypeError, "there is a column 'is_open' already"),
        ([MONDAY], {}, WrongTypeError, "a Spark DataFrame is meant here, not list"),
    ],
)
def test_columns_that_cannot_be_asked_are_refused(frame: Any, columns: Any, kind: type[Exception], told: str):
    with pytest.raises(kind) as found:
        spark.answer_pairs(frame, [OFFICE], **columns)
    assert told in str(found.value)


def test_a_directory_is_answered_without_a_broadcast():
    answered = spark.answer_directory(DIRECTORY, ("is_open", "open_time"), MONDAY, until=MONDAY + timedelta(hours=9))
    assert answered.table.to_pylist()[0] == DIRECTORY.table.to_pylist()[0] | {
        "is_open": True,
        "open_time": timedelta(minutes=30),
    }
    assert answered.types() == DIRECTORY.types() | {"is_open": "boolean", "open_time": "interval day to second"}
    assert DIRECTORY.broadcasts == 0


def test_a_directory_is_answered_now():
    always = Frame(pa.table({"id": ["a"], "timezone": ["UTC"], "regular_hours": ["24/7"]}))
    assert spark.answer_directory(always).table["is_open"].to_pylist() == [True]


@pytest.mark.parametrize(
    ("frame", "asked", "kind", "told"),
    [
        (calls(), {}, WrongTypeError, "there is no column 'timezone'; there are id, at"),
        (calls(timezone=[1, 2]), {}, WrongTypeError, "the column 'timezone' is of the type string, not long"),
        (
            calls(timezone=["", ""], regular_hours=["", ""], breaks=[1, 2]),
            {},
            WrongTypeError,
            "the column 'breaks' is of the type string, not long",
        ),
        (DIRECTORY, {"at": MONDAY.replace(tzinfo=None)}, NaiveDatetimeError, "has no time zone"),
        # Without a row, so that only the plan can refuse it.
        (
            Frame(DIRECTORY.table[:0]),
            {"at": MONDAY, "until": MONDAY - timedelta(1), "ask": ["open_time"]},
            InvalidWindowError,
            "before",
        ),
        (DIRECTORY, {"ask": ["open_time"]}, WrongTypeError, "open_time needs an end"),
        (DIRECTORY, {"ask": {"is_open": "beds"}}, WrongTypeError, "there is a column 'beds' already"),
    ],
)
def test_directories_that_cannot_be_asked_are_refused(frame: Any, asked: Any, kind: type[Exception], told: str):
    with pytest.raises(kind) as found:
        spark.answer_directory(frame, **asked)
    assert told in str(found.value)
