"""The arithmetic on plain tuples, by example and against sets of minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours.hours.minutes import (
    DAY,
    WEEK,
    clock,
    common,
    first_overlap,
    joined,
    mergeable,
    week_days,
    week_minutes,
    without,
)

EDGES = st.integers(0, 30)
SPANS = st.lists(st.tuples(EDGES, EDGES).filter(lambda ends: ends[0] < ends[1]), max_size=6)


def minutes(spans) -> set[int]:
    """The minutes of some spans, one by one."""
    return {minute for start, end in spans for minute in range(start, end)}


def is_joined(spans) -> bool:
    """Whether spans stand in order, and none overlaps or touches the next."""
    return all(spans[i][1] < spans[i + 1][0] for i in range(len(spans) - 1)) and all(
        start < end for start, end in spans
    )


@pytest.mark.parametrize(
    ("minute", "shown"),
    [
        (0, "00:00"),
        (1, "00:01"),
        (59, "00:59"),
        (60, "01:00"),
        (1439, "23:59"),
        (1440, "24:00"),
        (1441, "00:01"),
        (2879, "23:59"),
    ],
)
def test_a_clock_shows_the_end_of_the_day_as_24_and_what_follows_as_the_next_day(minute: int, shown: str):
    assert clock(minute) == shown


@given(SPANS)
def test_joining_keeps_the_minutes_and_leaves_no_two_spans_in_touch(spans):
    assert minutes(joined(spans)) == minutes(spans)
    assert is_joined(joined(spans))


def test_joining_keeps_a_long_span_that_holds_a_short_one():
    assert joined([(0, 30), (5, 10), (40, 50)]) == ((0, 30), (40, 50))


@given(SPANS, SPANS)
def test_cutting_takes_out_the_minutes_of_the_cuts(spans, cuts):
    left = without(spans, cuts)
    assert minutes(left) == minutes(spans) - minutes(cuts)
    assert all(start < end for start, end in left)


def test_cutting_leaves_touching_spans_apart():
    assert without([(0, 10), (10, 20)], []) == ((0, 10), (10, 20))
    assert without([(0, 10), (10, 20)], [(8, 9), (12, 13)]) == ((0, 8), (9, 10), (10, 12), (13, 20))


@pytest.mark.parametrize(
    ("cut", "left"),
    [
        ((0, 10), ((10, 20),)),
        ((0, 9), ((10, 20),)),
        ((0, 11), ((11, 20),)),
        ((20, 30), ((10, 20),)),
        ((19, 30), ((10, 19),)),
        ((10, 20), ()),
        ((5, 25), ()),
        ((14, 15), ((10, 14), (15, 20))),
    ],
)
def test_a_cut_is_half_open(cut, left):
    assert without([(10, 20)], [cut]) == left


@given(SPANS.map(joined), SPANS.map(joined))
def test_what_two_have_in_common(first, second):
    assert minutes(common(first, second)) == minutes(first) & minutes(second)
    assert common(first, second) == common(second, first)
    assert all(start < end for start, end in common(first, second))


def test_the_first_overlap_is_the_first_of_the_two():
    assert first_overlap([]) is None
    assert first_overlap([(0, 10), (10, 20)]) is None
    assert first_overlap([(0, 10), (10, 20), (19, 30), (29, 40)]) == 1


@pytest.mark.parametrize(
    ("start", "end", "may"),
    [
        (0, DAY, True),
        (0, DAY + 1, False),
        (480, 480 + DAY - 1, True),
        (480, 480 + DAY, False),
        (1, DAY, True),
        (DAY - 1, 2 * DAY - 2, True),
    ],
)
def test_one_range_is_a_day_at_the_most_and_shorter_past_midnight(start: int, end: int, may: bool):
    assert mergeable(start, end) is may


def week_set(days) -> set[int]:
    """The minutes of the week that seven days' spans cover, one by one."""
    return {(number * DAY + minute) % WEEK for number, spans in enumerate(days) for minute in minutes(spans)}


WEEK_EDGES = st.sampled_from([0, 1, 1439, 1440, 1441, 2880, 5000, 8640, 8641, 10079, 10080]) | st.integers(0, WEEK)
RUNS = st.lists(st.tuples(WEEK_EDGES, WEEK_EDGES).filter(lambda ends: ends[0] < ends[1]), max_size=4).map(joined)


@given(RUNS)
def test_the_normal_form_covers_the_same_minutes(runs):
    days = week_days(runs)
    assert week_set(days) == minutes(runs)
    assert week_minutes(days) == runs


def run_through(minute: int, covered: set[int]) -> int:
    """The length of the run of covered minutes on the circle of the week that a minute is in."""
    length = 1
    for step in (1, -1):
        at = (minute + step) % WEEK
        while at in covered and length < WEEK:
            at, length = (at + step) % WEEK, length + 1
    return length


@given(RUNS)
def test_the_normal_form_is_one_range_for_each_run_cut_at_midnights_from_24_hours_on(runs):
    covered = minutes(runs)
    for number, spans in enumerate(week_days(runs)):
        assert list(spans) == sorted(spans)
        for start, end in spans:
            assert 0 <= start < DAY
            length = run_through(number * DAY + start, covered)
            if length < DAY:
                assert end - start == length
            else:
                assert start == 0 or (number * DAY + start - 1) % WEEK not in covered
                assert end == DAY or (end < DAY and number * DAY + end not in covered)


def test_a_run_over_the_weeks_end_belongs_to_sunday():
    assert week_days([(0, 120), (600, 700), (9960, WEEK)]) == [((600, 700),), (), (), (), (), (), ((1320, 1560),)]


def test_runs_at_both_ends_of_the_week_that_do_not_meet_stay_apart():
    assert week_days([(1, 120), (9960, WEEK)])[0] == ((1, 120),)
    assert week_days([(0, 120), (9960, WEEK - 1)])[0] == ((0, 120),)
    assert week_days([(9960, WEEK)])[6] == ((1320, 1440),)
    assert week_days([(0, 120)])[0] == ((0, 120),)


def test_a_run_of_24_hours_is_cut_at_its_midnights_and_a_shorter_one_is_not():
    assert week_days([(480, 480 + DAY)])[:2] == [((480, 1440),), ((0, 480),)]
    assert week_days([(480, 480 + DAY - 1)])[:2] == [((480, 1919),), ()]
    assert week_days([(0, DAY)])[:2] == [((0, DAY),), ()]
    assert week_days([(0, WEEK)]) == [((0, DAY),)] * 7


def test_a_long_run_over_the_weeks_end_is_cut_at_sundays_midnight_too():
    days = week_days([(0, 120), (7200 + 720, WEEK)])
    assert days == [((0, 120),), (), (), (), (), ((720, DAY),), ((0, DAY),)]


def test_sundays_tail_is_on_monday():
    days = [[(300, 400)], *[[]] * 5, [(1320, 1440 + 120)]]
    assert week_minutes(days) == ((0, 120), (300, 400), (9960, WEEK))
    assert week_minutes([*[[]] * 6, [(1320, 1440)]]) == ((9960, WEEK),)
