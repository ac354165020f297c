"""What runs the blocks of a document, in order and in a folder of their own, as a reader would who follows it.

Python runs, and prints what it says. So do the commands of a console. A comment before a block makes a file of it::

    <!-- file: clinic.toml -->                    the whole file; one that is called clinic is loaded
    <!-- more of the file: clinic.toml -->        lines that are put at its end
    <!-- file with mistakes: clinic.toml -->      a clinic file that must not load

or leaves it alone where a package is missing that our tests do not install::

    <!-- where installed: polars -->
"""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from difflib import ndiff
from importlib.util import find_spec
from pathlib import Path

import pytest
from sybil import Document, Example, Region
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

import local_spark
from clinic_hours import Clinic
from clinic_hours.errors import ClinicFileError
from clinic_hours.files import FORMATS, parse

LANGUAGES = ("python", "console", "toml", "json", "yaml", "text", "sh")
COMMENT = re.compile(r"<!-- (file|more of the file|file with mistakes): (\S+) -->")
PACKAGE = re.compile(r"<!-- where installed: (\w+) -->")
README_COMMAND = re.compile(r"<!-- command: \w+ -->")


def run(path: Path) -> None:
    """Run the blocks of a document in the current folder, and then its test functions, as pytest would."""
    document = Document.parse(str(path), _Blocks())
    for example in document.examples():
        example.evaluate()
    for name, test in list(document.namespace.items()):
        if name.startswith("test_"):
            test()


class _Blocks:
    """Every block of a document, with what is done about it."""

    def __init__(self) -> None:
        self.status = 0
        self.of = {"console": self.console, "sh": command_of_the_readme}

    def __call__(self, document: Document) -> Iterator[Region]:
        for language in LANGUAGES:
            parser = CodeBlockParser(language, self.of.get(language, left_alone))
            for region in (PythonCodeBlockParser() if language == "python" else parser)(document):
                if COMMENT.fullmatch(line_before(document, region)):
                    region.evaluator = write_file
                elif is_missing(document, region):
                    region.evaluator = not_run
                yield region

    def console(self, example: Example) -> str | None:
        """Run the commands of a block, and hold what they print against what stands there."""
        said = example.parsed.splitlines()
        printed: list[str] = []
        for command in (line for line in said if line.startswith("$ ")):
            printed += [command, *self.output(command[2:]).splitlines()]
        return None if printed == said else "\n".join(ndiff(said, printed))

    def output(self, command: str) -> str:
        """What a command prints on a terminal."""
        if command == "echo $?":
            return str(self.status)
        command, _, into = command.partition(" > ")
        program, *arguments = shlex.split(command)
        if program != "clinic-hours":
            return subprocess.run(command, shell=True, capture_output=True, text=True).stdout
        from typer.testing import CliRunner

        from clinic_hours.cli.commands import app

        result = CliRunner().invoke(app, arguments, env={"NO_COLOR": "1"})
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        self.status = result.exit_code
        if into:
            Path(into).write_text(result.stdout, encoding="utf-8")
        return result.stderr if into else result.output


def line_before(document: Document, block: Example | Region) -> str:
    """The line of a document before a block."""
    return document.text[: block.start].rstrip("\n").rpartition("\n")[2]


def is_missing(document: Document, region: Region) -> bool:
    """Whether the block in which an example stands needs a package that is not here."""
    fence = document.text.rfind("```python", 0, region.start + len("```python"))
    needed = PACKAGE.fullmatch(document.text[:fence].rstrip("\n").rpartition("\n")[2]) if fence >= 0 else None
    if needed is None:
        return False
    return not local_spark.is_here() if needed[1] == "pyspark" else find_spec(needed[1]) is None


def not_run(example: Example) -> None:
    """Leave a block alone."""


def write_file(example: Example) -> None:
    """Write the file that a block shows, and load it if it is a clinic's."""
    what, name = COMMENT.fullmatch(line_before(example.document, example)).groups()
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    held = path.read_text(encoding="utf-8") if what == "more of the file" else ""
    path.write_text(held + example.parsed, encoding="utf-8")
    if what == "file with mistakes":
        with pytest.raises(ClinicFileError):
            Clinic.load(path)
    elif path.stem == "clinic":
        Clinic.load(path)
    elif path.suffix in FORMATS:
        parse(example.parsed, FORMATS[path.suffix])


def left_alone(example: Example) -> str | None:
    """Hold that a block which is no file is text for people."""
    language = example.region.lexemes["arguments"]
    return (
        None if language == "text" else f"a {language} block needs a comment before it, as <!-- file: clinic.toml -->"
    )


def command_of_the_readme(example: Example) -> str | None:
    """Hold that a block is one of the README's commands, which continuous integration runs."""
    marked = README_COMMAND.fullmatch(line_before(example.document, example))
    return None if marked else "a sh block is not run; write it as console, with what it prints"
