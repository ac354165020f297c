"""Opening hours of clinics: is it open, when does it open next, what does the sign say."""

from typing import TYPE_CHECKING, Any

from clinic_hours.errors import (
    AssumedHoursWarning,
    ClinicHoursError,
    HoursSyntaxError,
    InvalidDatesError,
    InvalidHoursError,
    InvalidWindowError,
    MissingExtraError,
    NaiveDatetimeError,
    NotRepresentableError,
    UnknownHolidayError,
    UnknownTimezoneError,
    WrongTypeError,
)
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.day import CLOSED, OPEN_24_HOURS, DayHours
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.hours.time_range import TimeRange
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.hours.weekday import State, Weekday
from clinic_hours.location import Address, Location, Service
from clinic_hours.timeline.opening import Interval, Opening
from clinic_hours.timeline.rules import DayPlan
from clinic_hours.timeline.status import Status

if TYPE_CHECKING:
    from clinic_hours.clinic import Clinic
    from clinic_hours.text import Reading, format_hours, read_hours

_WORDS = ("Reading", "format_hours", "read_hours")


def __getattr__(name: str) -> Any:
    """The names of `clinic_hours.text` and `clinic_hours.clinic`, loaded when they are first asked for."""
    if name in _WORDS:
        from clinic_hours import text

        return getattr(text, name)
    if name == "Clinic":
        from clinic_hours.clinic import Clinic

        return Clinic
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "CLOSED",
    "OPEN_24_HOURS",
    "Address",
    "AssumedHoursWarning",
    "Break",
    "Clinic",
    "ClinicHoursError",
    "Dates",
    "DayHours",
    "DayPlan",
    "HoursSyntaxError",
    "Interval",
    "InvalidDatesError",
    "InvalidHoursError",
    "InvalidWindowError",
    "Location",
    "MissingExtraError",
    "NaiveDatetimeError",
    "NotRepresentableError",
    "Opening",
    "Reading",
    "SeasonalHours",
    "Service",
    "SpecialHours",
    "State",
    "Status",
    "TimeRange",
    "UnknownHolidayError",
    "UnknownTimezoneError",
    "Weekday",
    "WeeklyHours",
    "WrongTypeError",
    "format_hours",
    "read_hours",
]
