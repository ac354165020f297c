"""What a locale says about days, clocks and dates, from CLDR; for English from a table of our own."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module
from typing import Any, Final, NamedTuple, Protocol, cast

from clinic_hours.errors import UnknownLocaleError, nearest
from clinic_hours.text.locales import LANGUAGES, REGIONS, en

_NAME: Final = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8}){0,4}", re.ASCII)
_ENGLISH: Final = re.compile(r"en(?:[-_]([A-Za-z]{2}|[0-9]{3}))?", re.ASCII | re.IGNORECASE)
_FIRST_DAYS: Final = {"Friday first": 4, "Saturday first": 5, "Sunday first": 6}
_NO_LANGUAGE: Final = ("und", "root", "mul", "zxx")


class Language(Protocol):
    """The words of a language: a module of `locales`."""

    WORDS: dict[str, str]
    STYLES: dict[str, dict[str, object]]


class Conventions(NamedTuple):
    """What a locale says, as fields of a `Style`: those of every style, and those with short or long names.

    `modules` are the words of its language, then those of its region; none where the language is not known.
    """

    fields: dict[str, Any]
    short: dict[str, Any]
    long: dict[str, Any]
    twelve_hours: bool
    modules: tuple[Language, ...]


@lru_cache(maxsize=256)
def conventions(locale: str) -> Conventions:
    """What a locale says, `de_DE` or `de-DE`.

    Raises `UnknownLocaleError` for one that CLDR does not have, `MissingExtraError` for one that is not English where Babel is
    not installed.

    >>> conventions("en-GB").fields["clock"], conventions("en_US").fields["clock"]
    ('{HH}:{mm}', '{h}:{mm}{half}')
    """
    english, name = _ENGLISH.fullmatch(locale), _NAME.fullmatch(locale)
    if english:
        return _english(locale, (english[1] or "").upper())
    if not name or name[1].lower() in _NO_LANGUAGE:
        raise unknown(locale)
    # Babel is loaded where it is first needed: English is written without it.
    from clinic_hours.text import cldr

    return cldr.conventions(locale)


def modules_of(*names: str) -> tuple[Language, ...]:
    """The modules that there are of a language and its regions, the most general first.

    >>> [module.WORDS["closed"] for module in modules_of("de", "de_at")]
    ['geschlossen']
    """
    known = [name for name in names if name in LANGUAGES or name in REGIONS]
    return tuple(cast(Language, import_module(f"clinic_hours.text.locales.{name}")) for name in known)


def unknown(locale: str, others: tuple[str, ...] = ()) -> UnknownLocaleError:
    """The error that names the locales most like one that there is not."""
    known, name = {*others, *LANGUAGES, "en_US", "en_GB"}, locale.replace("-", "_")
    of_language = {other for other in known if other.partition("_")[0] == name.partition("_")[0].lower()}
    near = nearest(name, of_language or known)
    return UnknownLocaleError(f"no locale is named {locale[:40]!r}; near ones: {', '.join(near)}")


def _english(locale: str, territory: str) -> Conventions:
    """English without any other package. Where no territory is named it is as in `en_US`, with Monday first."""
    ways = {way for way, where in en.TERRITORIES.items() if territory in where.split()}
    if territory and not ways & {"12 hours", "24 hours"}:
        known = " ".join((en.TERRITORIES["12 hours"], en.TERRITORIES["24 hours"])).split()
        raise unknown(locale, tuple(f"en_{code}" for code in known))
    twelve, hour, mark = "24 hours" not in ways, "{H}" if "8:00" in ways else "{HH}", "." if "17.00" in ways else ":"
    fields = {
        "locale": f"en_{territory}" if territory else "en",
        "first_day": next((day for way, day in _FIRST_DAYS.items() if way in ways), 0),
        "clock": "{h}:{mm}{half}" if twelve else f"{hour}{mark}{{mm}}",
        "full_hour": "{h}{half}" if twelve else "",
        "last": ", ",
    }
    month_first = not territory or "month before day" in ways
    date, comma = ("{month} {day}", ", ") if month_first else ("{day} {month}", " ")
    short, long = (
        {"days": days, "months": months, "date": before + date, "date_with_year": before + date + comma + "{year}"}
        for days, months, before in (
            (en.SHORT_DAYS, en.SHORT_MONTHS, "{weekday} "),
            (en.LONG_DAYS, en.LONG_MONTHS, "{weekday}, "),
        )
    )
    return Conventions(fields, short, long, twelve, (cast(Language, en),))
