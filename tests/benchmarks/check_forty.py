"""How long `check` takes for a practice of forty locations over a year, with clashes and holidays to decide.

`python -m tests.benchmarks.check_forty [ROUNDS]` prints the processor's time for the command in a process of its own, for starting
the command line alone, and what is left; and for the look through the clinic within one process. Needs the extras `cli` and
`holidays`, and a system that counts the time of other processes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from clinic_hours import Clinic, check

ROUNDS = 5
LOCATIONS = 40
FIRST, LAST = date(2026, 11, 26), date(2027, 11, 25)
REGIONS = ("NJ", "NY", "CA", "TX", "IL", "WA", "FL", "MA")
BIWEEKLY = "DTSTART:20260105 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"


def practice() -> Clinic:
    """A practice in eight states: shared closures, rules of every kind, and a lab at every second location."""
    return Clinic(
        name="Forty Rivers Health",
        timezone="America/New_York",
        checked_on=date(2025, 1, 2),
        special_hours=[
            {"dates": "US: Thanksgiving Day", "reason": "Thanksgiving", "except_locations": ["office-3"]},
            {"dates": "12-25", "reason": "Christmas Day"},
            {"dates": "12-24/01-01", "hours": "10:00-14:00", "reason": "Between the years"},
            {"dates": "easter-2", "hours": "08:00-12:00", "reason": "Good Friday"},
        ],
        seasonal_hours=[{"dates": "06-01/08-31", "hours": "Mo-Th 08:00-16:00", "reason": "Summer hours"}],
        locations=[_location(number) for number in range(LOCATIONS)],
    )


def _location(number: int) -> dict[str, Any]:
    closes = f"{15 + number % 4}:00"
    return {
        "id": f"office-{number}",
        "name": f"Office {number}",
        "address": {"country": "US", "region": REGIONS[number % len(REGIONS)]},
        "regular_hours": f"Mo-Fr 08:00-{closes}; Sa 09:00-12:00",
        "special_hours": [
            {"dates": "RRULE:FREQ=MONTHLY;BYDAY=2SA,4SA", "hours": "09:00-13:00"},
            {"dates": BIWEEKLY, "hours": "10:00-18:00", "reason": "Late Wednesday"},
            {"dates": f"2027-03-{1 + number % 28:02}", "reason": "Inventory"},
        ],
        "seasonal_hours": [{"dates": "07-01/07-31", "hours": "Mo-Fr 08:00-14:00", "reason": "July"}],
        "breaks": [{"dates": "RRULE:FREQ=MONTHLY;BYDAY=1TH", "hours": "12:00-13:00", "reason": "Staff meeting"}],
        "services": [{"name": "Lab", "regular_hours": "Mo-Fr 07:00-11:00"}] if number % 2 else [],
    }


def seconds(*arguments: str) -> float:
    """How long the command line takes on the processor, whatever else the machine does."""
    before = os.times()
    subprocess.run([sys.executable, "-m", "clinic_hours", *arguments], stdout=subprocess.DEVNULL, check=False)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def look() -> float:
    """How long the look takes in this process, of a clinic that nobody has asked yet."""
    clinic = practice()
    start = process_time()
    check.findings(clinic, FIRST, LAST)
    return process_time() - start


def main(rounds: int) -> None:
    """Print the medians."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "forty.toml")
        practice().save(path)
        whole = median(seconds("check", str(path), "--from", str(FIRST)) for _ in range(rounds))
        start = median(seconds("schema") for _ in range(rounds))
    found = check.findings(practice(), FIRST, LAST)
    codes = {code: sum(one.code == code for one in found) for code in sorted({one.code for one in found})}
    looks = median(look() for _ in range(rounds))
    sys.stdout.write(f"{LOCATIONS} locations, {FIRST} to {LAST}: {codes}\n")
    sys.stdout.write(f"check {whole:.2f} s, start-up {start:.2f} s, on top of it {whole - start:.2f} s\n")
    sys.stdout.write(f"findings alone {looks:.2f} s\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
