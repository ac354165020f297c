"""A clinic that is changed and saved again and again, held against plain lists and dictionaries."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from clinic_hours import Clinic, Location, Service, strategies
from clinic_hours.errors import UnknownIdError

try:
    import yaml
except ImportError:
    yaml = None

FORMATS = ("toml", "json", *(["yaml"] if yaml else []))
NAMES = ("Main office", "Satellite office", "Urgent care")
ZONES = ("UTC", "America/New_York", "Australia/Lord_Howe")
RULES = ("special_hours", "seasonal_hours", "breaks")
SHARED = RULES[:2]
ANY_RULE = {name: getattr(strategies, name)() for name in RULES}
INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2032, 12, 31), timezones=st.just(UTC))
Plain = dict[str, Any]


def merged(shared: Plain, place: Plain) -> Location:
    """The location that a clinic should give: of rules alike the one listed later wins, so its own come last."""
    special, seasonal = (shared[kind] + place[kind] for kind in SHARED)
    hours = {"special_hours": special, "seasonal_hours": seasonal, "breaks": place["breaks"]}
    return Location(
        id=place["id"],
        name=place["name"],
        timezone=place["timezone"] or shared["timezone"],
        regular_hours=place["regular_hours"],
        **hours,
    )


def lab(shared: Plain, place: Plain, service: Plain) -> Service:
    """The service that a location of a clinic should give."""
    closures = [rule for rule in shared["special_hours"] + place["special_hours"] if not rule.hours]
    return Service(
        id=service["id"],
        name=service["name"],
        timezone=place["timezone"] or shared["timezone"],
        regular_hours=service["regular_hours"],
        special_hours=closures + service["special_hours"],
    )


class ClinicStates(RuleBasedStateMachine):
    """The model is plain: a dictionary of what all share, and one of places by their ids, each with its services."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="clinic-states-"))
        self.shared: Plain = {"timezone": "UTC", "special_hours": [], "seasonal_hours": []}
        self.places: dict[str, Plain] = {}
        self.clinic = Clinic(name="Riverside", timezone="UTC")

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def pick(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.places)))

    def changed(self, id: str, **fields: Any) -> None:
        """Change one location of the clinic."""
        places = [one.replace(**fields) if one.key == id else one for one in self.clinic.locations]
        self.clinic = self.clinic.replace(locations=places)

    # Locations

    @initialize(zone=st.sampled_from(ZONES))
    def zoned(self, zone: str) -> None:
        self.clinic = self.clinic.replace(timezone=zone)
        self.shared["timezone"] = zone

    @precondition(lambda self: len(self.places) < len(NAMES))
    @rule(data=st.data(), week=strategies.weekly_hours(), zone=st.none() | st.sampled_from(ZONES))
    def add_location(self, data: st.DataObject, week: Any, zone: str | None) -> None:
        free = [name for name in NAMES if name.lower().replace(" ", "-") not in self.places]
        name, at = data.draw(st.sampled_from(free)), data.draw(st.integers(0, len(self.places)))
        made = Location(name=name, timezone=zone, regular_hours=week)
        before = self.clinic.locations
        self.clinic = self.clinic.replace(locations=[*before[:at], made, *before[at:]])
        id = name.lower().replace(" ", "-")
        place = {"id": id, "name": name, "timezone": zone, "regular_hours": week, "services": {}}
        items = list(self.places.items())
        self.places = dict([*items[:at], (id, place | {kind: [] for kind in RULES}), *items[at:]])

    @precondition(lambda self: self.places)
    @rule(data=st.data())
    def remove_location(self, data: st.DataObject) -> None:
        id = self.pick(data)
        self.clinic = self.clinic.replace(locations=[one for one in self.clinic.locations if one.key != id])
        del self.places[id]

    @precondition(lambda self: self.places)
    @rule(data=st.data(), week=strategies.weekly_hours())
    def replace_hours(self, data: st.DataObject, week: Any) -> None:
        id = self.pick(data)
        self.changed(id, regular_hours=week)
        self.places[id]["regular_hours"] = week

    @rule()
    def turn_around(self) -> None:
        self.clinic = self.clinic.replace(locations=self.clinic.locations[::-1])
        self.places = dict(reversed(self.places.items()))

    # Rules

    @rule(data=st.data(), kind=st.sampled_from(SHARED))
    def add_shared_rule(self, data: st.DataObject, kind: str) -> None:
        more = data.draw(ANY_RULE[kind])
        self.clinic = self.clinic.replace(**{kind: (*getattr(self.clinic, kind), more)})
        self.shared[kind] = [*self.shared[kind], more]

    @precondition(lambda self: any(self.shared[kind] for kind in SHARED))
    @rule()
    def remove_shared_rules(self) -> None:
        self.clinic = self.clinic.replace(special_hours=self.clinic.special_hours[1:], seasonal_hours=())
        self.shared |= {"special_hours": self.shared["special_hours"][1:], "seasonal_hours": []}

    @precondition(lambda self: self.places)
    @rule(data=st.data(), kind=st.sampled_from(RULES), first=st.booleans())
    def add_rule(self, data: st.DataObject, kind: str, first: bool) -> None:
        id, more = self.pick(data), data.draw(ANY_RULE[kind])
        rules = [more, *self.places[id][kind]] if first else [*self.places[id][kind], more]
        self.changed(id, **{kind: rules})
        self.places[id][kind] = rules

    @precondition(lambda self: self.places)
    @rule(data=st.data(), kind=st.sampled_from(RULES))
    def remove_rule(self, data: st.DataObject, kind: str) -> None:
        id = self.pick(data)
        self.changed(id, **{kind: self.places[id][kind][:-1]})
        self.places[id][kind] = self.places[id][kind][:-1]

    # Services

    @precondition(lambda self: self.places)
    @rule(data=st.data(), name=st.sampled_from(("Lab", "Pharmacy")), week=strategies.weekly_hours())
    def put_service(self, data: st.DataObject, name: str, week: Any) -> None:
        id, special = self.pick(data), data.draw(st.lists(ANY_RULE["special_hours"], max_size=2))
        kept = {key: held for key, held in self.places[id]["services"].items() if key != name.lower()}
        made = {"id": name.lower(), "name": name, "regular_hours": week, "special_hours": special}
        before = [one for one in self.location(id).services if one.name != name]
        self.changed(id, services=[*before, Service(name=name, regular_hours=week, special_hours=special)])
        self.places[id]["services"] = kept | {name.lower(): made}

    @precondition(lambda self: self.places)
    @rule(data=st.data())
    def remove_services(self, data: st.DataObject) -> None:
        id = self.pick(data)
        self.changed(id, services=())
        self.places[id]["services"] = {}

    # Files

    @rule(form=st.sampled_from(FORMATS))
    def save_and_load(self, form: str) -> None:
        path = self.folder / f"clinic.{form}"
        self.clinic.save(path)
        loaded = Clinic.load(path)
        assert loaded == self.clinic
        assert [item.name for item in self.folder.iterdir() if item.name.startswith(".")] == []
        self.clinic = loaded

    # What always holds

    def location(self, id: str) -> Location:
        return next(one for one in self.clinic.locations if one.key == id)

    @invariant()
    def its_locations_are_found_in_order(self) -> None:
        assert [location.id for location in self.clinic] == list(self.places)
        assert [self.clinic[id].name for id in self.places] == [place["name"] for place in self.places.values()]
        assert (len(self.clinic), "annex" in self.clinic) == (len(self.places), False)
        for id, place in self.places.items():
            assert [service.key for service in self.clinic[id].services] == list(place["services"])
        with pytest.raises(UnknownIdError):
            self.clinic["annex"]

    @precondition(lambda self: self.places)
    @rule(at=INSTANTS)
    def it_answers_as_locations_made_by_hand_do(self, at: datetime) -> None:
        for id, place in self.places.items():
            by_hand = merged(self.shared, place)
            assert self.clinic[id].status(at) == by_hand.status(at)
            assert self.clinic[id].next_opening(at) == by_hand.next_opening(at)
            assert self.clinic[id].plan_on(at.date()) == by_hand.plan_on(at.date())
            for key, service in place["services"].items():
                assert self.clinic[id].service(key).status(at) == lab(self.shared, place, service).status(at)


TestClinicStates = ClinicStates.TestCase


TestClinicStates.settings = settings(stateful_step_count=30)
