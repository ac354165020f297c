"""Which rule holds at a location and at a service inside of it: its own, the location's, or the clinic's."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import Clinic, SeasonalHours, SpecialHours, strategies

OPEN = "Mo-Su 08:00-16:00"
CHRISTMAS = date(2026, 12, 25)


def place(name: str = "Main office", **fields: Any) -> dict[str, Any]:
    return {"name": name, "regular_hours": OPEN} | fields


def practice(*locations: Any, **fields: Any) -> Clinic:
    return Clinic(**{"name": "Riverside", "timezone": "UTC", "locations": locations} | fields)


LEVELS = ("clinic", "location", "service")
DAY, RANGE, MONTHLY = "2026-12-25", "2026-12-24/2026-12-26", "RRULE:FREQ=MONTHLY;BYMONTHDAY=25"


def winner(kind: str, first: tuple[str, str, str], second: tuple[str, str, str], *, of_service: bool) -> str:
    """Whose rule holds on Christmas, of one at each of two levels: the level, the dates and the hours."""
    held: dict[str, list[Any]] = {level: [] for level in LEVELS}
    for level, dates, hours in (first, second):
        held[level].append({"dates": dates, "hours": hours, "reason": level})
    lab = {"name": "Lab", "regular_hours": OPEN, kind: held["service"]}
    clinic = practice(place(services=[lab], **{kind: held["location"]}), **{kind: held["clinic"]})
    main = clinic["main-office"]
    return (main.service("lab") if of_service else main).plan_on(CHRISTMAS).reason


ALIKE = [(DAY, "off"), ("12-25", "off"), (RANGE, "off"), (MONTHLY, "off"), ("RRULE:FREQ=WEEKLY;BYDAY=FR", "off")]
HOURS = [(dates, "09:00-10:00") for dates, _ in ALIKE]


@pytest.mark.parametrize(("dates", "hours"), ALIKE + HOURS)
def test_of_two_special_hours_alike_the_locations_own_win(dates: str, hours: str):
    own, shared = ("location", dates, hours), ("clinic", dates, hours)
    assert winner("special_hours", own, shared, of_service=False) == "location"
    assert winner("special_hours", shared, own, of_service=False) == "location"


@pytest.mark.parametrize("dates", ["12-01/01-31", "2026-12-01/2027-01-31", "2026-12-01/.."])
def test_of_two_seasons_alike_the_locations_own_wins(dates: str):
    own, shared = ("location", dates, "Mo-Su 09:00-10:00"), ("clinic", dates, "Mo-Su 09:00-11:00")
    assert winner("seasonal_hours", own, shared, of_service=False) == "location"


@pytest.mark.parametrize(
    ("own", "shared"),
    [
        ((MONTHLY, "09:00-10:00"), (DAY, "10:00-11:00")),  # a single dated day
        ((RANGE, "09:00-10:00"), ("12-25", "off")),  # a closure
        ((MONTHLY, "off"), ("12-25", "off")),  # the rarer
        (("12-20/12-31", "09:00-10:00"), ("12-24/12-26", "09:00-10:00")),  # the shorter
    ],
)
def test_whose_a_rule_is_decides_last(own: tuple[str, str], shared: tuple[str, str]):
    assert winner("special_hours", ("location", *own), ("clinic", *shared), of_service=False) == "clinic"
    assert winner("special_hours", ("service", *own), ("clinic", *shared), of_service=True) == (
        "clinic" if shared[1] == "off" else "service"
    )


def test_a_shorter_season_of_the_clinic_wins():
    own, shared = ("location", "12-01/12-31", OPEN), ("clinic", "12-24/12-26", OPEN)
    assert winner("seasonal_hours", own, shared, of_service=False) == "clinic"


def test_of_two_seasons_without_an_end_the_later_wins():
    own, shared = ("location", "2026-12-01/..", OPEN), ("clinic", "2026-12-02/..", OPEN)
    assert winner("seasonal_hours", own, shared, of_service=False) == "clinic"


@pytest.mark.parametrize(("dates", "hours"), ALIKE)
@pytest.mark.parametrize(("one", "other"), [("service", "location"), ("service", "clinic"), ("location", "clinic")])
def test_of_two_closures_alike_the_services_own_wins_then_the_locations(dates: str, hours: str, one: str, other: str):
    assert winner("special_hours", (one, dates, hours), (other, dates, hours), of_service=True) == one
    assert winner("special_hours", (other, dates, hours), (one, dates, hours), of_service=True) == one


@pytest.mark.parametrize("level", ["clinic", "location"])
def test_a_service_takes_over_closures_and_nothing_else(level: str):
    rules: dict[str, Any] = {
        "special_hours": [SpecialHours("12-25", reason="Christmas"), SpecialHours("12-24", "08:00-09:00")],
        "seasonal_hours": [SeasonalHours("06-01/08-31", "off")],
    }
    breaks = [{"dates": "11-23", "hours": "08:00-12:00"}]
    own = rules if level == "location" else {}
    clinic = practice(
        place(services=[{"name": "Lab", "regular_hours": OPEN}], breaks=breaks, **own),
        **(rules if level == "clinic" else {}),
    )
    lab = clinic["main-office"].service("lab")
    assert lab.special_hours == (rules["special_hours"][0],)
    assert (lab.seasonal_hours, lab.breaks) == ((), ())
    assert str(lab.hours_on(date(2026, 11, 23))) == "08:00-16:00"
    assert lab.plan_on(CHRISTMAS).reason == "Christmas"


def test_hours_of_a_service_on_a_dated_day_win_over_a_closure_of_every_year():
    lab = {"name": "Lab", "regular_hours": OPEN, "special_hours": [SpecialHours(DAY, "08:00-09:00")]}
    clinic = practice(place(services=[lab]), special_hours=[SpecialHours("12-25")])
    assert str(clinic["main-office"].service("lab").hours_on(CHRISTMAS)) == "08:00-09:00"


def test_a_service_does_not_close_where_its_location_is_excepted():
    lab = {"name": "Lab", "regular_hours": OPEN}
    rule = SpecialHours("12-25", except_locations=["main-office"])
    clinic = practice(place(services=[lab]), place("Annex", services=[lab]), special_hours=[rule])
    assert [bool(location.service("lab").hours_on(CHRISTMAS)) for location in clinic] == [True, False]


def test_a_service_has_the_zone_of_its_location_which_may_be_the_clinics():
    inside = {"services": [{"name": "Lab", "regular_hours": OPEN}]}
    clinic = practice(place(**inside), place("Annex", timezone="Asia/Tokyo", **inside), timezone="Asia/Kolkata")
    assert [location.service("lab").timezone for location in clinic] == ["Asia/Kolkata", "Asia/Tokyo"]


@given(strategies.clinics(), st.data())
def test_a_location_answers_as_one_made_by_hand_does(clinic: Clinic, data: st.DataObject):
    for given_as, location in zip(clinic.locations, clinic, strict=True):
        by_hand = given_as.replace(
            id=given_as.key,
            timezone=given_as.timezone or clinic.timezone,
            special_hours=[
                *(rule for rule in clinic.special_hours if given_as.key not in rule.except_locations),
                *given_as.special_hours,
            ],
            seasonal_hours=[
                *(rule for rule in clinic.seasonal_hours if given_as.key not in rule.except_locations),
                *given_as.seasonal_hours,
            ],
        )
        at = data.draw(strategies.instants_near_edges(by_hand))
        assert location.status(at) == by_hand.status(at)
        assert clinic[location.key] == by_hand
