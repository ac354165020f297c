"""Documents that were once refused without need or in other words than the library's own, or of which something was passed over."""

from typing import Any

import pytest

from clinic_hours.codecs import google, hsds, schema_org, yext


def test_special_hours_that_open_at_24_00_are_unknown():
    opens = {"startDate": {"year": 2026, "month": 12, "day": 24}, "openTime": "24:00", "closeTime": "02:00"}
    done = google.decode({"title": "A", "regularHours": {}, "specialHours": {"specialHourPeriods": [opens]}})
    assert str(done.value.special_hours[0].hours) == "00:00-24:00 unknown"
    assert [note.code for note in done.notes] == ["unreadable-hours"]


@pytest.mark.parametrize("kind", ["\u202e\x00", " ", 5, None], ids=repr)
def test_a_type_that_is_no_name_names_nothing(kind: Any):
    assert schema_org.decode({"@type": kind, "openingHours": "Mo 08:00-12:00"}).value.name == "Location"


def test_a_schedule_that_stands_by_itself_is_a_location():
    row = {"location_id": "main", "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "12:00"}
    done = hsds.decode(row)
    assert (done.value.id, str(done.value.regular_hours)) == ("main", "Mo 09:00-12:00")
    assert [str(note) for note in done.notes] == ["/name: it has no name, and is named 'main' (no-name)"]
    assert hsds.decode([row]).value == done.value
    assert hsds.decode({"name": "Annex", "start_date": "2026-01-01", "schedules": [row]}).value.name == "Annex"


def test_words_about_hours_that_are_not_read_are_told():
    words = "Not on public holidays."
    row = {"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "12:00", "description": words}
    entity = {"name": "Lab", "hours": {"monday": {"isClosed": True}}, "additionalHoursText": words}
    told = f"{words!r} is not read for hours (words-left-out)"
    assert str(hsds.decode({"name": "Lab", "schedules": [row]}).notes[-1]) == f"/schedules/0/description: {told}"
    assert str(yext.decode(entity).notes[0]) == f"/additionalHoursText: {told}"


def test_services_without_ids_are_not_taken_for_one():
    row = {"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "12:00"}
    at = {"schedules": [row], "service_at_locations": [{"location": {"id": "a", "name": "A"}}]}
    place = hsds.decode({"name": "O", "services": [at | {"name": "Lab"}, at | {"name": "Phones"}]}).value
    assert [service.name for service in place.services] == ["Lab", "Phones"]
