"""The hours of a week, and their algebra."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from clinic_hours.errors import InvalidHoursError
from clinic_hours.hours import minutes
from clinic_hours.hours.day import CLOSED, DayHours, DayInput, day_hours
from clinic_hours.hours.minutes import DAY, Span
from clinic_hours.hours.notation import Range, read_week, write_range, write_week
from clinic_hours.hours.weekday import State, Weekday

NAMES = tuple(day.name.lower() for day in Weekday)
FIELDS = set(NAMES)
EXAMPLES = ["Mo-Fr 08:00-17:00", "Mo-Fr 08:00-12:00,13:00-17:00; Sa 09:00-12:00", "24/7", "off"]
SHORT = 200
"""Characters of a notation that is worth remembering."""

WeekInput: TypeAlias = "WeeklyHours | str | Mapping[str, DayInput]"
"""What a week may be given as."""


class WeeklyHours(BaseModel):
    """The hours of the seven days; a day that is not given is closed.

    A day is given as the notation, a list of ranges or of `(opens, closes)` pairs, `[]`, or a `DayHours`. Raises pydantic's
    `ValidationError` (a `ValueError`) where hours overlap, a tail past midnight with the next day's too, Sunday's with Monday's.

    >>> week = WeeklyHours(monday="08:00-16:00", tuesday="08:00-17:00", friday=["08:00-12:00", "13:00-15:00"])
    >>> str(week)
    'Mo 08:00-16:00; Tu 08:00-17:00; Fr 08:00-12:00,13:00-15:00'
    >>> week["tue"], week[Weekday.WEDNESDAY], week.total
    (DayHours.parse('08:00-17:00'), DayHours.parse('off'), datetime.timedelta(seconds=82800))
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            monday: DayInput = CLOSED,
            tuesday: DayInput = CLOSED,
            wednesday: DayInput = CLOSED,
            thursday: DayInput = CLOSED,
            friday: DayInput = CLOSED,
            saturday: DayInput = CLOSED,
            sunday: DayInput = CLOSED,
        ) -> None: ...

    monday: DayHours = CLOSED
    tuesday: DayHours = CLOSED
    wednesday: DayHours = CLOSED
    thursday: DayHours = CLOSED
    friday: DayHours = CLOSED
    saturday: DayHours = CLOSED
    sunday: DayHours = CLOSED

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: Any) -> Any:
        if isinstance(data, str):
            return dict(zip(NAMES, _days_of(data), strict=True))
        return data

    @model_validator(mode="after")
    def _tails_fit(self) -> Self:
        _check_tails(self.days)
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        shown = handler(schema)
        if handler.mode == "serialization":
            return shown
        table = handler.resolve_ref_schema(shown)
        form = {key: table.pop(key) for key in ("type", "properties", "additionalProperties") if key in table}
        table["anyOf"] = [{"type": "string", "examples": EXAMPLES}, form]
        return shown

    @classmethod
    def parse(cls, text: str) -> "WeeklyHours":
        """The week that a notation says; `"off"` is never, `"24/7"` always.

        Raises `HoursSyntaxError` with the place, or `InvalidHoursError` where hours overlap.

        >>> WeeklyHours.parse("Mo-Fr 08:00-17:00; We off").wednesday == CLOSED
        True
        """
        return _parsed(text) if isinstance(text, str) and len(text) <= SHORT else _made(_days_of(text))

    def replace(self, **days: Any) -> "WeeklyHours":
        """The same week with other hours on some days, checked as a new one is.

        >>> str(WeeklyHours.parse("Mo-We 08:00-17:00").replace(tuesday="off"))
        'Mo,We 08:00-17:00'
        """
        return WeeklyHours(**{name: getattr(self, name) for name in NAMES} | days)

    @property
    def days(self) -> tuple[DayHours, ...]:
        """The seven days, Monday first."""
        held = self.__dict__
        return tuple([held[name] for name in NAMES])

    def __getitem__(self, day: Weekday | str) -> DayHours:
        if not isinstance(day, int):
            day = Weekday.parse(day)
        if not 1 <= day <= 7:
            raise InvalidHoursError(f"no day has the number {day}; days are 1, Monday, to 7, Sunday")
        return self.days[day - 1]

    def __str__(self) -> str:
        return write_week([day.plain for day in self.days])

    def __repr__(self) -> str:
        return f"WeeklyHours.parse({str(self)!r})"

    @property
    def total(self) -> timedelta:
        """The open time of a week on the wall clock."""
        return timedelta(minutes=sum(end - start for start, end in self._open))

    def normalized(self) -> "WeeklyHours":
        """The normal form of the open minutes: one range for each run of them, in the day on which it begins.

        A run of 24 hours or longer is cut at its midnights. Minutes of other states, and all notes, are dropped.

        >>> str(WeeklyHours.parse("Mo 22:00-24:00; Tu 00:00-02:00").normalized())
        'Mo 22:00-02:00'
        """
        return _week_of(self._open)

    def __or__(self, other: "WeeklyHours") -> "WeeklyHours":
        return self._combined(other, lambda a, b: minutes.joined([*a, *b]))

    def __and__(self, other: "WeeklyHours") -> "WeeklyHours":
        return self._combined(other, minutes.common)

    def __sub__(self, other: "WeeklyHours") -> "WeeklyHours":
        return self._combined(other, minutes.without)

    def __invert__(self) -> "WeeklyHours":
        return _week_of(minutes.without([(0, minutes.WEEK)], self._open))

    def _combined(
        self, other: "WeeklyHours", how: Callable[[Sequence[Span], Sequence[Span]], Sequence[Span]]
    ) -> "WeeklyHours":
        return _week_of(how(self._open, other._open)) if isinstance(other, WeeklyHours) else NotImplemented

    @property
    def _open(self) -> tuple[Span, ...]:
        return minutes.week_minutes([[r[:2] for r in day.plain if r.state is State.OPEN] for day in self.days])


def _week_of(spans: Sequence[Span]) -> WeeklyHours:
    return _made(day_hours(tuple(Range(*span) for span in day)) for day in minutes.week_days(spans))


def _check_tails(days: Sequence[DayHours]) -> None:
    """Refuse a tail past midnight that runs into the next day's hours, Sunday's into Monday's too."""
    for number, (day, following) in enumerate(zip(days, [*days[1:], days[0]], strict=True)):
        if not day or not following or day.ranges[-1].closes > day.ranges[-1].opens:
            continue
        last, first = day.ranges[-1].plain, following.ranges[0].plain
        if last.end - DAY > first.start:
            today, tomorrow = NAMES[number].capitalize(), NAMES[(number + 1) % 7].capitalize()
            told = f"{today}'s {write_range(*last[:2])} runs into {tomorrow}'s {write_range(*first[:2])}"
            raise InvalidHoursError(f"{told}; end the one before the other begins")


@lru_cache(maxsize=1024)
def _parsed(text: str) -> WeeklyHours:
    """The week of a notation; most weeks of a directory are those of another place."""
    return _made(_days_of(text))


def _made(days: Iterable[DayHours]) -> WeeklyHours:
    """A week of days that are known to fit."""
    return WeeklyHours.model_construct(FIELDS, **dict(zip(NAMES, days, strict=True)))


def _days_of(text: str) -> list[DayHours]:
    """The days of a notation; `InvalidHoursError` names the day where hours overlap."""
    days: list[DayHours] = []
    for name, ranges in zip(NAMES, read_week(text), strict=True):
        try:
            days.append(day_hours(ranges))
        except InvalidHoursError as error:
            raise InvalidHoursError(f"{name.capitalize()}: {error}") from None
    _check_tails(days)
    return days
