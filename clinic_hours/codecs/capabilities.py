"""What a format can say, as plain data: what `encode` leaves out follows from it, and so does the page about the formats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Feature(StrEnum):
    """Something that hours may have.

    >>> Feature.OVERNIGHT.value
    'hours past midnight'
    """

    RANGES = "several ranges in a day"
    OVERNIGHT = "hours past midnight"
    WHOLE_DAYS = "whole days"
    DATES = "special hours and closures on a date"
    SEASONS = "seasons, with a week of their own"
    YEARLY = "dates of every year"
    NTH_WEEKDAYS = "the nth weekday of a month"
    WEEKLY_BREAKS = "a break of every week"
    DATED_BREAKS = "a break on some dates"
    NOTES = "notes on hours"
    REASONS = "reasons of special hours"
    BY_APPOINTMENT = "hours by appointment"
    UNKNOWN = "hours that may differ"
    ZONE = "the time zone"
    SERVICES = "services with hours of their own"
    SERVICE_DATES = "special hours of a service"
    LOCATIONS = "several locations"


class Extent(StrEnum):
    """How far a format can say a feature."""

    YES = "yes"
    """As it is."""
    AS_DATES = "as dates"
    """As what comes of it on the dates of a window, which a note tells."""
    CLOSURES = "closures"
    """Where it closes, as it is or as its dates; what opens beyond that is left out, which a note tells."""
    NO = "no"
    """Not at all, which a note tells, but for the time zone: hours are on the place's own wall clock everywhere."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What one format can say, on the way in and on the way out; what is not listed it cannot say at all.

    >>> sheet = Capabilities("a sheet", writes=True, features={Feature.RANGES: Extent.YES})
    >>> sheet[Feature.RANGES], sheet.says(Feature.NOTES)
    (<Extent.YES: 'yes'>, False)
    """

    format: str
    writes: bool
    features: Mapping[Feature, Extent]

    def __getitem__(self, feature: Feature) -> Extent:
        return self.features.get(feature, Extent.NO)

    def says(self, feature: Feature) -> bool:
        """Whether a feature is said as it is."""
        return self[feature] is Extent.YES


def table(formats: Iterable[Capabilities]) -> str:
    """A table in Markdown of what some formats can say.

    >>> print(table([Capabilities("a sheet", writes=True, features={Feature.RANGES: Extent.YES})]).splitlines()[2])
    | several ranges in a day | yes |
    """
    columns = list(formats)
    heads = [column.format if column.writes else f"{column.format} (in only)" for column in columns]
    rows = [["", *heads], ["---"] * (len(heads) + 1)]
    rows += [[feature.value, *(column[feature].value for column in columns)] for feature in Feature]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"
