"""What the clauses of a text add up to: the regular week, special and seasonal hours, breaks, and what is in doubt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from clinic_hours.hours.dates import Dates
from clinic_hours.hours.day import CLOSED, day_hours
from clinic_hours.hours.notation import Range
from clinic_hours.hours.special import Break, SeasonalHours, SpecialHours
from clinic_hours.hours.week import NAMES, WeeklyHours
from clinic_hours.hours.weekday import State
from clinic_hours.text.adding import DAYS_OF, Rule, Week, cut_out, united
from clinic_hours.text.clauses import WHOLE_WEEK, Clause, Group
from clinic_hours.text.cursor import MisreadError
from clinic_hours.text.doubts import ASSUMED, Assumption, Unread, excerpt
from clinic_hours.text.lexer import Lexed
from clinic_hours.text.vocabulary import EVERY_DAY

EVERY_OTHER = "every other week"
"""The note of hours that hold every other week."""

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(slots=True)
class Said:
    """What a text says in the end."""

    week: Week = field(default_factory=Week)
    special: list[SpecialHours] = field(default_factory=list[SpecialHours])
    seasonal: list[SeasonalHours] = field(default_factory=list[SeasonalHours])
    breaks: list[Break] = field(default_factory=list[Break])
    assumed: list[Assumption] = field(default_factory=list[Assumption])
    unread: list[Unread] = field(default_factory=list[Unread])
    named: int = 0

    @property
    def says_hours(self) -> bool:
        """Whether any hours are said, or that there are none at all."""
        return (
            any(self.week.days)
            or None not in self.week.days
            or any(s.hours for s in self.special)
            or bool(self.seasonal)
        )


class Interpreter:
    """Who adds the clauses of one group up."""

    def __init__(self, lexed: Lexed, country: str | None) -> None:
        self.lexed, self.country = lexed, country
        self.said = Said()
        self._nth: dict[tuple[int, int], tuple[Range, ...]] = {}
        self._nth_clauses: dict[tuple[int, int], Clause] = {}
        self._seasons: dict[str, list[Clause]] = {}

    def read(self, group: Group) -> Said:
        """What a group says in the end."""
        self.said.assumed += group.assumed
        self.said.unread += group.unread
        self.said.named |= group.named
        clauses = group.clauses
        plain = [clause for clause in clauses if not clause.season]
        for clause in clauses:
            self.said.named |= clause.when.days
            if clause.season:
                self._seasons.setdefault(clause.season, []).append(clause)
        hours = [clause for clause in plain if clause.kind not in ("pause", "part")]
        for clause in hours:
            if clause.when == WHOLE_WEEK and clause.kind == "closed" and len(hours) > 1:
                self._leave(clause, MisreadError("closed_when"))
                plain = [other for other in plain if other is not clause]
        for clause in plain:
            if clause.kind not in ("pause", "part"):
                self._try(clause, self._hours)
        for clause in plain:
            if clause.kind in ("pause", "part"):
                self._try(clause, self._pause)
        self._try_all_nth()
        for season, held in self._seasons.items():
            self._season(season, held)
        return self.said

    def _try(self, clause: Clause, how: Callable[[Clause], None]) -> None:
        try:
            how(clause)
        except MisreadError as found:
            self._leave(clause, found)

    def _leave(self, clause: Clause, error: MisreadError) -> None:
        told = f"{excerpt(self.lexed.between(clause.first, clause.last))} was not read: {error.why}"
        self.said.unread.append(Unread(error.code, *self.lexed.place(clause.first, clause.last), told))

    def _assume(self, code: str, clause: Clause, told: str = "") -> None:
        sentence = ASSUMED[code].format(excerpt(self.lexed.between(clause.first, clause.last)), told)
        self.said.assumed.append(Assumption(code, *self.lexed.place(clause.first, clause.last), sentence))

    def _hours(self, clause: Clause) -> None:
        """The hours of a clause that holds all the year."""
        when = clause.when
        if when.holidays:
            self._holidays(clause)
        elif when.dates:
            self._dated(clause)
        elif when.nth:
            self._add_nth(clause)
        else:
            self._weekly(self.said.week, clause)

    def _weekly(self, week: Week, clause: Clause) -> None:
        days, ranges = clause.when.days, clause.ranges
        if clause.when == WHOLE_WEEK:
            days = self.said.named = EVERY_DAY
        if clause.when.other and ranges:
            ranges = tuple(r._replace(state=State.UNKNOWN, note=r.note or EVERY_OTHER) for r in ranges)
            self._assume("every_other_week", clause)
        elif clause.when.other:
            self._assume("every_other_week", clause)
            return
        rule = Rule(days, ranges, clause.first, clause.last)
        assumed = week.replace(rule) if clause.kind == "instead" else week.add(rule)
        if assumed:
            self._assume(assumed, clause)

    def _holidays(self, clause: Clause) -> None:
        if clause.when.holidays == "some" or self.country is None:
            self._assume("some_holidays" if clause.when.holidays == "some" else "no_country", clause)
            return
        self.said.special.append(SpecialHours(Dates.holidays(self.country), day_hours(clause.ranges), "Public holiday"))

    def _dated(self, clause: Clause) -> None:
        dates = Dates.parse(clause.when.dates)
        if clause.when.dates[2:3] == "-":
            self._assume("every_year", clause)
        self.said.special.append(SpecialHours(dates, day_hours(clause.ranges) if clause.ranges else CLOSED))

    def _pause(self, clause: Clause) -> None:
        when = clause.when
        if when.dates[2:3] == "-":
            self._assume("every_year", clause)
        if when.nth or when.dates:
            dates = (
                Dates.recurring(_monthly([(n, day) for n in when.nth for day in DAYS_OF[when.days]]))
                if when.nth
                else Dates.parse(when.dates)
            )
            self.said.breaks.append(Break(dates, day_hours(clause.ranges)))
            return
        if when.holidays or when.other:
            raise MisreadError("unclear_dates", excerpt(self.lexed.between(clause.first, clause.last)))
        whole = when == WHOLE_WEEK
        if clause.kind == "part":
            self.said.week.close_part(Rule(when.days, clause.ranges, clause.first, clause.last))
            return
        self.said.week.pause(Rule(EVERY_DAY if whole else when.days, clause.ranges, clause.first, clause.last))
        if whole and sum(1 for held in self.said.week.days if held) > 1:
            self._assume("pause_of_all", clause)
        if whole:
            for key, ranges in self._nth.items():
                self._nth[key] = cut_out(ranges, clause.ranges)

    # ------------------------------------------------------------------------------------------- nth days of the month

    def _add_nth(self, clause: Clause) -> None:
        """The hours of an nth weekday, which add up with its other hours, or are instead of those that they are a part of."""
        for day in DAYS_OF[clause.when.days]:
            for n in clause.when.nth:
                held = self._nth.get((n, day))
                if held is None:
                    self._nth[n, day] = clause.ranges
                elif bool(held) != bool(clause.ranges):
                    raise MisreadError("contradiction")
                else:
                    self._nth[n, day], assumed = united(held, clause.ranges)
                    if assumed:
                        self._assume(assumed, clause)
                self._nth_clauses[n, day] = clause

    def _try_all_nth(self) -> None:
        together: dict[tuple[Range, ...], list[tuple[int, int]]] = {}
        for (n, day), ranges in self._nth.items():
            regular = self.said.week.days[day] or ()
            clause = self._nth_clauses[n, day]
            try:
                together.setdefault(self._with_regular(regular, ranges, clause), []).append((n, day))
            except MisreadError as found:
                self._leave(clause, found)
        for ranges, places in together.items():
            hours = day_hours(ranges) if ranges else CLOSED
            self.said.special.append(SpecialHours(Dates.recurring(_monthly(places)), hours))

    def _with_regular(self, regular: tuple[Range, ...], ranges: tuple[Range, ...], clause: Clause) -> tuple[Range, ...]:
        """The hours of an nth weekday beside the regular ones of that weekday."""
        if not ranges or not regular:
            return ranges
        if all(any(held.start <= r.start and r.end <= held.end for held in regular) for r in ranges):
            if tuple(ranges) != tuple(regular):
                self._assume("nth_instead", clause)
            return ranges
        both, assumed = united(regular, ranges)
        if assumed and both != ranges:
            self._assume(assumed, clause)
        return both

    # --------------------------------------------------------------------------------------------------------- seasons

    def _season(self, season: str, held: list[Clause]) -> None:
        """The week of a season: what is said of it, and the regular hours of the days that are not named."""
        week = Week()
        for clause in held:
            try:
                when = clause.when
                if when.nth or when.dates or when.holidays:
                    raise MisreadError("unclear_dates", excerpt(self.lexed.between(clause.first, clause.last)))
                if clause.kind == "pause":
                    week.pause(Rule(when.days or EVERY_DAY, clause.ranges, clause.first, clause.last))
                else:
                    self._weekly(week, clause._replace(kind="open") if clause.kind == "instead" else clause)
            except MisreadError as found:
                self._leave(clause, found)
        if all(day is None for day in week.days):
            return
        hours, regular = week.hours(), self.said.week.hours()
        rest = {name: day for name, day, own in zip(NAMES, regular.days, week.days, strict=True) if own is None and day}
        if rest:
            self._assume("season_rest", held[0])
            try:
                hours = WeeklyHours.model_validate({**dict(zip(NAMES, hours.days, strict=True)), **rest})
            except ValueError:
                self._leave(held[0], MisreadError("unclear_dates", excerpt(season)))
                return
        self.said.seasonal.append(SeasonalHours(Dates.parse(season), hours))


def _monthly(places: list[tuple[int, int]]) -> str:
    """The recurrence of some nth weekdays of a month."""
    return "FREQ=MONTHLY;BYDAY=" + ",".join(f"{n}{CODES[day]}" for n, day in sorted(places, key=lambda p: (p[1], p[0])))
