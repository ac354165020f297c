"""What somebody should look at in a clinic file: rules that disagree, holidays to decide, hours that nobody has confirmed.

A file with mistakes does not load at all, and says so itself; this is about files that load. The codes of what is found::

    clash               a date for which two rules give different hours, and which of them wins
    undecided_holiday   a public holiday on which a location would be open, though no rule says so
    stale               nobody has confirmed the hours for long, or ever
    no_calendar         a country of which no public holidays are known
    holidays_unchecked  public holidays that were not looked at, because an extra is not installed
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from clinic_hours.clinic import Clinic
from clinic_hours.errors import InvalidWindowError, MissingExtraError
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.holiday import calendar_of
from clinic_hours.hours.special import SeasonalHours, SpecialHours, seasonal_by_precedence, special_by_precedence
from clinic_hours.location import Door
from clinic_hours.timeline.instant import day_of

YEAR = timedelta(days=365)

Rules = Sequence[SpecialHours | SeasonalHours]


class Finding(NamedTuple):
    """Something to look at: a stable code, the date if it is about one, the ids of whom it is about, and a sentence.

    The id of a service stands behind that of its location, as in `main/lab`.
    """

    code: str
    day: date | None
    locations: tuple[str, ...]
    told: str

    def __str__(self) -> str:
        return " ".join(part for part in (f"{self.day:%a} {self.day}:" if self.day else "", self.told) if part)


def findings(clinic: Clinic, first: date, last: date, *, stale_after: timedelta = YEAR) -> list[Finding]:
    """What there is to look at from a date to another, both included, in the order of the dates.

    Whether the hours are stale is asked as of `first`. Raises `InvalidWindowError` where `last` is before `first`.

    >>> clinic = Clinic(
    ...     name="Riverside",
    ...     timezone="America/New_York",
    ...     checked_on="2026-11-02",
    ...     special_hours=[SpecialHours("12-25", reason="Christmas"), SpecialHours("RRULE:FREQ=WEEKLY;BYDAY=FR", "08:00-10:00")],
    ...     locations=[{"name": "Main office", "regular_hours": "Mon-Fri 8am-4pm"}],
    ... )
    >>> for found in findings(clinic, date(2026, 12, 1), date(2026, 12, 31)):
    ...     print(found)
    Fri 2026-12-25: at main-office 'Christmas' (12-25, closed) wins over RRULE:FREQ=WEEKLY;BYDAY=FR (08:00-10:00)
    """
    if day_of(last) < day_of(first):
        raise InvalidWindowError(f"the dates end before they start: {first} to {last}")
    found = [*_clashes(clinic, first, last), *_holidays(clinic, first, last)]
    if clinic.is_stale(first, stale_after):
        since = f"since {clinic.checked_on}" if clinic.checked_on else "yet"
        told = f"nobody has confirmed these hours {since}; look through them, and set checked_on to that day"
        found.append(Finding("stale", None, (), told))
    return sorted(found, key=lambda one: (one.day or date.min, one.code, one.locations))


def _clashes(clinic: Clinic, first: date, last: date) -> Iterator[Finding]:
    """Each date on which rules disagree, once for all of whom it is about."""
    known: dict[tuple[date, str], list[str]] = {}
    dates: dict[SpecialHours | SeasonalHours, list[date]] = {}
    for name, door in _doors(clinic):
        special, seasonal = special_by_precedence([door.special_hours]), seasonal_by_precedence([door.seasonal_hours])
        rules: Rules = (*special, *seasonal)
        for rule in rules:
            if rule not in dates:
                dates[rule] = rule.dates.in_range(first, last)
        # Special hours replace a season's; only where there are none do seasons matter.
        of_days = _by_day(seasonal, dates) | _by_day(special, dates)
        for day, (winner, *others) in of_days.items():
            hours = _hours(winner, day)
            losers = [shown(rule, of) for rule in others if (of := _hours(rule, day)) != hours]
            if losers:
                told = f"{shown(winner, hours)} wins over {' and '.join(losers)}"
                known.setdefault((day, told), []).append(name)
    for (day, told), names in known.items():
        yield Finding("clash", day, tuple(names), f"at {', '.join(names)} {told}")


def _doors(clinic: Clinic) -> Iterator[tuple[str, Door]]:
    for location in clinic:
        yield location.key, location
        for service in location.services:
            yield f"{location.key}/{service.key}", location.service(service.key)


def _by_day(
    rules: Rules, dates: dict[SpecialHours | SeasonalHours, list[date]]
) -> dict[date, list[SpecialHours | SeasonalHours]]:
    """The rules of each date that has any, the one that wins first."""
    found: dict[date, list[SpecialHours | SeasonalHours]] = {}
    for rule in rules:
        for day in dates[rule]:
            found.setdefault(day, []).append(rule)
    return found


def _hours(rule: SpecialHours | SeasonalHours, day: date) -> DayHours:
    return rule.hours if isinstance(rule, SpecialHours) else rule.hours.days[day.weekday()]


def shown(rule: SpecialHours | SeasonalHours, hours: DayHours) -> str:
    """A rule in words: its reason, its dates, and the hours that it gives."""
    of = str(hours) if hours else "closed"
    return f"'{rule.reason}' ({rule.dates}, {of})" if rule.reason else f"{rule.dates} ({of})"


def _holidays(clinic: Clinic, first: date, last: date) -> Iterator[Finding]:
    try:
        undecided = clinic.undecided_holidays(first, last)
        unknown = [
            (location.key, address.country)
            for location in clinic
            if (address := location.address) and address.country and not calendar_of(address.country, address.region)
        ]
    except MissingExtraError as error:
        yield Finding("holidays_unchecked", None, (), f"public holidays were not looked at: {error}")
        return
    for id, country in unknown:
        told = f"no public holidays of {country} are known, so none of them were looked at for {id}"
        yield Finding("no_calendar", None, (id,), told)
    whose: dict[tuple[date, str], list[str]] = {}
    for holiday in undecided:
        whose.setdefault((holiday.day, holiday.name), []).append(holiday.location)
    for (day, name), ids in whose.items():
        told = f"{name}: {', '.join(ids)} would be open, and no rule says so; add one that closes, or has the hours"
        yield Finding("undecided_holiday", day, tuple(ids), told)
