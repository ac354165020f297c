"""Where a door's real hours differ from those of its week, in a window of dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from clinic_hours.codecs.doors import Window
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.special import SeasonalHours, SpecialHours
from clinic_hours.hours.week import NAMES, WeeklyHours
from clinic_hours.hours.weekday import State
from clinic_hours.location import Door, Location
from clinic_hours.timeline.opening import Opening

Stretch = tuple[datetime, datetime]
Named = tuple[datetime, datetime, str]
ONE_DAY = timedelta(days=1)


class Differences:
    """The differences between a door's hours and a week, which is its own without the breaks of every week.

    `closed` are the stretches that the week would have open and the rules close, in local time and with the reason; whole days
    where nothing else is open on them, and those that a closure names beside the week. `extra` are the dates on which the rules
    open what the week does not.
    """

    def __init__(self, door: Door, week: WeeklyHours, window: Window) -> None:
        self.door, self.zone = door, door.zone
        ends = self._midnight(window.first), self._midnight(window.until + ONE_DAY)
        days = zip(NAMES, week.days, strict=True)
        usual = WeeklyHours(**{name: DayHours([r for r in day if r.state is State.OPEN]) for name, day in days})
        plain = Location(name=door.name, timezone=door.timezone, regular_hours=usual)
        self.usual = _stretches(plain.openings(*ends))
        real = _stretches(door.openings(*ends))
        self.extra = [
            str(day) for day in dict.fromkeys(self._local(start).date() for start, _ in _minus(real, self.usual))
        ]
        closed = _minus(self.usual, real)
        # What FHIR can say is open: its times at which it is closed may as well cover what it cannot say.
        self.kept = _minus(self.usual, closed)
        named = [(*self._whole_day(start, end), self._reason(start)) for start, end in closed]
        self.closed = list(self._joined(sorted([*named, *self._beside(window)], key=_instants)))

    def _beside(self, window: Window) -> Iterator[Named]:
        """The dates that a closure names and on which no hours of the week are."""
        closures = [rule for rule in self.door.special_hours if rule.is_closure]
        for day in sorted({day for rule in closures for day in rule.dates.in_range(window.first, window.until)}):
            low, high = self._midnight(day), self._midnight(day + ONE_DAY)
            plan = self.door.plan_on(day)
            beside = not any(a < high and b > low for a, b in self.usual)
            if beside and isinstance(plan.rule, SpecialHours) and plan.rule.is_closure:
                yield low, high, plan.reason

    def _is_closed(self, day: date) -> bool:
        """Whether a date may be told as a whole; what closes a location on a date closes its services, and other rules do not."""
        rule = self.door.plan_on(day).rule
        if isinstance(rule, SeasonalHours):
            return not getattr(self.door, "services", ()) and not rule.hours.days[day.weekday()]
        return rule is not None and rule.is_closure

    def _joined(self, stretches: Sequence[Named]) -> Iterator[Named]:
        """The stretches, with those of whole days in a row and of one reason as one."""
        held: Named | None = None
        for one in stretches:
            if held and held[2] == one[2] and self._bridged(held, one):
                held = (held[0], one[1], one[2])
                continue
            if held:
                yield held
            held = one
        if held:
            yield held

    def _whole_day(self, start: datetime, end: datetime) -> Stretch:
        """The whole date of a stretch, where no hours of the week reach into it or out of it and none of them are kept."""
        day = self._local(start).date()
        low, high = self._midnight(day), self._midnight(day + ONE_DAY)
        inside = all(low <= a and b <= high for a, b in self.usual if a < high and b > low)
        if end <= high and inside and not any(a < high and b > low for a, b in self.kept) and self._is_closed(day):
            return low, high
        return self._local(start), self._local(end)

    def _bridged(self, one: Named, other: Named) -> bool:
        """Whether two stretches are whole days with nothing open between them."""
        if any(edge.time() != time(0) for edge in (*one[:2], *other[:2])):
            return False
        return not any(a < other[0] and b > one[1] for a, b in self.usual)

    def _reason(self, at: datetime) -> str:
        local = self._local(at)
        reason, _ = self.door.timeline.rules.why(local.date(), local.hour * 60 + local.minute, State.CLOSED)
        return reason

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(0), self.zone)

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self.zone)


def _instants(named: Named) -> Stretch:
    """What orders stretches: their instants, because two datetimes of one zone compare by their wall clocks."""
    return named[0].astimezone(UTC), named[1].astimezone(UTC)


def _stretches(openings: Iterator[Opening]) -> list[Stretch]:
    return [(o.start.astimezone(UTC), o.end.astimezone(UTC)) for o in openings if o.start and o.end]


def _minus(some: Sequence[Stretch], others: Sequence[Stretch]) -> list[Stretch]:
    """What some stretches have beyond others; both are sorted and apart."""
    out: list[Stretch] = []
    for start, end in some:
        for low, high in others:
            if high <= start or low >= end:
                continue
            if start < low:
                out.append((start, low))
            start = max(start, high)
        if start < end:
            out.append((start, end))
    return out
