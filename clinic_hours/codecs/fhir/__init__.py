"""FHIR R4, R4B and R5: `Location`, `HealthcareService`, `PractitionerRole`, and bundles of them, as plain JSON.

A resource by itself is read as a `Location` of its hours, a `Bundle` as a `Clinic` whose services stand in the locations that
they refer to. FHIR says a week, and the times at which it does not hold. What our rules open beyond the week is a note; what they
close is written as dated times, within a window that the caller may choose.

Source: https://hl7.org/fhir/R4/location.html, https://hl7.org/fhir/R5/metadatatypes.html#Availability.

>>> from clinic_hours import Location
>>> office = Location(name="Main office", timezone="America/New_York", regular_hours="Mon-Fri 8am-4pm")
>>> encode(office, version="R5").document["hoursOfOperation"][0]["availableTime"][0]["availableEndTime"]
'16:00:00'
"""

from clinic_hours.codecs.fhir.decoding import decode
from clinic_hours.codecs.fhir.encoding import CAPABILITIES, Version, encode

__all__ = ["CAPABILITIES", "Version", "decode", "encode"]
