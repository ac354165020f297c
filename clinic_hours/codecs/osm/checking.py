"""The proof that rules answer as a tag does: both are asked about every day of some decades."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from clinic_hours.codecs.osm.cells import Cells, Transition
from clinic_hours.codecs.osm.lexer import FIRST_YEAR
from clinic_hours.codecs.osm.meaning import Piece
from clinic_hours.hours.minutes import DAY
from clinic_hours.timeline.kinds import Kinds
from clinic_hours.timeline.rules import Rules
from clinic_hours.timeline.shape import CODES

SINCE = date(FIRST_YEAR, 1, 1).toordinal()
"""The first day that a tag can name."""


def first_difference(cells: Cells, rules: Rules) -> date | None:
    """The first day on which rules say other states than a tag, by the wall clock; nothing where they agree from 1900 on."""
    kinds = Kinds(rules)
    for window, rows in zip(cells.windows, cells.rows, strict=False):
        shapes = kinds.shapes(window.first, len(rows) - 1)
        agreed: set[tuple[Transition, int]] = set()
        for number in range(1, len(rows)):
            shape = shapes[number - 1]
            transition = Transition(rows[number - 1], rows[number], (window.first + number - 1) % 7)
            key = (transition, id(shape))
            if key not in agreed:
                if shape.table == table(cells.said(transition).pieces):
                    agreed.add(key)
                elif window.first + number > SINCE:  # that day has a night before it which no tag can name
                    return date.fromordinal(window.first + number)
    return None


def agree(some: Rules, others: Rules) -> bool:
    """Whether two sets of rules say the same states on every day of a century, by the wall clock."""
    first, days = (date(2000, 1, 1).toordinal(), 36525)
    pairs = zip(Kinds(some).shapes(first, days), Kinds(others).shapes(first, days), strict=True)
    return all(
        one.table == other.table for one, other in {(id(one), id(other)): (one, other) for one, other in pairs}.values()
    )


@lru_cache(maxsize=1024)
def table(pieces: tuple[Piece, ...]) -> bytes:
    """The state of each minute of a day, as the timeline holds it."""
    minutes = bytearray(DAY)
    for piece in pieces:
        minutes[piece.start : piece.end] = bytes([CODES[piece.state]]) * (piece.end - piece.start)
    return bytes(minutes)
