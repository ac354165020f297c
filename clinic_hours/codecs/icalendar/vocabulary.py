"""What iCalendar can say, and the words of our own that stand in it.

Properties whose names begin with `X-CLINIC-HOURS-` carry what other calendars need not know; they skip them. On a component::

    X-CLINIC-HOURS-OF        the id of the location whose hours these are
    X-CLINIC-HOURS-SERVICE   the id of the service, where they are those of one
    X-CLINIC-HOURS-STATE     OPEN, BY_APPOINTMENT, UNKNOWN or CLOSED
    X-CLINIC-HOURS-NOTE      the note on the hours
    X-CLINIC-HOURS-REASON    why they are other than usual
    X-CLINIC-HOURS-SEASON    the first and the last date of a season: 2026-06-01/2026-08-31
    X-CLINIC-HOURS-SPECIAL   TRUE where a rule only counts out some dates, on which the hours are special

On the calendar, as JSON, in the words of a clinic file::

    X-CLINIC-HOURS-CLINIC    the clinic
    X-CLINIC-HOURS-LOCATION  a location and its services, each once
"""

from __future__ import annotations

from typing import Literal

from clinic_hours.codecs.capabilities import Capabilities, Extent, Feature

Form = Literal["events", "availability"]
"""The components that say open hours: events, which every calendar shows, or the availability of RFC 7953."""

CAPABILITIES = Capabilities(
    "iCalendar",
    writes=True,
    features=dict.fromkeys(Feature, Extent.YES)
    | {Feature.YEARLY: Extent.AS_DATES, Feature.DATED_BREAKS: Extent.AS_DATES},
)

PRODID = "-//clinic_hours//opening hours//EN"
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

OWN = "X-CLINIC-HOURS-"
OF, SERVICE, STATE, NOTE, REASON, SEASON, SPECIAL, CLINIC, LOCATION = (
    f"{OWN}{word}" for word in ("OF", "SERVICE", "STATE", "NOTE", "REASON", "SEASON", "SPECIAL", "CLINIC", "LOCATION")
)

CLOSED_WORDS = ("closed", "closure", "cerrado", "fermé", "geschlossen", "chiuso", "fechado", "encerrado")
"""Words with which the summary of an event begins that is no opening but a closure, in six languages."""
OPEN_WORDS = ("", "open", "opening hours", "office hours", "business hours", "hours", "available")
"""Summaries that say no more than that it is open."""
