"""Answers for many at once are those of `Location` one by one: whichever way they go, and around the clock changes of any zone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import Location, bulk, strategies
from sweep import changes
from sweep_bulk import QUESTIONS, WAYS, differences, free, in_numpy, same

FIRST, LAST = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)
ZONES = sorted(available_timezones())


@pytest.fixture(params=WAYS, scope="module")
def way(request: pytest.FixtureRequest) -> Iterator[str]:
    with free(request.param):
        yield request.param


@st.composite
def asked(draw: st.DrawFn) -> tuple[list[Location], list[datetime]]:
    """Some locations, and instants near their edges."""
    locations = draw(st.lists(strategies.locations(), min_size=1, max_size=4))
    near = draw(strategies.instants_near_edges(locations[0]))
    others = draw(st.lists(st.timedeltas(timedelta(-9), timedelta(9)), max_size=3))
    instants = [min(max(at, FIRST), LAST) for at in (near, *(_moved(near, other) for other in others))]
    return locations, [at.astimezone(UTC) for at in instants]


def _moved(at: datetime, by: timedelta) -> datetime:
    return at + by if FIRST + abs(by) < at < LAST - abs(by) else at


@given(asked())
def test_each_location_is_answered_at_each_instant(way: str, drawn: tuple[list[Location], list[datetime]]):
    locations, instants = drawn
    for many, one in QUESTIONS:
        for row, location in zip(many(locations, in_numpy(instants)), locations, strict=True):
            for at, answer in zip(instants, row, strict=True):
                assert same(answer, one(location, at)), (many.__name__, location, at)


@given(asked(), st.randoms(use_true_random=False))
def test_pairs_are_answered_one_by_one(way: str, drawn: tuple[list[Location], list[datetime]], random: Any):
    locations, instants = drawn
    pairs = [(location, at) for location in locations for at in instants]
    random.shuffle(pairs)
    for many, one in QUESTIONS:
        found = many([location for location, _ in pairs], in_numpy([at for _, at in pairs]), pairs=True)
        for (location, at), answer in zip(pairs, found, strict=True):
            assert same(answer, one(location, at)), (many.__name__, location, at)


@given(asked())
def test_open_time_is_that_of_each_location(way: str, drawn: tuple[list[Location], list[datetime]]):
    locations, instants = drawn
    starts, ends = zip(*((min(a, b), max(a, b)) for a in instants for b in instants))
    found = bulk.open_time(locations, in_numpy(starts), in_numpy(ends))
    for row, location in zip(found, locations, strict=True):
        for start, end, answer in zip(starts, ends, row, strict=True):
            assert answer == location.open_time(start, end), (location, start, end)


@pytest.mark.parametrize("name", ZONES[::12])
def test_around_a_clock_change_the_answers_are_the_same(name: str):
    random = Random(name)
    first = random.choice((1850, 1900, 1930, 1960, 1990, 2020))
    found = list(changes(ZoneInfo(name), first, first + 30))
    if found:
        assert list(differences(random.choice(found), 0)) == []
