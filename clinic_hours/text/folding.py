"""Items that mean one thing together: a closure at midday, hours with their state, days with their dates.

::

    pause = "closed" [ "for lunch" ] [ days ] hours [ "for lunch" ] / "lunch" [ days ] hours / hours "lunch" / hours "closed"
    hours = hours state / hours brackets
    days  = dates days / days dates
"""

from __future__ import annotations

from typing import NamedTuple, cast

from clinic_hours.hours.minutes import DAY
from clinic_hours.hours.notation import Range
from clinic_hours.hours.weekday import State
from clinic_hours.text.days import Days
from clinic_hours.text.hours import Hours
from clinic_hours.text.items import NEXT, Item, bracket_in, days_in, hours_in
from clinic_hours.text.notes import Bracket

LONGEST_LUNCH = 3 * 60
"""Minutes of the longest closure that may be lunch."""


class Pause(NamedTuple):
    """A closure within a day: its ranges, and its days where it names them."""

    ranges: tuple[Range, ...]
    days: Days | None
    lunch: bool


def pause_in(item: Item) -> Pause:
    """The closure of an item of the kind `P!`."""
    return cast(Pause, item.value)


def folded(segment: list[Item]) -> list[Item]:
    """The items of a part of the text between two strong separators, those that mean one thing together as one."""
    out: list[Item] = []
    for at, item in enumerate(segment):
        if item.kind not in ("(", ")", "O"):
            bracket = segment[at - 1].kind if at else ""
            out.append(item._replace(note=bracket) if bracket in ("(", ")") and not item.note else item)
    segment = out
    return _pauses(_seasons(_states(segment)))


def is_ranges(item: Item) -> bool:
    """Whether an item is hours that are said by clocks."""
    return item.kind == "H" and not hours_in(item).whole


def is_state(item: Item) -> bool:
    """Whether an item is a state without clocks: `by appointment`."""
    return item.kind == "H" and hours_in(item).whole and hours_in(item).ranges[0].state is not State.OPEN


def _states(given: list[Item]) -> list[Item]:
    """Hours with the state or the note in brackets after them, and hours that go on after it; other states as hours."""
    out: list[Item] = []
    for item in given:
        before = out[-1] if out else None
        if item.kind == "B" and before and before.kind == "H":
            out[-1] = before._replace(value=_noted(hours_in(before), bracket_in(item)), last=item.last)
        elif item.kind == "B" and bracket_in(item).state is not State.OPEN:
            out.append(item._replace(kind="H", value=Hours((Range(0, DAY, *bracket_in(item)),), True)))
        elif is_ranges(item) and before and is_ranges(before) and item.note not in ("(", ")"):
            hours = Hours((*hours_in(before).ranges, *hours_in(item).ranges))
            out[-1] = before._replace(value=hours, last=item.last)
        else:
            out.append(item)
    return out


def _noted(hours: Hours, found: Bracket) -> Hours:
    """Hours with the note in brackets at the last of them, and the state if the brackets name one."""
    *ranges, last = hours.ranges
    state = last.state if found.state is State.OPEN else found.state
    return hours._replace(ranges=(*ranges, last._replace(state=state, note=found.note)))


def _seasons(given: list[Item]) -> list[Item]:
    """Days beside the dates on which they hold: `(June-August) Mon-Fri`; a season that has dates needs no other mark."""
    out: list[Item] = []
    for item in given:
        before = out[-1] if out else None
        if before and before.kind == item.kind == "D" and not item.joined:
            one, two = days_in(before), days_in(item)
            span, weekly = (one, two) if only_spans(one) else (two, one)
            if only_spans(span) and len(span.parts) == 1 and weekly.week and not weekly.season:
                days = weekly._replace(season=span.parts[0].when.dates)
                out[-1] = before._replace(value=days, last=item.last)
                continue
        out.append(item)
    dated = any(item.kind == "D" and (days_in(item).season or only_spans(days_in(item))) for item in out)
    return [item for item in out if not (dated and item.kind == "S")]


def only_spans(days: Days) -> bool:
    """Whether days are but a span of dates."""
    return all(part.when.spans for part in days.parts)


def _pauses(given: list[Item]) -> list[Item]:
    """The items with each closure within a day as one."""
    out: list[Item] = []
    at = 0
    while at < len(given):
        size, pause = _pause(given, at)
        if pause is None:
            out.append(given[at])
            at += 1
            continue
        first, last = given[at], given[at + size - 1]
        out.append(first._replace(kind="P!", value=pause, last=last.last))
        at += size
    return out


def _pause(given: list[Item], at: int) -> tuple[int, Pause | None]:
    """The closure within a day that begins at an item, and of how many items it is."""
    kinds = "".join(map(_letter, given[at : at + 5]))
    tight = [item.apart == NEXT for item in given[at + 1 : at + 5]]
    before = given[at - 1].kind if at else ""
    for form, days_at, hours_at in FORMS:
        if not kinds.startswith(form) or not all(tight[: len(form) - 1]):
            continue
        following = given[at + len(form)].kind if at + len(form) < len(given) else ""
        ranges = hours_in(given[at + hours_at]).ranges
        days = days_in(given[at + days_at]) if days_at >= 0 else None
        if _fits(form, kinds, before, following) and _may_pause(ranges, days, "L" in form):
            return len(form), Pause(ranges, days, "L" in form)
    return 0, None


def _fits(form: str, kinds: str, before: str, following: str) -> bool:
    """Whether the items around a form leave its items to it."""
    if form.endswith("D"):
        return following not in ("H", "C")
    if form == "CDH":
        return before != "D" and following != "D"
    if form in ("HC", "HL"):
        return following != "D" and not (before == "D" and following) and not kinds.startswith("HLH")
    return True


def _may_pause(ranges: tuple[Range, ...], days: Days | None, lunch: bool) -> bool:
    """Whether hours may be a closure within some days."""
    if lunch:
        return all(r.end - r.start <= LONGEST_LUNCH for r in ranges)
    return days is None or len(days.parts) == 1


def _letter(item: Item) -> str:
    if is_ranges(item):
        return "H"
    return item.kind if item.kind in "CLD" and item.note != "dash" else "x"


FORMS = (
    ("CLDH", 2, 3),
    ("CDLH", 1, 3),
    ("CLHD", 3, 2),
    ("CHLD", 3, 1),
    ("CDHL", 1, 2),
    ("CLH", -1, 2),
    ("LCH", -1, 2),
    ("CHL", -1, 1),
    ("HCL", -1, 0),
    ("LDH", 1, 2),
    ("LHD", 2, 1),
    ("CHD", 2, 1),
    ("CDH", 1, 2),
    ("LH", -1, 1),
    ("CH", -1, 1),
    ("HL", -1, 0),
    ("HC", -1, 0),
)
"""The forms of a closure within a day: the kinds of its items, and where its days and hours stand among them."""
