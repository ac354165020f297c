"""Never, always, and what is far away: `None` is a proved answer, and Python's calendar is the only horizon."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest

from clinic_hours import Break, Location, Opening, SeasonalHours, SpecialHours, State

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def place(regular_hours: str = "off", timezone: str = "UTC", **rules: object) -> Location:
    return Location(name="Office", timezone=timezone, regular_hours=regular_hours, **rules)


NEVER = {
    "off": place(),
    "every day overridden closed": place("Mo-Su 08:00-17:00", special_hours=[SpecialHours("01-01/12-31")]),
    "closed every day by a recurrence": place("24/7", special_hours=[SpecialHours("RRULE:FREQ=DAILY")]),
    "closed since the first of days": place("Mo-Su 08:00-17:00", special_hours=[SpecialHours("0001-01-01/..")]),
    "closed on every weekday": place(
        "Mo-Fr 08:00-17:00", special_hours=[SpecialHours("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")]
    ),
    "a season that never opens": place("24/7", seasonal_hours=[SeasonalHours("0001-01-01/..", "off")]),
    "a break that lasts all day": place("24/7", breaks=[Break("RRULE:FREQ=DAILY", "00:00-24:00")]),
    "by appointment only": place('Mo-Fr 08:00-17:00 unknown "by appointment"'),
    "on a date that no year has": place(
        special_hours=[SpecialHours("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "08:00-17:00")]
    ),
    "on an Easter in July": place(
        special_hours=[SpecialHours("RRULE:FREQ=YEARLY;BYMONTH=7;BYEASTER=0", "08:00-17:00")]
    ),
    "on every other day, which breaks take out": place(
        special_hours=[SpecialHours("DTSTART:20240101 RRULE:FREQ=DAILY;INTERVAL=2", "12:00-13:00")],
        breaks=[Break("RRULE:FREQ=DAILY", "11:00-14:00")],
    ),
}


@pytest.mark.parametrize("location", NEVER.values(), ids=NEVER.keys())
@pytest.mark.parametrize("at", [FIRST, NOW, LAST], ids=["first", "now", "last"])
def test_never_open_is_none_and_empty(location: Location, at: datetime):
    assert not location.is_open(at)
    assert location.current_opening(at) is None
    assert location.next_opening(at) is None
    assert location.opening_at_or_after(at) is None
    assert location.previous_opening(at) is None
    assert location.next_closing(at) is None
    assert location.previous_closing(at) is None
    assert location.add_open_time(at, HOUR) is None
    assert location.status(at).next_opening is None


@pytest.mark.parametrize("location", NEVER.values(), ids=NEVER.keys())
def test_never_open_has_no_openings_and_no_open_time(location: Location):
    assert list(location.openings(FIRST, LAST)) == []
    assert location.open_time(FIRST, LAST) == timedelta(0)


ALWAYS = {
    "24/7": place("24/7", "America/New_York"),
    "a range for each day": place("Mo-Su 00:00-24:00", "America/New_York"),
    "nights and days": place("Mo-Su 20:00-08:00,08:00-20:00", "America/New_York"),
    "a season for ever": place("off", "America/New_York", seasonal_hours=[SeasonalHours("0001-01-01/..", "24/7")]),
    "special hours every day": place(
        "off", "America/New_York", special_hours=[SpecialHours("RRULE:FREQ=DAILY", "00:00-24:00")]
    ),
}


@pytest.mark.parametrize("location", [ALWAYS[name] for name in ALWAYS if name != "nights and days"])
@pytest.mark.parametrize("at", [FIRST, NOW, LAST], ids=["first", "now", "last"])
def test_always_open_is_one_interval_without_ends(location: Location, at: datetime):
    assert location.is_open(at)
    opening = location.current_opening(at)
    assert opening == location.opening_at_or_after(at)
    assert (opening.start, opening.end, opening.duration) == (None, None, timedelta.max)
    assert location.next_opening(at) is None
    assert location.previous_opening(at) is None
    assert location.next_closing(at) is None
    assert location.previous_closing(at) is None
    status = location.status(at)
    assert (status.state, status.since, status.until, status.next_opening) == (State.OPEN, None, None, None)


def test_nights_and_days_are_always_but_for_the_first_night():
    """The year 1 begins with a tail of a night that no calendar has."""
    opening = ALWAYS["nights and days"].current_opening(NOW)
    assert opening.start == datetime(1, 1, 1, 8, tzinfo=ZoneInfo("America/New_York"))
    assert opening.end is None


@pytest.mark.parametrize("location", ALWAYS.values(), ids=ALWAYS.keys())
def test_always_open_is_clipped_to_its_window_and_counted_in_real_time(location: Location):
    start, end = datetime(2026, 3, 8, 5, tzinfo=UTC), datetime(2026, 3, 9, 4, tzinfo=UTC)
    assert [tuple(opening) for opening in location.openings(start, end)] == [(start, end)]
    assert location.open_time(start, end) == 23 * HOUR
    assert location.add_open_time(start, 23 * HOUR) == end
    assert list(location.openings(start, end, state="closed")) == []


# Far ahead, and far back


def special(dates: str) -> Location:
    return place(special_hours=[SpecialHours(dates, "10:00-12:00")])


@pytest.mark.parametrize(
    ("dates", "at", "before", "after"),
    [
        ("2028-04-24", (2026, 11, 23), None, (2028, 4, 24)),
        ("2028-04-24", (2028, 4, 25), (2028, 4, 24), None),
        # 29 February is a Monday every 28 years, but not where a century has no leap year.
        ("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", (2016, 3, 1), (2016, 2, 29), (2044, 2, 29)),
        ("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", (2072, 3, 1), (2072, 2, 29), (2112, 2, 29)),
        ("02-29", (2096, 3, 1), (2096, 2, 29), (2104, 2, 29)),
        # 7,000 days are 19 years, five of them leap years, and 60 days.
        ("DTSTART:20260105 RRULE:FREQ=WEEKLY;INTERVAL=1000", (2026, 1, 6), (2026, 1, 5), (2045, 3, 6)),
        ("DTSTART:20000229 RRULE:FREQ=YEARLY;INTERVAL=400", (2000, 3, 1), (2000, 2, 29), (2400, 2, 29)),
        ("DTSTART:20000229 RRULE:FREQ=YEARLY;INTERVAL=7000", (2000, 3, 1), (2000, 2, 29), None),
        # Easter Sunday is as early as 22 March in 1818 and in 2285.
        ("RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=22;BYEASTER=0", (2026, 1, 1), (1818, 3, 22), (2285, 3, 22)),
        ("0001-01-02", (9999, 1, 1), (1, 1, 2), None),
        ("9999-12-31", (1, 1, 1), None, (9999, 12, 31)),
    ],
)
def test_one_opening_far_away(dates: str, at: tuple[int, int, int], before: object, after: object):
    location, now = special(dates), datetime(*at, tzinfo=UTC)
    gone, coming = location.previous_opening(now), location.next_opening(now)
    assert (gone and gone.start) == (before and datetime(*before, 10, tzinfo=UTC))
    assert (coming and coming.end) == (after and datetime(*after, 12, tzinfo=UTC))
    assert location.next_closing(now) == (coming and coming.end)
    assert location.status(now).until == (coming and coming.start)
    assert location.status(now).since == (gone and gone.end)


@pytest.mark.parametrize("state", ["open", "by_appointment", "unknown"])
def test_one_whole_day_of_any_state_far_away(state: str):
    """Beyond the weeks that are looked at day by day, and the years that are looked at together."""
    far = place(special_hours=[SpecialHours("2426-11-23", {"opens": "00:00", "closes": "24:00", "state": state})])
    whole = (datetime(2426, 11, 23, tzinfo=UTC), datetime(2426, 11, 24, tzinfo=UTC))
    assert [tuple(found) for found in far.openings(FIRST, LAST, state=state)] == [whole]
    assert far.status(NOW).until == far.status(LAST).since - DAY == whole[0]
    assert far.next_closing(NOW) == (whole[1] if state == "open" else None)
    assert far.previous_closing(LAST) == (whole[1] if state == "open" else None)


def test_one_closed_day_far_away_is_a_closed_stretch():
    far = place("24/7", special_hours=[SpecialHours("2426-11-23")])
    closed = (datetime(2426, 11, 23, tzinfo=UTC), datetime(2426, 11, 24, tzinfo=UTC))
    assert [tuple(found) for found in far.openings(FIRST, LAST, state="closed")] == [closed]
    assert far.previous_opening(LAST) == Opening((None, closed[0]))
    assert far.next_opening(NOW) == Opening((closed[1], None))


def test_one_hour_that_a_break_takes_far_away_is_a_closed_stretch():
    far = place("24/7", breaks=[Break("2426-11-23", "12:00-13:00")])
    closed = (datetime(2426, 11, 23, 12, tzinfo=UTC), datetime(2426, 11, 23, 13, tzinfo=UTC))
    assert [tuple(found) for found in far.openings(FIRST, LAST, state="closed")] == [closed]
    assert (far.next_closing(NOW), far.previous_closing(LAST)) == (closed[0], closed[0])


def test_what_lies_far_away_in_a_gap_of_the_clock_never_opens():
    """On 10 March 2030 in New York 02:00 is 03:00."""
    zone = ZoneInfo("America/New_York")
    gap, later = SpecialHours("2030-03-10", "02:15-02:45"), SpecialHours("2031-03-10", "02:15-02:45")
    never, once = (place("off", "America/New_York", special_hours=rules) for rules in ([gap], [gap, later]))
    assert (never.next_opening(NOW), never.previous_opening(LAST)) == (None, None)
    assert list(never.openings(FIRST, LAST)) == []
    opens = datetime(2031, 3, 10, 2, 15, tzinfo=zone)
    assert once.next_opening(NOW).start == once.previous_opening(LAST).start == opens
    assert once.previous_opening(opens) is None


def test_closed_on_all_mondays_but_one_in_28_years():
    location = place(
        "Mo 08:00-17:00",
        special_hours=[SpecialHours(f"RRULE:FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, range(1, 29)))},30,31")],
        seasonal_hours=[SeasonalHours("03-01/01-31", "off")],
    )
    assert location.next_opening(datetime(2016, 3, 1, tzinfo=UTC)).start == datetime(2044, 2, 29, 8, tzinfo=UTC)
    assert location.previous_opening(datetime(2044, 2, 29, tzinfo=UTC)).end == datetime(2016, 2, 29, 17, tzinfo=UTC)


def test_open_until_one_day_far_away():
    location = place("24/7", special_hours=[SpecialHours("2426-11-23", reason="Renovation")])
    assert location.next_closing(NOW) == datetime(2426, 11, 23, tzinfo=UTC)
    assert location.next_opening(NOW).start == datetime(2426, 11, 24, tzinfo=UTC)
    assert location.current_opening(datetime(2500, 1, 1, tzinfo=UTC)).end is None
    assert location.add_open_time(NOW, timedelta(days=365 * 500)) == datetime(2526, 7, 26, 12, tzinfo=UTC)


def test_easter_monday_is_found_from_far_away():
    location = special("easter+1")
    assert location.next_opening(datetime(2026, 4, 7, tzinfo=UTC)).start == datetime(2027, 3, 29, 10, tzinfo=UTC)
    assert location.previous_opening(FIRST) is None
    assert location.next_opening(LAST) is None
    assert location.next_opening(FIRST).start.year == 1


@pytest.mark.holidays
def test_a_holiday_calendar_ends_and_the_answer_is_none():
    pytest.importorskip("holidays")
    location = special("US: Christmas Day")
    last = location.previous_opening(LAST)
    assert last.start.replace(year=2026) == datetime(2026, 12, 25, 10, tzinfo=UTC)
    assert location.next_opening(last.end) is None
    assert location.next_opening(datetime(9000, 1, 1, tzinfo=UTC)) is None
    assert location.previous_opening(FIRST + timedelta(days=365)) is None


def test_the_search_remembers_what_it_knows_in_both_directions():
    """The same proof from other days, nearer and farther, forward and back, gives the same answer."""
    location = special("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO")
    first, second = (datetime(year, 2, 29, 10, tzinfo=UTC) for year in (2016, 2044))
    for year in (2030, 2020, 2040, 2017, 2043, 2016):
        at = datetime(year, 3, 1, tzinfo=UTC)
        assert location.next_opening(at).start == second
        assert location.previous_opening(at).start == first
        assert location.next_opening(at).start == second


@pytest.mark.parametrize("zone", [UTC, ZoneInfo("America/New_York"), timezone(9 * HOUR)], ids=str)
def test_days_known_to_be_empty_are_no_others(zone: tzinfo):
    """However one asks before, in and after the days between two openings, each answer is that of a fresh location."""
    dates = ("2026-11-23", "2028-04-24", "2028-05-24")
    location = place(special_hours=[SpecialHours(day, "10:00-12:00") for day in dates])
    starts = [datetime.fromisoformat(f"{day}T10:00:00+00:00") for day in dates]
    asked = [
        start + hours * HOUR for start in starts for hours in (-24 * 400, -24, -11, -10, -1, 0, 1, 3, 14, 24, 24 * 20)
    ]
    for at in (*asked, *reversed(asked), *asked[::3]):
        found = location.next_opening(at.astimezone(zone))
        assert (found and found.start) == next((start for start in starts if start > at), None)


def test_a_date_beside_a_far_one_is_asked_on_its_own():
    location = special("2028-04-24")
    assert location.hours_on(date(2028, 4, 24)) == location.special_hours[0].hours
    assert not location.hours_on(date(2028, 4, 25))
