"""Recurrences of RFC 5545: which of them are a week, and which dates the others name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from clinic_hours.codecs.icalendar.moments import Moment, Zones
from clinic_hours.codecs.icalendar.vocabulary import DAYS
from clinic_hours.errors import InvalidDatesError, NotRepresentableError
from clinic_hours.hours.dates import Dates

LONGEST = 500
"""Characters of a rule at the most."""
MOST_DATES = 400
"""Dates of a rule with an end that are told one by one; what has more stays a rule."""
MOST_RULES = 500
"""Rules of a calendar that are the same in no week at the most; each takes some milliseconds to be worked out."""
FAR = 100 * 366
"""Days after its start for which the dates of a rule that ends are told one by one."""

_UNTIL = re.compile(r"[0-9]{8}(?:T[0-9]{4}(?:[0-9]{2})?Z?)?")


class Budget:
    """How many rules that are no week may still be worked out."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = MOST_RULES

    def spend(self, place: str) -> None:
        """Count one rule; `NotRepresentableError` where there are too many."""
        if not self.left:
            raise NotRepresentableError(f"{place}: more than {MOST_RULES:,} events recur without being a week")
        self.left -= 1


class Rule(NamedTuple):
    """A recurrence: its parts but COUNT and UNTIL, where it begins, how many dates it has, and the last it may have."""

    parts: dict[str, str]
    start: date
    times: int | None
    last: date | None

    @property
    def text(self) -> str:
        """The rule without its end."""
        return ";".join(f"{key}={value}" for key, value in self.parts.items())

    @property
    def is_bounded(self) -> bool:
        """Whether it ends."""
        return self.times is not None or self.last is not None

    @property
    def week(self) -> tuple[int, ...] | None:
        """The days of the week, from 0, of a rule that is the same in every week; `None` for another."""
        kept = self.parts.keys() <= {"FREQ", "BYDAY", "WKST", "INTERVAL"} and self.parts.get("INTERVAL", "1") == "1"
        named = self.parts.get("BYDAY", "")
        if not kept or self.parts["FREQ"] not in ("WEEKLY", "DAILY"):
            return None
        if not named:
            return (self.start.weekday(),) if self.parts["FREQ"] == "WEEKLY" else tuple(range(7))
        return tuple(sorted({DAYS.index(day) for day in named.split(",")})) if {*named.split(",")} <= {*DAYS} else None

    def last_of_week(self, days: tuple[int, ...]) -> date | None:
        """The last date of a rule that is the same in every week."""
        if self.times is None:
            return self.last
        weeks, more = divmod(self.times - 1, len(days))
        after = sorted((day - self.start.weekday()) % 7 for day in days)[more]
        left = (date.max - self.start).days
        return self.start + timedelta(days=min(weeks * 7 + after, left))

    def dates(self) -> Dates:
        """All dates of the rule as a set; `InvalidDatesError` where it is no rule of dates."""
        ends = f";COUNT={self.times}" if self.times else f";UNTIL={self.last:%Y%m%d}" if self.last else ""
        return Dates.recurring(self.text + ends, self.start)

    def few(self) -> list[date] | None:
        """The dates of a rule that ends; `None` where it does not, or they are too many to be told one by one."""
        if not self.is_bounded or (self.times or 0) > MOST_DATES:
            return None
        last = min(self.last or date.max, moved(self.start, FAR))
        runs = Dates.recurring(self.text, self.start).runs(self.start.toordinal(), last.toordinal())
        days = list(islice(_days(runs, self.start, last), self.times or MOST_DATES + 1))
        complete = len(days) == self.times or last == self.last
        return days if complete and len(days) <= MOST_DATES else None


def _days(runs: Iterator[tuple[int, int]], first: date, last: date) -> Iterator[date]:
    low, high = first.toordinal(), last.toordinal()
    for begin, end in runs:
        for day in range(max(begin, low), min(end, high) + 1):
            yield date.fromordinal(day)


def rule_of(text: str, start: Moment, shift: int, zones: Zones) -> Rule:
    """The rule of a value; `shift` are the days from the start on the event's own clock to that on the place's.

    Raises `InvalidDatesError` where it is no rule of dates.
    """
    parts = _parts(text)
    for key, own in (("BYHOUR", (start.minute or 0) // 60), ("BYMINUTE", (start.minute or 0) % 60), ("BYSECOND", 0)):
        # Some programs say again at what time it begins.
        if parts.get(key) == str(own):
            del parts[key]
    count = parts.pop("COUNT", None)
    last = _last(parts.pop("UNTIL", None), start)
    made = Rule(parts, moved(start.day, shift), None, last and moved(last, shift))
    made.dates()
    if count is not None:
        if not (count.isascii() and count.isdigit() and int(count[:12]) > 0):
            raise InvalidDatesError(f"COUNT={count[:20]} is no number of dates")
        made = made._replace(times=min(int(count[:12]), 10**7), last=None)
    if not shift:
        return made
    days = made.week if "BYDAY" in parts else ()
    if days is None or made.parts["FREQ"] not in ("WEEKLY", "DAILY"):
        raise InvalidDatesError("it recurs on the dates of another time zone")
    named = ",".join(DAYS[(day + shift) % 7] for day in days)
    return made._replace(parts=parts | ({"BYDAY": named} if named else {}))


def moved(day: date, days: int) -> date:
    """A date some days later or earlier, at the edge of the calendar where it would be beyond.

    >>> moved(date.max, 1) == date.max
    True
    """
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _parts(text: str) -> dict[str, str]:
    if len(text) > LONGEST:
        raise InvalidDatesError(f"a recurrence of {len(text):,} characters is too long; at most {LONGEST:,}")
    parts: dict[str, str] = {}
    for piece in text.strip().strip(";").upper().split(";"):
        key, equals, value = (part.replace(" ", "") for part in piece.partition("="))
        if not equals or key in parts:
            raise InvalidDatesError(f"{piece[:40]!r} in the recurrence is not one KEY=VALUE")
        parts[key] = value
    if "BYEASTER" in parts:
        raise InvalidDatesError("RFC 5545 has no BYEASTER")
    return parts


def _last(text: str | None, start: Moment) -> date | None:
    """The last date on which an event may begin."""
    if text is None:
        return None
    try:
        if _UNTIL.fullmatch(text) is None:
            raise ValueError
        day = date(int(text[:4]), int(text[4:6]), int(text[6:8]))
        if len(text) == 8:
            return day
        until = Moment(day, int(text[9:11]) * 60 + int(text[11:13]), "UTC" if text.endswith("Z") else start.zone)
        until = until.on(start.zone)
    except ValueError:
        raise InvalidDatesError(f"UNTIL={text[:20]} is no date") from None
    earlier = until.minute is not None and until.minute < (start.minute or 0)
    return until.day - timedelta(days=1) if earlier and until.day > date.min else until.day
