"""Batches of Arrow with answers: the rows stay, and nothing depends on how they were dealt out."""

from datetime import UTC, datetime
from typing import Any

import pyarrow as pa
import pytest

from clinic_hours import Location, bulk
from clinic_hours.bulk import batches
from clinic_hours.bulk.batches import QUESTIONS, Columns, answer_directory, answer_pairs, checked, together
from clinic_hours.errors import ClinicFileError, InvalidWindowError, UnknownIdError, WrongTypeError

OFFICE = Location(name="Office", timezone="America/New_York", regular_hours="Mon-Fri 8am-4pm")
NIGHT = Location(
    name="Night", timezone="Europe/Berlin", regular_hours='Mo-Sa 20:00-06:00; Su 08:00-12:00 unknown "by appointment"'
)
TIMETABLE = bulk.Timetable.of([OFFICE, NIGHT])
ALL = {question: question for question in QUESTIONS}
MONDAY = datetime(2026, 11, 23, 13, 30, tzinfo=UTC)
LATER = datetime(2026, 11, 24, 13, 30, tzinfo=UTC)


def questions(*rows: tuple[Any, ...]) -> pa.RecordBatch:
    ids, starts, ends = zip(*rows)
    moments = [pa.array(each, pa.timestamp("us", "UTC")) for each in (starts, ends)]
    return pa.record_batch({"row": list(range(len(rows))), "of": list(ids), "at": moments[0], "until": moments[1]})


def asked(*given: pa.RecordBatch, ask: Any = ALL, until: str | None = "until") -> pa.Table:
    return pa.Table.from_batches(answer_pairs(given, TIMETABLE, ask, Columns("of", "at", until)))


def as_location(location: Location, at: datetime, until: datetime) -> dict[str, Any]:
    opening = location.next_opening(at)
    return {
        "is_open": location.is_open(at),
        "state": str(location.status(at).state),
        "next_opening": opening and opening.start,
        "next_closing": location.next_closing(at),
        "open_time": location.open_time(at, until),
    }


def test_each_row_has_the_answers_of_its_location():
    found = asked(questions(("night", MONDAY, LATER), ("office", MONDAY, LATER), ("office", LATER, LATER)))
    assert [{name: row[name] for name in ALL} for row in found.to_pylist()] == [
        as_location(NIGHT, MONDAY, LATER),
        as_location(OFFICE, MONDAY, LATER),
        as_location(OFFICE, LATER, LATER),
    ]
    assert found["row"].to_pylist() == [0, 1, 2]


def test_answers_have_the_types_that_any_engine_takes():
    found = asked(questions(("office", MONDAY, LATER)))
    assert [found.schema.field(name).type for name in ALL] == [
        pa.bool_(),
        pa.string(),
        *[pa.timestamp("us", "UTC")] * 2,
        pa.duration("us"),
    ]


@pytest.mark.parametrize("row", [(None, MONDAY, LATER), ("office", None, LATER), ("office", MONDAY, None)])
def test_a_null_in_is_a_null_out(row: tuple[Any, ...]):
    found = asked(questions(row, ("office", MONDAY, LATER))).to_pylist()
    assert found[0]["open_time"] is None
    assert found[1]["is_open"] is True
    if row[2] is not None:
        assert {found[0][name] for name in ALL} == {None}


def test_a_place_that_never_opens_again_has_no_next_opening():
    never = bulk.Timetable.of([Location(name="Office", timezone="UTC", regular_hours="off")])
    [found] = answer_pairs([questions(("office", MONDAY, LATER))], never, {"next_opening": "x"}, Columns("of", "at"))
    assert found["x"].to_pylist() == [None]


def test_an_id_that_no_location_has_is_named():
    with pytest.raises(UnknownIdError, match="no location has the id 'offices'; near ones: office"):
        asked(questions(("office", MONDAY, LATER), ("offices", MONDAY, LATER)))


def test_a_window_that_ends_before_it_starts_is_refused():
    with pytest.raises(InvalidWindowError, match="a window ends before it starts"):
        asked(questions(("office", LATER, MONDAY)))


def test_batches_are_asked_about_together_and_keep_their_rows(monkeypatch: pytest.MonkeyPatch):
    given = [questions(("office", at, LATER)) for at in (MONDAY, LATER, None, MONDAY, LATER)]
    whole = asked(*given)
    assert len(whole) == 5
    assert [len(table) for table in together(given)] == [5]
    assert [len(table) for table in together(given, rows=2)] == [2, 2, 1]
    assert [len(table) for table in together(given, size=1)] == [1] * 5
    monkeypatch.setattr(batches.together, "__defaults__", (2, batches.BYTES))
    assert asked(*given).equals(whole)


def test_no_batches_have_no_answers():
    assert list(answer_pairs([], TIMETABLE, ALL, Columns("of", "at", "until"))) == []
    assert list(answer_pairs([questions(("office", MONDAY, LATER))[:0]], TIMETABLE, ALL, Columns("of", "at"))) == []
    assert list(answer_directory([TIMETABLE.to_arrow().to_batches()[0][:0]], ALL, MONDAY)) == []


DIRECTORY = TIMETABLE.to_arrow().append_column("name", [["Office", "Night"]])


@pytest.mark.parametrize("at", [MONDAY, LATER, datetime(2026, 3, 29, 0, 30, tzinfo=UTC)])
def test_a_directory_is_answered_at_one_instant(at: datetime):
    until = max(at, LATER)
    for parts in ([DIRECTORY], [DIRECTORY[:1], DIRECTORY[1:]]):
        given = [batch for part in parts for batch in part.combine_chunks().to_batches()]
        found = pa.Table.from_batches(answer_directory(given, ALL, at, until))
        assert found.column_names == [*DIRECTORY.column_names, *ALL]
        assert [{name: row[name] for name in ALL} for row in found.to_pylist()] == [
            as_location(OFFICE, at, until),
            as_location(NIGHT, at, until),
        ]


def test_a_mistake_in_a_directory_is_told_by_the_id():
    rows = pa.record_batch(
        {"id": ["a", "b"], "timezone": ["UTC", "UTC"], "regular_hours": ["Mo 08:00-12:00", "Mo 8:00-25:99"]}
    )
    with pytest.raises(ClinicFileError, match="the directory: b: regular_hours: "):
        list(answer_directory([rows], ALL, MONDAY))


def test_a_column_that_is_missing_from_a_directory_has_no_id():
    with pytest.raises(ClinicFileError, match="the directory: timezone: there is no such column"):
        list(answer_directory([pa.record_batch({"id": ["a"]})], ALL, MONDAY))


def test_questions_may_be_given_in_any_way():
    assert checked("is_open", ["id"], None) == {"is_open": "is_open"}
    assert checked(("is_open", "state"), ["id"], None) == {"is_open": "is_open", "state": "state"}
    assert checked({"open_time": "for"}, ["id"], "until") == {"open_time": "for"}


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        ("open", "the questions are is_open, state, next_opening, next_closing, open_time; 'open' is none of them"),
        ("open_time", "open_time needs an end"),
        ({"is_open": "id"}, "there is a column 'id' already; give another name, as in {'is_open': 'name'}"),
        ({"is_open": 1}, "the name of a column is a text, not int"),
        ({"is_open": "x", "state": "x"}, "there is a column 'x' already"),
    ],
)
def test_questions_that_cannot_be_asked_are_refused(ask: Any, told: str):
    with pytest.raises(WrongTypeError) as found:
        checked(ask, ["id"], None)
    assert told in str(found.value)
