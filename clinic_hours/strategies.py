"""Hypothesis strategies for tests of code that works with opening hours.

Hypothesis finds them by itself: `st.from_type(Location)`, and annotations under `@given(...)`, draw all that a location may be,
with every state, tails past midnight, whole days, and dates of every kind. Call them here to ask for less::

    @given(strategies.locations(timezones=st.just("America/New_York")))
    def test_the_booking_page_can_show_it(location): ...

They shrink to hours that are quickly read: closed days, 09:00-17:00, UTC. The `strategies` extra installs Hypothesis.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from itertools import islice, pairwise
from string import Formatter
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import DrawFn, SearchStrategy

from clinic_hours.errors import UnknownHolidayError
from clinic_hours.hours import holiday as calendars
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.day import CLOSED, DayHours
from clinic_hours.hours.minutes import DAY, mergeable
from clinic_hours.hours.notation import APPOINTMENT, DIFFER
from clinic_hours.hours.recurrence import WEEKDAYS
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.hours.time_range import TimeRange, interned
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.hours.weekday import State
from clinic_hours.location import Location
from clinic_hours.timeline.zone import BLOCK, UTC_ZERO, zone_of

STATES = (State.OPEN, State.BY_APPOINTMENT, State.UNKNOWN)
NEAR = (date(2024, 1, 1), date(2032, 12, 31))
"""Most dated days are of these years, so that the rules of one location meet."""
EARLY, LATE = date(2, 1, 1), date(9997, 1, 1)
ZONES = st.sampled_from(("UTC", "America/New_York", "Australia/Lord_Howe")) | st.timezone_keys(allow_prefix=False)
STEPS = [sign * timedelta(**{unit: 1}) for unit in ("microseconds", "minutes", "hours") for sign in (0, -1, 1)]
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
    _require(isinstance(min_size, int) and 0 <= min_size <= MOST, "min_size", min_size, f"a number from 0 to {MOST}")
    most = max(min_size, 3) if max_size is None else max_size
    _require(isinstance(most, int) and min_size <= most <= MOST, "max_size", most, f"from {min_size=} to {MOST}")
    some = isinstance(states, Collection) and {*states} <= {*STATES}
    _require(some and len(states) > 0, "states", states, f"some of {', '.join(STATES)}")
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
    _require(isinstance(allow_closed, bool), "allow_closed", allow_closed, "True or False")
    opening = _strategy("days", days, OPEN_DAYS)
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

    return format_hours(draw(_strategy("weeks", weeks, EVERY[WeeklyHours])))


@st.composite
def dates(
    draw: DrawFn, *, min_value: date = date.min, max_value: date = date.max, holidays: Iterable[str] = ()
) -> Dates:
    """Returns a strategy for `Dates` of every kind: days, ranges, until further notice, every year, recurrences, Easter.

    The bounds hold for what is dated, the start of a recurrence included; what comes every year does so in all years. Public
    holidays are drawn from the calendars that `holidays` names, such as `["US", "DE-BE"]`, and need the extra of that name.

    >>> from hypothesis import find
    >>> find(dates(), lambda when: "RRULE" in str(when))
    Dates.parse('RRULE:FREQ=WEEKLY;BYDAY=MO')
    """
    _require(not isinstance(holidays, str), "holidays", holidays, "a list of calendars, such as ['US', 'US-NJ']")
    return draw(_kinds_of_dates(min_value, max_value, tuple(holidays)))


@st.composite
def special_hours(draw: DrawFn) -> SpecialHours:
    """Returns a strategy for `SpecialHours` of any dates, closures and hours alike.

    >>> from hypothesis import find
    >>> find(special_hours(), lambda special: bool(special.hours))
    SpecialHours('2024-01-01', '09:00-17:00')
    """
    return SpecialHours(draw(EVERY[Dates]), draw(EVERY[DayHours]), reason=draw(LINES))


@st.composite
def seasonal_hours(draw: DrawFn) -> SeasonalHours:
    """Returns a strategy for `SeasonalHours` of any dates and any week.

    >>> from hypothesis import find
    >>> find(seasonal_hours(), lambda season: bool(season.hours.friday))
    SeasonalHours('2024-01-01', 'Fr 09:00-17:00')
    """
    return SeasonalHours(draw(EVERY[Dates]), draw(EVERY[WeeklyHours]), reason=draw(LINES))


@st.composite
def breaks(draw: DrawFn) -> Break:
    """Returns a strategy for `Break` of any dates and times.

    >>> from hypothesis import find
    >>> find(breaks(), lambda pause: len(pause.hours) == 1)
    Break('2024-01-01', '09:00-17:00')
    """
    return Break(draw(EVERY[Dates]), draw(TIMES), reason=draw(LINES))


@st.composite
def locations(
    draw: DrawFn,
    *,
    timezones: SearchStrategy[str] | SearchStrategy[ZoneInfo] | None = None,
    regular_hours: SearchStrategy[WeeklyHours] | None = None,
    special_hours: SearchStrategy[SpecialHours] | None = None,
    seasonal_hours: SearchStrategy[SeasonalHours] | None = None,
    breaks: SearchStrategy[Break] | None = None,
) -> Location:
    """Returns a strategy for `Location`, with up to two rules of each kind; `st.nothing()` asks for none of a kind.

    `timezones` gives names, or zones as `st.timezones()` does; all that the machine has where it is left out.

    >>> from hypothesis import find
    >>> find(locations(), lambda location: bool(location.regular_hours.monday)).regular_hours
    WeeklyHours.parse('Mo 09:00-17:00')
    """
    return Location(
        name="Main office",
        timezone=draw(_strategy("timezones", timezones, ZONES)),
        regular_hours=draw(_strategy("regular_hours", regular_hours, EVERY[WeeklyHours])),
        special_hours=draw(_few(_strategy("special_hours", special_hours, EVERY[SpecialHours]))),
        seasonal_hours=draw(_few(_strategy("seasonal_hours", seasonal_hours, EVERY[SeasonalHours]))),
        breaks=draw(_few(_strategy("breaks", breaks, EVERY[Break]))),
    )


@st.composite
def instants_near_edges(draw: DrawFn, location: Location) -> datetime:
    """Returns a strategy for aware datetimes at which the answers of a location are most likely to be wrong.

    They lie at and around its openings and closings, the changes of its clock, midnights, and the dates of its rules, to the
    microsecond; a few lie anywhere in Python's calendar. They stand in UTC, in the location's zone, or at another offset.

    >>> from hypothesis import find
    >>> office = Location(name="Office", timezone="UTC", regular_hours="Mo-Fr 08:00-17:00")
    >>> find(instants_near_edges(office), office.is_open)
    datetime.datetime(2024, 1, 1, 8, 0, tzinfo=datetime.timezone.utc)
    """
    _require(getattr(location, "timezone", None) is not None, "location", location, "a Location with a time zone")
    at = draw(_edges_of(location) if draw(st.integers(0, 7)) else st.datetimes(timezones=st.just(UTC)))
    try:
        at += draw(st.sampled_from(STEPS) | st.timedeltas(timedelta(-2), timedelta(2)))
        return at.astimezone(draw(st.sampled_from((UTC, location.zone, timezone(timedelta(hours=5, minutes=45))))))
    except OverflowError:
        return at


def register() -> None:
    """Tell Hypothesis of these strategies, for `st.from_type` and annotations; done by the import of this module."""
    for kind, strategy in EVERY.items():
        st.register_type_strategy(kind, strategy)


def _require(held: bool, name: str, value: object, told: str) -> None:
    if not held:
        raise InvalidArgument(f"{name}={value!r} must be {told}")


def _strategy(name: str, given: SearchStrategy[Any] | None, usual: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """The strategy that was given, or the usual one."""
    _require(given is None or isinstance(given, SearchStrategy), name, given, "a strategy; st.just(…) is one")
    return usual if given is None else given


@lru_cache(maxsize=64)
def _few(rules: SearchStrategy[Any]) -> SearchStrategy[tuple[Any, ...]]:
    return st.just(()) if rules.is_empty else st.lists(rules, max_size=2).map(tuple)


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
            day = DayHours((*day.ranges[:-1], interned(last.plain.start, limit, last.state, last.note)))
        yield day


def _days(low: date, high: date) -> SearchStrategy[date]:
    """Days from a range, many of our own time, to which they shrink."""
    whole = st.dates(low, high)
    whole.validate()
    first, last = max(low, NEAR[0]), min(high, NEAR[1])
    near = st.integers(0, (last - first).days).map(lambda number: first + timedelta(number))
    return near | whole if first <= last else whole


def _listed(*values: SearchStrategy[Any]) -> SearchStrategy[str]:
    return st.lists(st.one_of(values).map(str), min_size=1, max_size=3, unique=True).map(",".join)


PIECES = {
    "days": _listed(st.sampled_from(WEEKDAYS)),
    "nth": _listed(st.builds("{}{}".format, st.sampled_from((1, 2, 3, 4, 5, -1, -2)), st.sampled_from(WEEKDAYS))),
    "dates": _listed(st.sampled_from((1, 15, -1, 29, 30, 31)), st.integers(1, 31), st.integers(-31, -1)),
    "months": _listed(st.integers(1, 12)),
    "weeks": _listed(st.sampled_from((1, 53, -1)), st.integers(1, 53)),
    "year": _listed(st.sampled_from((1, 60, 366, -1, -366)), st.integers(1, 366)),
    "places": st.sampled_from(("1", "-1", "1,-1", "2")),
    "easter": _listed(st.integers(-60, 60)),
}
RULES = (
    *("WEEKLY;BYDAY={days}", "WEEKLY;BYMONTH={months};BYDAY={days}", "WEEKLY;BYDAY={days};BYSETPOS={places}"),
    *("MONTHLY;BYDAY={nth}", "MONTHLY;BYMONTHDAY={dates}", "MONTHLY;BYDAY={days};BYSETPOS={places}"),
    *("YEARLY;BYMONTH={months};BYDAY={nth}", "YEARLY;BYMONTH={months};BYMONTHDAY={dates}", "YEARLY;BYYEARDAY={year}"),
    *("YEARLY;BYWEEKNO={weeks};BYDAY={days}", "YEARLY;BYEASTER={easter}", "DAILY", "DAILY;BYMONTHDAY={dates}"),
)
RULES_OF_A_START = ("WEEKLY", "MONTHLY", "YEARLY", "YEARLY;BYMONTH={months}")


@lru_cache(maxsize=64)
def _kinds_of_dates(low: date, high: date, holidays: tuple[str, ...]) -> SearchStrategy[Dates]:
    day = _days(low, high)
    likely = st.sampled_from(("12-25", "01-01", "02-29", "12-31"))
    month_day = likely | st.dates(date(2028, 1, 1), date(2028, 12, 31)).map(lambda of: f"{of:%m-%d}")
    return st.one_of(
        day.map(Dates.on),
        st.tuples(day, day).map(lambda ends: Dates.between(min(ends), max(ends))),
        day.map(lambda first: Dates.between(first, None)),
        month_day.map(Dates.yearly),
        st.builds(Dates.yearly, month_day, month_day),
        _recurrences(low, high),
        st.builds(Dates.easter, st.sampled_from((0, -2, 1, 39, 50)) | st.integers(-250, 250)),
        *(_holidays(calendar) for calendar in holidays),
    )


@st.composite
def _recurrences(draw: DrawFn, low: date, high: date) -> Dates:
    start = draw(st.none() | _days(low, high))
    rule = draw(st.sampled_from((*RULES, *RULES_OF_A_START) if start else RULES))
    rule = rule.format(**{name: draw(PIECES[name]) for _, name, _, _ in Formatter().parse(rule) if name})
    rule += draw(st.just("") | st.sampled_from(WEEKDAYS).map(";WKST={}".format))
    bounds = st.just("") | _days(start or low, high).map(lambda day: f";UNTIL={day}".replace("-", ""))
    if start:
        rule += draw(st.just("") | st.integers(2, 8).map(";INTERVAL={}".format))
        bounds |= st.integers(1, 60).map(";COUNT={}".format)
    return Dates.recurring(f"FREQ={rule}{draw(bounds)}", start)


@st.composite
def _holidays(draw: DrawFn, calendar: str) -> Dates:
    country, _, subdivision = calendar.partition("-")
    try:
        rows = calendars.year(country, subdivision, False, draw(st.integers(NEAR[0].year, NEAR[1].year)))
    except UnknownHolidayError as error:
        raise InvalidArgument(f"holidays has {calendar!r}: {error}") from error
    name = draw(st.sampled_from(["*", *sorted({name for _, names in rows for name in names})]))
    return Dates.holiday(country, name, subdivision=subdivision, observed=draw(st.booleans()))


@st.composite
def _edges_of(draw: DrawFn, location: Location) -> datetime:
    """Midnights, openings and closings, clock changes, of our own time or around the dates of a rule."""
    day = draw(_days(EARLY, LATE))
    rules: list[Any] = [*location.special_hours, *location.seasonal_hours, *location.breaks]
    if draw(st.booleans()) and rules:
        when: Dates = draw(st.sampled_from(rules)).dates
        found, _ = next(when.runs(day.toordinal(), day.toordinal() + 800), when.kind.bounds)
        day = min(max(date.fromordinal(found), EARLY), LATE)
    midnight = datetime.combine(day, time(0), location.zone).astimezone(UTC)
    openings = location.openings(midnight - timedelta(1), midnight + timedelta(15), clip=False)
    edges = [edge for opening in islice(openings, 30) for edge in (opening.start, opening.end) if edge]
    periods = zone_of(location.zone).block(day.toordinal() >> BLOCK).periods
    changes = [UTC_ZERO + timedelta(seconds=change) for change, _, _ in periods[1:]]
    return draw(st.one_of([st.sampled_from(found) for found in (edges, [midnight], changes) if found]))


OPEN_DAYS = day_hours(min_size=1)
TIMES = day_hours(min_size=1, states=[State.OPEN], allow_notes=False)
EVERY: dict[type[Any], SearchStrategy[Any]] = {
    TimeRange: time_ranges(),
    DayHours: day_hours(),
    WeeklyHours: weekly_hours(),
    Dates: dates(),
    SpecialHours: special_hours(),
    SeasonalHours: seasonal_hours(),
    Break: breaks(),
    Location: locations(),
}
register()
