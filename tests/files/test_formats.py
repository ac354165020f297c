"""Each format: what is written is read back, whatever it is."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours.errors import UnknownFormatError
from clinic_hours.files import FORMATS, format_of, parse, write

ODD = (
    'say "a"',
    "C:\\temp",
    "'''",
    '"""',
    "two\nlines",
    "\n",
    " \n x\n",
    "tab\there",
    "\r\n",
    "\x7f\x85\u2028",
    "#",
    "",
)
EARLIER = (
    "off",
    "NO",
    "12:30",
    "null",
    "~",
    "1e3",
    "2026-11-02",
    "- a",
    "a: b",
    "&a",
    "*a",
    "!x",
    "%",
    "---",
    "{",
    "[",
)
TEXTS = st.sampled_from(ODD + EARLIER) | st.text(max_size=20)
SCALARS = TEXTS | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.dates()
KEYS = st.sampled_from(("name", "a b", "", "a.b", '"', "'", "\\", "é", "\n", "1", "on", "<<", "=")) | TEXTS


def inside(held: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    tables = st.dictionaries(KEYS, held, max_size=3)
    return tables | st.lists(held, max_size=3) | st.lists(tables, min_size=1, max_size=3)


DATA = st.dictionaries(KEYS, st.recursive(SCALARS, inside, max_leaves=12), max_size=4)


def with_texts(data: Any, kinds: tuple[type, ...]) -> Any:
    """The data with what a format has no kind of its own for as texts."""
    if isinstance(data, dict):
        return {key: with_texts(value, kinds) for key, value in data.items()}
    if isinstance(data, list):
        return [with_texts(value, kinds) for value in data]
    if isinstance(data, bool):
        return data if bool in kinds else str(data).lower()
    return data if isinstance(data, kinds) else str(data)


@given(DATA)
def test_toml_is_read_back(data: dict[str, Any]):
    assert parse(write(data, "toml"), "toml").data == data


@given(DATA)
def test_json_is_read_back_with_dates_as_texts(data: dict[str, Any]):
    assert parse(write(data, "json"), "json").data == with_texts(data, (str, bool, int))


@given(DATA)
def test_yaml_is_read_back_with_everything_as_text(data: dict[str, Any]):
    pytest.importorskip("yaml")
    assert parse(write(data, "yaml"), "yaml").data == with_texts(data, (str,))


@pytest.mark.parametrize("form", sorted(set(FORMATS.values())))
def test_what_is_none_is_left_out(form: str):
    if form == "yaml":
        pytest.importorskip("yaml")
    data = {"a": None, "b": {"c": None, "d": "e"}, "f": [None, "g"], "h": [{"i": None, "j": "k"}], "l": ("m", None)}
    assert parse(write(data, form), form).data == {"b": {"d": "e"}, "f": ["g"], "h": [{"j": "k"}], "l": ["m"]}


def test_toml_is_written_as_people_write_it():
    rule = {"dates": "12-25", "reason": "Christmas Day"}
    location = {"id": "main", "regular_hours": "Mon 8am-4pm\nClosed Tues-Sun\n", "special_hours": [rule, rule]}
    data = {"locations": [location, {"id": "lab"}], "checked_on": date(2026, 11, 2), "address": {"city": "Edgewater"}}
    assert write(data, "toml") == (
        'checked_on = 2026-11-02\naddress = {city = "Edgewater"}\n'
        '\n[[locations]]\nid = "main"\nregular_hours = """\nMon 8am-4pm\nClosed Tues-Sun\n"""\n'
        '\n[[locations.special_hours]]\ndates = "12-25"\nreason = "Christmas Day"\n'
        '\n[[locations.special_hours]]\ndates = "12-25"\nreason = "Christmas Day"\n'
        '\n[[locations]]\nid = "lab"\n'
    )


def test_json_and_yaml_are_written_as_people_write_them():
    data = {"name": "Praxis Müller", "checked_on": date(2026, 11, 2), "locations": [{"hours": "Mo\nTu\n"}]}
    assert write(data, "json") == (
        '{\n  "name": "Praxis Müller",\n  "checked_on": "2026-11-02",\n'
        '  "locations": [\n    {\n      "hours": "Mo\\nTu\\n"\n    }\n  ]\n}\n'
    )
    pytest.importorskip("yaml")
    assert write(data, "yaml") == (
        "name: Praxis Müller\nchecked_on: 2026-11-02\nlocations:\n  - hours: |\n      Mo\n      Tu\n"
    )


@pytest.mark.parametrize(
    ("name", "form"), [("a.toml", "toml"), ("A.JSON", "json"), ("b/c.yaml", "yaml"), ("d.yml", "yaml")]
)
def test_the_format_is_told_by_the_ending(name: str, form: str):
    assert format_of(name) == form


@pytest.mark.parametrize("name", ["clinic", "clinic.txt", ".toml", "toml", "some/folder.toml/clinic.xml"])
def test_an_ending_that_says_no_format_is_refused(name: str):
    with pytest.raises(UnknownFormatError, match=r"does not say its format; end its name in \.toml, \.json, \.yaml"):
        format_of(name)
