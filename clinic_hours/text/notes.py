"""What stands in brackets after a range: its state and its note, read and written.

::

    brackets = "(" ( state [ ":" note ] / note ) ")"
    note     = plain / DQUOTE text DQUOTE

A note stands as it is where nobody can take it for hours, and in quotation marks where somebody could, so that a sign that says
`(closed noon-1pm)` is never read as a mere note, and a note that says so is never read as hours.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from clinic_hours.errors import InvalidHoursError
from clinic_hours.hours.notation import checked_note
from clinic_hours.hours.weekday import State
from clinic_hours.text.cursor import Cursor, MisreadError
from clinic_hours.text.languages import Tongue, tongue
from clinic_hours.text.lexer import BLANK, Lexed
from clinic_hours.text.tokens import tokens
from clinic_hours.text.vocabulary import HOURS_KINDS, LANGUAGES, Tok

STATES = {"by_appointment": State.BY_APPOINTMENT, "unknown": State.UNKNOWN}
"""The state that a phrase of this kind names."""

LONGEST = 1000
"""Pieces of the longest note that is read without quotation marks."""

_BLANK = re.compile(BLANK)


class Bracket(NamedTuple):
    """What is in brackets: the state, open where none is named, and the note."""

    state: State
    note: str


@lru_cache(maxsize=4096)
def says_hours(text: str) -> bool:
    """Whether a text names days, clocks or anything else that bears on hours, in any language that is read.

    >>> says_hours("closed noon-1pm"), says_hours("every 2nd week"), says_hours("room 12, new patients")
    (True, True, False)
    """
    lexed = Lexed(text)
    return any(_says(lexed, tongue(lexed, language)) for language in LANGUAGES)


def _says(lexed: Lexed, words: Tongue) -> bool:
    """Whether a text says hours to somebody who knows some words."""
    known = words.words.hours_words
    if any(word in known for word in lexed.plain):
        return True
    found = tokens(lexed, words)
    return any(_token_says(lexed, found, at) for at in range(len(found) - 1))


def _token_says(lexed: Lexed, found: list[Tok], at: int) -> bool:
    """Whether a token says hours, by itself or with what follows: `noon`, `9:00`, `12-1`, `12/25`, `2nd`, `M-F`."""
    kind, _, form, first, _ = found[at]
    following = found[at + 1].kind
    if kind in HOURS_KINDS - {"clock"} or form in ("said", "word", "exact"):
        return True
    beside = found[at + 2].kind if following in ("dash", "and") else ""
    if kind == "clock":
        counts = following == "word" and lexed.glued(found[at + 1].first)
        return counts or not lexed.pieces[first].isdigit() or beside in ("clock", "number")
    if (kind == "word" and form) or (kind == "dash" and following == "clock" and lexed.pieces[first][0].isalpha()):
        return True
    return kind == "letter" and beside in ("letter", "day")


def in_brackets(note: str) -> str:
    """A note as it stands in brackets: in quotation marks where it says hours, or where a bracket of its own is not closed.

    >>> in_brackets("ring twice (side door)"), in_brackets("closed on Mondays")
    ('ring twice (side door)', '"closed on Mondays"')
    """
    return f'"{note}"' if says_hours(note) or not _closes_brackets(note) else note


def bracket(c: Cursor) -> Bracket | None:
    """Read a state, a note or both in brackets; nothing where the brackets say more, or are not closed.

    Raises `MisreadError` where a note cannot be kept.
    """
    start, opening = c.at, c.token.first
    c.at += 1
    kind = c.kind
    state = STATES.get(kind)
    if state is not None:
        c.at += 1
        if c.skip(")"):
            return Bracket(state, "")
        if c.kind != ":":
            c.at = start
            return None
        c.at += 1
    note = _note(c, opening)
    if note is None:
        c.at = start
        return None
    return Bracket(state or State.OPEN, note)


def _note(c: Cursor, opening: int) -> str | None:
    """`note = ( DQUOTE text DQUOTE / text ) ")"`; a text without quotation marks closes its brackets and says no hours."""
    lexed, first = c.lexed, c.tokens[c.at - 1].last
    if lexed.plain[first] == '"':
        closing = c.closing_quote(first)
        end = closing + 1
        if not closing or lexed.plain[end] != ")":
            return None
        note = lexed.text[lexed.start(first) + 1 : lexed.start(closing)]
    else:
        end = c.closing_bracket(opening)
        if not end or end - opening > LONGEST:
            return None
        note = lexed.text[lexed.start(first) : lexed.start(end)]
        if _says(Lexed(note), c.tongue):
            return None
    while c.token.first <= end and c.kind != "end":
        c.at += 1
    try:
        kept = checked_note(_BLANK.sub(" ", note))
    except InvalidHoursError as error:
        raise MisreadError("bad_note", str(error)) from None
    if not kept:
        raise MisreadError("bad_note", "a note is missing between the brackets")
    return kept


def _closes_brackets(note: str) -> bool:
    depth = 0
    for c in note:
        depth += (c == "(") - (c == ")")
        if depth < 0:
            return False
    return depth == 0
