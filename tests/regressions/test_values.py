"""What values got wrong once."""

import pytest
from pydantic import ValidationError

from clinic_hours import Dates, InvalidDatesError, SpecialHours, TimeRange, Weekday, WeeklyHours, WrongTypeError


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Mo-Fr 10:00-20:00, We off", "Mo-Tu,Th-Fr 10:00-20:00"),
        ("Mo-Fr 10:00-20:00, We closed, We 12:00-13:00", "Mo-Tu,Th-Fr 10:00-20:00; We 12:00-13:00"),
        ("Tu 20:00-02:00, We off", "Tu 20:00-24:00"),
    ],
)
def test_a_closed_day_behind_a_comma_stayed_open(text: str, same: str):
    assert WeeklyHours.parse(text) == WeeklyHours.parse(same)


def test_24_opened_a_range():
    for ends in (("24:00", "09:00"), ("24:00", "24:00"), ("24:00:00", "09:00")):
        with pytest.raises(ValidationError, match="24:00"):
            TimeRange(*ends)


def test_a_note_in_bytes_went_unread():
    with pytest.raises(ValidationError, match="note"):
        TimeRange("09:00", "12:00", note=b'x" y\n')
    with pytest.raises(ValidationError, match="reason"):
        SpecialHours("12-25", reason=b"a")
    with pytest.raises(ValidationError, match="except_locations"):
        SpecialHours("12-25", except_locations=[b"lab"])


def test_dates_took_weeks_of_iso_8601():
    with pytest.raises(InvalidDatesError, match="no year has the day 'W01-1'"):
        Dates.yearly("W01-1")
    with pytest.raises(InvalidDatesError, match="'2026-W01-1' is not a date"):
        Dates.parse("2026-W01-1")


def test_dates_could_be_changed():
    dates = Dates.yearly("12-25")
    with pytest.raises(AttributeError):
        dates.kind = Dates.yearly("12-26").kind


@pytest.mark.holidays
def test_a_subdivision_with_a_long_name_was_written_but_not_read():
    pytest.importorskip("holidays")
    assert Dates.parse("AU-NSW Western: *") == Dates.holidays("AU", subdivision="NSW Western")


@pytest.mark.parametrize("given", [None, 5, b"mon"], ids=repr)
def test_the_name_of_a_day_of_another_type_failed_inside(given):
    with pytest.raises(WrongTypeError):
        Weekday.parse(given)


def test_a_number_that_is_no_day_was_an_error_of_the_enum():
    with pytest.raises(ValueError, match="8") as caught:
        WeeklyHours()[8]
    assert "Weekday" not in str(caught.value)
