"""A slow second answer to every question about a location.

It is written from the meaning of the answers alone and knows nothing of the engine: it asks the public values what opens on a
date, turns each edge into an instant by trying what `zoneinfo` shows, lays the pieces on the line of instants, and looks along
that line. It sees some days only. Where an answer lies beyond them it says `None`, as for an answer that does not exist:
`Oracle.sees` tells whether an instant is one that it would have known.

Instants in here are datetimes in UTC, so that they compare, subtract and hash as instants do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from clinic_hours import Break, DayHours, Location, SeasonalHours, SpecialHours, State, TimeRange

DAY = 24 * 60
ONE_DAY = timedelta(days=1)
BEST_FIRST = (State.OPEN, State.BY_APPOINTMENT, State.UNKNOWN)

Stretch = tuple[datetime, datetime]


# From the wall clock to instants


def shown(zone: ZoneInfo, at: datetime) -> datetime:
    """What the wall clock shows at an instant, as a naive datetime."""
    return at.astimezone(zone).replace(tzinfo=None)


@lru_cache(maxsize=4096)
def offsets_on(zone: ZoneInfo, day: date) -> frozenset[timedelta]:
    """The offsets that a zone has on a day of UTC, looked at every quarter of an hour."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    quarters = (midnight + timedelta(minutes=minutes) for minutes in range(0, DAY, 15))
    return frozenset(at.astimezone(zone).utcoffset() or timedelta(0) for at in quarters)


@lru_cache(maxsize=4096)
def instant(zone: ZoneInfo, wall: datetime) -> datetime:
    """The first instant at which the clock shows a wall time; the jump, where it is in a gap."""
    near = {offset for days in (-1, 0, 1) for offset in offsets_on(zone, wall.date() + days * ONE_DAY)}
    in_utc = wall.replace(tzinfo=UTC)
    occurrences = [in_utc - offset for offset in near if shown(zone, in_utc - offset) == wall]
    return min(occurrences) if occurrences else jump_over(zone, wall)


def jump_over(zone: ZoneInfo, wall: datetime) -> datetime:
    """The second at which the clock jumps over a wall time that it never shows."""
    before, after = wall.replace(tzinfo=UTC) - 2 * ONE_DAY, wall.replace(tzinfo=UTC) + 2 * ONE_DAY
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        before, after = (middle, after) if shown(zone, middle) < wall else (before, middle)
    return after


# Which hours hold on a date


def days_of(dates: Any) -> int:
    """The days of one run of some dates, of one with 29 February where that matters; a great many where there is no end."""
    text = str(dates)
    if text.endswith("/.."):
        return 10**9
    dated = re.fullmatch(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)", text)
    if dated:
        return (date.fromisoformat(dated[2]) - date.fromisoformat(dated[1])).days + 1
    yearly = re.fullmatch(r"(\d\d-\d\d)/(\d\d-\d\d)", text)
    if not yearly:
        return 1
    over = yearly[2] < yearly[1]
    return max((of_year(year + over, yearly[2], 28) - of_year(year, yearly[1], 29)).days + 1 for year in (2027, 2028))


def of_year(year: int, month_day: str, instead: int) -> date:
    """A day of a year; for 29 February in a common year the day that stands `instead` of it, 28, or 29 for the 1st of March."""
    if month_day == "02-29" and year % 4:
        return date(year, 2, 28) + (instead - 28) * ONE_DAY
    return date.fromisoformat(f"{year}-{month_day}")


def rarity(dates: Any) -> int:
    """How rare some dates are: dated 0, once a year 1, monthly 2, weekly or daily 3."""
    text = str(dates)
    if re.match(r"\d{4}-\d\d-\d\d", text):
        return 0
    frequency = re.search(r"FREQ=(\w+)", text)
    return 1 if not frequency else {"YEARLY": 1, "MONTHLY": 2}.get(frequency[1], 3)


def special_on(location: Location, day: date) -> SpecialHours | None:
    """The special hours that hold: a single dated day, else a closure, else hours; then the rarer, the shorter, the later."""
    matching = [rule for rule in location.special_hours if rule.dates.matches(day)]
    single = [rule for rule in matching if rarity(rule.dates) == 0 and days_of(rule.dates) == 1]
    if single:
        return single[-1]
    left = [rule for rule in matching if not rule.hours.ranges] or matching
    best = min(((rarity(rule.dates), days_of(rule.dates)) for rule in left), default=None)
    alike = [rule for rule in left if (rarity(rule.dates), days_of(rule.dates)) == best]
    return alike[-1] if alike else None


def season_on(location: Location, day: date) -> SeasonalHours | None:
    """The season that holds: the shorter; of two without an end the one that starts later; then the later in the list."""
    matching = [rule for rule in location.seasonal_hours if rule.dates.matches(day)]
    shortest = min((days_of(rule.dates) for rule in matching), default=0)
    left = [rule for rule in matching if days_of(rule.dates) == shortest]
    if left and str(left[0].dates).endswith("/.."):
        latest = max(str(rule.dates) for rule in left)
        left = [rule for rule in left if str(rule.dates) == latest]
    return left[-1] if left else None


def held_on(location: Location, day: date) -> tuple[DayHours, SpecialHours | SeasonalHours | None]:
    """The hours that open on a date, breaks not yet taken out, and the rule that says so."""
    special = special_on(location, day)
    if special:
        return special.hours, special
    season = season_on(location, day)
    week = season.hours if season else location.regular_hours
    return week.days[day.weekday()], season


def breaks_on(location: Location, day: date) -> list[Break]:
    return [rule for rule in location.breaks if rule.dates.matches(day)]


def minutes_of(hours: TimeRange) -> tuple[int, int]:
    """Both ends of a range in minutes of its day; an end that is not after the start is on the next day."""
    opens, closes = (clock.hour * 60 + clock.minute for clock in (hours.opens, hours.closes))
    return opens, closes if closes > opens else closes + DAY


def hours_on(location: Location, day: date) -> DayHours:
    """What begins on a date on the wall clock alone: its ranges, and what resumes of last night's, minute by minute."""
    cut = set()
    for shift in (-1, 0, 1):
        for rule in breaks_on(location, day + shift * ONE_DAY):
            for hours in rule.hours.ranges:
                opens, closes = minutes_of(hours)
                cut.update(range(opens + shift * DAY, closes + shift * DAY))
    left = []
    for shift in (-1, 0):
        for hours in held_on(location, day + shift * ONE_DAY)[0].ranges:
            opens, closes = minutes_of(hours)
            for minutes in runs_of([m for m in range(opens + shift * DAY, closes + shift * DAY) if m not in cut]):
                if 0 <= minutes[0] < DAY:
                    left.append((BEST_FIRST.index(hours.state), minutes[0], shift, minutes, hours))
    taken: set[int] = set()
    out = []
    for _, _, _, minutes, hours in sorted(left, key=lambda piece: piece[:3]):
        for run in runs_of([minute for minute in minutes if minute not in taken]):
            opens, closes = (time(*divmod(minute % DAY, 60)) for minute in (run[0], run[-1] + 1))
            out.append(TimeRange(opens, closes, state=hours.state, note=hours.note))
        taken.update(minutes)
    return DayHours(tuple(out))


def runs_of(minutes: list[int]) -> list[list[int]]:
    """Sorted minutes, in runs without a hole."""
    runs: list[list[int]] = []
    for minute in minutes:
        if runs and runs[-1][-1] == minute - 1:
            runs[-1].append(minute)
        else:
            runs.append([minute])
    return runs


# The line of instants


class Piece(NamedTuple):
    """What is left of one range between two instants, and the instant at which the range itself opened."""

    start: datetime
    end: datetime
    opened: datetime
    state: State
    note: str
    reason: str


class Run(NamedTuple):
    """A stretch of one state, as long as it can be."""

    start: datetime
    end: datetime
    state: State


class Oracle:
    """The answers of one location about the days from `first` to `last`."""

    def __init__(self, location: Location, first: date, last: date) -> None:
        self.location = location
        self.zone = ZoneInfo(str(location.timezone))
        self.days = [first + days * ONE_DAY for days in range((last - first).days + 1)]
        self.low, self.high = self._instant(first, 0), self._instant(last, DAY)
        self.ranges = list(self._ranges())
        self.cuts = list(self._cuts())
        self.pieces = [left for piece in self.ranges for left in self._left(piece)]
        self.runs = list(self._runs())

    def _instant(self, day: date, minute: int) -> datetime:
        return instant(self.zone, datetime(day.year, day.month, day.day) + timedelta(minutes=minute))

    def _ranges(self) -> Iterator[Piece]:
        """Every range that opens in time, as if there were no breaks."""
        for day in [self.days[0] - ONE_DAY, *self.days]:
            hours, rule = held_on(self.location, day)
            for of_day in hours.ranges:
                start, end = (self._instant(day, minute) for minute in minutes_of(of_day))
                if start < end:
                    yield Piece(start, end, start, of_day.state, of_day.note, rule.reason if rule else "")

    def _cuts(self) -> Iterator[tuple[datetime, datetime, str]]:
        for rule in self.location.breaks:
            for day in [self.days[0] - 2 * ONE_DAY, self.days[0] - ONE_DAY, *self.days, self.days[-1] + ONE_DAY]:
                if rule.dates.matches(day):
                    for hours in rule.hours.ranges:
                        start, end = (self._instant(day, minute) for minute in minutes_of(hours))
                        if start < end:
                            yield start, end, rule.reason

    def _left(self, piece: Piece) -> list[Piece]:
        """What the breaks leave of a range."""
        left = [piece]
        for start, end, _ in self.cuts:
            before = [one._replace(end=min(one.end, start)) for one in left]
            after = [one._replace(start=max(one.start, end)) for one in left]
            left = [one for one in (*before, *after) if one.start < one.end]
        return left

    def _runs(self) -> Iterator[Run]:
        edges = {edge for piece in self.pieces for edge in piece[:2] if self.low < edge < self.high}
        line = sorted({self.low, *edges, self.high})
        for state, parts in groupby(pairwise(line), key=lambda part: self._best(part[0])):
            whole = list(parts)
            yield Run(whole[0][0], whole[-1][1], state)

    def _best(self, at: datetime) -> State:
        states = {piece.state for piece in self.pieces if piece.start <= at < piece.end}
        return next((state for state in BEST_FIRST if state in states), State.CLOSED)

    def _of(self, state: State) -> list[Run]:
        return [run for run in self.runs if run.state is state]

    def _run(self, at: datetime) -> Run:
        return next(run for run in self.runs if run.start <= at < run.end)

    # Questions at an instant

    def state(self, at: datetime) -> State:
        return self._run(at).state

    def is_open(self, at: datetime) -> bool:
        return self.state(at) is State.OPEN

    def current_opening(self, at: datetime) -> Stretch | None:
        start, end, state = self._run(at)
        return (start, end) if state is State.OPEN else None

    def next_opening(self, after: datetime) -> Stretch:
        return next((run[:2] for run in self._of(State.OPEN) if run.start > after), (self.high, self.high))

    def opening_at_or_after(self, at: datetime) -> Stretch:
        return self.current_opening(at) or self.next_opening(at)

    def previous_opening(self, before: datetime) -> Stretch:
        return next((run[:2] for run in reversed(self._of(State.OPEN)) if run.end <= before), (self.low, self.low))

    def next_closing(self, after: datetime) -> datetime:
        return next((run.end for run in self._of(State.OPEN) if run.end > after), self.high)

    def previous_closing(self, before: datetime) -> datetime:
        return self.previous_opening(before)[1]

    def since(self, at: datetime) -> datetime:
        return self._run(at).start

    def until(self, at: datetime) -> datetime:
        return self._run(at).end

    def why(self, at: datetime) -> tuple[str, str]:
        """Reason and note: of the range that runs, of two the one that began first; in a break the break's; else the date's."""
        running = [p for p in self.pieces if p.start <= at < p.end and p.state is self.state(at)]
        if running:
            piece = min(running, key=lambda p: (p.start, p.opened))
            return piece.reason, piece.note
        if any(piece.start <= at < piece.end for piece in self.ranges):
            return next(reason for start, end, reason in self.cuts if start <= at < end), ""
        _, rule = held_on(self.location, self.date_of(at))
        return (rule.reason if rule else ""), ""

    def date_of(self, at: datetime) -> date:
        """The date that last began; where the clock then goes back over midnight, it has begun all the same."""
        return next(day for day in reversed(self.days) if self._instant(day, 0) <= at)

    # Questions about a window

    def openings(self, start: datetime, end: datetime, state: State, clip: bool) -> list[Stretch]:
        within = [run[:2] for run in self._of(state) if max(run.start, start) < min(run.end, end)]
        return [(max(low, start), min(high, end)) for low, high in within] if clip else within

    def open_time(self, start: datetime, end: datetime) -> timedelta:
        return sum((high - low for low, high in self.openings(start, end, State.OPEN, clip=True)), timedelta(0))

    def add_open_time(self, start: datetime, delta: timedelta) -> datetime:
        if not delta:
            return start
        for low, high in self.openings(start, self.high, State.OPEN, clip=True):
            if delta <= high - low:
                return low + delta
            delta -= high - low
        return self.high

    def differs_from(self, other: Oracle, start: datetime, end: datetime) -> list[Stretch]:
        edges = {edge for run in (*self.runs, *other.runs) for edge in run[:2] if start < edge < end}
        out: list[Stretch] = []
        for low, high in pairwise(sorted({start, *edges, end})):
            if self.state(low) is not other.state(low):
                out = [*out[:-1], (out[-1][0], high)] if out and out[-1][1] == low else [*out, (low, high)]
        return out
