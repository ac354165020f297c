"""The days ahead as they really are, and the coming changes."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import Break, DayHours, Location, SeasonalHours, SpecialHours, WeeklyHours, strategies
from clinic_hours.errors import InvalidWindowError, WrongTypeError
from clinic_hours.hours.notation import Range
from clinic_hours.hours.weekday import State
from clinic_hours.text.week_ahead import MOST_DAYS, Change, changes_ahead, days_ahead

ZONE = ZoneInfo("America/New_York")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZONE)


def place(week: str = "Mo-Fr 08:00-16:00", **rules: object) -> Location:
    return Location(name="Office", timezone="America/New_York", regular_hours=week, **rules)  # type: ignore[arg-type]


def told(changes: list[Change]) -> list[tuple[str, str, str, str]]:
    return [(f"{c.first:%m-%d}", f"{c.last:%m-%d}" if c.last else "..", str(c.hours), c.reason) for c in changes]


def test_seven_days_from_today_on():
    ahead = days_ahead(place(), MONDAY)
    assert [day.day for day in ahead] == [date(2026, 11, 23) + timedelta(days) for days in range(7)]
    assert [day.is_today for day in ahead] == [True] + [False] * 6
    assert [str(day.hours) for day in ahead] == ["08:00-16:00"] * 5 + ["off"] * 2
    assert [day.now for day in ahead] == [Range(480, 960)] + [None] * 6


def test_today_is_a_date_at_the_place():
    assert days_ahead(place(), datetime(2026, 11, 24, 3, 0, tzinfo=UTC), 1)[0].day == date(2026, 11, 23)
    assert days_ahead(place(), datetime(2026, 11, 24, 5, 0, tzinfo=UTC), 1)[0].day == date(2026, 11, 24)


def test_special_days_and_their_reasons_stand_among_them():
    rules = {
        "special_hours": [
            SpecialHours("2026-11-24", "08:00-12:00", reason="Training"),
            SpecialHours("2026-11-25", reason="Snow"),
        ],
        "seasonal_hours": [SeasonalHours("2026-11-26/..", "Mo-Su 10:00-14:00", reason="Winter")],
        "breaks": [
            Break("2026-11-27", "12:00-13:00", reason="Meeting"),
            Break("2026-11-24", "13:00-14:00", reason="nothing cut"),
        ],
    }
    ahead = days_ahead(place(**rules), MONDAY, 5)
    assert [(str(day.hours), day.reason) for day in ahead] == [
        ("08:00-16:00", ""),
        ("08:00-12:00", "Training"),
        ("off", "Snow"),
        ("10:00-14:00", "Winter"),
        ("10:00-12:00,13:00-14:00", "Winter; Meeting"),
    ]


@pytest.mark.parametrize(
    ("now", "range_"),
    [
        ("07:59", None),
        ("08:00", 0),
        ("11:59", 0),
        ("12:00", None),
        ("13:00", 1),
        ("13:59", 1),
        ("14:00", 2),
        ("18:00", None),
    ],
)
def test_the_range_that_runs_is_told(now: str, range_: int | None):
    hours = place('Mo 08:00-12:00, Mo 13:00-14:00 unknown "by appointment", Mo 14:00-18:00')
    ahead = days_ahead(hours, datetime.fromisoformat(f"2026-11-23T{now}").replace(tzinfo=ZONE), 2)
    plain = hours.regular_hours.monday.plain
    assert ahead[0].now == (None if range_ is None else plain[range_])
    assert ahead[1].now is None


@pytest.mark.parametrize(
    ("now", "dates"),
    [
        ("2026-11-24T00:00", ["11-23", "11-24", "11-25"]),
        ("2026-11-24T01:59:59", ["11-23", "11-24", "11-25"]),
        ("2026-11-24T02:00", ["11-24", "11-25"]),
        ("2026-11-23T23:00", ["11-23", "11-24"]),
    ],
)
def test_yesterday_stands_before_today_while_its_hours_run(now: str, dates: list[str]):
    ahead = days_ahead(place("Mo 22:00-02:00"), datetime.fromisoformat(now).replace(tzinfo=ZONE), 2)
    assert [f"{day.day:%m-%d}" for day in ahead] == dates
    assert [day.day.day for day in ahead if day.is_today] == [datetime.fromisoformat(now).day]
    assert [day.now for day in ahead] == [Range(1320, 1560) if "02:00" not in now else None] + [None] * (len(dates) - 1)


def test_a_clock_that_shows_an_hour_again_marks_only_what_is_so():
    night = place("Su 00:30-01:30")
    first = datetime(2026, 11, 1, 1, 15, tzinfo=ZONE)
    assert days_ahead(night, first, 1)[0].now == Range(30, 90)
    assert days_ahead(night, first.replace(fold=1), 1)[0].now is None


def test_what_does_not_go_by_the_regular_hours():
    rules = {
        "special_hours": [
            SpecialHours("2026-12-24", "08:00-12:00", reason="Christmas Eve"),
            SpecialHours("12-25/12-27", reason="Christmas"),
            SpecialHours("2026-12-31", reason="Christmas"),
        ],
        "breaks": [
            Break("RRULE:FREQ=MONTHLY;BYDAY=1TU", "12:00-13:00", reason="Meeting"),
            Break("2026-12-26", "12:00-13:00"),
        ],
    }
    assert told(changes_ahead(place(**rules), date(2026, 11, 23))) == [
        ("12-01", "12-01", "08:00-12:00,13:00-16:00", "Meeting"),
        ("12-24", "12-24", "08:00-12:00", "Christmas Eve"),
        ("12-25", "12-27", "off", "Christmas"),
        ("12-31", "12-31", "off", "Christmas"),
        ("01-05", "01-05", "08:00-12:00,13:00-16:00", "Meeting"),
    ]


def test_a_season_is_one_change_also_behind_a_special_day():
    rules = {
        "special_hours": [SpecialHours("2026-12-10", reason="Move"), SpecialHours("2026-12-01", reason="Eve")],
        "seasonal_hours": [SeasonalHours("2026-12-02/2026-12-20", "Mo-Su 10:00-14:00", reason="Winter")],
        "breaks": [Break("2026-12-08", "12:00-13:00", reason="Meeting")],
    }
    assert told(changes_ahead(place(**rules), date(2026, 11, 23))) == [
        ("12-01", "12-01", "off", "Eve"),
        ("12-02", "12-20", "Mo-Su 10:00-14:00", "Winter"),
        ("12-08", "12-08", "10:00-12:00,13:00-14:00", "Winter; Meeting"),
        ("12-10", "12-10", "off", "Move"),
    ]


@pytest.mark.parametrize(("days", "last"), [(1, None), (2, None), (30, None), (31, "12-24"), (60, "12-24")])
def test_what_goes_on_beyond_the_days_asked_for_has_no_end(days: int, last: str | None):
    rules = {"special_hours": [SpecialHours("2026-11-24/2026-12-24", reason="Closed for works")]}
    assert told(changes_ahead(place(**rules), date(2026, 11, 24), days)) == [
        ("11-24", last or "..", "off", "Closed for works")
    ]
    rules = {"seasonal_hours": [SeasonalHours("2026-11-24/2026-12-24", "off")]}
    assert told(changes_ahead(place(**rules), date(2026, 11, 24), days)) == [("11-24", last or "..", "off", "")]


def test_what_begins_beyond_is_left_out():
    rules = {"special_hours": [SpecialHours("2026-11-30", reason="Snow")]}
    assert changes_ahead(place(**rules), date(2026, 11, 23), 7) == []
    assert len(changes_ahead(place(**rules), date(2026, 11, 23), 8)) == 1
    assert changes_ahead(place(**rules), date(2026, 11, 30), 0) == []
    assert days_ahead(place(), MONDAY, 0) == []


def test_both_ends_of_the_calendar():
    always = place("24/7")
    last = datetime.max.replace(tzinfo=ZONE)
    assert [day.day for day in days_ahead(always, last - timedelta(hours=30))] == [date(9999, 12, 30), date.max]
    assert [day.day for day in days_ahead(always, datetime(1, 1, 2, 1, tzinfo=ZONE), 1)] == [date(1, 1, 2)]
    first = Location(name="Office", timezone="UTC", regular_hours="Mo-Su 22:00-02:00")
    assert [day.day for day in days_ahead(first, datetime.min.replace(tzinfo=UTC), 1)] == [date.min]
    closed = place(special_hours=[SpecialHours("9999-12-30/..", reason="The end")])
    assert told(changes_ahead(closed, date(9999, 12, 1))) == [("12-30", "12-31", "off", "The end")]


@pytest.mark.parametrize("days", [-1, MOST_DAYS + 2])
def test_days_that_cannot_be_looked_ahead(days: int):
    with pytest.raises(InvalidWindowError, match=f"{days} days cannot be looked ahead; 0 to 3,660 can"):
        days_ahead(place(), MONDAY, days)
    with pytest.raises(InvalidWindowError, match="days cannot be looked ahead; 0 to 3,660 can"):
        changes_ahead(place(), MONDAY.date(), days)
    with pytest.raises(WrongTypeError, match="number of days is meant here, not str"):
        days_ahead(place(), MONDAY, "7")  # type: ignore[arg-type]


@given(st.data(), strategies.locations(timezones=st.just("America/New_York")), st.integers(0, 40))
def test_each_date_on_which_a_rule_holds_is_in_a_change(data: st.DataObject, location: Location, days: int):
    first = data.draw(st.dates(date(2024, 1, 1), date(2031, 1, 1)))
    changes = changes_ahead(location, first, days)
    end = first + timedelta(days)
    for number in range(days):
        day = first + timedelta(number)
        plan = location.plan_on(day)
        mine = [c for c in changes if c.first <= day <= (c.last or date.max)]
        own = [c for c in mine if isinstance(c.hours, DayHours)]
        seasons = [c for c in mine if isinstance(c.hours, WeeklyHours)]
        if own:
            assert [c.hours for c in own] == [plan.hours]
        elif seasons:
            assert [c.hours.days[day.weekday()] for c in seasons] == [plan.hours]
        else:
            assert plan.rule is None
            assert plan.hours == location.regular_hours.days[day.weekday()]
        assert bool(own) >= isinstance(plan.rule, SpecialHours)
        assert isinstance(plan.rule, SeasonalHours) <= bool(seasons)
    assert all(first <= c.first < end and (c.last is None or c.first <= c.last < end) for c in changes)
    assert [c.first for c in changes] == sorted(c.first for c in changes)


@given(st.data(), strategies.locations(timezones=st.sampled_from(["America/New_York", "Australia/Lord_Howe"])))
def test_the_range_that_is_told_to_run_is_of_the_state_that_holds(data: st.DataObject, location: Location):
    at = data.draw(st.datetimes(datetime(2024, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC)))
    ahead = days_ahead(location, at)
    running = [day.now for day in ahead if day.now]
    assert len(running) <= 1
    assert all(hours.state is location.status(at).state for hours in running)
    if location.status(at).state is State.CLOSED:
        assert not running
