"""Slips that leave a file no document: the line to mend, and what to write there, whatever line the reader stopped at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import Clinic
from clinic_hours.clinic.loading import from_text
from clinic_hours.clinic.slips import FINDERS, slip
from clinic_hours.errors import ClinicFileError, DocumentSyntaxError
from command_line import CLINIC

HAS_YAML = pytest.mark.usefixtures("yaml")


@pytest.fixture
def yaml():
    pytest.importorskip("yaml")


def told(text: str, form: str) -> tuple[int | None, str]:
    """The line and the words for a text that is no document."""
    with pytest.raises(ClinicFileError) as caught:
        from_text(Clinic, text, form, f"clinic.{form}")
    (mistake,) = caught.value.mistakes
    return mistake.line, mistake.told


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a = 1\nb = «x»\n", 2, "straight ones"),
        ('a = """\nMon 8am-4pm\n', 1, "three quotation marks that begin this text are not closed"),
        ('b = "x"\na = """\nMon 8am-4pm\n[[locations]]\nc = """\nx\n"""\n', 2, "are not closed"),
        ('b = "x"\na = """\nMon 8am-4pm\nc = """\nx\n"""\n', 2, "are not closed"),
        ("a = '''\nit's \"\"\"\n", 1, "are not closed"),
        ('a = """x"""\n[b\n', 2, "this heading is not closed as it was opened; write [b]"),
        ("[[locations.special_hours]\n", 1, "write [[locations.special_hours]]"),
        ("[locations\n", 1, "write [[locations]]"),
        ("[[locations]]\n[locations]\n", 2, "write each heading in double brackets, as [[locations]]"),
        ("[locations]\n[[locations]]\n", 2, "what stands under [locations] is written twice"),
        ("x = [{}]\n[[x]]\n", 2, "what stands under [x] is written twice"),
        ('a.b = "x"\na.b = "y"\n', 2, "stands twice in one table"),
        ('a = "x\n', 1, "a quotation mark is missing"),
        ("a = 'x\n\n\n", 1, "a quotation mark is missing"),
        ("# it's a comment\na = 1\nb = 'x\nc = 1\n", 3, "a quotation mark is missing"),
        ("a = Children's\n", 1, "a quotation mark is missing"),
        ("a = 8am-noon   # soon\n", 1, 'a text stands in quotation marks; write a = "8am-noon"'),
        ("a = [08:00-12:00, 13:00-17:00]\n", 1, "this is not TOML"),
        ("a = yes\n", 1, 'write a = "yes"'),
        ("a = 1\n  b = { c = 1, d = 007 }\n", 2, 'write d = "007"'),
        ('a = "x",\n', 1, "take this one out"),
        ('a = { b = "x"\n', 1, "written on one line"),
        ('a = { b = "x", }\n', 1, "written on one line"),
        ("name Maple\n", 1, "stands an equals sign; write name = Maple"),
        ('- name: "x"\n', 1, 'write name = "x"'),
        ("= 1\n", 1, "this is not TOML: Invalid statement"),
        ('a = "C:\\x"\n', 1, "this is not TOML"),
    ],
)
def test_toml(text: str, line: int, words: str):
    found, said = told(text, "toml")
    assert (found, words in said) == (line, True), said


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('{\n"a": “x”\n}', 2, "straight ones"),
        ("{\n'a': 1\n}", 2, "double quotation marks alone"),
        ("{\n# note\n}", 2, "JSON knows no comments"),
        ('{\n"a": 1 /* note */\n}', 2, "JSON knows no comments"),
        ('{\n"a": 1,\n\n}', 2, "after the last item stands no comma"),
        ('{"a": [1,\n]}', 1, "after the last item stands no comma"),
        ('{\n"a": 1\n\n"b": 2}', 2, "a comma is missing at the end of this"),
        ('{"a": {"b": 1}\n', 1, "ends too early"),
        ("", 1, "ends too early"),
        ('{\n"a": "x\n}', 2, "a quotation mark is missing at the end"),
        ('{\n"a": "x', 2, "a quotation mark is missing at the end"),
        ('{\n"a" = 1}', 2, "stands a colon"),
        ("{\na: 1}", 2, "keys too"),
        ('{\n"a": x}', 2, "a text stands in quotation marks"),
        ('{"a": 1}\nx', 2, "this is not JSON: Extra data"),
        ('{"a": "\\x"}', 1, "this is not JSON: Invalid \\escape"),
        ('{"a": 1,\n"a": 2}', 2, "stands twice in one object"),
        ("[]", 1, "begin it with {"),
    ],
)
def test_json(text: str, line: int, words: str):
    found, said = told(text, "json")
    assert (found, words in said) == (line, True), said


@HAS_YAML
@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a:\n\t- x\n", 2, "begins with a tab"),
        ("a: x\nb:y\nc: z\n", 2, "a blank stands after the colon; write b: y"),
        ("a: x\nb\nc: z\n", 2, "stand a colon and a blank"),
        ("a: x\nb\n", 2, "stand a colon and a blank"),
        ("a: US: Christmas Day\n", 1, 'write a: "US: Christmas Day"'),
        ("a: x\n  b: y\n", 2, "not indented as those around it"),
        ("a:\n   b: x\n  c: y\n", 3, "not indented as those around it"),
        ("a: 1\nb: 'x\nc: y\n", 2, "a quotation mark is missing"),
        ('a: "x\nb: y\n', 1, "a quotation mark is missing"),
        ("a: @x\n", 1, "this is not YAML"),
        ("a: [x\nb: y\n", 2, "this is not YAML"),
        ("", 1, "not a mapping"),
        ("a: *b\n", 1, "write it out"),
    ],
)
def test_yaml(text: str, line: int, words: str):
    found, said = told(text, "yaml")
    assert (found, words in said) == (line, True), said


def test_an_error_without_a_line_is_told_as_it_is():
    assert slip("x", "json", DocumentSyntaxError("too deep")) == (None, "too deep")


def test_a_line_after_the_end_of_the_text_is_one_too():
    assert slip("", "toml", DocumentSyntaxError("why", 7)) == (7, "why")


def test_an_error_with_no_slip_near_it_is_told_as_it_is():
    reason = "this is not YAML: could not find expected ':'"
    assert slip("a: b\n", "yaml", DocumentSyntaxError(reason, 1)) == (1, reason)


FORMS = st.sampled_from(sorted(FINDERS))


@given(st.text("ab=:\"'[]{},#\n\t -“*/8", max_size=60), FORMS, st.integers(1, 9), st.text(max_size=5))
def test_whatever_a_text_is_something_is_told(text: str, form: str, line: int, reason: str):
    number, said = slip(text, form, DocumentSyntaxError(f"this is not it: {reason}", line))
    assert said
    assert number is None or number >= 1


def lines(text: str) -> list[int | None]:
    """The lines of the mistakes in a text, which may have none."""
    try:
        from_text(Clinic, text, "toml", "clinic.toml")
    except ClinicFileError as error:
        return [mistake.line for mistake in error.mistakes]
    return []


@pytest.mark.filterwarnings("ignore::clinic_hours.errors.AssumedHoursWarning")
@given(st.data())
def test_a_file_with_a_character_too_many_or_too_few_loads_or_has_a_line(data: st.DataObject):
    at = data.draw(st.integers(0, len(CLINIC) - 1))
    put = data.draw(st.sampled_from(["", '"', "'", "[", "]", "=", ",", "\n", "#", "”", '"""']))
    text = CLINIC[:at] + put + CLINIC[at + data.draw(st.integers(0, 1)) :]
    for line in lines(text):
        assert line is not None
        assert 1 <= line <= text.count("\n") + 1
