"""Documents that were once refused in other words than the library's own."""

from typing import Any

import pytest

from clinic_hours.codecs import google, schema_org


def test_special_hours_that_open_at_24_00_are_unknown():
    opens = {"startDate": {"year": 2026, "month": 12, "day": 24}, "openTime": "24:00", "closeTime": "02:00"}
    done = google.decode({"title": "A", "regularHours": {}, "specialHours": {"specialHourPeriods": [opens]}})
    assert str(done.value.special_hours[0].hours) == "00:00-24:00 unknown"
    assert [note.code for note in done.notes] == ["unreadable-hours"]


@pytest.mark.parametrize("kind", ["\u202e\x00", " ", 5, None], ids=repr)
def test_a_type_that_is_no_name_names_nothing(kind: Any):
    assert schema_org.decode({"@type": kind, "openingHours": "Mo 08:00-12:00"}).value.name == "Location"
