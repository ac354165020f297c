"""Words that run against the line they stand in: held apart, so that they do not pull marks and numbers along.

Unicode's isolates (UAX 9) are characters without width: U+2068 begins a piece with a direction of its own, U+2069 ends it.
"""

from __future__ import annotations

from typing import Final
from unicodedata import bidirectional, category

ISOLATE, POP_ISOLATE = "\u2068", "\u2069"

_AGAINST: Final = {True: ("L",), False: ("R", "AL")}
_MARKS: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def isolated(text: str, *, right_to_left: bool) -> str:
    r"""A text for a line of some direction; between isolates where any of its letters runs the other way.

    >>> isolated("ring twice", right_to_left=False), ascii(isolated("ring twice", right_to_left=True))
    ('ring twice', "'\\u2068ring twice\\u2069'")
    """
    against = _AGAINST[right_to_left]
    return f"{ISOLATE}{text}{POP_ISOLATE}" if any(bidirectional(c) in against for c in text) else text


def one_line(text: str) -> str:
    r"""A text of anybody's as one line: blanks for what is no character to read, and no marks that turn the direction.

    >>> one_line("Main\n office\x00 \u202etxet")
    'Main office txet'
    """
    return " ".join("".join(" " if _is_no_text(c) else c for c in text if c not in _MARKS).split())


def _is_no_text(c: str) -> bool:
    """Whether a character is for machines: a control, half of a pair, a line end, or one that no document may hold."""
    code = ord(c)
    return category(c) in ("Cc", "Cs", "Zl", "Zp") or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
