"""The JSON Schema of a clinic file: it ships, it describes every key, it takes what is saved and refuses what is misspelt.

`python tests/clinic/test_schema.py` writes the schema that ships anew, after a change to a model or to a description.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import clinic_hours.clinic
from clinic_hours import Clinic, strategies
from clinic_hours.clinic.schema import DIALECT, PROPERTIES, SCHEMA, schema_text
from clinic_hours.errors import DocumentSyntaxError
from clinic_hours.files import format_of, parse, read_text

jsonschema = pytest.importorskip("jsonschema")

BROKEN = Path(__file__).parents[1] / "corpus" / "broken"
FORMATS = [".toml", ".json", *([".yaml"] if find_spec("yaml") else [])]


def made() -> dict[str, Any]:
    return Clinic.model_json_schema()


def as_shipped() -> str:
    return json.dumps(made(), indent=2, ensure_ascii=False) + "\n"


def validator() -> Any:
    kind = jsonschema.Draft202012Validator
    return kind(json.loads(schema_text()), format_checker=kind.FORMAT_CHECKER)


VALIDATOR = validator()


def plain(data: Any) -> Any:
    """Data as JSON has it: TOML's own dates are texts."""
    return json.loads(json.dumps(data, default=date.isoformat))


def held(path: Path) -> Any:
    """The data of a file as an editor sees it, to which YAML has numbers and dates."""
    text, form = read_text(path), format_of(path)
    data = parse(text, form).data
    return plain(import_module("yaml").safe_load(text) if form == "yaml" else data)


def tables(schema: Any) -> Iterator[dict[str, Any]]:
    """Each part of a schema that is a mapping, at any depth."""
    if isinstance(schema, dict):
        yield schema
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from tables(part)


# What ships


def test_the_schema_that_ships_is_that_of_the_model():
    assert schema_text() == as_shipped()


def test_it_is_a_schema_of_its_dialect():
    assert made()["$schema"] == DIALECT
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text()))


def test_every_key_is_described():
    properties = [(key, told) for table in tables(made()) for key, told in table.get("properties", {}).items()]
    assert len(properties) > 40
    assert [key for key, told in properties if not told.get("description")] == []


def test_every_kind_of_table_is_described_in_one_line_and_closed():
    kinds = {**made()["$defs"], "Clinic": made()}
    forms = [(name, form) for name, kind in kinds.items() for form in (kind, *kind.get("anyOf", ()))]
    for name, form in forms:
        if "properties" in form:
            assert form["additionalProperties"] is False, name
            assert "\n" not in kinds[name]["description"], name


def test_no_description_is_of_a_key_that_is_not_there():
    kinds = {**made()["$defs"], "Clinic": made()}
    for name, properties in PROPERTIES.items():
        there = {key for form in tables(kinds[name]) for key in form.get("properties", {})}
        assert set(properties) <= there | set(made()["$defs"]), name


def test_each_example_of_a_key_is_a_value_of_it():
    root = made()
    for table in tables(root):
        for key, told in table.get("properties", {}).items():
            inner = jsonschema.Draft202012Validator({"$defs": root["$defs"], **told})
            for example in told.get("examples", ()):
                assert inner.is_valid(example), (key, example)


def test_a_schema_of_another_mode_is_described_too():
    assert Clinic.model_json_schema(mode="serialization")["$schema"] == DIALECT


# What it takes


def test_the_practice_that_ships_is_valid():
    example = files("clinic_hours").joinpath("example.toml").read_text(encoding="utf-8")
    VALIDATOR.validate(plain(parse(example, "toml").data))


@given(strategies.clinics(), st.sampled_from(FORMATS))
def test_whatever_is_saved_is_valid(clinic: Clinic, ending: str):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"clinic{ending}")
        clinic.save(path)
        VALIDATOR.validate(held(path))


@pytest.mark.parametrize(
    "hours",
    [
        "24/7",
        {"monday": "08:00-12:00", "sunday": "by appointment"},
        {"monday": ["08:00-12:00", ["13:00", "17:00"]]},
        {"monday": [{"opens": "08:00", "closes": "24:00", "state": "by_appointment", "note": "new patients"}]},
        {"monday": []},
        {"monday": {"opens": "22:00", "closes": "06:00"}},
    ],
)
def test_hours_are_taken_in_every_form_that_loads(hours: object):
    data = {"name": "Maple", "timezone": "UTC", "locations": [{"name": "Office", "regular_hours": hours}]}
    VALIDATOR.validate(data)
    assert Clinic.model_validate(data).name == "Maple"


# What it refuses

UNSEEN = {
    # Texts that only the library reads: hours, dates, time zones.
    *("american_dates.toml", "end_at_the_start.toml", "february_30.toml", "holiday_misspelt.toml", "hour_25.toml"),
    *("holiday_of_no_country.toml", "night_runs_into_morning.toml", "note_with_a_quotation_mark.toml"),
    *("nth_saturday_in_regular_hours.toml", "overlap_of_ranges.toml", "range_backwards.toml"),
    *("recurrence_without_start.toml", "sign_with_a_riddle.toml", "unknown_time_zone.toml"),
    # Parts that do not fit together.
    *("exception_for_nobody.toml", "exception_in_a_location.toml", "id_twice.toml", "service_id_twice.toml"),
    "no_time_zone.toml",
}
"""Broken files whose slips no schema can see."""


def documents() -> dict[str, Any]:
    """The broken files that are documents of their format."""
    found: dict[str, Any] = {}
    for path in sorted(path for path in BROKEN.iterdir() if path.suffix in FORMATS):
        try:
            found[path.name] = held(path)
        except DocumentSyntaxError:
            continue
    return found


def test_each_broken_file_is_refused_whose_slip_a_schema_can_see():
    accepted = {name for name, data in documents().items() if VALIDATOR.is_valid(data)}
    assert accepted == UNSEEN


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("misspelt_key.toml", ["locations", 0]),
        ("missing_dates.toml", ["locations", 0, "special_hours", 0]),
        ("newer_version.toml", ["schema_version"]),
        ("phone_as_a_number.toml", ["locations", 0, "phone"]),
        ("text_for_a_list.toml", ["locations", 0, "special_hours"]),
        ("country_misspelt.toml", ["locations", 0, "address"]),
        ("checked_on_in_words.toml", ["checked_on"]),
        ("web_address_without_https.toml", ["locations", 0, "url"]),
        ("heading_misspelt.toml", []),
    ],
)
def test_an_editor_is_told_where(name: str, where: list[str | int]):
    assert where in [list(error.absolute_path) for error in VALIDATOR.iter_errors(documents()[name])]


if __name__ == "__main__":
    Path(clinic_hours.clinic.__file__).with_name(SCHEMA).write_text(as_shipped(), encoding="utf-8")
