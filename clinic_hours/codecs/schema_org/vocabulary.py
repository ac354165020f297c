"""The words of schema.org that are read and written, and what can be said with them."""

from __future__ import annotations

from clinic_hours.codecs.capabilities import Capabilities, Extent, Feature
from clinic_hours.codecs.documents import Node

CONTEXT = "https://schema.org"
CLINIC_ID = "#/clinic"
"""The id of a clinic's own node, which is no location's: in theirs a slash is written %2F."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SPECIFICATION, SPECIAL, TEXT = "openingHoursSpecification", "specialOpeningHoursSpecification", "openingHours"
HOURS = (SPECIFICATION, SPECIAL, TEXT)
"""The properties of a place that tell its hours."""

CAPABILITIES = Capabilities(
    "schema.org",
    writes=True,
    features={
        Feature.RANGES: Extent.YES,
        Feature.OVERNIGHT: Extent.YES,
        Feature.WHOLE_DAYS: Extent.YES,
        Feature.DATES: Extent.YES,
        Feature.SEASONS: Extent.YES,
        Feature.YEARLY: Extent.AS_DATES,
        Feature.NTH_WEEKDAYS: Extent.AS_DATES,
        Feature.WEEKLY_BREAKS: Extent.YES,
        Feature.DATED_BREAKS: Extent.AS_DATES,
        Feature.NOTES: Extent.YES,
        Feature.REASONS: Extent.YES,
        Feature.SERVICES: Extent.YES,
        Feature.SERVICE_DATES: Extent.YES,
        Feature.LOCATIONS: Extent.YES,
    },
)


def own(name: str) -> str:
    """A name without the address or prefix of the vocabulary: `https://schema.org/Monday` and `schema:Monday` are `Monday`.

    >>> own("http://schema.org/Monday"), own("openingHours")
    ('Monday', 'openingHours')
    """
    return name.rstrip("/").rpartition("/")[2].rpartition(":")[2].rpartition("#")[2]


def value_of(node: Node, name: str) -> Node:
    """The value of a property, whose name may have a prefix or be in the wrong case; `@value` is taken out of its object."""
    found = node[name]
    if not found:
        wanted = name.casefold()
        found = next((held for key, held in node.members if held and own(key).casefold() == wanted), found)
    return plain(found)


def plain(node: Node) -> Node:
    """A value without the object that JSON-LD may put around it."""
    return node["@value"] if node["@value"] else node


def types_of(node: Node) -> list[str]:
    """The types of a node, without the vocabulary's address."""
    names = (own(kind.text) for kind in node.first("type", "@type").items)
    return [name for name in names if name.strip() and name.isprintable()]


def first(node: Node) -> Node:
    """The first of several values, without the object that JSON-LD may put around it."""
    return plain(next(iter(node.items), node))
