"""Which hours hold on a date, where several rules name it."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from clinic_hours import Dates, DayHours, Location, SeasonalHours, SpecialHours, Weekday, WeeklyHours

CHRISTMAS = date(2026, 12, 25)
Rule = SpecialHours | SeasonalHours


def with_hours_of_its_own(number: int, rule: Rule) -> Rule:
    """The rule with hours that no other one of a list has; a closure as it is."""
    hours = f"10:{number:02}-12:{number:02}"
    if isinstance(rule, SeasonalHours):
        return SeasonalHours(rule.dates, f"Mo-Su {hours}", reason=rule.reason)
    return rule if rule.is_closure else SpecialHours(rule.dates, hours, reason=rule.reason)


def reason(day: date, *rules: Rule) -> str:
    """The reason of the rule that wins on a date, of rules in the order in which they are listed; every question agrees on it."""
    own = [with_hours_of_its_own(number, rule) for number, rule in enumerate(rules)]
    location = Location(
        name="Office",
        timezone="UTC",
        regular_hours="Mo-Su 08:00-17:00",
        special_hours=[rule for rule in own if isinstance(rule, SpecialHours)],
        seasonal_hours=[rule for rule in own if isinstance(rule, SeasonalHours)],
    )
    plan, midnight = location.plan_on(day), datetime.combine(day, time(), UTC)
    assert plan.rule is None or plan.rule.reason == plan.reason
    assert location.hours_on(day) == plan.hours
    assert location.status(midnight + timedelta(hours=11)).reason == plan.reason
    opened = [tuple(opening) for opening in location.openings(midnight, midnight + timedelta(days=1))]
    assert opened == [tuple(datetime.combine(day, at, UTC) for at in (r.opens, r.closes)) for r in plan.hours]
    return plan.reason


def hours(dates: str, name: str) -> SpecialHours:
    return SpecialHours(dates, "10:00-12:00", reason=name)


def closure(dates: str, name: str) -> SpecialHours:
    return SpecialHours(dates, reason=name)


def season(dates: str, name: str) -> SeasonalHours:
    return SeasonalHours(dates, "Mo-Su 09:00-10:00", reason=name)


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        (hours("2026-12-25", "a single dated day"), closure("12-25", "a closure of every year")),
        (hours("2026-12-25", "a single dated day"), closure("2026-12-25/2026-12-26", "a dated closure")),
        (hours("2026-12-25/2026-12-25", "a dated range of one day"), closure("12-25", "a closure of every year")),
        (closure("12-25", "a closure of every year"), hours("2026-12-01/2027-01-31", "winter hours")),
        (closure("RRULE:FREQ=DAILY", "a daily closure"), hours("2026-12-24/2026-12-26", "dated hours")),
        (hours("2026-12-01/2027-01-31", "a dated range"), hours("12-25", "a day of every year")),
        (hours("2026-12-01/..", "a dated range without end"), hours("12-25", "a day of every year")),
        (hours("12-24/01-06", "a range of every year"), hours("RRULE:FREQ=MONTHLY;BYMONTHDAY=25", "monthly")),
        (
            hours("RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25", "yearly"),
            hours("RRULE:FREQ=MONTHLY;BYMONTHDAY=25", "monthly"),
        ),
        (hours("easter+250", "counted from Easter"), hours("RRULE:FREQ=MONTHLY;BYMONTHDAY=11", "monthly")),
        (hours("RRULE:FREQ=MONTHLY;BYMONTHDAY=25", "monthly"), hours("RRULE:FREQ=WEEKLY;BYDAY=FR", "weekly")),
        (hours("2026-12-25/2026-12-26", "two days"), hours("2026-12-24/2026-12-26", "three days")),
        (hours("12-25", "a day of every year"), hours("12-24/12-26", "three days of every year")),
        (hours("2026-12-24/2026-12-31", "a range with an end"), hours("2026-12-20/..", "a range without end")),
        (closure("2026-12-24/2026-12-26", "the rarer closure"), closure("12-25", "a closure of every year")),
        (season("12-24/12-26", "the shorter season"), season("12-01/02-28", "the longer season")),
        (
            season("2026-12-20/..", "the season that starts later"),
            season("2026-01-01/..", "the season that starts earlier"),
        ),
        (season("12-01/02-28", "a season with an end"), season("2026-12-20/..", "a season without end")),
        (hours("RRULE:FREQ=WEEKLY;BYDAY=FR", "special hours"), season("2026-12-25/2026-12-25", "a season")),
    ],
    ids=lambda rule: rule.reason,
)
def test_the_winner_wins_in_whatever_order_they_are_listed(winner, loser):
    day = date(2026, 12, 11) if "Easter" in winner.reason else CHRISTMAS
    assert reason(day, winner, loser) == winner.reason
    assert reason(day, loser, winner) == winner.reason


@pytest.mark.parametrize("make", [hours, closure, season], ids=lambda make: make.__name__)
@pytest.mark.parametrize("dates", ["2026-12-25", "12-25", "12-24/12-26", "2026-12-01/..", "RRULE:FREQ=WEEKLY;BYDAY=FR"])
def test_of_two_alike_the_one_listed_later_wins(make, dates: str):
    assert reason(CHRISTMAS, make(dates, "first"), make(dates, "second")) == "second"
    assert reason(CHRISTMAS, make(dates, "second"), make(dates, "first")) == "first"


def test_a_season_replaces_the_whole_week_on_its_dates_only():
    summer = SeasonalHours("06-01/08-31", "Mo-Th 07:00-18:00")
    office = Location(name="Office", timezone="UTC", regular_hours="Mo-Fr 08:00-17:00", seasonal_hours=[summer])
    held = {
        day: str(office.hours_on(day))
        for day in (date(2026, 5, 29), date(2026, 6, 4), date(2026, 6, 5), date(2026, 9, 1))
    }
    assert list(held.values()) == ["08:00-17:00", "07:00-18:00", "off", "08:00-17:00"]


@pytest.mark.parametrize(
    "dates", ["11-15/02-28", "2026-11-15/2027-02-28", "2026-11-15/..", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE,SU"]
)
def test_a_season_has_its_own_hours_on_each_day_of_the_week(dates: str):
    week, other = (
        WeeklyHours(**{day.name.lower(): f"{hour + day:02}:00-20:00" for day in Weekday}) for hour in (0, 10)
    )
    office = Location(name="Office", timezone="UTC", regular_hours=week, seasonal_hours=[SeasonalHours(dates, other)])
    for day in (date(2026, 11, 1) + timedelta(days=days) for days in range(150)):
        held = (other if Dates.parse(dates).matches(day) else week).days[day.weekday()]
        midnight = datetime.combine(day, time(), UTC)
        (opening,) = office.openings(midnight, midnight + timedelta(days=1))
        assert DayHours([(opening.start.time(), opening.end.time())]) == held == office.hours_on(day)


def test_rules_that_do_not_name_the_date_say_nothing():
    assert reason(date(2026, 11, 23), hours("2026-12-25", "Christmas"), season("06-01/08-31", "Summer")) == ""


def test_29_february_is_in_leap_years_and_neither_raises_nor_is_lost_in_others():
    office = Location(name="Office", timezone="UTC", regular_hours="off", special_hours=[hours("02-29", "Leap day")])
    held = [office.hours_on(date(year, 2, 28).replace(day=day)) for year, day in ((2027, 28), (2028, 28), (2028, 29))]
    assert held == [DayHours(), DayHours(), DayHours.parse("10:00-12:00")]
