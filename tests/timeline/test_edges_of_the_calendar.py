"""The years 1 and 9999, both edges, in zones east and west of Greenwich: exact, or `None`, and never an exception."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from clinic_hours import Break, DayHours, Location, Opening, SpecialHours, State

FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
HOUR = timedelta(hours=1)
ZONES = ("UTC", "Etc/GMT+12", "Etc/GMT-14", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati")


def place(timezone: str, regular_hours: str) -> Location:
    return Location(name="Office", timezone=timezone, regular_hours=regular_hours)


def wall(timezone: str, *fields: int) -> datetime:
    return datetime(*fields, tzinfo=ZoneInfo(timezone))


@pytest.mark.parametrize("zone", ZONES)
def test_the_first_day(zone: str):
    office, first = place(zone, "Mo-Su 08:00-17:00"), wall(zone, 1, 1, 1)
    opening = office.next_opening(first)
    assert tuple(opening) == (wall(zone, 1, 1, 1, 8), wall(zone, 1, 1, 1, 17))
    assert office.opening_at_or_after(wall(zone, 1, 1, 1, 9)) == opening
    assert office.previous_opening(first) is None
    assert office.previous_closing(wall(zone, 1, 1, 1, 16)) is None
    assert office.previous_opening(wall(zone, 1, 1, 2)) == opening
    status = office.status(first)
    assert (status.state, status.since, status.until) == (State.CLOSED, None, wall(zone, 1, 1, 1, 8))
    assert office.open_time(first, wall(zone, 1, 1, 3)) == 18 * HOUR
    assert list(office.openings(first, wall(zone, 1, 1, 2))) == [opening]
    assert office.add_open_time(first, HOUR) == wall(zone, 1, 1, 1, 9)


@pytest.mark.parametrize("zone", ZONES)
def test_the_last_day(zone: str):
    office, last = place(zone, "Mo-Su 08:00-17:00"), wall(zone, 9999, 12, 31, 23, 59, 59, 999999)
    opening = office.previous_opening(last)
    assert tuple(opening) == (wall(zone, 9999, 12, 31, 8), wall(zone, 9999, 12, 31, 17))
    assert office.next_opening(last) is None
    assert office.next_closing(wall(zone, 9999, 12, 31, 17)) is None
    assert office.next_opening(wall(zone, 9999, 12, 31)) == opening
    status = office.status(last)
    assert (status.state, status.since, status.until) == (State.CLOSED, wall(zone, 9999, 12, 31, 17), None)
    assert office.open_time(wall(zone, 9999, 12, 30), last) == 18 * HOUR
    assert list(office.openings(wall(zone, 9999, 12, 31), last)) == [opening]
    assert office.add_open_time(wall(zone, 9999, 12, 31), HOUR) == wall(zone, 9999, 12, 31, 9)
    assert office.add_open_time(wall(zone, 9999, 12, 31), 10 * HOUR) is None


@pytest.mark.parametrize("zone", ZONES)
def test_a_night_over_the_edge(zone: str):
    nights = place(zone, "Mo-Su 22:00-02:00")
    assert not nights.is_open(wall(zone, 1, 1, 1, 1))
    assert nights.next_opening(wall(zone, 1, 1, 1)).start == wall(zone, 1, 1, 1, 22)
    last = nights.current_opening(wall(zone, 9999, 12, 31, 23))
    assert tuple(last) == (wall(zone, 9999, 12, 31, 22), None)
    assert last.duration == timedelta.max
    assert nights.next_opening(wall(zone, 9999, 12, 31, 12)) == last
    assert nights.next_closing(wall(zone, 9999, 12, 31, 12)) is None
    assert nights.status(wall(zone, 9999, 12, 31, 23)).until is None


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("at", [FIRST, LAST], ids=["first", "last"])
@pytest.mark.parametrize("hours", ["24/7", "Mo-Su 08:00-17:00", "Mo-Su 22:00-02:00", "off"])
def test_the_first_and_last_instants_of_utc_are_answered_in_every_zone(zone: str, at: datetime, hours: str):
    office = place(zone, hours)
    opening = office.current_opening(at)
    assert office.is_open(at) == (opening is not None) == (office.status(at).state is State.OPEN)
    assert office.opening_at_or_after(at) == (opening or office.next_opening(at))
    assert office.previous_closing(FIRST) is None
    assert office.next_opening(LAST) is None or office.next_opening(LAST).start > LAST
    assert list(office.openings(at, at)) == []


@pytest.mark.parametrize("zone", ZONES)
def test_open_time_passes_where_utc_is_beyond_the_calendar(zone: str):
    always = place(zone, "24/7")
    noon = wall(zone, 9999, 12, 31, 12)
    assert always.add_open_time(noon, 11 * HOUR) == wall(zone, 9999, 12, 31, 23)
    assert always.add_open_time(wall(zone, 1, 1, 1), HOUR) == wall(zone, 1, 1, 1, 1)
    assert always.add_open_time(noon, 13 * HOUR) is None
    assert always.open_time(noon, wall(zone, 9999, 12, 31, 23)) == 11 * HOUR
    assert [opening.duration for opening in always.openings(noon, wall(zone, 9999, 12, 31, 23))] == [11 * HOUR]


@pytest.mark.parametrize("zone", ZONES)
def test_differences_where_utc_is_beyond_the_calendar(zone: str):
    always, office = place(zone, "24/7"), place(zone, "Mo-Su 08:00-17:00")
    first = [tuple(found) for found in always.differs_from(office, wall(zone, 1, 1, 1), wall(zone, 1, 1, 2))]
    assert first == [
        (wall(zone, 1, 1, 1), wall(zone, 1, 1, 1, 8)),
        (wall(zone, 1, 1, 1, 17), wall(zone, 1, 1, 2)),
    ]
    last = [
        tuple(found) for found in always.differs_from(office, wall(zone, 9999, 12, 31), wall(zone, 9999, 12, 31, 23))
    ]
    assert last == [
        (wall(zone, 9999, 12, 31), wall(zone, 9999, 12, 31, 8)),
        (wall(zone, 9999, 12, 31, 17), wall(zone, 9999, 12, 31, 23)),
    ]


def test_the_whole_calendar_is_a_window():
    assert place("UTC", "24/7").open_time(FIRST, LAST) == LAST - FIRST
    assert [tuple(opening) for opening in place("UTC", "24/7").openings(FIRST, LAST)] == [(FIRST, LAST)]
    once = place("UTC", "off").with_special("2026-11-23", "08:00-09:00")
    assert once.open_time(FIRST, LAST) == HOUR
    assert [opening.duration for opening in once.openings(FIRST, LAST)] == [HOUR]


@pytest.mark.parametrize("zone", ZONES)
def test_the_first_and_the_last_night_have_their_reasons_and_breaks(zone: str):
    nights = Location(
        name="Office",
        timezone=zone,
        regular_hours="off",
        special_hours=[
            SpecialHours("0001-01-01", '20:00-03:00 open "bell"', reason="First"),
            SpecialHours("9999-12-30", '20:00-03:00 open "bell"', reason="Last"),
            SpecialHours("9999-12-31", "22:00-24:00", reason="End"),
        ],
        breaks=[
            Break("0001-01-01", "23:00-01:00", reason="Break"),
            Break("9999-12-31", "01:00-02:00", reason="Break"),
            Break("9999-12-31", "23:00-24:00", reason="Break"),
        ],
    )
    told = [nights.status(wall(zone, 1, 1, *at)) for at in ((1, 22), (1, 23), (2, 0), (2, 1), (2, 3))]
    assert [status.reason for status in told] == ["First", "Break", "Break", "First", ""]
    assert [status.note for status in told] == ["bell", "", "", "bell", ""]
    told = [
        nights.status(wall(zone, 9999, 12, *at)) for at in ((30, 20), (31, 0), (31, 1), (31, 2), (31, 22), (31, 23))
    ]
    assert [status.reason for status in told] == ["Last", "Last", "Break", "Last", "End", "Break"]
    assert [status.is_open for status in told] == [True, True, False, True, True, False]
    days = [date(1, 1, 1), date(1, 1, 2), date(9999, 12, 30), date(9999, 12, 31)]
    assert [",".join(f"{r.opens:%H}-{r.closes:%H}" for r in nights.hours_on(day)) for day in days] == [
        "20-23",
        "01-03",
        "20-01",
        "02-03,22-23",
    ]


@pytest.mark.parametrize("zone", ZONES)
def test_the_first_day_has_no_break_of_a_day_before_it(zone: str):
    """Each break lasts until 11:00 of the next day, so that nothing opens after the first one."""
    mornings = place(zone, "Mo-Su 00:00-11:00").replace(breaks=[Break("RRULE:FREQ=DAILY", "12:00-11:00")])
    only = Opening((None, wall(zone, 1, 1, 1, 11)))
    assert mornings.current_opening(wall(zone, 1, 1, 1, 10)) == only
    assert (
        mornings.previous_opening(wall(zone, 2026, 11, 23))
        == mornings.previous_opening(wall(zone, 1, 1, 1, 11))
        == only
    )
    assert mornings.next_opening(wall(zone, 1, 1, 1, 10)) is None
    assert mornings.open_time(wall(zone, 1, 1, 1), wall(zone, 2026, 11, 23)) == 11 * HOUR


@pytest.mark.parametrize("day", [date.min, date.max], ids=str)
def test_the_first_and_last_dates_have_hours(day: date):
    assert place("UTC", "Mo-Su 22:00-02:00").hours_on(day) == DayHours.parse("22:00-02:00")
