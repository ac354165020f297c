"""How fast it is, beside what, and how to repeat it. Nothing here is a test, and the tests never time anything.

    python -m tests.benchmarks.table                                        beside the peers, as tables in Markdown
    python -m pytest tests/benchmarks/bench_*.py --benchmark-only           ours alone, by pytest-benchmark
    python -m tests.benchmarks.directory 1000000                            a directory to try it on
    python -m tests.benchmarks.check_forty                                  the command `check`

All but the last two need the extra `bulk` and the group `bench`.
"""
