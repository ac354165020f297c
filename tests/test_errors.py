"""The exceptions: what a caller may catch, and what they show."""

import inspect
import pickle

import pytest

from clinic_hours import errors
from clinic_hours.errors import (
    EXCERPT,
    AssumedHoursWarning,
    ClinicHoursError,
    HoursSyntaxError,
    InvalidDatesError,
    InvalidHoursError,
    InvalidWindowError,
    MissingExtraError,
    NaiveDatetimeError,
    NotRepresentableError,
    UnknownHolidayError,
    UnknownTimezoneError,
    WrongTypeError,
    caret_lines,
    nearest,
)

ALSO = {
    HoursSyntaxError: ValueError,
    InvalidHoursError: ValueError,
    InvalidDatesError: ValueError,
    InvalidWindowError: ValueError,
    UnknownTimezoneError: ValueError,
    UnknownHolidayError: ValueError,
    NotRepresentableError: ValueError,
    NaiveDatetimeError: TypeError,
    WrongTypeError: TypeError,
    MissingExtraError: ImportError,
}


@pytest.mark.parametrize("error", ALSO)
def test_each_error_is_one_of_the_library_and_a_standard_one(error: type[Exception]):
    assert issubclass(error, ClinicHoursError)
    assert issubclass(error, ALSO[error])
    assert not issubclass(error, {ValueError: TypeError, TypeError: ValueError, ImportError: ValueError}[ALSO[error]])


def test_the_tree_in_the_docstring_names_every_error():
    defined = {name for name, thing in vars(errors).items() if inspect.isclass(thing) and issubclass(thing, Exception)}
    assert all(name in (errors.__doc__ or "") for name in defined)
    assert defined == {error.__name__ for error in ALSO} | {"ClinicHoursError", "AssumedHoursWarning"}


def test_an_assumption_is_a_warning_and_no_error():
    assert issubclass(AssumedHoursWarning, UserWarning)
    assert not issubclass(AssumedHoursWarning, ClinicHoursError)


def test_a_syntax_error_shows_the_line_and_the_place():
    error = HoursSyntaxError("no day is written 'Xx'", "Mo 08:00-12:00\nXx 10:00-12:00\nTu off", 15, 17)
    assert str(error) == "no day is written 'Xx'\n    Xx 10:00-12:00\n    ^^"
    assert (error.reason, error.start, error.end) == ("no day is written 'Xx'", 15, 17)


def test_without_a_place_the_whole_text_is_meant():
    error = HoursSyntaxError("what is this", "abc")
    assert (error.start, error.end) == (0, 3)
    assert str(error) == "what is this\n    abc\n    ^^^"


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_an_empty_text_is_not_shown(text: str):
    assert str(HoursSyntaxError("nothing here", text)) == "nothing here"


@pytest.mark.parametrize(
    "error",
    [
        HoursSyntaxError("why", "text", 1, 2),
        MissingExtraError("Bulk work", "bulk"),
        WrongTypeError("why"),
        UnknownHolidayError("why"),
    ],
    ids=repr,
)
def test_errors_survive_pickling(error: Exception):
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_a_missing_extra_says_what_to_install():
    error = MissingExtraError("A public holiday", "holidays")
    assert str(error) == "A public holiday needs an optional package: pip install 'clinic-hours[holidays]'"
    assert (error.what, error.extra) == ("A public holiday", "holidays")


@pytest.mark.parametrize(
    ("text", "start", "end", "shown"),
    [
        ("abc def", 4, 7, "    abc def\n        ^^^"),
        ("abc def", 0, 3, "    abc def\n    ^^^"),
        ("abc def", 7, 7, "    abc def\n           ^"),
        ("abc def", 3, 3, "    abc def\n       ^"),
        ("abc\ndef\nghi", 4, 7, "    def\n    ^^^"),
        ("abc\ndef\nghi", 8, 11, "    ghi\n    ^^^"),
        ("abc\ndef", 1, 6, "    abc\n     ^^"),  # a place over a line's end is shown up to it
        ("abc\ndef", 3, 3, "    abc\n       ^"),
        ("a\tb\x00c", 4, 5, "    a b c\n        ^"),
    ],
)
def test_carets_stand_under_the_place(text: str, start: int, end: int, shown: str):
    assert caret_lines(text, start, end) == shown


def test_a_long_line_is_cut_on_both_sides_of_the_place():
    text = "a" * 200 + "XYZ" + "b" * 200
    line, carets = caret_lines(text, 200, 203).splitlines()
    assert line == f"    …{'a' * EXCERPT}XYZ{'b' * EXCERPT}"[: len(line) - 1] + "…"
    assert line[carets.index("^") : carets.index("^") + 3] == "XYZ"
    assert carets.count("^") == 3


def test_a_long_place_is_shown_in_part():
    for length in (10_000_000, 2 * EXCERPT + 1):
        line, carets = caret_lines("x" * length, 0, length).splitlines()
        assert len(line) == 4 + 2 * EXCERPT + 1
        assert line.endswith("x…")
        assert carets == "    " + "^" * 2 * EXCERPT


def test_a_line_that_just_fits_is_not_cut():
    text = "a" * EXCERPT + "X" + "b" * (EXCERPT - 1)
    assert caret_lines(text, EXCERPT, EXCERPT + 1).splitlines()[0] == f"    {text}"
    assert "…" in caret_lines("a" + text, EXCERPT + 1, EXCERPT + 2)
    assert caret_lines("a" + text, EXCERPT + 1, EXCERPT + 2).splitlines()[0] == f"    …{text}"
    assert caret_lines(text + "bb", EXCERPT, EXCERPT + 1).endswith("^")
    assert "bb…" in caret_lines(text + "bb", EXCERPT, EXCERPT + 1)


def test_the_nearest_names_come_first_and_are_three_at_most():
    names = ["Christmas Day", "Thanksgiving Day", "Veterans Day", "Memorial Day"]
    assert nearest("Thanksgivin", names)[0] == "Thanksgiving Day"
    assert len(nearest("Thanksgivin", names)) == 3
    assert nearest("x" * 10_000_000, names[:1]) == ["Christmas Day"]
    assert nearest("x", []) == []
