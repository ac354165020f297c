"""Rules that are the same in no week, as special hours: they add to the week's hours of their days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import islice

from clinic_hours.codecs.assembling import UNKNOWN_WEEK, day_of
from clinic_hours.codecs.documents import Notes
from clinic_hours.codecs.icalendar.pieces import Repeat
from clinic_hours.codecs.icalendar.rules import Rule, moved
from clinic_hours.codecs.icalendar.vocabulary import DAYS
from clinic_hours.errors import InvalidDatesError
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.notation import Range
from clinic_hours.hours.special import SpecialHours
from clinic_hours.hours.week import WeeklyHours

FAR = 3660
"""Days for which dates that several rules name are looked for."""
MOST = 200_000
"""Dates that are looked at for it at the most."""


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
    groups: dict[tuple[Range, ...], list[str]] = {}
    for day in named:
        usual = () if regular == UNKNOWN_WEEK else regular.days[DAYS.index(day[-2:])].plain
        groups.setdefault(usual, []).append(day)
    if len(groups) > 1 and "BYSETPOS" in rule.parts:
        notes.tell("replaces-week", place, f"the hours of {rule.text!r} replace those of the week on its dates")
        groups = {(): named}
    full = rule.parts if len(groups) == 1 else _anchored(rule)
    made: list[SpecialHours] = []
    for usual, days in groups.items():
        some = full if len(groups) == 1 else full | {"BYDAY": ",".join(days)}
        hours = day_of([*ranges, *usual], place, notes)
        made.append(SpecialHours(_dates(rule._replace(parts=some), origin), hours))
    return made


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


def meeting(rules: Sequence[SpecialHours], start: date, notes: Notes) -> set[date]:
    """The dates that several rules name, of which one would win, from the latest start on for some years; a note tells."""
    if len(rules) < 2:
        return set()
    last = moved(start, FAR)
    named = (rule.dates.runs(start.toordinal(), last.toordinal()) for rule in rules)
    days = (day for runs in named for first, end in runs for day in range(first, min(end, last.toordinal()) + 1))
    counted = Counter(islice(days, MOST))
    found = {date.fromordinal(day) for day, count in counted.items() if count > 1}
    if found:
        notes.tell("rules-meet", "", f"the dates that two rules name are told one by one up to {last}")
    return found
