"""What another library makes of a tag: `opening_hours`, of opening-hours-rs, minute by minute on the wall clock.

It knows less of the specification than is written here, so a tag is put into other words of the same meaning first:

- a comment without a state, `"by appointment"`, is unknown in the specification and open there; it is given as `unknown "…"`;
- it reads no list of days of a month, `Dec 25,26`; each day is given its month.

And it loses the hours past midnight of some nights, whichever rule they come from; see `test_notation_is_osm`.
"""

import re
from datetime import date, datetime, timedelta

import opening_hours

from clinic_hours import Location, State
from clinic_hours.hours.minutes import DAY
from clinic_hours.timeline.kinds import Kinds
from clinic_hours.timeline.shape import CODES

CLOSED, UNKNOWN, OPEN = range(3)
THERE = {"closed": CLOSED, "unknown": UNKNOWN, "open": OPEN}
HERE = {State.CLOSED: CLOSED, State.UNKNOWN: UNKNOWN, State.BY_APPOINTMENT: UNKNOWN, State.OPEN: OPEN}
TRANSLATED = bytes.maketrans(bytes(CODES[state] for state in HERE), bytes(HERE.values()))

COMMENT = re.compile(r'("[^"]*")')
DAYS_OF_A_MONTH = re.compile(r"\b([A-Z][a-z]{2}) (\d\d(?:-\d\d)?(?:,\d\d(?:-\d\d)?(?![:\d]))+)(?= |,|$)")


def in_its_words(tag: str) -> str:
    """A tag as the other library understands it.

    >>> in_its_words('Mo "by appointment"; Dec 24-26,31 off')
    'Mo unknown "by appointment"; Dec 24-26,Dec 31 off'
    """
    words = ""
    for piece in COMMENT.split(tag):
        alone = piece.startswith('"') and not words.endswith(("unknown ", "open ", "off "))
        words += f"unknown {piece}" if alone else DAYS_OF_A_MONTH.sub(_each, piece)
    return words


def _each(found: re.Match[str]) -> str:
    return ",".join(f"{found[1]} {days}" for days in found[2].split(","))


def judged(tag: str, first: date, days: int) -> bytes:
    """The state of each minute of some days, as the other library finds it in a tag."""
    start = datetime(first.year, first.month, first.day)
    end = start + timedelta(days=days)
    states = bytearray(days * DAY)
    for since, until, state, _ in opening_hours.OpeningHours(in_its_words(tag)).intervals(start, end):
        low, high = (int((min(at, end) - start).total_seconds()) // 60 for at in (since, until))
        states[low:high] = bytes([THERE[str(state)]]) * (high - low)
    return bytes(states)


def ours(place: Location, first: date, days: int) -> bytes:
    """The state of each minute of some days, as a location answers by its wall clock."""
    shapes = Kinds(place.timeline.rules).shapes(first.toordinal() - 1, days)
    return b"".join(shape.table for shape in shapes).translate(TRANSLATED)


def different_days(some: bytes, others: bytes) -> list[int]:
    """The days, from 0, on which two differ."""
    days = range(len(some) // DAY)
    return [day for day in days if some[day * DAY : day * DAY + DAY] != others[day * DAY : day * DAY + DAY]]
