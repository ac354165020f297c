"""One range of hours: how it is given, written and refused."""

from datetime import UTC, date, datetime, time

import pytest
from pydantic import TypeAdapter, ValidationError

from clinic_hours import HoursSyntaxError, InvalidHoursError, State, TimeRange, WrongTypeError

ADAPTER = TypeAdapter(TimeRange)


def refusal(*args, **kwargs) -> str:
    """What is said to someone who gives such a range."""
    with pytest.raises(ValidationError) as caught:
        TimeRange(*args, **kwargs)
    return str(caught.value)


NINE_TO_NOON = TimeRange(time(9), time(12))


@pytest.mark.parametrize(
    "given",
    [
        "09:00-12:00",
        " 09:00 - 12:00 ",
        ("09:00", "12:00"),
        ["09:00", "12:00"],
        (time(9), "12:00:00"),
        {"opens": "09:00", "closes": "12:00"},
        {"opens": "09:00:00", "closes": time(12), "state": "open", "note": ""},
        {"opens": time(9, fold=1), "closes": " 12:00 "},
        NINE_TO_NOON,
    ],
    ids=repr,
)
def test_a_range_is_given_in_many_ways(given):
    assert ADAPTER.validate_python(given) == NINE_TO_NOON
    assert hash(ADAPTER.validate_python(given)) == hash(NINE_TO_NOON)


def test_the_parts_of_a_range():
    hours = TimeRange("09:30", "12:00", state="by_appointment", note="  new patients ")
    assert (hours.opens, hours.closes, hours.note) == (time(9, 30), time(12), "new patients")
    assert hours.state is State.BY_APPOINTMENT
    assert hours.plain == (570, 720, State.BY_APPOINTMENT, "new patients")


def test_a_range_without_more_is_open_and_has_no_note():
    assert (NINE_TO_NOON.state, NINE_TO_NOON.note) == (State.OPEN, "")


@pytest.mark.parametrize(
    ("text", "closes", "end"),
    [
        ("22:00-02:00", time(2), 1560),
        ("22:00-24:00", time(0), 1440),
        ("22:00-00:00", time(0), 1440),
        ("22:00-00:01", time(0, 1), 1441),
        ("22:00-23:59", time(23, 59), 1439),
        ("22:00-21:59", time(21, 59), 1440 + 1319),
        ("00:00-24:00", time(0), 1440),
        ("00:00-23:59", time(23, 59), 1439),
        ("00:01-24:00", time(0), 1440),
    ],
)
def test_an_end_before_its_start_is_past_midnight(text: str, closes: time, end: int):
    hours = TimeRange.parse(text)
    assert hours.closes == closes
    assert hours.plain.end == end
    assert TimeRange(hours.opens, hours.closes) == hours


def test_midnight_as_an_end_is_the_end_of_the_day():
    assert TimeRange(time(0), time(0)) == TimeRange.parse("00:00-24:00")
    assert TimeRange("22:00", "24:00:00") == TimeRange("22:00", "00:00") == TimeRange(time(22), time(0))
    assert str(TimeRange("22:00", "00:00")) == "22:00-24:00"


def test_24_is_an_end_and_never_a_start():
    with pytest.raises(InvalidHoursError):
        TimeRange.parse("24:00-09:00")
    assert "24:00" in refusal("24:00", "09:00")
    assert "24:00" in refusal(opens="24:00:00", closes="09:00")


@pytest.mark.parametrize("given", [("00:00", "00:00"), ("00:00:00", " 00:00"), ("09:00", "09:00"), (time(9), "09:00")])
def test_equal_ends_are_refused_with_the_two_things_that_may_be_meant(given):
    said = refusal(*given)
    assert "is not a range; write 00:00-24:00 for the whole day, off for none" in said
    assert f"{str(given[0]).strip()[:5]}-" in said
    with pytest.raises(ValidationError, match="write 00:00-24:00 for the whole day"):
        ADAPTER.validate_python({"opens": given[0], "closes": given[1]})


@pytest.mark.parametrize(
    ("clock", "told"),
    [
        ("9:00", "'9:00' is not a clock; write it with two digits each, as 08:00"),
        ("0900", "'0900' is not a clock"),
        ("09.00", "'09.00' is not a clock"),
        ("09:00 am", "'09:00 am' is not a clock"),
        ("09:0٠", "'09:0٠' is not a clock"),
        ("", "'' is not a clock"),
        ("25:00", "no clock shows 25:00; 00:00 to 24:00 do"),
        ("24:01", "no clock shows 24:01"),
        ("09:60", "no clock shows 09:60"),
        ("ab:cd", "no clock shows ab:cd"),
        ("09:00:30", "hours are in whole minutes: 09:00:30 has seconds"),
        (time(9, 0, 30), "hours are in whole minutes: 09:00:30 has seconds"),
        (time(9, microsecond=1), "hours are in whole minutes: 09:00:00.000001 has seconds"),
        (time(9, tzinfo=UTC), "hours are on the location's own wall clock: 09:00:00+00:00 must not have a time zone"),
        (9, "a clock is a text such as '08:00' or a datetime.time, not int"),
        (None, "a clock is a text such as '08:00' or a datetime.time, not NoneType"),
        (datetime(2026, 1, 1, 9), "a clock is a text such as '08:00' or a datetime.time, not datetime"),
        (date(2026, 1, 1), "a clock is a text such as '08:00' or a datetime.time, not date"),
        (b"09:00", "a clock is a text such as '08:00' or a datetime.time, not bytes"),
        ("x" * 10_000_000, "xxx' is not a clock"),
    ],
    ids=lambda given: repr(given)[:40],
)
def test_what_is_no_clock_is_refused_at_either_end(clock, told: str):
    assert told in refusal(opens=clock, closes="23:58").splitlines()[2]
    assert told in refusal(opens="23:58", closes=clock).splitlines()[2]
    assert refusal(opens="23:58", closes=clock).splitlines()[1] == "closes"


@pytest.mark.parametrize("note", ["a\nb", "a\tb", "a\x00b", 'say "hi"', "\x7f"])
def test_a_note_is_one_line_without_quotes(note: str):
    assert "a note is one line of text without control characters" in refusal("09:00", "12:00", note=note)
    assert repr(note) in refusal("09:00", "12:00", note=note)


@pytest.mark.parametrize(
    "note", ["by appointment", "By Appointment: x", " by appointments", "hours may differ", "HOURS MAY DIFFER x"]
)
def test_a_note_does_not_begin_with_a_states_own_words(note: str):
    said = refusal("09:00", "12:00", note=note)
    assert (
        f"the note {note.strip()!r} begins with a state's own words; give the state, and the rest as the note" in said
    )


@pytest.mark.parametrize(
    "note", ["only by appointment", "é ü 漢 👩", "a; b, c -", "by appointmen", "hours", "x" * 10_000]
)
def test_a_note_may_be_any_other_line(note: str):
    hours = TimeRange("09:00", "12:00", note=note)
    assert hours.note == note
    assert TimeRange.parse(str(hours)) == hours


@pytest.mark.parametrize("state", ["closed", State.CLOSED, "OPEN", "", None, 1], ids=repr)
def test_a_range_is_open_by_appointment_or_unknown(state):
    said = refusal("09:00", "12:00", state=state)
    assert "state" in said.splitlines()[1]
    assert "by_appointment" in said
    assert "unknown" in said


def test_a_note_of_another_type_and_an_unknown_name_are_refused_by_name():
    assert "note\n  Input should be a valid string" in refusal("09:00", "12:00", note=5)
    assert "notes\n  Unexpected keyword argument" in refusal("09:00", "12:00", notes="x")
    assert "closes\n  Field required" in refusal("09:00")


@pytest.mark.parametrize(
    "given", [None, 5, ("09:00",), ("09:00", "10:00", "11:00"), {"opens": "09:00"}, date(2026, 1, 1)], ids=repr
)
def test_another_thing_than_a_range_is_refused(given):
    with pytest.raises(ValidationError):
        ADAPTER.validate_python(given)


def test_a_range_is_one_range():
    for text, count in (("off", 0), ("09:00-12:00,13:00-17:00", 2)):
        with pytest.raises(HoursSyntaxError, match=f"one range is meant here, and the text says {count}"):
            TimeRange.parse(text)
    with pytest.raises(WrongTypeError, match="hours in the notation are a text, not time"):
        TimeRange.parse(time(9))


def test_a_range_does_not_change():
    with pytest.raises(AttributeError):
        NINE_TO_NOON.note = "x"


def test_ranges_differ_by_each_part():
    parts = [("09:00", "12:00"), ("09:01", "12:00"), ("09:00", "12:01")]
    ranges = {
        TimeRange(*ends, state=state, note=note)
        for ends in parts
        for state in ("open", "unknown")
        for note in ("", "x")
    }
    assert len(ranges) == 12


@pytest.mark.parametrize(
    ("state", "note", "written"),
    [
        ("open", "", "09:00-12:00"),
        ("open", "x", '09:00-12:00 open "x"'),
        ("unknown", "", "09:00-12:00 unknown"),
        ("unknown", "x", '09:00-12:00 unknown "x"'),
        ("by_appointment", "", '09:00-12:00 unknown "by appointment"'),
        ("by_appointment", "x", '09:00-12:00 unknown "by appointment: x"'),
    ],
)
def test_state_and_note_stand_behind_the_clocks(state: str, note: str, written: str):
    hours = TimeRange("09:00", "12:00", state=state, note=note)
    assert str(hours) == written
    assert repr(hours) == f"TimeRange.parse({written!r})"
    assert TimeRange.parse(written) == hours


def test_in_json_a_range_is_an_object_of_texts():
    shown = {"opens": "22:00", "closes": "24:00", "state": "unknown", "note": "x"}
    hours = TimeRange("22:00", "24:00", state="unknown", note="x")
    assert ADAPTER.dump_python(hours, mode="json") == shown
    assert ADAPTER.validate_python(shown) == hours
    assert ADAPTER.dump_python(NINE_TO_NOON) == {"opens": time(9), "closes": time(12), "state": "open", "note": ""}
    assert ADAPTER.validate_json('"22:00-02:00"') == TimeRange("22:00", "02:00")


def test_the_schema_tells_how_clocks_are_written():
    properties = ADAPTER.json_schema()["properties"]
    assert properties["closes"]["type"] == "string"
    assert properties["opens"]["examples"] == ["08:00"]
