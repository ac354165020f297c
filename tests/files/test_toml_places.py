"""Where each value of a TOML text stands, held against the data that the standard library reads of it."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours.errors import DocumentSyntaxError
from clinic_hours.files import Path, parse
from clinic_hours.files.toml_places import places_of

# Texts of TOML, each part in all the ways to write it

INNER = st.text(st.sampled_from("ab é#=[]{},.:\t-"), max_size=6)
BASIC = st.lists(INNER | st.sampled_from(('\\"', "\\\\", "\\u00e9", "\\n", "'", "'''")), max_size=3).map("".join)
LONG = st.lists(INNER | st.sampled_from(("\n", '"', '""', "\\\n  ", '\\"', "\\\\", "'")), max_size=4).map("".join)
LONG_LITERAL = st.lists(INNER | st.sampled_from(("\n", "'", "''", "\\", '"""')), max_size=4).map("".join)
FORMS = (('"', BASIC), ("'", INNER), ('"""', LONG), ("'''", LONG_LITERAL), ('"""\n', LONG), ("'''\n", LONG_LITERAL))
TEXTS = st.one_of([text.map(f"{mark}{{}}{mark.strip()}".format) for mark, text in FORMS])
OTHERS = st.sampled_from(
    ("1", "-0.5", "1e3", "0x1f", "true", "2026-11-02", "2026-11-02T08:00:00Z", "2026-11-02 08:00:00", "08:00:00", "inf")
)
COMMENTS = st.sampled_from(("", " ", " # a = [", "# 'it", ' # """', "\t#\t]"))
BLANKS = st.lists(COMMENTS.map("{}\n".format), max_size=2).map("".join)
BARE = st.sampled_from(("a", "b", "c", "1", "-", "2026-11-02"))
KEYS = st.lists(
    BARE | st.sampled_from(('"a"', "'b'", '"a.b"', '"\\u0061"', "'#'", '"]"', '""')), min_size=1, max_size=3
)


@st.composite
def arrays(draw: st.DrawFn, held: st.SearchStrategy[str]) -> str:
    made = "".join(f"{draw(BLANKS)} {draw(held)}{draw(BLANKS)}," for _ in range(draw(st.integers(0, 3))))
    return f"[{made.removesuffix(',') if draw(st.booleans()) else made}{draw(BLANKS)}]"


@st.composite
def inline_tables(draw: st.DrawFn, held: st.SearchStrategy[str]) -> str:
    return f"{{{','.join(f' {draw(dotted())} = {draw(held)} ' for _ in range(draw(st.integers(0, 3))))}}}"


@st.composite
def dotted(draw: st.DrawFn) -> str:
    return draw(st.sampled_from((".", " . ", "\t."))).join(draw(KEYS))


VALUES = st.recursive(TEXTS | OTHERS, lambda held: arrays(held) | inline_tables(held), max_leaves=5)
PAIRS = st.builds("{} = {}{}\n".format, dotted(), VALUES, COMMENTS)
HEADINGS = st.builds("[{0}]{1}\n".format, dotted(), COMMENTS) | st.builds("[[ {0} ]]{1}\n".format, dotted(), COMMENTS)


def accepted(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A text of TOML; a line that would make none of it is left out."""
    text = ""
    for _ in range(draw(st.integers(0, 12))):
        longer = text + draw(st.one_of(PAIRS, HEADINGS, COMMENTS.map("{}\n".format)))
        text = longer if accepted(longer) is not None else text
    return text.replace("\n", draw(st.sampled_from(("\n", "\n", "\r\n"))))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A text of TOML that was changed here and there, as long as it stays one."""
    text = draw(documents())
    for _ in range(draw(st.integers(1, 8))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 3)))
        other = text[:start] + draw(st.text(st.sampled_from("\"'[]{}=.,#\\ \n\ta1-:T"), max_size=3)) + text[end:]
        text = other if accepted(other) is not None else text
    return text


# What stands at a place

TOKEN = re.compile(r"[^\s,\]}#]+(?: \d\d:[\d:.]+)?")


def walked(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value at its path, the document itself included."""
    yield path, data
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        yield from walked(value, (*path, step))


def begins(text: str, place: int, path: Path, value: Any) -> bool:
    """Whether a text has the beginning of a value at a place."""
    here = text[place:]
    if isinstance(value, str):
        quoted = text[:place].rstrip("\r\n")[-1:] in ('"', "'")
        return quoted and (not value or here.replace("\r\n", "\n").startswith((value[0], "\\")))
    if isinstance(value, list):
        return here.startswith("[")
    if isinstance(value, dict):
        if not path or here.startswith(("[", "{")):
            return True
        return any(key in here.partition("=")[0] for key in (str(path[-1]), '"', "'"))
    found = TOKEN.match(here)
    return bool(found) and repr(tomllib.loads(f"a = {found[0]}")["a"]) == repr(value)


def assert_placed(text: str) -> None:
    data, places = tomllib.loads(text), places_of(text)
    values = dict(walked(data))
    assert places.keys() == values.keys()
    wrong = {path: text[places[path] :][:20] for path in values if not begins(text, places[path], path, values[path])}
    assert not wrong


@given(documents())
def test_every_value_has_the_place_where_it_begins(text: str):
    assert_placed(text)


@given(mutated())
def test_whatever_is_toml_has_its_places(text: str):
    assert_placed(text)


EXAMPLE = '''# A clinic
name = 'Riverside'
checked_on = 2026-11-02  # "today"
phone.main = "+1"
"a \\"key\\"".b = """one"""

[[locations]]
regular_hours = """
Mon 8am-4pm
Closed"""
breaks = [  # none ]
  {dates = '12-24', hours = "8am"},
  "x",
]

[[locations.services]]
id = "lab"

[ locations . address ]
city = """\\
   Edgewater"""

[[locations]]
id = "two"
'''


@pytest.mark.parametrize(
    ("path", "begins", "line"),
    [
        ((), "# A clinic", 1),
        (("name",), "Riverside'", 2),
        (("checked_on",), "2026-11-02 ", 3),
        (("phone",), "phone.main", 4),
        (("phone", "main"), '+1"', 4),
        (('a "key"', "b"), 'one"""', 5),
        (("locations",), "[[locations]]\nregular", 7),
        (("locations", 0), "[[locations]]\nregular", 7),
        (("locations", 0, "regular_hours"), "Mon 8am", 9),
        (("locations", 0, "breaks", 0), "{dates", 12),
        (("locations", 0, "breaks", 0, "hours"), '8am"}', 12),
        (("locations", 0, "breaks", 1), 'x",', 13),
        (("locations", 0, "services"), "[[locations.services]]", 16),
        (("locations", 0, "services", 0, "id"), 'lab"', 17),
        (("locations", 0, "address"), "[ locations", 19),
        (("locations", 0, "address", "city"), "\\\n", 20),
        (("locations", 1), '[[locations]]\nid = "two"', 23),
    ],
)
def test_a_value_is_found_by_its_path(path: Path, begins: str, line: int):
    document = parse(EXAMPLE, "toml")
    assert EXAMPLE[document.places[path] :].startswith(begins)
    assert document.line(path) == line


def test_a_table_with_a_heading_stands_there_and_not_where_it_was_implied():
    document = parse("[a.b]\n[a]\n", "toml")
    assert (document.line(("a",)), document.line(("a", "b"))) == (2, 1)


def test_what_is_missing_stands_where_what_should_hold_it_does():
    document = parse(EXAMPLE, "toml")
    assert document.line(("locations", 1, "name")) == 23
    assert document.line(("locations", 1, "address", "city"), offset=500) == 23
    assert document.line(("unknown",)) == 1


def test_a_line_of_a_text_over_several_lines_is_told_by_its_offset():
    document = parse(EXAMPLE, "toml")
    assert document.line(("locations", 0, "regular_hours"), len("Mon 8am-4pm\n")) == 10


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a = """\nMon\nTues"""\n', 3),
        ('a = """\r\nMon\r\nTues"""\r\n', 3),
        ('a = "Mon\\nTues"\n', 1),
        ('a = """Mon\n\\nTues"""\n', 2),
    ],
    ids=range(4),
)
def test_a_line_of_a_text_is_told_by_its_own_line_ends(text: str, line: int):
    assert parse(text, "toml").line(("a",), len("Mon\n")) == line


def test_texts_are_found_with_all_of_their_paths():
    document = parse("a = 'x'\nb = 'y'\nc = [{a = 'x', b = 'x'}, {a = 5}]\n", "toml")
    assert document.texts(["a"]) == {"x": [("a",), ("c", 0, "a")]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = 1\nb = = 2\n", "line 2: this is not TOML: "),
        ("a = 1\r\n\r\nb\r\n", "line 3: this is not TOML: "),
        ("a = 1\na = 2\n", "line 2: this is not TOML: "),
        ("[a]\n[b]\n[a]\n", "line 3: this is not TOML: "),
        ("a = 2026-02-30\n", "line 1: this is not TOML: "),
        ('\n\na = """\nb', "line 4: this is not TOML: "),
        ("\ufeffa = 1", "line 1: this is not TOML: "),
        ("a = off", "line 1: this is not TOML: "),
        (f"a = {'1' * 5000}", "a number in the document has too many digits"),
        (f"a = {'[' * 10_000}", "the document is nested too deeply"),
        (f"a = {'[' * 60}{']' * 60}", "the document is nested more than 50 levels deep"),
        (f"{'a.' * 60}a = 1", "the document is nested more than 50 levels deep"),
    ],
    ids=range(12),
)
def test_what_is_no_toml_is_told_with_its_line(text: str, told: str):
    with pytest.raises(DocumentSyntaxError) as refused:
        parse(text, "toml")
    assert str(refused.value).startswith(told)
