"""Where a location is."""

from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from clinic_hours import Address, Location, strategies


def test_each_part_may_be_left_out():
    assert Address() == Address(street="", city="", region="", postal_code="", country="")
    assert repr(Address()) == "Address()"
    assert repr(Address(city="Edgewater", country="US")) == "Address(city='Edgewater', country='US')"


@pytest.mark.parametrize("given_as", ["us", " US ", "Us"])
def test_a_country_is_its_two_letters(given_as: str):
    assert Address(country=given_as).country == "US"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"country": "USA"}, "'USA' is not a country; write its two letters, as US (ISO 3166)"),
        ({"country": "Germany"}, "'GERMANY' is not a country"),
        ({"country": "1A"}, "'1A' is not a country"),
        ({"country": "ÄÖ"}, "is not a country"),
        ({"country": "x" * 100}, f"'{'X' * 40}' is not a country"),
        ({"street": "1 River\nRoad"}, r"one line of text without control characters, not '1 River\nRoad'"),
        ({"postal_code": 7020}, "valid string"),
        ({"zip": "07020"}, "Extra inputs are not permitted"),
    ],
)
def test_what_is_none_is_refused(fields: dict[str, Any], told: str):
    with pytest.raises(ValidationError) as refused:
        Address(**fields)
    assert told in str(refused.value)


def test_blanks_around_its_parts_are_taken_off():
    assert Address(street=" 1 River Road ", region=" NJ ") == Address(street="1 River Road", region="NJ")


def test_it_is_frozen_and_hashable():
    with pytest.raises(ValidationError, match="frozen"):
        Address().city = "Edgewater"  # type: ignore[misc]
    assert len({Address(), Address(), Address(country="US")}) == 2


def test_a_location_takes_it_as_a_mapping():
    made = Location(name="Main", regular_hours="off", address={"city": "Edgewater", "country": "us"})
    assert made.address == Address(city="Edgewater", country="US")


@given(strategies.addresses())
def test_it_is_read_back(address: Address):
    assert eval(repr(address), {"Address": Address}) == address
    assert Address.model_validate_json(address.model_dump_json()) == address
