"""Documents of very many places and services that once took work in proportion to the square of their number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from clinic_hours.codecs import fhir, google, hsds, nhs, schema_org, yext
from steps import steps

MONDAY = "Mo 08:00-12:00"
SERVICE = {"resourceType": "HealthcareService", "id": "lab", "location": [{"reference": "Location/main"}]}
MAIN = {"resourceType": "Location", "id": "main"}


def bundle(*resources: Any) -> Any:
    return {"resourceType": "Bundle", "entry": [{"resource": resource} for resource in resources]}


def services_of_one_home(count: int) -> Any:
    at = [{"location": {"id": "main"}}]
    some = [{"name": "Lab", "id": str(n), "schedules": [], "service_at_locations": at} for n in range(count)]
    return {"locations": [{"id": "main", "name": "Main", "schedules": []}], "services": some}


@pytest.mark.parametrize(
    ("decode", "made"),
    [
        (nhs.decode, lambda n: {"value": [{"OrganisationName": "A", "OpeningTimes": []}] * n}),
        (yext.decode, lambda n: {"entities": [{"name": "A", "hours": {"monday": {"isClosed": True}}}] * n}),
        (google.decode, lambda n: {"locations": [{"title": "A", "regularHours": {"periods": []}}] * n}),
        (schema_org.decode, lambda n: {"@graph": [{"@type": "A", "openingHours": MONDAY}] * n}),
        (schema_org.decode, lambda n: {"openingHours": MONDAY, "department": [{"name": "A", "openingHours": MONDAY}] * n}),
        (hsds.decode, lambda n: {"locations": [{"name": "A", "schedules": []}] * n}),
        (hsds.decode, services_of_one_home),
        (fhir.decode, lambda n: bundle(*[MAIN] * n)),
        (fhir.decode, lambda n: bundle(MAIN, *[SERVICE] * n)),
    ],
    ids=["nhs", "yext", "google", "schema_org", "departments", "hsds", "hsds-services", "fhir", "fhir-services"],
)  # fmt: skip
def test_many_alike_take_work_in_proportion(decode: Callable[..., Any], made: Callable[[int], Any]):
    few, many = (steps(lambda n=n: decode(made(n), timezone="UTC")) for n in (100, 400))
    assert many < 5 * few
