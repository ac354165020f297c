"""What a caller may give as an instant or a date."""

from __future__ import annotations

from datetime import UTC, date, datetime

from clinic_hours.errors import NaiveDatetimeError, WrongTypeError


def instant_of(at: object) -> datetime:
    """The instant that a caller means: an aware datetime, or now for `None`.

    Raises `NaiveDatetimeError` for a datetime without a time zone, `WrongTypeError` for anything else.
    """
    if at is None:
        return datetime.now(UTC)
    if not isinstance(at, datetime):
        kind = "a date has no instant" if isinstance(at, date) else f"{type(at).__name__} is none"
        raise WrongTypeError(
            f"an instant is meant here, and {kind}; write datetime(2026, 11, 23, 8, tzinfo=ZoneInfo('America/New_York'))"
        )
    offset = at.utcoffset()
    if offset is None:
        raise NaiveDatetimeError(
            f"{at.isoformat()} has no time zone; say which one is meant, as in at.replace(tzinfo=ZoneInfo('America/New_York'))"
        )
    if type(at) is not datetime:
        # A subclass may subtract in its own way; this one counts by its fields.
        at = datetime(at.year, at.month, at.day, at.hour, at.minute, at.second, at.microsecond, at.tzinfo, fold=at.fold)
    return at


def day_of(day: object) -> date:
    """The date that a caller means; `WrongTypeError` for a datetime, which is a date only in some zone, or anything else."""
    if isinstance(day, datetime) or not isinstance(day, date):
        fix = "write at.date() for its own date" if isinstance(day, datetime) else "write date(2026, 11, 23)"
        raise WrongTypeError(f"a date is meant here, not {type(day).__name__}; {fix}")
    return day
