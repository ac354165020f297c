"""Slips that leave a file no document at all: what whoever typed the line most likely meant, instead of a reader's own words.

A reader tells where it could go no further. That is not always the line to mend, and it knows nothing of quotation marks as word
processors make them, of dates and clocks without any, or of habits from another format.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from clinic_hours.errors import DocumentSyntaxError
from clinic_hours.files.document import line_of

LISTS = ("locations", "services", "special_hours", "seasonal_hours", "breaks")
"""What a clinic may have several of."""

CURLY = "“”„‟‘’«»"
STRAIGHT = 'these quotation marks are of a word processor; write straight ones, as "Main office"'

# What stands between an equals sign and the next comma, bracket or comment; each piece is looked at once.
_PAIR = re.compile(r"""([A-Za-z0-9_-]+)[ \t]*=[ \t]*([^\s"'\[{,#}\]][^"',#}\]]*)""")
_KEY = re.compile(r"""\s*(?:-\s+)?["']?([A-Za-z0-9_-]+)["']?\s*[:=]?\s*""")
_TRAILING = re.compile(r",\s*[\]}]")
_LONG = re.compile(r"\"{3}|'{3}")
_NEXT = re.compile(r"\s*\[|\s*[A-Za-z0-9_-]+[ \t]*=")


class Slip(NamedTuple):
    """Where a slip is, as a line from 1, and what to write instead."""

    line: int | None
    told: str


def slip(text: str, form: str, error: DocumentSyntaxError) -> Slip:
    """The slip behind a reader's error, or else the error as it is."""
    if error.line is None:
        return Slip(None, error.reason)
    lines = [*text.split("\n"), ""]
    number = min(error.line, len(lines))
    found = next(iter(FINDERS[form](text, lines, number, error.reason)), None)
    return found or Slip(error.line, error.reason)


def _toml(text: str, lines: list[str], number: int, reason: str) -> Iterator[Slip]:
    line = lines[number - 1]
    key, rest = _key_of(line)
    if set(line) & set(CURLY):
        yield Slip(number, STRAIGHT)
    if (opened := _never_closed(lines)) is not None:
        yield Slip(
            opened, "the three quotation marks that begin this text are not closed; write three below it as well"
        )
    if line.lstrip().startswith("["):
        yield Slip(number, _of_heading(line, reason))
    if "overwrite" in reason:
        yield Slip(number, f"the key {key!r} stands twice in one table; leave one of them")
    if (odd := _odd_quotation(lines, number)) is not None:
        told = (
            "a quotation mark is missing; write one at either end of a text, or three where it goes over several lines"
        )
        yield Slip(odd, told)
    bare = next((pair for pair in _PAIR.findall(line) if not _is_value(pair[1])), None)
    if bare is not None:
        yield Slip(number, f'a text stands in quotation marks; write {bare[0]} = "{bare[1].strip()}"')
    if line.rstrip().endswith(","):
        yield Slip(number, "after a line stands no comma; take this one out")
    if "inline table" in reason or "key part" in reason:
        yield Slip(number, "what stands in braces is written on one line, without a comma at its end")
    if key and "=" not in line:
        yield Slip(number, f"between a key and its value stands an equals sign; write {key} = {rest}")


def _json(text: str, lines: list[str], number: int, reason: str) -> Iterator[Slip]:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        at = error.pos
    else:
        return  # JSON it is; something else is wrong
    before = len(text[:at].rstrip())
    mark, last = text[at : at + 1], text[before - 1 : before]
    if mark and mark in CURLY:
        yield Slip(number, STRAIGHT)
    if mark == "'":
        yield Slip(number, 'JSON has double quotation marks alone; write "Main office"')
    if mark == "#" or text[at : at + 2] in ("//", "/*"):
        yield Slip(
            number, "JSON knows no comments; take this one out, or keep the clinic in a .toml file, which may have some"
        )
    if _TRAILING.match(text, at) or (mark and mark in "]}" and last == ","):
        comma = at if mark == "," else before - 1
        yield Slip(line_of(text, comma + 1), "after the last item stands no comma; take this one out")
    if "',' delimiter" in reason and mark:
        yield Slip(line_of(text, before), "a comma is missing at the end of this; write one between two items")
    if not mark:
        yield Slip(line_of(text, before), "the document ends too early; close each { with } and each [ with ]")
    if "control character" in reason or "Unterminated" in reason:
        yield Slip(number, "a quotation mark is missing at the end of this text")
    if "':' delimiter" in reason:
        yield Slip(number, 'between a key and its value stands a colon; write "name": "Main office"')
    if "property name" in reason or "Expecting value" in reason:
        yield Slip(number, 'a text stands in quotation marks here, keys too; write "name": "Main office"')


def _yaml(text: str, lines: list[str], number: int, reason: str) -> Iterator[Slip]:
    line = lines[number - 1]
    key, rest = _key_of(line)
    if "\\t" in reason or "\t" in reason:
        yield Slip(number, "this line begins with a tab; indent with blanks")
    if "expected ':'" in reason:
        for above in range(number, 0, -1):
            name, mark, value = lines[above - 1].partition(":")
            if mark and value.strip() and not value.startswith((" ", "\t")):
                yield Slip(above, f"a blank stands after the colon; write {name.strip()}: {value.strip()}")
            if lines[above - 1].strip() and not mark:
                yield Slip(above, "between a key and its value stand a colon and a blank; write name: Main office")
    if "mapping values" in reason and ": " in rest:
        yield Slip(number, f'a text with a colon in it stands in quotation marks; write {key}: "{rest.strip()}"')
    if "mapping values" in reason or "expected <block end>" in reason or "unindent" in reason:
        yield Slip(
            number, "this line is not indented as those around it; begin all keys of one table in the same column"
        )
    if "end of stream" in reason or "found unexpected document" in reason:
        values = ((at, _key_of(held)[1]) for at, held in enumerate(lines, 1))
        opened = next((at for at, value in values if value[:1] in ("'", '"') and value.count(value[0]) % 2), number)
        yield Slip(opened, "a quotation mark is missing at the end of this text")


def _key_of(line: str) -> tuple[str, str]:
    """The key with which a line begins, and what stands after it; nothing of either where it begins with none."""
    found = _KEY.match(line)
    return (found[1], line[found.end() :].rstrip()) if found else ("", "")


def _of_heading(line: str, reason: str) -> str:
    name = line.strip("[] \t\r").partition("]")[0]
    if "twice" not in reason and "overwrite" not in reason and "mutate" not in reason:
        shown = f"[[{name}]]" if name.rpartition(".")[2] in LISTS else f"[{name}]"
        return f"this heading is not closed as it was opened; write {shown}"
    if name.rpartition(".")[2] in LISTS and not line.lstrip().startswith("[["):
        return f"there may be several of these; write each heading in double brackets, as [[{name}]]"
    return f"what stands under [{name}] is written twice; put all of it in one place"


def _never_closed(lines: list[str]) -> int | None:
    """The line on which a text of several lines begins that has no end, or has it where the next such text begins."""
    opened: tuple[int, str] | None = None
    for number, line in enumerate(lines, 1):
        if opened is not None and _NEXT.match(line):
            return opened[0]
        for mark in _LONG.findall(line):
            if opened is None:
                opened = number, mark
            elif mark == opened[1]:
                opened = None
    return opened and opened[0]


def _odd_quotation(lines: list[str], number: int) -> int | None:
    """The line on which a quotation mark has no other: the one where the reader stopped, or the first with such an apostrophe."""
    line = _LONG.sub("", lines[number - 1])
    if line.count('"') % 2 or (line.count("'") % 2 and '"' not in line):
        return number
    if any(held.strip() for held in lines[number - 1 :]):
        return None
    values = ((at, _key_of(held)[1]) for at, held in enumerate(lines, 1))
    return next((at for at, value in values if value.startswith("'") and value.count("'") % 2), None)


def _is_value(text: str) -> bool:
    """Whether TOML takes this for a number, a date or the like."""
    try:
        tomllib.loads(f"key = {text}")
    except tomllib.TOMLDecodeError:
        return False
    return True


FINDERS: Mapping[str, Callable[[str, list[str], int, str], Iterator[Slip]]] = {
    "toml": _toml,
    "json": _json,
    "yaml": _yaml,
}
