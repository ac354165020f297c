"""FHIR, read: what is understood, and what is told."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from clinic_hours import (
    Clinic,
    ClinicHoursError,
    Location,
    State,
)
from clinic_hours.codecs import fhir

NEW_YORK = "America/New_York"
ZONE = "http://hl7.org/fhir/StructureDefinition/timezone"
NOVEMBER = {"first": date(2026, 11, 1), "until": date(2026, 12, 31)}
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"]


def r4(*rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"resourceType": "Location", "id": "main", "name": "Main", "hoursOfOperation": list(rows)} | more


def service(*rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"resourceType": "HealthcareService", "id": "lab", "name": "Lab", "availableTime": list(rows)} | more


def hours(days: list[str], opens: str | None, closes: str | None, **more: Any) -> dict[str, Any]:
    times = {"openingTime": opens, "closingTime": closes}
    return {"daysOfWeek": days} | {key: value for key, value in times.items() if value is not None} | more


def available(days: list[str], opens: str, closes: str) -> dict[str, Any]:
    return {"daysOfWeek": days, "availableStartTime": opens, "availableEndTime": closes}


def read(document: Any, **options: Any) -> tuple[Any, list[str]]:
    decoded = fhir.decode(document, **({"timezone": NEW_YORK} | options))
    return decoded.value, [note.code for note in decoded.notes]


def week_of(*rows: dict[str, Any]) -> tuple[str, list[str]]:
    value, codes = read(r4(*rows))
    return str(value.regular_hours), codes


# The week


@pytest.mark.parametrize(
    ("rows", "week", "codes"),
    [
        ([hours(WEEKDAYS, "08:00:00", "16:00:00")], "Mo-Fr 08:00-16:00", []),
        ([hours(["mon"], "08:00:00", "12:00:00"), hours(["mon"], "13:00:00", "17:00:00")], "Mo 08:00-12:00,13:00-17:00", []),
        ([hours(["sat"], None, None, allDay=True)], "Sa 00:00-24:00", []),
        ([hours(["sat"], "08:00:00", "16:00:00", allDay=True)], "Sa 00:00-24:00", ["all-day-with-times"]),
        ([hours(["fri"], "18:00:00", "00:00:00")], "Fr 18:00-24:00", []),
        ([hours(["fri"], "18:00:00", "23:59:59")], "Fr 18:00-24:00", ["clock-form"]),
        ([hours(["fri"], "00:00:00", "00:00:00")], "Fr 00:00-24:00 unknown", ["equal-times"]),
        ([hours(["fri"], "22:00:00", "02:00:00")], "Fr 22:00-02:00", ["past-midnight"]),
        ([hours(["fri"], "20:00:00", "08:00:00")], "Fr 20:00-08:00", ["past-midnight"]),
        ([hours(["fri"], "08:30:00", "05:30:00")], "Fr 08:30-05:30", ["am-pm-suspect"]),
        ([hours(["fri"], "08:00:00", "08:00:00")], "Fr 00:00-24:00 unknown", ["equal-times"]),
        ([hours(["fri"], None, None)], "Fr 00:00-24:00 unknown", ["no-times"]),
        ([hours(["fri"], "08:00:00", None)], "Fr 00:00-24:00 unknown", ["unreadable-hours"]),
        ([hours(["fri"], "8am", "17:00:00")], "Fr 08:00-17:00", ["clock-form"]),
        ([hours(["fri"], "25:00:00", "17:00:00")], "Fr 00:00-24:00 unknown", ["unreadable-hours"]),
        ([hours(["fri"], 8, "17:00")], "Fr 00:00-24:00 unknown", ["unreadable-hours"]),  # type: ignore[arg-type]
        ([hours(["Monday", "TUE"], "08:00", "16:00")], "Mo-Tu 08:00-16:00", ["day-name", "day-name"]),
        ([hours(["xyz", 3], "08:00", "16:00")], "Mo-Su 00:00-24:00 unknown", ["not-a-day", "not-a-day", "no-regular-hours"]),  # type: ignore[list-item]
        ([{"openingTime": "08:00:00", "closingTime": "16:00:00"}], "Mo-Su 08:00-16:00", ["every-day"]),
        ([hours(["mon"], "08:00", "12:00"), hours(["mon"], "10:00", "14:00")], "Mo 08:00-14:00", ["overlap"]),
        ([hours(["mon"], "22:00", "09:00"), hours(["tue"], "08:00", "10:00")], "Mo 22:00-08:00, Tu 08:00-10:00", ["past-midnight", "overlap"]),
        (["nonsense", 3], "Mo-Su 00:00-24:00 unknown", ["not-an-object", "not-an-object", "no-regular-hours"]),
        ([], "Mo-Su 00:00-24:00 unknown", ["no-regular-hours"]),
        ([hours(["mon"], "08:00", "12:00"), hours(["mon"], "14:00", "late")], "Mo 00:00-08:00 unknown, Mo 08:00-12:00, Mo 12:00-24:00 unknown", ["unreadable-hours"]),
    ],
)  # fmt: skip
def test_the_week(rows: list[Any], week: str, codes: list[str]):
    assert week_of(*rows) == (week, codes)


def test_days_of_unknown_hours_beside_hours_that_run_into_each_other():
    rows = hours(["mon"], "08:00", "12:00"), hours(["mon"], "10:00", "14:00"), hours(["sat"], None, None)
    assert week_of(*rows) == ("Mo 08:00-14:00; Sa 00:00-24:00 unknown", ["no-times", "overlap"])


def test_no_hours_at_all_are_unknown_and_not_closed():
    value, codes = read({"resourceType": "Location", "name": "Main"})
    assert codes == ["no-regular-hours"]
    assert value.status(datetime(2026, 11, 23, 12, tzinfo=UTC)).state is State.UNKNOWN


def test_a_place_stands_with_each_note():
    notes = fhir.decode(r4(hours(["fri"], "8am", "late")), timezone="UTC").notes
    assert [note.place for note in notes] == ["/hoursOfOperation/0/openingTime", "/hoursOfOperation/0"]
    assert str(notes[0]) == "/hoursOfOperation/0/openingTime: '8am' is read as 08:00 (clock-form)"
    row = {"availableTime": [available(["fri"], "08:00", "late")], "notAvailableTime": [{"description": "Away"}]}
    notes = fhir.decode(r4() | {"hoursOfOperation": [{}, row]}, timezone="UTC").notes
    assert [note.place for note in notes] == [
        "/hoursOfOperation/1/availableTime/0",
        "/hoursOfOperation/1/notAvailableTime/0",
    ]


# Zones


def test_the_zone_is_the_callers_then_that_of_an_extension():
    row = hours(
        ["mon"], "08:00:00", "16:00:00", _openingTime={"extension": [{"url": ZONE, "valueCode": "Europe/Berlin"}]}
    )
    assert read(r4(row), timezone=None)[0].timezone == "Europe/Berlin"
    assert read(r4(row))[0].timezone == NEW_YORK
    of_resource = {"extension": [{"url": "x"}, {"url": ZONE, "valueCode": "Asia/Tokyo"}]}
    assert read(r4(**of_resource), timezone=None)[0].timezone == "Asia/Tokyo"
    value, codes = read(r4(row, **of_resource), timezone=None)
    assert (value.timezone, codes) == ("Europe/Berlin", ["several-time-zones"])


@pytest.mark.parametrize("extension", ["x", [3], [{"url": ZONE, "valueCode": 3}], [{"url": ZONE, "valueCode": "Mars"}]])
def test_without_a_zone_there_is_none_and_a_note(extension: Any):
    value, codes = read(r4(hours(["mon"], "08:00", "16:00"), extension=extension), timezone=None)
    assert value.timezone is None
    assert codes[0] in ("no-time-zone", "zone-unknown")


# When it is closed


def closed(during: Any, description: str = "Closed", **of: Any) -> tuple[Location, list[str]]:
    row = {"description": description, "during": during} if during is not None else {"description": description}
    return read(service(available(WEEKDAYS, "08:00:00", "16:00:00"), notAvailable=[row], **of))


@pytest.mark.parametrize(
    ("during", "special", "breaks"),
    [
        ({"start": "2026-12-25", "end": "2026-12-25"}, "2026-12-25", None),
        ({"start": "2026-12-24", "end": "2026-12-26"}, "2026-12-24/2026-12-26", None),
        ({"start": "2026-12-24"}, "2026-12-24/..", None),
        ({"end": "2026-12-24"}, "0001-01-01/2026-12-24", None),
        ({"start": "2026-12", "end": "2026-12"}, "2026-12-01/2026-12-31", None),
        ({"start": "2026", "end": "2026"}, "2026-01-01/2026-12-31", None),
        ({"start": "2026-12-24T00:00:00-05:00", "end": "2026-12-25T00:00:00-05:00"}, "2026-12-24", None),
        ({"start": "2026-12-24T12:00:00-05:00", "end": "2026-12-24T14:00:00-05:00"}, None, "2026-12-24 12:00-14:00"),
        ({"start": "2026-12-24T17:00:00Z", "end": "2026-12-25T05:00:00Z"}, None, "2026-12-24 12:00-24:00"),
        ({"start": "2026-12-24T22:00:00", "end": "2026-12-25T06:00:00"}, None, "2026-12-24 22:00-06:00"),
        ({"start": "2026-12-24T12:00:00", "end": "2026-12-26"}, "2026-12-25/2026-12-26", "2026-12-24 12:00-24:00"),
        ({"start": "2026-12-24", "end": "2026-12-26T10:00:00"}, "2026-12-24/2026-12-25", "2026-12-26 00:00-10:00"),
        ({"start": "9999-12", "end": "9999-12"}, "9999-12-01/9999-12-31", None),
    ],
)
def test_closed_times(during: dict[str, str], special: str | None, breaks: str | None):
    value, _ = closed(during, "Away")
    assert [str(rule.dates) for rule in value.special_hours] == ([special] if special else [])
    assert [f"{rule.dates} {rule.hours}" for rule in value.breaks] == ([breaks] if breaks else [])
    assert {rule.reason for rule in (*value.special_hours, *value.breaks)} == {"Away"}


@pytest.mark.parametrize(
    ("during", "codes"),
    [
        (None, ["no-dates"]),
        ("tomorrow", ["no-dates"]),
        ({}, ["no-dates"]),
        ({"start": "soon"}, ["not-a-date", "no-dates"]),
        ({"start": "2026-12-24", "end": 3}, ["not-a-date", "no-dates"]),
        ({"start": "2026-13-24"}, ["not-a-date", "no-dates"]),
        ({"start": "2026-12-26", "end": "2026-12-24"}, ["ends-before-it-starts"]),
        ({"start": "2026-12"}, ["partial-date"]),
        ({"start": "2026-12-24T12:00:30", "end": "2026-12-24T13:00"}, ["seconds-dropped"]),
    ],
)
def test_closed_times_that_are_doubtful(during: Any, codes: list[str]):
    assert closed(during)[1] == codes


def test_two_parts_of_days_in_a_row_have_no_whole_day_between():
    value, _ = closed({"start": "2026-12-24T08:00:00", "end": "2026-12-25T10:00:00"})
    assert value.special_hours == ()
    assert [f"{rule.dates} {rule.hours}" for rule in value.breaks] == [
        "2026-12-24 08:00-24:00",
        "2026-12-25 00:00-10:00",
    ]


def test_a_closed_date_ends_the_night_before_as_fhir_has_it():
    row = {"description": "Christmas", "during": {"start": "2026-12-25", "end": "2026-12-25"}}
    value, _ = read(service(available(["thu"], "22:00:00", "06:00:00"), notAvailable=[row]))
    assert value.is_open(datetime(2026, 12, 24, 23, 59, tzinfo=value.zone))
    assert not value.is_open(datetime(2026, 12, 25, 0, tzinfo=value.zone))


def test_exceptions_in_words_are_told():
    assert closed({"start": "2026-12-24"}, availabilityExceptions="On holidays call first")[1] == [
        "exceptions-in-words"
    ]


# Resources


def test_r5_says_availability():
    form = {"availableTime": [available(["mon"], "08:00", "16:00")], "notAvailableTime": [{"during": {"start": "2026-12-25", "end": "2026-12-25"}}]}  # fmt: skip
    for kind, key in (("Location", "hoursOfOperation"), ("HealthcareService", "availability"), ("PractitionerRole", "availability")):  # fmt: skip
        for held in (form, [form]):
            rows = {"resourceType": kind, "name": "X", key: held}
            if kind == "Location" and held is not form:
                rows[key] = {"availableTime": form["availableTime"], "notAvailableTime": form["notAvailableTime"]}
            value, codes = read(rows)
            assert (str(value.regular_hours), codes) == ("Mo 08:00-16:00", [])
            assert [str(rule.dates) for rule in value.special_hours] == ["2026-12-25"]


def test_a_name_is_found_somewhere():
    assert read({"resourceType": "PractitionerRole", "practitioner": {"display": "Dr. Müller"}})[0].name == "Dr. Müller"
    assert read({"resourceType": "PractitionerRole", "id": "x1"})[0].name == "x1"
    assert read({"resourceType": "PractitionerRole", "practitioner": 3})[0].name == "PractitionerRole"
    assert read(r4(), name="Mine")[0].name == "Mine"
    value, codes = read({"resourceType": "PractitionerRole", "id": "x1", "name": 3})
    assert (value.name, codes) == ("x1", ["no-regular-hours", "not-a-text", "no-name"])


def test_phone_url_and_address():
    telecom = [{"system": "phone", "value": "1\n2"}, {"system": "url", "value": "https://a.example/x"}, 3]
    address = {"line": ["1 River Road", 3], "city": "Edgewater", "state": "NJ", "postalCode": "07020", "country": "US"}
    value, codes = read(r4(hours(["mon"], "08:00", "16:00"), telecom=telecom, address=address))
    assert (value.phone, value.url, codes) == ("1 2", "https://a.example/x", ["not-an-object", "text-cleaned"])
    assert value.address.model_dump() == {"street": "1 River Road", "city": "Edgewater", "region": "NJ", "postal_code": "07020", "country": "US"}  # fmt: skip
    lines = read(r4(address={"country": "USA", "line": ["1 River Road", "Suite 5"]}))[0].address
    assert (lines.street, lines.country) == ("1 River Road, Suite 5", "US")
    assert read(r4(address={"city": "", "line": []}))[0].address is None
    assert read(r4(telecom=[{"system": "url", "value": "javascript:alert(1)"}]))[0].url is None
    assert read(r4(contact=[{"telecom": [{"system": "phone", "value": "3"}]}]))[0].phone == "3"


def bundle(*resources: Any) -> dict[str, Any]:
    return {"resourceType": "Bundle", "entry": [{"resource": resource} for resource in resources]}


def test_a_bundle_is_a_clinic_whose_services_stand_in_their_locations():
    monday = available(["mon"], "08:00", "16:00")
    value, codes = read(
        bundle(
            service(monday, location=[{"reference": "Location/main"}]),
            service(monday, location={"reference": "https://x.example/Location/main"}, id="main.lab"),
            service(monday, id="phones", location=[{"reference": "Location/other"}, 3]),
            r4(hours(["mon"], "08:00", "16:00")),
            {"resourceType": "Organization", "name": "Riverside"},
            {"resourceType": "Patient"},
            3,
        )
    )
    assert isinstance(value, Clinic)
    assert (value.name, [location.id for location in value], codes) == ("Riverside", ["main", "phones"], ["id-made"])
    assert [one.id for one in value["main"].services] == ["lab", "lab-2"]
    assert value["main"].service("lab").timezone == NEW_YORK
    assert read(bundle(r4(), r4()), name="Ours")[0].name == "Ours"
    assert [location.id for location in read(bundle(r4(), r4()))[0]] == ["main", "main-2"]


def test_a_bundle_without_a_zone_is_taken_to_be_in_utc_and_says_so():
    value, codes = read(bundle(r4(hours(["mon"], "08:00", "16:00"))), timezone=None)
    assert value["main"].timezone == "UTC"
    assert codes == ["no-time-zone", "utc-assumed"]
    assert read({"resourceType": "Bundle"}, timezone=None)[0].locations == ()


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ("{", "this is not JSON"),
        ("[" * 100_000, "the document is nested more than 60 levels deep"),
        ("[]", "this is no FHIR resource"),
        (b" <Location/>", "line 1: this is XML; FHIR is read as JSON"),
        ({"resourceType": 3}, "this is no FHIR resource"),
        ({"resourceType": "Patient"}, "/resourceType: Patient has no hours that are read here"),
        (" " * 20_000_001, "20,000,001 characters are too many for a document"),
    ],
)
def test_what_is_no_resource_is_refused(document: object, told: str):
    with pytest.raises(ValueError, match=told) as error:
        fhir.decode(document)
    assert isinstance(error.value, ClinicHoursError)
    with pytest.raises(TypeError, match="a document is a text"):
        fhir.decode(3)


def test_a_text_and_bytes_are_read_as_the_data_is():
    document = r4(hours(["mon"], "08:00:00", "16:00:00"))
    decoded = fhir.decode(document, timezone="UTC")
    assert fhir.decode(json.dumps(document), timezone="UTC") == decoded
    assert fhir.decode(json.dumps(document).encode(), timezone="UTC") == decoded


def test_an_unknown_zone_of_the_caller_is_an_error():
    with pytest.raises(ValueError, match="no time zone is named 'Mars'"):
        fhir.decode(r4(), timezone="Mars")


def test_services_of_one_id_are_told_apart():
    monday = available(["mon"], "08:00", "16:00")
    lab = service(
        monday, location=[{"reference": "Location/main"}], extension=[{"url": ZONE, "valueCode": "Asia/Tokyo"}]
    )
    value, _ = read(bundle(r4(), lab, lab), timezone=None)
    assert [one.key for one in value["main"].services] == ["lab", "lab-2"]
    assert value["main"].service("lab").timezone == "Asia/Tokyo"
