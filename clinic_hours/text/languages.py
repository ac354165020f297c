"""The language of a sign: the one that knows most of its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from clinic_hours.errors import InvalidHoursError
from clinic_hours.text.lexer import Lexed, word_meaning
from clinic_hours.text.vocabulary import HOURS_KINDS, LANGUAGES, Token, Vocabulary, vocabulary

TIED: Final = ("en", "de", "fr", "es", "it", "pt")
"""Which of two languages is taken that know as much of a text: the one that stands first here."""

NAMES: Final = {"en": "English", "es": "Spanish", "fr": "French", "de": "German", "it": "Italian", "pt": "Portuguese"}


class Tongue(NamedTuple):
    """The words that a text is read by: those of its language, and those of the others for words that it does not know.

    `doubtful` is a word of the text that another language knows as well, in another sense, where both know as much of the text.
    """

    words: Vocabulary
    others: tuple[Vocabulary, ...] = ()
    doubtful: str = ""

    def meaning(self, word: str) -> Token:
        """What a plain word means; `word` where no language knows it."""
        found = word_meaning(word, self.words)
        if found is None and len(word) > 2:
            for other in self.others:
                known = word_meaning(word, other)
                if known is not None and known.kind in HOURS_KINDS:
                    return known
        return found or Token("word")


def checked_language(language: str | None) -> str | None:
    """A language that is read, or none; `InvalidHoursError` for another one.

    >>> checked_language("es")
    'es'
    """
    if language is not None and language not in LANGUAGES:
        told = ", ".join(LANGUAGES)
        raise InvalidHoursError(f"signs in the language {str(language)[:20]!r} are not read; there are {told}")
    return language


def tongue(lexed: Lexed, language: str | None = None) -> Tongue:
    """The words to read a text by, in the language that is given or else in the one that knows most of it.

    >>> tongue(Lexed("Lundi 8h-12h")).words.language, tongue(Lexed("Mon-Fri 8-5")).words.language
    ('fr', 'en')
    """
    said = dict.fromkeys(_words(lexed))
    if language is not None:
        return Tongue(vocabulary(language), _others(language))
    if all(_weight(word, vocabulary("en")) for word in said):
        return Tongue(vocabulary("en"))
    scores = {
        name: sum(_weight(word, vocabulary(name)) for word in said) + _phrases(lexed, vocabulary(name)) for name in TIED
    }
    best = max(scores.values())
    first, *rivals = (name for name in TIED if scores[name] == best)
    doubtful = next((word for word in said if _differs(word, first, rivals)), "") if best else ""
    return Tongue(vocabulary(first), _others(first), doubtful)


def _words(lexed: Lexed) -> Iterator[str]:
    """The words of a text, a number that is written together with one in it: `2ª`; a note in quotation marks is not of it."""
    quoted = _quoted(lexed)
    for at in range(1, len(lexed.pieces)):
        if lexed.pieces[at][0].isalpha() and at not in quoted:
            number = lexed.plain[at - 1]
            yield (
                number + lexed.plain[at]
                if len(number) == 1 and number.isdigit() and lexed.glued(at)
                else lexed.plain[at]
            )


def _quoted(lexed: Lexed) -> set[int]:
    """The pieces between two quotation marks on one line."""
    found: set[int] = set()
    opened = 0
    for at, token in enumerate(lexed.tokens):
        if token.kind == "break":
            opened = 0
        elif token.kind == '"':
            found.update(range(opened + 1, at) if opened else ())
            opened = 0 if opened else at
    return found


def _others(language: str) -> tuple[Vocabulary, ...]:
    return tuple(vocabulary(name) for name in TIED if name != language)


def _weight(word: str, words: Vocabulary) -> int:
    """How much it tells that a language knows a word: long words that bear on hours most."""
    found = word_meaning(word, words)
    if len(word) == 1:
        return word in words.letters or (found is not None and found.kind == "and")
    if found is None:
        return word in words.phrases
    if found.kind == "says" or (found.kind not in HOURS_KINDS and found.kind != "month"):
        return 2
    return 3 + min(len(word), 6)


def _phrases(lexed: Lexed, words: Vocabulary) -> int:
    """How much the phrases of a language tell that stand in a text: each as a word of its length."""
    plain = lexed.plain
    found = {
        (first, *rest)
        for at, first in enumerate(plain)
        for rest, token in words.phrases.get(first, ())
        if token.kind in HOURS_KINDS and tuple(plain[at + 1 : at + 1 + len(rest)]) == rest
    }
    return sum(3 + min(sum(map(len, phrase)), 6) for phrase in found)


def _differs(word: str, first: str, rivals: list[str]) -> bool:
    meanings = {word_meaning(word, vocabulary(name)) for name in (first, *rivals)} - {None}
    return len(meanings) > 1 and any(token is not None and token.kind == "day" for token in meanings)
