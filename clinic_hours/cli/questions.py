"""The commands that ask: `show`, `status`, `next` and `week`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from clinic_hours.cli.asking import AsJson, At, File, Ids, Timezone, locations_of
from clinic_hours.cli.moments import instant
from clinic_hours.cli.printing import iso, print_json, print_lines, told_plainly
from clinic_hours.hours.day import DayHours
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.location import Door, Location
from clinic_hours.text import format_hours
from clinic_hours.text.styles import Style
from clinic_hours.text.writing import writer

DAYS_AHEAD = 7


class Form(StrEnum):
    """What a page is written in."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


Asked = list[tuple[Location, datetime]]
Lines = Callable[[Door, datetime], list[str]]
Data = Callable[[Door, datetime], dict[str, Any]]


def show(
    file: File = None,
    timezone: Timezone = None,
    ids: Ids = None,
    at: At = None,
    style: Annotated[
        str, typer.Option(help="How hours are written: sign, compact, table, sentence or spoken.")
    ] = "sign",
    locale: Annotated[
        str | None, typer.Option(help="The language and territory that they are written for, such as de_DE.")
    ] = None,
    form: Annotated[
        Form | None,
        typer.Option("--format", help="A page with the days ahead and the coming changes, instead of the signs."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show the signs, and what holds now or at an instant; in any style and language, and as a page."""
    asked = _asked(file, timezone, ids, at)

    def lines(door: Door, when: datetime) -> list[str]:
        sign = format_hours(door.regular_hours, style, locale)
        return [*sign.split("\n"), door.describe(when, style=style, locale=locale)]

    def data(door: Door, when: datetime) -> dict[str, Any]:
        return {"hours": str(door.regular_hours), "sign": format_hours(door.regular_hours, style, locale)}

    with told_plainly():
        format_hours(WeeklyHours(), style, locale)  # which refuses a style or locale before anything is printed
        if form is None or as_json:
            _answer(asked, as_json, lines, data)
            return
        for location, when in asked:
            for door in (location, *_services(location)):
                page = {Form.TEXT: door.to_text, Form.MARKDOWN: door.to_markdown, Form.HTML: door.to_html}[form]
                print_lines(page(when, style=style, locale=locale).split("\n"))


def status(
    file: File = None, timezone: Timezone = None, ids: Ids = None, at: At = None, as_json: AsJson = False
) -> None:
    """Tell what holds now or at an instant. Exits with 0 where it is open, of several where any is, and with 1 where not."""
    asked = _asked(file, timezone, ids, at)

    def data(door: Door, when: datetime) -> dict[str, Any]:
        found = door.status(when)
        return {
            "state": str(found.state),
            "since": iso(found.since),
            "until": iso(found.until),
            "next_opening": iso(found.next_opening and found.next_opening.start),
            "reason": found.reason,
            "note": found.note,
        }

    _answer(asked, as_json, lambda door, when: [door.describe(when)], data)
    raise typer.Exit(0 if any(location.is_open(when) for location, when in asked) else 1)


def next_(
    file: File = None, timezone: Timezone = None, ids: Ids = None, at: At = None, as_json: AsJson = False
) -> None:
    """Tell the next opening that starts after now or after an instant."""

    def lines(door: Door, when: datetime) -> list[str]:
        found = door.next_opening(when)
        if found is None or found.start is None:
            return ["Never opens again" if door.opening_at_or_after(when) is None else "Stays open"]
        end = "" if found.end is None else f" to {found.end:%a %Y-%m-%d %H:%M}"
        return [f"{found.start:%a %Y-%m-%d %H:%M}{end}"]

    def data(door: Door, when: datetime) -> dict[str, Any]:
        found = door.next_opening(when)
        return {"start": iso(found and found.start), "end": iso(found and found.end)}

    _answer(_asked(file, timezone, ids, at), as_json, lines, data)


def week(file: File = None, timezone: Timezone = None, ids: Ids = None, at: At = None, as_json: AsJson = False) -> None:
    """Tell the hours of the next seven days as they really are, special days and their reasons in them."""

    def lines(door: Door, when: datetime) -> list[str]:
        return [
            f"{day:%a} {day}  {_words(hours)}{f' ({reason})' if reason else ''}"
            for day, hours, reason in _days(door, when)
        ]

    def data(door: Door, when: datetime) -> dict[str, Any]:
        days = [
            {"date": str(day), "hours": str(hours), "words": _words(hours), "reason": reason}
            for day, hours, reason in _days(door, when)
        ]
        return {"days": days}

    _answer(_asked(file, timezone, ids, at), as_json, lines, data)


def _days(door: Door, when: datetime) -> Iterator[tuple[date, DayHours, str]]:
    """The next seven days, as far as the calendar goes, each with its hours and the reason for them."""
    first = when.date().toordinal()
    for day in map(date.fromordinal, range(first, min(first + DAYS_AHEAD, date.max.toordinal() + 1))):
        plan = door.plan_on(day)
        reasons = dict.fromkeys([plan.reason, *(rule.reason for rule in plan.breaks)])
        yield day, plan.hours, "; ".join(reason for reason in reasons if reason)


def _words(hours: DayHours) -> str:
    return writer(Style()).day(hours) or "closed"


def _asked(file: Path | None, timezone: str | None, ids: list[str] | None, at: str | None) -> Asked:
    """The locations that the command is about, each with the instant on its own clock."""
    with told_plainly():
        return [(location, instant(at, location.zone)) for location in locations_of(file, timezone, ids)]


def _answer(asked: Asked, as_json: bool, lines: Lines, data: Data) -> None:
    """Print an answer for each location and its services: in JSON, or under its name and the instant."""

    def row(door: Door, when: datetime) -> dict[str, Any]:
        return {"id": door.key, "name": door.name, "at": iso(when), "description": door.describe(when)} | data(
            door, when
        )

    if as_json:
        rows = [row(of, when) | {"services": [row(one, when) for one in _services(of)]} for of, when in asked]
        print_json(rows)
        return
    shown: datetime | None = None
    for number, (location, when) in enumerate(asked):
        # The instant stands once for all that are asked on the same clock.
        if shown is None or (shown.tzinfo, shown) != (when.tzinfo, when):
            print_lines([*([""] if number else []), f"{when:%a %Y-%m-%d %H:%M %Z}"], style="dim")
        else:
            print_lines([""])
        shown = when
        print_lines([location.name], style="bold")
        print_lines(f"  {line}" for line in lines(location, when))
        for service in _services(location):
            print_lines([f"  {service.name}"], style="bold")
            print_lines(f"    {line}" for line in lines(service, when))


def _services(location: Location) -> list[Door]:
    return [location.service(service.key) for service in location.services]
