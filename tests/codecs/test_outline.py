"""The week, the seasons and the dates that a format is told, and the notes on what it is not."""

from datetime import date
from typing import Any

import pytest

from clinic_hours import Break, Clinic, Location, SeasonalHours, Service, SpecialHours
from clinic_hours.codecs.capabilities import Capabilities, Extent, Feature
from clinic_hours.codecs.documents import Notes
from clinic_hours.codecs.doors import Window, doors_of, tell_zones
from clinic_hours.codecs.outline import outline
from clinic_hours.errors import InvalidWindowError, WrongTypeError

ALL = Capabilities("all", writes=True, features=dict.fromkeys(Feature, Extent.YES))
FEW = Capabilities("few", writes=True, features={Feature.DATES: Extent.YES})
WINDOW = Window(date(2026, 3, 2), date(2026, 3, 31))


def office(week: str = "Mo-Fr 08:00-17:00", **rules: Any) -> Location:
    return Location(name="Main office", timezone="UTC", regular_hours=week, **rules)


def told(location: Location, speech: Capabilities = ALL) -> tuple[list[str], list[str]]:
    """What a format is told, as lines, and the notes."""
    notes = Notes()
    drawn = outline(doors_of(location, notes)[0], WINDOW, speech, notes)
    lines = [str(drawn.week)]
    lines += [
        f"{each.first}/{each.last} {each.hours} {each.reason}".strip() for each in (*drawn.seasons, *drawn.special)
    ]
    return lines, [str(note) for note in notes]


def test_a_week_is_told_as_it_is():
    assert told(office()) == (["Mo-Fr 08:00-17:00"], [])


def test_a_dated_rule_is_told_without_a_note_and_dates_alike_are_joined():
    closed = SpecialHours("2026-03-05/2026-03-08", reason="Stocktaking")
    assert told(office("Mo-Su 08:00-17:00", special_hours=[closed])) == (
        ["Mo-Su 08:00-17:00", "2026-03-05/2026-03-08 off Stocktaking"],
        [],
    )


def test_special_hours_like_the_usual_ones_are_told_for_their_reason_alone():
    same = SpecialHours("2026-03-05", "08:00-17:00", reason="Open as usual")
    assert told(office(special_hours=[same]))[0][1:] == ["2026-03-05/2026-03-05 08:00-17:00 Open as usual"]
    assert told(office(special_hours=[same]), FEW)[0][1:] == []


def test_a_rule_of_every_year_is_told_as_its_dates_with_a_note():
    lines, notes = told(office(special_hours=[SpecialHours("03-05", reason="Founding day")]))
    assert lines[1:] == ["2026-03-05/2026-03-05 off Founding day"]
    assert notes == ["/special_hours/0: '03-05' (Founding day) is told as its dates up to 2026-03-31 (expanded)"]


def test_what_goes_on_behind_the_window_is_told_up_to_its_end():
    lines, notes = told(office(special_hours=[SpecialHours("2026-03-30/..")]))
    assert lines[1:] == ["2026-03-30/2026-03-31 off"]
    assert notes == ["/special_hours/0: '2026-03-30/..' is told up to 2026-03-31 alone (beyond-window)"]


def test_the_night_before_the_window_is_told():
    assert told(office(special_hours=[SpecialHours("2026-03-01", "22:00-02:00")]))[0][1:] == [
        "2026-03-01/2026-03-01 22:00-02:00"
    ]


def test_a_season_is_told_as_one_where_it_is_a_week_long_and_else_as_dates():
    long, short = (SeasonalHours(f"2026-03-09/2026-03-{last}", "Mo 10:00-12:00") for last in (15, 14))
    assert told(office(seasonal_hours=[long]))[0][1:] == ["2026-03-09/2026-03-15 Mo 10:00-12:00"]
    assert told(office(seasonal_hours=[short]))[0][1:] == [
        "2026-03-09/2026-03-09 10:00-12:00",
        "2026-03-10/2026-03-13 off",
    ]
    assert told(office(seasonal_hours=[long]), FEW)[0][1:] == [
        "2026-03-09/2026-03-09 10:00-12:00",
        "2026-03-10/2026-03-13 off",
    ]


def test_a_break_of_every_week_is_cut_out_of_the_week_and_another_out_of_its_dates():
    daily = Break("RRULE:FREQ=DAILY", "12:00-13:00")
    assert told(office(breaks=[daily])) == (["Mo-Fr 08:00-12:00,13:00-17:00"], [])
    assert told(office(breaks=[Break("RRULE:FREQ=WEEKLY;BYDAY=MO", "08:00-09:00")]))[0] == [
        "Mo 09:00-17:00; Tu-Fr 08:00-17:00"
    ]
    assert told(office(breaks=[Break("2026-03-05", "12:00-13:00", reason="Meeting")])) == (
        ["Mo-Fr 08:00-17:00", "2026-03-05/2026-03-05 08:00-12:00,13:00-17:00"],
        ["/breaks/0/reason: the reason of '2026-03-05' (Meeting) is left out (reason-lost)"],
    )
    bounded = Break("RRULE:FREQ=WEEKLY;UNTIL=20260310;BYDAY=MO", "08:00-09:00")
    assert told(office(breaks=[bounded]))[0][0] == "Mo-Fr 08:00-17:00"


def test_states_notes_and_reasons_that_cannot_be_said_are_left_out_and_noted():
    week = 'Mo 08:00-12:00 open "ring"; Tu 08:00-12:00 unknown "by appointment"; We 08:00-12:00 unknown'
    lines, notes = told(office(week, special_hours=[SpecialHours("2026-03-05", "08:00-09:00", reason="Storm")]), FEW)
    assert lines == ["Mo 08:00-12:00", "2026-03-05/2026-03-05 08:00-09:00"]
    assert notes == [
        "/regular_hours/monday: the note on 08:00-12:00, 'ring', is left out (note-lost)",
        "/regular_hours/tuesday: 08:00-12:00 by appointment is left out (state-lost)",
        "/regular_hours/wednesday: 08:00-12:00 unknown is left out (state-lost)",
        "/special_hours/0/reason: the reason of '2026-03-05' (Storm) is left out (reason-lost)",
    ]


def test_an_unknown_week_is_told_by_none_unless_a_break_cuts_it():
    unknown = "Mo-Su 00:00-24:00 unknown"
    assert told(office(unknown, special_hours=[SpecialHours("2026-03-05")]), FEW) == (
        ["None", "2026-03-05/2026-03-05 off"],
        [],
    )
    assert told(office(unknown, breaks=[Break("2026-03-05", "12:00-13:00")]), FEW)[0] == ["off"]
    assert told(office(unknown, special_hours=[SpecialHours("2026-03-05", "00:00-24:00 unknown")]), FEW)[0] == ["None"]


def test_a_service_is_told_the_closures_of_its_location_and_its_own_days_apart():
    lab = Service(
        name="Lab",
        regular_hours="Mo-Su 07:00-11:00",
        special_hours=[SpecialHours("2026-03-06", "07:00-11:00"), SpecialHours("2026-03-07", "07:00-11:00")],
    )
    placed = doors_of(office(special_hours=[SpecialHours("2026-03-05/2026-03-08")], services=[lab]), Notes())[0]
    notes = Notes()
    closed = outline(placed, WINDOW, ALL, notes).closures()
    drawn = outline(placed.services[0], WINDOW, ALL, notes, closed)
    assert [(each.first.day, each.last.day, str(each.hours)) for each in drawn.special] == [
        (5, 5, "off"),
        (6, 6, "07:00-11:00"),
        (8, 8, "off"),
    ]  # the weekend is no special day of the office, which is closed then anyway, but one of the lab
    assert [date(2026, 3, 5), date(2026, 3, 6)] == list(closed)


def test_rules_of_a_clinic_have_their_own_places():
    clinic = Clinic(
        name="Riverside",
        timezone="UTC",
        special_hours=[SpecialHours("12-25", except_locations=["annex"]), SpecialHours("01-01")],
        locations=[office(special_hours=[SpecialHours("07-04")]), office().replace(name="Annex")],
    )
    main, annex = doors_of(clinic, Notes())
    assert [place for place, _ in main.rules] == [
        "/special_hours/0",
        "/special_hours/1",
        "/locations/0/special_hours/0",
    ]
    assert [place for place, _ in annex.rules] == ["/special_hours/1"]


def test_places_of_several_zones_are_noted():
    lab = Service(name="Lab", timezone="Europe/Berlin", regular_hours="off")
    notes = Notes()
    tell_zones(doors_of(office(services=[lab]), notes), notes)
    told = "its hours are of Europe/Berlin, others of UTC, which the format cannot say"
    assert [(note.code, note.place, note.sentence) for note in notes] == [("zone-lost", "/services/0/timezone", told)]


# The window


def test_the_window_is_a_year_from_today_at_the_place(monkeypatch: pytest.MonkeyPatch):
    from datetime import UTC, datetime

    from clinic_hours.codecs import doors

    monkeypatch.setattr(doors, "instant_of", lambda at: datetime(2026, 3, 1, 2, tzinfo=UTC))
    new_york = office().replace(timezone="America/New_York")
    assert Window.of(None, None, doors_of(new_york, Notes())) == Window(date(2026, 2, 28), date(2027, 2, 28))
    assert Window.of(None, None, doors_of(office().replace(timezone=None), Notes())).first == date(2026, 3, 1)


def test_a_window_has_bounds():
    assert Window.of(date.min, date(1, 2, 1), []).first == date(1, 1, 2)
    assert Window.of(date(9999, 6, 1), None, []).until == date(9999, 12, 30)
    with pytest.raises(InvalidWindowError, match="ends before it starts: 2026-03-02 to 2026-03-01"):
        Window.of(date(2026, 3, 2), date(2026, 3, 1), [])
    with pytest.raises(InvalidWindowError, match="longer than ten years"):
        Window.of(date(2026, 3, 2), date(2040, 3, 1), [])
    with pytest.raises(WrongTypeError):
        Window.of("2026-03-02", None, [])  # type: ignore[arg-type]


def test_another_thing_than_a_location_or_a_clinic_is_not_encoded():
    with pytest.raises(WrongTypeError, match="a Location or a Clinic is encoded, not Service"):
        doors_of(Service(name="Lab", regular_hours="off"), Notes())
