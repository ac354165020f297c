"""The hours of a rule.

::

    span  = clock "-" clock [ "+" ] / clock "+"             ; `+`: and nobody knows until when
    clock = number ":" number / event / "(" event ("+" / "-") number ":" number ")"
    event = "dawn" / "sunrise" / "sunset" / "dusk"

Hours without minutes, `9-17`, are read with a note. An end may be past midnight, up to 48:00. A single clock, and a period
behind a span (`/90`), are points in time, which are no opening hours.
"""

from __future__ import annotations

from clinic_hours.codecs.osm.lexer import Token
from clinic_hours.codecs.osm.reader import Reader
from clinic_hours.codecs.osm.syntax import Clock, Event, TimeSpan

DAY = 1440
CONSTANT: dict[str, int] = {"dawn": 330, "sunrise": 360, "sunset": 1080, "dusk": 1110}
"""The minute of each event of the sun where no place is known, as OpenStreetMap's tools take it."""


class TimeReader:
    """Reads spans of hours."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def starts(self, ahead: int = 0) -> bool:
        """Whether a span of hours starts here."""
        first = self.reader.tokens[min(self.reader.at + ahead, len(self.reader.tokens) - 1)].kind
        return (
            self.reader.kinds("number", ":", ahead=ahead)
            or self.reader.kinds("number", "-", ahead=ahead)
            or first in ("event", "(")
        )

    def spans(self) -> list[TimeSpan]:
        """One span or more."""
        found = [self._span()]
        while self.reader.kind == "," and self.starts(ahead=1):
            self.reader.take()
            found.append(self._span())
        if self.reader.kinds(",", "number"):
            self.reader.take()
            self.reader.fail("a span of hours is meant here, such as 09:00-12:00")
        return found

    def _span(self) -> TimeSpan:
        reader = self.reader
        begin = reader.peek
        if reader.kinds("number", "-", "number") and not reader.kinds(":", ahead=3):
            return self._hours()
        start = self._clock()
        self._check_start(start, begin)
        if reader.kind == "+":
            reader.take()
            return self._checked(TimeSpan(start, None, open_end=True), begin)
        if reader.kinds("-", "+"):
            reader.at += 2
            return self._checked(TimeSpan(start, None, open_end=True), begin)
        if reader.kind != "-":
            reader.fail("a single clock is a point in time; opening hours are a span, such as 09:00-12:00", begin)
        reader.take()
        end = self._clock()
        if reader.kinds("/"):
            reader.fail("points in time are no opening hours: leave out the period behind /")
        open_end = reader.kinds("+") and not reader.kinds("number", "days", ahead=1)
        if open_end:
            reader.take()
        return self._checked(TimeSpan(start, end, open_end), begin)

    def _hours(self) -> TimeSpan:
        """`9-17`."""
        reader = self.reader
        begin = reader.take()
        reader.take()
        last = reader.take()
        span = TimeSpan(Clock(begin.number * 60), Clock(last.number * 60))
        self._check_start(span.start, begin)
        text = reader.text[begin.start : last.end]
        reader.note("hours-alone", begin, f"{text!r} is read as {begin.number:02}:00-{last.number:02}:00")
        return self._checked(span, begin)

    def _clock(self) -> Clock:
        reader = self.reader
        if reader.kind == "event":
            return self._event(reader.take(), 0)
        if reader.kind == "(":
            return self._calculated()
        hour = reader.expect("number", "a clock is missing here, such as 09:00")
        reader.expect(":", "a clock is written with its minutes, such as 09:00")
        minute = reader.expect("number", "a clock is written with its minutes, such as 09:00")
        if minute.number > 59 or hour.number > 48:
            reader.fail("no clock shows this", minute if minute.number > 59 else hour)
        if len(hour.text) != 2 or len(minute.text) != 2:
            reader.note("spelling", hour, f"{hour.text}:{minute.text} is read as {hour.number:02}:{minute.number:02}")
        return Clock(hour.number * 60 + minute.number)

    def _calculated(self) -> Clock:
        """`(sunset-01:30)`."""
        reader = self.reader
        reader.take()
        event = reader.expect("event", "an event of the sun is missing here, such as (sunset-01:00)")
        if reader.kind not in ("+", "-"):
            reader.fail("a time is added or taken away here, such as (sunset-01:00)")
        sign = -1 if reader.take().kind == "-" else 1
        offset = self._clock()
        reader.expect(")", "a closing bracket is missing here")
        return self._event(event, sign * offset.minute)

    def _event(self, token: Token, offset: int) -> Clock:
        name: Event = token.text  # type: ignore[assignment]
        return Clock(offset, name)

    def _check_start(self, start: Clock, token: Token) -> None:
        if not start.event and start.minute >= DAY:
            self.reader.fail("hours begin before 24:00; write what is past midnight on the next day", token)

    def _checked(self, span: TimeSpan, token: Token) -> TimeSpan:
        """The span, where it ends before the second midnight."""
        if any(end > 2 * DAY for _, end, _ in resolved(span, CONSTANT)):
            self.reader.fail("hours end before the second midnight", token)
        return span


def resolved(span: TimeSpan, sun: dict[str, int]) -> list[tuple[int, int, bool]]:
    """The minutes of a span, its end past 1440 where it is past midnight, and whether they are a guess behind an open end.

    An end at its start is 24 hours later. An open end is guessed as OpenStreetMap's tools do: to midnight, ten hours from 17:00
    on, eight from 22:00 on.

    >>> resolved(TimeSpan(Clock(780), Clock(1020), open_end=True), {})
    [(780, 1020, False), (1020, 1620, True)]
    """
    start = _minute(span.start, sun)
    if span.end is None:
        return [(start, _guess(start), True)]
    end = _minute(span.end, sun)
    if end < start or (end == start and not span.start.event and not span.end.event):
        end += DAY
    sure = [(start, end, False)] if start < end else []
    return [*sure, (end, _guess(end), True)] if span.open_end else sure


def _guess(start: int) -> int:
    if start >= 22 * 60:
        return start + 8 * 60
    return start + 10 * 60 if start >= 17 * 60 else DAY


def _minute(clock: Clock, sun: dict[str, int]) -> int:
    return clock.minute + sun[clock.event] if clock.event else clock.minute
