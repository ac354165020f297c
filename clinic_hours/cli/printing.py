"""What the command line prints: answers on standard output, all else on standard error, colours on a terminal alone."""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NoReturn

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.markup import escape

from clinic_hours.errors import AssumedHoursWarning, ClinicHoursError


def print_json(data: Any) -> None:
    """Print data as JSON."""
    sys.stdout.write(json.dumps(data, indent=2, ensure_ascii=False) + "\n")


def print_lines(lines: Iterable[str], *, style: str = "") -> None:
    """Print lines on standard output as they are, in a style of rich where one is given."""
    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        console.print(f"[{style}]{escape(line)}[/]" if style and line else escape(line))


def say(told: str, style: str = "yellow") -> None:
    """Tell something on standard error."""
    Console(stderr=True, highlight=False, soft_wrap=True).print(f"[{style}]{escape(told)}[/]")


def fail(told: str) -> NoReturn:
    """End with a message on standard error, and exit status 2."""
    Console(stderr=True, highlight=False, soft_wrap=True).print(f"[bold red]Error:[/] {escape(told)}")
    raise typer.Exit(2)


@contextmanager
def told_plainly() -> Generator[None, None, None]:
    """Turn errors of the library, of values and of files into one message, and what was assumed into a line of its own."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", AssumedHoursWarning)
        try:
            yield
        except ClinicHoursError as error:
            fail(str(error))
        except ValidationError as error:
            fail("; ".join(str(one.get("ctx", {}).get("error", one["msg"])) for one in error.errors()))
        except OSError as error:
            fail(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        finally:
            for warning in caught:
                say(str(warning.message))


def iso(at: datetime | None) -> str | None:
    """An instant as it stands in JSON."""
    return None if at is None else at.isoformat()
