"""What FHIR's resources say about their hours and was once passed over."""

from __future__ import annotations

from typing import Any

import pytest

from clinic_hours.codecs import fhir

HOURS = [{"daysOfWeek": ["mon"], "availableStartTime": "08:00", "availableEndTime": "16:00"}]
LAB: dict[str, Any] = {"resourceType": "HealthcareService", "id": "lab", "name": "Lab", "availableTime": HOURS}


def bundle(*resources: dict[str, Any]) -> dict[str, Any]:
    return {"resourceType": "Bundle", "entry": [{"resource": resource} for resource in resources]}


@pytest.mark.parametrize(
    ("more", "note"),
    [
        (
            {"period": {"start": "2026-01-01"}},
            "/period: it holds from 2026-01-01 to no date; its hours are read as those of all time (period-ignored)",
        ),
        ({"active": False}, "/active: it is marked as not in use; its hours are read all the same (not-in-use)"),
        ({"status": "suspended"}, "/status: it is marked as not in use; its hours are read all the same (not-in-use)"),
        (
            {"appointmentRequired": True},
            "/appointmentRequired: an appointment is needed; its hours are read as open (appointment-required)",
        ),
    ],
)
def test_what_bears_on_the_hours_and_is_not_read_is_told(more: dict[str, Any], note: str):
    assert [str(each) for each in fhir.decode(LAB | more, timezone="UTC").notes] == [note]
    assert fhir.decode(LAB | {"active": True, "period": None}, timezone="UTC").notes == ()


def test_a_service_at_two_locations_stands_at_both():
    places = [{"resourceType": "Location", "id": key, "name": key, "hoursOfOperation": []} for key in ("east", "west")]
    at = {"location": [{"reference": "Location/east"}, {"reference": "Location/west"}, {"reference": "Location/x"}]}
    clinic = fhir.decode(bundle(*places, LAB | at), timezone="UTC").value
    assert [[str(service.regular_hours) for service in place.services] for place in clinic] == [["Mo 08:00-16:00"]] * 2


def test_a_place_whose_name_makes_no_id_is_given_one_and_it_is_told():
    done = fhir.decode(bundle({"resourceType": "Location", "name": "+++", "hoursOfOperation": []}), timezone="UTC")
    assert [place.id for place in done.value] == ["location"]
    assert [note.code for note in done.notes] == ["no-regular-hours", "id-made"]


def test_a_name_taken_from_the_id_is_told():
    done = fhir.decode({"resourceType": "PractitionerRole", "id": "x1", "availableTime": HOURS}, timezone="UTC")
    assert (done.value.name, str(done.notes[0])) == ("x1", "/name: it has no name, and is named 'x1' (no-name)")
