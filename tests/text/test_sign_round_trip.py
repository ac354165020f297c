"""A sign that was written is read as the very hours that it was written from, whatever a copyist does to it."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clinic_hours.errors import InvalidHoursError
from clinic_hours.hours.day import DayHours, day_hours
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.notation import Range, checked_note
from clinic_hours.hours.week import NAMES, WeeklyHours
from clinic_hours.hours.weekday import State
from clinic_hours.text import Style, format_hours, read_day, read_hours
from clinic_hours.text.writing import Writer

MAIN = "Mon 8am-4pm\nTues, Wed & Thurs 8am-5pm\nFri 8am-3pm\nClosed Sat & Sun"
SATELLITE = "Mon 8am-4pm\nClosed Tues-Sun"

# What a note may hold: pieces of signs, marks that mean something in one, and any characters at all.
SAID = """
closed Closed noon midnight Mon & Tues-Sun 8am - 9 12-1 24 hours 24/7 , ; : . ( ) () by appointment appointments only hours may
differ open daily every week 2nd July lunch except until to and new patients ring twice é ü 日 ① '
"""
PIECES = st.sampled_from(["", " ", *SAID.split()])
LETTERS = st.characters(exclude_categories=("C", "Z"), include_characters=" ", exclude_characters='"')


def is_note(line: str) -> bool:
    try:
        return checked_note(line) == line
    except InvalidHoursError:
        return False


NOTES = st.one_of(
    st.just(""),
    st.sampled_from(["new patients", "walk-ins", "ring twice (side door)"]),
    st.lists(PIECES, min_size=1, max_size=5).map(" ".join),
    st.lists(PIECES | LETTERS, min_size=1, max_size=8).map("".join),
).filter(is_note)
STATES = st.sampled_from([State.OPEN, State.BY_APPOINTMENT, State.UNKNOWN])


@st.composite
def days(draw: st.DrawFn) -> tuple[Range, ...]:
    """The ranges of a day: none, the whole day, or some that may touch and the last of which may run past midnight."""
    if draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from([(), (Range(0, DAY),), (Range(0, DAY, State.BY_APPOINTMENT, "x"),)]))
    minutes = st.integers(0, DAY) | st.integers(0, 24).map(lambda hour: hour * 60)
    cuts = sorted(draw(st.sets(minutes, min_size=2, max_size=6)))
    spans = [span for span in pairwise(cuts) if draw(st.booleans())]
    if spans and draw(st.booleans()):
        start = spans[-1][0]
        spans[-1] = (start, draw(st.integers(start + 1, start + DAY - 1)))
    return tuple(Range(*span, draw(STATES), draw(NOTES)) for span in spans)


@st.composite
def weeks(draw: st.DrawFn) -> WeeklyHours:
    """Any week, days alike more often than by chance."""
    kinds = draw(st.lists(days(), min_size=1, max_size=4))
    week = [list(draw(st.sampled_from(kinds))) for _ in range(7)]
    for day, following in zip(week, week[1:] + week[:1]):
        if day and following and day[-1].end > DAY + following[0].start:
            day[-1] = day[-1]._replace(end=DAY)
    return WeeklyHours(**{name: day_hours(tuple(day)) for name, day in zip(NAMES, week)})


def outside_brackets(sign: str, change: Callable[[str], str]) -> str:
    """The sign with every character changed that is not in brackets."""
    out, depth, quoted = "", 0, False
    for c in sign:
        quoted ^= c == '"'
        depth += 0 if quoted else (c == "(") - (c == ")")
        out += change(c) if depth == 0 and c != ")" else c
    return out


@given(weeks())
def test_reading_is_the_inverse_of_writing(week: WeeklyHours):
    reading = read_hours(format_hours(week))
    assert reading.regular_hours == week
    assert (reading.assumptions, reading.unread, reading.unnamed_days) == ((), (), ())
    assert read_hours(format_hours(week), strict=True) == reading
    assert format_hours(reading.regular_hours) == format_hours(week)


@given(days().map(day_hours))
def test_reading_a_day_is_the_inverse_of_writing_it(day: DayHours):
    assert read_day(Writer(Style()).day(day) or "closed") == (day, ())


@pytest.mark.parametrize("sign", [MAIN, SATELLITE])
def test_the_signs_of_the_two_offices_are_written_back_to_the_letter(sign: str):
    assert format_hours(read_hours(sign, strict=True).regular_hours) == sign


CHANGES: dict[str, Callable[[str], str]] = {
    "in capitals": str.upper,
    "in small letters": str.lower,
    "doubled spaces": lambda c: c.replace(" ", "  "),
    "other blanks": lambda c: c.replace(" ", " \u00a0\u2009\t"),
    "an en dash between spaces": lambda c: c.replace("-", " – "),
    "an em dash": lambda c: c.replace("-", "—"),
    "a minus": lambda c: c.replace("-", "\u2212"),
    "a word for the dash": lambda c: c.replace("-", " to "),
    "a word for the ampersand": lambda c: c.replace("&", "and"),
}
LINE_ENDS = ["\n", "\n\n \n", " \r\n\t", "\u2028", "; ", ",\n", "; \n;"]


@given(weeks(), st.lists(st.sampled_from(sorted(CHANGES)), max_size=3), st.sampled_from(LINE_ENDS))
def test_reading_is_stable_under_what_a_copyist_changes_outside_of_notes(
    week: WeeklyHours, changes: list[str], line_end: str
):
    sign = format_hours(week)
    for change in changes:
        sign = outside_brackets(sign, CHANGES[change])
    assert read_hours(sign.replace("\n", line_end), strict=True).regular_hours == week


@pytest.mark.parametrize("change", sorted(CHANGES))
@pytest.mark.parametrize("line_end", LINE_ENDS)
def test_the_main_office_is_read_whatever_a_copyist_changes(change: str, line_end: str):
    sign = "".join(map(CHANGES[change], MAIN)).replace("\n", line_end)
    assert read_hours(sign, strict=True).regular_hours == read_hours(MAIN).regular_hours


@given(weeks(), st.booleans())
def test_the_words_of_a_state_are_read_in_upper_and_lower_case(week: WeeklyHours, upper: bool):
    plain = WeeklyHours(
        **{name: day_hours(tuple(r._replace(note="") for r in day.plain)) for name, day in zip(NAMES, week.days)}
    )
    sign = format_hours(plain)
    assert read_hours(sign.upper() if upper else sign.lower(), strict=True).regular_hours == plain


@given(weeks())
def test_a_sign_names_every_state_and_note_and_each_day_once(week: WeeklyHours):
    sign = format_hours(week)
    for day in week.days:
        for _, _, state, note in day.plain:
            assert note in sign
            assert (
                state is State.OPEN
                or {"by_appointment": "by appointment", "unknown": "hours may differ"}[state] in sign
            )
    assert len(sign.split("\n")) == len(set(week.days))


@given(NOTES)
@example("closed noon-1pm")
@example("by  appointment")
@example("a) & Tues 9am-5pm (b")
@example("; Tues 9am-5pm")
@example("(")
@example("12/25")
@example("2nd")
@example("9:00")
@example("note: x")
def test_a_note_survives_whatever_it_says(note: str):
    week = WeeklyHours(monday=day_hours((Range(480, 720, State.OPEN, note), Range(780, 1020, State.UNKNOWN, note))))
    assert read_hours(format_hours(week), strict=True).regular_hours == week
