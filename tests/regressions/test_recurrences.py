"""What recurrence rules got wrong once."""

from datetime import date

import pytest

from clinic_hours import Dates, InvalidDatesError
from steps import steps

YEAR = date(2026, 1, 1), date(2026, 12, 31)


def test_a_weekly_rule_ran_over_the_end_of_the_calendar():
    # dateutil looks for its next date in the week after 31 December 9999, and raises ValueError.
    for rule in ("FREQ=WEEKLY;BYYEARDAY=-366;BYDAY=SA", "FREQ=WEEKLY;BYMONTH=1,3;BYYEARDAY=60,1,2;INTERVAL=5;COUNT=10"):
        dates = Dates.recurring(rule, date(2039, 11, 25))
        assert dates.in_range(date(2039, 1, 1), date(2041, 1, 1)) == dates.in_range(
            date(2039, 11, 25), date(2041, 1, 1)
        )
    assert Dates.recurring("FREQ=WEEKLY;BYYEARDAY=-366;BYDAY=SA").in_range(*YEAR) == []


@pytest.mark.parametrize("never", ["53SU", "20TU", "6MO", "-53MO", "-6MO"])
@pytest.mark.parametrize("rule", ["FREQ=MONTHLY", "FREQ=YEARLY;BYMONTH=3,10,12", "FREQ=MONTHLY;BYMONTH=12"])
def test_a_weekday_that_no_month_has_so_often_took_the_others_with_it(rule: str, never: str):
    # dateutil raises IndexError for it, towards the end of a year.
    found = Dates.recurring(f"{rule};BYDAY=1MO,{never}").in_range(*YEAR)
    assert found == Dates.recurring(f"{rule};BYDAY=1MO").in_range(*YEAR)
    assert found[-1] == date(2026, 12, 7)


@pytest.mark.parametrize(
    "rule", ["FREQ=YEARLY;BYEASTER=0;BYDAY=MO", "FREQ=YEARLY;BYEASTER=49;BYMONTH=8;COUNT=2;INTERVAL=4"]
)
def test_easter_was_looked_for_up_to_the_end_of_the_calendar_in_each_year(rule: str):
    def look() -> None:
        assert Dates.recurring(rule, date(1900, 1, 1)).in_range(date(1900, 1, 1), date(2300, 1, 1)) == []

    steps(look, "dateutil", at_most=1_000_000)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY;BYDAY=TH,WE;BYSETPOS=5;INTERVAL=53;COUNT=2",
        "FREQ=DAILY;BYYEARDAY=-365;BYMONTHDAY=3;INTERVAL=60;COUNT=50",
    ],
)
def test_a_count_of_a_rare_rule_looked_for_each_of_its_years_up_to_the_end_of_the_calendar(rule: str):
    steps(lambda: Dates.recurring(rule, date(2026, 1, 1)).in_range(*YEAR), "dateutil", at_most=1_000_000)


def test_days_before_easter_wrapped_around_to_december():
    # dateutil counts back from the first day of the year to its last.
    assert Dates.recurring("FREQ=YEARLY;BYEASTER=-100,1").in_range(date(7680, 1, 1), date(7680, 12, 31)) == [
        date(7680, 4, 1)
    ]


@pytest.mark.parametrize("until", ["2026-W01", "2026W011"])
def test_until_took_a_week_for_a_date(until: str):
    with pytest.raises(InvalidDatesError, match=f"UNTIL={until} in the recurrence is not a value of UNTIL"):
        Dates.recurring(f"FREQ=DAILY;UNTIL={until}")


def test_the_first_days_of_january_were_in_another_last_week_than_the_calendars():
    # dateutil counts the weeks of the year before by the length of this one: 1 January 2011 is a Saturday of week 52.
    assert Dates.recurring("FREQ=YEARLY;BYWEEKNO=52").matches(date(2011, 1, 1))
    assert not Dates.recurring("FREQ=YEARLY;BYWEEKNO=53").matches(date(2011, 1, 1))
    assert Dates.recurring("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SA").matches(date(2011, 1, 1))
