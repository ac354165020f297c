"""How hours are written: the shape, the words and the marks of a style, as plain data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from string import Formatter
from typing import Any, Final, cast

from clinic_hours.errors import InvalidHoursError, nearest
from clinic_hours.text.locales import en

CLOCK: Final = "h hh H HH K m mm half"
DATE: Final = "weekday day dd month M MM year"

_NO_WORDS: Final = ("locale", "digits")

PLACES: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    name: (frozenset(must.split()), frozenset(may.split()))
    for name, must, may in (
        ("run", "first last", ""),
        ("line", "days hours", ""),
        ("closed_line", "days", ""),
        ("range", "opens closes", ""),
        ("clock", "", CLOCK),
        ("full_hour", "", CLOCK),
        ("note", "note", ""),
        ("state_and_note", "state note", ""),
        ("open_until", "time", "minutes"),
        ("closed_until", "time", "minutes"),
        ("closing_soon", "", "time minutes"),
        ("opening_soon", "", "time minutes"),
        ("appointment_until", "time", "minutes"),
        ("differ_until", "time", "minutes"),
        ("your_time", "time yours", ""),
        *((name, "clock", "") for name in ("until", "until_one", "until_word", "at", "at_one", "at_word")),
        ("moment", "day clock", ""),
        ("date", "", DATE),
        ("date_with_year", "", DATE),
        ("from_date", "date", ""),
        ("dates", "first last", ""),
        ("change", "date hours", ""),
    )
}
"""The places that a pattern must have, and those that it may have as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The shape, the words and the marks of written hours. What is not given is as in the built-in style `sign`, in English.

    `Style.of` takes any built-in style in any locale instead, and changes what is given. A text with names in braces is a
    pattern: each name stands for what it says. Raises `InvalidHoursError` for a name that a pattern cannot have, or lacks.

    >>> from clinic_hours.hours.week import WeeklyHours
    >>> from clinic_hours.text.writing import format_hours
    >>> week = WeeklyHours.parse("Mo-Fr 08:00-12:00")
    >>> print(format_hours(week, Style(line="{days}: {hours}", range="{opens} to {closes}", am=" a.m.")))
    Mon-Fri: 8 a.m. to noon
    Closed Sat & Sun
    >>> print(format_hours(week, Style.of("compact", "en_GB", between=" / ", by_appointment="ring first")))
    Mon–Fri 08:00–12:00 / Sat, Sun closed
    """

    locale: str = "en"
    """The language, and the territory where there is one, for machines that read: `de_DE`. The words are those below."""
    right_to_left: bool = False
    digits: str = ""
    """The ten digits from nought, where they are others than 0 to 9."""

    # ---------------------------------------------------------------------------------------------------------------- days
    days: tuple[str, ...] = en.SIGN_DAYS
    """The names of the days, Monday first, whichever day is the first of the week."""
    first_days: tuple[str, ...] = ()
    last_days: tuple[str, ...] = ()
    """The names as they stand first and last in a run, where they are others: `dal lunedì al venerdì`."""
    first_day: int = 0
    """The day on which a week begins: 0 for Monday to 6 for Sunday."""
    run: str = "{first}-{last}"
    longest_list: int = 3
    """The days of the longest run whose days are listed one by one."""
    comma: str = ", "
    last: str = " & "
    """Before the last day of a list; `comma` stands before the others."""

    # --------------------------------------------------------------------------------------------------------------- lines
    line: str = "{days} {hours}"
    closed_line: str = "Closed {days}"
    every_day: str = "Daily"
    always: str = ""
    """The line of a week that is open all the time; empty for `whole_day` with a capital letter."""
    never: str = ""
    """The line of a week that is never open; empty for `closed` with a capital letter."""
    closed: str = en.WORDS["closed"]
    each_day: bool = False
    """Whether each day has a line, closed ones too; else days with equal hours share one, and closed days come last."""
    between: str = "\n"
    """Between two lines."""
    on_one_line: str = "; "
    """Between them where they must stand on one."""
    stop: str = ""
    """At the end of a line that does not end so already."""
    capitals: bool = False
    """Whether the first letter of the text, and of each of its lines, is made a capital."""

    # --------------------------------------------------------------------------------------------------------------- hours
    range: str = "{opens}-{closes}"
    clock: str = "{h}:{mm}{half}"
    """`{h}` is the hour of 12, `{H}` of 24, `{hh}` and `{HH}` have two digits, `{K}` is 0 to 11; `{half}` is am or pm."""
    full_hour: str = "{h}{half}"
    """The clock of a full hour; empty where it is as any other."""
    am: str = "am"
    pm: str = "pm"
    halves: tuple[str, ...] = ()
    """What stands for am and pm at each of the 24 hours, where a language has more of them."""
    noon: str = "noon"
    midnight: str = "midnight"
    """Words for two of the clocks, or nothing."""
    hours_comma: str = ", "
    hours_last: str = ", "
    """Between two ranges of a day, and before the last of them."""
    whole_day: str = en.WORDS["whole_day"]
    by_appointment: str = en.WORDS["by_appointment"]
    hours_may_differ: str = en.WORDS["hours_may_differ"]
    note: str = " ({note})"
    state_and_note: str = "{state}: {note}"

    # -------------------------------------------------------------------------------------------------------------- status
    open_until: str = en.WORDS["open_until"]
    closing_soon: str = en.WORDS["closing_soon"]
    closed_until: str = en.WORDS["closed_until"]
    opening_soon: str = en.WORDS["opening_soon"]
    """`{minutes}` stands for `in 20 minutes`."""
    appointment_until: str = en.WORDS["appointment_until"]
    differ_until: str = en.WORDS["differ_until"]
    until: str = "{clock}"
    until_one: str = ""
    until_word: str = ""
    at: str = "{clock}"
    at_one: str = ""
    at_word: str = ""
    """How the end and the start of hours are told in a status; `_one` and `_word` where one o'clock and the words for noon and
    midnight are another matter: `a las 2:00`, `a la 1:00`, `a mediodía`."""
    your_time: str = en.WORDS["your_time"]

    # --------------------------------------------------------------------------------------------------------------- dates
    months: tuple[str, ...] = en.SIGN_MONTHS
    moment: str = "{day} {clock}"
    """A clock on another day, which is a weekday or a date."""
    date: str = "{weekday} {month} {day}"
    """`{dd}` is the day with two digits, `{M}` and `{MM}` the number of the month."""
    date_with_year: str = "{weekday} {month} {day}, {year}"
    dates: str = "{first} – {last}"
    from_date: str = en.WORDS["from_date"]
    change: str = "{date}: {hours}"
    reason: str = ", "
    """Before the reason of a change."""

    # --------------------------------------------------------------------------------------------------------------- pages
    opening_hours: str = en.WORDS["opening_hours"]
    days_ahead: str = en.WORDS["days_ahead"]
    changes: str = en.WORDS["changes"]
    today: str = en.WORDS["today"]
    now: str = en.WORDS["now"]
    day: str = en.WORDS["day"]
    hours: str = en.WORDS["hours"]

    @classmethod
    def of(cls, style: str = "sign", locale: str | None = None, **changes: Any) -> Style:
        """A built-in style in a locale, with changes of your own. Errors as for `format_hours`.

        >>> Style.of("sentence", "en_US", longest_list=1).run
        '{first} through {last}'
        """
        # A built-in style is a Style, and cannot be known here before there is one.
        from clinic_hours.text.built_in import style_of

        known = [field.name for field in fields(cls)]
        for name in changes:
            if name not in known:
                raise InvalidHoursError(f"a style has no {name[:40]!r}; near ones: {', '.join(nearest(name, known))}")
        return replace(style_of(style, locale), **changes)

    def __post_init__(self) -> None:
        for name, size in (("days", 7), ("first_days", 7), ("last_days", 7), ("months", 12), ("halves", 24)):
            given = getattr(self, name)
            if len(given) != size and (given or name in ("days", "months")):
                raise InvalidHoursError(f"the {name} of a style are {size}, not {len(given)}")
        if not 0 <= self.first_day <= 6:
            raise InvalidHoursError(f"the first day of a week is 0, Monday, to 6, Sunday, not {self.first_day}")
        if len(self.digits) not in (0, 10):
            raise InvalidHoursError(f"the digits of a style are ten characters, not {len(self.digits)}")
        for name, (must, may) in PLACES.items():
            pattern = getattr(self, name)
            if pattern:
                _check(name, pattern, must, must | may)

    def mapped(self, change: Callable[[str], str]) -> Style:
        """The style with each of its words and marks changed: escaped, for a page.

        >>> from html import escape
        >>> Style(closed="<closed>").mapped(escape).closed
        '&lt;closed&gt;'
        """
        given: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(self)}
        for name, value in given.items():
            if isinstance(value, tuple):
                given[name] = tuple(change(words) for words in cast("tuple[str, ...]", value))
            elif isinstance(value, str) and name not in _NO_WORDS:
                given[name] = change(value)
        return Style(**given)

    def said(self, name: str) -> str:
        """The words for something, or `InvalidHoursError` where the locale has none and nobody gave them."""
        words: str = getattr(self, name)
        if not words:
            raise InvalidHoursError(
                f"there are no words for {name!r} in the locale {self.locale!r}; "
                f"give them, as in Style.of('compact', {self.locale!r}, {name}='…')"
            )
        return words


def _check(name: str, pattern: str, must: frozenset[str], may: frozenset[str]) -> None:
    """Refuse a pattern that lacks a place, or has one that nothing can fill."""
    try:
        parts = [place for _, place, *how in Formatter().parse(pattern) if place is not None and how == ["", None]]
        held = {place for _, place, *_ in Formatter().parse(pattern) if place is not None}
    except ValueError as error:
        raise InvalidHoursError(f"the {name} of a style, {pattern[:60]!r}, is no pattern: {error}") from None
    if not must <= {*parts} or not held <= may or not held <= {*parts}:
        allowed = " ".join(f"{{{place}}}" for place in sorted(may))
        raise InvalidHoursError(f"the {name} of a style is a pattern with {allowed}, not {pattern[:60]!r}")
