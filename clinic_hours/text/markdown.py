"""A page of hours as Markdown, with the tables that GitHub and most others know."""

from __future__ import annotations

import re
from typing import Final

from clinic_hours.text.notes import in_brackets
from clinic_hours.text.page import Page, Row, ahead_rows, change_line, checked_heading, status_words, week_rows
from clinic_hours.text.writing import Writer

_MARKS: Final = re.compile(r"[\\`*_\[\]<>|~&#$]")
_NUMBERED: Final = re.compile(r"([0-9]+)([.)])")


def to_markdown(page: Page, *, heading: int = 2) -> str:
    """The page as Markdown: headings from a level on, tables of the week and of the days ahead, a list of the changes."""
    told = MarkdownWriter(page.style.mapped(escaped))
    style, sub = told.style, "#" * (checked_heading(heading) + 1)
    out = [f"{'#' * heading} {told.aside(page.name)}", f"**{status_words(page, told)}**"]
    out += [f"{sub} {style.said('opening_hours')}", _table(told, week_rows(page, told))]
    if page.ahead:
        out += [f"{sub} {style.said('days_ahead')}", _table(told, ahead_rows(page, told))]
    if page.changes:
        lines = [_item(change_line(page, told, change)) for change in page.changes]
        out += [f"{sub} {style.said('changes')}", "\n".join(lines)]
    return "\n\n".join(out) + "\n"


class MarkdownWriter(Writer):
    """Whoever writes Markdown; its style is escaped already."""

    __slots__ = ()

    def noted(self, note: str) -> str:
        """A note without a meaning in Markdown."""
        return escaped(in_brackets(note))

    def aside(self, text: str) -> str:
        """A reason or a name without a meaning in Markdown."""
        return escaped(super().aside(text))


def escaped(text: str) -> str:
    r"""A text whose marks stand for themselves.

    >>> print(escaped("2 * 3 [see <b>]"))
    2 \* 3 \[see \<b\>\]
    """
    return _MARKS.sub(r"\\\g<0>", text)


def _item(text: str) -> str:
    """An item of a list; a date that begins with a number and a dot is no list in it."""
    return "- " + (_NUMBERED.sub(r"\1\\\2", text, count=1) if _NUMBERED.match(text) else text)


def _table(told: Writer, rows: list[Row]) -> str:
    style = told.style
    lines = [f"| {style.said('day')} | {style.said('hours')} |", "| --- | --- |"]
    for row in rows:
        day, hours = (f"**{words}**" if row.is_today else words for words in (row.day, told.capital(row.hours)))
        lines.append(f"| {day} | {hours} |")
    return "\n".join(lines)
