"""The public types as users see them: mypy and pyright read this file, pytest runs it.

`assert_type` fails in the checkers; each comment with a code is a mistake that they must find, and fails where they do not.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import assert_type
from zoneinfo import ZoneInfo

import pytest

from clinic_hours import (
    CLOSED,
    OPEN_24_HOURS,
    Break,
    ClinicHoursError,
    Dates,
    DayHours,
    Location,
    Opening,
    SeasonalHours,
    SpecialHours,
    State,
    Status,
    Style,
    TimeRange,
    Weekday,
    WeeklyHours,
    format_hours,
    read_hours,
)

AT = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
SOON = AT + timedelta(days=7)


def an_office() -> Location:
    return Location(
        name="Main office",
        timezone="America/New_York",
        regular_hours="Mon 8am-4pm\nClosed Tues-Sun",
        special_hours=[SpecialHours("12-25", reason="Christmas Day")],
        seasonal_hours=[SeasonalHours("06-01/08-31", "Mo-Th 08:00-16:00", reason="Summer hours")],
        breaks=[Break("RRULE:FREQ=MONTHLY;BYDAY=1TH", "12:00-13:00")],
    )


def test_a_week_takes_every_way_to_say_a_day() -> None:
    week = WeeklyHours(
        monday="08:00-16:00",
        tuesday=["08:00-12:00", "13:00-15:00"],
        wednesday=[(time(8), time(12))],
        thursday=[TimeRange(time(9), time(12), state=State.BY_APPOINTMENT, note="new patients")],
        friday=DayHours.parse("09:00-12:00"),
        saturday=CLOSED,
        sunday=OPEN_24_HOURS,
    )
    assert_type(week.monday, DayHours)
    assert_type(week[Weekday.TUESDAY], DayHours)
    assert_type(week["tue"], DayHours)
    assert_type(week.total, timedelta)
    assert_type(week | week, WeeklyHours)
    assert_type(week & week, WeeklyHours)
    assert_type(week - week, WeeklyHours)
    assert_type(~week, WeeklyHours)
    assert_type(week.normalized(), WeeklyHours)
    assert_type(WeeklyHours.parse(str(week)), WeeklyHours)


def test_dates_are_one_type() -> None:
    assert_type(Dates.on(date(2026, 12, 24)), Dates)
    assert_type(Dates.between(date(2026, 8, 3), None), Dates)
    assert_type(Dates.yearly("12-24", "01-01"), Dates)
    assert_type(Dates.recurring("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", start=date(2026, 1, 5)), Dates)
    assert_type(Dates.easter(-2), Dates)
    assert_type(Dates.parse("12-25").matches(date(2026, 12, 25)), bool)


def test_every_question_has_its_type() -> None:
    office = an_office()
    assert_type(office.is_open(AT), bool)
    assert_type(office.status(AT), Status)
    assert_type(office.status(AT).state, State)
    assert_type(office.current_opening(AT), Opening | None)
    assert_type(office.next_opening(AT), Opening | None)
    assert_type(office.opening_at_or_after(AT), Opening | None)
    assert_type(office.previous_opening(AT), Opening | None)
    assert_type(office.next_closing(AT), datetime | None)
    assert_type(office.previous_closing(AT), datetime | None)
    assert_type(office.openings(AT, SOON), Iterator[Opening])
    assert_type(office.open_time(AT, SOON), timedelta)
    assert_type(office.add_open_time(AT, timedelta(hours=2)), datetime | None)
    assert_type(office.hours_on(date(2026, 11, 23)), DayHours)
    assert_type(office.plan_on(date(2026, 11, 23)).reason, str)
    assert_type(office.describe(AT), str)
    assert_type(
        office.describe(AT, style="compact", locale="de_DE", closing_soon=timedelta(minutes=30), timezone="UTC"), str
    )
    assert_type(office.to_html(AT, whole=True, heading=1, style=Style.of("table", "de_DE"), days=3), str)
    assert_type(office.to_markdown(AT, heading=3, locale="ar_EG", opening_soon=timedelta(minutes=30)), str)
    assert_type(office.to_text(style="sign", timezone=ZoneInfo("UTC"), days_of_changes=10), str)


def test_the_fields_of_a_location_are_values_however_they_were_given() -> None:
    office = an_office()
    assert_type(office.regular_hours, WeeklyHours)
    assert_type(office.special_hours, tuple[SpecialHours, ...])
    assert_type(office.seasonal_hours, tuple[SeasonalHours, ...])
    assert_type(office.breaks, tuple[Break, ...])
    assert_type(office.replace(regular_hours="Mo 09:00-12:00"), Location)
    assert_type(office.with_special("2026-11-24", reason="Snow"), Location)


def test_signs_are_text() -> None:
    assert_type(read_hours("Mon 8am-4pm").regular_hours, WeeklyHours)
    assert_type(format_hours(WeeklyHours.parse("24/7")), str)
    assert_type(format_hours(WeeklyHours.parse("24/7"), Style(closed="shut")), str)
    assert_type(format_hours(WeeklyHours.parse("24/7"), "compact", locale="pt_BR"), str)


def test_mistakes_are_found_before_the_code_runs() -> None:
    office = an_office()
    with pytest.raises(ClinicHoursError, match="instant"):
        office.is_open(date(2026, 11, 23))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(ValueError, match="special_hour"):
        Location(name="x", special_hour=[])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
