"""Every value survives being written and read again, whichever way."""

import copy
import pickle
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

import clinic_hours
from clinic_hours import Dates, DayHours, SpecialHours, TimeRange, Weekday, WeeklyHours, strategies

NAMES = {
    name: getattr(clinic_hours, name) for name in ("Break", "Dates", "DayHours", "SeasonalHours", "SpecialHours")
} | {
    "TimeRange": TimeRange,
    "WeeklyHours": WeeklyHours,
}
NOTED: st.SearchStrategy[TimeRange | DayHours | WeeklyHours | Dates] = st.one_of(
    strategies.time_ranges(), strategies.day_hours(), strategies.weekly_hours(), strategies.dates()
)
VALUES: st.SearchStrategy[Any] = st.one_of(
    NOTED, strategies.special_hours(), strategies.seasonal_hours(), strategies.breaks()
)


def assert_same(one: Any, other: Any) -> None:
    """Equal values of one type, that hash alike and are written alike."""
    assert type(one) is type(other)
    assert one == other
    assert (one != other) is False
    assert hash(one) == hash(other)
    assert str(one) == str(other)
    assert repr(one) == repr(other)


@given(NOTED)
def test_the_notation_reads_back(value: TimeRange | DayHours | WeeklyHours | Dates):
    assert_same(type(value).parse(str(value)), value)


@given(NOTED)
def test_the_notation_is_one_line_and_stands_still(value: TimeRange | DayHours | WeeklyHours | Dates):
    text = str(value)
    assert text == text.strip()
    assert text.isprintable()
    assert str(type(value).parse(f"  {text} ")) == text


@given(VALUES)
def test_the_repr_can_be_evaluated(value: Any):
    assert_same(eval(repr(value), dict(NAMES)), value)


@given(VALUES)
def test_json_reads_back(value: Any):
    adapter = TypeAdapter(type(value))
    assert_same(adapter.validate_json(adapter.dump_json(value)), value)
    assert_same(adapter.validate_python(adapter.dump_python(value, mode="json")), value)
    assert_same(adapter.validate_python(adapter.dump_python(value)), value)


@given(VALUES)
def test_pickles_and_copies_are_the_same_value(value: Any):
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert_same(pickle.loads(pickle.dumps(value, protocol)), value)
    assert_same(copy.copy(value), value)
    assert_same(copy.deepcopy(value), value)


@given(VALUES, VALUES)
def test_values_are_equal_where_they_are_written_alike(one: Any, other: Any):
    alike = type(one) is type(other) and repr(one) == repr(other)
    assert (one == other) == alike
    assert alike <= (hash(one) == hash(other))
    assert one != str(one)


@given(strategies.weekly_hours(), st.sampled_from(Weekday))
def test_a_week_is_the_days_that_it_was_given(week: WeeklyHours, day: Weekday):
    days = {name.name.lower(): week[name] for name in Weekday}
    assert_same(WeeklyHours(**days), week)
    assert_same(WeeklyHours(**{name: str(hours) for name, hours in days.items()}), week)
    assert_same(WeeklyHours(**{name: list(hours) for name, hours in days.items()}), week)
    assert_same(week.replace(**{day.name.lower(): week[day]}), week)


@given(strategies.day_hours())
def test_a_day_is_the_ranges_that_it_was_given_in_any_order(day: DayHours):
    assert_same(DayHours(list(day)[::-1]), day)
    assert_same(DayHours([str(hours) for hours in day]), day)
    described = [{"opens": r.opens, "closes": r.closes, "state": str(r.state), "note": r.note} for r in day]
    assert_same(DayHours(described), day)
    assert [hours.plain for hours in day] == list(day.plain)


@given(strategies.time_ranges())
def test_a_range_is_the_parts_that_it_was_given(hours: TimeRange):
    assert_same(TimeRange(hours.opens, hours.closes, state=hours.state, note=hours.note), hours)
    opens, closes = str(hours)[:11].split("-")
    assert_same(TimeRange(opens, closes, state=str(hours.state), note=f" {hours.note} "), hours)


@given(strategies.dates(), strategies.day_hours(), st.text(st.characters(exclude_categories=("C", "Z")), max_size=5))
def test_a_rule_takes_its_parts_as_texts(dates: Dates, hours: DayHours, reason: str):
    assert_same(SpecialHours(str(dates), str(hours), reason), SpecialHours(dates, hours, reason))
