"""What a caller may give for a zone, for hours, for lines of text and for ids, and what is made of it."""

import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any
from unicodedata import category, combining, normalize
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from clinic_hours.errors import (
    AssumedHoursWarning,
    HoursSyntaxError,
    InvalidHoursError,
    UnknownIdError,
    UnknownTimezoneError,
    WrongTypeError,
    nearest,
)
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.hours.time_range import is_a
from clinic_hours.hours.week import WeeklyHours

if TYPE_CHECKING:
    from clinic_hours.text import Assumption


@lru_cache(maxsize=1024)
def zone_named(name: str) -> ZoneInfo:
    """The time zone of an IANA name; `UnknownTimezoneError` names near ones."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        near = nearest(name, available_timezones())
        raise UnknownTimezoneError(f"no time zone is named {name[:60]!r}; near ones: {', '.join(near)}") from None


def zone_of(value: str | tzinfo | None) -> tzinfo | None:
    """A zone from itself or its name."""
    return zone_named(value) if isinstance(value, str) else value


def as_timezone(value: object) -> object:
    """The name of a time zone, from itself or from a `ZoneInfo`."""
    if isinstance(value, ZoneInfo) and value.key:
        return value.key
    if isinstance(value, str):
        zone_named(value)
    return value


def week_of_text(text: str) -> "tuple[WeeklyHours, tuple[Assumption, ...]]":
    """A week from the notation or, where the text is none, from a sign, and what was assumed to read it.

    >>> week_of_text("Mon-Fri 8am-4pm")
    (WeeklyHours.parse('Mo-Fr 08:00-16:00'), ())
    """
    try:
        return WeeklyHours.parse(text), ()
    except HoursSyntaxError:
        from clinic_hours.text.reading import read_hours

        reading = read_hours(text)
    if reading.unread:
        piece = reading.unread[0]
        raise HoursSyntaxError(str(piece), text, piece.start, piece.end)
    if reading.special_hours or reading.seasonal_hours or reading.breaks:
        raise InvalidHoursError(
            "the text says more than a regular week; use Location.from_reading(read_hours(text), …)"
        )
    return reading.regular_hours, reading.assumptions


def day_of_text(text: str) -> "tuple[DayHours, tuple[Assumption, ...]]":
    """A day's hours from the notation or, where the text is none, from a sign, and what was assumed to read them."""
    try:
        return DayHours.parse(text), ()
    except HoursSyntaxError:
        from clinic_hours.text.reading import read_day

        return read_day(text)


def _as_week(value: object, info: ValidationInfo) -> object:
    return _told(value, week_of_text, info) if isinstance(value, str) else value


def _day_rule(value: Any, info: ValidationInfo) -> Any:
    return _rule(value, day_of_text, info)


def _week_rule(value: Any, info: ValidationInfo) -> Any:
    return _rule(value, week_of_text, info)


def _rule(value: Any, read: "Callable[[str], tuple[Any, tuple[Assumption, ...]]]", info: ValidationInfo) -> Any:
    if is_a(value, Mapping) and is_a(value.get("hours"), str):
        return {**value, "hours": _told(value["hours"], read, info)}
    return value


def _told(text: str, read: "Callable[[str], tuple[Any, tuple[Assumption, ...]]]", info: ValidationInfo) -> Any:
    """What a text says; what was assumed is a warning, or goes to whoever collects it by the context `assumed`."""
    hours, assumptions = read(text)
    for assumption in assumptions:
        if info.context is None:
            warnings.warn(str(assumption), AssumedHoursWarning, stacklevel=2)
        else:
            info.context["assumed"].append((text, assumption))
    return hours


Week = Annotated[WeeklyHours, BeforeValidator(_as_week)]
Special = Annotated[SpecialHours, BeforeValidator(_day_rule)]
Seasonal = Annotated[SeasonalHours, BeforeValidator(_week_rule)]
Pause = Annotated[Break, BeforeValidator(_day_rule)]


def one_line(text: str) -> str:
    """One line of text, without the blanks around it."""
    text = text.strip()
    # Not `isprintable`: it refuses the joiners of Persian and of emoji, and characters that are newer than Python.
    if any(category(c) in ("Cc", "Cs", "Zl", "Zp") for c in text):
        raise InvalidHoursError(f"this is one line of text without control characters, not {text[:60]!r}")
    return text


def web_address(url: str) -> str:
    """A web address that a browser can open, and nothing else that a link can do."""
    if not url.startswith(("https://", "http://")) or len(url.split()) != 1:
        raise InvalidHoursError(f"{url[:60]!r} is not a web address; write it whole, as https://riverside.example/main")
    return url


Zone = Annotated[str, BeforeValidator(as_timezone)]
Line = Annotated[str, AfterValidator(one_line)]
WebAddress = Annotated[str, AfterValidator(web_address)]


def id_of(name: str) -> str:
    """The id that is made from a name: its letters and digits in lower case, without accents, joined by hyphens.

    >>> id_of("Satellite office"), id_of("Praxis Dr. Müller & Söhne")
    ('satellite-office', 'praxis-dr-muller-sohne')
    """
    plain = (c for c in normalize("NFKD", name).lower() if not combining(c))
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())


def twice(keys: Iterable[str]) -> list[str]:
    """The keys that come more than once.

    >>> twice(["main", "lab", "main"])
    ['main']
    """
    return [key for key, count in Counter(keys).items() if count > 1]


def unknown_id(id: object, what: str, known: Iterable[str], whose: str) -> UnknownIdError | WrongTypeError:
    """The error for an id that nothing has."""
    if not isinstance(id, str):
        return WrongTypeError(f"the id of a {what} is a text, not {type(id).__name__}")
    near = nearest(id, known)
    told = f"near ones: {', '.join(near)}" if near else "it has none"
    return UnknownIdError(f"{whose!r} has no {what} with the id {id[:40]!r}; {told}")
