"""Each claim about a format, put to the test: what it says comes back, and what it does not say is noted."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from clinic_hours import Break, Clinic, Location, SeasonalHours, Service, SpecialHours
from clinic_hours.codecs.capabilities import Capabilities, Extent, Feature, table
from clinic_hours.codecs.outline import WINDOW_CODES
from exchange import doors
from formats import DECODED, WRITERS, capabilities

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "formats.md"
FIRST, UNTIL = date(2026, 3, 1), date(2026, 4, 30)
LATER = 120
"""Days after the window on which what a format says as it is must hold as well."""
ZONE = "America/New_York"


def office(week: str = "Mo-Fr 08:00-17:00", **rules: Any) -> Location:
    return Location(name="Main office", timezone=ZONE, regular_hours=week, **rules)


LAB = Service(name="Lab", regular_hours="Mo-Fr 07:00-11:00")
SAMPLES: dict[Feature, Location | Clinic] = {
    Feature.RANGES: office("Mo 08:00-12:00,13:00-17:00; Tu 09:00-10:00,11:00-12:00,14:00-15:00"),
    Feature.OVERNIGHT: office("Fr-Su 22:00-02:00"),
    Feature.WHOLE_DAYS: office("Mo 08:00-17:00; Sa-Su 00:00-24:00"),
    Feature.DATES: office(special_hours=[SpecialHours("2026-03-05"), SpecialHours("2026-03-07", "09:00-12:00")]),
    Feature.SEASONS: office(seasonal_hours=[SeasonalHours("2026-03-10/2026-04-20", "Mo-Th 10:00-12:00")]),
    Feature.YEARLY: office(special_hours=[SpecialHours("03-05")]),
    Feature.NTH_WEEKDAYS: office(special_hours=[SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=2SA,-1SU", "09:00-12:00")]),
    Feature.WEEKLY_BREAKS: office(breaks=[Break("RRULE:FREQ=DAILY", "12:00-13:00")]),
    Feature.DATED_BREAKS: office(breaks=[Break("RRULE:FREQ=MONTHLY;BYDAY=1TH", "12:00-13:00")]),
    Feature.NOTES: office('Mo 08:00-12:00 open "ring the bell"; Tu 08:00-12:00'),
    Feature.REASONS: office(special_hours=[SpecialHours("2026-03-05", reason="Stocktaking")]),
    Feature.BY_APPOINTMENT: office('Mo 08:00-12:00; Fr 08:00-12:00 unknown "by appointment"'),
    Feature.UNKNOWN: office("Mo 08:00-12:00; Fr 08:00-12:00 unknown"),
    Feature.ZONE: office(),
    Feature.SERVICES: office(services=[LAB]),
    Feature.SERVICE_DATES: office(services=[LAB.with_special("2026-03-05", "07:00-09:00")]),
    Feature.LOCATIONS: Clinic(name="Riverside", timezone=ZONE, locations=[office(), office("24/7").replace(name="Urgent care")]),
}  # fmt: skip
OPENING: dict[Feature, Location | Clinic] = {
    Feature.DATES: office(special_hours=[SpecialHours("2026-03-07", "09:00-12:00")]),
    Feature.SEASONS: office(seasonal_hours=[SeasonalHours("2026-03-10/2026-04-20", "Sa 10:00-12:00")]),
    Feature.YEARLY: office(special_hours=[SpecialHours("03-07", "09:00-12:00")]),
    Feature.NTH_WEEKDAYS: SAMPLES[Feature.NTH_WEEKDAYS],
    Feature.REASONS: office(special_hours=[SpecialHours("2026-03-07", "09:00-12:00", reason="Stocktaking")]),
    Feature.SERVICE_DATES: office(services=[LAB.with_special("2026-03-05", "07:00-13:00")]),
}
"""What opens beyond the week, where a format can say what closes."""
CLOSING = SAMPLES | {
    Feature.DATES: office(special_hours=[SpecialHours("2026-03-05")]),
    Feature.NTH_WEEKDAYS: office(special_hours=[SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=2MO,-1TU")]),
}
"""What closes."""


def answers(value: Location | Clinic, until: date) -> list[Any]:
    """The hours of every location and service on every date, and why."""
    days = [FIRST + timedelta(days=number) for number in range((until - FIRST).days + 1)]
    plans = [(key, door, [door.plan_on(day) for day in days]) for key, door in doors(value)]
    return [(key, door.name, [(plan.hours, plan.reason) for plan in held]) for key, door, held in plans]


def names(thing: object) -> str:
    return thing.format if isinstance(thing, Capabilities) else str(thing)


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.capabilities.format)
@pytest.mark.parametrize("feature", Feature, ids=lambda feature: feature.name.lower())
def test_what_a_format_says_comes_back_and_what_it_does_not_is_noted(writer: Any, feature: Feature):
    extent = writer.capabilities[feature]
    if feature is Feature.ZONE:
        done = writer.encode(SAMPLES[feature], first=FIRST, until=UNTIL)
        assert (writer.decode(done.document).value.timezone == ZONE) == (extent is Extent.YES)
    elif extent is Extent.CLOSURES:
        check(writer, CLOSING[feature], Extent.AS_DATES)
        check(writer, OPENING[feature], Extent.NO)
    else:
        check(writer, SAMPLES[feature], extent)


def check(writer: Any, sample: Location | Clinic, extent: Extent) -> None:
    """How far a sample is said."""
    done = writer.encode(sample, first=FIRST, until=UNTIL)
    lost = {note.code for note in done.notes} - writer.tells
    again = writer.decode(done.document, timezone=ZONE).value
    if extent is Extent.YES:
        assert lost == set()
        assert answers(again, UNTIL + timedelta(days=LATER)) == answers(sample, UNTIL + timedelta(days=LATER))
    elif extent is Extent.AS_DATES:
        assert lost <= {*WINDOW_CODES}
        assert answers(again, UNTIL) == answers(sample, UNTIL)
    else:
        assert lost - {*WINDOW_CODES}
        assert answers(again, UNTIL) != answers(sample, UNTIL)


@pytest.mark.parametrize("said", DECODED, ids=lambda said: said.capabilities.format)
@pytest.mark.parametrize("feature", Feature, ids=lambda feature: feature.name.lower())
def test_what_a_format_that_is_only_read_says_is_read(said: Any, feature: Feature):
    assert (feature in said.documents) == said.capabilities.says(feature)
    if feature in said.documents:
        document, expected = said.documents[feature]
        assert said.shown(document) == expected


@pytest.mark.skipif(not PAGE.is_file(), reason="the documentation is not here")
def test_the_page_about_the_formats_has_their_table():
    assert table(capabilities()) in PAGE.read_text(encoding="utf-8"), f"write there:\n\n{table(capabilities())}"
