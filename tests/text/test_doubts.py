"""Every code of a doubt: it stands in the table, and a text leads to it."""

import re

import pytest

from clinic_hours.text import doubts, read_hours

ASSUMED = {
    "bare_hours": "Mon 8-5",
    "shared_am_pm": "Mon 8-11am",
    "overlap_joined": "Mon 8am-1pm; Mon noon-5pm",
    "closed_exception": "Daily 8am-5pm, closed Sun",
    "hours_exception": "Daily 8am-5pm except Sun 9am-noon",
    "left_aside": "Mon 8am-5pm Dr. Li",
    "no_country": "Mon 8am-5pm, closed on holidays",
    "some_holidays": "Mon 8am-5pm, closed on most holidays",
    "holidays_left_out": "Mon (except holidays) 8am-5pm",
    "every_other_week": "Every other Mon 8am-5pm",
    "also_by_appointment": "Mon 8am-5pm or by appointment",
    "state_of_line": "Mon 8am-5pm\nby appointment only",
    "state_of_all": "Mon 8am-noon, 1pm-5pm by appointment",
    "nth_of_line": "Sat 8am-noon\nFirst Saturday of the month",
    "nth_instead": "Sat 8am-noon; 1st Sat 8am-10am",
    "pause_of_all": "Mon 8am-5pm, Tues 8am-5pm\nclosed noon-1pm",
    "part_of_day": "Mon 8am-5pm; Mon mornings closed",
    "season_rest": "Mon-Fri 8am-5pm; June-August: Mon 8am-noon",
    "every_year": "Mon 8am-5pm, closed Dec 25",
    "five_days": "5 days a week 8am-5pm",
    "rest_of_week": "Mon 8am-5pm; all other days 9am-noon",
    "columns": "Mon | 8am | 5pm",
    "dash_closed": "Mon 8am-5pm\nTues: -",
    "days_cut": "8am-5pm Mon, Tues 9am-noon",
    "which_language": "Di 9-12",
}
UNREAD = {
    "unknown_text": "Mon-Xyz 8am-5pm",
    "cut_short": "Mon 8am-",
    "missing_days": "Sun 1pm-2pm; Open 24 hours",
    "missing_hours": "Mon",
    "not_a_clock": "Mon 8am-26:00",
    "not_a_range": "Mon 9am-9am",
    "morning_or_evening": "Mon 6-9",
    "overlap": "Mon 8am-noon, 11am-1pm",
    "contradiction": "Sat closed",
    "closed_when": "closed",
    "hours_in_brackets": "Mon 8am-5pm (M-F)",
    "bad_note": "Mon 8am-5pm ()",
    "unclear_days": "MF 8am-5pm",
    "unclear_pairs": "9am-5pm Mon, Tues, Wed 9am-noon",
    "columns_apart": "Mon\nTues\n8am-5pm\n9am-5pm",
    "open_end": "Mon from 8am",
    "undated_season": "Summer: Mon 8am-5pm",
    "unclear_dates": "January 1, 2026: Mon 8am-5pm",
    "another_service": "Lab: Mon 8am-5pm",
}


@pytest.mark.parametrize("code", ASSUMED)
def test_each_assumption_has_a_text_that_leads_to_it(code: str):
    reading = read_hours(ASSUMED[code])
    assert code in [assumption.code for assumption in reading.assumptions]
    assert all(str(assumption) and "{" not in str(assumption) for assumption in reading.assumptions)


@pytest.mark.parametrize("code", UNREAD)
def test_each_code_of_the_unread_has_a_text_that_leads_to_it(code: str):
    reading = read_hours(f"Sat 8am-9am\n{UNREAD[code]}")
    assert code in [unread.code for unread in reading.unread]
    assert all(" was not read: " in str(unread) and "{" not in str(unread) for unread in reading.unread)


def test_the_tables_and_the_sentences_have_the_same_codes():
    table = re.findall(r"^\| `(\w+)` \|", doubts.__doc__ or "", re.MULTILINE)
    assert sorted(table) == sorted([*ASSUMED, *UNREAD])
    assert {*doubts.ASSUMED, "bare_hours", "shared_am_pm"} == set(ASSUMED)
    assert set(doubts.WHY) == set(UNREAD)
