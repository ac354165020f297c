"""Where each value of a TOML text stands.

The readers of TOML give the data alone, so this walks over the same text once more. The text is known to be TOML::

    document = *( blanks ( "[[" keys "]]" / "[" keys "]" / keys "=" value ) )
    keys     = key *( "." key )
    value    = text / "[" *( value [ "," ] ) "]" / "{" *( keys "=" value [ "," ] ) "}" / number or date
"""

from __future__ import annotations

import re
import tomllib
from typing import NamedTuple

from clinic_hours.files.document import Path

# Each eats what it eats in one way only, so that it takes time linear in the text.
_BLANKS = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_COMMENT = re.compile(r"#[^\n]*")
_SPACES = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BASIC = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_LITERAL = re.compile(r"'[^'\n]*'")
_LONG = {
    '"""': re.compile(r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5}', re.DOTALL),
    "'''": re.compile(r"'''(?:[^']|'{1,2}(?!'))*'{3,5}", re.DOTALL),
}
_OTHER = re.compile(r"[^,\]}#\n]*")


def places_of(text: str) -> dict[Path, int]:
    """The place of each value by its path: of a text its first character, of a table its heading.

    A table that has no heading of its own, and a list of tables, stand where they are first named.
    """
    return _Walk(text).document()


class Layout(NamedTuple):
    """What stands between the statements of a TOML text, and its comments on lines of their own, those in lists as well."""

    between: list[tuple[int, int]]
    comments: list[int]


def layout_of(text: str) -> Layout:
    """The layout of a TOML text."""
    walk = _Walk(text)
    walk.document()
    marks = (found.start() for start, end in walk.gaps for found in _COMMENT.finditer(text, start, end))
    return Layout(walk.between, [at for at in marks if not text[text.rfind("\n", 0, at) + 1 : at].strip(" \t")])


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text
        self.places: dict[Path, int] = {(): 0}
        self.rows: dict[Path, int] = {}  # how many tables each list of them has so far
        self.between: list[tuple[int, int]] = []
        self.gaps: list[tuple[int, int]] = []

    def document(self) -> dict[Path, int]:
        at, table = self._blanks(0), Path()
        self.between.append(self.gaps[-1])
        while at < len(self.text):
            if self.text[at] == "[":
                double = self.text.startswith("[[", at)
                keys, end = self._keys(at + 1 + double)
                table = self._heading(keys, double, at)
                at = self._after(_SPACES, end) + 1 + double
            else:
                at = self._pair(at, table)
            at = self._blanks(at)
            self.between.append(self.gaps[-1])
        return self.places

    def _heading(self, keys: Path, double: bool, at: int) -> Path:
        """The path of a table: of a list of tables on its way the last one is meant."""
        path = Path()
        for number, key in enumerate(keys):
            path = (*path, key)
            self.places.setdefault(path, at)
            if double and number == len(keys) - 1:
                self.rows[path] = self.rows.get(path, 0) + 1
            if path in self.rows:
                path = (*path, self.rows[path] - 1)
        self.places[path] = at
        return path

    def _pair(self, at: int, path: Path) -> int:
        start, (keys, at) = at, self._keys(at)
        for number in range(1, len(keys)):
            self.places.setdefault(path + keys[:number], start)
        at = self._after(_SPACES, at) + 1  # the equals sign
        return self._value(self._after(_SPACES, at), path + keys)

    def _keys(self, at: int) -> tuple[Path, int]:
        keys = Path()
        while True:
            at = self._after(_SPACES, at)
            form = {'"': _BASIC, "'": _LITERAL}.get(self.text[at], _BARE)
            end = self._after(form, at)
            key = self.text[at:end]
            keys = (*keys, *tomllib.loads(f"{key} = 0")) if form is not _BARE else (*keys, key)
            at = self._after(_SPACES, end)
            if not self.text.startswith(".", at):
                return keys, at
            at += 1

    def _value(self, at: int, path: Path) -> int:
        """Note where a value and all in it stand; gives the place after it."""
        mark = self.text[at]
        self.places[path] = at
        if mark in "\"'":
            long = _LONG.get(self.text[at : at + 3])
            if long is None:
                self.places[path] += 1
                return self._after(_BASIC if mark == '"' else _LITERAL, at)
            self.places[path] = at + 3 + self.text.startswith("\n", at + 3) + 2 * self.text.startswith("\r\n", at + 3)
            return self._after(long, at)
        if mark not in "[{":
            return self._after(_OTHER, at)
        at, number = self._blanks(at + 1), 0
        while self.text[at] not in "]}":
            at = self._value(at, (*path, number)) if mark == "[" else self._pair(at, path)
            at = self._blanks(at)
            at = self._blanks(at + (self.text[at] == ","))
            number += 1
        return at + 1

    def _blanks(self, at: int) -> int:
        end = self._after(_BLANKS, at)
        self.gaps.append((at, end))
        return end

    def _after(self, form: re.Pattern[str], at: int) -> int:
        found = form.match(self.text, at)
        return found.end() if found else at
