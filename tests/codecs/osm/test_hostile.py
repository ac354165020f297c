"""Whatever a tag is, it gives a location or an error of ours, and soon."""

import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import ClinicHoursError, HoursSyntaxError, Location
from clinic_hours.codecs import osm
from clinic_hours.codecs.osm.lexer import tokens

SEEDS = [
    "Mo-Fr 08:00-12:00,13:00-17:00; Dec 24 off",
    "Apr-Oct: Su[2] 14:00-18:00; Aug Su[-1] -1 day 10:00-18:00",
    'week 01-53/2 Fr 09:00+ || "call"',
    "easter -2 days off, 2026 Jan 05-2027 Feb 03 (sunrise+01:00)-sunset",
    '22:00-02:00; Sa off "x"',
]
PIECES = [
    *'MoTuS0129:-,;|+/()[]" \t\n\0é–½',
    "PH",
    "SH",
    "week",
    "easter",
    "off",
    "open",
    "2026",
    "Jan",
    "sunrise",
    " days",
    "||",
]


def outcome(tag: str) -> object:
    try:
        return osm.decode(tag, timezone="UTC").value
    except ClinicHoursError as error:
        return error


def is_fine(found: object, tag: str) -> bool:
    """Whether an outcome is a location, or an error of ours with a place that is in the text."""
    if isinstance(found, HoursSyntaxError):
        return 0 <= found.start <= len(tag)
    return isinstance(found, Location) or (isinstance(found, ClinicHoursError) and isinstance(found, ValueError))


@given(st.text(max_size=60) | st.text('MoTuWeThFrSaSu0123456789:-,;|+/()[]" ', max_size=60))
def test_any_text_gives_a_location_or_an_error_of_ours(text: str):
    assert is_fine(outcome(text), text)


@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 80), st.sampled_from(PIECES), st.integers(0, 3)), max_size=5),
)
def test_a_broken_tag_gives_a_location_or_an_error_of_ours(tag: str, changes: list[tuple[int, str, int]]):
    for place, piece, cut in changes:
        tag = tag[:place] + piece + tag[place + cut :]
    assert is_fine(outcome(tag), tag)


@pytest.mark.parametrize(
    "tag",
    [
        *(";" * 1_000_000, ";" * 9_999, "(" * 9_999, "Mo[" * 3_000, "'" * 9_999, "„" * 9_999, '"' * 9_999, "–" * 9_999),
        *(
            "1" * 9_999,
            "Mo," * 3_000,
            "di " * 3_000,
            "und " * 2_000,
            "one day after public " * 400,
            "Mo\0",
            "\ud800",
            "١٠:٠٠",
        ),
        *(
            " || ".join(["Mo 10:00-12:00"] * 299),
            "Mo " + ",".join(["10:00-12:00"] * 800),
            "Mo-" * 3_000,
            "2026-" * 1_900,
        ),
    ],
    ids=lambda tag: f"{tag[:8]!r} {len(tag)}",
)
def test_huge_and_strange_texts_end_in_little_memory(tag: str):
    tracemalloc.start()
    outcome(tag)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 60_000_000


@pytest.mark.parametrize("piece", ["Mo 10:00-12:00; ", "und ", "'", "day before public ", "x", "di,", "“"])
def test_tokens_are_found_in_one_pass(piece: str, monkeypatch: pytest.MonkeyPatch):
    # Each raw piece is looked at a fixed number of times, however long the text is.
    from clinic_hours.codecs.osm import lexer

    looks = 0
    phrase = lexer._Lexer._phrase

    def counted(self: lexer._Lexer) -> bool:
        nonlocal looks
        looks += 1
        return phrase(self)

    monkeypatch.setattr(lexer._Lexer, "_phrase", counted)
    counts: list[int] = []
    for times in (100, 400):
        looks = 0
        with suppress(HoursSyntaxError):
            tokens(piece * times)
        counts.append(looks)
    assert counts[1] <= 4 * counts[0] + 4
