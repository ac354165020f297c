"""Which dates: every way to name them but recurrences and holidays, which have files of their own."""

import pickle
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from clinic_hours import ClinicHoursError, Dates, InvalidDatesError, MissingExtraError, WrongTypeError
from clinic_hours.hours import holiday
from clinic_hours.hours.date_kinds import DATED, EVERYWHERE, FOREVER, MONTHLY, ONCE_A_YEAR, WEEKLY

ADAPTER = TypeAdapter(Dates)
FIRST, LAST = date.min, date.max
ONE_DAY = timedelta(days=1)


def unread(text: str) -> str:
    """What is said to someone who writes such dates."""
    with pytest.raises(InvalidDatesError) as caught:
        Dates.parse(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("dates", "text"),
    [
        (Dates.on(date(2026, 12, 24)), "2026-12-24"),
        (Dates.between(date(2026, 8, 3), date(2026, 8, 14)), "2026-08-03/2026-08-14"),
        (Dates.between(date(2026, 8, 3), None), "2026-08-03/.."),
        (Dates.on(date(1, 1, 1)), "0001-01-01"),
        (Dates.between(FIRST, LAST), "0001-01-01/9999-12-31"),
        (Dates.yearly("12-25"), "12-25"),
        (Dates.yearly("12-24", "01-01"), "12-24/01-01"),
        (Dates.yearly(" 02-29 "), "02-29"),
        (Dates.easter(), "easter"),
        (Dates.easter(-2), "easter-2"),
        (Dates.easter(39), "easter+39"),
        (Dates.recurring("FREQ=MONTHLY;BYDAY=2SA,4SA"), "RRULE:FREQ=MONTHLY;BYDAY=2SA,4SA"),
        (
            Dates.recurring("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", start=date(2026, 1, 5)),
            "DTSTART:20260105 RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
        ),
    ],
    ids=str,
)
def test_each_constructor_has_a_notation(dates: Dates, text: str):
    assert str(dates) == text
    assert repr(dates) == f"Dates.parse({text!r})"
    assert Dates.parse(text) == dates
    assert hash(Dates.parse(text)) == hash(dates)
    assert isinstance(dates, Dates)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (" 2026-12-24 ", "2026-12-24"),
        ("2026-12-24/2026-12-24", "2026-12-24"),
        ("2026-08-03 / 2026-08-14", "2026-08-03/2026-08-14"),
        ("2026-08-03 / ..", "2026-08-03/.."),
        ("12-25/12-25", "12-25"),
        ("12-24 / 01-01", "12-24/01-01"),
        ("easter+0", "easter"),
        ("easter-0", "easter"),
        ("easter - 2", "easter-2"),
        ("easter+007", "easter+7"),
    ],
)
def test_other_spellings_mean_the_same(written: str, text: str):
    assert Dates.parse(written) == Dates.parse(text)
    assert str(Dates.parse(written)) == text


def test_dates_are_equal_where_they_are_written_alike():
    assert (
        Dates.between(date(2026, 12, 25), date(2026, 12, 25)) == Dates.on(date(2026, 12, 25)) != Dates.yearly("12-25")
    )
    assert Dates.yearly("12-25", "12-25") == Dates.yearly("12-25")
    assert Dates.yearly("12-25") != "12-25"
    assert len({Dates.yearly("12-25"), Dates.parse("12-25"), Dates.yearly("12-26")}) == 2


def test_a_day_is_one_date():
    dates = Dates.on(date(2026, 12, 24))
    assert dates.in_range(FIRST, LAST) == [date(2026, 12, 24)]
    assert dates.matches(date(2026, 12, 24))
    assert not dates.matches(date(2026, 12, 23))
    assert not dates.matches(date(2026, 12, 25))
    assert not dates.matches(date(2027, 12, 24))


@given(st.dates(), st.dates(), st.dates(), st.dates(date(2, 1, 1), date(9990, 1, 1)))
def test_a_range_holds_both_its_ends(one: date, other: date, day: date, low: date):
    first, last = sorted((one, other))
    dates, endless = Dates.between(first, last), Dates.between(first, None)
    for near in (
        day,
        first,
        last,
        first - ONE_DAY if first > FIRST else first,
        last + ONE_DAY if last < LAST else last,
    ):
        assert dates.matches(near) == (first <= near <= last)
        assert endless.matches(near) == (first <= near)
    high = low + timedelta(days=40)
    days = [low + n * ONE_DAY for n in range(41)]
    assert dates.in_range(low, high) == [near for near in days if first <= near <= last]
    assert endless.in_range(low, high) == [near for near in days if first <= near]


def test_a_window_that_ends_before_it_starts_has_no_dates():
    for text in ("2026-12-24", "2026-01-01/..", "12-25", "12-24/01-01", "easter", "RRULE:FREQ=DAILY"):
        assert Dates.parse(text).in_range(date(2026, 12, 31), date(2026, 12, 20)) == []


def yearly_by_day(first: str, last: str, day: date) -> bool:
    """Whether a day is in a yearly range, looked up by its month and day alone."""
    leap = (day.replace(month=3, day=1) - ONE_DAY).day == 29
    here = f"{day:%m-%d}"
    if first == last:
        return here == first
    if not leap and last == "02-29":
        last = "02-28"
    return first <= here <= last if first <= last else here >= first or here <= last


MONTH_DAYS = st.dates(date(2028, 1, 1), date(2028, 12, 31)).map("{:%m-%d}".format) | st.sampled_from(
    ["02-28", "02-29", "03-01", "01-01", "12-31"]
)


@given(MONTH_DAYS, MONTH_DAYS, st.dates(), st.sampled_from([1, 4, 1899, 1900, 2000, 2026, 2028, 2100, 9996, 9999]))
def test_a_yearly_range_is_the_same_days_of_every_year(first: str, last: str, day: date, year: int):
    dates = Dates.yearly(first, last)
    assert dates.matches(day) == yearly_by_day(first, last, day)
    days = [
        date(year, 1, 1) + n * ONE_DAY for n in range(365 + (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)))
    ]
    assert dates.in_range(days[0], days[-1]) == [near for near in days if yearly_by_day(first, last, near)]


def test_29_february_is_in_leap_years_only():
    dates = Dates.yearly("02-29")
    assert dates.in_range(date(1896, 1, 1), date(1905, 1, 1)) == [date(1896, 2, 29), date(1904, 2, 29)]
    assert dates.in_range(date(2026, 1, 1), date(2026, 12, 31)) == []
    assert dates.matches(date(2000, 2, 29))
    assert not any(dates.matches(date(2027, month, day)) for month, day in ((2, 28), (3, 1)))


def test_a_range_up_to_29_february_ends_on_the_28th_in_a_common_year():
    dates = Dates.yearly("02-27", "02-29")
    assert dates.in_range(date(2027, 1, 1), date(2028, 12, 31)) == [date(2027, 2, 27), date(2027, 2, 28)] + [
        date(2028, 2, day) for day in (27, 28, 29)
    ]


def test_a_range_from_29_february_begins_in_march_in_a_common_year():
    dates = Dates.yearly("02-29", "03-01")
    assert dates.in_range(date(2027, 1, 1), date(2028, 12, 31)) == [
        date(2027, 3, 1),
        date(2028, 2, 29),
        date(2028, 3, 1),
    ]


def test_a_range_over_the_years_end_holds_at_both_edges_of_the_calendar():
    dates = Dates.yearly("12-31", "01-02")
    assert dates.in_range(FIRST, date(1, 12, 31)) == [date(1, 1, 1), date(1, 1, 2), date(1, 12, 31)]
    assert dates.in_range(date(9999, 1, 1), LAST) == [date(9999, 1, 1), date(9999, 1, 2), date(9999, 12, 31)]


EASTER_SUNDAYS = [
    *(date(1583, 4, 10), date(1818, 3, 22), date(1900, 4, 15), date(1943, 4, 25), date(2000, 4, 23), date(2008, 3, 23)),
    *(date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28), date(2038, 4, 25), date(2100, 3, 28)),
]


@pytest.mark.parametrize("sunday", EASTER_SUNDAYS, ids=str)
@pytest.mark.parametrize("offset", [0, -2, 1, 39, 50, -60, 60])
def test_easter_is_that_of_the_western_churches(sunday: date, offset: int):
    found = Dates.easter(offset).in_range(date(sunday.year, 1, 1), date(sunday.year, 12, 31))
    assert found == [sunday + timedelta(days=offset)]
    assert Dates.easter(offset).matches(found[0])
    assert not Dates.easter(offset).matches(found[0] + ONE_DAY)


@given(st.integers(-250, 250), st.integers(3, 9990))
def test_a_day_counted_from_easter_may_lie_in_another_year(offset: int, year: int):
    sundays = Dates.easter().in_range(date(year - 1, 1, 1), date(year + 2, 12, 31))
    assert len(sundays) == 4
    found = Dates.easter(offset).in_range(date(year, 1, 1), date(year + 1, 12, 31))
    counted = [sunday + timedelta(days=offset) for sunday in sundays]
    assert found == [day for day in counted if day.year in (year, year + 1)]


def test_easter_holds_in_the_first_and_last_year():
    assert len(Dates.easter(250).in_range(FIRST, date(1, 12, 31))) == 1
    # The last one before the year 10000, whose Easter no calendar of Python's knows.
    assert Dates.easter(-250).in_range(date(9998, 1, 1), LAST) == [date(9998, 7, 21)]
    assert len(Dates.easter().in_range(date(9999, 1, 1), LAST)) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2026-13-01", "'2026-13-01' is not a date; write it as 2026-12-24"),
        ("2026-02-29", "'2026-02-29' is not a date"),
        ("2026-W01-1", "'2026-W01-1' is not a date"),
        ("2026-08-14/", "'' is not a date"),
        ("2026-08-14/08-20", "'08-20' is not a date"),
        ("2026-08-14/x", "'x' is not a date"),
        ("2026-08-14/...", "'...' is not a date"),
        ("2026-08-14/2026-08-03", "the dates 2026-08-14/2026-08-03 end before they start; write 2026-08-03/2026-08-14"),
        ("02-30", "no year has the day '02-30'; write month and day with two digits each, as 12-25"),
        ("13-01", "no year has the day '13-01'"),
        ("00-10", "no year has the day '00-10'"),
        ("12-25/", "no year has the day ''"),
        ("12-25/..", "no year has the day '..'"),
        ("12-25/2026-01-01", "no year has the day '2026-01-01'"),
        ("easter2", "no dates are written 'easter2'; write easter, easter-2 or easter+39"),
        ("easter+", "no dates are written 'easter+'"),
        ("easter+1.5", "no dates are written 'easter+1.5'"),
        ("easter+٣", "no dates are written 'easter+٣'"),
        ("easter+99999", "no dates are written 'easter+99999'"),
        ("easter+251", "easter+251 is no day near Easter; write easter-250 to easter+250"),
        ("easter-251", "easter-251 is no day near Easter"),
        ("", "no dates are written ''; dates are written 2026-12-24, 2026-08-03/2026-08-14, 12-25"),
        ("tomorrow", "no dates are written 'tomorrow'"),
        ("today", "no dates are written 'today'"),
        ("25.12", "no dates are written '25.12'"),
        ("2026-1-1", "no dates are written '2026-1-1'"),
        ("20261224", "no dates are written '20261224'"),
        ("24.12.2026", "no dates are written '24.12.2026'"),
        ("US:", "'US:' names no holiday; write its name, or * for all: US: Thanksgiving Day"),
        ("US: & observed", "'US: & observed' names no holiday"),
    ],
)
def test_what_is_no_date_is_refused_with_what_to_write(text: str, told: str):
    assert unread(text).startswith(told)
    with pytest.raises(ValidationError) as caught:
        ADAPTER.validate_python(text)
    assert told in str(caught.value)


@pytest.mark.parametrize("text", ["W01-1", "1-1", "12-250", "1225", "12/25", "", "１２-25"])
def test_a_yearly_day_is_a_month_and_a_day(text: str):
    for ends in ((text,), ("12-25", text), (text, "12-25")):
        with pytest.raises(InvalidDatesError, match="no year has the day"):
            Dates.yearly(*ends)


@pytest.mark.parametrize(
    "start", ["x", "2026-08-03/", "easter", "RRULE:", "RRULE:FREQ=DAILY;X=", "DTSTART:", "US", "12-"]
)
def test_a_huge_text_is_refused_at_once_and_shown_in_part(start: str):
    for filling in ("x", "1", " ", "-", ";"):
        with pytest.raises(ClinicHoursError) as caught:
            Dates.parse((start + filling * 10_000_000)[:10_000_000] + ".")
        assert len(str(caught.value)) < 300


NO_DATES = [None, 5, 1.5, b"12-25", datetime(2026, 12, 25), ["12-25"], ("12-25",)]


@pytest.mark.parametrize("given", NO_DATES, ids=repr)
def test_another_type_is_refused_everywhere(given):
    kind = type(given).__name__
    with pytest.raises(WrongTypeError, match=f"a text is meant here, not {kind}"):
        Dates.parse(given)
    with pytest.raises(WrongTypeError, match=f"a text is meant here, not {kind}"):
        Dates.recurring(given)
    for ends in ((given,), ("12-25", given if given is not None else 5)):
        with pytest.raises(WrongTypeError, match="a text is meant here"):
            Dates.yearly(*ends)
    told = f"a date is meant here, not {kind}: .*; write date"
    for act in (
        lambda: Dates.on(given),
        lambda: Dates.between(given, date(2026, 1, 1)),
        lambda: Dates.yearly("12-25").matches(given),
        lambda: Dates.yearly("12-25").in_range(given, date(2026, 1, 1)),
        lambda: Dates.yearly("12-25").in_range(date(2026, 1, 1), given),
    ):
        with pytest.raises(WrongTypeError, match=told):
            act()
    with pytest.raises(ValidationError, match=f"dates are a text such as '2026-12-24' or '12-25', not {kind}"):
        ADAPTER.validate_python(given)


@pytest.mark.parametrize("given", [None, 1.0, "2", True, date(2026, 1, 1)], ids=repr)
def test_easter_counts_in_whole_days(given):
    with pytest.raises(WrongTypeError, match=f"the days after Easter are a whole number, not {type(given).__name__}"):
        Dates.easter(given)


def test_a_text_is_no_date_for_the_constructors():
    with pytest.raises(
        WrongTypeError, match="a date is meant here, not str: '2026-12-24'; write date\\(2026, 12, 24\\)"
    ):
        Dates.on("2026-12-24")
    with pytest.raises(InvalidDatesError, match="end before they start; write 2026-01-01/2026-01-02"):
        Dates.between(date(2026, 1, 2), date(2026, 1, 1))


def test_a_model_takes_dates_their_notation_or_a_date():
    christmas = Dates.on(date(2026, 12, 25))
    assert ADAPTER.validate_python(christmas) is christmas
    assert ADAPTER.validate_python("2026-12-25") == ADAPTER.validate_python(date(2026, 12, 25)) == christmas
    assert ADAPTER.dump_python(christmas) == "2026-12-25"
    assert ADAPTER.dump_json(christmas) == b'"2026-12-25"'
    assert ADAPTER.validate_json('"2026-12-25"') == christmas
    assert ADAPTER.json_schema()["type"] == "string"
    with pytest.raises(ValidationError, match="valid string"):
        ADAPTER.validate_json("5")


def test_dates_do_not_change():
    dates = Dates.yearly("12-25")
    for name in (*type(dates).__slots__, "other"):
        with pytest.raises(AttributeError):
            setattr(dates, name, "12-26")
    assert pickle.loads(pickle.dumps(dates)) == dates


@pytest.mark.parametrize(
    ("text", "rarity", "length", "bounds"),
    [
        ("2026-12-24", DATED, 1, (date(2026, 12, 24), date(2026, 12, 24))),
        ("2026-08-03/2026-08-14", DATED, 12, (date(2026, 8, 3), date(2026, 8, 14))),
        ("2026-08-03/..", DATED, FOREVER, (date(2026, 8, 3), date(2026, 8, 3))),
        ("12-25", ONCE_A_YEAR, 1, EVERYWHERE),
        ("02-29", ONCE_A_YEAR, 1, EVERYWHERE),
        ("12-24/01-01", ONCE_A_YEAR, 9, EVERYWHERE),
        ("02-01/02-29", ONCE_A_YEAR, 29, EVERYWHERE),
        ("01-01/12-31", ONCE_A_YEAR, 366, EVERYWHERE),
        ("easter-2", ONCE_A_YEAR, 1, (FIRST, LAST)),
        ("RRULE:FREQ=YEARLY;BYDAY=1MO", ONCE_A_YEAR, 1, EVERYWHERE),
        ("RRULE:FREQ=MONTHLY;BYDAY=1MO", MONTHLY, 1, EVERYWHERE),
        ("RRULE:FREQ=WEEKLY;BYDAY=MO", WEEKLY, 1, EVERYWHERE),
        ("RRULE:FREQ=DAILY", WEEKLY, 1, EVERYWHERE),
    ],
)
def test_how_rare_and_how_long_dates_are(text: str, rarity: int, length: int, bounds):
    dates = Dates.parse(text)
    assert (dates.kind.rarity, dates.kind.length) == (rarity, length)
    assert dates.kind.bounds == tuple(edge if isinstance(edge, int) else edge.toordinal() for edge in bounds)
    assert dates.is_single_day == (text == "2026-12-24")


def test_a_public_holiday_needs_its_extra(monkeypatch: pytest.MonkeyPatch):
    holiday.check_calendar.cache_clear()
    monkeypatch.setitem(__import__("sys").modules, "holidays", None)
    with pytest.raises(MissingExtraError) as caught:
        Dates.parse("US: Christmas Day")
    assert str(caught.value) == "A public holiday needs an optional package: pip install 'clinic-hours[holidays]'"
    assert isinstance(caught.value, ImportError)
