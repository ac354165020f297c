"""What holds between the questions of a location, whatever its hours, rules and zone."""

import copy
import json
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from dateutil import tz
from hypothesis import assume, given
from hypothesis import strategies as st

import clinic_hours
from clinic_hours import DayHours, Location, Opening, State, WeeklyHours
from clinic_hours import strategies as hours

MICROSECOND, MINUTE = timedelta(microseconds=1), timedelta(minutes=1)
ZERO = timedelta(0)
UTC_ZERO = datetime(1, 1, 1, tzinfo=UTC)
Place = tuple[Location, datetime]
Window = tuple[Location, datetime, datetime, datetime]


@st.composite
def places(draw: st.DrawFn) -> Place:
    """A location, and an instant near one of its edges."""
    location = draw(hours.locations())
    return location, draw(hours.instants_near_edges(location))


@st.composite
def windows(draw: st.DrawFn) -> Window:
    """A location, and three instants in order, at most a few weeks apart."""
    location, start = draw(places())
    assume(1 < start.year < 9999)  # at its edges the calendar ends elsewhere in each zone
    steps = st.timedeltas(ZERO, timedelta(days=12)) | st.integers(0, 72).map(
        lambda minutes: timedelta(minutes=10 * minutes)
    )
    try:
        middle = start.astimezone(UTC) + draw(steps)
        return location, start, middle, middle + draw(steps)
    except OverflowError:
        assume(False)
        raise


def when(at: datetime | None) -> timedelta | None:
    """An instant in a form in which Python compares it as one: two datetimes of one zone compare by the wall clock."""
    return None if at is None else at - UTC_ZERO


def before(at: datetime) -> datetime:
    """The last microsecond before an instant, which is not what the wall clock showed before where it jumps."""
    return at.replace(tzinfo=timezone(at.utcoffset() or ZERO)) - MICROSECOND  # in UTC it might be beyond the calendar


def joined(first: list[Opening], second: list[Opening]) -> list[Opening]:
    """Two lists of openings as one, the last of the one and the first of the other merged where they touch."""
    if first and second and when(first[-1].end) == when(second[0].start):
        return [*first[:-1], Opening((first[-1].start, second[0].end)), *second[1:]]
    return first + second


# At an instant


@given(places())
def test_open_is_to_have_a_current_opening_and_the_status_open(place: Place):
    location, at = place
    opening, status = location.current_opening(at), location.status(at)
    assert location.is_open(at) == (opening is not None) == status.is_open == (status.state is State.OPEN)
    if opening is not None:
        assert at in opening
        assert opening == Opening((status.since, status.until))


@given(places())
def test_a_status_holds_from_since_until_until(place: Place):
    location, at = place
    status = location.status(at)
    if status.since is not None:
        assert when(status.since) <= when(at)
        assert location.status(status.since).state is status.state
        assert location.status(before(status.since)).state is not status.state
    if status.until is not None:
        assert when(at) < when(status.until)
        assert location.status(before(status.until)).state is status.state
        assert location.status(status.until).state is not status.state
    assert status.next_opening == location.next_opening(at)


@given(places())
def test_opening_at_or_after_is_the_current_one_else_the_next(place: Place):
    location, at = place
    assert location.opening_at_or_after(at) == (location.current_opening(at) or location.next_opening(at))


@given(places())
def test_next_and_previous_mirror_each_other(place: Place):
    location, at = place
    coming = location.next_opening(at)
    if coming is not None and coming.start is not None:
        assert when(coming.start) > when(at)
        assert location.next_opening(before(coming.start)) == coming
        if coming.end is not None:
            assert location.previous_opening(coming.end) == coming
    gone = location.previous_opening(at)
    if gone is not None and gone.end is not None:
        assert when(gone.end) <= when(at)
        assert location.previous_opening(gone.end) == gone
        if gone.start is not None:
            assert location.next_opening(before(gone.start)) == gone


@given(places())
def test_nothing_opens_between_the_previous_the_current_and_the_next(place: Place):
    location, at = place
    gone, now, coming = location.previous_opening(at), location.current_opening(at), location.next_opening(at)
    assume(gone and coming and when(coming.start) - when(gone.end) < timedelta(days=40))
    between = list(location.openings(gone.end, coming.start))
    assert between == ([now] if now else [])


@given(places())
def test_the_next_closing_ends_the_current_opening_or_the_next(place: Place):
    location, at = place
    opening, closing = location.opening_at_or_after(at), location.next_closing(at)
    assert when(closing) == when(opening and opening.end)
    if closing is not None:
        assert when(closing) > when(at)
        assert not location.is_open(closing)
        assert location.is_open(before(closing))


@given(places())
def test_the_previous_closing_ends_the_previous_opening(place: Place):
    location, at = place
    opening = location.previous_opening(at)
    assert when(location.previous_closing(at)) == when(opening and opening.end)


# In a window


@given(windows(), st.sampled_from(State))
def test_openings_are_sorted_disjoint_and_do_not_touch(window: Window, state: State):
    location, start, _, end = window
    found = list(location.openings(start, end, state=state))
    edges = [when(edge) for opening in found for edge in opening]
    assert edges == sorted(set(edges))
    assert not edges or when(start) <= edges[0] <= edges[-1] <= when(end)


@given(windows(), st.sampled_from(State))
def test_openings_are_as_long_as_their_state(window: Window, state: State):
    location, start, _, end = window
    for opening in location.openings(start, end, state=state, clip=False):
        if opening.start is not None:
            assert location.status(opening.start).state is state
            assert location.status(before(opening.start)).state is not state
        if opening.end is not None:
            assert location.status(before(opening.end)).state is state
            assert location.status(opening.end).state is not state


@given(windows())
def test_the_openings_of_all_states_fill_the_window(window: Window):
    location, start, _, end = window
    found = sorted(opening for state in State for opening in location.openings(start, end, state=state))
    edges = [start, *(edge for opening in found for edge in opening), end]
    assert list(map(when, edges[::2])) == list(map(when, edges[1::2]))


@given(windows(), st.sampled_from(State))
def test_the_openings_of_two_windows_are_those_of_both(window: Window, state: State):
    location, start, middle, end = window
    first, second, both = (
        list(location.openings(*of, state=state)) for of in ((start, middle), (middle, end), (start, end))
    )
    assert joined(first, second) == both


@given(windows())
def test_clipping_cuts_what_reaches_over_the_window_and_nothing_else(window: Window):
    location, start, _, end = window
    for whole, cut in zip(location.openings(start, end, clip=False), location.openings(start, end), strict=True):
        assert when(cut.start) == max(when(whole.start or start), when(start))
        assert when(cut.end) == min(when(whole.end or end), when(end))


@given(windows())
def test_open_time_adds_up_over_any_cut(window: Window):
    location, start, middle, end = window
    assert location.open_time(start, middle) + location.open_time(middle, end) == location.open_time(start, end)


@given(windows())
def test_open_time_is_the_sum_of_the_durations(window: Window):
    location, start, _, end = window
    assert location.open_time(start, end) == sum((o.duration for o in location.openings(start, end)), ZERO)


@given(places(), st.timedeltas(MICROSECOND, timedelta(hours=60)))
def test_add_open_time_is_the_inverse_of_open_time(place: Place, delta: timedelta):
    location, start = place
    later = location.add_open_time(start, delta)
    if later is not None:
        assert location.open_time(start, later) == delta
        assert location.open_time(start, before(later)) == delta - MICROSECOND
    elif (closing := location.previous_closing(datetime.max.replace(tzinfo=UTC))) is not None and when(closing) > when(
        start
    ):
        assert location.open_time(start, closing) < delta


@given(windows())
def test_open_time_is_the_inverse_of_add_open_time(window: Window):
    location, start, _, end = window
    spent = location.open_time(start, end)
    reached = location.add_open_time(start, spent)
    assert reached is not None
    assert when(reached) <= when(end)
    assert location.open_time(reached, end) == ZERO


@given(places())
def test_hours_on_agree_with_openings_on_days_without_a_clock_change(place: Place):
    location, at = place
    day = at.date()
    assume(5 < day.toordinal() < date.max.toordinal() - 5)
    midnights = [datetime.combine(day + timedelta(days=days), time(0), location.zone) for days in range(-1, 3)]
    assume(len({midnight.utcoffset() for midnight in midnights}) == 1)
    opened: set[int] = set()
    for shift in (-1, 0):
        for held in location.hours_on(day + timedelta(days=shift)):
            start, end, state, _ = held.plain
            if state is State.OPEN:
                opened |= set(range(start + shift * 1440, end + shift * 1440)) & set(range(1440))
    lasts = [(o.start - midnights[1], o.end - midnights[1]) for o in location.openings(midnights[1], midnights[2])]
    assert opened == {minute for low, high in lasts for minute in range(low // MINUTE, high // MINUTE)}


# Two locations


@given(windows())
def test_a_location_does_not_differ_from_itself(window: Window):
    location, start, _, end = window
    assert list(location.differs_from(location, start, end)) == []
    assert list(location.differs_from(location.replace(name="another"), start, end)) == []


@given(windows(), hours.locations())
def test_differences_are_the_same_from_either_side(window: Window, other: Location):
    location, start, _, end = window
    assert list(location.differs_from(other, start, end)) == list(other.differs_from(location, start, end))


@given(windows(), hours.locations())
def test_differences_are_exactly_where_the_states_differ(window: Window, other: Location):
    location, start, middle, end = window
    found = list(location.differs_from(other, start, end))
    edges = [when(edge) for interval in found for edge in interval]
    assert edges == sorted(set(edges))
    instants = [start, middle, end, *(edge.astimezone(UTC) for interval in found for edge in interval)]
    for at in [at for at in (*instants, *map(before, instants[1:])) if when(start) <= when(at) < when(end)]:
        differ = location.status(at).state is not other.status(at).state
        assert differ == any(at in interval for interval in found)


# Asked from elsewhere


class Timestamp(datetime):
    """A datetime with a subtraction of its own, as those of other libraries have."""

    def __sub__(self, other: Any) -> Any:
        return "something odd"

    __rsub__ = __sub__


def as_timestamp(at: datetime) -> datetime:
    return Timestamp.combine(at.date(), at.time(), at.tzinfo).replace(fold=at.fold)


def in_zone(zone: tzinfo) -> Callable[[datetime], datetime]:
    return lambda at: at.astimezone(zone)


ASKED = {
    "UTC": in_zone(UTC),
    "an own UTC": in_zone(ZoneInfo("UTC")),
    "another zone": in_zone(ZoneInfo("Pacific/Apia")),
    "a zone not from the cache": in_zone(ZoneInfo.no_cache("America/New_York")),
    "a fixed offset": in_zone(timezone(timedelta(hours=5, minutes=45))),
    "an offset with seconds": in_zone(timezone(-timedelta(hours=23, seconds=59))),
    "dateutil": in_zone(tz.gettz("Europe/Paris")),
    "dateutil's offset": in_zone(tz.tzoffset(None, -12600)),
    "a subclass": lambda at: as_timestamp(at.astimezone(UTC)),
    "a subclass elsewhere": lambda at: as_timestamp(at.astimezone(ZoneInfo("America/Havana"))),
}


@given(places(), st.sampled_from(sorted(ASKED)))
def test_the_answer_is_the_same_from_wherever_it_is_asked(place: Place, name: str):
    (location, at), turned = place, ASKED[name]
    assume(1971 <= at.year <= 2036)  # dateutil knows no others
    local, other = at.astimezone(location.zone), turned(at)
    for asked in (
        "is_open",
        "status",
        "current_opening",
        "next_opening",
        "opening_at_or_after",
        "previous_opening",
        "next_closing",
    ):
        question = getattr(location, asked)
        assert question(other) == question(local) == question(as_timestamp(local))
    later = timedelta(hours=30)
    assert location.add_open_time(other, later) == location.add_open_time(local, later)
    window = turned(at.astimezone(UTC) + later)
    assert location.open_time(other, window) == location.open_time(local, window.astimezone(UTC))
    assert list(location.openings(other, window)) == list(location.openings(local, window.astimezone(UTC)))


# Copies


COPIES: dict[str, Callable[[Location], Any]] = {
    "repr": lambda location: eval(repr(location), vars(clinic_hours) | {"Location": Location}),
    "JSON": lambda location: Location.model_validate_json(location.model_dump_json()),
    "JSON by the standard library": lambda location: Location.model_validate(
        json.loads(json.dumps(location.model_dump(mode="json")))
    ),
    "pickle": lambda location: pickle.loads(pickle.dumps(location)),
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "model_copy": lambda location: location.model_copy(),
    "replace": lambda location: location.replace(),
}


@given(places(), st.sampled_from(sorted(COPIES)))
def test_a_copy_equals_its_original_and_answers_alike(place: Place, name: str):
    (location, at), copied = place, COPIES[name]
    asked_before = copied(location)
    status = location.status(at)
    for other in (asked_before, copied(location)):
        assert other == location
        assert hash(other) == hash(location)
        assert other.status(at) == status


CHANGES: dict[str, Callable[[Location, WeeklyHours], Location]] = {
    "replace": lambda location, week: location.replace(regular_hours=week),
    "model_copy": lambda location, week: location.model_copy(update={"regular_hours": week}),
    "pickle, then replace": lambda location, week: pickle.loads(pickle.dumps(location)).replace(regular_hours=week),
    "pickle, then model_copy": lambda location, week: pickle.loads(pickle.dumps(location)).model_copy(
        update={"regular_hours": week}
    ),
    "model_copy, then pickle": lambda location, week: pickle.loads(
        pickle.dumps(location.model_copy(update={"regular_hours": week}))
    ),
}
if hasattr(copy, "replace"):
    CHANGES["copy.replace"] = lambda location, week: copy.replace(location, regular_hours=week)


@given(places(), hours.weekly_hours(), st.sampled_from(sorted(CHANGES)))
def test_a_changed_copy_never_answers_with_the_old_hours(place: Place, week: WeeklyHours, name: str):
    (location, at), change = place, CHANGES[name]
    location.is_open(at)
    location.next_opening(at)
    changed = change(location, week)
    fresh = Location(name="fresh", timezone=location.timezone, regular_hours=week, **rules_of(location))
    assert changed.status(at) == fresh.status(at)
    assert changed.is_open(at) == fresh.is_open(at)
    assert changed.hours_on(at.date()) == fresh.hours_on(at.date())
    assert list(changed.differs_from(fresh, at, at + timedelta(days=2) if at.year < 9999 else at)) == []


def rules_of(location: Location) -> dict[str, Any]:
    return {name: getattr(location, name) for name in ("special_hours", "seasonal_hours", "breaks")}


@given(places(), hours.day_hours())
def test_with_special_holds_on_its_date_and_leaves_the_original(place: Place, held: DayHours):
    location, at = place
    day, was = at.date(), location.hours_on(at.date())
    changed = location.replace(breaks=()).with_special(day, held, reason="Snow")
    assert (changed.hours_on(day), changed.plan_on(day).reason) == (held, "Snow")
    assert location.hours_on(day) == was
