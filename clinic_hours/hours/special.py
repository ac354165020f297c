"""What holds on some dates instead of the regular hours, and why; which rule wins where several name a date."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Strict
from pydantic.dataclasses import dataclass

from clinic_hours.errors import InvalidHoursError
from clinic_hours.hours.date_kinds import FOREVER
from clinic_hours.hours.dates import Dates, DatesInput
from clinic_hours.hours.day import CLOSED, DayHours, DayInput
from clinic_hours.hours.time_range import is_a
from clinic_hours.hours.week import WeekInput, WeeklyHours
from clinic_hours.hours.weekday import State


def _one_line(text: str) -> str:
    text = text.strip()
    if not text.isprintable():
        raise InvalidHoursError(f"a reason is one line of text without control characters: {text[:60]!r}")
    return text


def _times(hours: DayHours) -> DayHours:
    if not hours or any(r.state is not State.OPEN or r.note for r in hours):
        raise InvalidHoursError(f"a break is given by its times alone, such as 12:00-13:00, not {str(hours)[:60]!r}")
    return hours


def _ids(ids: Any) -> Any:
    return tuple(ids) if is_a(ids, list, set, frozenset) else ids


Reason = Annotated[str, Strict(), AfterValidator(_one_line)]
Ids = Annotated[tuple[Annotated[str, Strict()], ...], BeforeValidator(_ids)]
CONFIG = ConfigDict(extra="forbid", defer_build=True)


class Rule:
    """What the three kinds of rule share: how they are written."""

    __slots__ = ()

    def __repr__(self) -> str:
        (_, dates), (_, hours), *others = ((field.name, getattr(self, field.name)) for field in fields(self))  # type: ignore[arg-type]
        shown = [repr(str(dates)), *([] if hours == CLOSED else [repr(str(hours))])]
        shown += [f"{name}={value!r}" for name, value in others if value]
        return f"{type(self).__name__}({', '.join(shown)})"

    def __str__(self) -> str:
        return repr(self)


@dataclass(frozen=True, slots=True, repr=False, config=CONFIG)
class SpecialHours(Rule):
    """The hours of some dates instead of the regular ones, with the reason; without hours a closure.

    `except_locations` are the ids of the clinic's locations for which a clinic-wide rule does not hold.

    >>> SpecialHours("2026-12-24", "08:00-12:00", reason="Christmas Eve").hours
    DayHours.parse('08:00-12:00')
    >>> SpecialHours("12-25", reason="Christmas Day").is_closure
    True
    """

    if TYPE_CHECKING:

        def __init__(
            self, dates: DatesInput, hours: DayInput = CLOSED, reason: str = "", except_locations: Iterable[str] = ()
        ) -> None: ...

    dates: Dates
    hours: DayHours = CLOSED
    reason: Reason = ""
    except_locations: Ids = ()

    @property
    def is_closure(self) -> bool:
        """Whether nothing at all opens on these dates."""
        return not self.hours


@dataclass(frozen=True, slots=True, repr=False, config=CONFIG)
class SeasonalHours(Rule):
    """A whole week of hours that replaces the regular one on some dates; without an end, how new hours start.

    >>> SeasonalHours("06-01/08-31", "Mo-Th 08:00-16:00", reason="Summer hours").hours.friday
    DayHours.parse('off')
    """

    if TYPE_CHECKING:

        def __init__(
            self, dates: DatesInput, hours: WeekInput, reason: str = "", except_locations: Iterable[str] = ()
        ) -> None: ...

    dates: Dates
    hours: WeeklyHours
    reason: Reason = ""
    except_locations: Ids = ()


@dataclass(frozen=True, slots=True, repr=False, config=CONFIG)
class Break(Rule):
    """Wall-clock time that is taken out of every range on some dates; past midnight where it ends before it starts.

    >>> Break("RRULE:FREQ=MONTHLY;BYDAY=1TH", "12:00-13:00", reason="Staff meeting").hours
    DayHours.parse('12:00-13:00')
    """

    if TYPE_CHECKING:

        def __init__(self, dates: DatesInput, hours: DayInput, reason: str = "") -> None: ...

    dates: Dates
    hours: Annotated[DayHours, AfterValidator(_times)]
    reason: Reason = ""


def special_by_precedence(levels: Iterable[Sequence[SpecialHours]]) -> tuple[SpecialHours, ...]:
    """All special hours, the one that wins first; `levels` are the location's own rules, then the clinic's.

    A single dated day wins; else a closure wins over hours; else the rarer, the shorter, the earlier level, the one listed later.

    >>> christmas, winter = SpecialHours("12-25"), SpecialHours("2026-12-01/2027-01-31", "10:00-14:00")
    >>> special_by_precedence([[winter, christmas]])[0] == christmas
    True
    """

    def key(place: tuple[int, int, SpecialHours]) -> tuple[int, int, int, int, int]:
        level, number, rule = place
        if rule.dates.is_single_day:
            return (0, 0, 0, level, -number)
        return (1 if rule.is_closure else 2, rule.dates.kind.rarity, rule.dates.kind.length, level, -number)

    return _sorted(levels, key)


def seasonal_by_precedence(levels: Iterable[Sequence[SeasonalHours]]) -> tuple[SeasonalHours, ...]:
    """All seasons, the one that wins first: the shorter, of two without an end the later one, then as special hours."""

    def key(place: tuple[int, int, SeasonalHours]) -> tuple[int, int, int, int]:
        level, number, rule = place
        kind = rule.dates.kind
        later = -kind.bounds[0] if kind.length == FOREVER else 0
        return (kind.length, later, level, -number)

    return _sorted(levels, key)


def _sorted(levels: Iterable[Sequence[Any]], key: Callable[[tuple[int, int, Any]], Any]) -> tuple[Any, ...]:
    places = [(level, number, rule) for level, rules in enumerate(levels) for number, rule in enumerate(rules)]
    if len(places) > 1:
        places.sort(key=key)
    return tuple([rule for _, _, rule in places])
