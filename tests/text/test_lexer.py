"""The lexer: every character in one piece, every piece in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours.hours.weekday import Weekday
from clinic_hours.text.lexer import BLANK, DASHES, LINE_ENDS, Lexed, meaning
from clinic_hours.text.vocabulary import Token
from clinic_hours.text.words import en

SIGNS = st.text('Mon8amp.:-–— \t\u00a0\n\r;,&("日é0129', max_size=40) | st.text(max_size=40)


def clock(piece: str) -> tuple[int, str] | None:
    token = meaning(piece)
    return (token.value, token.form) if token.kind == "clock" else None


@given(SIGNS)
def test_pieces_and_the_blanks_after_them_are_the_whole_text(text: str):
    lexed = Lexed(text)
    assert len(lexed.tokens) == len(lexed.pieces) + 1
    for at in range(1, len(lexed.pieces)):
        start, end = lexed.place(at, at + 1)
        assert text[start:end] == lexed.pieces[at]
        assert lexed.between(at, at + 1) == lexed.pieces[at]
        assert text[end : lexed.start(at + 1)].strip("\u200b\u200e\u200f\u2060\ufeff \t\x1f").strip() == ""
    assert lexed.start(len(lexed.pieces)) == len(text)
    assert lexed.pieces[0] == "\n"
    assert lexed.start(0) == -1


@given(SIGNS)
def test_every_line_ends_in_a_break_or_in_the_end(text: str):
    tokens = Lexed(text).tokens
    assert tokens[0] == Token("break", 1)
    assert [token.kind for token in tokens].count("end") == 1 == (tokens[-1].kind == "end")
    assert sum(token == Token("break", 1) for token in tokens) == 1 + sum(c in LINE_ENDS for c in text)


@pytest.mark.parametrize(
    ("piece", "minute", "form"),
    [
        ("8am", 480, "said"),
        ("8:30am", 510, "said"),
        ("8.30am", 510, "said"),
        ("8 a.m.", 480, "said"),
        ("8:00 AM", 480, "said"),
        ("5 p. m.", 1020, "said"),
        ("9:30a", 570, "said"),
        ("12am", 0, "said"),
        ("12pm", 720, "said"),
        ("0:45 AM", 45, "said"),
        ("noon", 720, "word"),
        ("Midnight", 0, "word"),
        ("17:30", 1050, "24"),
        ("0:30", 30, "24"),
        ("24:00", 1440, "24"),
        ("08:00", 480, "padded"),
        ("08", 480, "padded"),
        ("8", 480, "bare"),
        ("12:30", 750, "bare"),
    ],
)
def test_clocks_as_people_write_them(piece: str, minute: int, form: str):
    assert Lexed(piece).pieces[1:] == [piece]
    assert clock(piece) == (minute, form)


@pytest.mark.parametrize("piece", ["25", "24:01", "8:75", "13pm", "0pm", "13:00am", "2026", "0800", "9" * 40])
def test_numbers_that_no_clock_shows(piece: str):
    assert meaning(piece).kind == "number"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("8ambulances", ["8", "ambulances"]),
        ("8am5pm", ["8", "am", "5pm"]),
        ("9 and 5", ["9", "and", "5"]),
        ("9 a 5", ["9", "a", "5"]),
        ("8\nam", ["8", "\n", "am"]),
        ("12.30.2026", ["12.30.2026"]),
        ("1.5", ["1", ".", "5"]),
        ("Mon.-Fri.:", ["Mon.", "-", "Fri.", ":"]),
        ("8a.m.–5p.m.;", ["8a.m.", "–", "5p.m.", ";"]),
        ("x" * 90, ["x" * 40, "x" * 40, "x" * 10]),
        ("-" * 50, ["-" * 40, "-" * 10]),
    ],
)
def test_where_one_piece_ends_and_the_next_begins(text: str, pieces: list[str]):
    assert Lexed(text).pieces[1:] == pieces


@pytest.mark.parametrize("number", range(7))
def test_days_in_every_case_with_and_without_a_dot(number: int):
    for word in en.DAYS[number].split(", "):
        for written in (word, word.upper(), word.capitalize(), word.capitalize() + "."):
            assert meaning(written) == Token("day", number)


@pytest.mark.parametrize(("number", "words"), [(number, names.split(", ")) for number, names in enumerate(en.DAYS)])
def test_every_beginning_of_two_letters_is_the_day_itself(number: int, words: list[str]):
    assert words[-2] == list(Weekday)[number].name.lower()
    assert all(words[-1].startswith(word) or word == "weds" for word in words)
    assert {meaning(word) for word in words} == {Token("day", number)}


def test_words_that_are_of_no_use_here():
    assert meaning("moonday") == Token("word")
    assert meaning("…") == meaning("²") == Token("mark")
    assert Lexed("Mon").word(5) == ""


def test_every_dash_and_every_blank_is_one():
    dashes = [c for c in map(chr, range(0x10000)) if not c.isalpha() and meaning(c).kind == "dash"]
    assert set("-‐‑‒–—―−") < set(dashes)
    assert len(dashes) == 11
    for dash in dashes:
        assert [token.kind for token in Lexed(f"8am{dash}\u202f5pm").tokens] == [
            "break",
            "clock",
            "dash",
            "clock",
            "end",
        ]
    assert BLANK.startswith("[ ")
    assert DASHES.startswith("-")


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        ("<br>", "break"),
        ("<BR/>", "break"),
        ("</p>", "break"),
        ("<td>", "cell"),
        ("<b>", "tag"),
        ("&ndash;", "dash"),
        ("&#8211;", "dash"),
        ("&amp;", "and"),
        ("&nbsp;", "tag"),
        ("+1 201 555 0100", "phone"),
        ("(201) 555-0100", "phone"),
        ("201.555.0100", "phone"),
        ("12/25/2026", "date"),
        ("2026-12-24", "date"),
        ("24.12.2026", "date"),
        ("24.12.", "number"),
        ("2.ª", "number"),
        ("123.45", "number"),
        ("--", "dash"),
    ],
)
def test_pieces_that_are_neither_words_nor_clocks(piece: str, kind: str):
    assert Lexed(piece).pieces[1:] == [piece]
    assert meaning(piece).kind == kind


@pytest.mark.parametrize(
    ("piece", "minute", "form"),
    [
        ("8h30", 510, "exact"),
        ("14H00", 840, "exact"),
        ("8：30", 510, "bare"),
        ("830am", 510, "said"),
        ("8.30.", 510, "bare"),
    ],
)
def test_clocks_of_other_languages(piece: str, minute: int, form: str):
    assert Lexed(piece).pieces[1:] == [piece]
    assert clock(piece) == (minute, form)


@pytest.mark.parametrize(
    ("piece", "language", "kind"),
    [
        ("Monday's", "en", "day"),
        ("Thursdays'", "en", "day"),
        ("l'été", "fr", "season"),
        ("o'x", "en", "word"),
        ("Sábado", "es", "day"),
    ],
)
def test_words_with_apostrophes_and_accents(piece: str, language: str, kind: str):
    assert meaning(piece, language).kind == kind


@pytest.mark.parametrize(
    "piece", ["-", "8", "8 ", "8 a", "8" + " " * 9, "8:", "x", "x.", " ", "\n", "(", "8 a.", "٨", "\0", "<", "&", "+1 "]
)
def test_no_piece_is_long_so_that_the_time_is_linear_in_the_text(piece: str):
    lexed = Lexed(piece * (20_000 // len(piece)))
    assert max(len(found) for found in lexed.pieces) <= 100
    assert len(lexed.pieces) <= len(lexed.text) + 1
