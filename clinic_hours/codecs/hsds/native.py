"""The special hours that HSDS says by a rule of its own: the nth weekday of every month."""

from __future__ import annotations

from datetime import date

from clinic_hours.codecs.doors import Placed, Window
from clinic_hours.codecs.hsds.rows import CODES, LAST_MINUTE, ONE_DAY, parts_of
from clinic_hours.hours.date_kinds import Recurring
from clinic_hours.hours.special import SpecialHours
from clinic_hours.hours.weekday import State


def native_rules(placed: Placed, window: Window) -> list[SpecialHours]:
    """The special hours that a row of its own says: some days of every month, on which the week has no hours."""
    door = placed.door
    weeks = [door.regular_hours, *(season.hours for season in door.seasonal_hours)]
    chosen: list[SpecialHours] = []
    taken: set[date] = set()
    for rule in door.special_hours:
        days = days_of_rule(rule)
        if not days or any(week.days[CODES.index(day[-2:])] for week in weeks for day in days):
            continue
        dates = set(rule.dates.in_range(window.first - ONE_DAY, window.until))
        if not dates & taken:
            chosen.append(rule)
            taken |= dates
    return chosen


def days_of_rule(rule: SpecialHours) -> list[str]:
    """The days, such as 2SA, of a rule of every month with plain hours; none for another rule."""
    kind = rule.dates.kind
    if not isinstance(kind, Recurring) or kind.rule.start is not None:
        return []
    parts = parts_of(kind.rule.text)
    days = parts.get("BYDAY", "").split(",")
    plain = rule.hours and all(piece.state is State.OPEN and piece.plain[:2] != LAST_MINUTE for piece in rule.hours)
    return (
        days
        if plain
        and {*parts} == {"FREQ", "BYDAY"}
        and kind.rule.frequency == "MONTHLY"
        and all(len(day) > 2 for day in days)
        else []
    )
