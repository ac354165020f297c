"""Hours as people write them on a sign."""

from __future__ import annotations

from functools import lru_cache

from clinic_hours.errors import WrongTypeError
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.notation import Range
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.hours.weekday import State
from clinic_hours.text.notes import in_brackets
from clinic_hours.text.styles import STYLES, Style, style_of

MOST_DAYS_KEPT = 1024
"""Days whose words a writer remembers at the most."""


def format_hours(week: WeeklyHours, style: str | Style = "sign") -> str:
    """The sign of a week, in a built-in style or one of your own.

    Days with equal hours share a line, the lines stand in the order of their first day, and closed days come last. A note that
    could be taken for hours stands in quotation marks, so that `read_hours` of the text is the week again.

    >>> print(format_hours(WeeklyHours.parse("Mo 08:00-16:00; Tu-Th 08:00-17:00; Fr 08:00-15:00")))
    Mon 8am-4pm
    Tues, Wed & Thurs 8am-5pm
    Fri 8am-3pm
    Closed Sat & Sun
    """
    if not isinstance(week, WeeklyHours):
        raise WrongTypeError(f"the hours to write are a WeeklyHours, not {type(week).__name__}")
    return _SIGN.week(week) if style == "sign" else writer(style_of(style)).week(week)


class Writer:
    """Whoever writes in one style, and remembers the words of the days and of the sets of days that came along."""

    __slots__ = ("_around", "_closed", "_words", "style")

    def __init__(self, style: Style) -> None:
        self.style = style
        self._around: dict[int, tuple[str, str]] = {}
        self._closed: dict[int, str] = {}
        # By identity: to hash the hours takes longer than to write the whole sign. A day that is kept here keeps its id.
        self._words: dict[int, tuple[DayHours, str]] = {}

    def week(self, week: WeeklyHours) -> str:
        """The lines of a week."""
        groups: dict[str, int] = {}
        known, bit = self._words, 1
        for day in week.days:
            kept = known.get(id(day))
            words = kept[1] if kept is not None and kept[0] is day else self._learn(day)
            groups[words] = groups.get(words, 0) | bit
            bit += bit
        if len(groups) == 1:
            return self._all_alike(week.monday)
        closed = groups.pop("", 0)
        lines: list[str] = []
        for words, days in groups.items():
            before, after = self._around.get(days) or self._learn_days(days)
            lines.append(before + words + after)
        if closed:
            lines.append(self._closed.get(closed) or self._learn_closed(closed))
        return "\n".join(lines)

    def day(self, day: DayHours) -> str:
        """The hours of a day; nothing where it is closed.

        >>> Writer(Style()).day(DayHours.parse("08:00-12:00,13:00-24:00"))
        '8am-noon, 1pm-midnight'
        """
        return self.style.comma.join(map(self.range, day.plain))

    def range(self, hours: Range) -> str:
        """A range, with its state and note in brackets; a whole day in words.

        >>> Writer(Style()).range(Range(0, 1440, State.BY_APPOINTMENT, "new patients"))
        'by appointment (new patients)'
        """
        start, end, state, note = hours
        style = self.style
        told = style.by_appointment if state is State.BY_APPOINTMENT else style.hours_may_differ
        noted = in_brackets(note) if note else ""
        if (start, end) == (0, DAY):
            words, inside = style.whole_day if state is State.OPEN else told, noted
        else:
            words = self.clock(start) + style.to + self.clock(end)
            inside = noted if state is State.OPEN else f"{told}: {noted}" if note else told
        return f"{words} ({inside})" if inside else words

    def clock(self, minute: int) -> str:
        """The clock of a minute of the day, or of the next one.

        >>> [Writer(Style()).clock(minute) for minute in (0, 510, 720, 1170, 1440, 1560)]
        ['midnight', '8:30am', 'noon', '7:30pm', 'midnight', '2am']
        """
        style = self.style
        hour, past = divmod(minute % DAY, 60)
        if not past and hour % 12 == 0:
            return style.noon if hour else style.midnight
        return f"{hour % 12 or 12}{f':{past:02}' if past else ''}{style.am if hour < 12 else style.pm}"

    def days(self, days: int) -> str:
        """The days of a set: runs of four or more as a range, the others one by one.

        >>> Writer(Style()).days(0b0001110), Writer(Style()).days(0b0101111), Writer(Style()).days(0b1000001)
        ('Tues, Wed & Thurs', 'Mon-Thurs & Sat', 'Sun & Mon')
        """
        style = self.style
        told: list[str] = []
        for run in runs(days):
            names = [style.days[day] for day in run]
            told += names if len(run) <= style.longest_list else [names[0] + style.through + names[-1]]
        return style.last.join([style.comma.join(told[:-1]), told[-1]] if len(told) > 1 else told)

    def _all_alike(self, day: DayHours) -> str:
        style, words = self.style, self.day(day)
        if not words:
            return style.never
        start, end, state, _ = day.plain[0]
        if (start, end, state) == (0, DAY, State.OPEN):
            return style.always + words.removeprefix(style.whole_day)
        return style.line.format(days=style.every_day, hours=words)

    def _learn(self, day: DayHours) -> str:
        if len(self._words) >= MOST_DAYS_KEPT:
            self._words.clear()
        words = self.day(day)
        self._words[id(day)] = (day, words)
        return words

    def _learn_days(self, days: int) -> tuple[str, str]:
        before, _, after = self.style.line.partition("{hours}")
        names = self.days(days)
        around = self._around[days] = before.format(days=names), after.format(days=names)
        return around

    def _learn_closed(self, days: int) -> str:
        line = self._closed[days] = self.style.closed_line.format(days=self.days(days))
        return line


def runs(days: int) -> list[list[int]]:
    """The runs of days of a set that is not the whole week, also over the week's end; the one with Monday stands first.

    >>> runs(0b1100101), runs(0b0011000)
    ([[5, 6, 0], [2]], [[3, 4]])
    """
    starts = [day for day in range(7) if days >> day & 1 and not days >> (day - 1) % 7 & 1]
    found: list[list[int]] = []
    for start in starts:
        run = [start]
        while days >> (run[-1] + 1) % 7 & 1:
            run.append((run[-1] + 1) % 7)
        found.append(run)
    return sorted(found, key=lambda run: 0 if 0 in run else run[0])


@lru_cache(maxsize=32)
def writer(style: Style) -> Writer:
    """The writer of a style."""
    return Writer(style)


_SIGN = Writer(STYLES["sign"])
