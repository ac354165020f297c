"""The status of a door in words."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from clinic_hours.errors import NaiveDatetimeError, WrongTypeError
from clinic_hours.hours.weekday import State
from clinic_hours.text.styles import Style, style_of
from clinic_hours.text.writing import Writer, writer
from clinic_hours.timeline.opening import Interval
from clinic_hours.timeline.status import Status

SOON = timedelta(hours=12)
"""An end that is as near as this is told without its day, also after midnight."""


def describe(status: Status, at: datetime, style: str | Style = "sign") -> str:
    """A status in words, as of the instant `at`; that and every instant of the status are on the location's own clock.

    A closing time within twelve hours stands without its day, and so does an opening today. Other times have their weekday,
    from the seventh day on also the date, and the year where it is another one. The reason and the note follow in brackets.

    >>> from zoneinfo import ZoneInfo
    >>> from clinic_hours.timeline.opening import Opening
    >>> christmas = datetime(2026, 12, 25, 9, tzinfo=ZoneInfo("America/New_York"))
    >>> monday = Opening((christmas.replace(day=28, hour=8), christmas.replace(day=28, hour=16)))
    >>> describe(Status(State.CLOSED, None, monday.start, monday, "Christmas Day"), christmas)
    'Closed, opens Mon 8am (Christmas Day)'
    """
    if not isinstance(at, datetime):
        raise WrongTypeError(
            f"a status is described as of an instant, a datetime with a time zone, not {type(at).__name__}"
        )
    if at.utcoffset() is None:
        raise NaiveDatetimeError(
            "a status is described as of an instant: give the datetime a time zone, as datetime(…, tzinfo=zone)"
        )
    told = writer(style_of(style))
    words = _words(told, status, at)
    why = "; ".join(dict.fromkeys(part for part in (status.reason, status.note) if part))
    return f"{words} ({why})" if why else words


def _words(told: Writer, status: Status, at: datetime) -> str:
    style, state = told.style, status.state
    if state is State.CLOSED:
        start = status.next_opening.start if status.next_opening else None
        return style.closed_until.format(time=_opening(told, start, at)) if start else style.never
    later, now = {
        State.OPEN: (style.open_until, style.always),
        State.BY_APPOINTMENT: (style.appointment_until, style.appointment_now),
        State.UNKNOWN: (style.differ_until, style.differ_now),
    }[state]
    return later.format(time=_end(told, status.until, at)) if status.until else now


def _opening(told: Writer, start: datetime, at: datetime) -> str:
    clock = told.clock(start.hour * 60 + start.minute)
    return clock if start.date() == at.date() else _on(told, start.date(), clock, at)


def _end(told: Writer, end: datetime, at: datetime) -> str:
    """The time of an end; midnight is the end of the day before."""
    clock = told.clock(end.hour * 60 + end.minute)
    midnight = end.hour == end.minute == 0
    day = end.date() - timedelta(days=midnight)
    return clock if day == at.date() or Interval((at, end)).duration <= SOON else _on(told, day, clock, at)


def _on(told: Writer, day: date, clock: str, at: datetime) -> str:
    style = told.style
    days = (day - at.date()).days
    words = style.this_week if days < 7 else style.this_year if day.year == at.year else style.any_year
    month = style.months[day.month - 1]
    return words.format(weekday=style.days[day.weekday()], month=month, day=day.day, year=day.year, clock=clock)
