"""The command that takes hours from one format into another: `convert`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date
from pathlib import Path
from typing import Annotated, Any

import typer

from clinic_hours.cli.asking import AsJson
from clinic_hours.cli.formats import READ_ONLY, WRITTEN, Format, clinic_file, encode, starting, writable
from clinic_hours.cli.moments import instant
from clinic_hours.cli.printing import fail, print_json, print_lines, say, told_plainly
from clinic_hours.cli.sources import (
    Country,
    Document,
    Given,
    Source,
    Subdivision,
    Told,
    Zone,
    about,
    check_given,
    note_rows,
    readable_names,
    source_of,
    text_of,
    zones_of,
)
from clinic_hours.clinic import Clinic
from clinic_hours.codecs import Encoded
from clinic_hours.files import save_text
from clinic_hours.location import Location
from clinic_hours.location.given import zone_named


def _writable_names(typed: str) -> list[str]:
    return starting(typed, WRITTEN)


def convert(
    file: Document,
    to: Annotated[
        str,
        typer.Option(metavar="FORMAT", autocompletion=_writable_names, help=f"What to write: {', '.join(WRITTEN)}."),
    ],
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            autocompletion=readable_names,
            help=f"The format of FILE, one of those or {', '.join(READ_ONLY)}; found out where it shows.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write into this file, whole or not at all, instead of printing it."
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Write nothing where anything would be lost or assumed.")
    ] = False,
    first: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The first date told of rules that a format cannot say; today where it is left out."
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The last date told of such rules; a year later where it is left out."),
    ] = None,
    timezone: Zone = None,
    name: Annotated[
        str | None, typer.Option(help="The name of the clinic, and of a location that the document does not name.")
    ] = None,
    country: Country = None,
    subdivision: Subdivision = None,
    as_json: AsJson = False,
) -> None:
    """Write the hours of a clinic file or of a document in another format, a clinic file again among them.

    What is lost or assumed goes to standard error, a line each. Exits with 0; with --strict and any such line with 1, and nothing
    is written.
    """
    given = Given(timezone, name, country, subdivision)
    with told_plainly():
        target = writable(to)
        text = text_of(file, source, "--from")
        check_given(given, text)
        with about(text.file):
            read = source_of(text, given)
        done = _written(read, target, name, first, until)
        told = [*((text.file, note) for note in read.notes), *((target.name, note) for note in done.notes)]
        withheld = bool(strict and told)
        into = None if output is None or str(output) == "-" else output
        if into is not None and not withheld:
            _save(into, done.document)
        if as_json:
            _print_json(read, target, into, None if withheld or into else done.document, told)
        else:
            _print(target, into, None if withheld else done.document, told)
    raise typer.Exit(1 if withheld else 0)


def _written(read: Source, target: Format, name: str | None, first: str | None, until: str | None) -> Encoded[str]:
    """The document, and what it could not say."""
    if (first or until) and not target.has_window:
        fail(f"--first and --until are for formats that tell some rules as dates; leave them out for {target.name}")
    if target.is_clinic_file:
        return Encoded(clinic_file(target, _clinic(read, name)))
    with about(read.file):
        window = (_date(text, read.value) for text in (first, until))
        return encode(target, read.value, *window)


def _date(text: str | None, value: Location | Clinic) -> date | None:
    zone = next(zones_of(value), None)
    return None if text is None else instant(text, zone_named(zone) if zone else UTC).date()


def _clinic(read: Source, name: str | None) -> Clinic:
    """The clinic of a clinic file: what was read, or a clinic of that one location."""
    value = read.value
    if isinstance(value, Clinic):
        return value if name is None else value.replace(name=name)
    if value.timezone is None:
        fail(f"{read.file} does not say its time zone; add --timezone America/New_York, or whichever it is")
    return Clinic(name=name or value.name, timezone=value.timezone, locations=[value.replace(timezone=None)])


def _save(output: Path, document: str) -> None:
    try:
        save_text(output, document)
    except OSError as error:
        fail(f"{output} cannot be saved: {error.strerror or error}")


def _print(target: Format, into: Path | None, document: str | None, told: Sequence[Told]) -> None:
    """Print the document to the byte, or where it was saved; without a document how much there was against it."""
    for whose, note in told:
        say(f"{whose}: {note}")
    if document is None:
        many = "one thing" if len(told) == 1 else f"{len(told)} things"
        fail(f"{many} would be lost or assumed, and nothing was written", 1)
    if into is None:
        # In UTF-8 and with its own line ends, whatever the terminal has.
        typer.echo(document.encode("utf-8"), nl=False)
    else:
        print_lines([f"{into}: written in the format {target.name}"])


def _print_json(read: Source, target: Format, into: Path | None, document: str | None, told: Sequence[Told]) -> None:
    data: dict[str, Any] = {
        "file": read.file,
        "from": read.form.name,
        "to": target.name,
        "output": into and str(into),
        "document": document,
        "notes": note_rows(told),
    }
    print_json(data)
