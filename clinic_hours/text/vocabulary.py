"""The words of a language in the form that the lexer and the grammar look them up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Final, NamedTuple

from clinic_hours.hours.minutes import DAY
from clinic_hours.text.words import en

EVERY_DAY: Final = 0b1111111
"""The set of all seven days; a set of days is a number here, with 1 for Monday, 2 for Tuesday, 4 for Wednesday …"""

LANGUAGES: Final = ("en", "es", "fr", "de", "it", "pt")
"""The languages that are read, each by its module of words."""

GLUE: Final = "~"
"""Before a piece of a phrase that stands right after the one before it, as in `1st`."""

_GLUED: Final = re.compile("(?<=[0-9])(?=[a-z])|(?<=[a-z])(?=[0-9])")

HOURS_KINDS: Final = frozenset(
    [
        "day",
        "days",
        "five",
        "every",
        "other",
        "ordinal",
        "monthly",
        "clock",
        "noon",
        "midnight",
        "part",
        "closed",
        "closes",
        "opens",
        "except",
        "lunch",
        "holidays",
        "some",
        "holiday",
        "season",
        "after",
        "month",
        "unknown",
        "by_appointment",
        "says",
    ]
) | {"all day"}
"""Kinds of tokens that say something about hours, wherever they stand."""


WEAK_DAYS: Final = frozenset(("we", "so", "do", "me", "mi", "ma", "di", "su"))
"""Days that are also other words, so that they need a mark, a clock or a day beside them."""


class Token(NamedTuple):
    """What a piece of the text means: its kind, and what goes with it.

    | kind | value | form |
    | --- | --- | --- |
    | `day` | its number, Monday is 0 | the part of the day that is written with it |
    | `days` | a set of days | |
    | `letter` | a day that is said by its letter | |
    | `month` | its number, January is 1 | |
    | `clock` | minutes since midnight | how much of the clock is said: see `clocks.py` |
    | `number` | one that no clock shows | |
    | `date` | a date in digits | |
    | `closed`, `by_appointment` … | as `words/` tells, with the number | the dates of a `holiday` |
    | `break` | 1 at the end of a line, 0 at a `;` | |
    | `cell` | between two columns | |
    | `,` `.` `:` `(` `)` `"` | | |
    | `phone`, `tag` | what is never hours | |
    | `word`, `mark` | any other | |
    | `end` | | |
    """

    kind: str
    value: int = 0
    form: str = ""


class Tok(NamedTuple):
    """A token with the pieces that it is made of, from the first to the one before the last."""

    kind: str
    value: int
    form: str
    first: int
    last: int


class Phrase(NamedTuple):
    """Several pieces that mean one thing together: the pieces after the first, and the token that they make."""

    rest: tuple[str, ...]
    token: Token


class Vocabulary(NamedTuple):
    """The words and the phrases of a language. The longest phrase stands first."""

    language: str
    words: Mapping[str, Token]
    phrases: Mapping[str, tuple[Phrase, ...]]
    letters: Mapping[str, int]
    hours_words: frozenset[str]


@lru_cache(maxsize=16)
def vocabulary(language: str) -> Vocabulary:
    """The words of a language, which are loaded when they are first asked for.

    >>> vocabulary("fr").words["lundi"], vocabulary("fr").words["midi"]
    (Token(kind='day', value=0, form=''), Token(kind='clock', value=720, form='word'))
    """
    return learned(language, en if language == "en" else import_module(f"clinic_hours.text.words.{language}"))


def learned(language: str, module: ModuleType) -> Vocabulary:
    """The vocabulary of a module of words; what a word means first, it means for good."""
    words: dict[str, Token] = {}
    phrases: dict[str, list[Phrase]] = {}
    for name, token in _entries(module):
        for pieces in {tuple(name.split()), tuple(_GLUED.sub(f" {GLUE}", name).split())}:
            first, *rest = pieces
            if rest:
                phrases.setdefault(first, []).append(Phrase(tuple(rest), token))
            else:
                words.setdefault(name, token)
    longest_first = {
        first: tuple(sorted(found, key=lambda phrase: -len(phrase.rest))) for first, found in phrases.items()
    }
    hours_words = {name for name, token in words.items() if token.kind in HOURS_KINDS}
    hours_words = (hours_words | set(module.WORDS["says"].split())) - WEAK_DAYS
    return Vocabulary(
        language,
        MappingProxyType(words),
        MappingProxyType(longest_first),
        MappingProxyType(module.LETTERS),
        frozenset(hours_words),
    )


def _entries(module: ModuleType) -> Iterator[tuple[str, Token]]:
    for kind, lists in (("day", module.DAYS), ("month", module.MONTHS)):
        for number, names in enumerate(lists, kind == "month"):
            yield from ((name.strip(), Token(kind, number)) for name in names.split(","))
    for part, name in enumerate(getattr(module, "DAY_PARTS", ())):
        for number, names in enumerate(module.DAYS):
            written = [day.strip() + name for day in names.split(",") if len(day) > 5]
            yield from ((day + end, Token("day", number, str(part))) for day in written for end in ("", "s"))
    for meaning, names in module.WORDS.items():
        kind, _, value = meaning.partition(":")
        token = Token(kind)
        if kind in ("noon", "midnight"):
            token = Token("clock", DAY // 2 if kind == "noon" else 0, "word")
        elif kind == "holiday":
            token = Token(kind, 0, value)
        elif value:
            token = Token(kind, int(value))
        yield from ((name.strip(), token) for name in (names.split() if kind == "says" else names.split(",")))


def plain(piece: str) -> str:
    """A piece in lower case, without accents, a final dot or apostrophe.

    >>> plain("Março."), plain("Thursdays'"), plain("Straße")
    ('marco', 'thursdays', 'strasse')
    """
    piece = piece.lower()
    if not piece.isascii():
        split = unicodedata.normalize("NFKD", piece.replace("ß", "ss").replace("’", "'"))
        piece = "".join(c for c in split if not unicodedata.combining(c)) or piece
    return piece.rstrip(".'") or piece
