"""The table "when the clocks change", by name: every expected instant is worked out by hand and written in UTC."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from clinic_hours import Break, DayHours, Location, Opening, SpecialHours, State


def place(timezone: str, regular_hours: str, **rules: object) -> Location:
    return Location(name="Office", timezone=timezone, regular_hours=regular_hours, **rules)


def opened(location: Location, start: str, end: str) -> list[str]:
    """The openings of a window, as texts in UTC."""
    found = location.openings(datetime.fromisoformat(start + "Z"), datetime.fromisoformat(end + "Z"), clip=False)
    return [
        " ".join(f"{edge.astimezone(UTC):%m-%dT%H:%M:%S}" if edge else "…" for edge in opening) for opening in found
    ]


HALF_AN_HOUR = timedelta(minutes=30)

# New York, 2026: 02:00 is 03:00 on 8 March (07:00 UTC), and 01:00 again on 1 November (06:00 UTC).

SPRING = ("2026-03-08T04:00", "2026-03-09T04:00")
AUTUMN = ("2026-11-01T03:00", "2026-11-02T05:00")


@pytest.mark.parametrize(
    ("hours", "day", "expected"),
    [
        ("Su 02:30-05:00", SPRING, ["03-08T07:00:00 03-08T09:00:00"]),
        ("Su 02:00-05:00", SPRING, ["03-08T07:00:00 03-08T09:00:00"]),
        ("Su 03:00-05:00", SPRING, ["03-08T07:00:00 03-08T09:00:00"]),
        ("Su 00:30-02:30", SPRING, ["03-08T05:30:00 03-08T07:00:00"]),
        ("Su 00:30-03:00", SPRING, ["03-08T05:30:00 03-08T07:00:00"]),
        ("Su 00:30-02:30,02:45-04:00", SPRING, ["03-08T05:30:00 03-08T08:00:00"]),
        ("Su 02:00-03:00", SPRING, []),
        ("Su 02:15-02:45", SPRING, []),
        ("Su 01:59-02:01", SPRING, ["03-08T06:59:00 03-08T07:00:00"]),
        ("Su 02:59-03:01", SPRING, ["03-08T07:00:00 03-08T07:01:00"]),
        ("Su 00:00-24:00", SPRING, ["03-08T05:00:00 03-09T04:00:00"]),
        ("Su 01:30-05:00", AUTUMN, ["11-01T05:30:00 11-01T10:00:00"]),
        ("Su 00:30-01:30", AUTUMN, ["11-01T04:30:00 11-01T05:30:00"]),
        ("Su 01:15-01:45", AUTUMN, ["11-01T05:15:00 11-01T05:45:00"]),
        ("Su 01:00-02:00", AUTUMN, ["11-01T05:00:00 11-01T07:00:00"]),
        ("Su 01:30-02:00", AUTUMN, ["11-01T05:30:00 11-01T07:00:00"]),
        ("Su 02:00-03:00", AUTUMN, ["11-01T07:00:00 11-01T08:00:00"]),
        ("Su 01:15-01:30,01:45-02:30", AUTUMN, ["11-01T05:15:00 11-01T05:30:00", "11-01T05:45:00 11-01T07:30:00"]),
        ("Su 00:00-24:00", AUTUMN, ["11-01T04:00:00 11-02T05:00:00"]),
    ],
)
def test_an_edge_in_a_gap_is_the_jump_and_in_an_overlap_the_first_occurrence(hours, day, expected):
    assert opened(place("America/New_York", hours), *day) == expected


def test_a_night_across_a_change_is_one_opening_of_seven_or_nine_hours():
    nights = place("America/New_York", "Sa 22:00-06:00")
    spring, autumn = (nights.next_opening(datetime(2026, month, day, tzinfo=UTC)) for month, day in ((3, 7), (10, 31)))
    assert (spring.duration, autumn.duration) == (timedelta(hours=7), timedelta(hours=9))


def test_a_closing_in_the_overlap_does_not_open_again():
    nights = place("America/New_York", "Sa 22:00-01:30")
    zone = nights.zone
    assert nights.is_open(datetime(2026, 11, 1, 1, 10, tzinfo=zone))
    assert not nights.is_open(datetime(2026, 11, 1, 1, 40, tzinfo=zone))
    assert not nights.is_open(datetime(2026, 11, 1, 1, 10, fold=1, tzinfo=zone))
    assert nights.next_closing(datetime(2026, 11, 1, tzinfo=zone)).astimezone(UTC) == datetime(
        2026, 11, 1, 5, 30, tzinfo=UTC
    )


def sunday(year: int, month: int, number: int) -> date:
    """The nth Sunday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=6 - first.weekday() + 7 * (number - 1))


@pytest.mark.parametrize("year", range(2015, 2037))
def test_every_year_has_its_gap_and_its_overlap(year: int):
    """Wherever the year lies in what is worked out together, and whatever changes are before it."""
    nights, zone = place("America/New_York", "Sa 22:00-01:30, Su 02:30-05:00"), ZoneInfo("America/New_York")
    day = sunday(year, 3, 2)
    three = datetime(day.year, day.month, day.day, 7, tzinfo=UTC)
    assert [nights.is_open(three + timedelta(minutes=minutes)) for minutes in (-31, -30, -1, 0, 119, 120)] == [
        *(True, False, False),
        *(True, True, False),
    ]
    assert nights.next_opening(three - HALF_AN_HOUR).start == three
    day = sunday(year, 11, 1)
    first, second = (datetime(day.year, day.month, day.day, 1, 10, fold=fold, tzinfo=zone) for fold in (0, 1))
    assert [nights.is_open(at) for at in (first, second)] == [True, False]
    assert [nights.is_open(at.astimezone(UTC)) for at in (first, second)] == [True, False]
    opens = datetime(day.year, day.month, day.day, 7, 30, tzinfo=UTC)
    assert nights.next_opening(second).start == nights.next_opening(first).start == opens
    assert nights.status(second).until == opens
    assert nights.previous_closing(second) == nights.next_closing(first)


@pytest.mark.parametrize("zone", ["UTC", "Europe/Paris", "Asia/Kathmandu", "America/New_York", "America/Havana"])
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (SPRING, ["2026-03-08T05:30 2026-03-08T06:30", "2026-03-08T07:00 2026-03-08T09:00"]),
        (AUTUMN, ["2026-11-01T04:30 2026-11-01T05:30", "2026-11-01T07:30 2026-11-01T10:00"]),
    ],
    ids=["spring", "autumn"],
)
def test_on_the_day_of_a_change_one_may_ask_from_anywhere_again_and_again(day, expected, zone):
    early = place("America/New_York", "Su 00:30-01:30,02:30-05:00")
    held = [tuple(datetime.fromisoformat(edge + "Z") for edge in row.split()) for row in expected]
    instants = [datetime.fromisoformat(day[0] + "Z") + HALF_AN_HOUR * step for step in range(-24, 72)]
    for _ in range(2):
        for at in instants:
            asked = at.astimezone(ZoneInfo(zone))
            assert early.is_open(asked) == any(start <= at < end for start, end in held)
            coming = [Opening(span) for span in held if span[0] > at]
            assert not coming or early.next_opening(asked) == coming[0]


def test_the_day_of_a_change_among_others_is_none_of_them():
    """A week is gone through by the wall clock, but for the one day on which it jumps."""
    for hours, edges in (("Mo-Su 02:30-05:00", ("07:00", "09:00")), ("Mo-Su 00:30-02:30", ("05:30", "07:00"))):
        early = place("America/New_York", hours)
        found = opened(early, "2026-03-05T00:00", "2026-03-12T00:00")
        week = early.openings(datetime(2026, 3, 5, tzinfo=UTC), datetime(2026, 3, 12, tzinfo=UTC))
        shown = [edge.isoformat() for each in week for edge in each]
        assert "2026-03-08T03:00:00-04:00" in shown, "no clock shows 02:00"
        assert [row for row in found if "03-08" in row] == [" ".join(f"03-08T{edge}:00" for edge in edges)]
        assert len(found) == 7
        start, end = (datetime.fromisoformat(f"2026-03-08T{edge}Z") for edge in edges)
        for _ in range(2):
            for hours_before in range(1, 23):
                coming = early.next_opening(start - timedelta(hours=hours_before))
                assert coming == Opening((start, end))
                assert [edge.isoformat() for edge in coming] == [
                    edge.astimezone(early.zone).isoformat() for edge in (start, end)
                ]
            assert early.current_opening(start) == early.previous_opening(end) == Opening((start, end))


class Timestamp(datetime):
    """A datetime of another library."""


def test_a_datetime_of_another_library_keeps_its_fold():
    nights = place("America/New_York", "Sa 22:00-01:30")
    first, second = (Timestamp(2026, 11, 1, 1, 10, 59, 999999, nights.zone, fold=fold) for fold in (0, 1))
    assert [nights.is_open(at) for at in (first, second)] == [True, False]
    assert [nights.status(at).is_open for at in (first, second)] == [True, False]


def test_a_break_in_the_overlap_lasts_until_its_end_is_first_shown():
    pause = Break("2026-11-01", "01:30-02:00", reason="Clocks")
    cut = place("America/New_York", "Su 00:00-04:00", breaks=[pause])
    assert opened(cut, *AUTUMN) == ["11-01T04:00:00 11-01T05:30:00", "11-01T07:00:00 11-01T09:00:00"]
    again = cut.status(datetime(2026, 11, 1, 1, 10, fold=1, tzinfo=cut.zone))
    assert (again.state, again.reason) == (State.CLOSED, "Clocks")


def test_a_break_in_the_gap_takes_nothing_away():
    cut = place("America/New_York", "Su 00:00-04:00", breaks=[Break("2026-03-08", "02:00-03:00")])
    assert opened(cut, *SPRING) == ["03-08T05:00:00 03-08T08:00:00"]
    assert cut.hours_on(date(2026, 3, 8)) == DayHours.parse("00:00-02:00,03:00-04:00")


@pytest.mark.parametrize(
    ("month", "day", "hours"), [(3, 8, 27), (11, 1, 29), (6, 7, 28)], ids=["spring", "autumn", "no change"]
)
def test_open_time_of_a_week_counts_the_hour_that_is_skipped_or_comes_twice(month: int, day: int, hours: int):
    early, zone = place("America/New_York", "Mo-Su 00:30-04:30"), ZoneInfo("America/New_York")
    start, end = (datetime(2026, month, day, tzinfo=zone) + timedelta(days=days) for days in (-3, 4))
    openings = list(early.openings(start, end))
    assert early.open_time(start, end) == sum((opening.duration for opening in openings), timedelta(0))
    assert early.open_time(start, end) == timedelta(hours=hours)
    assert early.add_open_time(start, timedelta(hours=hours)) == openings[-1].end
    assert early.add_open_time(start, timedelta(hours=hours) - HALF_AN_HOUR) == openings[-1].end - HALF_AN_HOUR


def test_a_window_from_the_first_to_the_second_of_two_like_times_is_an_hour():
    always, zone = place("America/New_York", "24/7"), ZoneInfo("America/New_York")
    first, second = (datetime(2026, 11, 1, 1, 30, fold=fold, tzinfo=zone) for fold in (0, 1))
    assert [opening.duration for opening in always.openings(first, second)] == [timedelta(hours=1)]
    assert always.open_time(first, second) == timedelta(hours=1)


def test_what_opens_at_the_jump_does_not_touch_a_window_that_ends_there():
    late = place("America/New_York", "Su 02:30-05:00")
    assert opened(late, "2026-03-08T05:00", "2026-03-08T07:00") == []


@pytest.mark.parametrize("fold", [0, 1])
def test_a_wall_time_that_never_was_is_asked_about_as_the_instant_it_stands_for(fold: int):
    """Python reads 00:23 in a gap at midnight as 23:23 the day before (fold=1) or as 01:23 (fold=0)."""
    office = place(
        "America/Havana",
        "Mo-Su 12:00-13:00",
        special_hours=[SpecialHours("2026-03-07", "23:30-24:00"), SpecialHours("2026-03-08", "00:30-01:30 unknown")],
    )
    never = datetime(2026, 3, 8, 0, 23, fold=fold, tzinfo=office.zone)
    expected = [datetime(2026, 3, 9, 12, tzinfo=office.zone), datetime(2026, 3, 7, 23, 30, tzinfo=office.zone)][fold]
    assert office.next_opening(datetime(2026, 3, 8, 6, tzinfo=office.zone)).start == datetime(
        2026, 3, 9, 12, tzinfo=office.zone
    )
    assert office.next_opening(never).start == expected
    assert office.is_open(never) is False


def test_a_wall_time_that_never_was_is_not_taken_for_a_day_known_to_be_empty():
    """Once it is known that nothing opens from 8 March on, 00:23 on it may still stand for 23:23 on the 7th."""
    once = place("America/Havana", "off", special_hours=[SpecialHours("2026-03-07", "23:30-24:00")])
    assert once.next_opening(datetime(2026, 3, 8, 6, tzinfo=once.zone)) is None
    never = datetime(2026, 3, 8, 0, 23, fold=1, tzinfo=once.zone)
    assert once.next_opening(never).start == datetime(2026, 3, 7, 23, 30, tzinfo=once.zone)


# Midnight in a gap or an overlap


def test_havana_a_midnight_in_the_gap():
    """00:00 is 01:00 on 8 March 2026 (05:00 UTC)."""
    day = ("2026-03-07T12:00", "2026-03-08T16:00")
    assert opened(place("America/Havana", "Su 00:00-02:00"), *day) == ["03-08T05:00:00 03-08T06:00:00"]
    assert opened(place("America/Havana", "Sa 22:00-24:00"), *day) == ["03-08T03:00:00 03-08T05:00:00"]
    assert opened(place("America/Havana", "Sa 22:00-00:30"), *day) == ["03-08T03:00:00 03-08T05:00:00"]
    assert opened(place("America/Havana", "Sa 22:00-24:00; Su 00:30-02:00"), *day) == ["03-08T03:00:00 03-08T06:00:00"]
    assert opened(place("America/Havana", "Su 00:00-01:00"), *day) == []


def test_havana_a_midnight_that_comes_twice():
    """01:00 is 00:00 again on 1 November 2026 (05:00 UTC)."""
    day = ("2026-10-31T12:00", "2026-11-01T16:00")
    assert opened(place("America/Havana", "Sa 22:00-24:00"), *day) == ["11-01T02:00:00 11-01T04:00:00"]
    assert opened(place("America/Havana", "Su 00:00-00:30"), *day) == ["11-01T04:00:00 11-01T04:30:00"]
    assert opened(place("America/Havana", "Su 00:00-01:00"), *day) == ["11-01T04:00:00 11-01T06:00:00"]


def test_cairo_the_last_hour_of_a_day_comes_twice():
    """24:00 on Thursday 29 October 2026 is 23:00 again (21:00 UTC), so Friday begins an hour later."""
    day = ("2026-10-29T12:00", "2026-10-30T12:00")
    assert opened(place("Africa/Cairo", "Th 22:00-24:00"), *day) == ["10-29T19:00:00 10-29T22:00:00"]
    assert opened(place("Africa/Cairo", "Th 23:30-24:00"), *day) == ["10-29T20:30:00 10-29T22:00:00"]
    assert opened(place("Africa/Cairo", "Th 22:00-23:30"), *day) == ["10-29T19:00:00 10-29T20:30:00"]
    assert opened(place("Africa/Cairo", "Fr 00:00-01:00"), *day) == ["10-29T22:00:00 10-29T23:00:00"]


def test_cairo_a_day_that_begins_at_one():
    """00:00 on Friday 24 April 2026 is 01:00 (22:00 UTC)."""
    day = ("2026-04-23T12:00", "2026-04-24T12:00")
    assert opened(place("Africa/Cairo", "Fr 00:00-03:00"), *day) == ["04-23T22:00:00 04-24T00:00:00"]
    assert opened(place("Africa/Cairo", "Th 22:00-24:00"), *day) == ["04-23T20:00:00 04-23T22:00:00"]


def test_st_johns_tomorrow_begins_at_the_first_midnight():
    """One minute past midnight on 30 October 1988 (01:31 UTC) it was 22:01 on the 29th again."""
    night = ("1988-10-29T12:00", "1988-10-30T12:00")
    assert opened(place("America/St_Johns", "Su 00:00-02:00"), *night) == ["10-30T01:30:00 10-30T05:30:00"]
    assert opened(place("America/St_Johns", "Sa 22:30-23:30"), *night) == ["10-30T00:00:00 10-30T01:00:00"]
    assert opened(place("America/St_Johns", "Sa 22:30-24:00"), *night) == ["10-30T00:00:00 10-30T01:30:00"]
    assert opened(place("America/St_Johns", "Su 00:01-02:00"), *night) == ["10-30T03:31:00 10-30T05:30:00"]


def test_st_johns_the_reason_is_that_of_the_day_that_has_begun():
    sunday = SpecialHours("1988-10-30", reason="Sunday's reason")
    location = place("America/St_Johns", "Sa 09:00-12:00", special_hours=[sunday])
    eleven = [datetime(1988, 10, 29, 23, fold=fold, tzinfo=location.zone) for fold in (0, 1)]
    assert [location.status(at).reason for at in eleven] == ["", "Sunday's reason"]


# A date that never was, and one that was twice


def test_apia_skipped_a_friday():
    """Thursday 29 December 2011 was followed by Saturday the 31st (10:00 UTC on the 30th)."""
    days = ("2011-12-29T12:00", "2011-12-31T12:00")
    assert opened(place("Pacific/Apia", "Fr 09:00-17:00"), *days) == []
    assert opened(place("Pacific/Apia", "Fr 00:00-24:00"), *days) == []
    assert opened(place("Pacific/Apia", "Th 22:00-02:00"), *days) == ["12-30T08:00:00 12-30T10:00:00"]
    assert opened(place("Pacific/Apia", "Fr 22:00-02:00"), *days) == ["12-30T10:00:00 12-30T12:00:00"]
    assert opened(place("Pacific/Apia", "Th 22:00-24:00; Sa 00:00-02:00"), *days) == ["12-30T08:00:00 12-30T12:00:00"]
    assert opened(place("Pacific/Apia", "24/7"), *days) == ["… …"]
    assert place("Pacific/Apia", "Fr 09:00-17:00").hours_on(date(2011, 12, 30)) == DayHours.parse("09:00-17:00")


def test_kwajalein_skipped_a_saturday():
    """Friday 20 August 1993 was followed by Sunday the 22nd (12:00 UTC on the 21st)."""
    days = ("1993-08-21T00:00", "1993-08-22T00:00")
    assert opened(place("Pacific/Kwajalein", "Sa 08:00-12:00"), *days) == []
    assert opened(place("Pacific/Kwajalein", "Fr 18:00-24:00"), *days) == ["08-21T06:00:00 08-21T12:00:00"]


def test_juneau_had_a_friday_twice():
    """On 19 October 1867 at 15:33:32 (00:31:13 UTC) it was 15:33:32 on the 18th again, when Alaska was sold."""
    days = ("1867-10-17T12:00", "1867-10-20T00:00")
    assert opened(place("America/Juneau", "Fr 20:00-21:00"), *days) == ["10-18T04:57:41 10-18T05:57:41"]
    assert opened(place("America/Juneau", "Sa 10:00-12:00"), *days) == ["10-18T18:57:41 10-18T20:57:41"]
    assert opened(place("America/Juneau", "Sa 15:00-16:00"), *days) == ["10-18T23:57:41 10-20T00:57:41"]


# Changes that are not of an hour


def test_lord_howe_half_an_hour():
    """02:00 is 02:30 on 4 October 2026 (15:30 UTC on the 3rd), and 01:30 again on 5 April (15:00 UTC on the 4th)."""
    spring, autumn = ("2026-10-03T13:00", "2026-10-04T12:00"), ("2026-04-04T13:00", "2026-04-05T12:00")
    assert opened(place("Australia/Lord_Howe", "Su 02:10-05:00"), *spring) == ["10-03T15:30:00 10-03T18:00:00"]
    assert opened(place("Australia/Lord_Howe", "Su 02:00-02:30"), *spring) == []
    assert opened(place("Australia/Lord_Howe", "Su 01:45-03:00"), *autumn) == ["04-04T14:45:00 04-04T16:30:00"]
    assert opened(place("Australia/Lord_Howe", "Su 01:30-01:45"), *autumn) == ["04-04T14:30:00 04-04T14:45:00"]


def test_monrovia_44_minutes_and_30_seconds():
    """00:00 on 7 January 1972 was 00:44:30 (00:44:30 UTC)."""
    night = ("1972-01-06T12:00", "1972-01-07T12:00")
    assert opened(place("Africa/Monrovia", "Fr 00:30-02:00"), *night) == ["01-07T00:44:30 01-07T02:00:00"]
    assert opened(place("Africa/Monrovia", "Th 23:00-00:44"), *night) == ["01-06T23:44:30 01-07T00:44:30"]
    assert opened(place("Africa/Monrovia", "Fr 00:00-00:44"), *night) == []
    assert opened(place("Africa/Monrovia", "Fr 00:44-00:45"), *night) == ["01-07T00:44:30 01-07T00:45:00"]


def test_monrovia_an_offset_with_seconds():
    """Until then noon in Monrovia was at 12:44:30 UTC."""
    mondays = place("Africa/Monrovia", "Mo 12:00-13:00")
    assert opened(mondays, "1971-01-04T00:00", "1971-01-05T00:00") == ["01-04T12:44:30 01-04T13:44:30"]
    noon = datetime(1971, 1, 4, 12, 44, 30, tzinfo=UTC)
    assert [mondays.is_open(noon + timedelta(microseconds=step)) for step in (-1, 0)] == [False, True]
