"""Laws of reading: what was written is read, the short way and the long way agree, and nothing depends on what a copyist changes."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import strategies
from clinic_hours.hours.day import day_hours
from clinic_hours.hours.week import NAMES, WeeklyHours
from clinic_hours.text import format_hours, read_hours
from clinic_hours.text.interpreting import Interpreter
from clinic_hours.text.lexer import Lexed
from clinic_hours.text.plain import plain_week
from clinic_hours.text.understanding import understood
from told import shown

SIGNS = [
    "Mon-Thurs 8am-5pm, closed noon-1pm; Fri by appointment",
    "Monday: 8:00 AM - noon\nTuesday: Closed\nWednesday & Thursday: 9:30 AM - 6:00 PM",
    "2nd and 4th Saturday of the month 9am-noon\nMon-Fri 8am-4pm",
    "9am-5pm Mon, Wed and Fri\n10am-2pm Tues",
    "Every day 8am-8pm except Sun 10am-4pm",
    "Open 24 hours",
    "Montag bis Freitag 8 bis 12 Uhr und 14 bis 18 Uhr, Samstag geschlossen",
    "Du lundi au vendredi de 8h30 à 18h, fermé le mercredi",
    "Lunes a viernes de 9:00 a 14:00 y de 16:00 a 20:00; sábados con cita previa",
    "Dal lunedì al venerdì dalle 9.00 alle 13.00, sabato chiuso",
    "Segunda a sexta das 8h às 18h, sábado das 8h às 12h",
    "2ª a 6ª das 9h às 19h",
]
CHANGES: dict[str, Callable[[str], str]] = {
    "blank lines": lambda sign: "\n\n" + sign.replace("\n", "\n\n \n") + "\n\n",
    "doubled spaces": lambda sign: sign.replace(" ", "  "),
    "no-break spaces": lambda sign: sign.replace(" ", "\u00a0"),
    "an en dash": lambda sign: sign.replace("-", "–"),
    "a dash between spaces": lambda sign: sign.replace("-", " - "),
    "upper case": str.upper,
    "lower case": str.lower,
    "a heading": lambda sign: "Hours\n" + sign,
    "a heading with a colon": lambda sign: "Riverside: \n" + sign,
    "a phone below": lambda sign: sign + "\n(201) 555-0100",
    "carriage returns": lambda sign: sign.replace("\n", "\r\n"),
}


def without_places(sign: str) -> str:
    return shown(read_hours(sign))


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("sign", SIGNS)
def test_a_reading_is_stable_under_what_a_copyist_changes(sign: str, change: str):
    assert without_places(CHANGES[change](sign)) == without_places(sign)


@given(st.lists(st.sampled_from(sorted(CHANGES)), max_size=4), st.sampled_from(SIGNS))
def test_a_reading_is_stable_under_several_changes(changes: list[str], sign: str):
    changed = sign
    for change in changes:
        if "heading" not in change or changed == sign:
            changed = CHANGES[change](changed)
    assert without_places(changed) == without_places(sign)


@given(strategies.weekly_hours())
def test_the_notation_of_a_week_is_read_as_the_week(week: WeeklyHours):
    assert read_hours(str(week), strict=True).regular_hours == week


def long_way(sign: str) -> str:
    lexed = Lexed(sign)
    (group,) = understood(lexed, None)
    said = Interpreter(lexed, None).read(group)
    assert (said.assumed, said.unread) == ([], [])
    return f"{said.week.hours()} {said.named:b}"


@given(strategies.weekly_hours())
def test_the_short_way_and_the_long_way_agree(week: WeeklyHours):
    sign = format_hours(
        WeeklyHours(
            **{name: day_hours(tuple(r for r in day.plain if not r.note)) for name, day in zip(NAMES, week.days)}
        )
    )
    lexed = Lexed(sign)
    short = plain_week(lexed)
    if short is not None:
        assert f"{short[0].hours()} {short[1]:b}" == long_way(sign)


@pytest.mark.parametrize(
    "sign",
    [
        "Mon 8am-4pm\nTues, Wed & Thurs 8am-5pm\nClosed Sat & Sun",
        "Mon & Tues 8am-noon, 1pm-5pm; Sun: closed",
        "Daily 8am-8pm",
        "Closed: Mon; Tues-Sun: 9am-noon",
    ],
)
def test_plain_signs_take_the_short_way(sign: str):
    short = plain_week(Lexed(sign))
    assert short is not None
    assert f"{short[0].hours()} {short[1]:b}" == long_way(sign)
