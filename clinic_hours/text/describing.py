"""The status of a door in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from clinic_hours.errors import NaiveDatetimeError, WrongTypeError
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.weekday import State
from clinic_hours.text.built_in import style_of
from clinic_hours.text.styles import Style
from clinic_hours.text.writing import Writer, capitalized, writer
from clinic_hours.timeline.opening import Interval
from clinic_hours.timeline.status import Status

NEAR = timedelta(hours=12)
"""An end that is as near as this is told without its day, also after midnight."""
MINUTE = timedelta(minutes=1)


class Manner(NamedTuple):
    """What is near enough to be told as soon, and the caller's zone."""

    closing_soon: timedelta | None = None
    opening_soon: timedelta | None = None
    timezone: tzinfo | None = None


def describe(
    status: Status,
    at: datetime,
    style: str | Style = "sign",
    locale: str | None = None,
    *,
    closing_soon: timedelta | None = None,
    opening_soon: timedelta | None = None,
    timezone: tzinfo | None = None,
) -> str:
    """A status in words, as of the instant `at`; that and every instant of the status are on the location's own clock.

    A closing time within twelve hours stands without its day, and so does an opening today. Other times have their weekday,
    from the seventh day on also the date, and the year where it is another one. The reason and the note follow in brackets.
    With `closing_soon` an end as near as that is told to be so; with `opening_soon` an opening as near as that is told in
    minutes. With `timezone` a time is told in the caller's zone as well, where it differs. Errors as for `format_hours`.

    >>> from zoneinfo import ZoneInfo
    >>> from clinic_hours.timeline.opening import Opening
    >>> christmas = datetime(2026, 12, 25, 9, tzinfo=ZoneInfo("America/New_York"))
    >>> monday = Opening((christmas.replace(day=28, hour=8), christmas.replace(day=28, hour=16)))
    >>> closed = Status(State.CLOSED, None, monday.start, monday, "Christmas Day")
    >>> describe(closed, christmas)
    'Closed, opens Mon 8am (Christmas Day)'
    >>> describe(closed, christmas.replace(day=28, hour=7, minute=40), opening_soon=timedelta(minutes=30))
    'Closed, opens in 20 minutes (Christmas Day)'
    """
    if not isinstance(at, datetime):
        raise WrongTypeError(
            f"a status is described as of an instant, a datetime with a time zone, not {type(at).__name__}"
        )
    if at.utcoffset() is None:
        raise NaiveDatetimeError(
            "a status is described as of an instant: give the datetime a time zone, as datetime(…, tzinfo=zone)"
        )
    return described(writer(style_of(style, locale)), status, at, manner_of(closing_soon, opening_soon, timezone))


def manner_of(closing_soon: timedelta | None, opening_soon: timedelta | None, timezone: tzinfo | None) -> Manner:
    """What is soon, and whose zone it is; `WrongTypeError` for anything else than a time that passes, and a zone."""
    for soon in (closing_soon, opening_soon):
        if soon is not None and not isinstance(soon, timedelta):
            raise WrongTypeError(f"what is soon is a time such as timedelta(minutes=30), not {type(soon).__name__}")
    if timezone is not None and not isinstance(timezone, tzinfo):
        raise WrongTypeError(f"the caller's zone is a name or a tzinfo, not {type(timezone).__name__}")
    return Manner(closing_soon, opening_soon, timezone)


def described(told: Writer, status: Status, at: datetime, manner: Manner) -> str:
    """A status in the words of some writer."""
    words = _words(told, status, at, manner)
    parts = dict.fromkeys(part for part in (status.reason, status.note) if part)
    held = [told.aside(part) for part in parts]
    return words + told.style.note.format(note="; ".join(held)) if held else words


def _words(told: Writer, status: Status, at: datetime, manner: Manner) -> str:
    style, state, until = told.style, status.state, status.until
    if state is State.CLOSED:
        start = status.next_opening.start if status.next_opening else None
        if start is None:
            return style.never or capitalized(style.said("closed"))
        pattern, away = style.said("closed_until"), Interval((at, start)).duration
        if manner.opening_soon is not None and away <= manner.opening_soon:
            pattern = style.said("opening_soon")
        return _told(told, pattern, start, at, _opening, manner)
    pattern, now = {
        State.OPEN: ("open_until", style.always or style.whole_day),
        State.BY_APPOINTMENT: ("appointment_until", style.by_appointment),
        State.UNKNOWN: ("differ_until", style.hours_may_differ),
    }[state]
    if until is None:
        return capitalized(now or style.said(pattern))
    soon = manner.closing_soon
    if state is State.OPEN and soon is not None and Interval((at, until)).duration <= soon:
        pattern = "closing_soon"
    return _told(told, style.said(pattern), until, at, _end, manner)


def _told(
    told: Writer,
    pattern: str,
    when: datetime,
    at: datetime,
    how: Callable[[Writer, datetime, datetime], str],
    manner: Manner,
) -> str:
    """A pattern with its time, in the caller's zone as well where that differs; `{minutes}` counts one that has begun."""
    time = how(told, when, at)
    away = -(Interval((at, when)).duration // -MINUTE)
    theirs = _moved(when, at, manner.timezone)
    if theirs is not None:
        time = told.style.said("your_time").format(time=time, yours=how(told, *theirs))
    minutes = told.with_digits(_in_minutes(away, told.style.locale)) if "{minutes}" in pattern else ""
    return pattern.format(time=time, minutes=minutes)


def _moved(when: datetime, at: datetime, timezone: tzinfo | None) -> tuple[datetime, datetime] | None:
    """Two instants on the caller's clock; nothing where none is given, where it shows the same, and beyond the calendar."""
    if timezone is None:
        return None
    try:
        theirs = when.astimezone(timezone)
        return None if theirs.utcoffset() == when.utcoffset() else (theirs, at.astimezone(timezone))
    except OverflowError:
        return None


def _in_minutes(minutes: int, locale: str) -> str:
    if locale.partition("_")[0] == "en":
        return f"in {minutes} minute{'s' * (minutes != 1)}"
    from clinic_hours.text import cldr

    return cldr.in_minutes(minutes, locale)


def _opening(told: Writer, start: datetime, at: datetime) -> str:
    words = _at(told, start.hour * 60 + start.minute)
    return words if start.date() == at.date() else _on(told, start.date(), words, at)


def _end(told: Writer, end: datetime, at: datetime) -> str:
    """The time of an end; midnight is the end of the day before."""
    style, midnight = told.style, end.hour == end.minute == 0
    minute = end.hour * 60 + end.minute + DAY * midnight
    day = end.date() - timedelta(days=midnight)
    if day == at.date() or Interval((at, end)).duration <= NEAR:
        return _phrase(told, minute, style.until, style.until_one, style.until_word)
    return _on(told, day, _at(told, minute), at)


def _at(told: Writer, minute: int) -> str:
    return _phrase(told, minute, told.style.at, told.style.at_one, told.style.at_word)


def _phrase(told: Writer, minute: int, usual: str, one: str, word: str) -> str:
    """A clock in its phrase, which may be another one at one o'clock, and for a word."""
    hour, past = divmod(minute % DAY, 60)
    named = not past and {0: told.style.midnight, 12: told.style.noon}.get(hour)
    is_one = hour == 1 or (hour == 13 and "{H" not in told.style.clock)
    pattern = word if word and named else one if one and is_one else usual
    return pattern.format(clock=told.clock(minute))


def _on(told: Writer, day: date, clock: str, at: datetime) -> str:
    near = (day - at.date()).days < 7
    words = told.style.days[day.weekday()] if near else date_words(told, day, at.date())
    return told.style.moment.format(day=words, clock=clock)


def date_words(told: Writer, day: date, today: date) -> str:
    """A date, with its year where that is not today's.

    >>> told = writer(Style())
    >>> date_words(told, date(2026, 12, 24), date(2026, 11, 23)), date_words(told, date(2027, 1, 4), date(2026, 11, 23))
    ('Thurs Dec 24', 'Mon Jan 4, 2027')
    """
    style = told.style
    pattern = style.date if day.year == today.year else style.date_with_year
    return told.with_digits(
        pattern.format_map(
            {
                "weekday": style.days[day.weekday()],
                "month": style.months[day.month - 1],
                "year": day.year,
                "day": day.day,
                "dd": f"{day.day:02}",
                "M": day.month,
                "MM": f"{day.month:02}",
            }
        )
    )
