"""What a codec hands back: the value or the document, and a note for everything assumed or lost, with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from clinic_hours.errors import InvalidHoursError, NotRepresentableError

T = TypeVar("T")

OnLoss = Literal["note", "raise"]
"""What `encode` does where the document cannot say all: tell it in a note, or raise `NotRepresentableError`."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was assumed on the way in, or could not be said on the way out.

    `code` is stable and meant for programs. `place` is where in the document or the value: a JSON pointer, a column of a text, a
    key. `sentence` is for people.

    >>> print(Note("misspelled", "column 1", "'Mon' is read as Mo"))
    column 1: 'Mon' is read as Mo (misspelled)
    """

    code: str
    place: str
    sentence: str

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.sentence} ({self.code})"


@dataclass(frozen=True, slots=True)
class Decoded(Generic[T]):
    """What a document says, and what was assumed to read it so.

    >>> Decoded("Mo 08:00-12:00").notes
    ()
    """

    value: T
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Encoded(Generic[T]):
    """A document, and what it could not say.

    >>> Encoded("Mo 08:00-12:00", (Note("note-lost", "", "a note was left out"),)).notes[0].code
    'note-lost'
    """

    document: T
    notes: tuple[Note, ...] = ()


def encoded(document: T, notes: Iterable[Note], on_loss: OnLoss) -> Encoded[T]:
    """The document with its notes; with `on_loss="raise"` a `NotRepresentableError` where there is any.

    >>> encoded("Mo 08:00-12:00", [], "raise").document
    'Mo 08:00-12:00'
    """
    check_on_loss(on_loss)
    told = tuple(notes)
    if told and on_loss == "raise":
        raise NotRepresentableError("; ".join(map(str, told)), told)
    return Encoded(document, told)


def check_on_loss(on_loss: str) -> None:
    """Refuse an `on_loss` that is neither "note" nor "raise"."""
    if on_loss not in ("note", "raise"):
        raise InvalidHoursError(f"on_loss is 'note' or 'raise', not {on_loss!r}")
