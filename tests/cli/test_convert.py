"""`convert`: from each format into each other, with what was lost or assumed, whole or not at all."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from clinic_hours import Clinic
from clinic_hours.cli.formats import FORMATS, WRITTEN
from clinic_hours.files import storing
from clinic_hours.files import write as as_file
from command_line import CLINIC, run
from offices import DOCUMENTS, TEXTS

WINDOW = ["--first", "2026-12-01", "--until", "2026-12-31"]
MONDAY = datetime(2026, 11, 30, 9, tzinfo=UTC)
LOCATED = [name for name in FORMATS if not FORMATS[name].is_clinic_file]


def zone(form: str) -> list[str]:
    return [] if FORMATS[form].is_clinic_file else ["--timezone", "UTC"]


def text_in(form: str) -> str:
    return TEXTS.get(form) or TEXTS["fhir"]


# Each format


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_that_is_read_becomes_a_clinic_file(form: str, tmp_path: Path):
    pytest.importorskip(form if form == "yaml" else "json")
    code, out, _ = run("convert", "-", "--from", form, "--to", "toml", *zone(form), text=text_in(form))
    assert code == 0
    (tmp_path / "clinic.toml").write_text(out, encoding="utf-8")
    (location,) = Clinic.load(tmp_path / "clinic.toml")
    assert str(location.regular_hours.monday) == "08:00-16:00"
    assert (location.timezone, location.is_open(MONDAY)) == ("UTC", True)


@pytest.mark.parametrize("form", WRITTEN)
def test_each_format_that_is_written_is_read_again(form: str, clinic: str):
    pytest.importorskip({"yaml": "yaml", "icalendar": "icalendar", "availability": "icalendar"}.get(form, "json"))
    window = WINDOW if FORMATS[form].has_window else []
    written = run("convert", clinic, "--to", form, *window)
    assert written.code == 0
    again = ["convert", "-", "--from", form, "--to", "json", "--name", "Maple Street Clinic"]
    ran = run(*again, *([] if FORMATS[form].is_clinic_file else ["-z", "America/New_York"]), text=written.out)
    assert ran.code == 0
    Path("again.json").write_text(ran.out, encoding="utf-8")
    front = Clinic.load("again.json")["front"]
    assert str(front.regular_hours.friday) == "08:00-15:00"
    if form != "fhir" and not form.startswith("fhir-r4"):
        assert str(front.hours_on(datetime(2026, 12, 24).date())) == "08:00-12:00"


def test_a_clinic_file_in_another_format_of_its_own_is_the_same_clinic(clinic: str):
    for form in ("json", "toml"):
        ran = run("convert", clinic, "--to", form)
        assert (ran.code, ran.err) == (0, "")
        Path(f"again.{form}").write_text(ran.out, encoding="utf-8")
        assert Clinic.load(f"again.{form}") == Clinic.load(clinic)


@pytest.mark.parametrize(
    ("form", "marks"),
    [
        ("fhir", "hoursOfOperation"),
        ("fhir-r4", "openingTime"),
        ("fhir-r4b", "openingTime"),
        ("fhir-r5", "availableTime"),
    ],
)
def test_fhir_is_written_in_the_version_that_is_named(form: str, marks: str):
    out = run("convert", "-", "--from", "osm", "--to", form, "-z", "UTC", text="Mo 08:00-16:00").out
    assert marks in out
    assert ("availableTime" in out) == (form == "fhir-r5")
    assert json.loads(out)["resourceType"] == "Location"


def test_a_tag_is_of_one_location_and_a_clinic_is_elements(clinic: str):
    elements = run("convert", clinic, "--to", "osm").data["elements"]
    assert [(element["id"], element["tags"]["operator"]) for element in elements] == [
        ("front", "Maple Street Clinic"),
        ("satellite-office", "Maple Street Clinic"),
    ]
    assert elements[0]["tags"]["opening_hours:lab"].startswith("Mo-Fr 07:00-11:00")
    alone = run("convert", "-", "--from", "schema-org", "--to", "osm", text=json.dumps(with_department()))
    assert (alone.code, alone.out) == (0, "Mo 08:00-16:00\n")
    assert "osm: services/0: a tag is of one door" in alone.err


def test_a_calendar_is_written_with_the_line_ends_that_calendars_have(clinic: str):
    pytest.importorskip("icalendar")
    for form, has in (("icalendar", False), ("availability", True)):
        run("convert", clinic, "--to", form, "--output", "hours.ics", *WINDOW)
        held = Path("hours.ics").read_bytes()
        assert held.count(b"\n") == held.count(b"\r\n") > 10
        assert (b"BEGIN:VAVAILABILITY" in held) == has
        assert json.loads(run("convert", "hours.ics", "--to", "json", "--json").out)["from"] == "icalendar"


def with_department() -> dict[str, Any]:
    return DOCUMENTS["schema-org"] | {"department": {"@type": "Pharmacy", "openingHours": "Mo 08:00-12:00"}}


# What is printed


def test_the_document_alone_is_printed_to_the_byte_and_the_notes_elsewhere(clinic: str):
    code, out, err = run("convert", clinic, "--to", "google", *WINDOW)
    assert code == 0
    assert json.loads(out)["locations"][0]["storeCode"] == "front"
    assert out.endswith("}\n")
    assert err.splitlines()[0] == (
        "google: /special_hours/0: '12-25' (Christmas Day) is told as its dates up to 2026-12-31 (expanded)"
    )


def test_marks_of_rich_are_printed_as_they_are():
    document = DOCUMENTS["schema-org"] | {"name": "[bold]Praxis Müller & Söhne[/bold]"}
    out = run("convert", "-", "--to", "toml", "-z", "Europe/Berlin", text=json.dumps(document)).out
    assert 'name = "[bold]Praxis Müller & Söhne[/bold]"' in out
    out = run("convert", "-", "--to", "google", text=json.dumps(document)).out
    assert '"title": "[bold]Praxis Müller & Söhne[/bold]"' in out


def test_what_was_assumed_to_read_a_clinic_file_is_told_with_its_line(clinic: str):
    Path(clinic).write_text(CLINIC.replace('"Mon-Fri 7am-11am"', '"Mon-Fri 8-5"'), encoding="utf-8")
    ran = run("convert", clinic, "--to", "json")
    assert ran.code == 0
    assert ran.err == (
        "clinic.toml: line 33: Front office, Lab: regular_hours: '8-5' read as 08:00-17:00 (assumed-hours)\n"
    )


def test_in_json_there_is_the_document_and_each_note_with_its_code_and_place(clinic: str):
    ran = run("convert", clinic, "--to", "google-sheet", "--json", *WINDOW)
    assert (ran.code, ran.err) == (0, "")
    assert {key: ran.data[key] for key in ("file", "from", "to", "output")} == {
        "file": clinic,
        "from": "toml",
        "to": "google-sheet",
        "output": None,
    }
    assert ran.data["document"] == run("convert", clinic, "--to", "google-sheet", *WINDOW).out
    lost = next(note for note in ran.data["notes"] if note["code"] == "service-lost")
    assert lost == {
        "about": "google-sheet",
        "code": "service-lost",
        "place": "/locations/0/services/0",
        "sentence": "the hours of 'Lab' are left out",
    }


def test_dates_of_a_window_may_be_said_as_people_say_them(clinic: str):
    out = run("convert", clinic, "--to", "schema-org", "--first", "Dec 1 2026", "--until", "2026-12-26").out
    assert '"validFrom": "2026-12-25"' in out
    assert "2027" not in out
    undated = DOCUMENTS["schema-org"] | {"openingHours": "Mo 08:00-16:00"}
    assert run("convert", "-", "--to", "google", *WINDOW, text=json.dumps(undated)).code == 0


# The name and the time zone


def test_a_name_is_the_clinics_and_that_of_a_location_without_one():
    zoned = ["--to", "json", "-z", "UTC"]
    nameless = run("convert", "-", *zoned, "--name", "Maple Street", text=TEXTS["schema-org"]).data
    assert (nameless["name"], nameless["locations"][0]["name"]) == ("Maple Street", "Maple Street")
    named = run("convert", "-", *zoned, "--name", "Maple Street", text=TEXTS["google"]).data
    assert (named["name"], named["locations"][0]["name"]) == ("Maple Street", "Office")
    assert run("convert", "-", *zoned, text=TEXTS["google"]).data["name"] == "Office"
    assert run("convert", "-", "--to", "json", "--name", "Ours", text=TEXTS["toml"]).data["name"] == "Ours"


def test_the_time_zone_of_one_location_is_written_for_the_clinic():
    made = run("convert", "-", "--to", "json", "-z", "America/Chicago", text=TEXTS["google"]).data
    assert made["timezone"] == "America/Chicago"
    assert "timezone" not in made["locations"][0]


def test_a_document_that_says_its_time_zone_needs_none():
    place = DOCUMENTS["places"] | {"timeZone": {"id": "America/Denver"}}
    assert run("convert", "-", "--to", "json", text=json.dumps(place)).data["timezone"] == "America/Denver"
    assert run("convert", "-", "--to", "json", text=TEXTS["nhs"]).data["timezone"] == "Europe/London"


@pytest.mark.holidays
def test_a_tag_has_the_holidays_of_a_country():
    pytest.importorskip("holidays")
    tag = "Mo-Fr 08:00-17:00; PH off"
    asked = ["convert", "-", "--from", "osm", "--to", "json", "-z", "Europe/Berlin"]
    (location,) = run(*asked, "--country", "DE", "--subdivision", "BY", text=tag).data["locations"]
    assert location["special_hours"] == [{"dates": "DE-BY: *"}]
    assert run(*asked, text=tag) == (
        2,
        "",
        "Error: standard input: public holidays (PH) differ by country: give --country DE, perhaps with a subdivision\n",
    )


# Nothing but what is exact


def test_strict_prints_nothing_where_anything_is_lost(clinic: str):
    code, out, err = run("convert", clinic, "--to", "google", "--strict", *WINDOW)
    assert (code, out) == (1, "")
    assert err.splitlines()[-1] == "Error: 4 things would be lost or assumed, and nothing was written"
    ran = run("convert", clinic, "--to", "google", "--strict", "--json", *WINDOW)
    assert (ran.code, ran.data["document"], len(ran.data["notes"])) == (1, None, 4)
    assert len(err.splitlines()) == 5


def test_strict_prints_nothing_where_anything_was_assumed():
    ran = run("convert", "-", "--to", "json", "-z", "UTC", "--strict", text=TEXTS["schema-org"])
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        "standard input: /name: it has no name, and is named 'MedicalClinic' (no-name)",
        "Error: one thing would be lost or assumed, and nothing was written",
    ]


def test_strict_writes_what_is_exact(clinic: str):
    ran = run("convert", clinic, "--to", "json", "--strict", "--output", "clinic.json")
    assert ran == (0, "clinic.json: written in the format json\n", "")
    assert Clinic.load("clinic.json") == Clinic.load(clinic)


def test_strict_leaves_the_file_as_it_was(clinic: str):
    Path("hours.json").write_text("before", encoding="utf-8")
    asked = ["convert", clinic, "--to", "google", "--strict", "--output", "hours.json", *WINDOW]
    assert run(*asked).code == 1
    ran = run(*asked, "--json")
    assert (ran.code, ran.data["document"], len(ran.data["notes"])) == (1, None, 4)
    assert Path("hours.json").read_text(encoding="utf-8") == "before"


# Into a file


def test_it_is_written_into_a_file(clinic: str):
    out = run("convert", clinic, "--to", "schema-org", *WINDOW).out
    ran = run("convert", clinic, "--to", "schema-org", "-o", "page.jsonld", *WINDOW)
    assert (ran.code, ran.out) == (0, "page.jsonld: written in the format schema-org\n")
    assert "(expanded)" in ran.err
    assert Path("page.jsonld").read_bytes().decode() == out
    data = run("convert", clinic, "--to", "schema-org", "-o", "page.jsonld", "--json", *WINDOW).data
    assert (data["output"], data["document"]) == ("page.jsonld", None)
    assert run("convert", clinic, "--to", "schema-org", "-o", "-", *WINDOW).out == out


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied", "/x"), OSError("disk full")])
def test_a_file_that_cannot_be_written_stays_as_it_was(clinic: str, monkeypatch: pytest.MonkeyPatch, error: OSError):
    def refuse(*_: object) -> None:
        raise error

    Path("hours.json").write_text("before", encoding="utf-8")
    monkeypatch.setattr(storing.os, "replace", refuse)
    told = error.strerror or str(error)
    ran = run("convert", clinic, "--to", "json", "-o", "hours.json")
    assert ran == (2, "", f"Error: hours.json cannot be saved: {told}\n")
    assert Path("hours.json").read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in Path().iterdir()) == ["clinic.toml", "hours.json"]


# Mistakes


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--to", "schema"], "no format is named 'schema'; near ones: schema-org, "),
        (["--to", "x" * 99], f"no format is named '{'x' * 40}'; near ones: "),
        (["--to", "nhs"], "nhs is read and not written; what is written is toml, json, yaml, schema-org, "),
        (["--to", "Places"], "places is read and not written; "),
        (["--to", "json", "--from", "gogle"], "no format is named 'gogle'; near ones: google, google-sheet, "),
        (["--to", "json", "-z", "UTC"], "a clinic file says its own time zones; leave --timezone out"),
        (["--to", "json", "-z", "Mars"], "no time zone is named 'Mars'; near ones: "),
        (
            ["--to", "json", "--country", "DE"],
            "--country and --subdivision are for hours of OpenStreetMap, and this is toml; leave them out",
        ),
        (["--to", "json", "--from", "json"], "clinic.toml has a mistake, and nothing was loaded.\nclinic.toml:1: "),
        (["--to", "json", "--from", "google"], "clinic.toml: line 1: this is not JSON: "),
        (["--to", "json", "--from", "osm"], "clinic.toml: "),
        (["--to", "json", "--from", "hsds"], "clinic.toml: "),
        (
            ["--to", "osm", "--first", "2026-12-01"],
            "--first and --until are for formats that tell some rules as dates; ",
        ),
        (
            ["--to", "toml", "--until", "2026-12-01"],
            "--first and --until are for formats that tell some rules as dates; ",
        ),
        (["--to", "google", "--first", "noonish"], "no instant is written 'noonish'"),
        (
            ["--to", "google", "--first", "2026-12-31", "--until", "2026-12-01"],
            "clinic.toml: the window ends before it ",
        ),
        (["--to", "json", "--name", "a\nb"], "this is one line of text without control characters, not 'a\\nb'"),
    ],
)
def test_mistakes_are_one_message(clinic: str, arguments: list[str], told: str):
    code, out, err = run("convert", clinic, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"Error: {told}")


@pytest.mark.parametrize("form", ["schema-org", "google", "google-sheet", "places", "fhir", "hsds", "osm"])
def test_a_clinic_file_needs_a_time_zone(form: str):
    code, out, err = run("convert", "-", "--from", form, "--to", "json", text=TEXTS[form])
    told = "Error: standard input does not say its time zone; add --timezone America/New_York, or whichever it is\n"
    assert (code, out, err) == (2, "", told)


def test_several_places_need_a_time_zone_each():
    places = json.dumps({"locations": [DOCUMENTS["google"], DOCUMENTS["google"]]})
    code, out, err = run("convert", "-", "--to", "google", text=places)
    assert (code, out) == (2, "")
    assert err == (
        "Error: standard input: the document has 2 places, and no time zone is known for 'Office'; "
        "give --timezone America/New_York\n"
    )
    assert run("convert", "-", "--to", "google", "-z", "UTC", text=places).code == 0


def test_a_document_of_another_kind_is_a_mistake():
    for form, told in (("nhs", "no organisation"), ("fhir", "no FHIR resource"), ("hsds", "no location")):
        code, out, err = run("convert", "-", "--from", form, "--to", "toml", text="{}")
        assert (code, out) == (2, "")
        assert err.startswith("Error: standard input: ")
        assert told in err


def test_a_file_that_is_not_there_or_no_text(clinic: str):
    assert run("convert", "none.toml", "--to", "json").err == "Error: none.toml: No such file or directory\n"
    Path("latin.json").write_bytes(b'{\n"name": "M\xfcller"}')
    told = "latin.json: line 2: this is not a text in UTF-8; save it as UTF-8 in your editor"
    assert run("convert", "latin.json", "--to", "json") == (2, "", f"Error: {told}\n")
    told = "standard input: line 2: this is not a text in UTF-8"
    assert run("convert", "-", "--to", "json", text=b'{\n"name": "M\xfcller"}') == (2, "", f"Error: {told}\n")


def test_standard_input_may_begin_with_a_byte_order_mark_and_has_an_end(monkeypatch: pytest.MonkeyPatch):
    assert run("convert", "-", "--to", "json", text=b"\xef\xbb\xbf" + TEXTS["toml"].encode()).code == 0
    monkeypatch.setattr("clinic_hours.cli.sources.LARGEST", 10)
    assert run("convert", "-", "--to", "json", text="x" * 11) == (
        2,
        "",
        "Error: standard input: it has more than 10 bytes, which is the most that is read\n",
    )


@pytest.mark.parametrize(
    ("form", "package"), [("yaml", "yaml"), ("icalendar", "icalendar"), ("availability", "icalendar")]
)
def test_what_a_package_is_missing_for_is_told(clinic: str, monkeypatch: pytest.MonkeyPatch, form: str, package: str):
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, "clinic_hours.files.yaml_format", raising=False)
    ran = run("convert", clinic, "--to", form)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f"needs an optional package: pip install 'clinic-hours[{package}]'\n")


def test_no_message_has_what_a_terminal_takes_for_a_command():
    hostile = '{"a\\u001b[31m": 1, "a\\u001b[31m": 2, "\\ud800": 1, "\\ud800": 2, "regularHours": {"periods": []}}'
    ran = run("convert", "-", "--to", "json", "-z", "UTC", text=hostile)
    assert ran.code == 0
    assert "standard input: /a\ufffd[31m: the key 'a\\x1b[31m' stands twice" in ran.err
    places = [
        note["place"] for note in run("convert", "-", "--to", "json", "-z", "UTC", "--json", text=hostile).data["notes"]
    ]
    assert places[:2] == ["/a\x1b[31m", "/\ud800"]


def test_a_clinic_without_locations_is_written(clinic: str):
    Path("empty.toml").write_text(as_file({"name": "Maple"}, "toml"), encoding="utf-8")
    assert run("convert", "empty.toml", "--to", "osm").data == {"elements": []}
    assert run("convert", "empty.toml", "--to", "json").data == {"schema_version": 1, "name": "Maple"}
