"""Dates, months and seasons of a text: `Dec 25`, `24. Dezember`, `June 1 - Aug 31`, `12/25/2026`.

::

    dates   = span / point
    span    = number "to" number month [ year ] / point "to" ( point / number ) / month "to" month
    point   = month number [ suffix ] [ [ "," ] year ] / number [ "." / suffix ] month [ year ] / digits
            / DD "." MM "." (German) / MM "/" DD (English) / DD "/" MM, where it can be nothing else
    digits  = YYYY-MM-DD / MM "/" DD "/" YYYY (English) / DD ( "/" / "." ) MM ( "/" / "." ) YYYY
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from clinic_hours.text.cursor import Cursor

LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SUFFIXES = ("st", "nd", "rd", "th", "er", "e", "o", "a", "°")


class Dated(NamedTuple):
    """Some dates in their notation; `spans` tells that they are more than a single day."""

    dates: str
    spans: bool


class Point(NamedTuple):
    """A day of a month, 0 for the whole month; a year, 0 for every year."""

    month: int
    day: int
    year: int

    def first(self) -> str:
        """The day, or the first of the month, in the notation."""
        return self._written(self.day or 1)

    def last(self) -> str:
        """The day, or the last of the month, in the notation."""
        return self._written(self.day or LAST_DAYS[self.month - 1])

    def _written(self, day: int) -> str:
        return f"{self.year:04}-{self.month:02}-{day:02}" if self.year else f"{self.month:02}-{day:02}"


def dated(c: Cursor) -> Dated | None:
    """The dates that stand here, or none, and then the cursor stays."""
    start = c.at
    days = _days_of_month(c)
    if days is not None:
        return days
    first = _point(c)
    if first is None:
        c.at = start
        return None
    after = c.at
    if c.kind == "dash":
        c.at += 1
        last = _numeric(c, sure=True) or _point(c) or _day_of(c, first)
        if last is not None:
            first, last = _in_years(first, last)
            made = _checked(f"{first.first()}/{last.last()}")
            if made:
                return made
        c.at = after
    first, last_month = _more_months(c, first)
    made = _checked(first.first() if first.day else f"{first.first()}/{last_month.last()}")
    if made is None:
        c.at = start
    return made


def _days_of_month(c: Cursor) -> Dated | None:
    """`3-14 August`, `del 1 al 31 de agosto`, and no month after which another one follows; or nothing."""
    start = c.at
    first = _day_before(c)
    if first and c.skip("dash"):
        last = _day_before(c)
        if first < last and c.kind == "month" and c.ahead().kind != "dash":
            month = c.token.value
            c.at += 1
            year = _year(c)
            made = _checked(f"{Point(month, first, year).first()}/{Point(month, last, year).last()}")
            if made is not None:
                return made
    c.at = start
    return None


def _day_before(c: Cursor) -> int:
    """The day of a month that is named after it; 0 where none stands here."""
    day = _number(c, c.token.first, 31) if c.token.kind in ("number", "clock", "ordinal") else 0
    if day:
        c.at += 1
        _skip_suffix(c)
        c.skip(".")
    return day


def _in_years(first: Point, last: Point) -> tuple[Point, Point]:
    """Two ends of a span, both with a year where one of them has one; the year's end may be between them."""
    over = (first.month, first.day) > (last.month, last.day)
    if first.year and not last.year:
        return first, last._replace(year=first.year + over)
    if last.year and not first.year:
        return first._replace(year=last.year - over), last
    return first, last


def _more_months(c: Cursor, first: Point) -> tuple[Point, Point]:
    """The first and the last of `July and August`, of months in a row."""
    last = first
    while not first.day and not first.year and c.kind in (",", "and") and c.ahead().kind == "month":
        if c.ahead().value != last.month % 12 + 1 or c.ahead(2).kind in ("number", "clock", "ordinal"):
            break
        last = Point(c.ahead().value, 0, 0)
        c.at += 2
    return first, last


def _checked(notation: str) -> Dated | None:
    """The dates, where the calendar has them, in order."""
    first, _, last = notation.partition("/")
    try:
        for day in filter(None, (first, last)):
            date.fromisoformat(day if len(day) == 10 else f"2028-{day}")
    except ValueError:
        return None
    if len(first) == 10 and last and last < first:
        return None
    return Dated(notation if last != first else first, bool(last) and last != first)


def _point(c: Cursor) -> Point | None:
    start = c.at
    found = _any_point(c)
    if found is None:
        c.at = start
    return found


def _any_point(c: Cursor) -> Point | None:
    token = c.token
    if token.kind == "date":
        c.at += 1
        return _digits(c.lexed.pieces[token.first], c.tongue.words.language)
    if token.kind == "month":
        month, after = token.value, c.ahead()
        c.at += 1
        nth_day = after.kind == "ordinal" and c.ahead().kind in ("day", "letter")
        day = _number(c, after.first, 31) if after.kind in ("number", "clock", "ordinal") and not nth_day else 0
        if day:
            c.at += 1
            _skip_suffix(c)
        return Point(month, day, _year(c))
    numeric = _numeric(c)
    if numeric:
        return numeric
    day = _number(c, token.first, 31) if token.kind in ("number", "clock", "ordinal") else 0
    if not day:
        return None
    c.at += 1
    _skip_suffix(c)
    c.skip(".")
    if c.kind != "month":
        return None
    month = c.token.value
    c.at += 1
    return Point(month, day, _year(c))


def _numeric(c: Cursor, sure: bool = False) -> Point | None:
    """`12/25` in English, `25/12` in other languages, where it can be nothing else."""
    if c.kind not in ("number", "clock"):
        return None
    piece, english = c.lexed.pieces[c.token.first], c.tongue.words.language == "en"
    slash, second = c.ahead(), c.ahead(2)
    if slash.kind != "and" or second.kind not in ("number", "clock") or c.lexed.pieces[slash.first] != "/":
        return None
    last = c.lexed.pieces[second.first]
    padded = len(piece) == len(last) == 2 and "0" in (piece[0], last[0])
    first_number, second_number = _number(c, c.token.first, 31), _number(c, second.first, 31)
    month, day = (first_number, second_number) if english else (second_number, first_number)
    if not 1 <= month <= 12 or not day or not (padded or day > 12 or sure):
        return None
    if c.ahead(3).kind == "and" or (c.ahead(3).kind == "dash" and c.ahead(5).kind != "and"):
        return None
    c.at += 3
    return Point(month, day, 0)


def _day_of(c: Cursor, first: Point) -> Point | None:
    """The end of `Dec 24-26`, a number alone."""
    token = c.token
    day = _number(c, token.first, 31) if token.kind in ("number", "clock") and first.day else 0
    if day <= first.day or c.ahead().kind == "dash":
        return None
    c.at += 1
    _skip_suffix(c)
    return Point(first.month, day, _year(c) or first.year)


def _number(c: Cursor, piece: int, most: int) -> int:
    """The number that a piece is by its digits alone; 0 where it is none."""
    text = c.lexed.pieces[piece] if piece < len(c.lexed.pieces) else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 3 and 1 <= int(text) <= most else 0


def _skip_suffix(c: Cursor) -> None:
    """Pass the `th` of `25th`."""
    token = c.token
    if token.kind != "end" and c.lexed.plain[token.first] in SUFFIXES and c.lexed.glued(token.first):
        c.at += 1


def _year(c: Cursor) -> int:
    at = c.at + (c.kind == ",")
    token = c.tokens[at]
    if token.kind != "number" or not 2000 <= token.value < 2100:
        return 0
    if c.tokens[at + 1].kind != "dash" or c.tokens[at + 2].kind in ("month", "date"):
        c.at = at + 1
        return token.value
    return 0


def _digits(piece: str, language: str) -> Point | None:
    """A date in digits alone."""
    numbers = [int(number) for number in re.split("[-./]", piece.rstrip("."))]
    if len(numbers) == 2:
        day, month, year = *numbers, 0
    elif piece[4:5] == "-":
        year, month, day = numbers
    else:
        day, month, year = numbers
        if "/" in piece and language == "en":
            day, month = month, day
        year += 2000 if year < 100 else 0
    return Point(month, day, year) if 1 <= month <= 12 and 1 <= day <= 31 else None
