"""A tag compiled to this library's rules, and checked against what it means day by day.

The dates of a tag fall into *cells*: dates on which the same conditions of its rules hold. On the dates of one cell the tag
says one week of hours. The cell without any condition is the regular week; each other one becomes a season, special hours or a
closure on the dates that meet its conditions, one with more conditions after one with fewer. Where the natural kinds of rules
would rank otherwise than the tag does, all become seasons of one length, which rank by their order alone. What a tag cuts off a
night that runs on into another cell becomes a break.

In the end the rules are asked about every day of some decades, and must answer as the tag does; if they cannot be made to, that
is a `NotRepresentableError`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from clinic_hours.codecs.osm.box import ALL, Box, met
from clinic_hours.codecs.osm.boxes import boxes_of, dates_of, merged
from clinic_hours.codecs.osm.calendar import Holidays
from clinic_hours.codecs.osm.cell_hours import CellHours
from clinic_hours.codecs.osm.cells import WHOLE_WEEK, Cell, Cells
from clinic_hours.codecs.osm.checking import first_difference
from clinic_hours.codecs.osm.naming import natural
from clinic_hours.codecs.osm.syntax import Rule, Tag, Weekdays
from clinic_hours.codecs.osm.times import resolved
from clinic_hours.errors import InvalidDatesError, InvalidHoursError, NotRepresentableError
from clinic_hours.hours.dates import Dates
from clinic_hours.hours.day import DayHours, day_hours
from clinic_hours.hours.minutes import DAY, Span, joined, mergeable
from clinic_hours.hours.notation import Range
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours, seasonal_by_precedence, special_by_precedence
from clinic_hours.hours.week import WeeklyHours
from clinic_hours.timeline.rules import Rules

MOST_PRUNED = 12
"""Rules of a kind that are looked at one by one, whether they change anything, at the most."""
CANNOT = "cannot be held: rules here rank by how rare their dates are, and a night runs on to its end"


@dataclass(frozen=True, slots=True)
class Compiled:
    """The rules of a tag, in the order in which a location lists them."""

    regular: WeeklyHours
    special: tuple[SpecialHours, ...] = ()
    seasonal: tuple[SeasonalHours, ...] = ()
    breaks: tuple[Break, ...] = ()

    def rules(self) -> Rules:
        """The rules in the order in which they win."""
        special, seasonal = special_by_precedence([self.special]), seasonal_by_precedence([self.seasonal])
        return Rules(self.regular, special, seasonal, self.breaks)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to compile a tag; the first whose rules answer as the tag does is taken.

    `lean` trusts that dates which meet several conditions go by one of them; `whole` lets hours run past midnight; `plain` makes
    all rules seasons of one length; `eves` parts dates by the day before; `breaks` makes breaks of what is `off` for some hours.
    """

    lean: bool = False
    whole: bool = False
    plain: bool = False
    eves: bool = False
    breaks: bool = False


WAYS = (
    Way(lean=True, whole=True),
    Way(whole=True),
    Way(lean=True),
    Way(),
    Way(whole=True, plain=True),
    Way(plain=True),
    Way(eves=True),
    Way(eves=True, plain=True),
)


def compiled(tag: Tag, holidays: Holidays, *, over_midnight: bool = True) -> Compiled:
    """The rules that answer as the tag does on every day; `NotRepresentableError` tells what cannot be held.

    Without `over_midnight` no range runs past one.
    """
    problem: Exception | None = None
    cells = Cells(tag, holidays)
    for way in _ways(tag, over_midnight):
        try:
            made = _made(tag, cells, way)
        except (InvalidDatesError, InvalidHoursError, NotRepresentableError) as error:
            problem = problem or error
            continue
        difference = first_difference(cells, made.rules())
        if difference is None:
            return _pruned(made, cells)
        problem = problem or NotRepresentableError(f"the hours of {difference} {CANNOT}")
    raise NotRepresentableError(str(problem)) from problem


def _pruned(made: Compiled, cells: Cells) -> Compiled:
    """The same without the rules that change nothing, as some do where dates meet several conditions."""
    if not any(sum(cell) > 1 for cell in cells.others):
        return made
    for name in ("special", "seasonal", "breaks"):
        rules = getattr(made, name)
        for rule in rules if len(rules) <= MOST_PRUNED else ():
            change: dict[str, Any] = {name: tuple(other for other in getattr(made, name) if other is not rule)}
            left = replace(made, **change)
            if first_difference(cells, left.rules()) is None:
                made = left
    return made


def _ways(tag: Tag, over_midnight: bool) -> Iterator[Way]:
    ways = [way for way in WAYS if over_midnight or not way.whole]
    if any(map(_is_break, tag.rules)) and not all(map(_is_break, tag.rules)):
        yield from (replace(way, breaks=True) for way in ways if not way.eves)
    yield from ways


def _is_break(rule: Rule) -> bool:
    """Whether a rule takes some hours away on some dates, beside days of the week."""
    dated = any(not isinstance(selector, Weekdays) for group in rule.groups for selector in group)
    by_clock = all(not span.open_end and not span.start.event for span in rule.times)
    return rule.state == "off" and bool(rule.times) and dated and by_clock


def _made(tag: Tag, cells: Cells, way: Way) -> Compiled:
    """The rules of a tag by one way."""
    if way.breaks:
        rest = Tag(tag.text, tuple(rule for rule in tag.rules if not _is_break(rule)))
        made = _rules(Cells(rest, cells.holidays), way)
        breaks = [each for rule in tag.rules if _is_break(rule) for each in _breaks(rule, cells.holidays)]
        return replace(made, breaks=(*made.breaks, *breaks))
    return _rules(Cells(tag, cells.holidays, eves=True) if way.eves else cells, way)


def _breaks(rule: Rule, holidays: Holidays) -> Iterator[Break]:
    """The breaks of a rule that is `off` for some hours."""
    spans = joined((start, end) for times in rule.times for start, end, _ in resolved(times, {}))
    dates = natural(rule.groups)
    for each in dates or _of_boxes(boxes_of(rule.groups, holidays), holidays, plain=False):
        yield Break(each, _hours(spans))


def _hours(spans: Sequence[Span]) -> DayHours:
    """The times of a break."""
    if any(start >= DAY or not mergeable(start, end) for start, end in spans):
        raise InvalidHoursError("a break of 24 hours or more over a midnight cannot be held")
    return day_hours(tuple(Range(*span) for span in spans))


def _rules(cells: Cells, way: Way) -> Compiled:
    """The rules of all cells."""
    days = CellHours(cells, way.whole)
    regular = days.week(cells.base)
    kept: list[tuple[Cell, WeeklyHours]] = []
    seasonal: list[SeasonalHours] = []
    special: list[SpecialHours] = []
    for cell in cells.others:
        unders = [week for other, week in reversed(kept) if cells.holds(other, cell)] or [regular]
        if not all(days.differing(cell, under) for under in (unders if way.lean else unders[:1])):
            continue
        week, hours = days.week(cell, unders[0]), days.uniform(cell)
        kept.append((cell, week))
        for dates in _dates(cells, cell, way.plain, days.differing(cell, unders[0])):
            if hours is not None and not way.plain and (not hours or dates.kind.length == 1):
                special.append(SpecialHours(dates, hours, days.reason(cell) if not hours else ""))
            else:
                seasonal.append(SeasonalHours(dates, week))
    breaks = [
        Break(dates, _hours(spans))
        for cell, spans in days.cut_cells().items()
        for dates in _dates(cells, cell, way.plain, WHOLE_WEEK)
    ]
    return Compiled(regular, tuple(special), tuple(seasonal), tuple(breaks))


def _dates(cells: Cells, cell: Cell, plain: bool, weekdays: frozenset[int]) -> list[Dates]:
    """The dates that meet all conditions of a cell; of holidays on some dates alone, those on weekdays that matter."""
    atoms = cells.conditions(cell)
    if not plain and len(atoms) == 1 and (named := natural(atoms[0])):
        return named
    boxes: list[Box] = [ALL] if atoms else [Box(weekdays=WHOLE_WEEK)]
    for atom in atoms:
        boxes = met(boxes, boxes_of(atom, cells.holidays))
    return _of_boxes(boxes, cells.holidays, plain, weekdays)


def _of_boxes(
    boxes: Sequence[Box], holidays: Holidays, plain: bool, weekdays: frozenset[int] = WHOLE_WEEK
) -> list[Dates]:
    mattering = [box for box in boxes if box.on(weekdays)]
    return [dates for box in merged(mattering) for dates in dates_of(box, holidays, plain, weekdays)]
