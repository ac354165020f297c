"""The places of a document of schema.org, with their departments and phone lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.assembling import line_of
from clinic_hours.codecs.documents import Node, Notes
from clinic_hours.codecs.naming import address_of, clinic_of, named, told_apart, url_of
from clinic_hours.codecs.schema_org.hours import hours_of
from clinic_hours.codecs.schema_org.vocabulary import (
    HOURS,
    SPECIAL,
    SPECIFICATION,
    TEXT,
    first,
    own,
    types_of,
    value_of,
)
from clinic_hours.errors import NotRepresentableError
from clinic_hours.location import Location, Service

NO_HOURS = (
    "nothing in the document has hours: no openingHours, openingHoursSpecification or specialOpeningHoursSpecification"
)


@dataclass(slots=True)
class Place:
    """A node that has hours, and what it has hours for within: departments, phone lines."""

    node: Node
    inner: list[tuple[Node, str]] = field(default_factory=list[tuple[Node, str]])


def read(top: Node, timezone: str | None, name: str, notes: Notes) -> Location | Clinic:
    """The location or the clinic that a document tells of."""
    places: list[Place] = []
    _find(top, "", None, places)
    whose = _clinic_node(top, places)
    if not places:
        raise NotRepresentableError(f"{NO_HOURS}; a place has one of them")
    if len(places) == 1 and whose is None:
        return _location(places[0], timezone, name, notes)
    made = [_location(place, None, "", notes) for place in places]
    node = whose or Node({}, top.pointer)
    called = named(first(value_of(node, "name")), name, notes, other="Clinic")
    return clinic_of(made, called, timezone, notes, **_contacts(node, notes))


def _find(node: Node, key: str, within: Place | None, places: list[Place]) -> None:
    """Add the places of a part of a document; `within` is the place in which it stands."""
    if node.is_list:
        for item in node.items:
            _find(item, key, within, places)
        return
    keys = {own(name).casefold(): held for name, held in node.members if held}
    if any(name.casefold() in keys for name in HOURS):
        if within is not None and key == "department":
            within.inner.append((node, ""))
        else:
            within = Place(node)
            places.append(within)
    elif "hoursavailable" in keys and within is not None:
        within.inner.append((node, "hoursAvailable"))
    for name, held in keys.items():
        if name not in FOLDED:
            _find(held, name, within, places)


FOLDED = {*(name.casefold() for name in HOURS), "hoursavailable"}


def _clinic_node(top: Node, places: list[Place]) -> Node | None:
    """The node of the organization that the places in a graph name as the one they belong to."""
    ids = {value_of(place.node, "parentOrganization")["@id"].text for place in places} - {""}
    found = (node for node in top["@graph"].items if node["@id"].text in ids)
    whose = next(found, None)
    return None if whose is None or any(place.node.pointer == whose.pointer for place in places) else whose


def _location(place: Place, timezone: str | None, name: str, notes: Notes) -> Location:
    node = place.node
    kind = next(iter(types_of(node)), "Location")
    services = [_service(inner, prop, node, notes) for inner, prop in place.inner]
    return Location(
        id=_id(node, "#"),
        name=named(first(value_of(node, "name")), name, notes, other=kind),
        timezone=timezone,
        address=_address(value_of(node, "address"), notes),
        services=told_apart(services, "service", notes, node.pointer),
        **_contacts(node, notes),
        **_hours(node, notes),
    )


def _service(node: Node, prop: str, within: Node, notes: Notes) -> Service:
    kind = next(iter(types_of(node)), "Service")
    called = value_of(node, "name") or value_of(node, "contactType")
    nothing = Node(None, node.pointer)
    return Service(
        id=_id(node, within["@id"].text + "/"),
        name=named(first(called), "", notes, other=kind),
        **_contacts(node, notes),
        **(hours_of(value_of(node, prop), nothing, nothing, notes) if prop else _hours(node, notes)),
    )


def _hours(node: Node, notes: Notes) -> dict[str, Any]:
    return hours_of(value_of(node, SPECIFICATION), value_of(node, SPECIAL), value_of(node, TEXT), notes)


def _id(node: Node, start: str) -> str:
    """The id that a node has behind some beginning of its own."""
    text = node["@id"].text
    id = unquote(text.removeprefix(start)).strip() if text.startswith(start) and text.startswith("#") else ""
    return id if id.isprintable() else ""


def _contacts(node: Node, notes: Notes) -> dict[str, Any]:
    phone, url = (first(value_of(node, name)) for name in ("telephone", "url"))
    return {"phone": line_of(phone, notes), "url": url_of(url, notes)}


def _address(node: Node, notes: Notes) -> Any:
    held = first(node)
    country = first(value_of(held, "addressCountry"))
    return address_of(
        notes,
        street=held if held.text else value_of(held, "streetAddress"),
        city=value_of(held, "addressLocality"),
        region=value_of(held, "addressRegion"),
        postal_code=value_of(held, "postalCode"),
        country=first(value_of(country, "name")) if country.is_object else country,
    )
