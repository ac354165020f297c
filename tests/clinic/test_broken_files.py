"""Clinic files with the slips of people: each is refused, with the whole message that is kept beside it.

`x.toml` is a file as somebody left it, `x.toml.txt` what the library says of it. `python tests/clinic/test_broken_files.py` writes
the messages anew; read each of them aloud before it is kept.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from clinic_hours import Clinic
from clinic_hours.errors import ClinicFileError

BROKEN = Path(__file__).parents[1] / "corpus" / "broken"
FILES = sorted(path for path in BROKEN.iterdir() if path.suffix != ".txt")

MEND = re.compile(r"\b(?:write|leave|give|near ones|save|take|begin|install|put|close|indent|end|use)\b|such as|, as ")
"""What is said where a message says what to do."""


def name(path: Path) -> str:
    return path.name


def needs(path: Path) -> list[pytest.MarkDecorator]:
    """What has to be installed to read a file."""
    return [pytest.mark.holidays] if path.name.startswith("holiday") else []


ALL = pytest.mark.parametrize("path", [pytest.param(path, marks=needs(path), id=path.name) for path in FILES])


def kept(path: Path) -> Path:
    return path.with_name(f"{path.name}.txt")


def refused(path: Path) -> ClinicFileError:
    """The error for a file, which is named as it is seen from its own folder."""
    if path.suffix == ".yaml":
        pytest.importorskip("yaml")
    if path.name.startswith("holiday"):
        pytest.importorskip("holidays")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(path.parent)
        with pytest.raises(ClinicFileError) as caught:
            Clinic.load(path.name)
    return caught.value


@ALL
def test_the_whole_message_is_the_one_that_is_kept(path: Path):
    assert f"{refused(path)}\n" == kept(path).read_text(encoding="utf-8")


@ALL
def test_each_mistake_has_a_line_and_a_mend(path: Path):
    for mistake in refused(path).mistakes:
        assert mistake.line is not None
        assert MEND.search(mistake.told), mistake.told


@ALL
def test_no_word_is_of_pydantic_or_python(path: Path):
    assert not re.search(
        r"Input should|validation error|NoneType|\b(?:int|str|dict|None|True)\b,?$", str(refused(path))
    )


def test_there_are_files_of_each_format():
    assert {path.suffix for path in FILES} == {".toml", ".json", ".yaml"}
    assert len(FILES) >= 20
    assert {kept(path) for path in FILES} == set(BROKEN.glob("*.txt"))


def test_mistakes_stand_in_the_order_of_their_lines():
    lines = [mistake.line for mistake in refused(BROKEN / "several_at_once.toml").mistakes]
    assert lines == sorted(lines, key=lambda line: line or 0)
    assert len(lines) == 9


if __name__ == "__main__":
    for broken in FILES:
        kept(broken).write_text(f"{refused(broken)}\n", encoding="utf-8")
        sys.stdout.write(f"{refused(broken)}\n\n")
