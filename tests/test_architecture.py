"""What keeps the house in order beside the import contracts: light imports, short modules, a page for each public module."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

import clinic_hours

PACKAGE = Path(clinic_hours.__file__).parent
REFERENCE = Path(__file__).parents[1] / "docs" / "reference"
LONGEST = 400

AT_MOST = {
    *("clinic_hours", "pydantic", "dateutil"),
    *("annotated_types", "pydantic_core", "six", "typing_extensions", "typing_inspection", "tzdata"),  # what those need
}

LOADED = (
    "import sys; before = set(sys.modules); import clinic_hours; print(*sorted(set(sys.modules) - before), sep='\\n')"
)


def fresh(code: str) -> str:
    """What a new interpreter prints that runs some code."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_the_package_loads_pydantic_and_dateutil_at_most():
    loaded = {name.partition(".")[0] for name in fresh(LOADED).split() if not name.startswith("_sysconfigdata_")}
    assert loaded - AT_MOST - sys.stdlib_module_names == set()


def test_recurrences_wait_until_a_rule_needs_them():
    assert "dateutil.rrule" not in fresh(LOADED).split()


@pytest.mark.parametrize(
    "imports",
    ["import hypothesis, clinic_hours", "import clinic_hours, hypothesis", "from clinic_hours import strategies"],
)
def test_hypothesis_finds_the_strategies_in_any_order_of_imports(imports: str):
    asks = "from hypothesis import strategies as st; print(st.from_type(clinic_hours.Location).validate())"
    assert fresh(f"{imports}; import clinic_hours; {asks}") == "None\n"


def test_hypothesis_is_told_of_the_strategies_by_the_entry_point():
    said = fresh("import hypothesis, sys; print('clinic_hours.strategies' in sys.modules)")
    assert said == "True\n"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_passes_400_lines(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def public_modules() -> list[str]:
    """The rooms of the package, as `ls` shows them: modules and packages without an underscore in front."""
    names = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    return sorted(name for name in names if not name.startswith("_"))


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the documentation is not here")
@pytest.mark.parametrize("name", public_modules())
def test_every_public_module_has_a_page_in_the_reference(name: str):
    page = REFERENCE / f"{name}.md"
    assert page.is_file()
    assert f".. automodule:: clinic_hours.{name}\n" in page.read_text(encoding="utf-8")


def test_no_test_is_timed(pytestconfig: pytest.Config):
    assert "benchmarks" in pytestconfig.getini("norecursedirs")
    timed = list((Path(__file__).parent / "benchmarks").glob("*.py"))
    assert any(path.stem.startswith("bench_") for path in timed)
    assert [path.name for path in timed for form in pytestconfig.getini("python_files") if path.match(form)] == []


def test_the_package_says_that_it_is_typed():
    assert importlib.util.find_spec("clinic_hours") is not None
    assert (PACKAGE / "py.typed").is_file()
