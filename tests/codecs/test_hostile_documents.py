"""Documents that nobody means well with: each codec notes, or refuses with an error of ours, in a time and a memory with bounds."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import Clinic, Location
from clinic_hours.codecs import google, hsds, nhs, schema_org, yext
from clinic_hours.codecs.google import sheet
from clinic_hours.errors import ClinicHoursError, DocumentSyntaxError, WrongTypeError

SCHEMA_ORG = {
    "@context": "https://schema.org",
    "@type": "MedicalClinic",
    "@id": "#main",
    "name": "Main office",
    "telephone": "+1 201 555 0100",
    "url": "https://riverside.example/main",
    "address": {"@type": "PostalAddress", "streetAddress": "1 River Road", "addressCountry": {"name": "US"}},
    "openingHours": ["Mo-Th 08:00-16:00", "Fr 9am - noon"],
    "openingHoursSpecification": [
        {
            "dayOfWeek": ["Monday", "https://schema.org/Tuesday"],
            "opens": "08:00",
            "closes": "16:00",
            "description": "bell",
        },
        {
            "validFrom": "2026-12-24",
            "validThrough": "2026-12-26",
            "opens": "00:00",
            "closes": "00:00",
            "name": "Christmas",
        },
        {
            "dayOfWeek": "Friday",
            "validFrom": "2026-06-01",
            "validThrough": "2026-08-31",
            "opens": "08:00",
            "closes": "12:00",
        },
    ],
    "specialOpeningHoursSpecification": [{"validFrom": "2026-11-26", "opens": "09:00", "closes": "02:00"}],
    "department": [{"@type": "Pharmacy", "name": "Pharmacy", "openingHours": "Mo-Su"}],
    "contactPoint": {
        "contactType": "phones",
        "hoursAvailable": {"dayOfWeek": "Monday", "opens": "08:00", "closes": "20:00"},
    },
}
DATE = {"year": 2026, "month": 12, "day": 24}
PERIOD = {"openDay": "MONDAY", "openTime": {"hours": 8}, "closeDay": "TUESDAY", "closeTime": "02:00"}
PROFILE = {
    "title": "Main office",
    "storeCode": "main",
    "phoneNumbers": {"primaryPhone": "1"},
    "storefrontAddress": {"regionCode": "US", "addressLines": ["1 River Road"]},
    "regularHours": {"periods": [PERIOD]},
    "specialHours": {"specialHourPeriods": [{"startDate": DATE, "closed": True}, {"startDate": DATE, "endDate": DATE}]},
    "moreHours": [{"hoursTypeId": "ACCESS", "periods": [PERIOD]}],
    "openInfo": {"status": "CLOSED_TEMPORARILY"},
}
POINT = {"day": 1, "hour": 8, "minute": 30, "date": DATE}
PLACE = {
    "displayName": {"text": "Main office"},
    "timeZone": {"id": "America/New_York"},
    "regularOpeningHours": {"periods": [{"open": POINT, "close": {"day": 2, "hour": 2}}]},
    "currentOpeningHours": {"periods": [{"open": POINT, "close": POINT}], "specialDays": [{"date": DATE}]},
    "regularSecondaryOpeningHours": [{"secondaryHoursType": "ACCESS", "periods": [{"open": POINT}]}],
    "currentSecondaryOpeningHours": [{"secondaryHoursType": "ACCESS", "specialDays": [{"date": DATE}]}],
}
SCHEDULE = {
    "freq": "MONTHLY",
    "interval": 2,
    "byday": "2SA,-1FR",
    "bymonthday": "1,2",
    "dtstart": "2026-01-05",
    "until": "2027-01-01",
    "count": 3,
    "valid_from": "2026-01-01",
    "valid_to": "2026-12-31",
    "opens_at": "09:00Z",
    "closes_at": "12:00",
    "notes": "ring",
}
HSDS = {
    "name": "Riverside",
    "locations": [
        {
            "id": "a",
            "name": "Main office",
            "schedules": [SCHEDULE, {"freq": "WEEKLY", "byday": "MO", "opens_at": "9:00"}],
        }
    ],
    "services": [
        {"id": "b", "name": "Lab", "schedules": [SCHEDULE], "service_at_locations": [{"location": {"id": "a"}}]}
    ],
    "other": {
        "regular_schedules": [{"weekday": 1, "opens_at": "09:00", "closes_at": "17:00"}],
        "holiday_schedules": [{"closed": True, "start_date": "2026-12-24", "end_date": "2026-12-26"}],
    },
}
ROW = {
    "Weekday": "Monday",
    "OpeningTime": "09:00",
    "ClosingTime": "17:30",
    "OpeningTimeType": "General",
    "IsOpen": True,
}
NHS = {
    "OrganisationName": "Riverside Pharmacy",
    "ODSCode": "ABC",
    "OpeningTimes": [ROW, ROW | {"OpeningTimeType": "Additional", "AdditionalOpeningDate": "Dec 24 2026"}],
    "ServiceOpeningTimes": [ROW | {"ServiceName": "Vaccination"}],
    "Contacts": [{"ContactMethodType": "Telephone", "ContactValue": "1"}],
}
FEED = {
    "name": "Pharmacy",
    "openingTimes": {
        "general": {"monday": [{"opens": "09:00", "closes": "17:00"}]},
        "alterations": {"2026-12-25": [], "x": 5},
    },
}
YEXT = {
    "name": "Main office",
    "timezone": "America/New_York",
    "hours": {
        "monday": {"openIntervals": [{"start": "09:00", "end": "17:00"}]},
        "sunday": {"isClosed": True},
        "holidayHours": [{"date": "2026-12-24", "isClosed": True}],
        "reopenDate": "2026-01-01",
    },
    "driveThroughHours": {"normalHours": [{"day": "MONDAY", "intervals": [{"start": 700, "end": 2359}]}]},
}
SHEET = {
    "Business name": "Main office",
    "Monday hours": "09:00AM-05:00PM, 18:00-00:00",
    "Tuesday hours": "x",
    "Special hours": "2026-12-24: x, 2026-12-26: 10:00-16:00",
    "[UPDATED] Sunday hours": "x",
}

CODECS: list[tuple[Callable[..., Any], Any]] = [
    (schema_org.decode, SCHEMA_ORG),
    (schema_org.decode, {"@graph": [SCHEMA_ORG, SCHEMA_ORG]}),
    (google.decode, PROFILE),
    (google.decode, PLACE),
    (google.decode, {"locations": [PROFILE, PLACE]}),
    (hsds.decode, HSDS),
    (hsds.decode, [SCHEDULE, SCHEDULE]),
    (nhs.decode, NHS),
    (nhs.decode, FEED),
    (yext.decode, YEXT),
    (sheet.decode, SHEET),
]
IDS = [
    "schema_org",
    "schema_org-graph",
    "profile",
    "place",
    "locations",
    "hsds",
    "hsds-rows",
    "nhs",
    "feed",
    "yext",
    "sheet",
]
LISTS = ("schema_org-graph", "locations", "hsds-rows")
"""Documents of several that stand here by themselves as well."""
EVERY = pytest.mark.parametrize(("decode", "document"), CODECS, ids=IDS)

WRONG = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1,
        5,
        10**9,
        10**30,
        -0.5,
        1e308,
        "",
        " ",
        "x",
        "\r\n",
        "</script>",
        "\u202e\x00",
        "24:00",
    ),
    *(
        "25:00",
        "00:00",
        "2026-02-30",
        "9999-12-31",
        "0001-01-01",
        "MONDAY",
        "Mo",
        [],
        [[]],
        [None],
        {},
        {"": {}},
        "9" * 100,
    ),
)


def places(value: Any) -> list[tuple[str | int, ...]]:
    """The path of each value in a document."""
    found: list[tuple[str | int, ...]] = [()]
    held = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in held:
        found += [(key, *path) for path in places(inner)]
    return found


def changed(value: Any, path: tuple[str | int, ...], other: Any) -> Any:
    """A document with another value at a path."""
    if not path:
        return other
    key, *rest = path
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[key] = changed(value[key], tuple(rest), other)
    return copy


def check(decode: Callable[..., Any], document: Any) -> None:
    """A document is read, and can be asked, or is refused in the library's own words."""
    done = refused = None
    try:
        done = decode(document, timezone="UTC")
    except ClinicHoursError as error:
        refused = error
    if done is None:
        assert isinstance(refused, ValueError | TypeError)
        assert str(refused)
        return
    assert isinstance(done.value, Location | Clinic)
    for note in done.notes:
        assert note.code
        assert note.code.replace("-", "").replace("_", "").isalnum()
        assert len(note.sentence) < 1000


@EVERY
def test_the_documents_themselves_are_read(decode: Callable[..., Any], document: Any):
    assert isinstance(decode(document, timezone="UTC").value, Location | Clinic)
    if decode is not sheet.decode:  # whose text is no JSON
        assert decode(json.dumps(document), timezone="UTC") == decode(document, timezone="UTC")


@pytest.mark.parametrize(
    ("decode", "document"),
    [pair for pair, id in zip(CODECS, IDS, strict=True) if id not in LISTS],
    ids=[id for id in IDS if id not in LISTS],
)
def test_any_wrong_value_at_any_place_is_noted_or_refused(decode: Callable[..., Any], document: Any):
    for path in places(document):
        for wrong in WRONG:
            check(decode, changed(document, path, wrong))


@EVERY
@given(data=st.data())
def test_several_wrong_values_are_noted_or_refused(decode: Callable[..., Any], document: Any, data: st.DataObject):
    for _ in range(data.draw(st.integers(2, 6))):
        path = data.draw(st.sampled_from(places(document)))
        document = changed(document, path, data.draw(st.sampled_from(WRONG)))
    check(decode, document)


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=10,
)


VERBS = pytest.mark.parametrize(
    "decode", list(dict.fromkeys(decode for decode, _ in CODECS)), ids=lambda verb: verb.__module__
)


@VERBS
@given(document=ANY | st.text() | st.binary())
def test_anything_is_noted_or_refused(decode: Callable[..., Any], document: Any):
    check(decode, document)


@EVERY
def test_a_text_that_is_cut_off_anywhere_is_refused_or_noted(decode: Callable[..., Any], document: Any):
    text = json.dumps(document)
    for end in range(0, len(text), 17):
        check(decode, text[:end])


@VERBS
@pytest.mark.parametrize(
    "deep", ['{"a":' * 100_000, "[" * 100_000, '{"hours":' * 200 + "1" + "}" * 200], ids=["objects", "lists", "closed"]
)
def test_a_document_that_is_nested_deeply_is_refused(decode: Callable[..., Any], deep: str):
    check(decode, deep)


@pytest.mark.parametrize(
    "decode", [schema_org.decode, google.decode, hsds.decode, nhs.decode, yext.decode], ids=lambda verb: verb.__module__
)
def test_data_that_holds_itself_is_refused(decode: Callable[..., Any]):
    loop: dict[str, Any] = {"name": "x"}
    loop["department"] = [loop]
    with pytest.raises(DocumentSyntaxError, match="nested more than 60 levels deep"):
        decode(loop)


@pytest.mark.parametrize(
    "decode", [schema_org.decode, google.decode, hsds.decode, nhs.decode, yext.decode], ids=lambda verb: verb.__module__
)
def test_numbers_that_json_does_not_have_are_refused(decode: Callable[..., Any]):
    with pytest.raises(DocumentSyntaxError, match="/hours: nan is no number in JSON"):
        decode('{"hours": NaN}')
    with pytest.raises(DocumentSyntaxError, match="too many digits"):
        decode('{"hours": ' + "9" * 5000 + "}")


@VERBS
@pytest.mark.parametrize("thing", [5, None, object(), 1.5, {1, 2}], ids=["int", "none", "object", "float", "set"])
def test_another_thing_than_a_document_is_refused(decode: Callable[..., Any], thing: object):
    with pytest.raises(WrongTypeError, match="a document is a text, or data parsed from one"):
        decode(thing)


@EVERY
def test_a_zone_and_a_name_of_another_type_are_refused(decode: Callable[..., Any], document: Any):
    with pytest.raises(WrongTypeError, match="a time zone is a name"):
        decode(document, timezone=5)
    with pytest.raises(WrongTypeError, match="a name is a text"):
        decode(document, name=5)
    with pytest.raises(ValueError, match="no time zone is named 'Mars/Base'"):
        decode(document, timezone="Mars/Base")


def test_a_key_that_stands_twice_is_noted_and_the_last_holds():
    done = schema_org.decode('{"name": "Lab", "openingHours": "Mo 08:00-12:00", "openingHours": "Tu 08:00-12:00"}')
    assert str(done.value.regular_hours) == "Tu 08:00-12:00"
    assert [(note.code, note.place) for note in done.notes] == [("duplicate-key", "/openingHours")]


@pytest.mark.parametrize(
    ("decode", "many"),
    [
        (schema_org.decode, {"openingHoursSpecification": [
            {"dayOfWeek": "Monday", "opens": f"{n % 23:02}:{n // 23 % 60:02}", "closes": "23:30"} for n in range(10_000)]}),
        (schema_org.decode, {"openingHoursSpecification": [
            {"validFrom": "2026-01-01", "validThrough": f"{2026 + n // 300}-{1 + n % 12:02}-15"} for n in range(5_000)]}),
        (schema_org.decode, {"openingHours": ["Mo " * 600] * 200}),
        (schema_org.decode, {"openingHours": " " * 100_000 + "-"}),
        (google.decode, {"regularHours": {"periods": [PERIOD | {"openTime": {"hours": n % 20}} for n in range(10_000)]}}),
        (google.decode, {"specialHours": {"specialHourPeriods": [{"startDate": DATE, "closed": True}] * 20_000}}),
        (hsds.decode, [SCHEDULE] * 5_000),
        (yext.decode, {"hours": {"monday": {"openIntervals": [{"start": "09:00", "end": "17:00"}] * 20_000}}}),
        (nhs.decode, {"OpeningTimes": [ROW] * 20_000}),
        (sheet.decode, {"Special hours": "2026-12-24: 10:00-12:00, " * 5_000}),
        (sheet.decode, {"Monday hours": "10:00-12:00, " * 20_000}),
    ],
    ids=[f"many-{n}" for n in range(11)],
)  # fmt: skip
def test_very_many_hours_are_read_at_once(decode: Callable[..., Any], many: Any):
    check(decode, many)


def test_very_many_schedules_that_hold_at_different_times_are_refused():
    rows = [
        {"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "12:00",
         "valid_from": f"{1000 + n}-01-01", "valid_to": f"{9000 - n}-01-01"} for n in range(3_000)
    ]  # fmt: skip
    with pytest.raises(ValueError, match="too many schedules hold at the same time"):
        hsds.decode(rows)
