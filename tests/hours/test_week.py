"""The hours of a week: how it is given, what it refuses, and its algebra by example."""

import copy
from datetime import timedelta

import pytest
from pydantic import TypeAdapter, ValidationError

from clinic_hours import (
    CLOSED,
    OPEN_24_HOURS,
    ClinicHoursError,
    DayHours,
    HoursSyntaxError,
    InvalidHoursError,
    Weekday,
    WeeklyHours,
    WrongTypeError,
)

NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEK = WeeklyHours.parse("Mo 08:00-16:00; Tu-Th 08:00-17:00; Fr 08:00-15:00")


def refusal(**days) -> str:
    """What is said to someone who gives such a week."""
    with pytest.raises(ValidationError) as caught:
        WeeklyHours(**days)
    return str(caught.value)


def unread(text: str) -> str:
    """What is said to someone who writes such a week."""
    with pytest.raises(InvalidHoursError) as caught:
        WeeklyHours.parse(text)
    return str(caught.value)


def test_a_week_has_seven_days_and_one_not_given_is_closed():
    week = WeeklyHours(monday="08:00-16:00", friday=["08:00-12:00", ("13:00", "15:00")])
    assert [str(day) for day in week.days] == [
        "08:00-16:00",
        "off",
        "off",
        "off",
        "08:00-12:00,13:00-15:00",
        "off",
        "off",
    ]
    assert WeeklyHours().days == (CLOSED,) * 7
    assert WeeklyHours(**dict.fromkeys(NAMES, OPEN_24_HOURS)) == WeeklyHours.parse("24/7")


def test_a_day_is_closed_by_nothing_an_empty_list_off_or_closed():
    for given in ([], (), "off", CLOSED):
        assert WeeklyHours(monday="08:00-16:00", tuesday=given) == WeeklyHours(monday="08:00-16:00")


@pytest.mark.parametrize("number", range(7))
def test_a_day_is_found_by_number_name_and_code(number: int):
    week = WeeklyHours(**{name: f"0{place}:00-09:00" for place, name in enumerate(NAMES)})
    expected = DayHours.parse(f"0{number}:00-09:00")
    day = Weekday(number + 1)
    for key in (day, number + 1, NAMES[number], NAMES[number][:3].upper(), day.code):
        assert week[key] == expected
    assert getattr(week, NAMES[number]) == expected


def test_what_is_no_day_is_refused():
    with pytest.raises(InvalidHoursError, match="no day is written 'x'; write 'monday', 'mon' or 'Mo'"):
        WEEK["x"]


@pytest.mark.parametrize("number", [0, 8, -1, None, 1.5, b"mon"])
def test_a_number_that_is_no_day_is_refused_by_the_library(number):
    with pytest.raises(ClinicHoursError):
        WEEK[number]


def test_equal_weeks_are_equal_however_they_were_given():
    same = [
        WeeklyHours.parse("Mo 08:00-12:00,12:00-17:00"),
        WeeklyHours.parse("Mo off; Mo 12:00-17:00, Mo 08:00-12:00"),
        WeeklyHours(monday=["12:00-17:00", "08:00-12:00"]),
        WeeklyHours(monday="08:00-17:00"),
        TypeAdapter(WeeklyHours).validate_python("Mo 08:00-17:00"),
        TypeAdapter(WeeklyHours).validate_python({"monday": "08:00-17:00"}),
    ]
    assert len(set(same)) == 1
    assert all(week == same[0] for week in same)
    assert WEEK != "Mo 08:00-16:00"


def test_a_tail_and_the_same_minutes_by_the_next_day_are_different_rules():
    tail, split = WeeklyHours.parse("Mo 22:00-02:00"), WeeklyHours.parse("Mo 22:00-24:00; Tu 00:00-02:00")
    assert tail != split
    assert tail.normalized() == split.normalized() == tail


def test_states_and_notes_make_weeks_differ():
    texts = [
        "Mo 08:00-12:00",
        "Mo 08:00-12:00 unknown",
        'Mo 08:00-12:00 open "x"',
        'Mo 08:00-12:00 unknown "by appointment"',
    ]
    assert len({WeeklyHours.parse(text) for text in texts}) == 4


@pytest.mark.parametrize(
    ("tail", "following", "told"),
    [
        ({"monday": "20:00-03:00"}, {"tuesday": "02:00-05:00"}, "Monday's 20:00-03:00 runs into Tuesday's 02:00-05:00"),
        (
            {"monday": "00:00-01:00,09:00-21:00,22:00-03:00"},
            {"tuesday": "02:00-05:00,06:00-07:00"},
            "Monday's 22:00-03:00 runs into Tuesday's 02:00-05:00",
        ),
        ({"sunday": "20:00-03:00"}, {"monday": "02:00-05:00"}, "Sunday's 20:00-03:00 runs into Monday's 02:00-05:00"),
        (
            {"saturday": "23:59-00:01"},
            {"sunday": "00:00-00:01"},
            "Saturday's 23:59-00:01 runs into Sunday's 00:00-00:01",
        ),
        (
            {"monday": "08:00-09:00,20:00-03:00"},
            {"tuesday": "02:59-05:00,06:00-07:00"},
            "20:00-03:00 runs into Tuesday's 02:59-05:00",
        ),
        ({"monday": "20:00-19:59"}, {"tuesday": "19:58-20:00"}, "Monday's 20:00-19:59 runs into Tuesday's 19:58-20:00"),
        (
            {"monday": "20:00-03:00"},
            {"tuesday": "02:00-05:00 unknown"},
            "Monday's 20:00-03:00 runs into Tuesday's 02:00-05:00",
        ),
    ],
)
def test_a_tail_that_runs_into_the_next_days_hours_is_refused(tail: dict, following: dict, told: str):
    told += "; end the one before the other begins"
    assert told in refusal(**tail, **following)
    rules = [f"{name[:2].title()} {rule}" for name, rule in (tail | following).items()]
    assert told in unread(", ".join(reversed(rules)))


@pytest.mark.parametrize(
    "text",
    [
        "Mo 20:00-03:00, Tu 03:00-05:00",
        "Mo 03:00-05:00; Su 20:00-03:00",
        "Mo 20:00-24:00; Tu 00:00-05:00",
        "Mo 20:00-19:59; We 00:00-05:00",
        "Mo-Su 20:00-20:00".replace("-20:00", "-19:59"),
    ],
)
def test_a_tail_that_ends_where_the_next_days_hours_begin_is_fine(text: str):
    assert WeeklyHours.parse(str(WeeklyHours.parse(text))) == WeeklyHours.parse(text)


def test_overlapping_ranges_are_refused_with_their_day():
    overlap = "09:00-12:00 and 11:00-13:00 overlap; write them as one range, or apart"
    assert unread("Mo 09:00-12:00,11:00-13:00") == f"Monday: {overlap}"
    assert unread("Mo-We 10:00-11:00; Su 09:00-12:00, Su 11:00-13:00") == f"Sunday: {overlap}"
    said = refusal(wednesday="09:00-12:00,11:00-13:00")
    assert said.splitlines()[1] == "wednesday"
    assert overlap in said


@pytest.mark.parametrize("given", [None, 5, b"off", True, {"mon": "off"}], ids=repr)
def test_a_day_of_another_type_is_refused_by_name(given):
    assert refusal(thursday=given).splitlines()[1].startswith("thursday")


def test_an_unknown_day_is_refused_by_name():
    assert "mon\n  Extra inputs are not permitted" in refusal(mon="09:00-12:00")


@pytest.mark.parametrize("given", [None, 5, b"off", ["Mo 09:00-12:00"]], ids=repr)
def test_another_type_than_a_text_is_not_read(given):
    with pytest.raises(WrongTypeError, match=f"a text, not {type(given).__name__}"):
        WeeklyHours.parse(given)
    with pytest.raises(ValidationError):
        TypeAdapter(WeeklyHours).validate_python(given)


def test_an_error_in_a_text_is_shown_with_its_place_in_a_model_too():
    with pytest.raises(HoursSyntaxError):
        WeeklyHours.parse("Mo 08:00-12:00 maybe")
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(WeeklyHours).validate_python("Mo 08:00-12:00 maybe")
    assert "    Mo 08:00-12:00 maybe\n                   ^^^^^" in str(caught.value)


def test_a_copy_with_other_days_is_checked():
    assert WEEK.replace(monday="off", sunday="10:00-12:00") == WeeklyHours.parse(
        "Tu-Th 08:00-17:00; Fr 08:00-15:00; Su 10:00-12:00"
    )
    assert WEEK.replace() == WEEK
    assert WEEK.monday == DayHours.parse("08:00-16:00")
    with pytest.raises(ValidationError, match="overlap"):
        WEEK.replace(monday="08:00-12:00,11:00-12:00")
    with pytest.raises(ValidationError, match="runs into Tuesday's 08:00-17:00"):
        WEEK.replace(monday="20:00-09:00")
    with pytest.raises(ValidationError, match="mon\n  Extra inputs"):
        WEEK.replace(mon="off")


def test_a_week_does_not_change():
    with pytest.raises(ValidationError, match="frozen"):
        WEEK.monday = CLOSED
    assert copy.deepcopy(WEEK) == WEEK


def test_the_total_is_open_time_on_the_wall_clock():
    assert WEEK.total == timedelta(hours=8 + 3 * 9 + 7)
    assert WeeklyHours().total == timedelta()
    assert WeeklyHours.parse("24/7").total == timedelta(days=7)
    assert WeeklyHours.parse("Su 22:00-02:00").total == timedelta(hours=4)
    assert WeeklyHours.parse("Mo 22:00-02:00 unknown, Mo 20:00-21:00").total == timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Mo 22:00-24:00; Tu 00:00-02:00", "Mo 22:00-02:00"),
        ("Su 22:00-24:00; Mo 00:00-02:00", "Su 22:00-02:00"),
        ("Mo 22:00-02:00, Tu 02:00-03:00", "Mo 22:00-03:00"),
        ("Mo 08:00-24:00; Tu 00:00-08:00", "Mo 08:00-24:00; Tu 00:00-08:00"),
        ("Mo 08:00-24:00; Tu 00:00-07:59", "Mo 08:00-07:59"),
        ("Mo 20:00-08:00, Tu 08:00-21:00", "Mo 20:00-24:00; Tu 00:00-21:00"),
        ("Mo-Su 12:00-11:59", "Mo-Su 12:00-11:59"),
        ("Mo-Su 00:00-12:00,12:00-24:00", "24/7"),
        ('Mo 08:00-12:00 open "x", Mo 12:00-17:00', "Mo 08:00-17:00"),
        ("Mo 08:00-12:00, Mo 12:00-17:00 unknown", "Mo 08:00-12:00"),
        ('Mo 08:00-12:00 unknown "by appointment"', "off"),
    ],
)
def test_the_normal_form_is_one_range_for_each_run_of_open_minutes(text: str, normal: str):
    assert str(WeeklyHours.parse(text).normalized()) == normal


@pytest.mark.parametrize(
    ("result", "text"),
    [
        (
            WeeklyHours.parse("Mo 08:00-12:00") | WeeklyHours.parse("Mo 11:00-13:00; Tu 09:00-10:00"),
            "Mo 08:00-13:00; Tu 09:00-10:00",
        ),
        (WeeklyHours.parse("Mo 08:00-12:00") & WeeklyHours.parse("Mo 11:00-13:00; Tu 09:00-10:00"), "Mo 11:00-12:00"),
        (WeeklyHours.parse("Mo 08:00-17:00") - WeeklyHours.parse("Mo-Fr 12:00-13:00"), "Mo 08:00-12:00,13:00-17:00"),
        (WeeklyHours.parse("Su 20:00-03:00") - WeeklyHours.parse("Mo 01:00-02:00"), "Mo 02:00-03:00; Su 20:00-01:00"),
        (WeeklyHours.parse("Su 20:00-03:00") & WeeklyHours.parse("Mo 00:00-24:00"), "Mo 00:00-03:00"),
        (WeeklyHours.parse("Su 20:00-24:00") | WeeklyHours.parse("Mo 00:00-03:00"), "Su 20:00-03:00"),
        (~WeeklyHours.parse("Mo-Su 08:00-20:00"), "Mo-Su 20:00-08:00"),
        (~WeeklyHours.parse("Mo 08:00-20:00"), "Mo 00:00-08:00,20:00-24:00; Tu-Su 00:00-24:00"),
        (~WeeklyHours(), "24/7"),
        (~WeeklyHours.parse("24/7"), "off"),
        (~WeeklyHours.parse("Mo 08:00-12:00 unknown"), "24/7"),
        (WeeklyHours.parse("Mo 08:00-12:00 unknown") | WeeklyHours.parse('Mo 09:00-10:00 open "x"'), "Mo 09:00-10:00"),
    ],
)
def test_the_algebra_works_on_the_open_minutes(result: WeeklyHours, text: str):
    assert str(result) == text


@pytest.mark.parametrize("other", [None, 5, "Mo 08:00-12:00", CLOSED], ids=repr)
def test_the_algebra_knows_weeks_only(other):
    for act in (lambda: WEEK | other, lambda: WEEK & other, lambda: WEEK - other, lambda: other | WEEK):
        with pytest.raises(TypeError, match="unsupported operand"):
            act()


def test_in_json_a_week_is_an_object_of_days():
    shown = WEEK.model_dump(mode="json")
    assert shown["monday"] == "08:00-16:00"
    assert shown["sunday"] == "off"
    assert list(shown) == list(NAMES)
    assert WeeklyHours.model_validate(shown) == WEEK
    assert WeeklyHours.model_validate_json(WEEK.model_dump_json()) == WEEK
    assert WeeklyHours.model_validate_json('"Mo 08:00-16:00"') == WeeklyHours(monday="08:00-16:00")
