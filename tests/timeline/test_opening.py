"""Openings as values: half-open, equal and ordered by instant, and long as real time is."""

import copy
import pickle
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from clinic_hours import Interval, Location, Opening

NEW_YORK, PARIS = ZoneInfo("America/New_York"), ZoneInfo("Europe/Paris")
HOUR = timedelta(hours=1)
START, END = datetime(2026, 11, 23, 8, tzinfo=NEW_YORK), datetime(2026, 11, 23, 16, tzinfo=NEW_YORK)
MORNING = Opening((START, END))
FIRST, SECOND = (datetime(2026, 11, 1, 1, 30, fold=fold, tzinfo=NEW_YORK) for fold in (0, 1))


def test_it_has_a_start_and_an_end_and_unpacks_to_both():
    start, end = MORNING
    assert (MORNING.start, MORNING.end) == (start, end) == (START, END)


def test_its_duration_is_real_time():
    assert MORNING.duration == 8 * HOUR
    assert Opening((FIRST, SECOND)).duration == HOUR
    assert (
        Opening((datetime(2026, 3, 7, 22, tzinfo=NEW_YORK), datetime(2026, 3, 8, 6, tzinfo=NEW_YORK))).duration
        == 7 * HOUR
    )


def test_without_an_end_it_lasts_as_long_as_a_time_can():
    for ends in ((None, END), (START, None), (None, None)):
        assert Opening(ends).duration == timedelta.max


def test_it_holds_its_start_and_not_its_end_in_whatever_zone():
    assert START in MORNING
    assert END.astimezone(UTC) - timedelta(microseconds=1) in MORNING
    assert END.astimezone(PARIS) not in MORNING
    assert START - timedelta(microseconds=1) not in MORNING
    assert SECOND.astimezone(UTC) - timedelta(minutes=1) in Opening((FIRST, SECOND))
    assert datetime.min.replace(tzinfo=UTC) in Opening((None, END))
    assert datetime.max.replace(tzinfo=UTC) in Opening((START, None))
    assert "noon" not in MORNING


def test_it_equals_another_of_the_same_instants_in_another_zone():
    elsewhere = Opening((START.astimezone(PARIS), END.astimezone(UTC)))
    assert elsewhere == MORNING
    assert hash(MORNING) == hash(elsewhere)
    assert Opening((FIRST, END)) != Opening((SECOND, END))
    assert Opening((START, None)) != MORNING
    assert Opening((None, END)) != Opening((START, END))
    assert MORNING != (START, END)
    assert (START, END) != MORNING


def test_openings_are_ordered_by_their_instants():
    later = Opening((SECOND, END))
    unsorted = [Opening((START, None)), later, Opening((None, END)), MORNING, Opening((FIRST, END))]
    assert sorted(unsorted) == [Opening((None, END)), Opening((FIRST, END)), later, MORNING, Opening((START, None))]
    assert later < MORNING <= MORNING
    assert max(later, MORNING) is MORNING


def test_it_is_not_ordered_with_other_kinds_of_things():
    with pytest.raises(TypeError, match="not supported between instances"):
        max("noon", MORNING)


def test_it_is_shown_with_its_zone():
    assert (
        repr(MORNING)
        == "<Opening 2026-11-23T08:00:00-05:00[America/New_York] to 2026-11-23T16:00:00-05:00[America/New_York]>"
    )
    assert repr(Interval((None, END.astimezone(UTC)))) == "<Interval … to 2026-11-23T21:00:00+00:00[UTC]>"


def test_it_can_be_copied_and_pickled():
    for copied in (copy.copy(MORNING), copy.deepcopy(MORNING), pickle.loads(pickle.dumps(MORNING))):
        assert copied == MORNING
        assert type(copied) is Opening


def test_at_the_edges_of_the_calendar_it_compares_all_the_same():
    west, east = ZoneInfo("Etc/GMT+12"), ZoneInfo("Etc/GMT-14")
    for zone in (west, east):
        office = Location(name="Office", timezone=zone.key, regular_hours="Mo-Su 08:00-23:00")
        first = office.next_opening(datetime(1, 1, 1, tzinfo=zone))
        last = office.previous_opening(datetime(9999, 12, 31, 23, tzinfo=zone))
        assert first < last
        assert first.duration == last.duration == 15 * HOUR
        assert last == office.current_opening(datetime(9999, 12, 31, 22, tzinfo=zone))
        assert first.start in first
        assert hash(first) != hash(last)
