"""Calendars that nobody means well with are noted, or refused with an error of ours, and take a work with bounds."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic_hours import Clinic, ClinicHoursError, Location
from clinic_hours.codecs import icalendar
from clinic_hours.errors import NotRepresentableError
from steps import steps

CORPUS = Path(__file__).parents[1] / "corpus" / "icalendar"
DOCUMENTS = [path.read_bytes().decode() for path in sorted(CORPUS.glob("*.ics"))]
LINES = sorted({line for text in DOCUMENTS for line in text.splitlines()})
PIECES = [
    *(
        "",
        ":",
        ";",
        ",",
        "\\",
        '"',
        "=",
        "Z",
        "T",
        "\r\n",
        "\r\n ",
        "\0",
        "\u2028",
        "é",
        "-1",
        "0",
        "9999",
        "99991231T235959Z",
    ),
    *(
        "00010101",
        "BEGIN:VEVENT\r\n",
        "END:VEVENT\r\n",
        "RRULE:FREQ=SECONDLY\r\n",
        ";COUNT=999999999",
        ";INTERVAL=0",
        ";UNTIL=99991231",
    ),
    *(
        ";BYDAY=53SU",
        "EXDATE:20260105T080000\r\n",
        "DURATION:P99999W\r\n",
        "DTSTART:99991231T235900\r\n",
        "SUMMARY:Closed\r\n",
    ),
    *(
        "X-CLINIC-HOURS-OF:main\r\n",
        "X-CLINIC-HOURS-LOCATION:[[[[\r\n",
        "DTSTART;VALUE=DATE:00010101\r\n",
        "TRANSP:OPAQUE\r\n",
    ),
]


def check(text: Any) -> None:
    """A calendar is read, and can be asked, or is refused in the library's own words."""
    for zone in (None, "America/New_York"):
        with suppress(ClinicHoursError):
            done = icalendar.decode(text, timezone=zone)
            assert isinstance(done.value, Location | Clinic)
            for note in done.notes:
                assert note.code.replace("-", "").isalnum()
                assert len(note.sentence) < 1000


@given(st.text(max_size=60) | st.binary(max_size=60) | st.text('BEGIN:VEVT\r\n;=\\"', max_size=60))
def test_anything_is_read_or_refused(text: Any):
    check(text)


@given(st.lists(st.sampled_from(LINES), max_size=30))
def test_any_lines_are_read_or_refused(lines: list[str]):
    check("\r\n".join(lines))
    check(
        "\r\n".join(
            [
                "BEGIN:VCALENDAR",
                "BEGIN:VEVENT",
                *(line for line in lines if ":VCAL" not in line),
                "END:VEVENT",
                "END:VCALENDAR",
            ]
        )
    )


@given(
    st.sampled_from(DOCUMENTS),
    st.lists(st.tuples(st.integers(0, 5000), st.sampled_from(PIECES), st.integers(0, 12)), max_size=8),
)
def test_a_broken_calendar_is_read_or_refused(text: str, changes: list[tuple[int, str, int]]):
    for place, piece, gone in changes:
        place %= len(text) or 1
        text = text[:place] + piece + text[place + gone :]
    check(text)


@given(st.sampled_from(DOCUMENTS), st.data())
def test_a_calendar_with_other_values_is_read_or_refused(text: str, data: st.DataObject):
    lines = text.splitlines()
    for _ in range(data.draw(st.integers(1, 5))):
        number = data.draw(st.integers(0, len(lines) - 1))
        if not lines[number].startswith(("BEGIN", "END")):
            name = lines[number].partition(":")[0]
            lines[number] = (
                f"{name}:{data.draw(st.sampled_from(LINES)).partition(':')[2] or data.draw(st.sampled_from(PIECES))}"
            )
    check("\r\n".join(lines))


@pytest.mark.parametrize("text", DOCUMENTS, ids=range(len(DOCUMENTS)))
def test_a_calendar_that_is_cut_off_anywhere_is_refused_or_noted(text: str):
    for end in range(0, len(text), 41):
        check(text[:end])


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])


def events(count: int, *lines: str, clocks: int = 24) -> str:
    """A calendar of many events that begin at different times."""
    made = (
        event(
            f"DTSTART:{2000 + n // 300 % 90}{1 + n % 12:02}{1 + n % 28:02}T{n % clocks:02}0000",
            *(line.format(n=n) for line in lines),
        )
        for n in range(count)
    )
    return f"BEGIN:VCALENDAR\r\n{''.join(made)}END:VCALENDAR\r\n"


HOUR = "DURATION:PT1H"


@pytest.mark.parametrize(
    ("count", "lines", "message"),
    [
        (600, [HOUR, "RRULE:FREQ=MONTHLY"], "/VEVENT/500: more than 500 events recur without being a week"),
        (600, [HOUR, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3"], "/VEVENT/500: more than 500 events recur without"),
        (3000, [HOUR, "RRULE:FREQ=WEEKLY;UNTIL=20990101"], "too many events recur at the same time"),
        (140, ["DURATION:P399D"], "more than 50,000 single dates are told"),
        (140, ["SUMMARY:Closed", "DURATION:P1D", "RRULE:FREQ=DAILY;COUNT=399"], "more than 50,000 single dates are told"),
        (40, ["SUMMARY:Closed", "DURATION:P3650D"], "the closures of more than 100,000 days are told"),
    ],
    ids=range(6),
)  # fmt: skip
def test_what_takes_too_much_work_is_refused(count: int, lines: list[str], message: str):
    with pytest.raises(NotRepresentableError, match=message):
        icalendar.decode(events(count, *lines, clocks=1 if "SUMMARY:Closed" in lines else 24))


def test_very_many_exceptions_from_very_many_rules_are_refused():
    dates = ",".join(f"{2000 + n % 500}0{n % 9 + 1}{10 + n % 19}T080000" for n in range(4000))
    rules = "".join(event(f"DTSTART:20260105T{n % 24:02}{n % 60:02}00", HOUR, "RRULE:FREQ=MONTHLY") for n in range(400))
    text = f"BEGIN:VCALENDAR\r\n{rules}{event('DTSTART:20260105T080000', HOUR, 'RDATE:' + dates)}END:VCALENDAR\r\n"
    with pytest.raises(NotRepresentableError, match="too many events have exceptions"):
        icalendar.decode(text)


def test_very_many_availabilities_are_refused():
    one = "BEGIN:VAVAILABILITY\r\nEND:VAVAILABILITY\r\n"
    with pytest.raises(
        NotRepresentableError, match="/VAVAILABILITY/1000: more than 1,000 availabilities are of one place"
    ):
        icalendar.decode(one * 1001)


@pytest.mark.parametrize(
    "lines",
    [
        [HOUR, "RRULE:FREQ=DAILY;COUNT=999999999"],
        [HOUR, "RRULE:FREQ=MONTHLY;COUNT=999999999"],
        [HOUR, "RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=99991231T235959Z"],
        [HOUR, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5"],
        [HOUR, "RRULE:FREQ=YEARLY;INTERVAL=999999999;COUNT=3"],
        [HOUR, "RRULE:FREQ=SECONDLY"],
        ["DURATION:P99999W"],
        ["SUMMARY:Closed", "DURATION:P99999W"],
        [HOUR, "SUMMARY:x" + "\r\n y" * 5000],
        [HOUR, "CATEGORIES" + ";A=b" * 5000 + ":x"],
        [HOUR, "CATEGORIES" + ';A="' * 5000 + ":x"],
        [HOUR, "X" + "-" * 20_000],
    ],
    ids=range(12),
)
def test_one_event_takes_little_work_whatever_it_says(lines: list[str]):
    assert steps(lambda: check(events(1, *lines)), at_most=300_000) > 0


def test_many_events_take_work_in_proportion():
    few, many = (
        steps(lambda count=count: check(events(count, HOUR, "DTSTART;TZID=Zone{n}:20260105T080000")))
        for count in (100, 400)
    )
    assert many < 6 * few
