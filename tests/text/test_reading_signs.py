"""Signs as people write them: what is read, what is assumed, and what is not read."""

import pytest

from clinic_hours.errors import HoursSyntaxError, WrongTypeError
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.hours.weekday import Weekday
from clinic_hours.text import Assumption, Unread, read_day, read_hours


@pytest.mark.parametrize(
    ("sign", "hours"),
    [
        ("Mon 8am-4pm", "Mo 08:00-16:00"),
        ("Mon. 8 a.m.–4 p.m.", "Mo 08:00-16:00"),
        ("MONDAY: 8:00 AM — 4:00 PM", "Mo 08:00-16:00"),
        ("Mondays, from 8am to 4pm.", "Mo 08:00-16:00"),
        ("Mon8am-4pm", "Mo 08:00-16:00"),
        ("Weds 12 noon-5pm", "We 12:00-17:00"),
        ("Weds 5pm-12 midnight", "We 17:00-24:00"),
        ("Mon-Fri 08:00-17:30", "Mo-Fr 08:00-17:30"),
        ("Mon. – Fri., 9 a.m. – 5 p.m.", "Mo-Fr 09:00-17:00"),
        ("Mon to Fri 9am to 5pm", "Mo-Fr 09:00-17:00"),
        ("Monday through Friday 9am until 5pm", "Mo-Fr 09:00-17:00"),
        ("Fri-Mon 9am-5pm", "Fr-Su,Mo 09:00-17:00"),
        ("Sat thru Tues 9am-5pm", "Sa-Su,Mo-Tu 09:00-17:00"),
        ("Tues, Wed & Thurs 8am-5pm", "Tu-Th 08:00-17:00"),
        ("Tues, Wed, and Thurs 8am-5pm", "Tu-Th 08:00-17:00"),
        ("Tu/We/Th 8am-5pm", "Tu-Th 08:00-17:00"),
        ("Mon-Wed, Fri + Sat 8am-5pm", "Mo-We,Fr-Sa 08:00-17:00"),
        ("Daily 8am-8pm", "Mo-Su 08:00-20:00"),
        ("every day: 8am-8pm", "Mo-Su 08:00-20:00"),
        ("Weekdays 8am-5pm; weekends 9am-noon", "Mo-Fr 08:00-17:00; Sa-Su 09:00-12:00"),
        ("Mon, weekends 8am-5pm", "Mo,Sa-Su 08:00-17:00"),
        ("Sat and every day 8am-5pm", "Mo-Su 08:00-17:00"),
        ("Fri 8am-noon, 1pm-5pm", "Fr 08:00-12:00,13:00-17:00"),
        ("Fri 8am-noon & 1pm-5pm", "Fr 08:00-12:00,13:00-17:00"),
        ("Fri 1pm-5pm, and 8am-noon", "Fr 08:00-12:00,13:00-17:00"),
        ("Mon 8am-noon\nMon 1pm-5pm", "Mo 08:00-12:00,13:00-17:00"),
        ("Mon-Fri 8am-noon; Mon, Thurs 3pm-6pm", "Mo-Fr 08:00-12:00, Mo,Th 15:00-18:00"),
        ("Mon 8am-noon\nMon noon-5pm", "Mo 08:00-17:00"),
        ("Mon noon-5pm\nMon 8am-noon", "Mo 08:00-17:00"),
        ("Mon 8am-4pm, Tues 9am-5pm", "Mo 08:00-16:00; Tu 09:00-17:00"),
        ("Mon 8am-4pm and Tues 9am-5pm, closed Wed", "Mo 08:00-16:00; Tu 09:00-17:00"),
        ("Mon 8am-4pm, every day 6pm-8pm", "Mo 08:00-16:00,18:00-20:00; Tu-Su 18:00-20:00"),
        ("Closed Sat & Sun\nMon-Fri 8am-5pm", "Mo-Fr 08:00-17:00"),
        ("Mon-Fri 8am-5pm\nSat closed\nSunday: Closed", "Mo-Fr 08:00-17:00"),
        ("Mon-Fri 8am-5pm\nClosed: Sat, Sun.", "Mo-Fr 08:00-17:00"),
        ("Mon 8am-5pm,\nTues 8am-5pm,", "Mo-Tu 08:00-17:00"),
        ("Sat 10pm-2am\nSun 2am-5am", "Sa 22:00-02:00, Su 02:00-05:00"),
        ("Sun 10pm-2am\nMon 2am-5am", "Su 22:00-02:00, Mo 02:00-05:00"),
        ("Open 24 hours", "24/7"),
        ("Open 24 hours (ring)", 'Mo-Su 00:00-24:00 open "ring"'),
        ("24/7", "24/7"),
        ("24 hours a day", "24/7"),
        ("Mon open 24/7", "Mo 00:00-24:00"),
        ("Mon: 24 hours", "Mo 00:00-24:00"),
        ("Mon 0:00-24:00", "Mo 00:00-24:00"),
        ("Closed", "off"),
        ("closed.", "off"),
        ("Closed Mon-Sun", "off"),
        ("Daily closed", "off"),
        ("Fri by appointment", 'Fr unknown "by appointment"'),
        ("Fri by appointment only", 'Fr unknown "by appointment"'),
        ("Fri by appointment (new patients)", 'Fr unknown "by appointment: new patients"'),
        ("Daily by appointment", 'Mo-Su unknown "by appointment"'),
        ("Fri hours may differ", "Fr unknown"),
        ("Fri hours may vary (call us)", 'Fr unknown "call us"'),
        ("Sat 9am-noon (by appointment)", 'Sa 09:00-12:00 unknown "by appointment"'),
        ("Sat 9am-noon ( By Appointment : New  Patients )", 'Sa 09:00-12:00 unknown "by appointment: New  Patients"'),
        ("Sat 9am-noon by appointment", 'Sa 09:00-12:00 unknown "by appointment"'),
        ("Sat 9am-noon (hours may differ)", "Sa 09:00-12:00 unknown"),
        ("Sat 9am-noon (hours may differ: call us)", 'Sa 09:00-12:00 unknown "call us"'),
        ("Sat 9am-noon (walk-ins; no lab), 1pm-2pm", 'Sa 09:00-12:00 open "walk-ins; no lab", Sa 13:00-14:00'),
        ("Sat 9am-noon (ring (twice) at 12 Elm)", 'Sa 09:00-12:00 open "ring (twice) at 12 Elm"'),
        ("Sat 9am-noon (new\u00a0patients)", 'Sa 09:00-12:00 open "new patients"'),
        ('Sat 9am-noon ("closed ) in (July")', 'Sa 09:00-12:00 open "closed ) in (July"'),
        ('Sat 9am-noon (by appointment: "Mon; Tues")', 'Sa 09:00-12:00 unknown "by appointment: Mon; Tues"'),
        ("\ufeff\t Mon 8am-4pm \n\n", "Mo 08:00-16:00"),
        ("Mon 8am-noon 1pm-5pm", "Mo 08:00-12:00,13:00-17:00"),
        ("Tues+ 8am-5pm", "Tu 08:00-17:00"),
        ("MWF 8am-5pm", "Mo,We,Fr 08:00-17:00"),
        ("Mon 8am-5pm and", "Mo 08:00-17:00"),
        ("Mon 9am-5pm (closed noon-1pm)", "Mo 09:00-12:00,13:00-17:00"),
        ("Mon open 24 hours (by appointment)", 'Mo unknown "by appointment"'),
        ("Mon 9am-5pm; Closed on Tues", "Mo 09:00-17:00"),
        ("Mon 9am-5pm (by appointment, new patients)", 'Mo 09:00-17:00 unknown "by appointment"'),
    ],
)
def test_what_is_read_without_a_doubt(sign: str, hours: str):
    reading = read_hours(sign, strict=True)
    assert reading.regular_hours == WeeklyHours.parse(hours)
    assert (reading.text, reading.assumptions, reading.unread) == (sign, (), ())
    assert (reading.special_hours, reading.seasonal_hours, reading.breaks) == ((), (), ())


@pytest.mark.parametrize(
    ("sign", "hours", "codes", "sentences"),
    [
        ("Mon-Fri 8-5", "Mo-Fr 08:00-17:00", "bare_hours", ["'8-5' read as 08:00-17:00"]),
        ("Mon 8 – 11 am", "Mo 08:00-11:00", "shared_am_pm", ["'8 – 11 am' read as 08:00-11:00"]),
        (
            "Mon 9-12, 1-3",
            "Mo 09:00-12:00,13:00-15:00",
            "bare_hours bare_hours",
            ["'9-12' read as 09:00-12:00", "'1-3' read as 13:00-15:00"],
        ),
        (
            "Mon-Wed 8am-1pm\nMon noon-5pm",
            "Mo 08:00-17:00; Tu-We 08:00-13:00",
            "overlap_joined",
            ["'Mon noon-5pm' overlaps hours before it, and was joined with them"],
        ),
        (
            "Mon 8am-9am\nMon 10am-11am\nMon 8am-10:30am",
            "Mo 08:00-11:00",
            "overlap_joined",
            ["'Mon 8am-10:30am' overlaps hours before it, and was joined with them"],
        ),
        ("Mon 9am-10am\nMon 11am-noon\nMon 8am-9:30am", "Mo 08:00-10:00,11:00-12:00", "overlap_joined", None),
        ("Mon 8am-9am\nMon 10am-noon\nMon 11am-1pm", "Mo 08:00-09:00,10:00-13:00", "overlap_joined", None),
        ("Mon 8am-5pm (x)\nMon 8am-5pm (x)", 'Mo 08:00-17:00 open "x"', "overlap_joined", None),
        (
            "Daily 8am-8pm; closed Sun",
            "Mo-Sa 08:00-20:00",
            "closed_exception",
            ["'closed Sun' read as an exception from the hours before it"],
        ),
        ("Mon-Fri 8am-8pm, closed Wed; closed Wed", "Mo-Tu,Th-Fr 08:00-20:00", "closed_exception", None),
    ],
)
def test_what_is_assumed_is_told(sign: str, hours: str, codes: str, sentences: list[str] | None):
    reading = read_hours(sign)
    assert reading.regular_hours == WeeklyHours.parse(hours)
    assert reading.unread == ()
    assert [assumption.code for assumption in reading.assumptions] == codes.split()
    assert sentences is None or [str(assumption) for assumption in reading.assumptions] == sentences
    for assumption in reading.assumptions:
        assert repr(sign[assumption.start : assumption.end]) in str(assumption)
    first = min(reading.assumptions, key=lambda assumption: assumption.start)
    with pytest.raises(HoursSyntaxError) as told:
        read_hours(sign, strict=True)
    assert (told.value.reason, told.value.start, told.value.end) == (str(first), first.start, first.end)


UNREAD = [
    ("2nd & 4th Sat by appointment", "overlap", "00:00-24:00 and 08:00-09:00"),
    ("Mon-holidays 8am-5pm", "missing_hours", "'Mon'"),
    ("Mon 8am-5pm every day", "missing_hours", "'every day'"),
    ("Mon 8am-5pm open 24 hours", "missing_days", "'open 24 hours'"),
    ("Mon 8am-5pm closed", "contradiction", None),
    ("Mon 8am onwards", "open_end", "'Mon 8am onwards'"),
    ("Mon-Fri daily", "missing_hours", "'Mon-Fri daily'"),
    ("Mon every day 8am-5pm", "overlap", None),
    ("Closed for lunch", "closed_when", None),
    ("Mon 8am-", "cut_short", None),
    ("Mon 8am", "open_end", None),
    ("Mon-", "missing_hours", None),
    ("Mon 8am-5pm; Open 24 hours", "missing_days", None),
    ("Mon 8am-5pm; Closed", "closed_when", None),
    ("Mon & Tues", "missing_hours", None),
    ("Mon:", "missing_hours", None),
    ("Mon 25:00-26:00", "not_a_clock", "'25:00'"),
    ("Mon 8am-26:00", "not_a_clock", "'26:00'"),
    ("Mon 8am-13pm", "not_a_clock", "'13pm'"),
    ("Mon 9am-9am", "not_a_range", "'9am-9am'"),
    ("Mon 09:00-09:00", "not_a_range", "00:00-24:00"),
    ("Mon-Mon 9am-5pm", "not_a_range", "'Mon-Mon'"),
    ("Mon 6-9", "morning_or_evening", "'6-9'"),
    ("Mon 9am-noon, 11am-1pm", "overlap", "09:00-12:00 and 11:00-13:00"),
    ("Sun 10pm-3am, Mon 2am-5am", "overlap", "Sunday's 22:00-03:00 runs into Monday's 02:00-05:00"),
    ("Mon 2am-5am, Sun 10pm-3am", "overlap", "Sunday's 22:00-03:00 runs into Monday's 02:00-05:00"),
    ("Mon 9am-noon, Mon 11am-1pm (by appointment)", "overlap", "09:00-12:00 and 11:00-13:00"),
    ("Mon 9am-noon, Mon 8am-10am (x)", "overlap", "08:00-10:00 and 09:00-12:00"),
    ("Mon 9am-8am; Mon 8am-10am", "overlap", "08:00-10:00 and 09:00-08:00"),
    ("Mon 9am-5pm; closed Mon", "contradiction", None),
    ("Closed Mon; Mon 9am-5pm", "contradiction", None),
    ("Mon, Tues 9am-5pm; closed Mon & Tues", "contradiction", None),
    ("Tues 9am-5pm; closed Mon; daily 6pm-8pm", "contradiction", None),
    ("Mon 9am-5pm (M-F)", "hours_in_brackets", "'M-F'"),
    ("Mon 9am-5pm (MWF)", "hours_in_brackets", "'MWF'"),
    ("Mon 9am-5pm (by appointment: Mondays)", "missing_hours", "'Mondays'"),
    ("Mon 9am-5pm (hours may differ in winter)", "undated_season", None),
    ("Mon 9am-5pm ()", "bad_note", "missing"),
    ('Mon 9am-5pm ("")', "bad_note", "missing"),
    ('Mon 9am-5pm (say "x")', "bad_note", None),
    ("Mon 9am-5pm (a\u0301\x07b)", "bad_note", None),
    ('Mon 9am-5pm ("by appointment")', "bad_note", None),
    ("Mon-Fri 9am-5pm, T-Th 6pm-8pm", "unclear_days", "'T-Th'"),
    ("MF 8am-5pm", "unclear_days", "'MF'"),
    ("S 8am-5pm", "unclear_days", "'S'"),
    ("9am-5pm Mon, Tues, Wed 9am-noon", "unclear_pairs", None),
    ("Mon\nTues\n8am-5pm\n9am-5pm", "missing_hours", None),
    ("Mon 9am-5pm, Wed", "missing_hours", "'Wed'"),
    ("Mon 8am-5pm; until 8pm", "open_end", None),
    ("winter: Mon 8am-5pm", "undated_season", None),
    ("January 1, 2026: Mon 8am-5pm", "unclear_dates", "2026-01-01"),
    ("June and August Mondays 8am-5pm", "unclear_dates", None),
    ("Lab: Mon 8am-5pm", "another_service", "'Lab'"),
    ("Mon 8am-5pm, by appointment until 4pm", "open_end", None),
]


@pytest.mark.parametrize(("sign", "code", "shown"), UNREAD)
def test_what_is_not_understood_is_told_and_left_out(sign: str, code: str, shown: str | None):
    reading = read_hours(f"Sat 8am-9am (known)\n{sign}")
    piece = reading.unread[0]
    assert piece.code == code
    assert str(piece).startswith("'")
    assert "' was not read: " in str(piece)
    assert shown is None or shown in str(piece)
    assert piece.start >= len("Sat 8am-9am (known)\n")
    assert str(reading.regular_hours.saturday) == '08:00-09:00 open "known"'
    with pytest.raises(HoursSyntaxError) as told:
        read_hours(f"Sat 8am-9am (known)\n{sign}", strict=True)
    assert (told.value.reason, told.value.start, told.value.end) == (str(piece), piece.start, piece.end)


@pytest.mark.parametrize(
    ("sign", "reason"),
    [
        ("", "no hours are written here"),
        (" \n\t;;\r\n", "no hours are written here"),
        ("Welcome!", "no hours are written here"),
        ("8am-5pm", "'8am-5pm' was not read: it does not say on which days"),
        ("Mon\n\nTues 25", "'Mon' was not read: the hours are missing"),
        ("Closed Sat & Sun", "only closed days are written here"),
        ("Closed Sat\nOpen Mon", "'Mon' was not read: the hours are missing"),
        (
            "Mo 09:00-09:00",
            "'Mo 09:00-09:00' was not read: '09:00-09:00' is not a range; write 'open 24 hours' (00:00-24:00)",
        ),
        ("x" * 100_001, "100,001 characters are too many for a sign; at most 100,000"),
        ("-" * 1_000_000, "1,000,000 characters are too many"),
    ],
)
def test_a_text_without_any_hours_is_an_error(sign: str, reason: str):
    with pytest.raises(HoursSyntaxError) as told:
        read_hours(sign)
    assert told.value.reason.startswith(reason)


def test_the_place_of_an_error_about_the_whole_text_is_the_text():
    for sign in (" \n ", " Closed Mon "):
        with pytest.raises(HoursSyntaxError) as told:
            read_hours(sign)
        assert (told.value.start, told.value.end) == (0, len(sign))


def test_the_longest_text_that_is_read():
    sign = "Mon 8am-5pm".ljust(100_000)
    assert str(read_hours(sign).regular_hours) == "Mo 08:00-17:00"
    assert str(read_day("8am-5pm".ljust(100_000))[0]) == "08:00-17:00"


def test_what_is_not_understood_is_left_out_and_the_rest_of_the_line_read():
    reading = read_hours("Mon 8am-4pm\nTues by moonlight (full; Wed 8am-4pm)\nThurs 8am-4pm; Fri at dawn; Sat 8am-4pm")
    assert str(reading.regular_hours) == "Mo,We-Th,Sa 08:00-16:00"
    assert [reading.text[u.start : u.end] for u in reading.unread] == ["Tues by moonlight (full", "Fri at dawn"]
    assert reading.unnamed_days == (Weekday.SUNDAY,)


def test_an_assumption_in_what_is_left_out_is_none():
    reading = read_hours("Mon 8am-4pm\nClosed Wed\nWed 9-5")
    assert reading.assumptions == ()
    assert [unread.code for unread in reading.unread] == ["contradiction"]


def test_doubts_stand_in_the_order_of_the_text():
    reading = read_hours("Closed Mon\nMon 9am-5pm\nTues by moonlight\nWed 8am-5pm")
    assert [unread.code for unread in reading.unread] == ["contradiction", "missing_hours"]
    assert list(reading.unread) == sorted(reading.unread, key=lambda unread: unread.start)


@pytest.mark.parametrize(
    ("sign", "days"),
    [
        ("Daily 8am-5pm", ""),
        ("Mon 8am-5pm\nClosed Tues-Sun", ""),
        ("Open 24 hours", ""),
        ("Mon 8am-5pm", "TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY"),
        ("Fri-Mon 8am-5pm; Tues at dusk; weekdays by the sea", ""),
        ("Tues-Sun 8am-5pm", "MONDAY"),
        ("Fri-Mon 8am-5pm; at dusk on Thurs", "TUESDAY WEDNESDAY"),
    ],
)
def test_days_that_the_text_does_not_name(sign: str, days: str):
    assert [day.name for day in read_hours(sign).unnamed_days] == days.split()


@pytest.mark.parametrize("value", [None, 5, b"Mon 8am-4pm", ["Mon 8am-4pm"], object()])
def test_a_sign_is_a_text(value: object):
    for read in (read_hours, read_day):
        with pytest.raises(WrongTypeError, match=type(value).__name__):
            read(value)  # type: ignore[arg-type, operator]


def test_what_was_read_is_shown_with_its_doubts():
    reading = read_hours("Mon-Thurs 8-5; Fri at dawn\n\tSat 9am-noon\n\nClosed Sun\n")
    assert str(reading) == (
        "    Mon-Thurs 8-5; Fri at dawn\n"
        "              ^^^  ^^^^^^^^^^^\n"
        "     Sat 9am-noon\n"
        "\n"
        "    Closed Sun\n"
        "\n"
        "Understood:\n"
        "    Mon-Thurs 8am-5pm\n"
        "    Sat 9am-noon\n"
        "    Closed Fri & Sun\n"
        "Assumed:\n"
        "    '8-5' read as 08:00-17:00\n"
        "Not understood, and left out:\n"
        "    'Fri at dawn' was not read: the hours are missing"
    )
    nested = read_hours("Mon 8am-1pm\nMon 9-5; at dawn\nat dusk; Tues 8am-9-9am, x")
    assert str(nested).partition("\n\n")[0] == (
        "    Mon 8am-1pm\n"
        "    Mon 9-5; at dawn\n"
        "    ^^^^^^^     ^^^^\n"
        "    at dusk; Tues 8am-9-9am, x\n"
        "       ^^^^       ^^^^^^^^^  ^"
    )
    assert str(read_hours("Mon-Sat 8am-5pm")).endswith("    Closed Sun\nNot named, and so closed: Sunday")


def test_doubts_are_values():
    assert read_hours("Mon 8-5").assumptions == (Assumption("bare_hours", 4, 7, "'8-5' read as 08:00-17:00"),)
    assert hash(Unread("overlap", 0, 3, "x")) == hash(Unread("overlap", 0, 3, "x"))
    reading = read_hours("Mon 8-5; x")
    assert reading == read_hours("Mon 8-5; x")


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("8am-noon", "08:00-12:00"),
        ("12pm-1pm", "12:00-13:00"),
        (" 8am-noon, 1pm-5pm.\n", "08:00-12:00,13:00-17:00"),
        ("10pm-2am", "22:00-02:00"),
        ("closed", "off"),
        ("Closed.", "off"),
        ("open 24 hours", "00:00-24:00"),
        ("by appointment", 'unknown "by appointment"'),
        ("by appointment (new patients)", 'unknown "by appointment: new patients"'),
        ("hours may differ", "unknown"),
        ("9am-noon (by appointment)", '09:00-12:00 unknown "by appointment"'),
        ("9am-noon by appointment", '09:00-12:00 unknown "by appointment"'),
        ("8am-noon; 1pm-2pm", "08:00-12:00,13:00-14:00"),
        ("8am-noon\n1pm-2pm", "08:00-12:00,13:00-14:00"),
        ("8am-5pm, closed noon-1pm", "08:00-12:00,13:00-17:00"),
        ("de 8h à 12h", "08:00-12:00"),
    ],
)
def test_the_hours_of_one_day(text: str, hours: str):
    found, assumptions = read_day(text)
    assert (str(found), assumptions) == (str(WeeklyHours.parse(f"Mo {hours}").monday), ())


def test_the_hours_of_one_day_with_an_assumption():
    hours, (assumption,) = read_day("8-5")
    assert (str(hours), str(assumption), assumption.start, assumption.end) == (
        "08:00-17:00",
        "'8-5' read as 08:00-17:00",
        0,
        3,
    )


@pytest.mark.parametrize(
    ("text", "start", "end", "why"),
    [
        ("", 0, 0, "something is missing"),
        ("Mon 8am-5pm", 0, 3, "'Mon' says neither days nor hours"),
        ("every day", 0, 9, "'every day' says neither days nor hours"),
        ("8am-noon at dawn", 12, 16, "'dawn'"),
        ("8am-noon, or by appointment", 10, 12, "'or'"),
        ("8am-noon, closed", 10, 16, "'closed'"),
        ("noon-1pm lunch", 0, 14, "'noon-1pm lunch'"),
        ("8am-noon, 11am-1pm", 0, 18, "overlap"),
        ("8am-", 0, 4, "something is missing"),
        ("x" * 100_001, 0, 60, "too many"),
    ],
)
def test_what_is_not_the_hours_of_one_day(text: str, start: int, end: int, why: str):
    with pytest.raises(HoursSyntaxError, match=why) as told:
        read_day(text)
    assert (told.value.start, told.value.end) == (start, end)


@pytest.mark.parametrize(
    ("sign", "slip"), [("Mon-Xyz 9am-5pm", "Xyz"), ("Mon-Fri 8am-5pmm", "pmm"), ("Tues–Thrus 9am-5pm", "Thrus")]
)
def test_a_slip_in_a_day_or_a_clock_is_not_taken_for_talk(sign: str, slip: str):
    """Left aside as talk, it would be told as an assumption alone, and a day or an hour would be lost with it."""
    (piece,) = read_hours(sign).unread
    assert sign[piece.start : piece.end] == slip
