"""Strategies for hours: of a day, of a week, and as a sign."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from clinic_hours.hours.day import CLOSED, DayHours
from clinic_hours.hours.minutes import DAY, mergeable
from clinic_hours.hours.notation import APPOINTMENT, DIFFER
from clinic_hours.hours.time_range import TimeRange, interned
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.hours.weekday import State
from clinic_hours.strategies.asked import require, strategy_or

STATES = (State.OPEN, State.BY_APPOINTMENT, State.UNKNOWN)
MOST = 24  # ranges of one day that can be asked for


@st.composite
def day_hours(
    draw: DrawFn,
    *,
    min_size: int = 0,
    max_size: int | None = None,
    states: Collection[str] = STATES,
    allow_notes: bool = True,
    allow_past_midnight: bool = True,
) -> DayHours:
    """Returns a strategy for `DayHours` of `min_size` to `max_size` ranges, each in one of `states`.

    Examples from this strategy shrink towards a closed day, few ranges, 09:00-17:00, whole hours, and plain open ones.

    >>> from hypothesis import find
    >>> find(day_hours(), lambda hours: len(hours) == 2)
    DayHours.parse('09:00-12:00,13:00-17:00')
    """
    require(isinstance(min_size, int) and 0 <= min_size <= MOST, "min_size", min_size, f"a number from 0 to {MOST}")
    most = max(min_size, 3) if max_size is None else max_size
    require(isinstance(most, int) and min_size <= most <= MOST, "max_size", most, f"from {min_size=} to {MOST}")
    some = isinstance(states, Collection) and {*states} <= {*STATES}
    require(some and len(states) > 0, "states", states, f"some of {', '.join(STATES)}")
    size = draw(st.integers(min_size, most))
    edges = _edges(draw, size, allow_past_midnight) if size else []
    said = [draw(_kinds(tuple(state for state in STATES if state in states), allow_notes)) for _ in range(size)]
    for number, (first, second) in enumerate(pairwise(said)):
        opens, _, following, end = edges[2 * number : 2 * number + 4]
        # Touching ranges of one kind would be one, and too few.
        if (first != second or not mergeable(opens, end)) and draw(st.booleans()):
            edges[2 * number + 1] = following
    return DayHours(tuple(interned(edges[2 * number], edges[2 * number + 1], *said[number]) for number in range(size)))


@st.composite
def time_ranges(
    draw: DrawFn, *, states: Collection[str] = STATES, allow_notes: bool = True, allow_past_midnight: bool = True
) -> TimeRange:
    """Returns a strategy for `TimeRange`, each in one of `states`. Examples shrink as those of `day_hours`.

    >>> from hypothesis import find
    >>> find(time_ranges(), lambda hours: hours.state == "unknown")
    TimeRange.parse('09:00-17:00 unknown')
    """
    allowed = {"allow_notes": allow_notes, "allow_past_midnight": allow_past_midnight}
    return draw(day_hours(min_size=1, max_size=1, states=states, **allowed)).ranges[0]


@st.composite
def weekly_hours(
    draw: DrawFn, *, days: SearchStrategy[DayHours] | None = None, allow_closed: bool = True
) -> WeeklyHours:
    """Returns a strategy for `WeeklyHours` values.

    `days` gives the hours of the days that open; unless `allow_closed` is false, others are closed. Several days often have the
    same hours. A tail that would run into the next day's hours ends where they begin.

    >>> from hypothesis import find
    >>> find(weekly_hours(), lambda week: bool(week.total))
    WeeklyHours.parse('Mo 09:00-17:00')
    """
    require(isinstance(allow_closed, bool), "allow_closed", allow_closed, "True or False")
    opening = strategy_or("days", days, OPEN_DAYS)
    kinds: list[DayHours | None] = [CLOSED, None] if allow_closed else [None]
    week: list[DayHours] = []
    for _ in range(7):
        day = kinds[draw(st.integers(0, len(kinds) - 1))]
        if day is None:
            day = draw(opening)
            kinds.insert(-1, day)
        week.insert(0, day)  # from Sunday, because the first draws shrink to the simplest
    return WeeklyHours(**dict(zip(WeeklyHours.model_fields, _fitted(week), strict=True)))


@st.composite
def signs(draw: DrawFn, *, weeks: SearchStrategy[WeeklyHours] | None = None) -> str:
    r"""Returns a strategy for signs: the texts that `format_hours` writes of `weeks`, which are any weeks where left out.

    >>> from hypothesis import find
    >>> find(signs(), lambda sign: "Mon" in sign)
    'Mon 9am-5pm\nClosed Tues-Sun'
    """
    from clinic_hours.text import format_hours  # it is slow to load, and Hypothesis loads this module always

    return format_hours(draw(strategy_or("weeks", weeks, ANY_WEEK)))


def _minute(draw: DrawFn, low: int, high: int, near: int) -> int:
    """A minute from `low` to `high`; it shrinks to the whole hour that is nearest to `near`, then to a quarter."""
    step = draw(st.sampled_from((60, 15, 1)))
    clocks = sorted(range(low + -low % step, high + 1, step), key=lambda minute: abs(minute - near)) if step > 1 else []
    return clocks[draw(st.integers(0, len(clocks) - 1))] if clocks else draw(st.integers(low, high))


def _edges(draw: DrawFn, size: int, past_midnight: bool) -> list[int]:
    """The opens and closes of so many ranges, in order and all different."""
    opens = _minute(draw, 0, DAY + 1 - 2 * size, 9 * 60)
    inner = {_minute(draw, opens + 1, DAY - 1, 12 * 60) for _ in range(2 * size - 2)}
    while len(inner) < 2 * size - 2:  # nothing is drawn in vain: an edge that was drawn twice is moved
        inner.add(next(m for m in (*range(13 * 60, DAY, 60), *range(opens, DAY)) if m > opens and m not in inner))
    edges = [opens, *sorted(inner)]
    edges.append(_minute(draw, edges[-1] + 1, edges[-1] + DAY - 1 if past_midnight else DAY, 17 * 60))
    return [0, DAY] if size == 1 and draw(st.integers(0, 9)) == 9 else edges


LETTERS = st.characters(exclude_categories=("C", "Z"), include_characters=" ", exclude_characters='"')
LINES = st.sampled_from(("", "new patients", "walk-in only")) | st.text(LETTERS, max_size=12)


@lru_cache(maxsize=64)
def _kinds(states: tuple[State, ...], allow_notes: bool) -> SearchStrategy[tuple[State, str]]:
    """The state and note of a range; a note must not begin with a state's own words."""
    lines = LINES.map(str.strip)
    notes = lines.map(lambda note: f"({note})" if note.lower().startswith((APPOINTMENT, DIFFER)) else note)
    return st.just((states[0], "")) | st.tuples(st.sampled_from(states), notes if allow_notes else st.just(""))


def _fitted(week: list[DayHours]) -> Iterator[DayHours]:
    """The days, each tail ending where the next day's hours begin."""
    for day, following in zip(week, [*week[1:], week[0]], strict=True):
        limit = DAY + following.plain[0].start if following else 2 * DAY
        last = day.ranges[-1] if day else None
        if last and last.plain.end > limit:
            cut = DayHours((*day.ranges[:-1], interned(last.plain.start, limit, last.state, last.note)))
            # A range of a day or more does not join the one before it; what is left of it may.
            assume(len(cut) == len(day))
            day = cut
        yield day


OPEN_DAYS = day_hours(min_size=1)
ANY_WEEK = weekly_hours()
TIMES = day_hours(min_size=1, states=[State.OPEN], allow_notes=False)
