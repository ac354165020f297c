"""Hours put together from the pieces that documents have: days, weeks, weeks of some dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from clinic_hours.codecs.documents import Node, Notes, shown
from clinic_hours.hours.day import DayHours, day_hours
from clinic_hours.hours.minutes import DAY, WEEK, clock, without
from clinic_hours.hours.notation import APPOINTMENT, DIFFER, Range, write_range
from clinic_hours.hours.week import NAMES, WeeklyHours
from clinic_hours.hours.weekday import PRECEDENCE, State

UNKNOWN_DAY = day_hours((Range(0, DAY, State.UNKNOWN),))
"""A day of which nothing is known."""
UNKNOWN_WEEK = WeeklyHours(**dict.fromkeys(NAMES, UNKNOWN_DAY))
"""The hours of a place whose regular hours a document does not tell."""


def read_range(opens: int, closes: int, note: str = "") -> Range | None:
    """A range from two clocks, past midnight where it closes before it opens; `None` where they make none.

    >>> read_range(1320, 120), read_range(540, 540)
    (Range(start=1320, end=1560, state=<State.OPEN: 'open'>, note=''), None)
    """
    if opens in (closes, DAY):
        return None
    return Range(opens, closes if closes > opens else closes + DAY, State.OPEN, note)


def spread(start: int, end: int) -> list[tuple[int, Range]]:
    """A span in minutes of the week as ranges, each with its day from 0; one of more than a day is cut at its midnights.

    >>> [(day, tuple(piece[:2])) for day, piece in spread(4 * 1440 + 1080, 6 * 1440 + 720)]
    [(4, (1080, 1440)), (5, (0, 1440)), (6, (0, 720))]
    """
    if end - start < DAY:
        return [(start // DAY % 7, Range(start % DAY, start % DAY + end - start))]
    out: list[tuple[int, Range]] = []
    end = min(end, start + WEEK)
    while start < end:
        midnight = min((start // DAY + 1) * DAY, end)
        out.append((start // DAY % 7, Range(start % DAY, start % DAY + midnight - start)))
        start = midnight
    return out


def with_unknown(ranges: Iterable[Range]) -> list[Range]:
    """The ranges of a day of which a part cannot be read: all the rest of the day is unknown."""
    held = list(ranges)
    rest = without([(0, DAY)], [piece[:2] for piece in held])
    return [*held, *(Range(start, end, State.UNKNOWN) for start, end in rest)]


def day_of(ranges: Iterable[Range], place: str, notes: Notes) -> DayHours:
    """The day of some ranges; where two overlap the better state holds, and it is noted."""
    held = sorted(set(ranges))
    overlaps = [(first, second) for first, second in pairwise(held) if second.start < first.end]
    if not overlaps:
        return day_hours(tuple(held))
    first, second = (write_range(*piece[:2]) for piece in overlaps[0])
    more = f", and {len(overlaps) - 1} more overlap" if len(overlaps) > 1 else ""
    notes.tell("overlap", place, f"{first} and {second} overlap{more}, and are read as one")
    # What a worse state would have past midnight alone opens on no minute of this day, and is left out.
    return day_hours(tuple(piece for piece in _apart(held) if piece.start < DAY))


def _apart(ranges: Iterable[Range]) -> Iterator[Range]:
    """Ranges that do not overlap: of each minute the first owner, in the order of the states. Linear, however many there are."""
    free = list(range(2 * DAY + 1))  # the first minute from each on that nobody owns yet, or a step towards it

    def next_free(minute: int) -> int:
        while free[minute] != minute:
            free[minute] = minute = free[free[minute]]
        return minute

    # The latest tail comes first, so that all that is past midnight begins before it.
    for piece in sorted(ranges, key=lambda piece: (PRECEDENCE.index(piece.state), min(DAY - piece.end, 0), piece)):
        start = next_free(piece.start)
        while start < piece.end:
            end = start
            while end < piece.end and free[end] == end:
                free[end] = end + 1
                end += 1
            yield piece._replace(start=start, end=end)
            start = next_free(end)


def week_of(days: Sequence[Iterable[Range]], place: str, notes: Notes) -> WeeklyHours:
    """The week of the ranges that open on its days, Monday first; a tail that runs into the next day's hours joins them."""
    week = [list(day_of(ranges, place, notes).plain) for ranges in days]
    for number in range(7):
        if week[number] and week[number][-1].end > DAY:
            week[number], week[(number + 1) % 7] = _joined(
                week[number], week[(number + 1) % 7], NAMES[number], place, notes
            )
    return WeeklyHours(**{name: day_hours(tuple(day)) for name, day in zip(NAMES, week, strict=True)})


def _joined(
    day: list[Range], following: list[Range], name: str, place: str, notes: Notes
) -> tuple[list[Range], list[Range]]:
    """A day that ends past midnight and the next one, without the minutes that both have; the better state holds."""
    tail = day[-1]
    over = (0, tail.end - DAY)
    worse = [piece for piece in following if PRECEDENCE.index(piece.state) > PRECEDENCE.index(tail.state)]
    others = [piece for piece in following if piece not in worse]
    kept = [*others, *(Range(*span, *piece[2:]) for piece in worse for span in without([piece[:2]], [over]))]
    if not others or others[0].start >= over[1]:
        return day, sorted(kept)
    limit = others[0].start
    told = f"{name.capitalize()}'s {write_range(*tail[:2])} runs into the hours of the next day, from {clock(limit)}"
    notes.tell("overlap", place, f"{told}, and joins them")
    rest = without([(limit, over[1])], [piece[:2] for piece in others])
    joining = [Range(*span, *tail[2:]) for span in rest]
    return [*day[:-1], tail._replace(end=DAY + limit)], sorted([*kept, *joining])


def line_of(node: Node, notes: Notes) -> str:
    r"""A text as one line without control characters, which is noted where it was none; empty where it is no text.

    >>> line_of(Node("Main office\r\n"), Notes()), line_of(Node(5), Notes())
    ('Main office', '')
    """
    text = node.text
    if text.isprintable():
        return text
    line = " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())
    notes.tell(
        "text-cleaned", node.pointer, f"{shown(text)} is read as {shown(line)}, one line without control characters"
    )
    return line


def note_of(node: Node, notes: Notes) -> str:
    """A text as the note of a range: one line, without the quotation marks and the words that the notation keeps for itself."""
    line = line_of(node, notes)
    note = line.replace('"', "'")
    note = f"({note})" if note.lower().startswith((APPOINTMENT, DIFFER)) else note
    if note != line:
        notes.tell("text-cleaned", node.pointer, f"{shown(line)} is read as {shown(note)}")
    return note
