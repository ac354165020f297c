"""Elements of OpenStreetMap: the tags of a location and its services, and a clinic of several."""

import json
from datetime import date
from typing import Any

import pytest

from clinic_hours import Break, Clinic, Location, SeasonalHours, Service, SpecialHours, WeeklyHours
from clinic_hours.codecs import osm
from clinic_hours.codecs.documents import Node, Notes
from clinic_hours.codecs.osm.address import address_tags, read_address
from clinic_hours.errors import (
    DocumentSyntaxError,
    HoursSyntaxError,
    NotRepresentableError,
    UnknownTimezoneError,
    WrongTypeError,
)
from clinic_hours.location import Address

ZONE = "America/New_York"
WEEK = "Mo-Fr 08:00-17:00"
UNKNOWN = WeeklyHours.parse("Mo-Su 00:00-24:00 unknown")
LAB = Service(name="Lab", regular_hours="Mo-Fr 07:00-11:00")


def office(week: str = WEEK, **fields: Any) -> Location:
    return Location(name="Main office", timezone=ZONE, regular_hours=week, **fields)


def tags(location: Location) -> dict[str, str]:
    done = osm.element(location)
    assert done.notes == ()
    return done.document["tags"]


def read(document: Any, **options: Any) -> Any:
    return osm.decode(document, **{"timezone": ZONE, **options})


def codes(done: Any) -> list[tuple[str, str]]:
    return [(note.code, note.place) for note in done.notes]


# Written


def test_a_clinic_is_the_elements_of_its_locations():
    address = {"street": "1 River Road", "city": "Edgewater", "region": "NJ", "postal_code": "07020", "country": "US"}
    clinic = Clinic(
        name="Riverside",
        timezone=ZONE,
        checked_on="2026-11-02",
        special_hours=[SpecialHours("12-25", reason="Christmas Day", except_locations=["urgent-care"])],
        locations=[
            office(
                id="main", phone="+1 201 555 0100", url="https://riverside.example/", address=address, services=[LAB]
            ),
            Location(name="Urgent care", regular_hours="24/7"),
        ],
    )
    done = osm.encode(clinic, on_loss="raise")
    assert done.document == {
        "elements": [
            {
                "id": "main",
                "tags": {
                    "name": "Main office",
                    "operator": "Riverside",
                    "addr:housenumber": "1",
                    "addr:street": "River Road",
                    "addr:city": "Edgewater",
                    "addr:state": "NJ",
                    "addr:postcode": "07020",
                    "addr:country": "US",
                    "phone": "+1 201 555 0100",
                    "website": "https://riverside.example/",
                    "opening_hours": 'Mo-Fr 08:00-17:00; Dec 25 off "Christmas Day"',
                    "opening_hours:lab": 'Mo-Fr 07:00-11:00; Dec 25 off "Christmas Day"',
                    "check_date:opening_hours": "2026-11-02",
                },
            },
            {
                "id": "urgent-care",
                "tags": {
                    "name": "Urgent care",
                    "operator": "Riverside",
                    "opening_hours": "24/7",
                    "check_date:opening_hours": "2026-11-02",
                },
            },
        ]
    }
    again = read(json.dumps(done.document))
    assert again.notes == ()
    assert [(one.id, one.timezone, one.address) for one in again.value] == [
        (one.id, one.timezone, one.address) for one in clinic
    ]
    assert (again.value.name, again.value.checked_on) == ("Riverside", date(2026, 11, 2))
    assert osm.encode(again.value).document == done.document


def test_a_tag_alone_leaves_services_out_and_a_service_has_one_of_its_own():
    both = office(services=[LAB], special_hours=[SpecialHours("12-25")])
    done = osm.encode(both)
    assert (done.document, codes(done)) == ("Mo-Fr 08:00-17:00; Dec 25 off", [("service-lost", "services/0")])
    assert osm.encode(both.service("lab"), on_loss="raise").document == "Mo-Fr 07:00-11:00; Dec 25 off"
    fortnightly = "DTSTART:20260105 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"
    assert codes(osm.encode(LAB.with_special(fortnightly))) == [("dates", "special_hours/0")]


def test_what_has_no_tag_is_told_with_its_place():
    odd = "DTSTART:20260105 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"
    clinic = Clinic(
        name="Riverside",
        timezone=ZONE,
        phone="1",
        url="https://riverside.example/",
        special_hours=[SpecialHours(odd)],
        locations=[
            office(special_hours=[SpecialHours("12-24", "08:00-12:00", reason="Christmas Eve")]),
            office(
                services=[LAB.replace(phone="2", url="https://lab.example/").with_special(odd, "08:00-09:00")]
            ).replace(name="Annex", timezone="America/Chicago"),
        ],
    )
    assert codes(osm.encode(clinic)) == [
        ("zone-lost", "/locations/1/timezone"),
        ("zone-lost", "/locations/1/services/0/timezone"),
        ("contact-lost", "/phone"),
        ("contact-lost", "/url"),
        ("dates", "/special_hours/0"),
        ("reason", "/locations/0/special_hours/0"),
        ("contact-lost", "/locations/1/services/0/phone"),
        ("contact-lost", "/locations/1/services/0/url"),
        ("dates", "/locations/1/services/0"),  # of the clinic, which closes the service too
        ("dates", "/locations/1/services/0/special_hours/0"),
    ]
    with pytest.raises(NotRepresentableError, match="has no tag"):
        osm.encode(clinic, on_loss="raise")
    assert codes(osm.encode(Clinic(name="Riverside"))) == [("no-elements", "/locations")]


def test_the_key_of_a_service_is_its_id_and_says_its_name():
    services = [
        Service(id="url", name="Url hours", regular_hours="24/7"),
        Service(id="url-hours", name="Night desk", regular_hours="24/7"),
        Service(id="::", name="Service", regular_hours="24/7"),
        Service(id="drive_through", name="Drive through", regular_hours="24/7"),
    ]
    done = osm.element(office(services=services))
    assert list(done.document["tags"])[2:] == [
        "opening_hours:url-hours",
        "opening_hours:url-hours-2",
        "opening_hours:service",
        "opening_hours:drive_through",
    ]
    assert codes(done) == [
        ("id-changed", "/services/0/id"),
        ("id-changed", "/services/1/id"),
        ("name-lost", "/services/1/name"),
        ("id-changed", "/services/2/id"),
    ]
    again = read(done.document).value
    assert [(one.id, one.name) for one in again.services][2:] == [
        ("service", "Service"),
        ("drive_through", "Drive through"),
    ]


def test_a_value_that_openstreetmap_does_not_take_is_told():
    days = [SpecialHours(f"2026-{month:02}-0{month % 7 + 1}", f"08:00-{month + 9:02}:00") for month in range(1, 13)]
    done = osm.element(office(special_hours=days))
    assert len(done.document["tags"]["opening_hours"]) > 255
    assert codes(done) == [("too-long", "")]
    assert osm.encode(office(special_hours=days)).notes == ()  # a text may be longer elsewhere


@pytest.mark.parametrize(
    ("street", "country", "number"),
    [
        ("1 River Road", "US", "1"),
        ("12b High Street", "GB", "12b"),
        ("10-12 High Street", "", "10-12"),
        ("Hauptstraße 5", "DE", "5"),
        ("Hauptstraße 5 a", "DE", "5 a"),
        ("Hauptstraße 5", "US", None),
        ("5 Hauptstraße", "DE", None),
        ("1 River Road, Suite 5", "US", None),
        ("Market Square", "US", None),
        ("Straße des 17. Juni 135", "DE", None),
    ],
)
def test_the_number_of_a_house_stands_apart_and_comes_back(street: str, country: str, number: str | None):
    address = Address(street=street, country=country)
    made = address_tags(address)
    assert made.get("addr:housenumber") == number
    assert read_address(Node(made), Notes()) == address


def test_only_a_location_has_an_element():
    with pytest.raises(WrongTypeError, match="a Location or a Clinic is encoded, not Service"):
        osm.element(LAB)  # type: ignore[arg-type]


# Read


OVERPASS = {
    "version": 0.6,
    "generator": "by hand",
    "elements": [
        {"type": "node", "id": 1, "lat": 52.5, "lon": 13.4},
        {
            "type": "node",
            "id": 2,
            "tags": {
                "amenity": "doctors",
                "name": "Praxis am Park",
                "addr:street": "Parkweg",
                "addr:housenumber": "3",
                "addr:country": "DE",
                "contact:phone": "+49 30 5550100",
                "contact:website": "https://praxis.example/",
                "opening_hours": "Mo-Fr 08:00-12:00",
                "opening_hours:url": "https://praxis.example/zeiten",
            },
        },
        {"type": "way", "id": 3, "tags": {"building": "yes"}},
        {"type": "way", "id": 4, "tags": {"name": "Apotheke", "opening_hours": "Mo-Fr 08:00-99:00"}},
    ],
}


def test_an_answer_of_overpass_is_a_clinic():
    done = read(OVERPASS, timezone="Europe/Berlin", name="Berlin")
    assert [(one.id, one.name) for one in done.value] == [
        ("node-2", "Praxis am Park"),
        ("way-3", "OpenStreetMap"),
        ("way-4", "Apotheke"),
    ]
    practice = done.value["node-2"]
    assert (practice.phone, practice.url) == ("+49 30 5550100", "https://praxis.example/")
    assert practice.address == Address(street="Parkweg 3", country="DE")
    assert [one.regular_hours for one in done.value][1:] == [UNKNOWN, UNKNOWN]
    assert codes(done) == [
        ("left-out", "/elements/1/tags/opening_hours:url"),
        ("no-name", "/elements/2/tags/name"),
        ("no-regular-hours", "/elements/2/tags/opening_hours"),
        ("unreadable-hours", "/elements/3/tags/opening_hours"),
    ]
    assert done.value.name == "Berlin"
    assert read(OVERPASS["elements"], name="Berlin").value.name == "Berlin"
    with pytest.raises(UnknownTimezoneError, match="no time zone is known for 'Praxis am Park'"):
        osm.decode(OVERPASS)


def test_an_element_and_its_tags_alone_are_a_location():
    held = {"opening_hours": "9-17", "opening_hours:lab": "Mo-Fr 07:00-11:00"}
    done = read({"type": "node", "id": 7, "tags": held}, name="Here")
    assert codes(done) == [("hours-alone", "/tags/opening_hours, column 1")]
    assert (done.value.id, done.value.name, done.value.timezone) == ("node-7", "Here", ZONE)
    assert (done.value.services[0].id, done.value.services[0].name) == ("lab", "Lab")
    bare = read(json.dumps(held).encode()).value
    assert (bare.name, bare.services) == ("OpenStreetMap", done.value.services)
    assert read({"opening_hours:lab": "24/7"}).value.regular_hours == UNKNOWN
    assert read({"id": 7, "tags": {"opening_hours": "24/7"}}).value.id == "element-7"


def test_what_is_no_element_is_refused():
    with pytest.raises(
        NotRepresentableError, match="neither an element of OpenStreetMap with tags nor a list of elements"
    ):
        read({"name": "Main"})
    with pytest.raises(DocumentSyntaxError, match="this is not JSON"):
        read('{"elements": ')
    with pytest.raises(WrongTypeError, match="a document is a text"):
        read(5)
    with pytest.raises(HoursSyntaxError):
        read("\ufeff")
    assert read("\ufeff []").value.name == "OpenStreetMap"


def test_public_holidays_are_those_of_the_address_where_nobody_says():
    pytest.importorskip("holidays")
    held = {"name": "A", "addr:country": "de", "opening_hours": "Mo-Fr 08:00-12:00; PH off"}
    done = read(held)
    assert [str(rule.dates) for rule in done.value.special_hours] == ["DE: *"]
    assert codes(done) == [("country-of-address", "/addr:country")]
    other = read(held, country="AT")
    assert ([str(rule.dates) for rule in other.value.special_hours], other.notes) == (["AT: *"], ())
    assert codes(read(held | {"addr:country": ""})) == [("unreadable-hours", "/opening_hours")]


def test_operators_and_days_of_checking_are_the_clinics_where_they_agree():
    one = {"name": "A", "operator": "X", "check_date:opening_hours": "2026-11-02", "opening_hours": "24/7"}

    def clinic(*changes: dict[str, str]) -> Any:
        return read([{"tags": one}, *({"tags": one | {"name": "B"} | change} for change in changes)])

    assert (clinic({}).value.name, clinic({}).notes) == ("X", ())
    several = clinic({"operator": "Y", "check_date:opening_hours": "2025-01-01"})
    assert (several.value.name, several.value.checked_on) == ("OpenStreetMap", date(2025, 1, 1))
    assert codes(several) == [("several-operators", ""), ("checked-apart", "")]
    never = clinic({"check_date:opening_hours": ""})
    assert (never.value.checked_on, codes(never)) == (None, [("checked-apart", "")])


def test_ids_are_told_apart():
    done = read([{"id": "a", "tags": {"name": "A", "opening_hours": "24/7"}}] * 2)
    assert ([one.id for one in done.value], codes(done)) == (["a", "a-2"], [("id-made", "")])


# Services and the closures of their location


@pytest.mark.parametrize(
    "rules",
    [
        {"seasonal_hours": [SeasonalHours("08-01/08-31", "off", reason="Summer")]},
        {"special_hours": [SpecialHours("12-24", "08:00-12:00"), SpecialHours("12-25")]},
        {
            "seasonal_hours": [SeasonalHours("08-01/08-31", "off")],
            "special_hours": [SpecialHours("08-01/08-07"), SpecialHours("08-15", "10:00-12:00")],
        },
        {"breaks": [Break("2026-12-24", "00:00-24:00")]},
    ],
)
def test_a_service_that_is_open_while_its_location_has_no_hours_stays_so(rules: dict[str, Any]):
    both = office(services=[LAB], **rules)
    again = read(osm.element(both).document).value
    first = date(2026, 1, 1).toordinal()
    for day in map(date.fromordinal, range(first, first + 366)):
        assert again.hours_on(day) == both.hours_on(day)
        assert again.service("lab").hours_on(day) == both.service("lab").hours_on(day)


def test_a_closure_that_no_season_can_stand_for_is_told():
    held = {
        "name": "A",
        "opening_hours": "Mo-Fr 08:00-17:00; Aug 01-20 10:00-12:00; 2026 Aug 10-2026 Aug 30 off",
        "opening_hours:lab": "24/7",
    }
    done = read(held)
    assert codes(done) == [("closes-services", "/opening_hours")]
    assert done.notes[0].sentence.endswith(": 2026-08-10/2026-08-30")
    lab = done.value.service("lab")
    assert [str(lab.hours_on(date(2026, 8, day))) for day in (9, 10, 30, 31)] == [
        "00:00-24:00",
        "off",
        "off",
        "00:00-24:00",
    ]
