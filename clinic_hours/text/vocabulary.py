"""The words of a language in the form that the lexer and the grammar look them up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from clinic_hours.hours.minutes import DAY
from clinic_hours.text.locales import en

EVERY_DAY: Final = 0b1111111
"""The set of all seven days; a set of days is a number here, with 1 for Monday, 2 for Tuesday, 4 for Wednesday …"""


class Token(NamedTuple):
    """What a piece of the text means: its kind, and what goes with it.

    | kind | value | form |
    | --- | --- | --- |
    | `day` | its number, Monday is 0 | |
    | `days` | a set of days | |
    | `clock` | minutes since midnight | how much of the clock is said: see `clocks.py` |
    | `number` | one that no clock shows | |
    | `dash`, `and`, `from`, `closed` | | |
    | `all day`, `by_appointment`, `unknown` | a phrase | |
    | `break` | 1 at the end of a line, 0 at a `;` | |
    | `,` `.` `:` `(` `)` `"` | | |
    | `word`, `mark` | any other | |
    | `end` | | |
    """

    kind: str
    value: int = 0
    form: str = ""


class Phrase(NamedTuple):
    """Several pieces that mean one thing together: the pieces after the first, and the token that they make."""

    rest: tuple[str, ...]
    kind: str
    value: int


class Vocabulary(NamedTuple):
    """The words and the phrases of a language. The longest phrase stands first."""

    words: Mapping[str, Token]
    phrases: Mapping[str, tuple[Phrase, ...]]
    hours_words: frozenset[str]
    day_letters: frozenset[str]


def _english() -> Vocabulary:
    words: dict[str, Token] = {}
    phrases: dict[str, list[Phrase]] = {}

    def learn(names: Iterable[str], token: Token) -> None:
        for name in names:
            first, *rest = name.split()
            if rest:
                phrases.setdefault(first, []).append(Phrase(tuple(rest), token.kind, token.value))
            else:
                words[name] = token

    for number, names in enumerate(en.DAYS):
        learn(names, Token("day", number))
    learn(en.DAILY, Token("days", EVERY_DAY))
    learn(en.WEEKDAYS, Token("days", 0b0011111))
    learn(en.WEEKENDS, Token("days", 0b1100000))
    learn(en.AND, Token("and"))
    learn(en.TO, Token("dash"))
    learn(en.FROM, Token("from"))
    learn(en.CLOSED, Token("closed"))
    learn(en.NOON, Token("clock", DAY // 2, "word"))
    learn(en.MIDNIGHT, Token("clock", 0, "word"))
    learn(en.ALL_DAY, Token("all day"))
    learn(en.BY_APPOINTMENT, Token("by_appointment"))
    learn(en.HOURS_MAY_DIFFER, Token("unknown"))
    longest_first = {
        first: tuple(sorted(found, key=lambda phrase: -len(phrase.rest))) for first, found in phrases.items()
    }
    return Vocabulary(MappingProxyType(words), MappingProxyType(longest_first), en.HOURS_WORDS, en.DAY_LETTERS)


ENGLISH: Final = _english()
"""What is read today."""
