"""From a clinic to a file, whole or not at all; a TOML file that is there already keeps what did not change."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from clinic_hours.clinic.plain import clinic_data
from clinic_hours.clinic.upgrading import SCHEMA
from clinic_hours.errors import DocumentSyntaxError
from clinic_hours.files import format_of, parse, read_text, save_text, write

if TYPE_CHECKING:
    from clinic_hours.clinic.clinic import Clinic


def save(clinic: Clinic, path: str | os.PathLike[str]) -> None:
    """Save a clinic in the format of the file's ending."""
    form = format_of(path)
    if form == "toml" and os.path.exists(path):
        from clinic_hours.clinic.editing import edited
        from clinic_hours.clinic.loading import text_of

        held = text_of(path)
        save_text(path, edited(clinic, held, os.fspath(path)), instead_of=held)
    else:
        save_text(path, write(_schema_of(path, form) | clinic_data(clinic), form))


def _schema_of(path: str | os.PathLike[str], form: str) -> dict[str, Any]:
    """What an editor finds the schema of a file by, if the file has it already."""
    try:
        data = parse(read_text(path), form).data
    except (OSError, DocumentSyntaxError):
        return {}
    return {SCHEMA: data[SCHEMA]} if SCHEMA in data else {}
