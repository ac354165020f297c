"""Where each value of a JSON or YAML text stands, and what is no such text."""

import json
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from clinic_hours.errors import DocumentSyntaxError, MissingExtraError
from clinic_hours.files import Path, parse

TEXTS = st.text(max_size=8) | st.sampled_from(('"', "\\", "}", "]", "a: b", "# a", "\n"))
SCALARS = TEXTS | st.booleans() | st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
TREES = st.recursive(
    SCALARS, lambda held: st.lists(held, max_size=3) | st.dictionaries(TEXTS, held, max_size=3), max_leaves=8
)
OBJECTS = st.dictionaries(TEXTS, TREES, max_size=3)


def walked(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield path, data
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from walked(value, (*path, step))


@given(OBJECTS, st.sampled_from((None, 0, 2, "\t")), st.booleans(), st.sampled_from(("", " ", "\r\n\t")))
def test_every_value_of_json_has_the_place_where_it_begins(
    data: dict[str, Any], indent: int | str | None, ascii_only: bool, before: str
):
    text = before + json.dumps(data, indent=indent, ensure_ascii=ascii_only) + before
    document = parse(text, "json")
    assert document.data == data
    values = dict(walked(data))
    assert document.places.keys() == values.keys()
    for path, value in values.items():
        place = document.places[path] - isinstance(value, str)
        assert json.JSONDecoder().raw_decode(text, place)[0] == value


@given(OBJECTS.map(json.dumps), st.data())
def test_whatever_is_json_is_read_and_all_else_refused(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    other = text[:start] + data.draw(st.text(st.sampled_from('{}[]":,-1eNI \n\\'), max_size=4)) + text[end:]
    try:
        document = parse(other, "json")
    except DocumentSyntaxError:
        return
    assert document.places.keys() == dict(walked(document.data)).keys()


JSON = """{
  "name": "Riverside",
  "n": -1.5e3,
  "locations": [
    {"id": "main"},
    []
  ]
}"""


@pytest.mark.parametrize(
    ("path", "begins", "line"),
    [
        ((), "{\n", 1),
        (("name",), 'Riverside"', 2),
        (("n",), "-1.5e3", 3),
        (("locations",), "[\n", 4),
        (("locations", 0), '{"id"', 5),
        (("locations", 0, "id"), 'main"', 5),
        (("locations", 1), "[]", 6),
    ],
)
def test_a_value_of_json_is_found_by_its_path(path: Path, begins: str, line: int):
    document = parse(JSON, "json")
    assert JSON[document.places[path] :].startswith(begins)
    assert document.line(path) == line


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"a": 1,\n"b": }', "line 2: this is not JSON: Expecting value"),
        ("", "line 1: this is not JSON: Expecting value"),
        ("[1]", "line 1: the document is not an object; begin it with { and end it with }"),
        ("5", "line 1: the document is not an object"),
        ('{"a": 1,\n"a": 2}', "line 2: the key 'a' stands twice in one object; leave one of them"),
        ('{"a": [{"b": 1,\n"c": 2,\n"b": 3}]}', "line 3: the key 'b' stands twice"),
        ('{"a":\n[1, NaN]}', "line 2: NaN is no number in JSON"),
        ('{"a": -Infinity}', "line 1: -Infinity is no number in JSON"),
        ('{\n"a": Infinity\n}', "line 2: Infinity is no number in JSON"),
        (f'{{"a": {"1" * 5000}}}', "a number in the document has too many digits"),
        (f'{{"a":\n{"[" * 60}{"]" * 60}}}', "line 2: the document is nested more than 50 levels deep"),
        (f'{{"a": {"[" * 60}{"]" * 60}, "a": 1}}', "line 1: the document is nested more than 50 levels deep"),
        (f'{{"a": {"[" * 600}{"]" * 600}}}', "line 1: the document is nested more than 50 levels deep"),
        (f'{{"a": {"[" * 500_000}', "the document is nested too deeply"),
    ],
    ids=range(14),
)
def test_what_is_no_json_is_told_with_its_line(text: str, told: str):
    with pytest.raises(DocumentSyntaxError) as refused:
        parse(text, "json")
    assert str(refused.value).startswith(told)


def test_a_document_may_be_fifty_levels_deep():
    text = f'{{"a": {"[" * 49}{"]" * 49}}}'
    assert max(map(len, parse(text, "json").places)) == 49


class TestYaml:
    """What needs PyYAML."""

    @pytest.fixture(autouse=True)
    def _extra(self):
        pytest.importorskip("yaml")

    @given(OBJECTS)
    def test_whatever_is_json_is_found_in_yaml_too(self, data: dict[str, Any]):
        text = json.dumps(data)
        assume("\\ud" not in text)  # two escapes for one letter are of JSON alone
        document = parse(text, "yaml")
        values = dict(walked(data))
        assert document.places.keys() == values.keys()
        for path, value in values.items():
            place = document.places[path] - isinstance(value, str)
            assert json.JSONDecoder().raw_decode(text, place)[0] == value

    def test_every_plain_value_is_the_text_that_it_is(self):
        words = [
            "off",
            "NO",
            "yes",
            "12:30",
            "1:20",
            "2026-11-02",
            "0x1f",
            "1e3",
            "null",
            "~",
            "08",
            "true",
            ".inf",
            "=",
        ]
        text = "".join(f"- {word}\n" for word in words)
        assert parse(f"a:\n{text}b:\n", "yaml").data == {"a": words, "b": ""}
        assert parse(f"a: [{', '.join(words)}]\n", "yaml").data == {"a": words}
        assert parse("{off: 1, NO: 2, 12: 3}", "yaml").data == {"off": "1", "NO": "2", "12": "3"}

    def test_a_value_is_found_by_its_path(self):
        text = "# a\nname: 'x'\nhours: |\n  Mon 8am\n  Tues 9am\nmore: >-  # folded\n  a\n  b\nlist:\n  - \"q\"\n  - {k: v}\n"
        document = parse(text, "yaml")
        begins = {path: text[place : place + 4].strip() for path, place in document.places.items()}
        assert begins == {
            (): "name",
            ("name",): "x'\nh",
            ("hours",): "Mon",
            ("more",): "a",
            ("list",): '- "q',
            ("list", 0): 'q"',
            ("list", 1): "{k:",
            ("list", 1, "k"): "v}",
        }
        assert document.line(("hours",), len("Mon 8am\n")) == 5
        assert document.line(("hours",), len("Mon 8am\nTues")) == 5
        assert document.line(("hours",), len("Mon 8am")) == 4

    @pytest.mark.parametrize("text", ["a: |", "a: |\n", "a: |\n\n\n  b\n", "a: |2\n    b\n", "a: >\n b\n c\n"])
    def test_a_text_over_several_lines_may_be_empty_or_further_in(self, text: str):
        document = parse(text, "yaml")
        value = document.data["a"].strip()
        assert not value or text[document.places["a",] :].lstrip().startswith("b")

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("a: 1\nb: [\n", "line 3: this is not YAML: "),
            ("a:\n\t- b", "line 2: this is not YAML: found character '\\t' that cannot start any token"),
            ("a: 'b\n", "line 2: this is not YAML: found unexpected end of stream"),
            ("a: 1\n---\nb: 2", "line 2: this is not YAML: "),
            ("a: \0", "this is not YAML: unacceptable character #x0000: special characters are not allowed"),
            ("a: !<tag:a b", "line 1: this is not YAML: "),
            ("a: 1\nb: 2\na: 3\n", "line 3: the key 'a' stands twice; leave one of them"),
            (
                "a: &x 1\n\n\nb: *x\nc: 1\n",
                "line 4: '*' repeats what stands elsewhere, which is not read here; write it out",
            ),
            ("a: &x {b: 1}\nc:\n  <<: *x\n", "line 3: '*' repeats"),
            ("a: &x [*x]\n", "line 1: '*' repeats"),
            ("? [a]\n: b\n", "line 1: a key is a text"),
            ("", "line 1: the document is not a mapping; write it as lines such as 'name: Riverside'"),
            ("- a\n", "line 1: the document is not a mapping"),
            ("just words", "line 1: the document is not a mapping"),
            (f"a: {'[' * 10_000}", "the document is nested more than 50 levels deep"),
            (f"a:\n{'- ' * 60}b\n", "the document is nested more than 50 levels deep"),
        ],
        ids=range(16),
    )
    def test_what_is_no_yaml_is_told_with_its_line(self, text: str, told: str):
        with pytest.raises(DocumentSyntaxError) as refused:
            parse(text, "yaml")
        assert str(refused.value).startswith(told)

    @given(st.text(st.sampled_from("a:- \n'\"[]{}|>#&*!%?,\t"), max_size=20))
    def test_any_text_is_read_or_refused(self, text: str):
        try:
            document = parse(text, "yaml")
        except DocumentSyntaxError:
            return
        assert document.places.keys() == dict(walked(document.data)).keys()
        assert all(0 <= place <= len(text) for place in document.places.values())


def test_yaml_without_its_package_names_the_extra(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delitem(sys.modules, "clinic_hours.files.yaml_format", raising=False)
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(MissingExtraError, match=r"YAML needs an optional package: pip install 'clinic-hours\[yaml\]'"):
        parse("a: 1", "yaml")
    monkeypatch.delitem(sys.modules, "clinic_hours.files.yaml_format", raising=False)
