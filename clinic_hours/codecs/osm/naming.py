"""Selectors as `Dates` in the way people name them: a day or range of every year, dates, Easter, a calendar's holidays."""

from __future__ import annotations

from collections.abc import Sequence

from clinic_hours.codecs.osm.box import LONGEST_MONTH
from clinic_hours.codecs.osm.syntax import MonthDay, Months, Selector, Span
from clinic_hours.hours.dates import Dates


def natural(groups: Sequence[Sequence[Selector]]) -> list[Dates] | None:
    """The days and ranges of every year that one group names; nothing where it names anything else.

    >>> natural([[Months(6, 8)]])
    [Dates.parse('06-01/08-31')]
    """
    if len(groups) != 1:
        return None
    named = [_yearly(selector) for selector in groups[0]]
    found = [dates for dates in named if dates is not None]
    return found if len(found) == len(named) else None


def _yearly(selector: Selector) -> Dates | None:
    if isinstance(selector, Months):
        last = selector.last
        return Dates.yearly(f"{selector.first:02}-01", f"{last:02}-{LONGEST_MONTH[last - 1]}")
    if isinstance(selector, Span) and selector.first_year is None and selector.step == 1:
        first, end = selector.first, selector.last
        if isinstance(first, MonthDay) and isinstance(end, MonthDay):
            return Dates.yearly(f"{first.month:02}-{first.day:02}", f"{end.month:02}-{end.day:02}")
    return None
