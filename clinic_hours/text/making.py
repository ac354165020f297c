"""Clauses made of days and hours that go together, and changed by what stands after them."""

from __future__ import annotations

from collections.abc import Callable

from clinic_hours.hours.weekday import State
from clinic_hours.text.adding import cut_out, is_within
from clinic_hours.text.clauses import WHOLE_WEEK, Clause, Group
from clinic_hours.text.cursor import Cursor, MisreadError
from clinic_hours.text.days import Days, Part, When
from clinic_hours.text.doubts import excerpt
from clinic_hours.text.folding import Pause
from clinic_hours.text.headings import Headings
from clinic_hours.text.hours import in_order
from clinic_hours.text.items import SENTENCE, Item, days_in, hours_in


class Maker:
    """Who makes the clauses of a text, and remembers what waits for more."""

    def __init__(self, c: Cursor, every: bool = False) -> None:
        self.c = c
        self.headings = Headings(c)
        self.every = every
        self.days: Item | None = None  # days that wait for their hours
        self.hours: Item | None = None  # hours that wait for their days
        self.last: list[Clause] = []  # the clauses that were made last, which a word after them is about
        self.hours_first = False
        self.season = ""
        self.stated = 0  # how many clauses a line such as `By appointment only` was read after
        self.made = 0  # how many clauses the group had when this part of the text began

    @property
    def group(self) -> Group:
        """What stands under the heading that is read now."""
        return self.headings.group

    def drop(self) -> None:
        """Leave the days and hours that wait unread."""
        if self.days is not None:
            self.leave(self.days, self.days, MisreadError("missing_hours"))
        if self.hours is not None:
            self.leave(self.hours, self.hours, MisreadError("missing_days"))
        self.days = self.hours = None

    def begin(self) -> None:
        """Begin anew below a heading: what stands there is not about the days before it."""
        self.drop()
        self.last, self.season, self.hours_first, self.headings.apart = [], "", False, False

    def leave(self, first: Item, last: Item, error: MisreadError) -> None:
        """Report some items as unread."""
        self.headings.leave(first.first, last.last, error)

    def _clause(self, item: Item, hours: Item, first: int = -1, days: Days | None = None, kind: str = "") -> None:
        """Make the clauses of some days and their hours."""
        days = days or days_in(item)
        first = item.first if first < 0 else first
        last = max(item.last, hours.last)
        try:
            ranges = in_order(hours_in(hours).ranges) if hours.kind == "H" else ()
        except MisreadError as found:
            self.headings.leave(min(first, hours.first), last, found)
            return
        if hours.note == "dash":
            self.c.assume("dash_closed", first, last)
        pieces = self.c.tokens[min(first, hours.first)].first, self.c.tokens[last - 1].last
        made: list[Clause] = []
        for part in _merged(days.parts):
            clause = Clause(kind or ("open" if ranges else "closed"), part, ranges, *pieces, days.season or self.season)
            if part.spans and ranges and not part.days and _is_long(part.dates):
                self.headings.leave(first, last, MisreadError("missing_days"))
                continue
            made.append(self._add(clause))
        self.last = made

    def _add(self, clause: Clause) -> Clause:
        self.headings.add(clause)
        self.last = [clause]
        return clause

    def _pause(self, item: Item, pause: Pause) -> None:
        """A closure within a day: of the clauses of this part of the text, or of its own days, or of all before it."""
        pieces = self.c.tokens[item.first].first, self.c.tokens[item.last - 1].last
        if pause.days is not None:
            for when in _merged(pause.days.parts):
                self.headings.add(Clause("pause", when, pause.ranges, *pieces, self.season))
            return
        here = self.group.clauses[self.made :]
        if not here or item.apart >= SENTENCE:
            self.headings.add(Clause("pause", WHOLE_WEEK, pause.ranges, *pieces, self.season))
            return
        about = [clause for clause in here if clause.kind in ("open", "instead")]
        if not any(is_within(clause.ranges, pause.ranges) for clause in about):
            self.leave(item, item, MisreadError("contradiction"))
            return
        self._change(about, lambda clause: clause._replace(ranges=cut_out(clause.ranges, pause.ranges)))
        self.made = len(self.group.clauses)

    def _refine(self, item: Item, *, nth: tuple[int, ...] = (), other: bool = False) -> int:
        """`(1st & 3rd)`, `every other week`, after the hours of one day."""
        days = [clause.when.days for clause in self.last]
        if self.days is not None or len(days) != 1 or days[0] & (days[0] - 1) or not days[0] or self.last[0].when.nth:
            self.leave(item, item, MisreadError("unknown_text", excerpt(self.c.text(item.first, item.last))))
            return 1
        self._replace_last(lambda clause: clause._replace(when=clause.when._replace(nth=nth, other=other)))
        return 1

    def _in_season(self, dates: str) -> None:
        self._replace_last(lambda clause: clause._replace(season=dates))

    def _with_state(self, hours: Item, state: Item) -> Item:
        if len(hours_in(hours).ranges) > 1 and state.first > hours.first:
            self.c.assume("state_of_all", state.first, state.last)
        named, note = hours_in(state).ranges[0][2:]
        ranges = tuple(r._replace(state=named, note=note) for r in hours_in(hours).ranges)
        first, last = min(hours.first, state.first), max(hours.last, state.last)
        return hours._replace(value=hours_in(hours)._replace(ranges=ranges), first=first, last=last)

    def _replace_last(self, change: Callable[[Clause], Clause]) -> None:
        self._change(self.last, change)

    def _change(self, about: list[Clause], change: Callable[[Clause], Clause]) -> None:
        """Put changed clauses in the place of others of the group, which were made of late."""
        waiting = {id(clause) for clause in about}
        clauses, at = self.group.clauses, len(self.group.clauses)
        while waiting and at:
            at -= 1
            old = clauses[at]
            if id(old) in waiting:
                waiting.remove(id(old))
                clauses[at] = change(old)
                self.last = [clauses[at] if last is old else last for last in self.last]

    def _kinds(self, item: Item) -> list[str]:
        """The kinds of the tokens of an item."""
        return [token.kind for token in self.c.tokens[item.first : item.last]]

    def _pieces(self, first: Item, last: Item) -> tuple[int, int]:
        """The first piece of an item, and the one after the last of another."""
        return self.c.tokens[first.first].first, self.c.tokens[last.last - 1].last


def _merged(parts: tuple[Part, ...]) -> list[When]:
    """The members of a list of days, the plain days of the week as one."""
    out: list[When] = []
    plain = 0
    for part in parts:
        when = part.when
        if when.days and not (when.nth or when.other):
            plain |= when.days
        else:
            out.append(when)
    return [When(days=plain), *out] if plain else out


def cut(days: Days) -> int:
    """Where a list of days is cut in two: at its one comma, or between its two members; 0 where that is not clear."""
    if len(days.parts) == 2:
        return 1
    commas = [at for at, part in enumerate(days.parts) if part.before == ","]
    return commas[0] if len(commas) == 1 else 0


def in_state(clause: Clause, state: State, note: str) -> Clause:
    """A clause with its hours in a state."""
    return clause._replace(ranges=tuple(r._replace(state=state, note=note) for r in clause.ranges))


def _is_long(dates: str) -> bool:
    """Whether a span of dates is of whole months, so that hours on it are a season's and need days of the week."""
    first, _, last = dates.partition("/")
    return first[-2:] == "01" and last[-2:] in ("31", "30", "29", "28")
