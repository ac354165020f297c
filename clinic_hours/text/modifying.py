"""What stands after hours, or before them, and changes them: states, closures, exceptions."""

from __future__ import annotations

from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.notation import Range
from clinic_hours.text.clauses import WHOLE_WEEK, Clause
from clinic_hours.text.clocks import HALF
from clinic_hours.text.cursor import MisreadError
from clinic_hours.text.days import Days
from clinic_hours.text.doubts import excerpt
from clinic_hours.text.folding import Pause, is_ranges, is_state, pause_in
from clinic_hours.text.hours import PARTS, TOLD_PARTS
from clinic_hours.text.items import SENTENCE, Item, days_in, hours_in, part_in, tok_in
from clinic_hours.text.making import Maker, cut, in_state


class Modifier(Maker):
    """Who reads states, closures and exceptions; each method tells how many items it read."""

    def _lone_state(self, row: list[Item], at: int) -> int:
        """`by appointment` after hours that have their days."""
        item = row[at]
        following = row[at + 1] if at + 1 < len(row) else None
        if following is not None and following.kind == "U":
            return self._until(item, following)
        if item.joined or (at and row[at - 1].kind == "P"):
            self.c.assume("also_by_appointment", item.first, item.last)
        elif (
            item.apart < SENTENCE
            or "only" in self.c.text(item.first, item.last).lower()
            or len(self.group.clauses) == 1
        ):
            state, note = hours_in(item).ranges[0][2:]
            whole = item.apart >= SENTENCE
            if whole:
                self.c.assume("state_of_line", item.first, item.last)
            elif len(self.last[0].ranges) > 1:
                self.c.assume("state_of_all", item.first, item.last)
            clauses = self.group.clauses[self.stated :] if whole else self.last
            self.stated = len(self.group.clauses)
            self._change(clauses, lambda clause: in_state(clause, state, note))
        else:
            self.leave(item, item, MisreadError("missing_days"))
        return 1

    def _until(self, state: Item, until: Item) -> int:
        """`9:30-1; by appointment until 5`: from the end of the hours before it."""
        kept = self.last
        for clause in [clause for clause in self.last if clause.ranges]:
            start = max(r.end for r in clause.ranges)
            _, end, form, *_ = tok_in(until)
            if end <= start and form in ("bare", "padded"):
                end += HALF
            if not start < end <= DAY:
                self.leave(state, until, MisreadError("open_end"))
                return 2
            made = Range(start, end, *hours_in(state).ranges[0][2:])
            self._add(clause._replace(ranges=(made,), last=self._pieces(until, until)[1]))
        self.last = kept
        return 2

    def _also(self, row: list[Item], at: int) -> int:
        """`or by appointment`, `other times by appointment`, after hours that have their days."""
        following = row[at + 1] if at + 1 < len(row) else None
        if following is not None and is_state(following):
            self.c.assume("also_by_appointment", row[at].first, following.last)
            return 2
        return 1

    def _from_closed(self, row: list[Item], at: int) -> int:
        """`Closed Sat & Sun`, and `closed` below the days that wait for it."""
        item, following = row[at], row[at + 1] if at + 1 < len(row) else None
        if self.days is not None:
            waiting, self.days = self.days, None
            self._clause(waiting, item)
            return 1
        if item.note == "dash":
            return 1
        if following is not None and following.kind == "C":
            return 1
        if following is not None and following.kind == "D":
            days = days_in(following)
            after = row[at + 2] if at + 2 < len(row) else None
            pairs_on = at + 3 < len(row) and row[at + 3].kind == "D"
            if after is None or after.kind not in ("H", "C") or pairs_on or after.kind == "C":
                if days.part >= 0:
                    self._close_part(following, days, item)
                else:
                    self._clause(following, item, first=item.first)
                return 2
            split = cut(days)
            if split:
                self._clause(following, item, first=item.first, days=days._replace(parts=days.parts[:split]))
                self._clause(following, after, days=days._replace(parts=days.parts[split:]))
                self.c.assume("days_cut", item.first, after.last)
                return 3
            self.leave(item, after, MisreadError("contradiction"))
            return 3
        part = next((row[near] for near in (at - 1, at + 1) if 0 <= near < len(row) and row[near].kind == "P"), None)
        if part is not None and self.last:
            self._close_part_of_last(item, part)
            return 1
        if len(row) == 1 and not self.group.clauses:
            self._add(Clause("closed", WHOLE_WEEK, (), *self._pieces(item, item)))
            return 1
        if at and row[at - 1].kind == "C":
            return 1
        self.leave(item, item, MisreadError("closed_when"))
        return 1

    def _close_part(self, item: Item, days: Days, closed: Item) -> None:
        """`Wednesday afternoon closed`."""
        start, end = PARTS[days.part]
        first, last = min(item.first, closed.first), max(item.last, closed.last)
        self.c.assume("part_of_day", first, last, TOLD_PARTS[days.part])
        for part in days.parts:
            pieces = self.c.tokens[first].first, self.c.tokens[last - 1].last
            self.headings.add(Clause("part", part.when, (Range(start, end),), *pieces, self.season))

    def _close_part_of_last(self, closed: Item, part: Item) -> None:
        """`afternoons closed`, of the days before it."""
        first, last = min(part.first, closed.first), max(part.last, closed.last)
        start, end = PARTS[part_in(part)]
        self.c.assume("part_of_day", first, last, TOLD_PARTS[part_in(part)])
        pieces = self.c.tokens[first].first, self.c.tokens[last - 1].last
        for clause in self.last:
            self.headings.add(Clause("part", clause.when, (Range(start, end),), *pieces, clause.season))

    def _except(self, row: list[Item], at: int) -> int:
        """`except Wed 9-12`, `except Sundays`, `except 12-1`, after hours that have their days."""
        item, following = row[at], row[at + 1] if at + 1 < len(row) else None
        after = row[at + 2] if at + 2 < len(row) else None
        if following is not None and is_ranges(following):
            self._pause(following._replace(first=item.first), Pause(hours_in(following).ranges, None, False))
            return 2
        if following is None or following.kind != "D" or not self.last:
            self.leave(
                item, following or item, MisreadError("unknown_text", excerpt(self.c.text(item.first, item.last)))
            )
            return 2
        kept = self.last
        if after is not None and after.kind == "H":
            self._clause(following, after, first=item.first, kind="instead")
            self.last = kept
            return 3
        if after is not None and after.kind == "P!":
            self._pause(after, pause_in(after)._replace(days=days_in(following)))
            return 3
        if days_in(following).part >= 0:
            self._close_part(following, days_in(following), item)
            return 2
        self._clause(following, following._replace(kind="C", value=None), first=item.first)
        self.last = kept
        return 3 if after is not None and after.kind == "C" else 2
