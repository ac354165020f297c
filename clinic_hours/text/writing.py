"""Hours as people write them on a sign."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from clinic_hours.errors import WrongTypeError
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.notation import Range
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.hours.weekday import State
from clinic_hours.text.built_in import style_of
from clinic_hours.text.direction import isolated
from clinic_hours.text.notes import in_brackets
from clinic_hours.text.styles import Style

MOST_DAYS_KEPT = 1024
"""Days whose words a writer remembers at the most."""

ALL_DAYS = 0b1111111
_HOLE = "\0"


def format_hours(week: WeeklyHours, style: str | Style = "sign", locale: str | None = None) -> str:
    """The sign of a week, in a built-in style or one of your own, in English or in the language of a locale.

    The styles are `sign`, `compact`, `table`, `sentence` and `spoken`. In `table` each day has a line. In the others days with
    equal hours share one, the lines stand in the order of their first day, and closed days come last. A note that could be
    taken for hours stands in quotation marks, so that `read_hours` of the text is the week again.

    Raises `InvalidHoursError` for a style that there is not, and for words that a language lacks; `UnknownLocaleError` for a
    locale that there is not; `MissingExtraError` for one that is not English, without the `locales` extra.

    >>> week = WeeklyHours.parse("Mo 08:00-16:00; Tu-Th 08:00-17:00; Fr 08:00-15:00")
    >>> print(format_hours(week))
    Mon 8am-4pm
    Tues, Wed & Thurs 8am-5pm
    Fri 8am-3pm
    Closed Sat & Sun
    >>> print(format_hours(week, "compact", "en_GB"))
    Mon 08:00–16:00; Tue–Thu 08:00–17:00; Fri 08:00–15:00; Sat, Sun closed
    """
    if not isinstance(week, WeeklyHours):
        raise WrongTypeError(f"the hours to write are a WeeklyHours, not {type(week).__name__}")
    return _SIGN.week(week) if style == "sign" and locale is None else writer(style_of(style, locale)).week(week)


class Writer:
    """Whoever writes in one style, and remembers the words of the days and of the sets of days that came along.

    A set of days is a number here, with 1 for the first day of the style's week, 2 for the next …
    """

    __slots__ = ("_around", "_closed", "_first", "_last", "_names", "_words", "style")

    def __init__(self, style: Style) -> None:
        self.style = style
        self._names, self._first, self._last = (
            names[style.first_day :] + names[: style.first_day]
            for names in (style.days, style.first_days or style.days, style.last_days or style.days)
        )
        self._around: dict[int, tuple[str, str]] = {}
        self._closed: dict[int, str] = {}
        # By identity: to hash the hours takes longer than to write the whole sign. A day that is kept here keeps its id.
        self._words: dict[int, tuple[DayHours, str]] = {}

    def week(self, week: WeeklyHours) -> str:
        """The lines of a week."""
        days, style = week.days, self.style
        if style.first_day:
            days = days[style.first_day :] + days[: style.first_day]
        if style.each_day:
            return self._finished([self._line(1 << number, self._known(day)) for number, day in enumerate(days)])
        groups: dict[str, int] = {}
        known, bit = self._words, 1
        for day in days:
            kept = known.get(id(day))
            words = kept[1] if kept is not None and kept[0] is day else self._learn(day)
            groups[words] = groups.get(words, 0) | bit
            bit += bit
        if len(groups) == 1:
            return self._finished([self._all_alike(week.monday)])
        closed = groups.pop("", 0)
        lines: list[str] = []
        for words, group in groups.items():
            before, after = self._around.get(group) or self._learn_days(group)
            lines.append(before + words + after)
        if closed:
            lines.append(self._closed.get(closed) or self._learn_closed(closed))
        return self._finished(lines) if style.capitals or style.stop else style.between.join(lines)

    def day(self, day: DayHours) -> str:
        """The hours of a day; nothing where it is closed.

        >>> Writer(Style()).day(DayHours.parse("08:00-12:00,13:00-24:00"))
        '8am-noon, 1pm-midnight'
        """
        return self.listed([self.range(plain) for plain in day.plain])

    def listed(self, ranges: list[str]) -> str:
        """The words of the ranges of a day as one."""
        return _listed(ranges, self.style.hours_comma, self.style.hours_last)

    def range(self, hours: Range) -> str:
        """A range, with its state and note in brackets; a whole day in words.

        >>> Writer(Style()).range(Range(0, 1440, State.BY_APPOINTMENT, "new patients"))
        'by appointment (new patients)'
        """
        start, end, state, note = hours
        style = self.style
        told = "" if state is State.OPEN else self.state(state)
        noted = self.noted(note) if note else ""
        inside = style.state_and_note.format(state=told, note=noted) if told and noted else told or noted
        if (start, end) == (0, DAY) and (told or style.whole_day):
            words, inside = told or style.whole_day, noted
        else:
            words = style.range.format(opens=self.clock(start), closes=self.clock(end))
        return words + style.note.format(note=inside) if inside else words

    def state(self, state: State) -> str:
        """The words of a state that is neither open nor closed."""
        return self.style.said("by_appointment" if state is State.BY_APPOINTMENT else "hours_may_differ")

    def noted(self, note: str) -> str:
        """A note as it stands in brackets, held apart where it would run against the direction of the line."""
        noted = in_brackets(note)
        return isolated(noted, right_to_left=True) if self.style.right_to_left else noted

    def aside(self, text: str) -> str:
        """A reason or a name, held apart as a note is, in a line of either direction: nobody reads it back."""
        return isolated(text, right_to_left=self.style.right_to_left)

    def marked(self, words: str) -> str:
        """The words of the range that runs now."""
        return words + self.style.note.format(note=self.style.said("now"))

    def capital(self, words: str) -> str:
        """Words at the beginning of something, with a capital letter."""
        return capitalized(words)

    def dated(self, day: date, words: str) -> str:
        """The words of a date."""
        return words

    def on(self, day: date) -> Writer:
        """Whoever writes the hours of one date; here it is all the same."""
        return self

    def restyled(self, style: Style) -> Writer:
        """Whoever writes in the same way, but in another style."""
        return type(self)(style)

    def clock(self, minute: int) -> str:
        """The clock of a minute of the day, or of the next one; the end of a day of 24 hours is 24:00.

        >>> [Writer(Style()).clock(minute) for minute in (0, 510, 720, 1170, 1440, 1560)]
        ['midnight', '8:30am', 'noon', '7:30pm', 'midnight', '2am']
        """
        style = self.style
        hour, past = divmod(minute % DAY, 60)
        if not past:
            word = style.noon if hour == 12 else style.midnight if hour == 0 else ""
            if word:
                return word
        twelve, full = hour % 12, 24 if minute == DAY else hour
        half = style.halves[hour] if style.halves else style.am if hour < 12 else style.pm
        written = (style.clock if past or not style.full_hour else style.full_hour).format_map(
            {
                "h": twelve or 12,
                "hh": f"{twelve or 12:02}",
                "H": full,
                "HH": f"{full:02}",
                "K": twelve,
                "m": past,
                "mm": f"{past:02}",
                "half": half,
            }
        )
        return self.with_digits(written)

    def with_digits(self, text: str) -> str:
        """A text with the digits of the style."""
        digits = self.style.digits
        return text.translate({ord(str(number)): digits[number] for number in range(10)}) if digits else text

    def days(self, days: int) -> str:
        """The days of a set: runs of four or more as a range, the others one by one.

        >>> Writer(Style()).days(0b0001110), Writer(Style()).days(0b0101111), Writer(Style()).days(0b1000001)
        ('Tues, Wed & Thurs', 'Mon-Thurs & Sat', 'Sun & Mon')
        """
        style = self.style
        told: list[str] = []
        for run in runs(days):
            if len(run) <= style.longest_list:
                told += [self._names[day] for day in run]
            else:
                told.append(style.run.format(first=self._first[run[0]], last=self._last[run[-1]]))
        return _listed(told, style.comma, style.last)

    def _finished(self, lines: list[str]) -> str:
        """The lines as one text, each with its stop and its capital letter."""
        style = self.style
        lines = [line if line.endswith(style.stop) else line + style.stop for line in lines]
        if style.capitals:
            apart = "\n" in style.between or style.stop
            lines = [capitalized(line) if apart or not number else line for number, line in enumerate(lines)]
        return style.between.join(lines)

    def _all_alike(self, day: DayHours) -> str:
        style, words = self.style, self.day(day)
        if not words:
            return style.never or capitalized(style.closed)
        start, end, state, _ = day.plain[0]
        if (start, end, state) == (0, DAY, State.OPEN) and style.whole_day:
            return (style.always or capitalized(style.whole_day)) + words.removeprefix(style.whole_day)
        return self._line(ALL_DAYS, words)

    def _line(self, days: int, words: str) -> str:
        before, after = self._around.get(days) or self._learn_days(days)
        return before + (words or self.style.closed) + after

    def _known(self, day: DayHours) -> str:
        kept = self._words.get(id(day))
        return kept[1] if kept is not None and kept[0] is day else self._learn(day)

    def _learn(self, day: DayHours) -> str:
        if len(self._words) >= MOST_DAYS_KEPT:
            self._words.clear()
        words = self.day(day)
        self._words[id(day)] = (day, words)
        return words

    def _learn_days(self, days: int) -> tuple[str, str]:
        names = self.style.every_day if days == ALL_DAYS and self.style.every_day else self.days(days)
        before, _, after = self.style.line.format(days=names, hours=_HOLE).partition(_HOLE)
        around = self._around[days] = before, after
        return around

    def _learn_closed(self, days: int) -> str:
        line = self._closed[days] = self.style.closed_line.format(days=self.days(days))
        return line


def _listed(told: list[str], comma: str, last: str) -> str:
    return last.join([comma.join(told[:-1]), told[-1]]) if len(told) > 1 else "".join(told)


def runs(days: int) -> list[list[int]]:
    """The runs of days of a set, also over the week's end; the one with the first day stands first.

    >>> runs(0b1100101), runs(0b0011000), runs(0b1111111)
    ([[5, 6, 0], [2]], [[3, 4]], [[0, 1, 2, 3, 4, 5, 6]])
    """
    if days == ALL_DAYS:
        return [[*range(7)]]
    starts = [day for day in range(7) if days >> day & 1 and not days >> (day - 1) % 7 & 1]
    found: list[list[int]] = []
    for start in starts:
        run = [start]
        while days >> (run[-1] + 1) % 7 & 1:
            run.append((run[-1] + 1) % 7)
        found.append(run)
    return sorted(found, key=lambda run: 0 if 0 in run else run[0])


def capitalized(text: str) -> str:
    """A text with a capital letter in front; the rest stays as it is.

    >>> capitalized("by appointment, Dr. Roe")
    'By appointment, Dr. Roe'
    """
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=128)
def writer(style: Style) -> Writer:
    """The writer of a style."""
    return Writer(style)


_SIGN = Writer(style_of("sign"))
