"""A location as a tag: canonical, short, and a note for what it cannot say."""

from datetime import date

import pytest

from clinic_hours import Break, Dates, Location, SeasonalHours, SpecialHours, WeeklyHours
from clinic_hours.codecs import osm
from clinic_hours.codecs.osm.recurring import write_days
from clinic_hours.errors import InvalidHoursError, NotRepresentableError, WrongTypeError


def place(week: str = "Mo-Fr 08:00-17:00", **rules: object) -> Location:
    return Location(name="Clinic", timezone="UTC", regular_hours=week, **rules)  # type: ignore[arg-type]


def tag(week: str = "Mo-Fr 08:00-17:00", **rules: object) -> str:
    written = osm.encode(place(week, **rules))
    assert written.notes == ()
    return written.document


@pytest.mark.parametrize(
    "text",
    [
        "24/7",
        "off",
        "unknown",
        '"by appointment"',
        "Mo-Su 08:00-20:00",
        "Mo-Fr 08:00-17:00; Sa 09:00-12:00",
        "Mo-Fr 08:00-12:00, Mo,Tu,Th 15:00-18:00",
        "Mo,Tu 08:00-12:00; We 09:00-13:00",
        "Sa-Mo 08:00-12:00",
        "Mo,Su 08:00-12:00",
        "Mo 20:00-02:00, Tu 10:00-12:00",
        'Mo 08:00-12:00; Fr "by appointment"',
        'Mo 08:00-12:00 open "walk-in"; Tu 08:00-12:00 "by appointment: new patients"; We unknown',
        'Mo 08:00-12:00, Mo 14:00-16:00 "call"',
    ],
)
def test_a_week_is_written_as_a_mapper_writes_it(text: str):
    week = osm.decode(text).value.regular_hours
    assert osm.encode(Location(name="x", regular_hours=week)).document == text


@pytest.mark.parametrize(
    ("dates", "written"),
    [
        ("12-25", "Dec 25"),
        ("12-25/12-26", "Dec 25-26"),
        ("12-24/01-01", "Dec 24-Jan 01"),
        ("06-01/08-31", "Jun-Aug"),
        ("07-01/07-31", "Jul"),
        ("11-01/02-29", "Nov-Feb"),
        ("2026-12-24", "2026 Dec 24"),
        ("2026-12-24/2026-12-31", "2026 Dec 24-31"),
        ("2026-12-24/2027-01-02", "2026 Dec 24-2027 Jan 02"),
        ("2026-01-01/2026-12-31", "2026"),
        ("2026-01-01/2028-12-31", "2026-2028"),
        ("easter", "easter"),
        ("easter+1", "easter +1 day"),
        ("easter-2", "easter -2 days"),
        ("RRULE:FREQ=MONTHLY;BYDAY=2SA,4SA", "Sa[2,4]"),
        ("RRULE:FREQ=MONTHLY;BYDAY=-1FR,1FR", "Fr[1,-1]"),
        ("RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", "May Mo[-1]"),
        ("RRULE:FREQ=YEARLY;BYMONTH=5,6,9;BYDAY=WE", "May-Jun,Sep We"),
        ("RRULE:FREQ=YEARLY;BYWEEKNO=1,3,5,7;BYDAY=FR", "week 01-07/2 Fr"),
        ("RRULE:FREQ=YEARLY;BYWEEKNO=10,11,20", "week 10-11,20"),
        ("RRULE:FREQ=YEARLY;BYMONTH=1;BYWEEKNO=2", "Jan week 02"),
        ("RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=11;BYWEEKNO=2", "Jan 11 week 02"),
        ("RRULE:FREQ=YEARLY;BYMONTH=2,3;BYMONTHDAY=1,2,15,30", "Feb 01-02,15,Mar 01-02,15,30"),
        ("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=" + ",".join(map(str, range(1, 32))), "Feb"),
        ("RRULE:FREQ=YEARLY;BYEASTER=-2,0,1", "easter -2 days,easter,easter +1 day"),
        ("RRULE:FREQ=YEARLY;BYMONTH=3;BYEASTER=0", "Mar easter"),
        ("RRULE:FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=-8,-7,-6,-5,-4,-3,-2;BYDAY=SA", "Aug Su[-1] -1 day"),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=TU", "Tu[2]"),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=TU", "Mo[1] +1 day"),
        ("RRULE:FREQ=DAILY;BYMONTH=7", "Jul"),
        ("DTSTART:20260101 RRULE:FREQ=DAILY", "2026+"),
        ("DTSTART:20260101 RRULE:FREQ=DAILY;UNTIL=20261231", "2026"),
        ("DTSTART:20260101 RRULE:FREQ=YEARLY;UNTIL=20281231;BYMONTH=7;BYMONTHDAY=4", "2026-2028 Jul 04"),
        ("DTSTART:20260201 RRULE:FREQ=YEARLY;UNTIL=20281130;BYMONTH=7;BYMONTHDAY=4", "2026-2028 Jul 04"),
        ("DTSTART:20260801 RRULE:FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4", "2027+ Jul 04"),
        ("DTSTART:20260704 RRULE:FREQ=YEARLY", "2026+ Jul 04"),
        ("DTSTART:20260115 RRULE:FREQ=MONTHLY;UNTIL=20260401", None),
        ("DTSTART:20260105 RRULE:FREQ=WEEKLY;COUNT=2", None),
        ("DTSTART:20260105 RRULE:FREQ=WEEKLY;UNTIL=20260201", "2026 Jan 05-2026 Feb 01 Mo"),
        ("DTSTART:20260302 RRULE:FREQ=WEEKLY;UNTIL=20260420;BYDAY=MO", "2026 Mar 02-2026 Apr 20 Mo"),
        ("DTSTART:20260101 RRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=7;BYMONTHDAY=4", "2026/2 Jul 04"),
        ("DTSTART:20260101 RRULE:FREQ=YEARLY;INTERVAL=2;UNTIL=20301231;BYMONTH=7;BYMONTHDAY=4", "2026-2030/2 Jul 04"),
    ],
)
def test_dates_are_written_as_a_tag_names_them(dates: str, written: str | None):
    found = tag("24/7", special_hours=[SpecialHours(dates)])
    if written is None:
        assert found.startswith("24/7; 2026 Jan")
    else:
        assert found == f"24/7; {written} off"


@pytest.mark.parametrize(
    "dates",
    [
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=-7,-6,-5,-4,-3,-2",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=-3,-2,-1,1,2,3,4;BYDAY=MO",
        "RRULE:FREQ=YEARLY;BYYEARDAY=100",
        "RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1",
        "RRULE:FREQ=YEARLY;BYDAY=20MO",
        "RRULE:FREQ=YEARLY;BYDAY=1MO",
        "RRULE:FREQ=YEARLY;BYWEEKNO=-1",
        "RRULE:FREQ=YEARLY;BYEASTER=-100",
        "RRULE:FREQ=YEARLY;BYMONTHDAY=5;BYEASTER=0",
        "RRULE:FREQ=DAILY;UNTIL=20261231",
        "DTSTART:20260105 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
        "DTSTART:20260601 RRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=5,7;BYDAY=1MO",
        "easter+210",
        "RRULE:FREQ=MONTHLY;BYDAY=FR,1MO,3TH",
        "DTSTART:18500101 RRULE:FREQ=WEEKLY;BYDAY=MO",
        "1850-01-01/2030-01-01",
        "0001-01-01",
        "0001-01-01/1899-12-31",
        "DTSTART:18500103 RRULE:FREQ=WEEKLY;COUNT=3",
        "DTSTART:20260105 RRULE:FREQ=DAILY;INTERVAL=3;COUNT=100",
        "DTSTART:20260715 RRULE:FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4,20",
    ],
)
def test_dates_that_no_tag_can_say_are_left_out_with_a_note(dates: str):
    written = osm.encode(place(special_hours=[SpecialHours(dates)]))
    assert written.document == "Mo-Fr 08:00-17:00"
    [note] = written.notes
    assert (note.code, note.place) == ("dates", "special_hours/0")
    assert repr(dates) in note.sentence
    with pytest.raises(NotRepresentableError, match="no tag can say the dates") as caught:
        osm.encode(place(special_hours=[SpecialHours(dates)]), on_loss="raise")
    assert caught.value.notes == (note,)


def test_until_further_notice_is_the_rest_of_the_year_and_the_years_from_then_on():
    assert (
        tag(special_hours=[SpecialHours("2026-08-03/..")])
        == "Mo-Fr 08:00-17:00; 2026 Aug 03-2026 Dec 31 off; 2027+ off"
    )
    assert tag(special_hours=[SpecialHours("2026-01-01/..")]) == "Mo-Fr 08:00-17:00; 2026+ off"
    assert tag(special_hours=[SpecialHours("9999-08-03/..")]) == "Mo-Fr 08:00-17:00; 9999 Aug 03-9999 Dec 31 off"
    weekly = SpecialHours("DTSTART:20260803 RRULE:FREQ=WEEKLY;BYDAY=MO")
    assert tag(special_hours=[weekly]) == "Mo-Fr 08:00-17:00; 2026 Aug 03-2026 Dec 31 Mo off; 2027+ Mo off"


def test_what_has_no_beginning_begins_where_tags_do():
    gone, until = Dates.between(date.min, None), Dates.between(date.min, date(2026, 9, 6))
    assert tag(special_hours=[SpecialHours(gone, reason="Moved away")]) == 'Mo-Fr 08:00-17:00; off "Moved away"'
    assert tag(special_hours=[SpecialHours(gone)]) == "Mo-Fr 08:00-17:00; off"
    assert tag(special_hours=[SpecialHours(gone, "09:00-12:00")]) == "Mo-Fr 08:00-17:00; Mo-Su 09:00-12:00"
    assert tag(special_hours=[SpecialHours(until)]) == "Mo-Fr 08:00-17:00; 1900 Jan 01-2026 Sep 06 off"


def test_special_hours_seasons_and_breaks_stand_in_the_order_in_which_they_win():
    written = tag(
        seasonal_hours=[
            SeasonalHours("07-01/07-31", "Mo-Th 08:00-12:00"),
            SeasonalHours("06-01/08-31", "Mo-Fr 08:00-14:00"),
        ],
        special_hours=[
            SpecialHours("2026-12-24", "08:00-12:00"),
            SpecialHours("12-25"),
            SpecialHours("12-01/12-31", "09:00-12:00"),
        ],
        breaks=[Break("RRULE:FREQ=MONTHLY;BYDAY=1TH", "12:00-13:00")],
    )
    assert written == (
        "Mo-Fr 08:00-17:00; Jun-Aug Mo-Fr 08:00-14:00; Jul Fr off; Jul Mo-Th 08:00-12:00; "
        "Dec 09:00-12:00; Dec 25 off; 2026 Dec 24 08:00-12:00; Th[1] 12:00-13:00 off"
    )


def test_neighbours_of_the_same_hours_are_one_rule():
    days = [SpecialHours(day) for day in ("12-31", "12-24", "01-06", "01-01")]
    assert tag(special_hours=days) == "Mo-Fr 08:00-17:00; Jan 01,06,Dec 24,31 off"
    eves = [SpecialHours(day, "08:00-12:00") for day in ("12-31", "12-24")]
    assert tag(special_hours=eves) == "Mo-Fr 08:00-17:00; Dec 24,31 08:00-12:00"
    twice = [SpecialHours("2026-12-24"), SpecialHours("2026-12-24")]
    assert tag(special_hours=twice) == "Mo-Fr 08:00-17:00; 2026 Dec 24 off"
    both = [SpecialHours(day) for day in ("12-25", "12-26", "12-25", "12-26")]
    assert tag(special_hours=both) == "Mo-Fr 08:00-17:00; Dec 25,26 off"
    fridays = [SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=1FR"), SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=1MO")]
    assert tag(special_hours=fridays) == "Mo-Fr 08:00-17:00; Fr[1] off; Mo[1] off"


def test_a_reason_of_a_closure_is_a_comment_and_others_are_told():
    assert tag(special_hours=[SpecialHours("12-25", reason='"Christmas"')]).endswith("; Dec 25 off \"'Christmas'\"")
    written = osm.encode(place(special_hours=[SpecialHours("12-24", "08:00-12:00", reason="Christmas Eve")]))
    assert [(note.code, note.place) for note in written.notes] == [("reason", "special_hours/0")]


def test_a_season_without_hours_and_one_on_some_days_alone():
    assert tag(seasonal_hours=[SeasonalHours("08-01/08-31", "off")]) == "Mo-Fr 08:00-17:00; Aug off"
    assert tag("off", seasonal_hours=[SeasonalHours("08-01/08-31", "Mo 08:00-12:00")]) == "Aug Mo 08:00-12:00"
    mondays = SeasonalHours("RRULE:FREQ=YEARLY;BYMONTH=8;BYDAY=MO,TU,SA,SU", "Mo 08:00-12:00; We 10:00-12:00")
    assert tag(seasonal_hours=[mondays]) == "Mo-Fr 08:00-17:00; Aug Tu off; Aug Mo 08:00-12:00"
    first = SeasonalHours("RRULE:FREQ=MONTHLY;BYDAY=1MO,3MO,1TU", "Mo 08:00-12:00; Tu 10:00-12:00")
    assert tag(seasonal_hours=[first]) == "Mo-Fr 08:00-17:00; Mo[1,3] 08:00-12:00; Tu[1] 10:00-12:00"


def test_a_night_that_runs_on_into_another_day_is_not_cut():
    night = "Mo-Su 18:00-02:00"
    assert tag(night, special_hours=[SpecialHours("12-25")]) == "Mo-Su 18:00-02:00; Dec 25 02:00-26:00 off"
    assert tag(night, special_hours=[SpecialHours("12-24", "10:00-12:00")]) == (
        "Mo-Su 18:00-02:00; Dec 24 02:00-26:00 off, Dec 24 10:00-12:00"
    )
    season = SeasonalHours("07-01/07-31", "Mo-Fr 10:00-12:00")
    assert tag(night, seasonal_hours=[season]) == ("Mo-Su 18:00-02:00; Jul 02:00-26:00 off, Jul Mo-Fr 10:00-12:00")


def test_nights_of_other_lengths_are_not_cut():
    week = "Mo 21:00-05:00; We-Sa 02:00-05:00,09:00-23:00"
    assert tag(week, special_hours=[SpecialHours("2024-04-23")]) == (
        "Mo 21:00-05:00; We-Sa 02:00-05:00,09:00-23:00; 2024 Apr 23 05:00-24:00 off"
    )
    second = SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=2TU,1WE", "10:00-12:00")
    assert tag(week, special_hours=[second]) == (
        "Mo 21:00-05:00; We-Sa 02:00-05:00,09:00-23:00; "
        "We[1] 00:00-24:00 off; Tu[2] 05:00-24:00 off, We[1],Tu[2] 10:00-12:00"
    )
    assert tag(week, special_hours=[SpecialHours("12-25")]) == (
        "Mo 21:00-05:00; We-Sa 02:00-05:00,09:00-23:00; "
        "Dec 25 Mo 00:00-29:00 off; Dec 25 Tu 05:00-24:00 off; Dec 25 We-Su 00:00-24:00 off"
    )


def test_what_differs_in_the_end_is_told_with_its_first_day():
    written = osm.encode(
        place(
            "Fr 18:00-02:00; Su 00:00-24:00",
            special_hours=[SpecialHours("01-01/12-24", "18:00-02:00"), SpecialHours("RRULE:FREQ=WEEKLY;BYDAY=SU")],
        )
    )
    assert "differs" in [note.code for note in written.notes]
    assert written.notes[-1].sentence.endswith(tuple("0123456789"))


def test_one_state_around_all_hours_is_a_fallback():
    for text in (
        'Mo-Fr 08:00-12:00 || "by appointment"',
        'Mo-Fr 08:00-12:00 || "call"; Sa,Su off',
        'Mo 19:00-05:00 || "call"',
        "Mo-Fr 08:00-12:00; Jul Mo-Fr 09:00-11:00 || unknown",
        'Mo-Fr 08:00-12:00; Dec 24 08:00-10:00 || "call"; Dec 25 off',
    ):
        found = osm.decode(text, timezone="UTC").value
        assert osm.encode(found).document == text
    for week in ("Mo-Su unknown", 'Mo-Sa unknown "a"; Su unknown "b"', "Mo-Fr 00:00-12:00, Mo-Fr 12:00-20:00 unknown"):
        assert "||" not in tag(week)
    assert "||" not in tag("Mo-Su 00:00-12:00, Mo-Su 12:00-24:00 unknown", breaks=[Break("12-25", "10:00-11:00")])


@pytest.mark.holidays
def test_public_holidays_are_those_of_the_place():
    pytest.importorskip("holidays")
    assert tag(special_hours=[SpecialHours("DE-BE: *")]) == "Mo-Fr 08:00-17:00; PH off"
    assert tag("Sa,Su 10:00-12:00", special_hours=[SpecialHours("DE: *", "10:00-12:00")]) == "Sa,Su,PH 10:00-12:00"
    assert tag(breaks=[Break("DE: *", "10:00-12:00")]) == "Mo-Fr 08:00-17:00; PH 10:00-12:00 off"
    for other in ("US: *", "DE: * & observed"):
        written = osm.encode(place(special_hours=[SpecialHours("DE: *"), SpecialHours(other)]))
        assert [note.code for note in written.notes] == ["dates"]


@pytest.mark.holidays
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("US: Christmas Day", "Dec 25"),
        ("US: Thanksgiving Day", "Nov Th[4]"),
        ("US: Memorial Day", "May Mo[-1]"),
        ("DE: Karfreitag", "easter -2 days"),
    ],
)
def test_one_holiday_is_said_by_its_date_with_a_note(name: str, said: str):
    pytest.importorskip("holidays")
    written = osm.encode(place("24/7", special_hours=[SpecialHours(name)]))
    assert written.document == f"24/7; {said} off"
    assert written.notes[0].code == "holiday-by-date"


@pytest.mark.holidays
def test_a_holiday_that_no_date_says_is_left_out():
    pytest.importorskip("holidays")
    for name in (
        "US: Christmas Day & observed",
        "US: Juneteenth National Independence Day & observed",
        "DE-SN: Buß- und Bettag",
        "CN: 春节",
    ):
        written = osm.encode(place(special_hours=[SpecialHours(name)]))
        assert [note.code for note in written.notes] == ["dates"]


def test_a_tag_that_is_too_long_to_be_read_is_told():
    days = [
        SpecialHours(
            f"{2000 + number // 300:04}-{number % 12 + 1:02}-{number % 28 + 1:02}", f"08:00-{number % 10 + 10}:00"
        )
        for number in range(320)
    ]
    written = osm.encode(place(special_hours=days))
    assert [note.code for note in written.notes] == ["unchecked"]


def test_what_is_not_a_location_or_no_wish_is_refused():
    with pytest.raises(WrongTypeError, match="a Location, a Service or a Clinic is encoded, not WeeklyHours"):
        osm.encode(WeeklyHours())  # type: ignore[arg-type]
    with pytest.raises(InvalidHoursError, match="on_loss is"):
        osm.encode(place(), on_loss="ignore")  # type: ignore[arg-type]


def test_days_are_written_in_runs():
    assert [write_days(days) for days in ([0], [0, 1], [0, 1, 2], [4, 5, 6, 0], [0, 6], range(7))] == [
        *("Mo", "Mo,Tu", "Mo-We", "Fr-Mo", "Mo,Su", "Mo-Su")
    ]
