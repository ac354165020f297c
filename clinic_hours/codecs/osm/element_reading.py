"""OpenStreetMap's elements, as its API and Overpass answer them, as locations and clinics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.assembling import UNKNOWN_WEEK, line_of
from clinic_hours.codecs.clocks import read_date
from clinic_hours.codecs.documents import Node, Notes
from clinic_hours.codecs.naming import clinic_of, country_of, named, told_apart, url_of
from clinic_hours.codecs.osm.address import COUNTRY, read_address
from clinic_hours.codecs.osm.checking import agree
from clinic_hours.codecs.osm.decoding import TagReader
from clinic_hours.codecs.osm.elements import CHECKED, HOURS, NAME, OPERATOR, OTHERS, PHONE, WEBSITE, title_of
from clinic_hours.errors import HoursSyntaxError, NotRepresentableError
from clinic_hours.hours.special import SeasonalHours, SpecialHours, seasonal_by_precedence, special_by_precedence
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.location import Door, Location, Service
from clinic_hours.timeline.rules import Rules

MOST_PROOFS = 100
"""Proofs that a closure spares a service at the most, each of which takes some milliseconds."""
FIELDS = ("regular_hours", "special_hours", "seasonal_hours", "breaks")


@dataclass(frozen=True, slots=True)
class ElementReader:
    """Whoever reads elements: how their tags are read, the name that a caller gives, and the notes."""

    tags: TagReader
    name: str
    notes: Notes

    def read(self, top: Node) -> Location | Clinic:
        """The location of an element or of its tags, or the clinic of the elements in a list or under `elements`."""
        rows = top["elements"] if top["elements"].is_list else top
        if rows.is_list:
            return self._clinic([row for row in rows.items if _tags(row).is_object])
        if not _tags(top).is_object:
            told = "neither an element of OpenStreetMap with tags nor a list of elements"
            raise NotRepresentableError(f"the document is {told}; a tag by itself is a text, 'Mo-Fr 08:00-17:00'")
        return self.location(top, self.tags.timezone, self.name)

    def _clinic(self, rows: list[Node]) -> Clinic:
        places = [self.location(row, None, "") for row in rows]
        operators = dict.fromkeys(line_of(_tags(row)[OPERATOR], self.notes) for row in rows)
        shared = next(iter(operators)) if len(operators) == 1 else ""
        if not shared and not self.name and any(operators):
            self.notes.tell(
                "several-operators", "", "the elements name several operators, so the clinic has no name of one"
            )
        checked = [read_date(_tags(row)[CHECKED], self.notes) for row in rows]
        days = [day for day in checked if day is not None]
        oldest = min(days) if days and len(days) == len(rows) else None
        if any(day != oldest for day in days):
            told = f"some hours were checked on other days than others; all of them on {oldest or 'no day'}"
            self.notes.tell("checked-apart", "", told)
        name = self.name or shared or "OpenStreetMap"
        return clinic_of(places, name, self.tags.timezone, self.notes, checked_on=oldest)

    def location(self, node: Node, timezone: str | None, name: str) -> Location:
        """The location of an element, with a service for each tag such as `opening_hours:lab`."""
        tags, notes = _tags(node), self.notes
        country = country_of(tags[COUNTRY], Notes())
        by_address = bool(country) and not self.tags.country
        reader = replace(self.tags, country=country) if by_address else self.tags
        if by_address and "PH" in tags[HOURS].text:
            told = f"PH is read as the public holidays of {country}, where the address is"
            notes.tell("country-of-address", tags[COUNTRY].pointer, told)
        inside = [(key.removeprefix(f"{HOURS}:"), tag) for key, tag in tags.members if key.startswith(f"{HOURS}:")]
        found = [(line_of(Node(key, tag.pointer), notes), tag) for key, tag in inside]
        services = [
            Service(id=key, name=title_of(key), **self._hours(tag, reader)) for key, tag in found if key not in OTHERS
        ]
        for key, tag in found:
            if key in OTHERS:
                notes.tell("left-out", tag.pointer, f"{HOURS}:{key} is no service, and is left out")
        made = Location(
            id=_id(node),
            name=named(tags[NAME], name, notes, other="OpenStreetMap"),
            timezone=timezone,
            phone=line_of(tags.first(PHONE, f"contact:{PHONE}"), notes),
            url=url_of(tags.first(WEBSITE, f"contact:{WEBSITE}"), notes),
            address=read_address(tags, notes),
            services=told_apart(services, "service", notes, tags.pointer),
            **self._hours(tags[HOURS], reader),
        )
        return self._open_to_services(made, tags[HOURS])

    def _hours(self, tag: Node, reader: TagReader) -> dict[str, Any]:
        """The hours of a tag as fields; unknown where there is none, or it cannot be read."""
        if not tag.text:
            self.notes.tell("no-regular-hours", tag.pointer, "no regular hours are told, so they are unknown")
            return {"regular_hours": UNKNOWN_WEEK}
        try:
            done = reader.read(tag.text, "OpenStreetMap")
        except (HoursSyntaxError, NotRepresentableError) as error:
            told = f"{tag.shown} cannot be read, so the hours are unknown: {str(error).splitlines()[0]}"
            self.notes.tell("unreadable-hours", tag.pointer, told)
            return {"regular_hours": UNKNOWN_WEEK}
        for note in done.notes:
            self.notes.tell(note.code, f"{tag.pointer}, {note.place}".removesuffix(", "), note.sentence)
        return {field: getattr(done.value, field) for field in FIELDS}

    def _open_to_services(self, location: Location, tag: Node) -> Location:
        """The location; a closure that would close a service whose own tag says hours is held as a season without any."""
        closing = _closing(location)
        if not closing:
            return location
        seasons = (SeasonalHours(rule.dates, WeeklyHours(), rule.reason) for rule in closing)
        changed = location.replace(
            special_hours=[rule for rule in location.special_hours if rule not in closing],
            seasonal_hours=(*location.seasonal_hours, *seasons),
        )
        if agree(_rules(location), _rules(changed)):
            return changed
        told = "what closes it closes its services too, whatever their own tags say on these dates"
        self.notes.tell("closes-services", tag.pointer, f"{told}: {', '.join(str(rule.dates) for rule in closing)}")
        return location


def _closing(location: Location) -> list[SpecialHours]:
    """The closures of a location that would close a service; all of them, if any would, where it takes long to tell which."""
    closures = [rule for rule in location.special_hours if rule.is_closure]
    services = list({_rules(one): one for one in location.services}.values())
    each = [[rule] for rule in closures] if len(closures) * len(services) <= MOST_PROOFS else [closures]
    return [rule for some in each if not all(_spares(some, one) for one in services) for rule in some]


def _spares(closures: Sequence[SpecialHours], service: Service) -> bool:
    """Whether closures of its location leave a service as it is; several change it together if one of them does."""
    return agree(_rules(service), _rules(service, *closures))


def _rules(door: Door, *closures: SpecialHours) -> Rules:
    special = special_by_precedence([(*closures, *door.special_hours)])
    return Rules(door.regular_hours, special, seasonal_by_precedence([door.seasonal_hours]), door.breaks)


def _tags(node: Node) -> Node:
    """The tags of an element, or those that stand by themselves."""
    bare = any(key == HOURS or key.startswith(f"{HOURS}:") for key, _ in node.members)
    return node if bare else node["tags"]


def _id(node: Node) -> str:
    """The id of an element: our own, or OpenStreetMap's number behind what it is."""
    number = node["id"].number
    return line_of(node["id"], Notes()) if number is None else f"{node['type'].text or 'element'}-{number}"
