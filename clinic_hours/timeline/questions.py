"""The questions that everything with hours answers: a location, and a service inside of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from clinic_hours.errors import InvalidHoursError, WrongTypeError
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.weekday import State
from clinic_hours.timeline.opening import Interval, Opening
from clinic_hours.timeline.rules import DayPlan
from clinic_hours.timeline.shape import CODES, OPEN
from clinic_hours.timeline.status import Status
from clinic_hours.timeline.timeline import Timeline
from clinic_hours.timeline.zone import UTC_ZERO


class Questions:
    """Questions about instants. An instant is any aware datetime, and now where it is left out; answers are in the own zone.

    Each raises `NaiveDatetimeError` for a datetime without a time zone and `WrongTypeError` for anything that is no instant.
    `None` for an answer is proved: Python's calendar, the years 1 to 9999, is the only horizon.
    """

    __slots__ = ()

    _timeline: Timeline

    def _compile(self) -> Timeline:
        """The timeline of the rules, kept in the slot `_timeline`."""
        raise NotImplementedError

    if TYPE_CHECKING:
        pass
    else:

        def __getattr__(self, name: str) -> Any:
            # The slot is empty until the first question.
            return self._compile() if name == "_timeline" else super().__getattr__(name)

    @property
    def timeline(self) -> Timeline:
        """The compiled rules, made when they are first needed."""
        return self._timeline

    def is_open(self, at: datetime | None = None) -> bool:
        """Whether the state is open at an instant, to the microsecond.

        >>> from clinic_hours import Location
        >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mo-Fr 08:00-16:00")
        >>> office.is_open(datetime(2026, 11, 23, 8, tzinfo=office.zone)), office.is_open(datetime(2026, 11, 23, 21, tzinfo=UTC))
        (True, False)
        """
        # Most questions end here: datetimes of one zone subtract as wall clocks, and what another zone's clock is behind is known
        # by its days. The rest, and every error, is left to the timeline. The answers are those to the codes; `ASK` has none.
        facts = self._timeline
        try:
            if type(at) is datetime:
                zone = at.tzinfo
                if zone is UTC:
                    local = at - UTC_ZERO
                    local += facts.utc[local.days]
                elif zone is facts.info:
                    local = at - facts.anchor
                else:
                    anchor, shifts = facts.clocks[zone]
                    local = at - anchor
                    local += shifts[local.days]
                return (False, True, False, False)[facts.tables[local.days][local.seconds // 60]]
        except (IndexError, KeyError, TypeError):
            pass
        return facts.code(at) == OPEN

    def status(self, at: datetime | None = None) -> Status:
        """What holds at an instant, in one reading: state, since, until, next opening, reason and note.

        >>> from clinic_hours import Location
        >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mo-Fr 08:00-16:00")
        >>> office.status(datetime(2026, 11, 23, 12, tzinfo=office.zone)).until
        datetime.datetime(2026, 11, 23, 16, 0, tzinfo=zoneinfo.ZoneInfo(key='America/New_York'))
        """
        return self.timeline.status(at)

    def current_opening(self, at: datetime | None = None) -> Opening | None:
        """The opening that holds an instant; `None` where the state is another."""
        return self.timeline.current_opening(at)

    def next_opening(self, after: datetime | None = None) -> Opening | None:
        """The first opening that starts strictly after an instant: while open, the one after the current.

        >>> from clinic_hours import Location
        >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mo-Fr 08:00-16:00")
        >>> office.next_opening(datetime(2026, 11, 23, 8, tzinfo=office.zone)).start
        datetime.datetime(2026, 11, 24, 8, 0, tzinfo=zoneinfo.ZoneInfo(key='America/New_York'))
        """
        # As in `is_open`; each day holds its openings and the first after it, as times since its midnight.
        facts = self._timeline
        try:
            if type(after) is datetime:
                zone = after.tzinfo
                if zone is facts.info:
                    local = after - facts.anchor
                elif zone is UTC:
                    local = after - UTC_ZERO
                    local += facts.utc[local.days]
                else:
                    anchor, shifts = facts.clocks[zone]
                    local = after - anchor
                    local += shifts[local.days]
                day = local.days
                if facts.barren_from <= day:
                    if day <= facts.barren_to:
                        return facts.after_barren
                second = local.seconds
                for start, opens, closes in facts.coming[day]:
                    if second < start:
                        midnight = facts.midnights[day]
                        return Opening((midnight + opens, midnight + closes))
        except (KeyError, TypeError):
            pass
        return facts.next_opening(after)

    def opening_at_or_after(self, at: datetime | None = None) -> Opening | None:
        """When one can come: the opening that holds an instant, else the next."""
        return self.timeline.opening_at_or_after(at)

    def next_closing(self, after: datetime | None = None) -> datetime | None:
        """The first end of an opening strictly after an instant."""
        return self.timeline.next_closing(after)

    def previous_opening(self, before: datetime | None = None) -> Opening | None:
        """The last opening that ended at or before an instant."""
        return self.timeline.previous_opening(before)

    def previous_closing(self, before: datetime | None = None) -> datetime | None:
        """The last end of an opening at or before an instant."""
        found = self.timeline.previous_opening(before)
        return found and found.end

    def openings(
        self, start: datetime, end: datetime, *, state: State | str = State.OPEN, clip: bool = True
    ) -> Iterator[Opening]:
        """The openings of a window, lazily: sorted, disjoint, none touching another, clipped to it unless `clip=False`.

        With another `state` the stretches of that state. Raises `InvalidWindowError` where the window ends before it starts.

        >>> from clinic_hours import Location
        >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mo-Fr 08:00-16:00")
        >>> window = datetime(2026, 11, 23, tzinfo=office.zone), datetime(2026, 11, 25, tzinfo=office.zone)
        >>> [opening.duration for opening in office.openings(*window)]
        [datetime.timedelta(seconds=28800), datetime.timedelta(seconds=28800)]
        """
        return self.timeline.openings(start, end, _code(state), clip)

    def open_time(self, start: datetime, end: datetime) -> timedelta:
        """The elapsed open time in a window; it adds up over any cut. Raises `InvalidWindowError` as `openings` does."""
        return self.timeline.open_time(start, end)

    def add_open_time(self, start: datetime, delta: timedelta) -> datetime | None:
        """The instant at which some open time has passed since a start; `None` if it never does.

        Raises `InvalidWindowError` for a negative time.

        >>> from clinic_hours import Location
        >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mo-Fr 08:00-16:00")
        >>> office.add_open_time(datetime(2026, 11, 27, 15, tzinfo=office.zone), timedelta(hours=2))
        datetime.datetime(2026, 11, 30, 9, 0, tzinfo=zoneinfo.ZoneInfo(key='America/New_York'))
        """
        return self.timeline.add_open_time(start, delta)

    def hours_on(self, day: date) -> DayHours:
        """The hours that open on a date, with its breaks taken out.

        >>> from clinic_hours import Location
        >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mo-Fr 08:00-16:00")
        >>> office.hours_on(date(2026, 11, 23))
        DayHours.parse('08:00-16:00')
        """
        return self.timeline.plan_on(day).hours

    def plan_on(self, day: date) -> DayPlan:
        """The hours of a date, the rule that set them (`None` for regular hours), its breaks, and the reason."""
        return self.timeline.plan_on(day)

    def differs_from(self, other: Questions, start: datetime, end: datetime) -> Iterator[Interval]:
        """The stretches of a window in which the two answer with different states, lazily and in order."""
        if not isinstance(other, Questions):
            raise WrongTypeError(f"a location is meant here, not {type(other).__name__}")
        return self.timeline.differs_from(other.timeline, start, end)


def _code(state: State | str) -> int:
    try:
        return CODES[State(state)]
    except ValueError:
        raise InvalidHoursError(f"no state is named {str(state)[:40]!r}; {', '.join(CODES)} are") from None
