"""The special hours that an event says by a recurrence of its own: on days of the week on which nothing else opens."""

from __future__ import annotations

from datetime import date, timedelta

from clinic_hours.codecs.doors import ONE_DAY, Placed, Window
from clinic_hours.codecs.icalendar.vocabulary import DAYS
from clinic_hours.hours.date_kinds import Recurring, Yearly
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.special import SpecialHours

FAR = timedelta(days=6 * 366)
"""How far two rules are looked at for a date that both name."""


def native_rules(placed: Placed, window: Window) -> list[SpecialHours]:
    """The special hours that recur on days without other hours, and on no date that another of them names."""
    door = placed.door
    weeks = [door.regular_hours, *(season.hours for season in door.seasonal_hours)]
    last = window.until + min(FAR, date.max - window.until)
    chosen: list[SpecialHours] = []
    taken: set[date] = set()
    for rule in door.special_hours:
        text = recurrence_of(rule.dates)
        if not text or not rule.hours or rule.reason or any(week.days[day] for week in weeks for day in _days(text)):
            continue
        dates = set(rule.dates.in_range(window.first - ONE_DAY, last))
        if dates and min(dates) <= window.until and not dates & taken:
            chosen.append(rule)
            taken |= dates
    return chosen


def recurrence_of(dates: Dates) -> str:
    """The recurrence of RFC 5545 that says some dates; empty where there is none that every calendar reads alike.

    >>> recurrence_of(Dates.yearly("12-25")), recurrence_of(Dates.easter())
    ('FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25', '')
    """
    kind = dates.kind
    if isinstance(kind, Yearly) and kind.first == kind.last:
        return "FREQ=YEARLY;BYMONTH={};BYMONTHDAY={}".format(*kind.first)
    if not isinstance(kind, Recurring):
        return ""
    keys = {part.partition("=")[0] for part in kind.rule.text.split(";")}
    # COUNT begins at the rule's own start, which may lie before the window; BYEASTER is dateutil's own.
    return "" if keys & {"COUNT", "BYEASTER"} else kind.rule.text


def _days(text: str) -> set[int]:
    """The days of the week, from 0, on which a recurrence may fall."""
    named = dict(part.split("=") for part in text.split(";")).get("BYDAY")
    return {DAYS.index(day[-2:]) for day in named.split(",")} if named else set(range(7))
