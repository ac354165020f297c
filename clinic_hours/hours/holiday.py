"""Public holidays, as the `holidays` package knows them (an extra)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from types import ModuleType

from clinic_hours.errors import MissingExtraError, UnknownHolidayError, nearest

LIKELY = range(2020, 2036)
"""Years in which a name is looked for first."""


def load() -> ModuleType:
    """The `holidays` package; `MissingExtraError` where it is not installed."""
    try:
        import holidays
    except ImportError:
        raise MissingExtraError("A public holiday", "holidays") from None
    return holidays


@lru_cache(maxsize=512)
def check_calendar(country: str, subdivision: str) -> tuple[int, int]:
    """The first and last year that a calendar knows; `UnknownHolidayError` where there is no such calendar."""
    countries: dict[str, list[str]] = load().list_supported_countries()
    if country not in countries:
        near = nearest(country, countries)
        raise UnknownHolidayError(f"no holiday calendar has the code {country[:20]!r}; near ones: {', '.join(near)}")
    if subdivision and subdivision not in countries[country]:
        near = nearest(subdivision, countries[country])
        told = f"near ones: {', '.join(near)}" if near else "it has none"
        raise UnknownHolidayError(f"the holiday calendar {country} has no subdivision {subdivision[:20]!r}; {told}")
    calendar = getattr(load(), country)
    return calendar.start_year, calendar.end_year


@lru_cache(maxsize=4096)
def year(country: str, subdivision: str, observed: bool, of: int) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The holidays of a calendar in a year: ordinals in order, each with the names of its date.

    The names are those of the calendar's own language, without the package's labels for observed and estimated days.
    """
    first, last = check_calendar(country, subdivision)
    if not first <= of <= last:
        return ()
    kind = getattr(load(), country)
    held = kind(years=of, subdiv=subdivision or None, observed=observed, language=kind.default_language, expand=False)
    labels = [getattr(held, f"{name}_label", None) for name in ("observed_estimated", "observed", "estimated")]
    return tuple(
        (day.toordinal(), tuple(_unlabelled(name, labels) for name in names.split("; ")))
        for day, names in sorted(held.items())
    )


def _unlabelled(name: str, labels: list[str | None]) -> str:
    for label in labels:
        before, marked, after = (label or "").partition("%s")
        if marked and name.startswith(before) and name.endswith(after) and len(name) > len(before) + len(after):
            return name[len(before) : len(name) - len(after)]
    return name


def check_name(country: str, subdivision: str, name: str) -> None:
    """Refuse a holiday that a calendar never has, with the nearest names that it has."""
    first, last = check_calendar(country, subdivision)
    found: set[str] = set()
    for of in [*LIKELY, *(y for y in range(first, last + 1) if y not in LIKELY)]:
        found.update(name for _, names in year(country, subdivision, False, of) for name in names)
        if name in found:
            return
    near = nearest(name, found)
    where = f"{country}-{subdivision}" if subdivision else country
    raise UnknownHolidayError(
        f"the calendar {where} never has a holiday {name[:60]!r}; near ones: {', '.join(map(repr, near))}"
    )


def days(country: str, subdivision: str, name: str, observed: bool, of: int) -> list[int]:
    """The ordinals of a holiday, or of all for the name `*`, in a year; with `observed` also the days observed instead."""
    return [day for day, names in year(country, subdivision, observed, of) if name == "*" or name in names]


def names_on(country: str, subdivision: str, day: date) -> tuple[str, ...]:
    """The names of a date's public holidays; empty where it is none."""
    return dict(year(country, subdivision, False, day.year)).get(day.toordinal(), ())


def calendar_of(country: str, region: str) -> tuple[str, str] | None:
    """The calendar of an address: country and subdivision; `None` where the package has none for the country.

    The region may be its code or its name; one that the calendar does not tell apart leaves the country's own holidays.

    >>> calendar_of("US", "New Jersey"), calendar_of("US", "nj")
    (('US', 'NJ'), ('US', 'NJ'))
    """
    countries: dict[str, list[str]] = load().list_supported_countries()
    if country not in countries:
        return None
    known = {code.casefold(): code for code in countries[country]}
    aliases: dict[str, str] = getattr(getattr(load(), country), "subdivisions_aliases", {})
    known |= {name.casefold(): code for name, code in aliases.items()}
    return country, known.get(region.strip().casefold().removeprefix(f"{country.casefold()}-"), "")


def holidays_between(country: str, subdivision: str, first: date, last: date) -> list[tuple[date, str]]:
    """The public holidays from a date to another, both included, in order, each with its names in one text.

    A day that is observed in place of a holiday, or as well, is one of them, and says so.

    >>> holidays_between("US", "", date(2026, 7, 1), date(2026, 7, 31))[0]
    (datetime.date(2026, 7, 3), 'Independence Day (observed)')
    """
    found: list[tuple[date, str]] = []
    for of in range(first.year, last.year + 1):
        plain = dict(year(country, subdivision, False, of))
        for ordinal, names in year(country, subdivision, True, of):
            day = date.fromordinal(ordinal)
            if first <= day <= last:
                told = [name if name in plain.get(ordinal, ()) else f"{name} (observed)" for name in names]
                found.append((day, "; ".join(told)))
    return found
