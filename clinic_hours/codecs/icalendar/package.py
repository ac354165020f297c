"""The one door to the `icalendar` package: it renders calendars with their time zones, and knows what Windows calls zones.

Documents are read without it. Its reader keeps every VTIMEZONE that it meets for the life of the process, and works each
out at once, whatever recurrence stands in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from clinic_hours.errors import MissingExtraError

LAST_CHANGE, YEAR = date(9999, 1, 1), timedelta(days=366)


class Property(NamedTuple):
    """A property: its name, its value as it stands in the text, and its parameters."""

    name: str
    value: str
    params: Mapping[str, str] = {}


class Part(NamedTuple):
    """A component: its name, its properties in order, and the components in it."""

    name: str
    properties: Sequence[Property]
    parts: Sequence[Part] = ()


def rendered(calendar: Part, first: date, until: date) -> str:
    r"""The text of a calendar, folded, with a VTIMEZONE from one date to another for each zone in it.

    >>> print(rendered(Part("VCALENDAR", [Property("VERSION", "2.0")]), date(2026, 1, 1), date(2026, 12, 31)).split("\r\n"))
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR', '']
    """
    made = _component(calendar, _package())
    # The package looks for changes of the clocks beyond the last date, and the calendar ends.
    until = min(until, LAST_CHANGE)
    made.add_missing_timezones(min(first, until - YEAR), until)
    text: str = made.to_ical(sorted=False).decode("utf-8")
    return text


def zone_of_windows(name: str) -> str | None:
    """The IANA name of a time zone that Windows names otherwise; `None` for another name.

    >>> zone_of_windows("W. Europe Standard Time")
    'Europe/Berlin'
    """
    _package()
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    found: str | None = WINDOWS_TO_OLSON.get(name)
    return found


def _package() -> Any:
    try:
        import icalendar
    except ImportError:
        raise MissingExtraError("iCalendar", "icalendar") from None
    return icalendar


def _component(part: Part, package: Any) -> Any:
    # Not by their own classes, of which older versions have none for availability.
    made = package.Calendar() if part.name == "VCALENDAR" else package.cal.Component()
    made.name = part.name
    for name, value, params in part.properties:
        # The value as it is: the package's own escaping takes the `\N` in a name such as `C:\New` for a line break.
        held = package.prop.vInline(value)
        held.params = package.Parameters(params)
        made.add(name, held, encode=False)
    for inner in part.parts:
        made.add_component(_component(inner, package))
    return made
