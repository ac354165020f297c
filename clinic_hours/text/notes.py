"""What stands in brackets after a range: its state and its note, read and written.

::

    brackets = "(" ( state [ ":" note ] / note ) ")"
    note     = plain / DQUOTE text DQUOTE

A note stands as it is where nobody can take it for hours, and in quotation marks where somebody could, so that a sign that says
`(closed noon-1pm)` is never read as a mere note, and a note that says so is never read as hours.
"""

from __future__ import annotations

from clinic_hours.hours.weekday import State
from clinic_hours.text.lexer import Lexed
from clinic_hours.text.vocabulary import ENGLISH

STATES = {"by_appointment": State.BY_APPOINTMENT, "unknown": State.UNKNOWN}
"""The state that a phrase of this kind names."""


def says_hours(text: str) -> bool:
    """Whether a text names days, clocks or anything else that bears on hours.

    >>> says_hours("closed noon-1pm"), says_hours("every 2nd week"), says_hours("room 12, new patients")
    (True, True, False)
    """
    lexed = Lexed(text)
    return any(_says_hours(lexed, at) for at in range(len(lexed.pieces)))


def _says_hours(lexed: Lexed, at: int) -> bool:
    """Whether a piece says hours, by itself or with what follows: `noon`, `9:00`, `12-1`, `12/25`, `2nd`, `M-F`."""
    kind, _, form = lexed.tokens[at]
    word, following = lexed.word(at), lexed.tokens[at + 1].kind
    if kind in ("day", "days", "closed") or form in ("said", "word") or word in ENGLISH.hours_words:
        return True
    joined = following in ("dash", "and")
    if kind == "clock":
        counts = following in ("word", "day") and lexed.start(at + 1) == lexed.start(at) + len(word)
        return counts or not word.isdigit() or (joined and lexed.tokens[at + 2].kind in ("clock", "number"))
    return joined and word in ENGLISH.day_letters and lexed.word(at + 2) in ENGLISH.day_letters


def in_brackets(note: str) -> str:
    """A note as it stands in brackets: in quotation marks where it says hours, or where a bracket of its own is not closed.

    >>> in_brackets("ring twice (side door)"), in_brackets("closed on Mondays")
    ('ring twice (side door)', '"closed on Mondays"')
    """
    return f'"{note}"' if says_hours(note) or not _closes_brackets(note) else note


def _closes_brackets(note: str) -> bool:
    depth = 0
    for c in note:
        depth += (c == "(") - (c == ")")
        if depth < 0:
            return False
    return depth == 0
