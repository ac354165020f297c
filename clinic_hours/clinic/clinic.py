"""A clinic: several locations, and the rules they share."""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from clinic_hours.clinic.fit import misfits
from clinic_hours.clinic.holidays import UndecidedHoliday, undecided_holidays
from clinic_hours.clinic.upgrading import VERSION
from clinic_hours.errors import InvalidClinicError, InvalidDatesError
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.day import CLOSED, DayHours
from clinic_hours.hours.special import SeasonalHours, SpecialHours
from clinic_hours.location import Location
from clinic_hours.location.given import (
    Line,
    Seasonal,
    Special,
    WebAddress,
    Zone,
    one_line,
    unknown_id,
)
from clinic_hours.timeline.instant import day_of, instant_of


def _as_day(value: object) -> object:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            pass
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise InvalidDatesError(f"{str(value)[:40]!r} is not a date; write it as 2026-11-02")


class Clinic(BaseModel):
    r"""Several locations of one practice, the rules they share, and when a person last confirmed it all.

    Ask `clinic["main"]`, or each `location in clinic`: these have the clinic's zone and its rules in them, but where a rule's
    `except_locations` names their id. The field `locations` holds them as they were given, with their own rules alone. An id that
    is left out is made from the name. Raises pydantic's `ValidationError` (a `ValueError`), which names the field.

    >>> clinic = Clinic(
    ...     name="Riverside Dermatology",
    ...     timezone="America/New_York",
    ...     special_hours=[SpecialHours("12-25", reason="Christmas Day", except_locations=["urgent-care"])],
    ...     locations=[
    ...         {"name": "Main office", "regular_hours": "Mon-Fri 8am-4pm"},
    ...         {"name": "Urgent care", "regular_hours": "Daily 8am-8pm"},
    ...     ],
    ... )
    >>> christmas = date(2026, 12, 25)
    >>> [str(location.hours_on(christmas)) for location in clinic]
    ['off', '08:00-20:00']
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, str_strip_whitespace=True)
    __slots__ = ("_bound",)

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            schema_version: Literal[1] = 1,
            timezone: str | ZoneInfo | None = None,
            phone: str = "",
            url: str | None = None,
            checked_on: date | str | None = None,
            special_hours: Iterable[SpecialHours | Mapping[str, Any]] = (),
            seasonal_hours: Iterable[SeasonalHours | Mapping[str, Any]] = (),
            locations: Iterable[Location | Mapping[str, Any]] = (),
        ) -> None: ...

    schema_version: Literal[1] = VERSION
    name: Annotated[str, Field(min_length=1), AfterValidator(one_line)]
    timezone: Zone | None = None
    phone: Line = ""
    url: WebAddress | None = None
    checked_on: Annotated[date, BeforeValidator(_as_day)] | None = None
    special_hours: tuple[Special, ...] = ()
    seasonal_hours: tuple[Seasonal, ...] = ()
    locations: tuple[Location, ...] = ()

    @model_validator(mode="after")
    def _fits(self) -> Self:
        found = [told for _, told in misfits(self)]
        if found:
            raise InvalidClinicError("; and ".join(found))
        return self

    def __getitem__(self, id: str) -> Location:
        """A location by its id, with the clinic's zone and rules in it; `UnknownIdError` names near ones."""
        bound = self._locations()
        if id not in bound:
            raise unknown_id(id, "location", bound, self.name)
        return bound[id]

    def __iter__(self) -> Iterator[Location]:  # type: ignore[override]
        """The locations in order, with the clinic's zone and rules in them."""
        return iter(self._locations().values())

    def __len__(self) -> int:
        return len(self.locations)

    def __contains__(self, id: object) -> bool:
        return id in self._locations()

    def __bool__(self) -> bool:
        return True

    def open_locations(self, at: datetime | None = None) -> tuple[Location, ...]:
        """The locations that are open at an instant, in order.

        >>> clinic = Clinic(name="Riverside", timezone="UTC", locations=[{"name": "Main office", "regular_hours": "24/7"}])
        >>> [location.id for location in clinic.open_locations()]
        ['main-office']
        """
        at = instant_of(at)
        return tuple(location for location in self if location.is_open(at))

    def next_to_open(self, after: datetime | None = None) -> Location | None:
        """The location whose next opening starts first, strictly after an instant; of two the one that stands first.

        `None` where none ever opens again. Ask it for the opening: `clinic.next_to_open(after).next_opening(after)`.
        """
        after = instant_of(after)
        openings = ((location.next_opening(after), location) for location in self)
        # By instant: two datetimes of one zone compare by their wall clocks.
        starts = [(of.start.astimezone(UTC), location) for of, location in openings if of and of.start]
        return min(starts, key=lambda pair: pair[0])[1] if starts else None

    def undecided_holidays(self, first: date, last: date) -> list[UndecidedHoliday]:
        """The public holidays on which a location would be open and no rule says so on purpose, from a date to another.

        Looked up are the calendars of each address's country and region, and those that rules name. A rule decides a holiday
        where it closes it, or names its date alone, as a dated day, a day of every year or a holiday does; so does one that names
        the date alone and excepts the location. Needs the `holidays` extra.

        >>> address = {"country": "US", "region": "NJ"}
        >>> office = {"name": "Main office", "regular_hours": "Mon-Fri 8am-4pm", "address": address}
        >>> clinic = Clinic(name="Riverside", timezone="America/New_York", locations=[office])
        >>> [str(holiday) for holiday in clinic.undecided_holidays(date(2026, 11, 20), date(2026, 12, 31))]
        ['2026-11-26 Thanksgiving Day: main-office would be open', '2026-12-25 Christmas Day: main-office would be open']
        """
        return undecided_holidays(self, day_of(first), day_of(last))

    def is_stale(self, on: date, after: timedelta = timedelta(days=365)) -> bool:
        """Whether, on a date, it is longer ago than `after` that a person confirmed these hours, or nobody ever did.

        >>> Clinic(name="Riverside", checked_on=date(2026, 11, 2)).is_stale(date(2027, 12, 1))
        True
        """
        return self.checked_on is None or day_of(on) - self.checked_on > after

    def replace(self, **changes: Any) -> Self:
        """A checked copy with other values for some fields."""
        return type(self)(**{name: getattr(self, name) for name in self.model_fields_set} | changes)

    def with_special(
        self,
        dates: Dates | date | str,
        hours: DayHours | str = CLOSED,
        reason: str = "",
        *,
        locations: Iterable[str] | None = None,
    ) -> Self:
        """A copy with special hours on top, for every location or for some by their ids; a closure where no hours are given.

        >>> office = {"name": "Main office", "regular_hours": "Mon-Fri 8am-4pm"}
        >>> clinic = Clinic(name="Riverside", timezone="America/New_York", locations=[office])
        >>> clinic.with_special("2026-11-24", reason="Snow")["main-office"].plan_on(date(2026, 11, 24)).reason
        'Snow'
        """
        if locations is None:
            rule = {"dates": dates, "hours": hours, "reason": reason}
            return self.replace(special_hours=(*self.special_hours, rule))
        some = {self[id].key for id in locations}
        changed = (one.with_special(dates, hours, reason) if one.key in some else one for one in self.locations)
        return self.replace(locations=tuple(changed))

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Self:
        """The clinic in a file: TOML, JSON or YAML, by the ending of its name.

        Raises `ClinicFileError` with every mistake at once, `UnknownFormatError`, `MissingExtraError` for YAML without its extra
        and for a public holiday without its, and what `open` raises. What was assumed to read hours is an `AssumedHoursWarning`.
        """
        from clinic_hours.clinic.loading import load

        return load(cls, path)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Save the clinic in the format of the file's ending, whole or not at all: `Clinic.load(path) == clinic`.

        A TOML file that holds a clinic already is edited: what did not change keeps its words and its order, and every line of
        comment stays, those of what is taken out too. Tables of one list come together if others stand between them. Raises
        `ClinicFileError` where that TOML file has mistakes, `FileChangedError` where someone else changes it meanwhile, and what
        the system says where it cannot be written; the file is then as it was.
        """
        from clinic_hours.clinic.saving import save

        save(self, path)

    @classmethod
    def model_json_schema(cls, *args: Any, **options: Any) -> dict[str, Any]:
        """The JSON Schema of a clinic file, complete enough that an editor completes and validates one with it."""
        from clinic_hours.clinic.schema import described

        return described(super().model_json_schema(*args, **options))

    def _locations(self) -> dict[str, Location]:
        # A slot, which no copy takes over: a copy with other rules must not answer with the old ones.
        bound: dict[str, Location] | None = getattr(self, "_bound", None)
        if bound is None:
            bound = {location.key: self._of_this_clinic(location) for location in self.locations}
            object.__setattr__(self, "_bound", bound)
        return bound

    def _of_this_clinic(self, location: Location) -> Location:
        # Of two rules that rank alike the one listed later wins, so the location's own come last.
        key = location.key
        special = tuple(rule for rule in self.special_hours if key not in rule.except_locations)
        seasonal = tuple(rule for rule in self.seasonal_hours if key not in rule.except_locations)
        return location.model_copy(
            update={
                "id": key,
                "timezone": location.timezone or self.timezone,
                "special_hours": special + location.special_hours,
                "seasonal_hours": seasonal + location.seasonal_hours,
            }
        )

    def __repr_args__(self) -> Any:
        return [(name, getattr(self, name)) for name in type(self).model_fields if name in self.model_fields_set]
