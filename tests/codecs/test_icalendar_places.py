"""Calendars of other programs: zones, places, properties of our own, availability, and the text itself."""

from typing import Any

import pytest

from clinic_hours import Clinic, Location
from clinic_hours.codecs import icalendar
from clinic_hours.errors import DocumentSyntaxError, NotRepresentableError, UnknownTimezoneError, WrongTypeError
from foreign_calendars import HOUR, START, calendar, decode, event, read, told
from formats_table import shown

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
