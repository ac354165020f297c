"""Strategies for dates of every kind."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from string import Formatter
from typing import Any

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy

from clinic_hours.errors import UnknownHolidayError
from clinic_hours.hours import holiday as calendars
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.recurrence import WEEKDAYS
from clinic_hours.strategies.asked import require

NEAR = (date(2024, 1, 1), date(2032, 12, 31))
"""Most dated days are of these years, so that the rules of one location meet."""


@st.composite
def dates(
    draw: DrawFn, *, min_value: date = date.min, max_value: date = date.max, holidays: Iterable[str] = ()
) -> Dates:
    """Returns a strategy for `Dates` of every kind: days, ranges, until further notice, every year, recurrences, Easter.

    The bounds hold for what is dated, the start of a recurrence included; what comes every year does so in all years. Public
    holidays are drawn from the calendars that `holidays` names, such as `["US", "DE-BE"]`, and need the extra of that name.

    >>> from hypothesis import find
    >>> find(dates(), lambda when: "RRULE" in str(when))
    Dates.parse('RRULE:FREQ=WEEKLY;BYDAY=MO')
    """
    require(not isinstance(holidays, str), "holidays", holidays, "a list of calendars, such as ['US', 'US-NJ']")
    return draw(_kinds_of_dates(min_value, max_value, tuple(holidays)))


def days_between(low: date, high: date) -> SearchStrategy[date]:
    """Days from a range, many of our own time, to which they shrink."""
    whole = st.dates(low, high)
    whole.validate()
    first, last = max(low, NEAR[0]), min(high, NEAR[1])
    near = st.integers(0, (last - first).days).map(lambda number: first + timedelta(number))
    return near | whole if first <= last else whole


def _listed(*values: SearchStrategy[Any]) -> SearchStrategy[str]:
    return st.lists(st.one_of(values).map(str), min_size=1, max_size=3, unique=True).map(",".join)


PIECES = {
    "days": _listed(st.sampled_from(WEEKDAYS)),
    "nth": _listed(st.builds("{}{}".format, st.sampled_from((1, 2, 3, 4, 5, -1, -2)), st.sampled_from(WEEKDAYS))),
    "dates": _listed(st.sampled_from((1, 15, -1, 29, 30, 31)), st.integers(1, 31), st.integers(-31, -1)),
    "months": _listed(st.integers(1, 12)),
    "weeks": _listed(st.sampled_from((1, 53, -1)), st.integers(1, 53)),
    "year": _listed(st.sampled_from((1, 60, 366, -1, -366)), st.integers(1, 366)),
    "places": st.sampled_from(("1", "-1", "1,-1", "2")),
    "easter": _listed(st.integers(-60, 60)),
}
RULES = (
    *("WEEKLY;BYDAY={days}", "WEEKLY;BYMONTH={months};BYDAY={days}", "WEEKLY;BYDAY={days};BYSETPOS={places}"),
    *("MONTHLY;BYDAY={nth}", "MONTHLY;BYMONTHDAY={dates}", "MONTHLY;BYDAY={days};BYSETPOS={places}"),
    *("YEARLY;BYMONTH={months};BYDAY={nth}", "YEARLY;BYMONTH={months};BYMONTHDAY={dates}", "YEARLY;BYYEARDAY={year}"),
    *("YEARLY;BYWEEKNO={weeks};BYDAY={days}", "YEARLY;BYEASTER={easter}", "DAILY", "DAILY;BYMONTHDAY={dates}"),
)
RULES_OF_A_START = ("WEEKLY", "MONTHLY", "YEARLY", "YEARLY;BYMONTH={months}")


@lru_cache(maxsize=64)
def _kinds_of_dates(low: date, high: date, holidays: tuple[str, ...]) -> SearchStrategy[Dates]:
    day = days_between(low, high)
    likely = st.sampled_from(("12-25", "01-01", "02-29", "12-31"))
    month_day = likely | st.dates(date(2028, 1, 1), date(2028, 12, 31)).map(lambda of: f"{of:%m-%d}")
    return st.one_of(
        day.map(Dates.on),
        st.tuples(day, day).map(lambda ends: Dates.between(min(ends), max(ends))),
        day.map(lambda first: Dates.between(first, None)),
        month_day.map(Dates.yearly),
        st.builds(Dates.yearly, month_day, month_day),
        _recurrences(low, high),
        st.builds(Dates.easter, st.sampled_from((0, -2, 1, 39, 50)) | st.integers(-250, 250)),
        *(_holidays(calendar) for calendar in holidays),
    )


@st.composite
def _recurrences(draw: DrawFn, low: date, high: date) -> Dates:
    start = draw(st.none() | days_between(low, high))
    rule = draw(st.sampled_from((*RULES, *RULES_OF_A_START) if start else RULES))
    rule = rule.format(**{name: draw(PIECES[name]) for _, name, _, _ in Formatter().parse(rule) if name})
    rule += draw(st.just("") | st.sampled_from(WEEKDAYS).map(";WKST={}".format))
    bounds = st.just("") | days_between(start or low, high).map(lambda day: f";UNTIL={day}".replace("-", ""))
    if start:
        rule += draw(st.just("") | st.integers(2, 8).map(";INTERVAL={}".format))
        bounds |= st.integers(1, 60).map(";COUNT={}".format)
    return Dates.recurring(f"FREQ={rule}{draw(bounds)}", start)


@st.composite
def _holidays(draw: DrawFn, calendar: str) -> Dates:
    country, _, subdivision = calendar.partition("-")
    try:
        rows = calendars.year(country, subdivision, False, draw(st.integers(NEAR[0].year, NEAR[1].year)))
    except UnknownHolidayError as error:
        raise InvalidArgument(f"holidays has {calendar!r}: {error}") from error
    name = draw(st.sampled_from(["*", *sorted({name for _, names in rows for name in names})]))
    return Dates.holiday(country, name, subdivision=subdivision, observed=draw(st.booleans()))


ANY_DATES = dates()
