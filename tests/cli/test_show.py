"""`show`: the signs, and what holds."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from clinic_hours import format_hours, read_hours
from command_line import run

MONDAY_MORNING = ["--at", "2026-11-23 09:00"]
OFFICES = [
    "Mon 8am-4pm\nTues, Wed & Thurs 8am-5pm\nFri 8am-3pm\nClosed Sat & Sun",
    "Mon 8am-4pm\nClosed Tues-Sun",
]


def test_both_signs_are_printed_to_the_letter_with_what_holds(clinic: str):
    code, out, err = run("show", clinic, *MONDAY_MORNING)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Mon 2026-11-23 09:00 EST",
        "Front office",
        "  Mon 8am-4pm",
        "  Tues, Wed & Thurs 8am-5pm",
        "  Fri 8am-3pm",
        "  Closed Sat & Sun",
        "  Open until 4pm",
        "  Lab",
        "    Mon-Fri 7am-11am",
        "    Closed Sat & Sun",
        "    Open until 11am",
        "",
        "Satellite office",
        "  Mon 8am-4pm",
        "  Closed Tues-Sun",
        "  Open until 4pm",
    ]


def test_in_json_each_location_has_its_services_inside(clinic: str):
    front, satellite = run("show", clinic, "--json", *MONDAY_MORNING).data
    assert front == {
        "id": "front",
        "name": "Front office",
        "at": "2026-11-23T09:00:00-05:00",
        "description": "Open until 4pm",
        "hours": "Mo 08:00-16:00; Tu-Th 08:00-17:00; Fr 08:00-15:00",
        "sign": OFFICES[0],
        "services": [
            {
                "id": "lab",
                "name": "Lab",
                "at": "2026-11-23T09:00:00-05:00",
                "description": "Open until 11am",
                "hours": "Mo-Fr 07:00-11:00",
                "sign": "Mon-Fri 7am-11am\nClosed Sat & Sun",
            }
        ],
    }
    assert (satellite["id"], satellite["sign"], satellite["services"]) == ("satellite-office", OFFICES[1], [])


@pytest.mark.holidays
def test_without_a_file_the_practice_that_ships_is_shown():
    pytest.importorskip("holidays")
    code, out, err = run("show", *MONDAY_MORNING)
    assert (code, err) == (0, "")
    assert [line for line in out.splitlines() if line and line[0] != " "] == [
        "Mon 2026-11-23 09:00 EST",
        "Main office",
        "Satellite office",
        "Urgent care",
    ]
    rows = run("show", "--json", *MONDAY_MORNING).data
    assert [row["sign"] for row in rows][:2] == OFFICES
    assert [row["id"] for row in rows] == ["main", "satellite-office", "urgent-care"]
    assert [service["id"] for service in rows[0]["services"]] == ["lab"]


def test_the_signs_that_ship_are_read_and_written_back_to_the_letter():
    example = files("clinic_hours").joinpath("example.toml").read_text(encoding="utf-8")
    for sign in OFFICES:
        assert f"\n{sign}\n" in example
        assert format_hours(read_hours(sign).regular_hours) == sign


def test_only_the_locations_that_are_asked_for_are_shown_in_the_order_of_the_file(clinic: str):
    assert [row["id"] for row in run("show", clinic, "-l", "satellite-office", "--json").data] == ["satellite-office"]
    both = run("show", clinic, "-l", "satellite-office", "--location", "front", "--json").data
    assert [row["id"] for row in both] == ["front", "satellite-office"]


def test_the_instant_stands_again_where_the_clock_is_another(clinic: str):
    path = Path(clinic)
    path.write_text(
        path.read_text(encoding="utf-8")
        + '\n[[locations]]\nname = "Berlin"\ntimezone = "Europe/Berlin"\nregular_hours = "24/7"\n',
        encoding="utf-8",
    )
    lines = run("show", clinic, *MONDAY_MORNING).lines
    assert lines[-4:] == ["Mon 2026-11-23 09:00 CET", "Berlin", "  Open 24 hours", "  Open until Thurs Dec 24 midnight"]
    assert lines[-5] == ""
    assert lines.count("Mon 2026-11-23 09:00 EST") == 1


def test_a_clinic_without_locations_says_so(clinic: str):
    Path(clinic).write_text('name = "Maple Street Clinic"\n', encoding="utf-8")
    assert run("show", clinic) == (0, "", "clinic.toml has no locations\n")
    assert run("show", clinic, "--json").data == []
    assert run("status", clinic)[0] == 1


# Signs


def test_a_sign_from_a_file_has_the_name_of_the_file(tmp_path: Path):
    sign = tmp_path / "dermatology.txt"
    sign.write_text("Mon-Fri 8am-5pm\n", encoding="utf-8")
    code, out, err = run("show", str(sign), "--timezone", "Europe/Berlin", *MONDAY_MORNING)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Mon 2026-11-23 09:00 CET",
        "dermatology",
        "  Mon-Fri 8am-5pm",
        "  Closed Sat & Sun",
        "  Open until 5pm",
    ]


def test_a_sign_on_standard_input_is_read():
    code, out, err = run("show", "-", "-z", "UTC", *MONDAY_MORNING, text="Mon 8am-4pm")
    assert (code, err) == (0, "")
    assert out.splitlines()[1:3] == ["Standard input", "  Mon 8am-4pm"]


def test_doubts_about_a_sign_go_to_standard_error():
    code, out, err = run("show", "-", "-z", "UTC", *MONDAY_MORNING, text="Mon-Fri 9-5\nSat when sunny")
    assert code == 0
    assert "Open until 5pm" in out
    assert err.splitlines()[0] == "'9-5' read as 09:00-17:00"
    assert err.splitlines()[1].startswith("'Sat when sunny' was not read")


def test_doubts_about_the_hours_in_a_file_go_to_standard_error_with_their_place(clinic: str):
    path = Path(clinic)
    path.write_text(path.read_text(encoding="utf-8").replace("Mon-Fri 7am-11am", "Mon-Fri 9-5"), encoding="utf-8")
    code, out, err = run("show", clinic, *MONDAY_MORNING)
    assert code == 0
    assert "    Mon-Fri 9am-5pm\n" in out
    assert err == "clinic.toml:33: Front office, Lab: regular_hours: '9-5' read as 09:00-17:00\n"


# Names as they are


def test_a_name_that_looks_like_markup_is_not_taken_for_any(clinic: str):
    path = Path(clinic)
    path.write_text(
        path.read_text(encoding="utf-8").replace("Front office", "[bold]Front[/bold] [link=x]"), encoding="utf-8"
    )
    assert "[bold]Front[/bold] [link=x]" in run("show", clinic).lines
    assert "[bold]" in run("show", "-", "-z", "UTC", text="Mon 8am-4pm ([bold])").out


def test_a_long_name_stands_on_one_line(clinic: str):
    path, name = Path(clinic), "Maple " * 40
    path.write_text(path.read_text(encoding="utf-8").replace("Front office", name), encoding="utf-8")
    assert name.strip() in run("show", clinic, COLUMNS="40").lines


# Styles, locales and pages


def test_a_style_and_a_locale_are_those_of_the_sign_and_of_the_status(clinic: str):
    pytest.importorskip("babel")
    lines = run(
        "show", clinic, "-l", "satellite-office", "--style", "compact", "--locale", "de_DE", *MONDAY_MORNING
    ).lines
    assert lines[2:] == ["  Mo 08:00–16:00 Uhr; Di–So geschlossen", "  Geöffnet bis 16:00 Uhr"]
    (row,) = run("show", clinic, "-l", "satellite-office", "--style", "compact", "--json", *MONDAY_MORNING).data
    assert row["sign"] == "Mon 8 AM–4 PM; Tue–Sun closed"


@pytest.mark.parametrize(
    ("form", "begins"), [("text", "Front office"), ("markdown", "## Front office"), ("html", "<section")]
)
def test_a_page_is_printed_of_each_location_and_service(clinic: str, form: str, begins: str):
    code, out, err = run("show", clinic, "--format", form, *MONDAY_MORNING)
    assert (code, err) == (0, "")
    assert out.startswith(begins)
    assert [name in out for name in ("Front office", "Lab", "Satellite office", "Christmas Eve")] == [True] * 4


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--locale", "xx_YY"], "no locale is named 'xx_YY'"),
        (["--style", "neon"], "no style is called 'neon'"),
        (["--format", "pdf"], "'pdf' is not one of"),
    ],
)
def test_what_cannot_be_shown_is_refused_before_anything_is_printed(clinic: str, arguments: list[str], told: str):
    pytest.importorskip("babel")
    code, out, err = run("show", clinic, *arguments)
    assert (code, out) == (2, "")
    assert told in err
