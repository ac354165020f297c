"""The short way: a plain English sign, read in one pass over its pieces.

::

    sign  = [ line ] *( ( line-end / ";" ) [ line ] )
    line  = days [ ":" ] hours / "closed" [ ":" ] days
    days  = some *( ( "," [ "and" ] / "and" ) some )        ; some = day [ "to" day ] / "daily"
    hours = "closed" / range *( ( "," [ "and" ] / "and" ) range )
    range = clock "to" clock                                ; both with am or pm, or noon or midnight

What is written in any other way is read by the grammar of `arranging.py`, which reads these signs alike.
"""

from __future__ import annotations

from typing import Final

from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.notation import Range
from clinic_hours.text.adding import Rule, Week
from clinic_hours.text.clocks import span
from clinic_hours.text.cursor import MisreadError
from clinic_hours.text.lexer import Lexed
from clinic_hours.text.vocabulary import EVERY_DAY, WEAK_DAYS, Token

_SAID: Final = ("said", "word")
_ENDS: Final = ("break", "end")


class NotPlainError(Exception):
    """The sign says more than a plain one."""


def plain_week(lexed: Lexed) -> tuple[Week, int] | None:
    """The week of a plain sign, and the days that it names; nothing where the sign is not plain.

    >>> week, named = plain_week(Lexed("Mon & Tues 8am-noon; closed Sun"))
    >>> print(week.hours(), bin(named))
    Mo-Tu 08:00-12:00 0b1000011
    >>> plain_week(Lexed("Mon 8-5"))
    """
    tokens, at, week, named = lexed.tokens, 0, Week(), 0
    try:
        while tokens[at].kind == "break":
            at += 1
            if tokens[at].kind not in _ENDS:
                at, days, ranges = _line(lexed, at)
                if week.add(Rule(days, ranges, 0, 0)):
                    return None
                named |= days
    except (NotPlainError, MisreadError):
        return None
    return (week, named) if tokens[at].kind == "end" and any(week.days) else None


def _line(lexed: Lexed, at: int) -> tuple[int, int, tuple[Range, ...]]:
    """Read a line: where it ends, its days and its ranges."""
    tokens = lexed.tokens
    closed = tokens[at].kind == "closed"
    if closed:
        at += 2 if tokens[at + 1].kind == ":" else 1
    at, days = _days(lexed, at)
    if closed:
        return at, days, ()
    if tokens[at].kind == ":":
        at += 1
    if tokens[at].kind == "closed":
        return at + 1, days, ()
    at, first = _range(tokens, at)
    ranges = [first]
    while tokens[at].kind in (",", "and"):
        at, more = _range(tokens, _after_mark(tokens, at))
        if more.start < ranges[-1].end:
            raise NotPlainError
        ranges.append(more)
    return at, days, tuple(ranges)


def _days(lexed: Lexed, at: int) -> tuple[int, int]:
    """Read days: where they end, and their set."""
    tokens, days = lexed.tokens, 0
    while True:
        kind, first, form = tokens[at]
        if kind == "days" and not form:
            days |= first
        elif kind != "day" or lexed.pieces[at] in _LOWER_WEAK:
            raise NotPlainError
        elif tokens[at + 1].kind == "dash":
            at += 2
            kind, last, _ = tokens[at]
            if kind != "day" or first == last:
                raise NotPlainError
            days |= (2 << last) - (1 << first) + (EVERY_DAY if last < first else 0)
        else:
            days |= 1 << first
        at += 1
        if tokens[at].kind not in (",", "and"):
            return at, days
        at = _after_mark(tokens, at)


_LOWER_WEAK: Final = frozenset({*WEAK_DAYS, "We"})


def _after_mark(tokens: list[Token], at: int) -> int:
    """Where the next member of a list stands, after a `,`, an `and` or both."""
    return at + 2 if tokens[at].kind == "," and tokens[at + 1].kind == "and" else at + 1


def _range(tokens: list[Token], at: int) -> tuple[int, Range]:
    """Read a range whose clocks leave nothing open: where it ends, and itself."""
    if at + 2 >= len(tokens):
        raise NotPlainError
    first, dash, last = tokens[at : at + 3]
    if first.form not in _SAID or last.form not in _SAID or dash.kind != "dash" or first.value == DAY:
        raise NotPlainError
    start, end, assumed, unread = span(first, last)
    if assumed or unread:
        raise NotPlainError
    return at + 3, Range(start, end)
