"""A location: how it is made, what it refuses, and what its copies hold."""

import dataclasses
import warnings
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from clinic_hours import (
    CLOSED,
    AssumedHoursWarning,
    Break,
    Dates,
    DayHours,
    Location,
    Reading,
    SeasonalHours,
    SpecialHours,
    State,
    WeeklyHours,
    read_hours,
)

NEW_YORK = ZoneInfo("America/New_York")
NOON = datetime(2026, 11, 23, 12, tzinfo=NEW_YORK)
WEEK = WeeklyHours.parse("Mo-Fr 08:00-17:00")


def office(**fields: Any) -> Location:
    return Location(**{"name": "Main office", "timezone": "America/New_York", "regular_hours": WEEK} | fields)


# How it is made


def test_a_name_a_zone_and_a_sign_are_enough():
    made = Location(name="Satellite office", timezone="America/New_York", regular_hours="Mon 8am-4pm\nClosed Tues-Sun")
    assert made.regular_hours == WeeklyHours.parse("Mo 08:00-16:00")
    assert (made.id, made.special_hours, made.seasonal_hours, made.breaks) == ("", (), (), ())
    assert made.is_open(NOON)


@pytest.mark.parametrize(
    "given",
    [
        "Mo-Fr 08:00-17:00",
        WEEK,
        dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), "08:00-17:00"),
        "Mon-Fri 8am-5pm",
    ],
    ids=["notation", "value", "mapping", "sign"],
)
def test_regular_hours_are_given_in_any_form(given: object):
    assert office(regular_hours=given).regular_hours == WEEK


def test_a_zone_is_given_by_name_or_as_itself():
    assert office(timezone=ZoneInfo("Europe/Paris")).timezone == "Europe/Paris"
    assert office(timezone="Europe/Paris").zone is ZoneInfo("Europe/Paris")


def test_the_hours_of_rules_may_be_signs_in_a_document():
    made = Location.model_validate(
        {
            "name": "Main office",
            "timezone": "America/New_York",
            "regular_hours": "Mon-Fri 8am-5pm",
            "special_hours": [
                {"dates": "2026-12-24", "hours": "8am-noon", "reason": "Christmas Eve"},
                {"dates": "12-25"},
            ],
            "seasonal_hours": [{"dates": "06-01/08-31", "hours": "Mon-Thurs 8am-4pm"}],
            "breaks": [{"dates": "RRULE:FREQ=MONTHLY;BYDAY=1TH", "hours": "12pm-1pm", "reason": "Staff meeting"}],
        }
    )
    assert made.special_hours == (
        SpecialHours("2026-12-24", "08:00-12:00", reason="Christmas Eve"),
        SpecialHours("12-25"),
    )
    assert made.seasonal_hours == (SeasonalHours("06-01/08-31", "Mo-Th 08:00-16:00"),)
    assert made.breaks == (Break("RRULE:FREQ=MONTHLY;BYDAY=1TH", "12:00-13:00", reason="Staff meeting"),)


def test_the_hours_of_rules_may_be_notation_or_values_in_a_document():
    rules = {
        "special_hours": [{"dates": date(2026, 12, 24), "hours": "08:00-12:00"}, {"dates": "12-25", "hours": CLOSED}],
        "seasonal_hours": [{"dates": "06-01/08-31", "hours": "Mo-Th 08:00-16:00"}],
    }
    made = office(**rules)
    assert [rule.hours for rule in made.special_hours] == [DayHours.parse("08:00-12:00"), CLOSED]
    assert made.seasonal_hours[0].hours == WeeklyHours.parse("Mo-Th 08:00-16:00")


def test_a_sign_that_leaves_something_open_is_read_with_a_warning():
    with pytest.warns(AssumedHoursWarning, match="8-5"):
        assert office(regular_hours="Mon-Fri 8-5").regular_hours == WEEK
    with pytest.warns(AssumedHoursWarning, match="8-5"):
        assert office(special_hours=[{"dates": "12-24", "hours": "8-5"}]).special_hours[0].hours == DayHours.parse(
            "08:00-17:00"
        )


def test_a_sign_that_says_all_is_read_without_a_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        office(regular_hours="Mon-Fri 8am-5pm")


def test_a_reading_gives_all_that_the_text_says():
    reading = read_hours("Mon 8am-4pm")
    made = Location.from_reading(reading, name="Main office", timezone="America/New_York")
    assert made == office(regular_hours="Mo 08:00-16:00")
    assert isinstance(reading, Reading)
    assert (made.special_hours, made.breaks) == (reading.special_hours, reading.breaks)


# What it refuses


@pytest.mark.parametrize(
    ("fields", "place", "told"),
    [
        (
            {"timezone": "America/NewYork"},
            "timezone",
            "no time zone is named 'America/NewYork'; near ones: America/New_York",
        ),
        ({"timezone": "europe/berlinn"}, "timezone", "Europe/Berlin"),
        ({"timezone": "../etc/passwd"}, "timezone", "no time zone is named '../etc/passwd'"),
        ({"timezone": "UTC\0"}, "timezone", "near ones: UTC"),
        ({"timezone": ""}, "timezone", "no time zone is named ''"),
        ({"timezone": "x" * 10**6}, "timezone", f"no time zone is named '{'x' * 60}'"),
        ({"timezone": 5}, "timezone", "valid string"),
        ({"timezone": UTC}, "timezone", "valid string"),
        ({"special_hour": []}, "special_hour", "Extra inputs are not permitted"),
        ({"name": ""}, "name", "at least 1 character"),
        ({"name": "  "}, "name", "at least 1 character"),
        ({"name": None}, "name", "valid string"),
        ({"regular_hours": 5}, "regular_hours", "WeeklyHours"),
        ({"regular_hours": None}, "regular_hours", "WeeklyHours"),
        ({"regular_hours": "Mo 09:00-09:00"}, "regular_hours", "00:00-24:00"),
        ({"regular_hours": "Mo 09:00-12:00,11:00-13:00"}, "regular_hours", "11:00-13:00"),
        ({"regular_hours": "hello"}, "regular_hours", "hello"),
        ({"regular_hours": {"monday": "08:00-17:00", "mooday": "off"}}, "mooday", "Extra inputs are not permitted"),
        ({"special_hours": [{"dates": "02-30"}]}, "special_hours", "02-30"),
        ({"special_hours": [{"hours": "off"}]}, "dates", "required"),
        ({"special_hours": ["12-25"]}, "special_hours", "SpecialHours"),
        ({"special_hours": 5}, "special_hours", "tuple"),
        ({"seasonal_hours": [{"dates": "12-25"}]}, "hours", "required"),
        ({"breaks": [{"dates": "12-25", "hours": "off"}]}, "breaks", "a break is given by its times"),
    ],
)
def test_what_cannot_be_names_the_field_and_the_fix(fields: dict[str, Any], place: str, told: str):
    with pytest.raises(ValidationError) as refused:
        office(**fields)
    assert place in str(refused.value)
    assert told in str(refused.value)


def test_an_unknown_zone_of_a_million_characters_is_refused_in_a_short_message():
    with pytest.raises(ValidationError) as refused:
        office(timezone="x" * 10**6)
    assert len(str(refused.value)) < 1000


def test_what_was_not_read_of_a_sign_is_shown_with_its_place():
    with pytest.raises(ValidationError, match=r"'Sat by moonlight' was not read: .*\n +Sat by moonlight\n +\^{16}"):
        office(regular_hours="Mon-Fri 8am-5pm\nSat by moonlight")


@pytest.mark.parametrize("more", ["special_hours", "seasonal_hours", "breaks"])
def test_a_text_that_says_more_than_a_week_belongs_in_from_reading(monkeypatch: pytest.MonkeyPatch, more: str):
    rule = {
        "special_hours": SpecialHours("12-25"),
        "seasonal_hours": SeasonalHours("06-01/08-31", WEEK),
        "breaks": Break("12-24", "12:00-13:00"),
    }
    reading = dataclasses.replace(read_hours("Mon-Fri 8am-5pm"), **{more: (rule[more],)})
    monkeypatch.setattr("clinic_hours.text.reading.read_hours", lambda text: reading)
    with pytest.raises(
        ValidationError, match=r"more than a regular week; use Location\.from_reading\(read_hours\(text\)"
    ):
        office(regular_hours="Mon-Fri 8am-5pm and Christmas off")
    assert getattr(Location.from_reading(reading, name="Main office", timezone="UTC"), more) == (rule[more],)


def test_it_is_frozen():
    with pytest.raises(ValidationError, match="frozen"):
        office().name = "another"


# Copies


def test_replace_checks_what_it_changes_and_keeps_the_rest():
    changed = office(id="main").replace(regular_hours="24/7", special_hours=[{"dates": "12-25"}])
    assert changed == office(id="main", regular_hours="24/7", special_hours=[SpecialHours("12-25")])
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        office().replace(nam="another")
    with pytest.raises(ValidationError, match="near ones"):
        office().replace(timezone="Europe/Berlinn")


def test_replace_leaves_out_what_was_never_given():
    assert office().replace(name="another").model_fields_set == {"name", "timezone", "regular_hours"}


def test_replace_makes_a_location_of_the_same_class():
    class Ward(Location):
        beds: int = 0

    ward = Ward(name="Ward", timezone="UTC", regular_hours="24/7", beds=12)
    assert ward.replace(name="West ward") == Ward(name="West ward", timezone="UTC", regular_hours="24/7", beds=12)


@pytest.mark.parametrize(
    "dates", ["2026-11-24", date(2026, 11, 24), Dates.on(date(2026, 11, 24))], ids=["text", "date", "Dates"]
)
def test_with_special_is_a_closure_on_top_without_touching_the_original(dates: Any):
    original = office(special_hours=[SpecialHours("2026-11-24", "10:00-12:00")])
    closed = original.with_special(dates, reason="Snow")
    assert closed.hours_on(date(2026, 11, 24)) == CLOSED
    assert closed.status(NOON + timedelta(days=1)).reason == "Snow"
    assert original.hours_on(date(2026, 11, 24)) == DayHours.parse("10:00-12:00")


@pytest.mark.parametrize(
    "hours", ["08:00-12:00", "8am-noon", DayHours.parse("08:00-12:00")], ids=["notation", "sign", "value"]
)
def test_with_special_takes_hours_in_any_form(hours: Any):
    assert office().with_special("2026-11-24", hours).hours_on(date(2026, 11, 24)) == DayHours.parse("08:00-12:00")


def test_a_copy_that_was_made_after_an_answer_has_its_own():
    original = office()
    assert original.is_open(NOON)
    closed = original.model_copy(update={"regular_hours": WeeklyHours.parse("off")})
    moved = original.model_copy(update={"timezone": "Asia/Tokyo"})
    assert not closed.is_open(NOON)
    assert not moved.is_open(NOON)
    assert original.is_open(NOON)
    assert moved.next_opening(NOON).start.tzinfo is ZoneInfo("Asia/Tokyo")


# What it looks like


def test_repr_shows_what_was_given():
    shown = "Location(name='Main office', timezone='America/New_York', regular_hours=WeeklyHours.parse('Mo-Fr 08:00-17:00'))"
    assert repr(office()) == shown


def test_locations_are_equal_by_their_fields_and_hash_alike():
    asked, fresh = office(), office()
    asked.is_open(NOON)
    assert asked == fresh
    assert hash(asked) == hash(fresh)
    assert office(name="another") != fresh
    assert len({asked, fresh, office(name="another")}) == 2


def test_json_is_plain_and_short_to_read():
    document = office(special_hours=[SpecialHours("12-25", reason="Christmas Day")]).model_dump(
        mode="json", exclude_defaults=True
    )
    assert document["timezone"] == "America/New_York"
    assert document["special_hours"][0]["dates"] == "12-25"
    assert document["regular_hours"]["monday"] == "08:00-17:00"


def test_it_has_a_json_schema():
    properties = Location.model_json_schema()["properties"]
    assert {"name", "timezone", "regular_hours", "special_hours", "seasonal_hours", "breaks"} <= properties.keys()


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (NOON, "Open until 5pm"),
        (NOON + timedelta(hours=8), "Closed, opens Tues 8am"),
        (NOON.astimezone(UTC), "Open until 5pm"),
    ],
)
def test_it_describes_itself_in_its_own_zone(at: datetime, told: str):
    assert office().describe(at) == told


def test_it_describes_itself_now():
    assert office(regular_hours="24/7").describe() == office(regular_hours="24/7").describe(NOON)
    assert office(regular_hours="24/7").status().state is State.OPEN
