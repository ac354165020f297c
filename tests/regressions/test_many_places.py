"""Documents of very many places and services that once took work in proportion to the square of their number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from clinic_hours.codecs import fhir, google, hsds, icalendar, nhs, osm, schema_org, yext
from clinic_hours.codecs.osm import element_reading
from clinic_hours.codecs.osm.checking import agree
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


def calendar(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"])


def events(count: int, line: str) -> str:
    held = (
        ["BEGIN:VEVENT", *line.format(n, 10 + n % 80, 10 + n // 80).split("|"), "DURATION:PT1H", "END:VEVENT"]
        for n in range(count)
    )
    return calendar(*(text for lines in held for text in lines))


def element(tag: str, services: int, other: str = "off") -> Any:
    more = {f"opening_hours:s{n}": other.format(n % 60) for n in range(services)}
    return {"id": 1, "tags": {"name": "A", "opening_hours": tag} | more}


CLOSED = "Mo 08:00-12:00; " + "; ".join(
    f"{2026 + n // 12} {month} 05 off" for n, month in enumerate(["Jan", "Mar", "May"] * 20)
)


@pytest.mark.parametrize(
    ("decode", "made"),
    [
        (icalendar.decode, lambda n: events(n, "DTSTART:20{1}01{2}T080000")),
        (icalendar.decode, lambda n: events(n, "DTSTART:20260105T080000|LOCATION:Place {0}")),
        (icalendar.decode, lambda n: calendar(*(f'X-CLINIC-HOURS-LOCATION:{{"id":"a{k}"}}' for k in range(n)))),
        (osm.decode, lambda n: [element("Mo 08:00-12:00", 0)] * n),
        (osm.decode, lambda n: element("Mo 08:00-12:00", n)),
        (osm.decode, lambda n: element(CLOSED, n)),
        (osm.decode, lambda n: element(CLOSED, n, "Mo 08:00-12:{0:02}")),
    ],
    ids=["dates", "places", "properties", "elements", "services", "closed-for-services", "closed-for-one-of-them"],
)  # fmt: skip
def test_calendars_and_elements_take_work_in_proportion(decode: Callable[..., Any], made: Callable[[int], Any]):
    few, many = (steps(lambda n=n: decode(made(n), timezone="UTC")) for n in (50, 200))
    assert many < 5 * few


def test_many_closures_beside_many_services_take_a_proof_for_each_service(monkeypatch: pytest.MonkeyPatch):
    proofs: list[bool] = []

    def counted(*rules: Any) -> bool:
        proofs.append(agree(*rules))
        return proofs[-1]

    monkeypatch.setattr(element_reading, "agree", counted)
    # No service is open on the fifth of a month, but for one in the second round.
    spared = element(CLOSED, 60, "Mo[-1] 08:00-12:{0:02}")
    place = osm.decode(spared, timezone="UTC").value
    assert (len(proofs), len(place.special_hours), place.seasonal_hours) == (60, 2, ())
    proofs.clear()
    place = osm.decode({"id": 1, "tags": spared["tags"] | {"opening_hours:s59": "24/7"}}, timezone="UTC").value
    assert (len(proofs), place.special_hours, len(place.seasonal_hours)) == (61, (), 2)
