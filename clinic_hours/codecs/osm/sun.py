"""When the sun rises and sets at a place, by the `astral` package (an extra)."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from clinic_hours.errors import InvalidHoursError, MissingExtraError, NotRepresentableError

Coordinates = tuple[float, float]
"""Latitude and longitude in degrees, north and east positive."""


def checked_coordinates(coordinates: Coordinates) -> Coordinates:
    """Latitude and longitude; `InvalidHoursError` where no place on earth has them.

    >>> checked_coordinates((49.5, 9.8))
    (49.5, 9.8)
    """
    latitude, longitude = coordinates
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise InvalidHoursError(f"no place has the latitude {latitude} and the longitude {longitude}")
    return float(latitude), float(longitude)


def minutes(coordinates: Coordinates, zone: ZoneInfo, day: date) -> dict[str, int]:
    """The minute of the wall clock at which each event of the sun happens on a date.

    Dawn and dusk are the civil ones. Raises `NotRepresentableError` for a date on which the sun does not rise or set.
    """
    try:
        from astral import Observer
        from astral.sun import sun
    except ImportError:
        raise MissingExtraError("The time of sunrise and sunset", "sun") from None
    try:
        found = sun(Observer(*coordinates), date=day, tzinfo=zone)
    except ValueError as error:
        raise NotRepresentableError(f"the sun has no such hours at this place on {day}: {error}") from None
    midnight = day.toordinal()
    return {
        name: (at.date().toordinal() - midnight) * 1440 + at.hour * 60 + at.minute
        for name, at in found.items()
        if name in ("dawn", "sunrise", "sunset", "dusk")
    }
