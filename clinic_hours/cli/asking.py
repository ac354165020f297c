"""What a command is about: the arguments and options that several have, and the locations that they name."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Annotated
from zoneinfo import available_timezones

import typer

from clinic_hours.cli.printing import fail, say
from clinic_hours.clinic import Clinic
from clinic_hours.clinic.loading import from_text
from clinic_hours.errors import ClinicHoursError, UnknownTimezoneError, nearest
from clinic_hours.files import FORMATS
from clinic_hours.location import Location
from clinic_hours.location.given import zone_named
from clinic_hours.text import read_hours

EXAMPLE = "example.toml"
"""The practice that ships with the package."""


def example() -> Clinic:
    """The practice that ships with the package."""
    return from_text(Clinic, files("clinic_hours").joinpath(EXAMPLE).read_text(encoding="utf-8"), "toml", EXAMPLE)


def _ids(context: typer.Context, typed: str) -> list[str]:
    """The ids that complete what is typed."""
    # An option without its value ends the parsing before arguments are told apart.
    file = context.params.get("file") or next(iter(context.args), None)
    try:
        clinic = example() if file is None else Clinic.load(file)
    except (ClinicHoursError, OSError):
        return []  # whoever runs the command is told
    return [location.key for location in clinic if location.key.startswith(typed)]


def zones_starting(typed: str) -> list[str]:
    """The time zones that complete what is typed."""
    return sorted(name for name in available_timezones() if name.startswith(typed))


File = Annotated[
    Path | None,
    typer.Argument(
        metavar="FILE",
        help="A clinic file (.toml, .json, .yaml), a text file with a sign, or - for a sign on standard input; "
        "without it the practice that ships with the package.",
    ),
]
Timezone = Annotated[
    str | None,
    typer.Option(
        "--timezone",
        "-z",
        autocompletion=zones_starting,
        help="The IANA time zone of a sign, such as America/New_York.",
    ),
]
Ids = Annotated[
    list[str] | None,
    typer.Option(
        "--location", "-l", metavar="ID", autocompletion=_ids, help="Only this location; may be given several times."
    ),
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
    if not found:
        say(f"{file} has no locations")
    if not ids:
        return found
    known = {location.key: location for location in found}
    for id in ids:
        if id not in known:
            fail(f"no location has the id {id[:40]!r}; near ones: {', '.join(nearest(id, known)) or 'none'}")
    return [location for key, location in known.items() if key in ids]


def sign_text(file: Path) -> str:
    """The text of a sign, of a file or of standard input."""
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        fail(f"{file} is not a text in UTF-8; save it as UTF-8 in your editor")


def _of_sign(file: Path, timezone: str | None) -> Location:
    """The location of a sign; its doubts go to standard error."""
    text = sign_text(file)
    if timezone is None:
        raise UnknownTimezoneError(
            "a sign does not say its time zone; add --timezone America/New_York, or whichever it is"
        )
    zone_named(timezone)
    reading = read_hours(text)
    for doubt in (*reading.assumptions, *reading.unread):
        say(str(doubt))
    return Location.from_reading(reading, name=file.stem if str(file) != "-" else "Standard input", timezone=timezone)
