"""When a week does not hold: FHIR's `notAvailable` (R4) and `notAvailableTime` (R5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from clinic_hours.codecs.fhir.document import Entry, Notes
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.special import Break, SpecialHours
from clinic_hours.hours.time_range import is_a
from clinic_hours.hours.week import WeeklyHours

Bound = date | datetime
CLOSED = "Closed"
"""What is written where there is no reason, because FHIR asks for words."""
ONE_DAY = timedelta(days=1)


def read_closed(
    entries: Iterable[Entry], notes: Notes, week: WeeklyHours, zone: ZoneInfo | None
) -> tuple[list[SpecialHours], list[Break]]:
    """The closures and breaks of some entries, on the wall clock of a zone."""
    special: list[SpecialHours] = []
    breaks: list[Break] = []
    for entry, where in entries:
        words = notes.text(entry, "description", where)
        reason = "" if words == CLOSED else words
        during: Any = entry.get("during")
        if not is_a(during, dict):
            notes.tell("no-dates", where, f"{words!r:.60} names no dates that could be read, so no hours were changed")
            continue
        bounds = [_bound(during.get(key), key, f"{where}/during/{key}", notes, zone) for key in ("start", "end")]
        if None in bounds and (
            during.get("start" if bounds[0] is None else "end") is not None or bounds == [None, None]
        ):
            notes.tell("no-dates", where, f"{words!r:.60} names no dates that could be read, so no hours were changed")
            continue
        start, end = bounds
        if start is not None and end is not None and _moment(start, False) >= _moment(end, True):
            notes.tell("ends-before-it-starts", where, f"{words!r:.60} ends before it starts, so no hours were changed")
            continue
        for one in _rules(start, end, reason, week):
            if isinstance(one, SpecialHours):
                special.append(one)
            else:
                breaks.append(one)
    return special, breaks


def _rules(start: Bound | None, end: Bound | None, reason: str, week: WeeklyHours) -> Iterator[SpecialHours | Break]:
    """What closes it from one bound to another: whole days, and what there is of the days before and after them."""
    first = _day(start) if start is not None else date.min
    last: date | None = None if end is None else _day(end)
    if isinstance(end, datetime) and end.time() == time(0):
        last, end = end.date() - ONE_DAY, end.date() - ONE_DAY
    opens = start.time() if isinstance(start, datetime) else time(0)
    closes = end.time() if isinstance(end, datetime) else time(0)
    if first == last and (opens, closes) != (time(0), time(0)):
        yield Break(Dates.on(first), [(opens, closes)], reason)
        return
    if last is not None and last - first == ONE_DAY and opens > closes > time(0):
        yield Break(Dates.on(first), [(opens, closes)], reason)  # a night
        return
    if opens != time(0):
        yield Break(Dates.on(first), [(opens, time(0))], reason)
        first += ONE_DAY
    if last is not None and closes != time(0):
        yield Break(Dates.on(last), [(time(0), closes)], reason)
        last -= ONE_DAY
    if last is None or first <= last:
        dates = Dates.between(first, last)
        yield SpecialHours(dates, reason=reason)
        if any(r.plain.end > 24 * 60 for day in week.days for r in day):
            yield Break(dates, [(time(0), time(0))], reason)  # the night before ends with its date


def _bound(value: object, key: str, place: str, notes: Notes, zone: ZoneInfo | None) -> Bound | None:
    """The date that a text says, its year or month alone included, or the moment on the wall clock of the zone."""
    if value is None:
        return None
    try:
        if not isinstance(value, str):
            raise ValueError
        if "T" in value:
            return _wall(datetime.fromisoformat(value), place, notes, zone)
        year, month, day = (*(int(part) for part in value.split("-")), 0, 0)[:3]
        if day:
            return date.fromisoformat(value)
        notes.tell("partial-date", place, f"{value} is taken from its first day to its last")
        first = date(year, month or 1, 1)
        return first if key == "start" else _last_day(first, 1 if month else 12)
    except (ValueError, OverflowError):
        notes.tell("not-a-date", place, f"{value!r:.40} is no date")
        return None


def _last_day(first: date, months: int) -> date:
    month = first.month + months
    after = date(first.year + (month > 12), (month - 1) % 12 + 1, 1) if first.year + (month > 12) <= 9999 else None
    return after - ONE_DAY if after else date.max


def _wall(at: datetime, place: str, notes: Notes, zone: ZoneInfo | None) -> datetime:
    if at.tzinfo is not None and zone is not None:
        at = at.astimezone(zone)
    minute = at.replace(second=0, microsecond=0, tzinfo=None, fold=0)
    if (at.second, at.microsecond) != (0, 0):
        notes.tell("seconds-dropped", place, f"hours are in whole minutes: {at.isoformat()} is read as {minute:%H:%M}")
    return minute


def _day(bound: Bound) -> date:
    return bound.date() if isinstance(bound, datetime) else bound


def _moment(bound: Bound, is_end: bool) -> datetime:
    """The moment at which a bound is reached; a date as an end is included."""
    if isinstance(bound, datetime):
        return bound
    return datetime.combine(bound, time.max if is_end else time(0))


def write_closed(stretches: Iterable[tuple[datetime, datetime, str]]) -> list[dict[str, Any]]:
    """The entries of some times at which it is closed, in the location's zone; whole days by their dates."""
    rows: list[dict[str, Any]] = []
    for start, end, reason in stretches:
        during = {"start": start.isoformat(), "end": end.isoformat()}
        if start.time() == end.time() == time(0):
            during = {"start": str(start.date()), "end": str(end.date() - ONE_DAY)}
        rows.append({"description": reason or CLOSED, "during": during})
    return rows
