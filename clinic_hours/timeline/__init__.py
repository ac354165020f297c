"""Facts: when the door is really open, in instants."""

from clinic_hours.timeline.opening import Interval, Opening
from clinic_hours.timeline.questions import Questions
from clinic_hours.timeline.rules import DayPlan
from clinic_hours.timeline.status import Status

__all__ = ["DayPlan", "Interval", "Opening", "Questions", "Status"]
