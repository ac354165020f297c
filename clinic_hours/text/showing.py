"""A text with carets under some places of it."""

from __future__ import annotations

from collections.abc import Sequence


def with_carets(text: str, places: Sequence[tuple[int, int]]) -> str:
    r"""The lines of a text, indented, each with a line of carets after it where a place is in it.

    The places are sorted by their start. Characters that cannot be shown are blank.

    >>> print(with_carets("Mon 8-5\nFri", [(4, 7)]))
        Mon 8-5
            ^^^
        Fri
    """
    shown: list[str] = []
    waiting = list(reversed(places))
    start = 0
    for line in text.splitlines(keepends=True):
        end, marks = start + len(line), ""
        stop = start + len(line.rstrip())
        while waiting and waiting[-1][0] < end:
            first, last = waiting.pop()
            marks = marks.ljust(first - start)
            marks += "^" * (min(last, stop) - start - len(marks))
            if last > end:
                waiting.append((end, last))
                break
        seen = "".join(c if c.isprintable() else " " for c in line)
        shown += [f"    {seen}".rstrip(), *([f"    {marks}"] if marks.strip() else [])]
        start = end
    return "\n".join(shown)
