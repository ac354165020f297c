"""Small documents of every format, each with what a person reads in it.

`tests/corpus/expected.txt` is the output of `python -m tests.formats_table tests/corpus`, read row by row before it was kept.
"""

from pathlib import Path

import pytest

from clinic_hours.errors import ClinicHoursError
from exchange import Codec, check_the_fixed_point, check_the_way_back
from formats import WRITERS
from formats_table import documents, main, read, row

CORPUS = Path(__file__).parents[1] / "corpus"
EXPECTED = CORPUS / "expected.txt"
DOCUMENTS = list(documents(CORPUS))


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def expected() -> dict[str, str]:
    """The row of each document."""
    rows: dict[str, list[str]] = {}
    for line in EXPECTED.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            rows[line] = []
        rows[list(rows)[-1]].append(line)
    return {key: "\n".join(lines) for key, lines in rows.items()}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_a_document_is_read_as_a_person_reads_it(path: Path):
    assert row(path) == expected()[name(path)]


def test_every_row_has_its_document():
    assert set(expected()) == {name(path) for path in DOCUMENTS}


def test_the_command_prints_a_row_for_each_document(capsys: pytest.CaptureFixture[str]):
    main([str(CORPUS / "yext")])
    assert capsys.readouterr().out.splitlines()[0] == "yext/list.json"


def test_a_format_that_no_codec_reads_is_refused_by_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    folder = tmp_path / "yellow_pages"
    folder.mkdir()
    (folder / "entry.json").write_text("{}", encoding="utf-8")
    main([str(tmp_path)])
    head, told = capsys.readouterr().out.splitlines()
    assert head == "yellow_pages/entry.json"
    assert told.startswith(
        "    refused: UnknownFormatError: no codec reads 'yellow_pages'; those that are read: fhir, "
    )


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.capabilities.format)
@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_what_was_read_is_written_and_read_again(writer, path: Path):
    try:
        value = read(path).value
    except ClinicHoursError:
        return
    services = [service for location in getattr(value, "locations", [value]) for service in location.services]
    if writer.capabilities.format == "Google's sheet" and services:
        return
    codec = Codec(
        writer.encode,
        writer.decode,
        writer.unsaid | {"closes-too-late", "service-dates-lost", "id-changed"},
        settles=1,
    )
    check_the_way_back(codec, value)
    check_the_fixed_point(codec, value)
