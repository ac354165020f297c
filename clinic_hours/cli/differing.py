"""The command that tells when two sources of hours disagree: `diff`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Any, NamedTuple, NoReturn

import typer

from clinic_hours.cli.asking import AsJson
from clinic_hours.cli.comparing import Difference, differences, told
from clinic_hours.cli.moments import instant
from clinic_hours.cli.pairing import Pairs, paired
from clinic_hours.cli.printing import fail, print_json, print_lines, say, told_plainly
from clinic_hours.cli.sources import (
    Country,
    Given,
    Source,
    Subdivision,
    Text,
    Told,
    Zone,
    about,
    check_given,
    note_rows,
    readable_names,
    source_of,
    text_of,
    zones_of,
)
from clinic_hours.clinic import Clinic
from clinic_hours.codecs import Note
from clinic_hours.errors import UnknownTimezoneError
from clinic_hours.location import Door, Location
from clinic_hours.location.given import zone_named

DAY = timedelta(days=1)
YEAR = timedelta(days=364)
EARLIEST, LATEST = date.min + 2 * DAY, date.max - 2 * DAY
"""Dates whose midnights every time zone has."""
MOST_DAYS = 3660
"""Days that are compared at the most."""
ZONE_ASSUMED = "utc-assumed"
"""The code of a note on a document that has no time zone, and that was given one for want of a better."""


class Side(NamedTuple):
    """One of the two sources; `borrowed` is the other's time zone, where it says none itself."""

    letter: str
    source: Source
    borrowed: str | None = None

    @property
    def locations(self) -> list[Location]:
        """Its locations."""
        return list(self.source.value) if isinstance(self.source.value, Clinic) else [self.source.value]

    def says_zone(self, location: Location) -> bool:
        """Whether a location's time zone is its own."""
        return location.timezone is not None and location.timezone != self.borrowed


class Compared(NamedTuple):
    """Two locations or two services that are the same one, and where they differ."""

    a: Door
    b: Door
    found: tuple[Difference, ...]
    services: tuple[Compared, ...]
    only_a: tuple[Door, ...]
    only_b: tuple[Door, ...]

    @property
    def agrees(self) -> bool:
        """Whether they and all in them agree."""
        return not (self.found or self.only_a or self.only_b) and all(each.agrees for each in self.services)


def _file(letter: str) -> Any:
    return typer.Argument(
        metavar=letter, help="A clinic file, a document in another format, or - for one on standard input."
    )


def _format(letter: str) -> Any:
    return typer.Option(
        metavar="FORMAT",
        autocompletion=readable_names,
        help=f"The format of {letter}, as for convert --from; found out where it shows.",
    )


def diff(
    a: Annotated[Path, _file("A")],
    b: Annotated[Path, _file("B")],
    since: Annotated[str, typer.Option("--from", metavar="DATE", help="The first date that is compared.")] = "today",
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="The last date; a year later where it is left out.")
    ] = None,
    format_a: Annotated[str | None, _format("A")] = None,
    format_b: Annotated[str | None, _format("B")] = None,
    timezone: Zone = None,
    country: Country = None,
    subdivision: Subdivision = None,
    as_json: AsJson = False,
) -> None:
    """Tell when two sources disagree, such as a clinic file and the hours that Google has, or last year's file and this year's.

    Locations and services are matched by their ids, else by their names. Exits with 0 where the two agree, with 1 where not, and
    with 2 where they cannot be compared.
    """
    if str(a) == str(b) == "-":
        fail("only one of the two can be on standard input")
    with told_plainly():
        texts = text_of(a, format_a, "--format-a"), text_of(b, format_b, "--format-b")
        given = Given(timezone=timezone, country=country, subdivision=subdivision)
        check_given(given, *texts)
        sides = _sides(texts, given)
        first, last = _window(since, until, sides)
        pairs = paired(sides[0].locations, sides[1].locations, lone=True)
        notes = [(side.letter, note) for side in sides for note in side.source.notes]
        compared: list[Compared] = []
        for pair in pairs.both:
            one, other = _on_clocks(pair, sides, notes)
            compared.append(_compared(one, other, first, last))
    agree = not (pairs.only_a or pairs.only_b) and all(each.agrees for each in compared)
    if as_json:
        _print_json(sides, first, last, compared, pairs, notes)
    else:
        for letter, note in dict.fromkeys(notes):
            say(f"{letter}: {note}")
        _print(sides, first, last, compared, pairs)
    raise typer.Exit(0 if agree else 1)


# What is compared


def _sides(texts: tuple[Text, Text], given: Given) -> tuple[Side, Side]:
    """Both sources; one that cannot be read without a time zone has the other's."""
    read = [_read(text, given) for text in texts]
    made: list[Side] = []
    for letter, text, source, other in zip("AB", texts, read, reversed(read), strict=True):
        if source is not None:
            made.append(Side(letter, source))
            continue
        zone = None if other is None else next(zones_of(other.value), None)
        if zone is None:
            _fail_without_zone(f"{text.file} does not say its time zone, and neither does the other")
        with about(text.file):
            made.append(Side(letter, source_of(text, given._replace(timezone=zone)), zone))
    return made[0], made[1]


def _read(text: Text, given: Given) -> Source | None:
    """A source; nothing where it needs a time zone that nobody gave."""
    with about(text.file):
        try:
            source = source_of(text, given)
        except UnknownTimezoneError:
            return None
    return None if any(note.code == ZONE_ASSUMED for note in source.notes) else source


def _window(since: str, until: str | None, sides: Sequence[Side]) -> tuple[date, date]:
    """The first and the last date, in the time zone of the first place that has one."""
    names = [name for side in sides for name in zones_of(side.source.value)]
    zone = zone_named(names[0]) if names else UTC
    first = instant(since, zone).date()
    last = first + min(YEAR, LATEST - first) if until is None else instant(until, zone).date()
    if first < EARLIEST or max(first, last) > LATEST:
        fail(f"dates can be compared from {EARLIEST} to {LATEST}")
    if last < first:
        fail(f"the dates end before they start: {first} to {last}")
    if (last - first).days > MOST_DAYS:
        fail(f"{first} to {last} is longer than ten years; end it earlier")
    return first, last


def _on_clocks(pair: tuple[Location, Location], sides: Sequence[Side], notes: list[Told]) -> tuple[Location, Location]:
    """A pair of locations, each with a time zone: its own, else that of the other."""
    a, b = pair
    own = [side.says_zone(location) for side, location in zip(sides, pair, strict=True)]
    if not any(own):
        _fail_without_zone(f"neither {sides[0].source.file} nor {sides[1].source.file} says a time zone")
    if own[0] and own[1]:
        if a.timezone != b.timezone:
            told = f"{b.name} is in {b.timezone}, and in A in {a.timezone}; the times here are those of A"
            notes.append(("B", Note("zones-differ", "", told)))
        return a, b
    letter, other, zone = ("B", "A", a.timezone) if own[0] else ("A", "B", b.timezone)
    notes.append(
        (letter, Note("zone-assumed", "", f"it says no time zone, and is read on the clocks of {other}, {zone}"))
    )
    return a.replace(timezone=zone), b.replace(timezone=zone)


def _fail_without_zone(told: str) -> NoReturn:
    fail(f"{told}; add --timezone America/New_York, or whichever it is")


def _compared(a: Location, b: Location, first: date, last: date) -> Compared:
    """Two locations, and their services, from a date to another."""
    edges = datetime.combine(first, time(0), a.zone), datetime.combine(last + DAY, time(0), a.zone)
    services = paired(_services(a), _services(b))
    inner = tuple(
        Compared(one, other, tuple(differences(one, other, *edges)), (), (), ()) for one, other in services.both
    )
    return Compared(a, b, tuple(differences(a, b, *edges)), inner, services.only_a, services.only_b)


def _services(location: Location) -> list[Door]:
    return [location.service(service.key) for service in location.services]


# What is printed


def _print(
    sides: Sequence[Side], first: date, last: date, compared: Sequence[Compared], pairs: Pairs[Location]
) -> None:
    print_lines(f"{side.letter}: {side.source.file} ({side.source.form.name})" for side in sides)
    print_lines([f"{first} to {last}"], style="dim")
    for one in compared:
        print_lines([""])
        _print_one(one, "")
    for letter, doors in zip("AB", (pairs.only_a, pairs.only_b), strict=True):
        for door in doors:
            print_lines(["", f"{door.name}: only in {letter}"])


def _print_one(one: Compared, indent: str) -> None:
    same = one.a.name == one.b.name
    print_lines([f"{indent}{one.a.name if same else f'{one.a.name} (A), {one.b.name} (B)'}"], style="bold")
    print_lines(f"{indent}  {line}" for line in told(one.found) or ["no difference"])
    for service in one.services:
        _print_one(service, f"{indent}  ")
    for letter, doors in zip("AB", (one.only_a, one.only_b), strict=True):
        print_lines(f"{indent}  {door.name}: only in {letter}" for door in doors)


def _print_json(
    sides: Sequence[Side],
    first: date,
    last: date,
    compared: Sequence[Compared],
    pairs: Pairs[Location],
    notes: Sequence[Told],
) -> None:
    data: dict[str, Any] = {
        side.letter.lower(): {"file": side.source.file, "format": side.source.form.name} for side in sides
    }
    data |= {"from": str(first), "until": str(last), "locations": [_row(one) for one in compared]}
    print_json(data | dict(_only(pairs.only_a, pairs.only_b)) | {"notes": note_rows(dict.fromkeys(notes))})


def _row(one: Compared) -> dict[str, Any]:
    found = [
        {"start": held.start.isoformat(), "end": held.end.isoformat(), "a": str(held.a), "b": str(held.b)}
        for held in one.found
    ]
    row: dict[str, Any] = {"a": _named(one.a), "b": _named(one.b), "differences": found}
    if isinstance(one.a, Location):
        row |= {"services": [_row(each) for each in one.services]} | dict(_only(one.only_a, one.only_b))
    return row


def _only(only_a: Sequence[Door], only_b: Sequence[Door]) -> Iterator[tuple[str, list[dict[str, str]]]]:
    yield "only_in_a", [_named(door) for door in only_a]
    yield "only_in_b", [_named(door) for door in only_b]


def _named(door: Door) -> dict[str, str]:
    return {"id": door.key, "name": door.name}
