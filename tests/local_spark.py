"""A small Spark on this machine, for tests and for a figure."""

from __future__ import annotations

import os
import shutil
import sys
from importlib.util import find_spec
from typing import Any

OPTIONS = {
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.host": "localhost",
    "spark.driver.bindAddress": "127.0.0.1",
}


# Another Python of the machine would be taken for the workers.
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)


def is_here() -> bool:
    """Whether Spark is installed, and there is a Java that it would find."""
    return find_spec("pyspark") is not None and (shutil.which("java") is not None or "JAVA_HOME" in os.environ)


def session(workers: int, **options: str) -> Any:
    """A session of Spark in this process, with so many workers of this Python."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(f"local[{workers}]").appName("clinic_hours")
    for name, value in (OPTIONS | options).items():
        builder = builder.config(name, value)
    return builder.getOrCreate()
