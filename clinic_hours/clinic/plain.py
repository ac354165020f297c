"""A clinic as the plain data of a file: what differs from what is taken for granted, in the words of the sign."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from clinic_hours.errors import HoursSyntaxError
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.hours.time_range import is_a
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.location.given import week_of_text
from clinic_hours.text import format_hours

if TYPE_CHECKING:
    from clinic_hours.clinic.clinic import Clinic

Rule = SpecialHours | SeasonalHours | Break

LAST = ("special_hours", "seasonal_hours", "breaks", "services", "locations")
"""What stands after the other keys of its table."""


def clinic_data(clinic: Clinic) -> dict[str, Any]:
    """The data of a clinic.

    >>> from clinic_hours import Clinic
    >>> clinic_data(Clinic(name="Riverside", special_hours=[SpecialHours("12-25", reason="Christmas Day")]))
    {'schema_version': 1, 'name': 'Riverside', 'special_hours': [{'dates': '12-25', 'reason': 'Christmas Day'}]}
    """
    return {"schema_version": clinic.schema_version} | model_data(clinic)


def model_data(model: BaseModel) -> dict[str, Any]:
    """The data of a clinic, a location, a service or an address."""
    fields = type(model).model_fields
    names = [*(name for name in fields if name not in LAST), *(name for name in LAST if name in fields)]
    held = ((name, getattr(model, name), fields[name]) for name in names)
    return {name: value_data(value) for name, value, field in held if value != field.default}


def value_data(value: Any) -> Any:
    """The data of a field's value."""
    if isinstance(value, WeeklyHours):
        return week_text(value)
    if isinstance(value, Rule):
        return dict(_of_rule(value))
    if isinstance(value, BaseModel):
        return model_data(value)
    return [value_data(item) for item in value] if is_a(value, tuple) else value


def week_text(week: WeeklyHours) -> str:
    r"""A week as its sign, if that is read as the same week and no other; else in the notation.

    >>> week_text(WeeklyHours.parse("Mo-Fr 08:00-16:00"))
    'Mon-Fri 8am-4pm\nClosed Sat & Sun\n'
    """
    sign = format_hours(week)
    try:
        exact = week_of_text(sign) == (week, ())
    except HoursSyntaxError:
        exact = False
    return (f"{sign}\n" if "\n" in sign else sign) if exact else str(week)


def _of_rule(rule: Rule) -> Iterator[tuple[str, Any]]:
    yield "dates", str(rule.dates)
    hours: DayHours | WeeklyHours = rule.hours
    if isinstance(hours, WeeklyHours):
        yield "hours", week_text(hours)
    elif hours:
        yield "hours", str(hours)
    if rule.reason:
        yield "reason", rule.reason
    if not isinstance(rule, Break) and rule.except_locations:
        yield "except_locations", list(rule.except_locations)
