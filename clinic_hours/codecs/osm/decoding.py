"""A tag as a location."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from clinic_hours.codecs.decoded import Decoded, Note
from clinic_hours.codecs.osm.calendar import Holidays, Window, matching
from clinic_hours.codecs.osm.cells import WHOLE_WEEK, Cells
from clinic_hours.codecs.osm.compiling import Compiled, compiled
from clinic_hours.codecs.osm.grammar import read
from clinic_hours.codecs.osm.meaning import ranges
from clinic_hours.codecs.osm.sun import Coordinates, checked_coordinates, minutes
from clinic_hours.codecs.osm.syntax import Selector, Tag, Weekdays
from clinic_hours.codecs.osm.telling import told_of
from clinic_hours.errors import InvalidDatesError, NotRepresentableError
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.day import day_hours
from clinic_hours.hours.special import SpecialHours
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.location import Location

YEARS_AHEAD = 5
"""Years, this one first, for which the sun is worked out where none are given."""
MOST_YEARS = 30

NEEDS = {
    "PH": "public holidays (PH) differ by country: give country='DE', perhaps with a subdivision",
    "SH": "no calendar of school holidays (SH) is known here: give their dates, school_holidays=['2026-07-09/2026-08-22']",
}


@dataclass(frozen=True, slots=True)
class TagReader:
    """How tags are read: in which zone, by which calendars, and where the sun rises.

    Its fields are the parameters of `clinic_hours.codecs.osm.decode`.
    """

    timezone: str | None = None
    country: str | None = None
    subdivision: str = ""
    school: tuple[Dates, ...] | None = None
    coordinates: Coordinates | None = None
    sun_years: tuple[int, ...] | None = None

    def read(self, tag: str, name: str) -> Decoded[Location]:
        """The location whose doors open as a tag says."""
        syntax, notes = read(tag, self.country)
        cells = Cells(syntax, Holidays(self.country, self.subdivision, self.school))
        if undecided := cells.undecided():
            raise NotRepresentableError(NEEDS[undecided])
        by_the_sun = cells.uses_sun() and self.coordinates is not None
        rules = compiled(syntax, cells.holidays, over_midnight=not by_the_sun)
        special = rules.special or _closed_for_good(syntax, rules)
        if cells.uses_sun():
            if not by_the_sun or self.coordinates is None:
                told = "the sun is taken to rise at 06:00 and to set at 18:00, dawn and dusk half an hour off: give coordinates"
                notes.append(Note("sun-assumed", "", told))
            else:
                years = _years(self.sun_years)
                special += _by_the_sun(cells, checked_coordinates(self.coordinates), _zone(self.timezone), years)
                span = f"{years[0]} to {years[-1]}"
                told = f"sunrise and sunset are worked out for {span}; in other years they are at constant hours"
                notes.append(Note("sun-years", "", told))
        place = Location(
            name=name,
            timezone=self.timezone,
            regular_hours=rules.regular,
            special_hours=special,
            seasonal_hours=rules.seasonal,
            breaks=rules.breaks,
        )
        return Decoded(place, (*notes, *told_of(syntax, place)))


def _closed_for_good(tag: Tag, rules: Compiled) -> tuple[SpecialHours, ...]:
    """The closure of a tag that says why it is never open, `off "moved away"`, so that the reason is kept."""
    whole = (rule for rule in tag.rules if all(map(_is_whole_week, (one for group in rule.groups for one in group))))
    reasons = [rule.comment for rule in whole if rule.state == "off" and rule.comment]
    if not reasons or rules != Compiled(WeeklyHours()):
        return ()
    return (SpecialHours(Dates.between(date.min, None), reason=reasons[-1]),)


def _is_whole_week(selector: Selector) -> bool:
    return isinstance(selector, Weekdays) and selector.days == WHOLE_WEEK


def _years(given: Iterable[int] | None) -> list[int]:
    this = datetime.now(UTC).year
    years = sorted(set(range(this, this + YEARS_AHEAD) if given is None else given))
    if not years or len(years) > MOST_YEARS or years[-1] - years[0] != len(years) - 1 or not 2 <= years[0] <= 9998:
        raise InvalidDatesError(f"sun_years are 1 to {MOST_YEARS} years in a row, not {years[:3]}")
    return years


def _zone(timezone: str | ZoneInfo | None) -> ZoneInfo:
    if timezone is None:
        raise NotRepresentableError("the clock of a sunrise needs a time zone: give timezone='Europe/Berlin'")
    return timezone if isinstance(timezone, ZoneInfo) else ZoneInfo(timezone)


def _by_the_sun(cells: Cells, place: Coordinates, zone: ZoneInfo, years: list[int]) -> tuple[SpecialHours, ...]:
    """Every date of some years with its own hours, cut at midnight."""
    first = date(years[0], 1, 1).toordinal()
    window = Window(first - 1, date(years[-1], 12, 31).toordinal() + 1)
    suns = [minutes(place, zone, date.fromordinal(day)) for day in range(window.first, window.end)]
    columns = [matching(rule.groups, window, cells.holidays) for rule in cells.tag.rules]
    rows = [tuple(map(bool, row)) for row in zip(*columns, strict=True)]
    found: list[SpecialHours] = []
    for number in range(1, len(rows)):
        said = cells.meaning.day(rows[number], rows[number - 1], suns[number], suns[number - 1])
        hours = day_hours(ranges([piece._replace(tail=False) for piece in said.pieces]))
        found.append(SpecialHours(date.fromordinal(window.first + number), hours))
    return tuple(found)
