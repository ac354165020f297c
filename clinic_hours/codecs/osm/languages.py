"""Which language the days and months of a tag are written in, and so what they mean."""

from __future__ import annotations

from collections.abc import Iterable

from clinic_hours.codecs.osm.words import COUNTRIES, DAY_WORDS, MONTH_WORDS, PREFERRED


class Languages:
    """The languages that have every foreign word of one tag; those of the country, then the usual ones, come first.

    >>> Languages(["mo", "di", "do"], None).meaning("di"), Languages(["lu", "ma", "di"], None).meaning("di")
    ({'Tu'}, {'Su'})
    """

    def __init__(self, words: Iterable[str], country: str | None) -> None:
        self._country = {language for language, where in COUNTRIES.items() if (country or "").upper() in where.split()}
        self._days = self._languages([word for word in words if word in DAY_WORDS], DAY_WORDS)
        self._months = self._languages([word for word in words if word in MONTH_WORDS], MONTH_WORDS)

    def _languages(self, words: list[str], table: dict[str, dict[str, str]]) -> set[str]:
        """The languages to read some words by."""
        common = set[str]().union(*(table[word] for word in words)).intersection(*(table[word] for word in words))
        if not common:
            return {language for word in words for language in table[word]}
        if common & self._country:
            return common & self._country
        return next(({language} for language in PREFERRED if language in common), common)

    def knows(self, word: str) -> bool:
        """Whether a word is a day or a month in one of the languages."""
        return bool(self.meaning(word))

    def meaning(self, word: str) -> set[str]:
        """What a word in lower case may mean: one thing where all is well, two where the languages differ, or nothing."""
        meant: set[str] = set()
        for table, languages in ((DAY_WORDS, self._days), (MONTH_WORDS, self._months)):
            meant |= {said for language, said in table.get(word, {}).items() if language in languages}
        return meant
