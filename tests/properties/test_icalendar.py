"""Calendars on the way out and back, as events and as availability."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given

from clinic_hours import Clinic, Location, strategies
from clinic_hours.codecs import icalendar
from exchange import WINDOWS, Codec, check_the_fixed_point, check_the_way_back

CODECS = [
    pytest.param(Codec(partial(icalendar.encode, form=form), icalendar.decode), id=form)
    for form in ("events", "availability")
]


@pytest.mark.parametrize("codec", CODECS)
@given(location=strategies.locations(), window=WINDOWS)
def test_a_location_comes_back_with_all_its_answers(codec: Codec, location: Location, window: tuple[date, date]):
    check_the_way_back(codec, location, window)


@pytest.mark.parametrize("codec", CODECS)
@given(clinic=strategies.clinics(), window=WINDOWS)
def test_a_clinic_comes_back_with_all_its_answers(codec: Codec, clinic: Clinic, window: tuple[date, date]):
    check_the_way_back(codec, clinic, window)


@pytest.mark.parametrize("codec", CODECS)
@given(location=strategies.locations(), window=WINDOWS)
def test_what_is_written_is_written_again(codec: Codec, location: Location, window: tuple[date, date]):
    check_the_fixed_point(codec, location, window)


@pytest.mark.parametrize("codec", CODECS)
@given(clinic=strategies.clinics(), window=WINDOWS)
def test_a_clinic_is_written_again_as_it_was(codec: Codec, clinic: Clinic, window: tuple[date, date]):
    check_the_fixed_point(codec, clinic, window)


@given(clinic=strategies.clinics(), window=WINDOWS)
def test_no_line_is_longer_than_75_octets(clinic: Clinic, window: tuple[date, date]):
    text = icalendar.encode(clinic, first=window[0], until=window[1]).document
    assert text.endswith("\r\n")
    for line in text.split("\r\n"):
        assert line.isprintable()
        assert len(line.encode()) <= 75
