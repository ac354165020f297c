"""Documents as they come from outside: JSON text or parsed data, each value with its JSON pointer, and notes on them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from math import isfinite
from typing import Any

from clinic_hours.codecs.decoded import Note
from clinic_hours.errors import DocumentSyntaxError, WrongTypeError
from clinic_hours.files.document import is_a

LONGEST = 20_000_000
"""Characters of a document at the most."""
DEEPEST = 60
"""Levels of a document at the most."""
MOST = 2_000_000
"""Values in a document at the most."""
SHOWN = 40
"""Characters of a value that a sentence shows."""


class Notes:
    """What is told about a document or a value, in order, each thing once.

    >>> notes = Notes()
    >>> notes.tell("zone-ignored", "/opens", "'09:00Z' is read as 09:00")
    >>> [note.code for note in notes]
    ['zone-ignored']
    """

    __slots__ = ("_told",)

    def __init__(self) -> None:
        self._told: dict[Note, None] = {}

    def tell(self, code: str, place: str, sentence: str) -> None:
        """Note one thing."""
        self._told[Note(code, place, sentence)] = None

    def __iter__(self) -> Iterator[Note]:
        return iter(self._told)


class Node:
    """A value in a document, and its JSON pointer; whoever asks it for what it is not gets nothing.

    >>> node = Node({"name": "Lab", "hours": ["9-5"]})
    >>> node["name"].text, node["hours"].items[0].pointer, node["phone"].text
    ('Lab', '/hours/0', '')
    """

    __slots__ = ("pointer", "value")

    def __init__(self, value: Any, pointer: str = "") -> None:
        self.value, self.pointer = value, pointer

    def __getitem__(self, key: str) -> Node:
        held = self.value.get(key) if self.is_object else None
        return Node(held, f"{self.pointer}/{escaped(key)}")

    def __bool__(self) -> bool:
        return self.value is not None

    def first(self, *keys: str) -> Node:
        """The value of the first of some keys that has one, else of the last."""
        found = Node(None, self.pointer)
        for key in keys:
            found = self[key]
            if found:
                break
        return found

    @property
    def is_object(self) -> bool:
        """Whether this is an object."""
        return is_a(self.value, dict)

    @property
    def is_list(self) -> bool:
        """Whether this is a list."""
        return is_a(self.value, list, tuple)

    @property
    def members(self) -> list[tuple[str, Node]]:
        """The keys of an object, each with its value."""
        keys: list[Any] = list(self.value) if self.is_object else []
        return [(key, self[key]) for key in keys if isinstance(key, str)]

    @property
    def items(self) -> list[Node]:
        """The items of a list; of any other value itself, and of none nothing."""
        if self.is_list:
            return [Node(item, f"{self.pointer}/{number}") for number, item in enumerate(self.value)]
        return [self] if self else []

    @property
    def text(self) -> str:
        """The text without white space around it; empty where this is none."""
        return self.value.strip() if isinstance(self.value, str) else ""

    @property
    def number(self) -> int | None:
        """The whole number, which may be written as 9.0; `None` where this is none."""
        value = self.value
        if is_a(value, bool) or not is_a(value, int, float) or abs(value) > 10**9 or value != int(value):
            return None
        return int(value)

    @property
    def shown(self) -> str:
        """The value as a sentence shows it."""
        if self.is_object or self.is_list:
            return "an object" if self.is_object else "a list"
        return shown(self.value)


def shown(value: object) -> str:
    """A value as a sentence shows it, in part where it is long.

    >>> shown("x" * 50)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'"
    """
    if isinstance(value, str) and len(value) > SHOWN:
        return repr(value[:SHOWN] + "…")
    return repr(value) if isinstance(value, str) else str(value)[:SHOWN]


def escaped(key: str) -> str:
    """A key as it stands in a JSON pointer (RFC 6901).

    >>> escaped("a/b~c")
    'a~1b~0c'
    """
    return key.replace("~", "~0").replace("/", "~1")


def opened(document: Any, notes: Notes) -> Node:
    """The top of a document: the text of one, or the data of one that has been parsed already.

    A key that stands twice in an object is noted, and the last holds, as every reader of JSON has it. Raises
    `DocumentSyntaxError` where the text is no JSON, or where the data is too deep, too large or holds NaN, and `WrongTypeError`
    for any other thing.
    """
    if is_a(document, bytes, bytearray):
        document = _decoded(document)
    if isinstance(document, str):
        document = _parsed(document)
    if not is_a(document, dict, list, tuple):
        raise WrongTypeError(
            f"a document is a text, or data parsed from one: a dict or a list, not {type(document).__name__}"
        )
    _looked_over(document, notes)
    return Node(document)


class _Object(dict[str, Any]):
    """An object of a text, and the keys that stand twice in it."""

    twice: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    made = _Object(pairs)
    if len(made) < len(pairs):
        seen: dict[str, int] = {}
        for key, _ in pairs:
            seen[key] = seen.get(key, 0) + 1
        made.twice = tuple(key for key, count in seen.items() if count > 1)
    return made


def _decoded(held: bytes) -> str:
    try:
        return bytes(held).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DocumentSyntaxError("this is not a text in UTF-8") from None


def _parsed(text: str) -> Any:
    if len(text) > LONGEST:
        raise DocumentSyntaxError(f"{len(text):,} characters are too many for a document; at most {LONGEST:,}")
    try:
        return json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise DocumentSyntaxError(f"this is not JSON: {error.msg}", error.lineno) from None
    except ValueError:
        raise DocumentSyntaxError("a number in it has too many digits") from None
    except RecursionError:
        raise DocumentSyntaxError(f"the document is nested more than {DEEPEST} levels deep") from None


def _looked_over(document: Any, notes: Notes) -> None:
    """Refuse data that no document has, and tell of keys that stand twice."""
    waiting: list[tuple[Any, str, int]] = [(document, "", 0)]
    count = 0
    while waiting:
        value, pointer, depth = waiting.pop()
        if is_a(value, float) and not isfinite(value):
            raise DocumentSyntaxError(f"{pointer}: {value} is no number in JSON")
        held: list[tuple[Any, Any]] = []
        if is_a(value, dict):
            held = list(value.items())
            for key in getattr(value, "twice", ()):
                notes.tell(
                    "duplicate-key",
                    f"{pointer}/{escaped(key)}",
                    f"the key {shown(key)} stands twice, and the last holds",
                )
        elif is_a(value, list, tuple):
            held = [(number, value[number]) for number in range(len(value))]
        count += len(held)
        if depth > DEEPEST:
            raise DocumentSyntaxError(f"{pointer[:200]}: the document is nested more than {DEEPEST} levels deep")
        if count > MOST:
            raise DocumentSyntaxError(f"the document has more than {MOST:,} values")
        waiting += [(inner, f"{pointer}/{escaped(str(key)[:SHOWN])}", depth + 1) for key, inner in held]
