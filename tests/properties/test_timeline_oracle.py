"""The slow second answer agrees with every question: about any location, and around the clock changes of every time zone.

The whole sweep of the clock changes is a command, `python -m tests.sweep`; here every zone is asked about one moment.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asking import Asking, Difference
from clinic_hours import Location, State, strategies
from sweep import Change, ask, changes, quiet

ZONES = sorted(available_timezones())
TWO_DAYS = timedelta(days=2)


@st.composite
def asked(draw: st.DrawFn) -> tuple[Asking, list[datetime]]:
    """A location with its oracle, and instants that the oracle sees."""
    location = draw(strategies.locations())
    near = draw(strategies.instants_near_edges(location).filter(lambda at: 3 <= at.year <= 9997))
    day = near.astimezone(location.zone).date()
    asking = Asking(location, day - timedelta(days=5), day + timedelta(days=5))
    others = draw(st.lists(st.timedeltas(-TWO_DAYS, TWO_DAYS), min_size=1, max_size=3))
    return asking, [near, *(near + other for other in others)]


@given(asked())
def test_the_oracle_agrees_about_an_instant(drawn: tuple[Asking, list[datetime]]):
    asking, instants = drawn
    assert_none(difference for at in instants for difference in asking.at(at))


@given(asked(), st.sampled_from(State))
def test_the_oracle_agrees_about_a_window(drawn: tuple[Asking, list[datetime]], state: State):
    asking, instants = drawn
    start, end = sorted(instants[:2], key=lambda at: at.astimezone(UTC))
    assert_none(asking.between(start, end, state))


@given(asked(), st.timedeltas(timedelta(0), TWO_DAYS))
def test_the_oracle_agrees_about_open_time_to_come(drawn: tuple[Asking, list[datetime]], delta: timedelta):
    asking, instants = drawn
    assert_none(asking.later(instants[0], delta))


@given(asked())
def test_the_oracle_agrees_about_dates(drawn: tuple[Asking, list[datetime]]):
    asking, instants = drawn
    assert_none(difference for at in instants for difference in asking.on(at.date()))


@given(asked(), st.data())
def test_the_oracle_agrees_about_where_two_differ(drawn: tuple[Asking, list[datetime]], data: st.DataObject):
    asking, instants = drawn
    first, last = asking.oracle.days[0], asking.oracle.days[-1]
    other = Asking(data.draw(strategies.locations()), first - timedelta(days=2), last + timedelta(days=2))
    start, end = sorted(instants[:2], key=lambda at: at.astimezone(UTC))
    assert_none(asking.against(other, start, end))


@pytest.mark.parametrize("share", range(8))
def test_the_oracle_agrees_around_one_moment_in_every_zone(share: int):
    for name in ZONES[share::8]:
        year = Random(name).randint(1970, 2036)
        found = [*changes(ZoneInfo(name), year, year + 1), quiet(ZoneInfo(name), year, year, "sample")]
        assert_agreement(found[0])


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("America/New_York", 2026),
        ("America/St_Johns", 1988),
        ("America/Havana", 2026),
        ("Africa/Cairo", 2026),
        ("Africa/Casablanca", 2026),
        ("Africa/Monrovia", 1972),
        ("Pacific/Apia", 2011),
        ("Pacific/Kwajalein", 1993),
        ("Australia/Lord_Howe", 2026),
        ("Asia/Pyongyang", 2018),
        ("America/Caracas", 2007),
        ("Antarctica/Troll", 2026),
    ],
)
def test_the_oracle_agrees_around_the_changes_of_a_difficult_year(name: str, year: int):
    found = list(changes(ZoneInfo(name), year, year))
    assert found
    for change in found:
        for seed in range(2):
            assert_agreement(change, seed)


def assert_agreement(change: Change, seed: int = 0):
    number, differences = ask(change, seed, most=8)
    assert number > 50
    assert_none(differences)


def assert_none(differences: Iterable[Difference]):
    told = "\n".join(map(str, differences))
    assert not told, told


def test_the_comparison_finds_a_difference():
    """An engine that were wrong would be told: the oracle of another location disagrees."""
    day = datetime(2026, 11, 23, 12, tzinfo=UTC)
    asking, other = (
        Asking(Location(name="here", timezone="UTC", regular_hours=hours), day.date(), day.date())
        for hours in ("Mo-Su 08:00-17:00", "off")
    )
    asking.oracle = other.oracle
    named = {difference.question.partition("(")[0] for difference in asking.at(day)}
    assert {"is_open", "current_opening", "next_closing", "status"} <= named
