"""The comments of a TOML text that an edit has taken away with what stood around them, put back."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from clinic_hours.files.toml_places import layout_of


def with_comments(text: str, before: str) -> str:
    r"""A TOML text, with every comment line of the one that it was made from.

    One that it lacks is put before the statement that now follows where it stood.

    >>> with_comments("b = 2\n", "a = [\n  # why\n  1,\n]\nb = 2\n")
    '  # why\nb = 2\n'
    """
    lost = list(_lost(text, before))
    if not lost:
        return text
    lines, starts = text.split("\n"), [text.count("\n", 0, at) for at in layout_of(text).statements]
    moved = _line_by_line(before.split("\n"), lines)
    for number, line in reversed(lost):
        following = bisect_left(starts, moved[number])
        lines.insert(starts[following] if following < len(starts) else len(lines) - (not lines[-1]), line)
    made = "\n".join(lines)
    return made if made.endswith("\n") else f"{made}\n"


def _lost(text: str, before: str) -> Iterator[tuple[int, str]]:
    """The comment lines that a text lacks, each with its number, from 0, in the text before."""
    held = Counter(line.strip() for _, line in _comments(text))
    for number, line in _comments(before):
        if held[line.strip()]:
            held[line.strip()] -= 1
        else:
            yield number, line


def _comments(text: str) -> Iterator[tuple[int, str]]:
    number, seen = 0, 0
    for at in layout_of(text).comments:
        number, seen = number + text.count("\n", seen, at), at
        yield number, text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0].rstrip("\r")


def _line_by_line(before: list[str], after: list[str]) -> list[int]:
    """For each line of a text the number of the line that stands in its place, or follows it, in another."""
    moved: list[int] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        moved += range(c, d) if what == "equal" else [d] * (b - a)
    return moved
