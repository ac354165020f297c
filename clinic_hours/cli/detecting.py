"""The format of a document by its file's ending and by marks that no other format has."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

from clinic_hours.cli.formats import FORMATS, READ, Format
from clinic_hours.cli.printing import fail
from clinic_hours.files import FORMATS as CLINIC_FILES
from clinic_hours.files.document import is_a

ENDINGS = {".jsonld": "schema-org", ".ics": "icalendar"}
"""Endings of names that are certain, besides those of clinic files."""

KEYS = {
    "json": ("regular_hours", "schema_version"),
    "schema-org": ("@context", "@graph", "openingHoursSpecification", "specialOpeningHoursSpecification"),
    "fhir": ("resourceType",),
    "google": ("regularHours", "specialHours", "moreHours"),
    "places": ("regularOpeningHours", "currentOpeningHours", "regularSecondaryOpeningHours"),
    "hsds": ("opens_at", "closes_at", "schedules", "regular_schedules", "holiday_schedules", "service_at_locations"),
    "osm": ("opening_hours",),
    "nhs": ("OpeningTimes", "openingTimes", "OpeningTimesV2"),
    "yext": ("openIntervals", "holidayHours", "normalHours"),
}
"""Keys that only documents of one format have."""

HEADERS = {
    "google-sheet": ("Store code", "Business name", "Monday hours", "Special hours"),
    "hsds": ("opens_at", "closes_at", "regular_schedule_id", "holiday_schedule_id"),
}
"""Heads of columns that only sheets of one format have."""

BEGINNINGS = {"<script": "schema-org", "begin:vcalendar": "icalendar"}
"""How texts begin that are neither JSON nor sheets."""

LINES = (
    ("toml", re.compile(r"^(?:\[\[locations\]\]|schema_version *=)", re.MULTILINE)),
    ("yaml", re.compile(r"^(?:locations|schema_version) *:", re.MULTILINE)),
)
"""Lines that clinic files have."""


def detected(file: Path, text: str, option: str) -> Format:
    """The format of a document where that is certain; else an error that names the option and the choices."""
    found = _found(file.suffix.lower(), text)
    if len(found) == 1:
        return FORMATS[found[0]]
    whose = "standard input" if str(file) == "-" else str(file)
    told = f"may be {' or '.join(found)}" if found else "does not show what it is"
    fail(f"{whose} {told}; say it with {option}, as one of {', '.join(READ)}")


def _found(ending: str, text: str) -> list[str]:
    """The formats of which a text has marks."""
    known = CLINIC_FILES.get(ending) or ENDINGS.get(ending)
    if known and known != "json":
        return [known]
    start = text.lstrip("\ufeff \t\r\n")
    if start[:1] in ("{", "["):
        try:
            document = json.loads(start)
        except (ValueError, RecursionError):
            # Somebody's slip in a clinic file is told best where clinic files are read.
            return ["json"] if known else []
        return _of_keys(document)
    if known:
        return [known]
    begun = [form for beginning, form in BEGINNINGS.items() if start[: len(beginning)].lower() == beginning]
    return begun or _of_heads(start) or [form for form, line in LINES if line.search(start)]


def _of_keys(document: Any) -> list[str]:
    """The formats whose keys stand anywhere in a document."""
    seen: set[str] = set()
    waiting: list[Any] = [document]
    while waiting:
        value = waiting.pop()
        if is_a(value, dict):
            seen.update(value)
            waiting += value.values()
        elif is_a(value, list):
            waiting += value
    return [form for form, keys in KEYS.items() if not seen.isdisjoint(keys)]


def _of_heads(text: str) -> list[str]:
    """The formats whose heads stand in the first line of a sheet."""
    try:
        heads = {head.strip() for row in csv.reader(text.splitlines()[:1]) for head in row}
    except csv.Error:
        return []
    return [form for form, known in HEADERS.items() if not heads.isdisjoint(known)]
