"""The questions at an instant and in a window, by the examples of the page that says what the answers mean."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from types import GeneratorType
from zoneinfo import ZoneInfo

import pytest
from dateutil import tz

from clinic_hours import (
    Break,
    DayHours,
    DayPlan,
    Location,
    Opening,
    SeasonalHours,
    SpecialHours,
    State,
    Status,
)

NEW_YORK = ZoneInfo("America/New_York")
MONDAY = date(2026, 11, 23)
HOUR, SECOND, MICROSECOND = timedelta(hours=1), timedelta(seconds=1), timedelta(microseconds=1)


def at(day: int, hour: int = 0, minute: int = 0, *rest: int) -> datetime:
    """A wall time in New York in November 2026; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, *rest, tzinfo=NEW_YORK)


def place(regular_hours: str, **rules: object) -> Location:
    return Location(name="Office", timezone="America/New_York", regular_hours=regular_hours, **rules)


def opening(start: datetime, end: datetime) -> Opening:
    return Opening((start, end))


OFFICE = place("Mo 08:00-16:00; Tu-Th 08:00-17:00; Fr 08:00-15:00")


def test_open_from_the_first_microsecond_to_the_last():
    edges = {at(23, 8): True, at(23, 7, 59, 59, 999999): False, at(23, 16): False, at(23, 15, 59, 59, 999999): True}
    assert {edge: OFFICE.is_open(edge) for edge in edges} == edges
    assert {edge: OFFICE.is_open(edge.astimezone(UTC)) for edge in edges} == edges
    assert {edge: OFFICE.is_open(edge.astimezone(timezone(9 * HOUR))) for edge in edges} == edges


@pytest.mark.parametrize("zone", [NEW_YORK, UTC, ZoneInfo("Europe/Paris"), timezone(9 * HOUR)], ids=str)
def test_each_second_belongs_to_its_minute_however_often_it_is_asked(zone: tzinfo):
    """The first answer is worked out, the second is looked up."""
    office = place("Mo 00:01-00:02,08:00-16:00; Su 23:59-24:00")
    expected = {at(23): False, at(23, 0, 0, 59): False, at(23, 0, 1): True, at(23, 0, 1, 59): True, at(23, 0, 2): False}
    expected |= {
        at(22, 23, 58, 59): False,
        at(22, 23, 59): True,
        at(22, 23, 59, 59, 999999): True,
        at(23, 0, 0, 8): False,
    }
    for _ in range(2):
        assert {edge: office.is_open(edge.astimezone(zone)) for edge in expected} == expected


def test_the_next_opening_starts_strictly_after():
    assert OFFICE.next_opening(at(23, 7)) == opening(at(23, 8), at(23, 16))
    assert OFFICE.next_opening(at(23, 8)) == opening(at(24, 8), at(24, 17))
    assert OFFICE.next_opening(at(23, 10)) == opening(at(24, 8), at(24, 17))
    assert OFFICE.next_opening(at(27, 15)) == opening(at(30, 8), at(30, 16))


def test_the_opening_at_or_after_is_when_one_can_come():
    assert OFFICE.opening_at_or_after(at(23, 8)) == opening(at(23, 8), at(23, 16))
    assert OFFICE.opening_at_or_after(at(23, 16)) == opening(at(24, 8), at(24, 17))


def test_the_next_closing_is_strictly_after_and_the_previous_at_or_before():
    assert OFFICE.next_closing(at(23, 15)) == at(23, 16)
    assert OFFICE.next_closing(at(23, 16)) == at(24, 17)
    assert OFFICE.previous_closing(at(23, 16)) == at(23, 16)
    assert OFFICE.previous_closing(at(23, 15)) == at(20, 15)


def test_the_previous_opening_has_ended():
    assert OFFICE.previous_opening(at(23, 15)) == opening(at(20, 8), at(20, 15))
    assert OFFICE.previous_opening(at(23, 16)) == opening(at(23, 8), at(23, 16))


def test_touching_ranges_are_one_opening_also_across_midnight():
    location = place("Mo 08:00-12:00,12:00-24:00; Tu 00:00-03:00")
    assert list(location.openings(at(23), at(25))) == [opening(at(23, 8), at(24, 3))]


def test_ranges_on_both_sides_of_a_midnight_that_do_not_touch_are_two_openings():
    location = place("Mo 08:00-12:00,22:00-24:00; Tu 08:00-12:00; We 00:00-02:00,08:00-12:00")
    assert location.current_opening(at(23, 23)) == opening(at(23, 22), at(24))
    assert location.current_opening(at(25, 1)) == opening(at(25), at(25, 2))
    assert list(location.openings(at(23), at(26))) == [
        opening(at(23, 8), at(23, 12)),
        opening(at(23, 22), at(24)),
        opening(at(24, 8), at(24, 12)),
        opening(at(25), at(25, 2)),
        opening(at(25, 8), at(25, 12)),
    ]


def test_an_opening_of_several_days_begins_and_ends_where_it_does():
    location = place("Mo 08:00-24:00; Tu-Th 00:00-24:00; Fr 00:00-17:00")
    whole = opening(at(23, 8), at(27, 17))
    assert {location.current_opening(at(day, 12)) for day in range(23, 28)} == {whole}
    assert location.next_opening(at(23, 7)) == location.previous_opening(at(28)) == whole
    assert location.next_opening(at(23, 8)) == opening(at(30, 8), datetime(2026, 12, 4, 17, tzinfo=NEW_YORK))
    assert location.open_time(at(23), at(30)) == 105 * HOUR
    assert location.add_open_time(at(23), 105 * HOUR) == at(27, 17)


def test_ranges_of_one_state_with_two_notes_are_one_opening():
    location = place('Mo 08:00-12:00 open "front door", Mo 12:00-17:00 open "side door"')
    assert location.current_opening(at(23, 9)) == opening(at(23, 8), at(23, 17))
    assert [location.status(at(23, hour)).note for hour in (9, 12, 17)] == ["front door", "side door", ""]
    assert location.status(at(23, 9)).until == at(23, 17)


def test_lunch_closes():
    location = place("Mo 08:00-12:00,13:00-17:00")
    assert location.next_closing(at(23, 10)) == at(23, 12)
    assert not location.is_open(at(23, 12, 30))
    assert location.open_time(at(23), at(24)) == 8 * HOUR


def test_a_tail_belongs_to_the_day_on_which_it_opens():
    location = place("Su 22:00-02:00")
    assert location.is_open(at(23, 1))
    assert not location.is_open(at(23, 23))
    assert location.next_opening(at(23, 1)) == opening(at(29, 22), at(30, 2))


def test_a_tail_runs_on_into_a_closed_day_and_merges_with_what_it_meets():
    closed = place("Fr 20:00-03:00", special_hours=[SpecialHours("2026-11-28")])
    assert closed.next_closing(at(28, 1)) == at(28, 3)
    meets = place("Fr 20:00-03:00", special_hours=[SpecialHours("2026-11-28", "02:00-05:00")])
    assert meets.current_opening(at(28, 1)) == opening(at(27, 20), at(28, 5))


def test_open_wins_over_by_appointment_and_that_over_unknown():
    location = place(
        "Fr 20:00-06:00 unknown",
        special_hours=[SpecialHours("2026-11-28", '01:00-05:00 unknown "by appointment", 05:00-05:30 open')],
    )
    states = [
        location.status(at(28, hour, minute)).state for hour, minute in ((0, 30), (1, 0), (5, 0), (5, 30), (6, 0))
    ]
    assert states == [State.UNKNOWN, State.BY_APPOINTMENT, State.OPEN, State.UNKNOWN, State.CLOSED]


def test_by_appointment_is_not_open():
    location = place('Sa 09:00-12:00 unknown "by appointment"')
    status = location.status(at(28, 10))
    assert (status.state, status.is_open, status.since, status.until) == (
        State.BY_APPOINTMENT,
        False,
        at(28, 9),
        at(28, 12),
    )
    assert location.next_opening(at(23)) is None
    assert list(location.openings(at(23), at(30), state="by_appointment")) == [opening(at(28, 9), at(28, 12))]
    assert list(location.openings(at(23), at(30), state=State.BY_APPOINTMENT)) == [opening(at(28, 9), at(28, 12))]


def test_a_status_is_one_reading():
    told = place("Mo-Fr 08:00-16:00", special_hours=[SpecialHours("2026-11-24", "10:00-12:00", reason="Staff day")])
    next_opening = opening(at(24, 10), at(24, 12))
    assert told.status(at(23, 12)) == Status(State.OPEN, at(23, 8), at(23, 16), next_opening, "", "")
    assert told.status(at(23, 18)) == Status(State.CLOSED, at(23, 16), at(24, 10), next_opening, "", "")
    assert told.status(at(24, 9)) == Status(State.CLOSED, at(23, 16), at(24, 10), next_opening, "Staff day", "")
    assert told.status(at(24, 9)).is_open is False


def test_a_tail_keeps_its_own_reason_on_the_next_date():
    told = place(
        "off",
        special_hours=[
            SpecialHours("2026-11-27", "20:00-03:00", reason="Night"),
            SpecialHours("2026-11-28", reason="Storm"),
        ],
    )
    assert [told.status(at(28, hour)).reason for hour in (2, 3)] == ["Night", "Storm"]


def test_a_break_gives_its_reason_where_it_takes_something():
    told = place("Mo 08:00-16:00", breaks=[Break("2026-11-23/2026-11-24", "12:00-13:00", reason="Lunch")])
    assert [told.status(at(day, 12)).reason for day in (23, 24)] == ["Lunch", ""]


def test_every_question_turns_at_the_very_edge():
    """A microsecond before an edge it has not come yet; the second answer is one that may be looked up."""
    friday, monday, tuesday = (
        opening(at(20, 8), at(20, 15)),
        opening(at(23, 8), at(23, 16)),
        opening(at(24, 8), at(24, 17)),
    )
    opens, closes = monday
    for _ in range(2):
        early, late = opens - MICROSECOND, closes - MICROSECOND
        assert [OFFICE.current_opening(edge) for edge in (early, opens, late, closes)] == [None, monday, monday, None]
        assert [OFFICE.next_opening(edge) for edge in (early, opens, late, closes)] == [monday, *[tuesday] * 3]
        assert [OFFICE.opening_at_or_after(edge) for edge in (early, opens, late, closes)] == [*[monday] * 3, tuesday]
        assert [OFFICE.next_closing(edge) for edge in (early, opens, late, closes)] == [*[closes] * 3, at(24, 17)]
        assert [OFFICE.previous_opening(edge) for edge in (early, opens, late, closes)] == [*[friday] * 3, monday]
        assert [OFFICE.previous_closing(edge) for edge in (early, opens, late, closes)] == [*[at(20, 15)] * 3, closes]
        assert [OFFICE.status(edge).since for edge in (early, opens, late, closes)] == [
            at(20, 15),
            opens,
            opens,
            closes,
        ]
        assert [OFFICE.status(edge).until for edge in (early, opens, late, closes)] == [
            opens,
            closes,
            closes,
            at(24, 8),
        ]


# Windows


def test_openings_are_clipped_to_the_window_or_not():
    assert list(OFFICE.openings(at(23, 10), at(24, 10))) == [
        opening(at(23, 10), at(23, 16)),
        opening(at(24, 8), at(24, 10)),
    ]
    assert list(OFFICE.openings(at(23, 10), at(24, 10), clip=False)) == [
        opening(at(23, 8), at(23, 16)),
        opening(at(24, 8), at(24, 17)),
    ]


def test_a_window_is_half_open():
    assert list(OFFICE.openings(at(23), at(23, 8))) == []
    assert list(OFFICE.openings(at(23), at(23, 8) + MICROSECOND, clip=False)) == [opening(at(23, 8), at(23, 16))]
    assert list(OFFICE.openings(at(23, 16), at(24))) == []
    assert list(OFFICE.openings(at(23, 12), at(23, 12))) == []


def test_openings_are_clipped_to_the_microsecond():
    start, end = at(23, 10, 0, 0, 1), at(23, 10, 0, 0, 5)
    assert list(OFFICE.openings(start, end)) == [opening(start, end)]
    assert list(OFFICE.openings(at(23, 7), at(23, 8) + MICROSECOND)) == [opening(at(23, 8), at(23, 8) + MICROSECOND)]
    assert list(OFFICE.openings(at(23, 16) - MICROSECOND, at(24))) == [opening(at(23, 16) - MICROSECOND, at(23, 16))]
    assert list(OFFICE.openings(at(23, 16) - MICROSECOND, at(24), clip=False)) == [opening(at(23, 8), at(23, 16))]
    whole = list(OFFICE.openings(at(23, 8), at(24, 17)))
    assert whole == list(OFFICE.openings(at(23, 8), at(24, 17), clip=False))
    assert [tuple(each) for each in whole] == [(at(23, 8), at(23, 16)), (at(24, 8), at(24, 17))]


def test_openings_are_lazy():
    found = OFFICE.openings(at(23), datetime.max.replace(tzinfo=UTC))
    assert isinstance(found, GeneratorType)
    assert next(found) == opening(at(23, 8), at(23, 16))


def test_the_openings_of_a_year_are_all_there():
    found = list(OFFICE.openings(datetime(2026, 1, 1, tzinfo=NEW_YORK), datetime(2027, 1, 1, tzinfo=NEW_YORK)))
    assert len(found) == 261
    assert sum((each.duration for each in found), timedelta(0)) == OFFICE.open_time(
        datetime(2026, 1, 1, tzinfo=NEW_YORK), datetime(2027, 1, 1, tzinfo=NEW_YORK)
    )


def test_closed_stretches_are_openings_of_another_state():
    assert list(OFFICE.openings(at(23), at(24), state="closed")) == [
        opening(at(23), at(23, 8)),
        opening(at(23, 16), at(24)),
    ]


def test_open_time_is_real_and_to_the_microsecond():
    assert OFFICE.open_time(at(23, 15, 59, 59), at(24, 8, 0, 0, 1)) == SECOND + MICROSECOND
    assert OFFICE.open_time(at(28), at(30)) == timedelta(0)


def test_open_time_to_come():
    fridays = place("Mo-Fr 08:00-17:00")
    assert fridays.add_open_time(at(27, 16), 2 * HOUR) == at(30, 9)
    assert fridays.add_open_time(at(27, 16), HOUR) == at(27, 17)
    assert fridays.add_open_time(at(28, 12), timedelta(0)) == at(28, 12)
    assert fridays.add_open_time(at(28, 12), MICROSECOND) == at(30, 8) + MICROSECOND
    assert fridays.add_open_time(at(23), 45 * HOUR * 52) == datetime(2027, 11, 19, 17, tzinfo=NEW_YORK)


def test_open_time_to_come_never_does():
    once = place("off", special_hours=[SpecialHours("2026-11-23", "08:00-10:00")])
    assert once.add_open_time(at(23), 2 * HOUR) == at(23, 10)
    assert once.add_open_time(at(23), 2 * HOUR + MICROSECOND) is None


def test_two_locations_differ_where_their_states_do():
    longer = place("Mo 08:00-17:00; Tu-Th 08:00-17:00; Fr 08:00-15:00 unknown")
    found = list(OFFICE.differs_from(longer, at(23), at(28)))
    assert [tuple(interval) for interval in found] == [(at(23, 16), at(23, 17)), (at(27, 8), at(27, 15))]
    assert not isinstance(found[0], Opening)
    assert list(longer.differs_from(OFFICE, at(23), at(28))) == found
    inside = list(OFFICE.differs_from(longer, at(23, 16, 30), at(23, 16, 40)))
    assert [tuple(interval) for interval in inside] == [(at(23, 16, 30), at(23, 16, 40))]


def test_two_locations_in_two_zones_differ_by_instant():
    paris = Location(name="Paris", timezone="Europe/Paris", regular_hours="Mo 14:00-22:00")
    assert list(place("Mo 08:00-16:00").differs_from(paris, at(23), at(24))) == []


def test_answers_carry_the_location_s_own_zone():
    asked = at(23, 9).astimezone(UTC)
    status = OFFICE.status(asked)
    answers = [
        status.since,
        status.until,
        OFFICE.next_closing(asked),
        OFFICE.add_open_time(asked, HOUR),
        OFFICE.previous_closing(asked),
    ]
    answers += [*OFFICE.current_opening(asked), *next(OFFICE.openings(asked, asked + HOUR))]
    assert {answer.tzinfo for answer in answers} == {NEW_YORK}


@pytest.mark.parametrize("paris", [ZoneInfo("Europe/Paris"), tz.gettz("Europe/Paris")], ids=["zoneinfo", "dateutil"])
def test_the_clock_of_the_one_who_asks_may_change_too(paris: tzinfo):
    """Three weeks in spring New York is only five hours behind Paris; what is remembered of it does not hold in April."""
    office = place("Mo-Fr 08:00-16:00")
    march, april = (datetime(2026, month, day, 13, 30, tzinfo=paris) for month, day in ((3, 25), (4, 8)))
    for _ in range(2):
        assert [office.is_open(moment) for moment in (march, april)] == [True, False]
        assert office.next_opening(april).start == datetime(2026, 4, 8, 8, tzinfo=NEW_YORK)


def test_now_is_the_instant_where_none_is_given():
    always, never = place("24/7"), place("off")
    assert (always.is_open(), never.is_open()) == (True, False)
    assert always.status().state is State.OPEN
    assert always.current_opening() == always.opening_at_or_after()
    before = datetime.now(UTC)
    assert before <= OFFICE.next_closing() <= before + timedelta(days=5)
    assert OFFICE.next_opening() == OFFICE.next_opening(before) or OFFICE.is_open()
    assert OFFICE.previous_closing() <= datetime.now(UTC)
    assert OFFICE.previous_opening().end == OFFICE.previous_closing()


# Dates


def test_hours_on_a_date_are_those_that_open_on_it():
    assert OFFICE.hours_on(MONDAY) == DayHours.parse("08:00-16:00")
    assert OFFICE.hours_on(date(2026, 11, 28)) == DayHours.parse("off")


def test_a_plan_tells_the_rule_the_breaks_and_the_reason():
    summer = SeasonalHours("06-01/08-31", "Mo-Th 08:00-16:00", reason="Summer hours")
    eve = SpecialHours("12-24", "08:00-12:00", reason="Christmas Eve")
    meeting = Break("RRULE:FREQ=MONTHLY;BYDAY=1TH", "10:00-11:00", reason="Staff meeting")
    location = place("Mo-Fr 08:00-17:00", seasonal_hours=[summer], special_hours=[eve], breaks=[meeting])
    assert location.plan_on(MONDAY) == DayPlan(DayHours.parse("08:00-17:00"), None, (), "")
    assert location.plan_on(date(2026, 7, 2)) == DayPlan(
        DayHours.parse("08:00-10:00,11:00-16:00"), summer, (meeting,), "Summer hours"
    )
    assert location.plan_on(date(2026, 7, 3)) == DayPlan(DayHours(), summer, (), "Summer hours")
    assert location.plan_on(date(2026, 12, 24)) == DayPlan(DayHours.parse("08:00-12:00"), eve, (), "Christmas Eve")


def test_what_a_break_leaves_of_a_tail_is_hours_of_the_day_on_which_it_resumes():
    night = place("Fr 20:00-04:00", breaks=[Break("2026-11-27", "23:30-01:00")])
    assert night.hours_on(date(2026, 11, 27)) == DayHours.parse("20:00-23:30")
    assert night.hours_on(date(2026, 11, 28)) == DayHours.parse("01:00-04:00")
    assert list(night.openings(at(27), at(29))) == [opening(at(27, 20), at(27, 23, 30)), opening(at(28, 1), at(28, 4))]


def test_what_resumes_gives_way_to_a_better_state_and_does_not_overlap():
    night = place(
        'Fr 20:00-06:00 unknown "bell"',
        special_hours=[SpecialHours("2026-11-28", "03:00-05:00")],
        breaks=[Break("2026-11-28", "00:00-01:00")],
    )
    assert night.hours_on(date(2026, 11, 28)) == DayHours.parse(
        '01:00-03:00 unknown "bell", 03:00-05:00 open, 05:00-06:00 unknown "bell"'
    )
