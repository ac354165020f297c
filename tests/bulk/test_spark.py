"""Spark gives the answers of `Location`, row by row: a hundred thousand questions, a directory in parts, and what is refused.

Runs where pyspark is installed and there is a Java; `test_spark_plans.py` tests the rest without either.
"""

import json
import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

import local_spark
from benchmarks.directory import directory
from clinic_hours import Location, bulk
from clinic_hours.bulk import spark
from clinic_hours.bulk.batches import QUESTIONS
from clinic_hours.errors import NaiveDatetimeError

pytestmark = pytest.mark.skipif(not local_spark.is_here(), reason="there is no Spark here, or no Java")

ASK = tuple(QUESTIONS)
PLACES, INSTANTS = 400, 250
PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "answer-for-many.md"
UTC_MICROSECONDS = pa.timestamp("us", "UTC")
DAYS = (
    *(datetime(2026, month, day, tzinfo=UTC) for month, day in ((3, 8), (3, 29), (4, 5), (10, 4), (10, 25), (11, 1))),
    *(datetime(2026, month, day, tzinfo=UTC) for month, day in ((1, 1), (5, 1), (7, 4), (8, 15), (12, 25), (11, 26))),
)
"""Days on which clocks change somewhere, and on which clinics are closed."""


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """A Spark that starts soon: its compiler does not optimise much. Its zone is not UTC, so that a mistake about it shows."""
    started = local_spark.session(
        2,
        **{
            "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
            "spark.sql.session.timeZone": "America/New_York",
        },
    )
    yield started
    started.stop()


def as_texts(table: pa.Table) -> pa.Table:
    return pa.table({name: table[name].cast(pa.string()) for name in table.column_names})


DIRECTORY = as_texts(directory(PLACES))


def as_location(row: dict[str, str]) -> Location:
    lists = ("special_hours", "seasonal_hours", "breaks")
    rules = {name: json.loads(row[name]) for name in lists if row[name]}
    return Location(name=row["id"], timezone=row["timezone"], regular_hours=row["regular_hours"], **rules)


LOCATIONS = [as_location(row) for row in DIRECTORY.to_pylist()]


def answers(location: Location, at: datetime, until: datetime) -> tuple[Any, ...]:
    opening = location.next_opening(at)
    return (
        is_open := location.is_open(at),
        "open" if is_open else "closed",  # nothing in that directory is by appointment
        opening and opening.start,
        location.next_closing(at),
        location.open_time(at, until),
    )


def test_a_hundred_thousand_questions_are_answered_as_by_location(session: Any):
    numbers = np.random.default_rng(7)
    minutes = numbers.integers(-60 * 14, 60 * 38, INSTANTS)
    starts = [DAYS[place % len(DAYS)] + timedelta(minutes=int(minute)) for place, minute in enumerate(minutes)]
    ends = [
        start + timedelta(seconds=int(length)) for start, length in zip(starts, numbers.integers(0, 90_000, INSTANTS))
    ]
    pairs = [(location, start, end) for location in LOCATIONS for start, end in zip(starts, ends)]
    order = numbers.permutation(len(pairs))
    assert len(pairs) == 100_000
    asked = pa.table(
        {
            "row": pa.array(order),
            "clinic": [pairs[place][0].key for place in order],
            "called_at": pa.array([pairs[place][1] for place in order], UTC_MICROSECONDS),
            "ended_at": pa.array([pairs[place][2] for place in order], UTC_MICROSECONDS),
        }
    )
    frame = session.createDataFrame(asked).repartition(3)
    answered = spark.answer_pairs(frame, LOCATIONS, ASK, of="clinic", at="called_at", until="ended_at").toArrow()
    assert answered.column_names == [*asked.column_names, *ASK]
    found = answered.sort_by("row").select(list(ASK)).to_pylist()
    expected = [answers(*pair) for pair in pairs]
    differing = [place for place, row in enumerate(found) if (*row.values(),) != expected[place]]
    assert [(pairs[place], found[place], expected[place]) for place in differing[:3]] == []
    assert len(set(expected)) > 20_000


@pytest.mark.parametrize("at", [datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC), datetime(2026, 12, 25, 14, tzinfo=UTC)])
def test_a_directory_is_answered_part_by_part_as_by_location(session: Any, at: datetime):
    until = at + timedelta(days=2)
    frame = session.createDataFrame(DIRECTORY).repartition(3)
    found = spark.answer_directory(frame, ASK, at, until=until).toArrow()
    assert found.column_names == [*DIRECTORY.column_names, *ASK]
    of_id = {row["id"]: tuple(row[name] for name in ASK) for row in found.to_pylist()}
    assert of_id == {location.key: answers(location, at, until) for location in LOCATIONS}


OFFICE = Location(
    name="Office", timezone="Europe/Berlin", regular_hours='Mo-Fr 08:00-16:00; Sa 08:00-12:00 unknown "by appointment"'
)
MONDAY = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
SATURDAY = datetime(2026, 11, 28, 7, 30, tzinfo=UTC)


def calls(session: Any, *rows: tuple[Any, ...]) -> Any:
    return session.createDataFrame(list(rows), "id string, at timestamp, until timestamp, note string")


def test_nulls_answers_and_the_schema_of_no_rows(session: Any):
    rows = [
        ("office", MONDAY, MONDAY),
        ("office", SATURDAY, SATURDAY),
        (None, MONDAY, MONDAY),
        ("office", None, MONDAY),
        ("office", MONDAY, None),
    ]
    frame = calls(session, *((*row, "kept") for row in rows))
    answered = spark.answer_pairs(frame, OFFICE, ASK, until="until")
    found = [tuple(row[name] for name in ("is_open", "state", "open_time", "note")) for row in answered.collect()]
    assert found == [
        (True, "open", timedelta(0), "kept"),
        (False, "by_appointment", timedelta(0), "kept"),
        (None, None, None, "kept"),
        (None, None, None, "kept"),
        (None, None, None, "kept"),
    ]
    nothing = spark.answer_pairs(frame.limit(0), OFFICE, ASK, until="until")
    assert nothing.collect() == []
    assert nothing.schema == answered.schema
    assert [(field.name, field.dataType.simpleString()) for field in answered.schema[4:]] == [
        ("is_open", "boolean"),
        ("state", "string"),
        ("next_opening", "timestamp"),
        ("next_closing", "timestamp"),
        ("open_time", "interval day to second"),
    ]
    # More partitions than rows: some of them are empty, and still have the columns.
    assert answered.repartition(7).toArrow().num_rows == 5


def test_what_is_wrong_with_a_row_is_told_by_its_id(session: Any):
    with pytest.raises(Exception, match="UnknownIdError: no location has the id 'ofice'; near ones: office"):
        spark.answer_pairs(calls(session, ("ofice", MONDAY, None, "")), OFFICE).collect()
    frame = session.createDataFrame(
        [("a", "UTC", "Mo 08:00-25:99")], "id string, timezone string, regular_hours string"
    )
    with pytest.raises(Exception, match="the directory: a: regular_hours: "):
        spark.answer_directory(frame, at=MONDAY).collect()


def test_a_timestamp_without_a_zone_is_refused_before_any_work(session: Any):
    naive = calls(session, ("office", MONDAY, None, "")).selectExpr("id", "cast(at AS timestamp_ntz) AS at")
    with pytest.raises(NaiveDatetimeError, match="the column 'at' has no time zone; cast it to timestamp"):
        spark.answer_pairs(naive, OFFICE)
    assert spark.answer_pairs(naive.selectExpr("id", "cast(at AS timestamp) AS at"), OFFICE).first()["is_open"] is True


def test_a_timetable_is_loaded_once_in_each_worker(session: Any):
    held = session.sparkContext.broadcast(bulk.Timetable.of(LOCATIONS))

    def loaded(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield pa.record_batch({"place": [f"{os.getpid()} {id(held.value)}"] * len(batch)})

    key = LOCATIONS[0].key
    frame = calls(session, *[(key, MONDAY, None, "")] * 80).repartition(8)
    assert spark.answer_pairs(frame, held).filter("is_open IS NULL").count() == 0
    places = {row["place"] for row in frame.mapInArrow(loaded, "place string").collect()}
    assert len(places) == len({place.split()[0] for place in places}) <= 2


def test_a_whole_directory_is_counted(session: Any):
    found = spark.answer_directory(session.createDataFrame(DIRECTORY), at=MONDAY).groupBy("is_open").count()
    counts = {row["is_open"]: row["count"] for row in found.collect()}
    expected = bulk.is_open(bulk.Timetable.from_arrow(DIRECTORY), np.datetime64("2026-11-23T07:30"))
    assert counts == {True: expected.sum(), False: len(expected) - expected.sum()}
    assert pc.sum(pa.array(expected)).as_py() == counts[True]


def test_the_job_of_the_page_writes_the_answers(session: Any, tmp_path: Path):
    [job] = re.findall(
        r"<!-- file: open_calls.py -->\n```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL
    )
    names: dict[str, Any] = {"__name__": "open_calls"}
    exec(job, names)
    paths = [str(tmp_path / name) for name in ("calls", "directory", "answered")]
    row = {"office": LOCATIONS[0].key, "called_at": MONDAY}
    session.createDataFrame([row], "office string, called_at timestamp").write.parquet(paths[0])
    session.createDataFrame(DIRECTORY).write.parquet(paths[1])
    names["main"](*paths)
    assert [row["is_open"] for row in session.read.parquet(paths[2]).collect()] == [LOCATIONS[0].is_open(MONDAY)]
