"""What holds at an instant, in one reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from clinic_hours.hours.weekday import State
from clinic_hours.timeline.opening import Opening


@dataclass(frozen=True, slots=True)
class Status:
    """The state at an instant, when it began and when it next changes, and why it is so.

    `since` and `until` are the last and the next change of any state, `None` where there is none; `next_opening` is the first
    opening that starts after the instant. `reason` and `note` are those of the range that runs at the instant, else those of its
    date; they may change before `until`.
    """

    state: State
    since: datetime | None
    until: datetime | None
    next_opening: Opening | None
    reason: str = ""
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the state is open."""
        return self.state is State.OPEN
