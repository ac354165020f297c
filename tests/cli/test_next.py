"""`next`: the next opening."""

from __future__ import annotations

import pytest

from command_line import run


def test_it_tells_from_when_to_when(clinic: str):
    code, out, err = run("next", clinic, "--at", "2026-11-27 15:00")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Fri 2026-11-27 15:00 EST",
        "Front office",
        "  Mon 2026-11-30 08:00 to Mon 2026-11-30 16:00",
        "  Lab",
        "    Mon 2026-11-30 07:00 to Mon 2026-11-30 11:00",
        "",
        "Satellite office",
        "  Mon 2026-11-30 08:00 to Mon 2026-11-30 16:00",
    ]


def test_in_json(clinic: str):
    front, satellite = run("next", clinic, "--json", "--at", "2026-11-27 15:00").data
    assert (front["start"], front["end"]) == ("2026-11-30T08:00:00-05:00", "2026-11-30T16:00:00-05:00")
    assert front["services"][0]["start"] == "2026-11-30T07:00:00-05:00"
    assert satellite["description"] == "Closed, opens Mon 8am"


@pytest.mark.parametrize(("sign", "told"), [("Closed", "  Never opens again"), ("Open 24 hours", "  Stays open")])
def test_what_never_changes_is_said(sign: str, told: str):
    assert run("next", "-", "--timezone", "UTC", text=sign).lines[-1] == told
    (row,) = run("next", "-", "--json", "--timezone", "UTC", text=sign).data
    assert (row["start"], row["end"]) == (None, None)


def test_an_opening_without_an_end_shows_its_start_alone():
    # The last opening of Python's calendar goes on beyond it: 31 December 9999 is a Friday.
    arguments = ["next", "-", "-z", "UTC", "--at", "9999-12-31 12:00"]
    assert run(*arguments, text="Fri 8pm-midnight").lines[-1] == "  Fri 9999-12-31 20:00"
    (row,) = run(*arguments, "--json", text="Fri 8pm-midnight").data
    assert (row["start"], row["end"]) == ("9999-12-31T20:00:00+00:00", None)
