"""A week's notation is a tag of OpenStreetMap that means the same to `opening_hours`, the library of opening-hours-rs."""

import re
from datetime import datetime, timedelta

import opening_hours
import pytest
from hypothesis import example, given

from clinic_hours import State, WeeklyHours, strategies
from clinic_hours.hours.minutes import DAY, WEEK

MONDAY = datetime(2026, 6, 1)
RULES = re.compile(r"(?:^|(?P<mark>[;,]) )(?P<days>(?:Mo|Tu|We|Th|Fr|Sa|Su)[-,A-Za-z]*) (?P<clocks>[-,:\d]*)")
CODES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
CLOSED, UNKNOWN, OPEN = range(3)


def named(days: str) -> set[int]:
    """The days, from 0, of a list of spans such as `Mo-We,Fr`."""
    spans = [span.partition("-") for span in days.split(",")]
    return {day for first, _, last in spans for day in range(CODES.index(first), CODES.index(last or first) + 1)}


def lost_tails(tag: str) -> set[int]:
    """The days whose tail past midnight the other library loses, which is a defect of it.

    It cuts the tail of a rule behind `;` at midnight, where the following day is named by an earlier rule, and not by that rule.
    Behind `,` it does not, and opening_hours.js never does.
    """
    lost, written = set[int](), set[int]()
    for rule in RULES.finditer(re.sub('"[^"]*"', "", tag)):
        days = named(rule["days"])
        has_tail = any(clocks[6:] < clocks[:5] for clocks in rule["clocks"].split(",") if clocks)
        if has_tail and rule["mark"] != ",":
            lost |= {day for day in days if (day + 1) % 7 in written - days}
        written |= days
    return lost


def expected(week: WeeklyHours, lost: set[int]) -> bytearray:
    """The state of each minute of a week, worked out from the plain minutes of its days."""
    states = bytearray(WEEK)
    for number, day in enumerate(week.days):
        for hours in day.plain:
            state = OPEN if hours.state is State.OPEN else UNKNOWN
            for minute in range(hours.start, min(hours.end, DAY) if number in lost else hours.end):
                at = (number * DAY + minute) % WEEK
                states[at] = max(states[at], state)
    return states


def as_others_see_it(tag: str) -> bytearray:
    """The state of each minute of two weeks, after a first one, as the other library finds it."""
    states = bytearray(3 * WEEK)
    for start, end, state, _ in opening_hours.OpeningHours(tag).intervals(MONDAY, MONDAY + timedelta(weeks=3)):
        first, last = (int((at - MONDAY).total_seconds()) // 60 for at in (start, end))
        states[first:last] = bytes([{"closed": CLOSED, "unknown": UNKNOWN, "open": OPEN}[str(state)]]) * (last - first)
    return states[WEEK:]


@given(strategies.weekly_hours())
@example(WeeklyHours())
@example(WeeklyHours.parse("24/7"))
@example(WeeklyHours.parse('Mo 20:00-02:00, Tu 10:00-12:00 unknown "by appointment"; Su 22:00-03:00'))
@example(WeeklyHours.parse("Mo-Tu 20:00-02:00, We 10:00-12:00; Th 10:00-02:00, Fr 02:00-12:00"))
def test_the_notation_means_the_same_there(week: WeeklyHours):
    tag = str(week)
    assert as_others_see_it(tag) == expected(week, lost_tails(tag)) * 2


@given(strategies.weekly_hours(days=strategies.day_hours(min_size=1, allow_past_midnight=False)))
def test_without_tails_it_does_so_without_exception(week: WeeklyHours):
    assert lost_tails(str(week)) == set()
    assert as_others_see_it(str(week)) == expected(week, set()) * 2


@given(strategies.weekly_hours())
def test_states_and_notes_are_there_as_comments(week: WeeklyHours):
    found = opening_hours.OpeningHours(str(week)).intervals(MONDAY, MONDAY + timedelta(weeks=1))
    comments = {comment for _, _, _, comment in found}
    for hours in (hours for day in week.days for hours in day):
        if hours.state is State.BY_APPOINTMENT:
            assert f"by appointment: {hours.note}".removesuffix(": ") in comments
        elif hours.note:
            assert hours.note in comments


@pytest.mark.parametrize(
    ("tag", "lost"),
    [
        ("Mo 10:00-12:00; Su 20:00-02:00", {6}),
        ("Mo 10:00-12:00, Su 20:00-02:00", set()),
        ("Mo,Su 20:00-02:00", set()),
        ("Mo 20:00-02:00, Tu 10:00-12:00", set()),
        ('Mo,We 10:00-12:00 open "a; Tu 20:00-02:00"; Tu 08:00-09:00,20:00-02:00', {1}),
        ('Mo,We 10:00-12:00; Tu 08:00-09:00, Tu 20:00-02:00 open "x"', set()),
    ],
)
def test_the_exception_is_as_narrow_as_the_defect(tag: str, lost: set[int]):
    week = WeeklyHours.parse(tag)
    assert lost_tails(tag) == lost
    assert as_others_see_it(tag) == expected(week, lost) * 2
    assert (as_others_see_it(tag) == expected(week, set()) * 2) == (not lost)
