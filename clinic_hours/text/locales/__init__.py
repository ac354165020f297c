"""One module of plain data a language.

Each has `WORDS`, the words that no calendar gives, and `STYLES`, what a style has of its own in the language. Names of days and
months, clocks and dates are not here but in CLDR; only English, which needs no other package, has them as well. A module of a
region, `pt_pt`, has what differs there.
"""

from __future__ import annotations

from typing import Final

LANGUAGES: Final = ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "vi", "zh")
"""The languages whose words are known."""

REGIONS: Final = ("pt_pt", "zh_hant")
"""Of one of them, where some words are others."""
