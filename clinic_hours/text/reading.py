"""What a sign says, read by `read_hours`: its hours, what was assumed, and what was not understood."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from clinic_hours.errors import HoursSyntaxError, InvalidHoursError, WrongTypeError
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.notation import LONGEST
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.hours.weekday import Weekday
from clinic_hours.text.adding import DAYS_OF
from clinic_hours.text.clauses import Group
from clinic_hours.text.doubts import LONGEST_EXCERPT, Assumption, Doubt, Unread
from clinic_hours.text.interpreting import Interpreter, Said
from clinic_hours.text.languages import checked_language
from clinic_hours.text.lexer import Lexed
from clinic_hours.text.one_day import hours_of_a_day
from clinic_hours.text.plain import plain_week
from clinic_hours.text.showing import with_carets
from clinic_hours.text.understanding import understood, unread_group
from clinic_hours.text.vocabulary import EVERY_DAY
from clinic_hours.text.writing import format_hours

WEEKDAYS = tuple(Weekday)
NOT_IN = [tuple(WEEKDAYS[day] for day in DAYS_OF[EVERY_DAY - days]) for days in range(128)]
"""The days that are not in each set."""

NO_HOURS = "no hours are written here; write them as 'Mon-Fri 8am-5pm', a line for each group of days"
ONLY_CLOSED = "only closed days are written here; write the hours of the others, or 'Closed' if there are none"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says about hours, and every doubt about it.

    `unnamed_days` are days that the text does not name. They are closed, as on any sign, and that is no doubt by itself.

    >>> reading = read_hours("Mon-Thurs 8-5; Fri when the moon is full")
    >>> str(reading.regular_hours), [str(assumption) for assumption in reading.assumptions], len(reading.unread)
    ('Mo-Th 08:00-17:00', ["'8-5' read as 08:00-17:00"], 1)
    """

    text: str
    regular_hours: WeeklyHours
    special_hours: tuple[SpecialHours, ...] = ()
    seasonal_hours: tuple[SeasonalHours, ...] = ()
    breaks: tuple[Break, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    unread: tuple[Unread, ...] = ()
    unnamed_days: tuple[Weekday, ...] = ()

    def __str__(self) -> str:
        """The text with carets under its doubtful places, the hours that were understood, and the doubts."""
        doubts: list[Doubt] = [*self.assumptions, *self.unread]
        doubts.sort(key=_start)
        shown = [with_carets(self.text, [(doubt.start, doubt.end) for doubt in doubts]), "", "Understood:"]
        shown += [f"    {line}" for line in format_hours(self.regular_hours).split("\n")]
        shown += [f"    {rule.dates}: {rule.hours if rule.hours else 'closed'}" for rule in self.special_hours]
        for season in self.seasonal_hours:
            shown += [f"    {season.dates}:", *(f"        {line}" for line in format_hours(season.hours).split("\n"))]
        shown += [f"    {pause.dates}: closed {pause.hours}" for pause in self.breaks]
        for title, told in (("Assumed:", self.assumptions), ("Not understood, and left out:", self.unread)):
            shown += [title, *(f"    {doubt}" for doubt in told)] if told else []
        unnamed = ", ".join(day.name.capitalize() for day in self.unnamed_days)
        return "\n".join([*shown, f"Not named, and so closed: {unnamed}"] if unnamed else shown)


def read_hours(text: str, *, strict: bool = False, language: str | None = None, country: str | None = None) -> Reading:
    r"""Read the hours that people wrote.

    Days stand before their hours or after them, on one line or on two; lines about one day add up. What the text leaves open is
    assumed and told; what is not understood is left out and told. With `strict`, either is an error. Where a text names several
    services, the first is read and the others are unread: see `read_signs`.

    `language` is one of `en`, `es`, `fr`, `de`, `it` and `pt`; without it, the one that knows most of the words is taken. With a
    `country`, such as `"US"`, what is said of holidays is a rule about its public holidays, which needs the `holidays` extra.

    Raises `HoursSyntaxError` with the place where no hours at all can be read, or where the text has more than 100,000
    characters, `InvalidHoursError` for another language, and `WrongTypeError` where it is no text.

    >>> read_hours("Mon 8am-4pm\nClosed Tues-Sun").regular_hours
    WeeklyHours.parse('Mo 08:00-16:00')
    >>> read_hours("Du lundi au vendredi de 8h30 à 18h").regular_hours
    WeeklyHours.parse('Mo-Fr 08:30-18:00')
    >>> read_hours("Mon-Fri 9-5", strict=True)
    Traceback (most recent call last):
        ...
    clinic_hours.errors.HoursSyntaxError: '9-5' read as 09:00-17:00
        Mon-Fri 9-5
                ^^^
    """
    lexed = _lexed(text, language)
    if language in (None, "en"):
        plain = plain_week(lexed)
        if plain is not None:
            return Reading(text, plain[0].hours(), (), (), (), (), (), NOT_IN[plain[1]])
    notation = _notation(text)
    if notation is not None:
        return notation
    groups = understood(lexed, language)
    first = next((group for group in groups if group.clauses), groups[0])
    said = Interpreter(lexed, country).read(first)
    for group in groups:
        if group is not first:
            said.unread += unread_group(lexed, group, first)
    made = _reading(text, said)
    if not said.says_hours:
        told = made.unread[0] if made.unread else Unread("missing_hours", 0, len(text), _nothing(first))
        raise HoursSyntaxError(told.sentence, text, told.start, told.end)
    return _checked(made, strict)


def read_signs(
    text: str, *, strict: bool = False, language: str | None = None, country: str | None = None
) -> dict[str, Reading]:
    r"""Read a text that names several services or sites: the reading of each by its heading, in the order of the text.

    Hours without a heading are under `""`. What is doubtful has its place in the whole text. Otherwise as `read_hours`; a heading
    under which nothing could be read has a reading without hours, and says why.

    >>> signs = read_signs("Medical: Mon-Fri 8am-5pm\nDental: Mon-Thurs 9am-4pm")
    >>> {name: str(reading.regular_hours) for name, reading in signs.items()}
    {'Medical': 'Mo-Fr 08:00-17:00', 'Dental': 'Mo-Th 09:00-16:00'}
    """
    lexed = _lexed(text, language)
    groups = [group for group in understood(lexed, language, every=True) if group.clauses or group.unread]
    if not any(group.clauses for group in groups):
        read_hours(text, strict=strict, language=language, country=country)
    out: dict[str, Reading] = {}
    for group in groups:
        name, number = group.name, 2
        while name in out:
            name, number = f"{group.name} ({number})", number + 1
        out[name] = _checked(_reading(text, Interpreter(lexed, country).read(group)), strict)
    return out


def read_day(text: str) -> tuple[DayHours, tuple[Assumption, ...]]:
    """Read the hours of one day without its name, and what was assumed.

    Raises `HoursSyntaxError` with the place where the text says anything else, and `WrongTypeError` where it is no text.

    >>> hours, assumptions = read_day("8am-noon, 1-5")
    >>> hours, [str(assumption) for assumption in assumptions]
    (DayHours.parse('08:00-12:00,13:00-17:00'), ["'1-5' read as 13:00-17:00"])
    >>> read_day("by appointment")[0]
    DayHours.parse('00:00-24:00 unknown "by appointment"')
    """
    return hours_of_a_day(_lexed(text, None))


def _lexed(text: str, language: str | None) -> Lexed:
    if not isinstance(text, str):
        raise WrongTypeError(f"a sign is a text, not {type(text).__name__}")
    checked_language(language)
    if len(text) > LONGEST:
        raise HoursSyntaxError(
            f"{len(text):,} characters are too many for a sign; at most {LONGEST:,}", text[:LONGEST_EXCERPT]
        )
    return Lexed(text)


def _notation(text: str) -> Reading | None:
    """The reading of a text that is the notation of a week to the letter, as `str` writes it."""
    stripped = text.strip()
    if stripped[:2] not in NOTATION:
        return None
    try:
        week = WeeklyHours.parse(stripped)
    except (HoursSyntaxError, InvalidHoursError):
        return None
    if str(week) != stripped:
        return None
    named = 0 if any(week.days) else EVERY_DAY
    for number, day in enumerate(week.days):
        named |= bool(day) << number
    return Reading(text, week, unnamed_days=NOT_IN[named])


NOTATION = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "24", "of")
"""How the notation of a week begins."""


def _nothing(group: Group) -> str:
    return ONLY_CLOSED if group.clauses else NO_HOURS


def _reading(text: str, said: Said) -> Reading:
    """What was said as a reading, its doubts in the order of the text and no two unread pieces over each other."""
    unread: list[Unread] = []
    for piece in sorted(said.unread, key=_start):
        if not unread or piece.start >= unread[-1].end:
            unread.append(piece)
    assumed = sorted(dict.fromkeys(said.assumed), key=_start)
    starts = [piece.start for piece in unread]
    kept = [a for a in assumed if not _inside(a, unread, bisect_right(starts, a.start) - 1)]
    return Reading(
        text,
        said.week.hours(),
        tuple(said.special),
        tuple(said.seasonal),
        tuple(said.breaks),
        tuple(kept),
        tuple(unread),
        NOT_IN[said.named],
    )


def _inside(assumption: Assumption, unread: list[Unread], at: int) -> bool:
    """Whether an assumption is about a piece that was left out."""
    return at >= 0 and assumption.end <= unread[at].end


def _checked(reading: Reading, strict: bool) -> Reading:
    """The reading, or an error at its first doubt where none may be."""
    doubts: list[Doubt] = [*reading.assumptions, *reading.unread]
    if strict and doubts:
        first = min(doubts, key=_start)
        raise HoursSyntaxError(first.sentence, reading.text, first.start, first.end)
    return reading


def _start(doubt: Doubt) -> int:
    return doubt.start
