"""What a command is about: of which locations, and as of which instant or date."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from clinic_hours.cli.printing import fail, say
from clinic_hours.clinic import Clinic
from clinic_hours.clinic.loading import from_text
from clinic_hours.errors import InvalidDatesError, UnknownTimezoneError
from clinic_hours.files import FORMATS
from clinic_hours.hours.dates import Dates
from clinic_hours.location import Location
from clinic_hours.location.given import zone_named
from clinic_hours.text import read_hours

DAYS_FROM_NOW = {"yesterday": -1, "today": 0, "tomorrow": 1}
LONGEST = 100
"""Characters that an instant may have at the most."""
INSTANTS = "'2026-11-23 14:30', 'Nov 23 2pm' or 'tomorrow 9am'"
EXAMPLE = "example.toml"
"""The practice that ships with the package."""

File = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FILE]",
        help="A clinic file (.toml, .json, .yaml), a text file with a sign, or - for a sign on standard input; "
        "without it the practice that ships with the package.",
    ),
]
Timezone = Annotated[
    str | None, typer.Option("--timezone", "-z", help="The IANA time zone of a sign, such as America/New_York.")
]
Ids = Annotated[
    list[str] | None,
    typer.Option("--location", "-l", metavar="ID", help="Only this location; may be given several times."),
]
At = Annotated[
    str | None,
    typer.Option(
        help="An instant as people write it, on the location's clock: '2026-11-23 14:30', 'Nov 23 2pm', 'tomorrow 9am'."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]


def locations_of(file: Path | None, timezone: str | None, ids: Sequence[str] | None) -> list[Location]:
    """The locations that a command is about, each with its zone and all of its rules."""
    if file is None:
        if timezone is not None:
            fail("--timezone is for a sign; the practice that ships with the package is in America/New_York")
        found = list(example())
    elif file.suffix.lower() in FORMATS:
        if timezone is not None:
            fail("a clinic file says its own time zones; leave --timezone out")
        found = list(Clinic.load(file))
    else:
        found = [_of_sign(file, timezone)]
    if not ids:
        return found
    known = {location.key: location for location in found}
    for id in ids:
        if id not in known:
            fail(f"no location has the id {id[:40]!r}; there is {', '.join(known)}")
    return [location for key, location in known.items() if key in ids]


def example() -> Clinic:
    """The practice that ships with the package."""
    return from_text(Clinic, files("clinic_hours").joinpath(EXAMPLE).read_text(encoding="utf-8"), "toml", EXAMPLE)


def _of_sign(file: Path, timezone: str | None) -> Location:
    """The location of a sign; its doubts go to standard error."""
    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        fail(f"{file} cannot be read: {error}")
    if timezone is None:
        raise UnknownTimezoneError(
            "a sign does not say its time zone; add --timezone America/New_York, or whichever it is"
        )
    zone_named(timezone)
    reading = read_hours(text)
    for doubt in (*reading.assumptions, *reading.unread):
        say(str(doubt))
    return Location.from_reading(reading, name=file.stem if str(file) != "-" else "Standard input", timezone=timezone)


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
    return _parsed(text, midnight, f"no instant is written {text[:LONGEST]!r}", INSTANTS).astimezone(zone)


def dates(text: str, today: date) -> Dates:
    """The dates that a text means: in their notation, or one day as people write it, not in the past where no year is said."""
    word = text.strip().lower()
    if word in DAYS_FROM_NOW:
        return Dates.on(today + timedelta(days=DAYS_FROM_NOW[word]))
    try:
        return Dates.parse(text)
    except InvalidDatesError as error:
        problem = str(error)
    if any(mark in text for mark in ":/="):
        fail(problem)  # it was meant as notation
    forms = "'2026-12-01', 'Dec 1' or 'tomorrow', or as dates stand in the file"
    midnight = datetime(today.year, today.month, today.day, tzinfo=UTC)
    found, later = (
        _parsed(text, of, f"no date is written {text[:LONGEST]!r}", forms).date()
        for of in (midnight, _a_year_later(midnight))
    )
    return Dates.on(later if found < today < later else found)


def _a_year_later(day: datetime) -> datetime:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _parsed(text: str, default: datetime, told: str, forms: str) -> datetime:
    """What dateutil makes of a text; what it leaves open is that of the default."""
    from dateutil import parser

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            found: datetime = parser.parse(text[:LONGEST], default=default, tzinfos=_zone)
    except (ValueError, OverflowError, Warning) as error:
        fail(f"{told}{'' if isinstance(error, parser.ParserError) else f' ({error})'}; write it as {forms}")
    return found if found.tzinfo else found.replace(tzinfo=default.tzinfo)


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    """The time zone that dateutil found in a text, if any."""
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    return zone_named(name) if name else None
