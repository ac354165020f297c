"""The facts of one location: every question, asked on the line of wall minutes and answered in instants."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from clinic_hours.errors import InvalidWindowError, WrongTypeError
from clinic_hours.hours.minutes import DAY
from clinic_hours.timeline.compiled import BLOCK, IN_BLOCK, NEAR
from clinic_hours.timeline.instant import day_of, instant_of
from clinic_hours.timeline.line import Line
from clinic_hours.timeline.opening import Interval, Opening
from clinic_hours.timeline.rules import DayPlan, Rules
from clinic_hours.timeline.shape import ASK, OPEN, STATES
from clinic_hours.timeline.status import Status
from clinic_hours.timeline.zone import BLOCK as ZONE_BLOCK
from clinic_hours.timeline.zone import END, UTC_ZERO, zone_of
from clinic_hours.timeline.zone import IN_BLOCK as IN_ZONE_BLOCK

ZERO = timedelta(0)


class Timeline:
    """The answers of some rules in one time zone.

    All but `zone`, `rules` and `line` is for `Questions`, which looks up by the wall clock what most callers ask. On the days
    from `barren_from` to `barren_to` nothing is open, and `after_barren` is the next opening.
    """

    __slots__ = (
        "after_barren", "anchor", "barren_from", "barren_to", "clocks", "coming", "info", "line", "midnights", "rules", "tables",
        "utc", "zone",
    )  # fmt: skip

    def __init__(self, info: ZoneInfo, rules: Rules) -> None:
        self.info, self.rules = info, rules
        self.zone = zone_of(info)
        self.anchor, self.midnights = self.zone.anchor, self.zone.midnights
        self.clocks, self.utc = self.zone.clocks, self.zone.utc
        self.line = Line(self.zone, rules)
        self.tables, self.coming = self.line.tables, self.line.coming
        self.barren_from, self.barren_to = END, 0
        self.after_barren: Opening | None = None

    # At an instant

    def code(self, at: datetime | None) -> int:
        """The code of the state at an instant, whatever is asked."""
        at = instant_of(at)
        self.zone.learn(at)
        day, minute = divmod(self.zone.minute(at), DAY)
        code = (self.tables.get(day) or self.line.table(day))[minute]
        return self.line.shape(day).table[minute] if code == ASK else code

    def status(self, at: datetime | None) -> Status:
        """The state at an instant, its edges and its reason."""
        minute = self.zone.minute(instant_of(at))
        code = self.line.code(minute)
        since, until = self.line.start(minute, code), self.line.end(minute, code)
        reason, note = self.rules.why(date.fromordinal(minute // DAY + 1), minute % DAY, STATES[code])
        instant = self.zone.instant
        return Status(
            STATES[code], instant(since), instant(until), self._opening(self.line.following(minute, OPEN)), reason, note
        )

    def current_opening(self, at: datetime | None) -> Opening | None:
        """The opening that holds an instant."""
        minute = self.zone.minute(instant_of(at))
        if self.line.code(minute) != OPEN:
            return None
        return self._opening((self.line.start(minute, OPEN), self.line.end(minute, OPEN)))

    def next_opening(self, after: datetime | None) -> Opening | None:
        """The first opening that starts strictly after an instant; what is far is remembered for the days before it."""
        after = instant_of(after)
        self.zone.learn(after)
        minute = self.zone.minute(after)
        day = minute // DAY
        if day not in self.coming:
            self.line.openings_to_come(day)
        span = self.line.following(minute, OPEN)
        found = self._opening(span)
        last = (span[0] if span else END) // DAY - 1
        if last - day > NEAR and not self.line.shape(day).has(OPEN):
            # Where the clock jumps, a wall clock that never was may stand for an instant of the day before or after.
            self.barren_from, self.barren_to, self.after_barren = END, last - bool(self.zone.jumps(last)), found
            self.barren_from = day + bool(self.zone.jumps(day))
        return found

    def opening_at_or_after(self, at: datetime | None) -> Opening | None:
        """The opening that holds an instant, else the next."""
        return self._opening(self.line.touching(self.zone.minute(instant_of(at)), OPEN))

    def next_closing(self, after: datetime | None) -> datetime | None:
        """The first end of an opening strictly after an instant."""
        found = self.line.touching(self.zone.minute(instant_of(after)), OPEN)
        return found and self.zone.instant(found[1])

    def previous_opening(self, before: datetime | None) -> Opening | None:
        """The last opening that ended at or before an instant."""
        minute = self.zone.minute(instant_of(before))
        if self.line.code(minute) == OPEN:
            minute = self.line.start(minute, OPEN)
        end = self.line.end_before(minute, OPEN)
        return None if end is None else self._opening((self.line.start(end - 1, OPEN), end))

    def plan_on(self, day: date) -> DayPlan:
        """What holds on a date, and why."""
        return self.rules.plan(day_of(day))

    # In a window

    def openings(self, start: datetime, end: datetime, code: int, clip: bool) -> Iterator[Opening]:
        """The openings, or the stretches of another state, that touch a window."""
        start, end = _window(start, end)
        # By instant: two datetimes of one zone are equal by their wall clocks.
        if start - UTC_ZERO == end - UTC_ZERO:
            return iter(())
        edges = (self.zone.local(start - UTC_ZERO), self.zone.local(end - UTC_ZERO)) if clip else (None, None)
        return self._openings(self.zone.minute(start), self.zone.minute_from(end), code, *edges)

    def _openings(
        self, first: int, last: int, code: int, low: datetime | None, high: datetime | None
    ) -> Generator[Opening, None, None]:
        """The openings whose minutes touch those from `first` up to `last`, clipped to two instants."""
        minute = first
        while (span := self.line.touching(minute, code)) and span[0] < last:
            start, end = span
            opened = low if low and start <= first else self.zone.instant(start)
            closed = high if high and end >= last else self.zone.instant(end)
            yield Opening((opened, closed))
            minute = end
            day, of_day = divmod(minute, DAY)
            if of_day and self.line.shape(day).spans[code][-1][1] > of_day:
                continue
            minute = max(minute, DAY * (yield from self._plain_days(day + (of_day > 0), last // DAY, code)))

    def _plain_days(self, day: int, stop: int, code: int) -> Generator[Opening, None, int]:
        """The openings of whole days whose spans need no second look; gives the day at which it stops."""
        while day < stop:
            midnights = self.zone.block(day >> ZONE_BLOCK).midnights
            shapes = self.line.shapes.get(day >> BLOCK) or self.line.block_of_shapes(day >> BLOCK)
            found = False
            for shape in shapes[day & IN_BLOCK : (day & IN_BLOCK) + stop - day]:
                inner = shape.inner[code]
                if inner is None:
                    return day
                if inner:
                    found = True
                    midnight = midnights[day & IN_ZONE_BLOCK]
                    for opens, closes in inner:
                        yield Opening((midnight + opens, midnight + closes))
                day += 1
            if not found:
                return day
        return day

    def open_time(self, start: datetime, end: datetime) -> timedelta:
        """The elapsed open time in a window."""
        start, end = _window(start, end)
        low, high = start - UTC_ZERO, end - UTC_ZERO
        first, last = self.zone.minute(start), self.zone.minute(end)
        day, stop = first // DAY + 1, last // DAY
        if day > stop:
            return self._open_between(first, low, high)
        morning, evening = self._second(day * DAY), self._second(stop * DAY)
        days = timedelta(seconds=self._open_seconds(day, stop))
        return self._open_between(first, low, morning) + days + self._open_between(stop * DAY, evening, high)

    def _open_between(self, minute: int, low: timedelta, high: timedelta) -> timedelta:
        """The open time between two instants, given since `UTC_ZERO`; the minute is that of the first."""
        total = ZERO
        while low < high and (span := self.line.touching(minute, OPEN)):
            start, minute = span
            opened = max(self._second(start), low)
            if opened >= high:
                break
            total += min(self._second(minute), high) - opened
            low = max(low, self._second(minute))
        return total

    def _open_seconds(self, day: int, stop: int) -> int:
        """The open seconds of whole days."""
        total = 0
        while (found := self.line.next_day(day, OPEN) if day < stop else None) is not None and found < stop:
            day = found
            if not self.line.shape(day).has(OPEN, whole=True):
                # Days on end, perhaps for ever.
                after = min(self.line.end(day * DAY, OPEN) // DAY, stop)
                total += self.zone.second(after * DAY) - self.zone.second(day * DAY)
                day = after
                continue
            after = min((day | IN_BLOCK) + 1, stop)
            total += sum(map(self._open_seconds_of, range(day, after)))
            day = after
        return total

    def _open_seconds_of(self, day: int) -> int:
        shape = self.line.shape(day)
        if not self.zone.jumps(day):
            return shape.open_minutes * 60
        base = day * DAY
        return sum(self.zone.second(base + high) - self.zone.second(base + low) for low, high in shape.spans[OPEN])

    def add_open_time(self, start: datetime, delta: timedelta) -> datetime | None:
        """The instant at which some open time has passed."""
        start = instant_of(start)
        if not isinstance(delta, timedelta):
            raise WrongTypeError(f"an open time is a timedelta, not {type(delta).__name__}; write timedelta(hours=2)")
        if delta < ZERO:
            raise InvalidWindowError(f"open time passes forward only, and {delta} is negative")
        if not delta:
            return self.zone.local(start - UTC_ZERO)
        at, minute = start - UTC_ZERO, self.zone.minute(start)
        while span := self.line.touching(minute, OPEN):
            opened, closed = max(self._second(span[0]), at), self._second(span[1])
            if delta <= closed - opened:
                return self.zone.local(opened + delta)
            delta -= closed - opened
            minute, at = span[1], closed
            day, of_day = divmod(minute, DAY)
            if minute < END and not (of_day and self.line.shape(day).spans[OPEN][-1][1] > of_day):
                day, delta = self._skipped(day + (of_day > 0), delta)
                minute, at = max(minute, day * DAY), max(at, self._second(max(minute, day * DAY)))
        return None

    def _skipped(self, day: int, delta: timedelta) -> tuple[int, timedelta]:
        """The first day of the block of days in which some open time ends, and what is left of it by then."""
        while (day + 1) * DAY < END:
            after = min((day | IN_BLOCK) + 1, END // DAY)
            if self.line.next_day(day, OPEN) is None:
                break
            passed = timedelta(seconds=self._open_seconds(day, after))
            if passed >= delta:
                break
            day, delta = after, delta - passed
        return day, delta

    def differs_from(self, other: Timeline, start: datetime, end: datetime) -> Iterator[Interval]:
        """The stretches of a window in which two timelines' states differ."""
        start, end = _window(start, end)
        return self._differences(other, start - UTC_ZERO, end - UTC_ZERO)

    def _differences(self, other: Timeline, at: timedelta, stop: timedelta) -> Iterator[Interval]:
        began: timedelta | None = None
        while at < stop:
            (ours, our_end), (theirs, their_end) = self._run(at), other._run(at)
            if ours == theirs and began is not None:
                yield Interval((self.zone.local(began), self.zone.local(at)))
                began = None
            elif ours != theirs and began is None:
                began = at
            at = min(our_end, their_end, stop)
        if began is not None:
            yield Interval((self.zone.local(began), self.zone.local(stop)))

    def _run(self, at: timedelta) -> tuple[int, timedelta]:
        """The state at a time since `UTC_ZERO`, and when it next changes."""
        minute = self.zone.minute_of(at)
        code = self.line.code(minute)
        end = self.line.end(minute, code)
        return code, timedelta.max if end == END else self._second(end)

    # Between the clocks

    def _second(self, minute: int) -> timedelta:
        return timedelta(seconds=self.zone.second(minute))

    def _opening(self, span: tuple[int, int] | None) -> Opening | None:
        return span and Opening((self.zone.instant(span[0]), self.zone.instant(span[1])))


def _window(start: datetime | None, end: datetime | None) -> tuple[datetime, datetime]:
    """Both edges of a window as instants; `InvalidWindowError` where it ends before it starts."""
    if start is None or end is None:
        raise WrongTypeError("a window is given by two instants, its start and its end")
    start, end = instant_of(start), instant_of(end)
    if start - UTC_ZERO > end - UTC_ZERO:
        raise InvalidWindowError(f"the window ends before it starts: {start.isoformat()} to {end.isoformat()}")
    return start, end
