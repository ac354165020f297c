"""Every block of the README and the documentation runs, in order, and prints what it says."""

import inspect
import re
from pathlib import Path

import pytest

import documents
from clinic_hours import Clinic, errors

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
DOCS = ROOT / "docs"
DOCUMENTS = [path for path in (README, *sorted(DOCS.rglob("*.md"))) if path.is_file()]
NOT_CODE = {"{eval-rst}", "{toctree}"}
NEEDS_HOLIDAYS = "<!-- needs the holidays extra -->"
READ, LOOKED_UP = 250, 400
"""Lines at the most of a page that is read, and of one in which something is looked up."""

pytestmark = pytest.mark.skipif(not DOCUMENTS, reason="the documents are not here")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def marked(path: Path):
    """A document as a parameter, with a mark where its examples need an extra that may be missing."""
    return pytest.param(path, marks=[pytest.mark.holidays] if NEEDS_HOLIDAYS in text(path) else [])


def links(path: Path) -> set[Path]:
    """The files that a document links to."""
    found = re.findall(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)", text(path))
    return {(path.parent / link).resolve() for link in found if "://" not in link}


@pytest.mark.parametrize("path", [marked(path) for path in DOCUMENTS], ids=map(name, DOCUMENTS))
def test_every_block_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    documents.run(path)


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_no_block_hides_under_another_language(path: Path):
    fences = re.findall(r"^ *(?:```+|~~~+)(\S*)(?: .*)?$", text(path), re.MULTILINE)
    languages = fences[::2]  # the others close a block
    assert set(languages) <= {*documents.LANGUAGES, *NOT_CODE}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_no_page_is_long_and_none_links_to_nothing(path: Path):
    assert len(text(path).splitlines()) <= (LOOKED_UP if path.parent.name == "reference" else READ)
    assert [link for link in links(path) if not link.exists() and link.is_relative_to(DOCS)] == []


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("```python\n>>> 1 + 1\n3\n```\n", "Expected:"),
        ("```python\ndef test_two():\n    assert 1 + 1 == 3, 'not three'\n```\n", "not three"),
        ("```console\n$ echo two\nthree\n```\n", "- three"),
        ("```console\n$ clinic-hours status\n$ echo $?\n7\n```\n", "- 7"),
        ("```toml\nname = 'Riverside'\n```\n", "a toml block needs a comment before it"),
        ("```sh\nclinic-hours show\n```\n", "a sh block is not run"),
        ("<!-- file: clinic.toml -->\n```toml\nnames = 'Riverside'\n```\n", "write name"),
        ("<!-- file with mistakes: clinic.toml -->\n```toml\nname = 'Riverside'\n```\n", "DID NOT RAISE"),
        ("<!-- file: settings.json -->\n```json\n{\n```\n", "this is not JSON"),
        ("<!-- where installed: json -->\n```python\n>>> 1 + 1\n3\n```\n", "Expected:"),
        ("<!-- where installed: nowhere -->\n```python\n1 / 0\n```\n```python\n>>> 1 + 1\n4\n```\n", "Expected:"),
    ],
)
def test_a_block_that_is_wrong_is_found(page: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("page.md").write_text(page, encoding="utf-8")
    with pytest.raises(BaseException) as found:  # noqa: PT011  pytest's own failures are no Exception
        documents.run(Path("page.md"))
    assert told in str(found.value)


def test_a_block_whose_package_is_not_here_is_left_alone(tmp_path: Path):
    page = tmp_path / "page.md"
    examples = "```python\n>>> 1 + 1\n3\n>>> 2 + 2\n5\n```\n"
    page.write_text(f"<!-- where installed: nowhere -->\n{examples}", encoding="utf-8")
    documents.run(page)


def test_the_readme_shows_code_by_line_10():
    assert "```python" in text(README).splitlines()[:9]


def test_the_readme_leads_to_every_page_for_people_and_each_how_to_directly():
    pages = {path for path in DOCUMENTS if path.parent.name in ("tutorial", "how-to", "explanation")}
    assert any(page.parent.name == "how-to" for page in pages)
    assert pages <= links(README)


def test_the_page_of_errors_has_a_heading_for_each():
    kinds = {kind for kind, thing in vars(errors).items() if inspect.isclass(thing) and issubclass(thing, Exception)}
    told = set(re.findall(r"^#+ `(\w+)`$", text(DOCS / "reference" / "errors.md"), re.MULTILINE))
    assert told == kinds


def test_the_page_of_the_clinic_names_every_key_of_a_file():
    schema = Clinic.model_json_schema()
    tables = [form for kind in (schema, *schema["$defs"].values()) for form in (kind, *kind.get("anyOf", ()))]
    keys = {key for table in tables for key in table.get("properties", ())}
    assert {"opens", "monday", "country", "checked_on"} <= keys
    assert {key for key in keys if f"`{key}`" not in text(DOCS / "reference" / "clinic.md")} == set()


def test_the_page_of_the_command_line_names_each_command_and_option():
    typer = pytest.importorskip("typer")
    from clinic_hours.cli.commands import app

    page = text(DOCS / "reference" / "cli.md")
    commands = [("clinic-hours", typer.main.get_command(app))]
    while commands:
        path, command = commands.pop()
        commands += [(f"{path} {sub}", of) for sub, of in getattr(command, "commands", {}).items()]
        if not hasattr(command, "commands"):
            assert f"`{path}" in page or f"`{path.removeprefix('clinic-hours ')}" in page
            options = [word for one in command.params for word in one.opts if word.startswith("-")]
            assert [word for word in options if f"`{word}" not in page] == []
