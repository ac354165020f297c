"""Days and weeks of pieces that overlap: every minute has the better state, and none is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import State
from clinic_hours.codecs.assembling import (
    UNKNOWN_DAY,
    day_of,
    line_of,
    note_of,
    read_range,
    spread,
    week_of,
    with_unknown,
)
from clinic_hours.codecs.documents import Node, Notes
from clinic_hours.hours.minutes import DAY, WEEK
from clinic_hours.hours.notation import Range

STATES = (State.OPEN, State.BY_APPOINTMENT, State.UNKNOWN)
PIECES = st.builds(
    lambda start, length, state, note: Range(
        start, min(start + length, DAY if not start else start + DAY - 1), state, note
    ),
    st.integers(0, DAY - 1),
    st.integers(1, DAY),
    st.sampled_from(STATES),
    st.sampled_from(("", "a")),
)


def painted(ranges: list[tuple[int, Range]], size: int) -> list[int]:
    """The best state of each minute of a day with its night, or round a week."""
    best = [len(STATES)] * size
    for base, piece in ranges:
        for minute in range(piece.start, piece.end):
            at = (base + minute) % size
            best[at] = min(best[at], STATES.index(piece.state))
    return best


@given(st.lists(PIECES, max_size=8))
def test_every_minute_of_a_day_has_the_best_of_its_states(ranges: list[Range]):
    day = day_of(ranges, "", Notes())
    ours, theirs = (
        painted([(0, piece) for piece in ranges], 2 * DAY),
        painted([(0, piece) for piece in day.plain], 2 * DAY),
    )
    assert theirs[:DAY] == ours[:DAY]
    # Past midnight a worse state may end with the better one that it overlaps.
    assert all(mine <= other for mine, other in zip(ours[DAY:], theirs[DAY:], strict=True))
    assert [mine == 0 for mine in ours] == [other == 0 for other in theirs]


@given(st.lists(st.lists(PIECES, max_size=3), min_size=7, max_size=7))
def test_every_minute_of_a_week_that_is_open_stays_so(days: list[list[Range]]):
    week = week_of(days, "", Notes())
    ours = painted([(number * DAY, piece) for number, day in enumerate(days) for piece in day], WEEK)
    theirs = painted([(number * DAY, piece) for number, day in enumerate(week.days) for piece in day.plain], WEEK)
    assert [mine == 0 for mine in ours] == [other == 0 for other in theirs]


def test_an_overlap_is_noted_once_for_a_day():
    notes = Notes()
    day_of([Range(540, 720), Range(600, 780), Range(700, 900)], "/monday", notes)
    told = "09:00-12:00 and 10:00-13:00 overlap, and 1 more overlap, and are read as one"
    assert [(note.code, note.place, note.sentence) for note in notes] == [("overlap", "/monday", told)]


def test_the_same_range_twice_is_no_overlap():
    notes = Notes()
    assert str(day_of([Range(540, 720)] * 2, "", notes)) == "09:00-12:00"
    assert list(notes) == []


def test_the_rest_of_a_day_is_unknown():
    assert (
        str(day_of(with_unknown([Range(540, 720)]), "", Notes()))
        == "00:00-09:00 unknown, 09:00-12:00 open, 12:00-24:00 unknown"
    )
    assert day_of(with_unknown([]), "", Notes()) == UNKNOWN_DAY


@pytest.mark.parametrize(("opens", "closes"), [(540, 540), (0, 0), (1440, 60), (1440, 1440)])
def test_clocks_that_make_no_range(opens: int, closes: int):
    assert read_range(opens, closes) is None


def test_a_span_longer_than_a_week_is_a_week():
    assert len(spread(60, 20 * WEEK)) == 8


def test_a_line_keeps_its_blanks_and_loses_its_controls():
    notes = Notes()
    assert line_of(Node("1  River Road"), notes) == "1  River Road"
    assert list(notes) == []
    assert line_of(Node("1\r\n\u2028River\x00 Road"), notes) == "1 River Road"
    assert [note.code for note in notes] == ["text-cleaned"]


def test_a_note_has_no_quotation_marks_and_no_words_of_a_state():
    notes = Notes()
    assert note_of(Node('Hours may differ "today"'), notes) == "(Hours may differ 'today')"
    assert [note.code for note in notes] == ["text-cleaned"]
