"""What is asked, of whom, and at which instants: the same for everybody who is measured.

The schedule is one that every peer can say in its own way: Monday to Friday 08:00-12:00 and 13:00-17:00, closed on 25 December,
in New York.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from clinic_hours import Location, SpecialHours, WeeklyHours, format_hours, read_hours

NEW_YORK, PARIS, UTC_ZONE = ZoneInfo("America/New_York"), ZoneInfo("Europe/Paris"), ZoneInfo("UTC")
WEEK = "Mo-Fr 08:00-12:00,13:00-17:00"
WEEKS = [
    f"Mo-Fr {opens // 60:02}:{opens % 60:02}-12:00,13:00-{closes // 60:02}:{closes % 60:02}"
    for opens in range(420, 580, 5)
    for closes in range(960, 1280, 5)
]
"""More weeks than we or a peer remember: 2,048."""
SIGNS = [
    f"Mon 8am-4pm\nTues, Wed & Thurs {7 + opens // 60}:{opens % 60:02}am-{4 + closes // 60}:{closes % 60:02}pm\n"
    "Fri 8am-noon, 1pm-3pm\nClosed Sat & Sun"
    for opens in range(0, 160, 5)
    for closes in range(0, 320, 5)
]
CHRISTMAS = SpecialHours("12-25", reason="Christmas Day")
YEAR = datetime(2026, 1, 1, tzinfo=NEW_YORK), datetime(2027, 1, 1, tzinfo=NEW_YORK)
EDGY = (date(2026, 3, 5), 8), (date(2026, 10, 29), 8), (date(2026, 12, 22), 8), (date(2027, 12, 22), 6)
"""Days whose every opening and closing is asked, each from a date and so many: the changes of the clocks, and Christmas."""


def clinic(week: str = WEEK, special: Sequence[SpecialHours] = (CHRISTMAS,)) -> Location:
    """The location that is asked."""
    return Location(
        name="Office", timezone=NEW_YORK.key, regular_hours=WeeklyHours.parse(week), special_hours=list(special)
    )


def instants(count: int, seed: int = 2026) -> list[datetime]:
    """Instants of nearly two years, to the second, in no order."""
    random = Random(seed)
    first = datetime(2026, 1, 2, tzinfo=UTC)
    return [first + timedelta(seconds=random.randrange(700 * 86400)) for _ in range(count)]


def edges() -> list[datetime]:
    """Openings and closings to the second, and the seconds before them."""
    found = []
    place = clinic()
    for day, count in EDGY:
        start = datetime(day.year, day.month, day.day, tzinfo=NEW_YORK)
        for opening in place.openings(start, start + timedelta(days=count)):
            found += [opening.start, opening.end]
    return [at.astimezone(UTC) - before for at in found for before in (timedelta(0), timedelta(seconds=1))]


def instant(at: Any) -> datetime | None:
    """An answer that is an instant, from whatever library, in UTC."""
    return None if at is None else getattr(at, "to_pydatetime", lambda: at)().astimezone(UTC)


@dataclass(frozen=True)
class Question:
    """What is asked: the label of its row, how we are asked, at what, and what of the answer must agree."""

    label: str
    call: Callable[[Any], Any]
    arguments: Sequence[Any]
    also: Sequence[Any] = ()
    """Further arguments at which answers must agree, which are not timed."""
    answer: Callable[[Any], Any] = lambda answer: answer
    short: bool = field(default=True, kw_only=True)
    """Whether it stands in the short table."""
    whole: bool = field(default=False, kw_only=True)
    """Whether each round asks all arguments, of which there are more than anybody remembers."""


def start_of(opening: Any) -> datetime | None:
    """When an opening starts."""
    return opening and instant(opening.start)


def pairs(openings: Any) -> list[tuple[datetime | None, datetime | None]]:
    """Starts and ends."""
    return [(instant(start), instant(end)) for start, end in openings]


def questions() -> dict[str, Question]:
    """The questions, by the names that peers know them by."""
    at, also = instants(2048), edges()

    def zoned(zone: Any) -> tuple[list[datetime], list[datetime]]:
        return [one.astimezone(zone) for one in at], [one.astimezone(zone) for one in also]

    place, local = clinic(), zoned(NEW_YORK)
    in_2044 = clinic("off", [SpecialHours("2044-12-24", "10:00-12:00")])
    never, masked = clinic("off", []), clinic(special=[SpecialHours("01-01/12-31", reason="Gone")])
    return {
        "local": Question("is it open? Instants in its own zone", place.is_open, *local),
        "utc": Question("the same in UTC", place.is_open, *zoned(UTC_ZONE), short=False),
        "other": Question("the same in a third zone", place.is_open, *zoned(PARIS), short=False),
        "next": Question("when does it open next?", place.next_opening, *local, answer=start_of),
        "year": Question(
            "every opening of a year", lambda _: list(place.openings(*YEAR)), [None] * 8,
            answer=lambda found: pairs((opening.start, opening.end) for opening in found),
        ),
        "2044": Question(
            "open once, in 2044: when?", in_2044.next_opening, local[0][:256], answer=start_of, short=False
        ),
        "never": Question("never open: when?", never.next_opening, local[0][:256], answer=start_of),
        "masked": Question(
            "weekly hours, and every day closed as an exception: when?", masked.next_opening, local[0][:64], answer=start_of,
        ),
        "build": Question("build the schedule again, ask once", lambda at: clinic().is_open(at), local[0][:128]),
        "another": Question(
            "build another schedule each time, ask once", lambda asked: clinic(asked[0]).is_open(asked[1]),
            list(zip(WEEKS, local[0])), short=False, whole=True,
        ),
        "parse": Question("read another week's notation each time", WeeklyHours.parse, WEEKS, answer=str, short=False, whole=True),
        "read": Question("read another sign of four lines each time", read_hours, SIGNS, short=False, whole=True),
        "format": Question(
            "write another such sign each time", format_hours, [read_hours(sign).regular_hours for sign in SIGNS],
            short=False, whole=True,
        ),
    }  # fmt: skip
