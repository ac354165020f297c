"""A page of hours as plain text."""

from __future__ import annotations

from clinic_hours.text.page import Page, ahead_rows, change_line, status_words
from clinic_hours.text.writing import Writer

INDENT = "  "


def to_text(page: Page) -> str:
    """The page as lines of text: the name, the status, and below their headings the week, the days ahead and the changes."""
    told, style = Writer(page.style), page.style
    blocks = [
        [told.aside(page.name), status_words(page, told)],
        [style.said("opening_hours"), *_lines(told.week(page.week))],
    ]
    if page.ahead:
        blocks.append([style.said("days_ahead"), *_ahead(page, told)])
    if page.changes:
        lines = [INDENT + change_line(page, told, change) for change in page.changes]
        blocks.append([style.said("changes"), *lines])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _lines(text: str) -> list[str]:
    return [INDENT + line for line in text.split("\n")]


def _ahead(page: Page, told: Writer) -> list[str]:
    return [INDENT + told.style.change.format(date=row.day, hours=row.hours) for row in ahead_rows(page, told)]
