"""Work counted instead of timed: the lines that run, which are the same on every machine and under any load."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(act: Callable[[], object], package: str = "clinic_hours", at_most: float = float("inf")) -> int:
    """The lines of a package that run during an act; the act ends in an error as soon as there are too many of them."""
    count = 0

    def inside(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal count
        count += event == "line"
        if count > at_most:
            raise AssertionError(f"more than {at_most} lines of {package} ran")
        return inside

    def outside(frame: FrameType, event: str, arg: object) -> Any:
        return inside if frame.f_globals.get("__name__", "").partition(".")[0] == package else None

    before = sys.gettrace()
    sys.settrace(outside)
    try:
        act()
    finally:
        sys.settrace(before)
    return count
