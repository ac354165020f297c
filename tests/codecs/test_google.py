"""Business Profiles and sheets to the letter, where Google depends on it."""

import csv
import io
from datetime import date
from typing import Any

import pytest

from clinic_hours import Location, Service, SpecialHours
from clinic_hours.codecs import google, hsds
from clinic_hours.codecs.google import sheet

WINDOW = {"first": date(2026, 12, 1), "until": date(2026, 12, 31)}


def office(week: str = "Mo-Fr 08:00-17:00", **fields: Any) -> Location:
    return Location(name="Main office", timezone="America/New_York", regular_hours=week, **fields)


def test_a_profile_leaves_out_what_is_zero():
    profile = google.encode(office("Mo 00:00-12:30; Sa 22:00-00:30"), **WINDOW).document
    assert profile["regularHours"]["periods"] == [
        {"openDay": "MONDAY", "openTime": {}, "closeDay": "MONDAY", "closeTime": {"hours": 12, "minutes": 30}},
        {"openDay": "SATURDAY", "openTime": {"hours": 22}, "closeDay": "SUNDAY", "closeTime": {"minutes": 30}},
    ]


def test_special_hours_are_single_dates_shorter_than_a_day_and_over_by_noon():
    rules = [
        SpecialHours("2026-12-24", "00:00-24:00"),
        SpecialHours("2026-12-25/2026-12-27"),
        SpecialHours("2026-12-28", "20:00-14:00"),
    ]
    done = google.encode(office("Mo-Su 08:00-17:00", special_hours=rules), **WINDOW)
    shown = [
        (
            each["startDate"]["day"],
            each.get("closed"),
            each.get("openTime"),
            each.get("endDate", {}).get("day"),
            each.get("closeTime"),
        )
        for each in done.document["specialHours"]["specialHourPeriods"]
    ]
    assert shown == [
        (24, None, {}, 24, {"hours": 12}),
        (24, None, {"hours": 12}, 24, {"hours": 24}),
        *((day, True, None, None, None) for day in (25, 26, 27)),
        (28, None, {"hours": 20}, 29, {"hours": 11, "minutes": 59}),
    ]
    assert [note.code for note in done.notes] == ["closes-too-late"]


def test_special_hours_need_regular_ones():
    done = google.encode(office("off", special_hours=[SpecialHours("2026-12-24", "08:00-12:00")]), **WINDOW)
    assert [note.code for note in done.notes] == ["needs-regular-hours"]


def test_a_service_loses_its_dates_and_perhaps_its_id():
    lab = Service(
        id="Lab_1",
        name="Lab",
        regular_hours="Mo-Fr 07:00-11:00",
        special_hours=[SpecialHours("2026-12-24", "07:00-08:00")],
    )
    closed = SpecialHours("2026-12-25")
    done = google.encode(office(special_hours=[closed], services=[lab]), **WINDOW)
    assert [(note.code, note.place) for note in done.notes] == [
        ("service-dates-lost", "/services/0"),
        ("id-changed", "/services/0/id"),
    ]
    assert "differs on 1, first on 2026-12-24" in done.notes[0].sentence
    assert done.document["moreHours"][0]["hoursTypeId"] == "LAB_1"


def test_a_sheet_says_a_whole_day_in_one_way_only():
    rules = [
        SpecialHours("2026-12-24", "09:00-12:00,13:00-00:00"),
        SpecialHours("2026-12-28"),
        SpecialHours("2026-12-26", "00:00-24:00"),
    ]
    text = sheet.encode(office("Mo 00:00-24:00; Tu 18:00-24:00", special_hours=rules), **WINDOW).document
    row = next(iter(csv.DictReader(io.StringIO(text))))
    assert [row[f"{day} hours"] for day in ("Monday", "Tuesday", "Sunday")] == ["00:00-24:00", "18:00-00:00", "x"]
    assert (
        row["Special hours"]
        == "2026-12-24: 09:00-12:00, 2026-12-24: 13:00-00:00, 2026-12-26: 00:00-24:00, 2026-12-28: x"
    )


def test_a_sheet_that_is_no_csv_is_refused(monkeypatch: pytest.MonkeyPatch):
    for codec, module in ((sheet, sheet), (hsds, hsds.reading)):
        with pytest.raises(ValueError, match="this is no CSV: field larger than field limit"):
            codec.decode('a,b\n"' + "x" * 140_000 + '"')
        monkeypatch.setattr(module, "LONGEST", 10)
        with pytest.raises(ValueError, match="11 characters are too many"):
            codec.decode("a,b\n1,2\n3,4")
