"""`week`: the next seven days as they really are."""

from __future__ import annotations

from command_line import run


def test_special_days_and_breaks_are_in_it_with_their_reasons(clinic: str):
    code, out, err = run("week", clinic, "-l", "front", "--at", "2026-12-21 10:00")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Mon 2026-12-21 10:00 EST",
        "Front office",
        "  Mon 2026-12-21  8am-4pm",
        "  Tue 2026-12-22  8am-5pm",
        "  Wed 2026-12-23  8am-5pm",
        "  Thu 2026-12-24  8am-noon (Christmas Eve)",
        "  Fri 2026-12-25  closed (Christmas Day)",
        "  Sat 2026-12-26  closed",
        "  Sun 2026-12-27  closed",
        "  Lab",
        "    Mon 2026-12-21  7am-11am",
        "    Tue 2026-12-22  7am-11am",
        "    Wed 2026-12-23  7am-11am",
        "    Thu 2026-12-24  7am-11am",
        "    Fri 2026-12-25  closed (Christmas Day)",
        "    Sat 2026-12-26  closed",
        "    Sun 2026-12-27  closed",
    ]
    assert "  Tue 2026-11-24  8am-noon, 1pm-5pm (Staff meeting)" in run("week", clinic, "--at", "2026-11-23").lines


def test_in_json(clinic: str):
    front, _ = run("week", clinic, "--json", "--at", "2026-12-21 10:00").data
    assert [day["date"] for day in front["days"]] == [f"2026-12-{day}" for day in range(21, 28)]
    assert front["days"][3] == {
        "date": "2026-12-24",
        "hours": "08:00-12:00",
        "words": "8am-noon",
        "reason": "Christmas Eve",
    }
    assert front["days"][4]["hours"] == "off"
    assert front["services"][0]["days"][4]["reason"] == "Christmas Day"


def test_it_starts_today_on_the_clock_of_the_location():
    # 2 am in London is still the day before in New York.
    lines = run("week", "-", "-z", "America/New_York", "--at", "2026-11-24 02:00 UTC", text="Mon 8am-4pm").lines
    assert lines[0] == "Mon 2026-11-23 21:00 EST"
    assert lines[2] == "  Mon 2026-11-23  8am-4pm"
    assert len(lines) == 2 + 7


def test_at_the_end_of_the_calendar_there_are_fewer_days():
    lines = run("week", "-", "-z", "UTC", "--at", "9999-12-30", text="Thurs & Fri 8am-4pm").lines
    assert lines[2:] == ["  Thu 9999-12-30  8am-4pm", "  Fri 9999-12-31  8am-4pm"]


def test_a_whole_day_and_a_day_by_appointment_are_said_as_on_a_sign():
    lines = run("week", "-", "-z", "UTC", "--at", "2026-11-23", text="Mon open 24 hours\nTues by appointment").lines
    assert lines[2:5] == [
        "  Mon 2026-11-23  open 24 hours",
        "  Tue 2026-11-24  by appointment",
        "  Wed 2026-11-25  closed",
    ]
