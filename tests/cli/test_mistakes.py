"""Mistakes in what was given: one message on standard error, nothing on standard output, exit status 2."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from clinic_hours.errors import ClinicHoursError, MissingExtraError
from clinic_hours.files import storing
from command_line import CLINIC, Ran, run

ASKING = ["show", "status", "next", "week"]


def refused(ran: Ran) -> str:
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Error: ")
    assert "Traceback" not in ran.err
    return ran.err


@pytest.mark.parametrize("command", ASKING)
@pytest.mark.parametrize("options", [[], ["--json"]], ids=["text", "json"])
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-"], "a sign does not say its time zone; add --timezone America/New_York, or whichever it is"),
        (["-", "-z", "Europe/Berln"], "no time zone is named 'Europe/Berln'; near ones: Europe/Berlin"),
        (["-", "-z", "UTC"], "'when sunny' was not read"),
        (["none.txt", "-z", "UTC"], "none.txt: No such file or directory"),
        (["none.toml"], "none.toml: No such file or directory"),
        ([".", "-z", "UTC"], ".: Is a directory"),
        (["-z", "UTC"], "--timezone is for a sign; the practice that ships with the package is in America/New_York"),
        (["clinic.toml", "-z", "UTC"], "a clinic file says its own time zones; leave --timezone out"),
        (["clinic.toml", "-l", "frnt"], "no location has the id 'frnt'; near ones: front, satellite-office"),
        (["clinic.toml", "-l", "front", "-l", "x" * 99], f"no location has the id '{'x' * 40}'; near ones: "),
        (["clinic.toml", "--at", "noonish"], "no instant is written 'noonish'"),
    ],
)
def test_each_command_that_asks_tells_it(
    clinic: str, command: str, options: list[str], arguments: list[str], told: str
):
    assert refused(run(command, *arguments, *options, text="when sunny")).startswith(f"Error: {told}")


@pytest.mark.parametrize("arguments", [["check", "c.csv"], ["closures", "add", "c.csv", "2026-12-01"]])
def test_a_file_whose_name_does_not_say_its_format(clinic: str, arguments: list[str]):
    told = refused(run(*arguments))
    assert told == "Error: 'c.csv' does not say its format; end its name in .toml, .json, .yaml\n"


@pytest.mark.parametrize(
    "arguments", [["show", "clinic.toml"], ["check", "clinic.toml"], ["closures", "add", "clinic.toml", "2026-12-01"]]
)
def test_a_file_with_mistakes(clinic: str, arguments: list[str]):
    Path(clinic).write_text("name = “Maple”\n", encoding="utf-8")
    assert refused(run(*arguments)) == (
        "Error: clinic.toml has a mistake, and nothing was loaded.\n"
        'clinic.toml:1: these quotation marks are of a word processor; write straight ones, as "Main office"\n'
    )


@pytest.mark.parametrize("arguments", [["show", "clinic.toml"], ["check", "clinic.toml", "--json"]])
def test_a_file_that_may_not_be_read(clinic: str, monkeypatch: pytest.MonkeyPatch, arguments: list[str]):
    def refuse(path: str) -> str:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("clinic_hours.clinic.loading.read_text", refuse)
    assert refused(run(*arguments)) == "Error: clinic.toml: Permission denied\n"


def test_an_error_of_the_system_without_a_file(clinic: str, monkeypatch: pytest.MonkeyPatch):
    def refuse(path: str) -> str:
        raise OSError("the disk is gone")

    monkeypatch.setattr("clinic_hours.clinic.loading.read_text", refuse)
    assert refused(run("show", clinic)) == "Error: the disk is gone\n"


def test_a_file_that_changes_while_it_is_read(clinic: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(storing, "_same", lambda before, after: False)
    assert refused(run("show", clinic)).startswith("Error: clinic.toml changes while it is read; try again")


def test_a_sign_that_is_no_text(tmp_path: Path):
    (tmp_path / "sign").write_bytes(b"\xff\xfe\x00")
    told = refused(run("show", str(tmp_path / "sign"), "-z", "UTC"))
    assert told.endswith("sign is not a text in UTF-8; save it as UTF-8 in your editor\n")


def test_every_error_of_the_library_is_one_message(clinic: str, monkeypatch: pytest.MonkeyPatch):
    def refuse(path: str) -> str:
        raise ClinicHoursError("something [bold]else[/bold]")

    monkeypatch.setattr("clinic_hours.clinic.loading.read_text", refuse)
    assert refused(run("show", clinic)) == "Error: something [bold]else[/bold]\n"


@pytest.mark.parametrize(
    ("extra", "module", "text"),
    [
        ("yaml", "clinic_hours.files.yaml_format", "name: Maple\n"),
        ("holidays", "clinic_hours.hours.holiday", '{"name": "M", "special_hours": [{"dates": "US: Christmas Day"}]}'),
    ],
)
def test_an_extra_that_is_not_installed(
    clinic: str, monkeypatch: pytest.MonkeyPatch, extra: str, module: str, text: str
):
    path = Path("clinic.yaml" if extra == "yaml" else "clinic.json")
    path.write_text(text, encoding="utf-8")

    def missing(*_: object) -> None:
        raise MissingExtraError("This", extra)

    monkeypatch.setattr("clinic_hours.clinic.loading.parse", missing) if extra == "yaml" else monkeypatch.setattr(
        f"{module}.check_calendar", missing
    )
    told = f"Error: This needs an optional package: pip install 'clinic-hours[{extra}]'\n"
    for arguments in (["show"], ["check"], ["check", "--json"]):
        assert refused(run(arguments[0], str(path), *arguments[1:])) == told


@pytest.mark.parametrize("missing", ["typer", "rich"])
def test_without_its_own_extra_it_says_what_to_install(missing: str):
    code = f"import sys; sys.modules[{missing!r}] = None; from clinic_hours.cli import main; main()"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == ("Error: The command line needs an optional package: pip install 'clinic-hours[cli]'\n")


@pytest.mark.parametrize("arguments", [["check"], ["closures", "add", "clinic.toml"], ["--no-such"], ["shwo"]])
def test_a_command_that_is_not_one(clinic: str, arguments: list[str]):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "Usage: clinic-hours" in err
    assert Path(clinic).read_text(encoding="utf-8") == CLINIC
