"""FHIR, written: to the letter, and what is told."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from clinic_hours import (
    Break,
    Clinic,
    ClinicHoursError,
    Location,
    NotRepresentableError,
    SeasonalHours,
    Service,
    SpecialHours,
    WeeklyHours,
)
from clinic_hours.codecs import fhir

NEW_YORK = "America/New_York"
ZONE = "http://hl7.org/fhir/StructureDefinition/timezone"
NOVEMBER = {"first": date(2026, 11, 1), "until": date(2026, 12, 31)}
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri"]


def office(**fields: Any) -> Location:
    return Location(
        **({"id": "main", "name": "Main", "timezone": NEW_YORK, "regular_hours": "Mo-Fr 08:00-16:00"} | fields)
    )


def test_a_location_in_r4_to_the_letter():
    zone = {"extension": [{"url": ZONE, "valueCode": NEW_YORK}]}
    place = office(phone="+1 201", url="https://a.example", address={"street": "1 River Road", "country": "US"})
    assert fhir.encode(place).document == {
        "resourceType": "Location",
        "id": "main",
        **zone,
        "status": "active",
        "name": "Main",
        "mode": "instance",
        "telecom": [{"system": "phone", "value": "+1 201"}, {"system": "url", "value": "https://a.example"}],
        "address": {"line": ["1 River Road"], "country": "US"},
        "hoursOfOperation": [
            {
                "daysOfWeek": WEEKDAYS,
                "openingTime": "08:00:00",
                "_openingTime": zone,
                "closingTime": "16:00:00",
                "_closingTime": zone,
            }
        ],
    }


def test_closures_are_written_out_in_the_window_and_days_in_a_row_are_one():
    place = office(
        special_hours=[
            SpecialHours("2026-12-24/2026-12-29", reason="Holidays"),
            SpecialHours("2026-12-02", reason="Snow"),
        ],
        breaks=[Break("2026-12-10", "12:00-13:00", reason="Meeting")],
    )
    form = fhir.encode(place, version="R5", **NOVEMBER).document["hoursOfOperation"][0]
    assert [(row["description"], *row["during"].values()) for row in form["notAvailableTime"]] == [
        ("Snow", "2026-12-02", "2026-12-02"),
        ("Meeting", "2026-12-10T12:00:00-05:00", "2026-12-10T13:00:00-05:00"),
        ("Holidays", "2026-12-24", "2026-12-29"),
    ]


def test_two_closures_with_open_days_between_are_two():
    place = office(special_hours=[SpecialHours("2026-12-22", reason="Away"), SpecialHours("2026-12-24", reason="Away")])
    form = fhir.encode(place, version="R5", **NOVEMBER).document["hoursOfOperation"][0]
    assert [row["during"]["start"] for row in form["notAvailableTime"]] == ["2026-12-22", "2026-12-24"]


def test_a_closure_beside_a_night_is_told_to_the_minute():
    place = office(regular_hours="Mo-Su 22:00-06:00", special_hours=[SpecialHours("2026-12-25")])
    encoded = fhir.encode(place, version="R5", **NOVEMBER)
    assert encoded.document["hoursOfOperation"][0]["notAvailableTime"] == [
        {
            "description": "Closed",
            "during": {"start": "2026-12-25T22:00:00-05:00", "end": "2026-12-26T06:00:00-05:00"},
        }
    ]
    assert [note.code for note in encoded.notes] == ["past-midnight"]


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"regular_hours": "Mo 08:00-12:00; Sa by appointment"}, ["state-lost"]),
        ({"regular_hours": "off"}, ["no-hours"]),
        ({"regular_hours": WeeklyHours.parse('Sa 08:00-12:00 open "bring your card"')}, ["note-lost"]),
        ({"regular_hours": "Sa 22:00-02:00"}, ["past-midnight"]),
        ({"special_hours": [SpecialHours("2026-12-05", "08:00-12:00")]}, ["extra-hours"]),
        ({"special_hours": [SpecialHours("12-25")]}, ["expanded"]),
        ({"seasonal_hours": [{"dates": "2026-12-01/2026-12-31", "hours": "Mo 08:00-12:00 unknown"}]}, ["state-lost"]),
        ({"special_hours": [SpecialHours("2026-12-25")], "timezone": None}, ["no-time-zone"]),
        ({"id": "büro"}, ["id-changed"]),
    ],
)
def test_what_fhir_cannot_say_is_told(fields: dict[str, Any], codes: list[str]):
    encoded = fhir.encode(office(**fields), version="R5", **NOVEMBER)
    assert [note.code for note in encoded.notes] == codes
    with pytest.raises(NotRepresentableError, match=codes[0]):
        fhir.encode(office(**fields), version="R5", on_loss="raise", **NOVEMBER)


def test_many_dates_are_told_by_the_first_of_them():
    weekly = SpecialHours("RRULE:FREQ=WEEKLY;BYDAY=SA;UNTIL=20261231", "08:00-12:00")
    note = fhir.encode(office(special_hours=[weekly]), version="R5", **NOVEMBER).notes[-1]
    assert note.code == "extra-hours"
    assert note.sentence.endswith("2026-11-07, 2026-11-14, 2026-11-21, and 5 more")


def test_a_break_of_every_week_is_cut_out_of_the_week():
    lunch = Break("RRULE:FREQ=WEEKLY;BYDAY=MO", "12:00-13:00", reason="Lunch")
    for version in fhir.encoding.VERSIONS:
        encoded = fhir.encode(office(breaks=[lunch]), version=version, **NOVEMBER)
        assert [note.code for note in encoded.notes] == ["reason-lost"]
        assert str(fhir.decode(encoded.document).value.regular_hours) == (
            "Mo 08:00-12:00,13:00-16:00; Tu-Fr 08:00-16:00"
        )
        named = fhir.encode(office(breaks=[Break("2026-12-07", "12:00-13:00")]), version="R5", **NOVEMBER)
        assert named.document["hoursOfOperation"][0]["notAvailableTime"][0]["during"]["start"].startswith(
            "2026-12-07T12"
        )


def test_a_closure_without_a_reason_has_the_words_that_fhir_asks_for_and_none_when_it_is_read():
    encoded = fhir.encode(office(special_hours=[SpecialHours("2026-12-25")]), version="R5", **NOVEMBER)
    assert encoded.document["hoursOfOperation"][0]["notAvailableTime"][0]["description"] == "Closed"
    assert fhir.decode(encoded.document).value.special_hours == (SpecialHours("2026-12-25"),)


def test_what_is_no_closure_closes_no_service():
    lab = Service(name="Lab", regular_hours="Mo-Fr 07:00-11:00")
    rules = {
        "breaks": [Break("2026-12-07", "00:00-24:00", reason="Power cut")],
        "seasonal_hours": [SeasonalHours("2026-12-14/2026-12-18", "off")],
        "special_hours": [SpecialHours("2026-12-25")],
    }
    for services in ([lab], []):
        place = office(services=services, **rules)
        again = fhir.decode(fhir.encode(place, version="R5", **NOVEMBER).document).value
        again = again["main"] if isinstance(again, Clinic) else again
        days = [date(2026, 12, day) for day in (7, 14, 18, 25)]
        assert [bool(again.hours_on(day)) for day in days] == [False] * 4
        for one in services:
            assert [bool(again.service(one.key).hours_on(day)) for day in days] == [True, True, True, False]
        assert again.plan_on(days[0]).reason == ""
        weeks = [rule for rule in again.special_hours if rule.dates.matches(days[1])]
        assert bool(weeks) == (not services)  # of a location without services a season's days are dates


def test_in_r4_a_location_says_closures_in_words():
    encoded = fhir.encode(office(special_hours=[SpecialHours("2026-12-25", reason="Christmas")]), **NOVEMBER)
    assert encoded.document["availabilityExceptions"] == "2026-12-25: Christmas"
    assert [note.code for note in encoded.notes] == ["closures-in-words"]


@pytest.mark.parametrize("version", ["R4", "R4B", "R5"])
def test_services_are_resources_of_a_bundle(version: fhir.Version):
    lab = Service(name="Lab", regular_hours="Mo-Fr 07:00-11:00", phone="3")
    place = office(services=[lab], special_hours=[SpecialHours("2026-12-25", reason="Christmas")])
    document = fhir.encode(place, version=version, **NOVEMBER).document
    _, found = (entry["resource"] for entry in document["entry"])
    assert (found["id"], found["location"]) == ("main.lab", [{"reference": "Location/main"}])
    closed = found["notAvailable"] if version != "R5" else found["availability"][0]["notAvailableTime"]
    assert closed == [{"description": "Christmas", "during": {"start": "2026-12-25", "end": "2026-12-25"}}]
    again = fhir.decode(document).value
    assert isinstance(again, Clinic)
    bound = again["main"].service("lab")
    assert (bound.phone, str(bound.regular_hours)) == ("3", "Mo-Fr 07:00-11:00")
    assert not bound.is_open(datetime(2026, 12, 25, 8, tzinfo=bound.zone))
    assert "notAvailable" not in fhir.encode(office(services=[lab]), version=version).document["entry"][1]["resource"]


@pytest.mark.parametrize("version", ["R4", "R5"])
def test_what_is_never_open_has_no_hours_and_says_so(version: fhir.Version):
    lab = Service(name="Lab", regular_hours="off")
    encoded = fhir.encode(office(regular_hours="off", services=[lab]), version=version)
    for entry in encoded.document["entry"]:
        assert not {"hoursOfOperation", "availability", "availableTime"} & set(entry["resource"])
    assert [note.code for note in encoded.notes] == ["no-hours", "no-hours"]


def test_locations_with_ids_that_fhir_does_not_have_are_told_apart():
    clinic = Clinic(
        name="Praxis", timezone="UTC", locations=[office(id="büro"), office(id="no-1"), office(id="x" * 65)]
    )
    encoded = fhir.encode(clinic)
    assert [entry["resource"]["id"] for entry in encoded.document["entry"]] == ["clinic", "no-1", "no-2", "no-3"]
    assert [note.place for note in encoded.notes] == ["/locations/0/id", "/locations/1/id", "/locations/2/id"]


def test_a_service_without_a_time_zone_has_its_hours_alone():
    lab = Service(name="Lab", regular_hours="Mo 07:00-11:00")
    _, found = fhir.encode(office(timezone=None, services=[lab])).document["entry"]
    assert "extension" not in found["resource"]


def test_the_window_begins_today_and_lasts_a_year():
    coming = datetime.now(UTC).date() + timedelta(days=200)
    far = datetime.now(UTC).date() + timedelta(days=400)
    place = office(regular_hours="24/7", special_hours=[SpecialHours(coming), SpecialHours(far)])
    encoded = fhir.encode(place, version="R5")
    rows = encoded.document["hoursOfOperation"][0]["notAvailableTime"]
    assert [row["during"]["start"][:10] for row in rows] == [str(coming)]
    assert [note.code for note in encoded.notes] == ["beyond-window"]


@pytest.mark.parametrize(
    ("value", "options", "told"),
    [
        (3, {}, "a Location or a Clinic is encoded, not int"),
        (None, {"version": "R3"}, "version is one of R4, R4B, R5, not 'R3'"),
        (None, {"on_loss": "ignore"}, "on_loss is 'note' or 'raise'"),
        (None, {"first": date(2026, 2, 1), "until": date(2026, 1, 1)}, "the window ends before it starts"),
    ],
)
def test_wrong_arguments_are_refused(value: Any, options: dict[str, Any], told: str):
    with pytest.raises(ClinicHoursError, match=told):
        fhir.encode(value or office(), **options)
