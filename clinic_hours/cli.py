"""The command line: `clinic-hours show`, `status` and `next`.

Each speaks of the two offices that ship with the package, or of a sign from a file or from standard input.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Annotated, Any, NoReturn

from clinic_hours.errors import ClinicHoursError, MissingExtraError, UnknownTimezoneError
from clinic_hours.location import Location, zone_named
from clinic_hours.text import format_hours, read_hours

try:
    import typer
    from rich.console import Console
    from rich.markup import escape
except ImportError:
    raise MissingExtraError("The command line", "cli") from None

OFFICES = {
    "Main office": "Mon 8am-4pm\nTues, Wed & Thurs 8am-5pm\nFri 8am-3pm\nClosed Sat & Sun",
    "Satellite office": "Mon 8am-4pm\nClosed Tues-Sun",
}
"""The two offices that ship with the package."""
OFFICES_TIMEZONE = "America/New_York"

DAYS_FROM_NOW = {"yesterday": -1, "today": 0, "tomorrow": 1}
LONGEST_INSTANT = 100
"""Characters that `--at` may have at the most."""

app = typer.Typer(
    no_args_is_help=True, help="Is it open, when does it open next, what does the sign say.", add_completion=True
)

Sign = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FILE]", help="A file with a sign, or - for standard input; without it the two offices of the package."
    ),
]
Timezone = Annotated[
    str | None, typer.Option("--timezone", "-z", help="The IANA time zone of the sign, such as America/New_York.")
]
At = Annotated[
    str | None,
    typer.Option(
        help="An instant as people write it, on the location's clock: '2026-11-23 14:30', 'Nov 23 2pm', 'tomorrow 9am'."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, a list with an object for each location.")]


@app.command()
def show(sign: Sign = None, timezone: Timezone = None, at: At = None, as_json: AsJson = False) -> None:
    """Show the signs, and what holds now or at an instant."""
    asked = _asked(sign, timezone, at)

    def words(place: Location, when: datetime) -> list[str]:
        return [*format_hours(place.regular_hours).split("\n"), place.describe(when)]

    _answer(
        asked,
        as_json,
        words,
        lambda place, when: {"hours": str(place.regular_hours), "sign": format_hours(place.regular_hours)},
    )


@app.command()
def status(sign: Sign = None, timezone: Timezone = None, at: At = None, as_json: AsJson = False) -> None:
    """Tell what holds now or at an instant. Exits with 0 where it is open, of several where any is, and with 1 where not."""
    asked = _asked(sign, timezone, at)

    def data(place: Location, when: datetime) -> dict[str, Any]:
        found = place.status(when)
        return {
            "state": str(found.state),
            "since": _iso(found.since),
            "until": _iso(found.until),
            "next_opening": _iso(found.next_opening and found.next_opening.start),
            "reason": found.reason,
            "note": found.note,
        }

    _answer(asked, as_json, lambda place, when: [place.describe(when)], data)
    raise typer.Exit(0 if any(place.is_open(when) for place, when in asked) else 1)


@app.command("next")
def next_(sign: Sign = None, timezone: Timezone = None, at: At = None, as_json: AsJson = False) -> None:
    """Tell the next opening that starts after now or after an instant."""
    asked = _asked(sign, timezone, at)

    def words(place: Location, when: datetime) -> list[str]:
        found = place.next_opening(when)
        if found is None or found.start is None:
            return ["Never opens again" if place.opening_at_or_after(when) is None else "Stays open"]
        end = "" if found.end is None else f" to {found.end:%a %Y-%m-%d %H:%M}"
        return [f"{found.start:%a %Y-%m-%d %H:%M}{end}"]

    def data(place: Location, when: datetime) -> dict[str, Any]:
        found = place.next_opening(when)
        return {"start": _iso(found and found.start), "end": _iso(found and found.end)}

    _answer(asked, as_json, words, data)


def main() -> None:
    """Run the command line; a mistake in what was given is one message on standard error, and exit status 2."""
    app()


def _asked(sign: Path | None, timezone: str | None, at: str | None) -> list[tuple[Location, datetime]]:
    """The locations that the command is about, each with the instant on its own clock."""
    try:
        if sign is None:
            zone = zone_named(timezone or OFFICES_TIMEZONE).key
            signs = {name: read_hours(text) for name, text in OFFICES.items()}
            places = [Location.from_reading(reading, name=name, timezone=zone) for name, reading in signs.items()]
        else:
            places = [_of_sign(sign, timezone)]
        return [(place, _instant(at, place.zone)) for place in places]
    except ClinicHoursError as error:
        _fail(str(error))


def _of_sign(sign: Path, timezone: str | None) -> Location:
    """The location of a sign in a file or on standard input; its doubts go to standard error."""
    try:
        text = sys.stdin.read() if str(sign) == "-" else sign.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        _fail(f"{sign} cannot be read: {error}")
    if timezone is None:
        raise UnknownTimezoneError(
            "a sign does not say its time zone; add --timezone America/New_York, or whichever it is"
        )
    zone_named(timezone)
    reading = read_hours(text)
    for doubt in (*reading.assumptions, *reading.unread):
        _say(f"[yellow]{escape(str(doubt))}[/]")
    return Location.from_reading(reading, name=sign.stem if str(sign) != "-" else "Standard input", timezone=timezone)


def _instant(text: str | None, zone: tzinfo) -> datetime:
    """The instant that a text means, in a zone; on its clock where the text names no other."""
    now = datetime.now(UTC).astimezone(zone).replace(second=0, microsecond=0)
    if text is None or text.strip().lower() == "now":
        return now
    first, _, rest = text.strip().partition(" ")
    midnight = now.replace(hour=0, minute=0)
    if first.lower() in DAYS_FROM_NOW:
        midnight += timedelta(days=DAYS_FROM_NOW[first.lower()])
        if not rest.strip():
            return midnight
        text = rest
    return _parsed(text, midnight).astimezone(zone)


def _parsed(text: str, default: datetime) -> datetime:
    """What dateutil makes of a text; what it leaves open is that of the default."""
    from dateutil import parser

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            found: datetime = parser.parse(text[:LONGEST_INSTANT], default=default, tzinfos=_zone)
    except (ValueError, OverflowError, Warning) as error:
        told = "" if isinstance(error, parser.ParserError) else f" ({error})"
        forms = "'2026-11-23 14:30', 'Nov 23 2pm' or 'tomorrow 9am'"
        _fail(f"no instant is written {text[:LONGEST_INSTANT]!r}{told}; write it as {forms}")
    return found if found.tzinfo else found.replace(tzinfo=default.tzinfo)


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    """The time zone that dateutil found in a text, if any."""
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    return zone_named(name) if name else None


def _answer(
    asked: list[tuple[Location, datetime]],
    as_json: bool,
    words: Callable[[Location, datetime], list[str]],
    data: Callable[[Location, datetime], dict[str, Any]],
) -> None:
    """Print an answer for each location: in JSON, or under its name and the instant."""
    if as_json:
        rows = [{"name": p.name, "at": _iso(at), "description": p.describe(at)} | data(p, at) for p, at in asked]
        sys.stdout.write(json.dumps(rows, indent=2, ensure_ascii=False) + "\n")
        return
    console = Console(highlight=False, soft_wrap=True)
    for number, (place, at) in enumerate(asked):
        console.print("" if number else f"[dim]{at:%a %Y-%m-%d %H:%M %Z}[/]")
        console.print(f"[bold]{escape(place.name)}[/]")
        for line in words(place, at):
            console.print(f"  {escape(line)}")


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _say(told: str) -> None:
    Console(stderr=True, highlight=False, soft_wrap=True).print(told)


def _fail(told: str) -> NoReturn:
    _say(f"[bold red]Error:[/] {escape(told)}")
    raise typer.Exit(2)
