"""JSON-LD on the way out and back: what it tells again, and that it tells it the same way."""

import json
from datetime import date

from hypothesis import given

from clinic_hours import Clinic, Location, strategies
from clinic_hours.codecs import schema_org
from exchange import WINDOWS, Codec, check_the_fixed_point, check_the_way_back

CODEC = Codec(schema_org.encode, schema_org.decode)


@given(strategies.locations(), WINDOWS)
def test_a_location_comes_back_with_all_its_answers(location: Location, window: tuple[date, date]):
    check_the_way_back(CODEC, location, window)


@given(strategies.clinics().filter(len), WINDOWS)
def test_a_clinic_comes_back_with_all_its_answers(clinic: Clinic, window: tuple[date, date]):
    check_the_way_back(CODEC, clinic, window)


@given(strategies.locations(), WINDOWS)
def test_what_is_written_is_written_again(location: Location, window: tuple[date, date]):
    check_the_fixed_point(CODEC, location, window)


@given(strategies.clinics().filter(len), WINDOWS)
def test_what_is_written_of_a_clinic_is_written_again(clinic: Clinic, window: tuple[date, date]):
    check_the_fixed_point(CODEC, clinic, window)


@given(strategies.clinics())
def test_no_text_ends_the_script_element(clinic: Clinic):
    document = schema_org.encode(clinic).document
    assert not set("<>&\u2028\u2029") & set(document)
    assert json.loads(document)["@context"] == "https://schema.org"
