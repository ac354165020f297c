"""The text of a sign, cut into clocks, words and marks, each with its place.

Every character is in one piece, or in the blanks after it, so that nothing is lost between two pieces::

    text  = *( piece blanks )
    piece = phone / date / clock / word / dashes / tag / any other character
    clock = 1*40DIGIT [ ( ":" / "." / "h" ) 2DIGIT ] [ blanks ( "am" / "a.m." / "pm" / "p.m." ) / "a" / "p" ]
    word  = 1*40LETTER *2( "'" 1*20LETTER ) [ "'" ] [ "." ]
    tag   = "<" [ "/" ] LETTER *80any ">" / "&" 2*8LETTER ";" / "&#" 2*5DIGIT ";"     ; what is left of HTML

A piece is never longer than 100 characters or so: what is, is no word that anyone knows. What a number of a phone or a date looks
like stands in `_PHONE` and `_DATE`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from clinic_hours.hours.minutes import DAY
from clinic_hours.text.vocabulary import Token, Vocabulary, plain, vocabulary

BLANK: Final = "[ \t\x1f\xa0\u1680\u2000-\u200b\u200e\u200f\u202f\u205f\u2060\u3000\ufeff]"
DASHES: Final = "-\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
LINE_ENDS: Final = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"

_PHONE = (
    r"\+[0-9][0-9 ().\-/]{6,20}[0-9](?![0-9])"
    r"|\([0-9]{2,5}\) {0,2}[0-9][0-9 \-.]{4,14}[0-9](?![0-9:])"
    r"|1?-?[0-9]{3}[\-. ][0-9]{3}[\-. ][0-9]{4}(?![0-9:])"
    r"|[0-9]{5}-[0-9]{4}(?![0-9:])"
)
_YEAR = r"(?:[0-9]{4}|[0-9]{2})(?![0-9:])"
_DATE = (
    rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![0-9])"
    rf"|[0-9]{{1,2}}\.[0-9]{{1,2}}\.(?:{_YEAR}|(?![0-9]))|[0-9]{{1,2}}/[0-9]{{1,2}}/{_YEAR}"
)

# No part of it can match the same text in two ways, or only in a bounded piece of it, so that it takes time linear in the text.
_PIECE = re.compile(
    rf"(â€[^\"()\n]|[^\W\d_]{{1,40}}(?:['’][^\W\d_]{{1,20}}){{0,2}}['’]?\.?"
    rf"|[1-9]\.[ªº]"
    rf"|(?=[0-9(+])(?:{_PHONE}|{_DATE})"
    rf"|[0-9]{{1,40}}(?:[:.hH：][0-9]{{2}}(?![0-9]))?"
    rf"(?:[apAP][mM]\b\.?|{BLANK}{{0,8}}[apAP]\.?{BLANK}{{0,8}}[mM]\b\.?|[apAP]\b)?"
    rf"|[{DASHES}]{{1,40}}|</?[a-zA-Z!][^<>\n]{{0,80}}>|&(?:[a-zA-Z]{{2,8}}|#[0-9]{{2,5}});|.){BLANK}*",
    re.DOTALL,
)
_CLOCK = re.compile(rf"([0-9]{{1,2}})(?:([:.hH：])([0-9]{{2}}))?(?:{BLANK}*([apAP]).*)?")
_DASHES = re.compile(f"[{DASHES}]+")
_IS_PHONE = re.compile(_PHONE)
_IS_DATE = re.compile(_DATE)
_COMPACT = re.compile(rf"([0-9]{{1,2}})([0-9]{{2}}){BLANK}*([apAP]).*")

_ENTITIES: Final = {
    "&ndash;": "dash",
    "&mdash;": "dash",
    "&#8211;": "dash",
    "&#8212;": "dash",
    "&amp;": "and",
    "&#38;": "and",
}
_LINE_TAGS: Final = (
    "br",
    "p",
    "/p",
    "li",
    "/li",
    "div",
    "/div",
    "tr",
    "/tr",
    "ul",
    "/ul",
    "dt",
    "dd",
    "table",
    "/table",
    "hr",
)

_MARKS: Final = {
    **{end: Token("break", 1) for end in LINE_ENDS},
    ";": Token("break", 0),
    **{mark: Token("and") for mark in "&/+"},
    **{mark: Token(mark) for mark in ',.:()"'},
    "：": Token(":"),
    "（": Token("("),
    "）": Token(")"),
}
_END: Final = Token("end")


class Lexed:
    """A text, its pieces and what each of them means.

    A line end stands before the first piece and the token `end` after the last one, so that every line has both.

    >>> [token.kind for token in Lexed("Mon 8am–noon").tokens]
    ['break', 'day', 'clock', 'dash', 'clock', 'end']
    """

    __slots__ = ("_plain", "_starts", "pieces", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = _PIECE.findall("\n" + text)
        self.tokens = [*map(meaning, self.pieces), _END]
        self._starts: Sequence[int] = ()
        self._plain: Sequence[str] = ()

    @property
    def plain(self) -> Sequence[str]:
        """The pieces in lower case, without accents and final dots, every dash alike; nothing for the token `end`."""
        if not self._plain:
            self._plain = [*map(_plain, self.pieces), ""]
        return self._plain

    def glued(self, at: int) -> bool:
        """Whether no blank stands before a piece.

        >>> Lexed("1st 2 nd").glued(2), Lexed("1st 2 nd").glued(4)
        (True, False)
        """
        return at < len(self.pieces) and self.start(at) == self.start(at - 1) + len(self.pieces[at - 1])

    def tab_before(self, at: int) -> bool:
        """Whether a tab is in the blanks before a piece."""
        return "\t" in self.text[max(self.start(at - 1), 0) : self.start(at)]

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


@lru_cache(maxsize=4096)
def meaning(piece: str, language: str = "en") -> Token:
    """What a piece means in a language.

    >>> meaning("8:30 a.m."), meaning("Thurs.").value, meaning("jeudi", "fr").value
    (Token(kind='clock', value=510, form='said'), 3, 3)
    """
    if piece in _MARKS:
        return _MARKS[piece]
    if piece[0].isalpha():
        return word_meaning(plain(piece), vocabulary(language)) or Token("word")
    if piece[0].isascii() and piece[0].isdigit():
        return _number(piece)
    if piece[0] in "<&" and len(piece) > 1:
        return _left_over(piece.lower())
    if len(piece) > 1 and _IS_PHONE.fullmatch(piece):
        return Token("phone", 0, "digits")
    return Token("dash" if _DASHES.fullmatch(piece) else "mark")


def _plain(piece: str) -> str:
    """A piece in lower case, without accents and final dots, every dash alike, `2.ª` as `2a`."""
    return "-" if _DASHES.fullmatch(piece) else plain(piece.replace(".", "") if piece[-1] in "ªº" else piece)


def word_meaning(word: str, words: Vocabulary) -> Token | None:
    """What a plain word means; a word with an apostrophe may be a day of its own (`Monday's`), or hold an article (`l'été`)."""
    found = words.words.get(word)
    if found is None and "'" in word:
        before, _, after = word.partition("'")
        found = words.words.get(after) if len(before) < 5 and len(after) > 1 else words.words.get(before)
    return found


def _left_over(tag: str) -> Token:
    """What a tag or an entity of HTML stands for."""
    if tag[0] == "&":
        return Token(_ENTITIES.get(tag, "tag"))
    name = tag[1:-1].rstrip("/").split(" ")[0]
    return (
        Token("cell")
        if name in ("td", "/td", "th", "/th")
        else Token("break", 1)
        if name in _LINE_TAGS
        else Token("tag")
    )


def _number(piece: str) -> Token:
    """The clock that a number shows, alone or with am or pm; a date, a phone, or a number where it shows none."""
    found = _CLOCK.fullmatch(piece)
    if found is None and piece[-1] in ".ªº":
        return _number(piece[:-1]) if piece[-1] == "." else Token("number")
    if found is None and len(piece) > 4 and not piece.isdigit():
        if run_together := _COMPACT.fullmatch(piece):
            return _number("{}:{}{}m".format(*run_together.groups()))
        if _IS_DATE.fullmatch(piece):
            return Token("date")
        if _IS_PHONE.fullmatch(piece):
            return Token("phone", 0, "digits")
    hour, minute = (int(found[1]), int(found[3] or 0)) if found else (99, 0)
    afternoon = found is not None and found[4] in ("p", "P")
    if found is None or minute > 59 or not afternoon <= hour <= (12 if found[4] else 24) or hour * 60 + minute > DAY:
        return Token("number", int(piece) if piece.isdigit() and len(piece) < 6 else -1)
    if found[4]:
        return Token("clock", (hour % 12 + 12 * afternoon) * 60 + minute, "said")
    if found[2] in ("h", "H"):
        return Token("clock", hour * 60 + minute, "exact")
    form = "24" if hour in (0, *range(13, 25)) else "padded" if found[1][0] == "0" else "bare"
    return Token("clock", hour * 60 + minute, form)
