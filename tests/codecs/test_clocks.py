"""Clocks and dates in the many forms that documents have."""

import pytest

from clinic_hours.codecs.clocks import read_clock, read_date
from clinic_hours.codecs.documents import Node, Notes


@pytest.mark.parametrize(
    ("text", "minute", "code"),
    [
        ("08:00", 480, None),
        ("08:00:00", 480, None),
        ("00:00", 0, None),
        ("24:00", 1440, None),
        ("24:00:00", 1440, None),
        ("23:59:59", 1440, "clock-form"),
        ("8:00", 480, "clock-form"),
        ("0800", 480, "clock-form"),
        ("08.00", 480, "clock-form"),
        ("08:00:30", 480, "clock-form"),
        ("08:00:00.000", 480, "clock-form"),
        (" 08:00 ", 480, None),
        ("8am", 480, "clock-form"),
        ("8 p.m.", 1200, "clock-form"),
        ("12:00 AM", 0, "clock-form"),
        ("12:30\u202fPM", 750, "clock-form"),
        ("09:00Z", 540, "zone-ignored"),
        ("09:00+01:00", 540, "zone-ignored"),
        ("09:00:00-0500", 540, "zone-ignored"),
    ],
)
def test_a_clock_is_read_and_another_form_is_noted(text: str, minute: int, code: str | None):
    notes = Notes()
    assert read_clock(Node(text, "/opens"), notes) == minute
    assert [(note.code, note.place) for note in notes] == ([(code, "/opens")] if code else [])


@pytest.mark.parametrize(
    "value",
    [
        "",
        "8",
        "24:01",
        "25:00",
        "12:60",
        "12:00:61",
        "13pm",
        "0am",
        "noon",
        "٠٨:٠٠",
        "08:00 " + " " * 40,
        5.5,
        None,
        ["08:00"],
        "08:00x",
    ],
)
def test_what_is_no_clock_is_none(value: object):
    assert read_clock(Node(value), Notes()) is None


def test_a_date_is_read_with_or_without_a_time():
    notes = Notes()
    assert str(read_date(Node("2026-12-24"), notes)) == "2026-12-24"
    assert str(read_date(Node("2026-1-2T00:00:00Z"), notes)) == "2026-01-02"
    assert str(read_date(Node("2026-12-24 23:59:59"), notes)) == "2026-12-24"
    assert list(notes) == []
    read_date(Node("2026-12-24T10:00"), notes)
    assert [note.code for note in notes] == ["time-of-date-ignored"]


@pytest.mark.parametrize(
    "value", ["", "2026-02-30", "24.12.2026", "2026-12", 2026, None, "2026-12-24" + "x" * 40, "٢٠٢٦-١٢-٢٤"]
)
def test_what_is_no_date_is_none(value: object):
    assert read_date(Node(value), Notes()) is None
