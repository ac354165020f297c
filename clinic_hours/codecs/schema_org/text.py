"""The text of `openingHours`, as the vocabulary defines it and as sites write it.

::

    text   = *( rule [ ";" / "," ] )
    rule   = days [ ":" ] ( clocks / "closed" / nothing )     ; days alone are whole days
    days   = span *( [ "," ] span )
    span   = day [ "-" day ]                                  ; Th-Tu goes over the week's end
    clocks = clock "-" clock *( "," clock "-" clock )
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from clinic_hours.codecs.assembling import read_range
from clinic_hours.codecs.clocks import read_clock
from clinic_hours.codecs.documents import Node, Notes, shown
from clinic_hours.errors import HoursSyntaxError, InvalidHoursError
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.notation import Range
from clinic_hours.hours.weekday import Weekday

LONGEST = 2000
"""Characters of a text at the most."""

WHOLE_DAY = Range(0, DAY)
LAST_MINUTE = (0, DAY - 1)
Rule = tuple[list[int], list[Range] | None]
"""Days, from 0, and the ranges that open on them; `None` for hours that cannot be told."""

_TOKEN = re.compile(
    r"[ \t\r\n]*(?:(?P<always>24/7)"
    r"|(?P<clock>[0-9]{1,2}(?::[0-9]{2}){1,2}(?: ?[ap]\.?m\b\.?)?|[0-9]{1,2} ?[ap]\.?m\b\.?)"
    r"|(?P<dash>[-–—]|to\b|through\b)|(?P<word>[A-Za-z]+)\.?|(?P<mark>[,;:|&/]))",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """A piece of the text."""

    kind: str
    text: str


def read_text(node: Node, notes: Notes) -> list[Rule] | None:
    """The rules of a text; `None`, and a note, where it cannot be read.

    >>> read_text(Node("Mo-Tu 09:00-12:00 We closed"), Notes())
    [([0, 1], [Range(start=540, end=720, state=<State.OPEN: 'open'>, note='')]), ([2], [])]
    """
    text = " ".join(node.text[: LONGEST + 1].split())
    tokens = _tokens(text) if len(text) <= LONGEST else None
    rules = _Parser(tokens, node, notes).rules() if tokens else None
    if rules is None:
        rules = _sign(node.text, node, notes) if 0 < len(node.text) <= LONGEST else None
    if rules is None:
        notes.tell("unreadable-hours", node.pointer, f"{shown(text)} cannot be read as opening hours")
    return rules


def read_days(text: str) -> list[int] | None:
    """The days that a text names and says no hours of; `None` where it is no such text.

    >>> read_days("Sa-Mo"), read_days("Funday")
    ([5, 6, 0], None)
    """
    tokens = _tokens(text) if len(text) <= LONGEST else None
    rules = _Parser(tokens, Node(text), Notes()).rules() if tokens else None
    return (
        rules[0][0]
        if rules and len(rules) == 1 and all(t.kind in ("word", "dash", "mark") for t in tokens or ())
        else None
    )


def whole(piece: Range, node: Node, notes: Notes) -> Range:
    """A range, which is the whole day where it ends with the day's last minute and begins with the first."""
    if piece[:2] != LAST_MINUTE:
        return piece
    notes.tell("whole-day", node.pointer, "00:00-23:59 is read as the whole day")
    return piece._replace(end=DAY)


def _tokens(text: str) -> list[Token] | None:
    out: list[Token] = []
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            return None
        kind = found.lastgroup or ""
        out.append(Token(kind, found[kind].lower()))
        at = found.end()
    return out


def _sign(text: str, node: Node, notes: Notes) -> list[Rule] | None:
    """The rules of a text that is no `openingHours`, but a sign that people read."""
    from clinic_hours.text.reading import read_hours

    try:
        reading = read_hours(text)
    except (HoursSyntaxError, InvalidHoursError):
        return None
    if reading.unread or reading.special_hours or reading.seasonal_hours or reading.breaks:
        return None
    notes.tell("read-as-sign", node.pointer, f"{shown(text)} is no openingHours, and is read as a sign")
    for assumption in reading.assumptions:
        notes.tell(f"sign-{assumption.code.replace('_', '-')}", node.pointer, str(assumption))
    return [([number], list(day.plain)) for number, day in enumerate(reading.regular_hours.days)]


class _MisreadError(Exception):
    """The text is none."""


class _Parser:
    def __init__(self, tokens: Sequence[Token], node: Node, notes: Notes) -> None:
        self.tokens, self.node, self.notes = [*tokens, Token("end", "")], node, notes
        self.at = 0
        self.told = Notes()

    def rules(self) -> list[Rule] | None:
        out: list[Rule] = []
        try:
            while not self._is("end"):
                out.append(self._rule())
                self._eat("mark")
        except _MisreadError:
            return None
        for note in self.told:
            self.notes.tell(note.code, note.place, note.sentence)
        return out

    def _rule(self) -> Rule:
        if self._eat("always"):
            return list(range(7)), [WHOLE_DAY]
        days = self._span()
        while True:
            marked = self._eat("mark", ",/&")
            if self._day(self._token) is None:
                self.at -= marked
                break
            days += self._span()
        self._eat("mark", ":")
        if self._token.text in ("closed", "off"):
            self.at += 1
            return days, []
        if not self._is("clock"):
            told = "days without hours are read as whole days"
            self.told.tell("whole-day", self.node.pointer, told)
            return days, [WHOLE_DAY]
        return days, self._clocks()

    def _clocks(self) -> list[Range] | None:
        ranges: list[Range] | None = []
        while True:
            opens, closes = self._clock(), self._clock(after_dash=True)
            piece = read_range(opens, closes)
            if piece is None:
                told = f"{self.node.shown} opens and closes at the same time, which is the whole day to some and none to others"
                self.told.tell("equal-times", self.node.pointer, f"{told}: it is unknown")
                ranges = None
            elif ranges is not None:
                ranges.append(whole(piece, self.node, self.told))
            if self._is("clock"):
                continue
            marked = self._eat("mark", ",;&/")
            if not self._is("clock"):
                self.at -= marked
                return ranges

    def _clock(self, after_dash: bool = False) -> int:
        if after_dash and not self._eat("dash"):
            raise _MisreadError
        minute = read_clock(Node(self._token.text, self.node.pointer), self.told) if self._is("clock") else None
        if minute is None:
            raise _MisreadError
        self.at += 1
        return minute

    def _span(self) -> list[int]:
        first = self._day(self._token)
        if first is None:
            raise _MisreadError
        self.at += 1
        if not self._is("dash"):
            return [first]
        last = self._day(self.tokens[self.at + 1])
        if last is None:
            raise _MisreadError
        self.at += 2
        return [day % 7 for day in range(first, last + 1 + 7 * (last < first))]

    def _day(self, token: Token) -> int | None:
        if token.kind != "word":
            return None
        try:
            return Weekday.parse(token.text) - 1
        except InvalidHoursError:
            return None

    @property
    def _token(self) -> Token:
        return self.tokens[self.at]

    def _is(self, kind: str) -> bool:
        return self._token.kind == kind

    def _eat(self, kind: str, marks: str = ",;:|&/") -> int:
        """Go on behind a token of a kind; 1 where there was one."""
        found = self._is(kind) and (kind != "mark" or self._token.text in marks)
        self.at += found
        return int(found)
