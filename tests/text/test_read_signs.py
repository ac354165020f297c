"""Texts that name several services or sites, the country of the holidays, and the language of the text."""

import pytest

from clinic_hours import Location
from clinic_hours.errors import HoursSyntaxError, InvalidHoursError, WrongTypeError
from clinic_hours.text import read_hours, read_signs
from told import shown, told

SERVICES = [
    (
        "Medical: Mon-Fri 8am-5pm\nDental: Mon-Thurs 9am-4pm",
        {"Medical": "Mo-Fr 08:00-17:00", "Dental": "Mo-Th 09:00-16:00"},
    ),
    ("Mon-Fri 8am-5pm\nLab: Mon-Fri 7am-11am", {"": "Mo-Fr 08:00-17:00", "Lab": "Mo-Fr 07:00-11:00"}),
    (
        "East Clinic\nMon 8am-5pm\nTues 9am-5pm\n\nWest Clinic\nWed 8am-noon",
        {"East Clinic": "Mo 08:00-17:00; Tu 09:00-17:00", "West Clinic": "We 08:00-12:00"},
    ),
    ("Tues-Fri 9am-3pm Urgent care 24/7", {"": "Tu-Fr 09:00-15:00", "Urgent care": "24/7"}),
    ("SLO Mon 8am-5pm; Paso Wed 8am-5pm", {"SLO": "Mo 08:00-17:00", "Paso": "We 08:00-17:00"}),
    (
        "Lab: Mon 8am-5pm\nX: Tues 8am-5pm\nLab: Wed 8am-5pm",
        {"Lab": "Mo 08:00-17:00", "X": "Tu 08:00-17:00", "Lab (2)": "We 08:00-17:00"},
    ),
    ("Office hours: Mon 8am-5pm", {"Office hours": "Mo 08:00-17:00"}),
    ("Mon 8am-5pm", {"": "Mo 08:00-17:00"}),
    ("Labor: Mo 8-12 Uhr\nPraxis Nord: Di 8-12 Uhr", {"Labor": "Mo 08:00-12:00", "Praxis Nord": "Tu 08:00-12:00"}),
]


@pytest.mark.parametrize(("text", "signs"), SERVICES)
def test_each_service_has_a_reading_of_its_own(text: str, signs: dict[str, str]):
    assert {name: str(reading.regular_hours) for name, reading in read_signs(text).items()} == signs


@pytest.mark.parametrize("text", [text for text, signs in SERVICES if len(signs) > 1])
def test_other_services_are_told_where_one_is_read(text: str):
    reading = read_hours(text)
    assert {piece.code for piece in reading.unread} == {"another_service"}
    assert "read_signs" in str(reading.unread[0])
    assert str(reading.regular_hours) == str(next(iter(read_signs(text).values())).regular_hours)


def test_doubts_stand_with_their_service_and_have_their_place_in_the_whole_text():
    text = "Medical: Mon-Fri 8-5\nDental: Mon-Thurs 9-4, Fri when open"
    medical, dental = read_signs(text).values()
    assert [text[doubt.start : doubt.end] for doubt in medical.assumptions] == ["8-5"]
    assert [text[doubt.start : doubt.end] for doubt in dental.assumptions] == ["9-4"]
    assert [unread.code for unread in dental.unread] == ["missing_hours", "unknown_text"]
    with pytest.raises(HoursSyntaxError, match="'8-5'"):
        read_signs(text, strict=True)


def test_a_heading_without_hours_is_told():
    signs = read_signs("Medical: Mon-Fri 8am-5pm\nDental: Mon-Thurs")
    assert shown(signs["Dental"]) == "off | !missing_hours"
    assert told("Medical: Mon-Fri 8am-5pm\nDental: Mon-Thurs") == "Mo-Fr 08:00-17:00 | !missing_hours"


@pytest.mark.parametrize("text", ["", "Welcome!", "Mon", "Lab: Mon\nOffice: Tues"])
def test_a_text_without_any_hours_is_an_error_for_signs_too(text: str):
    with pytest.raises(HoursSyntaxError):
        read_signs(text)


def test_holidays_of_a_country():
    pytest.importorskip("holidays")
    reading = read_hours("Mon-Fri 9am-5pm, closed on holidays; Sat & public holidays 10am-noon", country="US")
    assert [str(rule.dates) for rule in reading.special_hours] == ["US: *", "US: *"]
    assert [rule.is_closure for rule in reading.special_hours] == [True, False]
    assert {rule.reason for rule in reading.special_hours} == {"Public holiday"}
    assert reading.assumptions == ()
    office = Location.from_reading(
        read_hours("Daily 9am-5pm, closed on holidays", country="US"), name="Office", timezone="UTC"
    )
    from datetime import date

    assert not office.hours_on(date(2026, 12, 25))
    assert office.hours_on(date(2026, 12, 24))


test_holidays_of_a_country = pytest.mark.holidays(test_holidays_of_a_country)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mon-Fri 9am-5pm, closed on holidays", "no_country"),
        ("Mon-Fri 9am-5pm, closed on major holidays", "some_holidays"),
        ("Mon-Fri (except holidays) 9am-5pm", "holidays_left_out"),
    ],
)
def test_holidays_without_a_country_are_an_assumption(text: str, code: str):
    reading = read_hours(text)
    assert [assumption.code for assumption in reading.assumptions] == [code]
    assert (reading.unread, reading.special_hours) == ((), ())


@pytest.mark.parametrize(
    ("text", "language", "says"),
    [
        ("Do 9-12", "de", "Th 09:00-12:00"),
        ("Do 9-12", "es", "Su 09:00-12:00"),
        ("Di 9-12", "fr", "Su 09:00-12:00"),
        ("Di 9-12", None, "Tu 09:00-12:00 | ~which_language"),
        ("Mar 9-12", "it", "Tu 09:00-12:00"),
        ("Mon 8am-5pm", "en", "Mo 08:00-17:00"),
        ("Mon 8am-5pm", "fr", "Mo 08:00-17:00"),
        ("Lun 8-12, Dienstag 8-12", None, "Mo-Tu 08:00-12:00"),
    ],
)
def test_the_language_is_given_or_found(text: str, language: str | None, says: str):
    assert told(text, **({"language": language} if language else {})) == says


def test_a_language_that_is_not_read_is_refused():
    with pytest.raises(InvalidHoursError, match="'nl' are not read; there are en, es, fr, de, it, pt"):
        read_hours("Ma 9-12", language="nl")
    with pytest.raises(WrongTypeError):
        read_signs(None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Mon-Fri 9-5, closed noon-1 the first Thursday of the month",
            ["RRULE:FREQ=MONTHLY;BYDAY=1TH: without 12:00-13:00"],
        ),
        ("Mon-Fri 9-5, closed noon-1 Dec 24", ["12-24: without 12:00-13:00", "~every_year"]),
    ],
)
def test_a_closure_within_some_days_is_a_break(text: str, says: list[str]):
    read = told(text)
    assert all(part in read for part in says)


def test_what_was_read_beside_the_week_is_shown():
    reading = read_hours(
        "Mon-Fri 9am-5pm; closed Dec 25, 2026; Dec 24, 2026 9am-noon; closed noon-1pm 1st Thurs\nJune-August: Sat 9am-noon"
    )
    told = str(reading)
    for line in (
        "    2026-12-25: closed",
        "    2026-12-24: 09:00-12:00",
        "    06-01/08-31:",
        "    RRULE:FREQ=MONTHLY;BYDAY=1TH: closed 12:00-13:00",
    ):
        assert line in told.split("\n")


def test_a_doubt_over_two_lines_has_carets_below_both():
    reading = read_hours("Mon-Fri 9am-5pm\nLab\nMon 9am-noon")
    assert str(reading).startswith("    Mon-Fri 9am-5pm\n    Lab\n    ^^^\n    Mon 9am-noon\n    ^^^^^^^^^^^^\n\n")


@pytest.mark.parametrize(
    ("sign", "why"),
    [
        ("Mon-Fri 9am-5pm; closed Dec 25, 2026", "more than a regular week"),
        ("Mon-Fri 9am-5pm, 1st Sat 9am-noon", "more than a regular week"),
        ("June-August: Mon-Fri 9am-5pm", "more than a regular week"),
        ("Mon-Fri 9am-5pm; closed noon-1pm 1st Mon", "more than a regular week"),
        ("Mon-Fri 9am-5pm; Lab: Mon 7am-9am", "'Lab: Mon 7am-9am' was not read"),
        ("Medical: Mon-Fri 9am-5pm, Sat from 8am", "'Sat from 8am' was not read"),
    ],
)
def test_a_sign_that_says_more_than_a_week_does_not_fit_regular_hours(sign: str, why: str):
    with pytest.raises(ValueError, match=why):
        Location(name="Office", timezone="UTC", regular_hours=sign)
