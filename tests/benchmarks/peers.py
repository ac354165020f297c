"""Who is measured beside us: how each says the schedule, and how it is asked what it can answer.

A peer that is not installed is told as such. What a peer has no words for is not asked. Where it answers something else than was
asked, it is asked at the other instants only, and a note says so; the command holds both, that they agree there and that they
do not elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from .questions import CHRISTMAS, NEW_YORK, WEEK, YEAR, clinic, instant, pairs

NOT_INSTALLED = "not installed"


@dataclass(frozen=True)
class Way:
    """How a peer is asked a question."""

    call: Callable[[Any], Any]
    given: Callable[[Any], Any] = lambda at: at
    """What the peer is given for one of our arguments, which is made before the clock runs."""
    answer: Callable[[Any], Any] = lambda answer: answer
    unlike: Callable[[Any], bool] | None = None
    """The arguments at which it answers otherwise."""
    note: str = ""
    gives_up: type[Exception] | None = None
    """What it raises instead of an answer."""


@dataclass(frozen=True)
class Peer:
    """A peer: its name on PyPI, and the questions that it can answer."""

    name: str
    version: str
    ways: dict[str, Way] = field(default_factory=dict)


def opening_hours_py() -> dict[str, Way]:
    """A parser and evaluator of OpenStreetMap's hours, in Rust."""
    from opening_hours import OpeningHours, State

    def hours(tag: str = f"{WEEK}; Dec 25 off") -> Any:
        return OpeningHours(tag, timezone=NEW_YORK)

    def next_opening(asked: Any) -> Callable[[datetime], Any]:
        def ask(at: datetime) -> Any:
            change = asked.next_change(at)
            while change is not None and not asked.is_open(change):
                change = asked.next_change(change)
            return change

        return ask

    place = hours()
    is_open = Way(place.is_open)
    return {
        "local": is_open,
        "utc": is_open,
        "other": is_open,
        "next": Way(next_opening(place), answer=instant),
        "year": Way(
            lambda _: [(start, end) for start, end, state, _ in place.intervals(*YEAR) if state == State.OPEN],
            answer=pairs,
        ),
        "2044": Way(next_opening(hours("2044 Dec 24 10:00-12:00")), answer=instant),
        "never": Way(next_opening(hours("off")), answer=instant),
        "masked": Way(next_opening(hours(f"{WEEK}; Jan 01-Dec 31 off")), answer=instant),
        "build": Way(lambda at: hours().is_open(at)),
        "another": Way(lambda asked: hours(f"{asked[0]}; Dec 25 off").is_open(asked[1])),
        "parse": Way(OpeningHours, answer=str),
    }


def python_telegram_bot() -> dict[str, Way]:
    """The opening hours of a business account of Telegram."""
    from telegram import BusinessOpeningHours, BusinessOpeningHoursInterval

    def hours() -> Any:
        minutes = [
            (day * 1440 + opens * 60, day * 1440 + closes * 60)
            for day in range(5)
            for opens, closes in ((8, 12), (13, 17))
        ]
        return BusinessOpeningHours(NEW_YORK.key, [BusinessOpeningHoursInterval(*one) for one in minutes])

    def christmas(at: datetime) -> bool:
        local = at.astimezone(NEW_YORK)
        return CHRISTMAS.dates.matches(local.date()) and hours().is_open(at)

    place = hours()
    is_open = Way(place.is_open, unlike=christmas, note="has weeks only: not asked on 25 December")
    return {
        "local": is_open,
        "utc": is_open,
        "other": is_open,
        "build": Way(lambda at: hours().is_open(at), unlike=christmas, note=is_open.note),
    }


def exchange_calendars() -> dict[str, Way]:
    """The trading hours of an exchange, whose sessions are made beforehand, here for two years."""
    import pandas as pd
    from exchange_calendars import ExchangeCalendar
    from exchange_calendars.exchange_calendar import HolidayCalendar
    from pandas.tseries.holiday import Holiday

    class Exchange(ExchangeCalendar):
        name = "clinic"
        tz = NEW_YORK
        open_times = ((None, time(8)),)
        break_start_times = ((None, time(12)),)
        break_end_times = ((None, time(13)),)
        close_times = ((None, time(17)),)
        regular_holidays = HolidayCalendar([Holiday("Christmas Day", month=12, day=25)])

    class Closed(Exchange):
        weekmask = "0000000"

    def hours(kind: Any = Exchange) -> Any:
        return kind(start="2026-01-01", end="2028-01-01")

    def after_lunch(at: datetime) -> bool:
        opening = ours.next_opening(at)
        return opening is not None and opening.start.astimezone(NEW_YORK).time() == time(13)

    def openings(_: Any) -> list[Any]:
        days = place.schedule.loc["2026-01-01":"2026-12-31"]
        halves = (zip(days["open"], days["break_start"]), zip(days["break_end"], days["close"]))
        return [half for day in zip(*halves) for half in day]

    ours, place = clinic(), hours()
    is_open = Way(place.is_open_on_minute, pd.Timestamp)
    return {
        "local": is_open,
        "utc": is_open,
        "other": is_open,
        "next": Way(
            place.next_open, pd.Timestamp, instant, after_lunch,
            "does not count the end of a break as an opening: not asked in the morning",
        ),
        "year": Way(openings, answer=pairs),
        "never": Way(lambda _: hours(Closed), gives_up=ValueError, note="refuses a week without a day"),
        "build": Way(lambda at: hours().is_open_on_minute(at), pd.Timestamp),
    }  # fmt: skip


def pandas() -> dict[str, Way]:
    """The offset `CustomBusinessHour`, which has no zone: it reads the wall clock of what it is given."""
    import pandas as pd

    def hours() -> Any:
        return pd.offsets.CustomBusinessHour(
            start=["08:00", "13:00"], end=["12:00", "17:00"], holidays=["2026-12-25", "2027-12-25"]
        )

    def closing(at: datetime) -> bool:
        before = at - timedelta(seconds=1)
        return ours.is_open(before) and not ours.is_open(at)

    ours, place = clinic(), hours()
    closes = "counts the instant of closing as open: not asked there"
    elsewhere = Way(
        lambda at: place.is_on_offset(at.tz_convert(NEW_YORK)), pd.Timestamp, unlike=closing, note=closes
    )  # fmt: skip
    return {
        "local": Way(place.is_on_offset, pd.Timestamp, unlike=closing, note=closes),
        "utc": elsewhere,
        "other": elsewhere,
        "next": Way(
            place.rollforward, pd.Timestamp, instant, lambda at: ours.is_open(at) or closing(at),
            "gives the instant itself while it is open: asked while closed only",
        ),
        "never": Way(
            lambda _: pd.offsets.CustomBusinessHour(weekmask=""), gives_up=ValueError, note="refuses a week without a day"
        ),
        "build": Way(lambda at: hours().is_on_offset(at), pd.Timestamp, unlike=closing, note=closes),
    }  # fmt: skip


def businesstimedelta() -> dict[str, Way]:
    """Sums of working time; whether it is open is told by where its next working time starts."""
    import pytz
    from businesstimedelta import HolidayRule, LunchTimeRule, Rules, WorkDayRule

    zone, days = pytz.timezone(NEW_YORK.key), [0, 1, 2, 3, 4]

    class Christmas:
        def __contains__(self, day: Any) -> bool:
            return (day.month, day.day) == (12, 25)

    def hours() -> Any:
        rules = [
            WorkDayRule(time(8), time(17), days, tz=zone),
            LunchTimeRule(time(12), time(13), days, tz=zone),
            HolidayRule(Christmas(), tz=zone),
        ]
        return Rules(rules)

    def next_opening(at: datetime) -> datetime:
        start, end = place.next(at)
        return place.next(end)[0] if start == at else start

    def openings(_: Any) -> list[Any]:
        found, (at, last) = [], YEAR
        while (spell := place.next(at))[0] < last:
            found.append(spell)
            at = spell[1]
        return found

    place, closed = hours(), WorkDayRule(time(8), time(17), [], tz=zone)
    is_open = Way(lambda at: place.next(at)[0] == at)
    return {
        "local": is_open,
        "utc": is_open,
        "other": is_open,
        "next": Way(next_opening, answer=instant),
        "year": Way(openings, answer=pairs),
        "never": Way(closed.next, gives_up=OverflowError, note="looks on to the year 9999"),
        "build": Way(lambda at: hours().next(at)[0] == at),
    }


PEERS: dict[str, Callable[[], dict[str, Way]]] = {
    "opening-hours-py": opening_hours_py,
    "python-telegram-bot": python_telegram_bot,
    "exchange_calendars": exchange_calendars,
    "pandas": pandas,
    "businesstimedelta": businesstimedelta,
}


def peer(name: str, ways: Callable[[], dict[str, Way]]) -> Peer:
    """A peer, which can answer nothing where it is not installed."""
    try:
        return Peer(name, version(name), ways())
    except (ImportError, PackageNotFoundError):
        return Peer(name, NOT_INSTALLED)


def peers() -> list[Peer]:
    """All peers."""
    return [peer(name, ways) for name, ways in PEERS.items()]
