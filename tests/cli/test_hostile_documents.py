"""Documents that nobody means well with, reached through the command line: one message of ours, and never a traceback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours.cli.formats import READ, WRITTEN
from command_line import Ran, run
from offices import DOCUMENTS

LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.just(10**400),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(["\ud800", "\x1b[31m", "2026-02-30", "24:00", "9999-12-31", "0001-01-01", "[bold]", "a/b~c"]),
)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2))
TARGETS = st.sampled_from([name for name in WRITTEN if name != "yaml"])


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in a document but the whole."""
    held = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in held:
        yield (*path, key)
        yield from places(inner, (*path, key))


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, Any]:
    """A format, and a document in it in which some values stand that nobody expects there."""
    form = draw(st.sampled_from(list(DOCUMENTS)))
    made = deepcopy(DOCUMENTS[form])
    for _ in range(draw(st.integers(1, 3))):
        *path, last = draw(st.sampled_from(list(places(made))))
        within = made
        for key in path:
            within = within[key]
        within[last] = draw(VALUES)
    return form, made


def checked(ran: Ran) -> None:
    """An answer, or one message."""
    assert ran.code in (0, 2)
    assert "\x1b" not in ran.err
    if ran.code == 2:
        assert ran.out == ""
        assert ran.err.startswith("Error: ")


@given(documents(), TARGETS, st.booleans(), st.booleans())
def test_values_that_nobody_expects(drawn: tuple[str, Any], to: str, named: bool, as_json: bool):
    form, document = drawn
    options = [*(["--from", form] if named else []), *(["--json"] if as_json else [])]
    zone = [] if form == "json" else ["-z", "America/New_York"]
    checked(run("convert", "-", "--to", to, *options, *zone, text=json.dumps(document)))


@given(
    st.binary(max_size=40) | st.text(max_size=40), st.sampled_from([name for name in READ if name != "yaml"]), TARGETS
)
def test_texts_that_are_no_documents(text: str | bytes, form: str, to: str):
    for options in (["--from", form], []):
        checked(run("convert", "-", "--to", to, *options, text=text))


@given(documents(), documents(), st.sampled_from([[], ["-z", "UTC"], ["--json"]]))
def test_two_of_them_are_compared_or_refused(
    tmp_path_factory: pytest.TempPathFactory, a: tuple[str, Any], b: tuple[str, Any], options: list[str]
):
    folder = tmp_path_factory.mktemp("hostile")
    names = [folder / "a.json", folder / "b.json"]
    for name, (_, document) in zip(names, (a, b), strict=True):
        Path(name).write_text(json.dumps(document), encoding="utf-8")
    ran = run("diff", *map(str, names), "--from", "2026-12-01", "--until", "2026-12-31", *options)
    assert ran.code == 1 or not checked(ran)
