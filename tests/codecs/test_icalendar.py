"""Calendars as they are written, to the letter where a program depends on it, and read again."""

from datetime import date
from typing import Any

import pytest

from clinic_hours import Clinic, Location, SeasonalHours, Service, SpecialHours
from clinic_hours.codecs import icalendar
from clinic_hours.errors import InvalidHoursError
from exchange import Codec, check_the_fixed_point, check_the_way_back

FIRST, UNTIL = date(2026, 12, 1), date(2026, 12, 31)
WINDOW = {"first": FIRST, "until": UNTIL}
CODEC = Codec(icalendar.encode, icalendar.decode)


def office(week: str = "Mo-Fr 08:00-17:00", **fields: Any) -> Location:
    return Location(**{"name": "Main office", "timezone": "America/New_York", "regular_hours": week} | fields)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def parts(value: Location | Clinic, **how: Any) -> list[dict[str, str]]:
    """The components of a calendar that say hours, each as its properties with their parameters in the name."""
    out: list[dict[str, str]] = []
    held: dict[str, str] = {}
    for line in unfolded(icalendar.encode(value, **WINDOW | how).document):
        name, _, text = line.partition(":")
        if name == "BEGIN":
            held = {"kind": text}
            out += [held] if text in ("VEVENT", "VAVAILABILITY", "AVAILABLE") else []
        elif name not in ("END", ""):
            held.setdefault(name, text)
    return out


def there_and_back(value: Location | Clinic) -> Any:
    check_the_way_back(CODEC, value, (FIRST, UNTIL))
    check_the_fixed_point(CODEC, value, (FIRST, UNTIL))
    return icalendar.decode(icalendar.encode(value, **WINDOW).document).value


def test_a_week_is_an_event_that_recurs_on_its_days():
    (event,) = parts(office())
    assert event.pop("UID")
    assert event == {
        "kind": "VEVENT",
        "DTSTAMP": "20261201T000000Z",
        "DTSTART;TZID=America/New_York": "20261130T080000",
        "DTEND;TZID=America/New_York": "20261130T170000",
        "RRULE": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "SUMMARY": "Main office open",
        "LOCATION": "Main office",
        "TRANSP": "TRANSPARENT",
        "X-CLINIC-HOURS-OF": "main-office",
        "X-CLINIC-HOURS-STATE": "OPEN",
    }


def test_it_begins_on_the_first_date_that_the_rule_names():
    starts = [part["DTSTART;TZID=America/New_York"] for part in parts(office("Mo 08:00-12:00; Th 09:00-12:00"))]
    assert starts == ["20261130T080000", "20261203T090000"]


def test_the_calendar_has_a_name_a_zone_and_asks_to_be_read_every_day():
    lines = unfolded(icalendar.encode(office(), **WINDOW).document)
    assert lines[:10] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//clinic_hours//opening hours//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Main office",
        "X-WR-CALNAME:Main office",
        "X-WR-TIMEZONE:America/New_York",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
    ]
    assert "TZID:America/New_York" in lines


def test_a_closure_is_left_out_of_each_rule_and_shown_as_days_with_its_reason():
    week, early, closed = parts(
        office(
            "Mo-Fr 08:00-17:00; Th 07:00-07:30,08:00-17:00",
            special_hours=[SpecialHours("2026-12-24/2026-12-25", reason="Christmas")],
        )
    )
    assert week["EXDATE;TZID=America/New_York"] == "20261224T080000,20261225T080000"
    assert early["EXDATE;TZID=America/New_York"] == "20261224T070000"
    assert (closed["DTSTART;VALUE=DATE"], closed["DTEND;VALUE=DATE"]) == ("20261224", "20261226")
    assert closed["SUMMARY"] == "Main office closed: Christmas"


def test_seasons_end_in_utc_and_the_week_ends_before_them_and_begins_again():
    value = office(seasonal_hours=[SeasonalHours("2026-12-10/2026-12-20", "Mo-Th 10:00-12:00", reason="Works")])
    before, season, after = parts(value)
    assert before["RRULE"] == "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261210T045959Z"
    assert season["RRULE"] == "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH;UNTIL=20261221T045959Z"
    assert (season["SUMMARY"], season["X-CLINIC-HOURS-SEASON"]) == ("Main office open: Works", "2026-12-10/2026-12-20")
    assert (after["DTSTART;TZID=America/New_York"], after["RRULE"]) == (
        "20261221T080000",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    )
    assert there_and_back(value).seasonal_hours == value.seasonal_hours
    assert there_and_back(value).special_hours == ()


@pytest.mark.parametrize("week", ["Mo-Fr 08:00-17:00", "off", "24/7", "Mo-Su 00:00-24:00 unknown", "Su 22:00-06:00"])
@pytest.mark.parametrize("dates", ["2026-12-10/2026-12-20", "2026-11-01/2026-12-13", "2026-12-15/2027-02-01"])
@pytest.mark.parametrize("season", ["off", "We 10:00-12:00", "24/7"])
def test_a_season_comes_back_as_one(week: str, dates: str, season: str):
    value = office(
        week,
        seasonal_hours=[SeasonalHours(dates, season, reason="Works")],
        services=[Service(name="Lab", regular_hours="24/7")],
    )
    again = there_and_back(value)
    assert [str(rule.hours) for rule in again.seasonal_hours] == [season]
    assert again.special_hours == again.services[0].special_hours == ()


def test_between_two_seasons_only_days_that_are_there_have_events():
    seasons = [
        SeasonalHours("2026-12-01/2026-12-10", "Mo 10:00-11:00"),
        SeasonalHours("2026-12-13/2026-12-30", "Tu 10:00-11:00"),
    ]
    value = office("Mo 08:00-12:00; Sa 09:00-10:00", seasonal_hours=seasons)
    rules = [part["RRULE"] for part in parts(value)]
    assert sum(rule.startswith("FREQ=WEEKLY;BYDAY=SA") for rule in rules) == 2
    assert sum(rule.startswith("FREQ=WEEKLY;BYDAY=MO") for rule in rules) == 3
    assert there_and_back(value).seasonal_hours == tuple(seasons)


def test_states_notes_and_reasons_are_shown_and_come_back():
    value = office(
        'Mo 08:00-12:00 open "ring, twice"; Tu 08:00-12:00 unknown "by appointment"; We 08:00-12:00 unknown',
        special_hours=[SpecialHours("2026-12-24", "08:00-10:00", reason="Eve; early")],
    )
    monday, tuesday, wednesday, eve = parts(value)
    assert (monday["DESCRIPTION"], monday["X-CLINIC-HOURS-NOTE"]) == ("ring\\, twice", "ring\\, twice")
    assert (tuesday["SUMMARY"], tuesday["X-CLINIC-HOURS-STATE"]) == ("Main office by appointment", "BY_APPOINTMENT")
    assert (wednesday["SUMMARY"], wednesday["STATUS"]) == ("Main office: hours may differ", "TENTATIVE")
    assert "RRULE" not in eve
    assert (eve["SUMMARY"], eve["X-CLINIC-HOURS-REASON"]) == ("Main office open: Eve\\; early", "Eve\\; early")
    assert there_and_back(value).regular_hours == value.regular_hours


def test_several_special_days_in_a_row_are_one_event():
    value = office("Mo 08:00-12:00", special_hours=[SpecialHours("2026-12-02/2026-12-20", "10:00-11:00")])
    _, special = parts(value)
    assert (special["RRULE"], special["X-CLINIC-HOURS-SPECIAL"]) == ("FREQ=DAILY;UNTIL=20261221T045959Z", "TRUE")
    assert there_and_back(value).special_hours == value.special_hours


def test_special_days_for_longer_than_a_year_come_back():
    value = office("Mo 08:00-12:00", special_hours=[SpecialHours("2026-01-02/2028-12-20", "10:00-11:00")])
    check_the_way_back(CODEC, value, (date(2026, 1, 1), date(2029, 1, 31)))


def test_services_and_locations_are_told_apart():
    lab = Service(name="Lab; 2nd floor", regular_hours="Mo 07:00-11:00", phone="+1 201 555 0101")
    address = {"street": "1 River Road", "city": "Edgewater"}
    value = Clinic(
        name="Riverside",
        timezone="America/New_York",
        phone="+1 201 555 0100",
        url="https://riverside.example",
        checked_on=date(2026, 11, 2),
        special_hours=[SpecialHours("2026-12-07", reason="Moving")],
        locations=[
            office(services=[lab], address=address, url="https://riverside.example/main"),
            office("off", name="Annex"),
        ],
    )
    main, closed, inside, annex = parts(value)
    assert (main["LOCATION"], main["URL"]) == (
        "Main office\\, 1 River Road\\, Edgewater",
        "https://riverside.example/main",
    )
    assert main["DTSTAMP"] == "20261102T000000Z"
    assert (inside["SUMMARY"], inside["CONTACT"]) == ("Lab\\; 2nd floor (Main office) open", "+1 201 555 0101")
    assert inside["X-CLINIC-HOURS-SERVICE"] == "lab-2nd-floor"
    assert inside["EXDATE;TZID=America/New_York"] == "20261207T070000"
    assert (closed["SUMMARY"], annex["SUMMARY"]) == ("Main office closed: Moving", "Annex closed: Moving")
    again = there_and_back(value)
    others = {"locations", "special_hours"}
    assert again.model_dump(exclude=others) == value.model_dump(exclude=others)
    assert [(place.name, place.key, place.phone) for place in again] == [
        ("Main office", "main-office", ""),
        ("Annex", "annex", ""),
    ]
    assert again["main-office"].service("lab-2nd-floor").phone == lab.phone
    assert again["main-office"].services[0].special_hours == ()


def test_a_service_that_opens_while_its_location_is_closed_stays_open():
    lab = Service(
        name="Lab", regular_hours="Mo-Fr 07:00-11:00", special_hours=[SpecialHours("2026-12-25", "08:00-09:00")]
    )
    value = office(special_hours=[SpecialHours("2026-12-24/2026-12-26", reason="Christmas")], services=[lab])
    again = there_and_back(value)
    assert [str(rule.dates) for rule in again.services[0].special_hours] == ["2026-12-25"]


def test_a_service_may_have_a_zone_of_its_own():
    phones = Service(name="Phones", regular_hours="Mo 08:00-17:00", timezone="Europe/Berlin")
    value = office(services=[phones])
    text = icalendar.encode(value, **WINDOW).document
    assert "X-WR-TIMEZONE" not in text
    assert text.count("BEGIN:VTIMEZONE") == 2
    assert there_and_back(value).services[0].timezone == "Europe/Berlin"


def test_a_zone_without_changes_and_no_zone_are_written_plainly():
    (event,) = parts(office("Mo 08:00-17:00", timezone="UTC"))
    assert (event["DTSTART"], event["DTEND"]) == ("20261130T080000Z", "20261130T170000Z")
    nowhere = office(timezone=None, seasonal_hours=[SeasonalHours("2026-12-10/2026-12-20", "Mo 10:00-12:00")])
    _, season, _ = parts(nowhere)
    assert (season["DTSTART"], season["RRULE"]) == ("20261214T100000", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261220T235959")
    again = icalendar.decode(icalendar.encode(nowhere, **WINDOW).document).value
    assert again == nowhere


# Rules of their own


def test_a_rule_that_meets_nothing_else_stays_a_rule():
    value = office(
        special_hours=[
            SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=2SA,4SA", "09:00-12:00"),
            SpecialHours(
                "DTSTART:20260104 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;UNTIL=20271231", "09:00-10:00,11:00-12:00"
            ),
            SpecialHours("2026-12-26"),
        ]
    )
    assert icalendar.encode(value, **WINDOW).notes == ()
    _, saturdays, one, two, closed = parts(value)
    assert (saturdays["RRULE"], saturdays["EXDATE;TZID=America/New_York"]) == (
        "FREQ=MONTHLY;BYDAY=2SA,4SA",
        "20261226T090000",
    )
    assert one["RRULE"] == two["RRULE"] == "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;UNTIL=20280101T045959Z"
    assert closed["SUMMARY"] == "Main office closed"
    rules = [str(rule.dates) for rule in there_and_back(value).special_hours]
    assert rules == [
        "2026-12-26",
        "RRULE:FREQ=MONTHLY;BYDAY=2SA,4SA",
        "DTSTART:20261206 RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20271231;BYDAY=SU",
    ]


@pytest.mark.parametrize(
    ("week", "dates", "hours", "rules"),
    [
        ("off", "12-24", "08:00-12:00", 1),
        ("off", "12-24/12-26", "08:00-12:00", 0),
        ("off", "easter", "08:00-12:00", 0),
        ("off", "RRULE:FREQ=YEARLY;BYEASTER=1", "08:00-12:00", 0),
        ("off", "DTSTART:20260101 RRULE:FREQ=WEEKLY;COUNT=60", "08:00-12:00", 0),
        ("off", "06-24", "08:00-12:00", 0),
        ("off", "12-24", "off", 0),
        ("Mo 08:00-12:00", "12-24", "08:00-12:00", 0),
        ("Sa 08:00-12:00", "RRULE:FREQ=MONTHLY;BYDAY=2SA", "08:00-10:00", 0),
        ("Su 08:00-12:00", "RRULE:FREQ=MONTHLY;BYDAY=2SA", "08:00-10:00", 1),
    ],
)
def test_only_what_every_calendar_reads_alike_stays_a_rule(week: str, dates: str, hours: str, rules: int):
    value = office(week, special_hours=[SpecialHours(dates, hours)])
    told = [part.get("RRULE", "FREQ=DAILY") for part in parts(value)]
    assert sum(not rule.startswith(("FREQ=WEEKLY;BYDAY", "FREQ=DAILY")) for rule in told) == rules
    there_and_back(value)


def test_two_rules_that_meet_are_not_both_rules():
    rules = [SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=2SA", "09:00-12:00"), SpecialHours("12-11", "10:00-11:00")]
    assert sum("RRULE" in part for part in parts(office("off", special_hours=rules))) == 1


# When the clocks change


def test_a_night_on_which_the_clocks_change_is_an_event_of_its_own():
    first, until = date(2026, 3, 2), date(2026, 3, 20)
    value = office("Sa 22:00-06:00")
    week, night = parts(value, first=first, until=until)
    assert week["DTSTART;TZID=America/New_York"] == "20260307T220000"
    assert week["EXDATE;TZID=America/New_York"] == "20260307T220000"
    assert week["DURATION"] == "PT480M"
    assert (night["DTSTART;TZID=America/New_York"], night["DTEND;TZID=America/New_York"]) == (
        "20260307T220000",
        "20260308T060000",
    )
    check_the_way_back(CODEC, value, (first, until))
    assert icalendar.decode(icalendar.encode(value, first=first, until=until).document).value == value


def test_hours_that_the_clock_skips_are_no_event():
    value = office("Su 02:15-02:45")
    (week,) = parts(value, first=date(2026, 3, 2), until=date(2026, 3, 20))
    assert week["EXDATE;TZID=America/New_York"] == "20260308T021500"
    assert (
        icalendar.decode(icalendar.encode(value, first=date(2026, 3, 2), until=date(2026, 3, 20)).document).value
        == value
    )


# Availability


def test_availability_says_what_is_open_and_events_say_the_rest():
    value = office("Mo 08:00-12:00; Tu 08:00-12:00 unknown", special_hours=[SpecialHours("2026-12-21", reason="Snow")])
    availability, monday, tuesday, closed = parts(value, form="availability")
    assert (availability["kind"], availability["BUSYTYPE"]) == ("VAVAILABILITY", "BUSY-UNAVAILABLE")
    assert (monday["kind"], monday["EXDATE;TZID=America/New_York"]) == ("AVAILABLE", "20261221T080000")
    assert {"TRANSP", "STATUS", "URL"} & {*monday} == set()
    assert (tuesday["kind"], closed["kind"]) == ("VEVENT", "VEVENT")
    with pytest.raises(InvalidHoursError, match="form is 'events' or 'availability', not 'tasks'"):
        icalendar.encode(value, form="tasks")  # type: ignore[arg-type]


# The same text


def test_equal_hours_give_an_equal_text_and_uids_outlive_the_window():
    value = office(seasonal_hours=[SeasonalHours("2026-12-10/2026-12-20", "Mo 10:00-12:00")])
    assert icalendar.encode(value, **WINDOW) == icalendar.encode(value, **WINDOW)
    now, later = (
        {part["UID"] for part in parts(value, first=first, until=UNTIL)} for first in (FIRST, date(2026, 12, 3))
    )
    assert now == later
    assert len(now) == 3


def test_a_clinic_without_locations_is_noted():
    done = icalendar.encode(Clinic(name="Riverside"), **WINDOW)
    assert [note.code for note in done.notes] == ["no-locations"]
    assert icalendar.decode(done.document).value == Clinic(name="Riverside")


# What nearly went wrong


def test_a_night_on_which_the_clocks_change_and_it_is_closed_is_no_event():
    value = office("Sa 22:00-06:00", special_hours=[SpecialHours("2026-03-07")])
    week, closed = parts(value, first=date(2026, 3, 2), until=date(2026, 3, 20))
    assert week["EXDATE;TZID=America/New_York"] == "20260307T220000"
    assert closed["SUMMARY"] == "Main office closed"


def test_hours_of_a_service_around_a_closure_of_its_location_stay_dates():
    days = [SpecialHours(f"2026-12-{day}", "08:00-09:00") for day in (24, 25, 26)]
    lab = Service(name="Lab", regular_hours="Mo-Fr 07:00-11:00", special_hours=days)
    again = there_and_back(office(special_hours=[SpecialHours("2026-12-25", reason="Christmas")], services=[lab]))
    assert again.services[0].special_hours == tuple(days)


def test_a_rule_with_a_reason_is_told_by_its_dates():
    value = office(special_hours=[SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=2SA", "09:00-12:00", reason="Flu clinic")])
    _, saturday = parts(value)
    assert (saturday["SUMMARY"], "RRULE" in saturday) == ("Main office open: Flu clinic", False)
    assert [note.code for note in icalendar.encode(value, **WINDOW).notes] == ["expanded"]


@pytest.mark.parametrize("name", ["C:\\New\\name", "a; b, c: d", '"quoted"', "中央診療所 " * 10, "BEGIN:VEVENT"])
def test_any_name_comes_back(name: str):
    value = office(name=name, id="main", services=[Service(id="lab", name=name, regular_hours="Mo 07:00-11:00")])
    assert there_and_back(value) == value
