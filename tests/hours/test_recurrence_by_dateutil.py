"""Recurrences against dateutil on its way from a real start, which is the slow second answer."""

import datetime as clock
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from unittest import mock

from dateutil.rrule import rrulestr
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clinic_hours import Dates
from clinic_hours.hours.recurrence import WEEKDAYS


def occurrences(rule: str, start: date, last: date) -> Iterator[date]:
    """The dates of a rule up to a last one, by dateutil from the start, or from a start some periods before it."""
    parts = dict(part.split("=") for part in rule.split(";"))
    count, until = int(parts.pop("COUNT", 10**9)), parts.pop("UNTIL", "99991231")
    begin = start
    if parts["FREQ"] == "WEEKLY" and "BYSETPOS" in parts:
        # Places in a week are places in the whole of it; dateutil takes them in what is left of the start's own week.
        if not {"BYDAY", "BYMONTHDAY", "BYYEARDAY"} & set(parts):
            parts["BYDAY"] = WEEKDAYS[start.weekday()]
        begin -= timedelta(days=(start.weekday() - WEEKDAYS.index(parts.get("WKST", "MO"))) % 7)
    weeks = parts.pop("BYWEEKNO", None) if "BYSETPOS" not in parts else None
    if weeks and not {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYEASTER"} & set(parts):
        parts["BYMONTHDAY"] = ",".join(map(str, range(1, 32)))
    last = min(last, date.fromisoformat(until))
    found = rrulestr(
        ";".join(f"{key}={value}" for key, value in parts.items()), dtstart=datetime.combine(begin, time())
    )
    # It would go on to the end of the calendar to find that nothing more matches.
    with mock.patch.object(clock, "MAXYEAR", last.year):
        for day in (found.date() for found in found):
            if day > last or count == 0:
                return
            if day >= start and (not weeks or in_weeks(day, weeks, parts.get("WKST", "MO"))):
                count -= 1
                yield day


def in_weeks(day: date, weeks: str, week_start: str) -> bool:
    """Whether a date is in one of some weeks; dateutil errs here, so the weeks of a year are counted one by one."""
    for year in range(max(day.year - 1, 1), day.year + 2):
        fourth = date(year, 1, 4)
        begin = fourth.toordinal() - (fourth.weekday() - WEEKDAYS.index(week_start)) % 7
        starts: list[int] = []
        while begin + 3 <= date(year, 12, 31).toordinal():
            starts.append(begin)
            begin += 7
        numbers = [int(number) - 1 if int(number) > 0 else len(starts) + int(number) for number in weeks.split(",")]
        if any(0 <= number < len(starts) and 0 <= day.toordinal() - starts[number] < 7 for number in numbers):
            return True
    return False


def some(*values: object) -> st.SearchStrategy[str]:
    """One to three of some values, as a list of a rule."""
    return st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True).map(
        lambda chosen: ",".join(map(str, chosen))
    )


NTH = [f"{number}{day}" for number in (1, 2, 3, 4, 5, -1, -2, -5) for day in WEEKDAYS]
FAR_NTH = [f"{number}{day}" for number in (1, -1, 20, 52, -53) for day in WEEKDAYS]
PARTS = {
    "BYMONTH": some(*range(1, 13)),
    "BYWEEKNO": some(1, 2, 20, 52, 53, -1, -2, -53),
    "BYYEARDAY": some(1, 2, 59, 60, 61, 100, 365, 366, -1, -2, -306, -307, -365, -366),
    "BYMONTHDAY": some(1, 2, 13, 28, 29, 30, 31, -1, -2, -28, -29, -31),
    "BYDAY": some(*WEEKDAYS),
    "BYEASTER": some(0, -2, 1, 39, 60, -60),
    "BYSETPOS": some(1, 2, 3, -1, -2),
    "WKST": st.sampled_from(WEEKDAYS),
}
FAILS_AT_THE_EDGES = re.compile("BYWEEKNO|WEEKLY")
"""Rules with weeks that lie partly before or after the calendar: there dateutil fails, or sees the rest of the week alone."""
ERAS = [(1, 30), (1880, 1930), (1990, 2040), (2080, 2130), (9960, 9990), (31, 9960)]


@st.composite
def rules(draw: st.DrawFn, *, anchored: bool) -> str:
    """A rule without bounds; one that names its days by itself, if it is to be anchored."""
    frequency = draw(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"]))
    names = draw(st.sets(st.sampled_from(list(PARTS)), max_size=4))
    if anchored and not names & {"BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYEASTER"}:
        names.add("BYDAY")
    if frequency != "YEARLY":
        names -= {"BYWEEKNO", "BYEASTER"}
        names |= {"BYDAY"} if anchored else set()
    if "BYEASTER" in names:
        names.discard("BYSETPOS")
    parts = {name: draw(PARTS[name]) for name in sorted(names)}
    if "BYDAY" in names and frequency in ("YEARLY", "MONTHLY") and draw(st.booleans()):
        # dateutil fails for the sixth of a month.
        far = frequency == "YEARLY" and "BYMONTH" not in names
        parts["BYDAY"] = draw(some(*FAR_NTH) if far else some(*NTH))
    return ";".join(f"{key}={value}" for key, value in ({"FREQ": frequency} | parts).items())


@st.composite
def moments(draw: st.DrawFn) -> date:
    """A date of one of the eras, century years and both ends of the calendar among them."""
    low, high = draw(st.sampled_from(ERAS))
    return draw(st.dates(date(low, 1, 1), date(high, 12, 31)))


@st.composite
def bounded(draw: st.DrawFn) -> tuple[str, date]:
    """A rule with bounds, and its start."""
    rule, start = draw(rules(anchored=False)), draw(moments())
    if start.year == 1 and FAILS_AT_THE_EDGES.search(rule):
        start = start.replace(year=5)
    if draw(st.booleans()):
        rule += f";INTERVAL={draw(st.sampled_from([2, 3, 4, 5, 7, 10, 13, 53, 60]))}"
    bound = draw(st.sampled_from(["", "COUNT", "UNTIL"]))
    if bound == "COUNT":
        rule += f";COUNT={draw(st.sampled_from([1, 2, 3, 10, 50]))}"
    elif bound:
        until = min(start.toordinal() + draw(st.integers(0, 3000)), date.max.toordinal())
        rule += f";UNTIL={date.fromordinal(until)}".replace("-", "")
    return rule, start


def window(rule: str, low: int, length: int) -> tuple[date, date]:
    """A first and a last date inside of the part of the calendar in which dateutil can answer."""
    end = date(9998, 12, 31) if FAILS_AT_THE_EDGES.search(rule) else date.max
    low = min(max(low, 1), end.toordinal() - length)
    return date.fromordinal(low), date.fromordinal(low + length)


@settings(max_examples=8 * settings().max_examples)
@given(bounded(), st.integers(-400, 2000) | st.integers(-400, 60_000), st.integers(0, 1500))
@example(("FREQ=WEEKLY;BYYEARDAY=366,59,-366;BYDAY=SA", date(1995, 4, 17)), 0, 1500)
@example(("FREQ=YEARLY;BYEASTER=-2;BYDAY=FR;COUNT=3", date(2026, 5, 1)), -100, 1500)
@example(("FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1", date(2026, 1, 7)), 0, 20)
def test_a_rule_with_a_start_is_what_dateutil_finds_from_there(drawn: tuple[str, date], ahead: int, length: int):
    rule, start = drawn
    first, last = window(rule, start.toordinal() + ahead, length)
    expected = [day for day in occurrences(rule, start, last) if day >= first]
    assert Dates.recurring(rule, start).in_range(first, last) == expected
    assert Dates.recurring(rule, start).matches(first) == (first in expected)


@settings(max_examples=4 * settings().max_examples)
@given(rules(anchored=True), moments(), st.integers(0, 1500))
@example("FREQ=WEEKLY;BYYEARDAY=-366;BYDAY=SA", date(2026, 1, 1), 1500)
def test_a_rule_without_a_start_is_what_dateutil_finds_from_some_years_before(rule: str, first: date, length: int):
    first, last = window(rule, first.toordinal(), length)
    before = date(max(first.year - 2, 2 if FAILS_AT_THE_EDGES.search(rule) else 1), 1, 1)
    expected = [day for day in occurrences(rule, before, last) if day >= first]
    found = [day for day in Dates.recurring(rule).in_range(first, last) if day >= before]
    assert found == expected
