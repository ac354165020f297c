"""Figures as tables in Markdown, and where they stand in a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import wrap

from .figures import NO_WORDS, Cell, Growth, Held, Mass, Row
from .peers import NOT_INSTALLED

COMMAND = "python -m tests.benchmarks.table"
MARKS = re.compile(rf"(<!-- speed, (short|whole): {re.escape(COMMAND)} -->\n).*?(<!-- end of the speed -->)", re.DOTALL)
DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
OURS = "clinic_hours"
WIDTH = 130
"""Characters of a line of prose at the most."""
LOOP = "opening-hours-py in a loop"


@dataclass(frozen=True)
class Report:
    """One run: when and where, who was there, and all figures."""

    where: str
    peers: Mapping[str, str]
    """The version of each, or that it is not installed."""
    rows: Sequence[Row] = ()
    masses: Sequence[Mass] = ()
    growths: Sequence[Growth] = ()
    held: Held | None = None


@dataclass
class Notes:
    """Notes below a table, numbered as they come."""

    told: list[str] = field(default_factory=list)

    def mark(self, note: str) -> str:
        """The number of a note, raised."""
        if note not in self.told:
            self.told.append(note)
        return f" {self.told.index(note) + 1}".translate(DIGITS).replace(" ", "\u202f")

    def line(self) -> list[str]:
        """All notes in a line."""
        numbered = [f"{number}".translate(DIGITS) + f"\u202f{note}" for number, note in enumerate(self.told, 1)]
        return ["", *prose(". ".join(numbered) + ".")] if numbered else []


def prose(text: str) -> list[str]:
    """Lines of a page."""
    return wrap(text, WIDTH, break_on_hyphens=False)


def figure(number: float) -> str:
    """Two digits that count: 0.24, 7.1, 15, 1,400."""
    two = _two_digits(number)
    return f"{two:,.0f}" if two >= 10 else f"{two:g}"


def _two_digits(number: float) -> float:
    return float(f"{number:.2g}")


def times(ratio: float) -> str:
    """How many times."""
    return f"{figure(ratio)} ×"


def duration(nanoseconds: float) -> str:
    """A time in the unit that suits it."""
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if _two_digits(nanoseconds) >= size:
            return f"{figure(nanoseconds / size)} {unit}"
    return f"{figure(nanoseconds)} ns"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table whose first column is of words, and the others of figures."""
    lines = [head, ["---"] + ["--:"] * (len(head) - 1), *rows]
    return [f"| {' | '.join(line)} |".replace("|  |", "| |") for line in lines]


def single(report: Report, short: bool) -> list[str]:
    """Single questions."""
    notes = Notes()

    def said(cell: Cell) -> str:
        marks = [notes.mark(note) for note in (*cell.notes, *_wrong(cell.wrong))]
        return (cell.said if cell.ratio is None else times(cell.ratio)) + "".join(marks)

    lines = table(
        ["one question", OURS, *(f"{name} {version}" for name, version in report.peers.items())],
        [
            [
                row.label,
                f"{figure(row.microseconds)} µs",
                *(said(row.cells.get(name, Cell())) for name in report.peers),
            ]
            for row in report.rows
            if row.short or not short
        ],
    )
    return lines + notes.line()


def many(report: Report, short: bool) -> list[str]:
    """Many answers at once, and what the directory takes."""
    notes = Notes()

    def loop(mass: Mass) -> str:
        marks = [notes.mark(note) for note in _wrong(mass.wrong)]
        return (times(mass.loop) if mass.loop else mass.loop_said or NO_WORDS) + "".join(marks)

    rows = [
        [
            mass.label,
            duration(mass.nanoseconds),
            times(mass.copies),
            f"{times(mass.at_most)}" if mass.at_most else NO_WORDS,
            loop(mass),
        ]
        for mass in report.masses
        if mass.at_most or not short
    ]
    lines = table(["many at once", "an answer", "`numpy.copyto`", "at most", LOOP], rows)
    return lines + notes.line() + _holds(report.held)


def _wrong(told: Sequence[str]) -> list[str]:
    """A note for answers that are wrong."""
    return [f"wrong, {len(told)} of those that were checked: {told[0]}"] if told else []


def _holds(held: Held | None) -> list[str]:
    """What the directory takes, in a sentence."""
    if held is None:
        return []
    told = (
        f"The directory of {held.clinics:,} locations, {held.weeks:,} weeks and {held.zones} zones takes "
        f"{held.columns:.0f} bytes a location ({held.allocated:.0f} as the allocators count them; at most {held.at_most:.0f}), "
        f"and loads from Parquet in {figure(held.load_seconds)} s, {duration(held.load_each)} a location."
    )
    return ["", *prose(told)]


def growth(report: Report) -> list[str]:
    """What one answer costs, the more are asked for."""
    sizes = sorted({size for each in report.growths for size in each.nanoseconds})
    rows = [
        [each.label, *(duration(each.nanoseconds[size]) if size in each.nanoseconds else NO_WORDS for size in sizes)]
        for each in report.growths
    ]
    return table(["each of so many", *(f"{size:,}" for size in sizes)], rows)


def markdown(report: Report, short: bool) -> str:
    """The text of a run, without the marks around it."""
    lines = [*prose(report.where), "", *single(report, short)]
    if report.masses:
        lines += ["", *many(report, short)]
    if report.growths and not short:
        lines += ["", *growth(report)]
    return "\n".join(lines) + "\n"


def written(page: str, report: Report) -> str:
    """A page with the text between its marks put anew; `ValueError` where it has none."""
    if not MARKS.search(page):
        raise ValueError(f"there is no <!-- speed, short: {COMMAND} --> and <!-- end of the speed --> in it")
    return MARKS.sub(lambda found: f"{found[1]}\n{markdown(report, found[2] == 'short')}\n{found[3]}", page)


def missed(report: Report) -> list[str]:
    """A sentence for each thing that does not hold: an answer that does not agree, or a figure beyond its bar."""
    told = [
        f"{name}, {row.label} {wrong}"
        for row in report.rows
        for name, cell in row.cells.items()
        for wrong in cell.wrong
    ]
    told += [f"opening-hours-py in a loop, {mass.label} {wrong}" for mass in report.masses for wrong in mass.wrong]
    told += [
        f"{mass.label} {times(mass.copies)} numpy.copyto, at most {times(mass.at_most)}"
        for mass in report.masses
        if mass.at_most and mass.copies > mass.at_most
    ]
    if report.held and max(report.held.columns, report.held.allocated) > report.held.at_most:
        told.append(
            f"{max(report.held.columns, report.held.allocated):.1f} bytes a location, at most {report.held.at_most:.0f}"
        )
    told += [
        f"{each.label}: {duration(each.nanoseconds[more])} each of {more:,}, {duration(each.nanoseconds[few])} of {few:,}"
        for each in report.growths
        for few, more in zip(sorted(each.nanoseconds), sorted(each.nanoseconds)[1:])
        if each.nanoseconds[more] > MORE_THAN_LINEAR * each.nanoseconds[few]
    ]
    return told


MORE_THAN_LINEAR = 2.0
"""How many times as much one answer may cost where ten times as many are asked for: caches end, and machines are noisy."""


def installed(peers: Mapping[str, str]) -> list[str]:
    """A line for each peer that is not there."""
    return [f"{name} is {NOT_INSTALLED}" for name, version in peers.items() if version == NOT_INSTALLED]
