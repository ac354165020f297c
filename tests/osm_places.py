"""Locations and clinics as a tag of OpenStreetMap can say them, but for what their rules do to each other."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from clinic_hours import Break, Clinic, Dates, Location, SeasonalHours, SpecialHours, strategies

NAMED = st.dates(date(2027, 5, 1), date(2028, 8, 1))
DATES = st.one_of(
    NAMED.map(Dates.on),
    NAMED.map(lambda day: Dates.yearly(f"{day:%m-%d}")),
    st.builds(lambda *days: Dates.between(min(days), max(days)), NAMED, NAMED),
    st.builds(lambda *days: Dates.yearly(*(f"{day:%m-%d}" for day in days)), NAMED, NAMED),
    NAMED.map(lambda day: Dates.between(day, None)),
    st.sampled_from((-2, 1, 39)).map(Dates.easter),
    st.sampled_from(
        ("MONTHLY;BYDAY=2SA,4SA", "MONTHLY;BYDAY=-1FR", "YEARLY;BYMONTH=9;BYDAY=1MO", "WEEKLY;BYDAY=WE")
    ).map(lambda of: Dates.recurring(f"FREQ={of}")),
    st.sampled_from(("1,3,5,7", "20", "52,53")).map(
        lambda of: Dates.recurring(f"FREQ=YEARLY;BYWEEKNO={of};BYDAY=MO,TU")
    ),
)


def rules(past_midnight: bool) -> dict[str, st.SearchStrategy[Any]]:
    """Hours and rules whose dates a tag can say, as strategies for locations and services take them."""
    day = strategies.day_hours(allow_past_midnight=past_midnight)
    week = strategies.weekly_hours(days=strategies.day_hours(min_size=1, allow_past_midnight=past_midnight))
    times = strategies.day_hours(min_size=1, max_size=2, states=["open"], allow_notes=False, allow_past_midnight=False)
    return {
        "regular_hours": week,
        "special_hours": st.tuples(DATES, day).map(lambda of: SpecialHours(*of)),
        "seasonal_hours": st.tuples(DATES, week).map(lambda of: SeasonalHours(*of)),
        "breaks": st.tuples(DATES, times).map(lambda of: Break(*of)),
    }


def places(past_midnight: bool) -> st.SearchStrategy[Location]:
    """Locations whose rules have dates that a tag can say."""
    return strategies.locations(timezones=st.just("UTC"), services=st.nothing(), **rules(past_midnight))


def clinics() -> st.SearchStrategy[Clinic]:
    """Clinics of one or two such locations with services, and rules for all of them; none has a night."""
    held = rules(past_midnight=False)
    few = strategies.locations(timezones=st.just("UTC"), services=strategies.services(**held), **held)
    made = strategies.clinics(locations=few, special_hours=held["special_hours"], seasonal_hours=held["seasonal_hours"])
    return made.filter(len)
