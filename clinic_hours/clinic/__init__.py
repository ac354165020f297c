"""A practice: several locations, the rules they share, and the one file in which somebody keeps it all."""

from clinic_hours.clinic.clinic import Clinic
from clinic_hours.clinic.holidays import UndecidedHoliday

__all__ = ["Clinic", "UndecidedHoliday"]
