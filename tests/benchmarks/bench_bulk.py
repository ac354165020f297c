"""Many answers at once, by pytest-benchmark: `python -m pytest tests/benchmarks/bench_bulk.py --benchmark-only`."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import pytest

from benchmarks.directory import directory
from benchmarks.mass import DAY, DIRECTORIES, INSTANTS, many_instants
from benchmarks.questions import clinic
from clinic_hours import bulk

QUESTIONS = bulk.is_open, bulk.next_opening
ROUNDS = 5


@pytest.fixture(scope="module", params=DIRECTORIES, ids="{:_}".format)
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("directory") / f"{request.param}.parquet"
    pq.write_table(directory(request.param), path, compression="zstd", row_group_size=1 << 20)
    return path


@pytest.fixture(scope="module")
def timetable(path: Path) -> bulk.Timetable:
    return bulk.Timetable.load(path)


@pytest.mark.parametrize("size", INSTANTS, ids="{:_}".format)
def test_copying(benchmark: Any, size: int):
    source = np.arange(size)
    benchmark.pedantic(np.copyto, (np.zeros_like(source), source), rounds=ROUNDS, warmup_rounds=1)


@pytest.mark.parametrize("size", INSTANTS, ids="{:_}".format)
@pytest.mark.parametrize("question", QUESTIONS)
def test_one_location_at_many_instants(benchmark: Any, question: Any, size: int):
    place = bulk.Timetable.of([clinic()])
    benchmark.pedantic(question, (place, many_instants(size)), rounds=ROUNDS, warmup_rounds=1)


@pytest.mark.parametrize("question", QUESTIONS)
def test_many_locations_at_one_instant(benchmark: Any, question: Any, timetable: bulk.Timetable):
    minutes = count(60)
    benchmark.pedantic(
        lambda: question(timetable, DAY + np.timedelta64(next(minutes) % 1440, "m")), rounds=ROUNDS, warmup_rounds=1
    )


def test_load(benchmark: Any, path: Path):
    benchmark.pedantic(bulk.Timetable.load, (path,), rounds=2)
