"""The types of the codecs as users see them: mypy and pyright read this file, pytest runs it."""

from typing import Any, assert_type

from clinic_hours import Clinic, Location
from clinic_hours.codecs import Decoded, Encoded, google, hsds, nhs, schema_org, yext
from clinic_hours.codecs.google import sheet


def test_a_codec_gives_a_location_or_a_clinic_and_a_document_of_its_own() -> None:
    office = Location(name="Main office", timezone="UTC", regular_hours="Mon 8am-4pm")
    done = schema_org.encode(office)
    assert_type(done, Encoded[str])
    assert_type(google.encode(office), Encoded[dict[str, Any]])
    assert_type(hsds.encode(office), Encoded[dict[str, Any]])
    assert_type(sheet.encode(office), Encoded[str])
    again = schema_org.decode(done.document, timezone="UTC")
    assert_type(again, Decoded[Location | Clinic])
    assert_type(nhs.decode({"OrganisationName": "A"}), Decoded[Location | Clinic])
    assert_type(yext.decode({"hours": {"monday": {"isClosed": True}}}), Decoded[Location | Clinic])
    value = again.value
    if isinstance(value, Clinic):
        assert_type(value, Clinic)
    else:
        assert_type(value, Location)
