"""The words around the hours: headings, which name what the hours are of, and talk, which changes nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from clinic_hours.text.clauses import Clause, Group
from clinic_hours.text.cursor import Cursor, MisreadError
from clinic_hours.text.doubts import Unread, excerpt
from clinic_hours.text.items import LINE, Item, Other, days_in, other_in

MEANING = ("D", "H", "C", "P!", "E", "N", "Q", "U", "L", "S")
"""Items that say something about hours."""


class Headings:
    """The groups of a text, and the one that is read now."""

    def __init__(self, c: Cursor) -> None:
        self.c = c
        self.groups: list[Group] = [Group()]
        self.apart = False  # once days stood on lines of their own, one after the other
        self._name = ""
        self._first = -1
        self._generic = False
        self._season = False  # below the heading of a season without dates

    @property
    def group(self) -> Group:
        """What stands under the heading that is read now."""
        return self.groups[-1]

    @property
    def fresh(self) -> bool:
        """Whether a heading was just read."""
        return self._first >= 0

    def without_words(self, row: list[Item], begin: Callable[[], None]) -> tuple[list[Item], list[Item]]:
        """The items of a part of the text without its words, and those from a heading in the midst of it on.

        The words are told, or understood as the heading of what follows them.
        """
        meaning = [item for item in row if item.kind in MEANING]
        if not meaning:
            self._line(row, begin)
            return [], []
        if all(item.kind == "S" for item in meaning):
            begin()
            self._season = True
            return [], []
        if [item.kind for item in meaning] == ["D"] and any(item.kind == "X" and other_in(item).says for item in row):
            self.leave(row[0].first, row[-1].last, MisreadError("missing_hours"))
            self.group.named |= days_in(meaning[0]).week
            return [], []
        out: list[Item] = []
        for at, item in enumerate(row):
            if item.kind == "B":
                self.c.assume("left_aside", item.first, item.last)
                continue
            if item.kind != "X":
                out.append(item)
            elif not self._is_label(other_in(item), row, at, out):
                self._aside(item, other_in(item))
            elif out:
                return self._in_season(out), row[at:]
            else:
                begin()
                self._open(other_in(item), item)
        return self._in_season(out), []

    def _in_season(self, out: list[Item]) -> list[Item]:
        """The items, or none where they are of a season without dates."""
        if out and (self._season or any(item.kind == "S" for item in out)):
            self.leave(out[0].first, out[-1].last, MisreadError("undated_season"))
            return []
        return out

    def _is_label(self, words: Other, row: list[Item], at: int, out: list[Item]) -> bool:
        """Whether words name what the hours after them are of."""
        following = row[at + 1].kind if at + 1 < len(row) else ""
        if words.says or not following or following[0] not in "DHC":
            return False
        if not out:
            return words.unknown or words.colon or words.head
        last = [item.kind[0] for item in out[-3:] if item.kind[0] in "DHC"]
        complete = "D" in last and len(last) > 1
        return (complete or last == ["H"]) and (words.unknown or (words.colon and not words.head))

    def leave_rest(self, row: list[Item]) -> None:
        """Leave what follows a heading in the midst of a line, as it is of something else."""
        told = MisreadError("another_service", excerpt(other_in(row[0]).names), "what stands before it")
        self.leave(row[0].first, row[-1].last, told)

    def _line(self, row: list[Item], begin: Callable[[], None]) -> None:
        """A part of the text without hours: a heading, talk, or something that was not understood."""
        for item in row:
            if item.kind != "X":
                self.c.assume("left_aside", item.first, item.last)
                continue
            words = other_in(item)
            if words.says:
                self._unread(item)
            elif (item.apart >= LINE or item.first <= 1 or words.colon) and (words.unknown or words.head):
                if self.group.clauses:
                    begin()
                self._open(words, item)

    def _open(self, words: Other, item: Item) -> None:
        """Take words as the heading of what follows them."""
        if self._first < 0 or (self._generic and not words.head):
            self._name, self._generic = words.names, words.head
        if self._first < 0:
            self._first = item.first
        self._season = False

    def _aside(self, item: Item, words: Other) -> None:
        """Tell words that stand beside hours, and that mean nothing here."""
        if words.says or self._is_a_slip(item):
            self._unread(item)
        elif words.unknown:
            self.c.assume("left_aside", item.first, item.last)

    def _is_a_slip(self, item: Item) -> bool:
        """Whether words follow a clock without a blank, `5pmm`, or a day and its dash, `Mon-Xyz`: a clock or a day was meant."""
        tokens, lexed = self.c.tokens, self.c.lexed
        at = item.first + (tokens[item.first].kind == "dash")
        if not lexed.plain[tokens[at].first][:1].isalpha() or not lexed.glued(tokens[at].first):
            return False
        before = tokens[at - 1]
        if before.kind == "dash":
            return tokens[at - 2].kind == "day" and lexed.glued(before.first)
        return before.kind == "clock"

    def _unread(self, item: Item) -> None:
        self.leave(item.first, item.last, MisreadError("unknown_text", excerpt(self.c.text(item.first, item.last))))

    def leave(self, first: int, last: int, error: MisreadError) -> None:
        """Report some tokens as unread."""
        self._begin()
        start, end = self.c.lexed.place(self.c.tokens[first].first, self.c.tokens[last - 1].last)
        told = f"{excerpt(self.c.lexed.text[start:end])} was not read: {error.why}"
        self.group.unread.append(Unread(error.code, start, end, told))
        self.group.last = max(self.group.last, self.c.tokens[last - 1].last)

    def add(self, clause: Clause) -> None:
        """Add a clause to the group of the last heading."""
        self._begin()
        self.group.clauses.append(clause)
        self.group.last = max(self.group.last, clause.last)
        self.group.first = self.group.first or clause.first

    def _begin(self) -> None:
        """Begin the group of a heading that was read, where it names something else than the one before it."""
        if self._first < 0:
            return
        group, first = self.group, self._first
        self._first = -1
        if not group.clauses and not group.unread:
            group.name = self._name
            group.first = self.c.tokens[first].first
        elif not (self._generic and not group.name) and self._name != group.name:
            self.groups.append(Group(self._name, self.c.tokens[first].first))

    def close(self) -> None:
        """Give each group the assumptions that were made from its first piece on."""
        starts = [self.c.lexed.start(group.first) for group in self.groups]
        for assumption in self.c.assumed:
            self.groups[max(bisect_right(starts, assumption.start) - 1, 0)].assumed.append(assumption)
