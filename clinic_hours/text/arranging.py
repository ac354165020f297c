"""Items put together: which hours belong to which days, under which heading.

Days stand before their hours or after them, on one line or on two; a line of hours alone goes on with the days before it.
Whatever fits nowhere is unread, with its place.
"""

from __future__ import annotations

from typing import cast

from clinic_hours.text.clauses import WHOLE_WEEK, Clause, Group
from clinic_hours.text.cursor import Cursor, MisreadError
from clinic_hours.text.days import Days
from clinic_hours.text.doubts import excerpt
from clinic_hours.text.folding import folded, is_ranges, is_state, only_spans, pause_in
from clinic_hours.text.hours import in_order
from clinic_hours.text.items import LINE, NEXT, SENTENCE, Item, days_in, error_in, hours_in, items
from clinic_hours.text.making import cut
from clinic_hours.text.modifying import Modifier


def arranged(c: Cursor, *, every: bool = False) -> list[Group]:
    """The groups of a text, each with its clauses and its doubts; the first one may have no name.

    With `every`, a heading within a line begins a group as one on a line of its own does.
    """
    arranger = Arranger(c, every)
    for segment in _segments(items(c)):
        arranger.segment(segment)
    arranger.close()
    return arranger.headings.groups


def _segments(row: list[Item]) -> list[list[Item]]:
    """The items between two strong separators."""
    out: list[list[Item]] = []
    for item in row:
        if item.apart >= SENTENCE or not out:
            out.append([])
        out[-1].append(item)
    return out


class Arranger(Modifier):
    """Who puts the items of one text together, part by part."""

    def segment(self, given: list[Item]) -> None:
        """Read the items between two strong separators."""
        wrong = next((item for item in given if item.kind == "!"), None)
        if wrong is not None:
            self.drop()
            self.leave(given[0], given[-1], error_in(wrong))
            return
        rest = folded(given)
        while rest:
            row, rest = self.headings.without_words(rest, self.begin)
            if rest and not self.every:
                self.headings.leave_rest(rest)
                rest = []
            self.made = len(self.group.clauses)
            if row and not self._is_season(row):
                self._pair(row)
            for item in row:
                self.group.named |= days_in(item).week if item.kind == "D" else 0

    def close(self) -> None:
        """Leave unread what still waits."""
        self.drop()
        self.headings.close()

    def _is_season(self, row: list[Item]) -> bool:
        """Take a line that says nothing but the dates on which what follows it holds."""
        if len(row) > 1 or row[0].kind != "D":
            return False
        days = days_in(row[0])
        if not only_spans(days) or len(days.parts) != 1 or (row[0].apart < LINE and self.last):
            return False
        self.season = days.parts[0].when.dates
        return True

    def _pair(self, row: list[Item]) -> None:
        season, at = self.season, 0
        if _is_seasonal(row):
            self.season, row = days_in(row[0]).parts[0].when.dates, row[1:]
        self._runs = _runs(row)
        while at < len(row):
            at += self._next(row, at)
        self.season = season

    def _next(self, row: list[Item], at: int) -> int:
        """Read what begins at an item, and tell how many items it is."""
        item = row[at]
        if item.kind == "D":
            return self._from_days(row, at)
        if item.kind == "H":
            return self._from_hours(row, at)
        if item.kind == "C":
            return self._from_closed(row, at)
        if item.kind == "P!":
            self._pause(item, pause_in(item))
            return 1
        if item.kind == "E":
            return self._except(row, at)
        if item.kind == "N":
            return self._refine(item, nth=cast("tuple[int, ...]", item.value))
        if item.kind == "Q":
            return self._refine(item, other=True)
        if item.kind == "A":
            return self._also(row, at)
        if item.kind == "P":
            return 1
        return self._odd(item)

    # ------------------------------------------------------------------------------------------------------ days first

    def _from_days(self, row: list[Item], at: int) -> int:
        item, following = row[at], row[at + 1] if at + 1 < len(row) else None
        days = days_in(item)
        if self.hours is not None and (following is None or following.kind not in ("H", "C") or self.hours_first):
            self._clause(item, self.hours, first=self.hours.first)
            self.hours, self.hours_first = None, True
            return 1
        if following is not None and following.kind == "C" and days.part >= 0:
            self._close_part(item, days, following)
            return 2
        if following is not None and following.kind in ("H", "C"):
            if self.days is not None or self.hours is not None:
                self.drop()
            return self._days_then(row, at)
        if following is not None and following.kind == "P!":
            return self._days_then_pause(row, at)
        if following is not None and following.kind == "U":
            self.leave(item, following, MisreadError("open_end"))
            return 2
        if following is not None and following.kind == "E" and self.last and at + 2 == len(row):
            kept = self.last
            self._clause(item, following._replace(kind="C"))
            self.last = kept
            return 2
        if self._refines(item, days):
            return 1
        if at and row[at - 1].kind == "P!" and "closed" in self._kinds(row[at - 1]):
            self._clause(item, item._replace(kind="C", value=None))
            return 1
        if self.last and only_spans(days) and item.apart < SENTENCE and not item.joined:
            self._in_season(days.parts[0].when.dates)
            return 1
        if item.note == "(" and self.last:
            told = excerpt(self.c.text(item.first, item.last))
            self.leave(item, item, MisreadError("hours_in_brackets", told))
            return 1
        self._wait(item)
        return 1

    def _days_then(self, row: list[Item], at: int) -> int:
        item, following = row[at], row[at + 1]
        after = row[at + 2] if at + 2 < len(row) else None
        self.hours_first = False
        until = at + 3 < len(row) and row[at + 3].kind == "U"
        if after is not None and is_state(after) and is_ranges(following) and not after.joined and not until:
            self._clause(item, self._with_state(following, after))
            return 3
        week = days_in(item).week
        within = item.note == "(" and self.last and week and not any(week & ~clause.when.days for clause in self.last)
        self._clause(item, following, kind="instead" if within else "")
        return 2

    def _days_then_pause(self, row: list[Item], at: int) -> int:
        """`Mon (closed 12-1) 9-5`, `Wed closed 12-1`."""
        item, pause = row[at], row[at + 1]
        after = row[at + 2] if at + 2 < len(row) else None
        if after is not None and is_ranges(after):
            self._clause(item, after)
            self._pause(pause, pause_in(pause))
            return 3
        days = days_in(item)
        self._pause(pause._replace(first=item.first), pause_in(pause)._replace(days=days))
        return 2

    def _wait(self, item: Item) -> None:
        """Keep days for the hours that follow; two lines of days alone are columns that were pasted apart, or have no hours."""
        if self.days is not None:
            self.leave(self.days, self.days, MisreadError("missing_hours"))
            self.leave(item, item, MisreadError("columns_apart"))
            self.days = None
            self.headings.apart = True
            return
        if self.headings.apart:
            self.leave(item, item, MisreadError("columns_apart"))
            return
        self.days = item

    def _refines(self, item: Item, days: Days) -> bool:
        """`First and third Saturday of the month` on a line of its own, below the hours of Saturday."""
        when = days.parts[0].when
        waiting = self.days is not None or self.hours is not None
        if waiting or not self.last or len(days.parts) > 1 or not when.nth:
            return False
        if any(clause.when.days != when.days or clause.when.nth for clause in self.last):
            return False
        self._replace_last(lambda clause: clause._replace(when=clause.when._replace(nth=when.nth)))
        self.c.assume("nth_of_line", item.first, item.last)
        return True

    # ----------------------------------------------------------------------------------------------------- hours first

    def _from_hours(self, row: list[Item], at: int) -> int:
        item = row[at]
        if self.headings.apart:
            self.leave(item, item, MisreadError("columns_apart"))
            return 1
        if self.days is not None:
            days, self.days = self.days, None
            self.hours_first = False
            after = row[at + 1] if at + 1 < len(row) else None
            if after is not None and is_state(after) and is_ranges(item) and not after.joined:
                self._clause(days, self._with_state(item, after))
                return 2
            self._clause(days, item)
            return 1
        run = self._runs[at]
        if is_state(item) and run == 1 and self.last:
            return self._lone_state(row, at)
        if is_state(item) and run == 3:
            self._clause(row[at + 1], self._with_state(row[at + 2], item), first=item.first)
            return 3
        if run == 2 or (run > 2 and run % 2 == 0):
            return self._hours_then(row, at)
        if run > 2:
            return self._either_side(row, at)
        return self._hours_alone(row, at)

    def _hours_then(self, row: list[Item], at: int) -> int:
        """`9-5 Mon-Fri`."""
        item, days = row[at], row[at + 1]
        after = row[at + 2] if at + 2 < len(row) else None
        self.hours_first = True
        if after is not None and is_state(after) and is_ranges(item):
            item = self._with_state(item, after)
            self._clause(days, item, first=item.first)
            return 3
        self._clause(days, item, first=item.first)
        return 2

    def _either_side(self, row: list[Item], at: int) -> int:
        """`9-5 Mon-Fri, Sat 9-12`: hours, days that are cut in two, hours."""
        item, middle, last = row[at : at + 3]
        days = days_in(middle)
        if is_state(last) and len(days.parts) == 1:
            return self._hours_then(row, at)
        if self.last and item.joined:
            self._go_on(item)
            return 1
        split = cut(days)
        if not split or (self.last and item.apart >= LINE):
            self.leave(item, last, MisreadError("unclear_pairs"))
            return 3
        self._clause(middle, item, first=item.first, days=days._replace(parts=days.parts[:split]))
        self._clause(middle, last, days=days._replace(parts=days.parts[split:]))
        self.c.assume("days_cut", item.first, last.last)
        return 3

    def _hours_alone(self, row: list[Item], at: int) -> int:
        item = row[at]
        after = row[at + 1] if at + 1 < len(row) else None
        if self.last and not self.hours_first:
            if after is not None and is_state(after) and is_ranges(item) and not after.joined:
                self._go_on(self._with_state(item, after))
                return 2
            if hours_in(item).whole:
                self.leave(item, item, MisreadError("missing_days"))
            else:
                self._go_on(item)
        elif hours_in(item).whole and self._is_first(row) and self.hours is None:
            self._add(Clause("open", WHOLE_WEEK, hours_in(item).ranges, *self._pieces(item, item)))
        elif self.hours is not None:
            self.drop()
            self.leave(item, item, MisreadError("missing_days"))
        else:
            self.hours = item
        return 1

    def _is_first(self, row: list[Item]) -> bool:
        """Whether an item alone is the first below its heading, so that it is about the whole week."""
        return len(row) == 1 and (self.headings.fresh or not self.group.clauses)

    def _go_on(self, item: Item) -> None:
        """More hours of the days before them."""
        whens = [clause for clause in self.last if clause.kind == "open"]
        if not whens:
            self.leave(item, item, MisreadError("missing_days"))
            return
        try:
            ranges = in_order(hours_in(item).ranges)
        except MisreadError as found:
            self.leave(item, item, found)
            return
        self.last = [self._add(clause._replace(ranges=ranges, last=self._pieces(item, item)[1])) for clause in whens]

    def _odd(self, item: Item) -> int:
        """An item that stands where it makes no sense."""
        code = {"L": "missing_hours", "S": "undated_season", "U": "open_end"}.get(item.kind, "unknown_text")
        self.leave(item, item, MisreadError(code, excerpt(self.c.text(item.first, item.last))))
        return 1


def _runs(row: list[Item]) -> list[int]:
    """How many items from each one on are days and hours by turns."""
    out = [1] * len(row)
    for at in range(len(row) - 2, -1, -1):
        if {row[at].kind, row[at + 1].kind} == {"D", "H"}:
            out[at] = out[at + 1] + 1
    return out


def _is_seasonal(row: list[Item]) -> bool:
    """Whether a part of the text begins with the dates on which the rest of it holds: `June-August: closed Fridays`."""
    if len(row) < 3 or row[0].kind != "D" or not only_spans(days_in(row[0])) or len(days_in(row[0]).parts) != 1:
        return False
    return row[1].kind == "C" and row[2].kind == "D" and row[2].apart == NEXT
