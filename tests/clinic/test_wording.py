"""Words for mistakes: in the format of the file, with the key that was meant, and for whatever a file says."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import Clinic, SpecialHours
from clinic_hours.clinic.loading import from_text
from clinic_hours.clinic.wording import KEYS, MEANT, TYPES
from clinic_hours.errors import ClinicFileError, Mistake
from clinic_hours.text import reading

OFFICE: dict[str, Any] = {"name": "Office", "regular_hours": "Mon-Fri 8am-5pm"}
HEAD = 'name = "Maple"\ntimezone = "UTC"\n[[locations]]\nname = "Office"\n'


def mistakes(text: str, form: str) -> tuple[Mistake, ...]:
    if form == "yaml":
        pytest.importorskip("yaml")
    with pytest.raises(ClinicFileError) as caught:
        from_text(Clinic, text, form, f"clinic.{form}")
    return caught.value.mistakes


def said(text: str, form: str = "toml") -> str:
    (mistake,) = mistakes(text, form)
    return mistake.told


def of_data(**fields: Any) -> str:
    """What is said of a clinic whose one location has some fields, in JSON."""
    clinic = {"name": "Maple", "timezone": "UTC", "locations": [OFFICE | fields]}
    return said(json.dumps(clinic), "json")


def of_clinic(**fields: Any) -> str:
    return said(json.dumps({"name": "Maple", "timezone": "UTC"} | fields), "json")


@pytest.mark.parametrize(
    ("form", "text", "told"),
    [
        ("toml", HEAD, 'this is missing; write regular_hours = "Mon-Fri 8am-5pm"'),
        ("json", '{"timezone": "UTC"}', 'this is missing; write "name": "Main office"'),
        ("yaml", "timezone: UTC\n", 'this is missing; write name: "Main office"'),
        (
            "toml",
            'name = "Maple"\n[locations]\n',
            "there may be several of these; write each under a heading in double brackets, as [[locations]]",
        ),
        (
            "json",
            '{"name": "Maple", "locations": {}}',
            "there may be several of these; write locations in brackets, as [{...}, {...}]",
        ),
        (
            "yaml",
            "name: Maple\nlocations: {}\n",
            "there may be several of these; write each below locations with a dash in front",
        ),
        (
            "yaml",
            "name: Maple\nlocations:\n  - name: A\n    regular_hours: off\n",
            'it has no time zone, and the clinic has none; give the clinic one, as timezone: "America/New_York"',
        ),
    ],
)
def test_what_to_write_stands_in_the_format_of_the_file(form: str, text: str, told: str):
    assert said(text, form) == told


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        *(("hours", "regular_hours"), ("Regular-Hours", "regular_hours"), ("website", "url"), ("tel", "phone")),
        *(("closures", "special_hours"), ("service", "services"), ("time_zone", "timezone"), ("break", "breaks")),
    ],
)
def test_a_key_that_is_named_otherwise_is_known(key: str, meant: str):
    assert of_data(**{key: "x"}) == f"no key has this name here; write {meant}"


@pytest.mark.parametrize(
    ("where", "key", "meant"),
    [
        ("special_hours", "date", "dates"),
        ("special_hours", "why", "reason"),
        ("special_hours", "times", "hours"),
        ("seasonal_hours", "day", "dates"),
        ("breaks", "comment", "reason"),
    ],
)
def test_a_key_of_a_rule_that_is_named_otherwise_is_known(where: str, key: str, meant: str):
    rule = {"dates": "12-25", "hours": "08:00-12:00"}
    rule[key] = rule.pop(meant, "x")
    if where == "seasonal_hours":
        rule["hours"] = "Mo 08:00-12:00"
    assert of_data(**{where: [rule]}) == f"no key has this name here; write {meant}"


@pytest.mark.parametrize(
    ("key", "meant"), [("zip", "postal_code"), ("state", "region"), ("street_address", "street"), ("land", "")]
)
def test_a_key_of_an_address_that_is_named_otherwise_is_known(key: str, meant: str):
    told = f"write {meant}" if meant else "leave it out, or use one of street, city, region, postal_code, country"
    assert of_data(address={key: "x"}) == f"no key has this name here; {told}"


@pytest.mark.parametrize(
    "week", [OFFICE | {"regular_hours": {}}, {"seasonal_hours": [{"dates": "12-25", "hours": {}}]}]
)
def test_keys_inside_of_a_week_are_known(week: dict[str, Any]):
    table = week["regular_hours"] if "regular_hours" in week else week["seasonal_hours"][0]["hours"]
    table["monday"] = [{"open": "08:00", "closes": "12:00"}]
    assert of_data(**week) == "no key has this name here; write opens"
    table["monday"] = []
    table["mondays"] = []
    assert of_data(**week) == "no key has this name here; write monday"


def test_keys_inside_of_a_days_hours_are_known():
    rule = {"dates": "12-24", "hours": [{"opens": "08:00", "end": "12:00"}]}
    assert of_data(special_hours=[rule]) == "no key has this name here; write closes"


def test_a_key_of_the_clinic_belongs_to_the_top():
    told = "this is a key of the whole clinic; write it at the top of the file, before all headings"
    assert of_data(checked_on="2026-11-02") == told
    assert of_data(address={"schema_version": 1}) == told


@pytest.mark.parametrize("where", ["special_hours", "seasonal_hours"])
def test_closed_is_no_key(where: str):
    rule = {"dates": "12-25", "closed": True, "hours": "off"}
    told = "no key has this name here; leave it out; without hours these dates are closed"
    assert of_data(**{where: [rule]}) == told


def test_what_a_missing_key_is_told_for_is_not_also_a_misspelt_one():
    key, other = mistakes(HEAD + 'hours = "Mon 8am-4pm"\nfax = "1"\n', "toml")
    assert (key.told, key.line) == ("no key has this name here; write regular_hours", 5)
    assert other.key == "fax"
    both = mistakes(HEAD + 'fax = "1"\n', "toml")
    assert [(one.key, one.line) for one in both] == [("regular_hours", 3), ("fax", 5)]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"phone": 5}, 'this is a text; write "phone": "5"'),
        ({"phone": True}, 'this is a text; write "phone": "..."'),
        ({"phone": None}, "nothing stands here; write a value, or leave the key out"),
        ({"name": ""}, 'this must not be empty; write "name": "Main office"'),
        (
            {"regular_hours": 8},
            'this is a text of one or more lines, or a table of days; write "regular_hours": "Mon-Fri 8am-5pm"',
        ),
        ({"address": "River Road"}, "an address is a table; write street, city, region, postal_code and country apart"),
        ({"breaks": ["noon"]}, 'this is a table; write it with keys and values, as "dates": "2026-12-24"'),
        ({"special_hours": [{"dates": 5}]}, "dates are a text such as '2026-12-24' or '12-25', not 5"),
        (
            {"special_hours": [{"dates": ["12-24", "12-25"]}]},
            'a rule has one text of dates, such as "2026-12-24"; write a rule for each of these',
        ),
        (
            {"seasonal_hours": [{"dates": "06-01/08-31", "hours": ["Mon 8am-4pm"]}]},
            'this is a text of one or more lines, or a table of days; write "hours": "Mon-Thurs 8am-4pm"',
        ),
        (
            {"special_hours": [{"dates": "12-25", "reason": ["x" * 50]}]},
            'this is a text; write "reason": "..."',
        ),
    ],
)
def test_another_kind_of_value_is_told_with_what_is_meant(fields: dict[str, Any], told: str):
    assert of_data(**fields) == told


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("12/25/2026", "2026-12-25"),
        ("25/12/2026", "2026-12-25"),
        (" 7/31/2026", "2026-07-31"),
        ("5/5/2026", "2026-05-05"),
        ("7/4/2026", ""),  # July or April
        ("13/31/2026", ""),
        ("2/30/2026", ""),
        ("12/25", ""),
        ("0/0/2026", ""),
    ],
)
def test_a_day_with_slashes_is_turned_round_where_it_can_only_be_one(written: str, day: str):
    told = of_data(special_hours=[{"dates": written}])
    turned = f'year, month and day stand in this order; write "dates": "{day}"'
    assert told == turned if day else told.startswith("no dates are written")
    assert (f'write "checked_on": "{day}"' if day else "write it as 2026-11-02") in of_clinic(checked_on=written)


def test_a_long_value_is_shown_in_part():
    hours = {"monday": [{"opens": "08:00", "closes": "12:00", "state": "x" * 50}]}
    assert of_data(regular_hours=hours) == f'write open, by_appointment or unknown, not "{"x" * 38}…'


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"regular_hours": "Mon 25:00-26:00"}, "write days and times, as Mon-Fri 8am-5pm"),
        ({"regular_hours": {"monday": "8-12-14"}}, "write times, as 08:00-12:00"),
        ({"special_hours": [{"dates": "12-24", "hours": "mornings"}]}, "write times, as 8am-noon"),
        ({"breaks": [{"dates": "12-24", "hours": "lunch"}]}, "write times, as 8am-noon"),
        ({"special_hours": [{"dates": "12-24", "hours": ""}]}, ""),
        ({"regular_hours": "1st Mon 8am-4pm"}, "what holds on some dates alone is a rule of its own"),
        (
            {"seasonal_hours": [{"dates": "12-24", "hours": "Last Fri 8am-4pm"}]},
            "what holds on some dates alone is a rule of its own",
        ),
    ],
)
def test_hours_that_cannot_be_read_are_told_with_a_way_out(fields: dict[str, Any], told: str):
    assert told in of_data(**fields)


def test_a_part_about_some_dates_that_is_not_understood_is_a_rule_of_its_own_too():
    told = of_clinic(locations=[{"name": "Main", "regular_hours": "Mon-Fri 8am-5pm\n3rd Sat when sunny"}])
    assert "what holds on some dates alone is a rule of its own" in told
    assert told.endswith("    3rd Sat when sunny\n    ^^^^^^^^^^^^^^^^^^")


def test_more_than_a_regular_week_is_a_rule_of_its_own(monkeypatch: pytest.MonkeyPatch):
    more = SimpleNamespace(unread=(), special_hours=(SpecialHours("12-25"),), seasonal_hours=(), breaks=())
    monkeypatch.setattr(reading, "read_hours", lambda text: more)
    assert of_data(regular_hours="Mon-Fri 8am-5pm, closed on Christmas") == (
        "what holds on some dates alone is a rule of its own; write it under special_hours, "
        'as "dates": "RRULE:FREQ=MONTHLY;BYDAY=2SA,4SA" and "hours": "9am-noon"'
    )


def test_a_clinic_of_no_locations_has_no_near_ones():
    rule = {"dates": "12-25", "except_locations": ["main"]}
    assert of_clinic(special_hours=[rule]) == "no location has the id 'main'; the clinic has no locations"


def test_the_words_have_no_dead_entries():
    assert set(MEANT.values()) <= {"dates", "hours", "reason", "opens", "closes", *fields_of_all()}
    assert {key.split()[-1] for key in KEYS} <= {"address", "regular_hours", "hours"}
    assert all(told for told in TYPES.values())


def fields_of_all() -> set[str]:
    made = Clinic.model_json_schema()
    kinds = [made, *made["$defs"].values()]
    return {key for kind in kinds for key in kind.get("properties", {})}


# Whatever a file says

KEY = st.sampled_from(sorted(fields_of_all() | {"closed", "hour", "monday", "x"}))
SCALAR = (
    st.none()
    | st.booleans()
    | st.integers(0, 9)
    | st.sampled_from(["", "UTC", "12-25", "Mon 8am-4pm", "08:00-12:00", "1st Sat 9-1"])
)
VALUE = st.recursive(
    SCALAR, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=4), max_leaves=20
)


def found(data: dict[str, Any]) -> tuple[Mistake, ...]:
    try:
        from_text(Clinic, json.dumps(data, indent=1), "json", "clinic.json")
    except ClinicFileError as error:
        return error.mistakes
    return ()


@pytest.mark.filterwarnings("ignore::clinic_hours.errors.AssumedHoursWarning")
@given(st.dictionaries(KEY, VALUE, max_size=6))
def test_any_document_loads_or_every_mistake_in_it_is_told(data: dict[str, Any]):
    for mistake in found(data):
        assert mistake.line
        assert "Input should" not in mistake.told, mistake
