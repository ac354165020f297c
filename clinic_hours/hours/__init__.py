"""Rules: what the sign on the door says, on the wall clock."""

from clinic_hours.hours.dates import Dates
from clinic_hours.hours.day import CLOSED, OPEN_24_HOURS, DayHours
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.hours.time_range import TimeRange
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.hours.weekday import State, Weekday

__all__ = [
    "CLOSED",
    "OPEN_24_HOURS",
    "Break",
    "Dates",
    "DayHours",
    "SeasonalHours",
    "SpecialHours",
    "State",
    "TimeRange",
    "Weekday",
    "WeeklyHours",
]
