"""TOML, read by the standard library and written by tomlkit, which keeps the comments of what it edits."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from clinic_hours.errors import DocumentSyntaxError
from clinic_hours.files.document import Document, checked_depth, is_a
from clinic_hours.files.toml_places import places_of

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def parse(text: str) -> Document:
    """Read a TOML document."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = str(error)
        found = _PLACE.search(told)
        line = int(found[1]) if found and found[1] else text.count("\n") + 1
        raise DocumentSyntaxError(f"this is not TOML: {_PLACE.sub('', told)}", line) from None
    except ValueError:
        raise DocumentSyntaxError("a number in the document has too many digits") from None
    except RecursionError:
        raise DocumentSyntaxError("the document is nested too deeply") from None
    checked_depth(data)
    return Document(text, data, places_of(text))


def write(data: Mapping[str, Any]) -> str:
    """Write plain data as TOML."""
    import tomlkit

    return tomlkit.dumps(table(data)).lstrip("\n")


def table(data: Mapping[str, Any]) -> Any:
    """A table of tomlkit: first its own values, then its tables, each item of a list of them under a heading."""
    import tomlkit

    made = tomlkit.table()
    for key, value in data.items():
        if not _is_tables(value):
            made.add(key, item(value))
    for key, value in data.items():
        if _is_tables(value):
            rows: Any = tomlkit.aot()
            for row in value:
                rows.append(table(row))
            made.add(key, rows)
    return made


def item(value: Any) -> Any:
    """A value of tomlkit: a text of several lines stands between lines of quotation marks, a mapping in braces."""
    import tomlkit

    if isinstance(value, str) and "\n" in value and _is_plain(value):
        return tomlkit.value(f'"""\n{value}"""')
    if not isinstance(value, str) and is_a(value, Mapping):
        made = tomlkit.inline_table()
        for key, inner in value.items():
            made.add(key, item(inner))
        return made
    if is_a(value, list, tuple):
        listed: Any = tomlkit.array()
        for inner in value:
            listed.append(item(inner))
        return listed
    return tomlkit.item(value)


def _is_tables(value: Any) -> bool:
    return is_a(value, list, tuple) and bool(value) and all(is_a(row, Mapping) for row in value)


def _is_plain(text: str) -> bool:
    return text.replace("\n", "").isprintable() and not set(text) & set('"\\')
