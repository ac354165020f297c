"""What any codec must keep: the laws of the way out and back, for one value and the codec's two verbs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from hypothesis import strategies as st

from clinic_hours import Clinic, Location, Service
from clinic_hours.codecs import Note
from clinic_hours.codecs.outline import WINDOW_CODES

FIRST, UNTIL = date(2026, 2, 20), date(2026, 4, 10)
ONE_DAY = timedelta(days=1)
WINDOWS = st.dates(date(2024, 1, 1), date(2032, 12, 1)).map(lambda first: (first, first + timedelta(days=30)))
"""Windows near the dates that most drawn rules name."""

UNSAID = frozenset(("zone-lost", "last-minute"))
"""Losses that change when a door is open; all others leave that as it is."""


class Codec(NamedTuple):
    """A codec's two verbs, as the laws call them.

    `unsaid` are codes of losses that change when a door is open. `settles` are the rounds after which a document stays as it is.
    """

    encode: Callable[..., Any]
    decode: Callable[..., Any]
    unsaid: frozenset[str] = UNSAID
    settles: int = 0


def doors(value: Location | Clinic) -> Iterator[tuple[str, Location | Service]]:
    """Every location and service that answers, with its id."""
    for location in value if isinstance(value, Clinic) else [value]:
        yield location.key, location
        for service in location.services:
            yield f"{location.key}/{service.key}", location.service(service.key)


def zone_of(value: Location | Clinic) -> str | None:
    return next((door.timezone for _, door in doors(value)), None)


def check_the_way_back(codec: Codec, value: Location | Clinic, window: tuple[date, date] = (FIRST, UNTIL)) -> None:
    """`decode(encode(x))` answers as `x` in the window where no loss is noted, and is open when `x` is in any case."""
    first, until = window
    done = codec.encode(value, first=first, until=until)
    lost = {note.code for note in done.notes} - {*WINDOW_CODES}
    if lost & codec.unsaid:
        return
    again = codec.decode(done.document, timezone=zone_of(value)).value
    found = dict(doors(again))
    for (key, door), other in zip(doors(value), found.values(), strict=True):
        if lost:
            assert opened(door, first, until) == opened(other, first, until), (key, done.notes)
            continue
        assert key in found
        day = first
        while day <= until:
            ours, theirs = door.plan_on(day), other.plan_on(day)
            assert (ours.hours, ours.reason) == (theirs.hours, theirs.reason), (key, day)
            day += ONE_DAY
        start, end = window_of(door, first, until)
        assert list(door.differs_from(other, start, end)) == [], key


def check_the_fixed_point(codec: Codec, value: Location | Clinic, window: tuple[date, date] = (FIRST, UNTIL)) -> None:
    """What `encode(decode(d))` gives is given again: nothing is added, and nothing more is lost."""
    first, until = window
    made = codec.encode(value, first=first, until=until)
    for _ in range(codec.settles + 1):
        before, back = made, codec.decode(made.document, timezone=zone_of(value)).value
        made = codec.encode(back, first=first, until=until)
    assert made.document == before.document
    assert codes(made.notes) <= codes(before.notes)


def codes(notes: tuple[Note, ...]) -> set[str]:
    return {note.code for note in notes}


def opened(door: Location | Service, first: date, until: date) -> list[Any]:
    """When a door is open in a window."""
    return list(door.openings(*window_of(door, first, until)))


def window_of(door: Location | Service, first: date, until: date) -> tuple[datetime, datetime]:
    start = datetime(first.year, first.month, first.day, tzinfo=door.zone)
    return start, datetime(until.year, until.month, until.day, tzinfo=door.zone) + ONE_DAY
