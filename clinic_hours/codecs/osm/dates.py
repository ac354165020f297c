"""The days and dates of a rule.

::

    group    = years / weeks / months / spans / holidays / days
    years    = year [ "-" year [ "/" number ] / "/" number / "+" ] *( "," … )
    weeks    = "week" week [ "-" week [ "/" number ] ] *( "," [ "week" ] … )
    months   = month [ "-" month ] *( "," ( months / spans ) )
    spans    = day [ "-" ( day / number [ "/" number ] ) ] *( "," ( number … / spans / months ) )
    day      = [ year ] ( month number / "easter" [ offset ] / month weekday "[" nth "]" [ offset ] )
    holidays = ( "PH" [ offset ] / "SH" ) *( "," ( holidays / days ) )
    days     = weekday [ "-" weekday / "[" nths "]" [ offset ] ] *( "," ( days / holidays ) )
    offset   = ( "+" / "-" ) number ( "day" / "days" )

Groups of two kinds must both match a date: `PH Mo-Fr` is a holiday from Monday to Friday, `PH,Mo-Fr` is either.
"""

from __future__ import annotations

from collections.abc import Callable

from clinic_hours.codecs.osm.reader import Reader
from clinic_hours.codecs.osm.syntax import (
    EasterDay,
    Holiday,
    MonthDay,
    Months,
    NthDay,
    NthWeekdays,
    Point,
    Selector,
    Span,
    Weekdays,
    Weeks,
    Years,
)
from clinic_hours.codecs.osm.words import MONTHS, WEEKDAYS

LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

Group = tuple[str, tuple[Selector, ...]]


class DateReader:
    """Reads groups of selectors of days and dates."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def group(self) -> Group | None:
        """The group that starts here, with the name of its kind; nothing where none does."""
        reader = self.reader
        if self._starts_point():
            return self._month_group("span")
        if self._is_year():
            return "year", self._listed(self._years, self._is_year)
        if reader.kind == "month":
            return self._month_group("month")
        if reader.kind == "week":
            return "week", self._weeks()
        if reader.kind in ("weekday", "holiday"):
            return self._days()
        return None

    def _listed(self, read: Callable[[], Selector], goes_on: Callable[[], bool]) -> tuple[Selector, ...]:
        """One selector or more, with commas between them."""
        reader = self.reader
        found = [read()]
        while reader.kind == ",":
            reader.take()
            if not goes_on():
                reader.fail("the list goes on behind a comma, and this does not fit it")
            found.append(read())
        return tuple(found)

    # --------------------------------------------------------------------------------------------------------- years

    def _is_year(self, ahead: int = 0) -> bool:
        return self.reader.kinds("year", ahead=ahead)

    def _years(self) -> Years:
        reader = self.reader
        first = reader.take()
        if reader.kind == "+":
            reader.take()
            return Years(first.number, None)
        last: int | None = first.number
        if reader.kind == "-" and self._is_year(ahead=1):
            reader.take()
            token = reader.take()
            if token.number <= first.number:
                reader.fail("the years end before they start, or are one", token)
            last = token.number
        if not reader.kinds("/", "number"):
            return Years(first.number, last)
        step = self._step()
        return Years(first.number, None if last == first.number else last, step)

    def _step(self, least: int = 1, most: int = 9999) -> int:
        """The number behind a slash."""
        self.reader.take()
        token = self.reader.expect("number", "a number is missing behind /")
        if not least <= token.number <= most:
            self.reader.fail(f"each nth may be {least} to {most} here", token)
        return token.number

    # --------------------------------------------------------------------------------------------------------- weeks

    def _weeks(self) -> tuple[Selector, ...]:
        reader = self.reader
        reader.take()
        found = [self._week()]
        while reader.kinds(",", "week") or (reader.kinds(",", "number") and not reader.kinds(":", ahead=2)):
            reader.take()
            if reader.kind == "week":
                reader.take()
            found.append(self._week())
        return tuple(found)

    def _week(self) -> Weeks:
        reader = self.reader
        first = last = reader.expect("number", "the number of a week is missing here, 01 to 53")
        if reader.kinds("-", "number"):
            reader.take()
            last = reader.take()
        if not 1 <= first.number <= last.number <= 53:
            reader.fail("weeks are 01 to 53, in order", last)
        step = self._step(2, 26) if reader.kind == "/" and last is not first else 1
        return Weeks(first.number, last.number, step)

    # ------------------------------------------------------------------------------------------------ months and days

    def _starts_point(self, ahead: int = 0) -> bool:
        """Whether a day of a month, an Easter, or an nth weekday of a month at the start of a span, starts here."""
        reader = self.reader
        ahead += self._is_year(ahead)
        if reader.kinds("easter", ahead=ahead) or (
            reader.kinds("month", "number", ahead=ahead) and not self._is_time(ahead)
        ):
            return True
        return reader.kinds("month", "weekday", "[", ahead=ahead) and self._is_nth_span(ahead)

    def _starts_end(self) -> bool:
        """Whether the other end of a span stands behind the dash here."""
        ahead = 1 + self._is_year(1)
        return self._starts_point(1) or self.reader.kinds("month", "weekday", "[", ahead=ahead)

    def _is_time(self, ahead: int) -> bool:
        """Whether the number behind a month is the hour of a clock, as in `Apr 08:00-12:00`."""
        return self.reader.kinds(":", "number", ahead=ahead + 2)

    def _is_nth_span(self, ahead: int) -> bool:
        """Whether a span goes on behind an nth weekday; else it is a month and a weekday, two groups."""
        reader, before = self.reader, self.reader.at
        reader.at += ahead
        try:
            self._point_of_month()
            return reader.kind == "-"
        finally:
            reader.at = before

    def _month_group(self, kind: str) -> Group:
        reader = self.reader
        found: list[Selector] = []
        while True:
            if self._starts_point():
                found += self._span()
                kind = "span"
            else:
                found.append(self._months())
            if reader.kind != "," or not (self._starts_point(1) or reader.kinds("month", ahead=1)):
                return kind, tuple(found)
            reader.take()

    def _months(self) -> Months:
        first = last = MONTHS.index(self.reader.take().text) + 1
        if self.reader.kinds("-", "month"):
            self.reader.take()
            last = MONTHS.index(self.reader.take().text) + 1
        return Months(first, last)

    def _span(self) -> list[Selector]:
        reader = self.reader
        begin = reader.peek
        year = self._year()
        first = self._point_of_month()
        if reader.kind == "-" and self._starts_end():
            reader.take()
            last_year = self._year()
            last = self._point_of_month(last=True)
            if (year is None) != (last_year is None):
                reader.fail("both ends have a year, or neither", begin)
            if year is not None and last_year is not None and _order(last_year, last) < _order(year, first):
                reader.fail("the dates end before they start", begin)
            return [Span(first, last, year, last_year)]
        if not isinstance(first, MonthDay):
            if reader.kind == "-":
                reader.fail("an end of the dates is missing here")
            return [Span(first, first, year, year)]
        return self._days_of_month(first, year)

    def _year(self) -> int | None:
        return self.reader.take().number if self._is_year() else None

    def _days_of_month(self, first: MonthDay, year: int | None) -> list[Selector]:
        """`10`, `10-20`, `10-31/7`, and more such behind commas."""
        reader = self.reader
        found: list[Selector] = []
        while True:
            last, step = first, 1
            if reader.kinds("-", "number"):
                reader.take()
                last = self._day(first.month)
                if last.day < first.day:
                    reader.fail("the days end before they start", reader.tokens[reader.at - 1])
                step = self._step(1, 31) if reader.kinds("/", "number") else 1
            found.append(Span(first, last, year, year, step))
            if not reader.kinds(",", "number") or reader.kinds(":", ahead=2):
                return found
            reader.take()
            first = self._day(first.month)

    def _point_of_month(self, last: bool = False) -> Point:
        reader = self.reader
        if reader.kind == "easter":
            reader.take()
            return EasterDay(reader.days_offset(366 if last else 200))
        month = MONTHS.index(reader.take().text) + 1
        if reader.kind != "weekday":
            return self._day(month)
        weekday = WEEKDAYS.index(reader.take().text)
        reader.take()
        nth = self._nth()
        reader.expect("]", "one number from -5 to 5 stands in these brackets")
        return NthDay(month, weekday, nth, reader.days_offset(6))

    def _day(self, month: int) -> MonthDay:
        token = self.reader.take()
        if not 1 <= token.number <= LONGEST_MONTH[month - 1]:
            self.reader.fail(f"{MONTHS[month - 1]} has no day {token.text}", token)
        return MonthDay(month, token.number)

    # ----------------------------------------------------------------------------------------- weekdays and holidays

    def _days(self) -> Group:
        reader = self.reader
        kind = "weekday" if reader.kind == "weekday" else "holiday"
        found: list[Selector] = []
        while True:
            if reader.kind not in ("weekday", "holiday"):
                reader.fail("a day is missing here, such as Mo, Sa or PH")
            found.append(self._holiday() if reader.kind == "holiday" else self._weekday())
            if not reader.kinds(","):
                return kind, tuple(found)
            kind = "weekday"
            reader.take()

    def _holiday(self) -> Holiday:
        token = self.reader.take()
        offset = self.reader.days_offset(1) if token.text == "PH" else 0
        return Holiday("PH" if token.text == "PH" else "SH", offset)

    def _weekday(self) -> Selector:
        reader = self.reader
        first = last = WEEKDAYS.index(reader.take().text)
        if reader.kind == "[":
            reader.take()
            return NthWeekdays(first, self._nths(), reader.days_offset(6))
        if reader.kinds("-", "weekday"):
            reader.take()
            last = WEEKDAYS.index(reader.take().text)
        return Weekdays(frozenset((first + day) % 7 for day in range((last - first) % 7 + 1)))

    def _nths(self) -> tuple[int, ...]:
        reader = self.reader
        found: set[int] = set()
        while True:
            first = last = self._nth()
            if reader.kind == "-":
                reader.take()
                last = self._nth()
            if last < first or first < 0 < last:
                reader.fail("the numbers end before they start", reader.tokens[reader.at - 1])
            found.update(range(first, last + 1))
            if reader.kind != ",":
                reader.expect("]", "numbers from -5 to 5 stand in these brackets")
                return tuple(sorted(found))
            reader.take()

    def _nth(self) -> int:
        reader = self.reader
        sign = -1 if reader.kind == "-" and reader.take() else 1
        token = reader.expect("number", "a number from -5 to 5 is missing here")
        if not 1 <= token.number <= 5:
            reader.fail("no month has a weekday more than five times", token)
        return sign * token.number


def _order(year: int, point: Point) -> tuple[int, int, int]:
    """What two days of a span are compared by, as far as the tag alone tells."""
    if isinstance(point, MonthDay):
        return year, point.month, point.day
    return (year, point.month, 0) if isinstance(point, NthDay) else (year, 0, 0)
