"""One schedule of HSDS: a recurrence in the words of RFC 5545, its times, and the dates for which it holds.

A row says `freq`, `interval`, `byday`, `bymonthday`, `dtstart`, `until`, `count`, `wkst`, and `opens_at` and `closes_at`.
`until` is the end of the service, `valid_to` the end of what the data knows. Rows of HSDS 1, by weekday and for holidays, are
read as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from clinic_hours.codecs.assembling import note_of, read_range
from clinic_hours.codecs.clocks import read_clock, read_date
from clinic_hours.codecs.documents import Node, Notes
from clinic_hours.errors import InvalidDatesError
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.notation import Range
from clinic_hours.hours.weekday import State, Weekday

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
LAST_MINUTE = (0, DAY - 1)
ONE_DAY = timedelta(days=1)

_DAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")


class Row(NamedTuple):
    """What a row says.

    Either `days` of every week, or the `rule` of a recurrence, or, for a holiday, neither. From `first` to `last`; `begins` and
    `ends` say whether the service itself does so then, and not only the data about it.
    """

    node: Node
    days: tuple[int, ...]
    rule: str
    start: date | None
    ranges: tuple[Range, ...]
    first: date | None
    last: date | None
    begins: bool
    ends: bool


def read_row(node: Node, notes: Notes) -> Row | None:
    """What a row says; `None`, and a note, where it names no days that can be told."""
    if not node.is_object:
        notes.tell("unreadable-hours", node.pointer, f"{node.shown} is no schedule, and is left out")
        return None
    if node["weekday"]:
        return _of_weekday(node, notes)
    if node["start_date"] or node["closed"]:
        return _of_holiday(node, notes)
    dates = {name: read_date(node[name], notes) for name in ("dtstart", "until", "valid_from", "valid_to")}
    known = True
    for name, day in dates.items():
        if node[name] and day is None:
            notes.tell(
                "unreadable-date", node[name].pointer, f"{node[name].shown} is no date, so its hours are unknown"
            )
            known = False
    row = Row(
        node,
        (),
        "",
        dates["dtstart"],
        _ranges(node, known, notes),
        None,
        None,
        bool(dates["dtstart"]),
        bool(dates["until"]),
    )
    first, last = _latest(dates["dtstart"], dates["valid_from"]), _earliest(dates["until"], dates["valid_to"])
    if first and last and last < first:
        notes.tell("never", node.pointer, f"it ends on {last}, before it begins on {first}, and is left out")
        return None
    return _recurring(row._replace(first=first, last=last), dates["valid_from"], notes)


def _latest(*days: date | None) -> date | None:
    return max((day for day in days if day), default=None)


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day), default=None)


# Times


def _ranges(node: Node, known: bool, notes: Notes) -> tuple[Range, ...]:
    note = note_of(node["notes"], notes)
    said = node["description"]
    opens, closes = node["opens_at"], node["closes_at"]
    start, end = read_clock(opens, notes), read_clock(closes, notes)
    if start is not None and end is not None:
        piece = read_range(start, end, note)
        if piece and piece[:2] == LAST_MINUTE:
            notes.tell("whole-day", node.pointer, "00:00-23:59 is read as the whole day")
            piece = piece._replace(end=DAY)
        if piece and known:
            if said.text:
                notes.tell("words-left-out", said.pointer, f"{said.text[:200]!r} is not read for hours")
            return (piece,)
    if opens or closes:
        notes.tell(
            "unreadable-hours", node.pointer, f"{opens.shown} to {closes.shown} are no hours, so they are unknown"
        )
    else:
        notes.tell("no-times", node.pointer, "it has no times, so its hours are unknown")
    return (Range(0, DAY, State.UNKNOWN, note or note_of(said, notes)),)


# Days


def _recurring(row: Row, valid_from: date | None, notes: Notes) -> Row | None:
    node = row.node
    frequency = node["freq"].text.upper()
    days = _by_day(node, notes)
    if frequency not in FREQUENCIES:
        if not days:
            return _single(row, notes)
        notes.tell("freq-assumed", node["freq"].pointer, "it has no freq, and is read as WEEKLY")
        frequency = "MONTHLY" if any(number for number, _ in days) else "WEEKLY"
    if frequency in ("DAILY", "WEEKLY") and any(number for number, _ in days):
        notes.tell(
            "byday-number",
            node["byday"].pointer,
            f"the numbers in {node['byday'].shown} go with MONTHLY, and are left out",
        )
        days = [("", day) for _, day in days]
    if frequency == "WEEKLY" and not days:
        if row.start is None:
            notes.tell("no-days", node.pointer, "it does not say on which days, and is left out")
            return None
        days = [("", CODES[row.start.weekday()])]
    interval, count = _number(node["interval"]) or 1, _number(node["count"])
    _tell_ignored(node, frequency, notes)
    if count and (row.start is None or node["until"]):
        why = "until says where it ends" if node["until"] else "it counts from a dtstart, and there is none"
        notes.tell("count-ignored", node["count"].pointer, f"the count is ignored: {why}")
        count = None
    if frequency in ("DAILY", "WEEKLY") and interval == 1 and not count:
        numbers = tuple(CODES.index(day) for _, day in days) or tuple(range(7))
        return _week(row._replace(days=numbers), valid_from)
    ruled = _ruled(row, frequency, interval, count, days, notes)
    return ruled and _begun(ruled, valid_from)


def _week(row: Row, valid_from: date | None) -> Row:
    """A row of every week; a dtstart that is only the first day to match after `valid_from` begins where that does."""
    first = row.first
    if valid_from and row.start and valid_from < row.start:
        skipped = (valid_from + timedelta(days=number) for number in range(min((row.start - valid_from).days, 7)))
        if not any(day.weekday() in row.days for day in skipped):
            first = valid_from
    return row._replace(first=first)


def _begun(row: Row, valid_from: date | None) -> Row:
    """A row with a rule; a dtstart that is only its first date after `valid_from` begins where that does."""
    if valid_from and row.first and row.start is None and valid_from < row.first:
        if not Dates.recurring(row.rule).in_range(valid_from, row.first - ONE_DAY):
            return row._replace(first=valid_from)
    return row


def _ruled(
    row: Row, frequency: str, interval: int, count: int | None, days: Sequence[tuple[str, str]], notes: Notes
) -> Row | None:
    node = row.node
    parts = [f"FREQ={frequency}"]
    if interval > 1:
        parts.append(f"INTERVAL={interval}")
    if days:
        parts.append("BYDAY=" + ",".join(f"{number}{day}" for number, day in days))
    if frequency == "MONTHLY" and node["bymonthday"]:
        parts.append("BYMONTHDAY=" + ",".join(_listed(node["bymonthday"])))
    if count:
        parts.append(f"COUNT={count}")
    if node["wkst"].text.upper() in CODES:
        parts.append(f"WKST={node['wkst'].text.upper()}")
    needs_start = interval > 1 or count or len(parts) == 1
    rule = ";".join(parts)
    try:
        dates = Dates.recurring(rule, row.start if needs_start else None)
    except InvalidDatesError as error:
        notes.tell("unreadable-rule", node.pointer, f"{error}; it is left out")
        return None
    start = row.start if needs_start else None
    if start and row.first and row.first > start and not count:
        # The rule goes on in step from its first date that the data knows of.
        near = row.first + min(timedelta(days=4 * 366), date.max - row.first)
        start = next(iter(dates.in_range(row.first, near)), start)
    return row._replace(rule=str(dates).rpartition("RRULE:")[2], start=start)


def _single(row: Row, notes: Notes) -> Row | None:
    """A row without a recurrence: an event on one date."""
    if row.start is None:
        notes.tell("no-days", row.node.pointer, "it does not say on which days, and is left out")
        return None
    return row._replace(days=(row.start.weekday(),), first=row.start, last=row.start, begins=True, ends=True)


def _by_day(node: Node, notes: Notes) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    for text in _listed(node["byday"]):
        found = _DAY.fullmatch(text.upper())
        if found:
            out.append((found[1] or "", found[2]))
        else:
            notes.tell("unreadable-day", node["byday"].pointer, f"{text[:20]!r} is no day, and is left out")
    return out


def _listed(node: Node) -> list[str]:
    """The parts of a text with commas, or of a list."""
    texts = (str(item.value) for item in node.items if isinstance(item.value, str) or item.number is not None)
    return [part.strip() for text in texts for part in text.split(",") if part.strip()]


def _number(node: Node) -> int | None:
    if node.number is not None:
        return node.number
    return int(node.text) if node.text.isascii() and node.text.isdigit() and len(node.text) < 9 else None


def _tell_ignored(node: Node, frequency: str, notes: Notes) -> None:
    """Note what RFC 5545 does not have with a frequency, and a zone, which is the place's own."""
    others = ["byweekno", "byyearday"] + ["bymonthday"] * (frequency != "MONTHLY")
    for name in others:
        if node[name]:
            notes.tell("not-in-rfc-5545", node[name].pointer, f"{name} does not go with {frequency}, and is left out")
    if node["timezone"]:
        told = "an offset from UTC is no time zone, and is left out: hours are on the place's own wall clock"
        notes.tell("zone-ignored", node["timezone"].pointer, told)


# HSDS 1


def _of_weekday(node: Node, notes: Notes) -> Row | None:
    number = _number(node["weekday"])
    day = (number - 1) % 7 if number is not None and 0 <= number <= 7 else _named(node["weekday"].text)
    if day is None:
        notes.tell("unreadable-day", node["weekday"].pointer, f"{node['weekday'].shown} is no weekday, and is left out")
        return None
    return Row(node, (day,), "", None, _ranges(node, True, notes), None, None, False, False)


def _named(text: str) -> int | None:
    names = (day.name for day in Weekday)
    return next((number for number, name in enumerate(names) if len(text) > 1 and name.startswith(text.upper())), None)


def _of_holiday(node: Node, notes: Notes) -> Row | None:
    first = read_date(node["start_date"], notes)
    last = read_date(node["end_date"], notes) or first
    if first is None or last is None or last < first:
        notes.tell("unreadable-date", node.pointer, "it has no dates from one to another, and is left out")
        return None
    closed = node["closed"].value is True or node["closed"].text.lower() in ("true", "t", "yes", "1")
    return Row(node, (), "", None, () if closed else _ranges(node, True, notes), first, last, True, True)


def parts_of(rule: str) -> dict[str, str]:
    """The parts of a recurrence by their keys.

    >>> parts_of("FREQ=MONTHLY;BYDAY=2SA")
    {'FREQ': 'MONTHLY', 'BYDAY': '2SA'}
    """
    pairs = (part.partition("=") for part in rule.split(";"))
    return {key: value for key, _, value in pairs}
