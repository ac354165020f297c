"""OpenStreetMap's `opening_hours`, read and written: the tag of a location, and the elements of a clinic with all their tags.

>>> decode("Mo-Fr 08:00-17:00; PH off", timezone="Europe/Berlin", country="DE").value.special_hours
(SpecialHours('DE: *'),)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, overload
from zoneinfo import ZoneInfo

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.decoded import Decoded, Encoded, Note, OnLoss, check_on_loss, encoded
from clinic_hours.codecs.documents import Notes, opened
from clinic_hours.codecs.doors import Placed, doors_of, rules_of, tell_zones
from clinic_hours.codecs.naming import checked_name, checked_zone
from clinic_hours.codecs.osm.decoding import TagReader
from clinic_hours.codecs.osm.element_reading import ElementReader
from clinic_hours.codecs.osm.elements import CAPABILITIES, element_of
from clinic_hours.codecs.osm.encoding import tag_of
from clinic_hours.codecs.osm.sun import Coordinates
from clinic_hours.errors import WrongTypeError
from clinic_hours.hours.dates import Dates, as_dates
from clinic_hours.location import Location, Service

__all__ = ["CAPABILITIES", "decode", "element", "encode"]

NAME = "OpenStreetMap"


if TYPE_CHECKING:

    @overload
    def decode(
        document: str,
        *,
        timezone: str | ZoneInfo | None = None,
        country: str | None = None,
        subdivision: str | None = None,
        name: str | None = None,
        school_holidays: Iterable[Dates | date | str] | None = None,
        coordinates: Coordinates | None = None,
        sun_years: Iterable[int] | None = None,
    ) -> Decoded[Location]: ...
    @overload
    def decode(
        document: bytes | Mapping[str, Any] | list[Any],
        *,
        timezone: str | ZoneInfo | None = None,
        country: str | None = None,
        subdivision: str | None = None,
        name: str | None = None,
        school_holidays: Iterable[Dates | date | str] | None = None,
        coordinates: Coordinates | None = None,
        sun_years: Iterable[int] | None = None,
    ) -> Decoded[Location | Clinic]: ...


def decode(
    document: str | bytes | Mapping[str, Any] | list[Any],
    *,
    timezone: str | ZoneInfo | None = None,
    country: str | None = None,
    subdivision: str | None = None,
    name: str | None = None,
    school_holidays: Iterable[Dates | date | str] | None = None,
    coordinates: Coordinates | None = None,
    sun_years: Iterable[int] | None = None,
) -> Decoded[Any]:
    """The location whose doors open as a tag says, the location of an element, or the clinic of `elements`, and what was assumed.

    A text is a tag; one that begins with a brace or a bracket is the JSON of elements, as the API of OpenStreetMap and Overpass
    answer it. `country` and `subdivision` choose the calendar of public holidays, as the `holidays` package codes them; `country`
    also the language of words that several have; of an element it is else that of its address. `coordinates` are latitude and
    longitude, for sunrise and sunset, which are worked out for `sun_years` (this year and four more); without them the sun keeps
    the constant hours that OpenStreetMap's tools assume.

    Raises `HoursSyntaxError` with the place where the text is no tag, and `NotRepresentableError` where it says what no location
    can hold, or names holidays of which nobody gave the dates; of an element such a tag is noted, and its hours are unknown.
    `UnknownTimezoneError` where a clinic has no zone.

    >>> place = decode("Mo-Fr 08:00-17:00; Dec 24 08:00-12:00; Dec 25,26 off", timezone="Europe/Berlin").value
    >>> str(place.regular_hours), [str(rule.dates) for rule in place.special_hours]
    ('Mo-Fr 08:00-17:00', ['12-24', '12-25', '12-26'])
    """
    reader = TagReader(
        checked_zone(timezone),
        country.upper() if country else None,
        subdivision or "",
        None if school_holidays is None else tuple(map(as_dates, school_holidays)),
        coordinates,
        None if sun_years is None else tuple(sun_years),
    )
    called = checked_name(name)
    if isinstance(document, str) and not document.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return reader.read(document, called or NAME)
    notes = Notes()
    value = ElementReader(reader, called, notes).read(opened(document, notes))
    return Decoded(value, tuple(notes))


if TYPE_CHECKING:

    @overload
    def encode(value: Location | Service, *, on_loss: OnLoss = "note") -> Encoded[str]: ...
    @overload
    def encode(value: Clinic, *, on_loss: OnLoss = "note") -> Encoded[dict[str, Any]]: ...


def encode(value: Location | Service | Clinic, *, on_loss: OnLoss = "note") -> Encoded[Any]:
    """The tag that says when a location or a service is open, as short as a mapper writes it; of a clinic the `elements` of all.

    A tag has no room for the services of its location, and a note names each; `element` writes them beside it. `PH` in it means
    the calendar of the place: the one that the location's rules name. With `on_loss="raise"` a loss is a `NotRepresentableError`.

    >>> from clinic_hours import SpecialHours
    >>> office = Location(name="Office", regular_hours="Mo-Fr 08:00-16:00", special_hours=[SpecialHours("12-25")])
    >>> encode(office).document
    'Mo-Fr 08:00-16:00; Dec 25 off'
    >>> encode(Clinic(name="Riverside", timezone="UTC", locations=[office])).document["elements"][0]["tags"]["operator"]
    'Riverside'
    """
    check_on_loss(on_loss)
    if isinstance(value, Clinic):
        return _elements(value, on_loss)
    if not isinstance(value, Location | Service):
        raise WrongTypeError(f"a Location, a Service or a Clinic is encoded, not {type(value).__name__}")
    tag, notes = tag_of(Placed(value, "", rules_of(value, "")))
    if isinstance(value, Location):
        for number, service in enumerate(value.services):
            told = (
                f"a tag is of one door, and that of {service.name!r} is left out; the element of its location has both"
            )
            notes.append(Note("service-lost", f"/services/{number}", told))
    return encoded(tag, [Note(note.code, note.place.removeprefix("/"), note.sentence) for note in notes], on_loss)


def element(location: Location, *, on_loss: OnLoss = "note") -> Encoded[dict[str, Any]]:
    """The element of a location: its `id`, and its `tags` with name, address, hours, and those of each of its services.

    >>> lab = Service(name="Lab", regular_hours="Mo-Fr 07:00-11:00")
    >>> element(Location(name="Main office", regular_hours="Mo-Fr 08:00-16:00", services=[lab])).document["tags"]
    {'name': 'Main office', 'opening_hours': 'Mo-Fr 08:00-16:00', 'opening_hours:lab': 'Mo-Fr 07:00-11:00'}
    """
    check_on_loss(on_loss)
    notes = Notes()
    [placed] = doors_of(location, notes)
    return encoded(element_of(placed, notes), notes, on_loss)


def _elements(clinic: Clinic, on_loss: OnLoss) -> Encoded[dict[str, Any]]:
    notes = Notes()
    placed = doors_of(clinic, notes)
    tell_zones(placed, notes)
    for field in ("phone", "url"):
        if held := getattr(clinic, field):
            notes.tell("contact-lost", f"/{field}", f"{held!r} of the clinic has no tag; each element has its own")
    if not placed:
        notes.tell("no-elements", "/locations", "a clinic without locations has no elements, and its name is lost")
    made = [element_of(each, notes, clinic.name, clinic.checked_on) for each in placed]
    return encoded({"elements": made}, notes, on_loss)
