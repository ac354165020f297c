"""Walks over the spans of one state on the line of wall minutes.

A walk crosses midnights, skips days that have nothing, and gives `None` only where the calendar ends. Wall minutes that no
instant shows have the state of the first one after them, so every span here lasts.
"""

from __future__ import annotations

from clinic_hours.hours.minutes import DAY, Span
from clinic_hours.timeline.compiled import Days
from clinic_hours.timeline.zone import END


class Line(Days):
    """The line of one location's wall minutes."""

    __slots__ = ()

    def code(self, minute: int) -> int:
        """The code of the state at a wall minute."""
        return self.shape(minute // DAY).table[minute % DAY]

    def start(self, minute: int, code: int) -> int:
        """The start of the span that holds a minute; 0 where it reaches the calendar's first."""
        day, of_day = divmod(minute, DAY)
        low = next(low for low, high in self.shape(day).spans[code] if low <= of_day < high)
        if low or not day:
            return day * DAY + low
        day -= 1
        spans = self.shape(day).spans[code]
        if spans == ((0, DAY),):
            partly = self.previous_day(day, code, whole=True)
            if partly is None:
                return 0
            day, spans = partly, self.shape(partly).spans[code]
        return day * DAY + (spans[-1][0] if spans and spans[-1][1] == DAY else DAY)

    def end(self, minute: int, code: int) -> int:
        """The end of the span that holds a minute; `END` where it reaches the calendar's last."""
        day, of_day = divmod(minute, DAY)
        high = next(high for low, high in self.shape(day).spans[code] if low <= of_day < high)
        if high < DAY:
            return day * DAY + high
        day += 1
        if day * DAY == END:
            return END
        spans = self.shape(day).spans[code]
        if spans == ((0, DAY),):
            partly = self.next_day(day, code, whole=True)
            if partly is None:
                return END
            day, spans = partly, self.shape(partly).spans[code]
        return day * DAY + (spans[0][1] if spans and spans[0][0] == 0 else 0)

    def following(self, minute: int, code: int) -> Span | None:
        """The first span that starts after a minute."""
        day, of_day = divmod(minute, DAY)
        spans = self.shape(day).spans[code]
        for low, high in spans:
            if low > of_day:
                start = day * DAY + low
                return start, day * DAY + high if high < DAY else self.end(start, code)
        if spans and spans[-1][1] == DAY:
            end = self.end(minute, code)
            return None if end == END else self.following(end, code)
        found = self.next_day(day + 1, code)
        if found is None:
            return None
        low, high = self.shape(found).spans[code][0]
        start = found * DAY + low
        return start, found * DAY + high if high < DAY else self.end(start, code)

    def touching(self, minute: int, code: int) -> Span | None:
        """The span that holds a minute, else the first after it."""
        if minute < END and self.code(minute) == code:
            return self.start(minute, code), self.end(minute, code)
        return self.following(minute, code) if minute < END else None

    def end_before(self, minute: int, code: int) -> int | None:
        """The last end of a span that is not after a minute, for a minute that no span holds but at its start."""
        day, of_day = divmod(minute, DAY)
        for _, high in reversed(self.shape(day).spans[code]):
            if high <= of_day:
                return day * DAY + high
        found = self.previous_day(day - 1, code)
        return None if found is None else found * DAY + self.shape(found).spans[code][-1][1]
