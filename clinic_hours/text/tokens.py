"""The pieces of a text as tokens of its language: phrases as one, numbers as what they are beside their neighbours.

What means nothing by itself (`the`, `we are`, a tag of HTML) is left out; it stays in the text between two tokens.
"""

from __future__ import annotations

import re
from typing import Final

from clinic_hours.text.contexts import CHANGES, DROPPED
from clinic_hours.text.languages import Tongue
from clinic_hours.text.lexer import Lexed
from clinic_hours.text.vocabulary import GLUE, Tok, Token

_DAY_AND_MONTH: Final = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.")

BULLETS: Final = "•·*●▪►■◦‣✓✔▸"
BARS: Final = "|¦│‖"
ENDS_SENTENCE: Final = frozenset(
    [
        "talk",
        "head",
        "closed",
        "by_appointment",
        "holidays",
        "some",
        "holiday",
        "word",
        "monthly",
        "days",
        "part",
        "only",
        "lunch",
        "unknown",
    ]
) | {"all day"}
"""Kinds of words whose final dot may end a sentence; that of a short day or of `p.m.` does not."""

SHORT_MONTHS: Final = frozenset(("june", "july", "mars", "juin", "aout", "mayo", "juni", "juli", "maio"))
"""Full names of months that are as short as the abbreviations of others."""

LONG_SHORT_DAYS: Final = frozenset(("thurs", "mittw", "freit", "mierc", "mercr", "vendr", "vener"))
"""Short names of days that are as long as other days' full names."""

BORROWED: Final = frozenset({"all day", "by_appointment", "unknown", "holidays", "days", "closed", "lunch"})
"""Kinds of phrases that are known in any language."""


def tokens(lexed: Lexed, tongue: Tongue) -> list[Tok]:
    """The tokens of a text, the last of them `end`.

    >>> from clinic_hours.text.languages import tongue
    >>> lexed = Lexed("We're open 24 hours a day")
    >>> [token.kind for token in tokens(lexed, tongue(lexed))]
    ['break', 'all day', 'end']
    """
    out = _known(lexed, tongue)
    for change in CHANGES:
        out = change(out, lexed, tongue.words.language)
    return _columns([token for token in out if token.kind not in DROPPED])


def _columns(given: list[Tok]) -> list[Tok]:
    """The tokens without the tabs that are but blanks; others stand between clocks or days, or before a dash that ends a line."""
    out: list[Tok] = []
    for at, token in enumerate(given):
        if token.form == "tab":
            following, after = given[at + 1].kind, given[min(at + 2, len(given) - 1)]
            clocks = bool(out) and out[-1].kind == following and following in ("clock", "day")
            ends = following == "dash" and (after.kind in ("break", "end", "closed"))
            if not clocks and not ends:
                continue
        out.append(token)
    return out


def _known(lexed: Lexed, tongue: Tongue) -> list[Tok]:
    """Each piece, or the longest phrase that begins with it, by itself."""
    out: list[Tok] = []
    at, size, plain, pieces = 0, len(lexed.pieces), lexed.plain, lexed.pieces
    while at < size:
        if at and lexed.tab_before(at):
            out.append(Tok("cell", 0, "tab", at, at))
        phrase = _phrase(lexed, tongue, at)
        if phrase:
            last, token = phrase
        elif (pieces[at][0].isalpha() and pieces[at][:2] != "â€") or pieces[at][-1] in "ªº":
            last, token = at + 1, _word(lexed, tongue, at)
        else:
            last, token = at + 1, _mark(lexed, tongue, at)
        if token.kind == "uhr" and not (out and out[-1].kind in ("clock", "number")):
            token = Token("head")
        out.append(Tok(*token, at, last))
        at = last
        # A final dot of a word is in its piece, and may end a sentence as well.
        word = plain[at - 1]
        long = token.kind in ("day", "month") and len(word) > 4 and word not in LONG_SHORT_DAYS
        if long or word in SHORT_MONTHS or token.kind in ENDS_SENTENCE:
            if pieces[at - 1][-1] == "." and at < size and _begins_sentence(lexed, at):
                out.append(Tok("break", 0, "", at, at))
    out.append(Tok("end", 0, "", size, size))
    return [token for token in out if plain[token.first] != "" or token.kind in ("end", "cell", "break")]


def _begins_sentence(lexed: Lexed, at: int) -> bool:
    """Whether a sentence may begin here: a word in upper case that no dash and no digit stands before."""
    return lexed.pieces[at][0].isupper() and not lexed.glued(at)


def _phrase(lexed: Lexed, tongue: Tongue, at: int) -> tuple[int, Token] | None:
    plain, found = lexed.plain, (at, Token("word"))
    for words in (tongue.words, *tongue.others):
        own = words is tongue.words
        if not own and len(plain[at]) < 3 and not plain[at].isdigit():
            continue
        for rest, token in words.phrases.get(plain[at], ()):
            end = at + 1 + len(rest)
            if end > found[0] and end < len(plain) and (own or token.kind in BORROWED):
                if all(_is_piece(lexed, at + place, piece) for place, piece in enumerate(rest, 1)):
                    found = end, token
                    break
    return found if found[0] > at else None


def _is_piece(lexed: Lexed, at: int, piece: str) -> bool:
    if piece[0] == GLUE:
        return lexed.plain[at] == piece[1:] and lexed.glued(at)
    return lexed.plain[at] == piece


def _word(lexed: Lexed, tongue: Tongue, at: int) -> Token:
    """What a word means; a letter or letters run together may be days."""
    plain = lexed.plain[at]
    token = tongue.meaning(plain)
    if token.kind not in ("word", "filler", "dash", "uhr") or (len(plain) == 1 and plain in tongue.words.letters):
        if len(plain) == 1 and plain in tongue.words.letters and token.kind != "dash":
            return Token("letter", tongue.words.letters[plain])
        return token
    if (
        tongue.words.language == "en"
        and len(plain) > 1
        and (lexed.pieces[at].isupper() or len(plain) > 2 or plain == "mw")
    ):
        days = run_together(plain)
        if days:
            return Token("days", days, plain)
    if plain in ("l", "v") and token.kind == "word":
        return Token("letter", "l   v".index(plain))
    return token


def run_together(letters: str) -> int:
    """The days of letters that are run together, as `MWF`; 0 where they are none.

    >>> bin(run_together("mwf")), bin(run_together("mtthf")), run_together("wm")
    ('0b10101', '0b11011', 0)
    """
    days, last, at = 0, -1, 0
    while at < len(letters):
        two = (
            ("tu", "th", "sa", "su", "mo", "we", "fr").index(letters[at : at + 2])
            if letters[at : at + 2] in ("tu", "th", "sa", "su", "mo", "we", "fr")
            else -1
        )
        if two >= 0:
            day, step = (1, 3, 5, 6, 0, 2, 4)[two], 2
        elif letters[at] in "mtwrfs":
            day = {"m": 0, "t": 1 if last < 1 else 3, "w": 2, "r": 3, "f": 4, "s": 5 if last < 5 else 6}[letters[at]]
            step = 1
        else:
            return 0
        if day <= last:
            return 0
        days, last, at = days | 1 << day, day, at + step
    return days if days & (days - 1) else 0


def _mark(lexed: Lexed, tongue: Tongue, at: int) -> Token:
    piece = lexed.pieces[at]
    if piece in BARS:
        return Token("cell")
    if piece in BULLETS:
        return Token("break", 0, "bullet")
    if piece[0] == "â":
        return Token("dash")
    if tongue.words.language == "de" and _DAY_AND_MONTH.fullmatch(piece):
        day, month = map(int, piece[:-1].split("."))
        return Token("date") if 1 <= month <= 12 and 1 <= day <= 31 else lexed.tokens[at]
    return lexed.tokens[at]
