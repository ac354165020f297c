"""Rules that add up to a week, as the lines of a sign do."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from typing import Final, NamedTuple

from clinic_hours.hours.day import CLOSED, DayHours, day_hours
from clinic_hours.hours.minutes import DAY, mergeable
from clinic_hours.hours.notation import Range, write_range
from clinic_hours.hours.week import NAMES, WeeklyHours
from clinic_hours.text.cursor import MisreadError
from clinic_hours.text.hours import overlapping

DAYS_OF: Final = [tuple(day for day in range(7) if days >> day & 1) for days in range(128)]
"""The numbers of the days of each set."""

# Not by the constructor, which would have pydantic build its validators while the module is imported.
NEVER: Final = WeeklyHours.model_construct(set(NAMES), **dict.fromkeys(NAMES, CLOSED))
Ranges = tuple[Range, ...]


class Rule(NamedTuple):
    """The hours of some days, as the text says them: a set of days, the ranges in order, the pieces it was read from."""

    days: int
    ranges: tuple[Range, ...]
    first: int
    last: int


class Week:
    """A week to which rules are added one by one, in the order of the text.

    Lines about one day add up, and overlapping hours of one state and note are joined. A closed day after hours of more days,
    itself among them, is an exception from them.

    >>> week = Week()
    >>> week.add(Rule(0b0011111, (Range(480, 1020),), 1, 6)), week.add(Rule(0b0000100, (), 7, 9))
    ('', 'closed_exception')
    >>> print(week.hours())
    Mo-Tu,Th-Fr 08:00-17:00
    """

    __slots__ = ("_careful", "_named", "_widths", "days")

    def __init__(self) -> None:
        self.days: list[Ranges | None] = [None] * 7
        self._widths = [7] * 7  # the number of days of the narrowest rule that is about a day
        self._named = 0
        self._careful = False  # once two rules met on a day, or a range ran past midnight

    def add(self, rule: Rule) -> str:
        """Add a rule, and tell the code of the assumption that it took, if any.

        Raises `MisreadError`, and adds nothing, where the rule contradicts those before it: hours on a closed day, a closed day
        among such hours, hours that overlap others of another state or note, a tail past midnight in the next day's hours.
        """
        numbers, ranges = DAYS_OF[rule.days], rule.ranges
        days, widths, width, code = self.days, self._widths, len(numbers), ""
        if self._careful or rule.days & self._named or (ranges and ranges[-1].end > DAY):
            self._careful = True
            new, code = self._met(numbers, ranges)
            for day in numbers:
                days[day], widths[day] = new[day], min(widths[day], width)
        else:
            for day in numbers:
                days[day], widths[day] = ranges, width
        self._named |= rule.days
        return code

    def replace(self, rule: Rule) -> str:
        """Put the hours of a rule in the place of those before it, and tell the code of that assumption."""
        numbers = DAYS_OF[rule.days]
        new = {day: tuple(rule.ranges) for day in numbers}
        for day in {day % 7 for number in numbers for day in (number - 1, number)}:
            self._check_tail(day, new)
        for day in numbers:
            self.days[day], self._widths[day] = new[day], len(numbers)
        self._careful, self._named = True, self._named | rule.days
        return "hours_exception"

    def pause(self, rule: Rule) -> None:
        """Take the ranges of a rule out of the hours of its days; `MisreadError` where none of them has hours."""
        numbers = [day for day in DAYS_OF[rule.days] if is_within(self.days[day] or (), rule.ranges)]
        if not numbers:
            raise MisreadError("contradiction")
        for day in numbers:
            self.days[day] = cut_out(self.days[day] or (), rule.ranges)
        self._careful = True

    def close_part(self, rule: Rule) -> None:
        """Close a part of the day: the ranges that begin in it, or what is in it of the only one."""
        (low, high, *_), *_ = rule.ranges
        for day in DAYS_OF[rule.days]:
            held = self.days[day] or ()
            rest = tuple(r for r in held if not low <= r.start < high)
            self.days[day] = rest if 0 < len(rest) < len(held) else cut_out(held, rule.ranges)

    def hours(self) -> WeeklyHours:
        """The week; a day without a rule is closed."""
        days: list[DayHours] = []
        previous, day = None, CLOSED
        for ranges in self.days:
            if ranges is not previous:
                previous, day = ranges, day_hours(ranges) if ranges else CLOSED
            days.append(day)
        # Tails are checked above, and each day by itself; the copy takes a tenth of the time of the constructor.
        return NEVER.model_copy(update=dict(zip(NAMES, days, strict=True)))

    def _met(self, numbers: Sequence[int], ranges: Ranges) -> tuple[dict[int, Ranges], str]:
        """What the days of a rule have with it, where that may differ from its own ranges, or be more than they can hold."""
        new, code = dict[int, Ranges](), ""
        for day in numbers:
            new[day], told = self._together(day, ranges, len(numbers))
            code = told or code
        for day in {day % 7 for number in numbers for day in (number - 1, number)}:
            self._check_tail(day, new)
        return new, code

    def _together(self, day: int, ranges: Ranges, width: int) -> tuple[Ranges, str]:
        """What a day has with the ranges of one more rule, which is about some number of days."""
        held = self.days[day]
        if held is None or (not held and not ranges):
            return ranges, ""
        if not ranges and width < self._widths[day]:
            return ranges, "closed_exception"
        if not held or not ranges:
            raise MisreadError("contradiction")
        return united(held, ranges)

    def _check_tail(self, day: int, new: dict[int, Ranges]) -> None:
        following = (day + 1) % 7
        today, tomorrow = new.get(day, self.days[day]), new.get(following, self.days[following])
        if today and tomorrow and today[-1].end - DAY > tomorrow[0].start:
            first, second = NAMES[day].capitalize(), NAMES[following].capitalize()
            told = f"{first}'s {write_range(*today[-1][:2])} runs into {second}'s {write_range(*tomorrow[0][:2])}"
            raise MisreadError("overlap", told)


def cut_out(ranges: Sequence[Range], cuts: Sequence[Range]) -> Ranges:
    """The ranges without the minutes of others.

    >>> tuple(r[:2] for r in cut_out([Range(480, 1020)], [Range(720, 780)]))
    ((480, 720), (780, 1020))
    """
    out: list[Range] = []
    for start, end, state, note in ranges:
        for low, high, *_ in sorted(cuts):
            if low < end and high > start:
                if start < low:
                    out.append(Range(start, low, state, note))
                start = max(start, high)
        if start < end:
            out.append(Range(start, end, state, note))
    return tuple(out)


def is_within(ranges: Sequence[Range], cuts: Sequence[Range]) -> bool:
    """Whether some minutes are between the first and the last of some hours, so that they may be closed in the midst of them.

    >>> hours = [Range(480, 720), Range(780, 1020)]
    >>> [is_within(hours, [cut]) for cut in (Range(720, 780), Range(400, 480), Range(1020, 1080), Range(1000, 1080))]
    [True, False, False, True]
    """
    low, high = min((r.start for r in ranges), default=0), max((r.end for r in ranges), default=0)
    return any(low < cut.end and cut.start < high for cut in cuts)


def united(held: Ranges, ranges: Sequence[Range]) -> tuple[Ranges, str]:
    """The ranges of both in order, those that overlap joined; the code of an assumption where some do.

    >>> united((Range(480, 720),), [Range(660, 780)])
    ((Range(start=480, end=780, state=<State.OPEN: 'open'>, note=''),), 'overlap_joined')
    """
    out, code = list(held), ""
    for given in ranges:
        low = high = bisect(out, given)
        while low and out[low - 1].end > given.start:
            low -= 1
        while high < len(out) and out[high].start < given.end:
            high += 1
        whole = given
        for met in out[low:high]:
            whole = whole._replace(start=min(whole.start, met.start), end=max(whole.end, met.end))
            code = "overlap_joined"
            if met[2:] != given[2:] or not mergeable(whole.start, whole.end):
                raise MisreadError("overlap", overlapping(*sorted((met, given))))
        out[low:high] = [whole]
    return tuple(out), code
