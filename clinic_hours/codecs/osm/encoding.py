"""The hours of a door as a tag."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from clinic_hours.codecs.decoded import Note
from clinic_hours.codecs.doors import Placed
from clinic_hours.codecs.osm.calendar import Holidays
from clinic_hours.codecs.osm.cells import Cells
from clinic_hours.codecs.osm.checking import first_difference
from clinic_hours.codecs.osm.fallback import filling
from clinic_hours.codecs.osm.grammar import read
from clinic_hours.codecs.osm.recurring import write_days
from clinic_hours.codecs.osm.selecting import Selection, selections
from clinic_hours.codecs.osm.words import MONTHS
from clinic_hours.codecs.osm.writing import (
    Line,
    cleared,
    cleared_by_day,
    joined,
    season_lines,
    special_lines,
    state_words,
    week_lines,
)
from clinic_hours.errors import HoursSyntaxError, NotRepresentableError
from clinic_hours.hours import date_kinds
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.minutes import DAY, Span
from clinic_hours.hours.notation import write_range
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours, seasonal_by_precedence, special_by_precedence
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.location import Door
from clinic_hours.timeline.rules import Rules

AnyRule = TypeVar("AnyRule", SpecialHours, SeasonalHours, Break)
Clear = Callable[[Selection], list[Line]]
"""What takes the hours of some dates away, and leaves the night before them as it is."""


def tag_of(placed: Placed) -> tuple[str, list[Note]]:
    """The tag that says when a door is open, as short as a mapper writes it, and what it could not say.

    >>> from clinic_hours import Location
    >>> office = Location(name="Office", regular_hours="Mo-Fr 08:00-16:00", special_hours=[SpecialHours("12-25")])
    >>> tag_of(Placed(office, "", ()))
    ('Mo-Fr 08:00-16:00; Dec 25 off', [])
    """
    writer = _Writer(placed)
    first: tuple[str, Note | None] | None = None
    for tag in dict.fromkeys(writer.tags()):
        told = writer.difference(tag)
        if told is None:
            return tag, writer.notes
        first = first or (tag, told)
    tag, told = first or ("", None)
    return tag, [*writer.notes, *([told] if told else [])]


@dataclass
class _Writer:
    """The rules of one door, what of them a tag can say, and notes for the rest."""

    placed: Placed
    notes: list[Note] = field(default_factory=list[Note])

    def __post_init__(self) -> None:
        place = self.placed.door
        # A service has rules of its location too, which stand elsewhere.
        self.where = {id(rule): where for where, rule in self.placed.rules}
        self.holidays = next(_calendars(place), Holidays())
        self.selected: dict[int, list[Selection]] = {}
        special, seasonal = self._said(place.special_hours), self._said(place.seasonal_hours)
        breaks = self._said(place.breaks)
        self.rules = Rules(
            place.regular_hours, special_by_precedence([special]), seasonal_by_precedence([seasonal]), tuple(breaks)
        )
        self.weeks = [place.regular_hours, *(rule.hours for rule in seasonal)]
        days = [*(day for week in self.weeks for day in week.days), *(rule.hours for rule in special)]
        self.night = max(map(_tail, days))

    def _said(self, rules: Sequence[AnyRule]) -> list[AnyRule]:
        """The rules whose dates a tag can say."""
        kept: list[AnyRule] = []
        for rule in rules:
            place = self.where.get(id(rule), self.placed.place)
            found = selections(rule.dates, self.holidays)
            if found is None:
                self.notes.append(
                    Note("dates", place, f"no tag can say the dates {str(rule.dates)!r}: the rule is left out")
                )
                continue
            if any(selection.approximate for selection in found):
                said = ", ".join(f"{selection.dates} {selection.days}".strip() for selection in found)
                self.notes.append(Note("holiday-by-date", place, f"the holiday {str(rule.dates)!r} is said as {said}"))
            if rule.reason and not (isinstance(rule, SpecialHours) and rule.is_closure):
                self.notes.append(Note("reason", place, f"the reason {rule.reason[:60]!r} is left out"))
            self.selected[id(rule)] = found
            kept.append(rule)
        return kept

    def tags(self) -> Iterator[str]:
        """The ways to write the tag, the shortest first; each is checked before it is taken."""
        filled, around = filling(self.rules)
        if around:
            yield self._with_fallback(filled, state_words(*around))
        yield self._tag(None)
        if self.night:
            yield self._tag(partial(cleared, night=(self.night, DAY + self.night)))
            yield self._tag(partial(cleared_by_day, nights=_nights(self.weeks)))

    def _with_fallback(self, rules: Rules, words: str) -> str:
        """The tag with what fills the rest as a fallback, and what is closed behind it."""
        pairs = [pair for pair in self._pairs(rules) if pair[1].hours]
        hours = [*week_lines(rules.regular), *self._seasons(rules, None), *self._specials(pairs, None)]
        days = [number for number, day in enumerate(self.rules.regular.days) if not day]
        behind = [Line(False, "", write_days(days), "off")] if days else []
        behind += self._specials([pair for pair in self._pairs(self.rules) if not pair[1].hours], None)
        return "; ".join([f"{joined(_merged(_needed(hours)))} || {words}", *(line.text for line in _merged(behind))])

    def _tag(self, clear: Clear | None) -> str:
        """The tag; where it is told how to clear dates of their own hours alone, the rules of some dates do so, and then add."""
        lines = [*week_lines(self.rules.regular), *self._seasons(self.rules, clear)]
        lines += self._specials(self._pairs(self.rules), clear)
        for rule in self.rules.breaks:
            hours = ",".join(write_range(*plain[:2]) for plain in rule.hours.plain)
            lines += [Line(False, each.dates, each.days, f"{hours} off") for each in self.selected[id(rule)]]
        return joined(_merged(_needed(lines)))

    def _seasons(self, rules: Rules, clear: Clear | None) -> list[Line]:
        lines: list[Line] = []
        below = [rules.regular]
        for season, source in reversed(list(zip(rules.seasonal, self.rules.seasonal, strict=True))):
            for selection in self.selected[id(source)]:
                lines += clear(selection) if clear else []
                lines += season_lines(selection, season.hours, below, adds=bool(clear))
            below.append(season.hours)
        return lines

    def _pairs(self, rules: Rules) -> list[tuple[SpecialHours, SpecialHours]]:
        """The special hours, perhaps without what fills the rest, each with itself as it is; the one that wins last."""
        return list(reversed(list(zip(rules.special, self.rules.special, strict=True))))

    def _specials(self, pairs: Sequence[tuple[SpecialHours, SpecialHours]], clear: Clear | None) -> list[Line]:
        lines: list[Line] = []
        for special, source in pairs:
            for selection in self.selected[id(source)]:
                lines += clear(selection) if clear else []
                if special.hours or not clear:
                    lines += special_lines(selection, special.hours, special.reason, adds=bool(clear))
        return lines

    def difference(self, tag: str) -> Note | None:
        """A note of the first day on which a tag says something else than the location; nothing where they agree."""
        try:
            day = first_difference(Cells(read(tag)[0], self.holidays), self.rules)
        except (HoursSyntaxError, NotRepresentableError) as error:
            return Note(
                "unchecked", self.placed.place, f"the tag is too long to be checked: {str(error).splitlines()[0]}"
            )
        return (
            Note("differs", self.placed.place, f"the tag says other hours on some days; the first is {day}")
            if day
            else None
        )


def _calendars(place: Door) -> Iterator[Holidays]:
    """The calendars of public holidays of which a location takes every day."""
    rules = (place.special_hours, place.seasonal_hours, place.breaks)
    for kind in (rule.dates.kind for some in rules for rule in some):
        if isinstance(kind, date_kinds.Holiday) and kind.name == "*":
            yield Holidays(kind.country, kind.subdivision)


def _tail(day: DayHours) -> int:
    """How many minutes of the next day a day's hours take."""
    return max(0, day.plain[-1].end - DAY) if day else 0


def _nights(weeks: Sequence[WeeklyHours]) -> list[Span]:
    """For each day of the week when the night before it ends, and when its own hours do, at the latest."""
    tails = [max(_tail(week.days[number]) for week in weeks) for number in range(7)]
    return [(tails[number - 1], DAY + tails[number]) for number in range(7)]


def _needed(lines: Sequence[Line]) -> list[Line]:
    """The lines without an `off` in front, which takes nothing away."""
    if lines[0].text == "off" and len(lines) > 1 and any(line.hours != "off" for line in lines[1:]):
        return list(lines[1:])
    return list(lines)


def _merged(lines: Sequence[Line]) -> list[Line]:
    """The lines with neighbours of the same hours as one, where they name dates of one kind: `Dec 25,31 off`, `Su,PH off`."""
    out: list[Line] = []
    for line in lines:
        last = out[-1] if out else None
        if last == line:
            continue
        if last and last.hours == line.hours and not last.adds and not line.adds:
            both = _both(last, line)
            if both:
                out[-1] = both
                continue
        out.append(line)
    return out


def _both(some: Line, other: Line) -> Line | None:
    """Two lines of the same hours as one; nothing where their dates are not of one kind."""
    if (other.dates, other.days, some.dates) == ("PH", "", "") and some.days:
        return Line(False, "", f"{some.days},PH", some.hours)
    if some.days != other.days or not (_yearly(some.dates) and _yearly(other.dates)):
        return None
    return Line(False, _in_order([*_pieces(some.dates), *_pieces(other.dates)]), some.days, some.hours)


def _yearly(dates: str) -> bool:
    """Whether a text is months and days of every year and nothing else."""
    return dates[:3] in MONTHS and " week" not in dates and "[" not in dates and "easter" not in dates


def _pieces(dates: str) -> list[tuple[int, str]]:
    """The days and spans of a list, each with its first month, 0 to 11, and the rest of its text."""
    pieces: list[tuple[int, str]] = []
    for piece in dates.split(","):
        if piece[:3] in MONTHS:
            pieces.append((MONTHS.index(piece[:3]), piece[3:].strip()))
        else:
            pieces.append((pieces[-1][0], piece))
    return pieces


def _in_order(pieces: Sequence[tuple[int, str]]) -> str:
    """Days and spans in the order of the year; days of one month share its name."""
    text, named = "", -1
    for month, rest in sorted(set(pieces)):
        days = all(sign.isdigit() or sign == "-" for sign in rest) and rest[:1].isdigit()
        shared = days and named == month
        text += ("," if text else "") + (
            rest if shared else f"{MONTHS[month]}{'' if rest[:1] == '-' else ' '}{rest}".strip()
        )
        named = month if days else -1
    return text
