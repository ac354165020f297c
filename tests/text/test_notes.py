"""Which texts in brackets are notes, and which say something about hours."""

import pytest

from clinic_hours.text.notes import in_brackets, says_hours
from clinic_hours.text.words import en

HOURS = """
closed, Closed for lunch, noon, 8am, 9:00, 9.30, 12-1, 12 – 1, 12 to 1, 12/25, 8 & 10, 2nd, 3rd week, 5th, Mon, sat., weekends,
except July, every other one, until 5, last, M-F, lab M-F here, T/Th, m – w, MWF, 10-noon, by  appointment, appointments only, hours vary,
open late, nach Vereinbarung, 9:00 x, x 9:00
"""
NOTES = """
new patients, room 12, 12 Elm Street, call 201 555 0100, ages 3, wing M, no. 5; 2 floors up, 5, 5., walk-ins, 4 & up, 555-0100,
12-, 3 - x, M & Ms, A-M, M-, A-F, vitamin B-12, ring twice (side door), é, Dr. Li & Dr. Fox
"""


def each(texts: str) -> list[str]:
    return [text.strip() for text in texts.split(",")]


@pytest.mark.parametrize("text", each(HOURS))
def test_texts_that_say_something_about_hours(text: str):
    assert says_hours(text)
    assert says_hours(text.upper())
    assert in_brackets(text) == f'"{text}"'


@pytest.mark.parametrize("text", each(NOTES))
def test_texts_that_are_mere_notes(text: str):
    assert not says_hours(text)
    assert in_brackets(text) == text


@pytest.mark.parametrize("text", ["(", ")", "a) b (c", "((x)", ":)"])
def test_a_note_that_does_not_close_its_brackets_stands_in_quotation_marks(text: str):
    assert not says_hours(text)
    assert in_brackets(text) == f'"{text}"'


def test_every_phrase_of_a_state_says_hours_so_that_no_note_is_taken_for_one():
    for meaning in ("by_appointment", "unknown", "all day", "closed", "lunch", "except", "holidays"):
        for phrase in en.WORDS[meaning].split(","):
            assert says_hours(" ".join(phrase.split()))
