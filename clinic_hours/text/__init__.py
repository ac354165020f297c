r"""Words for people: signs read and written.

>>> reading = read_hours("Mon 8am-4pm\nClosed Tues-Sun")
>>> print(format_hours(reading.regular_hours))
Mon 8am-4pm
Closed Tues-Sun
"""

from clinic_hours.text.describing import describe
from clinic_hours.text.doubts import Assumption, Unread
from clinic_hours.text.reading import Reading, read_day, read_hours, read_signs
from clinic_hours.text.styles import Style
from clinic_hours.text.writing import format_hours

__all__ = [
    "Assumption",
    "Reading",
    "Style",
    "Unread",
    "describe",
    "format_hours",
    "read_day",
    "read_hours",
    "read_signs",
]
