"""A day of the week, or some in a row, or a few of them between dashes.

::

    range = day [ "to" day ] / day "-" day "-" day *( "-" day )    ; `M-W-F` is a list
"""

from __future__ import annotations

from clinic_hours.text.cursor import Cursor, MisreadError
from clinic_hours.text.doubts import excerpt
from clinic_hours.text.vocabulary import EVERY_DAY

EITHER = 7
"""The letter S, which is one of the weekend."""


def day_range(c: Cursor) -> int:
    """Read a range that begins here, as a set of days; `MisreadError` for letters that may mean several."""
    start = c.at
    kind, first, *_ = c.token
    c.at += 1
    if c.kind == "dash" and c.ahead().kind in ("and", ",") and c.ahead(2).kind in ("day", "holidays"):
        c.at += 1
    between = _between_dashes(c, start)
    if between:
        return between
    if c.kind == "dash" and c.ahead().kind in ("day", "letter"):
        c.at += 1
        last_kind, last, *_ = c.token
        c.at += 1
        text = c.text(start, c.at)
        if last == EITHER and first == EITHER:
            first, last = 5, 6
        elif EITHER in (first, last) or (kind == "letter" and first == 1 and last == 3 and last_kind == "day"):
            raise MisreadError("unclear_days", excerpt(text))
        if first == last:
            raise MisreadError("not_a_range", excerpt(text))
        return (2 << last) - (1 << first) + (EVERY_DAY if last < first else 0)
    if first == EITHER:
        if c.kind in ("and", ",") and c.ahead()[:2] == ("letter", EITHER):
            c.at += 2
            return 0b1100000
        raise MisreadError("unclear_days", excerpt(c.text(start, c.at)))
    return 1 << first


def _between_dashes(c: Cursor, start: int) -> int:
    """The days of `M-W-F`, in the order of the week; none where fewer than three stand between dashes."""
    at, days = start, [c.tokens[start].value]
    while len(days) < 8 and c.tokens[at + 1].kind == "dash" and c.tokens[at + 2].kind in ("day", "letter"):
        at += 2
        days.append(c.tokens[at].value)
    if len(days) < 3 or EITHER in days or days != sorted(set(days)):
        return 0
    c.at = at + 1
    return sum(1 << day for day in days)
