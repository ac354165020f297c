"""Single questions, by pytest-benchmark: `python -m pytest tests/benchmarks/bench_single.py --benchmark-only`."""

from __future__ import annotations

from itertools import cycle
from typing import Any

import pytest

from benchmarks.questions import questions

QUESTIONS = questions()


@pytest.mark.parametrize("name", QUESTIONS)
def test_question(benchmark: Any, name: str):
    question = QUESTIONS[name]
    benchmark.extra_info["question"] = question.label
    arguments = cycle(question.arguments)
    benchmark(lambda: question.call(next(arguments)))
