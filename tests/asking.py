"""Every question of a location, asked of the engine and of the oracle: what they answer differently.

The oracle sees some days only, so the engine's answers are clamped to those days before they are compared: `None` and whatever
lies beyond become the edge in whose direction the question looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from clinic_hours import Interval, Location, State
from oracle import Oracle, Stretch, breaks_on, held_on, hours_on

STATES = tuple(State)


class Difference(NamedTuple):
    """One question that the two answer differently, in a form that can be asked again."""

    location: Location
    question: str
    engine: Any
    oracle: Any

    def __str__(self) -> str:
        return f"{self.location!r}\n    .{self.question}\n    engine: {self.engine}\n    oracle: {self.oracle}"


class Asking:
    """Asks one location, and its oracle; counts the questions."""

    def __init__(self, location: Location, first: date, last: date) -> None:
        self.location, self.oracle = location, Oracle(location, first, last)
        self.asked = 0

    def _compare(self, question: str, engine: Any, oracle: Any) -> Iterator[Difference]:
        self.asked += 1
        if engine != oracle:
            yield Difference(self.location, question, engine, oracle)

    def at(self, at: datetime) -> Iterator[Difference]:
        """What differs about an instant."""
        ask, oracle, utc = self.location, self.oracle, at.astimezone(UTC)
        told = (
            ("is_open", ask.is_open(at), oracle.is_open(utc)),
            ("current_opening", self._held(ask.current_opening(at)), oracle.current_opening(utc)),
            ("next_opening", self._after(ask.next_opening(at)), oracle.next_opening(utc)),
            ("opening_at_or_after", self._after(ask.opening_at_or_after(at)), oracle.opening_at_or_after(utc)),
            ("previous_opening", self._before(ask.previous_opening(at)), oracle.previous_opening(utc)),
            ("next_closing", self._late(ask.next_closing(at)), oracle.next_closing(utc)),
            ("previous_closing", self._early(ask.previous_closing(at)), oracle.previous_closing(utc)),
            (
                "status",
                self._status(at),
                (oracle.state(utc), oracle.since(utc), oracle.until(utc), oracle.next_opening(utc), *oracle.why(utc)),
            ),
        )
        for name, engine, right in told:
            yield from self._compare(f"{name}({at!r})", engine, right)

    def is_open(self, ats: Iterable[datetime]) -> Iterator[Difference]:
        """What differs about the one question that has short cuts."""
        for at in ats:
            yield from self._compare(
                f"is_open({at!r})", self.location.is_open(at), self.oracle.is_open(at.astimezone(UTC))
            )

    def between(self, start: datetime, end: datetime, state: State) -> Iterator[Difference]:
        """What differs about a window."""
        ask, oracle, utc = self.location, self.oracle, (start.astimezone(UTC), end.astimezone(UTC))
        for clip in (True, False):
            engine = [self._held(found) for found in ask.openings(start, end, state=state, clip=clip)]
            yield from self._compare(
                f"openings({start!r}, {end!r}, state={state!r}, clip={clip})",
                engine,
                oracle.openings(*utc, state, clip),
            )
        yield from self._compare(f"open_time({start!r}, {end!r})", ask.open_time(start, end), oracle.open_time(*utc))

    def later(self, start: datetime, delta: timedelta) -> Iterator[Difference]:
        """What differs about the instant that comes so much open time later."""
        engine = self._late(self.location.add_open_time(start, delta))
        yield from self._compare(
            f"add_open_time({start!r}, {delta!r})", engine, self.oracle.add_open_time(start.astimezone(UTC), delta)
        )

    def on(self, day: date) -> Iterator[Difference]:
        """What differs about a date."""
        (_, rule), plan = held_on(self.location, day), self.location.plan_on(day)
        right = (hours_on(self.location, day), rule, tuple(breaks_on(self.location, day)), rule.reason if rule else "")
        yield from self._compare(f"plan_on({day!r})", (plan.hours, plan.rule, plan.breaks, plan.reason), right)
        yield from self._compare(f"hours_on({day!r})", self.location.hours_on(day), right[0])

    def against(self, other: Asking, start: datetime, end: datetime) -> Iterator[Difference]:
        """What differs about where two locations differ."""
        engine = [self._held(found) for found in self.location.differs_from(other.location, start, end)]
        right = self.oracle.differs_from(other.oracle, start.astimezone(UTC), end.astimezone(UTC))
        yield from self._compare(f"differs_from({other.location!r}, {start!r}, {end!r})", engine, right)

    # The engine's answers, in the oracle's form

    def _status(self, at: datetime) -> tuple[Any, ...]:
        told = self.location.status(at)
        return (
            told.state,
            self._early(told.since),
            self._late(told.until),
            self._after(told.next_opening),
            told.reason,
            told.note,
        )

    def _early(self, at: datetime | None) -> datetime:
        return self.oracle.low if at is None else self._seen(at)

    def _late(self, at: datetime | None) -> datetime:
        return self.oracle.high if at is None else self._seen(at)

    def _held(self, found: Interval | None) -> Stretch | None:
        return found and (self._early(found.start), self._late(found.end))

    def _after(self, found: Interval | None) -> Stretch:
        return self._held(found) or (self.oracle.high, self.oracle.high)

    def _before(self, found: Interval | None) -> Stretch:
        return self._held(found) or (self.oracle.low, self.oracle.low)

    def _seen(self, at: datetime) -> datetime:
        assert str(at.tzinfo) == self.location.timezone, f"{at!r} is not in the location's own zone"
        return min(max(at.astimezone(UTC), self.oracle.low), self.oracle.high)
