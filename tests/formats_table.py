"""What the codecs make of the documents of a folder: a row for each, with its hours and the notes.

    python -m tests.formats_table FOLDER [FOLDER …]

The name of the folder in which a document stands says its format. What is refused shows the reason, and so does a folder whose
format no codec reads.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from clinic_hours import Clinic, Location, Service
from clinic_hours.codecs import Decoded, fhir, google, hsds, icalendar, nhs, osm, schema_org, yext
from clinic_hours.codecs.google import sheet
from clinic_hours.errors import ClinicHoursError, UnknownFormatError

ZONE = "Etc/GMT+5"
"""A time zone for places whose format has none."""
NO_DOCUMENTS = ("sources.json", "expected.json", "expected.txt")
NO_FORMATS = ("broken",)
"""Folders whose documents are of no format that codecs are for."""

READERS: Mapping[str, Callable[..., Decoded[Any]]] = {
    "schema_org": schema_org.decode,
    "google_search_sd": schema_org.decode,
    "google_business_profile": google.decode,
    "google_places": google.decode,
    "google_sheet": sheet.decode,
    "fhir": fhir.decode,
    "hsds": hsds.decode,
    "icalendar": icalendar.decode,
    "nhs": nhs.decode,
    "osm": osm.decode,
    "yext": yext.decode,
}
"""The reader of each format's documents, by the name of their folder."""


def documents(folder: Path) -> Iterator[Path]:
    """The documents in a folder and those in it, in order."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.parent.name not in NO_FORMATS and path.name not in NO_DOCUMENTS:
            yield path


def read(path: Path) -> Decoded[Any]:
    """What a document says; `UnknownFormatError` where no codec reads its format."""
    reader = READERS.get(path.parent.name)
    if reader is None:
        raise UnknownFormatError(
            f"no codec reads {path.parent.name!r}; those that are read: {', '.join(sorted(READERS))}"
        )
    return reader(path.read_text(encoding="utf-8"), timezone=ZONE)


def shown(value: Location | Clinic) -> list[str]:
    """The hours of each location and service, a line each."""
    lines: list[str] = []
    for location in value.locations if isinstance(value, Clinic) else [value]:
        lines.append(_line(location.name, location))
        lines += [_line(f"{location.name} > {service.name}", service) for service in location.services]
    return lines


def _line(name: str, door: Location | Service) -> str:
    parts = [f"{name}: {door.regular_hours}"]
    parts += [f"{rule.dates}: {rule.hours}{_why(rule.reason)}" for rule in (*door.seasonal_hours, *door.special_hours)]
    parts += [f"{rule.dates}: break {rule.hours}{_why(rule.reason)}" for rule in door.breaks]
    return " | ".join(parts)


def _why(reason: str) -> str:
    return f" ({reason})" if reason else ""


def row(path: Path) -> str:
    """A document's row."""
    head = f"{path.parent.name}/{path.name}"
    try:
        done = read(path)
    except ClinicHoursError as error:
        return f"{head}\n    refused: {type(error).__name__}: {error}"
    notes = [f"      - {note}" for note in done.notes]
    return "\n".join([head, *(f"    {line}" for line in shown(done.value)), *notes])


def main(folders: list[str]) -> None:
    """Print the table of some folders."""
    for folder in folders:
        for path in documents(Path(folder)):
            print(row(path))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
