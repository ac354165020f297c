"""Recurrence rules of RFC 5545 as sets of dates, worked out by dateutil one calendar year at a time.

A year's dates depend on its calendar alone: whether it and its neighbours are leap years, the weekday of its first day, and where
the rule's interval stands in it. So each year is worked out in the last year of the calendar with the same days, where a rule
that never matches ends at once, and remembered: a rule's whole future costs a few dozen years, whatever the rule. Easter is no
matter of the calendar; `BYEASTER` picks its days out of what the rest of the rule names.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from math import gcd
from typing import Any

from clinic_hours.errors import InvalidDatesError

LONGEST = 1000
"""Characters that a rule may have at the most."""
REMEMBERED = 512
"""Years that one rule remembers at the most."""

FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ANCHORS = ("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYEASTER")
"""Any one of these says which days of the year, month or week are meant."""
LIMITS = {
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYSETPOS": (-366, 366),
}
IN_A_CYCLE = {"YEARLY": 400, "MONTHLY": 4800, "WEEKLY": 20871, "DAILY": 146_097}
"""Years, months, weeks and days after which the calendar repeats itself."""
KEYS = (
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "BYMONTH",
    "BYWEEKNO",
    "BYYEARDAY",
    "BYMONTHDAY",
    "BYDAY",
    "BYEASTER",
    "BYSETPOS",
    "WKST",
)
"""The parts of a rule in the order in which it is written."""

Run = tuple[int, int]


class Recurrence:
    """A rule such as `FREQ=MONTHLY;BYDAY=2SA,4SA`, and the date from which it counts, if it needs one or has one.

    >>> saturdays = Recurrence("FREQ=MONTHLY;BYDAY=2SA,4SA")
    >>> [str(date.fromordinal(first)) for first, last in saturdays.year(2026)[:2]]
    ['2026-01-10', '2026-01-24']
    """

    __slots__ = ("_known", "_last", "_parts", "_rule", "_swept", "frequency", "interval", "start", "text")

    def __init__(self, text: str, start: date | None = None) -> None:
        self._parts = _checked_parts(text)
        self.text = ";".join(f"{key}={self._parts[key]}" for key in KEYS if key in self._parts)
        self.start = start
        self.frequency = self._parts["FREQ"]
        self.interval = int(self._parts.get("INTERVAL", 1))
        self._check_start()
        self._known: dict[tuple[int, int], tuple[Run, ...]] = {}
        self._last: int | None = None
        self._rule: Any = None
        self._swept: frozenset[int] | None = None

    def _check_start(self) -> None:
        if self.start is None:
            for needs in ("INTERVAL", "COUNT"):
                if needs in self._parts:
                    told = f"{needs} counts from a start, and {self.text!r} has none"
                    raise InvalidDatesError(f"{told}: write DTSTART:20260105 RRULE:{self.text}")
            if self.frequency != "DAILY" and not any(key in self._parts for key in ANCHORS):
                told = f"{self.text!r} does not say on which days"
                raise InvalidDatesError(f"{told}; add BYDAY or BYMONTHDAY, or a start: DTSTART:20260105")
        elif "UNTIL" in self._parts and _until(self._parts) < self.start.toordinal():
            raise InvalidDatesError(f"{self.text!r} ends before its start, {self.start}")

    def year(self, year: int) -> list[Run]:
        """The rule's dates in a year, as runs of ordinals in order, both ends of each included."""
        new_year = date(year, 1, 1).toordinal()
        runs = [(new_year + first, new_year + last) for first, last in self._days(year)]
        low, high = self.start.toordinal() if self.start else 1, self._end()
        if runs and (runs[0][0] < low or runs[-1][1] > high):
            runs = [(max(first, low), min(last, high)) for first, last in runs if first <= high and last >= low]
        return runs

    @property
    def bounds(self) -> Run:
        """Ordinals before and after which the rule repeats itself with the calendar, every `cycles` of it."""
        last = date.max.toordinal()
        first, end = (self.start.toordinal(), self.start.toordinal()) if self.start else (last, 1)
        if "UNTIL" in self._parts or "COUNT" in self._parts:
            return min(first, self._end()), self._end()
        return (1, last) if "BYEASTER" in self._parts else (first, end)

    @property
    def cycles(self) -> int:
        """The cycles of the calendar, of 400 years each, after which the rule's interval stands where it stood."""
        return self.interval // gcd(self.interval, IN_A_CYCLE[self.frequency])

    def _end(self) -> int:
        """The ordinal of the last date that the rule may have."""
        if self._last is None:
            last = _until(self._parts)
            if "COUNT" in self._parts and self.start is not None:
                last = min(last, self._last_counted(int(self._parts["COUNT"]), self.start))
            self._last = last
        return self._last

    def _last_counted(self, count: int, start: date) -> int:
        low = start.toordinal()
        for year in range(start.year, date.max.year + 1):
            new_year = date(year, 1, 1).toordinal()
            for first, last in self._days(year):
                begin, end = max(new_year + first, low), new_year + last
                if end - begin + 1 >= count:
                    return begin + count - 1
                count -= max(end - begin + 1, 0)
        return date.max.toordinal()

    def _days(self, year: int) -> tuple[Run, ...]:
        """The days of a year, from 0, that the rule names when nothing bounds it, as runs."""
        begin = self._begin(year)
        if begin is None:
            return ()
        model = _model_year(year)
        known = self._known.get((model, begin))
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[model, begin] = self._worked_out(model, begin)
        return self._at_easter(year, known) if "BYEASTER" in self._parts else known

    def _at_easter(self, year: int, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """The days counted from Easter that are in some runs."""
        sunday = easter_day(year) - date(year, 1, 1).toordinal()
        days = [sunday + int(offset) for offset in self._parts["BYEASTER"].split(",")]
        return tuple((day, day) for day in days if any(first <= day <= last for first, last in runs))

    def _begin(self, year: int) -> int | None:
        """The day of the year, from 0, on which the first of the rule's intervals that reach into it begins; `None` for none."""
        first = date(year, 1, 1)
        start, step = self.start or first, self.interval
        if self.frequency == "YEARLY":
            return None if (year - start.year) % step else 0
        if self.frequency == "MONTHLY":
            month = ((start.year - year) * 12 + start.month - 1) % step
            return None if month > 11 else (date(year, month + 1, 1) - first).days
        if self.frequency == "DAILY":
            day = (start - first).days % step
            return None if day > 365 else day
        week_start = WEEKDAYS.index(self._parts.get("WKST", "MO"))
        week = (start - first).days - (start.weekday() - week_start) % 7
        day = (week + 6) % (7 * step) - 6
        return None if day > 365 else day

    def _worked_out(self, year: int, begin: int) -> tuple[Run, ...]:
        if self._swept is not None and year not in self._swept:
            return ()
        if "BYEASTER" in self._parts and not any(key.startswith("BY") for key in self._parts if key != "BYEASTER"):
            # Easter picks its days out of all.
            return ((0, 364 + isleap(year)),)
        new_year = datetime(year, 1, 1)
        if not self._dateutil():
            return ()
        rule = self._dateutil().replace(dtstart=new_year + timedelta(days=begin), until=datetime(year, 12, 31))
        days = [(day - new_year).days for day in _dates(rule) if day >= new_year]
        if not days and self._swept is None:
            self._sweep()
        weeks = self._weeks
        return _runs(days if weeks is None else [day for day in days if self._in_weeks(year, day, weeks)])

    @property
    def _weeks(self) -> frozenset[int] | None:
        """The weeks that pick their days out of what the rest of the rule names; `None` where dateutil does so.

        dateutil mistakes the last week of some years for another where it reaches into January: 2011-01-01 is in week 52.
        """
        if "BYWEEKNO" not in self._parts or "BYSETPOS" in self._parts:
            return None
        return frozenset(int(number) for number in self._parts["BYWEEKNO"].split(","))

    def _in_weeks(self, year: int, day: int, weeks: frozenset[int]) -> bool:
        """Whether a day of a year, from 0, is in one of some weeks, counted from either end of the week's own year."""
        ordinal = date(year, 1, 1).toordinal() + day
        week_start = WEEKDAYS.index(self._parts.get("WKST", "MO"))
        middle = date.fromordinal(ordinal - (ordinal - 1 - week_start) % 7 + 3)
        number = (middle.timetuple().tm_yday + 6) // 7
        last = number + (date(middle.year, 12, 31) - middle).days // 7
        return number in weeks or number - last - 1 in weeks

    def _sweep(self) -> None:
        """Note the model years in which anything matches: to find none in each of them takes dateutil too long."""
        models = sorted({_model_year(year) for year in range(date.max.year - 28, date.max.year)})
        start = datetime(models[0], 1, 1) - timedelta(days=7)
        rule = self._dateutil().replace(dtstart=start, interval=1, until=datetime(models[-1], 12, 31))
        self._swept = frozenset(day.year for day in _dates(rule))

    def _dateutil(self) -> Any:
        """The rule for dateutil, without bounds, without Easter, and with its days named."""
        if self._rule is None:
            from dateutil.rrule import rrulestr

            parts = {key: value for key, value in self._parts.items() if key not in ("COUNT", "UNTIL", "BYEASTER")}
            if self._weeks is not None:
                # Those at the edges of the year, whatever dateutil takes them for.
                parts["BYWEEKNO"] = ",".join(map(str, sorted({*self._weeks, 1, 52, 53})))
            if not any(key in parts for key in ANCHORS):
                if "BYEASTER" in self._parts:
                    parts["FREQ"] = "DAILY"
                    parts.pop("INTERVAL", None)
                elif self.start is not None:
                    parts |= self._of_the_start(self.start)
            if "BYDAY" in parts and (parts["FREQ"] == "MONTHLY" or "BYMONTH" in parts):
                # No month has a weekday more than five times, and dateutil stumbles over one that is asked for.
                real = [day for day in parts["BYDAY"].split(",") if abs(int(day[:-2] or 0)) <= 5]
                parts["BYDAY"] = ",".join(real)
            if parts.get("BYDAY") == "":
                return ()
            self._rule = rrulestr(
                ";".join(f"{key}={value}" for key, value in parts.items()), dtstart=datetime(2001, 1, 1)
            )
        return self._rule

    def _of_the_start(self, start: date) -> dict[str, str]:
        """What a rule without days of its own takes from its start."""
        if self.frequency == "YEARLY":
            return {"BYMONTH": self._parts.get("BYMONTH", str(start.month)), "BYMONTHDAY": str(start.day)}
        if self.frequency == "MONTHLY":
            return {"BYMONTHDAY": str(start.day)}
        return {"BYDAY": WEEKDAYS[start.weekday()]} if self.frequency == "WEEKLY" else {}


def _dates(rule: Iterable[datetime]) -> Iterator[datetime]:
    """The dates of a rule of dateutil, which stumbles over the end of the calendar when it looks on there in vain."""
    try:
        yield from rule
    except (IndexError, ValueError):
        return


def _runs(days: list[int]) -> tuple[Run, ...]:
    """Days in order as runs."""
    runs: list[Run] = []
    for day in days:
        if runs and day == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return tuple(runs)


@lru_cache(maxsize=16384)
def easter_day(year: int) -> int:
    """The ordinal of Easter Sunday, of the western churches."""
    from dateutil.easter import easter

    return easter(year).toordinal()


@lru_cache(maxsize=16384)
def _model_year(year: int) -> int:
    """The last year of the calendar, but one at its edge, that has the same days, and leap years to the same sides."""
    return next(model for model in range(date.max.year - 1, 0, -1) if _kind(model) == _kind(year))


@lru_cache(maxsize=16384)
def _kind(year: int) -> tuple[bool, bool, bool, int]:
    return isleap(year - 1), isleap(year), isleap(year + 1), date(year, 1, 1).weekday()


def _until(parts: dict[str, str]) -> int:
    text = parts.get("UNTIL")
    return date.fromisoformat(text).toordinal() if text else date.max.toordinal()


def _checked_parts(text: str) -> dict[str, str]:
    """The parts of a rule, each in its one spelling; `InvalidDatesError` names the part that cannot be."""
    if len(text) > LONGEST:
        raise InvalidDatesError(f"a recurrence of {len(text):,} characters is too long; at most {LONGEST:,}")
    parts: dict[str, str] = {}
    for piece in text.strip().upper().removeprefix("RRULE:").split(";"):
        key, equals, value = piece.strip().partition("=")
        if not equals or key in parts:
            raise InvalidDatesError(
                f"{piece[:40]!r} in the recurrence is not one KEY=VALUE; write FREQ=MONTHLY;BYDAY=2SA,4SA"
            )
        if key not in KEYS:
            why = "dates have no clock" if key in ("BYHOUR", "BYMINUTE", "BYSECOND") else f"there are {', '.join(KEYS)}"
            raise InvalidDatesError(f"a recurrence of dates has no part {key[:40]!r}; {why}")
        parts[key] = _checked(key, value.strip())
    if parts.get("FREQ") not in FREQUENCIES:
        given = f"FREQ={parts['FREQ']} is not" if "FREQ" in parts else f"{text[:60]!r} has no FREQ;"
        raise InvalidDatesError(f"{given} a frequency of dates: {', '.join(FREQUENCIES)} are")
    if parts["FREQ"] not in ("YEARLY", "MONTHLY") and any(day[:-2] for day in parts.get("BYDAY", "").split(",")):
        raise InvalidDatesError(
            f"BYDAY={parts['BYDAY']} counts days of a month or year, so FREQ must be MONTHLY or YEARLY"
        )
    if parts["FREQ"] != "YEARLY" and ("BYEASTER" in parts or "BYWEEKNO" in parts):
        raise InvalidDatesError("BYEASTER and BYWEEKNO go with FREQ=YEARLY")
    if "BYEASTER" in parts and "BYSETPOS" in parts:
        raise InvalidDatesError("BYEASTER names its days by itself, so BYSETPOS does not go with it")
    if parts.get("INTERVAL") == "1":
        del parts["INTERVAL"]
    if parts.get("WKST") == "MO":
        del parts["WKST"]
    return parts


def _checked(key: str, value: str) -> str:
    """The value of a part in its one spelling: no leading zeros, lists in order and without doubles."""
    try:
        if key in LIMITS:
            low, high = LIMITS[key]
            numbers = sorted({int(number) for number in value.split(",")})
            if not all(low <= number <= high and number for number in numbers):
                raise ValueError
            return ",".join(map(str, numbers))
        if key in ("INTERVAL", "COUNT"):
            number = int(value)
            if not 1 <= number <= 10**9:
                raise ValueError
            return str(number)
        if key == "BYEASTER":
            return ",".join(
                map(str, sorted({int(number) for number in value.split(",") if abs(int(number)) <= 250 or int("")}))
            )
        if key == "BYDAY":
            return ",".join(sorted({_checked_day(day) for day in value.split(",")}, key=_day_order))
        if key == "UNTIL":
            return str(date.fromisoformat(f"{value[:4]}-{value[4:6]}-{value[6:8]}")).replace("-", "")
        if key == "WKST":
            return WEEKDAYS[WEEKDAYS.index(value)]
    except ValueError:
        raise InvalidDatesError(f"{key}={value[:40]} in the recurrence is not a value of {key}") from None
    return value


def _checked_day(text: str) -> str:
    """A weekday, or the nth of a month or year."""
    number, day = text.strip()[:-2], text.strip()[-2:]
    WEEKDAYS.index(day)
    if not number:
        return day
    if not 1 <= abs(int(number)) <= 53:
        raise ValueError
    return f"{int(number)}{day}"


def _day_order(day: str) -> tuple[int, int]:
    return int(day[:-2] or 0), WEEKDAYS.index(day[-2:])
