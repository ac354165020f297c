"""Schedules of HSDS on the way out and back."""

from datetime import date

from hypothesis import given

from clinic_hours import Clinic, Location, strategies
from clinic_hours.codecs import hsds
from exchange import WINDOWS, Codec, check_the_fixed_point, check_the_way_back

# A closed season comes back as closures, which are told on the days alone that would be open.
CODEC = Codec(hsds.encode, hsds.decode, settles=1)


@given(strategies.locations(), WINDOWS)
def test_a_location_comes_back_with_all_its_answers(location: Location, window: tuple[date, date]):
    check_the_way_back(CODEC, location, window)


@given(strategies.clinics().filter(len), WINDOWS)
def test_a_clinic_comes_back_with_all_its_answers(clinic: Clinic, window: tuple[date, date]):
    check_the_way_back(CODEC, clinic, window)


@given(strategies.locations(), WINDOWS)
def test_what_is_written_is_written_again(location: Location, window: tuple[date, date]):
    check_the_fixed_point(CODEC, location, window)
