"""What people misspell is read with a note, and what is no tag is refused at its place."""

import pytest

from clinic_hours.codecs.osm.grammar import read
from clinic_hours.codecs.osm.languages import Languages
from clinic_hours.codecs.osm.lexer import LONGEST, tokens
from clinic_hours.codecs.osm.syntax import Rule
from clinic_hours.errors import HoursSyntaxError, WrongTypeError


def plain(text: str, country: str | None = None) -> list[tuple[object, ...]]:
    """The rules of a text, without their places."""

    def parts(rule: Rule) -> tuple[object, ...]:
        return rule.separator, rule.groups, rule.times, rule.state, rule.comment

    return [parts(rule) for rule in read(text, country)[0].rules]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("mo 09:00-12:00", "Mo 09:00-12:00"),
        ("Wednesday,Sat. 09:00-12:00", "We,Sa 09:00-12:00"),
        ("Mo9:00-12:05", "Mo 09:00-12:05"),
        ("Tu 9:5-12:00", "Tu 09:05-12:00"),
        ("Tu 9-12", "Tu 09:00-12:00"),
        ("Tu 9-12,14-18", "Tu 09:00-12:00,14:00-18:00"),
        ("Fr 22-3", "Fr 22:00-03:00"),
        ("We 9.30-12.15", "We 09:30-12:15"),
        ("We 9h30-12h", "We 09:30-12:00"),
        ("We 9h-12h", "We 09:00-12:00"),
        ("We 9:00 h - 12:00 h", "We 09:00-12:00"),
        ("We 9am-1:30pm", "We 09:00-13:30"),
        ("We 12:15a.m.-12 p.m.", "We 00:15-12:00"),
        ("We 9–12:30", None),
        ("2020,2021 off am", None),
        ("We 13:00pm-18:00", "We 13:00-18:00"),
        ("2020,2022 Mo 9-12", "2020,2022 Mo 09:00-12:00"),
        ("Th 09:00—12:00", "Th 09:00-12:00"),
        ("Th 09：00~12:00", "Th 09:00-12:00"),
        ("Th ⁹:₃₀-12°°", "Th 09:30-12:00"),
        ("Th 09:00 bis 12:00 Uhr", "Th 09:00-12:00"),
        ("Th 09:00 to 12:00", "Th 09:00-12:00"),
        ("lundi et mercredi 09:00-12:00", "Mo,We 09:00-12:00"),
        ("Lu, Ma, Di 09:00-12:00", "Mo,Tu,Su 09:00-12:00"),
        ("Di, Mi & Do 09:00-12:00", "Tu,We,Th 09:00-12:00"),
        ("martes y jueves 09:00-12:00", "Tu,Th 09:00-12:00"),
        ("środa 09:00-12:00", "We 09:00-12:00"),
        ("вт-чт 09:00-12:00", "Tu-Th 09:00-12:00"),
        ("weekdays 09:00-12:00", "Mo-Fr 09:00-12:00"),
        ("weekend off", "Sa,Su off"),
        ("täglich 08:00-20:00", "Mo-Su 08:00-20:00"),
        ("24h", "24/7"),
        ("24x7", "24/7"),
        ("7/7", "24/7"),
        ("always closed", "off"),
        ("Mo 09:00-noon", "Mo 09:00-12:00"),
        ("Mo 18:00-midnight", "Mo 18:00-00:00"),
        ("Fr 19:00 till late", "Fr 19:00+"),
        ("Fr 19:00-late", "Fr 19:00+"),
        ("public holidays off", "PH off"),
        ("Feiertags geschlossen", "PH off"),
        ("day before public holiday 09:00-12:00", "PH -1 day 09:00-12:00"),
        ("one day after public holidays off", "PH +1 day off"),
        ("SHMo 09:00-12:00", "SH Mo 09:00-12:00"),
        ("MoTu 09:00-12:00", "Mo Tu 09:00-12:00"),
        ("january 05 off", "Jan 05 off"),
        ("Dezember 24-26 off", "Dec 24-26 off"),
        ("1 January", None),
        ("KW 10-12 09:00-12:00", "week 10-12 09:00-12:00"),
        ("by appointment", '"by appointment"'),
        ("Mo 09:00-12:00 open nach Vereinbarung", 'Mo 09:00-12:00 open "nach Vereinbarung"'),
        ("Mo 09:00-12:00 „nur mit Termin“", 'Mo 09:00-12:00 "nur mit Termin"'),
        ("Mo 09:00-12:00 'ring twice'; Tu off", 'Mo 09:00-12:00 "ring twice"; Tu off'),
        ("Mo 09:00-12:00,", "Mo 09:00-12:00"),
        ("Mo 09:00-12:00;; Tu off;", "Mo 09:00-12:00; Tu off"),
        ("; Mo 09:00-12:00", "Mo 09:00-12:00"),
        ("Mo 09:00-12:00 14:00-16:00", "Mo 09:00-12:00,14:00-16:00"),
    ],
)
def test_what_people_write_is_read_with_a_note(written: str, meant: str | None):
    if meant is None:
        with pytest.raises(HoursSyntaxError):
            read(written)
        return
    assert plain(written) == plain(meant)
    notes = read(written)[1]
    assert notes
    assert all(note.code and note.place.startswith("column ") and note.sentence for note in notes)


@pytest.mark.parametrize(
    "text",
    [
        "24/7",
        "off",
        "Mo-Fr 08:00-12:00,13:00-17:00; Sa off",
        "Mo, We 09:00-12:00, 14:00-16:00",
        'PH off "holiday"',
        "Dec: 09:00-12:00",
        "Mo: 09:00-12:00",
        "Mo,We 24/7",
        "09:00-12:00 Mo",
        "week 01-53/2 Mo 09:00-12:00 || unknown",
    ],
)
def test_a_tag_in_its_own_spelling_has_no_note(text: str):
    assert read(text)[1] == []


def test_a_note_tells_the_code_the_place_and_what_was_read():
    note, *_ = read("Mon 9-12")[1]
    assert str(note) == "column 1: 'Mon' is read as Mo (spelling)"
    assert [note.code for note in read("mo 9-12 nach Absprache")[1]] == ["case", "hours-alone", "comment-quotes"]


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("Xx 10:00-12:00", "Xx", "is no word of a tag"),
        ("Mo 10:00-12:00; ~Q", "Q", "is no word of a tag"),
        ("listopad 10:00-12:00", "listopad", "is Nov or Oct"),
        ("Mo 10:00", "10", "a single clock is a point in time"),
        ("Mo 10:00-12:00/30", "/", "points in time are no opening hours"),
        ("Mo 10:00-", " ", "a clock is missing"),
        ("Mo 10:00-12", " ", "with its minutes"),
        ("Mo 10:-12:00", "-", "with its minutes"),
        ("Mo 10:00-12:75", "75", "no clock shows this"),
        ("Mo 10:00-49:00", "49", "no clock shows this"),
        ("Mo 24:00-26:00", "24", "before 24:00"),
        ("Mo 26-28", "26", "before 24:00"),
        ("Mo 20:00-44:00+", "20", "second midnight"),
        ("Mo 10:00-12:00,14", "14", "a span of hours is meant here"),
        ("Mo 10:00-12:00: open", ":", "a colon has no meaning behind hours"),
        (":Mo 10:00-12:00", ":", "not understood"),
        ("Mo:: 10:00-12:00", ":", "not understood"),
        ("(sunrise-1)-sunset", ")", "with its minutes"),
        ("(sunrise)-sunset", ")", "added or taken away"),
        ("(10:00)-sunset", "10", "an event of the sun is missing"),
        ("(sunset-01:00-22:00", "-", "a closing bracket is missing"),
        ("Mo,,Tu", ",", "a day is missing"),
        ("Mo[6] off", "6", "more than five times"),
        ("Mo[0] off", "0", "more than five times"),
        ("Mo[] off", "]", "a number from -5 to 5 is missing"),
        ("Mo[3-1] off", "1", "end before they start"),
        ("Mo[-1-2] off", "2", "end before they start"),
        ("Mo[1 off", "off", "stand in these brackets"),
        ("Mar Su[-1,1]-Apr 03 off", ",", "one number"),
        ("PH +2 days", "2", "1 days at the most"),
        ("easter +201 days off", "201", "200 days at the most"),
        ("Su[1] +7 days off", "7", "6 days at the most"),
        ("Feb 30 off", "30", "Feb has no day 30"),
        ("Jun 31 off", "31", "Jun has no day 31"),
        ("Jun 00 off", "00", "Jun has no day 00"),
        ("Jun 20-10 off", "10", "the days end before they start"),
        ("Jun 01-20/40 off", "40", "each nth may be 1 to 31"),
        ("2020 Jan 05-Feb 03 off", "2020", "both ends have a year"),
        ("2021 Jan 05-2020 Feb 03 off", "2021", "the dates end before they start"),
        ("2021 Mar Su[1]-2020 Oct Su[1] off", "2021", "the dates end before they start"),
        ("2021 easter-2020 easter off", "2021", "the dates end before they start"),
        ("easter-Xmas", "Xmas", "is no word of a tag"),
        ("easter- off", "-", "an end of the dates is missing"),
        ("2020-2019 off", "2019", "the years end before they start"),
        ("2020, Jan off", "Jan", "the list goes on behind a comma"),
        ("2020,Mo off", "Mo", "the list goes on behind a comma"),
        ("2020,2021,; off", ";", "the list goes on behind a comma"),
        ("2020/0 off", "0", "each nth may be 1 to 9999"),
        ("week 54 off", "54", "weeks are 01 to 53"),
        ("week 20-10 off", "10", "weeks are 01 to 53, in order"),
        ("week 01-53/1 off", "1", "each nth may be 2 to 26"),
        ("week off", "off", "the number of a week is missing"),
        ("|| Mo off", "||", "nothing stands before ||"),
        ("Mo open off", "off", "a rule has one state"),
        ('Mo "a" "b"', '"b"', "a rule has one state and one comment"),
        ('Mo "a', '"a', "this comment has no end"),
        ("Mo „a", "„", "has no end"),
        ("Mo «a;b»", "«", "has no end"),
        ("Mo 10:00-12:00 $", "$", "has no meaning in a tag"),
        ("Mo \0", "\0", "has no meaning in a tag"),
        (". Mo", ".", "has no meaning in a tag"),
        ("12345", "12345", "no number in a tag is as long"),
        ("pm 10:00-12:00", "pm", "follows no hour"),
        ("8:am", "am", "follows no hour"),
        ("Mo ) off", ")", "not understood"),
    ],
)
def test_what_is_no_tag_is_refused_at_its_place(text: str, place: str, told: str):
    with pytest.raises(HoursSyntaxError) as caught:
        read(text)
    assert told in str(caught.value)
    if place != " ":
        assert text[caught.value.start : caught.value.end] == place or text[caught.value.start :].startswith(place)


@pytest.mark.parametrize("text", ["", " ", "\n", ";", ";;;", " ; "])
def test_a_text_without_hours_is_refused(text: str):
    with pytest.raises(HoursSyntaxError, match="says no hours"):
        read(text)


def test_a_text_that_is_too_long_or_none_at_all_is_refused():
    with pytest.raises(HoursSyntaxError, match="10,001 characters are too many"):
        tokens(";" * (LONGEST + 1))
    with pytest.raises(WrongTypeError, match="a tag is a text, not int"):
        tokens(5)  # type: ignore[arg-type]
    with pytest.raises(HoursSyntaxError, match="300 rules at the most"):
        read("; ".join(["Mo off"] * 302))


def test_the_country_decides_between_languages():
    assert Languages(["ma"], "FR").meaning("ma") == {"Tu"}
    assert Languages(["ma"], "NL").meaning("ma") == {"Mo"}
    assert Languages(["ma"], None).meaning("ma") == {"Mo", "Tu"}
    assert Languages(["ma", "xyz"], None).meaning("xyz") == set()
    assert Languages(["lu", "vendredi", "čtvrtek"], None).meaning("čtvrtek") == {"Th"}
    assert plain("ma 10:00-12:00", "NL") == plain("Mo 10:00-12:00")
    assert Languages(["listopad"], "PL").meaning("listopad") == {"Nov"}


def test_a_connecting_word_is_a_dash_between_clocks_and_a_day_elsewhere():
    # `do` is Polish for "to" and the German Thursday.
    assert plain("10:00 do 12:00") == plain("10:00-12:00")
    assert plain("Do 10:00-12:00") == plain("Th 10:00-12:00")
