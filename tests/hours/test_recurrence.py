"""Recurrences by example: which dates they are, what is refused, and their one spelling."""

from datetime import date

import pytest

from clinic_hours import Dates, InvalidDatesError
from clinic_hours.hours.date_kinds import EVERYWHERE, NOWHERE
from clinic_hours.hours.recurrence import Recurrence
from steps import steps

CALENDAR = (date.min, date.max)


def days(*texts: str) -> list[date]:
    return [date.fromisoformat(text) for text in texts]


def refusal(rule: str, start: date | None = None) -> str:
    """What is said to someone who writes such a rule."""
    with pytest.raises(InvalidDatesError) as caught:
        Dates.recurring(rule, start)
    return str(caught.value)


@pytest.mark.parametrize(
    ("rule", "first", "found"),
    [
        ("FREQ=YEARLY;BYMONTH=2;BYDAY=6MO,1TU", "2026-12-01", ["2027-02-02", "2028-02-01"]),
        ("FREQ=MONTHLY;BYDAY=2SA,4SA", "2026-12-01", ["2026-12-12", "2026-12-26", "2027-01-09", "2027-01-23"]),
        ("FREQ=MONTHLY;BYDAY=1TH", "2026-12-01", ["2026-12-03", "2027-01-07"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-02-01", ["2026-02-27", "2026-03-27"]),
        ("FREQ=MONTHLY;BYDAY=5MO", "2026-01-01", ["2026-03-30", "2026-06-29"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-01", ["2026-01-31", "2026-03-31", "2026-05-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2028-02-01", ["2028-02-29", "2028-03-31"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-01-01", ["2026-01-30", "2026-02-27", "2026-03-31"]),
        ("FREQ=WEEKLY;BYDAY=MO,FR", "2026-12-28", ["2026-12-28", "2027-01-01", "2027-01-04"]),
        ("FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=-1", "2026-12-28", ["2027-01-01", "2027-01-08"]),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29", "2026-01-01", ["2028-02-29", "2032-02-29"]),
        ("FREQ=YEARLY;BYDAY=1MO", "2026-01-01", ["2026-01-05", "2027-01-04"]),
        ("FREQ=YEARLY;BYMONTH=9;BYDAY=1MO", "2026-01-01", ["2026-09-07", "2027-09-06"]),
        ("FREQ=YEARLY;BYYEARDAY=366", "2026-01-01", ["2028-12-31", "2032-12-31"]),
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "2020-01-01", ["2020-12-28", "2026-12-28", "2032-12-27"]),
        ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", "2024-01-02", ["2024-12-30", "2025-12-29", "2027-01-04"]),
        ("FREQ=YEARLY;BYEASTER=-2,1", "2026-01-01", ["2026-04-03", "2026-04-06", "2027-03-26", "2027-03-29"]),
        ("FREQ=YEARLY;BYEASTER=0;BYMONTH=3", "2026-01-01", ["2027-03-28", "2032-03-28"]),
        ("FREQ=YEARLY;BYEASTER=0;BYMONTHDAY=5", "2021-01-01", ["2026-04-05", "2037-04-05"]),
    ],
)
def test_a_rule_without_a_start_matches_past_and_future_alike(rule: str, first: str, found: list[str]):
    dates, expected = Dates.recurring(rule), days(*found)
    assert dates.in_range(date.fromisoformat(first), expected[-1]) == expected
    assert all(dates.matches(day) for day in expected)
    # The calendar repeats itself after 400 years, but Easter does not.
    if "EASTER" not in rule:
        for years in (-1600, 400, 7200):
            moved = [day.replace(year=day.year + years) for day in (date.fromisoformat(first), *expected)]
            assert dates.in_range(moved[0], moved[-1]) == moved[1:]


def test_a_weekday_that_no_month_has_so_often_is_on_no_date():
    assert Dates.recurring("FREQ=MONTHLY;BYDAY=6MO").in_range(date(2026, 1, 1), date(2030, 12, 31)) == []


@pytest.mark.parametrize(
    ("start", "rule", "found"),
    [
        ("2020-12-21", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", ["2020-12-21", "2021-01-04", "2021-01-18"]),
        ("2020-12-22", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU", ["2020-12-22", "2021-01-04", "2021-01-05"]),
        ("2026-01-04", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU", ["2026-01-04", "2026-01-05", "2026-01-18"]),
        ("2026-01-04", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO", ["2026-01-04", "2026-01-12", "2026-01-18"]),
        ("2026-01-07", "FREQ=WEEKLY", ["2026-01-07", "2026-01-14"]),
        ("2026-01-31", "FREQ=MONTHLY", ["2026-01-31", "2026-03-31", "2026-05-31"]),
        ("2026-01-31", "FREQ=MONTHLY;INTERVAL=5", ["2026-01-31", "2028-07-31", "2028-12-31"]),
        ("2024-02-29", "FREQ=YEARLY", ["2024-02-29", "2028-02-29"]),
        ("2026-05-17", "FREQ=YEARLY;BYMONTH=3,7", ["2026-07-17", "2027-03-17", "2027-07-17"]),
        ("2026-05-17", "FREQ=YEARLY;INTERVAL=3", ["2026-05-17", "2029-05-17"]),
        ("2026-12-30", "FREQ=DAILY;INTERVAL=3", ["2026-12-30", "2027-01-02", "2027-01-05"]),
        ("2026-01-01", "FREQ=DAILY;INTERVAL=400", ["2026-01-01", "2027-02-05", "2028-03-11"]),
        ("2026-01-01", "FREQ=WEEKLY;INTERVAL=60", ["2026-01-01", "2027-02-25"]),
        ("2026-01-01", "FREQ=MONTHLY;INTERVAL=30", ["2026-01-01", "2028-07-01"]),
    ],
)
def test_an_interval_counts_from_the_start(start: str, rule: str, found: list[str]):
    dates, expected = Dates.recurring(rule, date.fromisoformat(start)), days(*found)
    assert dates.in_range(date.min, expected[-1]) == expected


@pytest.mark.parametrize("count", [1, 2, 3, 4, 40])
def test_a_count_ends_a_rule(count: int):
    rule = f"FREQ=MONTHLY;BYDAY=2SA,4SA;COUNT={count}"
    endless = Dates.recurring("FREQ=MONTHLY;BYDAY=2SA,4SA", date(2026, 1, 11)).in_range(date.min, date(2030, 1, 1))
    assert Dates.recurring(rule, date(2026, 1, 11)).in_range(*CALENDAR) == endless[:count]


@pytest.mark.parametrize(
    ("until", "last"), [("20260123", 10), ("20260124", 24), ("20260124T235959Z", 24), ("20260213", 24)]
)
def test_until_is_the_last_date_that_may_be(until: str, last: int):
    for start in (None, date(2026, 1, 1)):
        dates = Dates.recurring(f"FREQ=MONTHLY;BYDAY=2SA,4SA;UNTIL={until}", start)
        assert dates.in_range(date(2026, 1, 1), date.max)[-1] == date(2026, 1, last)
        assert dates.matches(date(2025, 12, 27)) == (start is None)


def test_the_first_and_last_years_of_the_calendar():
    dates = Dates.recurring("FREQ=WEEKLY;BYDAY=MO,FR")
    assert dates.in_range(date.min, date(1, 1, 12)) == days("0001-01-01", "0001-01-05", "0001-01-08", "0001-01-12")
    assert dates.in_range(date(9999, 12, 24), date.max) == days("9999-12-24", "9999-12-27", "9999-12-31")
    assert Dates.recurring("FREQ=DAILY").in_range(date(9999, 12, 30), date.max) == days("9999-12-30", "9999-12-31")
    started = Dates.recurring("FREQ=DAILY;INTERVAL=2", date(9999, 12, 29))
    assert started.in_range(*CALENDAR) == days("9999-12-29", "9999-12-31")
    assert Dates.recurring("FREQ=YEARLY", date(1, 1, 1)).in_range(date.min, date(3, 1, 1)) == days(
        "0001-01-01", "0002-01-01", "0003-01-01"
    )


NEVER = [
    *("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31", "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2"),
    *("FREQ=YEARLY;BYEASTER=0;BYDAY=MO", "FREQ=YEARLY;BYEASTER=0;BYMONTH=5", "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=20"),
    *(
        "FREQ=WEEKLY;BYYEARDAY=100;BYMONTH=1",
        "FREQ=YEARLY;BYYEARDAY=1;BYDAY=MO;BYMONTHDAY=2",
        "FREQ=MONTHLY;BYDAY=20MO",
    ),
    *("FREQ=YEARLY;BYMONTH=12;BYDAY=53SU", "FREQ=WEEKLY;BYYEARDAY=-366;BYMONTH=12"),
]


@pytest.mark.parametrize("rule", NEVER)
@pytest.mark.parametrize("bound", ["", ";COUNT=3", ";INTERVAL=7", ";INTERVAL=53;COUNT=3"])
def test_a_rule_that_never_matches_is_found_out_at_once(rule: str, bound: str):
    def look() -> None:
        assert Dates.recurring(rule + bound, date(2026, 1, 1)).in_range(date(1999, 1, 1), date(2410, 1, 1)) == []

    # One year in which dateutil goes on to the end of the calendar costs some 100,000 lines; there are 400.
    steps(look, "dateutil", at_most=1_000_000)


# What is refused, and the one spelling


@pytest.mark.parametrize("frequency", ["HOURLY", "MINUTELY", "SECONDLY", "FORTNIGHTLY", ""])
def test_a_frequency_is_of_dates(frequency: str):
    assert (
        refusal(f"FREQ={frequency}")
        == f"FREQ={frequency} is not a frequency of dates: YEARLY, MONTHLY, WEEKLY, DAILY are"
    )
    assert refusal("BYDAY=MO") == "'BYDAY=MO' has no FREQ; a frequency of dates: YEARLY, MONTHLY, WEEKLY, DAILY are"


@pytest.mark.parametrize("part", ["INTERVAL=2", "COUNT=3"])
def test_what_counts_from_a_start_needs_one(part: str):
    name, rule = part.partition("=")[0], f"FREQ=WEEKLY;{part};BYDAY=MO"
    assert refusal(rule) == f"{name} counts from a start, and {rule!r} has none: write DTSTART:20260105 RRULE:{rule}"
    assert Dates.recurring(rule, date(2026, 1, 5)).matches(date(2026, 1, 5))


@pytest.mark.parametrize(
    "rule", ["FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=3", "FREQ=MONTHLY;BYSETPOS=1"]
)
def test_a_rule_without_days_needs_a_start(rule: str):
    assert (
        refusal(rule) == f"{rule!r} does not say on which days; add BYDAY or BYMONTHDAY, or a start: DTSTART:20260105"
    )
    assert Dates.recurring(rule, date(2026, 3, 5)).matches(date(2026, 3, 5))


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("", "'' in the recurrence is not one KEY=VALUE; write FREQ=MONTHLY;BYDAY=2SA,4SA"),
        ("FREQ=DAILY;", "'' in the recurrence is not one KEY=VALUE"),
        ("DAILY", "'DAILY' in the recurrence is not one KEY=VALUE"),
        ("FREQ=DAILY;FREQ=DAILY", "'FREQ=DAILY' in the recurrence is not one KEY=VALUE"),
        ("FREQ=DAILY;FOO=1", "a recurrence of dates has no part 'FOO'; there are FREQ, INTERVAL, COUNT, UNTIL"),
        ("FREQ=DAILY;BYHOUR=9", "a recurrence of dates has no part 'BYHOUR'; dates have no clock"),
        ("FREQ=DAILY;BYMINUTE=9", "a recurrence of dates has no part 'BYMINUTE'; dates have no clock"),
        ("FREQ=DAILY;BYSECOND=9", "a recurrence of dates has no part 'BYSECOND'; dates have no clock"),
        ("FREQ=WEEKLY;BYDAY=2MO", "BYDAY=2MO counts days of a month or year, so FREQ must be MONTHLY or YEARLY"),
        ("FREQ=DAILY;BYDAY=MO,-1TU", "BYDAY=-1TU,MO counts days of a month or year"),
        ("FREQ=MONTHLY;BYEASTER=0", "BYEASTER and BYWEEKNO go with FREQ=YEARLY"),
        ("FREQ=WEEKLY;BYWEEKNO=2", "BYEASTER and BYWEEKNO go with FREQ=YEARLY"),
        ("FREQ=YEARLY;BYEASTER=0;BYSETPOS=1", "BYEASTER names its days by itself, so BYSETPOS does not go with it"),
        ("FREQ=DAILY;UNTIL=20251231", "'FREQ=DAILY;UNTIL=20251231' ends before its start, 2026-01-01"),
        ("FREQ=DAILY" + ";" * 991, "a recurrence of 1,001 characters is too long; at most 1,000"),
    ],
)
def test_what_is_no_rule_is_refused_with_what_to_write(rule: str, told: str):
    assert refusal(rule, date(2026, 1, 1)).startswith(told)


VALUES = {
    "BYMONTH": ["0", "13", "-1", "1.5", "", "x", "1,,2"],
    "BYMONTHDAY": ["0", "32", "-32", "", "1,0"],
    "BYYEARDAY": ["0", "367", "-367"],
    "BYWEEKNO": ["0", "54", "-54"],
    "BYSETPOS": ["0", "367", "-367"],
    "BYDAY": ["", "M", "XX", "0MO", "54MO", "-54MO", "MO,", "MO,XX", "1.5MO", "+MO"],
    "BYEASTER": ["251", "-251", "x", "", "0,251"],
    "INTERVAL": ["0", "-1", "1000000001", "x", ""],
    "COUNT": ["0", "-1", "1000000001", "x", ""],
    "UNTIL": ["", "2026", "20261301", "2026-W01", "2026W011", "tomorrow"],
    "WKST": ["", "M", "XX", "1MO", "MO,TU"],
}


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in VALUES.items() for value in values])
def test_a_value_that_cannot_be_is_refused_by_name(key: str, value: str):
    told = f"{key}={value.upper()} in the recurrence is not a value of {key}"
    assert refusal(f"FREQ=YEARLY;{key}={value}", date(2025, 1, 1)) == told


@pytest.mark.parametrize(
    ("key", "low", "high"),
    [
        ("BYMONTH", 1, 12),
        ("BYMONTHDAY", -31, 31),
        ("BYYEARDAY", -366, 366),
        ("BYWEEKNO", -53, 53),
        ("BYSETPOS", -366, 366),
    ],
)
def test_the_first_and_last_values_are_fine(key: str, low: int, high: int):
    assert f"{key}={low},{high}" in str(Dates.recurring(f"FREQ=YEARLY;{key}={high},{low}", date(2026, 1, 1)))
    for name, most in (
        ("BYEASTER", "-250,250"),
        ("BYDAY", "-53MO,53MO"),
        ("INTERVAL", "1000000000"),
        ("COUNT", "1000000000"),
    ):
        assert f"{name}={most}" in str(Dates.recurring(f"FREQ=YEARLY;{name}={most}", date(2026, 1, 1)))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("FREQ=MONTHLY;BYDAY=4SA,2SA", "FREQ=MONTHLY;BYDAY=2SA,4SA"),
        ("BYDAY=2SA,4SA;FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=2SA,4SA"),
        (" rrule:freq=monthly ; byday= +2sa , 04SA,2SA ", "FREQ=MONTHLY;BYDAY=2SA,4SA"),
        ("FREQ=MONTHLY;INTERVAL=1;BYDAY=2SA,4SA;WKST=MO", "FREQ=MONTHLY;BYDAY=2SA,4SA"),
        ("FREQ=YEARLY;BYMONTHDAY=10,-1,02,2;BYMONTH=03", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1,2,10"),
        ("FREQ=WEEKLY;BYDAY=SU,MO;WKST=SU", "FREQ=WEEKLY;BYDAY=MO,SU;WKST=SU"),
        ("FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231T235959Z", "FREQ=WEEKLY;UNTIL=20261231;BYDAY=MO"),
        ("FREQ=YEARLY;BYEASTER=1,-2,+1", "FREQ=YEARLY;BYEASTER=-2,1"),
    ],
)
def test_a_rule_has_one_spelling(written: str, text: str):
    assert str(Dates.recurring(written)) == f"RRULE:{text}"
    assert Dates.recurring(written) == Dates.recurring(text) == Dates.parse(f"RRULE:{text}") == Dates.parse(text)


@pytest.mark.parametrize(
    "text",
    ["dtstart:20260105 rrule:freq=daily", "DTSTART:2026-01-05 RRULE:FREQ=DAILY", "DTSTART:20260105\nRRULE:FREQ=DAILY"],
)
def test_a_start_stands_before_the_rule(text: str):
    assert Dates.parse(text) == Dates.recurring("FREQ=DAILY", date(2026, 1, 5))


@pytest.mark.parametrize("given", ["2026", "20261301", "2026-01", "", "tomorrow", "20260105T090000"])
def test_a_start_that_is_no_date_is_refused(given: str):
    with pytest.raises(InvalidDatesError, match="is not a date; write it as 2026-12-24"):
        Dates.parse(f"DTSTART:{given} RRULE:FREQ=DAILY")


@pytest.mark.parametrize(
    ("rule", "start", "bounds", "cycles"),
    [
        ("FREQ=DAILY", None, EVERYWHERE, 1),
        ("FREQ=DAILY", "2026-01-05", ("2026-01-05", "2026-01-05"), 1),
        ("FREQ=DAILY;UNTIL=20260301", None, ("2026-03-01", "2026-03-01"), 1),
        ("FREQ=DAILY;UNTIL=20260301", "2026-01-05", ("2026-01-05", "2026-03-01"), 1),
        ("FREQ=DAILY;COUNT=10", "2026-01-05", ("2026-01-05", "2026-01-14"), 1),
        ("FREQ=MONTHLY;BYMONTHDAY=1,2,15;COUNT=5", "2026-01-05", ("2026-01-05", "2026-03-01"), 1),
        ("FREQ=MONTHLY;BYMONTHDAY=1,2,15;COUNT=6", "2026-01-05", ("2026-01-05", "2026-03-02"), 1),
        ("FREQ=YEARLY;BYEASTER=0", None, NOWHERE, 1),
        ("FREQ=YEARLY;INTERVAL=3", "2026-01-05", ("2026-01-05", "2026-01-05"), 3),
        ("FREQ=YEARLY;INTERVAL=4", "2026-01-05", ("2026-01-05", "2026-01-05"), 1),
        ("FREQ=MONTHLY;INTERVAL=7", "2026-01-05", ("2026-01-05", "2026-01-05"), 7),
        ("FREQ=WEEKLY;INTERVAL=2", "2026-01-05", ("2026-01-05", "2026-01-05"), 2),
        ("FREQ=WEEKLY;INTERVAL=6", "2026-01-05", ("2026-01-05", "2026-01-05"), 2),
        ("FREQ=DAILY;INTERVAL=6", "2026-01-05", ("2026-01-05", "2026-01-05"), 2),
    ],
)
def test_from_where_on_a_rule_repeats_itself_with_the_calendar(rule: str, start: str | None, bounds, cycles: int):
    found = Recurrence(rule, date.fromisoformat(start) if start else None)
    assert found.bounds == tuple(
        edge if isinstance(edge, int) else date.fromisoformat(edge).toordinal() for edge in bounds
    )
    assert found.cycles == cycles == Dates.recurring(rule, found.start).kind.cycles
