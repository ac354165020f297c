"""The formats as their tests see them: those that are written, and documents for each claim of those that are only read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from clinic_hours import Clinic
from clinic_hours.codecs import fhir, google, hsds, icalendar, nhs, osm, schema_org, yext
from clinic_hours.codecs.capabilities import Capabilities, Feature
from clinic_hours.codecs.google import sheet
from clinic_hours.hours.week import NAMES
from exchange import UNSAID
from formats_table import shown


class Writer(NamedTuple):
    """A format that is written and read.

    `tells` are codes of notes on what is said all the same, `unsaid` of losses that change when a door is open. `has_window` is
    false where a format says every rule by itself.
    """

    capabilities: Capabilities
    encode: Callable[..., Any]
    decode: Callable[..., Any]
    tells: frozenset[str] = frozenset()
    unsaid: frozenset[str] = UNSAID
    has_window: bool = True


class Read(NamedTuple):
    """A format that is only read; a document for each feature, and the lines of its hours."""

    capabilities: Capabilities
    decode: Callable[..., Any]
    documents: Mapping[Feature, tuple[Any, list[str]]]

    def shown(self, document: Any) -> list[str]:
        value = self.decode(document).value
        zone = value.timezone
        return [
            *shown(value),
            *([f"zone: {zone}"] if zone not in (None, "Europe/London") or document.get("zoned") else []),
        ]


def osm_elements(value: Any, on_loss: Any = "note", **window: Any) -> Any:
    """The element of a location, which has its services too, or the elements of a clinic; OpenStreetMap needs no window."""
    return (osm.encode if isinstance(value, Clinic) else osm.element)(value, on_loss=on_loss)


LOST_IN_OSM = UNSAID | {"dates", "holiday-by-date", "differs", "unchecked"}
LOST_IN_FHIR = UNSAID | {"extra-hours", "closures-in-words", "no-time-zone"}
WRITERS = [
    *(
        Writer(module.CAPABILITIES, module.encode, module.decode)
        for module in (schema_org, google, sheet, hsds, icalendar)
    ),
    Writer(osm.CAPABILITIES, osm_elements, osm.decode, unsaid=LOST_IN_OSM, has_window=False),
    *(
        Writer(
            fhir.CAPABILITIES[version],
            partial(fhir.encode, version=version),
            fhir.decode,
            frozenset({"past-midnight"}),
            LOST_IN_FHIR,
        )
        for version in ("R4", "R5")
    ),
]


def hours(
    day: str, opens: str = "09:00", closes: str = "17:00", kind: str = "General", **others: Any
) -> dict[str, Any]:
    return {
        "Weekday": day,
        "OpeningTime": opens,
        "ClosingTime": closes,
        "OpeningTimeType": kind,
        "IsOpen": True,
        **others,
    }


def nhs_with(*rows: Any, **others: Any) -> dict[str, Any]:
    return {"OrganisationName": "A", "OpeningTimes": list(rows), **others}


def yext_with(monday: Any, **others: Any) -> dict[str, Any]:
    closed = {day: {"isClosed": True} for day in NAMES[1:]}
    return {"name": "A", "hours": {"monday": {"openIntervals": monday}, **closed, **others}}


DAY = [{"start": "09:00", "end": "17:00"}]
CHRISTMAS = {"holidayHours": [{"date": "2026-12-25", "isClosed": True}, {"date": "2026-12-24", "openIntervals": DAY}]}
DATED = {"Weekday": "", "OpeningTimeType": "Additional", "AdditionalOpeningDate": "Dec 25 2026", "IsOpen": False}

NHS: dict[Feature, tuple[Any, list[str]]] = {
    Feature.RANGES: (
        nhs_with(hours("Monday", closes="12:00"), hours("Monday", "13:00")),
        ["A: Mo 09:00-12:00,13:00-17:00"],
    ),
    Feature.OVERNIGHT: (nhs_with(hours("Friday", "22:00", "02:00")), ["A: Fr 22:00-02:00"]),
    Feature.WHOLE_DAYS: (nhs_with(hours("Sunday", "00:00", "23:59")), ["A: Su 00:00-24:00"]),
    Feature.DATES: (nhs_with(hours("Monday"), DATED), ["A: Mo 09:00-17:00 | 2026-12-25: off"]),
    Feature.UNKNOWN: (nhs_with(), ["A: Mo-Su 00:00-24:00 unknown"]),
    Feature.ZONE: (nhs_with(hours("Monday"), zoned=True), ["A: Mo 09:00-17:00", "zone: Europe/London"]),
    Feature.SERVICES: (
        nhs_with(hours("Monday"), hours("Monday", "10:00", kind="Surgery")),
        ["A: Mo 09:00-17:00", "A > Surgery: Mo 10:00-17:00"],
    ),
    Feature.SERVICE_DATES: (
        nhs_with(
            hours("Monday"), ServiceOpeningTimes=[hours("Tuesday", ServiceName="Flu"), DATED | {"ServiceName": "Flu"}]
        ),
        ["A: Mo 09:00-17:00", "A > Flu: Tu 09:00-17:00 | 2026-12-25: off"],
    ),
    Feature.LOCATIONS: (
        {"value": [nhs_with(hours("Monday")), {"OrganisationName": "B"}]},
        ["A: Mo 09:00-17:00", "B: Mo-Su 00:00-24:00 unknown"],
    ),
}
YEXT: dict[Feature, tuple[Any, list[str]]] = {
    Feature.RANGES: (
        yext_with([{"start": "09:00", "end": "12:00"}, {"start": "13:00", "end": "17:00"}]),
        ["A: Mo 09:00-12:00,13:00-17:00"],
    ),
    Feature.OVERNIGHT: (yext_with([{"start": "22:00", "end": "02:00"}]), ["A: Mo 22:00-02:00"]),
    Feature.WHOLE_DAYS: (yext_with([{"start": "00:00", "end": "23:59"}]), ["A: Mo 00:00-24:00"]),
    Feature.DATES: (yext_with(DAY, **CHRISTMAS), ["A: Mo 09:00-17:00 | 2026-12-25: off | 2026-12-24: 09:00-17:00"]),
    Feature.UNKNOWN: (yext_with(DAY, tuesday=None), ["A: Mo 09:00-17:00; Tu 00:00-24:00 unknown"]),
    Feature.ZONE: (yext_with(DAY) | {"timezone": "America/New_York"}, ["A: Mo 09:00-17:00", "zone: America/New_York"]),
    Feature.SERVICES: (
        yext_with(DAY)
        | {"driveThroughHours": {"normalHours": [{"day": "MONDAY", "intervals": [{"start": 930, "end": 1630}]}]}},
        ["A: Mo 09:00-17:00", "A > Drive through hours: Mo 09:30-16:30; Tu-Su 00:00-24:00 unknown"],
    ),
    Feature.SERVICE_DATES: (
        yext_with(DAY) | {"pharmacyHours": yext_with(DAY, **CHRISTMAS)["hours"]},
        ["A: Mo 09:00-17:00", "A > Pharmacy hours: Mo 09:00-17:00 | 2026-12-25: off | 2026-12-24: 09:00-17:00"],
    ),
    Feature.LOCATIONS: (
        {"entities": [yext_with(DAY) | {"timezone": "UTC"}, yext_with([]) | {"name": "B", "timezone": "UTC"}]},
        ["A: Mo 09:00-17:00", "B: off"],
    ),
}

DECODED = [Read(nhs.CAPABILITIES, nhs.decode, NHS), Read(yext.CAPABILITIES, yext.decode, YEXT)]


def capabilities() -> list[Capabilities]:
    """What every format can say, as the page about them shows it."""
    return [*(writer.capabilities for writer in WRITERS), *(read.capabilities for read in DECODED)]
