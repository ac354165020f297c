"""Hours around which one other state fills every minute: the fallback of a tag, `Mo-Fr 08:00-12:00 || "by appointment"`."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from clinic_hours.hours.day import DayHours, day_hours
from clinic_hours.hours.minutes import DAY, WEEK, week_minutes
from clinic_hours.hours.special import SeasonalHours, SpecialHours
from clinic_hours.hours.week import NAMES, WeeklyHours
from clinic_hours.hours.weekday import State
from clinic_hours.timeline.rules import Rules

Around = tuple[State, str]
"""The state, with its note, that fills what is left."""


def filling(rules: Rules) -> tuple[Rules, Around | None]:
    """The rules without the one state that fills every minute of every day that is not closed, and that state.

    The rules as they are where no state does.

    >>> week = WeeklyHours.parse('Mo-Su 00:00-08:00 unknown, Mo-Su 08:00-12:00, Mo-Su 12:00-24:00 unknown')
    >>> str(filling(Rules(week))[0].regular)
    'Mo-Su 08:00-12:00'
    """
    weeks = [rules.regular, *(season.hours for season in rules.seasonal)]
    days = [day for week in weeks for day in week.days if day] + [
        special.hours for special in rules.special if special.hours
    ]
    full = all(map(_full_week, weeks)) and all(_full(special.hours) for special in rules.special)
    if rules.breaks or not days or not full:
        return rules, None
    ways = sorted({(plain.state, plain.note) for day in days for plain in day.plain if plain.state is not State.OPEN})
    around = next((way for way in ways if _fills(way, days)), None)
    if around is None:
        return rules, None

    def strip(day: DayHours) -> DayHours:
        return day_hours(tuple(plain for plain in day.plain if plain[2:] != around))

    return _each(rules, strip), around


def _fills(way: Around, days: list[DayHours]) -> bool:
    """Whether a state is on each day, and something else on one of them."""
    return all(any(plain[2:] == way for plain in day.plain) for day in days) and any(
        plain[2:] != way for day in days for plain in day.plain
    )


def _full_week(week: WeeklyHours) -> bool:
    minutes = week_minutes([[plain[:2] for plain in day.plain] for day in week.days])
    return minutes == ((0, WEEK),) or all(map(_full, week.days))


def _full(day: DayHours) -> bool:
    """Whether a day has hours from midnight to midnight, or none."""
    plain = day.plain
    whole = not plain or (plain[0].start == 0 and plain[-1].end == DAY)
    return whole and all(before.end == after.start for before, after in pairwise(plain))


def _each(rules: Rules, change: Callable[[DayHours], DayHours]) -> Rules:
    """The rules with each day's hours changed."""

    def week(hours: WeeklyHours) -> WeeklyHours:
        return WeeklyHours(**{name: change(getattr(hours, name)) for name in NAMES})

    return Rules(
        week(rules.regular),
        tuple(SpecialHours(rule.dates, change(rule.hours), rule.reason) for rule in rules.special),
        tuple(SeasonalHours(rule.dates, week(rule.hours), rule.reason) for rule in rules.seasonal),
    )
