"""What a reading is not sure of: what it assumed, and what it could not read.

The codes of assumptions:

| code | what |
| --- | --- |
| `bare_hours` | a clock without am or pm: `8-5` |
| `shared_am_pm` | an am or pm that stands at one clock and holds for both: `8-11am` |
| `overlap_joined` | hours of a day that overlap others of it, joined with them |
| `closed_exception` | a day that is closed although earlier hours were for more days, this one among them |

The codes of what is unread:

| code | what |
| --- | --- |
| `unknown_text` | a word or mark that says neither days nor hours, or stands where it makes no sense |
| `cut_short` | a line that ends where something more is needed: `Mon 8am-` |
| `missing_days` | hours, and no days |
| `missing_hours` | days, and no hours |
| `not_a_clock` | a number that no clock shows |
| `not_a_range` | a range that ends where it begins, or of days from one to itself |
| `morning_or_evening` | clocks without am or pm that may be either |
| `overlap` | hours that overlap others, and cannot be joined |
| `contradiction` | a day that is closed in one place and has hours in another |
| `hours_in_brackets` | a text in brackets that says more about hours than a state and a note |
| `bad_note` | a note that cannot be kept, or a bracket that is not closed |
"""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_EXCERPT = 60

WHY = {
    "unknown_text": "{} says neither days nor hours here",
    "cut_short": "something is missing at its end",
    "missing_days": "it does not say on which days",
    "missing_hours": "the hours are missing",
    "not_a_clock": "no clock shows {}",
    "not_a_range": "{} is not a range; write 'open 24 hours' (00:00-24:00) for the whole day, 'closed' for none",
    "morning_or_evening": "{} may be in the morning or in the evening; add am and pm",
    "overlap": "{}; write them as one range, or apart",
    "contradiction": "it contradicts what stands before it",
    "hours_in_brackets": "{} is more than a note; write it as a rule of its own, or put the note in quotation marks",
    "bad_note": "{}",
}
"""Why a part of the text was not read, by the code; `{}` is the offender."""

ASSUMED = {
    "overlap_joined": "{} overlaps hours before it, and was joined with them",
    "closed_exception": "{} read as an exception from the hours before it",
}
"""What was assumed of a whole rule, by the code."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that the text leaves open, and how it was read: a stable code, the place in the text, and a sentence.

    >>> print(Assumption("bare_hours", 4, 7, "'8-5' read as 08:00-17:00"))
    '8-5' read as 08:00-17:00
    """

    code: str
    start: int
    end: int
    sentence: str

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of the text that was not understood, and of which nothing was used: a stable code, the place, and a sentence.

    >>> print(Unread("missing_hours", 0, 3, "'Mon' was not read: its hours are missing"))
    'Mon' was not read: its hours are missing
    """

    code: str
    start: int
    end: int
    sentence: str

    def __str__(self) -> str:
        return self.sentence


Doubt = Assumption | Unread


def excerpt(text: str) -> str:
    r"""A piece of a text as it is shown in a sentence: on one line, in quotation marks, shortened at its end.

    >>> excerpt("Mon\n8am")
    "'Mon 8am'"
    """
    shown = "".join(c if c.isprintable() else " " for c in text[: LONGEST_EXCERPT + 1])
    return f"'{shown}'" if len(shown) <= LONGEST_EXCERPT else f"'{shown[: LONGEST_EXCERPT - 1]}…'"
