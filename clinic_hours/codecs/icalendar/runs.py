"""The hours of a door as runs: one range of hours on the dates of a recurrence, but for some, or on one date.

RFC 5545 gives each date of a recurrence the same exact length, while most calendars keep the end on the wall clock; on a night on
which the clocks change the two differ. So such a night is counted out of its run and stands alone, where nothing is left
to read in two ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from clinic_hours.codecs.doors import ONE_DAY, Window
from clinic_hours.codecs.icalendar.native import recurrence_of
from clinic_hours.codecs.icalendar.vocabulary import DAYS
from clinic_hours.codecs.outline import Outline, Season
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.notation import Range
from clinic_hours.hours.special import SpecialHours
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.timeline.zone import zone_of


class Run(NamedTuple):
    """A range that opens on the dates of a rule from `first` on, `but` for some; without a rule on `first` alone.

    `rule` has no UNTIL; `last` is its last date, or `None` without an end. `season` is whose hours these are.
    """

    piece: Range
    first: date
    rule: str = ""
    last: date | None = None
    but: tuple[date, ...] = ()
    reason: str = ""
    season: Season | None = None
    special: bool = False


class Stretch(NamedTuple):
    """The week that holds from one date to another, or without an end."""

    first: date
    last: date | None
    week: WeeklyHours
    season: Season | None


def runs_of(drawn: Outline, native: Sequence[SpecialHours], window: Window, zone: ZoneInfo | None) -> list[Run]:
    """The runs of an outline whose regular hours are known, and of the rules that are told natively."""
    special = {day for each in drawn.special for day in _days(each.first, each.last)}
    found = [run for stretch in _stretches(drawn, window) for run in _weekly(stretch)]
    found += [run for rule in native for run in _native(rule, window)]
    runs = [run._replace(but=tuple(sorted(_matches(run, special)))) for run in found]
    for each in drawn.special:
        # One date needs no rule.
        rule, last = ("FREQ=DAILY", each.last) if each.last > each.first else ("", None)
        runs += [Run(piece, each.first, rule, last, (), each.reason, None, bool(rule)) for piece in each.hours.plain]
    return [one for run in runs for one in _plain(run, window, zone)]


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _stretches(drawn: Outline, window: Window) -> Iterator[Stretch]:
    """The regular week around the seasons, and the seasons, in order."""
    first, week = window.first - ONE_DAY, drawn.week or WeeklyHours()
    for season in drawn.seasons:
        if season.first > first:
            yield Stretch(first, season.first - ONE_DAY, week, None)
        yield Stretch(season.first, season.last, season.hours, season)
        first = season.last + ONE_DAY
    yield Stretch(first, None, week, None)


def _weekly(stretch: Stretch) -> Iterator[Run]:
    days: dict[Range, list[int]] = {}
    for number, day in enumerate(stretch.week.days):
        for piece in day.plain:
            days.setdefault(piece, []).append(number)
    for piece, numbers in days.items():
        near = _days(
            stretch.first, min(stretch.last or date.max, stretch.first + min(6 * ONE_DAY, date.max - stretch.first))
        )
        begin = next((day for day in near if day.weekday() in numbers), None)
        if begin is not None:
            rule = "FREQ=WEEKLY;BYDAY=" + ",".join(DAYS[number] for number in numbers)
            reason = stretch.season.reason if stretch.season else ""
            yield Run(piece, begin, rule, stretch.last, (), reason, stretch.season)


def _native(rule: SpecialHours, window: Window) -> Iterator[Run]:
    parts = recurrence_of(rule.dates).split(";")
    until = next((part.removeprefix("UNTIL=") for part in parts if part.startswith("UNTIL=")), None)
    text = ";".join(part for part in parts if not part.startswith("UNTIL="))
    first = rule.dates.in_range(window.first - ONE_DAY, window.until)[0]
    for piece in rule.hours.plain:
        yield Run(piece, first, text, date.fromisoformat(until) if until else None)


def _matches(run: Run, days: Iterable[date]) -> Iterator[date]:
    """Those of some dates that are dates of a run."""
    held = {day for day in days if run.first <= day <= (run.last or date.max)}
    if not held:
        return iter(())
    return iter(held & set(Dates.recurring(run.rule, run.first).in_range(min(held), max(held))))


def _plain(run: Run, window: Window, zone: ZoneInfo | None) -> Iterator[Run]:
    """A run without the nights on which the clocks change, and each of those by itself."""
    if not run.rule or zone is None:
        yield run
        return
    last = min(run.last or date.max, window.until)
    changes = {day for day in _days(run.first, last) if _is_bent(run.piece, day, zone)}
    apart = sorted(set(_matches(run, changes)) - {*run.but})
    yield run._replace(but=tuple(sorted({*run.but, *apart})))
    for day in apart:
        yield Run(run.piece, day, reason=run.reason)


def _is_bent(piece: Range, day: date, zone: ZoneInfo) -> bool:
    jumps = zone_of(zone).jumps
    number = day.toordinal() - 1
    if not jumps(number) and not jumps(number + 1):
        return False
    start, end = times_of(piece, day, zone)
    return bool(
        start.utcoffset() != end.utcoffset()
        or (start.replace(tzinfo=None), end.replace(tzinfo=None)) != _walls(piece, day)
    )


def _walls(piece: Range, day: date) -> tuple[datetime, datetime]:
    midnight = datetime(day.year, day.month, day.day)
    return midnight + timedelta(minutes=piece.start), midnight + timedelta(minutes=piece.end)


def times_of(piece: Range, day: date, zone: ZoneInfo | None) -> tuple[datetime, datetime]:
    """When a range opens and closes on a date, on the clock of the zone; on no zone's where none is given.

    >>> [str(at) for at in times_of(Range(120, 360), date(2026, 3, 8), ZoneInfo("America/New_York"))]
    ['2026-03-08 03:00:00-04:00', '2026-03-08 06:00:00-04:00']
    """
    start, end = _walls(piece, day)
    if zone is None:
        return start, end
    midnight = (day.toordinal() - 1) * DAY
    minutes = (midnight + piece.start, midnight + piece.end)
    opens, closes = (zone_of(zone).instant(minute) for minute in minutes)
    return opens or start.replace(tzinfo=zone), closes or end.replace(tzinfo=zone)
