"""What a codec hands back."""

import pickle

import pytest

from clinic_hours.codecs import Decoded, Encoded, Note
from clinic_hours.codecs.decoded import encoded
from clinic_hours.errors import InvalidHoursError, NotRepresentableError

LOST = Note("note-lost", "regular_hours", "a note was left out")


def test_a_note_shows_its_place_its_sentence_and_its_code():
    assert str(LOST) == "regular_hours: a note was left out (note-lost)"
    assert str(Note("note-lost", "", "a note was left out")) == "a note was left out (note-lost)"


def test_values_documents_and_notes_do_not_change_and_are_compared_by_what_they_hold():
    assert Decoded(1, (LOST,)) == Decoded(1, (LOST,)) != Decoded(1)
    assert hash(Encoded("x", (LOST,))) == hash(Encoded("x", (LOST,)))
    with pytest.raises(AttributeError):
        LOST.code = "other"  # type: ignore[misc]


def test_a_loss_is_a_note_or_an_error_as_asked():
    assert encoded("x", [LOST], "note") == Encoded("x", (LOST,))
    assert encoded("x", [], "raise") == Encoded("x")
    with pytest.raises(NotRepresentableError, match="a note was left out") as caught:
        encoded("x", [LOST], "raise")
    assert caught.value.notes == (LOST,)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.notes) == (str(caught.value), (LOST,))


def test_another_wish_than_to_note_or_to_raise_is_refused():
    with pytest.raises(InvalidHoursError, match="'note' or 'raise', not 'ignore'"):
        encoded("x", [], "ignore")  # type: ignore[arg-type]
