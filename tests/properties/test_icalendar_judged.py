"""Calendars as an independent reader expands them: it finds a door open exactly when the door is."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import Clinic, Location, strategies
from clinic_hours.codecs import icalendar
from exchange import doors, window_of

package = pytest.importorskip("icalendar")
judge = pytest.importorskip("recurring_ical_events")

ZONES = st.sampled_from(
    ("UTC", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/Havana", "Asia/Kolkata")
)
LOCATIONS = strategies.locations(timezones=ZONES)
# Each has a change of the clocks on one side of the earth or on both.
WINDOWS = st.sampled_from(
    [
        (date(2026, 2, 25), date(2026, 4, 10)),
        (date(2026, 9, 20), date(2026, 11, 12)),
        (date(2024, 2, 20), date(2024, 3, 31)),
    ]
)
ID, SERVICE, STATE = (f"X-CLINIC-HOURS-{word}" for word in ("OF", "SERVICE", "STATE"))


def opened(text: str, key: str, start: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
    """When the judge finds a door open, touching and overlapping times joined, cut to a window."""
    calendar = package.Calendar.from_ical(text)
    for available in [part for part in calendar.walk("AVAILABLE") if part.name == "AVAILABLE"]:
        event = package.Event()
        for name, value in available.property_items(recursive=False, sorted=False):
            if name not in ("BEGIN", "END"):
                event.add(name, value, encode=False)
        calendar.add_component(event)
    kept = [
        part
        for part in calendar.walk("VEVENT")
        if "/".join(part[name] for name in (ID, SERVICE) if name in part) == key and part[STATE] == "OPEN"
    ]
    calendar.subcomponents = [*calendar.walk("VTIMEZONE"), *kept]
    found = judge.of(calendar).between(start - timedelta(days=3), end + timedelta(days=3))
    times = sorted((utc(each["DTSTART"]), utc(each["DTEND"])) for each in found)
    out: list[tuple[datetime, datetime]] = []
    for opens, closes in times:
        opens, closes = max(opens, start), min(closes, end)
        if opens >= closes:
            continue
        if out and opens <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], closes))
        else:
            out.append((opens, closes))
    return out


def utc(held: Any) -> datetime:
    return held.dt.astimezone(UTC)


def check(value: Location | Clinic, window: tuple[date, date], form: icalendar.Form) -> None:
    first, until = window
    text = icalendar.encode(value, first=first, until=until, form=form).document
    for key, door in doors(value):
        start, end = (at.astimezone(UTC) for at in window_of(door, first, until))
        ours = [(opening.start.astimezone(UTC), opening.end.astimezone(UTC)) for opening in door.openings(start, end)]
        assert opened(text, key, start, end) == ours, key


@pytest.mark.parametrize("form", ["events", "availability"])
@given(location=LOCATIONS, window=WINDOWS)
def test_a_location_is_open_when_the_judge_says_so(form: icalendar.Form, location: Location, window: tuple[date, date]):
    check(location, window, form)


@given(clinic=strategies.clinics(locations=LOCATIONS), window=WINDOWS)
def test_so_is_every_location_of_a_clinic(clinic: Clinic, window: tuple[date, date]):
    check(clinic, window, "events")


@pytest.mark.parametrize("form", ["events", "availability"])
@pytest.mark.parametrize(
    "week", ["24/7", "Mo-Su 22:00-06:00", "Mo-Su 02:15-02:45", "Mo-Su 01:30-02:30", "Mo-Su 00:30-12:00"]
)
@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/Havana"])
@pytest.mark.parametrize("first", [date(2026, 3, 1), date(2026, 10, 1), date(2026, 3, 7), date(2026, 11, 1)], ids=str)
def test_nights_on_which_the_clocks_change(form: icalendar.Form, week: str, zone: str, first: date):
    check(Location(name="Ward", timezone=zone, regular_hours=week), (first, first + timedelta(days=40)), form)
