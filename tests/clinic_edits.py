"""Clinic files as people keep them, and what they do to a clinic: drawn by Hypothesis."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import strategies as st

from clinic_hours import Clinic, Location, Service, strategies
from clinic_hours.clinic.plain import clinic_data
from clinic_hours.files import write
from clinic_hours.files.toml_places import layout_of

RULES = {
    "special_hours": strategies.special_hours(),
    "seasonal_hours": strategies.seasonal_hours(),
    "breaks": strategies.breaks(),
}
SIMPLE: dict[str, st.SearchStrategy[Any]] = {
    "phone": st.sampled_from(("", "+1 201 555 0100", "+1 201 555 0101")),
    "url": st.none() | st.just("https://riverside.example/main"),
    "timezone": st.none() | st.sampled_from(("UTC", "Asia/Tokyo")),
    "regular_hours": strategies.weekly_hours(),
}
OFFICES, SERVICES = ("Main office", "Satellite office", "Urgent care", "Annex"), ("Lab", "Pharmacy", "Phones")


@st.composite
def commented(draw: st.DrawFn, text: str) -> str:
    """A TOML text with comments and blank lines between its statements, and behind some of them."""
    lines = text.split("\n")
    starts = [text.count("\n", 0, end) for _, end in layout_of(text).between[:-1]]
    places = draw(st.lists(st.sampled_from([*starts, len(lines) - 1]), max_size=8)) if starts else []
    for number, start in enumerate(sorted(places, reverse=True)):
        if start in starts and "=" in lines[start] and '"""' not in lines[start] and draw(st.booleans()):
            lines[start] += f"  # behind {number}"
        lines.insert(start, draw(st.sampled_from(("", f"# above {number}", f"  # further in {number}", "# alike"))))
    return "\n".join(lines)


def comment_lines(text: str) -> Counter[str]:
    """The comments that have a line for themselves."""
    return Counter(text[at:].partition("\n")[0].strip() for at in layout_of(text).comments)


@st.composite
def files(draw: st.DrawFn, clinic: Clinic) -> str:
    """A TOML file that holds a clinic, with comments."""
    return draw(commented(write(clinic_data(clinic), "toml")))


@st.composite
def edits(draw: st.DrawFn, clinic: Clinic) -> Clinic:
    """Another clinic, one step further: something added, taken out, replaced, moved or changed."""
    what = draw(st.sampled_from(("rules", "locations", "one location", "field")))
    if what == "rules":
        kind = draw(st.sampled_from(("special_hours", "seasonal_hours")))
        return clinic.replace(**{kind: draw(_rows(getattr(clinic, kind), RULES[kind]))})
    if what == "field":
        return clinic.replace(phone=draw(SIMPLE["phone"]), checked_on=draw(st.none() | st.just("2026-11-02")))
    if what == "locations" or not clinic.locations:
        changed = draw(_doors(clinic.locations, strategies.locations(timezones=st.just("UTC")), OFFICES))
        return _fitting(clinic, changed)
    number = draw(st.integers(0, len(clinic.locations) - 1))
    changed = list(clinic.locations)
    changed[number] = draw(_changed(changed[number]))
    return _fitting(clinic, tuple(changed))


@st.composite
def _changed(draw: st.DrawFn, door: Location | Service) -> Any:
    location = isinstance(door, Location)
    what = draw(st.sampled_from((*SIMPLE, *RULES, *(("address", "services") * location))))
    if what == "address":
        return door.replace(address=draw(st.none() | strategies.addresses()))
    if what in RULES:
        return door.replace(**{what: draw(_rows(getattr(door, what), RULES[what]))})
    if what in SIMPLE:
        return door.replace(**{what: draw(SIMPLE[what])})
    inside = list(door.services)
    if inside and draw(st.booleans()):
        inside[0] = draw(_changed(inside[0]))
        return door.replace(services=inside)
    return door.replace(services=draw(_doors(door.services, strategies.services(), SERVICES)))


@st.composite
def _rows(draw: st.DrawFn, rows: tuple[Any, ...], more: st.SearchStrategy[Any]) -> tuple[Any, ...]:
    """Other rows: one more, one less, one replaced, or in another order."""
    made = list(rows)
    what = draw(st.sampled_from(("add", "remove", "replace", "move"))) if made else "add"
    at = draw(st.integers(0, len(made) - (what != "add")))
    if what == "move":
        made.insert(draw(st.integers(0, len(made) - 1)), made.pop(at))
    else:
        made[at : at + (what != "add")] = [] if what == "remove" else [draw(more)]
    return tuple(made)


@st.composite
def _doors(
    draw: st.DrawFn, doors: tuple[Any, ...], more: st.SearchStrategy[Any], names: tuple[str, ...]
) -> tuple[Any, ...]:
    """Other rows, no two of which have one id."""
    made = draw(_rows(doors, st.builds(_named, more, st.sampled_from(names))))
    return tuple({door.key: door for door in made}.values())


def _named(door: Any, name: str) -> Any:
    return door.replace(name=name, id="")


def _fitting(clinic: Clinic, locations: tuple[Location, ...]) -> Clinic:
    """The clinic with other locations; its rules no longer except those that are gone."""
    ids = {location.key for location in locations}

    def kept(rule: Any) -> Any:
        return type(rule)(rule.dates, rule.hours, rule.reason, [id for id in rule.except_locations if id in ids])

    special, seasonal = map(kept, clinic.special_hours), map(kept, clinic.seasonal_hours)
    return clinic.replace(locations=locations, special_hours=tuple(special), seasonal_hours=tuple(seasonal))
