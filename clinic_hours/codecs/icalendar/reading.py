"""Locations and clinics of a calendar: whose hours its components are, on which clock, and what else it tells of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.assembling import line_of
from clinic_hours.codecs.documents import Node, Notes, opened, shown
from clinic_hours.codecs.icalendar.availability import availabilities, bounded
from clinic_hours.codecs.icalendar.calendar import NEVER, Calendar
from clinic_hours.codecs.icalendar.events import Reader
from clinic_hours.codecs.icalendar.lines import Component, Line, first_of
from clinic_hours.codecs.icalendar.moments import Zones, is_zone
from clinic_hours.codecs.icalendar.pieces import ALWAYS
from clinic_hours.codecs.icalendar.rules import Budget
from clinic_hours.codecs.icalendar.vocabulary import CLINIC, LOCATION, OF, SERVICE
from clinic_hours.codecs.naming import address_of, clinic_of, named, told_apart, url_of, zone_of
from clinic_hours.errors import DocumentSyntaxError, NotRepresentableError
from clinic_hours.location import Location, Service
from clinic_hours.location.given import id_of, zone_named

COMPONENTS = ("VEVENT", "VAVAILABILITY")
OTHERS = ("VTODO", "VJOURNAL", "VFREEBUSY")
NO_HOURS = "the calendar has no event and no availability that says when somebody is there"

Key = tuple[str, str]
"""The id of a location, and of a service or nothing; of a calendar of others, what its LOCATION says, and nothing."""


@dataclass(slots=True)
class Whose:
    """A location or a service, its components, and whether a property of our own tells of it."""

    node: Node
    parts: list[Component] = field(default_factory=list[Component])
    is_told: bool = False


class Reading:
    """Reads the top of a calendar."""

    def __init__(self, top: Component, timezone: str | None, name: str, notes: Notes) -> None:
        self.notes = notes
        calendars = list(top.walk("VCALENDAR"))
        names = (line for each in calendars for key in ("NAME", "X-WR-CALNAME") for line in each.all(key))
        self.title = _node(first_of(names))
        self.name = line_of(self.title, Notes()) or name
        self.given = name
        told = first_of(line for each in calendars for line in each.all("X-WR-TIMEZONE"))
        own = zone_of(_node(told), notes) if told.value else None
        self.timezone = own or timezone
        self.zones = Zones(_custom(top), own, notes)
        self.budget = Budget()
        self.clinic = _json(first_of(line for each in calendars for line in each.all(CLINIC)), notes)
        self.doors: dict[Key, Whose] = {}
        self.inside: dict[str, list[Whose]] = {}
        self._add_doors([line for each in calendars for line in each.all(LOCATION)])
        for part in top.walk(*OTHERS):
            notes.tell("component-left-out", part.place, f"{part.name} says no hours, and is left out")
        parts = list(top.walk(*COMPONENTS))
        # Before they are told apart: a date of its own may be elsewhere than the others.
        _except_overridden([part for part in parts if part.name == "VEVENT"], notes)
        for part in parts:
            _except_overridden(list(part.walk("AVAILABLE")), notes)
            for where, each in _by_place(part):
                self._door(each, where).parts.append(each)

    def _add_doors(self, lines: Sequence[Line]) -> None:
        for line in lines:
            node = _json(line, self.notes)
            key = _key(node) or "location"
            self._add_door((key, ""), node)
            for service in node["services"].items:
                self._add_door((key, _key(service) or "service"), service)

    def _add_door(self, key: Key, node: Node) -> None:
        if key in self.doors:
            self.notes.tell(
                "id-twice", node.pointer, f"the id {shown(key[1] or key[0])} stands twice, and the first holds"
            )
        else:
            self.doors[key] = Whose(node, is_told=True)

    def _door(self, part: Component, where: str) -> Whose:
        """Whose hours a component says; `where` is the place of one of another program."""
        own = part[OF].text.strip()
        key = (own, part[SERVICE].text.strip()) if own else (where, "")
        for place in ((key[0], ""), key):
            if place not in self.doors:
                self.doors[place] = Whose(Node({"name": place[1] or place[0] or self.name}))
        return self.doors[key]

    def value(self) -> Location | Clinic:
        """The location or the clinic."""
        for (location, service), whose in self.doors.items():
            if service:
                self.inside.setdefault(location, []).append(whose)
        if not self.clinic and not any(whose.parts or whose.is_told for whose in self.doors.values()):
            raise NotRepresentableError(NO_HOURS)
        places = [place for key, whose in self.doors.items() if not key[1] for place in self._location(key[0], whose)]
        if not self.clinic:
            if not places:
                why = next((f": {note.place}: {note.sentence}" for note in self.notes), "")
                raise NotRepresentableError(f"{NO_HOURS}{why}")
            if len(places) == 1:
                return places[0]
            return clinic_of(
                places, named(self.title, self.given, self.notes, other="Clinic"), self.timezone, self.notes
            )
        node = self.clinic
        fields: dict[str, Any] = {"phone": line_of(node["phone"], self.notes), "url": url_of(node["url"], self.notes)}
        checked = _date(node["checked_on"].text)
        zone = self._zone_of(node["timezone"])
        title = named(node["name"], self.name, self.notes, other="Clinic")
        return clinic_of(places, title, zone, self.notes, checked_on=checked, **fields)

    def _location(self, id: str, whose: Whose) -> Iterator[Location]:
        """A location; nothing where none of its events says hours."""
        node = whose.node
        zone = self._zone_of(node["timezone"]) or self._zone(whose.parts)
        made = self._calendar(whose, zone, {})
        others = self.inside.get(id, [])
        if made is None and not whose.is_told and not others:
            return
        closed = made.closed if made else {}
        services = [self._service(other, zone, closed) for other in others]
        never: dict[str, Any] = {"regular_hours": NEVER}
        address = node["address"]
        title = node["name"] if whose.is_told else Node(node["name"].text, "/NAME")
        yield Location(
            id=line_of(node["id"], self.notes),
            name=named(title, self.name, self.notes, other="Calendar"),
            timezone=zone,
            phone=line_of(node["phone"], self.notes),
            url=url_of(node["url"], self.notes),
            address=address_of(
                self.notes,
                **{key: address[key] for key in ("street", "city", "region", "postal_code", "country")},
            ),
            services=told_apart(services, "service", self.notes, node.pointer),
            **(made.hours() if made else never),
        )

    def _service(self, whose: Whose, timezone: str | None, closed: Mapping[date, str]) -> Service:
        node = whose.node
        own = self._zone_of(node["timezone"])
        made = self._calendar(whose, own or timezone, closed)
        never: dict[str, Any] = {"regular_hours": NEVER}
        return Service(
            id=line_of(node["id"], self.notes),
            name=named(node["name"], "", self.notes, other="Service"),
            timezone=own,
            phone=line_of(node["phone"], self.notes),
            url=url_of(node["url"], self.notes),
            **(made.hours() if made else never),
        )

    def _zone_of(self, node: Node) -> str | None:
        """The zone that a property of our own tells."""
        if not node.text or is_zone(node.text):
            return node.text or None
        self.notes.tell("zone-unknown", node.pointer, f"no time zone is named {node.shown}, and it is left out")
        return None

    def _zone(self, parts: Sequence[Component]) -> str | None:
        """The zone that most events of a place are on; else the calendar's, else UTC where some event is."""
        held = [line for part in parts for each in part.walk("VEVENT", "AVAILABLE") for line in each.all("DTSTART")[:1]]
        zones = [self.zones.named(tzid, line.place) for line in held if (tzid := line.params.get("TZID", ""))]
        counted = Counter(zone for zone in zones if zone)
        if counted:
            return counted.most_common(1)[0][0]
        return self.timezone or ("UTC" if any(line.value.strip().upper().endswith("Z") for line in held) else None)

    def _calendar(self, whose: Whose, zone: str | None, closed: Mapping[date, str]) -> Calendar | None:
        """The hours of some components; `None` where they say none, and none are known to be."""
        reader = Reader(self.zones, zone, self.name, self.budget, self.notes)
        events = [part for part in whose.parts if part.name == "VEVENT"]
        available = availabilities(
            [part for part in whose.parts if part.name != "VEVENT"], self.zones, zone, self.notes
        )
        spans = bounded(available) if available else ()
        said = [event for part in events if (event := reader.event(part)) is not None]
        for each in available:
            inner = list(each.component.walk("AVAILABLE"))
            limits = None if each.spans == (ALWAYS,) else each.spans
            said += [event for part in inner if each.spans and (event := reader.event(part, limits)) is not None]
        if not said and not available and not closed:
            return None
        place = whose.node.pointer
        return Calendar(said, zone_named(zone) if zone else None, place, self.notes, closed, spans)


def _place(part: Component) -> str:
    """The place that a component names."""
    return " ".join(part["LOCATION"].text.split())


def _by_place(part: Component) -> list[tuple[str, Component]]:
    """A component with its place; an availability in parts, one for each place at which it says that somebody is there."""
    if part[OF].value or part.name != "VAVAILABILITY":
        return [(_place(part), part)]
    rows: dict[str, list[Component]] = {}
    inner = list(part.walk("AVAILABLE"))
    usual = _place(part) or next((place for each in inner if (place := _place(each))), "")
    for each in inner:
        rows.setdefault(_place(each) or usual, []).append(each)
    return [(place, replace(part, parts=held)) for place, held in rows.items()] or [(usual, part)]


def _node(line: Line) -> Node:
    return Node(line.text, line.place)


def _key(node: Node) -> str:
    return node["id"].text or id_of(node["name"].text)


def _json(line: Line, notes: Notes) -> Node:
    """The object of a property of our own; an empty one, and a note, where it holds none."""
    if not line.value:
        return Node(None, line.place)
    try:
        held = opened(line.text, Notes())
    except DocumentSyntaxError as error:
        notes.tell("unreadable-property", line.place, f"{error.reason}; it is left out")
        return Node({}, line.place)
    return Node(held.value if held.is_object else {}, line.place)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _custom(top: Component) -> dict[str, str]:
    """What zones of a calendar's own are elsewhere called, where it says so."""
    return {
        each["TZID"].value: each["X-LIC-LOCATION"].value
        for each in top.walk("VTIMEZONE")
        if is_zone(each["X-LIC-LOCATION"].value)
    }


def _except_overridden(parts: Sequence[Component], notes: Notes) -> None:
    """Take each date that a component of its own tells out of the recurrence with the same UID."""
    masters = {part["UID"].value: part for part in parts if not part["RECURRENCE-ID"].value}
    for part in parts:
        line = part["RECURRENCE-ID"]
        if not line.value:
            continue
        if line.params.get("RANGE"):
            notes.tell(
                "range-ignored", line.place, f"RANGE={line.params['RANGE'][:20]} is left out: one date is changed"
            )
        master = masters.get(part["UID"].value)
        if master is None:
            notes.tell("no-master", line.place, f"no event with the UID {shown(part['UID'].value)} recurs")
        else:
            master.properties.setdefault("EXDATE", []).append(line)
