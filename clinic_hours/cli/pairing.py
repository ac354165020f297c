"""Which locations and services of two sources are the same ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from clinic_hours.location import Door

D = TypeVar("D", bound=Door)


class Pairs(NamedTuple, Generic[D]):
    """What two sources both have, in the order of the first, and what only one of them has."""

    both: tuple[tuple[D, D], ...]
    only_a: tuple[D, ...]
    only_b: tuple[D, ...]


def paired(some: Sequence[D], others: Sequence[D], *, lone: bool = False) -> Pairs[D]:
    """Pair what has the same id, then what has the same name; with `lone` also the only one with the only one.

    >>> from clinic_hours import Location
    >>> main, desk = (Location(id=id, name="Main office", regular_hours="off") for id in ("main", "desk"))
    >>> len(paired([main], [desk]).both)
    1
    """
    found: dict[int, int] = {}
    taken: set[int] = set()
    for same in (_key, _name):
        free: dict[str, list[int]] = {}
        for there, door in enumerate(others):
            if there not in taken:
                free.setdefault(same(door), []).append(there)
        for here, door in enumerate(some):
            if here not in found and free.get(same(door)):
                found[here] = free[same(door)].pop(0)
                taken.add(found[here])
    if lone and len(some) == len(others) == 1:
        found, taken = {0: 0}, {0}
    return Pairs(
        tuple((some[here], others[there]) for here, there in sorted(found.items())),
        tuple(door for here, door in enumerate(some) if here not in found),
        tuple(door for there, door in enumerate(others) if there not in taken),
    )


def _key(door: Door) -> str:
    return door.key


def _name(door: Door) -> str:
    return " ".join(door.name.casefold().split())
