"""The command that writes the tables of speed, on figures that are given. Nothing here is timed."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from benchmarks import peers as of_peers
from benchmarks.agreement import check
from benchmarks.figures import Cell, Growth, Held, Mass, Row
from benchmarks.markdown import (
    COMMAND,
    LOOP,
    MARKS,
    WIDTH,
    Report,
    duration,
    figure,
    installed,
    markdown,
    missed,
    written,
)
from benchmarks.peers import NOT_INSTALLED, PEERS, Peer, Way, peer
from benchmarks.questions import SIGNS, WEEKS, Question, clinic, edges, instants, questions
from benchmarks.single import row
from benchmarks.timing import Side, ratio, rounds

ROOT = Path(__file__).parents[1]
PAGES = [path for path in (ROOT / "README.md", ROOT / "docs" / "explanation" / "speed.md") if path.is_file()]

REPORT = Report(
    "26 November 2026, CPython 3.13.",
    {"snail": "1.2", "slug": NOT_INSTALLED},
    [
        Row("is it open?", 0.2449, {"snail": Cell(14.96, "", ["not asked at noon"]), "slug": Cell(said=NOT_INSTALLED)}),
        Row("when?", 12.4, {"snail": Cell(0.4, "", ["not asked at noon", "asked once"])}),
        Row("never?", 0.3, {"snail": Cell(None, "gives up")}, short=False),
    ],
    [
        Mass("one × 10 M", 2.51, 5.04, 7.0, 1234.5),
        Mass("1 M × one", 9.9, 11.2, 10.0, None, NOT_INSTALLED),
        Mass("1 M × next", 163.7, 139.9),
    ],
    [Growth("of so many", {10: 100.0, 100: 30.0}), Growth("of more", {100: 30.0, 1000: 61.0})],
    Held(1_000_000, 2330, 400, 30.9, 35.6, 64.0, 3.21),
)

WHOLE = """\
26 November 2026, CPython 3.13.

| one question | clinic_hours | snail 1.2 | slug not installed |
| --- | --: | --: | --: |
| is it open? | 0.24 µs | 15 ×\u202f¹ | not installed |
| when? | 12 µs | 0.4 ×\u202f¹\u202f² | — |
| never? | 0.3 µs | gives up | — |

¹\u202fnot asked at noon. ²\u202fasked once.

| many at once | an answer | `numpy.copyto` | at most | opening-hours-py in a loop |
| --- | --: | --: | --: | --: |
| one × 10 M | 2.5 ns | 5 × | 7 × | 1,200 × |
| 1 M × one | 9.9 ns | 11 × | 10 × | not installed |
| 1 M × next | 160 ns | 140 × | — | — |

The directory of 1,000,000 locations, 2,330 weeks and 400 zones takes 31 bytes a location (36 as the allocators count them; at
most 64), and loads from Parquet in 3.2 s, 3.2 µs a location.

| each of so many | 10 | 100 | 1,000 |
| --- | --: | --: | --: |
| of so many | 100 ns | 30 ns | — |
| of more | — | 30 ns | 61 ns |
"""


def test_all_figures_as_markdown():
    assert markdown(REPORT, short=False) == WHOLE


def test_the_short_tables_leave_out_what_is_not_short():
    short = markdown(REPORT, short=True)
    assert set(short.splitlines()) < set(WHOLE.splitlines())
    assert not re.search("never|1 M × next|each of so many", short)


def test_a_note_stands_below_the_table_once_and_only_where_it_is_used():
    short = markdown(replace(REPORT, rows=REPORT.rows[:1]), short=True)
    assert short.count("not asked at noon") == 1
    assert "asked once" not in short


def test_a_run_of_single_questions_alone():
    assert markdown(Report("Today.", {}, REPORT.rows[1:2]), short=False) == (
        "Today.\n\n| one question | clinic_hours |\n| --- | --: |\n| when? | 12 µs |\n"
    )


def test_an_answer_that_is_wrong_is_told_in_the_table_and_by_the_command():
    wrong = Row("open?", 1.0, {"snail": Cell(2.0, "", (), ["at noon it answers True, not False", "at one it …"])})
    report = Report("", {"snail": "1"}, [wrong], [Mass("many", 1.0, 1.0, None, 2.0, "", ["at clinic-7 …"])])
    text = markdown(report, short=True)
    assert "| 2 ×\u202f¹ |" in text
    assert "¹\u202fwrong, 2 of those that were checked: at noon it answers True, not False." in text
    assert missed(report)[0] == "snail, open? at noon it answers True, not False"
    assert missed(report)[2:] == ["opening-hours-py in a loop, many at clinic-7 …"]
    assert "¹\u202fwrong, 1 of those that were checked: at clinic-7 ….\n" in markdown(report, short=False)


def test_the_command_tells_each_bar_that_is_missed():
    assert missed(REPORT) == ["1 M × one 11 × numpy.copyto, at most 10 ×", "of more: 61 ns each of 1,000, 30 ns of 100"]
    held = replace(REPORT.held, allocated=64.4)
    assert missed(Report("", {}, held=held)) == ["64.4 bytes a location, at most 64"]
    assert missed(Report("", {}, held=replace(held, allocated=64.0))) == []


def test_the_command_tells_which_peers_are_not_installed():
    assert installed(REPORT.peers) == ["slug is not installed"]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        *[(0.0449, "0.045"), (0.2449, "0.24"), (0.996, "1"), (1.04, "1"), (1.06, "1.1"), (9.94, "9.9"), (9.96, "10")],
        *[(14.96, "15"), (99.6, "100"), (1449.0, "1,400"), (14_347_113.85, "14,000,000")],
    ],
)
def test_two_digits_of_a_figure(number: float, text: str):
    assert figure(number) == text


def test_times_are_told_in_the_unit_that_suits_them():
    assert [duration(each) for each in (0.71, 994, 999, 1000, 2.5e6, 3.21e9)] == [
        "0.71 ns",
        "990 ns",
        "1 µs",
        "1 µs",
        "2.5 ms",
        "3.2 s",
    ]


PAGE = f"# Speed\n\n<!-- speed, {{}}: {COMMAND} -->\nold\n\nolder\n<!-- end of the speed -->\n\nThe rest.\n"


@pytest.mark.parametrize("kind", ["short", "whole"])
def test_the_text_between_the_marks_is_put_anew_and_the_rest_stays(kind: str):
    page = written(PAGE.format(kind), REPORT)
    text = markdown(REPORT, short=kind == "short")
    assert page == PAGE.format(kind).replace("old\n\nolder\n", f"\n{text}\n")
    assert written(page, REPORT) == page


def test_two_places_of_a_page_each_have_their_own():
    page = written(PAGE.format("short") + PAGE.format("whole"), REPORT)
    assert page.count("never?") == 1
    assert page.count("The rest.") == 2


def test_a_backslash_in_a_figure_is_no_group():
    assert r"\1 and \g<2>" in written(PAGE.format("short"), replace(REPORT, where=r"\1 and \g<2>"))


def test_a_page_without_marks_is_told_before_anything_is_measured():
    with pytest.raises(ValueError, match="there is no <!-- speed, short: python -m tests.benchmarks.table -->"):
        written("# Speed\n", REPORT)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_pages_have_the_marks_and_between_them_what_the_command_writes(path: Path):
    [found] = MARKS.finditer(path.read_text(encoding="utf-8"))
    kind, lines = found[2], found[0].splitlines()
    assert kind == ("short" if path.name == "README.md" else "whole")
    assert re.match(r"\d{1,2} [A-Z][a-z]+ 20\d\d, CPython 3\.\d+\.\d+, .+ cores?\. Medians of \d+ rounds", lines[2])
    assert [line for line in lines if len(line) > WIDTH and line[0] != "|"] == []
    [head] = [line for line in lines if line.startswith("| one question |")]
    assert [cell.split()[0] for cell in head.split(" | ")[2:]] == list(PEERS)
    assert NOT_INSTALLED not in found[0]
    rows = [line.split(" | ")[0].removeprefix("| ") for line in lines if line.startswith("| ")]
    asked = [question.label for question in questions().values() if question.short or kind == "whole"]
    assert rows[2 : 2 + len(asked)] == asked
    [second] = [line for line in lines if line.startswith("| many at once |")]
    assert LOOP in second
    assert "bytes a location" in found[0]


# What is measured


def test_ratios_are_taken_round_by_round():
    assert ratio([10.0, 40.0, 30.0], [1.0, 2.0, 10.0]) == 10.0


def test_all_sides_are_asked_in_turn_once_beforehand_and_once_a_round():
    asked = []
    sides = {name: lambda name=name: asked.append(name) or float(len(asked)) for name in "ab"}
    assert rounds(sides, 2) == {"a": [3.0, 5.0], "b": [4.0, 6.0]}
    assert "".join(asked) == "ababab"


def test_a_side_divides_by_its_arguments_and_stops_where_a_round_ends():
    clock = iter([0, 600]).__next__
    heard = []
    assert Side(heard.append, [1, 2, 3]).nanoseconds(clock) == 200.0
    assert heard == [1, 2, 3]
    assert len(Side(lambda _: sum(range(100_000)), range(1_000_000)).for_a_round().arguments) < 1_000_000


OPEN = Question("open?", lambda at: at >= 8, range(24))


def test_a_peer_that_agrees():
    assert check(OPEN, Way(lambda at: at >= 8)).wrong == []
    assert check(OPEN, Way(lambda hour: hour > 7, given=lambda at: at, unlike=lambda at: at == 24)).wrong == []


def test_a_peer_that_is_wrong_is_told_where():
    assert check(OPEN, Way(lambda at: at > 8)).wrong == ["at 8 it answers False, not True"]
    assert check(OPEN, Way(lambda at: at > 8, unlike=lambda at: at == 8, note="closes late")).wrong == []
    also = replace(OPEN, also=[8], arguments=[9])
    assert check(also, Way(lambda at: at > 8)).wrong == ["at 8 it answers False, not True"]


def test_a_note_that_holds_no_longer_is_told():
    [told] = check(OPEN, Way(lambda at: at >= 8, unlike=lambda at: at in (7, 8), note="closes late")).wrong
    assert told == "it closes late, we say, and yet it answers as we do at all 2 of those"


def test_a_peer_that_raises_is_told_and_one_that_gives_up_is_believed():
    raising = Way(lambda at: 1 // 0)
    assert check(OPEN, raising).wrong == ["at 0 it raises ZeroDivisionError('integer division or modulo by zero')"]
    assert check(OPEN, raising).raises
    assert check(OPEN, replace(raising, gives_up=ZeroDivisionError)).wrong == []
    answers = Way(lambda at: "x" * 70, gives_up=ZeroDivisionError)
    assert check(OPEN, answers).wrong == [f"it gave up here, and now it answers {'x' * 59}…"]


def test_a_row_asks_a_peer_only_what_it_has_words_for():
    asked: list[int] = []
    ways = {
        "snail": Way(lambda at: asked.append(at) or at >= 8, unlike=lambda at: at in (0, 1)),
        "mute": None,
        "lazy": Way(lambda at: 1 // 0, gives_up=ZeroDivisionError, note="never ends"),
        "broken": Way(lambda at: 1 // 0),
    }
    there = [Peer(name, "1") for name in ways] + [Peer("slug", NOT_INSTALLED)]
    asked_once = replace(OPEN, arguments=[8, 9, 0, 1], whole=True)
    made = row(
        asked_once, {**ways, "snail": replace(ways["snail"], call=lambda at: asked.append(at) or at >= 2)}, there, 1
    )
    assert made.cells["snail"].ratio is not None
    assert asked[-2:] == [8, 9]
    assert made.cells["mute"] == Cell()
    assert made.cells["lazy"] == Cell(None, "gives up", ["never ends"], [])
    assert made.cells["broken"].said == "raises"
    assert made.cells["slug"] == Cell(said=NOT_INSTALLED)
    assert made.label == "open?"


@pytest.mark.parametrize("whole", [True, False])
def test_a_round_asks_all_arguments_only_where_the_question_says_so(whole: bool):
    asked: list[int] = []
    slow = Question("sum?", lambda at: asked.append(at) or sum(range(20_000)), range(2000), whole=whole)
    row(slow, {}, [], 1)
    assert (asked.count(1999) == 2) is whole
    assert asked.count(0) >= 2


def test_a_peer_that_is_not_installed_can_answer_nothing():
    def ways():
        import there_is_no_such_package  # noqa: F401

    assert peer("pytest", ways) == Peer("pytest", NOT_INSTALLED)
    assert peer("there-is-no-such-package", dict) == Peer("there-is-no-such-package", NOT_INSTALLED)
    assert peer("pytest", lambda: {"local": Way(bool)}).version == pytest.__version__


@pytest.mark.filterwarnings("ignore")  # those that peers raise about each other
@pytest.mark.parametrize("name", PEERS)
def test_a_peer_that_is_installed_agrees_with_us_wherever_it_is_asked(name: str):
    pytest.importorskip({"opening-hours-py": "opening_hours", "python-telegram-bot": "telegram"}.get(name, name))
    asked = questions()
    ways = of_peers.PEERS[name]()
    assert ways.keys() <= asked.keys()
    few = {
        which: replace(asked[which], arguments=asked[which].arguments[:8], also=asked[which].also[::12])
        for which in ways
    }
    slow = {"masked", *(which for which in ways if ways[which].gives_up)}
    assert [told for which in ways.keys() - slow for told in check(few[which], ways[which]).wrong] == []


# What is asked


def test_the_questions_are_answered_as_their_labels_say():
    asked = questions()
    assert len(asked["year"].call(None)) == 2 * 260
    assert str(asked["2044"].answer(asked["2044"].call(instants(1)[0]))) == "2044-12-24 15:00:00+00:00"
    assert asked["never"].call(instants(1)[0]) is asked["masked"].call(instants(1)[0]) is None
    assert asked["read"].call(asked["read"].arguments[0]).assumptions == ()
    assert asked["format"].call(asked["format"].arguments[65]) == SIGNS[65]
    assert len(set(WEEKS)) == len(set(SIGNS)) == 2048


def test_every_edge_is_asked_with_the_second_before_it():
    asked, place = set(edges()), clinic()
    assert any(place.is_open(at) for at in asked)
    changes = [at for at in asked if place.is_open(at) != place.is_open(at - (asked_second := date.resolution / 86400))]
    assert changes
    assert {at - asked_second for at in changes} <= asked
    assert instants(3) == instants(3) != instants(3, seed=1)
