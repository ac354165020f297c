"""All the rows of one place, which add up, as its regular, seasonal and special hours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from clinic_hours.codecs.assembling import UNKNOWN_DAY, UNKNOWN_WEEK, day_of, week_of
from clinic_hours.codecs.documents import Node, Notes
from clinic_hours.codecs.hsds.rows import CODES, ONE_DAY, Row, parts_of, read_row
from clinic_hours.errors import InvalidDatesError, NotRepresentableError
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.day import CLOSED, DayHours
from clinic_hours.hours.notation import Range
from clinic_hours.hours.special import SeasonalHours, SpecialHours
from clinic_hours.hours.week import WeeklyHours

MOST = 2_000_000
"""Rows that hold in some stretch of time, counted over all stretches, at the most."""
SHORT = 7
"""Days of a stretch that is told date by date if it is shorter."""

NEVER = WeeklyHours()


class Stretch(NamedTuple):
    """From one date to another, both included, the same rows hold; `known` is false where the data tells nothing.

    `days` are the hours of each day of the week by themselves, whose nights may run into the next day's as in no week.
    """

    first: date
    last: date
    days: tuple[DayHours, ...]
    known: bool

    @property
    def week(self) -> WeeklyHours:
        """The days as a week."""
        return week_of([day.plain for day in self.days], "", Notes())

    @property
    def is_empty(self) -> bool:
        """Whether nothing opens."""
        return not any(self.days)


def hours_of(nodes: Sequence[Node], place: str, notes: Notes, *, shared: bool) -> dict[str, Any]:
    """The hours of the rows of one place.

    Closed stretches are special hours where nobody shares the place; a service inside of it would be closed by them, which its
    own rows do not say, so they are seasons there.
    """
    rows = [row for row in (read_row(node, notes) for node in nodes) if row is not None]
    if not rows:
        notes.tell("no-regular-hours", place, "no regular hours are told, so they are unknown")
        return {"regular_hours": UNKNOWN_WEEK}
    weekly = [row for row in rows if row.days]
    holidays = [row for row in rows if not row.days and not row.rule]
    ruled = [row for row in rows if row.rule]
    stretches = _stretches(weekly, place, notes)
    regular = _regular(stretches, ruled, place, notes)
    if regular is UNKNOWN_WEEK and not weekly and not ruled:
        notes.tell("no-regular-hours", place, "no regular hours are told, so they are unknown")
    special: list[SpecialHours] = []
    seasonal: list[SeasonalHours] = []
    for stretch in stretches:
        made = _rules(stretch, regular, shared, place, notes)
        special += [rule for rule in made if isinstance(rule, SpecialHours)]
        seasonal += [rule for rule in made if isinstance(rule, SeasonalHours)]
    special += [
        SpecialHours(Dates.between(row.first or date.min, row.last), day_of(row.ranges, place, notes))
        for row in holidays
    ]
    _tell_validity(stretches, place, notes)
    _tell_never(weekly, notes)
    return {
        "regular_hours": regular,
        "special_hours": [*_recurring(ruled, regular, special, seasonal, place, notes), *special],
        "seasonal_hours": seasonal,
    }


# Stretches of time


def _stretches(rows: Sequence[Row], place: str, notes: Notes) -> list[Stretch]:
    """The whole of time in stretches in which the same rows of every week hold."""
    if not rows:
        return []
    firsts = [row.first or date.min for row in rows]
    lasts = [row.last or date.max for row in rows]
    edges = sorted({date.min, *firsts, *(last + ONE_DAY for last in lasts if last < date.max)})
    begin, finish = min(firsts), max(lasts)
    left = all(row.begins for row, first in zip(rows, firsts, strict=True) if first == begin)
    right = all(row.ends for row, last in zip(rows, lasts, strict=True) if last == finish)
    starting = sorted(range(len(rows)), key=firsts.__getitem__)
    active: set[int] = set()
    work, at = 0, 0
    out: list[Stretch] = []
    for first, following in zip(edges, [*edges[1:], None], strict=True):
        while at < len(starting) and firsts[starting[at]] <= first:
            active.add(starting[at])
            at += 1
        active = {number for number in active if lasts[number] >= first}
        work += len(active)
        if work > MOST:
            raise NotRepresentableError(f"{place}: too many schedules hold at the same time")
        last = date.max if following is None else following - ONE_DAY
        known = left if last < begin else right if first > finish else True
        out.append(Stretch(first, last, _days([rows[number] for number in sorted(active)], place, notes), known))
    return out


def _days(rows: Iterable[Row], place: str, notes: Notes) -> tuple[DayHours, ...]:
    days: list[list[Range]] = [[] for _ in range(7)]
    for row in rows:
        for day in row.days:
            days[day] += row.ranges
    return tuple(day_of(day, place, notes) for day in days)


def _regular(stretches: Sequence[Stretch], ruled: Sequence[Row], place: str, notes: Notes) -> WeeklyHours:
    """The week that holds without an end: from the beginning of time, else until its end; else what is known of the rest."""
    if not stretches:
        return NEVER if ruled else UNKNOWN_WEEK
    for stretch in (stretches[0], stretches[-1]):
        if not stretch.is_empty:
            return week_of([day.plain for day in stretch.days], place, notes)
    return NEVER if stretches[0].known and stretches[-1].known else UNKNOWN_WEEK


def _rules(
    stretch: Stretch, regular: WeeklyHours, shared: bool, place: str, notes: Notes
) -> list[SpecialHours | SeasonalHours]:
    """What a stretch says other than the regular hours."""
    week = stretch.week if stretch.known else UNKNOWN_WEEK
    if week == regular:
        return []
    dates = Dates.between(stretch.first, None if stretch.last == date.max else stretch.last)
    if stretch.is_empty and not shared:
        return [SpecialHours(dates, CLOSED if stretch.known else UNKNOWN_DAY)]
    if not stretch.is_empty and (stretch.last - stretch.first).days + 1 < SHORT:
        return [_rule(day, stretch.days[day.weekday()], shared) for day in _dates(stretch)]
    if len(set(stretch.days)) == 1 and week.monday != stretch.days[0] and stretch.known:
        return [SpecialHours(dates, stretch.days[0])]
    if stretch.known:
        week = week_of([day.plain for day in stretch.days], place, notes)
    return [SeasonalHours(dates, week)]


def _rule(day: date, hours: DayHours, shared: bool) -> SpecialHours | SeasonalHours:
    return SpecialHours(Dates.on(day), hours) if hours or not shared else SeasonalHours(Dates.on(day), NEVER)


def _dates(stretch: Stretch) -> list[date]:
    return [stretch.first + timedelta(days=number) for number in range((stretch.last - stretch.first).days + 1)]


def _tell_validity(stretches: Sequence[Stretch], place: str, notes: Notes) -> None:
    for stretch in stretches:
        if not stretch.known:
            ends = f"until {stretch.last}" if stretch.first == date.min else f"from {stretch.first} on"
            notes.tell("validity", place, f"the data is not valid {ends}, so the hours are unknown then")


def _tell_never(rows: Iterable[Row], notes: Notes) -> None:
    """Note rows whose dates have none of their days."""
    for row in rows:
        if row.first and row.last and (row.last - row.first).days < SHORT:
            dates = (row.first + timedelta(days=number) for number in range((row.last - row.first).days + 1))
            if not any(day.weekday() in row.days for day in dates):
                told = f"none of its days is between {row.first} and {row.last}, so it never opens"
                notes.tell("never", row.node.pointer, told)


# Recurrences


Interval = tuple[date | None, date | None]


def _recurring(
    rows: Sequence[Row],
    regular: WeeklyHours,
    special: Sequence[SpecialHours],
    seasonal: Sequence[SeasonalHours],
    place: str,
    notes: Notes,
) -> list[SpecialHours]:
    """The special hours of rows with a recurrence; they add to the week's hours of their days."""
    by_time: dict[tuple[str, date | None, Interval], list[Range]] = {}
    for row in rows:
        by_time.setdefault((row.rule, row.start, (row.first, row.last)), []).extend(row.ranges)
    merged: dict[tuple[str, date | None, tuple[Range, ...]], list[Interval]] = {}
    for (rule, start, interval), added in by_time.items():
        merged.setdefault((rule, start, tuple(sorted(added))), []).append(interval)
    covered = _covered(special)
    made: list[SpecialHours] = []
    for (rule, start, ranges), intervals in merged.items():
        for interval in _joined(intervals, covered):
            made += _of_rule(rule, start, ranges, interval, regular, place, notes)
    if made and any(season.hours != regular for season in seasonal):
        told = "hours of recurring days are added to those of the regular week, also while others hold"
        notes.tell("added-to-week", place, told)
    return made


def _covered(special: Iterable[SpecialHours]) -> list[tuple[date, date]]:
    """The dates, as spans, that closures and single days decide, whatever a recurrence says."""
    out: list[tuple[date, date]] = []
    for rule in special:
        first, last = rule.dates.kind.bounds
        if rule.is_closure or rule.dates.is_single_day:
            out.append((date.fromordinal(first), date.fromordinal(last)))
    return sorted(out)


def _joined(intervals: Iterable[Interval], covered: Sequence[tuple[date, date]]) -> list[Interval]:
    """Intervals joined where nothing lies between them but dates that are decided anyway."""
    out: list[Interval] = []
    for first, last in sorted(intervals, key=lambda interval: interval[0] or date.min):
        before = out[-1][1] if out else None
        if out and before and first and _bridges(before, first, covered):
            out[-1] = (out[-1][0], last)
        else:
            out.append((first, last))
    return out


def _bridges(before: date, first: date, covered: Sequence[tuple[date, date]]) -> bool:
    day = before + ONE_DAY
    for low, high in covered:
        if low <= day <= high < date.max:
            day = high + ONE_DAY
    return day >= first


def _of_rule(
    rule: str,
    start: date | None,
    ranges: Sequence[Range],
    interval: Interval,
    regular: WeeklyHours,
    place: str,
    notes: Notes,
) -> list[SpecialHours]:
    """The special hours of one recurrence, by weekday where the week has hours on some of its days."""
    parts = parts_of(rule)
    named = parts["BYDAY"].split(",") if "BYDAY" in parts else list(CODES)
    groups: dict[DayHours, list[str]] = {}
    for day in named:
        usual = regular.days[CODES.index(day[-2:])].plain if regular != UNKNOWN_WEEK else ()
        groups.setdefault(day_of([*ranges, *usual], place, notes), []).append(day)
    made: list[SpecialHours] = []
    for hours, days in groups.items():
        some = parts if len(groups) == 1 else parts | {"BYDAY": ",".join(days)}
        first, last = interval
        bounded = some | ({"UNTIL": str(last).replace("-", "")} if last and "COUNT" not in some else {})
        text = ";".join(f"{key}={value}" for key, value in bounded.items())
        try:
            made.append(SpecialHours(Dates.recurring(text, start or first), hours))
        except InvalidDatesError as error:
            notes.tell("unreadable-rule", place, f"{error}; it is left out")
    return made
