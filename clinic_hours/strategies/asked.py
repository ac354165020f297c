"""What a caller asks of a strategy, checked."""

from __future__ import annotations

from typing import Any

from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy


def require(held: bool, name: str, value: object, told: str) -> None:
    """Refuse a value of an argument, as Hypothesis does."""
    if not held:
        raise InvalidArgument(f"{name}={value!r} must be {told}")


def strategy_or(name: str, given: SearchStrategy[Any] | None, usual: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """The strategy that was given, or the usual one."""
    require(given is None or isinstance(given, SearchStrategy), name, given, "a strategy; st.just(…) is one")
    return usual if given is None else given
