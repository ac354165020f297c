"""What a command converts or compares: a clinic file or a document in a foreign format, from a file or standard input."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from pydantic import ValidationError

from clinic_hours.cli.asking import zones_starting
from clinic_hours.cli.detecting import detected
from clinic_hours.cli.formats import READ, Format, decode, readable, starting
from clinic_hours.cli.printing import fail, sentence
from clinic_hours.clinic import Clinic
from clinic_hours.clinic.loading import from_text
from clinic_hours.codecs import Note
from clinic_hours.errors import (
    AssumedHoursWarning,
    ClinicFileError,
    ClinicHoursError,
    DocumentSyntaxError,
    MissingExtraError,
)
from clinic_hours.files import read_text
from clinic_hours.files.storing import LARGEST
from clinic_hours.location import Location
from clinic_hours.location.given import zone_named

STANDARD_INPUT = "standard input"
TAG = "osm"
"""The format whose holidays are of a country that it does not say."""


def readable_names(typed: str) -> list[str]:
    """The names of formats that are read and complete what is typed."""
    return starting(typed, READ)


Document = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="A clinic file, a document in another format, or - for one on standard input."),
]
Zone = Annotated[
    str | None,
    typer.Option(
        "--timezone",
        "-z",
        autocompletion=zones_starting,
        help="The IANA time zone of a document that says none, such as America/New_York.",
    ),
]
Country = Annotated[
    str | None,
    typer.Option(help="The country whose public holidays a tag of OpenStreetMap means, in two letters, such as DE."),
]
Subdivision = Annotated[str | None, typer.Option(help="The part of that country, such as BY for Bavaria.")]


Told = tuple[str, Note]
"""A note, and the name of the document that it is about."""


class Given(NamedTuple):
    """What whoever runs a command knows about a document that does not say it itself."""

    timezone: str | None = None
    name: str | None = None
    country: str | None = None
    subdivision: str | None = None


class Source(NamedTuple):
    """A document that has been read: its file's name, its format, what it says, and what was assumed to read it so."""

    file: str
    form: Format
    value: Location | Clinic
    notes: tuple[Note, ...]


class Text(NamedTuple):
    """A document that has not been read yet."""

    file: str
    form: Format
    text: str


def text_of(file: Path, form: str | None, option: str) -> Text:
    """The text of a document, and its format: the one that is named with an option, else the one that is certain."""
    named = None if form is None else readable(form)
    name = STANDARD_INPUT if str(file) == "-" else str(file)
    with about(name):
        text = _from_standard_input() if str(file) == "-" else read_text(file)
    return Text(name, named or detected(file, text, option), text)


def source_of(text: Text, given: Given) -> Source:
    """What a document says.

    Errors of the library go to the caller: `UnknownTimezoneError` among them, where several places have no time zone.
    """
    if text.form.is_clinic_file:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", AssumedHoursWarning)
            clinic = from_text(Clinic, text.text, text.form.name, text.file)
        notes = tuple(_assumed(str(warning.message), text.file) for warning in caught)
        return Source(text.file, text.form, clinic, notes)
    known = given._asdict() if text.form.name == TAG else {"timezone": given.timezone, "name": given.name}
    found = decode(text.form, text.text, **known)
    return Source(text.file, text.form, found.value, found.notes)


@contextmanager
def about(file: str) -> Generator[None, None, None]:
    """Tell an error of the library with the name of the file that it is about."""
    try:
        yield
    except (ClinicFileError, MissingExtraError):
        raise  # which name what they are about
    except (ClinicHoursError, ValidationError) as error:
        fail(f"{file}: {sentence(error)}")


def note_rows(told: Iterable[Told]) -> list[dict[str, str]]:
    """Notes as they stand in JSON."""
    return [{"about": whose, "code": note.code, "place": note.place, "sentence": note.sentence} for whose, note in told]


def zones_of(value: Location | Clinic) -> Iterator[str]:
    """The time zones of the places of a value that have one."""
    for location in value if isinstance(value, Clinic) else [value]:
        if location.timezone is not None:
            yield location.timezone


def check_given(given: Given, *texts: Text) -> None:
    """Refuse what is said about documents of which it is true of none."""
    if given.timezone is not None:
        zone_named(given.timezone)
        if all(text.form.is_clinic_file for text in texts):
            fail("a clinic file says its own time zones; leave --timezone out")
    if (given.country or given.subdivision) and not any(text.form.name == TAG for text in texts):
        forms = " and ".join(dict.fromkeys(text.form.name for text in texts))
        fail(f"--country and --subdivision are for hours of OpenStreetMap, and this is {forms}; leave them out")


def _from_standard_input() -> str:
    held = sys.stdin.buffer.read(LARGEST + 1)
    if len(held) > LARGEST:
        raise DocumentSyntaxError(f"it has more than {LARGEST:,} bytes, which is the most that is read")
    try:
        return held.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = held.count(b"\n", 0, error.start) + 1
        raise DocumentSyntaxError("this is not a text in UTF-8", line) from None


def _assumed(told: str, file: str) -> Note:
    """What was assumed to read a clinic file, which names the file and the line."""
    line, _, words = told.removeprefix(f"{file}:").partition(": ")
    return Note("assumed-hours", f"line {line}", words)
