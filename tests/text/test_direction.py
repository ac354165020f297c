"""Words that run against their line, and texts of anybody's on one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours.text.direction import ISOLATE, POP_ISOLATE, isolated, one_line


@pytest.mark.parametrize(
    ("text", "right_to_left", "is_held"),
    [
        ("ring twice", False, False),
        ("ring twice", True, True),
        ("שלום", False, True),
        ("שלום", True, False),
        ("مرحبا", False, True),
        ("مرحبا", True, False),
        ("Dr. שלום", True, True),
        ("Dr. שלום", False, True),
        ("12-1, (3)", True, False),
        ("12-1, (3)", False, False),
        ("", True, False),
    ],
)
def test_a_text_is_held_apart_where_a_letter_runs_against_the_line(text: str, right_to_left: bool, is_held: bool):
    held = isolated(text, right_to_left=right_to_left)
    assert held == (f"\u2068{text}\u2069" if is_held else text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Main office", "Main office"),
        ("  Main \t\n office\r\n", "Main office"),
        ("a\x00b\x1bc\x7fd\x85e", "a b c d e"),
        ("a\u2028b\u2029c", "a b c"),
        ("\u202etxet\u202c \u2067x\u2069\u2066\u2068", "txet x"),
        ("a\ud800b\uffffc\ufdd0d\U0001fffee", "a b c d e"),
        ("naïve 日本 👩\u200d⚕️ a\u00a0b", "naïve 日本 👩\u200d⚕️ a b"),
        ("\n\x00", ""),
    ],
)
def test_one_line(text: str, line: str):
    assert one_line(text) == line


@given(st.text())
def test_one_line_is_one_line_and_can_be_encoded(text: str):
    line = one_line(text)
    assert one_line(line) == line == line.strip()
    assert len([*line.splitlines()]) <= 1
    assert line.encode("utf-8").decode("utf-8") == line
    assert not {ISOLATE, POP_ISOLATE} & {*line}


@given(st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" ")))
def test_what_can_be_read_stays(text: str):
    assert one_line(text).replace(" ", "") == text.replace(" ", "")
