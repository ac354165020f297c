"""Tokens that mean something beside their neighbours: `12 noon`, `0800-1700`, `8 ? 5`, `1. und 3. Samstag`, `M-F`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from clinic_hours.text.lexer import Lexed
from clinic_hours.text.vocabulary import WEAK_DAYS, Tok

DROPPED: Final = ("filler", "tag", "from")
BROKEN_DASHES: Final = "?=~→>\ufffd…"

_BESIDE_LETTER: Final = (
    *("clock", "closed", ":", "all day", "by_appointment", "cell", ".", "letter", "day", "days", "dash", "and", ","),
)
_BEFORE_LETTER: Final = ("dash", "and", ",", "day", "letter", "days", "closed", "(", "except")
_FOLLOWS_MONTH: Final = ("number", "clock", "dash", ",", ":", "and", "day", "break", ")", "end")
_LEADS_DAY: Final = (
    "dash",
    "and",
    ",",
    "day",
    "letter",
    "closed",
    "except",
    "every",
    "ordinal",
    "other",
    "(",
    "only",
    "cell",
    "days",
)
_FOLLOWS_DAY: Final = (
    *(
        "dash",
        "and",
        ",",
        ":",
        "day",
        "days",
        "letter",
        "clock",
        "closed",
        "break",
        "cell",
        "end",
        "by_appointment",
        "all day",
        "(",
        ")",
    ),
    *("part", "unknown", "only", "month", "number", "date", ".", "except", "lunch", "monthly", "head", "holidays"),
)


def _clocks(given: list[Tok], lexed: Lexed, language: str) -> list[Tok]:
    """Clocks with what stands after them: `12 noon`, `8 h 30`, `8.30 Uhr`, `9 de la mañana`, `12°°`."""
    out: list[Tok] = []
    for at, token in enumerate(given):
        before = out[-1] if out else token
        if out and token.kind != "end" and token.first < before.last:
            continue
        if before.kind != "clock" or not out:
            out.append(token)
            continue
        kind, _, form, first, last = token
        joined: Tok | None = None
        glued, piece = lexed.glued(first), lexed.pieces[first].lower() if first < len(lexed.pieces) else ""
        if kind == "uhr":
            joined = before._replace(form="exact" if before.form in ("bare", "padded", "24") else before.form)
        elif kind in ("am", "pm") and before.form in ("bare", "padded") and before.value <= 780:
            joined = before._replace(value=before.value % 720 + 720 * (kind == "pm"), form="said")
        elif kind == "clock" and form == "word" and before.form == "bare" and before.value == 720:
            joined = token._replace(first=before.first)
        elif piece in ("m", "m.") and before.value == 720 and before.form == "bare":
            joined = before._replace(form="word")
        elif kind == "," and glued and _are_minutes_after_comma(lexed, before, given, at):
            joined = before._replace(value=before.value + int(lexed.pieces[last]))
            last += 1
        elif piece in ("a", "p") and before.form == "bare" and given[at + 1].kind != "clock" and last - first == 1:
            joined = before._replace(value=before.value % 720 + 720 * (lexed.plain[first] == "p"), form="said")
        elif glued and before.value % 60 == 0 and _are_raised(lexed, kind, first):
            joined = before._replace(value=before.value + 30 * (lexed.plain[first] == "30"))
        elif (
            kind in ("clock", "number")
            and form != "word"
            and before.form == "exact"
            and _are_minutes(lexed, before, token, given[at + 1])
        ):
            joined = before._replace(value=before.value + int(lexed.pieces[first]))
        elif (
            kind == ":"
            and glued
            and lexed.plain[last] == "00"
            and lexed.glued(last)
            and ":" in lexed.pieces[before.first]
        ) or (kind in ("clock", "number") and lexed.plain[first] == "00" and lexed.plain[first - 1] == ":" and glued):
            joined = before
        if joined is None:
            out.append(token)
        else:
            out[-1] = joined._replace(last=last)
    return out


def _are_raised(lexed: Lexed, kind: str, at: int) -> bool:
    """Whether the minutes of `12³⁰` or `12°°` stand here, or one of the two marks."""
    if kind not in ("word", "mark"):
        return False
    beside = "°" in (lexed.plain[at + 1], lexed.plain[at - 1])
    return lexed.plain[at] in ("00", "oo", "30") or (lexed.plain[at] == "°" and beside)


def _are_minutes_after_comma(lexed: Lexed, before: Tok, given: list[Tok], at: int) -> bool:
    """Whether a comma stands where a colon should: `8,30`."""
    after = given[at + 1]
    return (
        before.value % 60 == 0
        and lexed.plain[after.first] in ("00", "15", "30", "45")
        and lexed.glued(after.first)
        and lexed.pieces[before.first].isdigit()
    )


def _are_minutes(lexed: Lexed, before: Tok, token: Tok, following: Tok) -> bool:
    """Whether a number is the minutes of `8 h 30`."""
    piece = lexed.pieces[token.first]
    spoken = lexed.plain[before.last - 1] == "h" and before.last - before.first == 2
    return spoken and len(piece) == 2 and piece.isdigit() and int(piece) < 60 and following.kind != "uhr"


def _broken_dashes(given: list[Tok], lexed: Lexed, language: str) -> list[Tok]:
    """A mark that stands where a dash should, between two clocks or two days: `8 ? 5`, `8 ... 5`, `8 -> 5`."""
    out: list[Tok] = []
    at = 0
    while at < len(given):
        token = given[at]
        end = at
        while end < len(given) and end - at < 5 and _may_be_dash(given[end], lexed):
            end += 1
        if (
            end > at
            and out
            and out[-1].kind in ("clock", "day", "number")
            and given[end].kind in ("clock", "day", "number")
        ):
            marks = given[at:end]
            if len(marks) > 1 or marks[0].kind != ".":
                out.append(Tok("dash", 0, "", marks[0].first, marks[-1].last))
                at = end
                continue
        out.append(token)
        at += 1
    return out


def _may_be_dash(token: Tok, lexed: Lexed) -> bool:
    return token.kind in ("dash", ".") or (
        token.kind in ("mark", "word") and lexed.pieces[token.first] in BROKEN_DASHES
    )


def _slashes(given: list[Tok], lexed: Lexed, language: str) -> list[Tok]:
    """A slash that stands where a dash should: `9h/12h`, and the dash between two such ranges: `9/13 - 15/19`."""
    out = list(given)
    for at in range(1, len(given) - 2):
        if not _is_slash(given, at + 1, lexed):
            continue
        before, first, last, after = given[at - 1], given[at], given[at + 2], given[min(at + 3, len(given) - 1)]
        dashed = after.kind == "dash" and _is_slash(given, at + 5, lexed) if at + 6 < len(given) else False
        said = first.form in ("exact", "said") or not lexed.pieces[first.first].isdigit()
        begins = before.kind in ("day", "days", "letter", "part", ":", "dash", "and", ",")
        if (
            begins
            and first.value < last.value
            and (dashed or (said and after.kind != "dash") or _after_slashes(out, at))
        ):
            out[at + 1] = given[at + 1]._replace(kind="dash")
            if dashed:
                out[at + 3] = after._replace(kind="and")
    return out


def _is_slash(given: list[Tok], at: int, lexed: Lexed) -> bool:
    """Whether a slash stands between two clocks."""
    if not 0 < at < len(given) - 1 or given[at].kind != "and" or lexed.pieces[given[at].first] != "/":
        return False
    return given[at - 1].kind == given[at + 1].kind == "clock"


def _after_slashes(out: list[Tok], at: int) -> bool:
    """Whether the clock here follows a range that was written with a slash."""
    return at > 3 and out[at - 1].kind == "and" and out[at - 3].kind == "dash" and out[at - 2].kind == "clock"


def _compact(given: list[Tok], lexed: Lexed, language: str) -> list[Tok]:
    """Numbers that are clocks without a colon, beside a dash and another clock: `0800-1700`."""
    out = list(given)

    def clock(at: int) -> Tok | None:
        token = given[at]
        piece = lexed.pieces[token.first] if token.kind == "number" else ""
        if len(piece) not in (3, 4) or not piece.isdigit() or not piece.isascii():
            return None
        hour, minute = int(piece[:-2]), int(piece[-2:])
        if hour > 24 or minute > 59 or minute % 5 or hour * 60 + minute > 1440:
            return None
        form = "padded" if piece[0] == "0" else "24" if hour > 12 else "bare"
        return token._replace(kind="clock", value=hour * 60 + minute, form=form)

    for at in range(1, len(given) - 1):
        if given[at].kind != "dash":
            continue
        sides = [clock(at - 1) or given[at - 1], clock(at + 1) or given[at + 1]]
        if all(side.kind == "clock" for side in sides) and (
            sides[0].value < (sides[1].value or 1440) or sides[1].form == "said"
        ):
            out[at - 1 : at + 2 : 2] = sides
    return out


def _ordinals(given: list[Tok], lexed: Lexed, language: str) -> list[Tok]:
    """`1. und 3. Samstag` in German, `2º sábado`, and `2ª quarta-feira`, whose number alone is a Monday."""
    out: list[Tok] = []
    at = 0
    while at < len(given):
        token, following = given[at], given[min(at + 1, len(given) - 1)]
        piece = lexed.pieces[token.first] if token.first < len(lexed.pieces) else ""
        if piece[:1] in _FIRST_FIVE and token.kind == "day" and _is_before_day(given, at):
            out.append(Tok("ordinal", int(piece[0]), "", token.first, token.last))
        elif piece in _FIRST_FIVE and token.kind == "clock" and _is_mark(lexed, following, given, at, language):
            out.append(Tok("ordinal", int(piece), "", token.first, following.last))
            at += 1
        else:
            out.append(token)
        at += 1
    return out


_FIRST_FIVE: Final = ("1", "2", "3", "4", "5")


def _is_before_day(given: list[Tok], at: int) -> bool:
    """Whether a day stands right after a token, articles between them aside."""
    after = [token.kind for token in given[at + 1 : at + 3] if token.kind != "filler"]
    return after[:1] == ["day"]


def _is_mark(lexed: Lexed, mark: Tok, given: list[Tok], at: int, language: str) -> bool:
    """Whether a mark right after a number makes an ordinal of it."""
    if mark.kind == "end" or not lexed.glued(mark.first):
        return False
    written = lexed.pieces[mark.first]
    if written in ("°", "º", "ª"):
        return True
    listed = mark.kind == "." and given[at + 2].kind in ("and", ",", "day", "clock", "dash", "monthly")
    near = any(token.kind in ("day", "monthly") for token in given[at + 2 : at + 8])
    return language == "de" and listed and near and not lexed.glued(mark.last)


def _weak(given: list[Tok], lexed: Lexed, language: str) -> list[Tok]:
    """Words that are days, months or letters in some places only."""
    kept = [token for token in given if token.kind not in DROPPED]
    out = list(kept)
    for at, token in enumerate(kept):
        before, after = out[at - 1].kind if at else "break", kept[min(at + 1, len(kept) - 1)].kind
        word = lexed.plain[token.first] if token.last == token.first + 1 else ""
        if token.kind == "letter" or (token.kind == "days" and token.form):
            after_hours = before in ("clock", "(") and after in ("end", "break", ")")
            if after not in _BESIDE_LETTER and before not in _BEFORE_LETTER and not after_hours:
                out[at] = token._replace(kind="word")
        elif token.kind == "day" and word in WEAK_DAYS and (word == "we" or lexed.pieces[token.first].islower()):
            interrupted = word == "we" and kept[min(at + 1, len(kept) - 1)].first > token.last
            if interrupted or (after not in _FOLLOWS_DAY and before not in _LEADS_DAY):
                out[at] = token._replace(kind="word")
        elif token.kind == "month" and word in ("may", "mar", "set", "out"):
            if after not in _FOLLOWS_MONTH and before not in ("clock", "number", "dash", "and"):
                out[at] = token._replace(kind="word")
    return out


Change = Callable[[list[Tok], Lexed, str], list[Tok]]

CHANGES: Final[tuple[Change, ...]] = (_clocks, _broken_dashes, _slashes, _compact, _ordinals, _weak)
"""What is made of the tokens, in this order."""
