"""A clinic: its locations with the rules that they share, and what it answers about all of them."""

import copy
import pickle
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from clinic_hours import (
    Clinic,
    Location,
    NaiveDatetimeError,
    SeasonalHours,
    SpecialHours,
    WeeklyHours,
    WrongTypeError,
)
from clinic_hours.errors import UnknownIdError

OPEN = "Mo-Su 08:00-16:00"
CHRISTMAS = date(2026, 12, 25)
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)


def place(name: str = "Main office", **fields: Any) -> dict[str, Any]:
    return {"name": name, "regular_hours": OPEN} | fields


def practice(*locations: Any, **fields: Any) -> Clinic:
    return Clinic(**{"name": "Riverside", "timezone": "UTC", "locations": locations} | fields)


# Its locations


def test_a_location_has_the_rules_and_the_zone_of_its_clinic():
    summer = SeasonalHours("06-01/08-31", "Mo 09:00-12:00", reason="Summer")
    clinic = practice(place(), special_hours=[SpecialHours("12-25", reason="Christmas")], seasonal_hours=[summer])
    main = clinic["main-office"]
    assert (main.timezone, main.id) == ("UTC", "main-office")
    assert main.plan_on(CHRISTMAS).reason == "Christmas"
    assert str(main.hours_on(date(2026, 6, 1))) == "09:00-12:00"
    assert main.service is not None
    assert clinic.locations[0] == Location(**place())
    assert clinic.locations[0].special_hours == ()


def test_a_location_keeps_its_own_zone_and_id():
    clinic = practice(place(id="m", timezone="Asia/Tokyo"), timezone="America/New_York")
    assert [(location.id, location.timezone) for location in clinic] == [("m", "Asia/Tokyo")]


def test_a_rule_does_not_hold_where_it_is_excepted():
    rules: dict[str, Any] = {
        "special_hours": [SpecialHours("12-25", except_locations=["annex"])],
        "seasonal_hours": [SeasonalHours("2027-01-01/..", "off", except_locations=["main-office"])],
    }
    clinic = practice(place(), place("Annex"), **rules)
    of = {location.key: (len(location.special_hours), len(location.seasonal_hours)) for location in clinic}
    assert of == {"main-office": (1, 0), "annex": (0, 1)}


def test_it_is_a_collection_of_its_locations_in_order():
    clinic = practice(place("West"), place("East"))
    assert [location.name for location in clinic] == ["West", "East"]
    assert len(clinic) == 2
    assert "west" in clinic
    assert "West" not in clinic
    assert 5 not in clinic
    assert clinic
    empty = Clinic(name="Riverside")
    assert (len(empty), list(empty), bool(empty)) == (0, [], True)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Satellite office", "satellite-office"),
        ("  Praxis Dr. Müller & Söhne ", "praxis-dr-muller-sohne"),
        ("中央診療所", "中央診療所"),
        ("Łódź – 2", "łodz-2"),
        ("ΑΘΗΝΑ", "αθηνα"),
        ("É", "e"),
        ("a_b.c/d", "a-b-c-d"),
        ("İstanbul", "istanbul"),
    ],
)
def test_an_id_is_made_from_the_name(name: str, id: str):
    assert [location.id for location in practice(place(name))] == [id]


def test_the_same_location_is_given_each_time():
    clinic = practice(place())
    assert clinic["main-office"] is clinic["main-office"] is next(iter(clinic))


# What copies hold


def copies(clinic: Clinic) -> dict[str, Clinic]:
    return {
        "copy": copy.copy(clinic),
        "deepcopy": copy.deepcopy(clinic),
        "pickle": pickle.loads(pickle.dumps(clinic)),
        "model_copy": clinic.model_copy(),
        "replace": clinic.replace(),
        "json": Clinic.model_validate_json(clinic.model_dump_json()),
        "python": Clinic.model_validate(clinic.model_dump()),
    }


@pytest.mark.parametrize("how", sorted(copies(practice())))
def test_a_copy_is_equal_and_answers_for_itself(how: str):
    clinic = practice(place(services=[{"name": "Lab", "regular_hours": OPEN}]))
    assert clinic["main-office"].service("lab").is_open(MONDAY.replace(hour=9))
    made = copies(clinic)[how]
    assert made == clinic
    assert hash(made) == hash(clinic)
    assert made["main-office"] is not clinic["main-office"]
    assert made["main-office"] == clinic["main-office"]
    assert made["main-office"].service("lab") is not clinic["main-office"].service("lab")


def test_a_copy_with_other_rules_does_not_answer_with_the_old_ones():
    clinic = practice(place())
    assert clinic["main-office"].is_open(MONDAY.replace(hour=9))
    closed = (SpecialHours("11-23"),)
    for made in (clinic.replace(special_hours=closed), clinic.model_copy(update={"special_hours": closed})):
        assert not made["main-office"].is_open(MONDAY.replace(hour=9))
    office = clinic["main-office"].model_copy(update={"special_hours": closed})
    assert not office.is_open(MONDAY.replace(hour=9))
    assert clinic["main-office"].is_open(MONDAY.replace(hour=9))


def test_it_is_frozen_and_its_repr_shows_what_was_given():
    clinic = practice(place())
    with pytest.raises(ValidationError, match="frozen"):
        clinic.name = "another"  # type: ignore[misc]
    assert repr(clinic) == (
        "Clinic(name='Riverside', timezone='UTC', locations=(Location(name='Main office', "
        f"regular_hours={WeeklyHours.parse(OPEN)!r}),))"
    )
    assert eval(repr(clinic), {"Clinic": Clinic, "Location": Location, "WeeklyHours": WeeklyHours}) == clinic


def test_replace_checks_what_it_changes():
    with pytest.raises(ValidationError, match="two locations have the id 'main-office'"):
        practice(place()).replace(locations=[place(), place()])


# What it answers about all of them

NIGHT = place("Night clinic", regular_hours="Mo-Su 20:00-02:00")
NEVER = place("Closed wing", regular_hours="off")


def names(locations: Any) -> list[str]:
    return [location.name for location in locations]


@pytest.mark.parametrize(
    ("hour", "open_then"),
    [(7, []), (8, ["Main office"]), (16, []), (20, ["Night clinic"]), (1, ["Night clinic"]), (2, [])],
)
def test_the_open_locations_are_those_that_are_open(hour: int, open_then: list[str]):
    clinic = practice(NIGHT, NEVER, place())
    assert names(clinic.open_locations(MONDAY.replace(hour=hour))) == open_then


def test_open_locations_stand_in_the_order_of_the_clinic():
    clinic = practice(place("B"), place("A"))
    assert names(clinic.open_locations(MONDAY.replace(hour=9))) == ["B", "A"]


def test_of_two_that_open_at_once_the_one_that_stands_first_is_next_however_long_it_opens():
    long, short = place("Long", regular_hours="Mo 08:00-17:00"), place("Short", regular_hours="Mo 08:00-09:00")
    found = practice(long, short).next_to_open(MONDAY)
    assert found is not None
    assert found.name == "Long"


def test_the_next_to_open_is_told_by_instants_and_not_by_clocks():
    """On 1 November 2026 in New York 01:30 comes twice; the second time is later than 01:45 the first time."""
    early = place("Early", regular_hours="Su 01:45-03:00", timezone="America/New_York")
    late = place("Late", regular_hours="Su 06:30-07:00", timezone="UTC")
    found = practice(late, early).next_to_open(datetime(2026, 11, 1, 0, tzinfo=UTC))
    assert found is not None
    assert found.name == "Early"


@pytest.mark.parametrize(
    ("hour", "name"), [(7, "Main office"), (8, "Night clinic"), (9, "Night clinic"), (20, "Main office")]
)
def test_the_next_to_open_starts_first_and_strictly_later(hour: int, name: str):
    found = practice(NIGHT, NEVER, place()).next_to_open(MONDAY.replace(hour=hour))
    assert found is not None
    assert found.name == name


def test_of_two_that_open_together_the_first_of_the_clinic_is_next():
    found = practice(place("B"), place("A")).next_to_open(MONDAY)
    assert found is not None
    assert found.name == "B"


def test_nothing_is_next_where_nothing_opens():
    assert practice(NEVER, place("Always", regular_hours="24/7")).next_to_open(MONDAY) is None
    assert Clinic(name="Riverside").next_to_open(MONDAY) is None
    assert Clinic(name="Riverside").open_locations() == ()


def test_left_out_the_instant_is_now():
    clinic = practice(place(regular_hours="24/7"))
    assert names(clinic.open_locations()) == ["Main office"]
    assert clinic.next_to_open() is None


@pytest.mark.parametrize("question", [Clinic.open_locations, Clinic.next_to_open])
def test_an_instant_without_a_zone_is_refused(question: Any):
    with pytest.raises(NaiveDatetimeError):
        question(practice(place()), datetime(2026, 11, 23, 9))
    with pytest.raises(WrongTypeError):
        question(Clinic(name="Riverside"), date(2026, 11, 23))


@pytest.mark.parametrize(
    ("on", "stale"),
    [(date(2026, 11, 2), False), (date(2027, 11, 2), False), (date(2027, 11, 3), True), (date(2020, 1, 1), False)],
)
def test_it_is_stale_a_year_after_somebody_confirmed_it(on: date, stale: bool):
    assert practice(checked_on="2026-11-02").is_stale(on) is stale


def test_how_long_hours_are_fresh_may_be_said():
    clinic = practice(checked_on=date(2026, 11, 2))
    assert not clinic.is_stale(date(2026, 11, 9), timedelta(7))
    assert clinic.is_stale(date(2026, 11, 10), after=timedelta(7))
    assert practice().is_stale(date(2026, 11, 2), timedelta.max)
    with pytest.raises(WrongTypeError, match="date"):
        clinic.is_stale("2026-11-09")  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError, match="date"):
        clinic.is_stale(MONDAY)


def test_special_hours_are_put_on_top_for_all_or_for_some():
    clinic = practice(place(), place("Annex"), special_hours=[SpecialHours("2026-11-24", "10:00-11:00")])
    day = date(2026, 11, 24)
    assert [str(location.hours_on(day)) for location in clinic.with_special(day, reason="Snow")] == ["off", "off"]
    some = clinic.with_special("2026-11-24", "8am-noon", locations=["annex"])
    assert [str(location.hours_on(day)) for location in some] == ["10:00-11:00", "08:00-12:00"]
    assert some.locations[0] == clinic.locations[0]
    with pytest.raises(UnknownIdError, match="near ones: annex"):
        clinic.with_special(day, locations=["anex"])


# What cannot be


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"locations": [place(), place()]}, "two locations have the id 'main-office'; give one of them another id"),
        ({"locations": [place(id="annex"), place("Annex")]}, "two locations have the id 'annex'"),
        ({"locations": [place("&&")]}, "no id can be made from the name '&&'; give it one, as id = \"main\""),
        (
            {"timezone": None, "locations": [place()]},
            'no time zone, and the clinic has none; give the clinic one, as timezone = "Am',
        ),
        (
            {"special_hours": [SpecialHours("12-25", except_locations=["x"])]},
            "no location has the id 'x'; the clinic has no locations",
        ),
        (
            {"locations": [place()], "seasonal_hours": [SeasonalHours("12-25", OPEN, except_locations=["main"])]},
            "no location has the id 'main'; near ones: main-office",
        ),
        (
            {"locations": [place(special_hours=[SpecialHours("12-25", except_locations=["main-office"])])]},
            "this rule is of one location alone; leave except_locations out, or write the rule for the whole clinic",
        ),
        (
            {"locations": [place(), place()], "special_hours": [SpecialHours("12-25", except_locations=["x"])]},
            "; and no location has",
        ),
        (
            {"locations": [place(services=[place("Lab"), place("Lab")])]},
            "two services have the id 'lab'; give one of them another id",
        ),
        ({"name": " "}, "at least 1 character"),
        ({"name": "a\nb"}, r"one line of text without control characters, not 'a\nb'"),
        ({"timezone": "America/NewYork"}, "near ones: America/New_York"),
        ({"url": "riverside.example"}, "'riverside.example' is not a web address; write it whole, as https://"),
        ({"url": "javascript:alert(1)"}, "is not a web address"),
        ({"url": "https://a b"}, "is not a web address"),
        ({"phone": 5}, "valid string"),
        ({"checked_on": "today"}, "'today' is not a date; write it as 2026-11-02"),
        ({"checked_on": MONDAY}, "is not a date; write it as 2026-11-02"),
        ({"checked_on": 20261102}, "'20261102' is not a date"),
        ({"schema_version": 2}, "schema_version"),
        ({"special_hours": 5}, "tuple"),
        ({"locations": {"main": place()}}, "tuple"),
        ({"breaks": []}, "Extra inputs are not permitted"),
    ],
    ids=range(23),
)
def test_what_cannot_be_says_so(fields: dict[str, Any], told: str):
    with pytest.raises(ValidationError) as refused:
        practice(**fields)
    assert told in str(refused.value)


def test_an_exception_in_the_rule_of_a_service_is_refused():
    lab = {"name": "Lab", "regular_hours": OPEN, "special_hours": [SpecialHours("12-25", except_locations=["main"])]}
    with pytest.raises(ValidationError, match="leave except_locations out"):
        practice(place(id="main", services=[lab]))


@pytest.mark.parametrize(
    ("id", "error", "told"),
    [
        (
            "mian-office",
            UnknownIdError,
            "'Riverside' has no location with the id 'mian-office'; near ones: main-office",
        ),
        ("x" * 100, UnknownIdError, f"no location with the id '{'x' * 40}'"),
        (0, WrongTypeError, "the id of a location is a text, not int"),
        (None, WrongTypeError, "not NoneType"),
    ],
)
def test_an_id_that_nothing_has_names_near_ones(id: Any, error: type[Exception], told: str):
    with pytest.raises(error) as refused:
        practice(place())[id]
    assert told in str(refused.value)


def test_an_unknown_id_is_a_key_error_as_of_a_mapping():
    with pytest.raises(KeyError, match="it has none"):
        Clinic(name="Riverside")["main"]


def test_dates_are_given_as_texts_or_dates():
    assert practice(checked_on=" 2026-11-02 ").checked_on == date(2026, 11, 2)
    assert practice(checked_on=None).checked_on is None


def test_blanks_around_texts_are_taken_off():
    clinic = Clinic(name=" Riverside ", phone=" +1 ", timezone="UTC", locations=[place(id=" main ")])
    assert (clinic.name, clinic.phone, clinic.locations[0].id) == ("Riverside", "+1", "main")
