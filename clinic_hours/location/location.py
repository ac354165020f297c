"""A location, and the services inside of it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from pydantic import field_validator

from clinic_hours.errors import InvalidClinicError
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.hours.week import WeekInput
from clinic_hours.location.address import Address
from clinic_hours.location.door import Door
from clinic_hours.location.given import twice, unknown_id


class Service(Door):
    """Hours of their own inside a location: a lab, a pharmacy, the phones, telehealth, a provider.

    Asked through its location (`location.service("lab")`), a service has the location's zone and every closure that holds
    there; special hours with times, seasons and breaks are its own. Its own rules rank before the location's.

    >>> lab = Service(id="lab", name="Lab", regular_hours="Mon-Fri 7am-11am")
    >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mon-Fri 8am-4pm", services=[lab])
    >>> from datetime import date
    >>> office.with_special("2026-11-24", reason="Snow").service("lab").plan_on(date(2026, 11, 24)).reason
    'Snow'
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            regular_hours: WeekInput,
            id: str = "",
            timezone: str | ZoneInfo | None = None,
            phone: str = "",
            url: str | None = None,
            special_hours: Iterable[SpecialHours | Mapping[str, Any]] = (),
            seasonal_hours: Iterable[SeasonalHours | Mapping[str, Any]] = (),
            breaks: Iterable[Break | Mapping[str, Any]] = (),
        ) -> None: ...


class Location(Door):
    r"""A place with hours of its own, and perhaps services inside of it.

    `regular_hours` is a week, its notation, or a sign as it hangs on the door; the hours of special hours, seasons and breaks may
    be such a text too. What a sign leaves open is read with an `AssumedHoursWarning`; what cannot be read is an error. `timezone`
    is an IANA name. Raises pydantic's `ValidationError` (a `ValueError`), which names the field.

    >>> place = Location(name="Satellite office", timezone="America/New_York", regular_hours="Mon 8am-4pm\nClosed Tues-Sun")
    >>> str(place.regular_hours)
    'Mo 08:00-16:00'
    """

    __slots__ = ("_bound",)

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            name: str,
            regular_hours: WeekInput,
            id: str = "",
            timezone: str | ZoneInfo | None = None,
            phone: str = "",
            url: str | None = None,
            address: Address | Mapping[str, str] | None = None,
            special_hours: Iterable[SpecialHours | Mapping[str, Any]] = (),
            seasonal_hours: Iterable[SeasonalHours | Mapping[str, Any]] = (),
            breaks: Iterable[Break | Mapping[str, Any]] = (),
            services: Iterable[Service | Mapping[str, Any]] = (),
        ) -> None: ...

    address: Address | None = None
    services: tuple[Service, ...] = ()

    @field_validator("services")
    @classmethod
    def _told_apart(cls, services: tuple[Service, ...]) -> tuple[Service, ...]:
        for key in twice(service.key for service in services):
            raise InvalidClinicError(f"two services have the id {key!r}; give one of them another id")
        return services

    def service(self, id: str) -> Service:
        """A service by its id, with this location's zone and closures in it; `UnknownIdError` names near ones.

        >>> lab = Service(name="Lab", regular_hours="Mon-Fri 7am-11am")
        >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mon-Fri 8am-4pm", services=[lab])
        >>> from datetime import datetime
        >>> office.service("lab").describe(datetime(2026, 11, 23, 9, tzinfo=office.zone))
        'Open until 11am'
        """
        # Kept in a slot, as the timeline is, so that a service asked again has its own timeline already.
        bound: dict[str, Service] | None = getattr(self, "_bound", None)
        if bound is None:
            bound = {service.key: self._of_this_location(service) for service in self.services}
            object.__setattr__(self, "_bound", bound)
        if id not in bound:
            raise unknown_id(id, "service", bound, self.name)
        return bound[id]

    def _of_this_location(self, service: Service) -> Service:
        # Of two rules that rank alike the one listed later wins, so the service's own come last.
        closures = tuple(rule for rule in self.special_hours if rule.is_closure)
        return service.model_copy(
            update={
                "id": service.key,
                "timezone": service.timezone or self.timezone,
                "special_hours": closures + service.special_hours,
            }
        )
