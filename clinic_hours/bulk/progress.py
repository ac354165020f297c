"""How far long work has come, on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from typing import TypeVar

from tqdm import tqdm

T = TypeVar("T")

FEW = 100
"""Pieces for which there is no bar."""
DELAY = 2
"""Seconds of work that go by in silence."""


def progress(work: Iterable[T], what: str, total: int | None = None) -> Iterable[T]:
    """The pieces of some work, with a bar on standard error where that is a terminal and the work takes long."""
    total = len(work) if total is None and isinstance(work, Sized) else total
    if total is not None and total < FEW:
        return work
    return tqdm(work, desc=what, total=total, delay=DELAY, disable=None, leave=False, unit_scale=True)
