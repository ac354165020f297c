"""The command that reads what people wrote: `read`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from clinic_hours.cli.asking import AsJson, Timezone, sign_text
from clinic_hours.cli.printing import fail, print_json, print_lines, say, told_plainly
from clinic_hours.clinic import Clinic
from clinic_hours.clinic.plain import clinic_data
from clinic_hours.files import FORMATS, write
from clinic_hours.location import Location
from clinic_hours.text import Assumption, Reading, Unread, read_signs


def read(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A text file with hours, or - for standard input.")],
    language: Annotated[
        str | None, typer.Option(help="The language of the text: en, es, fr, de, it or pt; found out where left out.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(help="The country whose public holidays are meant, in two letters, such as US.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Take any doubt for a mistake.")] = False,
    to: Annotated[
        str | None, typer.Option(metavar="FORMAT", help="Begin a clinic file with these hours: toml, json or yaml.")
    ] = None,
    name: Annotated[str | None, typer.Option(help="The name of the clinic that is begun.")] = None,
    timezone: Timezone = None,
    as_json: AsJson = False,
) -> None:
    """Read the hours that people wrote: what was understood, what was assumed, and what was not understood.

    Several services or sites that the text names are told apart. With --to, a clinic file of these hours is printed, and the
    doubts go to standard error.
    """
    with told_plainly():
        signs = read_signs(sign_text(file), strict=strict, language=language, country=country)
        if to is not None:
            _begin(signs, to, name or (file.stem if str(file) != "-" else "Clinic"), timezone)
        elif as_json:
            print_json([_data(heading, reading) for heading, reading in signs.items()])
        else:
            for number, (heading, reading) in enumerate(signs.items()):
                print_lines([""] if number else [])
                print_lines([heading] if heading else [], style="bold")
                print_lines(str(reading).split("\n"))


def _begin(signs: dict[str, Reading], form: str, name: str, timezone: str | None) -> None:
    """Print a clinic file of some readings, a location each."""
    if form not in FORMATS.values():
        fail(f"no clinic file is in the format {form[:40]!r}; write --to toml, json or yaml")
    if timezone is None:
        fail("hours do not say their time zone; add --timezone America/New_York, or whichever it is")
    for reading in signs.values():
        for doubt in (*reading.assumptions, *reading.unread):
            say(str(doubt))
    locations = [Location.from_reading(reading, name=heading or name) for heading, reading in signs.items()]
    clinic = Clinic(name=name, timezone=timezone, locations=locations)
    print_lines(write(clinic_data(clinic), form).rstrip("\n").split("\n"))


def _data(heading: str, reading: Reading) -> dict[str, Any]:
    return {
        "heading": heading,
        "regular_hours": str(reading.regular_hours),
        "special_hours": [_rule(rule) for rule in reading.special_hours],
        "seasonal_hours": [_rule(rule) for rule in reading.seasonal_hours],
        "breaks": [_rule(rule) for rule in reading.breaks],
        "assumptions": [_doubt(doubt) for doubt in reading.assumptions],
        "unread": [_doubt(doubt) for doubt in reading.unread],
        "unnamed_days": [day.name.lower() for day in reading.unnamed_days],
    }


def _rule(rule: Any) -> dict[str, str]:
    return {"dates": str(rule.dates), "hours": str(rule.hours), "reason": rule.reason}


def _doubt(doubt: Assumption | Unread) -> dict[str, Any]:
    return {"code": doubt.code, "start": doubt.start, "end": doubt.end, "sentence": doubt.sentence}
