"""From the wall clock to instants and back, through gaps and overlaps.

Wall time is counted in *wall minutes* since 0001-01-01 00:00 on the location's clock, as if every day had 1440 of them; UTC in
seconds since 0001-01-01 00:00. The wall clock runs forward but for its jumps, so two functions say it all:

- the instant of a wall minute is the first at which the clock shows it or more: an edge in a gap falls on the jump, an edge in an
  overlap on its first occurrence;
- the wall minute of an instant is the last one whose instant is not later. In the second run of an overlap that is the last
  minute before its end; after a gap it is the minute that the clock shows.

Everything in between counts on the line of wall minutes, where rules live. A day on which the two clocks agree is *plain*; the
others are *bent*, and only they need more than adding and subtracting.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from clinic_hours.hours.minutes import DAY, Span
from clinic_hours.timeline.shape import MINUTES

LAST_DAY = date.max.toordinal() - 1
"""The last day of Python's calendar, counted from 0."""
END = (LAST_DAY + 1) * DAY
"""The wall minute after the calendar's last."""

BLOCK = 9
"""Days are worked out in blocks of 2**9."""
IN_BLOCK = (1 << BLOCK) - 1
REMEMBERED = 64
"""Blocks that one zone remembers at the most: ninety years."""
REMEMBERED_SHIFTS = 16 << BLOCK
"""Days of another zone that one zone remembers at the most."""

DAY_SECONDS = 86400
ONE_DAY = timedelta(days=1)
LAST_MOMENT = datetime.max - datetime.min
UTC_ZERO = datetime(1, 1, 1, tzinfo=UTC)
Period = tuple[float, float, int]
"""Start and end in UTC seconds, and the offset that holds between them, in seconds."""


class Turns:
    """How a clock turns in and around 512 days.

    `periods` are those of one offset; `jumps` are the wall seconds between which the clock jumps, forward or back, by day; `gaps`
    are the spans of wall minutes that no instant shows.
    """

    __slots__ = ("gaps", "jumps", "periods")

    def __init__(self, zone: ZoneInfo, number: int) -> None:
        self.periods = _periods(zone, number << BLOCK)
        self.jumps: dict[int, list[Span]] = {}
        gaps: list[Span] = []
        for (_, change, before), (_, _, after) in pairwise(self.periods):
            from_, to = int(change) + before, int(change) + after
            if from_ < to:
                gaps.append((-(-from_ // 60), to // 60))
            low, high = min(from_, to), max(from_, to)
            for day in range(low // DAY_SECONDS, (high - 1) // DAY_SECONDS + 1):
                self.jumps.setdefault(day, []).append((low, high))
        self.gaps = tuple(gaps)

    def second(self, wall: int) -> int:
        """The UTC second of a second of the wall clock: the first at which the clock shows it or more."""
        return next(int(max(low, wall - offset)) for low, high, offset in self.periods if wall < high + offset)

    def minute(self, second: int) -> int:
        """The last wall minute whose instant is not after a UTC second."""
        before = [high + offset for _, high, offset in self.periods if high <= second]
        wall = second + self.periods[len(before)][2]
        reached = max(before, default=wall)
        return wall // 60 if wall >= reached else int(reached - 1) // 60


class Block(Turns):
    """What a zone knows of 512 days: how its clock turns, and `midnights`, the days' first moments on the wall clock."""

    __slots__ = ("midnights",)

    def __init__(self, zone: ZoneInfo, number: int) -> None:
        super().__init__(zone, number)
        first = number << BLOCK
        size = min(1 << BLOCK, LAST_DAY + 1 - first)
        self.midnights = tuple(_midnights(zone, first, size)) if 0 <= first <= LAST_DAY else ()


class Zone:
    """A time zone on the line of wall minutes; one object for each `ZoneInfo`, shared by all locations.

    `clocks` holds, for each zone in which somebody asked, its first moment and by its days what to add to its wall
    clock for this one; `None` on a day on which either jumps. `utc` is that of UTC.
    """

    __slots__ = ("anchor", "blocks", "clocks", "info", "midnights", "utc")

    def __init__(self, info: ZoneInfo) -> None:
        self.info = info
        self.anchor = datetime(1, 1, 1, tzinfo=info)
        self.blocks: dict[int, Block] = {}
        self.midnights: dict[int, datetime] = {}
        # Typed for the caller that adds first and is told by the TypeError that there is nothing to add.
        self.utc: dict[int, Any] = {}
        self.clocks: dict[tzinfo | None, tuple[datetime, dict[int, Any]]] = {}

    def block(self, number: int) -> Block:
        """The block of some days, worked out at its first use."""
        found = self.blocks.get(number)
        if found is None:
            if len(self.blocks) >= REMEMBERED:
                self.blocks.clear()
                self.midnights.clear()
            found = self.blocks[number] = Block(self.info, number)
            self.midnights.update(enumerate(found.midnights, number << BLOCK))
        return found

    def jumps(self, day: int) -> list[Span]:
        """The wall seconds between which the clock jumps on a day; empty on a plain one."""
        return self.block(day >> BLOCK).jumps.get(day, [])

    def minute(self, at: datetime) -> int:
        """The wall minute of an aware datetime, at the calendar's edge where it is beyond."""
        return self.minute_of(at - UTC_ZERO)

    def minute_of(self, utc: timedelta) -> int:
        """The wall minute of a time since `UTC_ZERO`."""
        minute = self.block(utc.days >> BLOCK).minute(utc.days * DAY_SECONDS + utc.seconds)
        return min(max(minute, 0), END - 1)

    def minute_from(self, at: datetime) -> int:
        """The first wall minute whose instant is at an aware datetime or after it."""
        minute = self.minute(at)
        if timedelta(seconds=self.second(minute)) < at - UTC_ZERO:
            return minute + 1
        # The minutes of a gap have the instant of the one after it.
        return next((start for start, end in self.block(minute // DAY >> BLOCK).gaps if end == minute), minute)

    def second(self, minute: int) -> int:
        """The UTC second at which a wall minute begins."""
        return self.block(minute // DAY >> BLOCK).second(minute * 60)

    def instant(self, minute: int) -> datetime | None:
        """The moment at which a wall minute begins, in this zone; `None` at either edge of the calendar."""
        if not 0 < minute < END:
            return None
        day, of_day = divmod(minute, DAY)
        block = self.block(day >> BLOCK)
        if day in block.jumps:
            return (UTC_ZERO + timedelta(seconds=block.second(minute * 60))).astimezone(self.info)
        return block.midnights[day & IN_BLOCK] + MINUTES[of_day]

    def local(self, utc: timedelta) -> datetime:
        """The moment at a time since `UTC_ZERO`, in this zone; at the edge of the calendar where it is beyond."""
        try:
            return (UTC_ZERO + utc).astimezone(self.info)
        except OverflowError:
            # UTC is beyond the calendar there, but the zone's own clock may not be.
            second = utc.days * DAY_SECONDS + utc.seconds
            periods = self.block(utc.days >> BLOCK).periods
            wall = utc + timedelta(seconds=next(offset for _, high, offset in periods if second < high))
            return self.anchor + min(max(wall, timedelta(0)), LAST_MOMENT)

    def learn(self, at: datetime) -> None:
        """Note what to add to the wall clock of another zone around an instant, so that it need not be worked out again."""
        other = at.tzinfo
        if other is self.info or type(other) not in (ZoneInfo, timezone):
            return
        known_utc = (UTC_ZERO, self.utc) if other is UTC else None
        anchor, known = known_utc or self.clocks.get(other) or (datetime(1, 1, 1, tzinfo=other), {})
        day = (at - anchor).days
        if day in known:
            return
        if len(known) >= REMEMBERED_SHIFTS:
            known.clear()
        if len(self.clocks) >= REMEMBERED:
            self.clocks.clear()
        self.clocks[other] = anchor, known
        known.update(enumerate(self._shifts(other, day >> BLOCK, _seconds(at.utcoffset())), day >> BLOCK << BLOCK))

    def _shifts(self, other: tzinfo | None, number: int, offset: int) -> Iterator[timedelta | None]:
        """What to add to another zone's wall clock on each day of a block; `None` where either clock jumps."""
        periods: Sequence[Period] = [(float("-inf"), float("inf"), offset)]
        jumps: Container[int] = ()
        if isinstance(other, ZoneInfo):
            block = zone_of(other).block(number)
            periods, jumps = block.periods, block.jumps
        for day in range(number << BLOCK, (number + 1) << BLOCK):
            wall = day * DAY_SECONDS
            theirs = next(offset for _, high, offset in periods if wall < high + offset)
            start, end = wall - theirs, wall - theirs + DAY_SECONDS
            mine = self.block(start // DAY_SECONDS >> BLOCK).periods
            steady = (offset for low, high, offset in mine if low <= start and end <= high)
            shift = None if day in jumps else next(steady, None)
            yield None if shift is None else _shift(shift - theirs)


@lru_cache(maxsize=1024)
def _shift(seconds: int) -> timedelta:
    """One object for each shift: there are few, and thousands of days."""
    return timedelta(seconds=seconds)


@lru_cache(maxsize=1024)
def zone_of(info: ZoneInfo) -> Zone:
    """The one `Zone` of a `ZoneInfo`."""
    return Zone(info)


def _periods(zone: ZoneInfo, first: int) -> tuple[Period, ...]:
    """The periods of one offset from two days before a block to two days after it."""
    days = range(max(first - 2, 1), min(first + (1 << BLOCK) + 3, LAST_DAY)) or range(1, 2)
    noted = [midnight.utcoffset() for midnight in _midnights(zone, days[0], len(days))]
    changes: list[tuple[int, int]] = []
    if len(set(noted)) > 1:
        for day, (before, after) in zip(days, pairwise(noted), strict=False):
            if before != after:
                changes += _changes(zone, day)
    low, seconds = float("-inf"), _seconds(noted[0])
    out: list[Period] = []
    for change, later in sorted(set(changes)):
        out.append((low, change, seconds))
        low, seconds = change, later
    return (*out, (low, float("inf"), seconds))


def _midnights(zone: ZoneInfo, first: int, count: int) -> Iterator[datetime]:
    midnight = datetime(1, 1, 1, tzinfo=zone) + timedelta(days=first)
    for _ in range(count - 1):
        yield midnight
        midnight += ONE_DAY
    yield midnight


def _changes(zone: ZoneInfo, day: int) -> list[tuple[int, int]]:
    """The changes of offset around a day, each with the offset after it, in seconds."""
    out: list[tuple[int, int]] = []
    hours = range((day - 1) * DAY_SECONDS, (day + 3) * DAY_SECONDS, 3600)
    for low, high in pairwise(hours):
        if _offset(zone, low) != _offset(zone, high):
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if _offset(zone, middle) == _offset(zone, low) else (low, middle)
            out.append((high, _offset(zone, high)))
    return out


def _offset(zone: ZoneInfo, second: int) -> int:
    return _seconds((UTC_ZERO + timedelta(seconds=second)).astimezone(zone).utcoffset())


def _seconds(offset: timedelta | None) -> int:
    return offset.days * DAY_SECONDS + offset.seconds if offset else 0
