"""The door to Babel, which brings CLDR: names, clocks, lists and dates of any locale, as fields of a `Style`."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import timedelta
from functools import lru_cache
from importlib import import_module
from importlib.util import module_from_spec
from types import ModuleType
from typing import Any, Final

from clinic_hours.errors import MissingExtraError
from clinic_hours.text.locale import Conventions, Language, modules_of, unknown
from clinic_hours.text.locales import REGIONS

ZEROS: Final = {
    "adlm": 0x1E950,
    "arab": 0x660,
    "arabext": 0x6F0,
    "beng": 0x9E6,
    "cakm": 0x11136,
    "deva": 0x966,
    "hmnp": 0x1E140,
    "mtei": 0xABF0,
    "mymr": 0x1040,
    "nkoo": 0x7C0,
    "olck": 0x1C50,
    "tibt": 0xF20,
}
"""The digit nought of each numbering system that is the usual one somewhere; `latn` is our own."""

_PARTS: Final = (
    *("character_order", "date_formats", "datetime_skeletons", "day_period_rules", "day_periods", "days"),
    *("default_numbering_system", "eras", "list_patterns", "months", "time_formats", "week_data"),
)
_SPACES: Final = str.maketrans(dict.fromkeys("\xa0\u2009\u202f", " "))
_PIECE: Final = re.compile(r"'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+")
_CLOCK: Final = {
    **{name: f"{{{name}}}" for name in ("h", "hh", "H", "HH", "K", "m", "mm")},
    **dict.fromkeys("abB", "{half}"),
}
_DATE: Final = {
    **dict.fromkeys(("E", "EEE", "EEEE", "ccc", "cccc"), "{weekday}"),
    **dict.fromkeys(("MMM", "MMMM", "LLL", "LLLL"), "{month}"),
    "d": "{day}",
    "dd": "{dd}",
    "M": "{M}",
    "MM": "{MM}",
    "y": "{year}",
}


def load() -> ModuleType:
    """Babel; `MissingExtraError` where it is not installed."""
    try:
        import babel

        for part in ("core", "dates", "localedata"):
            import_module(f"babel.{part}")
    except ImportError:
        raise MissingExtraError("A locale that is not English", "locales") from None
    return babel


def conventions(name: str) -> Conventions:
    """What CLDR says of a locale, `de_DE`; `UnknownLocaleError` where it has none of the name.

    >>> conventions("fr_FR").short["days"][0], conventions("fr_FR").long["date"]
    ('lun.', '{weekday} {day} {month}')
    """
    babel = load()
    try:
        locale = babel.Locale.parse(name.replace("-", "_"))
    except (babel.UnknownLocaleError, ValueError):
        raise unknown(name, tuple(babel.localedata.locale_identifiers())) from None
    data = _data_of(str(locale))
    clock = data["time_formats"]["short"].pattern
    twelve, many = any(half in clock for half in "abB"), "B" in clock
    full_hour = data["datetime_skeletons"]["h"].pattern if twelve else ""
    fields = {
        "locale": str(locale),
        "right_to_left": data["character_order"] == "right-to-left",
        "digits": _digits(data["default_numbering_system"]),
        "first_day": data["week_data"]["first_day"],
        "clock": _pattern(clock, _CLOCK),
        "full_hour": _pattern(full_hour, _CLOCK),
        **dict.fromkeys(("comma", "last", "hours_comma", "hours_last"), _comma(data)),
        **_halves(data, many),
    }
    return Conventions(fields, _names(data, False), _names(data, True), twelve, _modules(locale))


def _modules(locale: Any) -> tuple[Language, ...]:
    """The words of the language and its regions; none in a script in which we do not have them."""
    script = f"{locale.language}_{locale.script}"
    usual = load().core.get_global("likely_subtags").get(locale.language, "")
    if locale.script and not usual.startswith(script) and script.lower() not in REGIONS:
        return ()
    # `pt_AO` is as `pt_PT`, and that as `pt`.
    parents, name, names = load().core.get_global("parent_exceptions"), str(locale), list[str]()
    while name not in ("", "root"):
        names.insert(0, name.lower())
        name = parents.get(name) or name.rpartition("_")[0]
    return modules_of(*dict.fromkeys([locale.language, *names]))


def _data_of(identifier: str) -> Any:
    """What CLDR holds of a locale, whatever was asked of Babel before.

    Babel keeps what an alias leads to in the data that locales share, so that one of them is given the names of another that
    was asked for before it. This is a copy of data that nobody else has in hand.
    """
    kept = load().localedata
    return kept.LocaleDataDict(
        {name: deepcopy(part) for name, part in _loader().load(identifier).items() if name in _PARTS}
    )


@lru_cache(maxsize=1)
def _loader() -> ModuleType:
    """A second `babel.localedata`, with data of its own."""
    kept = load().localedata
    spec: Any = kept.__spec__
    loader = module_from_spec(spec)
    spec.loader.exec_module(loader)
    # What lies in the files are aliases of the first.
    loader.Alias = kept.Alias  # type: ignore[attr-defined]
    return loader


def in_minutes(minutes: int, locale: str) -> str:
    """So many minutes from now: `in 20 Minuten`.

    >>> in_minutes(20, "de_DE"), in_minutes(90, "fr")
    ('in 20 Minuten', 'dans 90 minutes')
    """
    # With no threshold that is ever reached, the unit stays the minute.
    delta, never = timedelta(minutes=minutes), 1_000_000_000
    how = {"granularity": "minute", "threshold": never, "add_direction": True, "locale": locale}
    return _plain(load().dates.format_timedelta(delta, **how))


def _names(data: Any, long: bool) -> dict[str, Any]:
    width, skeletons = "wide" if long else "abbreviated", data["datetime_skeletons"]
    day = "MMMMEd" if long and "MMMMEd" in skeletons else "MMMEd"
    with_year = data["date_formats"]["full"] if long else skeletons["yMMMEd"]
    days, months = data["days"]["stand-alone"][width], data["months"]["format"][width]
    places = _DATE | {"G": data["eras"]["abbreviated"][1]}
    return {
        "days": tuple(_plain(days[day]) for day in range(7)),
        "months": tuple(_plain(months[month]) for month in range(1, 13)),
        "date": _pattern(skeletons[day].pattern, places),
        "date_with_year": _pattern(with_year.pattern, places),
    }


def _halves(data: Any, many: bool) -> dict[str, Any]:
    """Morning and afternoon; the 24 words of a day where the locale tells more than those two."""
    names = {name: _plain(words) for name, words in data["day_periods"]["format"]["abbreviated"].items()}
    known = {"am": names["am"], "pm": names["pm"]}
    if not many:
        return known
    rules = [(name, rule) for name, spans in data["day_period_rules"][None].items() for rule in spans if "from" in rule]
    halves = [next(names[name] for name, rule in rules if _holds(rule, hour * 3600)) for hour in range(24)]
    return {**known, "halves": tuple(halves)}


def _holds(rule: dict[str, int], second: int) -> bool:
    start, end = rule["from"], rule["before"]
    return start <= second < end if start < end else second >= start or second < end


def _digits(system: str) -> str:
    return "".join(chr(ZEROS[system] + digit) for digit in range(10)) if system in ZEROS else ""


def _comma(data: Any) -> str:
    """What stands between two things of a list that goes on."""
    pattern: str = data["list_patterns"]["standard"]["middle"]
    return _plain(pattern.split("{0}")[1].split("{1}")[0])


def _pattern(pattern: str, places: dict[str, str]) -> str:
    """A pattern of CLDR as one of a `Style`.

    >>> _pattern("HH 'h' mm", _CLOCK), _pattern("E, d. MMM", _DATE)
    ('{HH} h {mm}', '{weekday}, {day}. {month}')
    """
    return _plain("".join(_part(found, places) for found in _PIECE.finditer(pattern)))


def _part(found: re.Match[str], places: dict[str, str]) -> str:
    text, quoted = found[0], found[1]
    if quoted is not None:
        return quoted.replace("''", "'") if quoted else "'"
    return places[text] if found[2] else text


def _plain(text: str) -> str:
    """Text with plain blanks: a thin or a fixed one is lost on most signs."""
    return text.translate(_SPACES)
