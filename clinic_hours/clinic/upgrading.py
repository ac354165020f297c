"""Older clinic files, brought up to the version of today one step at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from clinic_hours.errors import DocumentSyntaxError

VERSION: Final = 1
"""The version that is read and written today; a file that names none is of version 1."""

SCHEMA: Final = "$schema"
"""A key by which an editor finds the schema of a document; it says nothing about the clinic."""

Step = Callable[[dict[str, Any]], dict[str, Any]]

STEPS: Mapping[int, Step] = {}
"""What makes a document of the next version out of one of this; version 1 is the first, so there is none yet."""


def upgraded(data: Mapping[str, Any], *, steps: Mapping[int, Step] = STEPS, version: int = VERSION) -> dict[str, Any]:
    """A document in the version of today; `DocumentSyntaxError` for a newer one, or a version that is none.

    >>> upgraded({"name": "Riverside"})["schema_version"]
    1
    """
    made = {key: value for key, value in data.items() if key != SCHEMA}
    found = made.get("schema_version", 1)
    if isinstance(found, str) and len(found) < 20 and found.isascii() and found.strip().isdigit():
        found = int(found)
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise DocumentSyntaxError(f"schema_version is a number such as {version}, not {str(found)[:40]!r}")
    if found > version:
        raise DocumentSyntaxError(
            f"the file is of schema_version {found}, and this library reads up to {version}; install a newer clinic-hours"
        )
    for of in range(found, version):
        made = steps[of](made)
    return made | {"schema_version": version}
