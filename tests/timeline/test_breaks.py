"""Breaks: wall-clock time that is taken out of every range, of last night's tail and of special hours too."""

from datetime import UTC, date, datetime

import pytest

from clinic_hours import Break, DayHours, Location, SeasonalHours, SpecialHours, State

# In November 2026 the 27th is a Friday.


def place(regular_hours: str, *breaks: Break, **rules: object) -> Location:
    return Location(name="Office", timezone="UTC", regular_hours=regular_hours, breaks=breaks, **rules)


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def opened(location: Location, first: int, last: int, state: str = "open") -> list[tuple[str, str]]:
    """The openings from the beginning of one day to that of another, as day of the month and clock."""
    found = location.openings(at(first), at(last), state=state)
    return [(f"{opening.start:%d %H:%M}", f"{opening.end:%d %H:%M}") for opening in found]


def hours(location: Location, *days: int) -> list[str]:
    return [str(location.hours_on(date(2026, 11, day))) for day in days]


def test_a_break_cuts_a_range_in_two():
    lunch = place("Mo-Fr 08:00-16:00", Break("2026-11-27", "12:00-13:00", reason="Lunch"))
    assert opened(lunch, 27, 28) == [("27 08:00", "27 12:00"), ("27 13:00", "27 16:00")]
    assert hours(lunch, 26, 27) == ["08:00-16:00", "08:00-12:00,13:00-16:00"]
    assert lunch.plan_on(date(2026, 11, 27)).breaks == lunch.breaks
    assert lunch.plan_on(date(2026, 11, 26)).breaks == ()


@pytest.mark.parametrize(
    ("pause", "left"),
    [
        ("08:00-09:00", [("27 09:00", "27 16:00")]),
        ("07:00-09:00", [("27 09:00", "27 16:00")]),
        ("15:00-16:00", [("27 08:00", "27 15:00")]),
        ("15:00-17:00", [("27 08:00", "27 15:00")]),
        ("06:00-08:00", [("27 08:00", "27 16:00")]),
        ("16:00-18:00", [("27 08:00", "27 16:00")]),
        ("08:00-16:00", []),
        ("00:00-24:00", []),
        ("08:01-15:59", [("27 08:00", "27 08:01"), ("27 15:59", "27 16:00")]),
        ("09:00-10:00,10:00-11:00", [("27 08:00", "27 09:00"), ("27 11:00", "27 16:00")]),
    ],
)
def test_the_edges_of_a_break(pause: str, left: list[tuple[str, str]]):
    location = place("Fr 08:00-16:00", Break("2026-11-27", pause))
    assert opened(location, 27, 28) == left
    assert location.hours_on(date(2026, 11, 27)) == DayHours([(opens[3:], closes[3:]) for opens, closes in left])


def test_two_breaks_of_a_day_add_up():
    location = place("Fr 08:00-16:00", Break("2026-11-27", "09:00-11:00"), Break("11-27", "10:00-12:00"))
    assert opened(location, 27, 28) == [("27 08:00", "27 09:00"), ("27 12:00", "27 16:00")]


@pytest.mark.parametrize(
    "rules",
    [
        {"special_hours": [SpecialHours("2026-11-27", "08:00-16:00")]},
        {"seasonal_hours": [SeasonalHours("11-01/11-30", "Fr 08:00-16:00")]},
        {"special_hours": [SpecialHours("2026-11-26", "20:00-02:00"), SpecialHours("2026-11-27", "08:00-16:00")]},
    ],
    ids=["special hours", "a season", "beside a tail"],
)
def test_a_break_is_taken_out_of_whatever_hours_hold(rules: dict[str, list[object]]):
    location = place("off", Break("2026-11-27", "12:00-13:00"), **rules)
    assert opened(location, 27, 28)[-2:] == [("27 08:00", "27 12:00"), ("27 13:00", "27 16:00")]


@pytest.mark.parametrize("state", ["open", "by_appointment", "unknown"])
def test_a_break_is_taken_out_of_whatever_state(state: str):
    day = DayHours([{"opens": "08:00", "closes": "16:00", "state": state}])
    location = place("off", Break("2026-11-27", "12:00-13:00"), special_hours=[SpecialHours("2026-11-27", day)])
    assert opened(location, 27, 28, state) == [("27 08:00", "27 12:00"), ("27 13:00", "27 16:00")]
    assert location.status(at(27, 12)).state is State.CLOSED


# Over midnight


def test_a_break_of_the_next_day_cuts_last_night_s_tail():
    """What is left of the tail is, in `hours_on`, a range of the day on which it resumes."""
    night = place("Fr 20:00-06:00", Break("2026-11-28", "02:00-03:00", reason="Cleaning"))
    assert opened(night, 27, 29) == [("27 20:00", "28 02:00"), ("28 03:00", "28 06:00")]
    assert hours(night, 27, 28, 29) == ["20:00-02:00", "03:00-06:00", "off"]
    assert [night.status(at(28, hour)).reason for hour in (1, 2, 3)] == ["", "Cleaning", ""]


def test_a_break_past_midnight_cuts_its_own_night_and_the_next_day():
    night = place("Fr 20:00-06:00, Sa 08:00-12:00", Break("2026-11-27", "23:00-01:00"))
    assert opened(night, 27, 29) == [("27 20:00", "27 23:00"), ("28 01:00", "28 06:00"), ("28 08:00", "28 12:00")]
    assert hours(night, 27, 28) == ["20:00-23:00", "01:00-06:00,08:00-12:00"]


def test_a_break_past_midnight_of_a_closed_day_cuts_the_next_day():
    location = place("Sa 00:00-14:00", Break("2026-11-27", "12:00-02:00", reason="Works"))
    assert opened(location, 27, 29) == [("28 02:00", "28 14:00")]
    assert hours(location, 27, 28) == ["off", "02:00-14:00"]
    assert [location.status(at(*day)).reason for day in ((27, 12), (28, 1), (28, 2), (28, 12))] == ["", "Works", "", ""]


def test_a_break_does_not_reach_beyond_the_next_day():
    location = place("24/7", Break("2026-11-27", "23:00-22:00"))
    assert opened(location, 26, 30) == [("26 00:00", "27 23:00"), ("28 22:00", "30 00:00")]


# The reason


def test_a_break_that_takes_nothing_gives_no_reason():
    """It begins where the range ends, or ends where it begins: neither is inside of the other."""
    location = place("Fr 08:00-12:00,14:00-16:00", Break("2026-11-27", "12:00-14:00", reason="Lunch"))
    assert [location.status(at(27, hour)).reason for hour in (12, 13)] == ["", ""]


def test_a_break_gives_its_reason_from_its_first_minute_to_its_last():
    location = place("Fr 08:00-16:00", Break("2026-11-27", "12:00-13:00", reason="Lunch"))
    reasons = [location.status(at(27, *clock)).reason for clock in ((11, 59), (12, 0), (12, 59), (13, 0))]
    assert reasons == ["", "Lunch", "Lunch", ""]


def test_a_break_gives_its_own_reason_and_not_that_of_the_special_hours():
    special = SpecialHours("2026-11-27", '08:00-16:00 open "side door"', reason="Short day")
    location = place("off", Break("2026-11-27", "12:00-13:00", reason="Lunch"), special_hours=[special])
    told = [location.status(at(27, hour)) for hour in (11, 12, 13, 16)]
    assert [status.reason for status in told] == ["Short day", "Lunch", "Short day", "Short day"]
    assert [status.note for status in told] == ["side door", "", "side door", ""]
    assert location.plan_on(date(2026, 11, 27)).reason == "Short day"
