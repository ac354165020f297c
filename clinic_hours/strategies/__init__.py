"""Hypothesis strategies for tests of code that works with opening hours.

Hypothesis finds them by itself: `st.from_type(Location)`, and annotations under `@given(...)`, draw all that a location may be,
with every state, tails past midnight, whole days, and dates of every kind. Call them here to ask for less::

    @given(strategies.locations(timezones=st.just("America/New_York")))
    def test_the_booking_page_can_show_it(location): ...

They shrink to hours that are quickly read: closed days, 09:00-17:00, UTC. The `strategies` extra installs Hypothesis.
"""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from clinic_hours.clinic import Clinic
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.hours.time_range import TimeRange
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.location import Address, Location, Service
from clinic_hours.strategies.dates import dates
from clinic_hours.strategies.hours import day_hours, signs, time_ranges, weekly_hours
from clinic_hours.strategies.instants import instants_near_edges
from clinic_hours.strategies.places import addresses, clinics, locations, services
from clinic_hours.strategies.rules import breaks, seasonal_hours, special_hours


def register() -> None:
    """Tell Hypothesis of these strategies, for `st.from_type` and annotations; done by the import of this module."""
    for kind, strategy in EVERY.items():
        st.register_type_strategy(kind, strategy)


EVERY: dict[type[Any], SearchStrategy[Any]] = {
    TimeRange: time_ranges(),
    DayHours: day_hours(),
    WeeklyHours: weekly_hours(),
    Dates: dates(),
    SpecialHours: special_hours(),
    SeasonalHours: seasonal_hours(),
    Break: breaks(),
    Address: addresses(),
    Service: services(),
    Location: locations(),
    Clinic: clinics(),
}
register()

__all__ = [
    "addresses",
    "breaks",
    "clinics",
    "dates",
    "day_hours",
    "instants_near_edges",
    "locations",
    "register",
    "seasonal_hours",
    "services",
    "signs",
    "special_hours",
    "time_ranges",
    "weekly_hours",
]
