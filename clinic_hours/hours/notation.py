"""The one-line notation of hours, on plain tuples: read and written.

It is a part of OpenStreetMap's `opening_hours`, so that every text written here is a valid tag that means the same there::

    week   = "24/7" / "off" / rule *( (";" / ",") rule )      ; `;` replaces its days, and cuts a tail that runs into them;
    rule   = days hours                                       ; `,` adds to them
    days   = span *( "," span )
    span   = day [ "-" day ]                                  ; Fr-Mo goes over the week's end
    day    = "Mo" / "Tu" / "We" / "Th" / "Fr" / "Sa" / "Su"
    hours  = "off" / "closed" / ranges [ state ] / state      ; a state without ranges is the whole day
    ranges = range *( "," range )
    range  = clock "-" clock                                  ; an end before its start is past midnight
    clock  = 2DIGIT ":" 2DIGIT                                ; 00:00 to 24:00
    state  = "open" [ note ] / "unknown" [ note ]
    note   = DQUOTE text DQUOTE                               ; "by appointment", "by appointment: …" are a state of their own

What is no such text is a `HoursSyntaxError`; what is one, but cannot be (an end at its start, 25:00), an `InvalidHoursError`.

A day by itself is `hours *( "," hours )`, each but the last with its state written out: after a bare range a comma only goes
on with the list of ranges.

A plain *range* is `(start, end, state, note)` with minutes as in `minutes.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Never

from clinic_hours.errors import HoursSyntaxError, InvalidHoursError, WrongTypeError, caret_lines
from clinic_hours.hours.minutes import DAY, clock
from clinic_hours.hours.weekday import State, Weekday

LONGEST = 100_000
"""Characters that a notation may have at the most; every minute of a week on its own takes less."""

APPOINTMENT = "by appointment"
DIFFER = "hours may differ"

DAYS = {day.code: day - 1 for day in Weekday}
CODES = tuple(DAYS)


class Range(NamedTuple):
    """A range of hours as a plain tuple."""

    start: int
    end: int
    state: State = State.OPEN
    note: str = ""


class Token(NamedTuple):
    """A piece of the text, with its place."""

    kind: str
    text: str
    start: int
    end: int


_TOKEN = re.compile(
    r'[ \t]*(?:(?P<clock>\d\d:\d\d)(?!\d|:)|(?P<always>24/7)|(?P<word>[A-Za-z]+)|(?P<mark>[-,;])|"(?P<note>[^"\n]*)")'
)
_SPACE = re.compile(r"\s*\Z")


def checked_note(note: str) -> str:
    """A note without white space around it, or `InvalidHoursError` where it cannot stand in the notation."""
    note = note.strip()
    if not note.isprintable() or '"' in note:
        raise InvalidHoursError(f'a note is one line of text without control characters and without ": {note[:60]!r}')
    if note.lower().startswith((APPOINTMENT, DIFFER)):
        raise InvalidHoursError(
            f"the note {note[:60]!r} begins with a state's own words; give the state, and the rest as the note"
        )
    return note


def write_state(state: State, note: str) -> str:
    """The state of a rule with a space before it; nothing for plain open hours."""
    if state is State.OPEN:
        return f' open "{note}"' if note else ""
    if state is State.UNKNOWN:
        return f' unknown "{note}"' if note else " unknown"
    return f' unknown "{APPOINTMENT}: {note}"' if note else f' unknown "{APPOINTMENT}"'


def write_range(start: int, end: int) -> str:
    """The two clocks of a range.

    >>> write_range(1320, 1560)
    '22:00-02:00'
    """
    return f"{clock(start)}-{clock(end)}"


def write_rules(ranges: Sequence[Range]) -> list[str]:
    """A day's hours as rules without their day, one for each run of ranges of one state and note."""
    rules: list[tuple[str, list[str]]] = []
    for start, end, state, note in ranges:
        words = write_state(state, note)
        if not rules or rules[-1][0] != words:
            rules.append((words, []))
        rules[-1][1].append(write_range(start, end))
    return [",".join(clocks) + words for words, clocks in rules]


def write_day(ranges: Sequence[Range]) -> str:
    """A day's hours in the notation; `off` for none.

    >>> write_day([Range(480, 720), Range(720, 780, State.UNKNOWN)])
    '08:00-12:00 open, 12:00-13:00 unknown'
    """
    *first, last = write_rules(ranges) or ["off"]
    return ", ".join([*(rule if rule.endswith(("unknown", '"')) else f"{rule} open" for rule in first), last])


def write_days(days: Sequence[int]) -> str:
    """Sorted days of the week, 0 to 6, runs of them as spans.

    >>> write_days([0, 1, 2, 4])
    'Mo-We,Fr'
    """
    spans: list[list[int]] = []
    for day in days:
        if spans and day == spans[-1][1] + 1:
            spans[-1][1] = day
        else:
            spans.append([day, day])
    return ",".join(CODES[a] if a == b else f"{CODES[a]}-{CODES[b]}" for a, b in spans)


def write_week(days: Sequence[Sequence[Range]]) -> str:
    """A week's hours in the notation; `off` for never, `24/7` for always.

    >>> write_week([[Range(1200, 1560)], [Range(600, 720)], [], [], [], [], []])
    'Mo 20:00-02:00, Tu 10:00-12:00'
    """
    if all(list(day) == [Range(0, DAY)] for day in days):
        return "24/7"
    groups: dict[tuple[Range, ...], list[int]] = {}
    for number, ranges in enumerate(days):
        if ranges:
            groups.setdefault(tuple(ranges), []).append(number)
    out, written = "", set[int]()
    for ranges, numbers in groups.items():
        prefix = write_days(numbers)
        met = any(days[day - 1] and days[day - 1][-1][1] > DAY for day in numbers if (day - 1) % 7 in written)
        rules = [f"{prefix} {rule}" for rule in write_rules(ranges)]
        out += (", " if met else "; ") * bool(out) + ", ".join(rules)
        written.update(numbers)
    return out or "off"


def read_day(text: str) -> tuple[Range, ...]:
    """The ranges of a day's hours, in the order of the text; `HoursSyntaxError` with the place where it says none.

    >>> read_day("22:00-02:00")
    (Range(start=1320, end=1560, state=<State.OPEN: 'open'>, note=''),)
    """
    return _Reader(text).day()


def read_week(text: str) -> list[tuple[Range, ...]]:
    """The ranges of each day of a week, Monday first; `HoursSyntaxError` with the place where the text says none.

    >>> [len(day) for day in read_week("Mo-Fr 08:00-17:00; We off")]
    [1, 1, 0, 1, 1, 0, 0]
    """
    return _Reader(text).week()


class _Reader:
    """A recursive descent, one method for each line of the grammar."""

    def __init__(self, text: str) -> None:
        if not isinstance(text, str):
            raise WrongTypeError(f"hours in the notation are a text, not {type(text).__name__}")
        if len(text) > LONGEST:
            raise HoursSyntaxError(f"{len(text):,} characters are too many for hours; at most {LONGEST:,}", text[:60])
        self.text = text
        self.tokens = self._tokens()
        self.at = 0

    def _tokens(self) -> list[Token]:
        tokens: list[Token] = []
        place = 0
        while found := _TOKEN.match(self.text, place):
            kind = found.lastgroup or ""
            value = found[kind]
            place = found.end()
            start = place - len(value) - 2 if kind == "note" else found.start(kind)
            tokens.append(Token(value if kind == "mark" else kind, value, start, place))
        end = len(self.text)
        tokens.append(Token("end", "", place if _SPACE.match(self.text, place) else end, end))
        self.bad = None if _SPACE.match(self.text, place) else place
        return tokens

    def day(self) -> tuple[Range, ...]:
        ranges = self._hours()
        while self._take(","):
            ranges += self._hours()
        self._finish()
        return tuple(ranges)

    def week(self) -> list[tuple[Range, ...]]:
        days: list[list[Range]] = [[] for _ in range(7)]
        replaces = True
        if self._peek().kind in ("always", "word") and self._peek().text not in DAYS:
            self._every_day(days)
        else:
            while True:
                self._rule(days, replaces)
                mark = self._take(";", ",")
                if mark is None:
                    break
                replaces = mark.kind == ";"
        self._finish()
        return [tuple(day) for day in days]

    def _every_day(self, days: list[list[Range]]) -> None:
        if self._take("always"):
            days[:] = [[Range(0, DAY)] for _ in days]
        elif self._peek().text in ("off", "closed"):
            self._take("word")
        else:
            self._fail(self._peek(), f"no day is written {self._peek().text!r}; days are {', '.join(CODES)}")

    def _rule(self, days: list[list[Range]], replaces: bool) -> None:
        named = self._days()
        ranges = self._hours()
        for day in named:
            if replaces or not ranges:
                days[day].clear()
                days[day - 1][:] = [r._replace(end=min(r.end, DAY)) for r in days[day - 1]]
        for day in named:
            days[day] += ranges

    def _days(self) -> list[int]:
        days: list[int] = []
        while True:
            first = last = self._day_name()
            if self._take("-"):
                last = self._day_name()
            days += [day % 7 for day in range(first, last + 1 + 7 * (last < first)) if day % 7 not in days]
            if not self._take(","):
                return days

    def _day_name(self) -> int:
        token = self._peek()
        if token.text not in DAYS:
            told = (
                f"no day is written {token.text!r}; days are {', '.join(CODES)}"
                if token.kind == "word"
                else "a day is missing here"
            )
            self._fail(token, told)
        self.at += 1
        return DAYS[token.text]

    def _hours(self) -> list[Range]:
        token = self._peek()
        if token.kind == "word" and token.text in ("off", "closed"):
            self.at += 1
            return []
        clocks: list[tuple[int, int]] = []
        while self._peek().kind == "clock":
            clocks.append(self._range())
            if not (self._peek().kind == "," and self.tokens[self.at + 1].kind == "clock"):
                break
            self.at += 1
        if not clocks and not (token.kind == "word" and token.text in ("open", "unknown")):
            self._fail(token, "hours are missing here; write them as 08:00-17:00, or off")
        state, note = self._state()
        return [Range(start, end, state, note) for start, end in clocks or [(0, DAY)]]

    def _range(self) -> tuple[int, int]:
        first = self._peek()
        start = self._clock()
        if not self._take("-"):
            self._fail(self._peek(), "a range goes from one clock to another: 08:00-17:00")
        last = self._peek()
        end = self._clock() or (DAY if start else 0)
        if start in (end, DAY):
            told = f"'{self.text[first.start : last.end]}' is not a range; write 00:00-24:00 for the whole day, off for none"
            raise self._invalid(told, first.start, last.end)
        return start, end if end > start else end + DAY

    def _clock(self) -> int:
        token = self._peek()
        if token.kind != "clock":
            self._fail(token, "a clock is missing here; write it with two digits each, as 08:00")
        hour, minute = int(token.text[:2]), int(token.text[3:])
        if hour > 24 or minute > 59 or hour * 60 + minute > DAY:
            told = f"no clock shows {token.text}; 00:00 to 24:00 do, and an end before its start is past midnight"
            raise self._invalid(told, token.start, token.end)
        self.at += 1
        return hour * 60 + minute

    def _state(self) -> tuple[State, str]:
        word = self._peek()
        if word.kind != "word":
            return State.OPEN, ""
        if word.text not in ("open", "unknown"):
            self._fail(word, f"no state is written {word.text!r}; open, unknown and off are")
        self.at += 1
        token = self._take("note")
        note = token.text.strip() if token else ""
        try:
            if word.text == "open":
                return State.OPEN, checked_note(note)
            if note == APPOINTMENT or note.startswith(f"{APPOINTMENT}:"):
                return State.BY_APPOINTMENT, checked_note(note[len(APPOINTMENT) + 1 :])
            return State.UNKNOWN, checked_note(note)
        except InvalidHoursError as error:
            place = token or word
            raise self._invalid(str(error), place.start, place.end) from None

    def _peek(self) -> Token:
        return self.tokens[self.at]

    def _take(self, *kinds: str) -> Token | None:
        token = self.tokens[self.at]
        if token.kind in kinds:
            self.at += 1
            return token
        return None

    def _finish(self) -> None:
        if self._peek().kind != "end" or self.bad is not None:
            self._fail(self._peek(), "this is not understood here")

    def _invalid(self, told: str, start: int, end: int) -> InvalidHoursError:
        return InvalidHoursError(f"{told}\n{caret_lines(self.text, start, end)}")

    def _fail(self, token: Token, told: str) -> Never:
        if token.kind == "end" and self.bad is not None:
            piece = self.text[self.bad :].split(None, 1)[0]
            start = self.text.index(piece, self.bad)
            raise HoursSyntaxError(
                f"{piece[:20]!r} is not a part of the notation, such as Mo-Fr 08:00-17:00",
                self.text,
                start,
                start + len(piece),
            )
        raise HoursSyntaxError(told, self.text, token.start, token.end)
