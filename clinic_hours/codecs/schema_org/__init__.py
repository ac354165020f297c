"""schema.org: the hours that web pages carry as JSON-LD for search engines, both ways.

`decode` reads `openingHours`, `openingHoursSpecification` and `specialOpeningHoursSpecification` of every place in a document,
with the hours of its departments and phone lines. `encode` writes what Google's guidelines for local businesses ask for: a
`MedicalClinic` with its services as departments, 00:00-23:59 for a whole day, 00:00-00:00 for a closed one, one specification for
hours past midnight, dates for whatever differs. The format has no time zone; hours are on the place's own wall clock.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from clinic_hours.clinic import Clinic
from clinic_hours.codecs.decoded import Decoded, Encoded, OnLoss, check_on_loss, encoded
from clinic_hours.codecs.documents import Notes, opened
from clinic_hours.codecs.naming import checked_name, checked_zone
from clinic_hours.codecs.schema_org.reading import read
from clinic_hours.codecs.schema_org.vocabulary import CAPABILITIES
from clinic_hours.codecs.schema_org.writing import written
from clinic_hours.location import Location

__all__ = ["CAPABILITIES", "decode", "encode", "script"]


def decode(
    document: Any, *, timezone: str | ZoneInfo | None = None, name: str | None = None
) -> Decoded[Location | Clinic]:
    '''The places that a document tells of: a `Location` where it is one, a `Clinic` where there are several.

    `document` is JSON-LD: its text, with or without the `<script>` element around it, or the data parsed from it. The format has
    no time zone, so a `Location` has the one that is given, or none; a `Clinic` needs it. `name` is for what has no name of its
    own. What cannot be read is noted, and the hours of its day are unknown.

    Raises `DocumentSyntaxError` for what is no JSON, `NotRepresentableError` where nothing has hours, and
    `UnknownTimezoneError` where there is no such zone or several places have none.

    >>> text = """{"@type": "MedicalClinic", "name": "Main office", "openingHours": ["Mo-Th 08:00-16:00", "Fr 08:00-12:00"]}"""
    >>> office = decode(text, timezone="America/New_York").value
    >>> print(office.regular_hours)
    Mo-Th 08:00-16:00; Fr 08:00-12:00
    '''
    zone, called, notes = checked_zone(timezone), checked_name(name), Notes()
    if isinstance(document, str):
        document = _without_element(document)
    value = read(opened(document, notes), zone, called, notes)
    return Decoded(value, tuple(notes))


def encode(
    value: Location | Clinic, *, on_loss: OnLoss = "note", first: date | None = None, until: date | None = None
) -> Encoded[str]:
    r"""JSON-LD for the web page of a location, or of a clinic with a node for each location.

    The text may stand between `<script>` tags as it is: no name can end the element. What comes every year, every month or by
    a holiday is told as its dates from `first`, which is today where it is left out, until `until`, a year later; a note tells of
    each such rule. Notes and reasons are told; hours by appointment and hours that may differ are left out, so that nobody
    stands before a closed door.

    Raises `NotRepresentableError` where `on_loss` is "raise" and something is noted, `WrongTypeError` for another thing than a
    location or a clinic, and `InvalidWindowError`.

    >>> office = Location(name="Main office", timezone="America/New_York", regular_hours="Mon-Fri 8am-4pm")
    >>> print(*encode(office).document.splitlines()[:4], sep="\n")
    {
      "@context": "https://schema.org",
      "@type": "MedicalClinic",
      "@id": "#main-office",
    """
    check_on_loss(on_loss)
    notes = Notes()
    document = written(value, notes, first, until)
    return encoded(document, notes, on_loss)


def script(document: str) -> str:
    """The `<script>` element for the head of a page, from the document that `encode` made.

    >>> print(script("{}"))
    <script type="application/ld+json">
    {}
    </script>
    """
    return f'<script type="application/ld+json">\n{document}\n</script>'


def _without_element(text: str) -> str:
    """A text without a `<script>` element around it."""
    inner = text.strip()
    if inner[:7].lower() != "<script":
        return text
    inner = inner.partition(">")[2]
    end = inner.lower().rfind("</script")
    return inner[:end] if end >= 0 else inner
