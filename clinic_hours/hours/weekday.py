"""The days of the week, and the states of a door."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from clinic_hours.errors import InvalidHoursError, WrongTypeError


class Weekday(IntEnum):
    """A day of the week, numbered as ISO 8601 and `date.isoweekday()` do: Monday is 1, Sunday is 7.

    >>> Weekday.parse("tue"), Weekday(7).code
    (<Weekday.TUESDAY: 2>, 'Su')
    """

    MONDAY = 1
    TUESDAY = 2
    WEDNESDAY = 3
    THURSDAY = 4
    FRIDAY = 5
    SATURDAY = 6
    SUNDAY = 7

    @property
    def code(self) -> str:
        """The two letters of the day in the notation: `Mo` … `Su`."""
        return self.name[:2].capitalize()

    @classmethod
    def parse(cls, text: str) -> Weekday:
        """The day that an English name or a beginning of two letters or more names, in upper or lower case.

        Raises `InvalidHoursError` where no day is written so.

        >>> Weekday.parse("Thurs")
        <Weekday.THURSDAY: 4>
        """
        if not isinstance(text, str):
            raise WrongTypeError(
                f"the name of a day is a text, not {type(text).__name__}; write 'monday', 'mon' or 'Mo'"
            )
        name = text.strip().rstrip(".").upper()
        for day in cls:
            if len(name) >= 2 and day.name.startswith(name):
                return day
        raise InvalidHoursError(f"no day is written {text[:40]!r}; write 'monday', 'mon' or 'Mo'")


class State(StrEnum):
    """What holds at an instant. A range of hours carries one of the first three; what no range covers is closed.

    >>> State.BY_APPOINTMENT == "by_appointment"
    True
    """

    OPEN = "open"
    """Anyone may come in."""
    BY_APPOINTMENT = "by_appointment"
    """Only who has an appointment; `is_open` is false."""
    UNKNOWN = "unknown"
    """Hours may differ: call first; `is_open` is false."""
    CLOSED = "closed"
    """Nobody is there."""


PRECEDENCE = (State.OPEN, State.BY_APPOINTMENT, State.UNKNOWN, State.CLOSED)
"""Where two states meet on the time line, the one that stands first here holds."""
