"""Instants and dates as people type them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import typer

from clinic_hours.cli import moments
from clinic_hours.errors import UnknownHolidayError
from command_line import run

TODAY = date(2026, 12, 20)
"""A Sunday."""


def dates(text: str, today: date = TODAY) -> str:
    return str(moments.dates(text, today))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-11-23 14:30", "2026-11-23T14:30:00-05:00"),
        ("Nov 23 2026 2pm", "2026-11-23T14:00:00-05:00"),
        ("23 November 2026, 2:30 PM", "2026-11-23T14:30:00-05:00"),
        ("2026-11-23T14:30Z", "2026-11-23T09:30:00-05:00"),
        ("2026-11-23 14:30 +0100", "2026-11-23T08:30:00-05:00"),
        ("2026-11-23 14:30 UTC", "2026-11-23T09:30:00-05:00"),
        ("2026-07-01 09:00 EST", "2026-07-01T10:00:00-04:00"),
        ("11/23/2026 9:00", "2026-11-23T09:00:00-05:00"),
        ("2026-11-23", "2026-11-23T00:00:00-05:00"),
    ],
)
def test_an_instant_is_on_the_clock_of_the_location(clinic: str, written: str, meant: str):
    assert run("show", clinic, "--json", "--at", written).data[0]["at"] == meant


def test_an_instant_in_words_counts_from_now():
    def at(*arguments: str) -> datetime:
        ran = run("show", "-", "--json", "-z", "UTC", *arguments, text="Mon 8am-4pm")
        return datetime.fromisoformat(ran.data[0]["at"])

    now = datetime.now(UTC)
    assert abs(at() - now) < timedelta(minutes=2)
    assert abs(at("--at", "now") - now) < timedelta(minutes=2)
    assert at("--at", "today") - at("--at", "yesterday") == timedelta(days=1)
    assert at("--at", "Tomorrow 9am") - at("--at", "today") == timedelta(days=1, hours=9)
    assert at("--at", "2pm").hour == 14


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("noonish", "no instant is written 'noonish'; write it as '2026-11-23 14:30', 'Nov 23 2pm' or 'tomorrow 9am'"),
        ("9am XYZ", "no instant is written '9am XYZ' (no time zone is named 'XYZ'"),
        ("31/31/2026", "no instant is written '31/31/2026'"),
        ("tomorrow noonish", "no instant is written 'noonish'"),
        ("9" * 1000, f"no instant is written '{'9' * 100}'"),
        ("", "no instant is written ''"),
        ("9999-12-31 23:00 -1200", "'9999-12-31 23:00 -1200' is not in the years 1 to 9999 there"),
    ],
)
def test_what_is_no_instant_is_told(written: str, told: str):
    code, out, err = run("show", "-", "-z", "UTC", "--at", written, text="Mon 8am-4pm")
    assert (code, out) == (2, "")
    assert err.startswith(f"Error: {told}")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        # As they stand in a file
        ("2026-12-01", "2026-12-01"),
        ("2026-08-03/2026-08-14", "2026-08-03/2026-08-14"),
        ("12-25", "12-25"),
        ("easter-2", "easter-2"),
        ("RRULE:FREQ=MONTHLY;BYDAY=1TH", "RRULE:FREQ=MONTHLY;BYDAY=1TH"),
        # In words
        ("today", "2026-12-20"),
        ("Tomorrow", "2026-12-21"),
        ("yesterday", "2026-12-19"),
        ("Friday", "2026-12-25"),
        ("sun", "2026-12-20"),
        # A month and a day: not in the past, unless a year is said
        ("Dec 24", "2026-12-24"),
        ("24 December", "2026-12-24"),
        ("Dec 20", "2026-12-20"),
        ("Dec 1", "2027-12-01"),
        ("December 1, 2026", "2026-12-01"),
        ("Dec 1 2028", "2028-12-01"),
        ("Dec 1 2020", "2020-12-01"),
        ("Jan 1", "2027-01-01"),
        ("Feb 29", "2028-02-29"),
        ("20261201", "2026-12-01"),
    ],
)
def test_dates_are_taken_in_every_form(written: str, meant: str):
    assert dates(written) == meant


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Feb 30", "no date is written 'Feb 30'"),
        ("02-30", "no date is written '02-30'"),
        ("Feb 29 2027", "no date is written 'Feb 29 2027'"),
        (
            "Dec",
            "no date is written 'Dec' (which day is it?); write it as '2026-12-01', 'Dec 1', 'Friday' or 'tomorrow'",
        ),
        ("2027", "no date is written '2027' (which day is it?)"),
        ("the 12th", "no date is written 'the 12th'"),
        ("12", "no date is written '12' (which day is it?)"),
        ("Dec 1 2pm", "no date is written 'Dec 1 2pm' (it has a time in it; hours are given apart)"),
        ("snow day", "no date is written 'snow day'"),
        ("", "no date is written ''"),
        ("12/25", "no dates are written '12/25'"),
    ],
)
def test_what_is_no_date_or_leaves_it_open_is_told(written: str, told: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(typer.Exit) as caught:
        dates(written)
    assert caught.value.exit_code == 2
    assert f"Error: {told}" in capsys.readouterr().err.replace("\n", " ")


def test_at_the_end_of_the_calendar_a_day_is_found_or_told(capsys: pytest.CaptureFixture[str]):
    assert dates("Dec 31", date(9998, 1, 1)) == "9998-12-31"
    with pytest.raises(typer.Exit):
        dates("Jan 1", date(9999, 12, 31))
    assert "no date is written 'Jan 1'" in capsys.readouterr().err


@pytest.mark.holidays
def test_a_public_holiday_is_taken_by_its_name():
    pytest.importorskip("holidays")
    assert dates("US: Thanksgiving Day") == "US: Thanksgiving Day"
    with pytest.raises(UnknownHolidayError, match="the calendar US never has a holiday 'Thanksgivin'"):
        dates("US: Thanksgivin")
