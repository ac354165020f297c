"""What is no instant, no date, no window and no state is refused at once, by an error that names the fix."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

import pytest

from clinic_hours import (
    ClinicHoursError,
    InvalidHoursError,
    InvalidWindowError,
    Location,
    NaiveDatetimeError,
    UnknownTimezoneError,
    WrongTypeError,
)

OFFICE = Location(name="Office", timezone="America/New_York", regular_hours="Mo-Fr 08:00-17:00")
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)

AT = {
    name: getattr(OFFICE, name)
    for name in (
        "is_open",
        "status",
        "current_opening",
        "next_opening",
        "opening_at_or_after",
        "next_closing",
        "previous_opening",
        "previous_closing",
    )
}
WINDOWS: dict[str, Callable[[Any, Any], object]] = {
    "openings": OFFICE.openings,
    "open_time": OFFICE.open_time,
    "differs_from": lambda start, end: OFFICE.differs_from(OFFICE, start, end),
}
INSTANTS: dict[str, Callable[[Any], object]] = (
    AT
    | {f"{name}, start": lambda at, ask=ask: ask(at, NOW) for name, ask in WINDOWS.items()}
    | {f"{name}, end": lambda at, ask=ask: ask(NOW, at) for name, ask in WINDOWS.items()}
    | {"add_open_time": lambda at: OFFICE.add_open_time(at, HOUR)}
)


class Mute(tzinfo):
    """A time zone that does not know its offset."""

    def utcoffset(self, at: datetime | None) -> None:
        return None


every_instant = pytest.mark.parametrize("ask", INSTANTS.values(), ids=INSTANTS.keys())
every_window = pytest.mark.parametrize("ask", WINDOWS.values(), ids=WINDOWS.keys())
every_date = pytest.mark.parametrize("ask", [OFFICE.hours_on, OFFICE.plan_on], ids=["hours_on", "plan_on"])


@every_instant
def test_a_naive_datetime_names_the_fix(ask: Callable[[Any], object]):
    with pytest.raises(
        NaiveDatetimeError, match=r"2026-11-23T12:00:00 has no time zone; .*at\.replace\(tzinfo=ZoneInfo\("
    ):
        ask(datetime(2026, 11, 23, 12))


@every_instant
def test_a_time_zone_that_tells_no_offset_is_no_time_zone(ask: Callable[[Any], object]):
    with pytest.raises(NaiveDatetimeError, match="has no time zone"):
        ask(datetime(2026, 11, 23, 12, tzinfo=Mute()))


@every_instant
@pytest.mark.parametrize(
    ("given", "told"),
    [
        (date(2026, 11, 23), "a date has no instant"),
        ("2026-11-23T12:00:00Z", "str is none"),
        (1795435200, "int is none"),
        (1795435200.0, "float is none"),
        (time(12), "time is none"),
        (HOUR, "timedelta is none"),
        (True, "bool is none"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_no_instant_is_told_by_its_kind(ask: Callable[[Any], object], given: object, told: str):
    with pytest.raises(WrongTypeError, match=rf"an instant is meant here, and {told}; write datetime\("):
        ask(given)


@every_window
@pytest.mark.parametrize("window", [(None, NOW), (NOW, None), (None, None)], ids=["start", "end", "both"])
def test_a_window_has_two_edges(ask: Callable[[Any, Any], object], window: tuple[Any, Any]):
    with pytest.raises(WrongTypeError, match="a window is given by two instants, its start and its end"):
        ask(*window)


@every_window
def test_a_window_does_not_end_before_it_starts(ask: Callable[[Any, Any], object]):
    told = r"the window ends before it starts: 2026-11-23T12:00:00\+00:00 to 2026-11-23T11:00:00\+00:00"
    with pytest.raises(InvalidWindowError, match=told):
        ask(NOW, NOW - HOUR)


@every_window
def test_a_window_is_ordered_by_instants_and_not_by_the_clock(ask: Callable[[Any, Any], object]):
    """01:40 and then 01:20, when the clock shows 01:20 again half an hour later."""
    first, second = (
        datetime(2026, 11, 1, 1, minute, fold=fold, tzinfo=OFFICE.zone) for minute, fold in ((40, 0), (20, 1))
    )
    ask(first, second)
    with pytest.raises(InvalidWindowError, match="the window ends before it starts"):
        ask(second, first)


def test_a_negative_open_time_does_not_pass():
    with pytest.raises(InvalidWindowError, match="open time passes forward only, and -1 day, 23:00:00 is negative"):
        OFFICE.add_open_time(NOW, -HOUR)


@pytest.mark.parametrize("delta", [2, 2.0, "02:00", None, time(2)], ids=repr)
def test_an_open_time_is_a_timedelta(delta: object):
    kind = type(delta).__name__
    with pytest.raises(WrongTypeError, match=rf"an open time is a timedelta, not {kind}; write timedelta\(hours=2\)"):
        OFFICE.add_open_time(NOW, delta)


@pytest.mark.parametrize("state", ["ajar", "OPEN", "", None, 1], ids=repr)
def test_a_state_that_is_none_names_those_that_are(state: object):
    with pytest.raises(InvalidHoursError, match=rf"no state is named '{state}'; .*by_appointment"):
        OFFICE.openings(NOW, NOW + HOUR, state=state)


@every_date
def test_a_datetime_is_no_date(ask: Callable[[Any], object]):
    with pytest.raises(
        WrongTypeError, match=r"a date is meant here, not datetime; write at\.date\(\) for its own date"
    ):
        ask(NOW)


@every_date
@pytest.mark.parametrize("given", ["2026-11-23", 20261123, None, time(12)], ids=repr)
def test_what_is_no_date_is_told_by_its_kind(ask: Callable[[Any], object], given: object):
    with pytest.raises(
        WrongTypeError, match=rf"a date is meant here, not {type(given).__name__}; write date\(2026, 11, 23\)"
    ):
        ask(given)


@pytest.mark.parametrize("other", ["Office", None, 5, OFFICE.regular_hours], ids=lambda value: type(value).__name__)
def test_only_what_answers_questions_can_differ(other: object):
    with pytest.raises(WrongTypeError):
        OFFICE.differs_from(other, NOW, NOW + HOUR)


def test_a_location_without_a_time_zone_says_so():
    office = Location(name="Main office", regular_hours="Mo-Fr 08:00-17:00")
    for _ in range(2):
        for ask in (office.is_open, office.status, office.next_opening, lambda at: office.open_time(at, at + HOUR)):
            with pytest.raises(
                UnknownTimezoneError, match=r"'Main office' has no time zone; give timezone='America/New_York'"
            ):
                ask(NOW)


def test_every_refusal_is_an_error_of_the_library_and_of_the_standard_kind():
    assert issubclass(NaiveDatetimeError, TypeError)
    assert issubclass(WrongTypeError, TypeError)
    assert all(issubclass(kind, ValueError) for kind in (InvalidHoursError, InvalidWindowError, UnknownTimezoneError))
    assert all(issubclass(kind, ClinicHoursError) for kind in (NaiveDatetimeError, WrongTypeError, InvalidWindowError))
