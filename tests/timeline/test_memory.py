"""What a location and its zone remember is bounded: they forget, and answer as before."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import islice, pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest

from clinic_hours import Location
from clinic_hours.timeline import zone as clocks_of
from clinic_hours.timeline.compiled import REMEMBERED, REMEMBERED_DAYS
from clinic_hours.timeline.questions import Questions

NEW_YORK = ZoneInfo("America/New_York")
FIRST = datetime(1971, 3, 1, 9, tzinfo=NEW_YORK)


def office() -> Location:
    return Location(
        name="Office", timezone="America/New_York", regular_hours="Mo-Fr 08:00-12:00,13:00-17:00; Sa 22:00-06:00"
    )


@pytest.mark.parametrize("zone", [NEW_YORK, UTC, ZoneInfo("Europe/Paris"), timezone(timedelta(hours=9))], ids=str)
@pytest.mark.parametrize("step", [1, 16], ids=["day by day", "a fortnight at a time"])
def test_a_location_that_is_asked_about_many_days_answers_as_a_fresh_one(zone: ZoneInfo, step: int):
    asked, instants = office(), [(FIRST + timedelta(days=step * days)).astimezone(zone) for days in range(3000)]
    told = [(asked.is_open(at), asked.next_opening(at)) for at in instants]
    fresh = [(office().is_open(at), office().next_opening(at)) for at in instants[::97]]
    assert told[::97] == fresh
    assert [(asked.is_open(at), asked.next_opening(at)) for at in instants[::97]] == told[::97]


def test_a_location_that_is_asked_from_all_the_world_answers_alike():
    asked, at = office(), FIRST.astimezone(UTC)
    expected = asked.status(at)
    zones = [ZoneInfo(name) for name in sorted(available_timezones())]
    zones += [timezone(timedelta(minutes=minutes)) for minutes in range(-720, 721, 15)]
    for zone in zones + zones[:10]:
        assert asked.is_open(at.astimezone(zone))
        assert asked.next_opening(at.astimezone(zone)) == expected.next_opening


def test_openings_of_twenty_years_are_those_of_its_years():
    asked = office()
    years = [datetime(year, 1, 1, tzinfo=NEW_YORK) for year in range(1990, 2011)]
    apart = [opening for start, end in pairwise(years) for opening in asked.openings(start, end, clip=False)]
    whole = list(asked.openings(years[0], years[-1], clip=False))
    assert whole == sorted(set(apart))
    assert list(islice(office().openings(years[-2], years[-1]), 5)) == list(
        islice(asked.openings(years[-2], years[-1]), 5)
    )


def test_nothing_that_is_remembered_grows_without_end():
    asked, zones = office(), [UTC, ZoneInfo("Europe/Paris"), timezone(timedelta(hours=9))]
    for days in (*range(1300), *range(0, 60_000, 500)):
        at = FIRST + timedelta(days=days)
        for zone in zones:
            asked.is_open(at.astimezone(zone))
        asked.next_opening(at)
    for minutes in range(-840, 841, 12):
        asked.is_open(FIRST.astimezone(timezone(timedelta(minutes=minutes))))
    facts = asked.timeline
    assert 0 < len(facts.tables) <= REMEMBERED_DAYS
    assert 0 < len(facts.coming) <= REMEMBERED_DAYS
    assert 0 < len(facts.line.shapes) <= REMEMBERED
    assert 0 < len(facts.zone.blocks) <= clocks_of.REMEMBERED
    assert 0 < len(facts.midnights) <= clocks_of.REMEMBERED << clocks_of.BLOCK
    assert 0 < len(facts.clocks) <= clocks_of.REMEMBERED
    most = clocks_of.REMEMBERED_SHIFTS + (1 << clocks_of.BLOCK)
    assert 0 < len(facts.utc) <= most
    assert all(len(shifts) <= most for _, shifts in facts.clocks.values())


def test_what_has_no_rules_cannot_be_asked():
    class Bare(Questions):
        __slots__ = ("_timeline",)

    with pytest.raises(NotImplementedError):
        Bare().is_open(FIRST)
