"""How many questions Spark answers in a second on this machine, with one worker and with two.

`python -m tests.benchmarks.spark [QUESTIONS]` writes a directory and questions about it to Parquet, and prints for each number of
workers how many rows a second were read, answered and thrown away; the last line of each is a directory that is asked itself.
Needs the extra `spark` and Java.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from clinic_hours import bulk
from clinic_hours.bulk import spark
from tests import local_spark
from tests.benchmarks.directory import directory

QUESTIONS = 1_000_000
CLINICS = 100_000
FILES = 4
FIRST = np.datetime64("2026-11-01T00:00:00", "us")
MONTH = 30 * 86_400_000_000
ALL = ("is_open", "state", "next_opening", "next_closing")


def write(folder: Path, count: int) -> bulk.Timetable:
    """Write the questions, and the directory as texts, in files of the same size; gives the timetable to ask."""
    numbers = np.random.default_rng(1)
    clinics = directory(CLINICS)
    ids = clinics["id"].take(numbers.integers(0, CLINICS, count))
    instants = FIRST + numbers.integers(0, MONTH, count).astype("timedelta64[us]")
    questions = pa.table({"id": ids, "at": pa.array(instants).cast(pa.timestamp("us", "UTC"))})
    whole = directory(count, seed=2)
    for name, table in (("questions", questions), ("directory", whole)):
        (folder / name).mkdir()
        size = -(-count // FILES)
        for number in range(FILES):
            texts = [
                column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column for column in table.columns
            ]
            part = pa.table(dict(zip(table.column_names, texts))).slice(number * size, size)
            pq.write_table(part, folder / name / f"{number}.parquet")
    return bulk.Timetable.from_arrow(clinics)


def seconds(made: Callable[[], Any]) -> float:
    """How long it takes until all rows are there."""
    start = perf_counter()
    made().write.format("noop").mode("overwrite").save()
    return perf_counter() - start


def measure(workers: int, folder: Path, timetable: bulk.Timetable, count: int) -> None:
    """Print the figures for a number of workers; the first, which loads the timetable in each, is not printed."""
    session = local_spark.session(workers)
    session.sparkContext.setLogLevel("ERROR")
    held = session.sparkContext.broadcast(timetable)
    questions, clinics = (session.read.parquet(str(folder / name)) for name in ("questions", "directory"))
    seconds(lambda: spark.answer_pairs(questions, held, ALL))
    asked: dict[str, Callable[[], Any]] = {
        "is_open": lambda: spark.answer_pairs(questions, held),
        ", ".join(ALL): lambda: spark.answer_pairs(questions, held, ALL),
        "a directory, is_open": lambda: spark.answer_directory(clinics, at=FIRST.item().replace(tzinfo=UTC)),
    }
    for what, made in asked.items():
        took = min(seconds(made) for _ in range(2))
        sys.stdout.write(f"local[{workers}]  {count / took:>12,.0f} rows a second  {what}\n")
        sys.stdout.flush()
    session.stop()


def main(count: int) -> None:
    """Print the figures for one worker and for two."""
    with tempfile.TemporaryDirectory() as name:
        timetable = write(Path(name), count)
        for workers in (1, 2):
            measure(workers, Path(name), timetable, count)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else QUESTIONS)
