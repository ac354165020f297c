"""Schedules of HSDS: rows that end and begin, rules of their own, and what the data does not know."""

from datetime import date
from typing import Any

import pytest

from clinic_hours import Break, Location, SeasonalHours, Service, SpecialHours
from clinic_hours.codecs import hsds
from exchange import Codec, check_the_fixed_point, check_the_way_back

WINDOW = {"first": date(2026, 12, 1), "until": date(2026, 12, 31)}


def office(week: str = "Mo-Fr 08:00-17:00", **fields: Any) -> Location:
    return Location(name="Main office", timezone="America/New_York", regular_hours=week, **fields)


def test_a_day_that_differs_stands_between_rows_that_end_and_begin():
    done = hsds.encode(
        office(
            "Mo-Fr 08:00-17:00", special_hours=[SpecialHours("2026-12-24", "08:00-12:00"), SpecialHours("2026-12-25")]
        ),
        **WINDOW,
    )
    rows = [{key: value for key, value in row.items() if key != "id"} for row in done.document["schedules"]]
    week = {"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR", "opens_at": "08:00", "closes_at": "17:00"}
    assert rows == [
        week | {"valid_to": "2026-12-23", "until": "2026-12-23"},
        {"freq": "WEEKLY", "byday": "TH", "opens_at": "08:00", "closes_at": "12:00", "valid_from": "2026-12-24",
         "dtstart": "2026-12-24", "valid_to": "2026-12-24", "until": "2026-12-24"},
        week | {"valid_from": "2026-12-26", "dtstart": "2026-12-28"},
    ]  # fmt: skip


def saturdays(*rules: SpecialHours, **others: Any) -> Location:
    return office(special_hours=[SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=2SA,4SA", "09:00-12:00"), *rules], **others)


def test_the_nth_weekday_is_a_rule_that_stays_one_over_a_closure():
    codec = Codec(hsds.encode, hsds.decode)
    for closed in ("2026-12-12", "2026-12-24/2026-12-28"):
        value = saturdays(SpecialHours(closed))
        done = hsds.encode(value, **WINDOW)
        assert done.notes == ()
        again = hsds.decode(done.document, timezone="America/New_York").value
        assert str(again.special_hours[0].dates) == "RRULE:FREQ=MONTHLY;BYDAY=2SA,4SA"
        check_the_way_back(codec, value, (WINDOW["first"], WINDOW["until"]))
        check_the_fixed_point(codec, value, (WINDOW["first"], WINDOW["until"]))


@pytest.mark.parametrize(
    "value",
    [
        saturdays(SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=2SA", "13:00-15:00")),
        saturdays(SpecialHours("2026-12-07/2026-12-20", "10:00-11:00")),
        saturdays(seasonal_hours=[SeasonalHours("2026-12-01/2026-12-20", "Sa 10:00-11:00")]),
        saturdays(services=[Service(name="Lab", regular_hours="Sa 07:00-11:00")]),
        saturdays(breaks=[Break("RRULE:FREQ=DAILY", "11:00-11:30")]),
        office(special_hours=[SpecialHours("DTSTART:20260101 RRULE:FREQ=MONTHLY;BYDAY=2SA", "13:00-15:00")]),
        office(special_hours=[SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=SA", "13:00-15:00")]),
        office(special_hours=[SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=5SA", "13:00-15:00"), SpecialHours("2026-12-19")]),
    ],
    ids=[f"value-{number}" for number in range(8)],
)  # fmt: skip
def test_the_nth_weekday_is_told_in_any_company(value: Location):
    codec = Codec(hsds.encode, hsds.decode, settles=1)
    check_the_way_back(codec, value, (WINDOW["first"], WINDOW["until"]))
    check_the_fixed_point(codec, value, (WINDOW["first"], WINDOW["until"]))


def test_never_and_unknown_are_told_apart_by_a_note_alone():
    never, unknown = (hsds.encode(office(week), **WINDOW) for week in ("off", "Mo-Su 00:00-24:00 unknown"))
    assert [row["schedules"] for row in (never.document, unknown.document)] == [[], []]
    assert ([note.code for note in never.notes], list(unknown.notes)) == (["never-open"], [])
    some = office("Mo-Su 00:00-24:00 unknown", special_hours=[SpecialHours("2026-12-24", "08:00-12:00")])
    assert [note.code for note in hsds.encode(some, **WINDOW).notes] == ["state-lost"]


def row(**others: Any) -> dict[str, Any]:
    return {"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "12:00", **others}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # A dtstart that skips one of its days begins there.
        ([row(byday="MO,TU", valid_from="2026-01-05", dtstart="2026-01-06")], "0001-01-01/2026-01-05: off"),
        ([row(byday="TU", valid_from="2026-01-05", dtstart="2026-01-06")], "0001-01-01/2026-01-04: off"),
        ([row(byday="TU", valid_from="2026-01-05", dtstart="2026-01-20")], "0001-01-01/2026-01-19: off"),
        # The data knows nothing before, the service begins then.
        ([row(valid_from="2026-01-05")], "0001-01-01/2026-01-04: 00:00-24:00 unknown"),
        ([row(dtstart="2026-01-05")], "0001-01-01/2026-01-04: off"),
        ([row(until="2026-01-05")], "2026-01-06/..: off"),
        ([row(valid_to="2026-01-05")], "2026-01-06/..: 00:00-24:00 unknown"),
    ],
    ids=[f"rows-{number}" for number in range(7)],
)
def test_where_rows_begin_and_end(rows: list[Any], expected: str):
    place = hsds.decode({"name": "A", "schedules": rows}).value
    assert [f"{rule.dates}: {rule.hours}" for rule in place.special_hours] == [expected]


def test_a_rule_that_is_over_before_its_first_date_is_left_out():
    every_other = row(interval=2, dtstart="2026-01-05", valid_from="2026-02-24", valid_to="2026-03-01")
    done = hsds.decode({"name": "A", "schedules": [every_other]})
    assert done.value.special_hours == ()
    assert "unreadable-rule" in {note.code for note in done.notes}


def test_a_rule_in_step_from_a_later_date_stays_in_step():
    every_other = row(interval=2, dtstart="2026-01-05", valid_from="2026-02-10")
    place = hsds.decode({"name": "A", "schedules": [every_other]}).value
    assert [str(rule.dates) for rule in place.special_hours] == [
        "DTSTART:20260216 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"
    ]


def test_a_service_that_a_document_repeats_is_read_once():
    service = {
        "id": "lab",
        "name": "Lab",
        "schedules": [row()],
        "service_at_locations": [{"location": {"id": "a", "name": "A"}}],
    }
    place = hsds.decode({"name": "O", "services": [service, service]}).value
    assert [held.name for held in place.services] == ["Lab"]


def test_a_rule_that_skips_a_date_begins_where_it_says():
    second = row(freq="MONTHLY", byday="2SA", valid_from="2026-01-01", dtstart="2026-02-14")
    place = hsds.decode({"name": "A", "schedules": [second]}).value
    assert [str(rule.dates) for rule in place.special_hours] == ["DTSTART:20260214 RRULE:FREQ=MONTHLY;BYDAY=2SA"]


def test_days_that_differ_one_after_the_other_and_at_the_edge_of_a_season():
    rules = [
        SpecialHours("2026-12-07"),
        SpecialHours("2026-12-08", "10:00-11:00"),
        SpecialHours("2026-12-20", "10:00-11:00"),
    ]
    season = SeasonalHours("2026-12-07/2026-12-20", "Mo-Su 09:00-10:00")
    value = office(special_hours=rules, seasonal_hours=[season])
    check_the_way_back(Codec(hsds.encode, hsds.decode), value, (WINDOW["first"], WINDOW["until"]))


def test_nights_that_run_into_the_next_day_of_a_long_special():
    long = SpecialHours("2026-12-07/2026-12-20", "08:00-12:00,22:00-09:00")
    value = office(special_hours=[long])
    done = hsds.encode(value, **WINDOW)
    again = hsds.decode(done.document, timezone="America/New_York")
    assert again.value.special_hours == (long,)
    check_the_way_back(Codec(hsds.encode, hsds.decode), value, (WINDOW["first"], WINDOW["until"]))


def test_nights_that_run_into_the_next_day_of_every_week_join_it():
    every = row(byday="MO,TU,WE,TH,FR,SA,SU", opens_at="22:00", closes_at="09:30")
    done = hsds.decode({"name": "A", "schedules": [row(byday="MO,TU,WE,TH,FR,SA,SU"), every]})
    assert str(done.value.regular_hours) == "Mo-Su 09:00-12:00,22:00-09:00"


def test_nights_that_run_into_the_next_day_of_a_few_days():
    few = SpecialHours("2026-12-08/2026-12-10", "08:00-12:00,22:00-09:00")
    check_the_way_back(Codec(hsds.encode, hsds.decode), office(special_hours=[few]), (WINDOW["first"], WINDOW["until"]))


def test_a_service_stays_open_on_a_day_on_which_a_break_closes_its_location():
    lab = Service(name="Lab", regular_hours="Mo-Fr 07:00-11:00")
    rules = {
        "breaks": [Break("2026-12-08", "00:00-24:00")],
        "special_hours": [SpecialHours("2026-12-09", "08:00-09:00")],
    }
    value = office("Mo-We 08:00-17:00", services=[lab], **rules)
    again = hsds.decode(hsds.encode(value, **WINDOW).document, timezone="America/New_York").value
    assert [str(again.service("lab").hours_on(date(2026, 12, day))) for day in (8, 9)] == ["07:00-11:00"] * 2
    assert [str(again.hours_on(date(2026, 12, day))) for day in (8, 9)] == ["off", "08:00-09:00"]


def test_a_short_stretch_with_a_closed_day_leaves_a_service_open():
    week = row(byday="MO,TU,WE,TH,FR")
    few = [
        week | {"valid_to": "2026-12-06"},
        row(byday="MO", valid_from="2026-12-07", valid_to="2026-12-08"),
        week | {"valid_from": "2026-12-09"},
    ]
    service = {"id": "lab", "name": "Lab", "schedules": [week], "service_at_locations": [{"location_id": "a"}]}
    place = hsds.decode(
        {"locations": [{"id": "a", "name": "A", "schedules": few}], "services": [service]}, timezone="UTC"
    ).value
    assert str(place.hours_on(date(2026, 12, 8))) == "off"
    assert str(place.service("lab").hours_on(date(2026, 12, 8))) == "09:00-12:00"


def test_what_the_data_does_not_know_of_a_location_is_a_season_beside_services():
    later = row(byday="MO", valid_from="2026-12-07")
    service = {"id": "lab", "name": "Lab", "schedules": [row()], "service_at_locations": [{"location_id": "a"}]}
    document = {"locations": [{"id": "a", "name": "A", "schedules": [later]}], "services": [service]}
    place = hsds.decode(document, timezone="UTC").value
    assert [f"{rule.dates}: {rule.hours}" for rule in place.seasonal_hours] == [
        "0001-01-01/2026-12-06: Mo-Su 00:00-24:00 unknown"
    ]
    assert place.special_hours == ()
