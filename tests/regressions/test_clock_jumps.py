"""Answers around a jump of the clock that were wrong once."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from clinic_hours import Break, Location, SeasonalHours, SpecialHours


def test_a_window_between_both_runs_of_an_overlap_was_taken_for_an_empty_one() -> None:
    zone = ZoneInfo("Australia/Lord_Howe")
    place = Location(name="x", timezone=zone, regular_hours="Mo-Su 01:59-24:00")
    first = datetime(2026, 4, 5, 1, 59, tzinfo=zone)
    (opening,) = place.openings(first, first.replace(fold=1))
    assert opening.duration.total_seconds() == 1800


def test_a_window_up_to_a_midnight_that_is_skipped_held_an_opening_without_length() -> None:
    zone = ZoneInfo("Africa/Cairo")
    place = Location(name="x", timezone=zone, regular_hours="Fr 01:00-23:00")
    start, end = datetime(2026, 4, 23, 12, tzinfo=zone), datetime(2026, 4, 24, 0, 0, tzinfo=zone)
    assert list(place.openings(start, end)) == []


def test_a_wall_clock_in_a_gap_at_midnight_can_mean_the_evening_before() -> None:
    zone = ZoneInfo("America/Havana")
    evening = SpecialHours("2026-03-07", "23:30-24:00")
    place = Location(name="x", timezone=zone, regular_hours="Mo-Su 12:00-13:00", special_hours=[evening])
    # With fold=1 the offset after the jump holds: 04:23 in UTC, 23:23 the evening before.
    at = datetime(2026, 3, 8, 0, 23, tzinfo=zone, fold=1)
    opening = place.next_opening(at)
    assert opening is not None
    assert opening.start == datetime(2026, 3, 8, 4, 30, tzinfo=UTC)


def test_of_a_tail_and_a_range_that_a_break_lets_resume_together_the_tail_gives_the_reason() -> None:
    place = Location(
        name="x",
        timezone="UTC",
        regular_hours="Fr 20:00-08:00",
        seasonal_hours=[SeasonalHours("2026-11-28", "Sa 00:00-04:00", reason="Season")],
        breaks=[Break("2026-11-28", "00:00-01:00")],
    )
    assert place.status(datetime(2026, 11, 28, 2, tzinfo=UTC)).reason == ""


def test_a_name_of_the_caller_does_not_stand_in_for_a_type_of_ours() -> None:
    """A model is built when it is first used, and must not look for the names of its fields among the caller's."""
    code = "\n".join(
        [
            "import time, datetime as date",
            "State = Dates = DayHours = object()",
            "from clinic_hours import Location, SpecialHours, TimeRange",
            "print(SpecialHours('12-25'), TimeRange.parse('09:00-12:00'), TimeRange('09:00', '12:00'))",
            "print(Location(name='x', timezone='UTC', regular_hours='24/7').name)",
        ]
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.stderr == ""
    assert result.stdout.endswith("x\n")
