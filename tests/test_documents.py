"""Every Python example of the README and the documentation runs, in order, and prints what it says."""

import re
from pathlib import Path

import pytest
from sybil.document import Document
from sybil.parsers.markdown import PythonCodeBlockParser

ROOT = Path(__file__).parents[1]
DOCUMENTS = [path for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))) if path.is_file()]
OTHER_LANGUAGES = {"console", "sh", "text", "toml", "json", "{eval-rst}", "{toctree}"}
NEEDS_HOLIDAYS = "<!-- needs the holidays extra -->"


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def marked(path: Path):
    """A document as a parameter, with a mark where its examples need an extra that may be missing."""
    return pytest.param(
        path, marks=[pytest.mark.holidays] if NEEDS_HOLIDAYS in path.read_text(encoding="utf-8") else []
    )


@pytest.mark.parametrize("path", [marked(path) for path in DOCUMENTS], ids=map(name, DOCUMENTS))
def test_every_example_runs(path: Path):
    for example in Document.parse(str(path), PythonCodeBlockParser()).examples():
        example.evaluate()


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_no_example_hides_under_another_language(path: Path):
    fences = re.findall(r"^ *(?:```+|~~~+)(\S*)(?: .*)?$", path.read_text(encoding="utf-8"), re.MULTILINE)
    languages = fences[::2]  # the others close a block
    assert set(languages) <= {"python"} | OTHER_LANGUAGES


@pytest.mark.skipif(not DOCUMENTS, reason="the documents are not here")
def test_the_readme_shows_code_by_line_10():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert "```python" in lines[:9]
