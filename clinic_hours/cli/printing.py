"""What the command line prints: answers on standard output, all else on standard error, colours on a terminal alone."""

from __future__ import annotations

import json
import re
import sys
import warnings
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NoReturn
from unicodedata import category

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.markup import escape

from clinic_hours.errors import AssumedHoursWarning, ClinicHoursError

ARGUMENT = re.compile(r"\b(timezone|country|subdivision)='([^']*)'")
"""How a message of the library tells whoever writes Python what to give."""
SURROGATE = re.compile("[\ud800-\udfff]")


def print_json(data: Any) -> None:
    """Print data as JSON."""
    text = json.dumps(data, indent=2, ensure_ascii=False)
    # Half of a pair of surrogates is legal in JSON, as an escape, and has no bytes in UTF-8.
    sys.stdout.write(SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")


def print_lines(lines: Iterable[str], *, style: str = "") -> None:
    """Print lines on standard output as they are, in a style of rich where one is given."""
    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        console.print(f"[{style}]{escape(line)}[/]" if style and line else escape(line))


def say(told: str, style: str = "yellow") -> None:
    """Tell something on standard error."""
    Console(stderr=True, highlight=False, soft_wrap=True).print(f"[{style}]{escape(_shown(told))}[/]")


def fail(told: str, status: int = 2) -> NoReturn:
    """End with a message on standard error, and an exit status."""
    Console(stderr=True, highlight=False, soft_wrap=True).print(f"[bold red]Error:[/] {escape(_shown(told))}")
    raise typer.Exit(status)


def _shown(told: str) -> str:
    """A text that no terminal takes for a command, whatever the document that it tells of has in it."""
    return "".join("\ufffd" if category(c) in ("Cc", "Cs") and c != "\n" else c for c in told)


def sentence(error: Exception) -> str:
    """What an error of the library or of a value says, with the options that a command has where Python has arguments."""
    told = str(error)
    if isinstance(error, ValidationError):
        told = "; ".join(str(one.get("ctx", {}).get("error", one["msg"])) for one in error.errors())
    return ARGUMENT.sub(r"--\1 \2", told)


@contextmanager
def told_plainly() -> Generator[None, None, None]:
    """Turn errors of the library, of values and of files into one message, and what was assumed into a line of its own."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", AssumedHoursWarning)
        try:
            yield
        except (ClinicHoursError, ValidationError) as error:
            fail(sentence(error))
        except OSError as error:
            fail(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        finally:
            for warning in caught:
                say(str(warning.message))


def iso(at: datetime | None) -> str | None:
    """An instant as it stands in JSON."""
    return None if at is None else at.isoformat()
