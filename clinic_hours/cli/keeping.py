"""The commands for whoever keeps a clinic file: `check`, `closures add` and `schema`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, timedelta, tzinfo
from pathlib import Path
from typing import Annotated

import typer

from clinic_hours import check as checks
from clinic_hours.cli.asking import AsJson, Ids
from clinic_hours.cli.moments import dates, instant
from clinic_hours.cli.printing import fail, print_json, print_lines, say, told_plainly
from clinic_hours.clinic import Clinic
from clinic_hours.clinic.schema import schema_text
from clinic_hours.errors import ClinicFileError
from clinic_hours.hours.date_kinds import DATED
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.day import CLOSED, DayHours
from clinic_hours.hours.special import SpecialHours
from clinic_hours.location.given import day_of_text, zone_named

closures = typer.Typer(no_args_is_help=True, help="Closures, and other hours of single dates, put into a clinic file.")

ClinicFile = Annotated[Path, typer.Argument(metavar="FILE", help="A clinic file: .toml, .json or .yaml.")]


def check(
    file: ClinicFile,
    since: Annotated[str, typer.Option("--from", help="The first date that is looked at.")] = "today",
    stale_after: Annotated[
        int,
        typer.Option(min=0, max=timedelta.max.days, help="Days after which somebody should confirm the hours again."),
    ] = 365,
    as_json: AsJson = False,
) -> None:
    """Look through a clinic file: mistakes, rules that disagree, holidays to decide in twelve months, stale hours.

    Exits with 0 where there is nothing to do, with 1 where there is, and with 2 where the file has mistakes.
    """
    with told_plainly():
        try:
            clinic = Clinic.load(file)
        except ClinicFileError as error:
            if not as_json:
                raise
            mistakes = [mistake._asdict() for mistake in error.mistakes]
            print_json({"file": str(file), "mistakes": mistakes, "findings": []})
            raise typer.Exit(2) from None
        first = instant(since, _zone(clinic)).date()
        last = _a_year_on(first)
        found = checks.findings(clinic, first, last, stale_after=timedelta(days=stale_after))
    if as_json:
        rows = [one._asdict() | {"day": one.day and str(one.day)} for one in found]
        print_json({"file": str(file), "mistakes": [], "findings": rows})
    else:
        print_lines(map(str, found))
        print_lines([f"{file}: {_counted(len(found))} to look at, {first} to {last}"])
    raise typer.Exit(1 if found else 0)


@closures.command("add")
def add(
    file: ClinicFile,
    on: Annotated[
        str,
        typer.Argument(
            metavar="DATES", help="'2026-12-01', 'Dec 1', 'Friday', 'tomorrow', or dates as they stand in the file."
        ),
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
        today = instant(None, _zone(clinic)).date()
        when = dates(on, today)
        day, assumptions = day_of_text(hours) if hours else (CLOSED, ())
        for assumption in assumptions:
            say(str(assumption))
        changed = clinic.with_special(when, day, reason, locations=ids or None)
        try:
            changed.save(file)
        except OSError as error:
            fail(f"{file} cannot be saved: {error.strerror or error}")
    whom = ids or [location.key for location in clinic]
    if as_json:
        print_json({"file": str(file), "dates": str(when), "hours": str(day), "reason": reason, "locations": whom})
    else:
        shown = f"{date.fromordinal(when.kind.bounds[0]):%a} {when}" if when.is_single_day else when
        told = f"{shown}: {day if day else 'closed'}{f' ({reason})' if reason else ''}"
        print_lines([f"{file}: {told}, at {', '.join(ids) if ids else 'every location'}"])
    for told in _overruled(changed, whom, when, day, today):
        say(told)


def _overruled(clinic: Clinic, ids: Iterable[str], when: Dates, hours: DayHours, today: date) -> Iterator[str]:
    """Where another rule wins over one that was put in, on some date of the twelve months from its first, or from today."""
    first = date.fromordinal(when.kind.bounds[0]) if when.kind.rarity == DATED else today
    for id in ids:
        for day in when.in_range(first, _a_year_on(first)):
            plan = clinic[id].plan_on(day)
            if isinstance(plan.rule, SpecialHours) and plan.rule.hours != hours:
                mend = f"add it with --location {id} as well" if when.is_single_day else "change that rule"
                yield f"but at {id} {checks.shown(plan.rule, plan.rule.hours)} wins on {day:%a %Y-%m-%d}; {mend}"
                break


def schema(as_json: AsJson = False) -> None:
    """Print the JSON Schema of a clinic file, with which an editor completes and checks one. It is JSON either way."""
    sys.stdout.write(schema_text())


def _counted(many: int) -> str:
    return "nothing" if not many else "one thing" if many == 1 else f"{many} things"


def _zone(clinic: Clinic) -> tzinfo:
    """The zone in which a date is today's: the clinic's, or that of its first location."""
    names = (clinic.timezone, *(location.timezone for location in clinic.locations))
    return next((zone_named(name) for name in names if name), UTC)


def _a_year_on(first: date) -> date:
    """The last of the twelve months that begin on a date."""
    if first.year == date.max.year:
        return date.max
    leap_day = (first.month, first.day) == (2, 29)
    same = date(first.year + 1, 3, 1) if leap_day else first.replace(year=first.year + 1)
    return same - timedelta(days=1)
