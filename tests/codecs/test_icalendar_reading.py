"""Calendars of other programs: what is read of each part of an event, and what is noted, by its place."""

from datetime import date
from typing import Any

import pytest

from clinic_hours import Clinic, Location
from clinic_hours.codecs import Decoded, icalendar
from clinic_hours.errors import DocumentSyntaxError, NotRepresentableError, UnknownTimezoneError, WrongTypeError
from formats_table import shown

START, HOUR = "DTSTART:20260105T080000", "DURATION:PT1H"
"""A Monday at eight, and how long it lasts."""


def event(*lines: str, kind: str = "VEVENT") -> str:
    return "\r\n".join([f"BEGIN:{kind}", *lines, f"END:{kind}"])


def calendar(*lines: str) -> str:
    return event("X-WR-CALNAME:A", *lines, kind="VCALENDAR")


def decode(*events: str, **how: Any) -> Decoded[Any]:
    return icalendar.decode(calendar(*events), **how)


def read(*events: str, **how: Any) -> str:
    return " / ".join(shown(decode(*events, **how).value))


def told(*events: str, **how: Any) -> list[tuple[str, str]]:
    return [(note.code, note.place) for note in decode(*events, **how).notes]


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


# Zones


@pytest.mark.parametrize(
    ("tzid", "zone", "code"),
    [
        ("Europe/Berlin", "Europe/Berlin", None),
        ("/example.com/2026/Europe/Berlin", "Europe/Berlin", "zone-renamed"),
        ('"W. Europe Standard Time"', "Europe/Berlin", "zone-renamed"),
        ("Mars/Base", None, "zone-unknown"),
        ("America", None, "zone-unknown"),
        ("../../etc/passwd", None, "zone-unknown"),
    ],
)
def test_a_zone_is_one_of_iana_or_noted(tzid: str, zone: str | None, code: str | None):
    done = decode(event(f"DTSTART;TZID={tzid}:20260105T080000", HOUR))
    assert done.value.timezone == zone
    assert [(note.code, note.place) for note in done.notes] == ([(code, "/VEVENT/0/DTSTART")] if code else [])


def test_a_zone_of_the_calendars_own_may_say_which_it_is():
    own = event("TZID:Ours", "X-LIC-LOCATION:America/Chicago", kind="VTIMEZONE")
    assert decode(own, event("DTSTART;TZID=Ours:20260105T080000", HOUR)).value.timezone == "America/Chicago"


@pytest.mark.parametrize(
    ("head", "start", "zone", "given"),
    [
        ([], "DTSTART:20260105T080000", None, None),
        ([], "DTSTART:20260105T080000", "Asia/Tokyo", "Asia/Tokyo"),
        ([], "DTSTART:20260105T080000Z", "UTC", None),
        ([], "DTSTART:20260104T230000Z", "Asia/Tokyo", "Asia/Tokyo"),
        (["X-WR-TIMEZONE:Asia/Tokyo"], "DTSTART:20260104T230000Z", "Asia/Tokyo", "Europe/Berlin"),
        (["X-WR-TIMEZONE:Asia/Tokyo"], "DTSTART:20260105T080000", "Asia/Tokyo", "Europe/Berlin"),
    ],
)
def test_a_calendars_own_zone_comes_before_the_callers(
    head: list[str], start: str, zone: str | None, given: str | None
):
    value = decode(*head, event(start, HOUR), timezone=given).value
    assert value.timezone == zone
    assert shown(value) == ["A: off | 2026-01-05: 08:00-09:00"]


def test_another_zone_than_that_of_most_is_turned_into_it():
    berlin = event("DTSTART;TZID=Europe/Berlin:20260105T080000", HOUR, "RRULE:FREQ=WEEKLY")
    again = event("DTSTART;TZID=Europe/Berlin:20260106T080000", HOUR)
    once = event("DTSTART:20260107T230000Z", HOUR)
    weekly = event(
        "DTSTART:20260107T233000Z",
        HOUR,
        "RRULE:FREQ=WEEKLY;BYDAY=WE,SU;UNTIL=20260128T233000Z",
        "EXDATE:20260114T233000Z",
    )
    assert read(berlin, again, once, weekly) == (
        "A: Mo 08:00-09:00 | 2026-01-08/2026-01-29: Mo 00:30-01:30,08:00-09:00; Th 00:30-01:30 | "
        "2026-01-06: 08:00-09:00 | 2026-01-08: 00:00-01:30 | 2026-01-15: off"
    )
    assert ("zone-converted", "/VEVENT/3/RRULE") in told(berlin, again, once, weekly)
    daily = event("DTSTART:20260107T233000Z", HOUR, "RRULE:FREQ=DAILY")
    assert "Mo-Su 00:30-01:30" in read(event("DTSTART;TZID=Europe/Berlin:20260105T003000", HOUR), daily)
    monthly = event("DTSTART:20260107T233000Z", HOUR, "RRULE:FREQ=MONTHLY")
    assert ("unreadable-rule", "/VEVENT/2/RRULE") in told(berlin, again, monthly)


# Places and names


def test_location_tells_places_apart():
    here, there = (
        event(f"LOCATION:{place}\\, 1", f"DTSTART:2026010{day}T080000", HOUR) for day, place in ((5, "A"), (6, "B"))
    )
    done = decode("X-WR-TIMEZONE:UTC", here, there)
    assert isinstance(done.value, Clinic)
    assert shown(done.value) == ["A, 1: off | 2026-01-05: 08:00-09:00", "B, 1: off | 2026-01-06: 08:00-09:00"]
    assert (done.value.name, done.notes) == ("A", ())
    with pytest.raises(UnknownTimezoneError, match="the document has 2 places, and no time zone is known for 'A, 1'"):
        decode(here, there)


def test_the_name_is_the_calendars_else_the_callers():
    text = event(event(START, HOUR), kind="VCALENDAR")
    assert icalendar.decode(text, name="Lab").value.name == "Lab"
    done = icalendar.decode(text)
    assert done.value.name == "Calendar"
    assert [(note.code, note.place) for note in done.notes] == [("no-name", "/NAME")]


@pytest.mark.parametrize("summary", ["", "Open", "opening hours", "a", "A open"])
def test_a_summary_that_says_no_more_is_no_note(summary: str):
    assert read(event(f"SUMMARY:{summary}", START, HOUR)) == "A: off | 2026-01-05: 08:00-09:00"


def test_another_summary_is_the_note():
    assert read(event('SUMMARY:Flu "shots"\\, free', START, HOUR)).endswith("""08:00-09:00 open "Flu 'shots', free\"""")


# Properties of our own


def own(*lines: str) -> str:
    return event("X-CLINIC-HOURS-OF:a", START, HOUR, *lines)


def test_a_door_of_which_nothing_else_is_told_has_its_id_for_a_name():
    lines = "X-CLINIC-HOURS-STATE:OPEN"
    assert read(own(lines), own(lines, "X-CLINIC-HOURS-SERVICE:lab")) == (
        "a: off | 2026-01-05: 08:00-09:00 / a > lab: off | 2026-01-05: 08:00-09:00"
    )


def test_a_state_that_is_none_is_unknown():
    assert read(own("X-CLINIC-HOURS-STATE:OPENED")) == "a: off | 2026-01-05: 08:00-09:00 unknown"
    assert told(own()) == [("unreadable-state", "/VEVENT/0")]


@pytest.mark.parametrize(
    "season", ["2026-01-05", "2026-02-30/2026-03-01", "2026-03-01/2026-02-01", "2025-01-01/2026-03-01"]
)
def test_a_season_that_is_none_or_began_long_ago_is_that_of_the_rule(season: str):
    lines = ["X-CLINIC-HOURS-STATE:OPEN", "RRULE:FREQ=WEEKLY;UNTIL=20260301", f"X-CLINIC-HOURS-SEASON:{season}"]
    assert read(own(*lines)) == "a: off | 2026-01-05/2026-03-01: Mo 08:00-09:00"


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("X-CLINIC-HOURS-LOCATION:{", {"unreadable-property", "no-name"}),
        ("X-CLINIC-HOURS-LOCATION:[1]", {"no-name"}),
        ('X-CLINIC-HOURS-LOCATION:{"name": 5\\, "timezone": "Mars"\\, "services": 7}', {"no-name", "zone-unknown"}),
        ('X-CLINIC-HOURS-CLINIC:{"name": "B"\\, "checked_on": "soon"\\, "timezone": "UTC"}', set()),
    ],
)
def test_properties_that_hold_something_else_are_noted(line: str, codes: set[str]):
    text = event(line, own("X-CLINIC-HOURS-STATE:OPEN"), kind="VCALENDAR")
    done = icalendar.decode(text, timezone="UTC", name="")
    assert {note.code for note in done.notes} == codes
    assert any("2026-01-05: 08:00-09:00" in row for row in shown(done.value))


def test_an_id_that_stands_twice_is_noted():
    lines = ['X-CLINIC-HOURS-LOCATION:{"id": "a"\\, "name": "A"}', 'X-CLINIC-HOURS-LOCATION:{"id": "a"\\, "name": "B"}']
    assert read(*lines, own("X-CLINIC-HOURS-STATE:OPEN")) == "A: off | 2026-01-05: 08:00-09:00"
    assert [code for code, _ in told(*lines, own("X-CLINIC-HOURS-STATE:OPEN"))] == ["id-twice"]


# Availability


def available(*lines: str, hours: str = "09:00", **others: str) -> str:
    inner = event("DTSTART:20260105T090000", HOUR, "RRULE:FREQ=WEEKLY", kind="AVAILABLE")
    return event(*lines, inner, kind="VAVAILABILITY")


@pytest.mark.parametrize(
    ("lines", "hours", "codes"),
    [
        ([], "Mo 09:00-10:00", []),
        (["DTSTART:20260101T000000"], "Mo 09:00-10:00", []),
        (["DTSTART:20260101T000000", "DTEND:20260201T000000"], "Mo-Su 00:00-24:00 unknown | 2026-01-01/2026-01-31: Mo 09:00-10:00", []),
        (["DTSTART:20260101T080000", "DTEND:20260201T120000"],
         "Mo-Su 00:00-24:00 unknown | 2026-01-01/2026-02-01: Mo 09:00-10:00", ["cut-to-dates"]),
        (["DTEND:20260201T000000"], "Mo-Su 00:00-24:00 unknown | 2026-01-05/2026-01-31: Mo 09:00-10:00", []),
        (["DTSTART:20260101T000000", "DURATION:P31D"], "Mo-Su 00:00-24:00 unknown | 2026-01-01/2026-01-31: Mo 09:00-10:00", []),
        (["DTSTART:20270101T000000", "DTEND:20270101T000000"], "Mo-Su 00:00-24:00 unknown", []),
        (["PRIORITY:11"], "Mo 09:00-10:00", ["unreadable-priority"]),
        (["BUSYTYPE:BUSY-TENTATIVE"], "Mo 09:00-10:00", ["busy-tentative"]),
    ],
)  # fmt: skip
def test_an_availability_speaks_of_its_dates(lines: list[str], hours: str, codes: list[str]):
    assert [note.code for note in decode(available(*lines)).notes] == codes
    assert read(available(*lines)).startswith(f"A: {hours}")


def test_one_of_a_higher_priority_replaces_others_on_its_dates():
    week = event(
        event(START, "DURATION:PT8H", "RRULE:FREQ=DAILY", kind="AVAILABLE"), "PRIORITY:5", kind="VAVAILABILITY"
    )
    inner = event("DTSTART:20260204T100000", HOUR, kind="AVAILABLE")
    away = event("PRIORITY:1", "DTSTART:20260202T000000", "DTEND:20260209T000000", inner, kind="VAVAILABILITY")
    later = event("PRIORITY:2", "DTSTART:20260205T000000", "DTEND:20260211T000000", kind="VAVAILABILITY")
    assert read(week, away, later) == "A: Mo-Su 08:00-16:00 | 2026-02-02/2026-02-10: off | 2026-02-04: 10:00-11:00"
    first = event("PRIORITY:1", event(START, HOUR, kind="AVAILABLE"), kind="VAVAILABILITY")
    assert read(week, first) == "A: off | 2026-01-05: 08:00-09:00"
    assert told(week, first) == [("overridden", "/VAVAILABILITY/0")]


def test_a_rule_of_an_availability_with_an_end_is_told_by_its_dates():
    inner = event("DTSTART:20260105T090000", HOUR, "RRULE:FREQ=MONTHLY;BYDAY=1MO", kind="AVAILABLE")
    bounded = event("DTSTART:20260101T000000", "DTEND:20260401T000000", inner, kind="VAVAILABILITY")
    assert read(bounded) == (
        "A: Mo-Su 00:00-24:00 unknown | 2026-01-05: 09:00-10:00 | 2026-02-02: 09:00-10:00 | 2026-03-02: 09:00-10:00"
    )
    begun = event("DTSTART:20260201T000000", inner, kind="VAVAILABILITY")
    assert read(begun).startswith("A: off | 2026-02-02: 09:00-10:00 | 2026-03-02: 09:00-10:00")


# The text


def test_lines_may_be_folded_and_end_in_any_way():
    text = calendar(event("SUMMARY:Ring\r\n  the\r\n\t bell", START, HOUR))
    for end in ("\r\n", "\n", "\r"):
        assert shown(icalendar.decode(text.replace("\r\n", end)).value) == [
            'A: off | 2026-01-05: 08:00-09:00 open "Ring the bell"'
        ]
    assert icalendar.decode(text.encode("utf-8-sig")) == icalendar.decode(text)
    assert icalendar.decode(f"\ufeff{text}\r\n\r\n") == icalendar.decode(text)


def test_several_calendars_in_one_text_are_read():
    text = (
        calendar(event(START, HOUR)) + "\r\n" + calendar(event("DTSTART:20260106", HOUR), event("DTSTART:soon", HOUR))
    )
    done = icalendar.decode(text)
    assert isinstance(done.value, Location)
    assert ("unreadable-date", "/VCALENDAR/1/VEVENT/1/DTSTART") in [(note.code, note.place) for note in done.notes]


def test_what_says_no_hours_at_all_is_left_out():
    task = event("SUMMARY:Call", kind="VTODO")
    assert told(task, event(START, HOUR)) == [("component-left-out", "/VTODO/0")]
    with pytest.raises(NotRepresentableError, match="no availability that says when somebody is there"):
        decode(event(START, HOUR, "STATUS:CANCELLED"))
    with pytest.raises(NotRepresentableError, match="no availability that says when somebody is there$"):
        icalendar.decode("BEGIN:VCALENDAR\r\nEND:VCALENDAR")
    with pytest.raises(NotRepresentableError, match="is there: /VEVENT/0: 'Party' takes no time"):
        decode(event("SUMMARY:Party", START, HOUR, "TRANSP:TRANSPARENT"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "it has no component, such as BEGIN:VCALENDAR"),
        ("Mo-Fr 08:00-17:00", "line 1: this is not iCalendar: 'Mo-Fr 08:00-17:00' stands where a component begins"),
        ("\r\nnothing", "line 2: this is not iCalendar: 'nothing' stands where a component begins"),
        ("END:VEVENT", "line 1: this is not iCalendar: 'END:VEVENT' stands where a component begins"),
        ("BEGIN:VEVENT\r\nUID:1", "line 1: BEGIN:VEVENT has no END"),
        ("BEGIN:VEVENT\r\nEND:VTODO", "line 2: END:VTODO stands where END:VEVENT of line 1 is meant"),
        ("BEGIN:A\r\n" * 11, "line 11: components are nested more than 10 levels deep"),
        ("BEGIN:A\r\nEND:A\r\n" * 20_001, "line 40001: the calendar has more than 20,000 components"),
        (" " * 5_000_001, "5,000,001 characters are too many for a calendar; at most 5,000,000"),
        (b"\xff", "this is not a text in UTF-8"),
    ],
    ids=range(10),
)
def test_what_is_no_calendar_is_refused_with_its_line(text: str, message: str):
    with pytest.raises(DocumentSyntaxError) as raised:
        icalendar.decode(text)
    assert str(raised.value).removeprefix("this is not iCalendar: ") == message


@pytest.mark.parametrize("thing", [5, None, {}, [], object()])
def test_another_thing_than_a_text_is_refused(thing: Any):
    with pytest.raises(WrongTypeError, match="a document is a text, or data parsed from one: here a text, not"):
        icalendar.decode(thing)


def test_priorities_of_spans_that_touch_on_one_side_only():
    early = event("PRIORITY:1", "DTSTART:20260101T000000", "DTEND:20260105T000000", kind="VAVAILABILITY")
    late = event("PRIORITY:2", "DTSTART:20260201T000000", "DTEND:20260301T000000", kind="VAVAILABILITY")
    inner = event("DTSTART:20260105T090000", HOUR, "RRULE:FREQ=DAILY", kind="AVAILABLE")
    single = event("DTSTART:20260210T090000", HOUR, kind="AVAILABLE")
    ended = event("DTSTART:20260102T090000", HOUR, "RRULE:FREQ=WEEKLY;UNTIL=20260103", kind="AVAILABLE")
    last = event(
        "PRIORITY:3", "DTSTART:20260105T000000", "DTEND:20260215T000000", inner, single, ended, kind="VAVAILABILITY"
    )
    assert (
        read(early, late, last)
        == "A: Mo-Su 00:00-24:00 unknown | 2026-01-05/2026-01-31: Mo-Su 09:00-10:00 | 2026-02-01/2026-02-14: off | 2026-02-15/2026-02-28: off | 2026-01-01/2026-01-04: off"
    )


def test_an_exception_outside_of_an_availability_leaves_its_date_unknown():
    inner = event("DTSTART:20260105T090000", HOUR, "RRULE:FREQ=WEEKLY", "EXDATE:20260302T090000", kind="AVAILABLE")
    bounded = event("DTSTART:20260105T000000", "DTEND:20260201T000000", inner, kind="VAVAILABILITY")
    assert read(bounded) == "A: Mo-Su 00:00-24:00 unknown | 2026-01-05/2026-01-31: Mo 09:00-10:00"


def test_the_edges_of_the_calendar():
    first = event("DTSTART;TZID=Asia/Tokyo:00010101T000000", HOUR)
    most = (
        event("DTSTART;TZID=America/New_York:20260105T080000", HOUR),
        event("DTSTART;TZID=America/New_York:99991231T230000", "DURATION:P2D"),
    )
    assert read(first, *most) == "A: off | 0001-01-01: 00:00-01:00 | 2026-01-05: 08:00-09:00 | 9999-12-31: 00:00-24:00"


def test_a_rule_of_every_other_day_adds_to_the_hours_of_the_week():
    assert read(WEEK, event("DTSTART:20260105T180000", HOUR, "RRULE:FREQ=DAILY;INTERVAL=2")) == (
        "A: Mo-Fr 08:00-16:00 | DTSTART:20260105 RRULE:FREQ=DAILY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR: 08:00-16:00,18:00-19:00 "
        "| DTSTART:20260105 RRULE:FREQ=DAILY;INTERVAL=2;BYDAY=SA,SU: 18:00-19:00"
    )


def test_availabilities_of_one_priority_add_up():
    morning = event(event(START, HOUR, "RRULE:FREQ=WEEKLY", kind="AVAILABLE"), kind="VAVAILABILITY")
    noon = event(event("DTSTART:20260105T120000", HOUR, "RRULE:FREQ=WEEKLY", kind="AVAILABLE"), kind="VAVAILABILITY")
    assert read(morning, noon) == "A: Mo 08:00-09:00,12:00-13:00"


def test_an_availability_of_several_places_is_of_each_by_itself():
    monday = event("LOCATION:Main\\, 1", START, HOUR, "RRULE:FREQ=WEEKLY", kind="AVAILABLE")
    tuesday = event("LOCATION:Annex", "DTSTART:20260106T080000", HOUR, "RRULE:FREQ=WEEKLY", kind="AVAILABLE")
    here = event("DTSTART:20260107T080000", HOUR, "RRULE:FREQ=WEEKLY", kind="AVAILABLE")
    zone = "X-WR-TIMEZONE:UTC"
    done = decode(zone, event(monday, tuesday, here, kind="VAVAILABILITY"))
    assert shown(done.value) == ["Main, 1: Mo,We 08:00-09:00", "Annex: Tu 08:00-09:00"]
    done = decode(zone, event("LOCATION:All", monday, here, kind="VAVAILABILITY"))
    assert shown(done.value) == ["Main, 1: Mo 08:00-09:00", "All: We 08:00-09:00"]
    done = decode(zone, event("LOCATION:All", here, kind="VAVAILABILITY"))
    assert shown(done.value) == ["All: We 08:00-09:00"]
    done = decode(zone, event("LOCATION:All", monday, kind="VAVAILABILITY"))
    assert shown(done.value) == ["Main, 1: Mo 08:00-09:00"]
