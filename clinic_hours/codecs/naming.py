"""Names, ids, addresses and links as documents have them, made fit for a location."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.assembling import line_of
from clinic_hours.codecs.documents import Node, Notes
from clinic_hours.errors import InvalidHoursError, UnknownTimezoneError, WrongTypeError
from clinic_hours.location import Address, Door, Location
from clinic_hours.location.given import as_timezone, one_line, web_address

D = TypeVar("D", bound=Door)

COUNTRIES = {
    "usa": "US", "united states": "US", "united states of america": "US", "u.s.a.": "US",
    "uk": "GB", "united kingdom": "GB", "great britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "northern ireland": "GB", "canada": "CA", "australia": "AU", "new zealand": "NZ", "ireland": "IE",
    "germany": "DE", "deutschland": "DE", "austria": "AT", "österreich": "AT", "switzerland": "CH", "schweiz": "CH",
    "france": "FR", "italy": "IT", "italia": "IT", "spain": "ES", "españa": "ES", "portugal": "PT", "netherlands": "NL",
    "nederland": "NL", "belgium": "BE", "mexico": "MX", "méxico": "MX", "brazil": "BR", "brasil": "BR", "india": "IN",
    "japan": "JP",
}  # fmt: skip
"""Names of countries that addresses often have where the two letters are meant."""


def checked_zone(timezone: str | ZoneInfo | None) -> str | None:
    """The name of the time zone that a caller gives; `UnknownTimezoneError` where there is none such."""
    found = as_timezone(timezone)
    if found is not None and not isinstance(found, str):
        raise WrongTypeError(f"a time zone is a name such as 'America/New_York', not {type(timezone).__name__}")
    return found


def checked_name(name: str | None) -> str:
    """The name that a caller gives, or none."""
    if name is not None and not isinstance(name, str):
        raise WrongTypeError(f"a name is a text, not {type(name).__name__}")
    return one_line(name or "")


def zone_of(node: Node, notes: Notes) -> str | None:
    """The time zone that a document names; one that there is not is noted."""
    try:
        return checked_zone(node.text or None)
    except UnknownTimezoneError as error:
        notes.tell("zone-unknown", node.pointer, str(error))
        return None


def url_of(node: Node, notes: Notes) -> str | None:
    """A web address; another text is left out and noted."""
    text = node.text
    try:
        return web_address(one_line(text)) if text else None
    except InvalidHoursError as error:
        notes.tell("url-left-out", node.pointer, str(error))
        return None


def country_of(node: Node, notes: Notes) -> str:
    """The two letters of a country, from themselves or a name; another text is left out and noted."""
    text = line_of(node, notes)
    code = COUNTRIES.get(text.casefold(), text.upper())
    if not code or (len(code) == 2 and code.isascii() and code.isalpha()):
        return code
    notes.tell("country-left-out", node.pointer, f"{node.shown} is not a country's two letters, and is left out")
    return ""


def address_of(
    notes: Notes, *, street: Node, city: Node, region: Node, postal_code: Node, country: Node
) -> Address | None:
    """An address from its parts; `None` where there is nothing in it."""
    streets = (line_of(part, notes) for part in street.items)
    fields = {
        "street": ", ".join(part for part in streets if part),
        "city": line_of(city, notes),
        "region": line_of(region, notes),
        "postal_code": line_of(postal_code, notes),
        "country": country_of(country, notes),
    }
    return Address(**fields) if any(fields.values()) else None


def named(node: Node, name: str, notes: Notes, *, other: str) -> str:
    """The name of a place: its own, else the one that the caller gives, else another, which is noted."""
    own = line_of(node, notes)
    if not own and not name:
        notes.tell("no-name", node.pointer, f"it has no name, and is named {other!r}")
    return own or name or other


class Ids:
    """Ids that are given, each once.

    >>> ids = Ids()
    >>> ids.free("lab"), ids.free("lab"), ids.free("lab")
    ('lab', 'lab-2', 'lab-3')
    """

    __slots__ = ("_numbers", "_taken")

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def free(self, wanted: str) -> str:
        """An id, with a number behind it where it is given already."""
        # From the last number on: thousands of places may have one name.
        free, number = wanted, self._numbers.get(wanted, 1)
        while free in self._taken:
            number += 1
            free = f"{wanted}-{number}"
        self._numbers[wanted] = number
        self._taken.add(free)
        return free


def told_apart(doors: Sequence[D], what: str, notes: Notes, place: str = "") -> list[D]:
    """The same doors, each with an id that no other has; an id that had to be made is noted.

    >>> lab = Location(name="Lab", regular_hours="off")
    >>> [door.key for door in told_apart([lab, lab], "location", Notes())]
    ['lab', 'lab-2']
    """
    ids = Ids()
    made: list[D] = []
    for door in doors:
        free = ids.free(door.key or what)
        if free != door.key:
            notes.tell("id-made", place, f"{door.name!r} is given the id {free!r}, because no other has it")
            door = door.model_copy(update={"id": free})
        made.append(door)
    return made


def clinic_of(places: Sequence[Location], name: str, timezone: str | None, notes: Notes, **fields: Any) -> Clinic:
    """A clinic of some places; `UnknownTimezoneError` where one has no time zone, because a clinic answers for all of them."""
    for place in places:
        if timezone is None and place.timezone is None:
            told = f"the document has {len(places)} places, and no time zone is known for {place.name!r}"
            raise UnknownTimezoneError(f"{told}; give timezone='America/New_York'")
    return Clinic(name=name, timezone=timezone, locations=told_apart(places, "location", notes), **fields)
