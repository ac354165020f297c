"""Pages of hours as files, for a validator and for the eye: `python tests/html_pages.py FOLDER`.

Every locale whose words are known has a page, and so have a name, notes and reasons that look like markup. To validate them::

    npx html-validate --config tests/html-validate.json "FOLDER/*.html"
"""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from clinic_hours import Break, Location, SeasonalHours, SpecialHours
from clinic_hours.text.built_in import SHAPES
from clinic_hours.text.locales import LANGUAGES, REGIONS

WEEK = """
Mo-We 08:00-12:00,13:00-17:30; Th 22:00-02:00, Fr 09:00-12:00 unknown "by appointment: new patients",
Fr 13:00-15:00 open "ring twice"; Sa 00:00-24:00; Su unknown "by appointment"
""".replace("\n", " ")
LOCALES = [*LANGUAGES, *REGIONS, "en_US", "en_GB", "ar_EG", "ar_MA", "ja_JP", "zh_TW", "es_US"]
HOSTILE = """</td></p><script>alert(1)</script> "quoted' & <!-- ]]> `"""
HOSTILE_NAME = """</title><i>"'&amp;</h1><!--"""


def office(name: str, reason: str, note: str = "side door") -> Location:
    """A place with everything that a page can show."""
    return Location(
        name=name,
        timezone="America/New_York",
        regular_hours=WEEK.replace("ring twice", note),
        special_hours=[
            SpecialHours("2026-11-26", reason=reason),
            SpecialHours("2026-12-24", "08:00-12:00", reason=reason),
        ],
        seasonal_hours=[SeasonalHours("2027-01-01/..", "Mo-Fr 09:00-17:00", reason=reason)],
        breaks=[Break("RRULE:FREQ=MONTHLY;BYDAY=1TU", "12:30-14:00", reason=reason)],
    )


def pages() -> dict[str, str]:
    """The pages by their names: whole documents, and one made of pieces in a document of somebody else's."""
    at = datetime(2026, 11, 23, 11, 45, tzinfo=ZoneInfo("America/New_York"))
    soon = timedelta(minutes=30)
    plain = office("Riverside Dermatology", "Thanksgiving")
    made = {
        locale: plain.to_html(at, locale=locale, whole=True, closing_soon=soon, timezone="Europe/Paris")
        for locale in LOCALES
    }
    hostile = office(HOSTILE_NAME, HOSTILE, HOSTILE.replace('"', "”"))
    made |= {f"hostile-{style}": hostile.to_html(at, style=style, whole=True) for style in SHAPES}
    pieces = "".join(
        office(f"Office {number}", "Thanksgiving").to_html(at, locale=locale, heading=number)
        for number, locale in enumerate(("en", "ar", "ja"), 1)
    )
    made["pieces"] = (
        f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Offices</title></head>\n<body>\n{pieces}</body>\n</html>\n'
    )
    return made


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for page, html in pages().items():
        (folder / f"{page}.html").write_text(html, encoding="utf-8")
