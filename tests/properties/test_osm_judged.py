"""The OpenStreetMap codec, both ways, against `opening_hours`, the library of opening-hours-rs, minute by minute.

Tags are compared over thirteen months with a 29 February, three Easters' worth of rules and a year's end in them. Public holidays
are left out: the other library has calendars of its own.
"""

from datetime import date

from hypothesis import assume, event, example, given
from hypothesis import strategies as st

from clinic_hours import Break, Location, SeasonalHours, SpecialHours
from clinic_hours.codecs import osm
from clinic_hours.errors import NotRepresentableError
from clinic_hours.hours.minutes import DAY
from judge import different_days, in_its_words, judged, ours
from osm_places import places

FIRST, DAYS = date(2027, 6, 1), 400
LOST = {"dates", "differs", "unchecked"}
"""Losses after which a tag says other hours; each is a note."""


def latest(place: Location) -> int:
    """The minute at which the latest night of a location ends."""
    days = [*place.regular_hours.days, *(special.hours for special in place.special_hours)]
    days += [day for season in place.seasonal_hours for day in season.hours.days]
    return max([piece.end - DAY for day in days for piece in day.plain], default=0)


def without_loss(place: Location) -> str:
    """The tag of a location that says all its hours."""
    done = osm.encode(place)
    lost = {note.code for note in done.notes} & LOST
    event(f"losses: {sorted(lost)}")
    assume(not lost)
    return done.document


def compare(tag: str, place: Location, nights_until: int) -> None:
    """They agree on every minute; but for nights, of which the other library loses some, up to the latest end."""
    here, there = ours(place, FIRST, DAYS), judged(tag, FIRST, DAYS)
    if nights_until <= 0:
        assert different_days(here, there) == [], tag
        return
    for day in different_days(here, there):
        start, end = day * DAY + nights_until, (day + 1) * DAY
        assert here[start:end] == there[start:end], (tag, day)


@given(places(past_midnight=False))
@example(
    Location(name="A", timezone="UTC", regular_hours="Mo-Fr 08:00-17:00", special_hours=[SpecialHours("12-24/12-26")])
)
@example(
    Location(
        name="A",
        timezone="UTC",
        regular_hours="Mo-Fr 08:00-17:00; Sa by appointment",
        special_hours=[SpecialHours("12-24"), SpecialHours("12-31"), SpecialHours("easter+1", "10:00-12:00 unknown")],
        seasonal_hours=[SeasonalHours("06-01/08-31", "Mo-Th 08:00-14:00")],
        breaks=[Break("RRULE:FREQ=MONTHLY;BYDAY=1TH", "12:00-13:00")],
    )
)
def test_what_is_written_means_the_same_there(place: Location):
    compare(without_loss(place), place, 0)


@given(places(past_midnight=True))
def test_what_is_written_of_nights_means_the_same_there_once_they_are_over(place: Location):
    compare(without_loss(place), place, latest(place))


WEEKDAYS = st.sampled_from(("Mo-Fr", "Mo", "Tu-Th", "Sa", "Su", "Sa,Su", "Mo,We,Fr", "Mo-Su", "Fr-Mo"))
SELECTED = st.sampled_from((
    *("Jun-Aug", "Dec 24", "Dec 25-Dec 26", "Dec 20-Jan 06", "2027", "2027-2028 Feb", "2027 Jul 05-2027 Jul 20", "2028 Feb 29"),
    *("week 01-53/2", "week 10", "easter", "easter -2 days", "easter +1 day", "Sa[2,4]", "Fr[-1]", "Jul Mo[1]"),
))  # fmt: skip
DAY_TIMES = ("08:00-12:00", "08:00-12:00,13:00-17:00", "10:00-18:00", "00:00-24:00", "14:00-20:30", "09:00-09:30")
NIGHT_TIMES = ("22:00-02:00", "20:00-00:30", "18:00-26:00")
STATES = st.sampled_from(("", "", "", " unknown", ' unknown "call"', ' open "walk-in"', ' "by appointment"'))


@st.composite
def tags(draw: st.DrawFn, times: tuple[str, ...]) -> str:
    """Tags as mappers write them: a week, and up to three rules that replace it, take away from it, or add to it."""
    timed = st.sampled_from(times)
    hours = st.one_of(st.builds("{}{}".format, timed, STATES), st.just("off"), st.builds("{} off".format, timed))
    rule = st.one_of(
        st.builds("{} {}".format, SELECTED, hours),
        st.builds("{} {}".format, WEEKDAYS, hours),
        st.builds("{} {} {}".format, SELECTED.filter(lambda dates: "[" not in dates), WEEKDAYS, hours),
    )
    tag = f"{draw(WEEKDAYS)} {draw(timed)}{draw(STATES)}"
    for added in draw(st.lists(rule, max_size=3)):
        tag += draw(st.sampled_from(("; ", "; ", ", "))) + added
    return tag


def read(tag: str) -> Location:
    """The location of a tag that can be held."""
    try:
        return osm.decode(tag, timezone="UTC").value
    except NotRepresentableError:
        event("not held")
    assume(False)
    raise AssertionError


@given(tags(DAY_TIMES))
@example("Mo-Fr 08:00-12:00; Dec 24 off; Dec 20-Jan 06 Mo-Fr 10:00-12:00")
@example("Mo-Su 08:00-18:00; week 01-53/2 Fr off, Sa[2,4] 20:00-22:00; easter off")
def test_what_is_read_means_the_same_there(tag: str):
    compare(tag, read(tag), 0)


@given(tags((*DAY_TIMES, *NIGHT_TIMES)))
def test_what_is_read_of_nights_means_the_same_there_once_they_are_over(tag: str):
    compare(tag, read(tag), 2 * 60)


def test_the_exclusions_are_as_narrow_as_what_is_unknown_there():
    assert in_its_words('Mo 08:00-12:00 open "a"; Tu off "b"; We unknown') == (
        'Mo 08:00-12:00 open "a"; Tu off "b"; We unknown'
    )
    assert in_its_words("Jan 01,06,Dec 24-26 off; Feb 01-02,15,Mar 03 08:00-12:00,13:00-14:00") == (
        "Jan 01,Jan 06,Dec 24-26 off; Feb 01-02,Feb 15,Mar 03 08:00-12:00,13:00-14:00"
    )
    here, there = (judged(tag, FIRST, DAYS) for tag in ("Dec 25,26 off; Mo-Fr 08:00-17:00", "Mo-Fr 08:00-17:00"))
    assert here == there
