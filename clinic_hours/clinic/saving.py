"""From a clinic to a file, whole or not at all; a TOML file that is there already keeps what did not change."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from clinic_hours.clinic.plain import clinic_data
from clinic_hours.files import format_of, save_text, write

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
        save_text(path, write(clinic_data(clinic), form))
