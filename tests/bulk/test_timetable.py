"""Timetables: what of many locations is held once, saved, loaded, pickled; and files that are none."""

import gc
import json
import pickle
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.directory import directory
from clinic_hours import (
    AssumedHoursWarning,
    Break,
    Clinic,
    ClinicFileError,
    Location,
    SeasonalHours,
    Service,
    SpecialHours,
    UnknownFormatError,
    WrongTypeError,
    bulk,
    strategies,
)

MONDAY = datetime(2026, 11, 23, 14, tzinfo=UTC)
CLINIC = Clinic(
    name="Riverside",
    timezone="America/New_York",
    special_hours=[SpecialHours("12-25", reason="Christmas Day")],
    locations=[
        Location(name="Main office", regular_hours="Mo-Fr 08:00-16:00", services=[Service(name="Lab", regular_hours="Mo 07:00-11:00")]),
        Location(
            name="Satellite",
            timezone="America/Chicago",
            regular_hours="Mo-Fr 08:00-16:00",
            seasonal_hours=[SeasonalHours("06-01/08-31", "Mo-Th 08:00-16:00")],
            breaks=[Break("RRULE:FREQ=DAILY", "12:00-13:00")],
        ),
    ],
)  # fmt: skip
INSTANTS = np.datetime64("2026-01-01", "s") + np.arange(0, 380 * 86400, 5555)


def same(one: Any, other: Any) -> bool:
    return all(np.array_equal(ask(one, INSTANTS), ask(other, INSTANTS)) for ask in (bulk.is_open, bulk.next_opening))


def test_a_clinic_is_its_locations_with_the_rules_that_they_share():
    timetable = bulk.Timetable.of(CLINIC)
    assert timetable.ids.to_pylist() == ["main-office", "satellite"]
    assert same(timetable, list(CLINIC))
    assert repr(timetable) == "<Timetable: 2 locations, 1 weeks, 2 zones>"
    assert bulk.Timetable.of(timetable) is timetable
    assert len(timetable) == 2


def test_services_are_asked_as_locations_are():
    lab = CLINIC["main-office"].service("lab")
    assert bulk.is_open([lab, CLINIC["main-office"]], MONDAY - timedelta(hours=1, minutes=30)).tolist() == [True, False]


def test_weeks_rules_and_zones_are_held_once():
    timetable = bulk.Timetable.of([*CLINIC] * 50)
    assert (len(timetable), len(timetable.doors), len(timetable.doors.schedules)) == (100, 2, 2)


@pytest.mark.parametrize("name", ["timetable.parquet", "timetable.arrow", "TIMETABLE.PARQUET"])
def test_what_is_saved_is_loaded_and_answers_alike(name: str, tmp_path: Path):
    timetable = bulk.Timetable.of(CLINIC)
    timetable.save(tmp_path / name)
    loaded = bulk.Timetable.load(str(tmp_path / name))
    assert loaded.to_arrow().equals(timetable.to_arrow())
    assert same(loaded, timetable)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@given(st.lists(strategies.locations(), max_size=5))
def test_any_locations_come_back_from_a_table(locations: list[Location]):
    timetable = bulk.Timetable.of(locations)
    again = bulk.Timetable.from_arrow(timetable.to_arrow())
    assert again.to_arrow().equals(timetable.to_arrow())
    for old, new in zip(timetable.door.tolist(), again.door.tolist(), strict=True):
        assert again.doors.timeline(new).rules == timetable.doors.timeline(old).rules
        assert again.doors.timeline(new).info == timetable.doors.timeline(old).info


def test_it_pickles():
    timetable = bulk.Timetable.of(CLINIC)
    assert same(pickle.loads(pickle.dumps(timetable)), timetable)


def test_a_table_is_words_that_any_tool_can_read():
    rows = bulk.Timetable.of(CLINIC).to_arrow().to_pylist()
    assert rows[1]["timezone"] == "America/Chicago"
    assert rows[1]["regular_hours"] == "Mo-Fr 08:00-16:00"
    assert json.loads(rows[1]["special_hours"]) == [{"dates": "12-25", "hours": "off", "reason": "Christmas Day"}]
    assert rows[0]["seasonal_hours"] == ""


def test_a_table_of_somebody_else_needs_three_columns_of_any_kind_of_text():
    columns = {"id": ["a", "b"], "timezone": ["UTC", "UTC"], "regular_hours": ["Mo 08:00-16:00", "off"]}
    for kind in (pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())):
        table = pa.table({name: pa.array(texts, pa.string()).cast(kind) for name, texts in columns.items()})
        assert bulk.is_open(bulk.Timetable.from_arrow(table), MONDAY).tolist() == [True, False]
    chunked = pa.concat_tables([pa.table(columns), pa.table(columns)])
    assert bulk.is_open(bulk.Timetable.from_arrow(chunked), MONDAY).tolist() == [True, False] * 2
    nothing = pa.table({"breaks": pa.nulls(2), **columns})
    assert bulk.is_open(bulk.Timetable.from_arrow(nothing.to_batches()[0]), MONDAY).tolist() == [True, False]


def test_signs_and_words_in_a_table_are_read():
    rules = [{"dates": "2026-11-23", "hours": "8am-noon"}]
    table = pa.table(
        {
            "id": ["a"],
            "timezone": ["America/New_York"],
            "regular_hours": ["Mon 8am-4pm"],
            "special_hours": [json.dumps(rules)],
        }
    )
    timetable = bulk.Timetable.from_arrow(table)
    assert bulk.next_closing(timetable, MONDAY).tolist() == [datetime(2026, 11, 23, 17)]
    with pytest.warns(AssumedHoursWarning, match="8-5"):
        bulk.Timetable.from_arrow(table.set_column(2, "regular_hours", [["Mon 8-5"]]))


def test_an_empty_table_is_a_timetable_of_nothing():
    timetable = bulk.Timetable.of([])
    again = bulk.Timetable.from_arrow(timetable.to_arrow())
    assert len(again) == 0
    assert bulk.is_open(again, INSTANTS).shape == (0, len(INSTANTS))


def column(name: str, text: str | None) -> Callable[[pa.Table], pa.Table]:
    def changed(table: pa.Table) -> pa.Table:
        place = table.column_names.index(name)
        texts = table[name].cast(pa.string()).to_pylist()
        return table.set_column(place, name, [[*texts[:1], text, *texts[2:]]])

    return changed


MISTAKES = {
    "no id": (
        lambda table: table.drop_columns("id"),
        "id: there is no such column; id, timezone, regular_hours are needed",
    ),
    "null id": (column("id", None), "row 1: id: a location has no id"),
    "numbers": (lambda table: table.set_column(0, "id", [[1, 2]]), "id: its values are texts, not int64"),
    "numbers for zones": (
        lambda table: table.set_column(1, "timezone", [[1, 2]]),
        "timezone: its values are texts, not int64",
    ),
    "zone": (column("timezone", "Mars"), "row 1: timezone: no time zone is named 'Mars'"),
    "no zone": (column("timezone", None), "row 1: timezone: a location has no time zone; write one as"),
    "no hours": (column("regular_hours", " "), "row 1: regular_hours: a location has no regular hours; write off"),
    "null hours": (column("regular_hours", None), "row 1: regular_hours: a location has no regular hours; write off"),
    "hours": (column("regular_hours", "Mo 09:00-09:00"), "row 1: regular_hours: '09:00-09:00' is not a range"),
    "no list": (column("special_hours", '{"dates": "12-25"}'), "row 1: special_hours: a list of rules is meant here"),
    "no json": (column("breaks", "12:00-13:00"), "row 1: breaks: Extra data"),
    "no rule": (column("breaks", "[1]"), "row 1: breaks: "),
    "deep": (column("breaks", "[" * 100_000), "row 1: breaks: it is nested too deeply"),
    "rule": (column("special_hours", '[{"dates": "12-32"}]'), "row 1: special_hours: "),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_table_is_told_with_its_row_and_column(name: str, tmp_path: Path):
    change, told = MISTAKES[name]
    table = change(bulk.Timetable.of(CLINIC).to_arrow())
    path = tmp_path / "broken.parquet"
    pq.write_table(table, path)
    with pytest.raises(ClinicFileError) as caught:
        bulk.Timetable.load(path)
    assert str(caught.value).startswith(f"{path} has a mistake, and nothing was loaded.\n{path}: {told}")


def test_all_mistakes_of_a_table_are_told_in_the_order_of_their_rows():
    table = pa.table({"id": ["a", "b", "c"], "timezone": ["UTC", "Mars", None], "regular_hours": ["Xx", "off", "off"]})
    with pytest.raises(ClinicFileError) as caught:
        bulk.Timetable.from_arrow(table)
    assert [(each.location, each.key) for each in caught.value.mistakes] == [
        ("row 0", "regular_hours"),
        ("row 1", "timezone"),
        ("row 2", "timezone"),
    ]


def test_of_very_many_mistakes_the_first_are_told():
    count = 150
    table = pa.table(
        {
            "id": list(map(str, range(count))),
            "timezone": ["UTC"] * count,
            "regular_hours": [f"Mo {n}" for n in range(count)],
        }
    )
    with pytest.raises(ClinicFileError) as caught:
        bulk.Timetable.from_arrow(table)
    assert len(caught.value.mistakes) == 101
    assert str(caught.value).endswith("and 50 more")


@pytest.mark.parametrize("name", ["a.parquet", "a.arrow"])
def test_a_file_that_is_none_is_told(name: str, tmp_path: Path):
    (tmp_path / name).write_bytes(b"PAR1 this is none of it")
    with pytest.raises(ClinicFileError, match=rf"a\.\w+: this is no {name[2:]} file"):
        bulk.Timetable.load(tmp_path / name)
    with pytest.raises(FileNotFoundError):
        bulk.Timetable.load(tmp_path / f"no{name}")


@pytest.mark.parametrize("ending", ["parquet", "arrow"])
def test_a_damaged_file_is_told_and_nothing_beyond_it_is_read(ending: str, tmp_path: Path):
    path, random = tmp_path / f"damaged.{ending}", Random(1)
    bulk.Timetable.of(CLINIC).save(path)
    whole = path.read_bytes()
    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(random.choice((1, 2, 5))):
            damaged[random.randrange(len(damaged))] = random.randrange(256)
        path.write_bytes(damaged[: random.choice((len(damaged), random.randrange(len(damaged))))])
        with suppress(ClinicFileError):
            assert len(bulk.Timetable.load(path)) >= 0


def test_a_file_of_another_format_is_told():
    with pytest.raises(UnknownFormatError, match=r"ends in \.parquet, \.arrow"):
        bulk.Timetable.load("clinic.toml")


@pytest.mark.parametrize("given_as", [7, "table", [1]])
def test_what_is_no_table_is_told(given_as: Any):
    with pytest.raises(WrongTypeError, match="an Arrow table is meant here"):
        bulk.Timetable.from_arrow(given_as)


def test_a_directory_is_believable_and_follows_from_its_seed():
    table = directory(20_000)
    assert table.equals(directory(20_000))
    assert not table.equals(directory(20_000, seed=2))
    timetable = bulk.Timetable.from_arrow(table)
    assert len(timetable.doors.schedules.weeks) > 1000
    assert len(timetable.doors.zones) > 300
    share = bulk.is_open(timetable, np.datetime64("2026-11-24T16:00:00")).mean()
    assert 0.2 < share < 0.8


def test_a_location_takes_a_few_dozen_bytes_where_weeks_repeat():
    count = 200_000
    table = directory(count)
    tracemalloc.start()
    timetable = bulk.Timetable.from_arrow(table)
    del table
    gc.collect()
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert timetable.nbytes < 64 * count
    # What stands once for all, such as the distinct rules, is the same for any number of locations.
    assert held < 64 * count


def test_answers_about_a_directory_are_those_of_its_locations():
    timetable = bulk.Timetable.from_arrow(directory(300, seed=3))
    rows = timetable.to_arrow().to_pylist()
    locations = [
        Location(
            id=row["id"],
            name=row["id"],
            timezone=row["timezone"],
            regular_hours=row["regular_hours"],
            **{name: json.loads(row[name] or "[]") for name in ("special_hours", "seasonal_hours", "breaks")},
        )
        for row in rows
    ]
    at = datetime(2026, 3, 8, 6, 59, 59, 999_999, tzinfo=UTC)
    assert bulk.is_open(timetable, at).tolist() == [each.is_open(at) for each in locations]
    found = bulk.next_opening(timetable, at).tolist()
    starts = [opening and opening.start for opening in (each.next_opening(at) for each in locations)]
    assert found == [start and start.astimezone(UTC).replace(tzinfo=None) for start in starts]
