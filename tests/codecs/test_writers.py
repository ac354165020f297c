"""What the encoders write, to the letter where a reader of the format depends on it."""

from datetime import date, timedelta
from typing import Any

import pytest

from clinic_hours import Clinic, Location, Service, SpecialHours
from clinic_hours.codecs.capabilities import Feature
from clinic_hours.errors import (
    InvalidHoursError,
    InvalidWindowError,
    NotRepresentableError,
    UnknownTimezoneError,
    WrongTypeError,
)
from formats import WRITERS

WINDOW = {"first": date(2026, 12, 1), "until": date(2026, 12, 31)}
EVERY = pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.capabilities.format)


def office(week: str = "Mo-Fr 08:00-17:00", **fields: Any) -> Location:
    return Location(name="Main office", timezone="America/New_York", regular_hours=week, **fields)


# All


@EVERY
def test_the_same_window_gives_the_same_document(writer: Any):
    value = office(
        special_hours=[SpecialHours("12-25")], services=[Service(name="Lab", regular_hours="Mo 07:00-11:00")]
    )
    assert writer.encode(value, **WINDOW) == writer.encode(value, **WINDOW)
    assert writer.encode(value).notes


@EVERY
def test_a_loss_is_an_error_where_that_is_asked(writer: Any):
    assert writer.encode(office(), on_loss="raise").notes == ()
    with pytest.raises(NotRepresentableError, match="told as its dates up to 2026-12-31"):
        writer.encode(office(special_hours=[SpecialHours("12-25")]), on_loss="raise", **WINDOW)
    with pytest.raises(InvalidHoursError, match="'note' or 'raise', not 'ignore'"):
        writer.encode(office(), on_loss="ignore")


@EVERY
def test_another_thing_and_another_window_are_refused(writer: Any):
    with pytest.raises(WrongTypeError, match="a Location or a Clinic is encoded, not str"):
        writer.encode("Mo-Fr 08:00-17:00")
    with pytest.raises(InvalidWindowError):
        writer.encode(office(), first=date(2026, 12, 31), until=date(2026, 12, 1))


@EVERY
@pytest.mark.parametrize("edge", [date.min, date.max, date(9999, 12, 20)], ids=str)
def test_the_edges_of_the_calendar_are_written(writer: Any, edge: date):
    night = office("Mo-Su 22:00-02:00", special_hours=[SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=2SA", "20:00-04:00")])
    assert writer.encode(
        night, first=edge, until=min(edge, date.max - timedelta(days=20)) + timedelta(days=20)
    ).document


@EVERY
def test_a_location_without_a_zone_is_written(writer: Any):
    nowhere = office().replace(timezone=None)
    assert writer.decode(writer.encode(nowhere, **WINDOW).document).value.regular_hours == nowhere.regular_hours


@pytest.mark.parametrize(
    "writer",
    [writer for writer in WRITERS if not writer.capabilities.says(Feature.ZONE)],
    ids=lambda writer: writer.capabilities.format,
)
def test_several_places_without_a_zone_are_refused_on_the_way_in(writer: Any):
    clinic = Clinic(name="Riverside", timezone="UTC", locations=[office(), office().replace(name="Annex")])
    with pytest.raises(
        UnknownTimezoneError, match="has 2 places, and no time zone is known for 'Main office'; give timezone="
    ):
        writer.decode(writer.encode(clinic, **WINDOW).document)


@EVERY
def test_names_contacts_and_addresses_come_back(writer: Any):
    address = {"street": "1 River Road", "city": "Edgewater", "region": "NJ", "postal_code": "07020", "country": "US"}
    full = office(id="main", phone="+1 201 555 0100", url="https://riverside.example/a?b=1&c=<2>", address=address)
    again = writer.decode(writer.encode(full, **WINDOW).document, timezone=full.timezone).value
    assert again.model_dump() == full.model_dump()
    bare = office(id="main", address={})
    assert writer.decode(writer.encode(bare, **WINDOW).document).value.address is None


@EVERY
def test_a_clinic_without_locations_is_written(writer: Any):
    assert writer.encode(Clinic(name="Riverside"), **WINDOW).document
