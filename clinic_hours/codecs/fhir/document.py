"""FHIR's JSON, looked at with care: whatever stands there, each value is of the kind that is asked for, or a note tells."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from clinic_hours.codecs.decoded import Note
from clinic_hours.errors import DocumentSyntaxError, InvalidHoursError
from clinic_hours.hours.time_range import is_a

TIMEZONE = "http://hl7.org/fhir/StructureDefinition/timezone"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DEEPEST = 60
LONGEST = 20_000_000


def read_json(document: Any) -> dict[str, Any]:
    """A document as an object: itself, or the object that a text says."""
    if isinstance(document, str | bytes):
        if len(document) > LONGEST:
            raise DocumentSyntaxError(f"a document of {len(document):,} characters is too long; at most {LONGEST:,}")
        try:
            document = json.loads(document)
        except (ValueError, RecursionError) as error:
            raise DocumentSyntaxError(f"this is not JSON: {str(error)[:200]}", getattr(error, "lineno", None)) from None
    if not is_a(document, dict) or not isinstance(document.get("resourceType"), str):
        raise InvalidHoursError("this is no FHIR resource: it has no resourceType; give a Location or a Bundle of them")
    made: dict[str, Any] = document
    return made


class Notes(dict[Note, None]):
    """The notes of a document as it is read, each once, in their order."""

    def tell(self, code: str, place: str, sentence: str) -> None:
        """Note something."""
        self[Note(code, place, sentence)] = None

    def objects(self, held: Any, place: str) -> Iterator[tuple[dict[str, Any], str]]:
        """The objects of a list, each with its place; one that stands by itself is a list of one."""
        rows = held if is_a(held, list) else [] if held is None else [held]
        for number, row in enumerate(rows):
            where = f"{place}/{number}" if is_a(held, list) else place
            if is_a(row, dict):
                yield row, where
            else:
                self.tell("not-an-object", where, f"an object is meant here, not {_shown(row)}; it was left out")

    def text(self, held: dict[str, Any], key: str, place: str) -> str:
        """A text under a key, on one line; empty where there is none."""
        value = held.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.tell("not-a-text", f"{place}/{key}", f"a text is meant here, not {_shown(value)}; it was left out")
            return ""
        return " ".join("".join(c if c.isprintable() else " " for c in value[:500]).split())


def extension_zone(held: Any) -> str:
    """The time zone that an element's extension names, if any."""
    rows: Any = held.get("extension") if is_a(held, dict) else None
    for row in rows if is_a(rows, list) else ():
        if is_a(row, dict) and row.get("url") == TIMEZONE and isinstance(row.get("valueCode"), str):
            zone: str = row["valueCode"]
            return zone
    return ""


def _shown(value: object) -> str:
    return f"{value!r:.40}" if not is_a(value, dict, list) else f"a {'list' if is_a(value, list) else 'table'}"
