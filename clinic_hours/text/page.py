"""What a page of hours says, before it has a form: the status, the regular week, the days ahead, the coming changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple, TypedDict

from clinic_hours.errors import InvalidHoursError, WrongTypeError
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.notation import Range
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.text.built_in import style_of
from clinic_hours.text.describing import Manner, date_words, described, manner_of
from clinic_hours.text.direction import one_line
from clinic_hours.text.styles import Style
from clinic_hours.text.week_ahead import DAYS_AHEAD, DAYS_OF_CHANGES, Change, DayAhead, changes_ahead, days_ahead
from clinic_hours.text.writing import Writer, capitalized
from clinic_hours.timeline.questions import Questions
from clinic_hours.timeline.status import Status


@dataclass(frozen=True, slots=True)
class Page:
    """The hours of a place as of an instant on its own clock, and the style in which they are told."""

    name: str
    at: datetime
    style: Style
    status: Status
    manner: Manner
    week: WeeklyHours
    ahead: tuple[DayAhead, ...]
    changes: tuple[Change, ...]

    @property
    def today(self) -> date:
        """The date at the place."""
        return self.at.date()


class PageOptions(TypedDict, total=False):
    """How a page is told: what `page_of` takes by name."""

    style: str | Style
    locale: str | None
    closing_soon: timedelta | None
    opening_soon: timedelta | None
    timezone: str | tzinfo | None
    days: int
    days_of_changes: int


class Row(NamedTuple):
    """A day in a table: its name or date, its hours, and whether it is today."""

    day: str
    hours: str
    is_today: bool


def page_of(
    name: str,
    place: Questions,
    at: datetime,
    style: str | Style = "table",
    locale: str | None = None,
    *,
    closing_soon: timedelta | None = None,
    opening_soon: timedelta | None = None,
    timezone: tzinfo | None = None,
    days: int = DAYS_AHEAD,
    days_of_changes: int = DAYS_OF_CHANGES,
) -> Page:
    """The page of a place, under its name, as of an instant: `days` days ahead, and the changes within `days_of_changes`.

    Raises `InvalidWindowError` for numbers of days that cannot be looked ahead, and errors as `format_hours` does.
    """
    at = at.astimezone(place.timeline.info)
    return Page(
        one_line(name),
        at,
        style_of(style, locale),
        place.status(at),
        manner_of(closing_soon, opening_soon, timezone),
        place.timeline.rules.regular,
        tuple(days_ahead(place, at, days)),
        tuple(changes_ahead(place, at.date(), days_of_changes)),
    )


def checked_heading(level: int) -> int:
    """The level of a first heading, which leaves room for one below it."""
    if not isinstance(level, int):
        raise WrongTypeError(f"the level of a heading is a number, not {type(level).__name__}")
    if not 1 <= level <= 5:
        raise InvalidHoursError(f"the first heading of a page has a level from 1 to 5, not {level}")
    return level


def status_words(page: Page, told: Writer) -> str:
    """The status, as a sentence without its full stop."""
    return described(told, page.status, page.at, page.manner)


def week_rows(page: Page, told: Writer) -> list[Row]:
    """The days of the regular week, in the order of its style."""
    style, rows = told.style, list[Row]()
    for number in range(style.first_day, style.first_day + 7):
        day, is_today = number % 7, number % 7 == page.today.weekday()
        name = style.days[day] + (style.note.format(note=style.said("today")) if is_today else "")
        rows.append(Row(capitalized(name), cell(told, page.week.days[day]), is_today))
    return rows


def ahead_rows(page: Page, told: Writer) -> list[Row]:
    """The days ahead, each with the reason behind its hours."""
    style, rows = told.style, list[Row]()
    for ahead in page.ahead:
        name = told.dated(ahead.day, capitalized(date_words(told, ahead.day, page.today)))
        name += style.note.format(note=style.said("today")) if ahead.is_today else ""
        words = cell(told.on(ahead.day), ahead.hours, ahead.now)
        rows.append(Row(name, with_reason(told, words, ahead.reason), ahead.is_today))
    return rows


def change_words(page: Page, told: Writer, change: Change) -> tuple[str, str]:
    """A change: its dates, and the hours with the reason."""
    style, first = told.style, date_words(told, change.first, page.today)
    if change.last is None:
        dates = capitalized(style.said("from_date").format(date=told.dated(change.first, first)))
    else:
        dates = told.dated(change.first, capitalized(first))
    if change.last not in (None, change.first):
        last = told.dated(change.last, date_words(told, change.last, page.today))
        dates = style.dates.format(first=dates, last=last)
    day, season = told.on(change.first), change.hours
    words = cell(day, season) if isinstance(season, DayHours) else one_line_week(told, season)
    return dates, with_reason(told, words, change.reason)


def change_line(page: Page, told: Writer, change: Change) -> str:
    """A change as a line: `Thurs Dec 24: 8am-noon, Christmas Eve`."""
    dates, words = change_words(page, told, change)
    return told.style.change.format(date=dates, hours=words)


def cell(told: Writer, day: DayHours, now: Range | None = None) -> str:
    """The hours of a day by themselves, the range that runs marked."""
    style = told.style
    if not day:
        return style.closed
    return told.listed([told.marked(told.range(plain)) if plain == now else told.range(plain) for plain in day.plain])


def one_line_week(told: Writer, week: WeeklyHours) -> str:
    """A week on one line, whatever the style."""
    style = replace(told.style, each_day=False, between=told.style.on_one_line, capitals=False, stop="")
    return told.restyled(style).week(week)


def with_reason(told: Writer, words: str, reason: str) -> str:
    """Hours with the reason behind them."""
    return words + told.style.reason + told.aside(reason) if reason else words
