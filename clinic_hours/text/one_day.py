"""The hours of one day without its name: `8am-noon, 1-5`, `closed`, `by appointment`."""

from __future__ import annotations

from clinic_hours.errors import HoursSyntaxError
from clinic_hours.hours.day import DayHours, day_hours
from clinic_hours.hours.notation import Range
from clinic_hours.text.adding import cut_out
from clinic_hours.text.cursor import Cursor, MisreadError
from clinic_hours.text.doubts import Assumption, excerpt
from clinic_hours.text.folding import folded, is_ranges, is_state, pause_in
from clinic_hours.text.hours import in_order
from clinic_hours.text.items import Item, error_in, hours_in, items
from clinic_hours.text.languages import tongue
from clinic_hours.text.lexer import Lexed


def hours_of_a_day(lexed: Lexed) -> tuple[DayHours, tuple[Assumption, ...]]:
    """Read `hours [ state ] *( [ "," ] pause ) / "closed"`; `HoursSyntaxError` with the place where the text says anything else.

    >>> hours_of_a_day(Lexed("8am-5pm, closed noon-1pm"))[0]
    DayHours.parse('08:00-12:00,13:00-17:00')
    """
    c = Cursor(lexed, tongue(lexed))
    row = folded(items(c))
    first, last = 0, len(c.tokens) - 1
    try:
        if not row:
            raise MisreadError("cut_short")
        ranges: tuple[Range, ...] = ()
        for number, item in enumerate(row):
            first, last = item.first, item.last
            ranges = _with(c, ranges, row, number)
        first = row[0].first
        return day_hours(in_order(ranges)), tuple(c.assumed)
    except MisreadError as found:
        start, end = lexed.start(c.tokens[first].first) if row else 0, 0
        if row:
            end = lexed.place(c.tokens[first].first, c.tokens[last - 1].last)[1]
        told = f"these are not the hours of a day: {found.why}"
        raise HoursSyntaxError(told, lexed.text, start, end) from None


def _with(c: Cursor, ranges: tuple[Range, ...], row: list[Item], number: int) -> tuple[Range, ...]:
    """The ranges with what an item adds to them, or takes out of them."""
    item = row[number]
    if item.kind == "!":
        raise error_in(item)
    if item.kind == "C" and len(row) == 1:
        return ()
    if number and is_state(item) and not item.joined:
        state, note = hours_in(item).ranges[0][2:]
        return tuple(r._replace(state=state, note=note) for r in ranges)
    if item.kind == "H" and (not number or is_ranges(item)):
        return (*ranges, *hours_in(item).ranges)
    if number and item.kind == "P!" and pause_in(item).days is None:
        return cut_out(ranges, pause_in(item).ranges)
    raise MisreadError("unknown_text", excerpt(c.text(item.first, item.last)))
