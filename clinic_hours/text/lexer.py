"""The text of a sign, cut into clocks, words and marks, each with its place.

Every character is in one piece, or in the blanks after it, so that nothing is lost between two pieces::

    text  = *( piece blanks )
    piece = clock / word / dashes / any other character
    clock = 1*40DIGIT [ ( ":" / "." ) 2DIGIT ] [ blanks ( "am" / "a.m." / "pm" / "p.m." ) / "a" / "p" ]
    word  = 1*40LETTER [ "." ]

A piece is never longer than 40 characters or so: what is, is no word that anyone knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from clinic_hours.hours.minutes import DAY
from clinic_hours.text.vocabulary import ENGLISH, Token

BLANK: Final = "[ \t\x1f\xa0\u1680\u2000-\u200b\u200e\u200f\u202f\u205f\u2060\u3000\ufeff]"
DASHES: Final = "-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
LINE_ENDS: Final = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"

# No part of it can match the same text in two ways, so that it takes time linear in the text.
_PIECE = re.compile(
    rf"([^\W\d_]{{1,40}}\.?"
    rf"|[0-9]{{1,40}}(?:[:.][0-9]{{2}}(?![0-9]))?"
    rf"(?:[apAP][mM]\b\.?|{BLANK}{{0,8}}[apAP]\.?{BLANK}{{0,8}}[mM]\b\.?|[apAP]\b)?"
    rf"|[{DASHES}]{{1,40}}|.){BLANK}*",
    re.DOTALL,
)
_CLOCK = re.compile(rf"([0-9]{{1,2}})(?:[:.]([0-9]{{2}}))?(?:{BLANK}*([apAP]).*)?")
_DASHES = re.compile(f"[{DASHES}]+")

_MARKS: Final = {
    **{end: Token("break", 1) for end in LINE_ENDS},
    ";": Token("break", 0),
    **{mark: Token("and") for mark in "&/+"},
    **{mark: Token(mark) for mark in ',.:()"'},
}
_END: Final = Token("end")


class Lexed:
    """A text, its pieces and what each of them means.

    A line end stands before the first piece and the token `end` after the last one, so that every line has both.

    >>> [token.kind for token in Lexed("Mon 8am–noon").tokens]
    ['break', 'day', 'clock', 'dash', 'clock', 'end']
    """

    __slots__ = ("_starts", "pieces", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = _PIECE.findall("\n" + text)
        self.tokens = [*map(meaning, self.pieces), _END]
        self._starts: Sequence[int] = ()

    def start(self, at: int) -> int:
        """Where a piece starts in the text, the end of the text for the token `end`."""
        if not self._starts:
            self._starts = [*(found.start() - 1 for found in _PIECE.finditer("\n" + self.text)), len(self.text)]
        return self._starts[at]

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Where some pieces stand, from the first to the one before the last, without the blanks after them.

        >>> Lexed("Mon 8am").place(1, 2)
        (0, 3)
        """
        return self.start(first), self.start(last - 1) + len(self.pieces[last - 1])

    def between(self, first: int, last: int) -> str:
        """The text of some pieces, from the first to the one before the last.

        >>> Lexed("Mon 8am").between(1, 3)
        'Mon 8am'
        """
        start, end = self.place(first, last)
        return self.text[start:end]

    def word(self, at: int) -> str:
        """A piece in lower case and without a final dot; nothing for the token `end` and past it."""
        return plain(self.pieces[at]) if at < len(self.pieces) else ""


def plain(piece: str) -> str:
    """A piece in lower case, a word without its final dot."""
    return piece.lower().rstrip(".") or piece


@lru_cache(maxsize=4096)
def meaning(piece: str) -> Token:
    """What a piece means in English.

    >>> meaning("8:30 a.m."), meaning("Thurs.").value
    (Token(kind='clock', value=510, form='said'), 3)
    """
    if piece in _MARKS:
        return _MARKS[piece]
    if piece[0].isalpha():
        return ENGLISH.words.get(plain(piece)) or Token("word")
    if piece[0].isascii() and piece[0].isdigit():
        return _clock(piece)
    return Token("dash" if _DASHES.fullmatch(piece) else "mark")


def _clock(piece: str) -> Token:
    """The clock that a number shows, alone or with am or pm; a number where it shows none."""
    found = _CLOCK.fullmatch(piece)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    afternoon = found is not None and found[3] in ("p", "P")
    if found is None or minute > 59 or not afternoon <= hour <= (12 if found[3] else 24) or hour * 60 + minute > DAY:
        return Token("number")
    if found[3]:
        return Token("clock", (hour % 12 + 12 * afternoon) * 60 + minute, "said")
    form = "24" if hour in (0, *range(13, 25)) else "padded" if found[1][0] == "0" else "bare"
    return Token("clock", hour * 60 + minute, form)
