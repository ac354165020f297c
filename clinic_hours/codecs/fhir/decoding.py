"""From FHIR's resources to locations and clinics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.decoded import Decoded
from clinic_hours.codecs.documents import Node
from clinic_hours.codecs.fhir.closed import read_closed
from clinic_hours.codecs.fhir.document import Entry, Notes, extension_zone, read_json
from clinic_hours.codecs.fhir.week import read_week
from clinic_hours.codecs.naming import Ids, address_of, checked_name, checked_zone, url_of, zone_of
from clinic_hours.errors import InvalidHoursError
from clinic_hours.hours.time_range import is_a
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.location import Address, Location, Service
from clinic_hours.location.given import id_of, zone_named

KINDS = ("Location", "HealthcareService", "PractitionerRole")


def decode(
    document: object, *, timezone: str | ZoneInfo | None = None, name: str | None = None
) -> Decoded[Location | Clinic]:
    """The location of a resource, or the clinic of a bundle, from FHIR's JSON as a text or as data.

    The time zone is the caller's, else that of the timezone extension, else there is none and a note says so. Raises
    `DocumentSyntaxError` where a text is no JSON, and `InvalidHoursError` where it is no resource that has hours.

    >>> entry = {"daysOfWeek": ["mon", "tue"], "openingTime": "08:00:00", "closingTime": "16:00:00"}
    >>> decode({"resourceType": "Location", "name": "Main", "hoursOfOperation": [entry]}, timezone="UTC").value.regular_hours
    WeeklyHours.parse('Mo-Tu 08:00-16:00')
    """
    notes = Notes()
    resource = read_json(document, notes)
    timezone, name = checked_zone(timezone), checked_name(name)
    if resource["resourceType"] == "Bundle":
        value: Location | Clinic = _bundle(resource, timezone, name, notes)
    elif resource["resourceType"] in KINDS:
        value = Location(**_fields(resource, "", timezone, name, notes))
    else:
        kind = resource["resourceType"][:40]
        raise InvalidHoursError(
            f"/resourceType: {kind} has no hours that are read here; {', '.join(KINDS)} and Bundle have"
        )
    return Decoded(value, tuple(notes))


def _bundle(bundle: dict[str, Any], timezone: str | None, name: str | None, notes: Notes) -> Clinic:
    rows = notes.objects(bundle.get("entry"), "/entry")
    found: list[tuple[Any, str]] = [(row.get("resource"), f"{place}/resource") for row, place in rows]
    resources = [(held, place) for held, place in found if is_a(held, dict)]
    places: dict[str, dict[str, Any]] = {}
    ids = Ids()
    services: dict[str, list[Entry]] = {}
    for held, place in sorted(resources, key=lambda row: row[0].get("resourceType") != "Location"):
        if held.get("resourceType") not in KINDS:
            continue
        fields = _fields(held, place, timezone, None, notes)
        homes = _locations_of(held, places) if held["resourceType"] != "Location" else []
        for home in homes:
            services.setdefault(home, []).append((fields | {"id": fields["id"].removeprefix(f"{home}.")}, place))
        if not homes:
            _give_id(fields, "location", ids, place, notes)
            places[fields["id"]] = fields
    locations = [
        Location(**fields, services=_services(fields, services.get(key, []), notes)) for key, fields in places.items()
    ]
    zone = None
    if any(location.timezone is None for location in locations):
        zone = "UTC"
        notes.tell("utc-assumed", "/", "UTC was taken where no time zone is named; give the time zone of the clinic")
    title = name or _organization(resources, notes) or "FHIR bundle"
    return Clinic(name=title, timezone=zone, locations=locations)


def _give_id(fields: dict[str, Any], kind: str, ids: Ids, place: str, notes: Notes) -> None:
    """Give some fields an id that no other of their kind has; one that had to be made is noted."""
    wanted = fields["id"] or id_of(fields["name"])
    fields["id"] = ids.free(wanted or kind)
    if fields["id"] != wanted:
        notes.tell(
            "id-made", place, f"{fields['name']!r:.60} is given the id {fields['id']!r}, because no other has it"
        )


def _services(location: dict[str, Any], rows: Iterable[Entry], notes: Notes) -> list[Service]:
    ids = Ids()
    made: list[Service] = []
    for fields, place in rows:
        fields.pop("address", None)
        if fields["timezone"] == location["timezone"]:
            fields["timezone"] = None
        _give_id(fields, "service", ids, place, notes)
        made.append(Service(**fields))
    return made


def _locations_of(held: dict[str, Any], places: Mapping[str, Any]) -> list[str]:
    """The ids of the locations that a service refers to, as far as they are the bundle's."""
    rows: Any = held.get("location")
    references = (row.get("reference") if is_a(row, dict) else None for row in _list(rows))
    keys = (reference.rpartition("/")[2] for reference in references if isinstance(reference, str))
    return [key for key in dict.fromkeys(keys) if key in places]


def _organization(resources: list[tuple[dict[str, Any], str]], notes: Notes) -> str:
    named = (notes.text(held, "name", place) for held, place in resources if held.get("resourceType") == "Organization")
    return next((name for name in named if name), "")


def _fields(held: dict[str, Any], place: str, timezone: str | None, name: str | None, notes: Notes) -> dict[str, Any]:
    """What a location or service is made of."""
    week, zones, closed = _hours(held, place, notes)
    zone = timezone or _zone([*zones, extension_zone(held)], place, notes)
    special, breaks = read_closed(closed, notes, week, zone_named(zone) if zone else None)
    _tell_unused(held, place, notes)
    if "availabilityExceptions" in held:
        told = notes.text(held, "availabilityExceptions", place)
        notes.tell("exceptions-in-words", f"{place}/availabilityExceptions", f"not read: {told!r}")
    telecom = list(notes.objects(held.get("telecom"), f"{place}/telecom"))
    for contact, where in notes.objects(held.get("contact"), f"{place}/contact"):
        telecom += notes.objects(contact.get("telecom"), f"{where}/telecom")
    phones, links = ([one for one in telecom if one[0].get("system") == system] for system in ("phone", "url"))
    return {
        "id": notes.text(held, "id", place),
        "name": name or _name(held, place, notes),
        "timezone": zone,
        "phone": next((notes.text(row, "value", where) for row, where in phones), ""),
        "url": next((url for row, where in links if (url := url_of(Node(row, where)["value"], notes))), None),
        "address": _address(held.get("address"), f"{place}/address", notes),
        "regular_hours": week,
        "special_hours": special,
        "breaks": breaks,
    }


def _tell_unused(held: dict[str, Any], place: str, notes: Notes) -> None:
    """Note what else bears on the hours, and is not read."""
    period: Any = held.get("period")
    if is_a(period, dict):
        dates = (notes.text(period, key, f"{place}/period") for key in ("start", "end"))
        told = " to ".join(text or "no date" for text in dates)
        notes.tell(
            "period-ignored", f"{place}/period", f"it holds from {told}; its hours are read as those of all time"
        )
    if held.get("active") is False or held.get("status") in ("inactive", "suspended"):
        key = "active" if held.get("active") is False else "status"
        notes.tell("not-in-use", f"{place}/{key}", "it is marked as not in use; its hours are read all the same")
    if held.get("appointmentRequired") is True:
        told = "an appointment is needed; its hours are read as open"
        notes.tell("appointment-required", f"{place}/appointmentRequired", told)


def _hours(held: dict[str, Any], place: str, notes: Notes) -> tuple[WeeklyHours, list[str], list[Entry]]:
    """The week, the zones it names, and what says when it does not hold; R4's and R5's forms are told apart by their shape."""
    start, end = "availableStartTime", "availableEndTime"
    key = "hoursOfOperation" if held["resourceType"] == "Location" else "availability"
    forms = held.get(key)
    if key == "hoursOfOperation" and not _is_r5(forms):
        rows = notes.objects(forms, f"{place}/{key}")
        week, zones = read_week(rows, f"{place}/{key}", notes, "openingTime", "closingTime")
        return week, zones, []
    if (forms is None and "availableTime" in held) or "notAvailable" in held:
        rows = notes.objects(held.get("availableTime"), f"{place}/availableTime")
        week, zones = read_week(rows, f"{place}/availableTime", notes, start, end)
        return week, zones, list(notes.objects(held.get("notAvailable"), f"{place}/notAvailable"))
    open_times: list[Entry] = []
    closed: list[Entry] = []
    for form, where in notes.objects(forms, f"{place}/{key}"):
        open_times += notes.objects(form.get("availableTime"), f"{where}/availableTime")
        closed += notes.objects(form.get("notAvailableTime"), f"{where}/notAvailableTime")
    week, zones = read_week(open_times, f"{place}/{key}", notes, start, end)
    return week, zones, closed


def _is_r5(forms: Any) -> bool:
    """Whether a location's hours are R5's availability, and not R4's entries."""
    return forms is None or any(
        is_a(form, dict) and (form.get("availableTime") or form.get("notAvailableTime")) for form in _list(forms)
    )


def _list(held: Any) -> list[Any]:
    return held if is_a(held, list) else [] if held is None else [held]


def _zone(zones: list[str], place: str, notes: Notes) -> str | None:
    named = list(dict.fromkeys(zone for zone in zones if zone))
    if not named:
        notes.tell("no-time-zone", place or "/", "no time zone is named; the hours are of wherever it is")
        return None
    if len(named) > 1:
        notes.tell("several-time-zones", place or "/", f"the times name {', '.join(named)}; the first was taken")
    return zone_of(Node(named[0], place), notes)


def _name(held: dict[str, Any], place: str, notes: Notes) -> str:
    practitioner: Any = held.get("practitioner")
    display = notes.text(practitioner, "display", f"{place}/practitioner") if is_a(practitioner, dict) else ""
    own = notes.text(held, "name", place) or display
    other: str = notes.text(held, "id", place) or held["resourceType"]
    if not own:
        notes.tell("no-name", f"{place}/name", f"it has no name, and is named {other!r}")
    return own or other


def _address(held: Any, place: str, notes: Notes) -> Address | None:
    node = Node(held, place)
    parts = {"region": "state", "postal_code": "postalCode", "city": "city", "country": "country"}
    return address_of(notes, street=node["line"], **{name: node[key] for name, key in parts.items()})
