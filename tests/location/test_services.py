"""Services: hours of their own inside a location."""

import copy
import pickle
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from clinic_hours import AssumedHoursWarning, Location, Service, SpecialHours, WrongTypeError, strategies
from clinic_hours.errors import UnknownIdError, UnknownTimezoneError
from clinic_hours.location.given import id_of

NEW_YORK = ZoneInfo("America/New_York")
NINE = datetime(2026, 11, 23, 9, tzinfo=NEW_YORK)


def office(*services: Any, **fields: Any) -> Location:
    made = {"name": "Main office", "timezone": "America/New_York", "regular_hours": "Mon-Fri 8am-4pm"}
    return Location(**made | {"services": services} | fields)


LAB = Service(name="Lab", regular_hours="Mon-Fri 7am-11am")


def test_it_answers_every_question_in_the_zone_of_its_location():
    lab = office(LAB).service("lab")
    assert lab.is_open(NINE)
    assert lab.describe(NINE) == "Open until 11am"
    assert lab.next_opening(NINE).start == datetime(2026, 11, 24, 7, tzinfo=NEW_YORK)
    assert lab.zone is NEW_YORK


def test_alone_it_has_no_zone():
    with pytest.raises(
        UnknownTimezoneError, match=r"'Lab' has no time zone; give timezone='America/New_York', or ask through"
    ):
        LAB.is_open(NINE)


def test_a_zone_of_its_own_is_kept():
    assert office(LAB.replace(timezone="Asia/Tokyo")).service("lab").timezone == "Asia/Tokyo"


def test_it_is_closed_when_its_location_is():
    lab = office(
        LAB, special_hours=[SpecialHours("2026-11-24", reason="Snow"), SpecialHours("2026-11-25", "08:00-09:00")]
    ).service("lab")
    assert lab.plan_on(date(2026, 11, 24)).reason == "Snow"
    assert str(lab.hours_on(date(2026, 11, 25))) == "07:00-11:00"


def test_todays_closure_of_the_location_is_one_of_its_services():
    assert not office(LAB).with_special("2026-11-23").service("lab").is_open(NINE)


def test_its_own_rules_rank_first():
    own = LAB.replace(special_hours=[SpecialHours("2026-11-24", "07:00-08:00", reason="Lab")])
    lab = office(own, special_hours=[SpecialHours("2026-11-24", reason="Snow")]).service("lab")
    assert lab.plan_on(date(2026, 11, 24)).reason == "Lab"


def test_it_is_made_once():
    main = office(LAB)
    assert main.service("lab") is main.service("lab")
    assert main.services == (LAB,)


@pytest.mark.parametrize("how", ["copy", "deepcopy", "pickle", "model_copy", "replace"])
def test_a_copy_of_the_location_makes_its_own(how: str):
    main = office(LAB)
    asked = main.service("lab")
    assert asked.is_open(NINE)
    made = {
        "copy": copy.copy,
        "deepcopy": copy.deepcopy,
        "pickle": lambda one: pickle.loads(pickle.dumps(one)),
        "model_copy": lambda one: one.model_copy(),
        "replace": lambda one: one.replace(),
    }[how](main)
    assert made == main
    assert made.service("lab") is not asked
    assert made.service("lab") == asked


def test_a_copy_with_other_rules_does_not_answer_with_the_old_ones():
    main = office(LAB)
    assert main.service("lab").is_open(NINE)
    closed = main.model_copy(update={"special_hours": (SpecialHours("2026-11-23"),)})
    assert not closed.service("lab").is_open(NINE)
    assert not main.replace(services=[LAB.replace(regular_hours="off")]).service("lab").is_open(NINE)


def test_services_are_given_as_mappings():
    main = office(
        {"name": "Lab", "regular_hours": "Mon-Fri 7am-11am"}, {"id": "tel", "name": "Phones", "regular_hours": "24/7"}
    )
    assert main.service("lab").regular_hours == LAB.regular_hours
    assert main.service("tel").name == "Phones"
    with pytest.warns(AssumedHoursWarning, match="8-5"):
        office({"name": "Lab", "regular_hours": "Mon-Fri 8-5"})


@pytest.mark.parametrize(
    ("services", "told"),
    [
        ([LAB, LAB], "two services have the id 'lab'; give one of them another id"),
        ([LAB, {"id": "lab", "name": "Other", "regular_hours": "off"}], "two services have the id 'lab'"),
        ([{"name": "Lab"}], "regular_hours"),
        ([{"name": "Lab", "regular_hours": "off", "services": []}], "Extra inputs are not permitted"),
        ([{"name": "Lab", "regular_hours": "off", "address": {}}], "Extra inputs are not permitted"),
        ([{"name": "", "regular_hours": "off"}], "at least 1 character"),
        (["lab"], "Service"),
        ("lab", "tuple"),
    ],
)
def test_what_cannot_be_is_refused(services: Any, told: str):
    with pytest.raises(ValidationError) as refused:
        office().replace(services=services)
    assert told in str(refused.value)


@pytest.mark.parametrize(
    ("id", "error", "told"),
    [
        ("lob", UnknownIdError, "'Main office' has no service with the id 'lob'; near ones: lab"),
        (5, WrongTypeError, "the id of a service is a text, not int"),
    ],
)
def test_an_id_that_nothing_has_names_near_ones(id: Any, error: type[Exception], told: str):
    with pytest.raises(error, match=told):
        office(LAB).service(id)


def test_a_location_without_services_says_so():
    with pytest.raises(UnknownIdError, match="'Main office' has no service with the id 'lab'; it has none"):
        office().service("lab")


def test_its_repr_shows_what_was_given():
    assert repr(LAB) == "Service(name='Lab', regular_hours=WeeklyHours.parse('Mo-Fr 07:00-11:00'))"


@given(strategies.locations(), st.data())
def test_it_answers_as_a_location_made_by_hand_does(location: Location, data: st.DataObject):
    for service in location.services:
        closures = [rule for rule in location.special_hours if not rule.hours]
        by_hand = Location(
            name=service.name,
            timezone=location.timezone,
            regular_hours=service.regular_hours,
            special_hours=[*closures, *service.special_hours],
            seasonal_hours=service.seasonal_hours,
            breaks=service.breaks,
        )
        at = data.draw(strategies.instants_near_edges(by_hand))
        assert location.service(service.key).status(at) == by_hand.status(at)


@given(st.text())
def test_an_id_stands_still(name: str):
    made = id_of(name)
    assert id_of(made) == made
    assert not set(made) & set(" _.&/")
