"""`closures add`: a snow day, put into the file from the command line."""

from __future__ import annotations

import difflib
from datetime import date, timedelta
from pathlib import Path

import pytest

from clinic_hours import Clinic
from clinic_hours.files import storing
from command_line import CLINIC, run


def added(clinic: str) -> list[str]:
    """The lines of the file that are new; none of the old ones may be gone."""
    steps = list(difflib.ndiff(CLINIC.splitlines(), Path(clinic).read_text(encoding="utf-8").splitlines()))
    assert not [line for line in steps if line.startswith("- ")]
    return [line[2:] for line in steps if line.startswith("+ ") and line[2:]]


def test_a_closure_of_every_location_is_put_in_and_every_comment_stays(clinic: str):
    assert run("closures", "add", clinic, "2026-12-01", "--reason", "Snow") == (
        0,
        "clinic.toml: Tue 2026-12-01: closed (Snow), at every location\n",
        "",
    )
    assert added(clinic) == ["[[special_hours]]", 'dates = "2026-12-01"', 'reason = "Snow"']
    plan = Clinic.load(clinic)["satellite-office"].plan_on(date(2026, 12, 1))
    assert (str(plan.hours), plan.reason) == ("off", "Snow")


def test_a_closure_of_some_locations_is_put_into_each(clinic: str):
    ran = run("closures", "add", clinic, "2026-12-01", "-l", "front", "-l", "satellite-office")
    assert ran == (0, "clinic.toml: Tue 2026-12-01: closed, at front, satellite-office\n", "")
    assert added(clinic) == ["[[locations.special_hours]]", 'dates = "2026-12-01"'] * 2


def test_where_another_rule_wins_is_told(clinic: str):
    code, out, err = run("closures", "add", clinic, "2026-12-24", "--reason", "Snow")
    assert (code, out) == (0, "clinic.toml: Thu 2026-12-24: closed (Snow), at every location\n")
    assert (
        err == "but at front 'Christmas Eve' (2026-12-24, 08:00-12:00) wins on Thu 2026-12-24; "
        "add it with --location front as well\n"
    )
    assert str(Clinic.load(clinic)["front"].hours_on(date(2026, 12, 24))) == "08:00-12:00"


def test_where_another_rule_says_the_same_nothing_is_told(clinic: str):
    assert run("closures", "add", clinic, "2026-12-24", "--hours", "8am-noon").err == ""
    assert run("closures", "add", clinic, "2026-12-24/2026-12-26").err.endswith(
        "wins on Thu 2026-12-24; change that rule\n"
    )
    assert run("closures", "add", clinic, "12-25", "--reason", "Holidays").err == ""


def test_other_hours_of_a_date_can_be_put_in(clinic: str):
    ran = run("closures", "add", clinic, "12-24/12-31", "--hours", "8am-noon", "--reason", "Holidays", "--json")
    assert ran.data == {
        "file": "clinic.toml",
        "dates": "12-24/12-31",
        "hours": "08:00-12:00",
        "reason": "Holidays",
        "locations": ["front", "satellite-office"],
    }
    assert 'hours = "08:00-12:00"' in added(clinic)
    assert run("closures", "add", clinic, "12-24/12-31", "--hours", "off").out == (
        "clinic.toml: 12-24/12-31: closed, at every location\n"
    )


def test_what_is_assumed_about_the_hours_is_told(clinic: str):
    code, out, err = run("closures", "add", clinic, "2026-12-01", "--hours", "9-5")
    assert (code, err) == (0, "'9-5' read as 09:00-17:00\n")
    assert "09:00-17:00" in out


@pytest.mark.parametrize("ending", ["json", "yaml"])
def test_files_of_the_other_formats_take_one_too(clinic: str, ending: str):
    if ending == "yaml":
        pytest.importorskip("yaml")
    path = f"clinic.{ending}"
    Clinic.load(clinic).save(path)
    assert run("closures", "add", path, "2026-12-01", "--reason", "Snow")[0] == 0
    assert Clinic.load(path) == Clinic.load(clinic).with_special("2026-12-01", reason="Snow")


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today"), (1, "Tomorrow"), (1, "tomorrow "), (-1, "yesterday")], ids=str
)
def test_dates_from_today_on_are_taken_in_words(clinic: str, days: int, words: str):
    before = Clinic.load(clinic)
    assert run("closures", "add", clinic, words)[0] == 0
    (dates,) = {str(rule.dates) for rule in Clinic.load(clinic).special_hours} - {
        str(rule.dates) for rule in before.special_hours
    }
    assert abs(date.fromisoformat(dates) - date.today() - timedelta(days=days)).days <= 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["Feb 30"], "no date is written 'Feb 30'"),
        (["02-30"], "no date is written '02-30'"),
        (["one day"], "no date is written 'one day'"),
        (["02-30/03-01"], "no year has the day '02-30'"),
        (["12/25/2026"], "no dates are written '12/25/2026'; dates are written 2026-12-24"),
        (["2026-12-31/2026-12-24"], "end before they start; write 2026-12-24/2026-12-31"),
        (["2026-12-01", "--hours", "when sunny"], "'when sunny' says neither days nor hours here"),
        (["2026-12-01", "--hours", "25:00-26:00"], "no clock shows 25:00"),
        (["2026-12-01", "-l", "frnt"], "has no location with the id 'frnt'; near ones: front"),
    ],
)
def test_nonsense_is_refused_and_the_file_stays_as_it_is(clinic: str, arguments: list[str], told: str):
    code, out, err = run("closures", "add", clinic, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("Error: ")
    assert told in err
    assert added(clinic) == []


def test_a_reason_over_several_lines_is_refused(clinic: str):
    code, out, err = run("closures", "add", clinic, "2026-12-01", "--reason", "Snow\nIce")
    assert (code, out) == (2, "")
    assert err == "Error: a reason is one line of text without control characters: 'Snow\\nIce'\n"
    assert added(clinic) == []


def test_a_file_with_mistakes_is_not_touched(clinic: str):
    Path(clinic).write_text("name = 1\n", encoding="utf-8")
    code, out, err = run("closures", "add", clinic, "2026-12-01")
    assert (code, out) == (2, "")
    assert err.splitlines()[1] == 'clinic.toml:1: name: this is a text; write name = "1"'
    assert Path(clinic).read_text(encoding="utf-8") == "name = 1\n"


@pytest.mark.parametrize(
    "error", [PermissionError(13, "Permission denied", "/x/.clinic.toml.k3"), OSError("disk full")]
)
def test_a_file_that_cannot_be_saved_stays_as_it_was(clinic: str, monkeypatch: pytest.MonkeyPatch, error: OSError):
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(storing.os, "replace", refuse)
    told = error.strerror or str(error)
    assert run("closures", "add", clinic, "2026-12-01") == (2, "", f"Error: clinic.toml cannot be saved: {told}\n")
    assert added(clinic) == []
    assert [path.name for path in Path().iterdir()] == ["clinic.toml"]


def test_a_file_that_someone_else_changes_meanwhile_is_left_to_them(clinic: str, monkeypatch: pytest.MonkeyPatch):
    save = Clinic.save

    def late(self: Clinic, path: str) -> None:
        monkeypatch.setattr(storing.os, "fsync", lambda handle: Path(clinic).write_text("name = 'Theirs'\n"))
        save(self, path)

    monkeypatch.setattr(Clinic, "save", late)
    code, out, err = run("closures", "add", clinic, "2026-12-01")
    assert (code, out) == (2, "")
    assert "was changed by someone else meanwhile; nothing was saved" in err
    assert Path(clinic).read_text() == "name = 'Theirs'\n"
