"""The status of a door in words."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from clinic_hours.errors import InvalidHoursError, NaiveDatetimeError, WrongTypeError
from clinic_hours.hours.weekday import State
from clinic_hours.text import Style, describe

ZONE = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZONE)


@dataclass
class Opening:
    start: datetime | None


@dataclass
class Status:
    state: State
    until: datetime | None = None
    next_opening: Opening | None = None
    reason: str = ""
    note: str = ""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("until", "words"),
    [
        ("2026-11-23 17:00", "Open until 5pm"),
        ("2026-11-23 12:00", "Open until noon"),
        ("2026-11-23 15:30", "Open until 3:30pm"),
        ("2026-11-24 00:00", "Open until midnight"),
        ("2026-11-24 02:00", "Open until Tues 2am"),
        ("2026-11-25 00:00", "Open until Tues midnight"),
        ("2026-11-29 17:00", "Open until Sun 5pm"),
        ("2026-11-30 00:00", "Open until Sun midnight"),
        ("2026-11-30 08:00", "Open until Mon Nov 30 8am"),
        ("2026-12-31 17:00", "Open until Thurs Dec 31 5pm"),
        ("2027-01-01 00:00", "Open until Thurs Dec 31 midnight"),
        ("2027-01-04 17:00", "Open until Mon Jan 4, 2027 5pm"),
    ],
)
def test_open_until(until: str, words: str):
    assert describe(Status(State.OPEN, at(until)), MONDAY) == words


@pytest.mark.parametrize(
    ("now", "until", "words"),
    [
        ("2026-11-23 22:00", "2026-11-24 02:00", "Open until 2am"),
        ("2026-11-23 14:00", "2026-11-24 02:00", "Open until 2am"),
        ("2026-11-23 13:59", "2026-11-24 02:00", "Open until Tues 2am"),
        ("2026-11-24 01:00", "2026-11-24 02:00", "Open until 2am"),
        ("2026-10-31 15:00", "2026-11-01 02:30", "Open until Sun 2:30am"),
        ("2026-10-31 15:30", "2026-11-01 02:30", "Open until 2:30am"),
        ("2026-03-07 14:30", "2026-03-08 03:30", "Open until 3:30am"),
    ],
)
def test_an_end_within_twelve_real_hours_stands_without_its_day(now: str, until: str, words: str):
    assert describe(Status(State.OPEN, at(until)), at(now)) == words


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("2026-11-23 13:00", "Closed, opens 1pm"),
        ("2026-11-23 12:00", "Closed, opens noon"),
        ("2026-11-24 00:00", "Closed, opens Tues midnight"),
        ("2026-11-24 08:00", "Closed, opens Tues 8am"),
        ("2026-11-29 08:30", "Closed, opens Sun 8:30am"),
        ("2026-11-30 08:00", "Closed, opens Mon Nov 30 8am"),
        ("2026-12-14 08:00", "Closed, opens Mon Dec 14 8am"),
        ("2027-01-04 08:00", "Closed, opens Mon Jan 4, 2027 8am"),
        ("2044-12-24 10:00", "Closed, opens Sat Dec 24, 2044 10am"),
    ],
)
def test_closed_and_when_it_opens(start: str, words: str):
    assert describe(Status(State.CLOSED, at(start), Opening(at(start))), MONDAY) == words


def test_the_weekday_is_enough_within_six_days_also_over_new_year():
    assert (
        describe(Status(State.CLOSED, None, Opening(at("2027-01-02 08:00"))), at("2026-12-30 10:00"))
        == "Closed, opens Sat 8am"
    )


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status(State.OPEN), "Open 24 hours"),
        (Status(State.CLOSED), "Closed"),
        (Status(State.CLOSED, None, Opening(None)), "Closed"),
        (Status(State.CLOSED, MONDAY, None), "Closed"),
        (Status(State.BY_APPOINTMENT, at("2026-11-23 12:00")), "By appointment until noon"),
        (Status(State.BY_APPOINTMENT), "By appointment"),
        (Status(State.UNKNOWN, at("2026-11-23 17:00")), "Hours may differ until 5pm"),
        (Status(State.UNKNOWN), "Hours may differ"),
        (Status(State.CLOSED, reason="Moved"), "Closed (Moved)"),
        (Status(State.CLOSED, None, Opening(at("2026-11-24 08:00")), "Snow"), "Closed, opens Tues 8am (Snow)"),
        (Status(State.OPEN, at("2026-11-23 17:00"), note="ring twice"), "Open until 5pm (ring twice)"),
        (
            Status(State.OPEN, at("2026-11-23 12:00"), None, "Christmas Eve", "ring twice"),
            "Open until noon (Christmas Eve; ring twice)",
        ),
        (Status(State.OPEN, None, None, "same", "same"), "Open 24 hours (same)"),
    ],
)
def test_every_state_with_and_without_an_end(status: Status, words: str):
    assert describe(status, MONDAY) == words


def test_both_ends_of_the_calendar_are_described():
    first, last = datetime.min.replace(tzinfo=ZONE), datetime.max.replace(tzinfo=ZoneInfo("Pacific/Kiritimati"))
    assert describe(Status(State.OPEN, first + timedelta(hours=1)), first) == "Open until 1am"
    assert describe(Status(State.OPEN, last), last - timedelta(days=1)) == "Open until Fri 11:59pm"
    assert describe(Status(State.OPEN, last.replace(tzinfo=UTC)), last.replace(tzinfo=UTC)) == "Open until 11:59pm"


def test_a_style_of_ones_own():
    style = Style(
        open_until="Offen bis {time}",
        days=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
        moment="{day}, {clock}",
        am=" Uhr",
    )
    assert describe(Status(State.OPEN, at("2026-11-25 08:30")), MONDAY, style) == "Offen bis Mi, 8:30 Uhr"
    assert describe(Status(State.OPEN), MONDAY, "sign") == "Open 24 hours"


def test_an_instant_is_meant():
    with pytest.raises(NaiveDatetimeError, match="time zone"):
        describe(Status(State.OPEN), MONDAY.replace(tzinfo=None))
    for wrong in (date(2026, 11, 23), "2026-11-23T10:00-05:00", None):
        with pytest.raises(WrongTypeError, match=type(wrong).__name__):
            describe(Status(State.OPEN), wrong)  # type: ignore[arg-type]


def test_a_style_that_does_not_exist():
    with pytest.raises(InvalidHoursError, match="'sing'; there is sign, compact"):
        describe(Status(State.OPEN), MONDAY, "sing")
    with pytest.raises(WrongTypeError, match="NoneType"):
        describe(Status(State.OPEN), MONDAY, None)  # type: ignore[arg-type]
