"""`read`: what was understood of a text, and a clinic file that begins with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from clinic_hours import Clinic, SpecialHours
from command_line import run

TWO = "Medical: Mon-Fri 8-5\nDental: Tue-Thu 9am-4pm\nSat when sunny"


def test_a_reading_is_shown_with_its_doubts():
    assert run("read", "-", text="Mon-Fri 8-5") == (
        0,
        "    Mon-Fri 8-5\n            ^^^\n\nUnderstood:\n    Mon-Fri 8am-5pm\n    Closed Sat & Sun\n"
        "Assumed:\n    '8-5' read as 08:00-17:00\nNot named, and so closed: Saturday, Sunday\n",
        "",
    )


def test_each_heading_has_a_reading_of_its_own():
    lines = run("read", "-", text=TWO).lines
    assert (lines[0], lines[lines.index("Dental") - 1]) == ("Medical", "")
    assert "    'Sat when sunny' was not read: the hours are missing" in lines


def test_in_json_each_doubt_has_its_code_and_place():
    medical, dental = run("read", "-", "--json", text=TWO).data
    assert (medical["heading"], medical["regular_hours"]) == ("Medical", "Mo-Fr 08:00-17:00")
    assert medical["assumptions"] == [
        {"code": "bare_hours", "start": 17, "end": 20, "sentence": "'8-5' read as 08:00-17:00"}
    ]
    assert [doubt["code"] for doubt in dental["unread"]] == ["missing_hours"]
    assert dental["unnamed_days"] == ["monday", "friday", "sunday"]


def test_in_json_rules_have_their_dates():
    (one,) = run("read", "-", "--json", text="Mon-Fri 8am-5pm\n2nd Sat 9am-noon").data
    assert one["special_hours"] == [{"dates": "RRULE:FREQ=MONTHLY;BYDAY=2SA", "hours": "09:00-12:00", "reason": ""}]


def test_strict_takes_a_doubt_for_a_mistake():
    code, out, err = run("read", "-", "--strict", text="Mon-Fri 8-5")
    assert (code, out) == (2, "")
    assert err == "Error: '8-5' read as 08:00-17:00\n    Mon-Fri 8-5\n            ^^^\n"
    assert run("read", "-", "--strict", text="Mon-Fri 8am-5pm").code == 0


def test_the_language_and_the_country_may_be_said():
    assert (
        run("read", "-", "--json", "--language", "fr", text="Mar 9h-12h").data[0]["regular_hours"] == "Tu 09:00-12:00"
    )
    assert run("read", "-", "--language", "xx", text="Mon 8am-5pm").err.startswith("Error: signs in the language 'xx'")


@pytest.mark.holidays
def test_with_a_country_closed_on_holidays_is_a_rule():
    pytest.importorskip("holidays")
    (one,) = run("read", "-", "--json", "--country", "US", text="Mon-Fri 8am-5pm, closed on holidays").data
    assert one["special_hours"] == [{"dates": "US: *", "hours": "off", "reason": "Public holiday"}]


@pytest.mark.parametrize("form", ["toml", "json", "yaml"])
def test_a_clinic_file_is_begun(form: str, tmp_path: Path):
    pytest.importorskip(form if form == "yaml" else "json")
    code, out, err = run("read", "-", "--to", form, "-z", "America/New_York", "--name", "Maple", text=TWO)
    assert (code, err.splitlines()) == (
        0,
        ["'8-5' read as 08:00-17:00", "'Sat when sunny' was not read: the hours are missing"],
    )
    file = tmp_path / f"clinic.{form}"
    file.write_text(out, encoding="utf-8")
    clinic = Clinic.load(file)
    assert (clinic.name, clinic.timezone, [location.id for location in clinic]) == (
        "Maple",
        "America/New_York",
        ["medical", "dental"],
    )


def test_a_clinic_file_is_named_after_the_text_and_has_all_that_it_says(tmp_path: Path):
    (tmp_path / "maple.txt").write_text("Mon-Fri 8am-5pm\n2nd Sat 9am-noon", encoding="utf-8")
    out = run("read", str(tmp_path / "maple.txt"), "--to", "toml", "-z", "UTC").out
    (tmp_path / "maple.toml").write_text(out, encoding="utf-8")
    clinic = Clinic.load(tmp_path / "maple.toml")
    assert clinic["maple"].special_hours == (SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=2SA", "09:00-12:00"),)
    assert 'name = "Clinic"' in run("read", "-", "--to", "toml", "-z", "UTC", text="Mon 8am-5pm").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--to", "toml"], "hours do not say their time zone; add --timezone America/New_York"),
        (["--to", "xml", "-z", "UTC"], "no clinic file is in the format 'xml'; write --to toml, json or yaml"),
        (["--to", "toml", "-z", "Mars"], "no time zone is named 'Mars'"),
    ],
)
def test_a_clinic_file_that_cannot_be_begun(arguments: list[str], told: str):
    code, out, err = run("read", "-", *arguments, text="Mon 8am-5pm")
    assert (code, out) == (2, "")
    assert told in err


def test_a_text_without_hours_is_a_mistake(tmp_path: Path):
    code, out, err = run("read", "-", text="New patients welcome!")
    assert (code, out) == (2, "")
    assert err.startswith("Error: ")
    (tmp_path / "sign").write_bytes(b"\xff\xfe")
    assert "is not a text in UTF-8" in run("read", str(tmp_path / "sign")).err
    assert run("read", str(tmp_path / "none")).code == 2
