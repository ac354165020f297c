"""When two doors disagree, and in how few lines it is said."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import Break, Location, SeasonalHours, SpecialHours, strategies
from clinic_hours.cli.comparing import differences, told
from clinic_hours.cli.pairing import paired
from clinic_hours.location import Door

YORK = ZoneInfo("America/New_York")
FIRST, LAST = date(2026, 12, 1), date(2027, 11, 30)


def office(hours: str, **fields: object) -> Location:
    return Location(
        name="Office", timezone=str(fields.pop("timezone", "America/New_York")), regular_hours=hours, **fields
    )


def lines(a: Door, b: Door, first: date = FIRST, last: date = LAST) -> list[str]:
    edges = (datetime.combine(day, time(0), a.zone) for day in (first, last + timedelta(days=1)))
    return told(differences(a, b, *edges))


WEEK = "Mo-Fr 08:00-16:00"


def test_what_agrees_is_no_line():
    assert lines(office(WEEK), office("Mo-Fr 08:00-12:00,12:00-16:00")) == []


def test_one_date_is_told_by_itself():
    eve = office(WEEK, special_hours=[SpecialHours("2026-12-24", "08:00-12:00")])
    assert lines(office(WEEK), eve) == ["Thu 2026-12-24 12:00-16:00: open in A, closed in B"]
    assert lines(eve, office(WEEK)) == ["Thu 2026-12-24 12:00-16:00: closed in A, open in B"]


def test_what_comes_every_week_is_one_line():
    assert lines(office(WEEK), office("Mo-Th 08:00-16:00; Fr 08:00-15:00")) == [
        "every Fri 15:00-16:00 (52 times, 2026-12-04 to 2027-11-26): open in A, closed in B"
    ]


def test_days_of_the_week_that_are_alike_are_one_line():
    assert lines(office(WEEK), office("Mo-We,Fr 08:00-15:00; Th 08:00-16:00")) == [
        "every Mon-Wed, Fri 15:00-16:00 (209 times, 2026-12-01 to 2027-11-30): open in A, closed in B"
    ]
    assert lines(office(WEEK), office("Mo-Fr 08:00-16:00; Sa,Su 09:00-12:00"), FIRST, date(2026, 12, 31)) == [
        "every Sat, Sun 09:00-12:00 (8 times, 2026-12-05 to 2026-12-27): closed in A, open in B"
    ]


def test_few_weeks_that_are_left_out_are_named_and_many_are_not():
    fridays = office("Mo-Th 08:00-16:00; Fr 08:00-15:00")
    christmas = [SpecialHours("2026-12-25"), SpecialHours("2027-01-01")]
    assert lines(office(WEEK, special_hours=christmas), fridays.replace(special_hours=christmas)) == [
        "every Fri 15:00-16:00 but 2026-12-25, 2027-01-01 (50 times, 2026-12-04 to 2027-11-26): open in A, closed in B"
    ]
    first = [SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=1FR")]
    assert lines(office(WEEK, special_hours=first), fridays.replace(special_hours=first)) == [
        "Fri 15:00-16:00 (40 times, 2026-12-11 to 2027-11-26): open in A, closed in B"
    ]


def test_three_weeks_left_out_are_named_and_four_are_not():
    fridays = office("Mo-Th 08:00-16:00; Fr 08:00-15:00")
    for number, every in ((3, "every "), (4, "")):
        closed = [SpecialHours(date(2027, 1, 1) + timedelta(days=14 * each)) for each in range(number)]
        (line,) = lines(office(WEEK, special_hours=closed), fridays.replace(special_hours=closed))
        assert line.startswith(f"{every}Fri 15:00-16:00{' but 2027-01-01, 2027-01-15, 2027-01-29' * bool(every)} (")


def test_what_comes_every_month_is_one_line():
    second = [SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=2SA", "09:00-12:00")]
    assert lines(office(WEEK), office(WEEK, special_hours=second)) == [
        "Sat 09:00-12:00 (12 times, 2026-12-12 to 2027-11-13): closed in A, open in B"
    ]


def test_what_comes_every_week_and_every_month_at_the_same_time_is_two_lines():
    second = [SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=2SA", "09:00-12:00")]
    assert lines(office(WEEK), office(WEEK + "; Su 09:00-12:00", special_hours=second)) == [
        "every Sun 09:00-12:00 (52 times, 2026-12-06 to 2027-11-28): closed in A, open in B",
        "Sat 09:00-12:00 (12 times, 2026-12-12 to 2027-11-13): closed in A, open in B",
    ]


def test_days_that_are_not_as_regular_as_each_other_are_lines_of_their_own():
    second = [SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=2SA", "09:00-12:00")]
    last = date(2027, 11, 14)
    assert lines(office(WEEK), office(WEEK + "; Su 09:00-12:00", special_hours=second), date(2026, 12, 8), last) == [
        "Sat 09:00-12:00 (12 times, 2026-12-12 to 2027-11-13): closed in A, open in B",
        "every Sun 09:00-12:00 (49 times, 2026-12-13 to 2027-11-14): closed in A, open in B",
    ]


def test_three_dates_are_one_line_and_of_every_week_where_few_are_left_out():
    early = "Mo-Th 08:00-16:00; Fr 08:00-15:00"
    for last, every in ((date(2026, 12, 18), "every "), (date(2026, 12, 25), "")):
        closed = [SpecialHours("2026-12-11")] if not every else []
        (line,) = lines(office(WEEK, special_hours=closed), office(early, special_hours=closed), FIRST, last)
        assert line == f"{every}Fri 15:00-16:00 (3 times, 2026-12-04 to {last}): open in A, closed in B"


def test_seasons_far_apart_are_lines_of_their_own_and_fewer_than_three_dates_too():
    summer = [SeasonalHours("06-01/06-30", "Mo-Th 08:00-16:00; Fr 08:00-15:00")]
    early = [SpecialHours("2026-12-04", "08:00-15:00"), SpecialHours("2026-12-11", "08:00-15:00")]
    assert lines(office(WEEK), office(WEEK, seasonal_hours=summer, special_hours=early)) == [
        "Fri 2026-12-04 15:00-16:00: open in A, closed in B",
        "Fri 2026-12-11 15:00-16:00: open in A, closed in B",
        "every Fri 15:00-16:00 (4 times, 2027-06-04 to 2027-06-25): open in A, closed in B",
    ]


def test_days_that_begin_or_end_in_other_weeks_are_lines_of_their_own():
    rules = [SpecialHours("DTSTART:20261204 RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=4", "08:00-15:00")]
    rules += [SpecialHours("DTSTART:20261217 RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=4", "08:00-15:00")]
    assert lines(office(WEEK), office(WEEK, special_hours=rules)) == [
        "every Fri 15:00-16:00 (4 times, 2026-12-04 to 2026-12-25): open in A, closed in B",
        "every Thu 15:00-16:00 (4 times, 2026-12-17 to 2027-01-07): open in A, closed in B",
    ]


def test_each_line_says_what_holds_in_both_whatever_it_is():
    a = office('Mo 08:00-12:00, Mo 12:00-16:00 unknown "by appointment"')
    b = office("Mo 10:00-11:00 unknown, Mo 11:00-13:00")
    assert lines(a, b, date(2026, 12, 7), date(2026, 12, 7)) == [
        "Mon 2026-12-07 08:00-10:00: open in A, closed in B",
        "Mon 2026-12-07 10:00-11:00: open in A, unknown in B",
        "Mon 2026-12-07 12:00-13:00: by appointment in A, open in B",
        "Mon 2026-12-07 13:00-16:00: by appointment in A, closed in B",
    ]


def test_nights_and_whole_days_are_told_by_their_clocks_and_longer_ones_by_both_dates():
    night = office("Fr 22:00-02:00; Sa 00:00-24:00")
    assert lines(night, office("Sa 02:00-24:00"), date(2026, 12, 4), date(2026, 12, 5)) == [
        "Fri 2026-12-04 22:00-02:00: open in A, closed in B"
    ]
    assert lines(office("Sa 00:00-24:00"), office("off"), date(2026, 12, 5), date(2026, 12, 5)) == [
        "Sat 2026-12-05 00:00-24:00: open in A, closed in B"
    ]
    assert lines(office("24/7"), office("off"), date(2026, 12, 5), date(2026, 12, 6)) == [
        "Sat 2026-12-05 00:00 to Mon 2026-12-07 00:00: open in A, closed in B"
    ]


def test_where_the_clocks_are_put_back_meanwhile_their_names_are_told():
    night = "Sa 22:00-06:00"
    assert lines(office(night), office("off"), date(2027, 11, 6), date(2027, 11, 14)) == [
        "Sat 2027-11-06 22:00 EDT to Sun 2027-11-07 06:00 EST: open in A, closed in B",
        "Sat 2027-11-13 22:00-06:00: open in A, closed in B",
    ]


def test_a_break_every_day_is_one_line_in_the_order_of_the_dates():
    lunch = [Break("RRULE:FREQ=DAILY", "12:00-13:00")]
    eve = [SpecialHours("2026-12-24")]
    assert lines(office(WEEK, special_hours=eve), office(WEEK, breaks=lunch)) == [
        "every Mon-Fri 12:00-13:00 but 2026-12-24 (260 times, 2026-12-01 to 2027-11-30): open in A, closed in B",
        "Thu 2026-12-24 08:00-12:00: closed in A, open in B",
        "Thu 2026-12-24 13:00-16:00: closed in A, open in B",
    ]


def test_two_zones_are_compared_by_their_instants_on_the_clock_of_the_first():
    east, west = office(WEEK), office(WEEK, timezone="America/Chicago")
    assert lines(east, west, date(2026, 12, 7), date(2026, 12, 7)) == [
        "Mon 2026-12-07 08:00-09:00: open in A, closed in B",
        "Mon 2026-12-07 16:00-17:00: closed in A, open in B",
    ]


def test_long_ago_is_not_looked_through(monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise AssertionError("since when a state holds is not asked")

    monkeypatch.setattr("clinic_hours.timeline.timeline.Timeline.status", refuse)
    closed = office("off", special_hours=[SpecialHours("2005-01-03", "09:00-12:00")])
    edges = (datetime(9999, month, 1, tzinfo=UTC) for month in (6, 12))
    assert len(list(differences(closed, office(WEEK), *edges))) == 131


@given(strategies.locations(), strategies.locations(), st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_the_differences_are_those_of_the_locations_with_one_state_each(a: Location, b: Location, first: date):
    edges = [datetime.combine(first, time(0), a.zone), datetime.combine(first + timedelta(days=9), time(0), a.zone)]
    found = list(differences(a, b, *edges))
    whole = [
        (one.start.astimezone(UTC), one.end.astimezone(UTC))
        for one in a.differs_from(b, *edges)
        if one.start and one.end
    ]
    joined: list[tuple[datetime, datetime]] = []
    for one in found:
        start, end = one.start.astimezone(UTC), one.end.astimezone(UTC)
        assert start < end
        for at in (start, start + (end - start) / 2, end - timedelta(microseconds=1)):
            assert (a.status(at).state, b.status(at).state) == (one.a, one.b)
        assert one.a is not one.b
        joined[-1:] = [(joined[-1][0], end)] if joined and joined[-1][1] == start else [*joined[-1:], (start, end)]
    assert joined == whole
    assert len(told(found)) <= len(found)


# Pairs


def named(*names: str) -> list[Location]:
    return [Location(id=id, name=name, regular_hours="off") for name, _, id in (each.partition("=") for each in names)]


def shown(
    some: list[Location], others: list[Location], *, lone: bool = False
) -> tuple[list[str], list[str], list[str]]:
    pairs = paired(some, others, lone=lone)
    both = [f"{one.key}+{other.key}" for one, other in pairs.both]
    return both, [door.key for door in pairs.only_a], [door.key for door in pairs.only_b]


def test_doors_are_paired_by_their_ids_and_then_by_their_names():
    assert shown(named("Lab=a", "Main=b"), named("Main=a", "Lab=c")) == (["a+a"], ["b"], ["c"])
    assert shown(named("Lab=a", "main  OFFICE=b"), named("Main office=x", "Other=a")) == (["a+a", "b+x"], [], [])
    assert shown(named("Lab=a", "Lab=b"), named("Lab=x", "Lab=y", "Lab=z")) == (["a+x", "b+y"], [], ["z"])


def test_only_one_and_only_one_are_a_pair_where_that_is_asked():
    assert shown(named("Lab=a"), named("Desk=b")) == ([], ["a"], ["b"])
    assert shown(named("Lab=a"), named("Desk=b"), lone=True) == (["a+b"], [], [])
    assert shown(named("Lab=a"), named("Desk=b", "Main=c"), lone=True) == ([], ["a"], ["b", "c"])
