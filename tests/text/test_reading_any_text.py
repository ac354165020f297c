"""Any text at all: a reading or an error, in time linear in the text, and nothing of it is lost."""

import sys
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import TypeVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clinic_hours.errors import HoursSyntaxError
from clinic_hours.hours.weekday import Weekday
from clinic_hours.text import Reading, read_day, read_hours
from clinic_hours.text.cursor import Cursor
from clinic_hours.text.items import items
from clinic_hours.text.languages import tongue
from clinic_hours.text.lexer import Lexed

Read = TypeVar("Read")

SINGLE = """
Mon Tues Wednesday Sat. Sun daily weekdays closed Closed open hours by appointment only may differ every day lunch
8am 5pm 8:30 a.m. noon midnight 08:00 17:30 24:00 24 24/7 8 5 12 25 0800 9.30 2nd - – — to through from
& and / + , ; : . ( ) " except July x é ٣ 日 1st lunch holidays Montag lundi lunes bis à 8h30 Uhr | 24/7 (new (by Mon-Fri 8am-5pm 1pm-3pm 10pm-2am 8-5
"""
WORDS = [
    *SINGLE.split(),
    *("every day", "open 24 hours", "hours may differ", "(by appointment)", "(new patients)", '("closed")'),
    *("", " ", "\t", "\n", "\r\n", "\0"),
]
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=30).flatmap(
    lambda words: st.sampled_from(["", " "]).map(lambda blank: blank.join(words))
)
SIGNS = [
    "Mon 8am-4pm\nTues, Wed & Thurs 8am-5pm\nFri 8am-3pm\nClosed Sat & Sun",
    "Mon. – Fri.: 9 a.m.—4 p.m. (by appointment); Sat 9-noon, 1-3 (new patients)",
    'Daily 10pm-2am\nOpen 24 hours\nSun by appointment ("closed")',
    "Mon-Thurs 8-5, closed 12-1 for lunch; 2nd & 4th Sat by appointment; closed Dec 25 and on holidays",
    "Lab: Mo-Fr 7-11 Uhr, außer Mi\nDu lundi au vendredi de 8h30 à 12h et 14h-18h; fermé le 14 juillet",
    "June-August: Mon-Fri 8-4\nTues | 8:00 | 12:00\n9-5 Mon, Sat 9-noon every other week",
]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A sign with some characters changed, dropped or put in."""
    sign = draw(st.sampled_from(SIGNS))
    for _ in range(draw(st.integers(1, 6))):
        at, size = draw(st.integers(0, len(sign))), draw(st.integers(0, 3))
        sign = sign[:at] + draw(st.sampled_from(WORDS) | st.text(max_size=2)) + sign[at + size :]
    return sign


def outcome(text: str, read: Callable[[str], Read]) -> Read | HoursSyntaxError:
    """What reading a text comes to; any other error is a failure."""
    try:
        return read(text)
    except HoursSyntaxError as error:
        return error


def is_a_good_error(error: object, text: str) -> bool:
    return isinstance(error, HoursSyntaxError) and 0 <= error.start <= error.end <= len(text) and bool(str(error))


@given(TEXTS | mutated() | st.text())
@example("-" * 99_999)
@example("Mon 8am-5pm (" + "(" * 500)
@example("\x00\ud800")
def test_any_text_is_a_reading_or_an_error(text: str):
    reading = outcome(text, read_hours)
    if not isinstance(reading, Reading):
        assert is_a_good_error(reading, text)
        return
    assert str(reading)
    assert str(reading.regular_hours)
    doubts = [*reading.assumptions, *reading.unread]
    assert all(0 <= doubt.start < doubt.end <= len(text) for doubt in doubts)
    assert all(first.end <= second.start for first, second in pairwise(reading.unread))
    strictly = outcome(text, partial(read_hours, strict=True))
    assert is_a_good_error(strictly, text) if doubts else strictly == reading


@given(TEXTS | mutated() | st.text())
def test_any_text_is_the_hours_of_a_day_or_an_error(text: str):
    found = outcome(text, read_day)
    if not isinstance(found, tuple):
        assert is_a_good_error(found, text)
        assert str(found).startswith("these are not the hours of a day: ")
        return
    hours, assumptions = found
    assert str(hours)
    assert all(0 <= assumption.start < assumption.end <= len(text) for assumption in assumptions)


@given(TEXTS | mutated())
def test_every_token_is_in_an_item_or_separates_two(text: str):
    lexed = Lexed(text)
    c = Cursor(lexed, tongue(lexed))
    row = items(c)
    inside = {at for item in row for at in range(item.first, item.last)}
    assert [item.first for item in row] == sorted(item.first for item in row)
    assert all(first.last <= second.first for first, second in pairwise(row))
    left = {c.tokens[at].kind for at in range(len(c.tokens)) if at not in inside}
    assert left <= {"break", ".", ",", "and", "dash", ":", "cell", "end"}


@given(TEXTS | mutated())
def test_hours_that_are_said_are_read_or_in_a_doubt(text: str):
    reading = outcome(text, read_hours)
    if not isinstance(reading, Reading):
        return
    said = [token for token in Cursor(Lexed(text), tongue(Lexed(text))).tokens if token.kind == "day"]
    doubtful = any(doubt.code != "bare_hours" for doubt in (*reading.assumptions, *reading.unread))
    named = {Weekday(token.value + 1) for token in said}
    assert doubtful or '"' in text or "(" in text or named.isdisjoint(reading.unnamed_days)


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(["Mon", "Tues", "Wed", "Thurs"])), min_size=1, max_size=6))
def test_a_line_that_says_more_than_is_known_is_always_reported(lines: list[tuple[bool, str]]):
    sign = "\n".join(f"{day} 8am-5pm{'' if known else ' while it rains'}" for known, day in lines)
    unread = read_hours(f"Sun 8am-9am\n{sign}").unread
    start = len("Sun 8am-9am\n")
    for line, (known, _) in zip(sign.split("\n"), lines):
        assert any(start < piece.start < start + len(line) for piece in unread) != known
        start += len(line) + 1


ENDLESS = [
    *("-", "8", "a", "8:", "(", ")", '"', "((;", ",", "Mon,", "Mon-", "x;", "8am-9am,", "Mon(x)", "\u2028", " ", "\n"),
    *("8 ", "& ", "Mon ", "Mon & ", "by ", "24 ", "open 24 hours a ", "Mon 8-5\n", "Mon 8-5;", "Closed Mon\n"),
    *("Daily 8am-9am; ", "Mon 10pm-2am;Tues 1am-3am;", "Closed Mon;Mon 8am-5pm;", "Mon 8am-5pm (x), "),
    *("Mon 8am-5pm (", 'Mon 8am-5pm ("x ; ', 'Mon 8am-noon (")))"), 1pm-2pm (x ; ', "Mon 8am-5pm ((x)"),
    *(
        "8am-9am Mon ",
        "Mon 8am-5pm (closed 12-1); ",
        "x 8am-9am ",
        "Mon 8-5\nBy appointment only\n",
        "8 | ",
        "8am | ",
        "tel ",
    ),
    *("tel 12 - ", "except Mon ", "every other ", "1st & ", "Lab: Mon 8-5\n", "Lab Mon 8-5 ", "Mon 8-5\nclosed 12-1\n"),
    *(
        "(((x)))",
        "1/1 - ",
        "Jan - ",
        "Dec 24 & ",
        "closed ",
        "lunch ",
        "closed 12-1, ",
        "June-August: Mon 8-5\n",
        "Mon\n",
    ),
    *(
        "8-5\n",
        "+1 ",
        "(201) ",
        "<",
        "&",
        "'",
        "l'",
        "until 5 ",
        "and by appointment, ",
        "Lundi 8h-12h; ",
        "1 ? 2 ? ",
        "8...",
    ),
    *(
        "holidays, ",
        "Mon 8:0",
        "0800-",
        "all other days 8-5;",
        "Sat 9-12 (1st)\n",
        "Mon 8-5, Tue closed, ",
        "9/13 - 15/19 ",
    ),
]


def calls(text: str) -> int:
    """How many calls of functions it takes to read a text and to show the reading."""
    count = 0

    def counting(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counting)
    try:
        str(outcome(text, read_hours))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", ENDLESS)
def test_the_steps_are_linear_in_the_text(piece: str):
    calls(piece)
    short, long = (calls(piece * (size // len(piece))) for size in (2_000, 8_000))
    assert long < 6 * short + 1000


def test_many_ranges_of_a_day_take_no_more_steps():
    clocks = [f"{h % 12 or 12}:{m:02}{'ap'[h // 12]}m" for h in range(24) for m in range(60)]
    lines = [f"Daily {start}-{end}" for start, end in zip(clocks[::2], clocks[1::2])]
    short, long = (calls("\n".join(lines[:size])) for size in (100, 400))
    assert long < 6 * short


def test_a_text_of_a_megabyte_is_refused_at_once():
    for text in ("-" * 1_000_000, "Mon 8am-5pm\n" * 90_000, " " * 10_000_000):
        assert calls(text) < 500
