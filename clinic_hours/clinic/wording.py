"""Mistakes in a clinic file, in words that whoever keeps the file understands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from pydantic import BaseModel

from clinic_hours.errors import HoursSyntaxError, Mistake, caret_lines, nearest
from clinic_hours.files import Document, Path
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.hours.time_range import TimeRange
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.location import Address, Location, Service

KINDS: Mapping[str, type[Any]] = {
    "locations": Location,
    "services": Service,
    "address": Address,
    "special_hours": SpecialHours,
    "seasonal_hours": SeasonalHours,
    "breaks": Break,
    "regular_hours": WeeklyHours,
}
"""What stands under a key."""

LISTS = ("locations", "services", "special_hours", "seasonal_hours", "breaks")
RULES = ("special_hours", "seasonal_hours", "breaks")

EXAMPLES: Mapping[str, str] = {
    "name": "Main office",
    "regular_hours": "Mon-Fri 8am-5pm",
    "dates": "2026-12-24",
    "hours": "8am-noon",
    "breaks hours": "12pm-1pm",
    "seasonal_hours hours": "Mon-Thurs 8am-4pm",
    "opens": "08:00",
    "closes": "12:00",
}
"""A value for a key, or for a key of a kind of rule."""

PAIRS: Mapping[str, str] = {"toml": "{} = {}", "yaml": "{}: {}", "json": '"{}": {}'}
"""How a key and its value are written."""

SEVERAL: Mapping[str, str] = {
    "toml": "there may be several of these; write each under a heading in double brackets, as [[{}]]",
    "yaml": "there may be several of these; write each below {} with a dash in front",
    "json": "there may be several of these; write {} in brackets, as [{{...}}, {{...}}]",
}
"""How a list of tables is written."""

TYPES: Mapping[str, str] = {
    "string_type": "this is a text; write {pair}",
    "string_too_short": "this must not be empty; write {pair}",
    "tuple_type": "this is a list; write it in brackets, as [{shown}]",
    "model_type": "this is a table; write it with keys and values, as {inside}",
    "dataclass_type": "this is a table; write it with keys and values, as {inside}",
    "literal_error": "write open, by_appointment or unknown, not {shown}",
}
"""What was meant where something else stands."""

KEYS: Mapping[str, str] = {
    "address": "an address is a table; write street, city, region, postal_code and country apart",
    "regular_hours": "this is a text of one or more lines, or a table of days; write {pair}",
    "seasonal_hours hours": "this is a text of one or more lines, or a table of days; write {pair}",
}
"""What was meant under a key, where its own words say it better."""

MEANT: Mapping[str, str] = {
    "date": "dates",
    "day": "dates",
    "days": "dates",
    "holiday": "dates",
    "when": "dates",
    "time": "hours",
    "times": "hours",
    "open": "opens",
    "close": "closes",
    "start": "opens",
    "end": "closes",
    "hours": "regular_hours",
    "opening_hours": "regular_hours",
    "holidays": "special_hours",
    "closures": "special_hours",
    "exceptions": "special_hours",
    "seasons": "seasonal_hours",
    "departments": "services",
    "offices": "locations",
    "title": "name",
    "tz": "timezone",
    "telephone": "phone",
    "tel": "phone",
    "website": "url",
    "web": "url",
    "zip": "postal_code",
    "zip_code": "postal_code",
    "zipcode": "postal_code",
    "postcode": "postal_code",
    "state": "region",
    "province": "region",
    "why": "reason",
    "comment": "reason",
    "except": "except_locations",
}
"""What a key means that is named otherwise here."""

CLOSED = "leave it out; without hours these dates are closed"
TOO_MUCH = "the text says more than a regular week"
ORDINAL = re.compile(
    r"(?:\b(?:[1-5](?:st|nd|rd|th)|first|second|third|fourth|fifth|last|every other)\b)", re.IGNORECASE
)
SOME_DATES = "what holds on some dates alone is a rule of its own; write it under special_hours, as {dates} and {hours}"
SECOND_SATURDAYS = "RRULE:FREQ=MONTHLY;BYDAY=2SA,4SA"
QUOTED = "a note is one line of text without quotation marks; leave them out"
ONE_EACH = 'a rule has one text of dates, such as "2026-12-24"; write a rule for each of these'

SLASHES = re.compile(r"\s*(\d{1,2})/(\d{1,2})/(\d{4})\s*", re.ASCII)
DAYS = (("dates",), ("checked_on",))

ALIKE = 0.6
"""How alike two keys are where one is taken for a slip of the other, from 0 to 1."""
INNER = {"ranges"}
"""Steps of a path that no file has."""


class Wording:
    """The words for what is wrong in one document of a format."""

    def __init__(self, document: Document, kind: type[BaseModel], form: str) -> None:
        self.document, self.kind, self.form = document, kind, form

    def mistake(self, path: Path, told: str, offset: int = 0) -> Mistake:
        """What is wrong with the value at a path."""
        location, key = self._names(path)
        # A list of tables has no place of its own in TOML: that of the first one is meant.
        place = path if path in self.document.places or (*path, 0) not in self.document.places else (*path, 0)
        head, mark, example = told.rpartition(", as ")
        written = re.fullmatch(r'(\w+) = ("[^"]*")', example)
        told = f"{head}{mark}{PAIRS[self.form].format(*written.groups())}" if written else told
        return Mistake(self.document.line(place, offset), location, key, told)

    def of_errors(self, errors: Iterable[Any]) -> list[Mistake]:
        """Pydantic's errors; a key that is missing, where it stands misspelt, is one mistake and not two."""
        known = list(errors)
        told = [
            (error, self._path(error), self._meant(self._path(error)) if _is_extra(error) else "") for error in known
        ]
        misspelt = {(*path[:-1], meant) for _, path, meant in told if meant}
        return [
            self._of_error(error, path, meant)
            for error, path, meant in told
            if error["type"] != "missing" or path not in misspelt
        ]

    def _path(self, error: Any) -> Path:
        path: Path = tuple(step for step in error["loc"] if step not in INNER)
        # What a rule's hours say is read before the rule is made.
        of_rule = "error" in error.get("ctx", {}) and len(path) > 1 and path[-2] in RULES
        return (*path, "hours") if of_rule else path

    def _of_error(self, error: Any, path: Path, meant: str) -> Mistake:
        reason, value = error.get("ctx", {}).get("error"), error["input"]
        if isinstance(reason, HoursSyntaxError):
            return self.mistake(path, self._of_text(path, reason), reason.start)
        if reason is not None and str(reason).startswith(TOO_MUCH):
            return self.mistake(path, self._of_some_dates())
        if reason is not None and path[-1:] == ("dates",) and isinstance(value, list):
            return self.mistake(path, ONE_EACH)
        if reason is not None and path[-1:] in DAYS and (day := _with_slashes(value)):
            return self.mistake(path, f"year, month and day stand in this order; write {self._pair(path, day)}")
        if reason is not None and path[-1:] == ("note",) and '"' in str(value):
            return self.mistake(path, QUOTED)
        if reason is not None:
            return self.mistake(path, _in_file(str(reason), value))
        if error["type"] == "missing":
            return self.mistake(path, f"this is missing; write {self._pair(path)}")
        if _is_extra(error):
            return self.mistake(path, self._of_extra(path, meant))
        return self.mistake(path, self._of_type(error["type"], path, value) or error["msg"])

    def _of_type(self, what: str, path: Path, value: object) -> str:
        """What is meant where another kind of value stands."""
        key = str(path[-1]) if path else ""
        if value is None:
            return "nothing stands here; write a value, or leave the key out"
        if what == "tuple_type" and key in LISTS:
            return SEVERAL[self.form].format(".".join(step for step in path if isinstance(step, str)))
        told = KEYS.get(_of_kind(path), "") or KEYS.get(key, "") or TYPES.get(what, "")
        given = value if isinstance(value, str | int | float) and not isinstance(value, bool) else None
        pair = self._pair(path, str(given) if given not in (None, "") and what == "string_type" else "")
        inside = next((name for name in _keys(self._kind((*path, ""))) if name in EXAMPLES), "")
        return told.format(pair=pair, shown=_shown(value), inside=self._pair((*path, inside)))

    def _of_text(self, path: Path, error: HoursSyntaxError) -> str:
        """What is wrong with a text of hours, with the way out where its own words have none, and the place in it."""
        told, of_week = error.reason, _is_week(path)
        if of_week and ORDINAL.search(error.text[error.start : error.end]):
            told = self._of_some_dates()
        elif "; " not in told:
            times = "8am-noon" if path[-1:] == ("hours",) else "08:00-12:00"
            told = f"{told}; write {'days and times, as Mon-Fri 8am-5pm' if of_week else f'times, as {times}'}"
        return f"{told}\n{caret_lines(error.text, error.start, error.end)}" if error.text.strip() else told

    def _of_some_dates(self) -> str:
        dates, hours = self._pair(("dates",), SECOND_SATURDAYS), self._pair(("hours",), "9am-noon")
        return SOME_DATES.format(dates=dates, hours=hours)

    def _pair(self, path: Path, value: str = "") -> str:
        """A key with a value, as the format has it."""
        key = str(path[-1]) if path else ""
        shown = value or EXAMPLES.get(_of_kind(path), "") or EXAMPLES.get(key, "") or "..."
        return PAIRS[self.form].format(key, json.dumps(shown, ensure_ascii=False))

    def _of_extra(self, path: Path, meant: str) -> str:
        key, kind = str(path[-1]), self._kind(path)
        if meant:
            return f"no key has this name here; write {meant}"
        if key == "closed" and kind in (SpecialHours, SeasonalHours):
            return f"no key has this name here; {CLOSED}"
        if kind is not self.kind and key in self.kind.model_fields:
            return "this is a key of the whole clinic; write it at the top of the file, before all headings"
        return f"no key has this name here; leave it out, or use one of {', '.join(_keys(kind))}"

    def _meant(self, path: Path) -> str:
        """The key that was meant, or nothing."""
        from difflib import SequenceMatcher

        key, names = str(path[-1]).lower().replace("-", "_").replace(" ", "_"), _keys(self._kind(path))
        if MEANT.get(key) in names:
            return MEANT[key]
        near = nearest(key, names)[:1]
        return near[0] if near and SequenceMatcher(None, key, near[0]).ratio() >= ALIKE else ""

    def _kind(self, path: Path) -> type[Any]:
        """What kind of table a key stands in."""
        kind: type[Any] = self.kind
        for step in path[:-1]:
            if isinstance(step, int):
                continue
            within = kind in (WeeklyHours, SpecialHours, SeasonalHours, Break)
            week = kind is SeasonalHours and step == "hours"
            kind = WeeklyHours if week else TimeRange if within else KINDS.get(step, kind)
        return kind

    def _names(self, path: Path) -> tuple[str, str]:
        """Whose the value is, and its key in there."""
        whose: list[str] = []
        data: Any = self.document.data
        rest: list[str] = []
        for number, step in enumerate(path):
            data = _into(data, step)
            if isinstance(step, int) and path[number - 1] in ("locations", "services"):
                whose.append(_name_of(data) or f"{str(path[number - 1])[:-1]} {step + 1}")
                rest.clear()
            elif isinstance(step, int):
                rest.append(f"no. {step + 1}")
            else:
                rest.append(step)
        return ", ".join(whose), " ".join(rest)


def _is_extra(error: Any) -> bool:
    return error["type"] in ("extra_forbidden", "unexpected_keyword_argument")


def _keys(kind: type[Any]) -> list[str]:
    return list(kind.__pydantic_fields__)


def _of_kind(path: Path) -> str:
    """A key of a kind of rule, such as `breaks hours`."""
    return f"{path[-3]} {path[-1]}" if len(path) > 2 else ""


def _is_week(path: Path) -> bool:
    return path[-1:] == ("regular_hours",) or _of_kind(path) == "seasonal_hours hours"


def _in_file(told: str, value: object) -> str:
    """The words of an error, with the value as it stands in the file where they end in the name of Python's type for it."""
    told = told.replace("; dates are written ", "; write them as ")
    head, mark, last = told.rpartition(", not ")
    return f"{head}{mark}{_shown(value)}" if mark and last == type(value).__name__ else told


def _with_slashes(value: object) -> str:
    """The day that is written as in America or in Europe, where it can only be one of the two; else nothing."""
    found = SLASHES.fullmatch(value) if isinstance(value, str) else None
    one, other, year = map(int, found.groups()) if found else (0, 0, 0)
    for month, day in ((one, other), (other, one)):
        if day > 12 or day == month:
            with suppress(ValueError):
                return date(year, month, day).isoformat()
    return ""


def _into(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (IndexError, KeyError, TypeError):
        return None


def _name_of(data: Any) -> str:
    names = (_into(data, "name"), _into(data, "id"))
    return next((name for name in names if isinstance(name, str) and name.strip()), "")


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 40 else f"{text[:39]}…"
