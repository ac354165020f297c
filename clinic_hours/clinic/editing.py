"""A clinic file in TOML, edited in place: what did not change keeps its words, its comments and its order."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

import tomlkit
from pydantic import BaseModel

from clinic_hours.clinic.loading import from_text
from clinic_hours.clinic.plain import clinic_data, value_data
from clinic_hours.errors import AssumedHoursWarning
from clinic_hours.files import write
from clinic_hours.files.toml_comments import with_comments
from clinic_hours.files.toml_editing import add, insert_row, remove, remove_row
from clinic_hours.files.toml_format import item
from clinic_hours.hours.time_range import is_a
from clinic_hours.location import Door

if TYPE_CHECKING:
    from clinic_hours.clinic.clinic import Clinic


def edited(clinic: Clinic, text: str, file: str) -> str:
    """The text of a TOML file with a clinic in it, changed as little as may be to say another one.

    Raises `ClinicFileError` where the text has mistakes.
    """
    before = _read(clinic, text, file)
    if before == clinic:
        return text
    document = tomlkit.parse(text if text.endswith("\n") else f"{text}\n")
    _edit(document, before, clinic)
    made = tomlkit.dumps(document)
    if not _says(made, clinic):
        # Its tables stand in an unusual way, and the edit has gone to the wrong one.
        made = write(clinic_data(clinic), "toml")
    return _with_ends(with_comments(made, text), text)


def _with_ends(text: str, before: str) -> str:
    """A text that ends, and whose lines end, as another does."""
    if 0 < before.count("\n") == before.count("\r\n"):
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return text.rstrip() + before[len(before.rstrip()) :]


def _read(clinic: Clinic, text: str, file: str) -> Clinic:
    with warnings.catch_warnings():
        # Whoever loaded it was told.
        warnings.simplefilter("ignore", AssumedHoursWarning)
        return from_text(type(clinic), text, "toml", file)


def _says(text: str, clinic: Clinic) -> bool:
    """Whether a text says the clinic."""
    try:
        return _read(clinic, text, "") == clinic
    except ValueError:
        return False


def _edit(held: Any, before: BaseModel, after: BaseModel) -> None:
    """Change a table that says one model to say another of its kind."""
    for name, field in type(after).model_fields.items():
        old: Any = getattr(before, name)
        new: Any = getattr(after, name)
        if old == new:
            continue
        if new == field.default:
            remove(held, name)
        elif name not in held:
            add(held, name, value_data(new))
        elif name == "address":
            _edit(held[name], old, new)
        elif is_a(new, tuple):
            _edit_rows(held, name, old, new)
        else:
            held[name] = item(value_data(new))


def _edit_rows(held: Any, name: str, old: Sequence[Any], new: Sequence[Any]) -> None:
    """Change a list of tables: rows that stay, or move, are kept as they are, a location or service that changed is edited."""
    rows, keys = held[name], _keys(old)
    known = {key: (rows[number], row) for number, (key, row) in enumerate(zip(keys, old, strict=True))}
    steps = SequenceMatcher(None, keys, _keys(new), autojunk=False).get_opcodes()
    for what, a, b, c, d in reversed(steps):
        for number, (key, row) in enumerate(zip(_keys(new[c:d]), new[c:d], strict=True)):
            table, before = known.get(key, (None, None))
            if what != "equal":
                insert_row(rows, a + number, value_data(row) if table is None else table)
            if before not in (None, row):
                _edit(rows[a + number], before, row)
        for number in range(b - 1, a - 1, -1) if what != "equal" else ():
            # After what was put in, so that the list is never empty.
            remove_row(rows, number + d - c)


def _keys(rows: Sequence[Any]) -> list[Any]:
    return [row.key if isinstance(row, Door) else row for row in rows]
