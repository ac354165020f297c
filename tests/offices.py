"""One office as each format has it, for the commands that read them."""

from __future__ import annotations

import json
from typing import Any

OPENS, CLOSES = {"hours": 8}, {"hours": 16}
PERIOD = {"openDay": "MONDAY", "openTime": OPENS, "closeDay": "MONDAY", "closeTime": CLOSES}
POINTS = {"open": {"day": 1, "hour": 8, "minute": 0}, "close": {"day": 1, "hour": 16, "minute": 0}}
ROW = {
    "Weekday": "Monday",
    "OpeningTime": "08:00",
    "ClosingTime": "16:00",
    "OpeningTimeType": "General",
    "IsOpen": True,
}
DAYS = {"tuesday": {"isClosed": True}, "monday": {"openIntervals": [{"start": "08:00", "end": "16:00"}]}}

EVENT = (
    "BEGIN:VEVENT\r\nSUMMARY:Open\r\nDTSTART:20260105T080000\r\nDURATION:PT8H\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n"
)
CALENDAR = f"BEGIN:VCALENDAR\r\nX-WR-CALNAME:Office\r\n{EVENT}END:VCALENDAR\r\n"

DOCUMENTS: dict[str, Any] = {
    "json": {"name": "Office", "timezone": "UTC", "locations": [{"name": "Office", "regular_hours": "Mon 8am-4pm"}]},
    "schema-org": {"@context": "https://schema.org", "@type": "MedicalClinic", "openingHours": "Mo 08:00-16:00"},
    "google": {"title": "Office", "regularHours": {"periods": [PERIOD]}},
    "places": {"displayName": {"text": "Office"}, "regularOpeningHours": {"periods": [POINTS]}},
    "fhir": {
        "resourceType": "Location",
        "name": "Office",
        "hoursOfOperation": [{"daysOfWeek": ["mon"], "openingTime": "08:00:00", "closingTime": "16:00:00"}],
    },
    "hsds": {
        "name": "Office",
        "schedules": [{"freq": "WEEKLY", "byday": "MO", "opens_at": "08:00", "closes_at": "16:00"}],
    },
    "nhs": {"OrganisationName": "Office", "OpeningTimes": [ROW]},
    "yext": {"name": "Office", "hours": DAYS},
}
"""Documents in JSON, by their formats; each is open on Mondays from 8 to 16."""

TEXTS = {
    **{name: json.dumps(document) for name, document in DOCUMENTS.items()},
    "toml": 'name = "Office"\ntimezone = "UTC"\n[[locations]]\nname = "Office"\nregular_hours = "Mon 8am-4pm"\n',
    "yaml": 'name: Office\ntimezone: UTC\nlocations:\n- name: Office\n  regular_hours: "Mon 8am-4pm"\n',
    "google-sheet": "Store code,Business name,Monday hours\nmain,Office,08:00-16:00\n",
    "osm": "Mo 08:00-16:00\n",
    "icalendar": CALENDAR,
    "availability": CALENDAR,
}
"""The same as texts, and those that are no JSON."""
