"""What a tag means, day by day."""

from datetime import date, timedelta

import pytest

from clinic_hours import Dates
from clinic_hours.codecs.osm.calendar import Holidays, Window, matching
from clinic_hours.codecs.osm.grammar import read
from clinic_hours.codecs.osm.meaning import Meaning
from clinic_hours.codecs.osm.times import CONSTANT
from clinic_hours.hours.minutes import clock


def said(tag: str, day: date, holidays: Holidays | None = None) -> str:
    """What a tag says of a date, in one line; `~` marks what runs on from the night before."""
    rules = read(tag)[0].rules
    window = Window(day.toordinal() - 1, day.toordinal() + 1)
    columns = [matching(rule.groups, window, holidays or Holidays()) for rule in rules]
    before, today = ([bool(column[number]) for column in columns] for number in (0, 1))
    pieces = Meaning(rules).day(today, before, CONSTANT, CONSTANT).pieces
    return " ".join(
        f"{'~' * p.tail}{clock(p.start)}-{clock(p.end)}:{p.state}{'/' * bool(p.note)}{p.note}" for p in pieces
    )


MONDAY = date(2026, 11, 23)
FRIDAY, SATURDAY, SUNDAY = (MONDAY + timedelta(days) for days in (4, 5, 6))


@pytest.mark.parametrize(
    ("tag", "day", "expected"),
    [
        # A later rule replaces the whole day, and cuts the night before; an earlier one does not.
        ("Mo-Fr 08:00-17:00; Fr 08:00-12:00", FRIDAY, "08:00-12:00:open"),
        ("Fr 22:00-04:00; Sa 10:00-12:00", SATURDAY, "10:00-12:00:open"),
        ("Sa 10:00-12:00; Fr 22:00-04:00", SATURDAY, "~00:00-04:00:open 10:00-12:00:open"),
        ("Mo-Fr 16:00-01:00; Sa-Su 11:00-01:00", MONDAY, "~00:00-01:00:open 16:00-24:00:open"),
        # A comma adds; `off` takes away.
        ("Mo 08:00-12:00, Mo 14:00-16:00", MONDAY, "08:00-12:00:open 14:00-16:00:open"),
        ("Mo 08:00-16:00; Mo 12:00-13:00 off", MONDAY, "08:00-12:00:open 13:00-16:00:open"),
        ("Mo 08:00-16:00; Mo off", MONDAY, ""),
        ("Fr 22:00-04:00; Sa off", SATURDAY, ""),
        ("Mo-Su 22:00-04:00; Sa off", SUNDAY, "~00:00-04:00:open 22:00-24:00:open"),
        # Rules without days: one behind another replaces it, one behind days adds.
        ("08:00-12:00; 14:00-16:00", MONDAY, "14:00-16:00:open"),
        ("Mo-Fr 08:00-12:00; 14:00-16:00", MONDAY, "08:00-12:00:open 14:00-16:00:open"),
        ("12:00-13:00; 24/7", MONDAY, "00:00-24:00:open"),
        # A fallback fills what is closed.
        ('Mo 08:00-12:00 || "call"', MONDAY, "00:00-08:00:unknown/call 08:00-12:00:open 12:00-24:00:unknown/call"),
        ('Mo 08:00-12:00 || "call"; Mo off', MONDAY, ""),
        ("Mo 08:00-12:00 || Mo off", MONDAY, "08:00-12:00:open"),
        ("Mo 08:00-12:00 || Tu off, Mo 10:00-14:00 unknown", MONDAY, "08:00-12:00:open 12:00-14:00:unknown"),
        # Comments and states.
        ('Mo 08:00-12:00 "by appointment"', MONDAY, "08:00-12:00:by_appointment"),
        ('Mo 08:00-12:00 "By Appointment: new patients"', MONDAY, "08:00-12:00:by_appointment/new patients"),
        ('Mo 08:00-12:00 open "by appointment"', MONDAY, "08:00-12:00:open"),
        ('Mo 08:00-12:00 unknown "hours may differ"', MONDAY, "08:00-12:00:unknown"),
        ("Mo 08:00-12:00 unknown", MONDAY, "08:00-12:00:unknown"),
        ('"ring\u0007 twice"', MONDAY, "00:00-24:00:unknown/ring  twice"),
        # Ends: 00:00 is the end of the day, an end at its start a whole day.
        ("Mo 09:00-00:00", MONDAY, "09:00-24:00:open"),
        ("Mo 09:00-09:00", MONDAY, "09:00-24:00:open"),
        ("Su 09:00-09:00", MONDAY, "~00:00-09:00:open"),
        ("Su 20:00-26:00", MONDAY, "~00:00-02:00:open"),
        # Open ends.
        ("Mo 14:00+", MONDAY, "14:00-24:00:unknown"),
        ("Su 18:00+", MONDAY, "~00:00-04:00:unknown"),
        ("Su 22:00+", MONDAY, "~00:00-06:00:unknown"),
        ("Mo 10:00-14:00+", MONDAY, "10:00-14:00:open 14:00-24:00:unknown"),
        ("Mo 10:00-14:00+ off", MONDAY, ""),
        ("Mo 08:00+,12:00-14:00", MONDAY, "08:00-12:00:unknown 12:00-14:00:open"),
        ("Su 17:00+,18:00-19:00", MONDAY, "~00:00-03:00:unknown"),
        ("Su 20:00-23:00+", MONDAY, "~00:00-07:00:unknown"),
        # The sun.
        ("sunrise-sunset", MONDAY, "06:00-18:00:open"),
        ("(sunrise+01:00)-(dusk-00:30)", MONDAY, "07:00-18:00:open"),
        ("sunset-sunrise", MONDAY, "~00:00-06:00:open 18:00-24:00:open"),
        ("sunrise-06:00", MONDAY, ""),
    ],
)
def test_a_day_is_said_as_the_reference_implementation_says_it(tag: str, day: date, expected: str):
    assert said(tag, day) == expected


def days_of(tag: str, first: date, last: date, holidays: Holidays | None = None) -> list[str]:
    groups = read(tag)[0].rules[0].groups
    window = Window(first.toordinal(), last.toordinal() + 1)
    column = matching(groups, window, holidays or Holidays())
    return [str(first + timedelta(number))[5:] for number, flag in enumerate(column) if flag]


YEAR = date(2026, 1, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("Su[-1]", "01-25 02-22 03-29 04-26 05-31 06-28 07-26 08-30 09-27 10-25 11-29 12-27"),
        ("Jan-Mar Mo[5]", "03-30"),
        ("Mo[-5]", "03-02 06-01 08-03 11-02"),
        ("Aug Su[-1] -1 day", "08-29"),
        ("Aug Sa[1] +2 days", "08-03"),
        ("Dec 31,Jan 01-02", "01-01 01-02 12-31"),
        ("Dec 30-Jan 02", "01-01 01-02 12-30 12-31"),
        ("Feb 28-29", "02-28"),
        ("Feb 29", ""),
        ("Feb 29-Mar 01", "03-01"),
        ("Jan 01-31/10", "01-01 01-11 01-21 01-31"),
        ("2026 Jan 30-2026 Feb 01", "01-30 01-31 02-01"),
        ("2026 Jan 30-31,Feb 01", "01-30 01-31 02-01"),
        ("2025 Jan 30-31", ""),
        ("2025-2027/2 Jan 01", ""),
        ("2024/2 Jan 01", "01-01"),
        ("2025+ Jan 01", "01-01"),
        ("2020-2025 Jan 01", ""),
        ("easter", "04-05"),
        ("easter -2 days", "04-03"),
        ("easter -2 days-easter +1 day", "04-03 04-04 04-05"),
        ("2026 easter +1 day", "04-06"),
        ("2025 easter +1 day", ""),
        ("Apr 02-easter", "04-02 04-03 04-04"),
        ("easter-Apr 07", "04-05 04-06 04-07"),
        ("Mar Su[-1]-Mar 31", "03-29 03-30 03-31"),
        ("Mar Su[5]-Mar 31", "03-29 03-30 03-31"),
        ("Feb Su[5]-Mar 31", ""),
        ("2026 Feb Su[5]-2026 Mar 31", ""),
        ("Oct 24-Oct Su[-1]", "10-24 10-25"),
        ("week 01 Mo", "12-28"[:0]),
        ("week 02 Mo", "01-05"),
        ("week 53 Fr", "01-01"[:0]),
        ("2026 week 53", "12-28 12-29 12-30 12-31"),
        ("week 10,12-16/2 We", "03-04 03-18 04-01 04-15"),
        ("week 10, week 12 We", "03-04 03-18"),
        ("Jan Jan 05-06", "01-05 01-06"),
    ],
)
def test_dates_are_those_that_a_tag_names(tag: str, expected: str):
    assert " ".join(days_of(tag, *YEAR)) == expected


def test_weeks_are_those_of_iso_8601_and_years_those_of_the_calendar():
    assert days_of("week 01", date(2024, 12, 28), date(2025, 1, 7)) == [
        *("12-30", "12-31", "01-01", "01-02", "01-03", "01-04", "01-05")
    ]
    assert days_of("2025 week 01", date(2024, 12, 28), date(2025, 12, 31))[-1:] == ["12-31"]
    assert days_of("2025 week 01", date(2024, 12, 28), date(2025, 1, 7))[0] == "01-01"


def test_29_february_is_in_leap_years_whatever_the_year_before():
    assert days_of("Feb 29", date(2027, 12, 1), date(2028, 12, 31)) == ["02-29"]
    assert days_of("Feb 28-29", date(2028, 1, 1), date(2028, 12, 31)) == ["02-28", "02-29"]


def test_school_holidays_are_the_dates_that_were_given():
    holidays = Holidays(school=(Dates.parse("2026-07-09/2026-07-11"),))
    assert days_of("SH", *YEAR, holidays=holidays) == ["07-09", "07-10", "07-11"]
    assert days_of("SH Fr", *YEAR, holidays=holidays) == ["07-10"]
    assert days_of("SH,PH", *YEAR) == []


@pytest.mark.holidays
def test_public_holidays_are_those_of_the_calendar_and_days_beside_them():
    pytest.importorskip("holidays")
    berlin = Holidays("DE", "BE")
    assert days_of("Dec PH", *YEAR, holidays=berlin) == ["12-25", "12-26"]
    assert days_of("Dec PH -1 day", *YEAR, holidays=berlin) == ["12-24", "12-25", "12-31"]
    assert days_of("PH Mo", *YEAR, holidays=berlin) == ["04-06", "05-25"]
    assert "12-26" in days_of("PH,Sa", *YEAR, holidays=berlin)


def test_the_calendar_has_a_first_and_a_last_day():
    last = date.max - timedelta(3)
    assert days_of("Dec 30-Jan 02", last, date.max) == ["12-30", "12-31"]
    assert days_of("week 01-53", date.min, date.min + timedelta(1)) == ["01-01", "01-02"]
    assert days_of("easter-Apr 30", date.min, date(1, 12, 31))[-1] == "04-30"
