"""Business Profiles and sheets on the way out and back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import Clinic, Location, strategies
from clinic_hours.codecs import google
from clinic_hours.codecs.google import sheet
from exchange import UNSAID, WINDOWS, Codec, check_the_fixed_point, check_the_way_back

PROFILE = Codec(google.encode, google.decode, UNSAID | {"closes-too-late", "service-dates-lost"})
SHEET = Codec(sheet.encode, sheet.decode)
BOTH = pytest.mark.parametrize(
    ("codec", "services"), [(PROFILE, strategies.services()), (SHEET, st.nothing())], ids=["profile", "sheet"]
)


@BOTH
@given(st.data(), WINDOWS)
def test_a_location_comes_back_with_all_its_answers(codec: Codec, services, data: st.DataObject, window):
    check_the_way_back(codec, data.draw(strategies.locations(services=services)), window)


@BOTH
@given(st.data(), WINDOWS)
def test_a_clinic_comes_back_with_all_its_answers(codec: Codec, services, data: st.DataObject, window):
    places = strategies.locations(services=services)
    check_the_way_back(codec, data.draw(strategies.clinics(locations=places).filter(len)), window)


@BOTH
@given(st.data(), WINDOWS)
def test_what_is_written_is_written_again(codec: Codec, services, data: st.DataObject, window):
    check_the_fixed_point(codec, data.draw(strategies.locations(services=services)), window)


@given(strategies.clinics().filter(len), WINDOWS)
def test_what_is_written_of_a_clinic_is_written_again(clinic: Clinic, window: tuple[date, date]):
    check_the_fixed_point(PROFILE, clinic, window)


@given(strategies.locations())
def test_services_are_left_out_of_a_sheet_and_noted(location: Location):
    lost = [note.place for note in sheet.encode(location).notes if note.code == "service-lost"]
    assert lost == [f"/services/{number}" for number in range(len(location.services))]
