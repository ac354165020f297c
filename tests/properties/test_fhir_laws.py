"""FHIR: what is written says what it was written from, or a note tells; and an independent reader accepts it."""

from __future__ import annotations

import copy
import json
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any

from fhir.resources import bundle as r5
from fhir.resources.R4B import bundle as r4b
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import Break, Clinic, ClinicHoursError, Dates, Location, SeasonalHours, SpecialHours, strategies
from clinic_hours.codecs import fhir
from clinic_hours.location import Door

FIRST, UNTIL = date(2026, 1, 1), date(2026, 3, 31)
ZONES = st.sampled_from(("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "UTC"))
DAYS = st.dates(FIRST - timedelta(5), UNTIL + timedelta(5))
DATES = st.one_of(
    DAYS.map(Dates.on),
    st.tuples(DAYS, DAYS).map(lambda ends: Dates.between(min(ends), max(ends))),
    DAYS.map(lambda day: Dates.yearly(f"{day:%m-%d}")),
    st.sampled_from(("MONTHLY;BYDAY=2SA", "WEEKLY;BYDAY=MO", "MONTHLY;BYMONTHDAY=1")).map(
        lambda of: Dates.recurring(f"FREQ={of}")
    ),
)
TIMES = strategies.day_hours(min_size=1, max_size=1, states=["open"], allow_notes=False)
HOURS = {
    "special_hours": st.tuples(DATES, strategies.day_hours(), st.sampled_from(("", "Away"))).map(
        lambda of: SpecialHours(*of)
    ),
    "seasonal_hours": st.tuples(DATES, strategies.weekly_hours()).map(lambda of: SeasonalHours(*of)),
    "breaks": st.tuples(DATES, TIMES).map(lambda of: Break(*of)),
}
PLACES = strategies.locations(timezones=ZONES, services=strategies.services(**HOURS), **HOURS)
CLINICS = strategies.clinics(
    locations=PLACES, special_hours=HOURS["special_hours"], seasonal_hours=HOURS["seasonal_hours"]
)
VERSIONS = st.sampled_from(fhir.encoding.VERSIONS)
LOST = {"extra-hours", "state-lost", "closures-in-words", "no-time-zone"}


def written(place: Location | Clinic, version: fhir.Version) -> tuple[Any, set[str]]:
    encoded = fhir.encode(place, version=version, first=FIRST, until=UNTIL)
    return encoded.document, {note.code for note in encoded.notes}


def opened(door: Door) -> list[tuple[datetime | None, datetime | None]]:
    """What is open inside of the window, but for its first and last day, into which a night may reach from outside."""
    start, end = (datetime.combine(day, time(0), door.zone) for day in (FIRST + timedelta(1), UNTIL))
    return [(opening.start, opening.end) for opening in door.openings(start, end)]


@given(PLACES, VERSIONS)
def test_it_answers_as_it_was_written_from_or_a_note_tells(place: Location, version: fhir.Version):
    place = place.replace(services=())
    document, codes = written(place, version)
    again = fhir.decode(document).value
    assert isinstance(again, Location)
    if codes & LOST:
        return
    assert opened(again) == opened(place)


@given(PLACES)
def test_it_is_never_open_when_the_place_is_not(place: Location):
    place = place.replace(services=())
    again = fhir.decode(written(place, "R5")[0]).value
    assert isinstance(again, Location)
    start, end = (datetime.combine(day, time(0), place.zone) for day in (FIRST + timedelta(1), UNTIL))
    states = {again.is_open(at.start) and not place.is_open(at.start) for at in again.differs_from(place, start, end)}
    assert True not in states


@given(CLINICS, VERSIONS)
def test_a_clinic_and_its_services_come_back(clinic: Clinic, version: fhir.Version):
    document, codes = written(clinic, version)
    again = fhir.decode(json.dumps(document)).value
    assert isinstance(again, Clinic)
    assert again.name == clinic.name
    for location, other in zip(clinic, again, strict=True):
        assert len(location.services) == len(other.services)
        if not codes & LOST:
            assert opened(other) == opened(location)
            for one, two in zip(location.services, other.services, strict=True):
                assert opened(location.service(one.key)) == opened(other.service(two.key))


@given(PLACES, VERSIONS)
def test_what_was_read_is_written_as_it_was(place: Location, version: fhir.Version):
    document, _ = written(place.replace(services=()), version)
    again, _ = written(fhir.decode(document).value, version)
    document.pop("availabilityExceptions", None)  # words, which are not read
    assert again == document


@given(CLINICS)
def test_an_independent_reader_accepts_it(clinic: Clinic):
    for reader, version in ((r4b.Bundle, "R4"), (r4b.Bundle, "R4B"), (r5.Bundle, "R5")):
        document, _ = written(clinic, version)
        assert reader.model_validate(copy.deepcopy(document)).entry is not None


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(("mon", "08:00:00", "2026-12-25")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.data(), CLINICS, VERSIONS)
def test_a_document_with_anything_in_it_is_read_or_refused_with_an_error_of_ours(
    data: st.DataObject, clinic: Clinic, version: fhir.Version
):
    document, _ = written(clinic, version)
    for _ in range(data.draw(st.integers(1, 4))):
        mutate(data, document)
    with suppress(ClinicHoursError):
        fhir.decode(document)


def mutate(data: st.DataObject, held: Any) -> None:
    """Put anything in some place of a document."""
    while isinstance(held, dict | list) and held:
        key = data.draw(st.sampled_from(sorted(held) if isinstance(held, dict) else range(len(held))))
        if not isinstance(held[key], dict | list) or not held[key] or data.draw(st.integers(0, 5)) == 0:
            held[key] = data.draw(ANYTHING)
            return
        held = held[key]
