"""The sign style, to the letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours.errors import InvalidHoursError, WrongTypeError
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.text import Style, format_hours, writing
from clinic_hours.text.writing import Writer, runs

HOURS = "08:00-12:00"


@pytest.mark.parametrize(
    ("hours", "sign"),
    [
        (
            "Mo 08:00-16:00; Tu-Th 08:00-17:00; Fr 08:00-15:00",
            "Mon 8am-4pm\nTues, Wed & Thurs 8am-5pm\nFri 8am-3pm\nClosed Sat & Sun",
        ),
        ("Mo 08:00-16:00", "Mon 8am-4pm\nClosed Tues-Sun"),
        ("Mo-Su 08:00-20:00", "Daily 8am-8pm"),
        ("24/7", "Open 24 hours"),
        ("off", "Closed"),
        ('Mo-Su 00:00-24:00 open "ring"', "Open 24 hours (ring)"),
        ('Mo-Su unknown "by appointment"', "Daily by appointment"),
        ('Mo-Su unknown "call us"', "Daily hours may differ (call us)"),
        ('Mo-Su 08:00-12:00 open "ring"', "Daily 8am-noon (ring)"),
        ("Tu-Sa 08:00-12:00,13:00-17:00", "Tues-Sat 8am-noon, 1pm-5pm\nClosed Sun & Mon"),
        ("Mo-Th,Sa 08:30-17:05", "Mon-Thurs & Sat 8:30am-5:05pm\nClosed Fri & Sun"),
        ("Mo,We,Fr 00:00-08:00", "Mon, Wed & Fri midnight-8am\nClosed Tues, Thurs, Sat & Sun"),
        ("Mo-Tu,Th-Su 20:00-24:00", "Thurs-Tues 8pm-midnight\nClosed Wed"),
        ("Mo-Tu,Sa-Su 22:00-02:00", "Sat-Tues 10pm-2am\nClosed Wed, Thurs & Fri"),
        ("Mo,We,Su 12:00-12:30", "Sun, Mon & Wed noon-12:30pm\nClosed Tues, Thurs, Fri & Sat"),
        ("Su 08:00-09:00; Mo 09:00-10:00", "Mon 9am-10am\nSun 8am-9am\nClosed Tues-Sat"),
        ("Mo 00:00-24:00; Tu-Su 08:00-09:00", "Mon open 24 hours\nTues-Sun 8am-9am"),
        ("Mo 13:00-12:00", "Mon 1pm-noon\nClosed Tues-Sun"),
        ("Mo 12:30-00:30", "Mon 12:30pm-12:30am\nClosed Tues-Sun"),
        ('Sa 09:00-12:00 unknown "by appointment"', "Sat 9am-noon (by appointment)\nClosed Sun-Fri"),
        (
            'Sa 09:00-12:00 unknown "by appointment: new patients"',
            "Sat 9am-noon (by appointment: new patients)\nClosed Sun-Fri",
        ),
        ("Sa 09:00-12:00 unknown", "Sat 9am-noon (hours may differ)\nClosed Sun-Fri"),
        ('Sa 09:00-12:00 unknown "call us"', "Sat 9am-noon (hours may differ: call us)\nClosed Sun-Fri"),
        ('Sa 09:00-12:00 open "walk-ins"', "Sat 9am-noon (walk-ins)\nClosed Sun-Fri"),
        ('Sa 09:00-12:00 open "closed at lunch"', 'Sat 9am-noon ("closed at lunch")\nClosed Sun-Fri'),
        (
            'Sa 09:00-12:00 unknown "by appointment: Mondays"',
            'Sat 9am-noon (by appointment: "Mondays")\nClosed Sun-Fri',
        ),
        ('Sa 09:00-12:00 open ":)"', 'Sat 9am-noon (":)")\nClosed Sun-Fri'),
        ('Sa 09:00-12:00 open ")("', 'Sat 9am-noon (")(")\nClosed Sun-Fri'),
        ('Fr unknown "by appointment"', "Fri by appointment\nClosed Sat-Thurs"),
        ('Fr unknown "by appointment: new patients"', "Fri by appointment (new patients)\nClosed Sat-Thurs"),
        ("Fr unknown", "Fri hours may differ\nClosed Sat-Thurs"),
        ('Fr unknown "call us"', "Fri hours may differ (call us)\nClosed Sat-Thurs"),
        (
            'Fr 09:00-12:00 unknown "by appointment", Fr 12:00-13:00',
            "Fri 9am-noon (by appointment), noon-1pm\nClosed Sat-Thurs",
        ),
    ],
)
def test_the_sign_to_the_letter(hours: str, sign: str):
    assert format_hours(WeeklyHours.parse(hours)) == sign


@given(st.integers(1, 126))
def test_runs_of_days_are_the_days_in_the_order_of_the_week(days: int):
    found = runs(days)
    assert sorted(day for run in found for day in run) == [day for day in range(7) if days >> day & 1]
    for run in found:
        assert [(day - run[0]) % 7 for day in run] == list(range(len(run)))
        assert not days >> (run[0] - 1) % 7 & 1
        assert not days >> (run[-1] + 1) % 7 & 1
    assert [min(run) for run in found] == sorted(min(run) for run in found)


def test_a_style_of_ones_own():
    style = Style(
        days=("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
        run="{first} a {last}",
        longest_list=1,
        comma="; ",
        last=" y ",
        hours_comma="; ",
        hours_last="; ",
        line="{hours}: {days}",
        closed_line="{days} cerrado",
        range="{opens} – {closes}",
        am=" a. m.",
        pm=" p. m.",
        noon="mediodía",
        whole_day="24 horas",
        by_appointment="con cita",
    )
    week = WeeklyHours.parse(
        'Mo-Tu,Fr 09:00-12:00,16:00-20:00; We 00:00-24:00; Th 08:00-09:00 unknown "by appointment"'
    )
    assert format_hours(week, style) == (
        "9 a. m. – mediodía; 4 p. m. – 8 p. m.: lun a mar y vie\n24 horas: mié\n"
        "8 a. m. – 9 a. m. (con cita): jue\nsáb a dom cerrado"
    )
    assert format_hours(week, Style()) == format_hours(week)
    always = Style(whole_day="24 horas", always="Siempre", never="Nunca", every_day="Todos los días", midnight="0 h")
    assert format_hours(WeeklyHours.parse('Mo-Su 00:00-24:00 open "x"'), always) == "Siempre (x)"
    assert format_hours(WeeklyHours(), always) == "Nunca"
    assert format_hours(WeeklyHours.parse("Mo-Su 20:00-24:00"), always) == "Todos los días 8pm-0 h"


def test_a_style_that_does_not_exist():
    with pytest.raises(
        InvalidHoursError, match="'compcat'; there is sign, compact, table, sentence, spoken, or a Style"
    ):
        format_hours(WeeklyHours(), "compcat")
    with pytest.raises(WrongTypeError, match="not int"):
        format_hours(WeeklyHours(), 5)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [None, "Mo 08:00-16:00", DayHours.parse(HOURS), {}])
def test_only_a_week_is_written(value: object):
    with pytest.raises(WrongTypeError, match=type(value).__name__):
        format_hours(value)  # type: ignore[arg-type]


def test_a_writer_remembers_no_more_days_than_it_may(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(writing, "MOST_DAYS_KEPT", 3)
    writer = Writer(Style())
    for minute in range(1, 40):
        week = WeeklyHours(monday=f"08:00-08:{minute:02}", tuesday=f"09:00-09:{minute:02}")
        assert writer.week(week) == f"Mon 8am-8:{minute:02}am\nTues 9am-9:{minute:02}am\nClosed Wed-Sun"
        assert len(writer._words) <= 3


def test_days_are_told_apart_by_what_they_are_and_not_by_where_they_were_kept(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(writing, "id", lambda day: 1, raising=False)
    writer = Writer(Style())
    assert (
        writer.week(WeeklyHours.parse("Mo 08:00-09:00; Tu 09:00-10:00")) == "Mon 8am-9am\nTues 9am-10am\nClosed Wed-Sun"
    )
