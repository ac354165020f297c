"""JSON, read by the standard library; where each value stands is found by a second walk over the same text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from clinic_hours.errors import DocumentSyntaxError
from clinic_hours.files.document import DEEPEST, Document, Path, line_of

BLANKS = " \t\n\r"
MARKS = BLANKS + ",]}"
READER = json.JSONDecoder()


def parse(text: str) -> Document:
    """Read a JSON document, an object; a key that stands twice in one is an error."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise DocumentSyntaxError(f"this is not JSON: {error.msg}", error.lineno) from None
    except ValueError:
        raise DocumentSyntaxError("a number in the document has too many digits") from None
    except RecursionError:
        raise DocumentSyntaxError("the document is nested too deeply") from None
    if not isinstance(data, dict):
        raise DocumentSyntaxError("the document is not an object; begin it with { and end it with }", 1)
    places: dict[Path, int] = {}
    _Walk(text, places).value(0, ())
    return Document(text, data, places)


def write(data: Mapping[str, Any]) -> str:
    """Write plain data as JSON, dates as texts."""
    return json.dumps(data, indent=2, ensure_ascii=False, default=date.isoformat) + "\n"


class _Walk:
    """A walk over a text that is known to be JSON, or what Python takes for it."""

    def __init__(self, text: str, places: dict[Path, int]) -> None:
        self.text, self.places = text, places

    def value(self, at: int, path: Path) -> int:
        """Note where a value and all in it stand; gives the place after it."""
        at = self._blanks(at)
        mark = self.text[at]
        if len(path) > DEEPEST:
            raise self._error(f"the document is nested more than {DEEPEST} levels deep", at)
        self.places[path] = at + (mark == '"')
        if mark == '"':
            return READER.raw_decode(self.text, at)[1]
        if mark in "{[":
            return self._items(at + 1, path, "}" if mark == "{" else "]")
        end = at
        while self.text[end] not in MARKS:
            end += 1
        if self.text[at:end].endswith(("NaN", "Infinity")):
            raise self._error(f"{self.text[at:end]} is no number in JSON", at)
        return end

    def _items(self, at: int, path: Path, end: str) -> int:
        at, number = self._blanks(at), 0
        while self.text[at] != end:
            key: str | int = number
            if end == "}":
                key, after = READER.raw_decode(self.text, at)
                if (*path, key) in self.places:
                    raise self._error(f"the key {key!r} stands twice in one object; leave one of them", at)
                at = self._blanks(after) + 1  # the colon
            at = self._blanks(self.value(at, (*path, key)))
            at = self._blanks(at + (self.text[at] == ","))
            number += 1
        return at + 1

    def _error(self, told: str, at: int) -> DocumentSyntaxError:
        return DocumentSyntaxError(told, line_of(self.text, at))

    def _blanks(self, at: int) -> int:
        while at < len(self.text) and self.text[at] in BLANKS:
            at += 1
        return at
