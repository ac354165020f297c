"""The comments of a TOML text that an edit has taken away with what stood around them, put back."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from clinic_hours.files.toml_places import layout_of


def with_comments(text: str, before: str) -> str:
    r"""A TOML text, with every comment line of the one that it was made from.

    One that it lacks is put where it stood, or behind the statement that stands there now.

    >>> with_comments("b = 2\n", "a = [\n  # why\n  1,\n]\nb = 2\n")
    '  # why\nb = 2\n'
    """
    lost = list(_lost(text, before))
    if not lost:
        return text
    lines = text.removesuffix("\n").split("\n")
    starts = [*_starts(text), len(lines)]
    moved = _line_by_line(before.split("\n"), lines)
    for number, line in reversed(lost):
        lines.insert(starts[bisect_left(starts, moved[number])], line)
    return "\n".join(lines) + "\n"


def _lost(text: str, before: str) -> Iterator[tuple[int, str]]:
    """The comment lines that a text lacks, each with its number, from 0, in the text before."""
    held = Counter(line.strip() for _, line in _comments(text))
    for number, line in _comments(before):
        if held[line.strip()]:
            held[line.strip()] -= 1
        else:
            yield number, line


def _comments(text: str) -> Iterator[tuple[int, str]]:
    lines = text.split("\n")
    for number in _numbers(text, layout_of(text).comments):
        yield number, lines[number].rstrip("\r")


def _starts(text: str) -> Iterator[int]:
    """The lines, from 0, before which another one may be put, for they begin outside of any statement."""
    ends = iter(_numbers(text, (place for gap in layout_of(text).between for place in gap)))
    yield 0
    for first, last in zip(ends, ends, strict=True):
        yield from range(first + 1, last + 1)


def _numbers(text: str, places: Iterable[int]) -> Iterator[int]:
    """The numbers of the lines, from 0, on which some places are, which stand in order."""
    number, seen = 0, 0
    for at in places:
        number, seen = number + text.count("\n", seen, at), at
        yield number


def _line_by_line(before: list[str], after: list[str]) -> list[int]:
    """For each line of a text the number of the line that stands in its place, or follows it, in another."""
    moved: list[int] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        moved += range(c, d) if what == "equal" else [d] * (b - a)
    return moved
