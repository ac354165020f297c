"""Which dates: one type, with a constructor and a notation for each way to name them.

::

    dates      = day / span / yearly / recurrence / easter / holiday
    day        = YYYY-MM-DD                                      ; 2026-12-24
    span       = day "/" (day / "..")                            ; 2026-08-03/2026-08-14, or until further notice
    yearly     = MM-DD [ "/" MM-DD ]                             ; 12-25; 12-24/01-01 goes over the year's end
    recurrence = [ "DTSTART:" YYYYMMDD " " ] "RRULE:" rule       ; RFC 5545, by dateutil
    easter     = "easter" [ ("+" / "-") 1*DIGIT ]                ; days after or before Easter Sunday
    holiday    = country [ "-" subdivision ] ": " ( name / "*" ) [ " & observed" ]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, TypeAlias

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from clinic_hours.errors import InvalidDatesError, WrongTypeError
from clinic_hours.hours.date_kinds import DATED, Easter, Holiday, Kind, Recurring, Span, Yearly, read

DatesInput: TypeAlias = "Dates | date | str"
"""What dates may be given as."""


class Dates:
    """A set of dates, equal to another where both are written alike.

    >>> christmas = Dates.yearly("12-25")
    >>> christmas.matches(date(2031, 12, 25)), Dates.parse("12-25") == christmas
    (True, True)
    >>> Dates.easter(-2).in_range(date(2026, 1, 1), date(2026, 12, 31))
    [datetime.date(2026, 4, 3)]
    """

    __slots__ = ("_text", "kind", "runs")

    kind: Kind
    """The way in which these dates are named."""
    runs: Callable[[int, int], Iterator[tuple[int, int]]]
    """Runs of these dates that touch the ordinals from one to another, in order, both ends of each included."""
    _text: str

    def __init__(self, kind: Kind) -> None:
        for name, value in (("kind", kind), ("runs", kind.runs), ("_text", str(kind))):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("dates do not change; make others")

    @staticmethod
    def on(day: date) -> Dates:
        """One date, once: `"2026-12-24"`."""
        return Dates.between(day, day)

    @staticmethod
    def between(first: date, last: date | None) -> Dates:
        """From a date to another, both included, or until further notice: `"2026-08-03/2026-08-14"`, `"2026-08-03/.."`.

        Raises `InvalidDatesError` where the last is before the first.
        """
        return Dates(Span(_day(first), None if last is None else _day(last)))

    @staticmethod
    def yearly(first: str, last: str | None = None) -> Dates:
        """A day of every year, or a range, over the year's end where it ends before it starts: `"12-25"`, `"12-24/01-01"`.

        29 February is in leap years only; a range up to it ends on the 28th in others. Raises `InvalidDatesError` for a day
        that no year has.
        """
        return Dates(Yearly(_text(first), _text(first if last is None else last)))

    @staticmethod
    def recurring(rule: str, start: date | None = None) -> Dates:
        """The dates of an RFC 5545 recurrence, as dateutil works them out: `"RRULE:FREQ=MONTHLY;BYDAY=2SA,4SA"`.

        Without a start it matches past and future alike. Raises `InvalidDatesError` for a rule finer than a day, and for one
        that needs a start and has none.
        """
        return Dates(Recurring(_text(rule), None if start is None else _day(start)))

    @staticmethod
    def easter(offset: int = 0) -> Dates:
        """The day so many days after, or before, Easter Sunday of the western churches: `"easter-2"` is Good Friday."""
        return Dates(Easter(offset))

    @staticmethod
    def holiday(country: str, name: str, *, subdivision: str = "", observed: bool = False) -> Dates:
        """A public holiday by the name that the package `holidays` has in the calendar's own language: `"US: Christmas Day"`.

        With `observed` also the day that is taken instead, or as well: `"US: Christmas Day & observed"`. A calendar knows a span
        of years; outside of it nothing matches. Raises `UnknownHolidayError` for a name that the calendar never has, and
        `MissingExtraError` without the `holidays` extra.
        """
        return Dates(Holiday(_text(country), _text(subdivision), _text(name), observed))

    @staticmethod
    def holidays(country: str, *, subdivision: str = "", observed: bool = False) -> Dates:
        """Every public holiday of a calendar: `"US-NJ: *"`. Errors as for `holiday`."""
        return Dates.holiday(country, "*", subdivision=subdivision, observed=observed)

    @staticmethod
    def parse(text: str) -> Dates:
        """The dates that a notation says; `InvalidDatesError` tells what is wrong where it says none.

        >>> Dates.parse("DTSTART:20260105 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO").matches(date(2026, 1, 19))
        True
        """
        return Dates(read(_text(text)))

    def matches(self, day: date) -> bool:
        """Whether a date is one of these."""
        ordinal = _day(day).toordinal()
        return any(True for _ in self.runs(ordinal, ordinal))

    def in_range(self, first: date, last: date) -> list[date]:
        """These dates from `first` to `last`, both included, in order."""
        low, high = _day(first).toordinal(), _day(last).toordinal()
        days = [day for a, b in self.runs(low, high) for day in range(max(a, low), min(b, high) + 1)]
        return [date.fromordinal(day) for day in days]

    @property
    def is_single_day(self) -> bool:
        """Whether this is one dated day, which wins over every other rule."""
        return self.kind.rarity == DATED and self.kind.length == 1

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Dates) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"Dates.parse({self._text!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Dates.parse, (self._text,)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text = core_schema.chain_schema(
            [core_schema.str_schema(), core_schema.no_info_plain_validator_function(Dates.parse)]
        )
        return core_schema.json_or_python_schema(
            json_schema=text,
            python_schema=core_schema.no_info_plain_validator_function(as_dates),
            serialization=core_schema.to_string_ser_schema(when_used="always"),
        )


def as_dates(value: object) -> Dates:
    """Dates from themselves, their notation, or a `date`."""
    if isinstance(value, Dates):
        return value
    if isinstance(value, date) and not isinstance(value, datetime):
        return Dates.on(value)
    if not isinstance(value, str):
        raise InvalidDatesError(f"dates are a text such as '2026-12-24' or '12-25', not {type(value).__name__}")
    return Dates.parse(value)


def _day(value: date) -> date:
    if isinstance(value, datetime) or not isinstance(value, date):
        raise WrongTypeError(
            f"a date is meant here, not {type(value).__name__}: {str(value)[:40]!r}; write date(2026, 12, 24)"
        )
    return value


def _text(value: str) -> str:
    if not isinstance(value, str):
        raise WrongTypeError(f"a text is meant here, not {type(value).__name__}")
    return value
