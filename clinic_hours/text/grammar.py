"""A tolerant recursive descent over the pieces of a sign: rules, doubts, and what could not be read.

A line, or a part of one between two `;`, is understood as a whole or not at all. Each method that reads is one production, and
its docstring is the grammar: `[ x ]` is optional, `*( x )` any number of times, a word in quotes stands for all that mean the
same. `( x )` after a range is in `notes.py`.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from clinic_hours.errors import InvalidHoursError
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.notation import Range, checked_note, write_range
from clinic_hours.hours.weekday import State
from clinic_hours.text.clocks import HALF, span
from clinic_hours.text.doubts import WHY, Assumption, Unread, excerpt
from clinic_hours.text.lexer import BLANK, Lexed
from clinic_hours.text.notes import STATES, says_hours
from clinic_hours.text.vocabulary import ENGLISH, EVERY_DAY, Phrase, Token

WHOLE_WEEK = 0
"""The days of a rule that names none: `Open 24 hours`, `Closed`."""

_OPEN = (State.OPEN, "")
_ENDS = ("break", "end")
# What goes on with a list of days after a mark: a word that is no day belongs to it after an `and`, and is an error.
_MORE_DAYS = {",": ("day", "days"), "and": ("day", "days", "word")}
_BLANK = re.compile(BLANK)


class Rule(NamedTuple):
    """The hours of some days, as the text says them: a set of days, the ranges in order, the pieces it was read from."""

    days: int
    ranges: tuple[Range, ...]
    first: int
    last: int
    assumptions: tuple[Assumption, ...] = ()


class MisreadError(Exception):
    """The text cannot be understood at this piece."""

    def __init__(self, code: str, offender: str = "") -> None:
        super().__init__(code, offender)
        self.code, self.why = code, WHY[code].format(offender)


class Grammar:
    """The reader of one text. `rules`, `unread` and the set `named` of days are what it found.

    >>> grammar = Grammar(Lexed("Mon & Tues 8am-noon; Wed by moonlight"))
    >>> grammar.text()
    >>> [bin(rule.days) for rule in grammar.rules], [unread.code for unread in grammar.unread]
    (['0b11'], ['unknown_text'])
    """

    __slots__ = ("_tokens", "assumed", "at", "lexed", "named", "rules", "unread")

    def __init__(self, lexed: Lexed) -> None:
        self.lexed = lexed
        self.at = 0
        self.rules: list[Rule] = []
        self.assumed: list[Assumption] = []  # in the rule that is being read
        self.unread: list[Unread] = []
        self.named = 0
        self._tokens = lexed.tokens

    def text(self) -> None:
        """Read `text = [ part ] *( ( line-end / ";" ) [ part ] )`."""
        tokens = self._tokens
        while tokens[self.at].kind == "break":
            self.at += 1
            if tokens[self.at].kind not in _ENDS:
                self._part()

    def day(self) -> tuple[Range, ...]:
        """Read `text = *line-end hours *line-end`, the hours of one day without its name, or raise `MisreadError`."""
        self._skip("break")
        ranges = self._hours()
        self._skip(".")
        self._skip("break")
        if self._tokens[self.at].kind != "end":
            raise self._unknown()
        return ranges

    def _part(self) -> None:
        """`part = rule *( ( "," [ "and" ] / "and" ) rule ) [ "," / "." ]`."""
        tokens, first = self._tokens, self.at
        rules: list[Rule] = []
        try:
            rules.append(self._rule())
            if tokens[self.at].kind not in _ENDS:
                while self._separator():
                    rules.append(self._rule())
                self._skip(",", ".")
                if tokens[self.at].kind not in _ENDS:
                    raise self._unknown()
            self.rules += rules
        except MisreadError as found:
            self._give_up(first, found)

    def _rule(self) -> Rule:
        """`rule = days [ ":" / "," ] [ "from" ] hours / "closed" [ ":" ] days / "closed" / "open 24 hours" [ "(" note ")" ]`."""
        tokens, first = self._tokens, self.at
        self.assumed.clear()
        kind = tokens[first].kind
        if kind == "closed":
            self.at += 1
            self._skip(":")
            days = WHOLE_WEEK if tokens[self.at].kind in _ENDS else self._days()
            return Rule(days, (), first, self.at)
        if kind not in ("day", "days"):
            phrase = self._phrase()
            if phrase is not None and phrase.kind == "all day":
                return Rule(WHOLE_WEEK, self._hours(), first, self.at)
            if phrase is None or phrase.kind != "days":
                hours = phrase is not None or (kind == "clock" and tokens[first + 1].kind == "dash")
                raise MisreadError("missing_days") if hours else self._unknown()
        days = self._days()
        if tokens[self.at].kind != "clock":
            self._skip(":", ",", "from")
            if tokens[self.at].kind in _ENDS:
                raise MisreadError("missing_hours")
        return Rule(days, self._hours(), first, self.at, tuple(self.assumed))

    def _days(self) -> int:
        """`days = some *( ( "," [ "and" ] / "and" ) some )`, `some = day [ "to" day ] / "daily"`."""
        tokens, days = self._tokens, 0
        while True:
            kind, value, _ = tokens[self.at]
            if kind == "day":
                self.at += 1
                days |= self._day_range(value) if tokens[self.at].kind == "dash" else 1 << value
            elif kind == "days":
                self.at += 1
                days |= value
            else:
                phrase = self._phrase()
                if phrase is None or phrase.kind != "days":
                    raise self._unknown()
                self._take(phrase)
                days |= phrase.value
            more = _MORE_DAYS.get(tokens[self.at].kind)
            if more is None or not self._separator(*more):
                self.named |= days
                return days

    def _day_range(self, first: int) -> int:
        """The days from one to another, over the week's end where the other comes before it."""
        self.at += 1
        kind, last, _ = self._tokens[self.at]
        if kind != "day":
            raise self._unknown()
        self.at += 1
        if first == last:
            raise MisreadError("not_a_range", excerpt(self.lexed.between(self.at - 3, self.at)))
        return (2 << last) - (1 << first) + (EVERY_DAY if last < first else 0)

    def _hours(self) -> tuple[Range, ...]:
        """`hours = "closed" / ranges / ( "open 24 hours" / state ) [ "(" note ")" ]`; a state without ranges is the whole day."""
        kind, value, _ = self._tokens[self.at]
        if kind == "clock" and value != DAY:
            return self._ranges()
        if kind == "closed":
            self.at += 1
            return ()
        phrase = self._phrase()
        if phrase is None or phrase.kind == "days":
            raise self._unknown()
        self._take(phrase)
        note = ""
        if self._tokens[self.at].kind == "(":
            self.at += 1
            note = self._note()
        return (Range(0, DAY, STATES.get(phrase.kind, State.OPEN), note),)

    def _ranges(self) -> tuple[Range, ...]:
        """`ranges = range state / range [ brackets ] *( ( "," [ "and" ] / "and" ) range [ brackets ] )`."""
        tokens = self._tokens
        start, end = self._range()
        kind = tokens[self.at].kind
        if kind == "word":
            phrase = self._phrase()
            if phrase is None or phrase.kind not in STATES:
                raise self._unknown()
            self._take(phrase)
            return (Range(start, end, STATES[phrase.kind], ""),)
        out = [Range(start, end, *(self._brackets() if kind == "(" else _OPEN))]
        while tokens[self.at].kind in _MORE_DAYS and self._separator("clock"):
            start, end = self._range()
            out.append(Range(start, end, *(self._brackets() if tokens[self.at].kind == "(" else _OPEN)))
        if len(out) > 1:
            out.sort()
            for before, after in pairwise(out):
                if before.end > after.start:
                    raise MisreadError("overlap", overlapping(before, after))
        return tuple(out)

    def _range(self) -> tuple[int, int]:
        """`range = clock "to" clock`."""
        tokens, start = self._tokens, self.at
        first = tokens[start]
        if first.kind == "clock" and tokens[start + 1].kind == "dash":
            self.at += 2
        else:
            first = self._clock()
            if tokens[self.at].kind != "dash":
                raise self._unknown()
            self.at += 1
        opens, closes, assumed, unread = span(first, self._clock())
        if unread:
            raise MisreadError(unread, excerpt(self.lexed.between(start, self.at)))
        if assumed:
            told = f"{excerpt(self.lexed.between(start, self.at))} read as {write_range(opens, closes)}"
            self.assumed.append(Assumption(assumed, *self.lexed.place(start, self.at), told))
        return opens, closes

    def _clock(self) -> Token:
        """`clock = number [ "am" / "pm" ] / "noon" / "midnight"`, and `12 noon`."""
        token = self._tokens[self.at]
        if token.kind != "clock":
            if token.kind == "number":
                raise MisreadError("not_a_clock", excerpt(self.lexed.pieces[self.at]))
            raise self._unknown()
        self.at += 1
        following = self._tokens[self.at]
        if following.form == "word" and token.value == HALF and token.form == "bare":
            self.at += 1
            return following
        return token

    def _brackets(self) -> tuple[State, str]:
        """`brackets = "(" ( state [ ":" note ] / note ) ")"`."""
        tokens = self._tokens
        self.at += 1
        first = self.at
        phrase = self._phrase()
        if phrase is not None and phrase.kind in STATES:
            self._take(phrase)
            kind = tokens[self.at].kind
            if kind in (")", ":"):
                self.at += 1
                return STATES[phrase.kind], "" if kind == ")" else self._note()
            self.at = first
        return State.OPEN, self._note()

    def _note(self) -> str:
        """`note = ( DQUOTE text DQUOTE / text ) ")"`; a text without quotation marks closes its brackets and says no hours."""
        tokens, first = self._tokens, self.at
        if tokens[first].kind == '"':
            self._seek('"', first + 1)
            note = self.lexed.text[self.lexed.start(first) + 1 : self.lexed.start(self.at)]
            self.at += 1
            if tokens[self.at].kind != ")":
                raise self._unknown()
        else:
            self._seek(")", first)
            note = self.lexed.text[self.lexed.start(first) : self.lexed.start(self.at)]
            if says_hours(note):
                raise MisreadError("hours_in_brackets", excerpt(note.strip()))
        self.at += 1
        try:
            kept = checked_note(_BLANK.sub(" ", note))
        except InvalidHoursError as error:
            raise MisreadError("bad_note", str(error)) from None
        if not kept:
            raise MisreadError("bad_note", "a note is missing between the brackets")
        return kept

    def _seek(self, closing: str, at: int) -> None:
        """Go to the mark that closes what is open, which must be in this line."""
        tokens, depth = self._tokens, 0
        while depth or tokens[at].kind != closing:
            kind, line_end, _ = tokens[at]
            if kind == "end" or (line_end and kind == "break"):
                self.at = at
                raise MisreadError("bad_note", f"a {closing} is missing")
            depth += (kind == "(") - (kind == ")") if closing == ")" else 0
            at += 1
        self.at = at

    def _give_up(self, first: int, found: MisreadError) -> None:
        """Leave a part unread: up to the line's end, or to a `;` that is not in brackets and not before what was understood."""
        tokens, at, depth = self._tokens, first, 0
        while True:
            kind, value, _ = tokens[at]
            if kind == "end" or (kind == "break" and (value or (depth <= 0 and at >= self.at))):
                break
            self.named |= 1 << value if kind == "day" else value if kind == "days" else 0
            depth += (kind == "(") - (kind == ")")
            at += 1
        self.at = at
        self.leave(first, at, found.code, found.why)

    def leave(self, first: int, last: int, code: str, why: str) -> None:
        """Report some pieces as unread."""
        told = f"{excerpt(self.lexed.between(first, last))} was not read: {why}"
        self.unread.append(Unread(code, *self.lexed.place(first, last), told))

    def _phrase(self) -> Phrase | None:
        """The longest phrase that stands here."""
        word, at = self.lexed.word, self.at
        for phrase in ENGLISH.phrases.get(word(at), ()):
            if all(word(at + place) == piece for place, piece in enumerate(phrase.rest, 1)):
                return phrase
        return None

    def _take(self, phrase: Phrase) -> None:
        self.at += 1 + len(phrase.rest)

    def _separator(self, *before: str) -> bool:
        """Pass a `,`, an `and` or both, where one of some kinds follows; of any kind where none is given."""
        tokens, at = self._tokens, self.at
        kind = tokens[at].kind
        if kind != "," and kind != "and":
            return False
        at += 2 if kind == "," and tokens[at + 1].kind == "and" else 1
        following = tokens[at].kind
        if following in before if before else following not in _ENDS:
            self.at = at
            return True
        return False

    def _skip(self, *kinds: str) -> None:
        while self._tokens[self.at].kind in kinds:
            self.at += 1

    def _unknown(self) -> MisreadError:
        """Why the piece here makes no sense."""
        if self._tokens[self.at].kind in _ENDS:
            return MisreadError("cut_short")
        return MisreadError("unknown_text", excerpt(self.lexed.pieces[self.at]))


def overlapping(first: Range, second: Range) -> str:
    """Two ranges of a day that overlap, told.

    >>> overlapping(Range(540, 720), Range(660, 780))
    '09:00-12:00 and 11:00-13:00 overlap'
    """
    return f"{write_range(*first[:2])} and {write_range(*second[:2])} overlap"
