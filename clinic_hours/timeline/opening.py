"""Stretches of real time: half-open, equal and ordered by instant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import total_ordering

NEVER = timedelta.max


@total_ordering
class Interval(tuple[datetime | None, datetime | None]):
    """A stretch `[start, end)` of real time.

    `start` or `end` is `None` where it reaches the edge of the calendar: it has none. Two intervals are equal where their
    instants are, whatever the zones in which they are given. It is made from the pair of both, as a tuple is.
    """

    __slots__ = ()

    @property
    def start(self) -> datetime | None:
        """The first instant, in the location's zone."""
        return self[0]

    @property
    def end(self) -> datetime | None:
        """The first instant after it, in the location's zone."""
        return self[1]

    @property
    def duration(self) -> timedelta:
        """The elapsed time, which is not the difference of the wall clocks where they change; `timedelta.max` without an end.

        >>> from zoneinfo import ZoneInfo
        >>> zone = ZoneInfo("America/New_York")
        >>> Opening((datetime(2026, 3, 7, 22, tzinfo=zone), datetime(2026, 3, 8, 6, tzinfo=zone))).duration
        datetime.timedelta(seconds=25200)
        """
        start, end = self
        if start is None or end is None:
            return NEVER
        # Two datetimes of one zone subtract by wall clock, and UTC may be beyond the calendar: add the offsets by hand.
        return end.replace(tzinfo=None) - start.replace(tzinfo=None) + _offset(start) - _offset(end)

    def __contains__(self, at: object) -> bool:
        if not isinstance(at, datetime):
            return False
        start, end = self
        return (start is None or _elapsed(start, at) >= timedelta(0)) and (
            end is None or _elapsed(at, end) > timedelta(0)
        )

    def _key(self) -> tuple[tuple[bool, datetime], tuple[bool, datetime]]:
        start, end = self
        return (start is not None, _instant(start)), (end is None, _instant(end))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Interval) and self._key() == other._key()

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __lt__(self, other: object) -> bool:
        return self._key() < other._key() if isinstance(other, Interval) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        start, end = ("…" if at is None else f"{at.isoformat()}[{at.tzinfo}]" for at in self)
        return f"<{type(self).__name__} {start} to {end}>"


class Opening(Interval):
    """A stretch of time in which a location is open, without a break: what touches or overlaps is one.

    >>> opening = Opening((datetime(2026, 11, 23, 8, tzinfo=UTC), datetime(2026, 11, 23, 16, tzinfo=UTC)))
    >>> opening.duration, datetime(2026, 11, 23, 16, tzinfo=UTC) in opening
    (datetime.timedelta(seconds=28800), False)
    """

    __slots__ = ()


def _offset(at: datetime) -> timedelta:
    return at.utcoffset() or timedelta(0)


def _elapsed(start: datetime, end: datetime) -> timedelta:
    return end.replace(tzinfo=None) - start.replace(tzinfo=None) + _offset(start) - _offset(end)


def _instant(at: datetime | None) -> datetime:
    """The instant as a naive datetime in UTC, at the edge of the calendar where it is beyond."""
    if at is None:
        return datetime.min
    try:
        return at.astimezone(UTC).replace(tzinfo=None)
    except OverflowError:
        return datetime.min if at.year == 1 else datetime.max
