"""Public holidays, as the `holidays` package knows them."""

import os
import subprocess
import sys
from datetime import date, timedelta

import pytest

from clinic_hours import Dates, UnknownHolidayError, WrongTypeError
from clinic_hours.hours.date_kinds import ONCE_A_YEAR
from clinic_hours.hours.holiday import names_on
from clinic_hours.hours.holiday import year as year_of_holidays

holidays = pytest.importorskip("holidays")
pytestmark = pytest.mark.holidays

ASKS = """
from datetime import date
from clinic_hours import Dates
year = date(2026, 1, 1), date(2026, 12, 31)
for text in ("DE: Erster Weihnachtstag", "US: Christmas Day", "BE: Kerstmis", "CA-QC: *", "TR: Ramazan Bayramı"):
    print(text, *Dates.parse(text).in_range(*year))
"""


def in_year(dates: Dates, year: int) -> list[str]:
    """The dates of a year as texts."""
    return [str(day) for day in dates.in_range(date(year, 1, 1), date(year, 12, 31))]


@pytest.mark.parametrize(
    ("dates", "text", "in_2026"),
    [
        (Dates.holiday("US", "Thanksgiving Day"), "US: Thanksgiving Day", ["2026-11-26"]),
        (
            Dates.holiday("US", "Independence Day", observed=True),
            "US: Independence Day & observed",
            ["2026-07-03", "2026-07-04"],
        ),
        (Dates.holiday("US", "Independence Day"), "US: Independence Day", ["2026-07-04"]),
        (Dates.holiday("US", "Cesar Chavez Day", subdivision="CA"), "US-CA: Cesar Chavez Day", ["2026-03-31"]),
        (Dates.holiday("DE", " Erster Mai "), "DE: Erster Mai", ["2026-05-01"]),
        (Dates.holiday("DE", "Fronleichnam", subdivision="BY"), "DE-BY: Fronleichnam", ["2026-06-04"]),
    ],
    ids=str,
)
def test_a_holiday_has_a_name_in_a_calendar(dates: Dates, text: str, in_2026: list[str]):
    assert str(dates) == text
    assert Dates.parse(text) == dates
    assert Dates.parse(text.replace(": ", " :  ").replace(" & ", " & ")) == dates
    assert in_year(dates, 2026) == in_2026
    assert dates.matches(date.fromisoformat(in_2026[0]))
    assert not dates.matches(date.fromisoformat(in_2026[0]) - timedelta(days=1))


def test_the_day_itself_and_the_day_that_is_taken_instead():
    christmas, observed = Dates.holiday("US", "Christmas Day"), Dates.holiday("US", "Christmas Day", observed=True)
    assert in_year(christmas, 2027) == ["2027-12-25"]
    assert in_year(observed, 2027) == ["2027-12-24", "2027-12-25"]
    assert christmas != observed
    new_year = Dates.holiday("US", "New Year's Day", observed=True)
    assert in_year(new_year, 2027) == ["2027-01-01", "2027-12-31"], (
        "that of 2028 is taken on Friday, in the year before"
    )


def test_a_whole_calendar_is_every_holiday_of_it():
    every = Dates.holidays("US", subdivision="NJ")
    assert str(every) == "US-NJ: *"
    assert Dates.parse("US-NJ: *") == every
    known = holidays.country_holidays("US", subdiv="NJ", years=2026, observed=False)
    assert every.in_range(date(2026, 1, 1), date(2026, 12, 31)) == sorted(known)
    assert "2026-07-03" in in_year(Dates.holidays("US", observed=True), 2026)
    assert "2026-07-03" not in in_year(Dates.holidays("US"), 2026)


def test_two_holidays_of_one_date_are_both_names_of_it():
    for name in ("Erster Mai", "Christi Himmelfahrt"):
        assert "2008-05-01" in in_year(Dates.holiday("DE", name), 2008)
    assert names_on("DE", "", date(2008, 5, 1)) == ("Christi Himmelfahrt", "Erster Mai")
    assert in_year(Dates.holiday("DE", "Christi Himmelfahrt"), 2009) == ["2009-05-21"]


def test_the_names_of_a_date():
    assert names_on("US", "", date(2026, 12, 25)) == ("Christmas Day",)
    assert names_on("US", "", date(2026, 12, 24)) == ()
    assert names_on("US", "", date(2027, 12, 24)) == (), "a day that is taken instead is none itself"
    assert names_on("US", "CA", date(2026, 3, 31)) == ("Cesar Chavez Day",)
    assert names_on("US", "", date(1600, 12, 25)) == ()


@pytest.mark.parametrize(
    ("text", "year", "found"),
    [
        ("TR: Ramazan Bayramı", 2035, ["2035-12-01", "2035-12-02", "2035-12-03"]),  # "… (tahmini)"
        ("MY: Hari Wesak & observed", 2026, ["2026-05-31", "2026-06-02"]),  # "Cuti …"
        ("MY: Hari Wesak", 2026, ["2026-05-31"]),
        ("SG: Deepavali & observed", 2026, ["2026-11-08", "2026-11-09"]),  # "… (observed)"
        ("EG: رأس السنة الهجرية & observed", 2026, ["2026-06-18"]),  # observed and estimated
    ],
)
def test_labels_for_estimated_and_observed_days_are_no_part_of_a_name(text: str, year: int, found: list[str]):
    assert in_year(Dates.parse(text), year) == found


def test_a_calendar_knows_a_span_of_years_and_nothing_outside_of_it():
    first, last = holidays.US.start_year, holidays.US.end_year
    christmas = Dates.holiday("US", "Christmas Day")
    found = christmas.in_range(date.min, date.max)
    assert (found[0].year, found[-1]) == (1870, date(last, 12, 25))
    assert Dates.holidays("US").in_range(date.min, date(first - 1, 12, 31)) == []
    assert Dates.holidays("US").in_range(date(last + 1, 1, 1), date.max) == []
    assert not christmas.matches(date(last + 1, 12, 25))
    assert christmas.kind.bounds == (date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal())


def test_a_holiday_comes_once_a_year():
    kind = Dates.holiday("US", "Christmas Day").kind
    assert (kind.rarity, kind.length) == (ONCE_A_YEAR, 1)


def test_a_holiday_of_long_ago_is_known_by_its_name():
    days = Dates.holiday("DE", "Buß- und Bettag").in_range(date.min, date.max)
    assert [day.year for day in days] == [1991, 1992, 1993, 1994]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("US: Thanksgivin", "the calendar US never has a holiday 'Thanksgivin'; near ones: 'Thanksgiving Day', "),
        ("US: Cesar Chavez Day", "the calendar US never has a holiday 'Cesar Chavez Day'; near ones: "),
        ("DE: Christmas Day", "the calendar DE never has a holiday 'Christmas Day'; near ones: "),
        (
            "US-CA: Cesar Chaves Day",
            "the calendar US-CA never has a holiday 'Cesar Chaves Day'; near ones: 'Cesar Chavez Day'",
        ),
        ("US: christmas day", "the calendar US never has a holiday 'christmas day'; near ones: 'Christmas Day'"),
        (
            "US: Christmas Day (observed)",
            "the calendar US never has a holiday 'Christmas Day (observed)'; near ones: 'Christmas Day'",
        ),
        ("UX: Christmas Day", "no holiday calendar has the code 'UX'; near ones: "),
        ("us: Christmas Day", "no holiday calendar has the code 'us'"),
        (": Christmas Day", "no holiday calendar has the code ''"),
        ("12:00", "no holiday calendar has the code '12'"),
        ("US-ZZ: *", "the holiday calendar US has no subdivision 'ZZ'; near ones: AZ, "),
        ("US-: *", "US-: *"),
        ("SM-X: *", "the holiday calendar SM has no subdivision 'X'"),
    ],
)
def test_what_a_calendar_never_has_is_refused_with_what_is_near(text: str, told: str):
    if told == text:
        assert Dates.parse(text) == Dates.holidays("US")
        return
    with pytest.raises(UnknownHolidayError) as caught:
        Dates.parse(text)
    assert str(caught.value).startswith(told)
    assert isinstance(caught.value, ValueError)


def test_a_calendar_without_subdivisions_says_so():
    bare = next(code for code, parts in holidays.list_supported_countries().items() if not parts)
    with pytest.raises(UnknownHolidayError, match=f"the holiday calendar {bare} has no subdivision 'X'; it has none"):
        Dates.holidays(bare, subdivision="X")


def test_every_subdivision_has_a_notation():
    supported = holidays.list_supported_countries(include_aliases=False)
    for country, subdivisions in supported.items():
        for subdivision in subdivisions:
            dates = Dates.holidays(country, subdivision=subdivision)
            assert Dates.parse(str(dates)) == dates


@pytest.mark.parametrize("given", [None, 5, b"US", ["US"]], ids=repr)
def test_another_type_than_a_text_is_a_type_error(given):
    for act in (
        lambda: Dates.holiday(given, "Christmas Day"),
        lambda: Dates.holiday("US", given),
        lambda: Dates.holiday("US", "Christmas Day", subdivision=given),
        lambda: Dates.holidays(given),
    ):
        with pytest.raises(WrongTypeError, match=f"a text is meant here, not {type(given).__name__}"):
            act()


@pytest.mark.parametrize(
    "act",
    [
        lambda huge: Dates.holiday("US", huge),
        lambda huge: Dates.holiday(huge, "Christmas Day"),
        lambda huge: Dates.holiday("US", "Christmas Day", subdivision=huge),
        lambda huge: Dates.parse(f"US: {huge}"),
    ],
    ids=["name", "country", "subdivision", "text"],
)
def test_a_huge_name_is_refused_at_once(act):
    with pytest.raises(UnknownHolidayError) as caught:
        act("x" * 10_000_000)
    assert len(str(caught.value)) < 300


def test_names_do_not_follow_the_locale_of_the_machine():
    answers = set()
    for locale in ("de_DE.UTF-8", "en_US.UTF-8"):
        spoken = {"LANGUAGE": locale, "LANG": locale, "LC_ALL": locale, "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, "-c", ASKS], env=os.environ | spoken, capture_output=True, text=True, encoding="utf-8"
        )
        assert done.returncode == 0, done.stderr
        answers.add(done.stdout)
    (answer,) = answers
    assert answer.splitlines()[:3] == [
        "DE: Erster Weihnachtstag 2026-12-25",
        "US: Christmas Day 2026-12-25",
        "BE: Kerstmis 2026-12-25",
    ]


@pytest.mark.parametrize("year", [2027, 2028])
def test_the_holidays_of_a_year_are_in_that_year(year: int):
    """A day that is taken for one of the next year's, or the last year's, must not be counted twice or out of order."""
    for country in holidays.list_supported_countries():
        if holidays_of := year_of_holidays(country, "", True, year):
            days = [date.fromordinal(day) for day, _ in holidays_of]
            assert {day.year for day in days} == {year}, country
            assert days == sorted(set(days)), country
