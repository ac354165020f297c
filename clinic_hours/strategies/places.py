"""Strategies for places with hours: locations, their services, and clinics."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from clinic_hours.clinic import Clinic
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.location import Address, Location, Service
from clinic_hours.strategies.asked import strategy_or
from clinic_hours.strategies.hours import ANY_WEEK, LETTERS
from clinic_hours.strategies.rules import ANY_BREAK, ANY_SEASON, ANY_SPECIAL

ZONES = st.sampled_from(("UTC", "America/New_York", "Australia/Lord_Howe")) | st.timezone_keys(allow_prefix=False)
SERVICES = ("Lab", "Pharmacy", "Telehealth", "Dr. Müller")
OFFICES = ("Main office", "Satellite office", "Urgent care", "Praxis am Markt", "中央診療所")


@st.composite
def addresses(draw: DrawFn) -> Address:
    """Returns a strategy for `Address`. Examples shrink towards one that is empty.

    >>> from hypothesis import find
    >>> find(addresses(), lambda address: bool(address.country))
    Address(country='US')
    """
    line = st.just("") | st.text(LETTERS, max_size=12)
    country, region = draw(st.sampled_from((("", ""), ("US", ""), ("US", "NJ"), ("DE", "BE"), ("AQ", ""))))
    return Address(street=draw(line), city=draw(line), region=region, postal_code=draw(line), country=country)


@st.composite
def services(
    draw: DrawFn,
    *,
    regular_hours: SearchStrategy[WeeklyHours] | None = None,
    special_hours: SearchStrategy[SpecialHours] | None = None,
    seasonal_hours: SearchStrategy[SeasonalHours] | None = None,
    breaks: SearchStrategy[Break] | None = None,
) -> Service:
    """Returns a strategy for `Service`, without a time zone, which is its location's; the rest is as for `locations`.

    >>> from hypothesis import find
    >>> find(services(), lambda service: bool(service.regular_hours.monday))
    Service(name='Lab', regular_hours=WeeklyHours.parse('Mo 09:00-17:00'), special_hours=(), seasonal_hours=(), breaks=())
    """
    return Service(
        name=draw(st.sampled_from(SERVICES)),
        **_hours(draw, regular_hours, special_hours, seasonal_hours, breaks),
    )


@st.composite
def locations(
    draw: DrawFn,
    *,
    timezones: SearchStrategy[str] | SearchStrategy[ZoneInfo] | None = None,
    regular_hours: SearchStrategy[WeeklyHours] | None = None,
    special_hours: SearchStrategy[SpecialHours] | None = None,
    seasonal_hours: SearchStrategy[SeasonalHours] | None = None,
    breaks: SearchStrategy[Break] | None = None,
    services: SearchStrategy[Service] | None = None,
) -> Location:
    """Returns a strategy for `Location`, with up to two rules and services of each kind; `st.nothing()` asks for none of a kind.

    `timezones` gives names, or zones as `st.timezones()` does; all that the machine has where it is left out.

    >>> from hypothesis import find
    >>> find(locations(), lambda location: bool(location.regular_hours.monday)).regular_hours
    WeeklyHours.parse('Mo 09:00-17:00')
    """
    zone = draw(strategy_or("timezones", timezones, ZONES))
    hours = _hours(draw, regular_hours, special_hours, seasonal_hours, breaks)
    inside = _apart(draw(_few(strategy_or("services", services, ANY_SERVICE))))
    return Location(name="Main office", timezone=zone, **hours, services=inside)


@st.composite
def clinics(
    draw: DrawFn,
    *,
    locations: SearchStrategy[Location] | None = None,
    special_hours: SearchStrategy[SpecialHours] | None = None,
    seasonal_hours: SearchStrategy[SeasonalHours] | None = None,
) -> Clinic:
    """Returns a strategy for `Clinic`, of up to three locations and two rules of each kind for all or some of them.

    Names and ids are given to the locations here, and a time zone of their own or the clinic's.

    >>> from hypothesis import find
    >>> find(clinics(), lambda clinic: bool(clinic.special_hours)).special_hours
    (SpecialHours('2024-01-01'),)
    """
    drawn = draw(st.lists(strategy_or("locations", locations, ANY_LOCATION), max_size=3))
    places: list[Location] = []
    for name, place in zip(OFFICES, drawn, strict=False):
        own: dict[str, Any] = draw(
            st.sampled_from(({"timezone": None}, {}, {"id": f"no-{len(places) + 1}", "phone": "+1 201 555 0100"}))
        )
        address = draw(st.none() | ANY_ADDRESS)
        places.append(place.replace(name=name, address=address, **own))
    ids = [place.key for place in places]
    return Clinic(
        name="Riverside",
        timezone=draw(ZONES),
        checked_on=draw(st.none() | CHECKED),
        special_hours=_excepted(draw, draw(_few(strategy_or("special_hours", special_hours, ANY_SPECIAL))), ids),
        seasonal_hours=_excepted(draw, draw(_few(strategy_or("seasonal_hours", seasonal_hours, ANY_SEASON))), ids),
        locations=places,
    )


def _hours(draw: DrawFn, week: Any, special: Any, seasonal: Any, breaks: Any) -> dict[str, Any]:
    return {
        "regular_hours": draw(strategy_or("regular_hours", week, ANY_WEEK)),
        "special_hours": draw(_few(strategy_or("special_hours", special, ANY_SPECIAL))),
        "seasonal_hours": draw(_few(strategy_or("seasonal_hours", seasonal, ANY_SEASON))),
        "breaks": draw(_few(strategy_or("breaks", breaks, ANY_BREAK))),
    }


def _apart(inside: Sequence[Service]) -> list[Service]:
    """The services, but for one whose id another has."""
    return list({service.key: service for service in inside}.values())


def _excepted(draw: DrawFn, rules: Sequence[Any], ids: Sequence[str]) -> list[Any]:
    """The rules, each perhaps with locations for which it does not hold."""
    made: list[Any] = []
    for rule in rules:
        some = draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
        made.append(type(rule)(rule.dates, rule.hours, rule.reason, some))
    return made


@lru_cache(maxsize=64)
def _few(rules: SearchStrategy[Any]) -> SearchStrategy[tuple[Any, ...]]:
    return st.just(()) if rules.is_empty else st.lists(rules, max_size=2).map(tuple)


ANY_ADDRESS, ANY_SERVICE = addresses(), services()
ANY_LOCATION = locations()
CHECKED = st.dates(date(2020, 1, 1), date(2030, 12, 31))
