"""Addresses as OpenStreetMap's tags have them: the number of a house apart from its street."""

from __future__ import annotations

import re

from clinic_hours.codecs.documents import Node, Notes
from clinic_hours.codecs.naming import address_of
from clinic_hours.location import Address

NUMBER, STREET, COUNTRY = "addr:housenumber", "addr:street", "addr:country"
TAGS = {"city": "addr:city", "region": "addr:state", "postal_code": "addr:postcode", "country": COUNTRY}
STREET_FIRST = frozenset((
    "AT", "BE", "BR", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "HR", "HU", "IS", "IT", "LT", "LV", "MX", "NL", "NO", "PL", "PT",
    "RO", "SE", "SI", "SK", "TR",
))  # fmt: skip
"""Countries in which the number of a house stands behind the name of its street."""

_HOUSE = r"[0-9]+ ?[A-Za-z]?(?:[-/][0-9]+[A-Za-z]?)?"
_NUMBER_FIRST = re.compile(rf"(?P<number>{_HOUSE}) (?P<street>[^0-9,;]+)")
_STREET_FIRST = re.compile(rf"(?P<street>[^0-9,;]+) (?P<number>{_HOUSE})")


def address_tags(address: Address) -> dict[str, str]:
    """The tags of an address; the number stands apart where it stands on the side on which the country has it.

    >>> address_tags(Address(street="1 River Road", country="US"))
    {'addr:housenumber': '1', 'addr:street': 'River Road', 'addr:country': 'US'}
    """
    form = _STREET_FIRST if address.country in STREET_FIRST else _NUMBER_FIRST
    found = form.fullmatch(address.street)
    apart = found is not None and joined(found["number"], found["street"], address.country) == address.street
    tags = {NUMBER: found["number"], STREET: found["street"]} if found and apart else {STREET: address.street}
    tags |= {tag: getattr(address, name) for name, tag in TAGS.items()}
    return {tag: value for tag, value in tags.items() if value}


def read_address(tags: Node, notes: Notes) -> Address | None:
    """The address of some tags; `None` where they have none."""
    street = joined(tags[NUMBER].text, tags[STREET].text, tags[COUNTRY].text.upper())
    parts = {name: tags[tag] for name, tag in TAGS.items()}
    return address_of(notes, street=Node(street, tags[STREET].pointer), **parts)


def joined(number: str, street: str, country: str) -> str:
    """A street with the number of a house, on the side on which a country has it.

    >>> joined("5", "Hauptstraße", "DE"), joined("1", "River Road", "US")
    ('Hauptstraße 5', '1 River Road')
    """
    parts = (street, number) if country in STREET_FIRST else (number, street)
    return " ".join(part for part in parts if part)
