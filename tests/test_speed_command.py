"""The command that measures, on a small scale and with its figures given: nothing is said about how long it takes."""

import re
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("numpy")
pytest.importorskip("pyarrow")

import numpy as np

from benchmarks import mass, table
from benchmarks.figures import Growth, Held, Mass
from benchmarks.markdown import COMMAND, Report, markdown
from benchmarks.peers import NOT_INSTALLED, PEERS, Peer, peer

PAGE = f"<!-- speed, short: {COMMAND} -->\n<!-- end of the speed -->\n"
GOOD = Report("Today.", {"snail": "1"}, masses=[Mass("many", 1.0, 2.0, 3.0)])
BAD = Report("Today.", {"slug": NOT_INSTALLED}, masses=[Mass("many", 1.0, 4.0, 3.0)])


@pytest.mark.parametrize(("report", "status", "told"), [(GOOD, 0, ""), (BAD, 1, "slug is not installed\nmany 4 × ")])
def test_the_command_prints_all_writes_pages_and_tells_what_does_not_hold(
    report: Report,
    status: int,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    asked = []
    monkeypatch.setattr(table, "run", lambda *given: asked.append(given) or report)
    page = tmp_path / "page.md"
    page.write_text(PAGE, encoding="utf-8")
    assert table.main(["--rounds", "2", "--single", "--write", str(page)]) == status
    assert asked == [(2, True)]
    said = capsys.readouterr()
    assert said.out == markdown(report, short=False)
    assert said.err.startswith(told)
    assert bool(said.err) is bool(told)
    assert markdown(report, short=True) in page.read_text(encoding="utf-8")


def test_nothing_is_measured_for_a_page_without_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(table, "run", lambda *given: pytest.fail("measured"))
    page = tmp_path / "page.md"
    page.write_text("# Speed\n", encoding="utf-8")
    with pytest.raises(ValueError, match="there is no"):
        table.main(["--write", str(page)])


def test_a_run_says_when_and_where_it_was_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    assert re.match(
        r"5 March 2026, \w+ 3\.\d+\.\d+, .+, \d+ cores\. Medians of 7 rounds", table.where(date(2026, 3, 5), 7)
    )
    information = tmp_path / "cpuinfo"
    monkeypatch.setattr(table, "Path", lambda _: information)
    monkeypatch.setattr(table.platform, "processor", lambda: "")
    monkeypatch.setattr(table.platform, "machine", lambda: "arm64")
    assert table.processor() == "arm64"
    information.write_text("processor : 0\nmodel name\t: Fast 9000\nmodel name\t: Fast 9000\n", encoding="utf-8")
    assert table.processor() == "Fast 9000"


NAME = "opening-hours-py"


def test_many_answers_are_measured_and_held_against_the_peer(monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("opening_hours")
    monkeypatch.setattr(mass, "INSTANTS", (10, 100))
    monkeypatch.setattr(mass, "DIRECTORIES", (1000,))
    monkeypatch.setattr(mass, "SAMPLE", 3)
    monkeypatch.setattr(mass, "repeats", lambda count: 1)
    found = list(mass.figures([peer(NAME, PEERS[NAME])], 1))
    masses = [one for one in found if isinstance(one, Mass)]
    assert [one.wrong for one in masses if one.wrong] == []
    assert [one.at_most for one in masses] == [7.0, 27.0, 10.0, None]
    assert [bool(one.loop) for one in masses] == [True, True, True, False]
    assert all(one.copies > 0 and one.nanoseconds > 0 for one in masses)
    growths = [set(one.nanoseconds) for one in found if isinstance(one, Growth)]
    assert growths == [{10, 100}] * 2 + [{1000}] * 3
    [held] = [one for one in found if isinstance(one, Held)]
    assert (held.clinics, held.zones, held.at_most) == (1000, 400, 64.0)
    assert 0 < held.columns < held.allocated
    assert held.load_seconds > 0


def test_many_answers_are_measured_where_the_peer_is_not_installed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(mass, "INSTANTS", (10,))
    monkeypatch.setattr(mass, "repeats", lambda count: 1)
    found = [one for one in mass._instants([Peer(NAME, NOT_INSTALLED)], 1) if isinstance(one, Mass)]
    assert [(one.loop, one.loop_said) for one in found] == [(None, NOT_INSTALLED)] * 2


def test_answers_that_differ_are_told_with_their_place():
    ours = np.array(["2026-11-23T13:00:00", "NaT"], "datetime64[s]")
    noon, one = (mass.instant(at.replace(tzinfo=mass.UTC_ZONE)) for at in (ours[:1].repeat(2) - [0, 3600]).tolist())
    assert mass.differences(["a", "b"], ours, [noon, None]) == []
    assert mass.differences(["a", "b"], ours, [one, None]) == [f"at a it answers {one}, not {noon}"]
    assert mass.differences(["a", "b"], np.array([True, False]), [True, True]) == ["at b it answers True, not False"]


def test_short_questions_are_asked_often_and_instants_are_the_same_each_time():
    assert [mass.repeats(count) for count in (10_000, 1_000_000, 10_000_000)] == [100, 1, 1]
    assert (mass.many_instants(5) == mass.many_instants(5)).all()
    assert mass.many_instants(5).dtype == "datetime64[s]"
