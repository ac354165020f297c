"""The text of a calendar as components with their properties (RFC 5545, section 3.1), each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from clinic_hours.codecs.documents import Notes, shown
from clinic_hours.codecs.icalendar.texts import unescaped
from clinic_hours.errors import DocumentSyntaxError, WrongTypeError
from clinic_hours.files.document import is_a

LONGEST = 5_000_000
"""Characters of a calendar at the most."""
DEEPEST = 10
"""Levels of components at the most; three are usual."""
MOST = 20_000
"""Components in a calendar at the most."""

_PARAMS = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:])*)')
_LINE = re.compile(r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:])*)*):(.*)', re.DOTALL)


class Line(NamedTuple):
    """A property: its place, its value as it stands there, and its parameters by their names in capitals."""

    place: str
    value: str
    params: dict[str, str]

    @property
    def text(self) -> str:
        """The text that the value says."""
        return unescaped(self.value)


NONE = Line("", "", {})
"""A property that is not there."""


@dataclass(slots=True)
class Component:
    """A component: its name, its place, its properties by their names, and the components in it."""

    name: str
    place: str
    line: int
    properties: dict[str, list[Line]] = field(default_factory=dict[str, list[Line]])
    parts: list[Component] = field(default_factory=list["Component"])
    counts: dict[str, int] = field(default_factory=dict[str, int])

    def __getitem__(self, name: str) -> Line:
        """The first property of a name; `NONE` where there is none."""
        return self.properties.get(name, [NONE])[0]

    def all(self, name: str) -> list[Line]:
        """All properties of a name."""
        return self.properties.get(name, [])

    def walk(self, *names: str) -> Iterator[Component]:
        """All components of some names, itself and those in it, in order."""
        if self.name in names:
            yield self
        for part in self.parts:
            yield from part.walk(*names)


def components(document: object, notes: Notes) -> Component:
    r"""A component without a name that holds all that stand in a text at the top.

    Raises `DocumentSyntaxError` with the line where the text is no calendar, and `WrongTypeError` for another thing than a text.

    >>> top = components("BEGIN:VCALENDAR\r\nX-WR-CALNAME:Lab\\, west\r\nEND:VCALENDAR", Notes())
    >>> top.parts[0].name, top.parts[0]["X-WR-CALNAME"].text
    ('VCALENDAR', 'Lab, west')
    """
    stack = [Component("", "", 0)]
    count = 0
    for number, text in _unfolded(_text_of(document)):
        found = _LINE.fullmatch(text)
        if found is None:
            if len(stack) == 1:
                raise DocumentSyntaxError(
                    f"this is not iCalendar: {shown(text)} stands where a component begins", number
                )
            notes.tell("unreadable-line", f"line {number}", f"{shown(text)} is no property, and is left out")
            continue
        name, value = found[1].upper(), found[3]
        if name == "BEGIN":
            count += 1
            _check(count, len(stack), number)
            stack.append(_begun(stack[-1], value.strip().upper()[:40], number))
        elif len(stack) == 1:
            raise DocumentSyntaxError(f"this is not iCalendar: {shown(text)} stands where a component begins", number)
        elif name == "END":
            _check_end(stack.pop(), value.strip().upper(), number)
        else:
            held = stack[-1].properties.setdefault(name, [])
            held.append(Line(f"{stack[-1].place}/{name[:60]}", value, _params(found[2])))
    if len(stack) > 1:
        raise DocumentSyntaxError(f"BEGIN:{stack[-1].name} has no END", stack[-1].line)
    if not count:
        raise DocumentSyntaxError("this is not iCalendar: it has no component, such as BEGIN:VCALENDAR")
    return stack[0]


def _text_of(document: object) -> str:
    if is_a(document, bytes, bytearray):
        try:
            document = bytes(document).decode("utf-8-sig")  # type: ignore[call-overload]
        except UnicodeDecodeError:
            raise DocumentSyntaxError("this is not a text in UTF-8") from None
    if not isinstance(document, str):
        raise WrongTypeError(
            f"a document is a text, or data parsed from one: here a text, not {type(document).__name__}"
        )
    if len(document) > LONGEST:
        raise DocumentSyntaxError(f"{len(document):,} characters are too many for a calendar; at most {LONGEST:,}")
    return document.removeprefix("\ufeff")


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not empty, each with its number, those that go on behind a space or a tab joined."""
    begun, parts = 0, list[str]()
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        if line[:1] in (" ", "\t") and parts:
            parts.append(line[1:])
            continue
        if parts:
            yield begun, "".join(parts)
        begun, parts = number, [line] if line.strip() else []
    if parts:
        yield begun, "".join(parts)


def _check(count: int, depth: int, number: int) -> None:
    if count > MOST:
        raise DocumentSyntaxError(f"the calendar has more than {MOST:,} components", number)
    if depth > DEEPEST:
        raise DocumentSyntaxError(f"components are nested more than {DEEPEST} levels deep", number)


def _begun(within: Component, name: str, number: int) -> Component:
    where = within.counts[name] = within.counts.get(name, -1) + 1
    # There is nearly always one calendar, and then nobody needs to be told of it.
    place = "" if name == "VCALENDAR" and not where else f"{within.place}/{name}/{where}"
    made = Component(name, place, number)
    within.parts.append(made)
    return made


def _check_end(begun: Component, name: str, number: int) -> None:
    if begun.name != name:
        raise DocumentSyntaxError(
            f"END:{name[:40]} stands where END:{begun.name} of line {begun.line} is meant", number
        )


def _params(text: str) -> dict[str, str]:
    return {name.upper(): value.strip('"') for name, value in _PARAMS.findall(text)}


def first_of(lines: Iterable[Line]) -> Line:
    """The first property that has a value; `NONE` where there is none."""
    return next((line for line in lines if line.value.strip()), NONE)
