"""A text as a row of items: days, hours, what is closed, lunch, other words, and what separates them.

Every token but a separator is in one item, so that nothing of the text is lost between two of them.
"""

from __future__ import annotations

from typing import Final, NamedTuple, cast

from clinic_hours.text.calendar_words import dated
from clinic_hours.text.cursor import Cursor, MisreadError
from clinic_hours.text.days import Days, days
from clinic_hours.text.hours import Hours, hours
from clinic_hours.text.notes import Bracket, bracket
from clinic_hours.text.vocabulary import HOURS_KINDS, Tok

NOISE: Final = ("word", "talk", "head", "phone", "mark", "number", "says", "uhr", '"')
IN_A_PHONE: Final = ("number", "clock", "dash", ".", "(", ")", "phone", "mark", "and", ":")
LONGEST_PHONE: Final = 20
"""Tokens of the longest number that may stand after `Tel.`, and their kinds."""

NEXT, LIST, SENTENCE, LINE = range(4)
"""How much separates two items: nothing, a mark of a list, a `;` or a sentence's end, a line's end."""


class Item(NamedTuple):
    """A part of a text that means one thing.

    | kind | value | what |
    | --- | --- | --- |
    | `D` | `Days` | days |
    | `H` | `Hours` | hours |
    | `C`, `E`, `L` | | closed, except, lunch |
    | `A` | | what makes an appointment a mere addition |
    | `N` | ordinals | `1st & 3rd` without a day |
    | `Q` | | `every other week` without a day |
    | `S` | | a season without dates |
    | `P` | part of the day | `mornings` |
    | `U` | a clock | `by appointment until 5pm`, `until 5pm` |
    | `B` | `Bracket` | a state or a note in brackets |
    | `O` | | `only` and other words that change nothing here |
    | `X` | `Other` | any other words |
    | `(`, `)` | | what is in brackets |
    | `!` | `MisreadError` | what cannot be |

    `apart` is how much separates it from the item before it, `joined` whether an `and` does, `first` and `last` are its tokens.
    """

    kind: str
    value: object
    first: int
    last: int
    apart: int
    joined: bool
    note: str = ""


def days_in(item: Item) -> Days:
    """The days of an item of the kind `D`."""
    return cast(Days, item.value)


def hours_in(item: Item) -> Hours:
    """The hours of an item of the kind `H`."""
    return cast(Hours, item.value)


def part_in(item: Item) -> int:
    """The part of the day of an item of the kind `P`."""
    return cast(int, item.value)


def bracket_in(item: Item) -> Bracket:
    """The state and the note of an item of the kind `B`."""
    return cast(Bracket, item.value)


def other_in(item: Item) -> Other:
    """The words of an item of the kind `X`."""
    return cast("Other", item.value)


def error_in(item: Item) -> MisreadError:
    """Why an item of the kind `!` cannot be."""
    return cast(MisreadError, item.value)


def tok_in(item: Item) -> Tok:
    """The clock of an item of the kind `U`."""
    return cast(Tok, item.value)


class Other(NamedTuple):
    """Words that are neither days nor hours: whether some of them are unknown, whether some bear on hours all the same.

    `head` tells that they are those of a heading that names nothing, `colon` that a colon follows, `names` the unknown ones.
    """

    unknown: bool
    says: bool
    head: bool
    colon: bool
    names: str


def items(c: Cursor) -> list[Item]:
    """The items of a text, in order."""
    out: list[Item] = []
    while c.kind != "end":
        apart, joined = _separator(c)
        if c.kind == "end":
            break
        first = c.at
        try:
            kind, value, note = _item(c, out, apart)
        except MisreadError as found:
            c.at = max(c.at, first + 1)
            kind, value, note = "!", found, ""
        out.append(Item(kind, value, first, c.at, apart, joined, note))
    return out


def _separator(c: Cursor) -> tuple[int, bool]:
    """Pass what separates two items, and tell how much it does and whether it says `and`."""
    apart, joined = NEXT, False
    while True:
        kind, value, *_ = c.token
        if kind == "break":
            apart = max(apart, LINE if value else SENTENCE)
        elif kind == ".":
            apart = max(apart, SENTENCE)
        elif kind in (",", "and"):
            apart, joined = max(apart, LIST), joined or kind == "and"
        elif kind == "dash" and c.ahead().kind in (
            "day",
            "closed",
            "word",
            "by_appointment",
            "days",
            "head",
            "talk",
            "letter",
            "every",
            "lunch",
            "dash",
        ):
            apart = max(apart, LIST)
        elif kind not in (":", "cell"):
            return apart, joined
        c.at += 1


def _item(c: Cursor, out: list[Item], apart: int) -> tuple[str, object, str]:
    """Read one item."""
    first, kind = c.at, c.kind
    if kind == "(":
        return _bracket(c)
    if kind == ")":
        c.at += 1
        return ")", None, ""
    if kind == "dash" and _is_dash_for_closed(c, out, apart):
        c.at += 1
        beside = c.kind == "cell" and c.ahead().kind == "clock"
        return ("O", None, "") if beside else ("C", None, "dash")
    for read, letter in ((days, "D"), (hours, "H")):
        assumed = len(c.assumed)
        found = read(c)
        if found is not None:
            return letter, found, ""
        del c.assumed[assumed:]
        c.at = first
    return _other_item(c)


SIMPLE: Final = {"closed": "C", "except": "E", "lunch": "L", "also": "A", "other": "Q", "season": "S"}


def _other_item(c: Cursor) -> tuple[str, object, str]:
    """An item that is neither days nor hours."""
    kind, first = c.kind, c.at
    if kind == "lunch" and c.ahead().kind == "closed":
        c.at += 1
        return "L", None, ""
    if kind in SIMPLE:
        c.at += 1
        return SIMPLE[kind], None, ""
    if kind == "ordinal" and c.ahead().kind not in ("word", "talk", "head", "clock", "phone"):
        found: list[int] = []
        while c.kind == "ordinal":
            found.append(c.token.value)
            c.at += 1
            c.skip("monthly", "only")
            if c.stands_at(",", "and") and c.ahead().kind == "ordinal":
                c.at += 1
        return "N", tuple(found), ""
    if kind == "part":
        c.at += 1
        return "P", c.tokens[first].value, ""
    if kind == "dash" and c.ahead().kind == "clock" and c.ahead(2).kind != "dash":
        c.at += 2
        return "U", c.tokens[c.at - 1], ""
    if kind == "clock" and _says(c):
        return _open_end(c)
    if kind in ("only", "monthly", "every", "opens", "between", "closes", "am", "pm"):
        c.at += 1
        return "O", None, ""
    if kind == "since" and c.ahead().kind in ("month", "number", "clock", "date", "ordinal"):
        c.at += 1
        if dated(c) is not None:
            c.assume("left_aside", first, c.at)
            return "X", Other(False, False, False, False, ""), ""
        c.at = first
    if kind == "remark":
        c.at += 1
        c.skip("word", "talk", "head", "closes", "opens")
        if c.kind == "clock":
            c.at += 1
        return "X", Other(True, False, False, False, ""), ""
    return "X", _words(c), ""


def _open_end(c: Cursor) -> tuple[str, object, str]:
    """A clock that stands alone: `8am`, `8am onwards`, `8am - late`; `MisreadError` where the text ends after a dash."""
    said = c.token
    c.at += 1
    if c.skip("dash") and c.kind in ("end", "break"):
        raise MisreadError("cut_short")
    c.skip("after")
    return "U", said, ""


def _words(c: Cursor) -> Other:
    """Read words that are neither days nor hours, up to the next that are, or to what separates more than a comma."""
    first = c.at
    unknown = says = bounds = clocks = False
    head = True
    names: list[str] = []
    while True:
        token = c.token
        kind = token.kind
        bounds |= kind in ("after", "opens", "closes")
        clocks |= kind in ("clock", "number")
        unknown |= kind in ("word", "number", "mark", "clock") and any(map(str.isalnum, c.text(c.at, c.at + 1)))
        head &= kind in ("head", "mark")
        says |= _says(c)
        if kind in ("word", "head", "talk", "number") and any(map(str.isalpha, c.text(c.at, c.at + 1))):
            names.append(c.text(c.at, c.at + 1))
        c.at += 1
        if kind == "phone":
            _number_of_a_phone(c)
        after = c.at
        c.skip("and", ",", "dash", "part") if c.kind != "part" else None
        if c.kind not in NOISE or (after != c.at and c.kind in ("head", "talk")):
            c.at = after
            break
    return Other(unknown, says or (bounds and clocks), head and c.at > first, c.kind == ":", " ".join(names))


def _says(c: Cursor) -> bool:
    """Whether a word, or a clock that stands alone, says something about hours."""
    kind, _, form, first, _ = c.token
    if kind == "ordinal" and c.ahead().kind in ("word", "phone"):
        return False
    if kind == "number" and 0 <= c.token.value <= 31:
        return "dash" in (c.tokens[c.at - 1].kind if c.at else "", c.ahead().kind)
    if kind == "clock":
        plain = form in ("bare", "padded", "24") and c.lexed.pieces[first].isdigit()
        return not plain or _is_beside_clock(c)
    return kind in HOURS_KINDS - {"after", "opens", "closes"} or (
        c.lexed.plain[first] in c.tongue.words.hours_words and kind not in ("head", "talk")
    )


def _is_beside_clock(c: Cursor) -> bool:
    """Whether a number stands beside a dash, an `and` or another clock, or before a decimal point: it may be a part of hours."""
    before, after, last = c.tokens[c.at - 1] if c.at else c.token, c.ahead(), c.ahead(2)
    point = after.kind == "." and last.kind in ("clock", "number") and c.lexed.glued(last.first)
    return point or not {before.kind, after.kind}.isdisjoint(("dash", "and")) or after.kind == "clock"


def _number_of_a_phone(c: Cursor) -> None:
    """Pass the digits after `Tel.` or `Suite`; short ones where no dash makes hours of them."""
    at, digits = c.at, 0
    while at < c.at + LONGEST_PHONE and c.tokens[at].kind in IN_A_PHONE:
        token = c.tokens[at]
        if token.form in ("said", "word") or (token.kind == "phone" and not token.form):
            break
        digits += sum(map(str.isdigit, c.text(at, at + 1)))
        at += 1
    token = c.tokens[c.at]
    if digits >= 6 or (at == c.at + 1 and token.kind in ("number", "clock")):
        c.at = at


def _is_dash_for_closed(c: Cursor, out: list[Item], apart: int) -> bool:
    """Whether a dash stands where hours should, as in `Sunday: —`."""
    ends = c.ahead().kind in ("end", "break", "cell")
    return ends and bool(out) and apart < SENTENCE and c.tokens[c.at - 1].kind in (":", "cell")


def _bracket(c: Cursor) -> tuple[str, object, str]:
    """A note or a state in brackets; what says more is read as if there were no brackets."""
    found = bracket(c)
    if found is None:
        c.at += 1
        return "(", None, ""
    return "B", found, ""
