"""The ways to name dates, each with its notation; `Dates` is the one type around them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from calendar import isleap
from collections.abc import Iterable, Iterator
from datetime import date

from clinic_hours.errors import InvalidDatesError, WrongTypeError
from clinic_hours.hours import holiday as calendars
from clinic_hours.hours.recurrence import Recurrence, easter_day

Run = tuple[int, int]
"""The first and the last of some dates in a row, as ordinals."""

LAST = date.max.toordinal()
FOREVER = 10 * LAST
"""A length for dates without an end, longer than any other."""

EVERYWHERE = (LAST, 1)
"""Bounds of dates that repeat themselves with the calendar from its first day to its last."""
NOWHERE = (1, LAST)
"""Bounds of dates that never do so."""

DATED, ONCE_A_YEAR, MONTHLY, WEEKLY = range(4)
"""How rare dates are, the rarest first: it decides between two rules for one date."""

FORMS = "2026-12-24, 2026-08-03/2026-08-14, 12-25, 12-24/01-01, easter-2, US: Thanksgiving Day, RRULE:FREQ=MONTHLY;BYDAY=1TH"
OBSERVED = " & observed"


class Kind(ABC):
    """One way to name dates; its text is the notation.

    `length` is the days of one run, in a leap year where that matters. `bounds` are the ordinals
    before and after which the dates repeat themselves with the calendar, every `cycles` of 400 years.
    """

    __slots__ = ()

    @property
    @abstractmethod
    def rarity(self) -> int:
        """How rare these dates are, `DATED` to `WEEKLY`."""

    @property
    def length(self) -> int:
        return 1

    @property
    def bounds(self) -> Run:
        return EVERYWHERE

    @property
    def cycles(self) -> int:
        return 1

    @abstractmethod
    def runs(self, first: int, last: int) -> Iterator[Run]:
        """Runs of these dates that touch the ordinals `first` to `last`, in order."""

    @abstractmethod
    def __str__(self) -> str:
        """The notation of these dates."""


class Span(Kind):
    """From one date to another, both included; without a last date, until further notice."""

    __slots__ = ("first", "last")

    def __init__(self, first: date, last: date | None) -> None:
        if last is not None and last < first:
            raise InvalidDatesError(f"the dates {first}/{last} end before they start; write {last}/{first}")
        self.first, self.last = first, last

    @property
    def rarity(self) -> int:
        return DATED

    @property
    def length(self) -> int:
        return FOREVER if self.last is None else (self.last - self.first).days + 1

    @property
    def bounds(self) -> Run:
        return self.first.toordinal(), (self.last or self.first).toordinal()

    def runs(self, first: int, last: int) -> Iterator[Run]:
        low, high = self.first.toordinal(), LAST if self.last is None else self.last.toordinal()
        if low <= last and high >= first:
            yield low, high

    def __str__(self) -> str:
        if self.last is None:
            return f"{self.first}/.."
        return str(self.first) if self.first == self.last else f"{self.first}/{self.last}"


class Yearly(Kind):
    """A day or a range of every year."""

    __slots__ = ("first", "last", "text")

    def __init__(self, first: str, last: str) -> None:
        self.first, self.last = _month_day(first), _month_day(last)
        self.text = first.strip() if self.first == self.last else f"{first.strip()}/{last.strip()}"

    @property
    def rarity(self) -> int:
        return ONCE_A_YEAR

    @property
    def length(self) -> int:
        low, high = self._run(2028)
        return high - low + 1

    def _run(self, year: int) -> Run:
        """The run that begins in a year; its end is before its start where the year has none."""
        over = self.last < self.first
        low = _ordinal(year, *self.first) + (self.first == (2, 29) and not isleap(year))
        high = _ordinal(year + over, *self.last)
        return low, high

    def runs(self, first: int, last: int) -> Iterator[Run]:
        # A run may begin in the year before.
        over = self.last < self.first
        for year in range(date.fromordinal(max(first, 1)).year - over, date.fromordinal(min(last, LAST)).year + 1):
            low, high = self._run(year)
            if low <= high and low <= last and high >= first:
                yield max(low, 1), min(high, LAST)

    def __str__(self) -> str:
        return self.text


class OfYears(Kind):
    """Dates that are worked out a year at a time."""

    __slots__ = ()

    @property
    def rarity(self) -> int:
        return ONCE_A_YEAR

    @abstractmethod
    def year(self, year: int) -> Iterable[Run]:
        """The runs of a year, in order."""

    def runs(self, first: int, last: int) -> Iterator[Run]:
        low, high = date.fromordinal(max(first, 1)).year, date.fromordinal(min(last, LAST)).year
        for year in range(low, high + 1):
            if low < year < high:
                yield from self.year(year)
            else:
                yield from [run for run in self.year(year) if run[0] <= last and run[1] >= first]


class Recurring(OfYears):
    """The dates of a recurrence rule."""

    __slots__ = ("rule",)

    def __init__(self, rule: str, start: date | None) -> None:
        self.rule = Recurrence(rule, start)

    @property
    def rarity(self) -> int:
        return {"YEARLY": ONCE_A_YEAR, "MONTHLY": MONTHLY}.get(self.rule.frequency, WEEKLY)

    @property
    def bounds(self) -> Run:
        return self.rule.bounds

    @property
    def cycles(self) -> int:
        return self.rule.cycles

    def year(self, year: int) -> list[Run]:
        return self.rule.year(year)

    def __str__(self) -> str:
        start = f"DTSTART:{str(self.rule.start).replace('-', '')} " if self.rule.start else ""
        return f"{start}RRULE:{self.rule.text}"


class Easter(OfYears):
    """A day counted from Easter Sunday."""

    __slots__ = ("offset",)

    def __init__(self, offset: int) -> None:
        if not isinstance(offset, int) or isinstance(offset, bool):
            raise WrongTypeError(f"the days after Easter are a whole number, not {type(offset).__name__}")
        if abs(offset) > 250:
            raise InvalidDatesError(f"easter{offset:+} is no day near Easter; write easter-250 to easter+250")
        self.offset = offset

    @property
    def bounds(self) -> Run:
        return NOWHERE

    def year(self, year: int) -> list[Run]:
        # The offset may reach over the year's end.
        new_year = _ordinal(year, 1, 1)
        days = [easter_day(near) + self.offset for near in (year - 1, year, year + 1) if 1 <= near <= 9999]
        return [(day, day) for day in days if new_year <= day < _ordinal(year + 1, 1, 1)]

    def __str__(self) -> str:
        return f"easter{self.offset:+}" if self.offset else "easter"


class Holiday(OfYears):
    """A public holiday, or all of a calendar."""

    __slots__ = ("country", "name", "observed", "subdivision")

    def __init__(self, country: str, subdivision: str, name: str, observed: bool) -> None:
        self.country, self.subdivision, self.name, self.observed = country, subdivision, name.strip(), observed
        calendars.check_calendar(country, subdivision)
        if self.name != "*":
            calendars.check_name(country, subdivision, self.name)

    @property
    def bounds(self) -> Run:
        first, last = calendars.check_calendar(self.country, self.subdivision)
        return date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()

    def year(self, year: int) -> list[Run]:
        days = calendars.days(self.country, self.subdivision, self.name, self.observed, year)
        return [(day, day) for day in days]

    def __str__(self) -> str:
        where = f"{self.country}-{self.subdivision}" if self.subdivision else self.country
        return f"{where}: {self.name}{OBSERVED * self.observed}"


def _ordinal(year: int, month: int, day: int) -> int:
    """The ordinal of a date; 29 February is the 28th in a common year, and years outside of the calendar are at its edges."""
    if not 1 <= year <= 9999:
        return 0 if year < 1 else LAST + 1
    return date(year, month, 28 if (month, day) == (2, 29) and not isleap(year) else day).toordinal()


def _month_day(text: str) -> tuple[int, int]:
    text = text.strip()
    try:
        if len(text) != 5 or not (text[:2] + text[3:]).isdigit():
            raise ValueError
        day = date.fromisoformat(f"2028-{text}")
    except ValueError:
        raise InvalidDatesError(
            f"no year has the day {text[:40]!r}; write month and day with two digits each, as 12-25"
        ) from None
    return day.month, day.day


def _full_day(text: str) -> date:
    try:
        if len(text) != 10 or not (text[:4] + text[5:7] + text[8:]).isdigit():
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidDatesError(f"{text[:40]!r} is not a date; write it as 2026-12-24") from None


def read(text: str) -> Kind:
    """The dates that a notation says."""
    text = text.strip()
    if text.upper().startswith(("RRULE:", "DTSTART:", "FREQ=")):
        return _read_recurrence(text)
    if text.startswith("easter"):
        return _read_easter(text)
    if ":" in text:
        return _read_holiday(text)
    first, slash, last = (part.strip() for part in text.partition("/"))
    if len(first) == 10 and first[:4].isdigit():
        if not slash:
            return Span(_full_day(first), _full_day(first))
        return Span(_full_day(first), None if last == ".." else _full_day(last))
    if len(first) == 5 and first[2] == "-":
        return Yearly(first, last if slash else first)
    raise InvalidDatesError(f"no dates are written {text[:60]!r}; dates are written {FORMS}")


def _read_recurrence(text: str) -> Recurring:
    start = None
    if text.upper().startswith("DTSTART:"):
        given, _, text = text[len("DTSTART:") :].partition("RRULE:" if "RRULE:" in text else "rrule:")
        given = given.strip()
        start = _full_day(f"{given[:4]}-{given[4:6]}-{given[6:]}" if given.isdigit() else given)
    return Recurring(text, start)


def _read_easter(text: str) -> Easter:
    offset = text.removeprefix("easter").replace(" ", "")
    if offset and not (offset[0] in "+-" and offset[1:].isascii() and offset[1:].isdigit() and len(offset) < 6):
        raise InvalidDatesError(f"no dates are written {text[:60]!r}; write easter, easter-2 or easter+39")
    return Easter(int(offset or 0))


def _read_holiday(text: str) -> Holiday:
    where, _, name = text.partition(":")
    country, _, subdivision = where.strip().partition("-")
    observed = name.endswith(OBSERVED)
    name = name.removesuffix(OBSERVED).strip()
    if not name:
        raise InvalidDatesError(f"{text[:60]!r} names no holiday; write its name, or * for all: US: Thanksgiving Day")
    return Holiday(country, subdivision, name, observed)
