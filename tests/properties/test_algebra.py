"""The laws of `| & - ~` on weeks, and a set of the week's 10080 minutes as the slow second answer."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import State, WeeklyHours, strategies
from clinic_hours.hours.minutes import DAY, WEEK

ALWAYS, NEVER = WeeklyHours.parse("24/7"), WeeklyHours.parse("off")
EVERY_MINUTE = frozenset(range(WEEK))
# Tails that meet, and days on end, are rare among weeks at large.
WEEKS = strategies.weekly_hours() | strategies.weekly_hours(
    days=strategies.day_hours(min_size=1, max_size=2, states=[State.OPEN], allow_notes=False), allow_closed=False
)


def minutes(week: WeeklyHours) -> frozenset[int]:
    """The open minutes of a week, one by one."""
    return frozenset(
        (number * DAY + minute) % WEEK
        for number, day in enumerate(week.days)
        for hours in day.plain
        if hours.state is State.OPEN
        for minute in range(hours.start, hours.end)
    )


def is_normal(week: WeeklyHours) -> bool:
    """Whether each run of open minutes is one range of the day on which it begins, cut at midnights only from 24 hours on."""
    covered = minutes(week)
    for number, day in enumerate(week.days):
        for hours in day.plain:
            if hours.state is not State.OPEN or hours.note:
                return False
            first, after = number * DAY + hours.start, (number * DAY + hours.end) % WEEK
            joins_before, joins_after = first - 1 + WEEK * (first == 0) in covered, after in covered
            if (joins_before and hours.start != 0) or (joins_after and hours.end != DAY):
                return False
            if (joins_before or joins_after) and run_length(first, covered) < DAY:
                return False
            if hours.end - hours.start >= DAY and (hours.start, hours.end) != (0, DAY):
                return False
    return True


def run_length(minute: int, covered: frozenset[int]) -> int:
    """The length of the run of covered minutes, on the circle of the week, that a minute is in; at most a day is counted."""
    after = next((n for n in range(1, DAY) if (minute + n) % WEEK not in covered), DAY)
    before = next((n for n in range(1, DAY) if (minute - n) % WEEK not in covered), DAY)
    return min(after + before - 1, DAY)


@given(WEEKS)
def test_the_normal_form_has_the_same_open_minutes(week: WeeklyHours):
    assert minutes(week.normalized()) == minutes(week)
    assert is_normal(week.normalized())
    assert week.normalized().normalized() == week.normalized()


@given(WEEKS, WEEKS)
def test_weeks_of_the_same_open_minutes_have_one_normal_form(a: WeeklyHours, b: WeeklyHours):
    assert (a.normalized() == b.normalized()) == (minutes(a) == minutes(b))


@given(WEEKS, WEEKS)
def test_each_operation_is_that_of_sets_of_minutes(a: WeeklyHours, b: WeeklyHours):
    assert minutes(a | b) == minutes(a) | minutes(b)
    assert minutes(a & b) == minutes(a) & minutes(b)
    assert minutes(a - b) == minutes(a) - minutes(b)
    assert minutes(~a) == EVERY_MINUTE - minutes(a)


@given(WEEKS, WEEKS)
def test_results_are_in_normal_form(a: WeeklyHours, b: WeeklyHours):
    for result in (a | b, a & b, a - b, ~a):
        assert is_normal(result)
        assert result == result.normalized()


@given(WEEKS)
def test_the_total_is_the_number_of_open_minutes(week: WeeklyHours):
    assert week.total == timedelta(minutes=len(minutes(week)))


@given(WEEKS, WEEKS)
def test_the_total_adds_up(a: WeeklyHours, b: WeeklyHours):
    assert (a | b).total + (a & b).total == a.total + b.total
    assert (a - b).total + (a & b).total == a.total
    assert a.total + (~a).total == timedelta(days=7)


@given(WEEKS)
def test_twice_the_rest_is_the_week_itself(week: WeeklyHours):
    assert ~~week == week.normalized()


@given(WEEKS, WEEKS)
def test_de_morgan(a: WeeklyHours, b: WeeklyHours):
    assert ~(a | b) == ~a & ~b
    assert ~(a & b) == ~a | ~b


@given(WEEKS, WEEKS)
def test_order_does_not_matter(a: WeeklyHours, b: WeeklyHours):
    assert a | b == b | a
    assert a & b == b & a


@given(WEEKS, WEEKS, WEEKS)
def test_brackets_do_not_matter(a: WeeklyHours, b: WeeklyHours, c: WeeklyHours):
    assert (a | b) | c == a | (b | c)
    assert (a & b) & c == a & (b & c)


@given(WEEKS, WEEKS, WEEKS)
def test_each_distributes_over_the_other(a: WeeklyHours, b: WeeklyHours, c: WeeklyHours):
    assert a & (b | c) == (a & b) | (a & c)
    assert a | (b & c) == (a | b) & (a | c)


@given(WEEKS, WEEKS)
def test_absorption(a: WeeklyHours, b: WeeklyHours):
    assert a | (a & b) == a.normalized()
    assert a & (a | b) == a.normalized()


@given(WEEKS)
def test_idempotence(week: WeeklyHours):
    assert week | week == week & week == week.normalized()


@given(WEEKS, WEEKS, WEEKS)
def test_a_difference_is_what_the_other_leaves(a: WeeklyHours, b: WeeklyHours, c: WeeklyHours):
    assert a - b == a & ~b
    assert (a - b) | (a & b) == a.normalized()
    assert (a - b) & b == NEVER
    assert a - (b | c) == (a - b) - c == (a - b) & (a - c)


@given(WEEKS)
def test_always_and_never_are_the_ends(week: WeeklyHours):
    normal = week.normalized()
    assert (week | NEVER, week & ALWAYS, week - NEVER) == (normal, normal, normal)
    assert (week | ALWAYS, week & NEVER, week - week) == (ALWAYS, NEVER, NEVER)
    assert (week | ~week, week & ~week, ~ALWAYS, ~NEVER) == (ALWAYS, NEVER, NEVER, ALWAYS)


@given(WEEKS, st.integers(1, 6))
def test_the_laws_do_not_depend_on_where_the_week_begins(week: WeeklyHours, by: int):
    def turned(of: WeeklyHours) -> WeeklyHours:
        names = list(WeeklyHours.model_fields)
        return WeeklyHours(**dict(zip(names[by:] + names[:by], of.days, strict=True)))

    assert turned(week).normalized() == turned(week.normalized())
    assert ~turned(week) == turned(~week)
