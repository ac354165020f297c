"""The proof that rules answer as a tag does: both are asked about every day of some decades."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import cycle, islice

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
        weekdays = islice(cycle(range(7)), window.first % 7, None)
        # Nearly all days are like others, so each is looked at no more than it takes to tell it apart from them.
        days = list(zip(rows, rows[1:], weekdays, map(id, shapes)))
        tables = {id(shape): shape.table for shape in shapes}
        differ = {
            day for day in dict.fromkeys(days) if tables[day[3]] != table(cells.said(Transition(*day[:3])).pieces)
        }
        if differ:
            # The night before the very first day is one that no tag can name.
            skipped = max(SINCE - window.first, 0)
            for number, day in enumerate(days[skipped:], skipped + 1):
                if day in differ:
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
