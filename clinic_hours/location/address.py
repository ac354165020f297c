"""Where a location is."""

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict

from clinic_hours.errors import InvalidHoursError
from clinic_hours.location.given import Line


def _country(code: str) -> str:
    code = code.strip().upper()
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise InvalidHoursError(f"{code[:40]!r} is not a country; write its two letters, as US (ISO 3166)")
    return code


class Address(BaseModel):
    """A postal address. `country` is the two letters of ISO 3166, `region` the state or province; both choose the holidays.

    >>> Address(street="1 River Road", city="Edgewater", region="NJ", postal_code="07020", country="US").region
    'NJ'
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    street: Line = ""
    city: Line = ""
    region: Line = ""
    postal_code: Line = ""
    country: Annotated[str, AfterValidator(_country)] = ""

    def __repr_args__(self) -> Any:
        return [(name, getattr(self, name)) for name in type(self).model_fields if getattr(self, name)]
