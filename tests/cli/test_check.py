"""`check`: what it finds, and the exit status by which CI knows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from command_line import CLINIC, run

BROKEN = CLINIC.replace('timezone = "America/New_York"', 'timezone = "America/Chigaco"').replace("dates =", "date =", 1)
FRIDAYS = '\n[[locations.special_hours]]\ndates = "RRULE:FREQ=WEEKLY;BYDAY=FR"\nhours = "8am-noon"\n'
IN_WINTER = ["--from", "2026-12-01"]


def test_a_file_in_order_is_said_to_be_and_exits_with_0(clinic: str):
    assert run("check", clinic, *IN_WINTER) == (0, "clinic.toml: nothing to look at, 2026-12-01 to 2027-11-30\n", "")
    assert run("check", clinic, "--json", *IN_WINTER).data == {"file": clinic, "mistakes": [], "findings": []}


def test_what_there_is_to_look_at_is_told_and_exits_with_1(clinic: str):
    Path(clinic).write_text(CLINIC.replace("checked_on = 2026-11-02\n", "") + FRIDAYS, encoding="utf-8")
    code, out, err = run("check", clinic, *IN_WINTER)
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        "nobody has confirmed these hours yet; look through them, and set checked_on to that day",
        "Fri 2026-12-25: at satellite-office 'Christmas Day' (12-25, closed) wins over "
        "RRULE:FREQ=WEEKLY;BYDAY=FR (08:00-12:00)",
        "clinic.toml: 2 things to look at, 2026-12-01 to 2027-11-30",
    ]


def test_in_json_each_finding_has_its_code_and_whom_it_is_about(clinic: str):
    Path(clinic).write_text(CLINIC + FRIDAYS, encoding="utf-8")
    ran = run("check", clinic, "--json", *IN_WINTER)
    assert (ran.code, ran.err) == (1, "")
    assert ran.data["findings"] == [
        {
            "code": "clash",
            "day": "2026-12-25",
            "locations": ["satellite-office"],
            "told": "at satellite-office 'Christmas Day' (12-25, closed) wins over "
            "RRULE:FREQ=WEEKLY;BYDAY=FR (08:00-12:00)",
        }
    ]


def test_a_file_with_mistakes_exits_with_2_and_tells_all_of_them(clinic: str):
    Path(clinic).write_text(BROKEN, encoding="utf-8")
    code, out, err = run("check", clinic)
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        "Error: clinic.toml has 2 mistakes, and nothing was loaded.",
        "clinic.toml:4: timezone: no time zone is named 'America/Chigaco'; near ones: America/Chicago, "
        "America/Curacao, America/Bahia",
        "clinic.toml:8: special_hours no. 1 date: no key has this name here; write dates",
    ]


def test_in_json_mistakes_have_their_places(clinic: str):
    Path(clinic).write_text(BROKEN, encoding="utf-8")
    ran = run("check", clinic, "--json")
    assert (ran.code, ran.err) == (2, "")
    assert ran.data["findings"] == []
    assert ran.data["mistakes"][1] == {
        "line": 8,
        "location": "",
        "key": "special_hours no. 1 date",
        "told": "no key has this name here; write dates",
    }


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_file_that_cannot_be_read_exits_with_2_and_prints_nothing(clinic: str, options: list[str]):
    assert run("check", "none.toml", *options) == (2, "", "Error: none.toml: No such file or directory\n")


@pytest.mark.parametrize(
    ("first", "window"),
    [
        ("Mar 1 2027", "2027-03-01 to 2028-02-29"),
        ("2028-02-29", "2028-02-29 to 2029-02-28"),
        ("2028-03-01", "2028-03-01 to 2029-02-28"),
        ("2027-01-01", "2027-01-01 to 2027-12-31"),
        ("9999-06-01", "9999-06-01 to 9999-12-31"),
    ],
)
def test_twelve_months_are_looked_at_from_a_date_as_people_write_it(clinic: str, first: str, window: str):
    assert run("check", clinic, "--from", first, "--stale-after", "9999999").out.endswith(f" to look at, {window}\n")


def test_a_first_date_that_is_none_is_told(clinic: str):
    assert run("check", clinic, "--from", "one day").err.startswith("Error: no instant is written 'one day'")


def test_after_how_many_days_hours_are_stale_can_be_said(clinic: str):
    options = ["--from", "2026-11-04", "--stale-after"]
    assert run("check", clinic, *options, "2")[0] == 0
    ran = run("check", clinic, *options, "1")
    assert (ran.code, ran.lines[0]) == (
        1,
        "nobody has confirmed these hours since 2026-11-02; look through them, and set checked_on to that day",
    )
    assert ran.lines[1] == "clinic.toml: one thing to look at, 2026-11-04 to 2027-11-03"
    for days in ("-1", "1000000000", "soon"):
        assert run("check", clinic, *options, days)[:2] == (2, "")


def test_today_is_that_of_the_clinic_or_of_its_first_location_with_a_zone(clinic: str):
    # Where none has any, it is that of UTC.
    for text in (
        CLINIC.replace("checked_on = 2026-11-02\n", ""),
        'name = "Far"\n[[locations]]\nname = "Apia"\ntimezone = "Pacific/Apia"\nregular_hours = "off"\n',
        'name = "Nowhere"\n',
    ):
        Path(clinic).write_text(text, encoding="utf-8")
        first = date.fromisoformat(run("check", clinic).lines[-1].split(" to ")[-2].split()[-1])
        assert abs(first - date.today()).days <= 1


@pytest.mark.holidays
def test_holidays_that_nobody_decided_are_told(clinic: str):
    pytest.importorskip("holidays")
    address = 'name = "Satellite office"\naddress = { country = "US", region = "NJ" }\n'
    Path(clinic).write_text(
        CLINIC.replace('name = "Satellite office"   # two rooms at the mall\n', address), encoding="utf-8"
    )
    ran = run("check", clinic, *IN_WINTER)
    assert ran.code == 1
    assert (
        "Mon 2027-01-18: Martin Luther King Jr. Day: satellite-office would be open, and no rule says so; "
        "add one that closes, or has the hours" in ran.lines
    )
