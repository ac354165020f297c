"""Where schedules stand in documents of HSDS: of an organization, a service or a location, in a list, or in a CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.assembling import line_of
from clinic_hours.codecs.documents import LONGEST, Node, Notes
from clinic_hours.codecs.hsds.calendar import hours_of
from clinic_hours.codecs.naming import address_of, clinic_of, named, told_apart, url_of
from clinic_hours.errors import DocumentSyntaxError, NotRepresentableError
from clinic_hours.location import Location, Service

SCHEDULES = ("schedules", "schedule", "regular_schedules", "regular_schedule", "holiday_schedules", "holiday_schedule")
ROW_KEYS = ("freq", "byday", "opens_at", "closes_at", "dtstart", "valid_from", "weekday", "start_date")
OWNERS = ("service_at_location_id", "location_id", "service_id")
NO_HOURS = "no location and no service with schedules, and no schedule"


@dataclass(slots=True)
class Place:
    """A location, and the services that are given at it."""

    node: Node
    services: list[tuple[Node, list[Node]]] = field(default_factory=list[tuple[Node, list[Node]]])
    ids: set[str] = field(default_factory=set[str])

    def add(self, service: Node, rows: list[Node]) -> None:
        """Add a service with its schedules; documents often repeat one, and then the first holds."""
        id = service["id"].text
        if id not in self.ids:
            self.services.append((service, rows))
        if id:
            self.ids.add(id)


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a CSV file, without the cells that are empty or say `null`."""
    if len(text) > LONGEST:
        raise DocumentSyntaxError(f"{len(text):,} characters are too many; at most {LONGEST:,}")
    try:
        rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), restkey="", restval=""))
    except csv.Error as error:
        raise DocumentSyntaxError(f"this is no CSV: {error}") from None
    kept = [
        {key: cell for key, cell in row.items() if isinstance(cell, str) and cell not in ("", "null")} for row in rows
    ]
    return [row for row in kept if row]


def read(top: Node, timezone: str | None, name: str, notes: Notes) -> Location | Clinic:
    """The location or the clinic of a document."""
    if (top.is_list and any(_is_row(item) for item in top.items)) or (_is_row(top) and not _has_schedules(top)):
        return _of_rows(top, timezone, name, notes)
    places = _places(top)
    if not places:
        raise NotRepresentableError(f"{top.pointer or 'the document'} has {NO_HOURS}")
    if len(places) == 1:
        return _location(places[0], timezone, name, notes)
    made = [_location(place, None, "", notes) for place in places]
    called = named(top["name"], name, notes, other="Clinic")
    return clinic_of(made, called, timezone, notes)


def _is_row(node: Node) -> bool:
    return any(node[key] for key in ROW_KEYS)


def _of_rows(top: Node, timezone: str | None, name: str, notes: Notes) -> Location | Clinic:
    """The locations of a list of schedules, or of one, which names them by their ids alone."""
    owners: dict[str, list[Node]] = {}
    for item in top.items:
        owners.setdefault(line_of(item.first(*OWNERS), Notes()), []).append(item)
    made = [
        Location(
            id=owner,
            name=named(Node(None, f"{rows[0].pointer}/name"), name, notes, other=owner or "Location"),
            timezone=timezone,
            **hours_of(rows, rows[0].pointer, notes, shared=False),
        )
        for owner, rows in owners.items()
    ]
    return made[0] if len(made) == 1 else clinic_of(made, name or "Clinic", timezone, notes)


# Locations and services


def _places(top: Node) -> list[Place]:
    """The locations of a document, each once by its id, with the services at them; a service elsewhere is a place itself."""
    found: dict[str, Place] = {}
    services: list[Node] = []
    loose: list[Node] = []
    for node, key in _walk(top, ""):
        id = node["id"].text or node.pointer
        if key in ("locations", "location") or (not key and node["location_type"]):
            if id not in found or not _schedules(found[id].node):
                found[id] = Place(node)
        elif key in ("services", "service") or (not key and (node["service_at_locations"] or _has_schedules(node))):
            services.append(node)
        elif _schedules(node) and key != "service_at_locations":
            loose.append(node)
    for service in services:
        homes = [(at, _home(at, found)) for at in service["service_at_locations"].items]
        for at, home in homes:
            if home is not None and (_has_schedules(at) or _has_schedules(service)):
                home.add(service, _schedules(at) or _schedules(service))
        if all(home is None for _, home in homes) and _has_schedules(service):
            loose.append(service)
    held = [place for place in found.values() if place.services or _has_schedules(place.node)]
    return [*held, *(Place(node) for node in loose)]


def _walk(node: Node, key: str) -> Iterator[tuple[Node, str]]:
    """Every object of a document that may have schedules, with the key under which it stands."""
    if node.is_list:
        for item in node.items:
            yield from _walk(item, key)
        return
    if node.is_object:
        yield node, key
    for name, held in node.members:
        if name not in SCHEDULES:
            yield from _walk(held, "" if name == "contents" else name)


def _home(at: Node, found: dict[str, Place]) -> Place | None:
    location = at["location"]
    ids = (location["id"].text, at["location_id"].text, location.pointer)
    return next((found[id] for id in ids if id in found), None)


def _schedules(node: Node) -> list[Node]:
    return [row for key in SCHEDULES for row in node[key].items]


def _has_schedules(node: Node) -> bool:
    """Whether a node has schedules, of which there may be none."""
    return any(node[key].is_list for key in SCHEDULES)


def _location(place: Place, timezone: str | None, name: str, notes: Notes) -> Location:
    node = place.node
    address = next(iter(node.first("addresses", "address", "physical_addresses").items), Node(None))
    services = [_service(service, rows, notes) for service, rows in place.services]
    return Location(
        id=line_of(node["id"], notes),
        name=named(node["name"], name, notes, other="Location"),
        timezone=timezone,
        phone=_phone(node, notes),
        url=url_of(node["url"], notes),
        address=address_of(
            notes,
            street=Node([address[key].value or "" for key in ("address_1", "address_2")], address.pointer),
            city=address["city"],
            region=address.first("state_province", "region"),
            postal_code=address["postal_code"],
            country=address["country"],
        ),
        services=told_apart(services, "service", notes, node.pointer),
        **hours_of(_schedules(node), node.pointer, notes, shared=bool(services)),
    )


def _service(node: Node, rows: Iterable[Node], notes: Notes) -> Service:
    held: dict[str, Any] = hours_of(list(rows), node.pointer, notes, shared=False)
    return Service(
        id=line_of(node["id"], notes),
        name=named(node["name"], "", notes, other="Service"),
        phone=_phone(node, notes),
        url=url_of(node["url"], notes),
        **held,
    )


def _phone(node: Node, notes: Notes) -> str:
    phone = next(iter(node["phones"].items), Node(None))
    return line_of(phone["number"], notes)
