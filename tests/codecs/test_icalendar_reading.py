"""Calendars of other programs: the times, recurrences and closures of events, and what is noted, by its place."""

from datetime import date

import pytest

from foreign_calendars import HOUR, START, decode, event, read, told

# Times


@pytest.mark.parametrize(
    ("lines", "hours"),
    [
        ([START, "DTEND:20260105T120000"], "08:00-12:00"),
        ([START, HOUR], "08:00-09:00"),
        ([START, "DURATION:PT90M"], "08:00-09:30"),
        ([START, "DURATION:+P0DT2H15M30S"], "08:00-10:15"),
        ([START, "DTEND:20260106T060000"], "08:00-06:00"),
        (["DTSTART;VALUE=DATE:20260105"], "00:00-24:00"),
        (["DTSTART:20260105", "DTEND:20260105"], "00:00-24:00"),
        (["DTSTART:20260105T000000", "DURATION:P1D"], "00:00-24:00"),
        (["dtstart;tzid=Europe/Berlin:20260105t080000", "duration:pt1h"], "08:00-09:00"),
        ([START, "DTEND;TZID=Europe/Berlin:20260105T120000"], "08:00-12:00"),
    ],
)
def test_a_start_and_an_end_are_hours(lines: list[str], hours: str):
    assert read(event(*lines)) == f"A: off | 2026-01-05: {hours}"


@pytest.mark.parametrize(
    ("lines", "dates"),
    [
        ([START, "DURATION:P2D"], "2026-01-05: 08:00-24:00 | 2026-01-06: 00:00-24:00 | 2026-01-07: 00:00-08:00"),
        ([START, "DURATION:P1D"], "2026-01-05: 08:00-24:00 | 2026-01-06: 00:00-08:00"),
        (["DTSTART:20260105", "DTEND:20260108"], "2026-01-05/2026-01-07: 00:00-24:00"),
        (["DTSTART:20260105", "DURATION:P1W"], "2026-01-05/2026-01-11: 00:00-24:00"),
    ],
)
def test_what_lasts_longer_is_cut_at_midnights(lines: list[str], dates: str):
    assert read(event(*lines)) == f"A: off | {dates}"


def test_a_week_whose_hours_last_longer_than_a_day():
    assert read(event(START, "DURATION:PT30H", "RRULE:FREQ=WEEKLY")) == "A: Mo 08:00-24:00; Tu 00:00-14:00"


@pytest.mark.parametrize(
    ("lines", "code", "place"),
    [
        ([HOUR], "no-start", "/VEVENT/1"),
        (["DTSTART:", HOUR], "no-start", "/VEVENT/1"),
        (["DTSTART:2026-01-05", HOUR], "unreadable-date", "/VEVENT/1/DTSTART"),
        (["DTSTART:20260105T250000", HOUR], "unreadable-date", "/VEVENT/1/DTSTART"),
        (["DTSTART:20260105T086000", HOUR], "unreadable-date", "/VEVENT/1/DTSTART"),
        (["DTSTART:20260105T080061", HOUR], "unreadable-date", "/VEVENT/1/DTSTART"),
        ([START, "DTEND:20260105"], "no-end", "/VEVENT/1"),
        ([START, "DTEND:20261305T080000"], "unreadable-date", "/VEVENT/1/DTEND"),
        ([START, "DURATION:-PT1H"], "unreadable-duration", "/VEVENT/1/DURATION"),
        ([START], "no-end", "/VEVENT/1"),
        ([START, HOUR, "TRANSP:TRANSPARENT"], "transparent", "/VEVENT/1"),
        ([START, HOUR, "RRULE:FREQ=HOURLY"], "unreadable-rule", "/VEVENT/1/RRULE"),
        ([START, HOUR, "RRULE:FREQ=WEEKLY;BYHOUR=9"], "unreadable-rule", "/VEVENT/1/RRULE"),
        ([START, HOUR, "RRULE:FREQ=WEEKLY;COUNT=0"], "unreadable-rule", "/VEVENT/1/RRULE"),
        ([START, HOUR, "RRULE:FREQ=WEEKLY;UNTIL=20250105"], "unreadable-rule", "/VEVENT/1/RRULE"),
        ([START, HOUR, "RRULE:FREQ=WEEKLY;UNTIL=20260205T99"], "unreadable-rule", "/VEVENT/1/RRULE"),
        ([START, HOUR, "RRULE:FREQ=WEEKLY;FREQ=DAILY"], "unreadable-rule", "/VEVENT/1/RRULE"),
        ([START, HOUR, "RRULE:FREQ=YEARLY;BYEASTER=0"], "unreadable-rule", "/VEVENT/1/RRULE"),
        ([START, HOUR, f"RRULE:FREQ=WEEKLY;BYDAY={'MO,' * 300}MO"], "unreadable-rule", "/VEVENT/1/RRULE"),
        (["SUMMARY:Closed", START, HOUR], "closed-with-times", "/VEVENT/1"),
    ],
)
def test_what_says_no_hours_is_left_out_and_noted(lines: list[str], code: str, place: str):
    held = event("DTSTART:20260106T080000", HOUR)
    assert read(held, event(*lines)) == "A: off | 2026-01-06: 08:00-09:00"
    assert told(held, event(*lines)) == [(code, place)]


@pytest.mark.parametrize(
    ("lines", "code", "place"),
    [
        (["DTSTART:20260105T080030", HOUR], "clock-form", "/VEVENT/0/DTSTART"),
        ([START, "DTEND:20260105T090030"], "clock-form", "/VEVENT/0/DTEND"),
        ([START, HOUR, "STATUS:TENTATIVE"], "tentative", "/VEVENT/0/STATUS"),
        (["DTSTART:20260105", "SUMMARY:Free day"], "whole-day", "/VEVENT/0"),
        ([START, "DURATION:P401D"], "too-long", "/VEVENT/0"),
        ([START, HOUR, "RRULE:FREQ=WEEKLY;BYDAY=TU"], "start-off-rule", "/VEVENT/0/DTSTART"),
        ([START, "DURATION:P2D", "RRULE:FREQ=MONTHLY"], "too-long", "/VEVENT/0"),
        ([START, HOUR, "RDATE:soon"], "unreadable-date", "/VEVENT/0/RDATE"),
        ([START, HOUR, "RDATE:20260106T080000/20260106T080000"], "no-end", "/VEVENT/0/RDATE"),
        ([START, HOUR, "RDATE:20260106T080000/an hour"], "no-end", "/VEVENT/0/RDATE"),
        ([START, HOUR, "EXDATE:soon"], "unreadable-date", "/VEVENT/0/EXDATE"),
        ([START, HOUR, "SUMMARY:Ring\\nthe bell"], "text-cleaned", "/VEVENT/0/SUMMARY"),
    ],
)
def test_what_is_read_in_another_way_is_noted(lines: list[str], code: str, place: str):
    assert (code, place) in told(event(*lines))


def test_a_cancelled_event_says_nothing():
    assert (
        read(event(START, HOUR), event("DTSTART:20260106T080000", HOUR, "STATUS:CANCELLED"))
        == "A: off | 2026-01-05: 08:00-09:00"
    )


# Recurrences


@pytest.mark.parametrize(
    ("rule", "hours"),
    [
        ("FREQ=WEEKLY", "Mo 08:00-09:00"),
        ("FREQ=WEEKLY;BYDAY=MO,WE;WKST=SU;INTERVAL=1", "Mo,We 08:00-09:00"),
        ("freq=weekly;byday=mo, we", "Mo,We 08:00-09:00"),
        ("FREQ=WEEKLY;BYHOUR=8;BYMINUTE=0;BYSECOND=0", "Mo 08:00-09:00"),
        ("FREQ=DAILY", "Mo-Su 08:00-09:00"),
        ("FREQ=DAILY;BYDAY=MO,TU", "Mo-Tu 08:00-09:00"),
        ("FREQ=DAILY;COUNT=3", "off | 2026-01-05/2026-01-07: 08:00-09:00"),
        ("FREQ=DAILY;COUNT=40", "off | 2026-01-05/2026-02-13: Mo-Su 08:00-09:00"),
        ("FREQ=WEEKLY;COUNT=3;BYDAY=MO,WE", "off | 2026-01-05/2026-01-12: Mo,We 08:00-09:00"),
        ("FREQ=WEEKLY;COUNT=999999999", "Mo 08:00-09:00"),
        ("FREQ=WEEKLY;UNTIL=20260126T080000", "off | 2026-01-05/2026-01-26: Mo 08:00-09:00"),
        ("FREQ=WEEKLY;UNTIL=20260126T075900", "off | 2026-01-05/2026-01-25: Mo 08:00-09:00"),
        ("FREQ=WEEKLY;UNTIL=20260126", "off | 2026-01-05/2026-01-26: Mo 08:00-09:00"),
        ("FREQ=MONTHLY;BYDAY=1MO", "off | RRULE:FREQ=MONTHLY;BYDAY=1MO: 08:00-09:00"),
        ("FREQ=MONTHLY;BYDAY=1MO;COUNT=2", "off | 2026-01-05: 08:00-09:00 | 2026-02-02: 08:00-09:00"),
        ("FREQ=MONTHLY", "off | DTSTART:20260105 RRULE:FREQ=MONTHLY: 08:00-09:00"),
        ("FREQ=MONTHLY;COUNT=500", "off | DTSTART:20260105 RRULE:FREQ=MONTHLY;COUNT=500: 08:00-09:00"),
        ("FREQ=MONTHLY;UNTIL=20990101", "off | DTSTART:20260105 RRULE:FREQ=MONTHLY;UNTIL=20990101: 08:00-09:00"),
        ("FREQ=YEARLY;INTERVAL=60;COUNT=3", "off | DTSTART:20260105 RRULE:FREQ=YEARLY;INTERVAL=60;COUNT=3: 08:00-09:00"),
        ("FREQ=WEEKLY;INTERVAL=2", "off | DTSTART:20260105 RRULE:FREQ=WEEKLY;INTERVAL=2: 08:00-09:00"),
    ],
)  # fmt: skip
def test_a_recurrence_is_a_week_a_season_dates_or_a_rule(rule: str, hours: str):
    assert read(event(START, HOUR, f"RRULE:{rule}")) == f"A: {hours}"


def test_until_is_on_the_clock_of_utc():
    lines = ["DTSTART;TZID=America/New_York:20260105T200000", HOUR]
    assert read(event(*lines, "RRULE:FREQ=WEEKLY;UNTIL=20260127T010000Z")).endswith(
        "2026-01-05/2026-01-26: Mo 20:00-21:00"
    )
    assert read(event(*lines, "RRULE:FREQ=WEEKLY;UNTIL=20260127T005900Z")).endswith(
        "2026-01-05/2026-01-25: Mo 20:00-21:00"
    )


WEEK = event(START, "DURATION:PT8H", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")


@pytest.mark.parametrize(
    ("start", "rule", "special"),
    [
        ("20260105T180000", "FREQ=MONTHLY;BYDAY=1MO", "RRULE:FREQ=MONTHLY;BYDAY=1MO: 08:00-16:00,18:00-19:00"),
        ("20260105T180000", "FREQ=MONTHLY;BYDAY=1MO,1SA",
         "RRULE:FREQ=MONTHLY;BYDAY=1MO: 08:00-16:00,18:00-19:00 | RRULE:FREQ=MONTHLY;BYDAY=1SA: 18:00-19:00"),
        ("20260105T180000", "FREQ=MONTHLY",
         "RRULE:FREQ=MONTHLY;BYMONTHDAY=5;BYDAY=MO,TU,WE,TH,FR: 08:00-16:00,18:00-19:00 "
         "| RRULE:FREQ=MONTHLY;BYMONTHDAY=5;BYDAY=SA,SU: 18:00-19:00"),
        ("20260105T180000", "FREQ=MONTHLY;BYMONTHDAY=5",
         "RRULE:FREQ=MONTHLY;BYMONTHDAY=5;BYDAY=MO,TU,WE,TH,FR: 08:00-16:00,18:00-19:00 "
         "| RRULE:FREQ=MONTHLY;BYMONTHDAY=5;BYDAY=SA,SU: 18:00-19:00"),
        ("20260105T180000", "FREQ=YEARLY",
         "RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5;BYDAY=MO,TU,WE,TH,FR: 08:00-16:00,18:00-19:00 "
         "| RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5;BYDAY=SA,SU: 18:00-19:00"),
        ("20260105T180000", "FREQ=WEEKLY;INTERVAL=2", "DTSTART:20260105 RRULE:FREQ=WEEKLY;INTERVAL=2: 08:00-16:00,18:00-19:00"),
        ("20260131T180000", "FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,TU,WE,TH,FR,SA,SU",
         "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=-1: 18:00-19:00"),
        ("20270104T180000", "FREQ=MONTHLY;BYDAY=1MO", "DTSTART:20270104 RRULE:FREQ=MONTHLY;BYDAY=1MO: 08:00-16:00,18:00-19:00"),
    ],
)  # fmt: skip
def test_a_rule_adds_to_the_hours_of_the_week(start: str, rule: str, special: str):
    rest = event(f"DTSTART:{start}", HOUR, f"RRULE:{rule}")
    assert read(WEEK, rest) == f"A: Mo-Fr 08:00-16:00 | {special}"
    assert told(WEEK, rest) == ([("replaces-week", "")] if "BYSETPOS" in rule else [])


def test_dates_that_two_rules_name_are_told_one_by_one():
    first = event("DTSTART:20260106T080000", HOUR, "RRULE:FREQ=MONTHLY;BYDAY=1TU")
    second = event("DTSTART:20260106T100000", HOUR, "RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=6")
    value = decode(first, second, timezone="UTC").value
    assert str(value.hours_on(date(2026, 1, 6))) == "08:00-09:00,10:00-11:00"
    assert str(value.hours_on(date(2027, 1, 5))) == "08:00-09:00"
    assert str(value.hours_on(date(2027, 1, 6))) == "10:00-11:00"
    assert told(first, second) == [("rules-meet", "")]


def test_a_rule_in_a_season_adds_to_its_hours():
    season = event("DTSTART:20260302T100000", HOUR, "RRULE:FREQ=WEEKLY;UNTIL=20260330")
    monthly = event("DTSTART:20260105T180000", HOUR, "RRULE:FREQ=MONTHLY;BYDAY=1MO")
    value = decode(season, monthly, timezone="UTC").value
    assert str(value.hours_on(date(2026, 3, 2))) == "10:00-11:00,18:00-19:00"
    assert str(value.hours_on(date(2026, 4, 6))) == "18:00-19:00"


def test_exceptions_and_additions():
    lines = [START, HOUR, "RRULE:FREQ=WEEKLY", "EXDATE:20260112T080000,20260119", "EXDATE:20260126T090000"]
    added = ["RDATE:20260113T080000", "RDATE;VALUE=DATE:20260114", "RDATE;VALUE=PERIOD:20260115T080000/PT2H"]
    assert read(event(*lines, *added)) == (
        "A: Mo 08:00-09:00 | 2026-01-12: off | 2026-01-13/2026-01-14: 08:00-09:00 | "
        "2026-01-15: 08:00-10:00 | 2026-01-19: off"
    )
    assert told(event(*lines, *added)) == [("exdate-unmatched", "/VEVENT/0/EXDATE")]


def test_a_date_of_its_own_replaces_that_of_the_recurrence_also_elsewhere():
    week = event("UID:1", "LOCATION:Here", START, HOUR, "RRULE:FREQ=WEEKLY")
    moved = event("UID:1", "LOCATION:There", "RECURRENCE-ID:20260112T080000", "DTSTART:20260113T100000", HOUR)
    assert (
        read(week, moved, timezone="UTC")
        == "Here: Mo 08:00-09:00 | 2026-01-12: off / There: off | 2026-01-13: 10:00-11:00"
    )


def test_two_rules_and_exrule_are_noted():
    lines = [START, HOUR, "RRULE:FREQ=WEEKLY", "RRULE:FREQ=DAILY", "EXRULE:FREQ=MONTHLY;BYMONTHDAY=1"]
    assert told(event(*lines)) == [("several-rules", "/VEVENT/0/RRULE"), ("exrule", "/VEVENT/0/EXRULE")]


def test_a_rule_of_every_other_day_adds_to_the_hours_of_the_week():
    assert read(WEEK, event("DTSTART:20260105T180000", HOUR, "RRULE:FREQ=DAILY;INTERVAL=2")) == (
        "A: Mo-Fr 08:00-16:00 | DTSTART:20260105 RRULE:FREQ=DAILY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR: 08:00-16:00,18:00-19:00 "
        "| DTSTART:20260105 RRULE:FREQ=DAILY;INTERVAL=2;BYDAY=SA,SU: 18:00-19:00"
    )


# Closures


@pytest.mark.parametrize(
    ("lines", "closed"),
    [
        (["SUMMARY:Closed: Snow", "DTSTART:20260105"], "2026-01-05: off (Snow)"),
        (["SUMMARY:CLOSED (snow)", "DTSTART:20260105", "DTEND:20260107"], "2026-01-05/2026-01-06: off (snow)"),
        (["SUMMARY:Closed:Snow", "DTSTART:20260105"], "2026-01-05: off (Snow)"),
        (["SUMMARY:Closed", "DTSTART:20260105T000000", "DURATION:P1D"], "2026-01-05: off"),
        (["SUMMARY:Geschlossen – Urlaub", "DTSTART:20260105"], "2026-01-05: off (Urlaub)"),
        (["SUMMARY:Closed", "DTSTART:20260105", "RRULE:FREQ=YEARLY"], "01-05: off"),
        (["SUMMARY:Closed", "DTSTART:20251224", "DTEND:20260102", "RRULE:FREQ=YEARLY"], "12-24/01-01: off"),
        (["SUMMARY:Closed", "DTSTART:20260105", "RRULE:FREQ=MONTHLY;BYDAY=1MO"],
         "DTSTART:20260105 RRULE:FREQ=MONTHLY;BYDAY=1MO: off"),
        (["SUMMARY:Closed", "DTSTART:20260105", "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20260112"],
         "2026-01-05: off | 2026-01-19: off"),
        (["SUMMARY:Closed", "DTSTART:20260105", "DTEND:20260107", "RRULE:FREQ=MONTHLY"], "2026-01-05/2026-01-06: off"),
        (["SUMMARY:Closed", "DTSTART:20260105", "DTEND:20400107"], "2026-01-05/2040-01-06: off"),
    ],
)  # fmt: skip
def test_an_event_of_whole_days_that_says_closed_is_a_closure(lines: list[str], closed: str):
    assert read(WEEK, event(*lines, "TRANSP:TRANSPARENT")) == f"A: Mo-Fr 08:00-16:00 | {closed}"


def test_a_closure_wins_over_all_events_of_its_dates():
    closed = event("SUMMARY:Closed", "DTSTART:20260105", "RRULE:FREQ=YEARLY")
    value = decode(WEEK, closed, event("DTSTART:20270105T180000", HOUR), timezone="UTC").value
    assert str(value.hours_on(date(2027, 1, 5))) == "off"


def test_a_stretch_without_hours_between_others_is_a_closure():
    spring = event(START, HOUR, "RRULE:FREQ=WEEKLY;UNTIL=20260330")
    autumn = event("DTSTART:20260907T080000", HOUR, "RRULE:FREQ=WEEKLY")
    assert read(spring, autumn) == "A: Mo 08:00-09:00 | 2026-03-31/2026-09-06: off"


def test_a_short_stretch_is_told_by_its_dates():
    first = event(START, HOUR, "RRULE:FREQ=DAILY;UNTIL=20260301")
    second = event("DTSTART:20260304T080000", HOUR, "RRULE:FREQ=DAILY")
    assert read(first, second) == "A: Mo-Su 08:00-09:00 | 2026-03-02/2026-03-03: off"
