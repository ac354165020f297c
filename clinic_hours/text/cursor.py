"""A place among the tokens of a text, and what is said there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clinic_hours.text.doubts import ASSUMED, WHY, Assumption, excerpt
from clinic_hours.text.languages import Tongue
from clinic_hours.text.lexer import Lexed
from clinic_hours.text.tokens import tokens
from clinic_hours.text.vocabulary import Tok


class MisreadError(Exception):
    """The text cannot be understood at this piece."""

    def __init__(self, code: str, *offenders: str) -> None:
        super().__init__(code, *offenders)
        self.code, self.why = code, WHY[code].format(*offenders)


class Cursor:
    """The tokens of a text and the place that is read next.

    `assumed` is what was assumed on the way, `named` the set of days that were named. `part` is the part of
    the day that the days said which were read last.

    `clock24` tells that the text shows a clock of 24 hours: it says no am or pm, and its language or a clock of it says so.
    """

    __slots__ = ("_closing", "assumed", "at", "clock24", "lexed", "named", "part", "tokens", "tongue")

    def __init__(self, lexed: Lexed, tongue: Tongue) -> None:
        self.lexed, self.tongue = lexed, tongue
        self.tokens: list[Tok] = tokens(lexed, tongue)
        self.at = 0
        self.named = 0
        self.part = -1
        self.assumed: list[Assumption] = []
        self._closing: dict[int, int] | None = None
        forms = set(_forms(self.tokens))
        self.clock24 = "said" not in forms and (tongue.words.language != "en" or "24" in forms or "exact" in forms)

    @property
    def token(self) -> Tok:
        """The token that is read next."""
        return self.tokens[self.at]

    @property
    def kind(self) -> str:
        """The kind of the token that is read next."""
        return self.tokens[self.at].kind

    def stands_at(self, *kinds: str) -> bool:
        """Whether the token that is read next is of one of some kinds."""
        return self.kind in kinds

    def ahead(self, count: int = 1) -> Tok:
        """A token further on; the last one is `end`."""
        return self.tokens[min(self.at + count, len(self.tokens) - 1)]

    def skip(self, *kinds: str) -> bool:
        """Pass tokens of some kinds; whether there were any."""
        start = self.at
        while self.kind in kinds:
            self.at += 1
        return self.at > start

    def text(self, first: int, last: int) -> str:
        """The text of some tokens, from the first to the one before the last."""
        return self.lexed.between(self.tokens[first].first, self.tokens[last - 1].last)

    def closing_bracket(self, opening: int) -> int:
        """The piece that closes the bracket of another piece, in its line; 0 where none does."""
        return self._closings().get(opening, 0)

    def closing_quote(self, opening: int) -> int:
        """The next piece after a quotation mark that is one too, in its line; 0 where there is none."""
        return self._closings().get(opening, 0)

    def _closings(self) -> dict[int, int]:
        """What closes each bracket and each quotation mark, found in one pass over the text."""
        if self._closing is None:
            self._closing = {}
            open_brackets: list[int] = []
            quote = 0
            for at, token in enumerate(self.lexed.tokens):
                if token[:2] == ("break", 1):
                    open_brackets, quote = [], 0
                elif token.kind == "(":
                    open_brackets.append(at)
                elif token.kind == ")" and open_brackets:
                    self._closing[open_brackets.pop()] = at
                elif token.kind == '"':
                    if quote:
                        self._closing[quote] = at
                    quote = at
        return self._closing

    def assume(self, code: str, first: int, last: int, told: str = "") -> None:
        """Note an assumption about some tokens."""
        start, end = self.lexed.place(self.tokens[first].first, self.tokens[last - 1].last)
        sentence = ASSUMED[code].format(excerpt(self.lexed.text[start:end]), told)
        self.assumed.append(Assumption(code, start, end, sentence))


def _forms(read: Iterable[Tok]) -> Iterator[str]:
    """How the clocks of a text are written, but for those in brackets, where a note may stand."""
    inside = False
    for token in read:
        inside = token.kind == "(" or (inside and token.kind not in (")", "break"))
        if token.kind == "clock" and not inside:
            yield token.form
