"""Selectors as dates of this library: the same days as by definition, or a refusal by name."""

from datetime import date, timedelta
from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clinic_hours import MissingExtraError
from clinic_hours.codecs.osm import eves, sun
from clinic_hours.codecs.osm.box import Box, met
from clinic_hours.codecs.osm.boxes import boxes_of, dates_of, merged
from clinic_hours.codecs.osm.calendar import Holidays, Window, matching
from clinic_hours.codecs.osm.enumerating import enumerated
from clinic_hours.codecs.osm.syntax import (
    EasterDay,
    Holiday,
    MonthDay,
    Months,
    NthDay,
    NthWeekdays,
    Selector,
    Span,
    Weekdays,
    Weeks,
    Years,
)
from clinic_hours.errors import NotRepresentableError

WINDOW = Window(date(2018, 1, 1).toordinal(), date(2033, 1, 1).toordinal())
MONTHS = st.integers(1, 12)
MONTH_DAYS = st.dates(date(2028, 1, 1), date(2028, 12, 31)).map(lambda day: MonthDay(day.month, day.day))
NTHS = st.sampled_from([1, 2, 3, 4, -1, -2, -3])
YEARS = st.integers(2019, 2030)
POINTS = st.one_of(
    MONTH_DAYS,
    st.integers(-40, 60).map(EasterDay),
    st.builds(NthDay, MONTHS, st.integers(0, 6), NTHS, st.sampled_from([0, 0, 0, 1])),
)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first, last = draw(POINTS), draw(POINTS)
    if draw(st.booleans()):
        return Span(first, last)
    year = draw(YEARS)
    return Span(first, last, year, year + draw(st.integers(0, 1)))


@st.composite
def stepped(draw: st.DrawFn) -> Span:
    month, day = draw(MONTHS), draw(st.integers(1, 20))
    year = draw(st.none() | YEARS)
    return Span(MonthDay(month, day), MonthDay(month, 28), year, year, draw(st.integers(2, 9)))


SELECTORS: st.SearchStrategy[Selector] = st.one_of(
    st.builds(Months, MONTHS, MONTHS),
    st.builds(lambda first, more: Years(first, first + more if more else None), YEARS, st.integers(0, 4)),
    st.builds(lambda first, last, step: Years(first, last, step), YEARS, st.none() | st.just(2032), st.integers(2, 4)),
    spans(),
    stepped(),
    st.builds(
        lambda first, more, step: Weeks(first, min(first + more, 53), step),
        st.integers(1, 53),
        st.integers(0, 20),
        st.integers(1, 3),
    ),
    st.sets(st.integers(0, 6), min_size=1).map(lambda days: Weekdays(frozenset(days))),
    st.builds(
        lambda day, nths, offset: NthWeekdays(day, tuple(sorted(nths)), offset),
        st.integers(0, 6),
        st.sets(NTHS, min_size=1, max_size=2),
        st.integers(-6, 6) | st.just(0),
    ),
)
GROUPS = st.lists(st.lists(SELECTORS, min_size=1, max_size=2).map(tuple), min_size=1, max_size=3).map(tuple)


def column(boxes: list[Box], plain: bool) -> bytes:
    dates = [each for box in boxes for each in dates_of(box, Holidays(), plain)]
    return WINDOW.column((low, high + 1) for each in dates for low, high in each.runs(WINDOW.first, WINDOW.end - 1))


@given(GROUPS, st.booleans())
@example(((NthWeekdays(6, (-1,), -1),), (Months(8, 8),)), True)
@example(((Span(NthDay(3, 6, -1), NthDay(10, 6, -1)),),), False)
@example(((Span(NthDay(11, 0, 2), NthDay(2, 4, -1)),),), False)
@example(((Span(NthDay(3, 6, 2), NthDay(10, 6, 1)),),), False)
@example(((Span(EasterDay(), MonthDay(10, 31)),),), True)
@example(((NthWeekdays(6, (1,), -2),),), True)
@example(((NthWeekdays(6, (-1,), 2),),), True)
@example(((Span(MonthDay(10, 15), EasterDay(-2)),),), True)
@example(((Span(MonthDay(2, 29), MonthDay(2, 29), 2027, 2028),),), True)
@example(((Years(2020, None, 3),), (Years(2021, None),)), False)
@example(((Span(EasterDay(-2), EasterDay(1), 2026, 2026),),), False)
@example(((NthWeekdays(1, (2, 4)),), (Weeks(1, 53),)), False)
@example(((NthWeekdays(1, (2, 4)),), (Years(2020, None, 2),)), False)
@example(((Months(5, 6), Span(MonthDay(7, 1), MonthDay(7, 31)), NthWeekdays(1, (2,)), NthWeekdays(2, (3,))),), False)
def test_boxes_name_the_days_that_the_selectors_mean(groups: tuple[tuple[Selector, ...], ...], plain: bool):
    try:
        boxes = merged(boxes_of(groups, Holidays()))
    except NotRepresentableError:
        return
    expected = matching(groups, WINDOW, Holidays())
    assert column(boxes, plain) == expected
    found = [any(box.has(date.fromordinal(WINDOW.first + number)) for box in boxes) for number in range(len(expected))]
    assert bytes(found) == expected


@given(GROUPS)
def test_the_day_after_is_the_day_after(groups: tuple[tuple[Selector, ...], ...]):
    try:
        moved = eves.the_day_after(groups)
    except NotRepresentableError:
        return
    today, tomorrow = matching(groups, WINDOW, Holidays()), matching(moved, WINDOW, Holidays())
    assert tomorrow[1:] == today[:-1]


def test_the_day_after_knows_every_kind_of_selector():
    assert eves.the_day_after(((Holiday("PH"), Weekdays(frozenset({6})), Months(12, 12)),)) == (
        (Holiday("PH", 1), Weekdays(frozenset({0})), Span(MonthDay(12, 2), MonthDay(1, 1))),
    )
    assert eves.the_day_after(((Years(2026, 2027),),)) == ((Span(MonthDay(1, 2), MonthDay(1, 1), 2026, 2028),),)
    for never in (
        Years(2026, None),
        Weeks(1, 2),
        Span(MonthDay(2, 28), MonthDay(3, 5)),
        Span(MonthDay(1, 1), MonthDay(1, 9), step=2),
    ):
        with pytest.raises(NotRepresentableError):
            eves.the_day_after(((never,),))


def test_boxes_that_have_nothing_in_common_leave_nothing():
    assert met([Box(months=frozenset({1}))], [Box(months=frozenset({2}))]) == []
    assert met([Box(first=date(2026, 1, 1))], [Box(last=date(2025, 1, 1))]) == []
    assert met([Box(easter=frozenset({0}))], [Box(months=frozenset({12}))]) == []
    assert met([Box(easter=frozenset({0}))], [Box(days=frozenset({-1}))]) != []
    assert met([Box(easter=frozenset({0}))], [Box(days=frozenset({5}), months=frozenset({3}))]) == []
    mondays = [Box(nths=frozenset({(1, 0)}))]
    assert met(mondays, [Box(weekdays=frozenset({0, 1}))]) == mondays
    assert met(mondays, [Box(weekdays=frozenset({1}))]) == []
    with pytest.raises(NotRepresentableError, match="too many rules"):
        met([Box()] * 30, [Box()] * 30)


def test_the_dates_of_a_rule_that_ends_are_spans_where_they_are_few():
    weekly = Box(date(2026, 1, 1), date(2026, 12, 31), weekdays=frozenset({0}))
    assert [str(dates) for dates in dates_of(weekly, Holidays(), False)] == [
        "DTSTART:20260101 RRULE:FREQ=YEARLY;UNTIL=20261231;BYDAY=MO"
    ]
    july = Box(date(2026, 1, 1), date(2027, 12, 31), months=frozenset({7}))
    assert [str(dates) for dates in dates_of(july, Holidays(), False)] == [
        "2026-07-01/2026-07-31",
        "2027-07-01/2027-07-31",
    ]
    early = Box(date(900, 1, 1), date(999, 12, 31), months=frozenset({7}))
    assert "UNTIL=09991231" in str(dates_of(early, Holidays(), False)[0])


@given(st.sets(st.dates(date(2000, 1, 1), date(2012, 12, 31)), max_size=30))
@example({date(year, 11, 30) - timedelta((date(year, 11, 30).weekday() - 3) % 7) for year in range(2000, 2013)})
def test_dates_are_enumerated_as_they_are(days: set[date]):
    named = enumerated(day.toordinal() for day in days)
    assert {day for dates in named for day in dates.in_range(date(1999, 1, 1), date(2014, 1, 1))} == days


def test_too_many_dates_of_no_pattern_are_refused():
    with pytest.raises(NotRepresentableError, match="too many rules"):
        enumerated(date(2000, 1, 1).toordinal() + 97 * number for number in range(400))


def test_the_sun_needs_its_package():
    with (
        mock.patch.dict("sys.modules", {"astral": None}),
        pytest.raises(MissingExtraError, match=r"clinic-hours\[sun\]"),
    ):
        sun.minutes((0, 0), mock.Mock(), date(2026, 1, 1))
