"""JSON-LD to the letter, where a search engine depends on it, and the texts that sites have."""

import json
from datetime import date
from typing import Any

import pytest

from clinic_hours import Clinic, Location, Service, SpecialHours
from clinic_hours.codecs import hsds, schema_org

WINDOW = {"first": date(2026, 12, 1), "until": date(2026, 12, 31)}


def office(week: str = "Mo-Fr 08:00-17:00", **fields: Any) -> Location:
    return Location(name="Main office", timezone="America/New_York", regular_hours=week, **fields)


def data(value: Any) -> dict[str, Any]:
    return json.loads(schema_org.encode(value, **WINDOW).document)


def test_a_week_in_json_ld_has_a_specification_for_each_range_and_the_closed_days_last():
    specifications = data(office("Mo-Th 08:00-16:00; Fr 08:00-12:00; Sa 22:00-02:00"))["openingHoursSpecification"]
    assert [(each["dayOfWeek"], each["opens"], each["closes"]) for each in specifications] == [
        (["Monday", "Tuesday", "Wednesday", "Thursday"], "08:00", "16:00"),
        (["Friday"], "08:00", "12:00"),
        (["Saturday"], "22:00", "02:00"),
        (["Sunday"], "00:00", "00:00"),
    ]


def test_a_whole_day_and_midnight_are_written_as_google_reads_them():
    specifications = data(office("Mo-Su 00:00-24:00; Fr 18:00-24:00"))["openingHoursSpecification"]
    assert [(each["opens"], each["closes"]) for each in specifications] == [("00:00", "23:59"), ("18:00", "00:00")]


def test_a_date_that_differs_has_both_of_its_ends_and_its_reason():
    closed = data(office(special_hours=[SpecialHours("2026-12-25", reason="Christmas Day")]))[
        "openingHoursSpecification"
    ][-1]
    assert closed == {
        "@type": "OpeningHoursSpecification",
        "opens": "00:00",
        "closes": "00:00",
        "validFrom": "2026-12-25",
        "validThrough": "2026-12-25",
        "name": "Christmas Day",
    }


def test_services_are_departments_that_close_with_their_location():
    lab = Service(id="lab", name="Lab", regular_hours="Mo-Fr 07:00-11:00")
    node = data(office(special_hours=[SpecialHours("2026-12-25")], services=[lab]))
    department = node["department"][0]
    assert (node["@type"], department["@type"], department["@id"]) == (
        "MedicalClinic",
        "MedicalBusiness",
        "#main-office/lab",
    )
    assert department["openingHoursSpecification"][-1]["validFrom"] == "2026-12-25"


def test_a_name_cannot_end_the_script_element():
    name = "</script><script>alert(1)</script><!-- & \U0001f600"
    document = schema_org.encode(office().replace(name=name), **WINDOW).document
    assert "</" not in document
    assert "<!" not in document
    html = schema_org.script(document)
    assert html.count("</script>") == 1
    assert schema_org.decode(html).value.name == name


def test_the_last_minute_of_a_day_cannot_be_said_and_is_noted():
    for codec, unsaid in ((schema_org, "last-minute"), (hsds, "last-minute")):
        done = codec.encode(office("Mo 00:00-23:59"), **WINDOW)
        assert [note.code for note in done.notes] == [unsaid]
        assert str(codec.decode(done.document).value.regular_hours) == "Mo 00:00-24:00"


def test_ids_of_any_letters_come_back():
    clinic = Clinic(
        name="Riverside",
        timezone="UTC",
        locations=[
            office(id="a/b #é"),
            office(id="clinic", services=[Service(id="x/y", name="Lab", regular_hours="24/7")]),
        ],
    )
    again = schema_org.decode(schema_org.encode(clinic, **WINDOW).document, timezone="UTC").value
    assert [location.id for location in again.locations] == ["a/b #é", "clinic"]
    assert again["clinic"].service("x/y").name == "Lab"
    assert again.name == "Riverside"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mo 10:00-12:00 13:00-15:00", "Mo 10:00-12:00,13:00-15:00"),
        ("Mo 09:00-09:00 10:00-12:00", "Mo 00:00-24:00 unknown"),
        ("Mo,Tu/We & Th 10:00-12:00", "Mo-Th 10:00-12:00"),
        ("Mo - Fr: 8am to 5 p.m. | Sa: 9 am–noon", "Mo-Fr 08:00-17:00; Sa 09:00-12:00"),
        ("Mo - Fr: 8am to 5 p.m. | Sa: 9 am–12:30 pm", "Mo-Fr 08:00-17:00; Sa 09:00-12:30"),
        ("Mon 9am-5pm\nTues when the moon is full", "Mo-Su 00:00-24:00 unknown"),
        ("Mon-Fri 9am-5pm\nClosed Sat & Sun", "Mo-Fr 09:00-17:00"),
        ("Mo-Xx 10:00-12:00", "Mo-Su 00:00-24:00 unknown"),
        ("x" * 3000, "Mo-Su 00:00-24:00 unknown"),
    ],
)
def test_a_text_of_opening_hours(text: str, expected: str):
    assert str(schema_org.decode({"name": "A", "openingHours": text}).value.regular_hours) == expected


def test_the_name_that_is_given_is_for_what_has_none():
    assert schema_org.decode({"openingHours": "Mo 10:00-12:00"}, name="Main office").value.name == "Main office"
    assert schema_org.decode({"name": "A", "openingHours": "Mo 10:00-12:00"}, name="Main office").value.name == "A"
