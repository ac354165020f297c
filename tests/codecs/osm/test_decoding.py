"""A tag as a location: which rules it becomes, and what is refused by name."""

from datetime import date, datetime, timedelta
from unittest import mock
from zoneinfo import ZoneInfo

import pytest

from clinic_hours import Break, Dates, Location, SeasonalHours, SpecialHours
from clinic_hours.codecs import osm
from clinic_hours.codecs.osm import cells
from clinic_hours.errors import HoursSyntaxError, InvalidDatesError, InvalidHoursError, NotRepresentableError


def decode(tag: str, **context: object) -> Location:
    return osm.decode(tag, timezone="Europe/Berlin", **context).value  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("tag", "week"),
    [
        ("24/7", "24/7"),
        ("off", "off"),
        ("Mo-Fr 08:00-17:00; We off", "Mo-Tu,Th-Fr 08:00-17:00"),
        ("10:00-16:00; 12:00-13:00 off", "Mo-Su 10:00-12:00,13:00-16:00"),
        ("Fr 22:00-04:00; Sa 10:00-12:00", "Fr 22:00-24:00; Sa 10:00-12:00"),
        ("Fr 22:00-04:00, Sa 10:00-12:00", "Fr 22:00-04:00, Sa 10:00-12:00"),
        ("Fr 22:00-04:00; Sa 02:00-03:00 off", "Fr 22:00-02:00, Sa 03:00-04:00"),
        ("We 22:00-22:00", "We 22:00-24:00; Th 00:00-22:00"),
        ("Fr 20:00-24:00+", "Fr 20:00-24:00; Sa 00:00-08:00 unknown"),
        ('Mo 08:00-12:00 "by appointment"', 'Mo 08:00-12:00 unknown "by appointment"'),
        ("Mo-Fr 08:00-12:00 || Sa,Su 10:00-11:00 unknown", "Mo-Fr 08:00-12:00; Sa-Su 10:00-11:00 unknown"),
        ("Jan-Dec 08:00-12:00", "off"),
    ],
)
def test_days_of_the_week_become_the_regular_hours(tag: str, week: str):
    assert str(decode(tag).regular_hours) == week


@pytest.mark.parametrize(
    ("tag", "special", "seasonal", "breaks"),
    [
        ("Mo-Fr 08:00-17:00; Dec 25 off", [("12-25", "off")], [], []),
        ("Mo-Fr 08:00-17:00; Dec 24-26 off", [("12-24/12-26", "off")], [], []),
        ("Mo-Fr 08:00-17:00; Dec 24 08:00-12:00", [("12-24", "08:00-12:00")], [], []),
        ("Mo-Fr 08:00-17:00; 2026 Dec 24 08:00-12:00", [("2026-12-24", "08:00-12:00")], [], []),
        ("Mo-Fr 08:00-17:00; easter +1 day off", [("easter+1", "off")], [], []),
        ("Sa[2,4] 09:00-12:00", [("RRULE:FREQ=MONTHLY;BYDAY=2SA,4SA", "09:00-12:00")], [], []),
        ("We[4],We[5] off; We 10:00-12:00 open", [], [], []),
        ("Jun-Aug Mo-Fr 08:00-14:00", [], [("06-01/08-31", "Mo-Fr 08:00-14:00")], []),
        ("2026 Mo-Fr 08:00-14:00", [], [("2026-01-01/2026-12-31", "Mo-Fr 08:00-14:00")], []),
        ("2026+ Mo-Fr 08:00-14:00", [], [("2026-01-01/..", "Mo-Fr 08:00-14:00")], []),
        ("week 10-12 Mo 08:00-14:00", [], [("RRULE:FREQ=YEARLY;BYWEEKNO=10,11,12", "Mo 08:00-14:00")], []),
        ("2020-2030/2 Mo 08:00-14:00", [], [("DTSTART:20200101 RRULE:FREQ=YEARLY;INTERVAL=2;UNTIL=20301231;BYMONTHDAY=" + ",".join(map(str, range(1, 32))), "Mo 08:00-14:00")], []),
        ("Mo-Fr 08:00-17:00; Th[1] 12:00-13:00 off", [], [], [("RRULE:FREQ=MONTHLY;BYDAY=1TH", "12:00-13:00")]),
        ("Mo-Fr 08:00-17:00; Jul 12:00-13:00 off", [], [], [("07-01/07-31", "12:00-13:00")]),
        # The night before is cut where the tag cuts it.
        ("Fr 20:00-02:00; Jan Sa 10:00-12:00", [], [("01-01/01-31", "Fr 20:00-02:00, Sa 10:00-12:00")], [("01-01/01-31", "00:00-02:00")]),
    ],
)  # fmt: skip
def test_dates_become_special_hours_seasons_and_breaks(
    tag: str, special: list[tuple[str, str]], seasonal: list[tuple[str, str]], breaks: list[tuple[str, str]]
):
    place = decode(tag)
    assert [(str(rule.dates), str(rule.hours)) for rule in place.special_hours] == special
    assert [(str(rule.dates), str(rule.hours)) for rule in place.seasonal_hours] == seasonal
    assert [(str(rule.dates), str(rule.hours)) for rule in place.breaks] == breaks


@pytest.mark.holidays
def test_public_holidays_become_those_of_the_calendar():
    pytest.importorskip("holidays")
    place = decode('Mo-Fr 08:00-17:00; PH off "closed"', country="de", subdivision="BE")
    assert place.special_hours == (SpecialHours("DE-BE: *", reason="closed"),)
    assert decode("PH Mo-Fr 10:00-12:00", country="DE").seasonal_hours[0].dates == Dates.holidays("DE")
    assert decode("PH off; Mo-Su 10:00-12:00", country="DE").special_hours == ()


@pytest.mark.holidays
def test_holidays_on_some_dates_and_days_beside_them_become_days_of_their_own():
    pytest.importorskip("holidays")
    place = decode("Mo-Su 08:00-17:00; Dec PH off", country="DE")
    closed = {str(rule.dates) for rule in place.special_hours}
    assert any("BYMONTH=12;BYMONTHDAY=25" in dates for dates in closed)
    assert not any("BYMONTH=1;" in dates or dates == "DE: *" for dates in closed)
    eve = decode("Mo-Su 08:00-17:00; PH -1 day 08:00-12:00", country="DE")
    assert [str(eve.hours_on(date(2026, 12, day))) for day in (23, 24, 25, 26)] == [
        *("08:00-17:00", "08:00-12:00", "08:00-12:00", "08:00-17:00")
    ]
    assert str(eve.hours_on(date(2026, 4, 2))) == "08:00-12:00"


def test_one_rule_more_makes_the_last_one_win_where_rules_here_rank_otherwise():
    place = decode("Mo-Su 10:00-18:00; Dec 25 off; Dec 12:00-14:00")
    assert str(place.hours_on(date(2026, 12, 25))) == "12:00-14:00"
    place = decode("Mo-Su 10:00-18:00; 2026 Dec 24 off; Dec Th 12:00-14:00; Dec 20-31 Mo-We 15:00-16:00")
    assert [str(place.hours_on(date(2026, 12, day))) for day in (21, 24, 25)] == [
        "15:00-16:00",
        "12:00-14:00",
        "10:00-18:00",
    ]


def test_a_night_goes_on_after_a_closed_evening_as_it_does_in_openstreetmap():
    # `off` closes a calendar day, and the rule of the evening before still reaches into the next.
    place = decode("Mo-Su 20:00-02:00; Dec 25 off")
    zone = ZoneInfo("Europe/Berlin")
    hours = [place.is_open(datetime(2026, 12, day, 1, tzinfo=zone)) for day in (25, 26)]
    assert hours == [False, True]


def test_a_night_runs_on_into_other_dates():
    place = decode("Apr Mo-Su 20:00-02:00; Mo 10:00-12:00 off; Sa 10:00-12:00")
    zone = ZoneInfo("Europe/Berlin")
    assert place.is_open(datetime(2026, 5, 1, 1, tzinfo=zone))
    assert not place.is_open(datetime(2026, 5, 2, 1, tzinfo=zone))


def test_every_notation_of_a_week_means_the_same_read_as_a_tag():
    for tag in ("Mo-Fr 08:00-17:00", 'Mo 20:00-02:00, Tu 10:00-12:00 open "walk-in"', "24/7", "off"):
        assert decode(tag).regular_hours == Location(name="x", regular_hours=tag).regular_hours


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("Mo-Fr 08:00-17:00; PH off", "give country='DE'"),
        ("Mo-Fr 08:00-17:00; SH off", "give their dates, school_holidays="),
        ("Su,Mo 08:00-12:00; Su[5] +1 day off", "a fifth weekday"),
        ("Mo[4] +6 days off; Mo-Su 08:00-12:00 || unknown", ""),
        ("Mo-Su 08:00-12:00; Mo[4] +6 days off", "over the end of a month"),
        ("Mo-Su 08:00-12:00; Mo[4] +1 day off", "over the end of a month"),
        ("Mo-Su 08:00-12:00; Mo[-4] -6 days off", "over the start of a month"),
        ("Mo-Su 08:00-12:00; Mo[-4] -1 day off", "over the start of a month"),
        ("Mo-Su 08:00-12:00; easter +20 days-easter off", "round the year to Easter"),
        ("Mo-Su 08:00-12:00; Apr 05-easter off", "either end may come first"),
        ("Mo-Su 08:00-12:00; 2026 easter-2027 Jan 05 off", "one in another"),
        ("Mo-Su 08:00-12:00; Mar Su[-1] +1 day-Oct 05 off", "counted from an nth weekday"),
        ("Mo-Su 08:00-12:00; easter +200 days-easter +300 days off", "BYEASTER"),
        ("Mo-Su 08:00-12:00; easter -150 days-Oct 05 off", "over the end of the year"),
        ("2020/2 08:00-12:00; 2021/3 Mo-Fr 10:00-11:00", "every nth year"),
        ("Mo-Su 08:00-12:00; Mo[-1] -1 day Jan 05-28 off", "from both ends"),
        ("Th 05:00-09:30; week 39 22:00-22:00", "cannot be held"),
        ("2026/2 22:00-04:00; Th 05:00-06:00", "cannot be held"),
    ],
)
def test_what_no_location_can_hold_is_refused_by_name(tag: str, told: str):
    if not told:
        decode(tag)
        return
    with pytest.raises(NotRepresentableError, match=told):
        decode(tag)


def test_holidays_that_change_nothing_need_no_dates():
    assert str(decode("PH,Mo-Su,SH 10:00-12:00").regular_hours) == "Mo-Su 10:00-12:00"
    assert str(decode("SH off; Mo-Su 10:00-12:00").regular_hours) == "Mo-Su 10:00-12:00"
    many = "; ".join(f"Mo-Su 10:00-12:00, {month} PH 10:00-11:00" for month in ("Jan", "Feb", "Mar", "Apr", "May"))
    with pytest.raises(NotRepresentableError, match="country"):
        decode(many)


def test_school_holidays_are_given_as_dates():
    place = decode("Mo-Fr 08:00-17:00; SH Mo-Fr 08:00-12:00", school_holidays=["2026-07-09/2026-08-22", "12-23/01-03"])
    assert [str(rule.dates) for rule in place.seasonal_hours] == [
        "2026-07-09/2026-08-22",
        *[str(rule.dates) for rule in place.seasonal_hours[1:]],
    ]
    days = (date(2026, 7, 8), date(2026, 7, 9), date(2026, 8, 24), date(2027, 12, 23))
    assert [str(place.hours_on(day)) for day in days] == ["08:00-17:00", "08:00-12:00", "08:00-17:00", "08:00-12:00"]
    with pytest.raises(NotRepresentableError, match="school holidays are given as dates"):
        decode("Mo-Fr 08:00-17:00; SH off", school_holidays=["RRULE:FREQ=MONTHLY;BYDAY=1MO"])


def test_bounds_keep_huge_tags_small():
    years = "; ".join(f"{1900 + 27 * number} off" for number in range(250))
    with pytest.raises(NotRepresentableError, match="too far apart"):
        decode(f"Mo-Su 08:00-12:00; {years}")
    with mock.patch.object(cells, "MOST_CELLS", 2), pytest.raises(NotRepresentableError, match="in too many ways"):
        decode("Jan-Mar 08:00-12:00; Mar-May 09:00-12:00")


def test_a_name_and_a_zone_are_given_and_kept():
    place = osm.decode("24/7", timezone=ZoneInfo("Asia/Tokyo"), name="Clinic").value
    assert (place.name, place.timezone) == ("Clinic", "Asia/Tokyo")
    assert osm.decode("24/7").value.name == "OpenStreetMap"


def codes(tag: str, **context: object) -> list[str]:
    return [note.code for note in osm.decode(tag, timezone="UTC", **context).notes]  # type: ignore[arg-type]


def test_what_a_location_does_not_keep_is_told():
    assert codes('Mo 08:00-12:00 open "walk-in"') == []
    assert (
        codes('Mo 08:00-12:00 "by appointment: new patients"; Tu "by appointment"; We unknown "hours may differ"') == []
    )
    assert codes('Mo 08:00-12:00 open "by appointment"') == ["comment"]
    assert codes('Mo 08:00-12:00; Tu off "half day"') == ["comment"]
    assert codes('Mo 08:00-12:00; Dec 25 off "Christmas"') == []
    assert codes('"first"; Mo-Su 08:00-12:00') == ["comment"]
    assert codes("Mo 18:00+; Tu 17:00+ off") == ["open-end"]
    assert codes('Jan Mo 08:00-12:00 open "walk-in"') == []


def test_without_coordinates_the_sun_keeps_constant_hours():
    found = osm.decode("sunrise-sunset", timezone="Europe/Berlin")
    assert str(found.value.regular_hours) == "Mo-Su 06:00-18:00"
    assert [note.code for note in found.notes] == ["sun-assumed"]


def test_with_coordinates_the_sun_is_worked_out_for_each_date():
    pytest.importorskip("astral")
    found = osm.decode(
        "sunrise-sunset; Dec 25 off", timezone="Europe/Berlin", coordinates=(52.52, 13.4), sun_years=[2026]
    )
    summer, winter, yule = (found.value.hours_on(date(2026, *day)) for day in ((6, 21), (12, 21), (12, 25)))
    assert [str(summer)[:2], str(winter)[:2], str(yule)] == ["04", "08", "off"]
    assert str(found.value.hours_on(date(2027, 6, 21))) == "06:00-18:00"
    assert [note.code for note in found.notes] == ["sun-years"]
    assert "2026 to 2026" in found.notes[0].sentence
    night = osm.decode("sunset-sunrise", timezone="Europe/Berlin", coordinates=(52.52, 13.4), sun_years=[2026]).value
    midnight = datetime(2026, 6, 21, 0, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    assert night.is_open(midnight)
    assert not night.is_open(midnight + timedelta(hours=12))
    assert osm.decode("08:00-12:00", coordinates=(52.52, 13.4)).notes == ()


def test_the_sun_is_worked_out_for_this_year_and_four_more_where_no_years_are_given():
    pytest.importorskip("astral")
    found = osm.decode("sunrise-12:00", timezone="UTC", coordinates=(0, 0))
    assert len(found.value.special_hours) in (1826, 1827)


def test_what_the_sun_needs_is_said():
    pytest.importorskip("astral")
    with pytest.raises(InvalidHoursError, match="no place has the latitude 95"):
        decode("sunrise-12:00", coordinates=(95, 0))
    with pytest.raises(NotRepresentableError, match="needs a time zone"):
        osm.decode("sunrise-12:00", coordinates=(0, 0))
    with pytest.raises(InvalidDatesError, match="sun_years are 1 to 30 years in a row"):
        decode("sunrise-12:00", coordinates=(0, 0), sun_years=[2020, 2022])
    with pytest.raises(NotRepresentableError, match="the sun has no such hours at this place on"):
        decode("sunrise-12:00", coordinates=(80, 0), sun_years=[2026])


def test_what_changes_nothing_is_left_out():
    place = decode("Mo 08:00-12:00; Jun Tu 08:00-12:00; Dec 25 Su off; Jun We off")
    assert [type(rule) for some in (place.seasonal_hours, place.special_hours, place.breaks) for rule in some] == [
        SeasonalHours
    ]
    both = decode("Mo-Su 08:00-12:00; Dec off; Dec 25 off; Th[1] 10:00-11:00 off")
    assert [str(rule.dates) for rule in both.special_hours] == ["12-01/12-31"]
    assert [type(rule) for rule in both.breaks] == [Break]


def test_text_that_is_no_tag_is_a_syntax_error():
    with pytest.raises(HoursSyntaxError, match="is no word of a tag"):
        decode("closed on Mondays maybe")


@pytest.mark.parametrize(
    ("tag", "reasons"),
    [
        ('off "moved away"', ["moved away"]),
        ('Mo-Fr 08:00-12:00; closed "moved away"', ["moved away"]),
        ('Mo-Su off "moved away"', ["moved away"]),
        ("off", []),
        ('Mo off "a"; Tu off "b"', []),
        ('off "moved away"; Mo 08:00-12:00', []),
    ],
)
def test_what_is_closed_for_good_keeps_the_reason(tag: str, reasons: list[str]):
    done = osm.decode(tag, timezone="UTC")
    assert [rule.reason for rule in done.value.special_hours] == reasons
    if reasons:
        assert done.notes == ()
        assert done.value.plan_on(date(2026, 11, 26)).reason == "moved away"
        assert osm.encode(done.value).document == 'off "moved away"'
