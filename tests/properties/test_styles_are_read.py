"""What is written in a style is read as the very week, without a doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import WeeklyHours, format_hours, read_hours, strategies
from clinic_hours.text.built_in import SHAPES

READ = [(locale, style) for locale in ("en", "es", "fr", "de", "it", "pt") for style in SHAPES]
"""The locales and styles that are read back: every style in each language that `read_hours` knows."""

SAID = st.sampled_from(["", "new patients", "ring twice", "Dr. Roe", "closed at noon", "12-1", "Mondays"])


@st.composite
def weeks(draw: st.DrawFn) -> WeeklyHours:
    """Any week whose notes hold no brackets, which a style may have of its own."""
    week = draw(strategies.weekly_hours())
    texts = st.text(
        st.characters(exclude_categories=("C", "Z"), include_characters=" ", exclude_characters='"()（）'), max_size=12
    )
    notes = SAID | texts.map(str.strip).filter(
        lambda note: not note.lower().startswith(("by appointment", "hours may differ"))
    )
    days = {
        day: [{"opens": r.opens, "closes": r.closes, "state": r.state, "note": draw(notes)} for r in hours]
        for day, hours in zip(WeeklyHours.model_fields, week.days)
    }
    return WeeklyHours(**days)  # type: ignore[arg-type]


@pytest.mark.parametrize(("locale", "style"), READ)
@given(week=weeks())
def test_a_style_is_read_as_the_week_that_was_written(week: WeeklyHours, locale: str, style: str):
    text = format_hours(week, style, locale)
    reading = read_hours(text, strict=True)
    assert reading.regular_hours == week
    assert (reading.assumptions, reading.unread, reading.unnamed_days) == ((), (), ())
    assert format_hours(reading.regular_hours, style, locale) == text


def test_every_style_that_is_read_is_a_built_in_one():
    assert {style for _, style in READ} <= {*SHAPES}
