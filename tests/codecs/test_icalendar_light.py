"""The package for calendars is loaded when it is needed, and asked for where it is missing."""

import builtins
import subprocess
import sys
from typing import Any

import pytest

from clinic_hours import Location
from clinic_hours.codecs import icalendar
from clinic_hours.errors import MissingExtraError


def test_the_package_is_loaded_only_when_a_calendar_is_written():
    code = (
        "import sys; from clinic_hours.codecs import icalendar; "
        "lines = 'BEGIN:VCALENDAR|BEGIN:VEVENT|DTSTART;TZID=Europe/Berlin:20260105T080000|DURATION:PT1H|END:VEVENT|END:VCALENDAR'; "
        "icalendar.decode(lines.replace('|', '\\r\\n')); print('icalendar' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("False\n", "")


def test_without_the_extra_an_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    imports = builtins.__import__

    def without(name: str, *others: Any) -> Any:
        if name == "icalendar":
            raise ImportError(name)
        return imports(name, *others)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(
        MissingExtraError, match=r"iCalendar needs an optional package: pip install 'clinic-hours\[icalendar\]'"
    ):
        icalendar.encode(Location(name="Main office", timezone="UTC", regular_hours="Mo 08:00-16:00"))
