"""FHIR's JSON, looked at with care: whatever stands there, each value is of the kind that is asked for, or a note tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clinic_hours.codecs import documents
from clinic_hours.codecs.assembling import line_of
from clinic_hours.codecs.documents import Node, opened
from clinic_hours.errors import DocumentSyntaxError, InvalidHoursError
from clinic_hours.hours.time_range import is_a

TIMEZONE = "http://hl7.org/fhir/StructureDefinition/timezone"
LONGEST = 500
"""Characters of a text that are read."""
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Entry = tuple[dict[str, Any], str]
"""An object, and its place."""


def read_json(document: Any, notes: Notes) -> dict[str, Any]:
    """A document as an object: itself, or the object that a text says."""
    if isinstance(document, str | bytes) and document.lstrip()[:1] in ("<", b"<"):
        raise DocumentSyntaxError("this is XML; FHIR is read as JSON", 1)
    node = opened(document, notes)
    if not isinstance(node["resourceType"].value, str):
        raise InvalidHoursError("this is no FHIR resource: it has no resourceType; give a Location or a Bundle of them")
    made: dict[str, Any] = node.value
    return made


class Notes(documents.Notes):
    """The notes of a document as it is read, and its values by their kind."""

    __slots__ = ()

    def objects(self, held: Any, place: str) -> Iterator[Entry]:
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
        return line_of(Node(value[:LONGEST], f"{place}/{key}"), self)


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
