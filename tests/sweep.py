"""The whole sweep: every clock change of every time zone, at and around it, engine against oracle.

    python -m tests.sweep [--zones America/New_York …] [--first 1970] [--last 2037] [--seed 0] [--jobs 1]

For each change a few locations are drawn whose hours, breaks and dates fall in, at and around what the clock skips or repeats;
each is asked every question at its edges, to the microsecond, in several zones. All follows from the seed, the zone and the
change, so a difference comes back when it is asked for again. The test suite takes a small sample of it.
"""

from __future__ import annotations

import argparse
import sys
import time as clock
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from multiprocessing import Pool
from pathlib import Path
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from dateutil.easter import easter

from clinic_hours import Break, Dates, DayHours, Location, SeasonalHours, SpecialHours, State, TimeRange, WeeklyHours

sys.path.insert(0, str(Path(__file__).parent))  # as pytest's `pythonpath` does

from asking import Asking, Difference
from oracle import shown

MICROSECOND, SECOND, MINUTE, HOUR, ONE_DAY = (
    timedelta(**{unit: 1}) for unit in ("microseconds", "seconds", "minutes", "hours", "days")
)
DAY = 24 * 60
ELSEWHERE = (UTC, timezone(timedelta(hours=-3, minutes=-30)), ZoneInfo("Asia/Kathmandu"), ZoneInfo("America/New_York"))
OPEN_STATES = (State.OPEN, State.OPEN, State.OPEN, State.BY_APPOINTMENT, State.UNKNOWN)
NOTES = ("", "", "", "ring the bell", "new patients")
REASONS = ("", "Stocktaking", "Storm", "Summer hours")
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Change(NamedTuple):
    """A zone's first second with another offset, and the wall clock's reading on either side of it."""

    zone: ZoneInfo
    at: datetime
    before: datetime
    after: datetime


def changes(zone: ZoneInfo, first: int, last: int) -> Iterator[Change]:
    """The clock changes from one year to another, both included, found by what the zone says of every sixth hour of UTC."""
    at, step = datetime(first, 1, 1, tzinfo=UTC), 6 * HOUR
    while at.year <= last:
        if offset(zone, at) != offset(zone, at + step):
            low, high = at, at + step
            while high - low > SECOND:
                middle = low + (high - low) // (2 * SECOND) * SECOND
                low, high = (middle, high) if offset(zone, middle) == offset(zone, at) else (low, middle)
            yield Change(zone, high, shown(zone, low) + SECOND, shown(zone, high))
        at += step


def offset(zone: ZoneInfo, at: datetime) -> timedelta | None:
    return at.astimezone(zone).utcoffset()


class Draw:
    """Locations and instants around a change of the clocks, drawn by chance."""

    def __init__(self, change: Change, seed: object) -> None:
        self.change = change
        self.rng = Random(f"{seed} {change.zone.key} {change.at}")
        self.marks = self._marks()
        self.day = change.before.date()

    def _marks(self) -> list[datetime]:
        """Whole minutes in, at and around what the wall clock skips or repeats."""
        low, high = sorted((self.change.before, self.change.after))
        low, high = low.replace(second=0), (high + 59 * SECOND).replace(second=0)
        middle = (low + (high - low) / 2).replace(second=0, microsecond=0)
        near = {edge + minutes * MINUTE for edge in (low, high) for minutes in (-90, -1, 0, 1, 90)}
        return sorted(
            {*near, middle, middle - 7 * MINUTE, low.replace(hour=0, minute=0), high.replace(hour=0, minute=0)}
        )

    # Hours

    def minute(self) -> int:
        """A minute of the day, mostly one that matters."""
        mark = self.rng.choice(self.marks)
        return self.rng.choice(
            (mark.hour * 60 + mark.minute, mark.hour * 60 + mark.minute, self.rng.randrange(0, DAY, 30))
        )

    def spans(self) -> list[tuple[int, int]]:
        """The spans of a day in order; the last may run past midnight."""
        if self.rng.random() < 0.15:
            return [(0, DAY)]
        edges = sorted({self.minute() for _ in range(self.rng.choice((0, 2, 2, 3, 4, 4, 6)))})
        if len(edges) % 2:
            edges.append(DAY + self.rng.choice([closes for closes in (0, 60, edges[0]) if closes < edges[-1]] or [0]))
        return list(zip(edges[::2], edges[1::2]))

    def day_hours(self, spans: Iterable[tuple[int, int]], plain: bool = False) -> DayHours:
        state, note = (
            (self.rng.choice(OPEN_STATES), self.rng.choice(NOTES)) if self.rng.random() < 0.5 else (State.OPEN, "")
        )
        ranges = []
        for opens, closes in spans:
            if self.rng.random() < 0.3:
                state, note = self.rng.choice(OPEN_STATES), self.rng.choice(NOTES)
            kind = {} if plain else {"state": state, "note": note}
            ranges.append(TimeRange(time(*divmod(opens, 60)), time(*divmod(closes % DAY, 60)), **kind))
        return DayHours(tuple(ranges))

    def week(self) -> WeeklyHours:
        """A week that is open on one day at least, mostly: to prove that a place never opens takes the engine long."""
        same, certain = self.spans(), self.rng.randrange(8)
        days = [same if self.rng.random() < 0.5 else self.spans() for _ in WEEKDAYS]
        days = [spans or [(720, 780)] if number == certain else spans for number, spans in enumerate(days)]
        for number, spans in enumerate(days):
            following = days[(number + 1) % 7]
            if spans and following and spans[-1][1] - DAY > following[0][0]:
                days[number] = [*spans[:-1], (spans[-1][0], DAY + following[0][0])]
        return WeeklyHours(
            **{name: self.day_hours(spans, number == certain) for number, (name, spans) in enumerate(zip(NAMES, days))}
        )

    # Dates

    def dates(self) -> Dates:
        """Dates of some kind, mostly such that name a day near the change."""
        near = self.day + self.rng.choice((-2, -1, 0, 0, 0, 1, 1, 2)) * ONE_DAY
        far = near + self.rng.choice((0, 1, 2, 9)) * ONE_DAY
        weekday, other = WEEKDAYS[near.weekday()], self.rng.choice(WEEKDAYS)
        earlier = near - 14 * self.rng.randrange(5) * ONE_DAY
        kinds = (
            lambda: Dates.on(near),
            lambda: Dates.between(near, far),
            lambda: Dates.between(near, None),
            lambda: Dates.yearly(f"{near:%m-%d}"),
            lambda: Dates.yearly(f"{near:%m-%d}", f"{far:%m-%d}"),
            lambda: Dates.yearly("12-24", "01-06"),
            lambda: Dates.easter(max(-250, min((near - easter(near.year)).days, 250))),
            lambda: Dates.recurring(f"FREQ=WEEKLY;BYDAY={weekday},{other}"),
            lambda: Dates.recurring(f"FREQ=MONTHLY;BYDAY={(near.day + 6) // 7}{weekday},-1{other}"),
            lambda: Dates.recurring(f"FREQ=MONTHLY;BYMONTHDAY={near.day}"),
            lambda: Dates.recurring(f"FREQ=YEARLY;BYMONTH={near.month};BYDAY={weekday}"),
            lambda: Dates.recurring("FREQ=DAILY;INTERVAL=2;COUNT=60", earlier),
            lambda: Dates.recurring(f"FREQ=WEEKLY;INTERVAL=2;COUNT=30;BYDAY={weekday}", earlier),
            lambda: Dates.recurring("FREQ=MONTHLY;COUNT=9", earlier),
        )
        return self.rng.choice(kinds)()

    # Locations

    def locations(self) -> Iterator[Location]:
        """One whose hours at the change are made of the marks; and one with a week and breaks, or with everything."""
        others = self.rng.choice(("off", *9 * ("Mo-Su 12:00-13:00",)))
        yield self._location(regular_hours=others, special_hours=self._marked())
        if self.rng.random() < 0.4:
            yield self._location(regular_hours=self.week(), breaks=self._many(self._break, 1))
        else:
            yield self._location(
                regular_hours=self.week(),
                special_hours=self._many(self._special, 4),
                seasonal_hours=self._many(
                    lambda: SeasonalHours(self.dates(), self.week(), reason=self.rng.choice(REASONS)), 2
                ),
                breaks=self._many(self._break, 2),
            )

    def _location(self, regular_hours: WeeklyHours | str = "off", **rules: Sequence[object]) -> Location:
        return Location(name="here", timezone=self.change.zone.key, regular_hours=regular_hours, **rules)

    def _many(self, draw: object, most: int) -> list[object]:
        return [draw() for _ in range(self.rng.randint(0, most))]  # type: ignore[operator]

    def _special(self) -> SpecialHours:
        return SpecialHours(self.dates(), self.day_hours(self.spans()), reason=self.rng.choice(REASONS))

    def _break(self) -> Break:
        return Break(
            self.dates(), self.day_hours(self.spans() or [(120, 180)], plain=True), reason=self.rng.choice(REASONS)
        )

    def _marked(self) -> list[SpecialHours]:
        """The ranges between some neighbouring marks, each on the day on which it opens."""
        chosen = sorted(self.rng.sample(self.marks, self.rng.choice((2, 4, 4, 6))))
        days: dict[date, list[tuple[int, int]]] = {}
        for opens, closes in zip(chosen[::2], chosen[1::2]):
            start = opens.hour * 60 + opens.minute
            length = (closes - opens) // MINUTE
            if length < DAY:
                days.setdefault(opens.date(), []).append((start, start + length))
        return [SpecialHours(day, self.day_hours(spans)) for day, spans in days.items()]

    def state(self, location: Location) -> State:
        """A state of which windows are asked, one that the place has every week."""
        return self.rng.choice(
            (State.OPEN, State.CLOSED, *(hours.state for day in location.regular_hours.days for hours in day.ranges))
        )

    # Instants

    def instants(self, asking: Asking, most: int) -> list[datetime]:
        """Edges near the change, to the microsecond; what the wall clock shows twice or never; and some by chance."""
        zone, near = self.change.zone, 36 * HOUR
        edges = {self.change.at, *(run.start for run in asking.oracle.runs if abs(run.start - self.change.at) < near)}
        exact = {edge + step * MICROSECOND for edge in edges for step in (-1, 0, 1)}
        walls = [mark.replace(tzinfo=zone, fold=fold) for mark in self.marks for fold in (0, 1)]
        chance = [self.change.at + self.rng.randrange(-3 * 86400, 3 * 86400) * SECOND for _ in range(most // 8)]
        some = [*self._some(sorted(exact), most // 2), *self._some(walls, most // 4), *chance]
        return [at if at.tzinfo is zone else at.astimezone(self.rng.choice((zone, zone, *ELSEWHERE))) for at in some]

    def _some(self, instants: list[datetime], most: int) -> list[datetime]:
        return self.rng.sample(instants, min(most, len(instants)))


def ask(change: Change, seed: object = 0, most: int = 24) -> tuple[int, list[Difference]]:
    """The questions asked about one change, and what differed."""
    draw = Draw(change, seed)
    askings = [Asking(location, draw.day - 6 * ONE_DAY, draw.day + 7 * ONE_DAY) for location in draw.locations()]
    out: list[Difference] = []
    for asking, other in zip(askings, [*askings[1:], askings[0]]):
        instants, state = draw.instants(asking, most), draw.state(asking.location)
        for at in instants:
            out += asking.is_open([at.astimezone(change.zone), at.astimezone(UTC), at.astimezone(ELSEWHERE[1])])
            out += asking.at(at)
        for one, two in zip(instants[::2], instants[1::2]):
            start, end = sorted((one, two), key=lambda at: at.astimezone(UTC))
            out += asking.between(start, end, state)
            out += asking.later(one, draw.rng.randrange(86400) * SECOND + draw.rng.choice((0, 1)) * MICROSECOND)
        start, end = min(instants, key=lambda at: at.astimezone(UTC)), max(instants, key=lambda at: at.astimezone(UTC))
        out += asking.against(other, start, end)
        for days in range(-1, 2):
            out += asking.on(draw.day + days * ONE_DAY)
    return sum(asking.asked for asking in askings), out


def quiet(zone: ZoneInfo, first: int, last: int, seed: object) -> Change:
    """A moment that need not be a change, so that a zone without any is asked about too."""
    rng = Random(f"{seed} {zone.key}")
    at = datetime(rng.randint(first, last), rng.randint(1, 12), rng.randint(1, 28), rng.randrange(24), tzinfo=UTC)
    return Change(zone, at, shown(zone, at), shown(zone, at) + HOUR)


def sweep_zone(task: tuple[str, int, int, object]) -> tuple[str, int, int, list[str]]:
    """A zone's name, the number of its changes and of the questions asked, and the differences as text."""
    name, first, last, seed = task
    zone, asked, differences = ZoneInfo(name), 0, []
    found = list(changes(zone, first, last))
    for change in (*found, quiet(zone, first, last, seed)):
        number, differing = ask(change, seed)
        asked += number
        differences += [f"{change.at:%Y-%m-%d %H:%M:%S} {difference}" for difference in differing]
    return name, len(found), asked, differences


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.sweep", description="Engine against oracle around every clock change."
    )
    parser.add_argument(
        "--zones", nargs="*", metavar="ZONE", help="time zones by name; all that there are, where it is left out"
    )
    parser.add_argument("--first", type=int, default=1970, metavar="YEAR")
    parser.add_argument("--last", type=int, default=2037, metavar="YEAR")
    parser.add_argument("--seed", default="0")
    parser.add_argument("--jobs", type=int, default=1, help="processes side by side")
    given = parser.parse_args()
    tasks = [(name, given.first, given.last, given.seed) for name in given.zones or sorted(available_timezones())]
    began, total_changes, total_asked, total_different = clock.monotonic(), 0, 0, 0
    with Pool(given.jobs) as pool:
        for done, (name, number, asked, differences) in enumerate(pool.imap_unordered(sweep_zone, tasks), 1):
            total_changes, total_asked, total_different = (
                total_changes + number,
                total_asked + asked,
                total_different + len(differences),
            )
            print(  # noqa: T201
                f"{done:4}/{len(tasks)} {clock.monotonic() - began:6.0f} s  {name}: {number} changes, {asked} questions",
                flush=True,
            )
            for difference in differences:
                print(f"  {name} {difference}", flush=True)  # noqa: T201
    print(f"{len(tasks)} zones, {total_changes} clock changes, {total_asked} questions: {total_different} differences")  # noqa: T201
    return int(total_different > 0)


if __name__ == "__main__":
    sys.exit(main())
