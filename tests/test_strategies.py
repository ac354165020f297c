"""The strategies: what they draw, what they shrink to, what they refuse, and how Hypothesis finds them."""

import datetime as datetime_module
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from clinic_hours import (
    CLOSED,
    Break,
    Dates,
    DayHours,
    Location,
    SeasonalHours,
    SpecialHours,
    State,
    TimeRange,
    WeeklyHours,
    read_hours,
    strategies,
)
from clinic_hours.hours.minutes import DAY

OFFICE = Location(
    name="Office",
    timezone="America/New_York",
    regular_hours="Mo-Fr 08:00-17:00; Sa 22:00-02:00",
    special_hours=[SpecialHours("2031-07-03", "10:00-11:00")],
)
STEADY = settings(derandomize=True, database=None, max_examples=2000, suppress_health_check=list(HealthCheck))


def draws(strategy: st.SearchStrategy[Any], is_it: Callable[[Any], object]) -> bool:
    """Whether a strategy comes to draw such an example."""
    return bool(is_it(find(strategy, is_it, settings=settings(STEADY, phases=[Phase.generate]))))


def simplest(strategy: st.SearchStrategy[Any], is_it: Callable[[Any], object]) -> Any:
    """The example that a strategy shrinks to."""
    return find(strategy, is_it, settings=settings(STEADY, phases=[Phase.generate, Phase.shrink]))


@pytest.mark.parametrize(
    ("what", "is_it"),
    [
        ("closed", lambda day: day == CLOSED),
        ("open", lambda day: any(r.state is State.OPEN for r in day)),
        ("by appointment", lambda day: any(r.state is State.BY_APPOINTMENT for r in day)),
        ("unknown", lambda day: any(r.state is State.UNKNOWN for r in day)),
        ("a note", lambda day: any(r.note for r in day)),
        ("a note in other letters", lambda day: any(not r.note.isascii() for r in day)),
        ("a tail past midnight", lambda day: day and day.plain[-1].end > DAY),
        ("a tail of almost a day", lambda day: day and day.plain[-1].end > DAY + 1200),
        ("up to midnight", lambda day: day and day.plain[-1].end == DAY),
        ("a whole day", lambda day: [r[:2] for r in day.plain] == [(0, DAY)]),
        ("three ranges", lambda day: len(day) == 3),
        ("odd minutes", lambda day: any(r.opens.minute % 5 for r in day)),
        (
            "touching ranges",
            lambda day: any(a.closes == b.opens for a, b in zip(day.ranges, day.ranges[1:], strict=False)),
        ),
        ("two states", lambda day: len({r.state for r in day}) > 1),
    ],
)
def test_days_are_of_every_kind(what: str, is_it: Callable[[DayHours], bool]):
    assert draws(strategies.day_hours(), is_it), what


def test_touching_ranges_that_cannot_be_one_are_drawn_too():
    def is_it(day: DayHours) -> bool:
        first, second = day.ranges[0], day.ranges[-1]
        return first.closes == second.opens and first.state == second.state and first.note == second.note

    assert simplest(strategies.day_hours(min_size=2, max_size=2), is_it).plain[-1].end > DAY


def tails(week: WeeklyHours) -> list[tuple[int, int]]:
    """Where each tail ends and the hours of the next day begin, in minutes of that day."""
    pairs = [(week.days[n - 1], week.days[n]) for n in range(7)]
    return [(a.plain[-1].end - DAY, b.plain[0].start) for a, b in pairs if a and b and a.plain[-1].end > DAY]


@pytest.mark.parametrize(
    ("what", "is_it"),
    [
        ("never open", lambda week: not any(week.days)),
        ("all days alike", lambda week: len(set(week.days)) == 1 and week.total),
        ("all days open", lambda week: all(week.days)),
        ("four kinds of days", lambda week: len(set(week.days)) >= 4),
        ("a tail before the next day's hours", lambda week: any(end < start for end, start in tails(week))),
        ("a tail up to the next day's hours", lambda week: any(end == start for end, start in tails(week))),
    ],
)
def test_weeks_are_of_every_kind(what: str, is_it: Callable[[WeeklyHours], bool]):
    assert draws(strategies.weekly_hours(), is_it), what


@pytest.mark.parametrize(
    ("what", "is_it"),
    [
        ("a day", lambda text: len(text) == 10 and text[4] == "-"),
        ("a range", lambda text: len(text) == 21),
        ("until further notice", lambda text: text.endswith("/..")),
        ("a day of every year", lambda text: len(text) == 5),
        ("29 February", lambda text: text == "02-29"),
        ("a range of every year", lambda text: len(text) == 11 and text[:5] < text[6:]),
        ("over the year's end", lambda text: len(text) == 11 and text[:5] > text[6:]),
        ("Easter", lambda text: text.startswith("easter")),
        ("a rule without a start", lambda text: text.startswith("RRULE")),
        ("a rule with a start", lambda text: text.startswith("DTSTART")),
        ("of long ago", lambda text: text.startswith(("0", "1")) and text[4:5] == "-"),
        ("of our time", lambda text: text.startswith("202") and text[4] == "-"),
        *(
            (part, lambda text, part=part: f";{part}=" in text)
            for part in ("INTERVAL", "COUNT", "UNTIL", "BYSETPOS", "WKST")
        ),
        *(
            (part, lambda text, part=part: f";{part}=" in text)
            for part in ("BYDAY", "BYMONTH", "BYMONTHDAY", "BYWEEKNO")
        ),
        *((part, lambda text, part=part: f";{part}=" in text) for part in ("BYYEARDAY", "BYEASTER")),
        *((part, lambda text, part=part: f"FREQ={part}" in text) for part in ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")),
    ],
)
def test_dates_are_of_every_kind(what: str, is_it: Callable[[str], bool]):
    assert draws(strategies.dates(), lambda dates: is_it(str(dates))), what


@given(strategies.locations())
def test_locations_have_rules_of_every_kind(location: Location):
    assert location.zone.key == location.timezone
    for rules in (location.special_hours, location.seasonal_hours, location.breaks):
        assert len(rules) <= 2


@pytest.mark.parametrize(
    ("strategy", "condition", "shown"),
    [
        (strategies.time_ranges(), lambda hours: True, "09:00-17:00"),
        (strategies.time_ranges(), lambda hours: hours.plain.end > DAY, "09:00-01:00"),
        (strategies.time_ranges(), lambda hours: hours.note, '09:00-17:00 open "new patients"'),
        (strategies.day_hours(), lambda day: True, "off"),
        (strategies.day_hours(), len, "09:00-17:00"),
        (strategies.day_hours(), lambda day: len(day) == 3, "09:00-12:00,13:00-14:00,15:00-17:00"),
        (strategies.weekly_hours(), lambda week: True, "off"),
        (strategies.weekly_hours(), lambda week: week.friday, "Fr 09:00-17:00"),
        (strategies.weekly_hours(allow_closed=False), lambda week: True, "Mo-Su 09:00-17:00"),
        (strategies.signs(), lambda sign: True, "Closed"),
        (strategies.dates(), lambda dates: True, "2024-01-01"),
        (strategies.dates(), lambda dates: str(dates).count("-") == 4, "2024-01-01/2024-01-02"),
        (strategies.dates(), lambda dates: str(dates).startswith("R"), "RRULE:FREQ=WEEKLY;BYDAY=MO"),
        (strategies.dates(), lambda dates: "INTERVAL" in str(dates), "DTSTART:20240101 RRULE:FREQ=DAILY;INTERVAL=2"),
        (strategies.locations(), lambda place: place.regular_hours.total, "UTC Mo 09:00-17:00 () () ()"),
        (strategies.locations(), lambda place: place.special_hours, "UTC off (SpecialHours('2024-01-01'),) () ()"),
    ],
)
def test_they_shrink_to_what_is_quickly_read(strategy, condition, shown: str):
    found = simplest(strategy, condition)
    if isinstance(found, Location):
        found = " ".join(
            map(str, (found.timezone, found.regular_hours, found.special_hours, found.seasonal_hours, found.breaks))
        )
    assert str(found) == shown


@given(st.data(), st.integers(0, 5), st.integers(0, 3))
def test_the_bounds_of_a_day_hold(data: st.DataObject, low: int, more: int):
    day = data.draw(strategies.day_hours(min_size=low, max_size=low + more))
    assert low <= len(day) <= low + more


def test_a_day_may_have_many_ranges():
    assert draws(strategies.day_hours(min_size=24), lambda day: len(day) == 24)


@given(strategies.day_hours(states=["unknown"], allow_notes=False, allow_past_midnight=False))
def test_states_notes_and_tails_are_drawn_where_they_are_allowed(day: DayHours):
    assert all(r.state is State.UNKNOWN and not r.note and r.plain.end <= DAY for r in day)


@given(strategies.time_ranges(states=[State.OPEN, State.UNKNOWN], allow_past_midnight=False))
def test_ranges_are_bounded_as_days_are(hours: TimeRange):
    assert hours.state is not State.BY_APPOINTMENT
    assert hours.plain.end <= DAY


@given(strategies.weekly_hours(days=strategies.day_hours(min_size=2, max_size=2), allow_closed=False))
def test_a_week_is_of_the_days_that_are_given(week: WeeklyHours):
    assert all(len(day) == 2 for day in week.days)


EARLY, LONG = DayHours.parse("09:00-10:00,11:00-12:00"), DayHours.parse("10:00-13:00,13:00-12:00")


@settings(suppress_health_check=list(HealthCheck))
@given(strategies.weekly_hours(days=st.sampled_from([EARLY, LONG]), allow_closed=False))
def test_a_tail_that_is_cut_does_not_join_the_range_before_it(week: WeeklyHours):
    """13:00-12:00 after 10:00-13:00 is a range of its own; ended at 09:00 by the next day's hours it would not be."""
    assert all(len(day) == 2 for day in week.days)


@given(strategies.dates(min_value=date(2026, 1, 1), max_value=date(2026, 1, 3)))
def test_the_bounds_of_dates_hold_for_what_is_dated(dates: Dates):
    text = str(dates)
    for written in [part for part in text.removesuffix("/..").split("/") if len(part) == 10 and part[4] == "-"]:
        assert "2026-01-01" <= written <= "2026-01-03"
    if "DTSTART" in text:
        assert text[8:16] in ("20260101", "20260102", "20260103")


@pytest.mark.parametrize(
    "bounds", [(date(1990, 1, 1), date(1990, 1, 1)), (date(2500, 1, 1), date(2500, 1, 1))], ids=str
)
def test_dates_may_be_bounded_away_from_our_time(bounds: tuple[date, date]):
    strategy = strategies.dates(min_value=bounds[0], max_value=bounds[1])
    assert draws(strategy, lambda dates: dates == Dates.on(bounds[0]))


@pytest.mark.holidays
def test_public_holidays_are_drawn_from_the_calendars_that_are_asked_for():
    pytest.importorskip("holidays")
    strategy = strategies.dates(holidays=["US", "DE-BE"]).map(str)
    for of_calendar in ("US: *", "DE-BE: *"):
        assert draws(strategy, lambda text, wanted=of_calendar: text == wanted)
    assert draws(strategy, lambda text: text.startswith("US: ") and text.endswith("Day & observed"))
    assert draws(strategy, lambda text: text.startswith("DE-BE: ") and text.endswith("tag"))
    with pytest.raises(InvalidArgument, match="holidays has 'XX': no holiday calendar has the code 'XX'"):
        draws(strategies.dates(holidays=["XX"]), lambda dates: False)


@given(strategies.signs(weeks=st.just(WeeklyHours.parse("Mo 08:00-16:00"))))
def test_a_sign_is_written_of_the_weeks_that_are_given(sign: str):
    assert sign == "Mon 8am-4pm\nClosed Tues-Sun"


@given(strategies.signs(weeks=strategies.weekly_hours(days=strategies.day_hours(min_size=1, allow_notes=False))))
def test_a_sign_is_read_back(sign: str):
    assert read_hours(sign, strict=True).unread == ()


@given(
    strategies.locations(
        timezones=st.sampled_from(["Asia/Tokyo", "Europe/Oslo"]),
        regular_hours=st.just(WeeklyHours.parse("24/7")),
        special_hours=st.nothing(),
        seasonal_hours=st.builds(SeasonalHours, dates=st.just("06-01/08-31"), hours=st.just("off")),
        breaks=st.nothing(),
    )
)
def test_each_part_of_a_location_may_be_given(location: Location):
    assert location.timezone in ("Asia/Tokyo", "Europe/Oslo")
    assert str(location.regular_hours) == "24/7"
    assert (location.special_hours, location.breaks) == ((), ())
    assert set(location.seasonal_hours) <= {SeasonalHours("06-01/08-31", "off")}


@given(strategies.locations(timezones=st.timezones()))
def test_zones_are_given_as_hypothesis_gives_them(location: Location):
    assert location.zone.key == location.timezone


STEPS = [timedelta(), timedelta(microseconds=1), timedelta(microseconds=-1), timedelta(minutes=1), timedelta(hours=-1)]
MIDNIGHT = time()


def at_a_change(at: datetime) -> bool:
    """Whether the clock of the office changes at an instant."""
    before, after = (moment.astimezone(OFFICE.zone).utcoffset() for moment in (at - timedelta(microseconds=1), at))
    return before != after


@pytest.mark.parametrize(
    ("what", "is_it"),
    [
        *(
            (f"{step} from 8 o'clock", lambda at, step=step: (at - step).time() == time(8) and at.isoweekday() < 6)
            for step in STEPS
        ),
        ("the end of a tail", lambda at: at.isoweekday() == 7 and at.time() == time(2)),
        ("midnight", lambda at: at.time() == MIDNIGHT),
        ("a date of a rule", lambda at: at.date() == date(2031, 7, 3)),
        ("a change of the clock", at_a_change),
        ("just before it", lambda at: at_a_change(at + timedelta(microseconds=1))),
        ("long ago", lambda at: at.year < 1000),
        ("far ahead", lambda at: at.year > 9000),
    ],
)
def test_instants_lie_at_edges_and_around_them(what: str, is_it: Callable[[datetime], bool]):
    def on_the_wall(at: datetime) -> bool:
        return 2 < at.year < 9998 and is_it(at.astimezone(OFFICE.zone))

    assert draws(strategies.instants_near_edges(OFFICE), on_the_wall), what


@pytest.mark.parametrize("zone", [UTC, OFFICE.zone, timezone(timedelta(hours=5, minutes=45))], ids=str)
def test_instants_are_aware_in_more_than_one_zone(zone: tzinfo):
    assert draws(strategies.instants_near_edges(OFFICE), lambda at: at.tzinfo == zone)


LAST_DAY = Location(
    name="x", timezone="UTC", regular_hours="24/7", seasonal_hours=[SeasonalHours("9999-12-31/..", "off")]
)


@settings(STEADY, max_examples=300)
@given(strategies.instants_near_edges(LAST_DAY))
def test_instants_stay_in_the_calendar(at: datetime):
    assert LAST_DAY.is_open(at) == (at < datetime(9999, 12, 31, tzinfo=UTC))


@given(st.data(), strategies.locations())
def test_every_location_has_instants(data: st.DataObject, location: Location):
    at = data.draw(strategies.instants_near_edges(location))
    assert location.status(at).state in State


REFUSED = [
    (lambda: strategies.day_hours(min_size=-1), "min_size"),
    (lambda: strategies.day_hours(min_size=1.5), "min_size"),
    (lambda: strategies.day_hours(min_size=25), "min_size"),
    (lambda: strategies.day_hours(min_size=2, max_size=1), "max_size"),
    (lambda: strategies.day_hours(max_size="3"), "max_size"),
    (lambda: strategies.day_hours(states=[]), "states"),
    (lambda: strategies.day_hours(states="open"), "states"),
    (lambda: strategies.day_hours(states=None), "states"),
    (lambda: strategies.time_ranges(states=[State.CLOSED]), "states"),
    (lambda: strategies.weekly_hours(days=[CLOSED]), "days"),
    (lambda: strategies.weekly_hours(allow_closed="no"), "allow_closed"),
    (lambda: strategies.dates(min_value="2026-01-01"), "min_value"),
    (lambda: strategies.dates(min_value=date(2026, 1, 2), max_value=date(2026, 1, 1)), "max_value"),
    (lambda: strategies.dates(holidays="US"), "holidays"),
    (lambda: strategies.signs(weeks=WeeklyHours()), "weeks"),
    (lambda: strategies.locations(timezones="UTC"), "timezones"),
    (lambda: strategies.locations(timezones=["UTC"]), "timezones"),
    (lambda: strategies.locations(breaks=()), "breaks"),
    (lambda: strategies.instants_near_edges("Office"), "location"),
    (lambda: strategies.instants_near_edges(Location(name="Office", regular_hours="off")), "location"),
]


@pytest.mark.parametrize(("ask", "name"), REFUSED, ids=[str(number) for number in range(len(REFUSED))])
def test_an_argument_that_cannot_be_is_refused_by_name(ask: Callable[[], st.SearchStrategy[Any]], name: str):
    with pytest.raises(InvalidArgument, match=name):
        simplest(ask(), lambda example: True)


KINDS = [TimeRange, DayHours, WeeklyHours, Dates, SpecialHours, SeasonalHours, Break, Location]


@pytest.mark.parametrize("kind", KINDS)
def test_hypothesis_knows_each_type(kind: type):
    assert draws(st.from_type(kind), lambda example: isinstance(example, kind))


def test_an_annotation_is_enough():
    @settings(STEADY, max_examples=5)
    @given(...)
    def ask(location: Location, week: WeeklyHours | None) -> None:
        assert isinstance(location, Location)
        assert week is None or isinstance(week, WeeklyHours)

    ask()


@pytest.mark.parametrize(
    "strategy",
    [
        strategies.time_ranges(),
        strategies.day_hours(min_size=1, allow_notes=False),
        strategies.weekly_hours(),
        strategies.dates(min_value=date(2026, 1, 1)),
        strategies.locations(breaks=st.nothing()),
    ],
    ids=repr,
)
def test_a_strategy_is_shown_as_it_was_asked_for(strategy: st.SearchStrategy[Any]):
    asked_again = eval(repr(strategy), vars(strategies) | {"datetime": datetime_module, "nothing": st.nothing})
    assert repr(asked_again) == repr(strategy)
    assert repr(strategy).endswith(")")
