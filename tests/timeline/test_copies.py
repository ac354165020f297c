"""What a location has worked out never goes along into a copy that says something else."""

import copy
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from clinic_hours import Break, Location, SeasonalHours, SpecialHours, WeeklyHours

MONDAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
CHANGES = {
    "regular_hours": WeeklyHours.parse("off"),
    "special_hours": (SpecialHours("2026-11-23"),),
    "seasonal_hours": (SeasonalHours("11-01/11-30", "off"),),
    "breaks": (Break("2026-11-23", "00:00-24:00"),),
    "timezone": "Asia/Tokyo",
}
WAYS: dict[str, Callable[[Location, dict[str, object]], Location]] = {
    "replace": lambda location, changes: location.replace(**changes),
    "model_copy": lambda location, changes: location.model_copy(update=changes),
    "a deep model_copy": lambda location, changes: location.model_copy(update=changes, deep=True),
    "a changed copy": lambda location, changes: changed(copy.copy(location), changes),
    "a changed deep copy": lambda location, changes: changed(copy.deepcopy(location), changes),
    "a changed pickle": lambda location, changes: changed(pickle.loads(pickle.dumps(location)), changes),
}


def changed(location: Location, changes: dict[str, object]) -> Location:
    """The location itself with other values, as `copy.replace` or a loader may set them."""
    location.__dict__.update(changes)
    return location


def answers(location: Location, at: datetime) -> list[object]:
    """What a location says about an instant; asked twice, since the second answer may be looked up."""
    for _ in range(2):
        told = [
            location.is_open(at),
            location.next_opening(at),
            location.status(at),
            location.hours_on(date(2026, 11, 23)),
        ]
    return told


def asked() -> Location:
    """A location that has answered already."""
    location = Location(name="Office", timezone="UTC", regular_hours="Mo-Fr 08:00-17:00")
    for hours in range(0, 24 * 40, 7):
        answers(location, MONDAY + timedelta(hours=hours))
    return location


@pytest.mark.parametrize("field", CHANGES)
@pytest.mark.parametrize("way", WAYS)
def test_a_copy_answers_by_its_own_rules(way: str, field: str):
    original = asked()
    before = answers(original, MONDAY)
    other = WAYS[way](original, {field: CHANGES[field]})
    fresh = Location(
        **{"name": "Office", "timezone": "UTC", "regular_hours": "Mo-Fr 08:00-17:00", field: CHANGES[field]}
    )
    assert answers(other, MONDAY) == answers(fresh, MONDAY)
    assert not other.is_open(MONDAY)
    assert answers(original, MONDAY) == before


def test_two_locations_that_share_their_rules_and_differ_in_their_zone_share_no_answers():
    rules = {"regular_hours": WeeklyHours.parse("Mo 08:00-16:00"), "special_hours": (SpecialHours("2026-11-24"),)}
    places = [Location(name="x", timezone=zone, **rules) for zone in ("UTC", "Asia/Tokyo", "America/New_York", "UTC")]
    starts = [place.next_opening(MONDAY - timedelta(days=1)).start.astimezone(UTC) for place in places]
    assert [start.isoformat()[5:16] for start in starts] == ["11-23T08:00", "11-22T23:00", "11-23T13:00", "11-23T08:00"]
