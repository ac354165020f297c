"""The words of each language, complete and in order; and what a locale says."""

from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from clinic_hours.errors import InvalidHoursError, MissingExtraError, UnknownLocaleError
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.text import cldr, format_hours, locales
from clinic_hours.text.built_in import SHAPES, WHOLE_WORDS, style_of
from clinic_hours.text.locale import conventions, modules_of
from clinic_hours.text.locales import LANGUAGES, REGIONS, en
from clinic_hours.text.styles import Style
from clinic_hours.text.writing import Writer

ALL = (*LANGUAGES, *REGIONS)
FIELDS = {name: getattr(Style(), name) for name in Style.__dataclass_fields__}
KINDS = {"all", "/12", "/24", "long", *SHAPES, *(f"{name}/{hours}" for name in SHAPES for hours in (12, 24))}
CLOSED_DAYS = WeeklyHours.parse("Mo-Fr 08:00-12:00,13:00-17:30; Sa 00:00-24:00")


def module(name: str) -> Any:
    return modules_of(name)[0]


def places(pattern: str) -> set[str]:
    return {place for _, place, *_ in Formatter().parse(pattern) if place is not None}


def test_every_module_is_a_language_or_a_region_of_one():
    files = {path.stem for path in Path(locales.__file__).parent.glob("*.py")} - {"__init__"}
    assert files == {*ALL}
    assert [*LANGUAGES] == sorted(LANGUAGES)
    assert all(name.partition("_")[0] in LANGUAGES and "_" in name for name in REGIONS)
    assert {"en", "es", "fr", "de", "it", "pt", "nl", "pl", "ru", "ar", "zh", "ja", "ko", "vi"} <= {*LANGUAGES}


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_language_has_all_the_words(name: str):
    words = module(name).WORDS
    assert list(words) == list(en.WORDS)
    assert all(type(said) is str and said == said.strip() and said for said in words.values())


@pytest.mark.parametrize("name", REGIONS)
def test_a_region_has_what_differs_and_nothing_else(name: str):
    whole, words = module(name.partition("_")[0]).WORDS, module(name).WORDS
    assert {*words} <= {*whole}
    assert words != {key: whole[key] for key in words}
    assert list(words) == [key for key in en.WORDS if key in words]


@pytest.mark.parametrize("name", ALL)
def test_the_words_have_the_places_of_the_english_ones(name: str):
    for key, said in module(name).WORDS.items():
        assert places(said) == places(en.WORDS[key]), key
    assert module(name).__doc__.startswith(("English", "Arabic", "German", "Spanish", "French", "Italian", "Japanese", "Korean", "Dutch", "Polish", "Portuguese", "Russian", "Vietnamese", "Chinese"))  # fmt: skip


@pytest.mark.parametrize("name", ALL)
def test_what_a_style_has_of_its_own_are_fields_of_a_style(name: str):
    for kind, given in module(name).STYLES.items():
        assert kind in KINDS
        assert given
        for field, value in given.items():
            assert type(value) is type(FIELDS[field]), (kind, field)
            Style(**{field: value})


@pytest.mark.parametrize("name", LANGUAGES)
def test_no_two_states_have_the_same_words(name: str):
    words = module(name).WORDS
    states = [
        words[key].casefold() for key in ("closed", "whole_day", "by_appointment", "hours_may_differ", "every_day")
    ]
    assert len({*states}) == len(states)
    assert len({words[key] for key in words if key.endswith(("until", "soon"))}) == 6


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("style", SHAPES)
def test_every_style_is_made_in_every_language(name: str, style: str):
    made = style_of(style, name)
    words = {**module(name.partition("_")[0]).WORDS, **module(name).WORDS}
    assert made.by_appointment == words["by_appointment"]
    assert made.locale.lower().startswith(name.partition("_")[0])
    text = format_hours(CLOSED_DAYS, style, name)
    assert words["closed"] in text.lower() or (name, style) == ("en", "sign")
    assert words["whole_day"].casefold() in text.casefold()
    assert text[0] == text[0].upper()


def test_a_region_goes_before_its_language():
    assert style_of("sign", "pt_BR").by_appointment == style_of("sign", "pt").by_appointment == "com hora marcada"
    assert (style_of("sign", "pt_PT").by_appointment, style_of("sign", "pt_PT").closed) == ("por marcação", "fechado")
    assert style_of("sign", "pt_AO").by_appointment == "por marcação"
    assert [style_of("sign", name).open_until for name in ("zh_CN", "zh_TW", "zh_Hant_HK", "zh_Hans_HK")] == [
        *("营业至{time}", "營業至{time}", "營業至{time}", "营业至{time}"),
    ]


@pytest.mark.parametrize(
    ("locale", "closed"),
    [("zh_Hans_CN", "休息"), ("zh_Hant_TW", "休息"), ("zh_Latn_CN", "—"), ("en_Shaw", "—"), ("sr_Latn_RS", "—")],
)
def test_no_words_are_told_in_a_script_in_which_they_are_not_known(locale: str, closed: str):
    assert style_of("table", locale).closed == closed


def test_english_is_as_cldr_has_it_in_every_territory():
    codes = {"", *en.TERRITORIES["12 hours"].split(), *en.TERRITORIES["24 hours"].split()}
    known = {name for name in locale_identifiers() if name.startswith("en_") and len(name.split("_")) == 2}
    assert {f"en_{code}" for code in codes if code} == {name for name in known if len(name) < 7}
    for code in codes:
        ours, theirs = (where(f"en_{code}".strip("_")) for where in (conventions, cldr.conventions))
        assert ours.fields["locale"] == theirs.fields["locale"]
        assert ours.fields["first_day"] == theirs.fields["first_day"], code
        # The blank before am and pm goes by the style.
        assert ours.fields["clock"] == theirs.fields["clock"].replace(" {half}", "{half}"), code
        assert ours.twelve_hours == theirs.twelve_hours
        assert ours.long["days"] == theirs.long["days"]
        assert ours.long["months"] == theirs.long["months"]
        day_first = [
            pattern.long["date"].index("{d") < pattern.long["date"].index("{month}") for pattern in (ours, theirs)
        ]
        assert day_first[0] == day_first[1], code


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("de_DE", ["de-DE", "DE_de", "de_de"]),
        ("pt_BR", ["pt-BR", "pt_br"]),
        ("zh_Hant_TW", ["zh_TW", "zh-Hant-TW", "zh_hant_tw"]),
        ("en_GB", ["en-GB", "EN_gb"]),
        ("en", ["EN"]),
        ("en_001", ["en-001"]),
        ("he_IL", ["iw_IL"]),
        ("de_DE", ["de_DE_1996"]),
    ],
)
def test_a_locale_is_known_however_it_is_spelled(name: str, spellings: list[str]):
    for spelling in (name, *spellings):
        assert style_of("sign", spelling).locale == name


@pytest.mark.parametrize(
    ("locale", "near"),
    [
        ("en_GB_x", "en_GB"),
        ("xx", ""),
        ("de_XX", "de_"),
        ("DE-GB", "'DE-GB'; near ones: de_DE, "),
        ("en_XX", "en_"),
        ("german", ""),
        ("de_DE.UTF-8", "de_DE"),
        ("de@euro", "de"),
        ("und", ""),
        ("root", ""),
        ("", ""),
        ("a" * 100_000, ""),
        ("de\n", "de"),
    ],
)
def test_a_locale_that_there_is_not_is_told_with_near_ones(locale: str, near: str):
    with pytest.raises(UnknownLocaleError, match="no locale is named .*; near ones: .+") as told:
        style_of("sign", locale)
    assert near in str(told.value)
    assert len(str(told.value)) < 200


@pytest.mark.parametrize(
    ("locale", "first_day", "clock"),
    [
        ("en_US", 6, "{h}:{mm}{half}"),
        ("en_GB", 0, "{HH}:{mm}"),
        ("en", 0, "{h}:{mm}{half}"),
        ("en_MV", 4, "{HH}:{mm}"),
        ("en_SD", 5, "{h}:{mm}{half}"),
        ("en_FI", 0, "{H}.{mm}"),
        ("de_DE", 0, "{HH}:{mm}"),
        ("fr_CA", 6, "{HH} h {mm}"),
        ("es_MX", 6, "{h}:{mm} {half}"),
        ("ja_JP", 6, "{H}:{mm}"),
        ("ar_EG", 5, "{h}:{mm} {half}"),
        ("ar_MA", 0, "{HH}:{mm}"),
        ("zh_TW", 6, "{half}{h}:{mm}"),
    ],
)
def test_the_first_day_and_the_clock_go_by_the_territory(locale: str, first_day: int, clock: str):
    style = style_of("compact", locale)
    assert (style.first_day, style.clock) == (first_day, clock)


def test_every_locale_of_cldr_has_a_style_whose_clocks_are_all_different():
    minutes = [hour * 60 + past for hour in range(24) for past in (0, 30)]
    week = WeeklyHours.parse("Mo-We 08:00-12:00,13:30-17:00; Sa 22:00-02:00; Fr 00:00-24:00")
    for name in locale_identifiers():
        if name != "root":
            told = Writer(style_of("table", name))
            assert len({told.clock(minute) for minute in minutes}) == 48, name
            assert len({*told.style.days}) == 7, name
            lines = told.week(week).split("\n")
            assert len(lines) == 7
            assert all(told.clock(minute) in "\n".join(lines) for minute in (480, 720, 810, 1020, 1320, 120)), name


def test_a_language_without_words_is_written_without_any():
    week = WeeklyHours.parse("Mo-We 08:00-12:00,13:00-17:00; Sa 22:00-02:00; Fr 00:00-24:00")
    assert format_hours(week, "compact", "sv_SE") == (
        "Mån–ons 08:00–12:00, 13:00–17:00; fre 24 h; lör 22:00–02:00; tors, sön —"
    )
    assert format_hours(week, "table", "sv_SE").endswith("Fredag: 24 h\nLördag: 22:00 – 02:00\nSöndag: —")
    assert format_hours(WeeklyHours.parse("24/7"), "sign", "sv_SE") == "24 h"
    assert format_hours(WeeklyHours.parse("off"), "sign", "sv_SE") == "—"
    assert format_hours(WeeklyHours.parse("Mo-Su 08:00-12:00"), "sign", "fa_IR") == "شنبه–جمعه ۸:۰۰–۱۲:۰۰"
    with pytest.raises(InvalidHoursError, match=r"no words for 'by_appointment' in the locale 'sv_SE'; give them"):
        format_hours(WeeklyHours.parse('Mo unknown "by appointment"'), "compact", "sv_SE")
    own = Style.of("compact", "sv_SE", by_appointment="enligt avtal", closed_line="{days} stängt")
    assert format_hours(WeeklyHours.parse('Mo unknown "by appointment"'), own) == "Mån enligt avtal; tis–sön stängt"


@pytest.mark.parametrize("style", WHOLE_WORDS)
def test_a_style_in_whole_words_needs_the_words(style: str):
    with pytest.raises(
        InvalidHoursError,
        match=f"{style!r} needs the words of a language, and those of 'sv_SE' .* known are ar, de, en",
    ):
        style_of(style, "sv_SE")


def test_every_numbering_system_has_its_digits():
    for name in locale_identifiers():
        system = Locale.parse(name).default_numbering_system
        assert system == "latn" or [int(digit) for digit in cldr._digits(system)] == [*range(10)]
    assert cldr._digits("latn") == ""
    assert style_of("sign", "ar_EG").digits == "٠١٢٣٤٥٦٧٨٩"
    assert style_of("sign", "ar_MA").digits == ""


def test_without_babel_english_is_written_and_nothing_else(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "babel", None)
    assert Writer(style_of("compact", "en_NZ")).week(CLOSED_DAYS).startswith("Mon–Fri 8 AM–noon")
    with pytest.raises(MissingExtraError, match=r"A locale that is not English .* 'clinic-hours\[locales\]'"):
        cldr.conventions("nn_NO")


def test_a_quotation_mark_in_a_pattern_of_cldr_is_one():
    assert cldr._pattern("h 'o''clock' a", cldr._CLOCK) == "{h} o'clock {half}"
    assert cldr._pattern("HH''mm", cldr._CLOCK) == "{HH}'{mm}"


@pytest.mark.parametrize(("second", "holds"), [(0, True), (21599, True), (21600, False), (79199, False), (79200, True)])
def test_a_part_of_the_day_may_go_over_midnight(second: int, holds: bool):
    assert cldr._holds({"from": 79200, "before": 21600}, second) is holds
    assert cldr._holds({"from": 21600, "before": 79200}, second) is not holds
