"""Styles as plain data: what one may hold, how one is made, and what is said where it cannot be."""

import dataclasses
from html import escape

import pytest

from clinic_hours import Style, WeeklyHours, format_hours
from clinic_hours.errors import InvalidHoursError, WrongTypeError
from clinic_hours.text.built_in import SHAPES, style_of
from clinic_hours.text.styles import PLACES

WEEK = WeeklyHours.parse("Mo-Fr 08:00-12:00,13:00-17:30; Sa 09:00-12:00")
TEXTS = [field.name for field in dataclasses.fields(Style) if type(getattr(Style(), field.name)) is str]


def test_a_style_is_a_frozen_value():
    style = Style(closed="shut")
    assert style == Style(closed="shut") != Style()
    assert hash(style) == hash(Style(closed="shut"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        style.closed = "open"  # type: ignore[misc]


def test_the_style_that_changes_nothing_is_the_sign_in_english():
    assert Style() == Style.of() == Style.of("sign") == style_of("sign") == style_of("sign", "en")


def test_a_style_of_ones_own_is_a_built_in_one_with_changes():
    mine = Style.of("table", "en_US", line="{days} | {hours}", closed="—", first_day=0)
    assert format_hours(WEEK, mine).split("\n")[::5] == [
        "Monday | 8:00 AM – noon, 1:00 PM – 5:30 PM",
        "Saturday | 9:00 AM – noon",
    ]
    assert format_hours(WEEK, mine).endswith("Sunday | —")
    assert dataclasses.replace(mine, first_day=6) == Style.of("table", "en_US", line="{days} | {hours}", closed="—")


@pytest.mark.parametrize("name", SHAPES)
def test_each_built_in_style_is_made_by_its_name(name: str):
    assert style_of(name) is style_of(name, None) is style_of(name, "en")
    assert style_of(style_of(name)) is style_of(name)


def test_only_a_name_or_a_style_is_a_style():
    told = "'tabel'; there is sign, compact, table, sentence, spoken, or a Style of your own"
    with pytest.raises(InvalidHoursError, match=told):
        style_of("tabel")
    with pytest.raises(WrongTypeError, match="a Style, not list"):
        style_of([])  # type: ignore[arg-type]
    with pytest.raises(InvalidHoursError, match=r"no 'lines'; near ones: line"):
        Style.of(lines="x")


def test_a_style_of_ones_own_takes_no_locale_beside_it():
    with pytest.raises(InvalidHoursError, match=r"those of 'fr' make it with Style\.of\(name, locale, …\)"):
        format_hours(WEEK, Style(), "fr")
    with pytest.raises(WrongTypeError, match="'de_DE', not int"):
        format_hours(WEEK, "table", 5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("days", ("Mo", "Tu"), "the days of a style are 7, not 2"),
        ("days", (), "the days of a style are 7, not 0"),
        ("months", (), "the months of a style are 12, not 0"),
        ("first_days", ("a",), "the first_days of a style are 7, not 1"),
        ("last_days", ("a",) * 8, "the last_days of a style are 7, not 8"),
        ("halves", ("am", "pm"), "the halves of a style are 24, not 2"),
        ("first_day", 7, "0, Monday, to 6, Sunday, not 7"),
        ("first_day", -1, "0, Monday, to 6, Sunday, not -1"),
        ("digits", "012", "ten characters, not 3"),
        ("line", "{days}", r"the line of a style is a pattern with \{days\} \{hours\}, not '\{days\}'"),
        ("line", "{days} {hours} {note}", r"the line of a style is a pattern with \{days\} \{hours\}"),
        ("line", "{days} {hours.__class__}", r"the line of a style is a pattern with"),
        ("line", "{days} {hours!r}", r"the line of a style is a pattern with"),
        ("line", "{days:>9} {hours}", r"the line of a style is a pattern with"),
        ("line", "{} {hours}", r"the line of a style is a pattern with"),
        ("range", "{opens} - ", r"pattern with \{closes\} \{opens\}, not '\{opens\} - '"),
        ("clock", "{h}:{mm}{am}", r"pattern with \{H\} \{HH\} \{K\} \{h\} \{half\} \{hh\} \{m\} \{mm\}"),
        ("clock", "{h!r}:{mm}{half}", r"the clock of a style is a pattern"),
        ("date", "{day:>3}. {month}", r"the date of a style is a pattern"),
        ("date", "{weekday} {hour}", r"the date of a style is a pattern"),
        ("open_until", "Open {until}", r"pattern with \{minutes\} \{time\}"),
        ("note", "({note", r"the note of a style, '\(\{note', is no pattern: expected '\}'"),
        ("note", "}", "is no pattern: Single '}'"),
    ],
)
def test_what_a_style_cannot_be(field: str, value: object, told: str):
    with pytest.raises(InvalidHoursError, match=told):
        Style(**{field: value})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", PLACES)
def test_each_pattern_must_have_its_places(name: str):
    must, may = PLACES[name]
    assert name in TEXTS
    assert not {*must} & {*may}
    full = "x " + " ".join(f"{{{place}}}" for place in (*must, *may))
    assert getattr(Style(**{name: full}), name) == full  # type: ignore[arg-type]
    for place in must:
        with pytest.raises(InvalidHoursError, match=f"the {name} of a style"):
            Style(**{name: full.replace(f"{{{place}}}", "")})  # type: ignore[arg-type]
    with pytest.raises(InvalidHoursError, match=f"the {name} of a style"):
        Style(**{name: full + "{other}"})  # type: ignore[arg-type]


def test_braces_can_be_written_by_themselves():
    assert format_hours(WEEK, Style(line="{{{days}}} {hours}")).startswith("{Mon-Fri} 8am")
    assert format_hours(WEEK, Style(line="{{hours}} {days}: {hours}!")).startswith(
        "{hours} Mon-Fri: 8am-noon, 1pm-5:30pm!"
    )


def test_a_sentence_behind_a_stop_begins_with_a_capital_letter_also_on_one_line():
    spoken = format_hours(WEEK, Style.of("spoken", "fr", between=" "))
    assert spoken.endswith("à 17 h 30. Samedi, de 9 h à midi. Fermé dimanche.")
    assert format_hours(WEEK, Style.of("compact", "fr")).endswith(" ; sam. 09:00–12:00 ; dim. fermé")
    assert "dim. fermé" in format_hours(WEEK, Style.of("sign", "fr", capitals=False))


def test_a_style_without_words_for_a_whole_day_writes_its_clocks():
    style = Style.of("compact", "de", whole_day="")
    assert format_hours(WeeklyHours.parse("Mo 00:00-24:00"), style) == "Mo 00:00–24:00 Uhr; Di–So geschlossen"
    assert format_hours(WeeklyHours.parse("24/7"), style) == "Täglich 00:00–24:00 Uhr"
    assert format_hours(WeeklyHours.parse('Mo-Su unknown "by appointment"'), style) == "Täglich nach Vereinbarung"


def test_words_that_are_missing_are_asked_for():
    assert Style().said("closed") == "closed"
    with pytest.raises(
        InvalidHoursError, match=r"no words for 'now' in the locale 'en'.*Style\.of\('compact', 'en', now='…'\)"
    ):
        Style(now="").said("now")


def test_every_word_of_a_style_is_escaped_and_nothing_else():
    words = [name for name in TEXTS if name not in ("locale", "digits") and getattr(Style(), name)]
    marks = {name: f"<{getattr(Style(), name)}>" for name in words}
    style = Style(**marks, days=("<Mo>",) * 7, digits="0<>3456789").mapped(escape)  # type: ignore[arg-type]
    assert all(getattr(style, name) == escape(value) for name, value in marks.items())
    assert (style.days, style.digits, style.locale) == (("&lt;Mo&gt;",) * 7, "0<>3456789", "en")
    assert (style.first_day, style.capitals, style.longest_list) == (0, False, 3)
    assert Style().mapped(escape) == Style(**{name: escape(getattr(Style(), name)) for name in TEXTS})  # type: ignore[arg-type]
