"""The days ahead as they really are, and the coming days on which the regular hours do not hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any, NamedTuple

from clinic_hours.errors import InvalidWindowError, WrongTypeError
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.notation import Range
from clinic_hours.hours.special import SeasonalHours, SpecialHours
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.timeline.questions import Questions
from clinic_hours.timeline.rules import DayPlan

DAYS_AHEAD, DAYS_OF_CHANGES = 7, 60
MOST_DAYS = 3660
"""Days ahead that can be asked for: ten years."""


class DayAhead(NamedTuple):
    """A date, the hours that open on it, and why they are others than the regular ones; `now` is the range that runs."""

    day: date
    hours: DayHours
    reason: str
    is_today: bool
    now: Range | None = None


class Change(NamedTuple):
    """Dates on which the regular hours do not hold: a whole week of hours where it is a season, those of a day otherwise.

    `last` is `None` where it goes on beyond the days that were asked for.
    """

    first: date
    last: date | None
    hours: DayHours | WeeklyHours
    reason: str


def days_ahead(place: Questions, at: datetime, days: int = DAYS_AHEAD) -> list[DayAhead]:
    """The dates from today on, on the location's own clock; before them yesterday, while its hours run past midnight.

    Raises `InvalidWindowError` for less than no days, or for more than ten years of them.

    >>> from zoneinfo import ZoneInfo
    >>> from clinic_hours import Location
    >>> place = Location(name="Night clinic", timezone="America/New_York", regular_hours="Mo-Fr 22:00-06:00")
    >>> [(str(ahead.day), str(ahead.hours)) for ahead in days_ahead(place, datetime(2026, 11, 28, 2, tzinfo=place.zone), 2)]
    [('2026-11-27', '22:00-06:00'), ('2026-11-28', 'off'), ('2026-11-29', 'off')]
    """
    at = at.astimezone(place.timeline.info)
    today, minute, state = at.date(), at.hour * 60 + at.minute, place.status(at).state
    found: list[DayAhead] = []
    for day in _dates(today, days):
        plan = place.plan_on(day)
        now = [r for r in plan.hours.plain if day == today and r.start <= minute < r.end and r.state is state]
        found.append(DayAhead(day, plan.hours, _why(place, plan, day), day == today, now[0] if now else None))
    if found and not found[0].now and today > date.min:
        yesterday = today - timedelta(1)
        plan = place.plan_on(yesterday)
        tail = [r for r in plan.hours.plain if minute + DAY < r.end and r.state is state]
        found[:0] = [DayAhead(yesterday, plan.hours, _why(place, plan, yesterday), False, now) for now in tail]
    return found


def changes_ahead(place: Questions, first: date, days: int = DAYS_OF_CHANGES) -> list[Change]:
    """What does not go by the regular hours on the dates from `first` on, in order; dates in a row that are alike are one change.

    Raises `InvalidWindowError` as `days_ahead` does.

    >>> from clinic_hours import Location
    >>> christmas = SpecialHours("2026-12-24/2027-01-01", reason="Christmas")
    >>> place = Location(name="Office", timezone="UTC", regular_hours="Mo-Fr 08:00-16:00", special_hours=[christmas])
    >>> changes_ahead(place, date(2026, 11, 23))[0].last
    datetime.date(2027, 1, 1)
    """
    # One date more, to know what goes on beyond.
    seen = list(_dates(first, days + 1 if days > 0 else days))
    beyond = seen[-1] if len(seen) > days else None
    seasons: list[tuple[date, Any]] = []
    others: list[tuple[date, Any]] = []
    for day in seen:
        plan = place.plan_on(day)
        # A season goes on behind a special day.
        season = plan.rule if not isinstance(plan.rule, SpecialHours) else seasons[-1][1] if seasons else None
        own = isinstance(plan.rule, SpecialHours) or plan.hours != _uncut(place, plan, day)
        seasons.append((day, season))
        others.append((day, (plan.hours, _why(place, plan, day)) if own else None))
    found = [Change(first, last, season.hours, season.reason) for season, first, last in _runs(seasons, beyond)]
    found += [Change(first, last, *told) for told, first, last in _runs(others, beyond)]
    return sorted(found, key=lambda change: change.first)


def _dates(first: date, days: int) -> Iterator[date]:
    """So many dates, or those up to the end of the calendar."""
    if not isinstance(days, int):
        raise WrongTypeError(f"a number of days is meant here, not {type(days).__name__}")
    if not 0 <= days <= MOST_DAYS + 1:
        raise InvalidWindowError(f"{days} days cannot be looked ahead; 0 to {MOST_DAYS:,} can")
    last = min(first.toordinal() + days - 1, date.max.toordinal())
    return map(date.fromordinal, range(first.toordinal(), last + 1))


def _runs(seen: Sequence[tuple[date, Any]], beyond: date | None) -> Iterator[tuple[Any, date, date | None]]:
    """What is alike in a row, with its first and last date, if that is known; what begins beyond is left out."""
    for told, group in groupby(seen, key=lambda pair: pair[1]):
        days = [day for day, _ in group]
        if told is not None and days[0] != beyond:
            yield told, days[0], None if days[-1] == beyond else days[-1]


def _uncut(place: Questions, plan: DayPlan, day: date) -> DayHours:
    """The hours of a date before its breaks."""
    if isinstance(plan.rule, SpecialHours):
        return plan.rule.hours
    week = plan.rule.hours if isinstance(plan.rule, SeasonalHours) else place.timeline.rules.regular
    return week.days[day.weekday()]


def _why(place: Questions, plan: DayPlan, day: date) -> str:
    """The reason of the rule, and of the breaks that cut something out."""
    cuts = [rule.reason for rule in plan.breaks] if plan.hours != _uncut(place, plan, day) else []
    return "; ".join(dict.fromkeys(reason for reason in (plan.reason, *cuts) if reason))
