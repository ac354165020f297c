"""The corners of both ways in which an answer goes: few of many, far apart, long ago, long shut; and the bar on a terminal."""

import io
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from benchmarks.directory import directory
from clinic_hours import Location, MissingExtraError, SpecialHours, bulk
from clinic_hours.bulk import answering
from clinic_hours.bulk import progress as bars
from clinic_hours.bulk.clock import Clock
from steps import steps
from sweep_bulk import QUESTIONS, free, in_numpy, same

NEW_YORK = Location(
    name="Office", timezone="America/New_York", regular_hours="Mo-Fr 08:00-16:00", special_hours=[SpecialHours("12-25")]
)
MONROVIA = Location(name="Clinic", timezone="Africa/Monrovia", regular_hours="Mo-Su 08:00-16:00,22:00-02:00")
RARE = Location(
    name="Rare",
    timezone="UTC",
    regular_hours="off",
    special_hours=[SpecialHours("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "08:00-09:00")],
)
SHUT = Location(
    name="Shut", timezone="UTC", regular_hours="Mo 08:00-09:00", special_hours=[SpecialHours("2026-01-01/2026-11-30")]
)
NEVER = Location(name="Never", timezone="UTC", regular_hours="off")
ALWAYS = Location(name="Always", timezone="UTC", regular_hours="24/7")
MINUTE = np.timedelta64(60, "s")
ALL = [NEW_YORK, MONROVIA, RARE, SHUT, NEVER, ALWAYS]


def assert_same(locations: list[Location], instants: list[datetime]) -> None:
    for many, one in QUESTIONS:
        for row, location in zip(many(locations, in_numpy(instants)), locations, strict=True):
            for at, answer in zip(instants, row, strict=True):
                assert same(answer, one(location, at)), (many.__name__, location.name, at)


@pytest.mark.parametrize("way", ["by door", "by day"])
def test_instants_centuries_apart_are_answered_alike(way: str):
    instants = [
        datetime(year, 2, 28, 12, 30, tzinfo=UTC) + timedelta(days=year % 3)
        for year in (2, 1700, 1871, 1969, 1971, 2026, 2104, 9990)
    ]
    with free(way):
        assert_same(ALL, instants)
        for start, end in ((instants[3], instants[4]), (instants[1], instants[5])):
            lasting = bulk.open_time(ALL, in_numpy([start]), in_numpy([end]))
            assert lasting[:, 0].tolist() == [each.open_time(start, end) for each in ALL]


@pytest.mark.parametrize("way", ["by door", "by day"])
@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Tokyo"])
def test_the_first_and_the_last_moments_of_the_calendar_are_answered_alike(way: str, zone: str):
    first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    weeks = ("24/7", "off", "Mo 00:00-00:01; Fr 23:59-24:00", "Mo-Su 22:00-02:00", "Mo 00:01-09:00; Fr 00:00-23:59")
    locations = [Location(name=week, timezone=zone, regular_hours=week) for week in weeks]
    moments = (
        timedelta(0),
        timedelta(seconds=59),
        timedelta(minutes=1),
        timedelta(hours=6),
        timedelta(hours=30),
        timedelta(days=8),
    )
    with free(way):
        instants = [*(first + moment for moment in moments), *(last - moment for moment in moments)]
        assert_same(locations, instants)
        pairs = [(location, at) for location in locations for at in instants]
        found = bulk.is_open([location for location, _ in pairs], in_numpy([at for _, at in pairs]), pairs=True)
        assert found.tolist() == [location.is_open(at) for location, at in pairs]


def test_pairs_centuries_apart_are_answered_alike():
    pairs = [
        (location, datetime(year, 12, 25, 13, tzinfo=UTC))
        for location in (NEW_YORK, SHUT)
        for year in (5, 1890, 2026, 9000)
    ]
    with free("by day"):
        found = bulk.is_open([location for location, _ in pairs], in_numpy([at for _, at in pairs]), pairs=True)
    assert found.tolist() == [location.is_open(at) for location, at in pairs]


def test_a_clock_that_changes_within_a_minute_is_found_by_bisection():
    # Liberia's clocks were 44 minutes and 30 seconds behind UTC until 1972.
    instants = [datetime(1971, 12, 30, 8, 44, second, tzinfo=UTC) for second in (0, 29, 30, 31)]
    with free("by door"):
        assert bulk.is_open(MONROVIA, in_numpy(instants)).tolist() == [False, False, True, True]
        assert_same([MONROVIA], instants)


def test_parts_of_a_second_count_over_centuries():
    start, end = (
        datetime(1700, 1, 4, 12, 0, 0, 250_000, tzinfo=UTC),
        datetime(2026, 1, 5, 14, 0, 0, 750_000, tzinfo=UTC),
    )
    for location in (ALWAYS, NEW_YORK, NEVER):
        assert bulk.open_time(location, start, end) == location.open_time(start, end)


def test_few_of_many_are_asked_alone():
    timetable = bulk.Timetable.of([each.replace(id=f"{place}-{each.key}") for place in range(20) for each in ALL])
    found = bulk.is_open(timetable, np.datetime64("2026-11-23T15:00:00"), of=["7-office", "3-always", "9-never"])
    assert found.tolist() == [True, True, False]


@pytest.mark.parametrize("largest", [1 << 26, 0], ids=["together", "one by one"])
def test_calls_of_few_offices_are_answered_alike(largest: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(answering, "LARGEST", largest)
    random = Random(1)
    start = datetime(2026, 10, 25, tzinfo=UTC)
    pairs = [
        (random.choice((NEW_YORK, SHUT, ALWAYS, NEVER)), start + timedelta(seconds=random.randrange(30 * 86400)))
        for _ in range(12_000)
    ]
    with free("by door"):
        for many, one in QUESTIONS:
            found = many([location for location, _ in pairs], in_numpy([at for _, at in pairs]), pairs=True)
            for (location, at), answer in list(zip(pairs, found, strict=True))[::40]:
                assert same(answer, one(location, at)), (many.__name__, location.name, at)


def test_old_clocks_among_few_offices_are_asked_one_by_one():
    start = datetime(1971, 12, 30, tzinfo=UTC)
    pairs = [
        (location, start + timedelta(seconds=61 * step)) for step in range(400) for location in (MONROVIA, NEW_YORK)
    ]
    with free("by door"):
        found = bulk.is_open([location for location, _ in pairs], in_numpy([at for _, at in pairs]), pairs=True)
    assert found.tolist() == [location.is_open(at) for location, at in pairs]


def test_a_clock_is_asked_about_nothing():
    nothing = np.zeros(0, np.int64)
    assert len(Clock(ZoneInfo("UTC")).minutes(nothing)) == len(Clock(ZoneInfo("UTC")).seconds(nothing)) == 0


def test_a_walk_over_many_days_forgets_the_first_ones():
    days = np.datetime64("1990-01-01T12:00", "s") + np.arange(0, 366 * 40, 97) * np.timedelta64(86400, "s")
    with free("by day"):
        found = bulk.next_closing([NEW_YORK, SHUT], days)
    for row, location in zip(found, (NEW_YORK, SHUT), strict=True):
        assert row.tolist() == [
            location.next_closing(at.replace(tzinfo=UTC)).astimezone(UTC).replace(tzinfo=None) for at in days.tolist()
        ]  # type: ignore[union-attr]


def test_what_is_shut_for_months_is_remembered():
    timetable = bulk.Timetable.of(ALL)
    at = np.datetime64("2026-03-02T12:00:00")
    expected = [None, None, datetime(2028, 2, 29, 8), datetime(2026, 12, 7, 8), None, None]
    first = steps(lambda: bulk.next_opening(timetable, at))
    again = steps(lambda: bulk.next_opening(timetable, at + MINUTE))
    assert again < first / 3
    assert bulk.next_opening(timetable, at + 2 * MINUTE).tolist()[2:] == expected[2:]
    # The past is not what was remembered.
    assert bulk.next_opening(timetable, np.datetime64("2024-01-01T00:00:00")).tolist()[2:4] == [
        datetime(2024, 2, 29, 8),
        datetime(2024, 1, 1, 8),
    ]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal(), True), (io.StringIO(), False)], ids=["terminal", "file"])
def test_a_bar_is_shown_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch, stream: Any, shown: bool):
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(bars, "DELAY", 0)
    assert list(bars.progress(iter(range(1000)), "locations", 1000)) == list(range(1000))
    assert ("locations" in stream.getvalue()) is shown


def test_little_work_has_no_bar(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    work = [1, 2, 3]
    assert bars.progress(work, "locations") is work


def test_the_extra_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch):
    for name in [name for name in sys.modules if name.startswith("clinic_hours.bulk")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delattr("clinic_hours.bulk")
    with pytest.raises(MissingExtraError, match=r"clinic-hours\[bulk\]"):
        __import__("clinic_hours.bulk")


def test_threads_that_ask_at_once_get_the_answers_of_one():
    table = directory(500, seed=5)
    starts = np.datetime64("2026-01-01", "s") + np.arange(24) * np.timedelta64(16 * 86400 + 5000, "s")
    questions = [(ask, at) for at in starts for ask in (bulk.next_opening, bulk.is_open, bulk.next_closing)]
    alone = bulk.Timetable.from_arrow(table)
    expected = [ask(alone, at) for ask, at in questions]
    together = bulk.Timetable.from_arrow(table)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda question: question[0](together, question[1]), questions))
    assert all(
        np.array_equal(one, other, equal_nan=one.dtype != bool) for one, other in zip(found, expected, strict=True)
    )
