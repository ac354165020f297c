"""Rules that are the same in no week, as special hours: they add to the week's hours of their days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from clinic_hours.codecs.assembling import UNKNOWN_WEEK, day_of
from clinic_hours.codecs.documents import Notes
from clinic_hours.codecs.icalendar.pieces import Repeat
from clinic_hours.codecs.icalendar.rules import Rule
from clinic_hours.codecs.icalendar.vocabulary import DAYS
from clinic_hours.errors import InvalidDatesError
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.notation import Range
from clinic_hours.hours.special import SpecialHours
from clinic_hours.hours.week import WeeklyHours


def special_of(
    repeats: Sequence[Repeat], regular: WeeklyHours, origin: date, place: str, notes: Notes
) -> list[SpecialHours]:
    """The special hours of some rules; those of one rule are one. `origin` is the date from which the calendar speaks."""
    by_rule: dict[str, tuple[Rule, list[Range]]] = {}
    for repeat in repeats:
        by_rule.setdefault(str(repeat.dates), (repeat.rule, []))[1].append(repeat.piece)
    return [made for rule, ranges in by_rule.values() for made in _special(rule, ranges, regular, origin, place, notes)]


def _special(
    rule: Rule, ranges: Sequence[Range], regular: WeeklyHours, origin: date, place: str, notes: Notes
) -> list[SpecialHours]:
    usually = DAYS[rule.start.weekday()] if rule.parts["FREQ"] == "WEEKLY" else ",".join(DAYS)
    named = rule.parts.get("BYDAY", usually).split(",")
    groups: dict[DayHours, list[str]] = {}
    for day in named:
        usual = () if regular == UNKNOWN_WEEK else regular.days[DAYS.index(day[-2:])].plain
        groups.setdefault(day_of([*ranges, *usual], place, notes), []).append(day)
    if len(groups) == 1:
        return [SpecialHours(_dates(rule, origin), next(iter(groups)))]
    if "BYSETPOS" in rule.parts:
        notes.tell("replaces-week", place, f"the hours of {rule.text!r} replace those of the week on its dates")
        return [SpecialHours(_dates(rule, origin), day_of(ranges, place, notes))]
    full = _anchored(rule)
    return [
        SpecialHours(_dates(rule._replace(parts=full | {"BYDAY": ",".join(days)}), origin), hours)
        for hours, days in groups.items()
    ]


def _anchored(rule: Rule) -> dict[str, str]:
    """The parts of a rule with what it takes from its start, so that days of the week may be added to it."""
    parts = dict(rule.parts)
    if "BYDAY" in parts or parts.keys() & {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"}:
        return parts
    if parts["FREQ"] == "YEARLY":
        parts.setdefault("BYMONTH", str(rule.start.month))
    if parts["FREQ"] in ("YEARLY", "MONTHLY"):
        parts["BYMONTHDAY"] = str(rule.start.day)
    return parts


def _dates(rule: Rule, origin: date) -> Dates:
    """The dates of a rule, without its start where it needs none, and since the calendar speaks has named none before it."""
    if not rule.is_bounded:
        try:
            dates = Dates.recurring(rule.text)
        except InvalidDatesError:
            return rule.dates()
        if rule.start == origin or not any(dates.runs(origin.toordinal(), rule.start.toordinal() - 1)):
            return dates
    return rule.dates()
