"""Texts as they stand in a content line, where some marks are escaped (RFC 5545, section 3.3.11)."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"\\(.?)", re.DOTALL)


def escaped(text: str) -> str:
    r"""A text as the value of a property.

    >>> print(escaped("Lab; rooms 1, 2 \\ 3\nring"))
    Lab\; rooms 1\, 2 \\ 3\nring
    """
    for mark in "\\;,":
        text = text.replace(mark, f"\\{mark}")
    return re.sub(r"\r\n|\r|\n", r"\\n", text)


def unescaped(value: str) -> str:
    r"""The text that the value of a property says.

    >>> unescaped(r"Lab\; rooms 1\, 2 \\ 3\nring")
    'Lab; rooms 1, 2 \\ 3\nring'
    """
    return _ESCAPED.sub(lambda found: "\n" if found[1] in ("n", "N") else found[1], value)
