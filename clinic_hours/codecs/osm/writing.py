"""Weeks and days of hours as rules of a tag, as short as a mapper writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clinic_hours.codecs.osm.recurring import write_days
from clinic_hours.codecs.osm.selecting import Selection
from clinic_hours.codecs.osm.words import MONTHS, WEEKDAYS
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.minutes import DAY, Span
from clinic_hours.hours.notation import APPOINTMENT, Range, write_range
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.hours.weekday import State

_SINGLE = re.compile(r"([0-9]{4}) ([A-Z][a-z]{2}) ([0-9]{2})")

Days = Sequence[tuple[Range, ...]]
"""The plain hours of seven days."""


@dataclass(frozen=True, slots=True)
class Line:
    """One rule: whether it adds to what stands before it, its dates, its days, and its hours with their state."""

    adds: bool
    dates: str
    days: str
    hours: str

    @property
    def text(self) -> str:
        """The rule without its separator."""
        return " ".join(part for part in (self.dates, self.days, self.hours) if part)


def joined(lines: Sequence[Line]) -> str:
    """The lines as a tag.

    >>> joined([Line(False, "", "Mo", "20:00-02:00"), Line(True, "", "Tu", "10:00-12:00")])
    'Mo 20:00-02:00, Tu 10:00-12:00'
    """
    out = lines[0].text
    for line in lines[1:]:
        out += f"{', ' if line.adds else '; '}{line.text}"
    return out


def state_words(state: State, note: str) -> str:
    """A state as a tag writes it: a comment alone is unknown.

    >>> state_words(State.BY_APPOINTMENT, "")
    '"by appointment"'
    """
    if state is State.OPEN:
        return f'open "{note}"' if note else ""
    if state is State.UNKNOWN:
        return f'"{note}"' if note else "unknown"
    return f'"{APPOINTMENT}: {note}"' if note else f'"{APPOINTMENT}"'


def day_rules(ranges: Sequence[Range]) -> list[str]:
    """The hours of a day, one text for each run of ranges of one state and note; `off` for none."""
    rules: list[tuple[str, list[Range]]] = []
    for plain in ranges:
        words = state_words(plain.state, plain.note)
        if not rules or rules[-1][0] != words:
            rules.append((words, []))
        rules[-1][1].append(plain)
    return [_rule(words, held) for words, held in rules] or ["off"]


def _rule(words: str, held: Sequence[Range]) -> str:
    if words and [plain[:2] for plain in held] == [(0, DAY)]:
        return words
    return " ".join(part for part in (",".join(write_range(*plain[:2]) for plain in held), words) if part)


def week_lines(week: WeeklyHours) -> list[Line]:
    """A week as rules: days of the same hours together, in the order of their first day; a night is not cut by a later rule.

    >>> joined(week_lines(WeeklyHours.parse("Mo 20:00-02:00, Tu 10:00-12:00")))
    'Mo 20:00-02:00, Tu 10:00-12:00'
    """
    days = [day.plain for day in week.days]
    if all(day == days[0] for day in days):
        whole = not days[0] or [plain[:2] for plain in days[0]] == [(0, DAY)]
        if days[0] == (Range(0, DAY),):
            return [Line(False, "", "", "24/7")]
        return _group("", "" if whole else "Mo-Su", days[0], adds=False)
    by_day = dated_lines("", days, [number for number in range(7) if days[number]])
    by_range = _range_lines(days)
    return min(by_day, by_range, key=lambda lines: len(joined(lines))) if by_range else by_day


def _range_lines(days: Days) -> list[Line]:
    """A week as rules that add up, each the ranges of some days: `Mo-Fr 08:00-12:00, Mo,Tu 15:00-18:00`; nothing for a night."""
    held: dict[Range, list[int]] = {}
    for number, ranges in enumerate(days):
        for plain in ranges:
            held.setdefault(plain, []).append(number)
    if any(plain.end > DAY or plain[2:] != (State.OPEN, "") for plain in held):
        return []
    groups: dict[tuple[int, ...], list[Range]] = {}
    for plain, of in sorted(held.items(), key=lambda item: (item[1][0], item[0].start)):
        groups.setdefault(tuple(of), []).append(plain)
    return [
        Line(number > 0, "", write_days(of), day_rules(ranges)[0]) for number, (of, ranges) in enumerate(groups.items())
    ]


def dated_lines(dates: str, days: Days, numbers: Sequence[int], adds: bool = False) -> list[Line]:
    """The hours of some days of the week on some dates; closed days first, so that no night before them is cut."""
    groups: dict[tuple[Range, ...], list[int]] = {}
    for number in sorted(numbers, key=lambda number: (bool(days[number]), number)):
        groups.setdefault(days[number], []).append(number)
    lines: list[Line] = []
    written: set[int] = set()
    for ranges, of in groups.items():
        met = any(days[day - 1] and days[day - 1][-1].end > DAY and (day - 1) % 7 in written for day in of)
        days_text = "" if len(of) == 7 and dates else write_days(of)
        lines += _group(dates, days_text, ranges, adds=adds or met)
        written.update(of)
    return lines


def _group(dates: str, days: str, ranges: Sequence[Range], adds: bool) -> list[Line]:
    first, *others = day_rules(ranges)
    return [Line(adds, dates, days, first), *(Line(True, dates, days, rule) for rule in others)]


def special_lines(selection: Selection, hours: DayHours, reason: str, adds: bool = False) -> list[Line]:
    """The hours of some dates; a closure with its reason as a comment."""
    days = "" if selection.days == "Mo-Su" and not hours else selection.days
    if not hours and (comment := reason.replace('"', "'")):
        return [Line(adds, selection.dates, days, f'off "{comment}"')]
    return _group(selection.dates, days, hours.plain, adds)


def cleared(selection: Selection, night: Span) -> list[Line]:
    """What takes some dates' hours away from the end of the night before on, and as much of the night that they run on into.

    >>> cleared(Selection("Dec 25"), (120, 1560))[0].text
    'Dec 25 02:00-26:00 off'
    """
    return [Line(False, selection.dates, selection.days, _off(night))]


def cleared_by_day(selection: Selection, nights: Sequence[Span]) -> list[Line]:
    """The same, where nights end otherwise by the day of the week."""
    if "[" in selection.days:
        days = [(text, WEEKDAYS.index(text[:2])) for text in _apart(selection.days)]
        return [Line(False, selection.dates, text, _off(nights[number])) for text, number in days]
    if not selection.days and (single := _SINGLE.fullmatch(selection.dates)):
        day = date(int(single[1]), MONTHS.index(single[2]) + 1, int(single[3]))
        return cleared(selection, nights[day.weekday()])
    groups: dict[Span, list[int]] = {}
    for number in _numbers(selection.days):
        groups.setdefault(nights[number], []).append(number)
    return [Line(False, selection.dates, _named(of), _off(night)) for night, of in groups.items()]


def _named(days: Sequence[int]) -> str:
    return "" if len(days) == 7 else write_days(sorted(days))


def _off(night: Span) -> str:
    start, end = night
    return f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02} off"


def season_lines(
    selection: Selection, week: WeeklyHours, below: Sequence[WeeklyHours], adds: bool = False
) -> list[Line]:
    """A week of hours on some dates; a day that is closed in it and in all weeks below is left out."""
    days = [day.plain for day in week.days]
    open_below = [any(other.days[number] for other in below) for number in range(7)]
    if "[" in selection.days:
        lines: list[Line] = []
        for text in _apart(selection.days):
            number = WEEKDAYS.index(text[:2])
            lines += _group(selection.dates, text, days[number], adds)
        return lines
    numbers = _numbers(selection.days)
    numbers = [number for number in numbers if days[number] or (open_below[number] and not adds)]
    if not any(days[number] for number in numbers) and len(numbers) > 1:
        return [Line(False, selection.dates, selection.days, "off")]
    return dated_lines(selection.dates, days, numbers, adds)


def _apart(days: str) -> list[str]:
    """The entries of a list of nth weekdays: `Sa[2,4],Mo`."""
    entries: list[str] = []
    for piece in days.split(","):
        if piece[:2] in WEEKDAYS:
            entries.append(piece)
        else:
            entries[-1] += f",{piece}"
    return entries


def _numbers(days: str) -> list[int]:
    """The days of the week that a text of them names; all seven for none."""
    if not days:
        return list(range(7))
    numbers: list[int] = []
    for piece in days.split(","):
        first, _, last = piece.partition("-")
        low, high = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
        numbers += [(low + count) % 7 for count in range((high - low) % 7 + 1)]
    return numbers
