"""Days of the week by name and number, and the states of a door."""

from datetime import date

import pytest

from clinic_hours import ClinicHoursError, State, Weekday, WrongTypeError
from clinic_hours.hours.weekday import PRECEDENCE


def test_days_are_numbered_as_the_calendar_does():
    for number in range(1, 8):
        assert Weekday(number) == number == date(2026, 6, number).isoweekday()
    assert min(Weekday) is Weekday.MONDAY


def test_each_day_has_a_code_of_two_letters():
    assert [day.code for day in Weekday] == ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]


@pytest.mark.parametrize("day", list(Weekday))
def test_a_day_is_read_from_any_beginning_of_its_name(day: Weekday):
    for length in range(2, len(day.name) + 1):
        written = day.name[:length]
        for text in (written, written.lower(), written.title(), f" {written}. "):
            assert Weekday.parse(text) is day


@pytest.mark.parametrize("text", ["", " ", "m", "t", "S", "x", "Mox", "mondayy", "Tues day", "1", ".", "Dimanche"])
def test_what_is_no_day_is_refused_with_ways_to_write_one(text: str):
    with pytest.raises(ClinicHoursError) as caught:
        Weekday.parse(text)
    assert str(caught.value) == f"no day is written {text!r}; write 'monday', 'mon' or 'Mo'"
    assert isinstance(caught.value, ValueError)


def test_a_huge_text_is_refused_at_once_and_shown_in_part():
    with pytest.raises(ClinicHoursError) as caught:
        Weekday.parse("x" * 10_000_000)
    assert len(str(caught.value)) < 120


@pytest.mark.parametrize("given", [None, 1, 1.0, b"mon", date(2026, 6, 1), ["mon"]])
def test_another_type_than_a_text_is_a_type_error(given):
    with pytest.raises(WrongTypeError, match=type(given).__name__):
        Weekday.parse(given)


def test_states_are_the_words_that_stand_in_files():
    assert [str(state) for state in State] == ["open", "by_appointment", "unknown", "closed"]
    assert State("by_appointment") is State.BY_APPOINTMENT


def test_open_wins_over_by_appointment_and_that_over_unknown():
    assert PRECEDENCE == (State.OPEN, State.BY_APPOINTMENT, State.UNKNOWN, State.CLOSED)
