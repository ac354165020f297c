"""The tokens of a tag, each with its place; what people misspell is put right, with a note.

::

    token   = word / number / mark / comment / "24/7"
    word    = a keyword of `words.KEYWORDS`, or one of another language or spelling that stands for some tokens
    number  = 1*4DIGIT                                      ; a year from 1900 on
    mark    = ":" / "-" / "," / ";" / "||" / "+" / "/" / "(" / ")" / "[" / "]"
    comment = DQUOTE text DQUOTE
"""

from __future__ import annotations

import re
from typing import NamedTuple, Never

from clinic_hours.codecs.decoded import Note
from clinic_hours.codecs.osm.languages import Languages
from clinic_hours.codecs.osm.words import COMMENTS, KEYWORDS, PHRASES
from clinic_hours.errors import HoursSyntaxError, WrongTypeError

LONGEST = 10_000
"""Characters that a tag may have at the most; OpenStreetMap itself allows 255."""
FIRST_YEAR = 1900
"""From here on a number of four digits is a year."""
PHRASE = 7
"""Raw pieces that a phrase may have at the most."""

_RAW = re.compile(
    r"(?P<space>[\s_␣]+)"
    r"|(?P<always>(?<![-\d])(?:24[/x]7|7j?/7)(?!\d))"
    r"|(?P<meridian>[aApP]\.?[mM](?!\w)\.?)"
    r"|(?P<number>[0-9]+)"
    r"|(?P<odd>[°⁰¹²³⁴-⁹₀-₉]{1,2})"
    r"|(?P<word>[^\W\d_]+)"
    r'|(?P<comment>"[^"]*")'
    r"|(?P<fallback>\|\|)"
    r"|(?P<mark>.)",
    re.DOTALL,
)
_QUOTES = {"'": "'", "„": "“”", "“": "”", "‚": "‘’", "‘": "’", "«": "»", "「": "」", "『": "』"}
_DASHES = dict.fromkeys("→‐‑‒–−—ー=~～", "-")
_MARKS = {**_DASHES, "：": ":", "&": ",", "、": ",", "，": ",", "；": ";", "·": ""}
_ODD = str.maketrans("°⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "001234567890123456789")


class Token(NamedTuple):
    """A piece of the tag, with its place; `kind` of a mark is the mark itself."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def number(self) -> int:
        """The value of a number."""
        return int(self.text)


def _raw(text: str) -> list[Token]:
    return [Token(found.lastgroup or "", found[0], *found.span()) for found in _RAW.finditer(text)]


_PHRASES = {
    tuple(piece.text for piece in _raw(phrase) if piece.kind != "space"): said for phrase, said in PHRASES.items()
}
_COMMENTS = {tuple(phrase.split()) for phrase in COMMENTS}


def tokens(text: str, country: str | None = None) -> tuple[list[Token], list[Note]]:
    """The tokens of a tag, with an `end` behind them, and what was put right; `HoursSyntaxError` with the place of what is none.

    >>> [token.text for token in tokens("Mon 8–12")[0]]
    ['Mo', '8', '-', '12', '']
    """
    if not isinstance(text, str):
        raise WrongTypeError(f"a tag is a text, not {type(text).__name__}")
    if len(text) > LONGEST:
        raise HoursSyntaxError(f"{len(text):,} characters are too many for a tag; at most {LONGEST:,}", text[:60])
    lexer = _Lexer(text, country)
    lexer.run()
    return lexer.out, lexer.notes


class _Lexer:
    """One pass over the raw pieces; each is handled by the method of its kind."""

    def __init__(self, text: str, country: str | None) -> None:
        self.text = text
        self.raw = _raw(text)
        self.at = 0
        self.out: list[Token] = []
        self.notes: list[Note] = []
        words = [piece.text.lower() for piece in self.raw if piece.kind == "word" and not _keyword(piece.text)]
        self.languages = Languages(words, country)

    def run(self) -> None:
        while self.at < len(self.raw):
            piece = self.raw[self.at]
            if piece.kind == "space" or not self._phrase():
                self.at += 1
                getattr(self, f"_{piece.kind}")(piece)
        self.out.append(Token("end", "", len(self.text), len(self.text)))

    def _phrase(self) -> bool:
        """Read the longest phrase that starts here."""
        places = [
            place
            for place in range(self.at, min(self.at + 2 * PHRASE, len(self.raw)))
            if self.raw[place].kind != "space"
        ]
        first = self.raw[self.at]
        counted = first.kind == "number" and bool(self.out) and self.out[-1].kind in ("+", "-")
        if first.kind not in ("word", "number") or counted:
            # `+7 days` counts days, and is not every day.
            return False
        key = tuple(self.raw[place].text.lower() for place in places[:PHRASE])
        for length in range(len(key), 0, -1):
            last = self.raw[places[length - 1]]
            if key[:length] in _COMMENTS:
                self._note("comment-quotes", first.start, f"{self.text[first.start : last.end]!r} is read as a comment")
                self._add("comment", self.text[first.start : last.end], first.start, last.end)
            elif key[:length] in _PHRASES and not (length == 1 and self._is_name(key[0])):
                self._stands_for(_PHRASES[key[:length]], first.start, last.end)
            else:
                continue
            self.at = places[length - 1] + 1
            return True
        return False

    def _is_name(self, word: str) -> bool:
        """Whether a word that may stand between two clocks is a day or month here."""
        return not (self.out and self.out[-1].kind == "number") and self.languages.knows(word)

    def _stands_for(self, said: str, start: int, end: int) -> None:
        """Put the tokens of a correction in place of a piece of the text."""
        shown = f"read as {said}" if said else "left out"
        self._note("spelling", start, f"{self.text[start:end]!r} is {shown}")
        for token in tokens(said)[0][:-1]:
            self._add(token.kind, token.text, start, end)

    def _space(self, piece: Token) -> None:
        pass

    def _always(self, piece: Token) -> None:
        if piece.text != "24/7":
            self._note("spelling", piece.start, f"{piece.text!r} is read as 24/7")
        self._add("always", "24/7", piece.start, piece.end)

    def _number(self, piece: Token) -> None:
        if len(piece.text) > 4:
            self._fail(piece, f"no number in a tag is as long as {piece.text[:20]!r}")
        is_year = len(piece.text) == 4 and int(piece.text) >= FIRST_YEAR
        self._add("year" if is_year else "number", piece.text, piece.start, piece.end)

    def _odd(self, piece: Token) -> None:
        """Small raised and lowered digits: minutes where they follow a number."""
        plain = piece.text.translate(_ODD)
        self._note("spelling", piece.start, f"{piece.text!r} is read as {plain}")
        if self.out and self.out[-1].kind == "number":
            self._add(":", ":", piece.start, piece.end)
        self._add("number", plain, piece.start, piece.end)

    def _meridian(self, piece: Token) -> None:
        """`am` or `pm`: the hour before it on the clock of 24 hours."""
        place = len(self.out) - 1
        if self._after_minutes():
            place -= 2
        if place < 0 or self.out[place].kind != "number":
            self._fail(piece, f"{piece.text!r} follows no hour")
        token = self.out[place]
        pm = piece.text[0] in "pP"
        hour = token.number
        if hour <= 12:
            hour = hour % 12 + 12 * pm
        self.out[place] = token._replace(text=str(hour))
        if place == len(self.out) - 1:
            self._add(":", ":", piece.start, piece.end)
            self._add("number", "00", piece.start, piece.end)
        self._note("spelling", token.start, f"{self.text[token.start : piece.end]!r} is read on the clock of 24 hours")

    def _after_minutes(self) -> bool:
        """Whether a clock with its minutes stands before this."""
        return [token.kind for token in self.out[-3:]] == ["number", ":", "number"]

    def _word(self, piece: Token) -> None:
        word = piece.text
        found = _keyword(word)
        if word.lower() == "h" and self.out and self.out[-1].kind == "number":
            self._hours(piece)
        elif found:
            self._add(KEYWORDS[found], found, piece.start, piece.end)
            if found != word:
                self._note("case", piece.start, f"{word!r} is read as {found}")
        elif parts := _parts(word):
            self._note("spelling", piece.start, f"{word!r} is read as {' '.join(parts)}")
            for part in parts:
                self._add(KEYWORDS[part], part, piece.start, piece.end)
        else:
            self._foreign(piece)

    def _foreign(self, piece: Token) -> None:
        """A day or month of another language or spelling."""
        meant = self.languages.meaning(piece.text.lower())
        if len(meant) != 1:
            told = (
                f"{piece.text[:40]!r} is {' or '.join(sorted(meant))}"
                if meant
                else f"{piece.text[:40]!r} is no word of a tag"
            )
            self._fail(piece, f"{told}; days are Mo to Su, months Jan to Dec")
        [said] = meant
        self._note("spelling", piece.start, f"{piece.text!r} is read as {said}")
        self._add(KEYWORDS[said], said, piece.start, piece.end)

    def _hours(self, piece: Token) -> None:
        """`9h30`, `9h` and `9:30 h`."""
        if self._after_minutes():
            self._stands_for("", piece.start, piece.end)
            return
        self._note("spelling", piece.start, f"{piece.text!r} is read as :")
        self._add(":", ":", piece.start, piece.end)
        following = self.raw[self.at] if self.at < len(self.raw) else piece
        if following.kind != "number":
            self._add("number", "00", piece.start, piece.end)

    def _comment(self, piece: Token) -> None:
        self._add("comment", piece.text[1:-1], piece.start, piece.end)

    def _fallback(self, piece: Token) -> None:
        self._add("||", "||", piece.start, piece.end)

    def _mark(self, piece: Token) -> None:
        mark = piece.text
        if mark in _QUOTES:
            self._quoted(piece)
        elif mark in ":-,;+/()[]":
            self._add(mark, mark, piece.start, piece.end)
        elif mark in _MARKS:
            self._stands_for(_MARKS[mark], piece.start, piece.end)
        elif mark == "." and self.out and self.out[-1].kind == "number" and self._next_is_digit():
            self._stands_for(":", piece.start, piece.end)
        elif (
            mark == "." and self.out and self.out[-1].kind in ("weekday", "month", "holiday", "days", "state", "number")
        ):
            self._stands_for("", piece.start, piece.end)
        elif mark == '"':
            self._fail(piece._replace(end=len(self.text)), "this comment has no end")
        else:
            self._fail(piece, f"{mark!r} has no meaning in a tag")

    def _next_is_digit(self) -> bool:
        return self.at < len(self.raw) and self.raw[self.at].kind in ("number", "odd")

    def _quoted(self, piece: Token) -> None:
        """A comment in other quotes than `"`."""
        closes = _QUOTES[piece.text]
        ends = [place for quote in closes if (place := self.text.find(quote, piece.end)) >= 0]
        inner = self.text[piece.end : min(ends)] if ends else ""
        if not ends or any(sign in inner for sign in '";|'):
            self._fail(piece, f"the quote {piece.text} has no end")
        end = min(ends) + 1
        self._note("comment-quotes", piece.start, f"{self.text[piece.start : end]!r} is read as a comment")
        self._add("comment", inner, piece.start, end)
        while self.at < len(self.raw) and self.raw[self.at].start < end:
            self.at += 1

    def _add(self, kind: str, text: str, start: int, end: int) -> None:
        self.out.append(Token(kind, text, start, end))

    def _note(self, code: str, start: int, sentence: str) -> None:
        self.notes.append(Note(code, column(start), sentence))

    def _fail(self, piece: Token, told: str) -> Never:
        raise HoursSyntaxError(told, self.text, piece.start, piece.end)


def column(start: int) -> str:
    """The place of a character, counted from 1.

    >>> column(0)
    'column 1'
    """
    return f"column {start + 1}"


_CASELESS = {word.lower(): word for word in KEYWORDS}


def _keyword(word: str) -> str | None:
    """The keyword that a word is, whatever its case."""
    return _CASELESS.get(word.lower()) if len(word) < 10 else None


def _parts(word: str) -> list[str]:
    """The keywords of two letters that a word is stuck together from; none where it is not."""
    if len(word) > 28 or len(word) % 2:
        return []
    parts = [_keyword(word[place : place + 2]) for place in range(0, len(word), 2)]
    return [part for part in parts if part] if all(parts) and len(parts) > 1 else []
