"""A page of hours as HTML: tables with headings, times that machines read, everything of anybody's escaped.

The piece stands in any page, at any level of heading. Its language and direction are its own; names, notes and reasons may be
in another language, and stand in `bdi`, where they pull nothing along. What is true today and now is said in words as well.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import escape
from typing import Final

from clinic_hours.hours.minutes import DAY, clock
from clinic_hours.text.notes import in_brackets
from clinic_hours.text.page import Page, Row, ahead_rows, change_words, checked_heading, status_words, week_rows
from clinic_hours.text.styles import Style
from clinic_hours.text.writing import Writer, capitalized

_TAGS: Final = re.compile(r"\A((?:<[^<>]*>)*)")
CSS: Final = """\
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 40rem; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
caption { font-weight: bold; text-align: start; }
th, td { border-bottom: 1px solid; padding: 0.25rem 1rem 0.25rem 0; text-align: start; vertical-align: top; }
tbody th { font-weight: normal; }
time { white-space: nowrap; }
.today th, .today td { font-weight: bold; }
.today th { border-inline-start: 0.25rem solid; padding-inline-start: 0.5rem; }
.now { background: #fff3bf; color: #000; }
dt { font-weight: bold; }
@media print {
  body { margin: 0; max-width: none; padding: 0; }
  table, dl > div { break-inside: avoid; }
  .now { background: none; text-decoration: underline; }
}
"""
"""The looks of a whole page, on the screen and on paper."""


def to_html(page: Page, *, heading: int | None = None, whole: bool = False) -> str:
    """The page as a `section` with headings from level 2 on, or as a whole document with its own looks, from level 1 on."""
    heading = checked_heading((1 if whole else 2) if heading is None else heading)
    told = HtmlWriter(page.style.mapped(escape))
    style, name = told.style, escape(page.name)
    tag, direction = escape(page.style.locale.replace("_", "-")), "rtl" if style.right_to_left else "ltr"
    lines = [
        f'<section class="clinic-hours" lang="{tag}" dir="{direction}" aria-label="{name}">',
        f"<h{heading}>{told.aside(page.name)}</h{heading}>",
        f'<p class="status"><strong>{status_words(page, told)}</strong></p>',
        *_table(told, "week", style.said("opening_hours"), week_rows(page, told)),
        *(_table(told, "ahead", style.said("days_ahead"), ahead_rows(page, told)) if page.ahead else ()),
        *(_changes(page, told, heading + 1) if page.changes else ()),
        "</section>",
    ]
    section = "\n".join(lines) + "\n"
    return _document(section, tag, direction, name) if whole else section


class HtmlWriter(Writer):
    """Whoever writes HTML, for one date or for any; its style is escaped already."""

    __slots__ = ("_date",)

    def __init__(self, style: Style, day: date | None = None) -> None:
        super().__init__(style)
        self._date = day

    def on(self, day: date) -> Writer:
        """Whoever writes the hours of one date, with that in its times."""
        return HtmlWriter(self.style, day)

    def clock(self, minute: int) -> str:
        """A clock as a `time`; where the date is known, on that date or the next."""
        when = clock(minute % DAY)
        if self._date is not None:
            days = minute // DAY
            # The last day of the calendar has no next one: its end is told without a date.
            known = self._date.toordinal() + days <= date.max.toordinal()
            when = f"{self._date + timedelta(days)}T{when}" if known else when
        return f'<time datetime="{when}">{super().clock(minute)}</time>'

    def capital(self, words: str) -> str:
        """Words at the beginning of something, with a capital letter behind the marks that begin them."""
        before, tags, behind = _TAGS.split(words, maxsplit=1)
        return before + tags + capitalized(behind)

    def dated(self, day: date, words: str) -> str:
        """A date as a `time`."""
        return f'<time datetime="{day}">{words}</time>'

    def marked(self, words: str) -> str:
        """The range that runs now, marked."""
        return f'<mark class="now">{super().marked(words)}</mark>'

    def noted(self, note: str) -> str:
        """A note, escaped, in a direction of its own."""
        return f"<bdi>{escape(in_brackets(note))}</bdi>"

    def aside(self, text: str) -> str:
        """A reason or a name, escaped, in a direction of its own."""
        return f"<bdi>{escape(text)}</bdi>"


def _table(told: Writer, kind: str, caption: str, rows: list[Row]) -> list[str]:
    style = told.style
    head = "".join(f'<th scope="col">{words}</th>' for words in (style.said("day"), style.said("hours")))
    lines = [f'<table class="{kind}">', f"<caption>{caption}</caption>", f"<thead><tr>{head}</tr></thead>", "<tbody>"]
    for row in rows:
        today = ' class="today" aria-current="date"' if row.is_today else ""
        lines.append(f'<tr{today}><th scope="row">{row.day}</th><td>{told.capital(row.hours)}</td></tr>')
    return [*lines, "</tbody>", "</table>"]


def _changes(page: Page, told: HtmlWriter, heading: int) -> list[str]:
    lines = [f"<h{heading}>{told.style.said('changes')}</h{heading}>", "<dl>"]
    for change in page.changes:
        dates, words = change_words(page, told, change)
        lines.append(f"<div><dt>{dates}</dt><dd>{told.capital(words)}</dd></div>")
    return [*lines, "</dl>"]


def _document(section: str, tag: str, direction: str, name: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{tag}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{name}</title>\n'
        f"<style>\n{CSS}</style>\n</head>\n<body>\n<main>\n{section}</main>\n</body>\n</html>\n"
    )
