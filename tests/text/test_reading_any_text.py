"""Any text at all: a reading or an error, in time linear in the text, and nothing of it is lost."""

import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import TypeVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clinic_hours.errors import HoursSyntaxError
from clinic_hours.text import Reading, read_day, read_hours
from clinic_hours.text.grammar import Grammar
from clinic_hours.text.lexer import BLANK, LINE_ENDS, Lexed
from clinic_hours.text.locales import en
from steps import steps

Read = TypeVar("Read")

SINGLE = """
Mon Tues Wednesday Sat. Sun daily weekdays closed Closed open hours by appointment only may differ every day lunch
8am 5pm 8:30 a.m. noon midnight 08:00 17:30 24:00 24 24/7 8 5 12 25 0800 9.30 2nd - – — to through from
& and / + , ; : . ( ) " except July x é ٣ 日 (new (by Mon-Fri 8am-5pm 1pm-3pm 10pm-2am 8-5
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
]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A sign with some characters changed, dropped or put in."""
    sign = draw(st.sampled_from(SIGNS))
    for _ in range(draw(st.integers(1, 6))):
        at, size = draw(st.integers(0, len(sign))), draw(st.integers(0, 3))
        sign = sign[:at] + draw(st.sampled_from(WORDS) | st.text(max_size=2)) + sign[at + size :]
    return sign


def nothing_but_a_separator(piece: str) -> bool:
    return piece in (*LINE_ENDS, *";,.&/+") or piece.lower() in en.AND


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
def test_every_piece_is_in_a_rule_or_unread_or_a_mere_separator(text: str):
    lexed = Lexed(text)
    grammar = Grammar(lexed)
    grammar.text()
    covered = [lexed.place(rule.first, rule.last) for rule in grammar.rules]
    covered += [(unread.start, unread.end) for unread in grammar.unread]
    for at in range(1, len(lexed.pieces)):
        start, end = lexed.place(at, at + 1)
        inside = any(first <= start and end <= last for first, last in covered)
        assert inside or nothing_but_a_separator(lexed.pieces[at]) or re.fullmatch(BLANK, lexed.pieces[at])


@given(TEXTS | mutated())
def test_what_contradicts_is_unread_too(text: str):
    reading = outcome(text, read_hours)
    if not isinstance(reading, Reading):
        return
    lexed = Lexed(text)
    grammar = Grammar(lexed)
    grammar.text()
    assert set(grammar.unread) <= set(reading.unread)
    rules = {lexed.place(rule.first, rule.last) for rule in grammar.rules}
    assert {(unread.start, unread.end) for unread in set(reading.unread) - set(grammar.unread)} <= rules


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(["Mon", "Tues", "Wed", "Thurs"])), min_size=1, max_size=6))
def test_a_line_that_says_more_than_is_known_is_always_reported(lines: list[tuple[bool, str]]):
    sign = "\n".join(f"{day} 8am-5pm{'' if known else ' every other week'}" for known, day in lines)
    unread = {text.start for text in read_hours(f"Sun 8am-9am\n{sign}").unread}
    start = len("Sun 8am-9am\n")
    for line, (known, _) in zip(sign.split("\n"), lines):
        assert (start in unread) != known
        start += len(line) + 1


ENDLESS = [
    *("-", "8", "a", "8:", "(", ")", '"', "((;", ",", "Mon,", "Mon-", "x;", "8am-9am,", "Mon(x)", "\u2028", " ", "\n"),
    *("8 ", "& ", "Mon ", "Mon & ", "by ", "24 ", "open 24 hours a ", "Mon 8-5\n", "Mon 8-5;", "Closed Mon\n"),
    *("Daily 8am-9am; ", "Mon 10pm-2am;Tues 1am-3am;", "Closed Mon;Mon 8am-5pm;", "Mon 8am-5pm (x), "),
    *("Mon 8am-5pm (", 'Mon 8am-5pm ("x ; ', 'Mon 8am-noon (")))"), 1pm-2pm (x ; ', "Mon 8am-5pm ((x)"),
]


def work(text: str) -> int:
    """The lines that run to read a text whose words are known already."""
    outcome(text, read_hours)
    return steps(lambda: str(outcome(text, read_hours)))


def is_linear(small: str, middle: str, large: str) -> bool:
    """Whether the work grows as the text does, of three texts each twice as long as the one before; a square grows by four."""
    first, second, third = work(small), work(middle), work(large)
    return third - second <= 2.2 * (second - first)


@pytest.mark.parametrize("piece", ENDLESS)
def test_the_work_is_linear_in_the_text(piece: str):
    assert is_linear(*(piece * (size // len(piece)) for size in (1000, 2000, 4000)))


@pytest.mark.parametrize("turn", [1, -1], ids=["in order", "from the last"])
def test_many_ranges_of_a_day_are_no_more_work_than_their_text(turn: int):
    clocks = [f"{h % 12 or 12}:{m:02}{'ap'[h // 12]}m" for h in range(24) for m in range(60)]
    lines = [f"Daily {start}-{end}" for start, end in zip(clocks[::2], clocks[1::2])]
    assert is_linear(*("\n".join(lines[:many][::turn] * 2) for many in (180, 360, 720)))


@pytest.mark.parametrize(
    "text", ["-" * 1_000_000, "Mon 8am-5pm\n" * 90_000, " " * 10_000_000], ids=lambda text: text[:4]
)
def test_a_text_of_a_megabyte_is_refused_before_it_is_cut_into_pieces(text: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("clinic_hours.text.reading.Lexed", lambda text: pytest.fail(f"{len(text)} characters are read"))
    for read in (read_hours, read_day):
        with pytest.raises(HoursSyntaxError, match="characters are too many for a sign; at most 100,000"):
            read(text)
