"""When two doors disagree, and how to say it in few lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from heapq import merge
from typing import NamedTuple

from clinic_hours.hours.weekday import State
from clinic_hours.location import Door

DAY, WEEK = timedelta(days=1), timedelta(days=7)
MOST_APART = timedelta(days=35)
"""Days between two dates of one line at the most, as between two second Saturdays."""
FEWEST = 3
"""Dates of a day of the week that are told in one line, at the least."""
MOST_MISSING = 3
"""Dates that a line excepts by name, at the most."""
REGULAR = 5
"""Weeks of a run at the least for each that it leaves out, if it is to be of every week."""
LAST = datetime.max.replace(tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Difference(NamedTuple):
    """A stretch of time, in the first door's zone, and what holds all through it in the one and in the other."""

    start: datetime
    end: datetime
    a: State
    b: State

    @property
    def states(self) -> str:
        """What each says."""
        return f"{self.a.replace('_', ' ')} in A, {self.b.replace('_', ' ')} in B"

    @property
    def needs_both_dates(self) -> bool:
        """Whether the clocks of its ends do not tell how long it is: it is longer than a day, or they are put forward or back."""
        length = self.end.replace(tzinfo=None) - self.start.replace(tzinfo=None)
        return length > DAY or self.changes_offset

    @property
    def changes_offset(self) -> bool:
        """Whether the clocks are put forward or back meanwhile."""
        return self.start.utcoffset() != self.end.utcoffset()


class Run(NamedTuple):
    """Differences alike on the same days of the week, in order."""

    weekdays: tuple[int, ...]
    held: tuple[Difference, ...]


def differences(a: Door, b: Door, start: datetime, end: datetime) -> Iterator[Difference]:
    """The stretches of a window in which two doors disagree, cut where either changes, so that each says one thing.

    >>> from clinic_hours import Location
    >>> a = Location(name="Office", timezone="UTC", regular_hours="Mo 08:00-16:00")
    >>> b = Location(name="Office", timezone="UTC", regular_hours="Mo 08:00-15:00")
    >>> for found in differences(a, b, datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 11, 30, tzinfo=UTC)):
    ...     print(found.start.isoformat(), found.states)
    2026-11-23T15:00:00+00:00 open in A, closed in B
    """
    ours, theirs = (_Stretches(door, start, end) for door in (a, b))
    for interval in a.differs_from(b, start, end):
        at, stop = interval
        while at is not None and stop is not None and _instant(at) < _instant(stop):
            here, there = ours.at(at), theirs.at(at)
            change = min((stop, here[1], there[1]), key=_instant).astimezone(a.zone)
            yield Difference(at, change, here[0], there[0])
            at = change


class _Stretches:
    """The states of a door in a window, asked for instants in order.

    `Location.status` tells them too, but also since when each holds, for which it may look through thousands of years.
    """

    def __init__(self, door: Door, start: datetime, end: datetime) -> None:
        def of_state(state: State) -> Iterator[tuple[datetime, datetime, State]]:
            return ((each.start or start, each.end or end, state) for each in door.openings(start, end, state=state))

        kinds = (of_state(state) for state in State if state is not State.CLOSED)
        self.coming = merge(*kinds, key=lambda row: _instant(row[0]))
        self.end = end
        self.start, self.until, self.state = self._next()

    def at(self, at: datetime) -> tuple[State, datetime]:
        """The state at an instant, and when it changes; the end of the window where it does not in there."""
        while _instant(self.until) <= _instant(at):
            self.start, self.until, self.state = self._next()
        return (State.CLOSED, self.start) if _instant(at) < _instant(self.start) else (self.state, self.until)

    def _next(self) -> tuple[datetime, datetime, State]:
        return next(self.coming, (self.end, LAST, State.CLOSED))


def _instant(at: datetime) -> timedelta:
    """What orders datetimes by their instants: two of one zone compare by their wall clocks, and UTC may be past the calendar."""
    return at - EPOCH


def told(found: Iterable[Difference]) -> list[str]:
    """The differences in words, in the order of their first dates; those of every week in one line."""
    alike: defaultdict[tuple[time, time, State, State], list[Difference]] = defaultdict(list)
    lines: list[tuple[datetime, str]] = []
    for one in found:
        if one.needs_both_dates:
            lines.append((one.start, _line(_single(one), one)))
        else:
            alike[one.start.time(), one.end.time(), one.a, one.b].append(one)
    for group in alike.values():
        for run in _runs(group):
            lines += _of_run(run)
    return [line for _, line in sorted(lines, key=lambda row: _instant(row[0]))]


def _runs(group: Sequence[Difference]) -> Iterator[Run]:
    """Differences alike, by days of the week that go together; far apart ones are runs of their own."""
    runs: list[Run] = []
    of_days: defaultdict[int, list[list[Difference]]] = defaultdict(list)
    for one in group:
        rows = of_days[one.start.weekday()]
        if rows and one.start.date() - rows[-1][-1].start.date() <= MOST_APART:
            rows[-1].append(one)
        else:
            rows.append([one])
    for weekday in sorted(of_days):
        for row in of_days[weekday]:
            run = Run((weekday,), tuple(row))
            fitting = next((number for number, other in enumerate(runs) if _go_together(other, run)), None)
            if fitting is None:
                runs.append(run)
            else:
                other = runs[fitting]
                runs[fitting] = Run((*other.weekdays, weekday), tuple(sorted((*other.held, *run.held))))
    yield from runs


def _go_together(one: Run, other: Run) -> bool:
    """Whether two runs begin and end in the same week, and are as regular as each other."""
    if min(len(one.held), len(other.held)) < FEWEST:
        return False
    edges = ((one.held[end].start.date(), other.held[end].start.date()) for end in (0, -1))
    return all(abs(here - there) < WEEK for here, there in edges) and _is_regular(one) == _is_regular(other)


def _missing(run: Run) -> list[date]:
    """The dates between the first and the last of a run that are of its days of the week and not in it."""
    held = {one.start.date() for one in run.held}
    days = map(date.fromordinal, range(min(held).toordinal(), max(held).toordinal()))
    return [day for day in days if day.weekday() in run.weekdays and day not in held]


def _is_regular(run: Run) -> bool:
    """Whether a run is of every week, with few exceptions."""
    return len(_missing(run)) * REGULAR <= len(run.held)


def _of_run(run: Run) -> Iterator[tuple[datetime, str]]:
    """The line of a run, with the place where it belongs; of few differences a line each."""
    first, last = run.held[0], run.held[-1]
    if len(run.held) < FEWEST:
        for one in run.held:
            yield one.start, _line(_single(one), one)
        return
    missing = _missing(run)
    every = _is_regular(run) and len(missing) <= MOST_MISSING
    but = f" but {', '.join(map(str, missing))}" if every and missing else ""
    times = f"{len(run.held)} times, {first.start.date()} to {last.start.date()}"
    when = f"{'every ' if every else ''}{_days(run.weekdays)} {_hours(first)}{but} ({times})"
    yield first.start, _line(when, first)


def _line(when: str, of: Difference) -> str:
    return f"{when}: {of.states}"


def _single(one: Difference) -> str:
    """A difference by its date; by both where it is longer than a day."""
    if one.needs_both_dates:
        zone = " %Z" if one.changes_offset else ""
        return " to ".join(f"{edge:%a} {edge.date()} {edge:%H:%M{zone}}" for edge in (one.start, one.end))
    return f"{one.start:%a} {one.start.date()} {_hours(one)}"


def _hours(one: Difference) -> str:
    """The clocks of a difference; midnight as the end of a day is 24:00."""
    return f"{one.start:%H:%M}-{'24:00' if one.end.time() == time(0) else f'{one.end:%H:%M}'}"


def _days(weekdays: Sequence[int]) -> str:
    """Days of the week, three and more in a row as a span.

    >>> _days((0, 1, 2, 4)), _days((5, 6))
    ('Mon-Wed, Fri', 'Sat, Sun')
    """
    spans: list[list[int]] = []
    for day in weekdays:
        if spans and spans[-1][-1] + 1 == day:
            spans[-1].append(day)
        else:
            spans.append([day])
    names = [f"{date(2024, 1, 1 + day):%a}" for day in range(7)]  # 2024 began on a Monday
    longer = (f"{names[span[0]]}-{names[span[-1]]}" if len(span) > 2 else None for span in spans)
    return ", ".join(of or ", ".join(names[day] for day in span) for of, span in zip(longer, spans, strict=True))
