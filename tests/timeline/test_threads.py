"""Many threads may ask a location that nobody has asked before."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest

from clinic_hours import Break, Location, SeasonalHours, SpecialHours

THREADS = 12
NOW = datetime(2026, 3, 7, 12, tzinfo=UTC)


def fresh(number: int) -> Location:
    """A location of its own each time, with rules that are compiled when they are first needed."""
    return Location(
        name=f"Office {number}",
        timezone="America/New_York",
        regular_hours="Mo-Fr 08:00-12:00,13:00-17:00; Sa 22:00-06:00",
        special_hours=[
            SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=2SA"),
            SpecialHours("easter-2"),
            SpecialHours("02-29", "10:00-11:00"),
        ],
        seasonal_hours=[SeasonalHours(f"{2030 + number}-01-01/..", "Su 10:00-12:00")],
        breaks=[Break("RRULE:FREQ=MONTHLY;BYDAY=1TH", "10:00-11:00")],
    )


QUESTIONS: dict[str, Callable[[Location, datetime], object]] = {
    "is_open": lambda location, at: location.is_open(at),
    "status": lambda location, at: location.status(at),
    "next_opening": lambda location, at: location.next_opening(at),
    "previous_opening": lambda location, at: location.previous_opening(at),
    "open_time": lambda location, at: location.open_time(at, at + timedelta(days=900)),
    "openings": lambda location, at: list(location.openings(at, at + timedelta(days=30))),
    "hours_on": lambda location, at: location.hours_on(date(2026, 4, 3)),
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_threads_that_ask_a_fresh_location_all_get_its_answer(question: Callable[[Location, datetime], object]):
    instants = [NOW + timedelta(hours=7 * number) for number in range(THREADS)]
    barrier = Barrier(THREADS)

    def ask(location: Location, at: datetime) -> object:
        barrier.wait()
        return question(location, at)

    with ThreadPoolExecutor(THREADS) as threads:
        for number in range(10):
            location = fresh(number)
            together = list(threads.map(ask, [location] * THREADS, instants))
            assert together == [question(fresh(number), at) for at in instants]
