"""Documents opened and looked at: what is refused, what is noted, and what a node gives."""

import pytest

from clinic_hours.codecs import documents
from clinic_hours.codecs.documents import Node, Notes, opened, shown
from clinic_hours.errors import DocumentSyntaxError


def test_a_text_in_bytes_is_read_as_utf_8():
    assert opened('\ufeff{"name": "Müller"}'.encode(), Notes())["name"].text == "Müller"
    with pytest.raises(DocumentSyntaxError, match="this is not a text in UTF-8"):
        opened(b'{"name": "M\xfcller"}', Notes())


def test_what_is_no_json_is_refused_with_its_line():
    with pytest.raises(DocumentSyntaxError, match="line 2: this is not JSON"):
        opened('{"name":\n}', Notes())


def test_a_text_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(documents, "LONGEST", 10)
    with pytest.raises(DocumentSyntaxError, match="12 characters are too many for a document; at most 10"):
        opened('{"name": 10}', Notes())


def test_a_document_with_too_many_values_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(documents, "MOST", 10)
    with pytest.raises(DocumentSyntaxError, match="more than 10 values"):
        opened([1] * 11, Notes())


def test_a_node_gives_nothing_for_what_it_is_not():
    node = Node({"a/b": [1, 2.0, True, 1e30, "x"], 5: 6}, "")
    assert [item.number for item in node["a/b"].items] == [1, 2, None, None, None]
    assert node["a/b"].items[4].pointer == "/a~1b/4"
    assert [key for key, _ in node.members] == ["a/b"]
    assert (node["c"].text, node["c"].items, bool(node["c"])) == ("", [], False)
    assert [item.text for item in Node("x").items] == ["x"]
    assert Node({"a": None, "b": 2}).first("a", "b").pointer == "/b"
    assert Node({"a": None, "b": None}).first("a", "b").pointer == "/b"
    assert Node({}).first().value is None


def test_a_sentence_shows_a_value_in_part():
    assert [Node(value).shown for value in ({}, [], 5, None, "x")] == ["an object", "a list", "5", "None", "'x'"]
    assert shown("x" * 41) == f"'{'x' * 40}…'"
    assert shown(10**100) == "1" + "0" * 39


def test_the_same_note_is_told_once():
    notes = Notes()
    for _ in range(2):
        notes.tell("a", "/b", "c")
    assert len(list(notes)) == 1
