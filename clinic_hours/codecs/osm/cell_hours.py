"""The hours that open on each weekday of each cell of a tag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from clinic_hours.codecs.osm.cells import Cell, Cells, Transition
from clinic_hours.codecs.osm.meaning import Piece, ranges
from clinic_hours.errors import InvalidHoursError
from clinic_hours.hours.day import CLOSED, DayHours, day_hours
from clinic_hours.hours.minutes import DAY, Span, without
from clinic_hours.hours.notation import Range
from clinic_hours.hours.week import NAMES, WeeklyHours

Place = tuple[Cell, int]
"""A cell and a weekday."""


@dataclass
class CellHours:
    """The hours that open on each weekday of each cell, worked out from what the tag says of it and of the day after.

    With `whole_nights` hours that go on past midnight are one range of the day on which they start; else all are cut there.
    """

    cells: Cells
    whole_nights: bool
    hours: dict[Place, DayHours] = field(default_factory=dict[Place, DayHours])
    why_closed: dict[Place, str] = field(default_factory=dict[Place, str])
    cuts: dict[Place, tuple[Span, ...]] = field(default_factory=dict[Place, tuple[Span, ...]])

    def __post_init__(self) -> None:
        lasts = self._lasts()
        mine: dict[Place, list[Piece]] = {}
        ends: dict[Place, dict[Transition, int]] = {}
        for transition in self.cells.transitions:
            said = self.cells.said(transition)
            today, before = (transition.today, transition.weekday), (transition.yesterday, (transition.weekday - 1) % 7)
            first = said.pieces[0] if said.pieces and said.pieces[0].tail else None
            going_on = self.whole_nights and first is not None and _goes_on(lasts.get(before), first)
            ends.setdefault(before, {})[transition] = first.end if first and going_on else 0
            pieces = list(said.pieces[1:] if going_on else said.pieces)
            mine[today] = max(mine.get(today, []), pieces, key=_length)
            self.why_closed[today] = said.why_closed
        for place, pieces in mine.items():
            self.hours[place] = day_hours(tuple(self._with_tail(list(ranges(pieces)), ends.get(place, {}), mine)))

    def _lasts(self) -> dict[Place, Piece]:
        """The last piece of each day, where it reaches midnight."""
        found: dict[Place, Piece] = {}
        for transition in self.cells.transitions:
            pieces = self.cells.said(transition).pieces
            if pieces and pieces[-1].end == DAY:
                found[transition.today, transition.weekday] = pieces[-1]
        return found

    def _with_tail(
        self, hours: list[Range], ends: dict[Transition, int], mine: dict[Place, list[Piece]]
    ) -> list[Range]:
        """The hours of a day with what runs on into the next: as much as any next day lets run on; others cut it."""
        longest = max(ends.values(), default=0)
        if not longest:
            return hours
        for transition, end in ends.items():
            if end < longest:
                place = (transition.today, transition.weekday)
                free = without([(end, longest)], [(piece.start, piece.end) for piece in mine[place]])
                self.cuts[place] = tuple(sorted({*self.cuts.get(place, ()), *free}))
        return [*hours[:-1], hours[-1]._replace(end=DAY + longest)]

    def cut_cells(self) -> dict[Cell, tuple[Span, ...]]:
        """What is cut off the night before, for each cell, the same on each of its weekdays."""
        found: dict[Cell, set[Span]] = {}
        for (cell, _), spans in self.cuts.items():
            found.setdefault(cell, set()).update(spans)
        return {cell: tuple(sorted(spans)) for cell, spans in found.items() if spans}

    def week(self, cell: Cell, under: WeeklyHours | None = None) -> WeeklyHours:
        """The week of a cell.

        A weekday that it never has is as its others where they are alike, else as in the week under it.
        """
        uniform = self.uniform(cell)
        days = under.days if under else [CLOSED] * 7
        if uniform is not None and under:
            days = [uniform] * 7
        filled = {name: self.hours.get((cell, number), days[number]) for number, name in enumerate(NAMES)}
        try:
            return WeeklyHours(**filled)
        except ValidationError as error:
            raise InvalidHoursError(error.errors()[0]["msg"].removeprefix("Value error, ")) from None

    def differing(self, cell: Cell, under: WeeklyHours) -> frozenset[int]:
        """The weekdays of a cell on which its hours are others than those of a week."""
        return frozenset(day for day in range(7) if self.hours.get((cell, day), under.days[day]) != under.days[day])

    def uniform(self, cell: Cell) -> DayHours | None:
        """The hours of a cell where they are the same on all of its weekdays."""
        found = {hours for (other, _), hours in self.hours.items() if other == cell}
        return found.pop() if len(found) == 1 else None

    def reason(self, cell: Cell) -> str:
        """The comment of what closes a cell."""
        return next((why for (other, _), why in self.why_closed.items() if other == cell and why), "")


def _goes_on(last: Piece | None, tail: Piece) -> bool:
    """Whether a tail goes on with the last piece of the day before, in less than a day together."""
    return (
        last is not None
        and tail.start == 0
        and tail.end < last.start
        and (tail.state, tail.note) == (last.state, last.note)
    )


def _length(pieces: Sequence[Piece]) -> int:
    """The minutes of a day's pieces: of two readings of a day, the shorter one was hidden by the night before."""
    return sum(piece.end - piece.start for piece in pieces)
