"""Two clocks as a range: what is said is kept, what is left out is assumed or refused."""

import itertools

import pytest

from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.notation import write_range
from clinic_hours.text.clocks import Span, span
from clinic_hours.text.lexer import Lexed
from clinic_hours.text.vocabulary import Token


def read(text: str) -> Span:
    first, dash, last = Lexed(text).tokens[1:-1]
    assert (first.kind, dash.kind, last.kind) == ("clock", "dash", "clock")
    return span(first, last)


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("8am-5pm", "08:00-17:00"),
        ("10pm-2am", "22:00-02:00"),
        ("midnight-8am", "00:00-08:00"),
        ("8pm-midnight", "20:00-24:00"),
        ("8pm-12am", "20:00-24:00"),
        ("1pm-noon", "13:00-12:00"),
        ("00:00-24:00", "00:00-24:00"),
        ("0:00-24:00", "00:00-24:00"),
        ("08:00-17:30", "08:00-17:30"),
        ("08:00-12:00", "08:00-12:00"),
        ("09:00-09:30", "09:00-09:30"),
        ("22:00-06:00", "22:00-06:00"),
        ("22:00-6:00", "22:00-06:00"),
        ("8:00-17:00", "08:00-17:00"),
        ("9-17", "09:00-17:00"),
        ("5-20", "05:00-20:00"),
        ("14-24", "14:00-24:00"),
        ("08:00-0:00", "08:00-24:00"),
        ("0-8", "00:00-08:00"),
        ("08:00-5pm", "08:00-17:00"),
        ("08:00-noon", "08:00-12:00"),
        ("10pm-06:00", "22:00-06:00"),
        ("8am-17:00", "08:00-17:00"),
        ("13:00-5pm", "13:00-17:00"),
        ("06:00-07:30", "06:00-07:30"),
        ("05:00-08:00", "05:00-08:00"),
        ("06:30-07:30", "06:30-07:30"),
    ],
)
def test_clocks_that_leave_nothing_open(text: str, range_: str):
    start, end, assumed, unread = read(text)
    assert (write_range(start, end), assumed, unread) == (range_, "", "")


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("8-5", "08:00-17:00"),
        ("8:30-5:00", "08:30-17:00"),
        ("9-12", "09:00-12:00"),
        ("8-8", "08:00-20:00"),
        ("11-11", "11:00-23:00"),
        ("12-4", "12:00-16:00"),
        ("12-12:30", "12:00-12:30"),
        ("1-3", "13:00-15:00"),
        ("4-9:30", "16:00-21:30"),
        ("7-3", "07:00-15:00"),
        ("6-12", "06:00-12:00"),
        ("7-7", "07:00-19:00"),
        ("8-noon", "08:00-12:00"),
        ("5-noon", "05:00-12:00"),
        ("noon-5", "12:00-17:00"),
        ("midnight-8", "00:00-08:00"),
        ("9am-5", "09:00-17:00"),
        ("8am-8", "08:00-20:00"),
        ("10pm-2", "22:00-02:00"),
        ("08:00-5:00", "08:00-17:00"),
    ],
)
def test_bare_clocks_are_those_of_a_clinic(text: str, range_: str):
    start, end, assumed, unread = read(text)
    assert (write_range(start, end), assumed, unread) == (range_, "bare_hours", "")


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("8-11am", "08:00-11:00"),
        ("6-9 p.m.", "18:00-21:00"),
        ("12-6pm", "12:00-18:00"),
        ("11-1pm", "11:00-13:00"),
        ("9-5pm", "09:00-17:00"),
        ("8-8pm", "08:00-20:00"),
        ("8-12pm", "08:00-12:00"),
        ("10-2am", "22:00-02:00"),
        ("12-4am", "00:00-04:00"),
        ("7-3:30pm", "07:00-15:30"),
    ],
)
def test_an_am_or_pm_at_the_end_holds_for_both(text: str, range_: str):
    start, end, assumed, unread = read(text)
    assert (write_range(start, end), assumed, unread) == (range_, "shared_am_pm", "")


EITHER = "6-9 5-8 7-11 5:30-11:59 12-12 12:30-12 1-1 4-2 1-12 9-midnight 8-12am 1-noon 4:59-noon 12-noon 2-12:30pm "
EITHER += "09:00-05:00 01:00-05:00 05:59-07:59 9:00-05:00 01:00-5pm 06:00-8pm 9am-05:00 noon-05:00 "
EITHER += "08:00-midnight 14:00-6:00 13:00-5:00 24:00-8"
EMPTY = "9am-9am noon-12pm midnight-midnight 00:00-0:00 17:00-5pm 24:00-8am 08:00-08:00 24:00-24:00"


@pytest.mark.parametrize("text", EITHER.split())
def test_what_may_be_morning_or_evening_is_refused(text: str):
    assert read(text) == Span(0, 0, unread="morning_or_evening")


@pytest.mark.parametrize("text", EMPTY.split())
def test_a_range_does_not_end_where_it_begins(text: str):
    assert read(text) == Span(0, 0, unread="not_a_range")


CLOCKS = [Token("clock", minute, "said") for minute in range(0, DAY, 30)]
CLOCKS += [Token("clock", DAY // 2, "word"), Token("clock", 0, "word")]
CLOCKS += [Token("clock", minute, "24") for minute in (0, 30, *range(13 * 60, DAY + 1, 30))]
CLOCKS += [Token("clock", minute, "padded") for minute in range(60, 10 * 60, 30)]
CLOCKS += [Token("clock", minute, "bare") for minute in range(60, 13 * 60, 30)]


def test_every_range_begins_and_ends_on_clocks_that_show_what_is_written():
    for first, last in itertools.product(CLOCKS, CLOCKS):
        start, end, assumed, unread = span(first, last)
        if unread:
            assert (start, end, assumed) == (0, 0, "")
            continue
        assert 0 <= start < DAY
        assert start < end <= max(start + DAY - 1, DAY)
        turn = 12 * 60 if first.form == "bare" else DAY
        assert start % turn == first.value % turn
        turn = 12 * 60 if last.form == "bare" else DAY
        assert end % turn == last.value % turn
        exact = {first.form, last.form} <= {"said", "word", "24"}
        assert not (exact and assumed)
        if assumed:
            assert "bare" in (first.form, last.form)
            assert end - start <= 12 * 60
