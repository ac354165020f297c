"""What somebody should look at in a clinic: each code, in which order, about whom, and up to which date."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from clinic_hours import Clinic, SeasonalHours, SpecialHours
from clinic_hours.check import Finding, findings
from clinic_hours.errors import InvalidWindowError, MissingExtraError, WrongTypeError
from clinic_hours.hours import holiday

FIRST, LAST = date(2026, 12, 1), date(2027, 11, 30)
WEEK = "Mo-Fr 08:00-16:00"
FRIDAYS = "RRULE:FREQ=WEEKLY;BYDAY=FR"
SECOND_FRIDAY = "RRULE:FREQ=MONTHLY;BYDAY=2FR"


def office(id: str = "main", **fields: Any) -> dict[str, Any]:
    return {"id": id, "name": id.title(), "regular_hours": WEEK} | fields


def practice(*locations: dict[str, Any], **fields: Any) -> Clinic:
    held = {"name": "Maple", "timezone": "UTC", "checked_on": FIRST, "locations": locations or [office()]}
    return Clinic(**held | fields)


def of_special(*rules: SpecialHours, **fields: Any) -> Clinic:
    return practice(office(special_hours=rules), **fields)


def told(clinic: Clinic, first: date = FIRST, last: date = LAST) -> list[str]:
    return [str(found) for found in findings(clinic, first, last)]


def test_a_clinic_in_order_has_nothing_to_look_at():
    assert findings(of_special(SpecialHours("12-25", reason="Christmas")), FIRST, LAST) == []


# Which of two rules wins, and what is said of it


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        pytest.param(
            [SpecialHours("2026-12-11", "10:00-12:00", "Drill"), SpecialHours("2026-12-07/2026-12-20", reason="Move")],
            "'Drill' (2026-12-11, 10:00-12:00) wins over 'Move' (2026-12-07/2026-12-20, closed)",
            id="a single day beats all else",
        ),
        pytest.param(
            [SpecialHours("12-11", reason="Founder's Day"), SpecialHours("2026-12-07/2026-12-20", "10:00-12:00")],
            "'Founder's Day' (12-11, closed) wins over 2026-12-07/2026-12-20 (10:00-12:00)",
            id="a closure beats hours",
        ),
        pytest.param(
            [SpecialHours(FRIDAYS, "07:00-15:00"), SpecialHours("12-01/12-24", "09:00-13:00", "Advent")],
            "'Advent' (12-01/12-24, 09:00-13:00) wins over RRULE:FREQ=WEEKLY;BYDAY=FR (07:00-15:00)",
            id="the rarer beats the more frequent",
        ),
        pytest.param(
            [SpecialHours("12-01/12-24", "09:00-13:00"), SpecialHours("12-10/12-12", "09:00-11:00")],
            "12-10/12-12 (09:00-11:00) wins over 12-01/12-24 (09:00-13:00)",
            id="the shorter beats the longer",
        ),
        pytest.param(
            [SpecialHours("12-11", "09:00-13:00"), SpecialHours("12-11", "10:00-12:00")],
            "12-11 (10:00-12:00) wins over 12-11 (09:00-13:00)",
            id="the one listed later beats the earlier",
        ),
    ],
)
def test_the_winner_stands_first(rules: list[SpecialHours], said: str):
    friday = date(2026, 12, 11)
    assert told(of_special(*rules), friday, friday) == [f"Fri 2026-12-11: at main {said}"]


def test_a_locations_own_rule_wins_over_the_clinics():
    own, shared = SpecialHours("12-11", "09:00-13:00", "Ours"), SpecialHours("12-11", "10:00-12:00", "All")
    clinic = practice(office(special_hours=[own]), office("annex"), special_hours=[shared])
    assert told(clinic) == ["Fri 2026-12-11: at main 'Ours' (12-11, 09:00-13:00) wins over 'All' (12-11, 10:00-12:00)"]


def test_a_rule_that_does_not_hold_somewhere_clashes_with_nothing_there():
    own, shared = SpecialHours("12-11", "09:00-13:00"), SpecialHours("12-11", except_locations=["main"])
    assert findings(practice(office(special_hours=[own]), special_hours=[shared]), FIRST, LAST) == []


def test_of_three_rules_all_that_lose_are_named_but_those_that_agree():
    rules = [
        SpecialHours("2026-12-11", reason="Move"),
        SpecialHours(FRIDAYS, "07:00-15:00"),
        SpecialHours(SECOND_FRIDAY, "off"),
        SpecialHours("12-01/12-24", "09:00-13:00"),
    ]
    friday = date(2026, 12, 11)
    assert told(of_special(*rules), friday, friday) == [
        "Fri 2026-12-11: at main 'Move' (2026-12-11, closed) wins over 12-01/12-24 (09:00-13:00) "
        "and RRULE:FREQ=WEEKLY;BYDAY=FR (07:00-15:00)"
    ]


@pytest.mark.parametrize("hours", ["off", "10:00-12:00"])
def test_rules_that_agree_are_no_clash(hours: str):
    assert findings(of_special(SpecialHours("12-11", hours), SpecialHours(FRIDAYS, hours)), FIRST, LAST) == []


def test_hours_that_are_written_otherwise_but_equal_agree():
    rules = [SpecialHours("12-11", "08:00-12:00,12:00-16:00"), SpecialHours("2026-12-10/2026-12-12", "08:00-16:00")]
    assert findings(of_special(*rules), FIRST, LAST) == []


def test_a_rule_without_hours_beside_one_with_a_note_is_a_clash():
    rules = [SpecialHours("12-11", "08:00-16:00"), SpecialHours("12-11", '08:00-16:00 open "walk-ins"')]
    assert len(findings(of_special(*rules), FIRST, LAST)) == 1


# Seasons


def test_of_two_seasons_the_shorter_wins_on_the_days_on_which_they_differ():
    summer = SeasonalHours("06-01/08-31", "Mo-Fr 08:00-14:00", "Summer hours")
    july = SeasonalHours("07-05/07-11", "Mo-We 08:00-12:00; Th,Fr 08:00-14:00")
    clinic = practice(office(seasonal_hours=[summer, july]))
    assert told(clinic) == [
        f"{day}: at main 07-05/07-11 (08:00-12:00) wins over 'Summer hours' (06-01/08-31, 08:00-14:00)"
        for day in ("Mon 2027-07-05", "Tue 2027-07-06", "Wed 2027-07-07")
    ]


def test_of_two_seasons_without_an_end_the_later_wins():
    old, new = SeasonalHours("2026-12-01/..", WEEK), SeasonalHours("2026-12-10/..", "Mo-Fr 08:00-15:00")
    (found,) = findings(practice(office(seasonal_hours=[new, old])), date(2026, 12, 9), date(2026, 12, 10))
    assert (found.day, found.told) == (
        date(2026, 12, 10),
        "at main 2026-12-10/.. (08:00-15:00) wins over 2026-12-01/.. (08:00-16:00)",
    )


def test_special_hours_end_a_clash_of_seasons_and_are_none_with_a_season():
    seasons = [SeasonalHours("12-01/12-31", "Mo-Fr 08:00-12:00"), SeasonalHours("12-11", "Mo-Fr 10:00-11:00")]
    assert len(findings(practice(office(seasonal_hours=seasons)), FIRST, LAST)) == 1
    clinic = practice(office(seasonal_hours=seasons, special_hours=[SpecialHours("12-11", "09:00-10:00")]))
    assert findings(clinic, FIRST, LAST) == []


# Whom it is about


def test_one_finding_names_all_locations_at_which_the_same_happens():
    shared = [SpecialHours("12-11", reason="Party"), SpecialHours(FRIDAYS, "08:00-10:00")]
    clinic = practice(office(), office("annex"), office("north"), special_hours=shared)
    (found,) = findings(clinic, date(2026, 12, 11), date(2026, 12, 12))
    assert found == Finding(
        "clash",
        date(2026, 12, 11),
        ("main", "annex", "north"),
        "at main, annex, north 'Party' (12-11, closed) wins over RRULE:FREQ=WEEKLY;BYDAY=FR (08:00-10:00)",
    )


def test_a_service_is_named_behind_its_location():
    lab = {"name": "Lab", "regular_hours": WEEK, "special_hours": [SpecialHours("2026-12-11", "09:00-10:00")]}
    clinic = practice(office(services=[lab]), special_hours=[SpecialHours("2026-12-11", reason="Party")])
    (found,) = findings(clinic, FIRST, LAST)
    assert found.locations == ("main/lab",)
    assert found.told == "at main/lab 2026-12-11 (09:00-10:00) wins over 'Party' (2026-12-11, closed)"


def test_a_service_does_not_take_part_in_a_clash_of_its_locations_hours():
    lab = {"name": "Lab", "regular_hours": WEEK}
    rules = [SpecialHours("12-11", "09:00-10:00"), SpecialHours(FRIDAYS, "08:00-10:00")]
    (found,) = findings(practice(office(services=[lab], special_hours=rules)), FIRST, LAST)
    assert found.locations == ("main",)


# Order and window


def test_findings_stand_in_the_order_of_their_dates_and_what_has_none_first():
    rules = [SpecialHours(FRIDAYS, "07:00-15:00"), SpecialHours("12-11"), SpecialHours("12-04")]
    found = findings(of_special(*rules, checked_on=None), FIRST, date(2026, 12, 31))
    assert [(one.code, one.day) for one in found] == [
        ("stale", None),
        ("clash", date(2026, 12, 4)),
        ("clash", date(2026, 12, 11)),
    ]


def test_the_first_and_the_last_date_are_looked_at_and_no_other():
    rules = [SpecialHours("2026-12-01/2026-12-31"), SpecialHours("RRULE:FREQ=DAILY", "08:00-10:00")]
    clinic = of_special(*rules)
    days = [found.day for found in findings(clinic, date(2026, 12, 4), date(2026, 12, 6))]
    assert days == [date(2026, 12, 4), date(2026, 12, 5), date(2026, 12, 6)]
    assert [found.day for found in findings(clinic, date(2026, 12, 31), date(2027, 1, 1))] == [date(2026, 12, 31)]


def test_a_window_that_ends_before_it_starts_is_an_error():
    with pytest.raises(InvalidWindowError, match="the dates end before they start: 2026-12-02 to 2026-12-01"):
        findings(practice(), date(2026, 12, 2), date(2026, 12, 1))


@pytest.mark.parametrize(
    ("first", "last"), [("2026-12-01", LAST), (FIRST, "2026-12-31"), (datetime(2026, 12, 1), LAST)]
)
def test_a_date_is_meant(first: Any, last: Any):
    with pytest.raises(WrongTypeError):
        findings(practice(), first, last)


def test_the_ends_of_the_calendar_can_be_looked_at():
    assert findings(practice(checked_on=date.min), date.min, date.min) == []
    assert findings(practice(checked_on=date.max), date.max, date.max) == []


# Stale hours


def test_hours_are_stale_from_the_day_after_the_last_on_which_they_are_not():
    clinic = practice(checked_on=date(2025, 12, 1))
    assert findings(clinic, date(2026, 12, 1), LAST) == []  # 365 days
    assert told(clinic, date(2026, 12, 2)) == [
        "nobody has confirmed these hours since 2025-12-01; look through them, and set checked_on to that day"
    ]


def test_after_how_long_hours_are_stale_can_be_said():
    clinic = practice(checked_on=date(2026, 11, 30))
    assert findings(clinic, FIRST, LAST, stale_after=timedelta(days=1)) == []
    assert [found.code for found in findings(clinic, FIRST, LAST, stale_after=timedelta(0))] == ["stale"]


def test_hours_that_nobody_has_confirmed_yet_are_stale():
    (found,) = findings(practice(checked_on=None), FIRST, LAST)
    assert found.locations == ()
    assert str(found) == "nobody has confirmed these hours yet; look through them, and set checked_on to that day"


# Public holidays


@pytest.mark.holidays
def test_a_holiday_is_told_once_for_all_who_would_be_open():
    pytest.importorskip("holidays")
    address = {"country": "US", "region": "NJ"}
    closed = office("north", address=address, special_hours=[SpecialHours("12-25", reason="Christmas")])
    clinic = practice(office(address=address), office("annex", address=address), closed)
    assert findings(clinic, date(2026, 12, 20), date(2026, 12, 25)) == [
        Finding(
            "undecided_holiday",
            date(2026, 12, 25),
            ("main", "annex"),
            "Christmas Day: main, annex would be open, and no rule says so; add one that closes, or has the hours",
        )
    ]


@pytest.mark.holidays
def test_a_country_without_a_calendar_is_told_whatever_calendars_the_rules_name():
    pytest.importorskip("holidays")
    rule = SpecialHours("US: Christmas Day", reason="Christmas")
    clinic = practice(office(address={"country": "XX"}, special_hours=[rule]), office("annex"))
    (found,) = findings(clinic, FIRST, date(2026, 12, 31))
    assert (found.code, found.locations) == ("no_calendar", ("main",))
    assert found.told == "no public holidays of XX are known, so none of them were looked at for main"


def test_without_the_extra_holidays_are_not_looked_at_and_the_rest_is(monkeypatch: pytest.MonkeyPatch):
    def missing() -> None:
        raise MissingExtraError("A public holiday", "holidays")

    monkeypatch.setattr(holiday, "load", missing)
    holiday.check_calendar.cache_clear()
    holiday.year.cache_clear()
    rules = [SpecialHours("12-11"), SpecialHours(FRIDAYS, "08:00-10:00")]
    clinic = practice(office(address={"country": "US"}, special_hours=rules))
    assert told(clinic) == [
        "public holidays were not looked at: A public holiday needs an optional package: "
        "pip install 'clinic-hours[holidays]'",
        "Fri 2026-12-11: at main 12-11 (closed) wins over RRULE:FREQ=WEEKLY;BYDAY=FR (08:00-10:00)",
    ]


def test_where_no_country_is_known_no_holiday_is_looked_at(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(holiday, "load", None)
    assert findings(practice(office(address={"city": "Edgewater"})), FIRST, LAST) == []
