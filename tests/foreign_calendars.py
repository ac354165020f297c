"""Calendars of other programs, made of their lines, and what is read of them."""

from typing import Any

from clinic_hours.codecs import Decoded, icalendar
from formats_table import shown

START, HOUR = "DTSTART:20260105T080000", "DURATION:PT1H"
"""A Monday at eight, and how long it lasts."""


def event(*lines: str, kind: str = "VEVENT") -> str:
    return "\r\n".join([f"BEGIN:{kind}", *lines, f"END:{kind}"])


def calendar(*lines: str) -> str:
    return event("X-WR-CALNAME:A", *lines, kind="VCALENDAR")


def decode(*events: str, **how: Any) -> Decoded[Any]:
    return icalendar.decode(calendar(*events), **how)


def read(*events: str, **how: Any) -> str:
    return " / ".join(shown(decode(*events, **how).value))


def told(*events: str, **how: Any) -> list[tuple[str, str]]:
    return [(note.code, note.place) for note in decode(*events, **how).notes]
