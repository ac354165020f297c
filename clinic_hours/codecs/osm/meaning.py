"""What a tag says of one day: the rules that match it and the day before, painted one over the other in their order.

This is the definition of what a tag means, and follows opening_hours.js, the reference implementation:

- A later rule replaces the whole day, and what runs on into it from the night before; an `off` only takes away, and so does
  not bring back. An additional rule (`,`) and one without days behind one with days replace nothing.
- A fallback (`||`) fills the minutes that are closed by all before it.
- Hours that run past midnight belong to the day on which they start, and reach into the next one at the place of their rule.
- Behind an open end the hours are unknown, up to a guessed end or, in a longer list, to where other hours of it start or end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from clinic_hours.codecs.osm.syntax import Rule
from clinic_hours.codecs.osm.times import DAY, resolved
from clinic_hours.hours.minutes import Span, without
from clinic_hours.hours.notation import APPOINTMENT, DIFFER, Range, checked_note
from clinic_hours.hours.weekday import State

Sun = Mapping[str, int]


class Piece(NamedTuple):
    """A part of a day with one state, by its minutes; `tail` where it runs on from the day before."""

    start: int
    end: int
    state: State
    note: str
    tail: bool


class Said(NamedTuple):
    """What a tag says of a day: its pieces, disjoint and in order, and the comment of the `off` that closed it, if any."""

    pieces: tuple[Piece, ...]
    why_closed: str


class Meaning:
    """The rules of a tag, ready to be asked about days."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        self.fallback: list[bool] = []
        self.resets: list[bool] = []
        for number, rule in enumerate(rules):
            fallback = rule.separator == "||" or (rule.separator == "," and number > 0 and self.fallback[-1])
            self.fallback.append(fallback)
            plain = rule.separator == ";" and rule.state != "off"
            after_plain = number > 0 and rule.state == "open" and not rules[number - 1].groups
            self.resets.append(plain and (bool(rule.groups) or after_plain))

    def day(self, today: Sequence[bool], yesterday: Sequence[bool], sun: Sun, last_sun: Sun) -> Said:
        """What is said of a day, given which rules match it and the day before it."""
        layers: list[tuple[int, bool]] = []
        for number in range(len(self.rules)):
            if today[number]:
                if self.resets[number]:
                    layers.clear()
                layers.append((number, False))
            if yesterday[number]:
                layers.append((number, True))
        pieces: list[Piece] = []
        why_closed = ""
        for number, tail in layers:
            rule = self.rules[number]
            for start, end, guessed in _spans(rule, last_sun if tail else sun, tail):
                span = (start - DAY, end - DAY) if tail else (start, end)
                low, high = max(span[0], 0), min(span[1], DAY)
                if low < high:
                    pieces = self._painted(pieces, (low, high), number, guessed, tail)
            if rule.state == "off" and not tail:
                why_closed = rule.comment
        return Said(_joined(sorted(pieces)), why_closed)

    def _painted(self, pieces: list[Piece], span: Span, number: int, guessed: bool, tail: bool) -> list[Piece]:
        rule = self.rules[number]
        kept = pieces
        spans: Sequence[Span] = [span]
        if self.fallback[number]:
            spans = without(spans, [(piece.start, piece.end) for piece in pieces])
        else:
            kept = [
                piece._replace(start=start, end=end)
                for piece in pieces
                for start, end in without([(piece.start, piece.end)], [span])
            ]
        if rule.state == "off":
            return pieces if self.fallback[number] else kept
        state, note = state_of(rule, guessed)
        return [*kept, *(Piece(start, end, state, note, tail) for start, end in spans)]


def _spans(rule: Rule, sun: Sun, tail: bool) -> list[tuple[int, int, bool]]:
    """The hours of a rule in minutes; what is only guessed ends where other hours of a longer list start or end.

    In the night that runs on, nothing of the list can end it any more.
    """
    if not rule.times:
        return [(0, DAY, False)]
    found = [(number, *span) for number, times in enumerate(rule.times) for span in resolved(times, dict(sun))]
    edges = [edge for _, start, end, guessed in found for edge in (start, DAY if guessed else end)]
    out: list[tuple[int, int, bool]] = []
    for number, start, end, guessed in found:
        if guessed and not tail and (rule.times[number].end or number < len(rule.times) - 1):
            end = min([end, *(edge for edge in edges if edge > start)])
        out.append((start, end, guessed))
    return out


def state_of(rule: Rule, guessed: bool = False) -> tuple[State, str]:
    """The state of a rule and its note, as this library holds them."""
    comment = "".join(sign if sign.isprintable() else " " for sign in rule.comment).strip()
    if rule.state == "open" and not guessed:
        return State.OPEN, note_of(comment)
    if comment.lower() == APPOINTMENT or comment.lower().startswith(f"{APPOINTMENT}:"):
        return State.BY_APPOINTMENT, note_of(comment[len(APPOINTMENT) + 1 :])
    return State.UNKNOWN, note_of(comment)


def note_of(comment: str) -> str:
    """A comment as a note; nothing where it begins with a state's own words, which no note may."""
    return "" if comment.strip().lower().startswith((APPOINTMENT, DIFFER)) else checked_note(comment)


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces in order, touching ones that are alike as one."""
    out: list[Piece] = []
    for piece in pieces:
        if out and out[-1].end == piece.start and out[-1][2:] == piece[2:]:
            out[-1] = out[-1]._replace(end=piece.end)
        else:
            out.append(piece)
    return tuple(out)


def ranges(pieces: Sequence[Piece]) -> tuple[Range, ...]:
    """Pieces as plain ranges."""
    return tuple(Range(piece.start, piece.end, piece.state, piece.note) for piece in pieces)
