"""The command line, run within the process: its exit status, what it prints, and what it says on standard error."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest

pytest.importorskip("typer")
from typer.testing import CliRunner

from clinic_hours.cli.commands import app

CLINIC = """\
# The hours of Maple Street; ask Ann before you change them.
schema_version = 1
name = "Maple Street Clinic"
timezone = "America/New_York"
checked_on = 2026-11-02

[[special_hours]]   # for every location
dates = "12-25"
reason = "Christmas Day"

[[locations]]
id = "front"
name = "Front office"
regular_hours = \"\"\"
Mon 8am-4pm
Tues, Wed & Thurs 8am-5pm
Fri 8am-3pm
Closed Sat & Sun
\"\"\"

[[locations.special_hours]]
dates = "2026-12-24"
hours = "8am-noon"
reason = "Christmas Eve"

[[locations.breaks]]
dates = "2026-11-24"
hours = "12pm-1pm"
reason = "Staff meeting"

[[locations.services]]
name = "Lab"
regular_hours = "Mon-Fri 7am-11am"

[[locations]]
name = "Satellite office"   # two rooms at the mall
regular_hours = \"\"\"
Mon 8am-4pm
Closed Tues-Sun
\"\"\"
"""
"""A clinic file of two locations, one with a service; it needs no extra."""


class Ran(NamedTuple):
    """A command that has run."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def data(self) -> Any:
        return json.loads(self.out)


def run(*arguments: str, text: str | bytes = "", **environment: str) -> Ran:
    """Run `clinic-hours` with some arguments, and a text on standard input."""
    result = CliRunner().invoke(
        app,
        list(arguments),
        input=text,
        env={"COLUMNS": "200", "NO_COLOR": "1"} | environment,
        prog_name="clinic-hours",
    )
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)
