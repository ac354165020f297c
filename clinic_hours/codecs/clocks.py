"""Clocks and dates as documents write them."""

from __future__ import annotations

import re
from datetime import date

from clinic_hours.codecs.documents import Node, Notes, shown
from clinic_hours.hours.minutes import DAY, clock

LONGEST = 40
"""Characters of a clock or a date at the most."""

_CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.]?(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.[0-9]+)?)?)?"
    r" ?(?P<half>[ap]\.?m\.?)?(?P<zone> ?(?:Z|[+-][0-9]{2}:?[0-9]{2}))?",
    re.IGNORECASE,
)
_STRICT = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::00)?|24:00(?::00)?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ](.*))?")


def read_clock(node: Node, notes: Notes) -> int | None:
    """The minute of the day, from 0 to 1440, that a text shows; `None` where it shows none.

    A zone behind it is ignored, because hours are on the place's own wall clock; so are seconds, but for the last of the day.
    Other forms than HH:MM and HH:MM:00 are noted.

    >>> read_clock(Node("9:00 PM"), Notes()), read_clock(Node("25:00"), Notes())
    (1260, None)
    """
    text = " ".join(node.value.split()) if isinstance(node.value, str) and len(node.value) <= LONGEST else ""
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    minute = _minute(found)
    if minute is None:
        return None
    if found["zone"]:
        told = "the zone is ignored, because hours are on the place's own wall clock"
        notes.tell("zone-ignored", node.pointer, f"{shown(text)} is read as {clock(minute)}: {told}")
    elif not _STRICT.fullmatch(text):
        notes.tell("clock-form", node.pointer, f"{shown(text)} is read as {clock(minute)}")
    return minute


def _minute(found: re.Match[str]) -> int | None:
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    half = (found["half"] or "").lower()
    if found["minute"] is None and not half:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * half.startswith("p")
    if (hour, minute, second) == (23, 59, 59):
        return DAY
    if hour > 24 or minute > 59 or second > 60 or (hour == 24 and (minute or second)):
        return None
    return hour * 60 + minute


def read_date(node: Node, notes: Notes) -> date | None:
    """The date of a text YYYY-MM-DD, perhaps with a time behind it, which is ignored; `None` where it has none.

    >>> read_date(Node("2026-12-24T00:00:00-05:00"), Notes())
    datetime.date(2026, 12, 24)
    """
    found = _DATE.fullmatch(node.text) if len(node.text) <= LONGEST else None
    if found is None:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    if found[4] and not found[4].startswith(("00:00", "23:59")):
        notes.tell("time-of-date-ignored", node.pointer, f"{shown(node.text)} is read as the whole of {day}")
    return day
