"""Whether a peer's answers agree with ours, before anything is timed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

from .peers import Way
from .questions import Question

CHECKED = 512
"""How many of the arguments are checked at the most, beside those that are there for it."""
PATIENCE = 2.0
"""The seconds after which a slow peer is not asked again."""


@dataclass(frozen=True)
class Agreement:
    """What came of the check: a sentence for each thing that does not hold, and the slowest answer in seconds."""

    wrong: Sequence[str]
    seconds: float
    raises: bool = False


def check(question: Question, way: Way) -> Agreement:
    """Ask both sides, and tell where they differ although they should agree, or agree although a note says that they differ."""
    if way.gives_up:
        return _gives_up(question, way)
    wrong, agreed_anyway, unlike, slowest = [], 0, 0, 0.0
    start = monotonic()
    for argument in [*question.also, *question.arguments[:CHECKED]]:
        if monotonic() - start > PATIENCE:
            break
        ours = question.answer(question.call(argument))
        given, before = way.given(argument), monotonic()
        try:
            theirs = way.answer(way.call(given))
        except Exception as error:
            return Agreement([f"at {argument} it raises {_short(repr(error))}"], 0.0, raises=True)
        slowest = max(slowest, monotonic() - before)
        if way.unlike and way.unlike(argument):
            unlike += 1
            agreed_anyway += ours == theirs
        elif ours != theirs:
            wrong.append(f"at {argument} it answers {_short(theirs)}, not {_short(ours)}")
    if unlike and agreed_anyway == unlike:
        wrong.append(f"it {way.note}, we say, and yet it answers as we do at all {unlike} of those")
    return Agreement(wrong, slowest)


def _gives_up(question: Question, way: Way) -> Agreement:
    before = monotonic()
    try:
        answer = way.call(question.arguments[0])
    except way.gives_up:
        return Agreement([], monotonic() - before)
    return Agreement([f"it gave up here, and now it answers {_short(answer)}"], monotonic() - before)


def _short(answer: Any) -> str:
    text = str(answer)
    return text if len(text) <= 60 else f"{text[:59]}…"
