"""The directory that figures of many locations are repeated on: believable, and the same wherever it is made."""

import json
import re
from pathlib import Path

import pytest

pytest.importorskip("numpy")
pytest.importorskip("pyarrow")

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.directory import HOLIDAYS, ZONES, directory, main
from clinic_hours import Location, bulk

SIZE = 20_000


@pytest.fixture(scope="module")
def table() -> pa.Table:
    return directory(SIZE, seed=1)


def texts(table: pa.Table, column: str) -> list[str]:
    """The distinct texts of a column that some row has."""
    return pc.unique(table[column].cast(pa.string())).to_pylist()


def test_a_seed_gives_the_same_table_twice_and_another_seed_another(table: pa.Table):
    again, other = directory(SIZE, seed=1), directory(SIZE, seed=2)
    assert again.equals(table)
    assert not other["regular_hours"].equals(table["regular_hours"])
    assert not other["timezone"].equals(table["timezone"])
    assert other["id"].equals(table["id"])


def test_it_is_as_long_as_was_asked_and_every_id_is_its_own(table: pa.Table):
    assert len(table) == SIZE
    assert len(texts(table, "id")) == SIZE
    assert re.fullmatch(r"clinic-\d{8}", table["id"][0].as_py())


def test_it_has_a_thousand_weeks_and_400_zones(table: pa.Table):
    assert len(texts(table, "regular_hours")) >= 1000
    assert len(texts(table, "timezone")) == ZONES == 400


def test_zones_are_drawn_by_the_people_who_live_there(table: pa.Table):
    counts = {
        each["values"]: each["counts"] for each in pc.value_counts(table["timezone"].cast(pa.string())).to_pylist()
    }
    assert max(counts, key=counts.get) == "America/New_York"
    assert counts["America/Phoenix"] < counts["Europe/Berlin"] < counts["Asia/Tokyo"]


def test_every_text_can_be_read(table: pa.Table):
    timetable = bulk.Timetable.from_arrow(table)
    assert len(timetable) == SIZE
    assert len(timetable.doors.schedules.weeks) >= 1000
    assert repr(timetable).endswith("400 zones>")
    assert timetable.nbytes <= 64 * SIZE


@pytest.mark.parametrize(
    ("column", "least", "most"), [("special_hours", 0.5, 0.97), ("seasonal_hours", 0.08, 0.12), ("breaks", 0.04, 0.06)]
)
def test_some_clinics_have_rules_and_others_none(table: pa.Table, column: str, least: float, most: float):
    have = pc.mean(pc.not_equal(table[column].cast(pa.string()), "").cast(pa.float64())).as_py()
    assert least < have < most


def test_a_twentieth_of_the_clinics_has_a_vacation_of_its_own(table: pa.Table):
    lists = table["special_hours"].cast(pa.string()).to_pylist()
    vacations = [any(rule["reason"] == "Vacation" for rule in json.loads(rules or "[]")) for rules in lists]
    assert 0.04 < np.mean(vacations) < 0.06
    holidays = {
        tuple(rule["dates"] for rule in json.loads(rules or "[]") if rule["reason"] == "Holiday") for rules in lists
    }
    assert holidays == set(HOLIDAYS)


def test_it_answers_as_the_locations_do_that_its_rows_say(table: pa.Table):
    rows = table.slice(0, 40).to_pylist()
    rules = ("special_hours", "seasonal_hours", "breaks")
    places = [
        Location(
            name=row["id"], timezone=row["timezone"], regular_hours=row["regular_hours"],
            **{name: json.loads(row[name] or "[]") for name in rules},
        )
        for row in rows
    ]  # fmt: skip
    at = np.array(["2026-07-01T15:10", "2026-12-25T15:10", "2026-11-26T20:00"], "datetime64[s]")
    answers = bulk.is_open(bulk.Timetable.from_arrow(table.slice(0, 40)), at)
    assert answers.tolist() == bulk.is_open(places, at).tolist()
    assert 0 < answers.sum() < answers.size


def test_the_command_writes_a_file_that_loads(tmp_path: Path, monkeypatch, capsys):
    path = tmp_path / "small.parquet"
    monkeypatch.setattr("sys.argv", ["directory", "50", "--seed", "3", "--output", str(path)])
    main()
    weeks = len(texts(directory(50, seed=3), "regular_hours"))
    assert re.fullmatch(rf".*small\.parquet: 50 clinics, {weeks} distinct weeks, \d+ zones\n", capsys.readouterr().out)
    assert pq.read_table(path).num_rows == len(bulk.Timetable.load(path)) == 50
