"""The distinct values of an array, each with its places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

SHORT = 1 << 16
"""Numbers that fit into two bytes."""


def groups(values: NDArray[Any]) -> Iterator[tuple[int, Any]]:
    """The distinct values, each with the places at which it stands, as what may index an array."""
    if not len(values):
        return
    first = int(values[0])
    low, high = int(values.min()), int(values.max())
    if low == high:
        yield first, slice(None)
        return
    if high - low < SHORT:
        # NumPy sorts short numbers in linear time.
        values = (values - low).astype(np.uint16)
    else:
        low = 0
    order = np.argsort(values, kind="stable")
    edges = np.flatnonzero(np.diff(values[order])) + 1
    for start, end in zip([0, *edges.tolist()], [*edges.tolist(), len(order)]):
        where = order[start:end]
        yield int(values[where[0]]) + low, where
