"""The commands for whoever keeps a clinic file: `check`, `closures add` and `schema`."""

from __future__ import annotations

import sys
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer

from clinic_hours import check as checks
from clinic_hours.cli.asking import AsJson, Ids, dates, instant
from clinic_hours.cli.printing import print_json, print_lines, say, told_plainly
from clinic_hours.clinic import Clinic
from clinic_hours.clinic.schema import schema_text
from clinic_hours.errors import ClinicFileError
from clinic_hours.hours.day import CLOSED
from clinic_hours.location.given import day_of_text, zone_named

closures = typer.Typer(no_args_is_help=True, help="Closures, and other hours of single dates, put into a clinic file.")

ClinicFile = Annotated[Path, typer.Argument(metavar="FILE", help="A clinic file: .toml, .json or .yaml.")]


def check(
    file: ClinicFile,
    since: Annotated[str, typer.Option("--from", help="The first date that is looked at.")] = "today",
    stale_after: Annotated[
        int, typer.Option(min=0, help="Days after which somebody should confirm the hours again.")
    ] = 365,
    as_json: AsJson = False,
) -> None:
    """Look through a clinic file: mistakes, rules that disagree, holidays to decide in twelve months, stale hours.

    Exits with 0 where there is nothing to do, with 1 where there is, and with 2 where the file has mistakes.
    """
    mistakes: list[dict[str, Any]] = []
    found: list[checks.Finding] = []
    with told_plainly():
        try:
            clinic = Clinic.load(file)
        except ClinicFileError as error:
            if not as_json:
                raise
            mistakes = [mistake._asdict() for mistake in error.mistakes]
        else:
            first = instant(since, zone_named(clinic.timezone) if clinic.timezone else UTC).date()
            last = _a_year_on(first)
            found = checks.findings(clinic, first, last, stale_after=timedelta(days=stale_after))
    if as_json:
        rows = [one._asdict() | {"day": one.day and str(one.day)} for one in found]
        print_json({"file": str(file), "mistakes": mistakes, "findings": rows})
    else:
        print_lines(map(str, found))
        if not found:
            print_lines([f"{file}: nothing to do"])
    raise typer.Exit(2 if mistakes else 1 if found else 0)


@closures.command("add")
def add(
    file: ClinicFile,
    on: Annotated[
        str,
        typer.Argument(metavar="DATES", help="'2026-12-01', 'Dec 1', 'tomorrow', or dates as they stand in the file."),
    ],
    reason: Annotated[str, typer.Option(help="Why, in one line that people see.")] = "",
    hours: Annotated[str, typer.Option(help="Hours of these dates instead, such as '8am-noon'.")] = "",
    ids: Ids = None,
    as_json: AsJson = False,
) -> None:
    """Put a closure into a clinic file, or other hours with --hours; comments in a TOML file stay.

    It holds for every location, or for those that --location names.
    """
    with told_plainly():
        clinic = Clinic.load(file)
        when = dates(on, instant(None, zone_named(clinic.timezone) if clinic.timezone else UTC).date())
        day, assumptions = day_of_text(hours) if hours else (CLOSED, ())
        for assumption in assumptions:
            say(str(assumption))
        clinic.with_special(when, day, reason, locations=ids or None).save(file)
    whom = ids or [location.key for location in clinic]
    if as_json:
        print_json({"file": str(file), "dates": str(when), "hours": str(day), "reason": reason, "locations": whom})
    else:
        told = f"{when}: {day if day else 'closed'}{f' ({reason})' if reason else ''}"
        print_lines([f"{file}: {told}, at {', '.join(whom)}"])


def schema(as_json: AsJson = False) -> None:
    """Print the JSON Schema of a clinic file, with which an editor completes and checks one. It is JSON either way."""
    sys.stdout.write(schema_text())


def _a_year_on(first: date) -> date:
    """The last of the twelve months that begin on a date."""
    return min(first, date(9998, 12, 31)) + timedelta(days=364)
