"""Answers for many at once are those of `Location` one by one: whichever way they go, and around the clock changes of any zone."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import available_timezones

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import Location, bulk, strategies
from clinic_hours.bulk import answering, lasting

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
FIRST, LAST = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)
ZONES = sorted(available_timezones())


def ticks(at: datetime | None) -> int:
    return np.iinfo(np.int64).min if at is None else (at - EPOCH) // MICROSECOND


def start_of_next(location: Location, at: datetime) -> datetime | None:
    opening = location.next_opening(at)
    return opening and opening.start


QUESTIONS: list[tuple[Callable[..., Any], Callable[[Location, datetime], Any]]] = [
    (bulk.is_open, Location.is_open),
    (bulk.state, lambda location, at: location.status(at).state),
    (bulk.next_opening, lambda location, at: np.int64(ticks(start_of_next(location, at))).view("datetime64[us]")),
    (bulk.next_closing, lambda location, at: np.int64(ticks(location.next_closing(at))).view("datetime64[us]")),
]


def same(one: Any, other: Any) -> bool:
    return bool(one == other or (one != one and other != other))  # NaT is not itself


WAYS = {
    "by door": ("FOR_RUNS", "A_DAY_OF_RUNS"),
    "by day": ("FOR_A_DAY", "A_SCHEDULE_ON_A_DAY", "A_DOOR_AT_AN_INSTANT"),
}


@pytest.fixture(params=WAYS, scope="module")
def way(request: pytest.FixtureRequest) -> Iterator[str]:
    """Whatever costs less is taken, so each way is made free in turn."""
    with pytest.MonkeyPatch.context() as patch:
        for name in WAYS[request.param]:
            for module in (answering, lasting):
                patch.setattr(module, name, 0)
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


def assert_same(locations: list[Location], instants: list[datetime]) -> None:
    given_as = np.array([at.replace(tzinfo=None) for at in instants], "datetime64[us]")
    for many, one in QUESTIONS:
        found = many(locations, given_as)
        for row, location in zip(found, locations, strict=True):
            for at, answer in zip(instants, row, strict=True):
                assert same(answer, one(location, at)), (many.__name__, location, at)


@given(asked())
def test_each_location_is_answered_at_each_instant(way: str, drawn: tuple[list[Location], list[datetime]]):
    assert_same(*drawn)


@given(asked(), st.randoms(use_true_random=False))
def test_pairs_are_answered_one_by_one(way: str, drawn: tuple[list[Location], list[datetime]], random: Any):
    locations, instants = drawn
    pairs = [(location, at) for location in locations for at in instants]
    random.shuffle(pairs)
    given_as = np.array([at.replace(tzinfo=None) for _, at in pairs], "datetime64[us]")
    for many, one in QUESTIONS:
        found = many([location for location, _ in pairs], given_as, pairs=True)
        for (location, at), answer in zip(pairs, found, strict=True):
            assert same(answer, one(location, at)), (many.__name__, location, at)


@given(asked())
def test_open_time_is_that_of_each_location(way: str, drawn: tuple[list[Location], list[datetime]]):
    locations, instants = drawn
    starts, ends = zip(*((min(a, b), max(a, b)) for a in instants for b in instants))
    given_as = [np.array([at.replace(tzinfo=None) for at in each], "datetime64[us]") for each in (starts, ends)]
    found = bulk.open_time(locations, *given_as)
    for row, location in zip(found, locations, strict=True):
        for start, end, answer in zip(starts, ends, row, strict=True):
            assert answer == location.open_time(start, end), (location, start, end)
