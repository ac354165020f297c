"""What a sign says, read by `read_hours`: its hours, what was assumed, and what was not understood."""

from __future__ import annotations

from dataclasses import dataclass

from clinic_hours.errors import HoursSyntaxError, WrongTypeError
from clinic_hours.hours.day import DayHours, day_hours
from clinic_hours.hours.notation import LONGEST
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.hours.weekday import Weekday
from clinic_hours.text.adding import DAYS_OF, Week
from clinic_hours.text.doubts import ASSUMED, LONGEST_EXCERPT, Assumption, Doubt, Unread, excerpt
from clinic_hours.text.grammar import WHOLE_WEEK, Grammar, MisreadError
from clinic_hours.text.lexer import Lexed
from clinic_hours.text.showing import with_carets
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
    `special_hours`, `seasonal_hours` and `breaks` are empty so far: a text that says such things is `unread`.

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
        for title, told in (("Assumed:", self.assumptions), ("Not understood, and left out:", self.unread)):
            shown += [title, *(f"    {doubt}" for doubt in told)] if told else []
        unnamed = ", ".join(day.name.capitalize() for day in self.unnamed_days)
        return "\n".join([*shown, f"Not named, and so closed: {unnamed}"] if unnamed else shown)


def read_hours(text: str, *, strict: bool = False) -> Reading:
    r"""Read the hours that people wrote.

    Rules stand on lines of their own, or between `;` or `,`; lines about one day add up. What the text leaves open is assumed and
    told; a line that is not understood as a whole is left out and told. With `strict`, either is an error.

    Raises `HoursSyntaxError` with the place where no hours at all can be read, or where the text has more than 100,000
    characters, and `WrongTypeError` where it is no text.

    >>> read_hours("Mon 8am-4pm\nClosed Tues-Sun").regular_hours
    WeeklyHours.parse('Mo 08:00-16:00')
    >>> read_hours("Mon-Fri 9-5", strict=True)
    Traceback (most recent call last):
        ...
    clinic_hours.errors.HoursSyntaxError: '9-5' read as 09:00-17:00
        Mon-Fri 9-5
                ^^^
    """
    grammar = Grammar(Lexed(_checked(text)))
    grammar.text()
    week, assumptions = _added_up(grammar)
    unread = grammar.unread
    if not any(week.days) and None in week.days:
        told = (
            unread[0] if unread else Unread("missing_hours", 0, len(text), ONLY_CLOSED if grammar.rules else NO_HOURS)
        )
        raise HoursSyntaxError(told.sentence, text, told.start, told.end)
    if strict and (assumptions or unread):
        doubts: list[Doubt] = [*assumptions, *unread]
        first = min(doubts, key=_start)
        raise HoursSyntaxError(first.sentence, text, first.start, first.end)
    return Reading(text, week.hours(), (), (), (), tuple(assumptions), tuple(unread), NOT_IN[grammar.named])


def read_day(text: str) -> tuple[DayHours, tuple[Assumption, ...]]:
    """Read the hours of one day without its name, and what was assumed.

    Raises `HoursSyntaxError` with the place where the text says anything else, and `WrongTypeError` where it is no text.

    >>> hours, assumptions = read_day("8am-noon, 1-5")
    >>> hours, [str(assumption) for assumption in assumptions]
    (DayHours.parse('08:00-12:00,13:00-17:00'), ["'1-5' read as 13:00-17:00"])
    >>> read_day("by appointment")[0]
    DayHours.parse('00:00-24:00 unknown "by appointment"')
    """
    lexed = Lexed(_checked(text))
    grammar = Grammar(lexed)
    try:
        ranges = grammar.day()
    except MisreadError as found:
        start = lexed.start(grammar.at)
        raise HoursSyntaxError(
            f"these are not the hours of a day: {found.why}", text, start, start + len(lexed.word(grammar.at))
        ) from None
    return day_hours(ranges), tuple(grammar.assumed)


def _checked(text: str) -> str:
    if not isinstance(text, str):
        raise WrongTypeError(f"a sign is a text, not {type(text).__name__}")
    if len(text) > LONGEST:
        raise HoursSyntaxError(
            f"{len(text):,} characters are too many for a sign; at most {LONGEST:,}", text[:LONGEST_EXCERPT]
        )
    return text


def _added_up(grammar: Grammar) -> tuple[Week, list[Assumption]]:
    """The week of all rules, and what was assumed; rules that contradict others are added to the unread."""
    rules, unread, lexed = grammar.rules, grammar.unread, grammar.lexed
    if len(rules) == 1 and not unread and rules[0].days == WHOLE_WEEK:
        grammar.named = EVERY_DAY
        rules = [rules[0]._replace(days=EVERY_DAY)]
    week, assumptions, understood = Week(), list[Assumption](), True
    for rule in rules:
        try:
            if rule.days == WHOLE_WEEK:
                raise MisreadError("missing_days")
            assumed = week.add(rule)
        except MisreadError as found:
            understood = False
            grammar.leave(rule.first, rule.last, found.code, found.why)
            continue
        assumptions += rule.assumptions
        if assumed:
            told = ASSUMED[assumed].format(excerpt(lexed.between(rule.first, rule.last)))
            assumptions.append(Assumption(assumed, *lexed.place(rule.first, rule.last), told))
    if not understood:
        unread.sort(key=_start)
    return week, assumptions


def _start(doubt: Doubt) -> int:
    return doubt.start
