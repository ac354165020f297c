"""A range of hours on the wall clock."""

from collections.abc import Mapping
from datetime import time
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeAlias

from pydantic import BeforeValidator, ConfigDict, PlainSerializer, Strict, WithJsonSchema, model_validator
from pydantic.dataclasses import dataclass
from pydantic_core import ArgsKwargs
from pydantic_core.core_schema import SerializationInfo

from clinic_hours.errors import HoursSyntaxError, InvalidHoursError
from clinic_hours.hours.minutes import DAY, clock
from clinic_hours.hours.notation import Range, checked_note, read_day, write_day
from clinic_hours.hours.weekday import State

CLOCK_SCHEMA = {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d(:00)?$|^24:00(:00)?$", "examples": ["08:00"]}


def as_clock(value: object) -> time:
    """A wall-clock time of whole minutes from a `time` or a text `HH:MM`, `HH:MM:00` or `24:00`, which is `time(0)`."""
    if isinstance(value, str):
        text = value.strip()
        if text in ("24:00", "24:00:00"):
            return time(0)
        if len(text) not in (5, 8) or not text.replace(":", "").isascii() or text[2::3].strip(":"):
            raise InvalidHoursError(f"{text[:40]!r} is not a clock; write it with two digits each, as 08:00")
        try:
            value = time.fromisoformat(text)
        except ValueError:
            raise InvalidHoursError(f"no clock shows {text}; 00:00 to 24:00 do") from None
    if not isinstance(value, time):
        raise InvalidHoursError(f"a clock is a text such as '08:00' or a datetime.time, not {type(value).__name__}")
    if value.second or value.microsecond:
        raise InvalidHoursError(f"hours are in whole minutes: {value.isoformat()} has seconds")
    if value.tzinfo is not None:
        raise InvalidHoursError(
            f"hours are on the location's own wall clock: {value.isoformat()} must not have a time zone"
        )
    return value if value.fold == 0 else value.replace(fold=0)


def as_opens(value: object) -> time:
    """A clock as a start, which 24:00 is not."""
    if isinstance(value, str) and value.strip() in ("24:00", "24:00:00"):
        raise InvalidHoursError(f"no day opens at {value.strip()[:40]}; write 00:00 on the next day")
    return as_clock(value)


def _write_closes(closes: time, info: SerializationInfo) -> time | str:
    return closes if info.mode == "python" else clock(_minute(closes) or DAY)


def _minute(value: time) -> int:
    return value.hour * 60 + value.minute


Opens = Annotated[
    time,
    BeforeValidator(as_opens),
    PlainSerializer(lambda t: t.strftime("%H:%M"), when_used="json"),
    WithJsonSchema(CLOCK_SCHEMA),
]
Closes = Annotated[time, BeforeValidator(as_clock), PlainSerializer(_write_closes), WithJsonSchema(CLOCK_SCHEMA)]
RangeState = Literal[State.OPEN, State.BY_APPOINTMENT, State.UNKNOWN]

RangeInput: TypeAlias = "TimeRange | str | tuple[time | str, time | str] | Mapping[str, Any]"
"""What a range may be given as."""


@dataclass(frozen=True, slots=True, repr=False, config=ConfigDict(extra="forbid", defer_build=True))
class TimeRange:
    """One range of hours, from `opens` to `closes` on the location's wall clock, in whole minutes.

    A range that closes before it opens runs past midnight, and belongs to the day on which it opens. `closes=time(0)`, written
    24:00, is the end of the day, so `TimeRange(time(0), time(0))` is a whole day. `state` is what holds in it, `note` is one
    line for people that never decides an answer. Raises pydantic's `ValidationError` (a `ValueError`) for anything else.

    >>> TimeRange(time(22), time(2))
    TimeRange.parse('22:00-02:00')
    >>> TimeRange.parse("09:00-12:00").closes
    datetime.time(12, 0)
    """

    if TYPE_CHECKING:

        def __init__(
            self, opens: time | str, closes: time | str, state: State | str = State.OPEN, note: str = ""
        ) -> None: ...

    opens: Opens
    closes: Closes
    state: RangeState = State.OPEN
    note: Annotated[
        str, Strict(), BeforeValidator(lambda note: checked_note(note) if isinstance(note, str) else note)
    ] = ""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, data: Any) -> Any:
        if isinstance(data, str):
            return _fields(only_range(data))
        if is_a(data, tuple, list) and len(data) == 2:
            data = {"opens": data[0], "closes": data[1]}
        opens, closes = _ends(data)
        if isinstance(opens, str) and isinstance(closes, str) and opens.strip()[:5] == closes.strip()[:5] == "00:00":
            raise InvalidHoursError("'00:00-00:00' is not a range; write 00:00-24:00 for the whole day, off for none")
        return data

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.opens == self.closes != time(0):
            text = f"{self.opens:%H:%M}-{self.closes:%H:%M}"
            raise InvalidHoursError(f"{text!r} is not a range; write 00:00-24:00 for the whole day, off for none")
        return self

    @classmethod
    def parse(cls, text: str) -> "TimeRange":
        """The range that a notation says; `HoursSyntaxError` where it says none, or several.

        >>> TimeRange.parse('09:00-12:00 unknown "by appointment: new patients"').note
        'new patients'
        """
        return interned(*only_range(text))

    @property
    def plain(self) -> Range:
        """The range in minutes of its day, the end past 1440 where it is past midnight.

        >>> TimeRange.parse("22:00-02:00").plain[:2]
        (1320, 1560)
        """
        start, end = _minute(self.opens), _minute(self.closes)
        return Range(start, end if end > start else end + DAY, self.state, self.note)

    def __str__(self) -> str:
        return write_day([self.plain])

    def __repr__(self) -> str:
        return f"TimeRange.parse({str(self)!r})"


def is_a(value: object, *kinds: type) -> bool:
    """`isinstance` for what comes from outside, and stays `Any` to a type checker."""
    return isinstance(value, kinds)


def only_range(text: str) -> Range:
    """The one range of a text."""
    ranges = read_day(text)
    if len(ranges) != 1:
        raise HoursSyntaxError(f"one range is meant here, and the text says {len(ranges)}", text)
    return ranges[0]


@lru_cache(maxsize=4096)
def interned(start: int, end: int, state: State, note: str) -> TimeRange:
    """The range of some plain minutes, which must be those of a range; equal ones are one object."""
    made = object.__new__(TimeRange)
    for name, value in _fields(Range(start, end, state, note)).items():
        object.__setattr__(made, name, value)
    return made


def _fields(plain: Range) -> dict[str, Any]:
    start, end, state, note = plain
    return {
        "opens": time(start // 60, start % 60),
        "closes": time(end % DAY // 60, end % 60),
        "state": state,
        "note": note,
    }


def _ends(data: Any) -> tuple[object, object]:
    """Both ends as the caller gave them, in whatever way."""
    if isinstance(data, ArgsKwargs):
        given = dict(zip(("opens", "closes"), data.args, strict=False)) | (data.kwargs or {})
        return given.get("opens"), given.get("closes")
    return (data.get("opens"), data.get("closes")) if is_a(data, dict) else (None, None)
