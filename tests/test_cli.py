"""The command line: what it prints, where, and with which exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

pytest.importorskip("typer")
from typer.testing import CliRunner

from clinic_hours import cli, format_hours, read_hours

MONDAY_MORNING = ["--at", "2026-11-23 09:00"]
SUNDAY = ["--at", "2026-11-29 09:00"]


def run(*arguments: str, text: str = "") -> tuple[int, str, str]:
    result = CliRunner().invoke(cli.app, list(arguments), input=text, env={"COLUMNS": "200", "NO_COLOR": "1"})
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_show_prints_both_signs_to_the_letter_and_what_holds() -> None:
    code, out, err = run("show", *MONDAY_MORNING)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Mon 2026-11-23 09:00 EST",
        "Main office",
        "  Mon 8am-4pm",
        "  Tues, Wed & Thurs 8am-5pm",
        "  Fri 8am-3pm",
        "  Closed Sat & Sun",
        "  Open until 4pm",
        "",
        "Satellite office",
        "  Mon 8am-4pm",
        "  Closed Tues-Sun",
        "  Open until 4pm",
    ]


def test_the_offices_are_read_and_written_back_to_the_letter() -> None:
    for sign in cli.OFFICES.values():
        assert format_hours(read_hours(sign).regular_hours) == sign


def test_status_answers_a_shell_by_its_exit_status() -> None:
    assert run("status", *MONDAY_MORNING)[0] == 0
    code, out, _ = run("status", *SUNDAY)
    assert code == 1
    assert out.count("Closed, opens Mon 8am") == 2


def test_status_of_several_is_open_where_any_is() -> None:
    code, out, _ = run("status", "--at", "2026-11-24 09:00")
    assert code == 0
    assert "Open until 5pm" in out
    assert "Closed, opens Mon 8am" in out


def test_status_in_json_has_every_part() -> None:
    _, out, _ = run("status", "--json", *MONDAY_MORNING)
    main, _ = json.loads(out)
    assert main == {
        "name": "Main office",
        "at": "2026-11-23T09:00:00-05:00",
        "description": "Open until 4pm",
        "state": "open",
        "since": "2026-11-23T08:00:00-05:00",
        "until": "2026-11-23T16:00:00-05:00",
        "next_opening": "2026-11-24T08:00:00-05:00",
        "reason": "",
        "note": "",
    }


def test_show_in_json_has_the_notation_and_the_sign() -> None:
    _, out, _ = run("show", "--json", *MONDAY_MORNING)
    assert [row["hours"] for row in json.loads(out)] == [
        "Mo 08:00-16:00; Tu-Th 08:00-17:00; Fr 08:00-15:00",
        "Mo 08:00-16:00",
    ]
    assert [row["sign"] for row in json.loads(out)] == list(cli.OFFICES.values())


def test_next_tells_when() -> None:
    code, out, _ = run("next", "--at", "2026-11-27 15:00")
    assert code == 0
    assert out.count("Mon 2026-11-30 08:00 to Mon 2026-11-30 16:00") == 2


def test_next_in_json() -> None:
    _, out, _ = run("next", "--json", "--at", "2026-11-27 15:00")
    assert json.loads(out)[0]["start"] == "2026-11-30T08:00:00-05:00"
    assert json.loads(out)[0]["end"] == "2026-11-30T16:00:00-05:00"


@pytest.mark.parametrize(("sign", "told"), [("Closed", "Never opens again"), ("Open 24 hours", "Stays open")])
def test_next_of_what_never_changes(sign: str, told: str) -> None:
    assert told in run("next", "-", "--timezone", "UTC", text=sign)[1]
    assert json.loads(run("next", "-", "--json", "--timezone", "UTC", text=sign)[1])[0]["start"] is None


def test_next_opening_without_an_end_shows_its_start_alone() -> None:
    # The last opening of Python's calendar goes on beyond it: 31 December 9999 is a Friday.
    out = run("next", "-", "-z", "UTC", "--at", "9999-12-31 12:00", text="Fri 8pm-midnight")[1]
    assert "Fri 9999-12-31 20:00\n" in out


def test_a_sign_from_a_file_has_the_name_of_the_file(tmp_path: Path) -> None:
    sign = tmp_path / "dermatology.txt"
    sign.write_text("Mon-Fri 8am-5pm\n", encoding="utf-8")
    code, out, err = run("status", str(sign), "--timezone", "Europe/Berlin", *MONDAY_MORNING)
    assert (code, err) == (0, "")
    assert out.splitlines()[:3] == ["Mon 2026-11-23 09:00 CET", "dermatology", "  Open until 5pm"]


def test_doubts_go_to_standard_error() -> None:
    code, out, err = run("status", "-", "-z", "UTC", *MONDAY_MORNING, text="Mon-Fri 9-5\nSat when sunny")
    assert code == 0
    assert "Open until 5pm" in out
    assert err.splitlines()[0] == "'9-5' read as 09:00-17:00"
    assert err.splitlines()[1].startswith("'Sat when sunny' was not read")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-"], "a sign does not say its time zone; add --timezone America/New_York"),
        (["-", "-z", "Europe/Berln"], "no time zone is named 'Europe/Berln'; near ones: Europe/Berlin"),
        (["-z", "Mars/Olympus"], "no time zone is named 'Mars/Olympus'"),
        (["-", "-z", "UTC"], "'when sunny' was not read"),
        (["no-such-file", "-z", "UTC"], "no-such-file cannot be read"),
        (["--at", "noonish"], "no instant is written 'noonish'; write it as '2026-11-23 14:30'"),
        (["--at", "9am XYZ"], "no time zone is named 'XYZ'"),
        (["--at", "31/31/2026"], "no instant is written '31/31/2026'"),
        (["--at", "9" * 1000], "no instant is written"),
    ],
)
def test_mistakes_are_one_message_on_standard_error_and_exit_status_2(arguments: list[str], told: str) -> None:
    code, out, err = run("status", *arguments, text="when sunny")
    assert (code, out) == (2, "")
    assert told in err
    assert err.startswith("Error: ")


def test_a_file_that_is_no_text_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "sign").write_bytes(b"\xff\xfe\x00")
    assert "cannot be read" in run("show", str(tmp_path / "sign"), "-z", "UTC")[2]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-11-23 14:30", "2026-11-23T14:30:00-05:00"),
        ("Nov 23 2026 2pm", "2026-11-23T14:00:00-05:00"),
        ("23 November 2026, 2:30 PM", "2026-11-23T14:30:00-05:00"),
        ("2026-11-23T14:30Z", "2026-11-23T09:30:00-05:00"),
        ("2026-11-23 14:30 +0100", "2026-11-23T08:30:00-05:00"),
        ("2026-11-23 14:30 UTC", "2026-11-23T09:30:00-05:00"),
        ("2026-07-01 09:00 EST", "2026-07-01T10:00:00-04:00"),
    ],
)
def test_an_instant_as_people_write_it_is_on_the_clock_of_the_location(written: str, meant: str) -> None:
    assert json.loads(run("status", "--json", "--at", written)[1])[0]["at"] == meant


def test_an_instant_in_words_counts_from_now() -> None:
    def at(*arguments: str) -> datetime:
        return datetime.fromisoformat(
            json.loads(run("show", "-", "--json", "-z", "UTC", *arguments, text="Mon 8am-4pm")[1])[0]["at"]
        )

    now = datetime.now(UTC)
    assert abs(at() - now) < timedelta(minutes=2)
    assert abs(at("--at", "now") - now) < timedelta(minutes=2)
    assert at("--at", "today") - at("--at", "yesterday") == timedelta(days=1)
    assert at("--at", "Tomorrow 9am") - at("--at", "today") == timedelta(days=1, hours=9)


def test_names_are_printed_as_they_are() -> None:
    """A name that looks like markup is not taken for any."""
    assert "[bold]" in run("show", "-", "-z", "UTC", text="Mon 8am-4pm ([bold])")[1]


def test_it_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "clinic_hours", "status", *SUNDAY]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "Closed, opens Mon 8am" in result.stdout


def test_without_its_extra_it_says_what_to_install() -> None:
    code = "import sys; sys.modules['typer'] = None; import clinic_hours.cli"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.stderr.endswith("The command line needs an optional package: pip install 'clinic-hours[cli]'\n")
