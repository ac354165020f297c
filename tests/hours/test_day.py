"""The hours of one day: ranges in order, none over another."""

from datetime import date, time

import pytest
from pydantic import TypeAdapter, ValidationError

from clinic_hours import (
    CLOSED,
    OPEN_24_HOURS,
    DayHours,
    HoursSyntaxError,
    InvalidHoursError,
    State,
    TimeRange,
    WrongTypeError,
)

ADAPTER = TypeAdapter(DayHours)
MORNING, AFTERNOON = TimeRange.parse("08:00-12:00"), TimeRange.parse("13:00-17:00")
BOTH = DayHours([MORNING, AFTERNOON])


@pytest.mark.parametrize(
    "given",
    [
        "08:00-12:00,13:00-17:00",
        ["08:00-12:00", "13:00-17:00"],
        ["13:00-17:00", ("08:00", "12:00")],
        (MORNING, {"opens": "13:00", "closes": "17:00"}),
        [(time(8), time(12)), ["13:00", "17:00"]],
        {"ranges": [MORNING, AFTERNOON]},
        BOTH,
    ],
    ids=repr,
)
def test_a_day_is_given_in_many_ways(given):
    assert ADAPTER.validate_python(given) == BOTH
    assert hash(ADAPTER.validate_python(given)) == hash(BOTH)


@pytest.mark.parametrize(
    "given", [MORNING, "08:00-12:00", {"opens": "08:00", "closes": "12:00"}, [("08:00", "12:00")]], ids=repr
)
def test_one_range_alone_is_a_day(given):
    assert ADAPTER.validate_python(given) == DayHours([MORNING])


@pytest.mark.parametrize("given", [[], (), "off", "closed", {"ranges": ()}, CLOSED], ids=repr)
def test_a_closed_day_is_an_explicit_empty_day(given):
    day = ADAPTER.validate_python(given)
    assert day == CLOSED == DayHours()
    assert (len(day), list(day), bool(day), str(day)) == (0, [], False, "off")


def test_a_whole_day():
    assert (
        DayHours([TimeRange(time(0), time(0))])
        == OPEN_24_HOURS
        == DayHours.parse("00:00-24:00")
        == DayHours.parse("open")
    )
    assert str(OPEN_24_HOURS) == "00:00-24:00"
    assert OPEN_24_HOURS.plain == ((0, 1440, "open", ""),)


@pytest.mark.parametrize("text", ["by appointment", " by appointment "])
def test_by_appointment_alone_is_the_whole_day(text: str):
    day = DayHours.parse(text)
    assert day.plain == ((0, 1440, State.BY_APPOINTMENT, ""),)
    assert ADAPTER.validate_python(text) == day


def test_a_day_is_a_collection_of_ranges_in_order():
    assert (len(BOTH), list(BOTH), bool(BOTH)) == (2, [MORNING, AFTERNOON], True)
    assert BOTH.ranges == (MORNING, AFTERNOON)
    assert BOTH.plain == ((480, 720, "open", ""), (780, 1020, "open", ""))
    assert repr(BOTH) == "DayHours.parse('08:00-12:00,13:00-17:00')"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("08:00-12:00,12:00-17:00", "08:00-17:00"),
        ("12:00-17:00,08:00-12:00", "08:00-17:00"),
        ("08:00-12:00,12:00-17:00,17:00-20:00", "08:00-20:00"),
        ("20:00-24:00,12:00-20:00", "12:00-24:00"),
        ("20:00-22:00,22:00-02:00", "20:00-02:00"),
        ("00:00-12:00,12:00-24:00", "00:00-24:00"),
        ("12:00-18:00,18:00-11:59", "12:00-11:59"),
        ('08:00-12:00 open "x", 12:00-17:00 open "x"', '08:00-17:00 open "x"'),
        ("08:00-12:00 unknown, 12:00-17:00 unknown", "08:00-17:00 unknown"),
    ],
)
def test_touching_ranges_of_one_state_and_note_are_one(text: str, same: str):
    assert DayHours.parse(text) == DayHours.parse(same)
    assert str(DayHours.parse(text)) == same
    assert hash(DayHours.parse(text)) == hash(DayHours.parse(same))


@pytest.mark.parametrize(
    "text",
    [
        "12:00-18:00,18:00-12:00",
        "00:00-12:00,12:00-00:01",
        "00:00-12:00,12:00-06:00",
        "08:00-12:00 open, 12:00-17:00 unknown",
        '08:00-12:00 open "x", 12:00-17:00 open "y"',
        '08:00-12:00 open "x", 12:00-17:00',
        "08:00-12:00,12:01-17:00",
    ],
)
def test_others_stay_two_also_where_they_would_be_24_hours_past_a_midnight(text: str):
    assert len(DayHours.parse(text)) == 2
    assert str(DayHours.parse(text)) == text


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("09:00-12:00", "11:00-13:00"),
        ("09:00-12:00", "11:59-13:00"),
        ("09:00-12:00", "09:00-12:00"),
        ("09:00-17:00", "12:00-13:00"),
        ("20:00-02:00", "22:00-23:00"),
        ("20:00-02:00", "23:00-01:00"),
        ("00:00-24:00", "23:59-00:01"),
    ],
)
def test_ranges_that_overlap_are_refused_by_both_their_names(first: str, second: str):
    told = f"{first} and {second} overlap; write them as one range, or apart"
    for given in ([first, second], [second, first]):
        with pytest.raises(ValidationError) as refused:
            DayHours(given)
        assert told in str(refused.value)
        with pytest.raises(InvalidHoursError) as unread:
            DayHours.parse(",".join(given))
        assert str(unread.value) == told


def test_overlapping_ranges_of_two_states_are_refused_too():
    with pytest.raises(InvalidHoursError, match="09:00-12:00 and 11:00-13:00 overlap"):
        DayHours.parse("09:00-12:00 open, 11:00-13:00 unknown")


@pytest.mark.parametrize("given", [None, 5, 1.5, time(9), date(2026, 1, 1), b"off", {"monday"}], ids=repr)
def test_another_thing_than_a_day_is_refused_with_what_to_write(given):
    with pytest.raises(ValidationError) as caught:
        ADAPTER.validate_python(given)
    assert f"a day's hours are a text such as '08:00-17:00', or a list of ranges, not {type(given).__name__}" in str(
        caught.value
    )


@pytest.mark.parametrize(
    "given", [[5], [None], ["x"], [("09:00",)], [("09:00", "10:00", "11:00")], [[]], {"opens": "09:00"}], ids=repr
)
def test_a_list_of_other_things_is_refused(given):
    with pytest.raises(ValidationError):
        ADAPTER.validate_python(given)


def test_errors_name_the_place_in_the_text():
    with pytest.raises(HoursSyntaxError, match="no state is written 'maybe'"):
        DayHours.parse("08:00-12:00 maybe")
    with pytest.raises(ValidationError, match="no state is written 'maybe'") as caught:
        ADAPTER.validate_python("08:00-12:00 maybe")
    assert "                ^^^^^" in str(caught.value)
    with pytest.raises(WrongTypeError, match="a text, not int"):
        DayHours.parse(5)


def test_a_day_does_not_change_and_takes_no_other_names():
    with pytest.raises(AttributeError):
        BOTH.ranges = ()
    with pytest.raises(ValidationError, match="Unexpected keyword argument"):
        DayHours(range=[])


def test_in_json_a_day_is_its_notation():
    assert ADAPTER.dump_json(BOTH) == b'"08:00-12:00,13:00-17:00"'
    assert ADAPTER.dump_python(CLOSED) == "off"
    assert ADAPTER.validate_json('["08:00-12:00", {"opens": "13:00", "closes": "17:00"}]') == BOTH


def test_the_schema_shows_each_way_to_write_a_day():
    written = ADAPTER.json_schema()["anyOf"]
    assert [form.get("type") for form in written] == ["string", None, "array"]
    assert "by appointment" in written[0]["examples"]
    assert [form.get("type") for form in written[2]["items"]["anyOf"]] == ["string", "array", None]
    assert ADAPTER.json_schema(mode="serialization")["type"] == "string"
