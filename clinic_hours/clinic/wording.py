"""Mistakes in a clinic file, in words that whoever keeps the file understands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from clinic_hours.errors import HoursSyntaxError, Mistake, nearest
from clinic_hours.files import Document, Path
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.hours.time_range import TimeRange, is_a
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

EXAMPLES: Mapping[str, str] = {
    "name": 'name = "Main office"',
    "regular_hours": 'regular_hours = "Mon-Fri 8am-5pm"',
    "dates": 'dates = "2026-12-24" or "12-25" for every year',
    "hours": 'hours = "8am-noon"',
    "opens": 'opens = "08:00"',
    "closes": 'closes = "12:00"',
}
"""How a key that is missing is written."""

TYPES: Mapping[str, str] = {
    "string_type": "this is a text; write it in quotation marks",
    "string_too_short": "this must not be empty",
    "tuple_type": "this is a list; write it in brackets, as [...], or under a heading for each item",
    "dict_type": "this is a table of keys and values",
    "model_type": "this is a table of keys and values",
    "model_attributes_type": "this is a table of keys and values",
    "dataclass_type": "this is a table of keys and values",
}
"""What was meant where another kind of thing stands."""

INNER = {"ranges"}
"""Steps of a path that no file has."""


class Wording:
    """The words for what is wrong in one document."""

    def __init__(self, document: Document, kind: type[BaseModel]) -> None:
        self.document, self.kind = document, kind

    def mistake(self, path: Path, told: str, offset: int = 0) -> Mistake:
        """What is wrong with the value at a path."""
        location, key = self._names(path)
        return Mistake(self.document.line(path, offset), location, key, told)

    def of_error(self, error: Any) -> Mistake:
        """One of pydantic's errors, in other words where it has an own one for it."""
        path: Path = tuple(step for step in error["loc"] if step not in INNER)
        what, reason = error["type"], error.get("ctx", {}).get("error")
        if isinstance(reason, HoursSyntaxError):
            return self.mistake(path, str(reason), reason.start)
        if reason is not None:
            return self.mistake(path, str(reason))
        key = str(path[-1]) if path else ""
        if what == "missing":
            return self.mistake(path, f"this is missing; write {EXAMPLES.get(key, key)}")
        if what in ("extra_forbidden", "unexpected_keyword_argument"):
            return self.mistake(path, f"no key has this name here; {self._known(path)}")
        return self.mistake(path, f"{TYPES[what]}, not {_shown(error['input'])}" if what in TYPES else error["msg"])

    def _known(self, path: Path) -> str:
        kind: type[Any] = self.kind
        for number, step in enumerate(path[:-1]):
            is_range = kind in (WeeklyHours, SpecialHours, Break) and step not in KINDS and number
            kind = KINDS.get(str(step), TimeRange if is_range and not isinstance(step, int) else kind)
        names = list(getattr(kind, "__pydantic_fields__", {}))
        near = nearest(str(path[-1]), names)[:1]
        return f"did you mean {near[0]}? There are {', '.join(names)}" if near else "leave it out"

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


def _into(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (IndexError, KeyError, TypeError):
        return None


def _name_of(data: Any) -> str:
    names = (data.get("name"), data.get("id")) if is_a(data, Mapping) else ()
    return next((name for name in names if isinstance(name, str) and name.strip()), "")


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
