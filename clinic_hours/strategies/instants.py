"""Strategies for instants at which answers are most likely to be wrong."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import islice
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from clinic_hours.hours.dates import Dates
from clinic_hours.location import Location
from clinic_hours.strategies.asked import require
from clinic_hours.strategies.dates import days_between
from clinic_hours.timeline.zone import BLOCK, UTC_ZERO, zone_of

EARLY, LATE = date(2, 1, 1), date(9997, 1, 1)
STEPS = [sign * timedelta(**{unit: 1}) for unit in ("microseconds", "minutes", "hours") for sign in (0, -1, 1)]


@st.composite
def instants_near_edges(draw: DrawFn, location: Location) -> datetime:
    """Returns a strategy for aware datetimes at which the answers of a location are most likely to be wrong.

    They lie at and around its openings and closings, the changes of its clock, midnights, and the dates of its rules, to the
    microsecond; a few lie anywhere in Python's calendar. They stand in UTC, in the location's zone, or at another offset.

    >>> from hypothesis import find
    >>> office = Location(name="Office", timezone="UTC", regular_hours="Mo-Fr 08:00-17:00")
    >>> find(instants_near_edges(office), office.is_open)
    datetime.datetime(2024, 1, 1, 8, 0, tzinfo=datetime.timezone.utc)
    """
    require(getattr(location, "timezone", None) is not None, "location", location, "a Location with a time zone")
    at = draw(_edges_of(location) if draw(st.integers(0, 7)) else st.datetimes(timezones=st.just(UTC)))
    try:
        at += draw(st.sampled_from(STEPS) | st.timedeltas(timedelta(-2), timedelta(2)))
        return at.astimezone(draw(st.sampled_from((UTC, location.zone, timezone(timedelta(hours=5, minutes=45))))))
    except OverflowError:
        return at


@st.composite
def _edges_of(draw: DrawFn, location: Location) -> datetime:
    """Midnights, openings and closings, clock changes, of our own time or around the dates of a rule."""
    day = draw(days_between(EARLY, LATE))
    rules: list[Any] = [*location.special_hours, *location.seasonal_hours, *location.breaks]
    if draw(st.booleans()) and rules:
        when: Dates = draw(st.sampled_from(rules)).dates
        found, _ = next(when.runs(day.toordinal(), day.toordinal() + 800), when.kind.bounds)
        day = min(max(date.fromordinal(found), EARLY), LATE)
    midnight = datetime.combine(day, time(0), location.zone).astimezone(UTC)
    openings = location.openings(midnight - timedelta(1), midnight + timedelta(15), clip=False)
    edges = [edge for opening in islice(openings, 30) for edge in (opening.start, opening.end) if edge]
    periods = zone_of(location.zone).block(day.toordinal() >> BLOCK).periods
    changes = [UTC_ZERO + timedelta(seconds=change) for change, _, _ in periods[1:]]
    return draw(st.one_of([st.sampled_from(found) for found in (edges, [midnight], changes) if found]))
