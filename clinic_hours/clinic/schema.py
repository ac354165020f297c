"""The JSON Schema of a clinic file, with what an editor shows while somebody writes one."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

TITLE = "Clinic file of clinic_hours"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

Property = dict[str, Any]

DATES: Property = {
    "description": "Which dates: a day, a range, a day of every year, a recurrence, Easter, a public holiday by its name.",
    "examples": [
        "2026-12-24",
        "2026-08-03/2026-08-14",
        "2027-01-01/..",
        "12-25",
        "12-24/01-01",
        "RRULE:FREQ=MONTHLY;BYDAY=2SA,4SA",
        "easter-2",
        "US: Thanksgiving Day",
        "US-NJ: *",
    ],
}
REASON: Property = {"description": "Why, in one line that people see.", "examples": ["Christmas Day"]}
EXCEPT: Property = {
    "description": "The ids of the locations for which a rule of the whole clinic does not hold; in no rule of a location.",
    "examples": [["urgent-care"]],
}
WEEK: Property = {
    "description": "A week of hours: as on the sign, or a table with the hours of each day. Days that are left out are closed.",
    "examples": [
        "Mon-Fri 8am-5pm",
        "Mon 8am-4pm\nTues, Wed & Thurs 8am-5pm\nClosed Fri-Sun",
        "Mo-Fr 08:00-17:00",
        "24/7",
    ],
}
DAY: Property = {
    "description": "The hours of these dates; leave them out where it is closed.",
    "examples": ["8am-noon", "off"],
}

DOOR: dict[str, Property] = {
    "id": {
        "description": "A short name that never changes; made from the name where it is left out.",
        "examples": ["main"],
    },
    "name": {"description": "The name that people see.", "examples": ["Main office"]},
    "timezone": {
        "description": "Its IANA time zone; the clinic's where it is left out.",
        "examples": ["America/New_York"],
    },
    "phone": {"description": "A telephone number.", "examples": ["+1 201 555 0100"]},
    "url": {
        "description": "A web address.",
        "examples": ["https://riverside.example/main"],
        "pattern": "^https?://\\S+$",
    },
    "regular_hours": WEEK,
    "special_hours": {"description": "Dates with other hours than the regular ones, closures above all."},
    "seasonal_hours": {"description": "Parts of the year with another week of hours."},
    "breaks": {"description": "Times that are taken out of the hours of some dates."},
}

PROPERTIES: Mapping[str, Mapping[str, Property]] = {
    "Clinic": DOOR
    | {
        "schema_version": {"description": "The version of this form of file."},
        "timezone": {
            "description": "The IANA time zone of every location that names none.",
            "examples": ["America/New_York"],
        },
        "checked_on": {"description": "When a person last confirmed these hours.", "examples": ["2026-11-02"]},
        "special_hours": {"description": "Dates with other hours at every location, closures above all."},
        "seasonal_hours": {"description": "Parts of the year with another week of hours at every location."},
        "locations": {"description": "The places that have hours."},
    },
    "Location": DOOR
    | {
        "address": {"description": "The postal address; its country and region choose the public holidays."},
        "services": {
            "description": "Hours of their own inside this location: a lab, a pharmacy, the phones, a provider."
        },
    },
    "Service": DOOR
    | {
        "name": {"description": "The name that people see.", "examples": ["Lab"]},
        "timezone": {"description": "Leave it out: a service is in the time zone of its location."},
    },
    "Address": {
        "street": {"description": "Street and number.", "examples": ["1 River Road"]},
        "city": {"description": "City or town.", "examples": ["Edgewater"]},
        "region": {"description": "State, province or the like, by its code or its name.", "examples": ["NJ"]},
        "postal_code": {"description": "Postal code, in quotation marks.", "examples": ["07020"]},
        "country": {
            "description": "Country, in two letters (ISO 3166).",
            "examples": ["US"],
            "pattern": "^([A-Za-z]{2})?$",
        },
    },
    "SpecialHours": {"dates": DATES, "hours": DAY, "reason": REASON, "except_locations": EXCEPT},
    "SeasonalHours": {"dates": DATES, "hours": WEEK, "reason": REASON, "except_locations": EXCEPT},
    "Break": {
        "dates": DATES,
        "hours": {"description": "The times that are taken out.", "examples": ["12pm-1pm"]},
        "reason": REASON,
    },
    "WeeklyHours": {
        day: {"description": f"The hours of {day.capitalize()}; closed where they are left out."}
        for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    },
    "TimeRange": {
        "opens": {"description": "When it opens, on the 24-hour clock."},
        "closes": {"description": "When it closes, up to 24:00; before it opens for a night past midnight."},
        "state": {"description": "What holds: open, by_appointment, or unknown for hours that may differ."},
        "note": {"description": "One line for people, without quotation marks.", "examples": ["new patients"]},
    },
}
"""What an editor tells of each key."""


SCHEMA = "clinic.schema.json"


def schema_text() -> str:
    """The schema as it ships with the package, for an editor; the same as `Clinic.model_json_schema()`."""
    return files("clinic_hours.clinic").joinpath(SCHEMA).read_text(encoding="utf-8")


def described(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema that pydantic makes of a clinic, with a description and examples for each key."""
    own = {"$schema": {"type": "string", "description": "Where an editor finds this schema.", "title": "Schema"}}
    made = {"$schema": DIALECT} | schema | {"title": TITLE, "properties": own | schema["properties"]}
    for name, kind in {**schema.get("$defs", {}), "Clinic": made}.items():
        if "description" in kind:
            kind["description"] = kind["description"].partition("\n")[0]
        for key, told in PROPERTIES.get(name, {}).items():
            for held in _forms(kind):
                if key in held.get("properties", {}):
                    held["properties"][key] |= told
    return made


def _forms(kind: Mapping[str, Any]) -> list[Any]:
    """A kind of table, in each of the forms that it may have."""
    return [kind, *kind.get("anyOf", ())]
