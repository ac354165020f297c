"""What a reading says, in one line: the hours, then what was assumed (~) and what was not read (!), each by its code."""

from clinic_hours.errors import HoursSyntaxError
from clinic_hours.text import Reading, read_hours

USUAL = ("bare_hours", "shared_am_pm")
"""Assumptions that are not worth a word here."""


def told(text: str, **options: str) -> str:
    """What is read in a text; nothing where it is refused."""
    try:
        return shown(read_hours(text, **options))
    except HoursSyntaxError:
        return "refused"


def shown(reading: Reading) -> str:
    """A reading in one line."""
    parts = [str(reading.regular_hours)]
    parts += [f"{rule.dates}: {rule.hours}" for rule in reading.special_hours]
    parts += [f"{rule.dates}: {rule.hours}" for rule in reading.seasonal_hours]
    parts += [f"{rule.dates}: without {rule.hours}" for rule in reading.breaks]
    parts += [f"~{code}" for code in dict.fromkeys(doubt.code for doubt in reading.assumptions) if code not in USUAL]
    parts += [f"!{code}" for code in dict.fromkeys(doubt.code for doubt in reading.unread)]
    return " | ".join(parts)
