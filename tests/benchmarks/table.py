"""Ours beside the peers that are installed, in one run, as tables in Markdown.

    python -m tests.benchmarks.table [--rounds N] [--single] [--write README.md docs/explanation/speed.md]

All sides are asked in turn in each round, and a figure is the median over the rounds of the ratios. Single questions count the
time of the thread on the processor, many answers at once the time on the clock. Before anything is timed, each peer's answers
are held against ours. `--write` puts the tables between the marks of a page, the short ones or all, whichever its marks say.

The exit status is 1 where an answer does not agree, or a figure is beyond its bar.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from . import mass, single
from .figures import Growth, Held, Mass
from .markdown import Report, installed, markdown, missed, written
from .peers import peers
from .questions import questions

ROUNDS = 7


def processor() -> str:
    """The processor's name, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return (names or [platform.processor() or platform.machine()])[0]


def where(day: date, rounds: int) -> str:
    """When, and on what, a run was made."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return (
        f"{day.day} {day:%B %Y}, {python}, {processor()}, {os.cpu_count()} cores. Medians of {rounds} rounds in which "
        "all are asked in turn; 15 × is fifteen times as long as clinic_hours, or as copying as many 64-bit numbers takes."
    )


def run(rounds: int, only_single: bool) -> Report:
    """Measure it all."""
    there = peers()
    names = {peer.name: peer.version for peer in there}
    rows = list(single.rows(questions(), there, rounds))
    found = [] if only_single else list(mass.figures(there, rounds))
    return Report(
        where(date.today(), rounds),
        names,
        rows,
        [one for one in found if isinstance(one, Mass)],
        [one for one in found if isinstance(one, Growth)],
        next((one for one in found if isinstance(one, Held)), None),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print or write the tables."""
    parser = argparse.ArgumentParser(description="The speed of clinic_hours beside its peers, as tables in Markdown.")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often all sides are asked in turn")
    parser.add_argument("--single", action="store_true", help="single questions only")
    parser.add_argument(
        "--write", nargs="+", type=Path, default=[], metavar="PAGE", help="pages whose tables are put anew"
    )
    asked = parser.parse_args(arguments)
    pages = {path: path.read_text(encoding="utf-8") for path in asked.write}
    for text in pages.values():
        written(text, Report("", {}))  # before minutes of measuring: have they the marks?
    report = run(asked.rounds, asked.single)
    for path, text in pages.items():
        path.write_text(written(text, report), encoding="utf-8")
    sys.stdout.write(markdown(report, short=False))
    told = missed(report)
    for line in [*installed(report.peers), *told]:
        sys.stderr.write(f"{line}\n")
    return int(bool(told))


if __name__ == "__main__":
    sys.exit(main())
