"""The formats of documents by the names that commands know them by: clinic files, and each codec with its two verbs.

A codec is loaded when its format is asked for, and with it any package that it needs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from importlib import import_module
from types import MappingProxyType
from typing import Any, NamedTuple

from clinic_hours.cli.printing import fail
from clinic_hours.clinic import Clinic
from clinic_hours.clinic.plain import clinic_data
from clinic_hours.codecs import Decoded, Encoded
from clinic_hours.errors import nearest
from clinic_hours.files import FORMATS as CLINIC_FILES
from clinic_hours.files import write
from clinic_hours.location import Location

CODECS = "clinic_hours.codecs"


class Format(NamedTuple):
    """A format by its name.

    `codec` is the module that reads and writes it; a clinic file has none. `options` are for `encode`. Where `has_window`, rules
    that it cannot say are written as their dates in a window.
    """

    name: str
    codec: str = ""
    writes: bool = True
    has_window: bool = True
    options: Mapping[str, str] = MappingProxyType({})

    @property
    def is_clinic_file(self) -> bool:
        """Whether it is one of the formats of a clinic file."""
        return not self.codec


def _table(formats: Iterable[Format]) -> dict[str, Format]:
    return {form.name: form for form in formats}


FORMATS = _table(
    [
        *(Format(name, has_window=False) for name in dict.fromkeys(CLINIC_FILES.values())),
        Format("schema-org", f"{CODECS}.schema_org"),
        Format("google", f"{CODECS}.google"),
        Format("google-sheet", f"{CODECS}.google.sheet"),
        Format("places", f"{CODECS}.google", writes=False),
        Format("fhir", f"{CODECS}.fhir"),
        Format("fhir-r4", f"{CODECS}.fhir", options={"version": "R4"}),
        Format("fhir-r4b", f"{CODECS}.fhir", options={"version": "R4B"}),
        Format("fhir-r5", f"{CODECS}.fhir", options={"version": "R5"}),
        Format("hsds", f"{CODECS}.hsds"),
        Format("icalendar", f"{CODECS}.icalendar", options={"form": "events"}),
        Format("availability", f"{CODECS}.icalendar", options={"form": "availability"}),
        Format("osm", f"{CODECS}.osm", has_window=False),
        Format("nhs", f"{CODECS}.nhs", writes=False),
        Format("yext", f"{CODECS}.yext", writes=False),
    ]
)
"""Each format by its name; `fhir` is read in any version, and written as R4."""

READ = tuple(FORMATS)
WRITTEN = tuple(name for name, form in FORMATS.items() if form.writes)
READ_ONLY = tuple(name for name in READ if name not in WRITTEN)


def readable(name: str) -> Format:
    """The format of a name, from which something is to be read."""
    return _named(name, READ)


def writable(name: str) -> Format:
    """The format of a name, into which something is to be written."""
    if name.lower() in READ_ONLY:
        fail(f"{name.lower()} is read and not written; what is written is {', '.join(WRITTEN)}")
    return _named(name, WRITTEN)


def starting(typed: str, names: Iterable[str]) -> list[str]:
    """The names that complete what is typed."""
    return [name for name in names if name.startswith(typed)]


def _named(name: str, names: Iterable[str]) -> Format:
    if name.lower() not in FORMATS:
        near = ", ".join(nearest(name.lower(), names))
        fail(f"no format is named {name[:40]!r}; near ones: {near}; all of them: {', '.join(names)}")
    return FORMATS[name.lower()]


def decode(form: Format, text: str, **given: str | None) -> Decoded[Location | Clinic]:
    """What a text in a foreign format says; what is not given is left to the codec."""
    codec: Any = import_module(form.codec)
    found: Decoded[Location | Clinic] = codec.decode(
        text.strip() if form.name == "osm" else text,
        **{name: value for name, value in given.items() if value is not None},
    )
    return found


def clinic_file(form: Format, clinic: Clinic) -> str:
    """A clinic as the text of a clinic file."""
    return write(clinic_data(clinic), form.name)


def encode(form: Format, value: Location | Clinic, first: date | None, until: date | None) -> Encoded[str]:
    """A value as the text of a document in a foreign format, which ends with a line's end."""
    codec: Any = import_module(form.codec)
    window = {"first": first, "until": until} if form.has_window else {}
    done: Encoded[Any] = codec.encode(value, **window, **form.options)
    document = done.document
    text = document if isinstance(document, str) else json.dumps(document, indent=2, ensure_ascii=False)
    return Encoded(text if text.endswith("\n") else f"{text}\n", done.notes)
