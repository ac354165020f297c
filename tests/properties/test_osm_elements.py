"""OpenStreetMap's elements on the way out and back: each location and service of a clinic whose tag loses nothing answers the same."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from hypothesis import event, example, given
from hypothesis import strategies as st

from clinic_hours import Clinic, ClinicHoursError, Location, Service, strategies
from clinic_hours.codecs import Note, osm
from clinic_hours.location import Door
from judge import different_days, ours
from osm_places import clinics, places

ZONE = "America/New_York"
FIRST, DAYS = date(2027, 6, 1), 400
LOST = {"dates", "differs", "unchecked", "holiday-by-date"}
"""Losses after which a tag says other hours."""
UNREAD = {"unreadable-hours", "closes-services"}
"""What is told on the way in of tags that no location can hold, and of closures that no season can stand for."""

CLINICS = clinics()


def doors(clinic: Clinic) -> Iterator[tuple[str, Door]]:
    """Every location and service, with the pointer to it."""
    for number, location in enumerate(clinic):
        yield f"/locations/{number}", location
        for order, service in enumerate(location.services):
            yield f"/locations/{number}/services/{order}", location.service(service.key)


def told_of(place: str, notes: tuple[Note, ...]) -> set[str]:
    """The codes of what is told of a door, or of rules that it shares with others."""
    own = [note for note in notes if note.place == place or note.place.startswith(f"{place}/")]
    held = [note for note in own if "/services/" not in note.place.removeprefix(place)]
    shared = [note for note in notes if note.place.startswith(("/special_hours", "/seasonal_hours"))]
    return {note.code for note in (*held, *shared)}


@given(CLINICS)
def test_a_clinic_comes_back_and_each_door_of_which_nothing_is_lost_answers_the_same(clinic: Clinic):
    done = osm.encode(clinic)
    read = osm.decode(json.dumps(done.document), timezone=ZONE)
    assert isinstance(read.value, Clinic)
    assert (read.value.name, read.value.checked_on) == (clinic.name, clinic.checked_on)
    kept = "id-changed" not in {note.code for note in done.notes}
    for one, same in zip(clinic, read.value, strict=True):
        assert facts(one) == facts(same)
        assert not kept or [service.key for service in one.services] == [service.key for service in same.services]
    for (place, door), (again, other) in zip(doors(clinic), doors(read.value), strict=True):
        assert place == again
        lost = told_of(place, done.notes) & LOST
        unread = {note.code for note in read.notes} & UNREAD
        event("lost" if lost else "unread" if unread else "kept")
        if not lost and not unread:
            assert different_days(wall(door), wall(other)) == [], place


def wall(door: Door) -> bytes:
    """The state of each minute by a door's own wall clock."""
    return ours(door.replace(timezone="UTC"), FIRST, DAYS)


def facts(location: Location) -> tuple[Any, ...]:
    """What a location says of itself beside its hours."""
    address = location.address if location.address and any(location.address.model_dump().values()) else None
    return location.key, location.name, location.phone, location.url, address


@given(places(past_midnight=False))
def test_an_element_is_the_same_by_itself_and_in_a_clinic(location: Location):
    [element] = osm.encode(Clinic(name="Riverside", locations=[location])).document["elements"]
    del element["tags"]["operator"]
    assert osm.element(location).document == element


@given(places(past_midnight=True))
def test_the_tag_of_an_element_is_that_of_its_location(location: Location):
    assert osm.element(location).document["tags"]["opening_hours"] == osm.encode(location).document


@given(strategies.services())
def test_a_service_by_itself_has_the_tag_of_its_own_hours(service: Service):
    alone = Location(name="A", regular_hours="off", services=[service])
    key = f"opening_hours:{service.key}"
    assert osm.element(alone).document["tags"][key] == osm.encode(service).document


ANYTHING = st.one_of(
    st.none() | st.booleans() | st.integers() | st.floats() | st.lists(st.integers(), max_size=2) | st.text(max_size=6),
    st.sampled_from(("24/7", "Mo-Fr 08:00-12:00", "PH off", "de", "\n", "\ud800", 'off "x"', "2026-11-02")),
)
KEYS = st.sampled_from((
    *("name", "operator", "phone", "website", "contact:phone", "addr:country", "addr:street", "addr:housenumber"),
    *("opening_hours", "opening_hours:lab", "opening_hours:", "opening_hours:a\0b", "opening_hours:url", "check_date:opening_hours"),
))  # fmt: skip
TAGS = st.dictionaries(KEYS | st.text(max_size=4), ANYTHING, max_size=6)
ELEMENTS = st.fixed_dictionaries({}, optional={"id": ANYTHING, "type": ANYTHING, "tags": TAGS | ANYTHING})
DOCUMENTS = ELEMENTS | TAGS | st.fixed_dictionaries({"elements": st.lists(ELEMENTS | ANYTHING, max_size=3) | ANYTHING})


@given(DOCUMENTS | st.lists(ELEMENTS, max_size=3))
@example({"opening_hours:a\0b": None})
def test_anything_is_read_or_refused_with_an_error_of_ours(document: Any):
    with suppress(ClinicHoursError):
        osm.decode(document, timezone=ZONE)
