"""Single questions: ours and each peer's times, as ratios."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import median

from .agreement import check
from .figures import NO_WORDS, Cell, Row
from .peers import NOT_INSTALLED, Peer, Way
from .questions import Question
from .timing import LONG, Side, ratio, rounds

GIVES_UP, RAISES = "gives up", "raises"
ONCE = "asked once"


def rows(asked: Mapping[str, Question], peers: Sequence[Peer], count: int) -> Iterator[Row]:
    """The rows of the table, each of some rounds."""
    for name, question in asked.items():
        yield row(
            question, {peer.name: peer.ways.get(name) for peer in peers if peer.version != NOT_INSTALLED}, peers, count
        )


def row(question: Question, ways: Mapping[str, Way | None], peers: Sequence[Peer], count: int) -> Row:
    """One question, to us and to each peer that is installed and has words for it."""
    cells = {peer.name: Cell(said=NO_WORDS if peer.name in ways else NOT_INSTALLED) for peer in peers}
    sides, once = {"": _side(question, Way(question.call))}, {}
    for name, way in ways.items():
        if way is None:
            continue
        found = check(question, way)
        slow = found.seconds > LONG
        notes = [note for note in (way.note, ONCE if slow and not way.gives_up else "") if note]
        cells[name] = Cell(None, RAISES if found.raises else GIVES_UP if way.gives_up else "", notes, found.wrong)
        if found.raises or way.gives_up:
            continue
        if slow:
            once[name] = found.seconds * 1e9
        else:
            sides[name] = _side(question, way)
    times = rounds(sides, count)
    ours = times.pop("")
    ratios = {name: ratio(theirs, ours) for name, theirs in times.items()}
    ratios |= {name: taken / median(ours) for name, taken in once.items()}
    cells |= {name: replace(cells[name], ratio=figure) for name, figure in ratios.items()}
    return Row(question.label, median(ours) / 1000, cells, question.short)


def _side(question: Question, way: Way) -> Callable[[], float]:
    """How a side is timed, at the arguments at which it answers what was asked."""
    asked = [one for one in question.arguments if not (way.unlike and way.unlike(one))]
    side = Side(way.call, [way.given(one) for one in asked])
    return (side if question.whole else side.for_a_round()).nanoseconds
