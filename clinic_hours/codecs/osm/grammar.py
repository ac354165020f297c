"""The grammar of a tag, read by recursive descent.

::

    tag        = rule *( (";" / "," / "||") rule )          ; `;` replaces its days, `,` adds, `||` where all before is closed
    rule       = [ selectors ] [ state ]
    selectors  = "24/7" / *( group [":"] ) [ times ]        ; all groups must match; see `dates.py` for a group
    times      = span *( "," span )                         ; see `times.py` for a span
    state      = [ "open" / "off" / "closed" / "unknown" ] [ comment ]

The parts of a rule are taken in any order, as mappers write them. A comma goes on with a list where the next thing fits it, and
begins an additional rule where it does not; after a state it always does.
"""

from __future__ import annotations

from clinic_hours.codecs.decoded import Note
from clinic_hours.codecs.osm.dates import DateReader
from clinic_hours.codecs.osm.lexer import Token, tokens
from clinic_hours.codecs.osm.reader import Reader
from clinic_hours.codecs.osm.syntax import Clock, Rule, RuleState, Selector, Separator, Tag, TimeSpan
from clinic_hours.codecs.osm.times import TimeReader
from clinic_hours.errors import HoursSyntaxError

MOST_RULES = 300
"""Rules that a tag may have at the most."""

WHOLE_DAY = TimeSpan(Clock(0), Clock(1440))
STATES: dict[str, RuleState] = {"open": "open", "unknown": "unknown", "off": "off", "closed": "off"}


def read(text: str, country: str | None = None) -> tuple[Tag, list[Note]]:
    """The rules of a tag, and what was put right; `HoursSyntaxError` with the place where the text is no tag.

    >>> len(read("Mo-Fr 08:00-12:00; PH off")[0].rules)
    2
    """
    found, notes = tokens(text, country)
    grammar = _Grammar(text, found, notes)
    return Tag(text, tuple(grammar.rules())), sorted(notes, key=lambda note: int(note.place.split()[-1]))


class _Parts:
    """What was read of a rule so far: groups of selectors by kind, times, and the state."""

    def __init__(self) -> None:
        self.groups: dict[str, tuple[Selector, ...]] = {}
        self.times: tuple[TimeSpan, ...] = ()
        self.state: RuleState | None = None
        self.comment: str | None = None


class _Grammar(Reader):
    def __init__(self, text: str, found: list[Token], notes: list[Note]) -> None:
        super().__init__(text, found, notes)
        self.dates = DateReader(self)
        self.times = TimeReader(self)

    def rules(self) -> list[Rule]:
        rules: list[Rule] = []
        separator: Separator = ";"
        while self.kind != "end":
            if self.kind in (";", "||") and (separator != "," or self.kind == ";"):
                if self.kind == "||" and not rules:
                    self.fail("nothing stands before ||")
                self.note("empty-rule", self.peek, "a rule without anything in it is left out")
                separator = self._separator(separator)
                continue
            rules.append(self._rule(separator))
            if len(rules) > MOST_RULES:
                self.fail(f"a tag may have {MOST_RULES} rules at the most")
            separator = self._separator(separator)
        if not rules:
            raise HoursSyntaxError("the text says no hours; write such as Mo-Fr 08:00-17:00", self.text)
        return rules

    def _separator(self, before: Separator) -> Separator:
        """What stands between a rule and the next; a comma behind a fallback adds to the fallback."""
        if self.kind == "end":
            return before
        token = self.take()
        if token.kind == ",":
            if self.kind == "end":
                self.note("empty-rule", token, "the comma at the end is left out")
            return ","
        return "||" if token.kind == "||" else ";"

    def _rule(self, separator: Separator) -> Rule:
        parts, start = _Parts(), self.peek.start
        first = self.at
        while self.kind not in ("end", ";", "||"):
            if self.kind == "," and self.at > first:
                break
            self._part(parts, first)
        end = self.tokens[self.at - 1].end
        state = parts.state or ("unknown" if parts.comment is not None else "open")
        return Rule(separator, tuple(parts.groups.values()), parts.times, state, parts.comment or "", start, end)

    def _part(self, parts: _Parts, first: int) -> None:
        kind = self.kind
        if kind in ("state", "comment"):
            self._state(parts)
        elif kind == "always":
            self.take()
            parts.times += (WHOLE_DAY,)
        elif kind == ":" and self._separates(first):
            self.take()
        elif self.times.starts():
            self._times(parts)
        elif (found := self.dates.group()) is not None:
            name, group = found
            parts.groups[name] = parts.groups.get(name, ()) + group
        else:
            self.fail("this is not understood here")

    def _separates(self, first: int) -> bool:
        """Whether a colon stands behind days or dates, where it may be."""
        before, after = self.tokens[self.at - 1].kind, self.tokens[self.at + 1].kind
        return self.at > first and before != ":" and after not in ("end", ":", ";", "||", ",")

    def _times(self, parts: _Parts) -> None:
        if parts.times:
            self.note("missing-comma", self.peek, "a comma is missing before these hours")
        parts.times += tuple(self.times.spans())
        if self.kind == ":":
            self.fail("a colon has no meaning behind hours")

    def _state(self, parts: _Parts) -> None:
        token = self.take()
        given = parts.comment if token.kind == "comment" else parts.state
        if given is not None:
            self.at -= 1
            self.fail("a rule has one state and one comment")
        if token.kind == "comment":
            parts.comment = " ".join(token.text.split())
        else:
            parts.state = STATES[token.text]
