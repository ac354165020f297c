"""Where you ask: a location, and the services inside of it, each with hours of its own."""

from clinic_hours.location.address import Address
from clinic_hours.location.door import Door
from clinic_hours.location.location import Location, Service

__all__ = ["Address", "Door", "Location", "Service"]
