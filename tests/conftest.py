"""How the properties search. `HYPOTHESIS_PROFILE` chooses:

ci        the same examples every time, so that two runs of one commit agree; the default
brief     the same, but few: for the same tests on another Python
dev       new examples every time, and failures remembered: for work on the code
thorough  as dev, with very many: before a release, or overnight
"""

import os

import pytest
from hypothesis import HealthCheck, settings

import local_spark

# Solving a year of openings for a drawn location is work, not a fault of the strategy.
COMMON = settings(deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])

settings.register_profile("ci", COMMON, derandomize=True, max_examples=20)
settings.register_profile("brief", COMMON, derandomize=True, max_examples=10)
settings.register_profile("dev", COMMON, max_examples=100)
settings.register_profile("thorough", COMMON, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the examples of Spark where it is not installed, or there is no Java."""
    if not local_spark.is_here():
        for item in items:
            if item.name.startswith("clinic_hours.bulk.spark."):
                item.add_marker(pytest.mark.skip(reason="there is no Spark here, or no Java"))
