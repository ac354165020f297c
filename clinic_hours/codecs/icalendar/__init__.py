"""iCalendar (RFC 5545, and availability by RFC 7953), both ways: a calendar that a phone subscribes to.

The hours of a week are events that recur on its days, in the time zone of the place; on dates that differ an event leaves them
out, and others stand there. A closure is an event of whole days, so that whoever looks sees why. What other calendars need not
know stands in properties whose names begin with `X-CLINIC-HOURS-`; so services, states, notes and reasons come back.

Sources: https://www.rfc-editor.org/rfc/rfc5545, https://www.rfc-editor.org/rfc/rfc7953. To write needs the extra `icalendar`.
"""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.decoded import Decoded, Encoded, OnLoss, check_on_loss, encoded
from clinic_hours.codecs.documents import Notes
from clinic_hours.codecs.icalendar.lines import components
from clinic_hours.codecs.icalendar.reading import Reading
from clinic_hours.codecs.icalendar.vocabulary import CAPABILITIES, Form
from clinic_hours.codecs.icalendar.writing import written
from clinic_hours.codecs.naming import checked_name, checked_zone
from clinic_hours.errors import InvalidHoursError
from clinic_hours.location import Location

__all__ = ["CAPABILITIES", "Form", "decode", "encode"]


def decode(
    document: str, *, timezone: str | ZoneInfo | None = None, name: str | None = None
) -> Decoded[Location | Clinic]:
    r"""The location whose hours the events and the availability of a calendar are; a `Clinic` where they are of several.

    All events add up. Those that recur every week without an end are the regular hours, with one they are seasons, and what
    recurs otherwise or not at all is special hours. In a calendar of another program an event is open time unless it takes no
    time (`TRANSP:TRANSPARENT`) or says that it is closed; what stands in LOCATION tells several places apart. `timezone` is for a
    calendar that names none, and `name` for one that has none.

    Raises `DocumentSyntaxError` with the line for what is no calendar, `NotRepresentableError` where no component says hours,
    and `UnknownTimezoneError`.

    >>> event = ["BEGIN:VEVENT", "SUMMARY:Open", "DTSTART:20260105T080000", "DURATION:PT8H", "RRULE:FREQ=WEEKLY", "END:VEVENT"]
    >>> text = "\r\n".join(["BEGIN:VCALENDAR", "X-WR-CALNAME:Lab", "X-WR-TIMEZONE:America/New_York", *event, "END:VCALENDAR"])
    >>> lab = decode(text).value
    >>> print(lab.name, lab.timezone, lab.regular_hours, sep=", ")
    Lab, America/New_York, Mo 08:00-16:00
    """
    zone, called, notes = checked_zone(timezone), checked_name(name), Notes()
    value = Reading(components(document, notes), zone, called, notes).value()
    return Decoded(value, tuple(notes))


def encode(
    value: Location | Clinic,
    *,
    on_loss: OnLoss = "note",
    first: date | None = None,
    until: date | None = None,
    form: Form = "events",
) -> Encoded[str]:
    r"""The text of a calendar with the hours of a location, or of all locations of a clinic, and of their services.

    With `form="availability"` what is open is one VAVAILABILITY for each, which few programs read; the rest are events all the
    same. The week goes on without an end from `first`, which is today where it is left out; dates that differ are told until
    `until`, a year later, with a note for what goes on behind it. So write the calendar anew every day: its UIDs stay.
    DTSTAMP is the date on which the hours were last checked, else `first`, so that equal hours give an equal text.

    Raises `MissingExtraError` without the extra `icalendar`, `InvalidHoursError` for another form, and as
    `clinic_hours.codecs.schema_org.encode` does.

    >>> office = Location(name="Main office", timezone="America/New_York", regular_hours="Mon-Fri 8am-4pm")
    >>> text = encode(office, first=date(2026, 11, 23)).document
    >>> print(*(line for line in text.split("\r\n") if line.startswith(("SUMMARY", "DTSTART;", "RRULE:FREQ=WEEKLY"))), sep="\n")
    DTSTART;TZID=America/New_York:20261123T080000
    RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
    SUMMARY:Main office open
    """
    check_on_loss(on_loss)
    if form not in ("events", "availability"):
        raise InvalidHoursError(f"form is 'events' or 'availability', not {form!r}")
    notes = Notes()
    return encoded(written(value, notes, first, until, form), notes, on_loss)
