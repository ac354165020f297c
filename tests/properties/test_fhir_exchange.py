"""FHIR on the way out and back, by the laws that every codec keeps, over locations with rules of any kind and services."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given

from clinic_hours import Location, strategies
from clinic_hours.codecs import fhir
from exchange import WINDOWS, Codec, check_the_fixed_point, check_the_way_back
from formats import LOST_IN_FHIR

# Days that a season closes come back as closures, which name the days between them too, and are told with those once more.
CODECS = [
    Codec(partial(fhir.encode, version=version), fhir.decode, LOST_IN_FHIR, settles=1) for version in ("R4", "R5")
]
EACH = pytest.mark.parametrize("codec", CODECS, ids=["R4", "R5"])


@EACH
@given(strategies.locations(), WINDOWS)
def test_a_location_comes_back_with_all_its_answers(codec: Codec, location: Location, window: tuple[date, date]):
    check_the_way_back(codec, location, window)


@EACH
@given(strategies.locations(), WINDOWS)
def test_what_is_written_is_written_again(codec: Codec, location: Location, window: tuple[date, date]):
    check_the_fixed_point(codec, location, window)
