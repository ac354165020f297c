"""The tokens of a tag under a cursor, as each part of the grammar reads them."""

from __future__ import annotations

from typing import Never

from clinic_hours.codecs.decoded import Note
from clinic_hours.codecs.osm.lexer import Token, column
from clinic_hours.errors import HoursSyntaxError


class Reader:
    """A cursor over tokens; the last token is an `end`."""

    def __init__(self, text: str, found: list[Token], notes: list[Note]) -> None:
        self.text, self.tokens, self.notes = text, found, notes
        self.at: int = 0

    @property
    def peek(self) -> Token:
        """The token under the cursor."""
        return self.tokens[self.at]

    @property
    def kind(self) -> str:
        """The kind of the token under the cursor."""
        return self.tokens[self.at].kind

    def kinds(self, *kinds: str, ahead: int = 0) -> bool:
        """Whether the tokens from the cursor on are of some kinds."""
        first = self.at + ahead
        return [token.kind for token in self.tokens[first : first + len(kinds)]] == list(kinds)

    def take(self) -> Token:
        """The token under the cursor, and the cursor behind it."""
        token = self.tokens[self.at]
        self.at += 1
        return token

    def expect(self, kind: str, told: str) -> Token:
        """The token under the cursor, which must be of a kind."""
        if self.kind != kind:
            self.fail(told)
        return self.take()

    def note(self, code: str, token: Token, sentence: str) -> None:
        """Tell what was put right at a token."""
        self.notes.append(Note(code, column(token.start), sentence))

    def fail(self, told: str, token: Token | None = None) -> Never:
        """Raise `HoursSyntaxError` at a token, or at the one under the cursor."""
        token = token or self.peek
        raise HoursSyntaxError(told, self.text, token.start, max(token.end, token.start + 1))

    def days_offset(self, most: int) -> int:
        """The days of `+1 day` or `-2 days`; 0 where there is no such thing."""
        if not (self.kind in ("+", "-") and self.kinds("number", "days", ahead=1)):
            return 0
        sign = -1 if self.take().kind == "-" else 1
        token = self.take()
        if token.number > most:
            self.fail(f"{most} days at the most may be counted from here", token)
        self.take()
        return sign * token.number
