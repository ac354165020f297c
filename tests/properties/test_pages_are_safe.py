"""Whatever a name, a note, a reason or a style says, it is text on a page, and changes nothing else of it."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from unicodedata import category
from zoneinfo import ZoneInfo

import html5lib
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from clinic_hours import DayHours, Location, SpecialHours, Style, WeeklyHours, strategies
from clinic_hours.errors import InvalidHoursError
from clinic_hours.hours.notation import checked_note
from clinic_hours.text.built_in import SHAPES
from clinic_hours.text.direction import one_line
from clinic_hours.text.locales import LANGUAGES

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=ZoneInfo("America/New_York"))
NOWHERE = "x"
MARKS = "<>&'\"`=/*_[]()|~#!\\$ -+.0123456789abc\n\r\t\x00\u2028\u202e\u2069é日א"
HOSTILE = [
    "</td>",
    "<script>alert(1)</script>",
    "<!--",
    "-->",
    "]]>",
    "&lt;",
    "&",
    "&#0;",
    "'\"",
    "| a |",
    "**a**",
    "`a`",
    "[a](b)",
    "![a](b)",
    "<b>",
    "a\\",
    "# a",
    "- a",
    "1. a",
    "a ##",
    "\\*",
    "http://a.example",
    "{days}",
    "_a_",
    "~~a~~",
    "$a$",
    "a | b `c` | d",
]
TEXTS = st.text(min_size=1) | st.text(MARKS, min_size=1) | st.sampled_from(HOSTILE)
NAMES = TEXTS.filter(lambda name: bool(one_line(name)) and bool(name.strip()) and is_name(name))


def is_name(text: str) -> bool:
    """Whether a location may be called so."""
    return not any(category(c) in ("Cc", "Cs", "Zl", "Zp") for c in text.strip())


def is_line(text: str) -> bool:
    try:
        return bool(checked_note(text)) and text.strip().isprintable()
    except InvalidHoursError:
        return False


LINES = TEXTS.filter(is_line)


def office(name: str, note: str, reason: str) -> Location:
    hours = [
        {"opens": "08:00", "closes": "12:00", "note": note},
        {"opens": "12:00", "closes": "13:00", "state": "unknown", "note": note},
    ]
    return Location(
        name=name,
        timezone="America/New_York",
        regular_hours=WeeklyHours(monday=DayHours(hours)),
        special_hours=[
            SpecialHours("2026-11-24/2026-11-25", reason=reason),
            SpecialHours("2026-11-26", "08:00-12:00", reason),
        ],
    )


def parsed(html: str) -> Any:
    """The tree of a document or a piece; any error of its syntax is raised."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False, strict=True)
    return parser.parse(html) if html.startswith("<!DOCTYPE") else parser.parseFragment(html)


def shape(node: Any) -> Any:
    """The elements and their attributes, without texts and the attributes that are texts."""
    attributes = {name: value for name, value in node.attrib.items() if name != "aria-label"}
    return str(node.tag), attributes, [shape(child) for child in node]


def words(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())


def every_hostile_text(test: Any) -> Any:
    """The test with an example of each of them, in each place."""
    for text in HOSTILE:
        line = text if is_line(text) else "x"
        test = example(text, line, line, "sign", "en")(test)
    return test


PLAIN = office(NOWHERE, NOWHERE, NOWHERE)
PLACES = st.sampled_from([*SHAPES])


@given(NAMES, LINES, LINES, PLACES, st.sampled_from(["en", "ar", "ja", "fr"]), st.booleans())
def test_hostile_texts_are_text_in_html(name: str, note: str, reason: str, style: str, locale: str, whole: bool):
    how: dict[str, Any] = {"style": style, "locale": locale, "whole": whole}
    hostile, plain = (parsed(place.to_html(NOW, **how)) for place in (office(name, note, reason), PLAIN))
    assert shape(hostile) == shape(plain)
    section = hostile.find(".//section")
    assert section.get("aria-label") == one_line(name)
    assert words(section[0]) == one_line(name)
    bdis = [words(node) for node in section.iter("bdi")]
    noted = " ".join(note.split())
    assert all(
        told in (one_line(name), noted, f'"{noted}"', " ".join(reason.split()), "; ".join((reason, note)))
        for told in bdis
    )
    assert bdis.count(" ".join(reason.strip().split())) >= 4 - 2 * (reason.strip() == "")
    if whole:
        assert words(hostile.find(".//title")) == one_line(name)


def rendered(markdown: str) -> Any:
    html = MarkdownIt("commonmark").enable("table").enable("strikethrough").render(markdown)
    return parsed(f"<div>{html}</div>")


@given(NAMES, LINES, LINES, PLACES, st.sampled_from(["en", "ar", "ja", "ko"]))
@every_hostile_text
def test_hostile_texts_are_text_in_markdown(name: str, note: str, reason: str, style: str, locale: str):
    hostile, plain = (
        rendered(place.to_markdown(NOW, style=style, locale=locale)) for place in (office(name, note, reason), PLAIN)
    )
    assert shape(hostile) == shape(plain)
    text = office(name, note, reason).to_html(NOW, style=style, locale=locale)
    tree = parsed(text)
    assert words(hostile[0][0]).replace("\u2068", "").replace("\u2069", "") == one_line(name)
    cells, theirs = (
        [words(cell).replace("\u2068", "").replace("\u2069", "") for cell in doc.iter("td")] for doc in (hostile, tree)
    )
    heads = [
        words(cell).replace("\u2068", "").replace("\u2069", "")
        for cell in tree.iter("th")
        if cell.get("scope") == "row"
    ]
    assert cells == [part for pair in zip(heads, theirs) for part in pair]


@given(
    TEXTS.filter(str.isprintable),
    st.sampled_from(["closed", "today", "now", "by_appointment", "am", "opening_hours", "day", "reason"]),
)
def test_hostile_styles_are_text_in_html(text: str, field: str):
    style = Style(**{field: text})  # type: ignore[arg-type]
    if text.strip():
        assert shape(parsed(PLAIN.to_html(NOW, style=style))) == shape(
            parsed(PLAIN.to_html(NOW, style=replace(style, **{field: "x"})))
        )


@given(NAMES, LINES, LINES, PLACES)
def test_hostile_texts_make_no_lines_of_their_own(name: str, note: str, reason: str, style: str):
    hostile, plain = (place.to_text(NOW, style=style) for place in (office(name, note, reason), PLAIN))
    assert len(hostile.splitlines()) == len(plain.splitlines())
    assert one_line(name) in hostile.split("\n")[0]


@given(strategies.locations(), st.sampled_from([*LANGUAGES, "ar_EG", "zh_TW"]), PLACES, st.data())
def test_every_page_is_html_and_says_the_same_as_the_text(
    location: Location, locale: str, style: str, data: st.DataObject
):
    at = data.draw(strategies.instants_near_edges(location))
    assume(date(1, 1, 3) < at.date() < date(9999, 12, 29))
    tree = parsed(location.to_html(at, style=style, locale=locale, whole=True))
    lines = location.to_text(at, style=style, locale=locale).split("\n")
    assert words(tree.find(".//p")) == " ".join(lines[1].replace("\u2068", "").replace("\u2069", "").split())
    for node in tree.iter("time"):
        stamp = node.get("datetime")
        assert datetime.fromisoformat(stamp if "-" in stamp else f"2026-01-01T{stamp}").isoformat()
    rows = [row for row in tree.iter("tr") if row.get("aria-current")]
    assert all(row.get("aria-current") == "date" and row.get("class") == "today" for row in rows)
    assert len(rows) == 2
    assert len(list(tree.iter("mark"))) <= 1
