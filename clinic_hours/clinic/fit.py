"""Whether the parts of a clinic fit together: ids, exceptions and time zones.

Asked of a clinic, and of a document that may be wrong in other ways as well, so that all mistakes are told at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from clinic_hours.errors import nearest
from clinic_hours.hours.time_range import is_a
from clinic_hours.location.given import id_of

Misfit = tuple[tuple[str | int, ...], str]
"""Where something does not fit, and what to do about it."""

RULES = ("special_hours", "seasonal_hours")
ALONE = "this rule is of one location alone; leave except_locations out, or write the rule for the whole clinic"


def misfits(clinic: Any) -> Iterator[Misfit]:
    """What does not fit in a clinic, or in the data of one.

    >>> twins = [{"name": "Main office"}, {"id": "main-office", "name": "Annex"}]
    >>> [told for _, told in misfits({"timezone": "UTC", "locations": twins})]
    ["two locations have the id 'main-office'; give one of them another id"]
    """
    ids: set[str] = set()
    for number, location in enumerate(_rows(clinic, "locations")):
        path = ("locations", number)
        yield from _of_location(location, path, ids)
        if not _get(clinic, "timezone") and not _get(location, "timezone"):
            yield (
                path,
                'it has no time zone, and the clinic has none; give the clinic one, as timezone = "America/New_York"',
            )
    for kind in RULES:
        for number, rule in enumerate(_rows(clinic, kind)):
            for place, id in enumerate(_rows(rule, "except_locations")):
                if isinstance(id, str) and id not in ids:
                    near = nearest(id, ids - {""})
                    told = f"near ones: {', '.join(near)}" if near else "the clinic has no locations"
                    yield (kind, number, "except_locations", place), f"no location has the id {id[:40]!r}; {told}"


def _of_location(location: Any, path: tuple[str | int, ...], ids: set[str]) -> Iterator[Misfit]:
    """What is wrong with the id and the rules of a location; its id is added to those before it."""
    name = _get(location, "name")
    key, given = _key(location)
    where = (*path, "id" if given else "name")
    if isinstance(name, str) and name.strip() and not key:
        yield where, f'no id can be made from the name {name[:40]!r}; give it one, as id = "main"'
    if key and key in ids:
        yield where, f"two locations have the id {key!r}; give one of them another id"
    ids.add(key)
    inside = [((*path, "services", number), service) for number, service in enumerate(_rows(location, "services"))]
    taken: set[str] = set()
    for place, service in inside:
        key, given = _key(service)
        if key and key in taken:
            yield (*place, "id" if given else "name"), f"two services have the id {key!r}; give one of them another id"
        taken.add(key)
    for place, door in [(path, location), *inside]:
        for kind in RULES:
            for number, rule in enumerate(_rows(door, kind)):
                if _get(rule, "except_locations"):
                    yield (*place, kind, number, "except_locations"), ALONE


def _key(thing: Any) -> tuple[str, bool]:
    """The id of a location or service, and whether it is given rather than made from the name; `""` where it has none."""
    id, name = _get(thing, "id"), _get(thing, "name")
    if isinstance(id, str) and id.strip():
        return id.strip(), True
    return (id_of(name) if isinstance(name, str) else ""), False


def _get(thing: Any, name: str) -> Any:
    return thing.get(name) if is_a(thing, Mapping) else getattr(thing, name, None)


def _rows(thing: Any, name: str) -> list[Any]:
    found = _get(thing, name)
    return list(found) if is_a(found, list, tuple) else []
