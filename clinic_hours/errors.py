"""Every exception of the library.

Each one is a `ClinicHoursError`, and also the standard type that a caller would catch::

    ClinicHoursError
    ├── HoursSyntaxError       ValueError    text that is not the notation or the sign it should be
    ├── InvalidHoursError      ValueError    ranges that overlap, equal ends, a note with a line break
    ├── InvalidDatesError      ValueError    30 February, a recurrence that needs a start
    ├── InvalidWindowError     ValueError    a window that ends before it starts, a negative time
    ├── UnknownTimezoneError   ValueError    a zone that the time zone database does not have
    ├── UnknownHolidayError    ValueError    a calendar or a holiday that never is
    ├── UnknownFormatError     ValueError    a file whose name does not say its format
    ├── DocumentSyntaxError    ValueError    a text that is not TOML, JSON or YAML
    ├── InvalidClinicError     ValueError    two locations with one id, an exception for a location that is not there
    ├── ClinicFileError        ValueError    a clinic file with mistakes, all of them at once
    ├── UnknownIdError         KeyError      an id that no location or service has
    ├── FileChangedError       OSError       a file that someone else changes meanwhile
    ├── UnknownLocaleError     ValueError    a language or a territory that CLDR does not have
    ├── NotRepresentableError  ValueError    what a format says and the model cannot hold, or the other way round
    ├── NaiveDatetimeError     TypeError     a datetime without a time zone
    ├── WrongTypeError         TypeError     a date where an instant is meant, a number for a text
    └── MissingExtraError      ImportError   an optional package that is not installed

    AssumedHoursWarning        UserWarning   a sign that was read, with something assumed

Where such an error happens inside a model (`Location`, `WeeklyHours`), pydantic collects it into its `ValidationError`, which
is a `ValueError` as well and names the field.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

EXCERPT = 60
"""Characters of a long text that a message shows on either side of the place."""


class ClinicHoursError(Exception):
    """The base of every error that this library raises on purpose.

    >>> issubclass(HoursSyntaxError, ClinicHoursError) and issubclass(HoursSyntaxError, ValueError)
    True
    """


class HoursSyntaxError(ClinicHoursError, ValueError):
    """A text that does not say hours in the form asked for, with the place of the offender.

    `text` is the whole text, `start` and `end` are the place in it, in characters from 0.

    >>> print(HoursSyntaxError("no day is written 'Xx'", "Xx 10:00-12:00", 0, 2))
    no day is written 'Xx'
        Xx 10:00-12:00
        ^^
    """

    def __init__(self, reason: str, text: str, start: int = 0, end: int | None = None) -> None:
        self.reason, self.text, self.start = reason, text, start
        self.end = len(text) if end is None else end
        super().__init__(reason, text, start, self.end)

    def __str__(self) -> str:
        return f"{self.reason}\n{caret_lines(self.text, self.start, self.end)}" if self.text.strip() else self.reason


class InvalidHoursError(ClinicHoursError, ValueError):
    """Hours that cannot be: ranges that overlap, an end at the start, seconds, a note with a line break."""


class InvalidDatesError(ClinicHoursError, ValueError):
    """Dates that cannot be: 30 February, a range that ends before it starts, a recurrence that needs a start."""


class InvalidWindowError(ClinicHoursError, ValueError):
    """A window of time that ends before it starts, a time that is negative, or instants that no calendar or no unit holds."""


class UnknownTimezoneError(ClinicHoursError, ValueError):
    """A time zone that the IANA database does not have; the message names near ones."""


class UnknownHolidayError(ClinicHoursError, ValueError):
    """A holiday calendar that does not exist, or a holiday that it never has; the message names near ones."""


class UnknownFormatError(ClinicHoursError, ValueError):
    """A file whose name does not say in which format it is; the message names the endings that do."""


class DocumentSyntaxError(ClinicHoursError, ValueError):
    """A text that is no document of its format: the reason, and the line, from 1, where that is known.

    >>> print(DocumentSyntaxError("this is not TOML: Expected '='", 3))
    line 3: this is not TOML: Expected '='
    """

    def __init__(self, reason: str, line: int | None = None) -> None:
        self.reason, self.line = reason, line
        super().__init__(reason, line)

    def __str__(self) -> str:
        return self.reason if self.line is None else f"line {self.line}: {self.reason}"


class InvalidClinicError(ClinicHoursError, ValueError):
    """A clinic whose parts do not fit together: two locations with one id, an exception for a location that is not there."""


class Mistake(NamedTuple):
    """A mistake in a clinic file: the line, from 1, whose it is, under which key, and what is wrong and what to write instead."""

    line: int | None
    location: str
    key: str
    told: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.location, self.key, self.told) if part)


class ClinicFileError(ClinicHoursError, ValueError):
    """A clinic file with mistakes, of which nothing was loaded; `mistakes` has all of them in the order of their lines.

    >>> print(ClinicFileError("clinic.toml", [Mistake(3, "Main office", "timezone", "no time zone is named 'Mars'")]))
    clinic.toml has a mistake, and nothing was loaded.
    clinic.toml:3: Main office: timezone: no time zone is named 'Mars'
    """

    def __init__(self, file: str, mistakes: Sequence[Mistake]) -> None:
        self.file, self.mistakes = file, tuple(mistakes)
        super().__init__(file, self.mistakes)

    def __str__(self) -> str:
        many = "a mistake" if len(self.mistakes) == 1 else f"{len(self.mistakes)} mistakes"
        places = (f"{self.file}:{mistake.line}" if mistake.line else self.file for mistake in self.mistakes)
        told = (f"{place}: {mistake}" for place, mistake in zip(places, self.mistakes, strict=True))
        return "\n".join([f"{self.file} has {many}, and nothing was loaded.", *told])


class UnknownIdError(ClinicHoursError, KeyError):
    """An id that no location of a clinic has, or no service of a location; the message names near ones."""

    def __str__(self) -> str:
        return str(self.args[0])


class FileChangedError(ClinicHoursError, OSError):
    """A file that someone else changes while it is read or saved."""


class UnknownLocaleError(ClinicHoursError, ValueError):
    """A locale that CLDR, the locale data of Unicode, does not have; the message names near ones."""


class NotRepresentableError(ClinicHoursError, ValueError):
    """What a format can say and this library cannot hold, or what this library holds and a format cannot say.

    `notes` are the losses, each with its code and place, where `encode` was asked to raise.
    """

    def __init__(self, told: str, notes: tuple[object, ...] = ()) -> None:
        self.told, self.notes = told, notes
        super().__init__(told, notes)

    def __str__(self) -> str:
        return self.told


class NaiveDatetimeError(ClinicHoursError, TypeError):
    """A datetime without a time zone, where an instant is meant."""


class WrongTypeError(ClinicHoursError, TypeError):
    """Another kind of thing than the one that is meant."""


class MissingExtraError(ClinicHoursError, ImportError):
    """A package that is needed here and comes with one of the library's extras."""

    def __init__(self, what: str, extra: str) -> None:
        self.what, self.extra = what, extra
        super().__init__(what, extra)

    def __str__(self) -> str:
        return f"{self.what} needs an optional package: pip install 'clinic-hours[{self.extra}]'"


class AssumedHoursWarning(UserWarning):
    """What a sign leaves open, and how it was read: "'8-5' read as 8am-5pm"."""


def nearest(name: str, known: Iterable[str]) -> list[str]:
    """The three known names that are most like one that is not.

    >>> nearest("Thanksgivin", ["Christmas Day", "Thanksgiving Day"])[0]
    'Thanksgiving Day'
    """
    # Loaded here, because it takes longer than all of this library and nobody who makes no mistake needs it.
    from difflib import get_close_matches

    return get_close_matches(name[:100], sorted(known), 3, 0.0)


def caret_lines(text: str, start: int, end: int) -> str:
    """The line of a text in which a place starts, indented, with carets under the place.

    >>> print(caret_lines("Mo 08:00-12:00", 3, 14))
        Mo 08:00-12:00
           ^^^^^^^^^^^
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", start)
    last = len(text) if last < 0 else last
    end = max(min(end, last), start + 1)
    lead, tail = max(first, start - EXCERPT), min(last, end + EXCERPT, start + 2 * EXCERPT)
    before, after = "…" * (lead > first), "…" * (tail < last)
    line = "".join(c if c.isprintable() else " " for c in text[lead:tail])
    carets = "^" * (min(end, tail) - start or 1)
    return f"    {before}{line}{after}\n    {' ' * (start - lead + len(before))}{carets}"
