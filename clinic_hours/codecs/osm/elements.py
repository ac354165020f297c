"""Places as OpenStreetMap's elements: for each the tags that a mapper gives it, hours and all."""

from __future__ import annotations

from datetime import date
from typing import Any

from clinic_hours.codecs.capabilities import Capabilities, Extent, Feature
from clinic_hours.codecs.documents import Notes, shown
from clinic_hours.codecs.doors import Placed
from clinic_hours.codecs.osm.address import address_tags
from clinic_hours.codecs.osm.encoding import tag_of
from clinic_hours.location import Door, Location
from clinic_hours.location.given import id_of

HOURS, NAME, OPERATOR, PHONE, WEBSITE = "opening_hours", "name", "operator", "phone", "website"
CHECKED = f"check_date:{HOURS}"
OTHERS = frozenset(
    ("conditional", "covid19", "description", "lastcheck", "note", "reason", "signed", "source", "source_ref", "url")
)
"""What stands behind `opening_hours:` and is no service: words about the hours, their source, and those of a pandemic."""
LONGEST = 255
"""Characters that OpenStreetMap takes for a key or a value."""

Element = dict[str, Any]

CAPABILITIES = Capabilities(
    "OpenStreetMap",
    writes=True,
    features=dict.fromkeys(Feature, Extent.YES) | {Feature.REASONS: Extent.CLOSURES, Feature.ZONE: Extent.NO},
)


def element_of(placed: Placed, notes: Notes, operator: str = "", checked_on: date | None = None) -> Element:
    """The element of a location: its id, and its tags with those of its services."""
    door = placed.door
    tags = {NAME: door.name, OPERATOR: operator}
    if isinstance(door, Location) and door.address is not None:
        tags |= address_tags(door.address)
    tags |= {PHONE: door.phone, WEBSITE: door.url or "", HOURS: _hours(placed, notes)}
    for service in placed.services:
        key = _key(service, tags, notes)
        tags[key] = _hours(service, notes)
    tags[CHECKED] = str(checked_on or "")
    tags = {key: value for key, value in tags.items() if value}
    for key, value in tags.items():
        if max(len(key), len(value)) > LONGEST:
            told = f"{shown(key)} has {len(value)} characters, and OpenStreetMap takes {LONGEST} at the most"
            notes.tell("too-long", placed.place, told)
    return {"id": door.key, "tags": tags}


def title_of(key: str) -> str:
    """The name that a service is given where only its id is known.

    >>> title_of("drive_through")
    'Drive through'
    """
    words = " ".join(key.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:] or "Service"


def _hours(placed: Placed, notes: Notes) -> str:
    tag, told = tag_of(placed)
    for note in told:
        notes.tell(note.code, note.place, note.sentence)
    return tag


def _key(service: Placed, taken: dict[str, str], notes: Notes) -> str:
    """The key of a service's hours, `opening_hours:lab`; what the key does not say is noted."""
    door: Door = service.door
    key = door.key if id_of(door.key) else "service"
    key = f"{key}-hours" if key in OTHERS else key
    number, free = 1, key
    while f"{HOURS}:{free}" in taken:
        number += 1
        free = f"{key}-{number}"
    if free != door.key:
        told = f"a tag with the id {shown(door.key)} is no service's; it is {free!r} here"
        notes.tell("id-changed", f"{service.place}/id", told)
    if title_of(free) != door.name:
        notes.tell("name-lost", f"{service.place}/name", f"{shown(door.name)} is {title_of(free)!r}, from its id")
    for field in ("phone", "url"):
        if held := getattr(door, field):
            notes.tell("contact-lost", f"{service.place}/{field}", f"{shown(held)} of a service has no tag")
    return f"{HOURS}:{free}"
