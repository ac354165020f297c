"""The one-line notation: what it reads, how it writes, and how it points at what it does not know."""

import pytest

from clinic_hours import (
    ClinicHoursError,
    DayHours,
    HoursSyntaxError,
    InvalidHoursError,
    State,
    WeeklyHours,
    WrongTypeError,
)
from clinic_hours.hours.notation import LONGEST, Range, read_day, read_week, write_day, write_days, write_week


def week(**days: str) -> list[tuple[Range, ...]]:
    """The plain ranges of a week, by the names of its days."""
    return [day.plain for day in WeeklyHours(**days).days]


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Mo 08:00-12:00", {"monday": "08:00-12:00"}),
        ("Mo 08:00-12:00,13:00-17:00", {"monday": "08:00-12:00,13:00-17:00"}),
        ("Mo 08:00-12:00, 13:00-17:00", {"monday": "08:00-12:00,13:00-17:00"}),
        ("  Mo\t08:00 - 12:00 ; Tu 09:00-10:00 ", {"monday": "08:00-12:00", "tuesday": "09:00-10:00"}),
        ("Mo,We 08:00-12:00", {"monday": "08:00-12:00", "wednesday": "08:00-12:00"}),
        ("Sa-Mo 08:00-12:00", {"saturday": "08:00-12:00", "sunday": "08:00-12:00", "monday": "08:00-12:00"}),
        ("Mo-Mo 08:00-12:00", {"monday": "08:00-12:00"}),
        ("Mo,Mo-Tu 08:00-12:00", {"monday": "08:00-12:00", "tuesday": "08:00-12:00"}),
        ("Mo,Sa-Mo 08:00-12:00", {"saturday": "08:00-12:00", "sunday": "08:00-12:00", "monday": "08:00-12:00"}),
        ("Sa-Mo,Su-Mo,Mo 08:00-12:00", {"saturday": "08:00-12:00", "sunday": "08:00-12:00", "monday": "08:00-12:00"}),
        ("Mo-Tu 08:00-12:00; Mo 09:00-10:00", {"monday": "09:00-10:00", "tuesday": "08:00-12:00"}),
        ("Mo-Tu 08:00-12:00; Mo off", {"tuesday": "08:00-12:00"}),
        ("Mo-Tu 08:00-12:00; Tu closed", {"monday": "08:00-12:00"}),
        ("Mo 08:00-12:00, Mo 13:00-17:00 unknown", {"monday": "08:00-12:00 open, 13:00-17:00 unknown"}),
        ("Mo 13:00-17:00, Mo 08:00-12:00", {"monday": "08:00-12:00,13:00-17:00"}),
        ("Mo open", {"monday": "00:00-24:00"}),
        ("Mo unknown", {"monday": "00:00-24:00 unknown"}),
        ('Mo unknown "by appointment"', {"monday": "by appointment"}),
        ('Mo open "walk-in"', {"monday": '00:00-24:00 open "walk-in"'}),
        ("Mo 20:00-02:00, Tu 10:00-12:00", {"monday": "20:00-02:00", "tuesday": "10:00-12:00"}),
        ("Mo 20:00-02:00; Tu 10:00-12:00", {"monday": "20:00-24:00", "tuesday": "10:00-12:00"}),
        ("Su 20:00-02:00; Mo 10:00-12:00", {"sunday": "20:00-24:00", "monday": "10:00-12:00"}),
        ("Tu 10:00-12:00; Mo 20:00-02:00", {"monday": "20:00-02:00", "tuesday": "10:00-12:00"}),
        ("Mo-Tu 20:00-02:00", {"monday": "20:00-02:00", "tuesday": "20:00-02:00"}),
        ("Mo-Tu 20:00-02:00; We off", {"monday": "20:00-02:00", "tuesday": "20:00-24:00"}),
        ("off", {}),
        (" closed ", {}),
        ("Mo off", {}),
        ("24/7", dict.fromkeys(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], "open")),
    ],
)
def test_a_week_is_read_as_osm_reads_it(text: str, same: dict[str, str]):
    assert [tuple(sorted(day)) for day in read_week(text)] == week(**same)


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("off", []),
        ("closed", []),
        ("08:00-12:00", [(480, 720, "open", "")]),
        ("22:00-02:00", [(1320, 1560, "open", "")]),
        ("00:00-24:00", [(0, 1440, "open", "")]),
        ("13:00-17:00,08:00-12:00", [(780, 1020, "open", ""), (480, 720, "open", "")]),
        ("08:00-12:00,13:00-17:00 unknown", [(480, 720, "unknown", ""), (780, 1020, "unknown", "")]),
        ("08:00-12:00 open, 13:00-17:00 unknown", [(480, 720, "open", ""), (780, 1020, "unknown", "")]),
        ('08:00-12:00 open " x "', [(480, 720, "open", "x")]),
        ('08:00-12:00 open ""', [(480, 720, "open", "")]),
        ('08:00-12:00 unknown "x"', [(480, 720, "unknown", "x")]),
        ('08:00-12:00 unknown "by appointment"', [(480, 720, "by_appointment", "")]),
        ('08:00-12:00 unknown "by appointment: x"', [(480, 720, "by_appointment", "x")]),
        ('08:00-12:00 unknown "by appointment:x"', [(480, 720, "by_appointment", "x")]),
        ('08:00-12:00 unknown "by appointment:"', [(480, 720, "by_appointment", "")]),
        ("unknown, 08:00-12:00", [(0, 1440, "unknown", ""), (480, 720, "open", "")]),
    ],
)
def test_a_day_is_read(text: str, ranges: list):
    assert list(read_day(text)) == ranges
    assert all(isinstance(state, State) for _, _, state, _ in read_day(text))


@pytest.mark.parametrize(
    ("text", "told", "place"),
    [
        ("Xx 10:00-12:00", "no day is written 'Xx'; days are Mo, Tu, We, Th, Fr, Sa, Su", "Xx"),
        ("Mo 10:00-12:00; xx 10:00-12:00", "no day is written 'xx'", "xx"),
        ("mo 10:00-12:00", "no day is written 'mo'", "mo"),
        ("Mo-Xx 10:00-12:00", "no day is written 'Xx'", "Xx"),
        ("Mo, 10:00-12:00", "a day is missing here", "10:00"),
        ("10:00-12:00", "a day is missing here", "10:00"),
        ("Mo 10:00-12:00;", "a day is missing here", ""),
        ("Mo 10:00-12:00,", "a day is missing here", ""),
        ("Mo", "hours are missing here; write them as 08:00-17:00, or off", ""),
        ("Mo; Tu 10:00-12:00", "hours are missing here", ";"),
        ("Mo Tu", "hours are missing here", "Tu"),
        ("Mo - 10:00-12:00", "a day is missing here", "10:00"),
        ("Mo 24/7", "hours are missing here", "24/7"),
        ("24/7 open", "this is not understood here", "open"),
        ("24/7; Mo off", "this is not understood here", ";"),
        ("off off", "this is not understood here", "off"),
        ("Mo off 10:00-12:00", "this is not understood here", "10:00"),
        ('Mo 10:00-12:00 "x"', "this is not understood here", '"x"'),
        ("Mo 10:00-12:00 13:00-14:00", "this is not understood here", "13:00"),
        ("Mo 10:00", "a range goes from one clock to another: 08:00-17:00", ""),
        ("Mo 10:00,12:00", "a range goes from one clock to another", ","),
        ("Mo 10:00-", "a clock is missing here; write it with two digits each, as 08:00", ""),
        ("Mo 10:00-off", "a clock is missing here", "off"),
        ("Mo 10:00-12:00 maybe", "no state is written 'maybe'; open, unknown and off are", "maybe"),
        ("Mo 10:00-12:00 off", "no state is written 'off'", "off"),
        ("Mo 9:00-12:00", "'9:00-12:00' is not a part of the notation, such as Mo-Fr 08:00-17:00", "9:00-12:00"),
        ("Mo 09:00-12:000", "'12:000' is not a part of the notation", "12:000"),
        ("Mo 09:00-12:00:00", "'12:00:00' is not a part of the notation", "12:00:00"),
        ("Mo 10:00-12:00 § Tu", "'§' is not a part of the notation", "§"),
        ('Mo 10:00-12:00 open "x', "'\"x' is not a part of the notation", '"x'),
        ("Mo 10:00-12:00\nTu 10:00-12:00", "'Tu' is not a part of the notation", "Tu"),
        ("Mo § 10:00-12:00", "'§' is not a part of the notation", "§"),
    ],
)
def test_what_is_no_notation_is_shown_with_its_place(text: str, told: str, place: str):
    with pytest.raises(HoursSyntaxError) as caught:
        read_week(text)
    error = caught.value
    assert error.reason.startswith(told)
    assert error.text[error.start : error.end] == place
    assert text.rindex(place) == error.start
    assert (error.text, isinstance(error, ValueError)) == (text, True)
    assert str(error).splitlines()[-1].count("^") == max(len(place), 1)


@pytest.mark.parametrize(
    ("text", "told", "carets"),
    [
        (
            "Mo 09:00-09:00",
            "'09:00-09:00' is not a range; write 00:00-24:00 for the whole day, off for none",
            "   ^^^^^^^^^^^",
        ),
        (
            "Mo 00:00-00:00",
            "'00:00-00:00' is not a range; write 00:00-24:00 for the whole day, off for none",
            "   ^^^^^^^^^^^",
        ),
        ("Mo 24:00-24:00", "'24:00-24:00' is not a range", "   ^^^^^^^^^^^"),
        ("Mo 24:00-09:00", "'24:00-09:00' is not a range", "   ^^^^^^^^^^^"),
        ("Mo 09:00 - 09:00", "'09:00 - 09:00' is not a range", "   ^^^^^^^^^^^^^"),
        (
            "Mo 09:00-25:00",
            "no clock shows 25:00; 00:00 to 24:00 do, and an end before its start is past midnight",
            "         ^^^^^",
        ),
        ("Mo 09:00-24:01", "no clock shows 24:01", "         ^^^^^"),
        ("Mo 09:60-12:00", "no clock shows 09:60", "   ^^^^^"),
        (
            'Mo 09:00-12:00 open "by appointment"',
            "the note 'by appointment' begins with a state's own words",
            " " * 20 + "^" * 16,
        ),
        (
            'Mo unknown "hours may differ"',
            "the note 'hours may differ' begins with a state's own words",
            " " * 11 + "^" * 18,
        ),
        (
            'Mo unknown "by appointments"',
            "the note 'by appointments' begins with a state's own words",
            " " * 11 + "^" * 17,
        ),
        ('Mo open "a\tb"', "a note is one line of text without control characters", " " * 8 + "^" * 5),
    ],
)
def test_what_cannot_be_is_shown_with_its_place(text: str, told: str, carets: str):
    with pytest.raises(InvalidHoursError) as caught:
        WeeklyHours.parse(text)
    reason, line, below = str(caught.value).splitlines()
    assert reason.startswith(told)
    assert line == f"    {text}".replace("\t", " ")
    assert below == f"    {carets}"


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_an_empty_text_says_nothing(text: str):
    with pytest.raises(HoursSyntaxError, match=r"^a day is missing here$"):
        read_week(text)
    with pytest.raises(HoursSyntaxError, match=r"^hours are missing here; write them as 08:00-17:00, or off$"):
        read_day(text)


def test_a_day_takes_no_names_of_days():
    with pytest.raises(HoursSyntaxError, match="hours are missing here"):
        DayHours.parse("Mo 08:00-12:00")
    with pytest.raises(HoursSyntaxError, match="this is not understood here"):
        DayHours.parse("08:00-12:00; 13:00-14:00")


@pytest.mark.parametrize("read", [read_day, read_week])
@pytest.mark.parametrize("given", [None, 5, b"off", ["off"]], ids=repr)
def test_another_type_than_a_text_is_a_type_error(read, given):
    with pytest.raises(WrongTypeError, match=f"hours in the notation are a text, not {type(given).__name__}"):
        read(given)


@pytest.mark.parametrize("read", [read_day, read_week])
@pytest.mark.parametrize("piece", ["x", " ", "Mo 08:00-12:00; ", '"', "08:00-12:00,", "\n", "§ ", "Mo,"], ids=repr)
def test_a_huge_text_is_refused_at_once(read, piece: str):
    with pytest.raises(HoursSyntaxError) as caught:
        read(piece * (10_000_000 // len(piece)))
    assert caught.value.reason.startswith(
        f"{10_000_000 // len(piece) * len(piece):,} characters are too many for hours"
    )
    assert len(str(caught.value)) < 300


def test_the_longest_text_is_read_and_one_character_more_is_not():
    every_day = "Mo-Su 08:00-12:00; "
    text = every_day * 2000 + "Mo off"
    text += " " * (LONGEST - len(text))
    assert read_week(text)[:2] == [(), (Range(480, 720),)]
    with pytest.raises(HoursSyntaxError, match="100,001 characters are too many for hours; at most 100,000"):
        read_week(text + " ")


def test_a_long_line_is_shown_around_the_place():
    text = "Mo 08:00-12:00; " * 20 + "Xx 08:00-12:00" + "; Mo 08:00-12:00" * 20
    with pytest.raises(HoursSyntaxError) as caught:
        read_week(text)
    _, line, carets = str(caught.value).splitlines()
    assert line.strip().startswith("…")
    assert line.endswith("…")
    assert len(line) < 140
    assert line[carets.index("^") :].startswith("Xx 08:00")


@pytest.mark.parametrize(
    ("days", "written"),
    [
        ([], ""),
        ([0], "Mo"),
        ([6], "Su"),
        ([0, 1], "Mo-Tu"),
        ([0, 2], "Mo,We"),
        ([0, 1, 2, 4, 6], "Mo-We,Fr,Su"),
        ([0, 5, 6], "Mo,Sa-Su"),
        (range(7), "Mo-Su"),
    ],
)
def test_runs_of_days_are_spans(days, written: str):
    assert write_days(list(days)) == written


@pytest.mark.parametrize(
    "text",
    [
        "off",
        "24/7",
        "Mo-Su 00:00-23:59",
        'Mo-Su 00:00-24:00 open "x"',
        "Mo-Su 00:00-24:00 unknown",
        "Mo-Sa 00:00-24:00",
        "Mo,We-Su 08:00-12:00; Tu 09:00-10:00",
        "Mo 08:00-12:00,13:00-17:00, Mo 17:00-18:00 unknown",
        'Mo 08:00-09:00 open "a", Mo 09:00-10:00 open "b", Mo 10:00-11:00',
        "Mo 20:00-02:00, Tu 10:00-12:00",
        "Mo 20:00-02:00, Tu 10:00-12:00; We 09:00-10:00",
        "Mo 20:00-24:00; Tu 10:00-12:00",
        "Mo,Su 10:00-12:00; Sa 20:00-02:00",
        "Mo 10:00-12:00; Su 20:00-02:00",
        "Mo,Th 20:00-02:00, Tu,Fr 10:00-12:00",
        "Mo-Tu 20:00-02:00, We 10:00-12:00",
        "Mo 10:00-12:00; Tu 20:00-02:00, We 10:00-12:30",
        "Mo,We 10:00-12:00; Tu 20:00-02:00",
        "Mo 09:00-10:00; Tu,Th 10:00-12:00; We 20:00-02:00",
        'Mo-Fr 08:00-12:00 unknown "by appointment: x"; Sa 08:00-12:00 unknown "by appointment"',
    ],
)
def test_a_week_is_written_as_it_is_read(text: str):
    assert str(WeeklyHours.parse(text)) == text


def test_a_tail_that_meets_the_next_days_rule_is_joined_by_a_comma():
    # `;` would cut the tail of the day before.
    days = [[Range(1200, 1560)], [Range(600, 720)], [], [Range(1200, 1440)], [Range(600, 720)], [], []]
    assert write_week(days) == "Mo 20:00-02:00, Tu,Fr 10:00-12:00; Th 20:00-24:00"


@pytest.mark.parametrize(
    ("ranges", "written"),
    [
        ([], "off"),
        ([Range(480, 720)], "08:00-12:00"),
        ([Range(480, 720), Range(780, 1020)], "08:00-12:00,13:00-17:00"),
        ([Range(480, 720), Range(780, 1020, State.UNKNOWN)], "08:00-12:00 open, 13:00-17:00 unknown"),
        ([Range(480, 720, State.UNKNOWN), Range(780, 1020)], "08:00-12:00 unknown, 13:00-17:00"),
        ([Range(480, 720, State.OPEN, "x"), Range(780, 1020)], '08:00-12:00 open "x", 13:00-17:00'),
        (
            [Range(480, 720), Range(720, 1020, State.OPEN, "x"), Range(1080, 1560)],
            '08:00-12:00 open, 12:00-17:00 open "x", 18:00-02:00',
        ),
    ],
)
def test_a_day_names_the_state_of_each_rule_but_the_last(ranges: list[Range], written: str):
    assert write_day(ranges) == written
    assert list(read_day(written)) == ranges


def test_every_error_of_the_notation_is_one_of_the_library():
    for text in ("Xx", "Mo 09:00-09:00", "Mo 09:00-12:00,10:00-11:00", "x" * 200_000):
        with pytest.raises(ClinicHoursError):
            WeeklyHours.parse(text)
