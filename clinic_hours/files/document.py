"""A document as plain data, and where in its text each value stands."""

from __future__ import annotations

import os
from bisect import bisect
from collections.abc import Callable, Collection, Iterable, Mapping
from importlib import import_module
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from clinic_hours.errors import DocumentSyntaxError, UnknownFormatError

Path = tuple[str | int, ...]
"""The keys and the numbers that lead to a value, from the top of a document."""

DEEPEST: Final = 50
"""Levels of a document at the most."""

FORMATS: Final = {".toml": "toml", ".json": "json", ".yaml": "yaml", ".yml": "yaml"}
"""The formats by the endings of their files' names."""


class Document(NamedTuple):
    """The data of a document: mappings, lists, texts, numbers and dates; and by its path where each value begins.

    A text over several lines begins where its first character does, which may be on the line after its quotation marks.
    """

    text: str
    data: dict[str, Any]
    places: Mapping[Path, int]

    def line(self, path: Path, offset: int = 0) -> int:
        """The line, from 1, on which a value stands, or some characters after its beginning; else that of what holds it."""
        while path and path not in self.places:
            path, offset = path[:-1], 0
        place, value = self.places.get(path, 0), at_path(self.data, path) if offset else None
        first, *more = value.split("\n") if isinstance(value, str) else [""]
        if more and self.text.startswith((f"{first}\n", f"{first}\r\n"), place):
            # Its lines are those of the document, though each may stand further in.
            return line_of(self.text, place) + str(value).count("\n", 0, offset)
        return line_of(self.text, place + offset)

    def texts(self, keys: Collection[str]) -> dict[str, list[Path]]:
        """Each text that stands under one of some keys, with all of its paths."""
        found: dict[str, list[Path]] = {}
        for path in self.places:
            if path and path[-1] in keys and isinstance(value := at_path(self.data, path), str):
                found.setdefault(value, []).append(path)
        return found


def at_path(data: Any, path: Path) -> Any:
    """The value that a path leads to."""
    for step in path:
        data = data[step]
    return data


def line_of(text: str, place: int) -> int:
    r"""The line, from 1, of a place in a text.

    >>> line_of("name\nid", 5)
    2
    """
    return bisect([at for at, mark in enumerate(text) if mark == "\n"], place - 1) + 1


def format_of(name: str | os.PathLike[str]) -> str:
    """The format of a file by the ending of its name; `UnknownFormatError` where it has none of those.

    >>> format_of("clinic.yml")
    'yaml'
    """
    path = PurePath(name)
    ending = path.suffix.lower()
    if ending not in FORMATS:
        known = ", ".join(list(FORMATS)[:-1])
        raise UnknownFormatError(f"{path.name!r} does not say its format; end its name in {known}")
    return FORMATS[ending]


def parse(text: str, form: str) -> Document:
    """Read a document: `toml`, `json` or `yaml`.

    Raises `DocumentSyntaxError` with the line where the text is none, and `MissingExtraError` for YAML without the extra.
    """
    reader: Callable[[str], Document] = import_module(f"clinic_hours.files.{form}_format").parse
    return reader(text)


def write(data: Mapping[str, Any], form: str) -> str:
    r"""Write plain data as a document: `toml`, `json` or `yaml`. What is `None` is left out.

    >>> write({"name": "Riverside", "locations": [{"id": "main"}]}, "toml")
    'name = "Riverside"\n\n[[locations]]\nid = "main"\n'
    """
    writer: Callable[[Mapping[str, Any]], str] = import_module(f"clinic_hours.files.{form}_format").write
    return writer(_held(data))


def _held(data: Any) -> Any:
    """The data without what is `None`."""
    if is_a(data, Mapping):
        return {key: _held(value) for key, value in data.items() if value is not None}
    return [_held(value) for value in data if value is not None] if is_a(data, list, tuple) else data


def is_a(value: Any, *kinds: type) -> bool:
    """Whether a value is of one of some kinds, while a type checker goes on taking it for anything."""
    return isinstance(value, kinds)


def checked_depth(data: Any, levels: int = DEEPEST) -> None:
    """Refuse data that is nested deeper than any document that is meant to be read."""
    if not levels:
        raise DocumentSyntaxError(f"the document is nested more than {DEEPEST} levels deep")
    inner: Iterable[Any] = data.values() if is_a(data, dict) else data if is_a(data, list) else ()
    for value in inner:
        checked_depth(value, levels - 1)
