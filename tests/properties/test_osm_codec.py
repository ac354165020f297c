"""Laws of the OpenStreetMap codec, over locations as clinics have them."""

from datetime import date, timedelta

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from clinic_hours import Break, Dates, Location, SeasonalHours, SpecialHours, WeeklyHours
from clinic_hours.codecs import osm
from clinic_hours.errors import NotRepresentableError
from clinic_hours.hours.week import NAMES
from clinic_hours.timeline.kinds import Kinds

pytest.importorskip("holidays")
pytestmark = pytest.mark.holidays

DAYS = [
    *("off", "off", "08:00-12:00,13:00-17:00", "09:00-15:00", "10:00-12:00", "00:00-24:00", "07:30-19:00"),
    *('10:00-12:00 unknown "by appointment"', "14:00-18:00 unknown", '08:00-12:00 open "walk-in"', "by appointment"),
]
WHOLE = ["00:00-24:00", "by appointment"]
NIGHTS = ["18:00-02:00", "22:00-24:00", "20:00-00:30"]
MONTH_DAYS = st.dates(date(2028, 1, 1), date(2028, 12, 31)).map(lambda day: f"{day:%m-%d}")
DATES = st.dates(date(2020, 1, 1), date(2032, 12, 31))


def spans(length: int) -> st.SearchStrategy[Dates]:
    return st.builds(lambda day, days: Dates.between(day, day + timedelta(days)), DATES, st.integers(0, length))


SINGLE = st.one_of(
    MONTH_DAYS.map(Dates.yearly),
    DATES.map(Dates.on),
    st.sampled_from([-2, 1, 39, 50]).map(Dates.easter),
    st.sampled_from(["2SA,4SA", "1WE", "-1FR", "MO", "1MO,3TH"]).map(
        lambda days: Dates.recurring(f"FREQ=MONTHLY;BYDAY={days}")
    ),
    st.builds(
        "FREQ=YEARLY;BYMONTH={};BYDAY={}".format, st.integers(1, 12), st.sampled_from(["1MO", "-1SU", "WE", "TU,TH"])
    ).map(Dates.recurring),
    st.sampled_from(["1,3,5,7", "20", "10,11,12", "52,53"]).map(
        lambda weeks: Dates.recurring(f"FREQ=YEARLY;BYWEEKNO={weeks};BYDAY=MO,TU")
    ),
    st.just(Dates.holidays("DE", subdivision="BE")),
)
RANGES = st.one_of(
    spans(60), st.builds(Dates.yearly, MONTH_DAYS, MONTH_DAYS), DATES.map(lambda day: Dates.between(day, None))
)


def weeks(days: list[str]) -> st.SearchStrategy[WeeklyHours]:
    return st.fixed_dictionaries({name: st.sampled_from(days) for name in NAMES}).map(
        lambda given: WeeklyHours(**given)
    )


@st.composite
def clinics(draw: st.DrawFn) -> Location:
    """A location as a clinic has it: closures, other hours on some dates, summer hours, breaks; few with nights."""
    days = draw(st.sampled_from([DAYS, DAYS, DAYS, [*(day for day in DAYS if day not in WHOLE), *NIGHTS]]))
    special = st.one_of(
        (SINGLE | RANGES).map(SpecialHours),
        st.tuples(SINGLE, st.sampled_from(DAYS[2:])).map(lambda given: SpecialHours(*given)),
    )
    seasonal = st.tuples(RANGES, weeks(DAYS)).map(lambda given: SeasonalHours(*given))
    workdays = st.just(Dates.recurring("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"))
    hours = st.sampled_from(["12:00-13:00", "10:00-11:00"])
    breaks = st.tuples(SINGLE | workdays, hours).map(lambda given: Break(*given))
    return Location(
        name="Clinic",
        timezone="UTC",
        regular_hours=draw(weeks(days)),
        special_hours=draw(st.lists(special, max_size=3)),
        seasonal_hours=draw(st.lists(seasonal, max_size=2)),
        breaks=draw(st.lists(breaks, max_size=1)),
    )


FIRST, LAST = date(2018, 1, 1), date(2037, 12, 31)


def tables(place: Location) -> list[bytes]:
    """The states of each minute of twenty years, by the wall clock."""
    first = FIRST.toordinal() - 1
    return [shape.table for shape in Kinds(place._compile().rules).shapes(first, LAST.toordinal() - first)]


def decoded(tag: str) -> Location:
    return osm.decode(tag, timezone="UTC", country="DE", subdivision="BE").value


LOSSES = {"dates", "holiday-by-date", "differs", "unchecked"}


@given(clinics())
def test_what_is_written_without_a_loss_is_read_back_as_it_was(place: Location):
    written = osm.encode(place)
    lost = {note.code for note in written.notes} & LOSSES
    event(f"losses: {sorted(lost)}")
    if not lost:
        assert tables(decoded(written.document)) == tables(place)


@given(clinics())
def test_what_was_read_is_written_without_a_loss_and_means_the_same(place: Location):
    try:
        back = decoded(osm.encode(place).document)
    except NotRepresentableError:
        event("not held")
        return
    once = osm.encode(back)
    if not once.notes:
        assert tables(decoded(once.document)) == tables(back)


@st.composite
def plain_clinics(draw: st.DrawFn) -> Location:
    """A location with closures and other hours on single days, and either summer hours or a break."""
    special = SINGLE.map(SpecialHours)
    timed = st.tuples(SINGLE, st.sampled_from(DAYS[2:])).map(lambda given: SpecialHours(*given))
    summer = st.tuples(st.just("06-01/08-31"), weeks(DAYS)).map(lambda given: SeasonalHours(*given))
    season = draw(st.lists(summer, max_size=1))
    some = st.lists(special | timed, max_size=0 if season else 2, unique_by=lambda rule: str(rule.dates))
    return Location(
        name="Clinic", timezone="UTC", regular_hours=draw(weeks(DAYS)), special_hours=draw(some), seasonal_hours=season
    )


@given(plain_clinics())
def test_writing_what_was_read_is_a_fixed_point(place: Location):
    once = osm.encode(decoded(osm.encode(place).document))
    assert not once.notes
    assert osm.encode(decoded(once.document)).document == once.document


@given(clinics())
def test_a_difference_is_told_with_its_first_day(place: Location):
    written = osm.encode(place)
    told = [note for note in written.notes if note.code == "differs"]
    if told and not any(note.code == "dates" for note in written.notes):
        day = date.fromisoformat(told[0].sentence[-10:])
        try:
            back = decoded(written.document)
        except NotRepresentableError:
            return
        if FIRST <= day <= LAST:
            number = day.toordinal() - FIRST.toordinal()
            assert tables(back)[number] != tables(place)[number]
