"""What a tag is made of: plain, frozen values, as the grammar reads them and before they mean anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Separator = Literal[";", ",", "||"]
RuleState = Literal["open", "unknown", "off"]
Event = Literal["", "dawn", "sunrise", "sunset", "dusk"]


@dataclass(frozen=True, slots=True)
class Years:
    """Calendar years from one to another, both included; without a last one, from then on. Every `step`-th of them."""

    first: int
    last: int | None
    step: int = 1


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class EasterDay:
    """A day counted from Easter Sunday."""

    offset: int = 0


@dataclass(frozen=True, slots=True)
class NthDay:
    """The nth weekday of a month, -1 the last, and days counted from it."""

    month: int
    weekday: int
    nth: int
    offset: int = 0


Point = MonthDay | EasterDay | NthDay


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both included; an Easter at the end is excluded. In one year, or in every one."""

    first: Point
    last: Point
    first_year: int | None = None
    last_year: int | None = None
    step: int = 1


@dataclass(frozen=True, slots=True)
class Months:
    """From one month to another, 1 to 12, over the year's end where the last is before the first."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Weeks:
    """ISO weeks from one to another, every `step`-th of them."""

    first: int
    last: int
    step: int = 1


@dataclass(frozen=True, slots=True)
class Holiday:
    """Public (`PH`) or school holidays (`SH`), or the day so many days after each."""

    kind: Literal["PH", "SH"]
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Days of the week, 0 for Monday to 6."""

    days: frozenset[int]


@dataclass(frozen=True, slots=True)
class NthWeekdays:
    """Some of a month's Mondays, Tuesdays …, and days counted from them."""

    weekday: int
    nths: tuple[int, ...]
    offset: int = 0


Selector = Years | Months | Span | Weeks | Holiday | Weekdays | NthWeekdays


@dataclass(frozen=True, slots=True)
class Clock:
    """Minutes of the day, or minutes after an event of the sun."""

    minute: int
    event: Event = ""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """From a clock to another; without an end, or with `open_end` beyond it, until nobody knows when."""

    start: Clock
    end: Clock | None
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: the groups of selectors must all match, of a group one; no times are the whole day."""

    separator: Separator
    groups: tuple[tuple[Selector, ...], ...]
    times: tuple[TimeSpan, ...]
    state: RuleState
    comment: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A whole tag: its text and its rules."""

    text: str
    rules: tuple[Rule, ...]
