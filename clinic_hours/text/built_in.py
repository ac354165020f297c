"""The built-in styles: their shapes, and how each is put together in a locale."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from clinic_hours.errors import InvalidHoursError, WrongTypeError
from clinic_hours.text.locale import Conventions, conventions
from clinic_hours.text.locales import LANGUAGES, en
from clinic_hours.text.styles import Style

MARKS: Final[dict[str, Any]] = {
    "run": "{first}–{last}",
    "range": "{opens}–{closes}",
    "longest_list": 2,
    "capitals": True,
    "noon": "",
    "midnight": "",
}
"""What all the built-in styles share, where a language has no other habit."""

SHAPES: Final[dict[str, dict[str, Any]]] = {
    "sign": {},
    "compact": {},
    "table": {"each_day": True, "line": "{days}: {hours}", "range": "{opens} – {closes}", "full_hour": ""},
    "sentence": {},
    "spoken": {"line": "{days}, {hours}", "stop": "."},
}
"""The built-in styles by their names, and what makes each of them."""

WHOLE_WORDS: Final = ("sentence", "spoken")
"""The styles in whole words, which only a language whose words are known can have."""
ONE_LINE: Final = ("compact", "sentence")
LONG_NAMES: Final = ("table", *WHOLE_WORDS)

NEUTRAL: Final[dict[str, Any]] = dict.fromkeys(en.WORDS, "") | {
    "closed": "—",
    "closed_line": "{days} —",
    "whole_day": "24 h",
}
"""What stands for the words of a language that is not known: nothing, but a dash for a closed day, and the sign for hours."""


def style_of(style: str | Style, locale: str | None = None) -> Style:
    """A style by its name, in a locale, or a style of one's own, which has its words already.

    Raises `InvalidHoursError` where no built-in style has that name, where a style of one's own is given a locale as well, and
    where a style in whole words is asked for in a language whose words are not known; `UnknownLocaleError` for a locale that
    there is not; `MissingExtraError` for one that is not English, without the `locales` extra; `WrongTypeError` for any other
    thing.

    >>> style_of("sign") == Style()
    True
    >>> style_of("compact", "en_AU").first_day, style_of("compact", "en_US").first_day
    (0, 6)
    """
    if isinstance(style, Style):
        if locale is not None:
            raise InvalidHoursError(
                f"a Style has its words already; for those of {str(locale)[:40]!r} make it with Style.of(name, locale, …)"
            )
        return style
    if not isinstance(style, str):
        raise WrongTypeError(f"a style is the name of a built-in style or a Style, not {type(style).__name__}")
    if style not in SHAPES:
        raise InvalidHoursError(
            f"no style is called {style[:40]!r}; there is {', '.join(SHAPES)}, or a Style of your own"
        )
    if locale is not None and not isinstance(locale, str):
        raise WrongTypeError(f"a locale is a text such as 'de_DE', not {type(locale).__name__}")
    return _built(style, "en" if locale is None else locale)


@lru_cache(maxsize=512)
def _built(name: str, locale: str) -> Style:
    local = conventions(locale)
    if name in WHOLE_WORDS and not local.modules:
        raise InvalidHoursError(
            f"the style {name!r} needs the words of a language, and those of {locale[:40]!r} are not known; "
            f"known are {', '.join(LANGUAGES)}, and 'sign', 'compact' and 'table' need none"
        )
    given = _names(local, name in LONG_NAMES) | MARKS | SHAPES[name] | _words(local, name)
    return Style(**given, **({"between": given.get("on_one_line", "; ")} if name in ONE_LINE else {}))


def _names(local: Conventions, long: bool) -> dict[str, Any]:
    """What the territory and the calendar give: names, clocks, dates."""
    return {**local.fields, **(local.long if long else local.short)}


def _words(local: Conventions, name: str) -> dict[str, Any]:
    """What the language gives; that of a region goes before that of all its speakers."""
    cycle = "/12" if local.twelve_hours else "/24"
    kinds = ["all", cycle, *(["long"] if name in WHOLE_WORDS else []), name, name + cycle]
    given: dict[str, Any] = dict(NEUTRAL)
    for module in local.modules:
        given |= module.WORDS
    for kind in kinds:
        for module in local.modules:
            given |= module.STYLES.get(kind, {})
    return given
