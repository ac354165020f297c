"""A finite set of dates in few rules: days that come back every year, on a date, on an nth weekday, or so far from Easter.

Used for holidays that a calendar names and that only count on some dates, or the day before or after them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from clinic_hours.codecs.osm.words import WEEKDAYS
from clinic_hours.errors import NotRepresentableError
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.recurrence import easter_day

MOST = 80
"""Rules that one set of dates may need at the most."""

Run = tuple[str, int, int]
"""Parts of a recurrence, and the first and last year in which it names its day."""


def enumerated(ordinals: Iterable[int]) -> list[Dates]:
    """Rules that name some dates and no other; `NotRepresentableError` where they are too many.

    >>> [str(dates) for dates in enumerated([date(2026, 12, 25).toordinal(), date(2027, 12, 25).toordinal()])]
    ['DTSTART:20260101 RRULE:FREQ=YEARLY;UNTIL=20271231;BYMONTH=12;BYMONTHDAY=25']
    """
    left = {date.fromordinal(ordinal) for ordinal in ordinals}
    years: dict[str, dict[int, date]] = {}
    for day in left:
        for parts in _ways(day):
            years.setdefault(parts, {})[day.year] = day
    runs = [(parts, *run) for parts, of in years.items() for run in _in_a_row(sorted(of))]
    found: list[Dates] = []
    # The longest first: each rule names days that are in the set, some perhaps twice.
    for parts, first, last in sorted(runs, key=lambda run: (run[1] - run[2], run[0], run[1])):
        named = {years[parts][year] for year in range(first, last + 1)}
        if named & left:
            left -= named
            rule = f"FREQ=YEARLY;UNTIL={last:04}1231;{parts}"
            found.append(Dates.on(*named) if first == last else Dates.recurring(rule, date(first, 1, 1)))
            if len(found) > MOST:
                raise NotRepresentableError("these holidays need too many rules to be held")
    return found


def _ways(day: date) -> list[str]:
    """The ways in which a day may come back every year."""
    month, code = f"BYMONTH={day.month}", WEEKDAYS[day.weekday()].upper()
    nth = (day.day - 1) // 7 + 1
    offset = day.toordinal() - easter_day(day.year)
    ways = [f"{month};BYMONTHDAY={day.day}", f"{month};BYDAY={nth}{code}"]
    if (date.fromordinal(day.toordinal() + 7)).month != day.month:
        ways.append(f"{month};BYDAY=-1{code}")
    return [*ways, f"BYEASTER={offset}"] if abs(offset) <= 250 else ways


def _in_a_row(years: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for year in years:
        if runs and year == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], year)
        else:
            runs.append((year, year))
    return runs
