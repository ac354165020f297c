"""The hours of one day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from pydantic import ConfigDict, GetJsonSchemaHandler, model_serializer, model_validator
from pydantic.dataclasses import dataclass
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import ArgsKwargs, CoreSchema

from clinic_hours.errors import InvalidHoursError
from clinic_hours.hours.minutes import DAY, first_overlap, mergeable
from clinic_hours.hours.notation import APPOINTMENT, Range, read_day, write_day, write_range
from clinic_hours.hours.time_range import RangeInput, TimeRange, interned, is_a
from clinic_hours.hours.weekday import State

DayInput: TypeAlias = "DayHours | Sequence[RangeInput] | RangeInput"
"""What a day's hours may be given as."""


@dataclass(frozen=True, slots=True, repr=False, config=ConfigDict(extra="forbid", defer_build=True))
class DayHours:
    """The hours that open on one day: ranges in order, none overlapping another; no range at all is a closed day.

    Touching ranges of one state and note are one. Made from ranges in any form: a `TimeRange`, the notation, a pair of clocks,
    a mapping with `opens` and `closes`. Raises pydantic's `ValidationError` (a `ValueError`) where two of them overlap.

    >>> DayHours(["08:00-12:00", ("12:00", "17:00")])
    DayHours.parse('08:00-17:00')
    >>> bool(CLOSED), len(DayHours.parse("08:00-12:00,13:00-17:00"))
    (False, 2)
    """

    if TYPE_CHECKING:

        def __init__(self, ranges: Iterable[RangeInput] = ()) -> None: ...

    ranges: tuple[TimeRange, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_any(cls, data: Any) -> Any:
        if isinstance(data, str):
            return {"ranges": DayHours.parse(data).ranges}
        if is_a(data, TimeRange) or (is_a(data, Mapping) and "opens" in data):
            return {"ranges": (data,)}
        if is_a(data, list, tuple):
            return {"ranges": tuple(data)}
        if not is_a(data, ArgsKwargs, Mapping, DayHours):
            raise InvalidHoursError(
                f"a day's hours are a text such as '08:00-17:00', or a list of ranges, not {type(data).__name__}"
            )
        return data

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        object.__setattr__(self, "ranges", tuple(interned(*r) for r in normal(r.plain for r in self.ranges)))
        return self

    @model_serializer
    def _as_text(self) -> str:
        return str(self)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        shown = handler(schema)
        if handler.mode == "serialization":
            return shown
        ranges = handler.resolve_ref_schema(shown)["properties"]["ranges"]["items"]
        text = {"type": "string", "examples": ["08:00-12:00,13:00-17:00", "off", APPOINTMENT]}
        pair = {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}
        return {
            "title": "DayHours",
            "anyOf": [text, ranges, {"type": "array", "items": {"anyOf": [text, pair, ranges]}}],
        }

    @classmethod
    def parse(cls, text: str) -> "DayHours":
        """The day's hours that a notation says: `"08:00-12:00,13:00-17:00"`, `"off"`, or `"by appointment"` for the whole day.

        Raises `HoursSyntaxError` with the place, or `InvalidHoursError` where two ranges overlap.

        >>> DayHours.parse("off") == CLOSED
        True
        """
        if isinstance(text, str) and text.strip() == APPOINTMENT:
            return day_hours((Range(0, DAY, State.BY_APPOINTMENT),))
        return day_hours(read_day(text))

    @property
    def plain(self) -> tuple[Range, ...]:
        """The ranges in minutes of the day.

        >>> [tuple(r[:2]) for r in DayHours.parse("22:00-02:00").plain]
        [(1320, 1560)]
        """
        return tuple(r.plain for r in self.ranges)

    def __str__(self) -> str:
        return write_day(self.plain)

    def __repr__(self) -> str:
        return f"DayHours.parse({str(self)!r})"

    def __iter__(self) -> Iterator[TimeRange]:
        return iter(self.ranges)

    def __len__(self) -> int:
        return len(self.ranges)


def normal(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The ranges of a day in order, touching ones of one state and note joined; `InvalidHoursError` where two overlap."""
    spans = sorted(ranges)
    overlap = first_overlap([r[:2] for r in spans])
    if overlap is not None:
        first, second = (write_range(*r[:2]) for r in spans[overlap : overlap + 2])
        raise InvalidHoursError(f"{first} and {second} overlap; write them as one range, or apart")
    out: list[Range] = []
    for span in spans:
        last = out[-1] if out else None
        if last and last.end == span.start and last[2:] == span[2:] and mergeable(last.start, span.end):
            out[-1] = last._replace(end=span.end)
        else:
            out.append(span)
    return tuple(out)


@lru_cache(maxsize=4096)
def day_hours(ranges: tuple[Range, ...]) -> DayHours:
    """The day's hours of some plain ranges, `InvalidHoursError` where two overlap; equal ones are mostly one object."""
    made = object.__new__(DayHours)
    object.__setattr__(made, "ranges", tuple([interned(*r) for r in normal(ranges)]))
    return made


CLOSED = day_hours(())
"""A day without hours."""

OPEN_24_HOURS = day_hours((Range(0, DAY),))
"""A day from midnight to midnight."""
