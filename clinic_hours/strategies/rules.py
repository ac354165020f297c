"""Strategies for what holds on some dates: special hours, seasons, breaks."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.strategies.dates import ANY_DATES
from clinic_hours.strategies.hours import ANY_WEEK, LINES, TIMES, day_hours

ANY_DAY = day_hours()


@st.composite
def special_hours(draw: DrawFn) -> SpecialHours:
    """Returns a strategy for `SpecialHours` of any dates, closures and hours alike.

    >>> from hypothesis import find
    >>> find(special_hours(), lambda special: bool(special.hours))
    SpecialHours('2024-01-01', '09:00-17:00')
    """
    return SpecialHours(draw(ANY_DATES), draw(ANY_DAY), reason=draw(LINES))


@st.composite
def seasonal_hours(draw: DrawFn) -> SeasonalHours:
    """Returns a strategy for `SeasonalHours` of any dates and any week.

    >>> from hypothesis import find
    >>> find(seasonal_hours(), lambda season: bool(season.hours.friday))
    SeasonalHours('2024-01-01', 'Fr 09:00-17:00')
    """
    return SeasonalHours(draw(ANY_DATES), draw(ANY_WEEK), reason=draw(LINES))


@st.composite
def breaks(draw: DrawFn) -> Break:
    """Returns a strategy for `Break` of any dates and times.

    >>> from hypothesis import find
    >>> find(breaks(), lambda pause: len(pause.hours) == 1)
    Break('2024-01-01', '09:00-17:00')
    """
    return Break(draw(ANY_DATES), draw(TIMES), reason=draw(LINES))


ANY_SPECIAL, ANY_SEASON, ANY_BREAK = special_hours(), seasonal_hours(), breaks()
