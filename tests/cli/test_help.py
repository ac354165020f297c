"""Help, completion, colours, and the schema."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from typer.main import get_command

from clinic_hours import Clinic
from clinic_hours.cli.commands import app
from clinic_hours.clinic.schema import schema_text
from command_line import run


def commands(held: Any = None, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each command with its words, groups too."""
    held = get_command(app) if held is None else held
    yield path, held
    for name, inner in getattr(held, "commands", {}).items():
        yield from commands(inner, (*path, name))


COMMANDS = dict(commands())


def test_these_are_the_commands():
    assert [" ".join(path) for path in COMMANDS] == [
        *(
            "",
            "show",
            "status",
            "next",
            "week",
            "read",
            "convert",
            "diff",
            "check",
            "schema",
            "closures",
            "closures add",
        ),
    ]


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_each_command_each_argument_and_each_option_has_help(path: tuple[str, ...]):
    command = COMMANDS[path]
    assert command.help
    for parameter in command.params:
        assert parameter.help, parameter.name
        assert parameter.help.endswith("."), parameter.name


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_the_help_names_every_option(path: tuple[str, ...]):
    code, out, err = run(*path, "--help")
    assert (code, err) == (0, "")
    assert f"Usage: {' '.join(['clinic-hours', *path])}" in out
    for parameter in COMMANDS[path].params:
        assert all(option in out for option in parameter.opts if option.startswith("--"))


@pytest.mark.parametrize(
    "path", [path for path, held in COMMANDS.items() if not hasattr(held, "commands")], ids=" ".join
)
def test_every_command_answers_in_json(path: tuple[str, ...]):
    assert "--json" in {option for parameter in COMMANDS[path].params for option in parameter.opts}


@pytest.mark.parametrize("arguments", [[], ["closures"]])
def test_without_a_command_it_shows_the_help(arguments: list[str]):
    assert "Usage: clinic-hours" in "".join(run(*arguments)[1:])


# The schema


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_the_schema_is_printed_as_it_ships(options: list[str]):
    code, out, err = run("schema", *options)
    assert (code, out, err) == (0, schema_text(), "")
    assert json.loads(out) == Clinic.model_json_schema()


# Completion


def completed(*words: str) -> list[str]:
    """What bash is offered for the last of some words."""
    line = " ".join(["clinic-hours", *words])
    ran = run(_CLINIC_HOURS_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(words)))
    return ran.out.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_for_completion_is_shown(shell: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    code, out, err = run("--show-completion", shell)
    assert (code, err) == (0, "")
    assert f"complete_{shell}" in out


def test_commands_and_options_are_completed():
    assert completed("s") == ["show", "status", "schema"]
    assert "--stale-after" in completed("check", "--")


def test_ids_and_time_zones_are_completed(clinic: str):
    assert completed("show", clinic, "-l", "f") == ["front"]
    assert completed("show", "-l", "front", clinic, "--location", "s") == ["satellite-office"]
    assert completed("show", clinic, "--location=fr") == ["front"]
    assert completed("closures", "add", clinic, "2026-12-01", "--location", "s") == ["satellite-office"]
    assert completed("show", "none.toml", "-l", "f") == []
    assert completed("show", "sign.txt", "-l", "f") == []
    assert completed("show", "-", "-z", "Europe/Berl") == ["Europe/Berlin"]


def test_formats_are_completed(clinic: str):
    assert completed("convert", clinic, "--to", "google") == ["google", "google-sheet"]
    assert completed("convert", clinic, "--to", "n") == []
    assert completed("convert", clinic, "--from", "n") == ["nhs"]
    assert completed("diff", clinic, clinic, "--format-b", "fhir-r4") == ["fhir-r4", "fhir-r4b"]
    assert completed("diff", clinic, clinic, "-z", "Europe/Berl") == ["Europe/Berlin"]


@pytest.mark.holidays
def test_the_ids_of_the_practice_that_ships_are_completed():
    pytest.importorskip("holidays")
    assert completed("show", "-l", "ur") == ["urgent-care"]


# Colours


def test_there_are_no_colours_where_the_output_goes_elsewhere(clinic: str):
    environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    for arguments in (["show", clinic], ["show", "none.toml"]):
        command = [sys.executable, "-m", "clinic_hours", *arguments]
        ran = subprocess.run(command, capture_output=True, env=environment | {"TERM": "xterm"}, check=False)
        assert b"\x1b" not in ran.stdout + ran.stderr
        assert ran.stdout + ran.stderr


def test_there_are_colours_on_a_terminal_unless_they_are_not_wanted(clinic: str):
    assert "\x1b[1mFront office\x1b[0m" in on_a_terminal("show", clinic)
    assert "\x1b" not in on_a_terminal("show", clinic, NO_COLOR="1", TERM="dumb")


def on_a_terminal(*arguments: str, **variables: str) -> str:
    """What a command prints on a terminal."""
    environment = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "clinic_hours", *arguments]
    subprocess.run(command, stdout=theirs, env=environment | {"TERM": "xterm"} | variables, check=True)
    os.close(theirs)
    held = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # Linux says so at the end
            break
        if not piece:
            break
        held += piece
    os.close(ours)
    return held.decode()
