"""What a text says, clause by clause: which days have which hours, under which heading."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from clinic_hours.hours.notation import Range
from clinic_hours.text.days import When
from clinic_hours.text.doubts import Assumption, Unread

WHOLE_WEEK = When()
"""The days of a clause that names none: `Open 24 hours`, `Closed`."""


class Clause(NamedTuple):
    """The hours of some days, as the text says them, and the pieces it was read from, from the first to the one before the last.

    | kind | what |
    | --- | --- |
    | `open` | the ranges are hours of these days |
    | `closed` | these days are closed |
    | `pause` | the ranges are taken out of the hours of these days; of all before it where it names none |
    | `part` | the same, of a part of the day: the hours that begin in it, where there are others |
    | `instead` | the ranges are the hours of these days instead of those before it |

    `season` are the dates on which that holds, nothing for always.
    """

    kind: str
    when: When
    ranges: tuple[Range, ...]
    first: int
    last: int
    season: str = ""


@dataclass(slots=True)
class Group:
    """What stands under one heading: its name, the pieces from its first to the one before its last, and what it says."""

    name: str = ""
    first: int = 0
    last: int = 0
    clauses: list[Clause] = field(default_factory=list[Clause])
    assumed: list[Assumption] = field(default_factory=list[Assumption])
    unread: list[Unread] = field(default_factory=list[Unread])
    named: int = 0
