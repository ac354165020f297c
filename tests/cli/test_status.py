"""`status`: what holds, and an answer for a shell."""

from __future__ import annotations

import subprocess
import sys

from command_line import run


def test_it_answers_a_shell_by_its_exit_status(clinic: str):
    assert run("status", clinic, "--at", "2026-11-23 09:00")[0] == 0
    code, out, err = run("status", clinic, "--at", "2026-11-29 09:00")
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        "Sun 2026-11-29 09:00 EST",
        "Front office",
        "  Closed, opens Mon 8am",
        "  Lab",
        "    Closed, opens Mon 7am",
        "",
        "Satellite office",
        "  Closed, opens Mon 8am",
    ]


def test_of_several_locations_any_that_is_open_will_do(clinic: str):
    code, out, _ = run("status", clinic, "--at", "2026-11-25 09:00")
    assert code == 0
    assert "  Open until 5pm\n" in out
    assert "  Closed, opens Mon 8am\n" in out
    assert run("status", clinic, "-l", "satellite-office", "--at", "2026-11-25 09:00")[0] == 1


def test_a_service_alone_does_not_open_its_location(clinic: str):
    assert run("status", clinic, "--at", "2026-11-23 07:30")[0] == 1


def test_in_json_every_part_is_there(clinic: str):
    code, out, err = run("status", clinic, "--json", "--at", "2026-11-24 12:15")
    assert (code, err) == (1, "")
    assert '"id": "front"' in out
    front, _ = run("status", clinic, "--json", "--at", "2026-11-24 12:15").data
    services = front.pop("services")
    assert front == {
        "id": "front",
        "name": "Front office",
        "at": "2026-11-24T12:15:00-05:00",
        "description": "Closed, opens 1pm (Staff meeting)",
        "state": "closed",
        "since": "2026-11-24T12:00:00-05:00",
        "until": "2026-11-24T13:00:00-05:00",
        "next_opening": "2026-11-24T13:00:00-05:00",
        "reason": "Staff meeting",
        "note": "",
    }
    assert [(service["id"], service["state"]) for service in services] == [("lab", "closed")]


def test_in_json_what_never_changes_has_no_instants():
    (row,) = run("status", "-", "-z", "UTC", "--json", text="Open 24 hours").data
    assert (row["since"], row["until"], row["next_opening"]) == (None, None, None)
    assert (row["id"], row["services"]) == ("standard-input", [])


def test_the_reason_of_a_special_day_is_told(clinic: str):
    front, _ = run("status", clinic, "--json", "--at", "2026-12-25 09:00").data
    assert (front["state"], front["reason"]) == ("closed", "Christmas Day")


def test_it_runs_as_a_module(clinic: str):
    command = [sys.executable, "-m", "clinic_hours", "status", clinic, "--at", "2026-11-29 09:00"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (1, "")
    assert "Closed, opens Mon 8am" in result.stdout
