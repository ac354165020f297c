"""One component that says when it is open, or closed: its times, its recurrence, and the words for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clinic_hours.codecs.assembling import line_of, note_of
from clinic_hours.codecs.documents import Node, Notes, shown
from clinic_hours.codecs.icalendar.lines import Component, Line
from clinic_hours.codecs.icalendar.moments import Moment, Zones, duration_of, moment_of, moments_of
from clinic_hours.codecs.icalendar.rules import Budget, Rule, moved, rule_of
from clinic_hours.codecs.icalendar.vocabulary import (
    CLOSED_WORDS,
    NOTE,
    OF,
    OPEN_WORDS,
    REASON,
    SEASON,
    SPECIAL,
    STATE,
)
from clinic_hours.errors import InvalidDatesError
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.weekday import State

LONGEST = 400 * DAY
"""Minutes that an event is open at the most."""

Span = tuple[date, date | None]
"""From one date to another, both included, or without an end."""


@dataclass(frozen=True, slots=True)
class Event:
    """What a component says: from `start` on, for `length` minutes, on the dates of `rule`, but for some, and on `more`.

    `is_special` is for a rule that only counts out some dates, `is_own` for what this library wrote. `spans` are the dates on
    which it may say anything; all of them where it is `None`.
    """

    place: str
    start: Moment
    length: int
    state: State
    rule: Rule | None = None
    but: frozenset[date] = frozenset()
    more: tuple[tuple[Moment, int], ...] = ()
    note: str = ""
    reason: str = ""
    season: tuple[date, date] | None = None
    is_special: bool = False
    is_own: bool = False
    spans: tuple[Span, ...] | None = None

    @property
    def closes(self) -> bool:
        """Whether it says that it is closed."""
        return self.state is State.CLOSED


class Reader:
    """Reads the components of one door, on the clock of its zone."""

    def __init__(self, zones: Zones, zone: str | None, name: str, budget: Budget, notes: Notes) -> None:
        self.zones, self.zone, self.budget, self.notes = zones, zone, budget, notes
        self.plain = {*OPEN_WORDS, name.casefold(), f"{name.casefold()} open"}

    def event(self, component: Component, spans: tuple[Span, ...] | None = None) -> Event | None:
        """What a component says; `None`, and a note, where that is nothing about hours."""
        state, note = self._said(component)
        start = self._start(component)
        if state is None or start is None:
            return None
        length = self._length(component, start)
        here = start.on(self.zone)
        if length is None or not self._is_kept(component, state, here, length):
            return None
        rule = self._rule(component, start, here)
        if component["RRULE"].value.strip() and rule is None:
            return None
        but, more = self._exceptions(component, start, here, length)
        return Event(
            component.place,
            here,
            min(length, LONGEST) if state is not State.CLOSED else length,
            state,
            rule,
            but,
            more,
            note,
            line_of(_node(component[REASON]), self.notes) or self._why(component, state),
            _season(component[SEASON].value),
            component[SPECIAL].value == "TRUE",
            bool(component[OF].value),
            spans,
        )

    def tell(self, code: str, line: Line | Component, sentence: str) -> None:
        """Note one thing at its place."""
        self.notes.tell(code, line.place, sentence)

    # Words

    def _said(self, component: Component) -> tuple[State | None, str]:
        """The state that a component says, and the note on it; `None` where it says nothing about hours."""
        summary = component["SUMMARY"].text.strip()
        if component["STATUS"].value.strip().upper() == "CANCELLED":
            return None, ""
        if component[OF].value:
            named = component[STATE].value.strip().upper()
            if named in State.__members__:
                return State[named], note_of(_node(component[NOTE]), self.notes)
            self.tell("unreadable-state", component, f"{shown(named)} is no state, so its hours are unknown")
            return State.UNKNOWN, ""
        if _is_closed(summary):
            return State.CLOSED, ""
        if component["TRANSP"].value.strip().upper() == "TRANSPARENT":
            self.tell("transparent", component, f"{shown(summary)} takes no time, so it is no opening, and is left out")
            return None, ""
        note = "" if summary.casefold() in self.plain else note_of(_node(component["SUMMARY"]), self.notes)
        if component["STATUS"].value.strip().upper() == "TENTATIVE":
            self.tell("tentative", component["STATUS"], f"{shown(summary)} is not certain, so its hours may differ")
            return State.UNKNOWN, note
        return State.OPEN, note

    def _why(self, component: Component, state: State) -> str:
        """Why it is closed, where the summary of another program says it: Closed: Christmas Day."""
        if state is not State.CLOSED or component[OF].value:
            return ""
        line = line_of(_node(component["SUMMARY"]), self.notes)
        first, _, rest = line.partition(" ")
        return rest.strip(" :-–(),") if rest else first.partition(":")[2].strip()

    # Times

    def _start(self, component: Component) -> Moment | None:
        line = component["DTSTART"]
        if not line.value.strip():
            self.tell("no-start", component, "it has no DTSTART, and is left out")
            return None
        found = moment_of(line, line.value, self.zones, self.notes)
        if found is not None:
            self._tell_seconds(line)
        return found

    def _tell_seconds(self, line: Line) -> None:
        clock = line.value.partition("T")[2][4:6]
        if clock.isdigit() and int(clock):
            self.tell("clock-form", line, f"the seconds of {shown(line.value)} are left out")

    def _length(self, component: Component, start: Moment) -> int | None:
        """The minutes from the start to the end; `None` where there is none that can be read."""
        end = component["DTEND"]
        if component["DURATION"].value.strip():
            length = duration_of(component["DURATION"].value)
            if length is None:
                told = f"{shown(component['DURATION'].value)} is no duration, so it is left out"
                self.tell("unreadable-duration", component["DURATION"], told)
                return None
        elif end.value.strip():
            self._tell_seconds(end)
            until = moment_of(end, end.value, self.zones, self.notes)
            if until is None:
                return None
            length = until.on(start.zone).wall - start.wall
        else:
            length = DAY if start.minute is None else 0
        if start.minute is None and length < DAY:
            self.tell("end-assumed", component, "it ends where it begins, and is read as the whole day")
            return DAY
        if length <= 0:
            self.tell("no-end", component, "it has no end after its start, and is left out")
            return None
        return length

    def _is_kept(self, component: Component, state: State, start: Moment, length: int) -> bool:
        if state is State.CLOSED:
            if start.minute is not None and (start.minute or length % DAY):
                told = "only whole days are read as closed; this has times, and is left out"
                self.tell("closed-with-times", component, told)
                return False
            return True
        if length > LONGEST:
            self.tell("too-long", component, f"it lasts longer than {LONGEST // DAY} days, and is cut")
        if start.minute is None and not component[OF].value:
            self.tell("whole-day", component, f"{shown(component['SUMMARY'].text)} is read as open the whole day")
        return True

    # Recurrence

    def _rule(self, component: Component, start: Moment, here: Moment) -> Rule | None:
        line = component["RRULE"]
        if not line.value.strip():
            return None
        if len(component.all("RRULE")) > 1:
            self.tell("several-rules", component.all("RRULE")[1], "only the first RRULE is read")
        if component["EXRULE"].value:
            self.tell("exrule", component["EXRULE"], "EXRULE, which RFC 5545 gave up, is left out")
        try:
            rule = rule_of(line.value, start, here.day.toordinal() - start.day.toordinal(), self.zones)
        except InvalidDatesError as error:
            self.tell("unreadable-rule", line, f"{error}; its hours are left out")
            return None
        if rule.week is None:
            self.budget.spend(component.place)
        if start.zone is not None and start.minute is not None and here.zone != start.zone:
            told = f"it recurs on the clock of {start.zone}, and is read on that of {self.zone} as on {start.day}"
            self.tell("zone-converted", line, told)
        if rule.start.weekday() not in (rule.week or range(7)):
            told = f"it begins on {rule.start}, which the rule does not name; that date is left out"
            self.tell("start-off-rule", component["DTSTART"], told)
        return rule

    def _exceptions(
        self, component: Component, start: Moment, here: Moment, length: int
    ) -> tuple[frozenset[date], tuple[tuple[Moment, int], ...]]:
        """The dates on which it does not begin, and others on which it does, with the minutes that it lasts then."""
        shift = here.day.toordinal() - start.day.toordinal()
        but: set[date] = set()
        for line in component.all("EXDATE"):
            for moment in moments_of(line, self.zones, self.notes):
                there = moment.on(start.zone)
                if there.minute not in (None, start.minute):
                    told = f"{there.day} is left out of EXDATE: at that time it does not begin"
                    self.tell("exdate-unmatched", line, told)
                else:
                    but.add(moved(there.day, shift))
        more = [pair for line in component.all("RDATE") for pair in self._added(line, start, length)]
        return frozenset(but), tuple(more)

    def _added(self, line: Line, start: Moment, length: int) -> Iterator[tuple[Moment, int]]:
        for value in line.value.split(","):
            first, _, last = value.partition("/")
            moment = moment_of(line, first, self.zones, self.notes)
            if moment is None:
                continue
            lasts: int | None = length
            if last:
                until = None if last.upper().startswith("P") else moment_of(line, last, self.zones, self.notes)
                lasts = duration_of(last) if until is None else until.on(moment.zone).wall - moment.wall
            if moment.minute is None:
                moment = Moment(moment.day, start.minute, start.zone)
            if lasts is None or not 0 < lasts <= LONGEST:
                self.tell("no-end", line, f"{shown(value)} has no end after its start, and is left out")
                continue
            yield moment.on(self.zone), lasts


def _node(line: Line) -> Node:
    return Node(line.text, line.place)


def _is_closed(summary: str) -> bool:
    words = summary.casefold().replace(":", " ").split()
    return bool(words) and words[0].strip(",.-–()") in CLOSED_WORDS


def _season(text: str) -> tuple[date, date] | None:
    first, _, last = text.strip().partition("/")
    try:
        found = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None
    return found if found[0] <= found[1] else None
