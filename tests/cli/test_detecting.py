"""How `convert` and `diff` find out in which format a document is, and that they ask where it is not certain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clinic_hours.cli.detecting import BEGINNINGS, ENDINGS, HEADERS, KEYS, detected
from clinic_hours.cli.formats import FORMATS
from command_line import run
from offices import DOCUMENTS, TEXTS

CHOICES = f"say it with --from, as one of {', '.join(FORMATS)}\n"


def found(text: str, name: str = "-") -> str:
    """The format that a document is taken for."""
    return detected(Path(name), text, "--from").name


def told(text: str, name: str = "-") -> str:
    """What whoever converts a document is told."""
    if name != "-":
        Path(name).write_text(text, encoding="utf-8")
    code, out, err = run("convert", name, "--to", "osm", text=text)
    assert (code, out) == (2, "")
    return err


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("form", [form for form in TEXTS if form not in ("osm", "availability")])
def test_each_format_shows_by_its_own_marks(form: str):
    assert found(TEXTS[form]) == form
    assert found(TEXTS[form], "document.txt") == form


def test_every_mark_is_of_a_format():
    assert {*KEYS, *HEADERS, *ENDINGS.values(), *BEGINNINGS.values()} <= {*FORMATS}
    marks = [mark for known in (KEYS, HEADERS) for keys in known.values() for mark in keys]
    shared = {mark for mark in marks if marks.count(mark) > 1}
    assert shared == {"opens_at", "closes_at"}  # HSDS has them in both of its forms


@pytest.mark.parametrize("form", DOCUMENTS)
def test_marks_are_found_wherever_they_stand(form: str):
    assert found(json.dumps({"held": [[DOCUMENTS[form]]]})) == form


def test_the_ending_of_a_name_is_certain_where_nothing_else_is():
    assert found(TEXTS["toml"].replace("[[locations]]", "[[ locations ]]"), "clinic.toml") == "toml"
    assert found('{"@type": "Pharmacy", "openingHours": "Mo 08:00-12:00"}', "page.jsonld") == "schema-org"
    assert found("{name: Office, timezone: UTC}", "clinic.YML") == "yaml"


def test_a_name_in_json_may_be_of_any_format_in_json():
    for form in DOCUMENTS:
        assert found(TEXTS[form], "hours.json") == form


@pytest.mark.parametrize("text", ['{"name": "Office",}', "name = 'Office'", ""])
def test_a_slip_in_a_json_file_is_told_as_in_a_clinic_file(text: str):
    assert told(text, "clinic.json").startswith(
        "Error: clinic.json has a mistake, and nothing was loaded.\nclinic.json"
    )
    assert "a mistake" not in told(text)


def test_an_element_of_a_web_page_is_json_ld():
    element = f'\n <SCRIPT type="application/ld+json">{TEXTS["schema-org"]}</SCRIPT>\n'
    assert found(element) == "schema-org"


def test_elements_of_openstreetmap_show_by_their_tags():
    assert found('{"elements": [{"id": 1, "tags": {"opening_hours": "Mo 08:00-16:00"}}]}') == "osm"


def test_a_calendar_shows_by_its_ending_or_its_first_line():
    assert found(TEXTS["availability"]) == found("", "hours.ICS") == "icalendar"


def test_a_sheet_shows_by_any_of_its_heads():
    assert found("id, opens_at ,weekday\n1,09:00,1\n") == "hsds"
    assert found("\ufeffMonday hours\n08:00-16:00\n") == "google-sheet"


@pytest.mark.parametrize(
    "text",
    ["", "Mo-Fr 08:00-16:00", '{"hours": []}', "[]", "[" * 100_000, '{"a": ', "name = 'Office'", f'"{"x" * 200_000}"'],
    ids=["nothing", "tag", "object", "list", "deep", "cut off", "toml", "long cell"],
)
def test_what_is_not_certain_is_asked(text: str):
    assert told(text) == f"Error: standard input does not show what it is; {CHOICES}"
    assert told(text, "hours.txt") == f"Error: hours.txt does not show what it is; {CHOICES}"


def test_what_may_be_two_formats_is_asked():
    both = json.dumps(DOCUMENTS["google"] | DOCUMENTS["nhs"])
    assert told(both) == f"Error: standard input may be google or nhs; {CHOICES}"
    assert run("convert", "-", "--to", "osm", "--from", "nhs", text=both).out == "Mo 08:00-16:00\n"
