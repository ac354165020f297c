"""OpenStreetMap's `opening_hours`, read and written.

>>> decode("Mo-Fr 08:00-17:00; PH off", timezone="Europe/Berlin", country="DE").value.special_hours
(SpecialHours('DE: *'),)
"""

from clinic_hours.codecs.osm.decoding import decode
from clinic_hours.codecs.osm.encoding import encode

__all__ = ["decode", "encode"]
