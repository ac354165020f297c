"""Instants and dates as people type them."""

from __future__ import annotations

import warnings
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from clinic_hours.cli.printing import fail
from clinic_hours.errors import InvalidDatesError, InvalidHoursError
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.weekday import Weekday
from clinic_hours.location.given import zone_named

DAYS_FROM_NOW = {"yesterday": -1, "today": 0, "tomorrow": 1}
LONGEST = 100
"""Characters that an instant or a date may have at the most."""
INSTANTS = "'2026-11-23 14:30', 'Nov 23 2pm' or 'tomorrow 9am'"
DATES = "'2026-12-01', 'Dec 1', 'Friday' or 'tomorrow', or as dates stand in the file"
YEARS_AHEAD = 9
"""Years in which a day is looked for; 29 February comes after eight at the latest."""


def instant(text: str | None, zone: tzinfo) -> datetime:
    """The instant that a text means, in a zone; on its clock where the text names no other, and now without a text."""
    now = datetime.now(UTC).astimezone(zone).replace(second=0, microsecond=0)
    if text is None or text.strip().lower() == "now":
        return now
    first, _, rest = text.strip().partition(" ")
    midnight = now.replace(hour=0, minute=0)
    if first.lower() in DAYS_FROM_NOW:
        midnight += timedelta(days=DAYS_FROM_NOW[first.lower()])
        if not rest.strip():
            return midnight
        text = rest
    found = _parsed(text, midnight)
    if isinstance(found, str):
        fail(f"no instant is written {text[:LONGEST]!r}{found}; write it as {INSTANTS}")
    try:
        return found.astimezone(zone)
    except OverflowError:
        fail(f"{text[:LONGEST]!r} is not in the years 1 to 9999 there; write it as {INSTANTS}")


def dates(text: str, today: date) -> Dates:
    """The dates that a text means: in their notation, or one day as people write it, not in the past where no year is said."""
    word = text.strip().lower()
    if word in DAYS_FROM_NOW:
        return Dates.on(today + timedelta(days=DAYS_FROM_NOW[word]))
    try:
        return Dates.parse(text)
    except InvalidDatesError as error:
        if any(mark in text for mark in ":/="):
            fail(str(error))  # it was meant as notation
    try:
        return Dates.on(today + timedelta(days=(Weekday.parse(word) - today.isoweekday()) % 7))
    except InvalidHoursError:
        return Dates.on(_day(text, today))


def _day(text: str, today: date) -> date:
    """The day that a text names by its month and number; the next such day where it names no year."""
    told = ""
    for year in range(today.year, min(today.year + YEARS_AHEAD, date.max.year)):
        # What the text leaves open differs between the two.
        found, other = (_parsed(text, datetime(year, of, of, of, tzinfo=UTC)) for of in (1, 2))
        if isinstance(found, str) or isinstance(other, str):
            told = told or str(found)
        elif found.date() != other.date():
            told = told or " (which day is it?)"
        elif found.time() == other.time():
            told = told or " (it has a time in it; hours are given apart)"
        elif found.date() >= today or found.year != year:
            return found.date()
    fail(f"no date is written {text[:LONGEST]!r}{told}; write it as {DATES}")


def _parsed(text: str, default: datetime) -> datetime | str:
    """What dateutil makes of a text, with what it leaves open from the default; else why it makes nothing of it, in brackets."""
    from dateutil import parser

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            found: datetime = parser.parse(text[:LONGEST], default=default, tzinfos=_zone)
    except (ValueError, OverflowError, Warning) as error:
        return "" if isinstance(error, parser.ParserError) else f" ({error})"
    return found if found.tzinfo else found.replace(tzinfo=default.tzinfo)


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    """The time zone that dateutil found in a text, if any."""
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    return zone_named(name) if name else None
