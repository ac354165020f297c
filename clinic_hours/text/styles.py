"""How a sign is written: its words and marks, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from clinic_hours.errors import InvalidHoursError, WrongTypeError
from clinic_hours.text.locales import en


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The words and marks of written hours. What is not given is as in the built-in style `sign`.

    In `line`, `{days}` and `{hours}` stand for the days and their hours, and in the words of a status `{time}` for the time.

    >>> from clinic_hours.hours.week import WeeklyHours
    >>> from clinic_hours.text.writing import format_hours
    >>> print(format_hours(WeeklyHours.parse("Mo-Fr 08:00-12:00"), Style(line="{days}: {hours}", to=" to ", am=" a.m.")))
    Mon-Fri: 8 a.m. to noon
    Closed Sat & Sun
    """

    days: tuple[str, ...] = en.SHORT_DAYS
    """The names of the days, Monday first."""
    through: str = "-"
    """Between the first and the last day of a run."""
    longest_list: int = 3
    """The days of the longest run whose days are listed one by one."""
    comma: str = ", "
    last: str = en.LAST_OF_A_LIST
    """Before the last day of a list; `comma` stands before the others, and between two ranges of a day."""

    line: str = "{days} {hours}"
    closed_line: str = en.CLOSED_LINE
    every_day: str = en.EVERY_DAY
    always: str = en.ALWAYS
    """The line of a week that is open all the time."""
    never: str = en.NEVER
    """The line of a week that is never open."""

    whole_day: str = en.WHOLE_DAY
    by_appointment: str = en.BY_APPOINTMENT[0]
    hours_may_differ: str = en.HOURS_MAY_DIFFER[0]
    to: str = "-"
    """Between two clocks."""
    am: str = "am"
    pm: str = "pm"
    noon: str = en.NOON[0]
    midnight: str = en.MIDNIGHT[0]

    open_until: str = en.OPEN_UNTIL
    closed_until: str = en.CLOSED_UNTIL
    appointment_until: str = en.APPOINTMENT_UNTIL
    appointment_now: str = en.APPOINTMENT_NOW
    differ_until: str = en.DIFFER_UNTIL
    differ_now: str = en.DIFFER_NOW
    this_week: str = en.THIS_WEEK
    this_year: str = en.THIS_YEAR
    any_year: str = en.ANY_YEAR
    """A time on another day: within six days, within the year, and in any year."""
    months: tuple[str, ...] = en.SHORT_MONTHS


STYLES: Final = {"sign": Style()}
"""The built-in styles by their names."""


def style_of(style: str | Style) -> Style:
    """A style by its name, or itself.

    Raises `InvalidHoursError` where no built-in style has that name, `WrongTypeError` for any other thing.

    >>> style_of("sign") == Style()
    True
    """
    if isinstance(style, Style):
        return style
    if not isinstance(style, str):
        raise WrongTypeError(f"a style is the name of a built-in style or a Style, not {type(style).__name__}")
    if style not in STYLES:
        raise InvalidHoursError(
            f"no style is called {style[:40]!r}; there is {', '.join(STYLES)}, or a Style of your own"
        )
    return STYLES[style]
