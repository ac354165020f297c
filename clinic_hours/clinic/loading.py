"""From a file to a clinic, or to every mistake in it at once."""

from __future__ import annotations

import os
import warnings
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from clinic_hours.clinic.fit import misfits
from clinic_hours.clinic.slips import slip
from clinic_hours.clinic.upgrading import upgraded
from clinic_hours.clinic.wording import Wording
from clinic_hours.errors import (
    AssumedHoursWarning,
    ClinicFileError,
    DocumentSyntaxError,
    InvalidClinicError,
    Mistake,
)
from clinic_hours.files import format_of, parse, read_text

if TYPE_CHECKING:
    from clinic_hours.clinic.clinic import Clinic

C = TypeVar("C", bound="Clinic")


def load(kind: type[C], path: str | os.PathLike[str]) -> C:
    """The clinic in a file."""
    form = format_of(path)
    return from_text(kind, text_of(path), form, os.fspath(path))


def text_of(path: str | os.PathLike[str]) -> str:
    """The text of a clinic file."""
    try:
        return read_text(path)
    except DocumentSyntaxError as error:
        raise ClinicFileError(os.fspath(path), [Mistake(error.line, "", "", error.reason)]) from None


def from_text(kind: type[C], text: str, form: str, file: str) -> C:
    """The clinic that a text of a format says; `file` is the name that mistakes are told with."""
    try:
        document = parse(text, form)
    except DocumentSyntaxError as error:
        line, told = slip(text, form, error)
        raise ClinicFileError(file, [Mistake(line, "", "", told)]) from None
    wording = Wording(document, kind, form)
    try:
        data = upgraded(document.data)
    except DocumentSyntaxError as error:
        raise ClinicFileError(file, [wording.mistake(("schema_version",), error.reason)._replace(key="")]) from None
    assumed: list[tuple[str, Any]] = []
    found = [wording.mistake(path, told) for path, told in misfits(data)]
    clinic: C | None = None
    try:
        clinic = kind.model_validate(data, context={"assumed": assumed})
    except ValidationError as error:
        found += wording.of_errors(one for one in error.errors(include_url=False) if not _is_misfit(one))
    if clinic is None or found:
        raise ClinicFileError(file, sorted(found, key=_line))
    places = document.texts(("regular_hours", "hours")) if assumed else {}
    for told, assumption in dict.fromkeys(assumed):
        for place in places[told]:
            mistake = wording.mistake(place, str(assumption), assumption.start)
            warnings.warn(f"{file}:{mistake.line}: {mistake}", AssumedHoursWarning, stacklevel=4)
    return clinic


def _is_misfit(error: Any) -> bool:
    """Whether pydantic tells once more what `misfits` has told already."""
    return isinstance(error.get("ctx", {}).get("error"), InvalidClinicError)


def _line(mistake: Mistake) -> int:
    return mistake.line or 0
