"""Recurrence rules as the selectors of a tag."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from clinic_hours.codecs.osm.box import LONGEST_MONTH
from clinic_hours.codecs.osm.lexer import FIRST_YEAR
from clinic_hours.codecs.osm.words import MONTHS, WEEKDAYS
from clinic_hours.hours.recurrence import WEEKDAYS as CODES
from clinic_hours.hours.recurrence import Recurrence

Texts = tuple[str, str]
"""What stands before the days of the week, and those days."""

UNSAID = ("COUNT", "BYSETPOS", "BYYEARDAY")


def recurring(rule: Recurrence) -> list[Texts] | None:
    """The selections of a rule; nothing where a tag cannot say it.

    >>> recurring(Recurrence("FREQ=MONTHLY;BYDAY=2SA,4SA"))
    [('', 'Sa[2,4]')]
    """
    parts = dict(part.split("=") for part in rule.text.split(";"))
    if any(key in parts for key in UNSAID) or (rule.interval > 1 and rule.frequency != "YEARLY"):
        return None
    _of_the_start(parts, rule.start)
    bounds = _bounds(dict(parts), rule)
    days = _counted(parts) or _weekdays(parts)
    dates = _dates(parts)
    if bounds is None or days is None or dates is None:
        return None
    if any(bounds) and any(not bound.replace("+", "").replace("-", "").replace("/", "").isdigit() for bound in bounds):
        # A bound with days in it is a group of its own kind, which dates cannot be beside.
        if any(dates) and not all(text.startswith("week") for text in dates):
            return None
    return [(f"{bound} {text}".strip(), days) for bound in bounds for text in dates]


def _of_the_start(parts: dict[str, str], start: date | None) -> None:
    """What a rule without days of its own takes from its start."""
    if start is None or any(key in parts for key in ("BYDAY", "BYMONTHDAY", "BYWEEKNO", "BYEASTER")):
        return
    if parts["FREQ"] == "WEEKLY":
        parts["BYDAY"] = CODES[start.weekday()]
    elif parts["FREQ"] != "DAILY":
        parts["BYMONTHDAY"] = str(start.day)
        if parts["FREQ"] == "YEARLY":
            parts.setdefault("BYMONTH", str(start.month))


def _bounds(parts: dict[str, str], rule: Recurrence) -> list[str] | None:
    """The years, or the dates, between which a rule holds; nothing where they cannot be said."""
    last = date.fromisoformat(parts["UNTIL"]) if "UNTIL" in parts else None
    if rule.start is None:
        return [""] if last is None else None
    if rule.start.year < FIRST_YEAR:
        return None
    start = rule.start
    wide, end = _widened(parts, rule, last)
    whole = (wide.month, wide.day) == (1, 1) and (end is None or (end.month, end.day) == (12, 31))
    if whole:
        start, last = wide, end
    if rule.interval > 1:
        if not whole or (last and last.year == start.year):
            return None
        return [f"{start.year}-{last.year}/{rule.interval}" if last else f"{start.year}/{rule.interval}"]
    if whole:
        if last is None:
            return [f"{start.year}+"]
        return [str(start.year)] if last.year == start.year else [f"{start.year}-{last.year}"]
    if last is not None:
        return [f"{_day(start)}-{_day(last)}"]
    return [f"{_day(start)}-{start.year} Dec 31", f"{start.year + 1}+"] if start.year < 9999 else None


def _widened(parts: dict[str, str], rule: Recurrence, last: date | None) -> tuple[date, date | None]:
    """The bounds of a rule at the ends of years, where its dates are the same so."""
    start = rule.start or date.min
    free = Recurrence(";".join(f"{key}={value}" for key, value in parts.items() if key not in ("UNTIL", "INTERVAL")))

    def any_in(year: int, first: int, end: int) -> bool:
        return any(low < end and high >= first for low, high in free.year(year))

    if not any_in(start.year, 1, start.toordinal()):
        start = date(start.year, 1, 1)
    elif rule.interval == 1 and start.year < 9999 and not any_in(start.year, start.toordinal(), date.max.toordinal()):
        start = date(start.year + 1, 1, 1)
    if last is not None and not any_in(last.year, last.toordinal() + 1, date.max.toordinal()):
        last = date(last.year, 12, 31)
    return start, last


def _day(day: date) -> str:
    return f"{day.year} {MONTHS[day.month - 1]} {day.day:02}"


def _counted(parts: dict[str, str]) -> str:
    """Seven days of the month in a row and one weekday: a day counted from the nth weekday; empty where it is not so."""
    days = [int(day) for day in parts.get("BYMONTHDAY", "0").split(",")]
    if len(days) != 7 or days[-1] - days[0] != 6 or parts.get("BYDAY") not in CODES or "BYWEEKNO" in parts:
        return ""
    nths = range(1, 5) if days[0] > 0 else range(-4, 0)
    offset, nth = min(((_ahead(days[0], nth), nth) for nth in nths), key=lambda pair: (abs(pair[0]), pair[0]))
    del parts["BYMONTHDAY"]
    weekday = WEEKDAYS[(CODES.index(parts.pop("BYDAY")) - offset) % 7]
    return f"{weekday}[{nth}]" + (f" {offset:+} day{'s' * (abs(offset) != 1)}" if offset else "")


def _ahead(day: int, nth: int) -> int:
    """The days from the first one that an nth weekday may be."""
    return day - (7 * nth - 6 if nth > 0 else 7 * nth)


def _weekdays(parts: dict[str, str]) -> str | None:
    """The days of the week of a rule, or the nth ones of a month."""
    if "BYDAY" not in parts:
        return ""
    nths: dict[str, list[int]] = {}
    for day in parts["BYDAY"].split(","):
        nths.setdefault(day[-2:], []).append(int(day[:-2] or 0))
    counted = parts["FREQ"] == "MONTHLY" or "BYMONTH" in parts
    if any(number and (not counted or abs(number) > 5) for numbers in nths.values() for number in numbers):
        return None
    plain = sorted(CODES.index(code) for code, numbers in nths.items() if 0 in numbers)
    if plain and any(0 not in numbers for numbers in nths.values()):
        # dateutil takes those days alone that are both, and so there are none.
        return None
    texts = [write_days(plain)] if plain else []
    for code, numbers in nths.items():
        if 0 not in numbers:
            ordered = [number for number in sorted(numbers) if number > 0] + [
                number for number in sorted(numbers) if number < 0
            ]
            texts.append(f"{WEEKDAYS[CODES.index(code)]}[{','.join(map(str, ordered))}]")
    return ",".join(texts)


def write_days(days: Sequence[int]) -> str:
    """Some days of the week, 0 to 6, runs of three or more as ranges, over the week's end too.

    >>> write_days([0, 1, 2, 4]), write_days([0, 5, 6])
    ('Mo-We,Fr', 'Sa-Mo')
    """
    days = sorted(days)
    if len(days) == 7:
        return "Mo-Su"
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    if len(runs) > 1 and runs[0][0] == 0 and runs[-1][-1] == 6 and len(runs[0]) + len(runs[-1]) > 2:
        runs = [*runs[1:-1], runs[-1] + runs[0]]
    texts = [
        f"{WEEKDAYS[run[0]]}-{WEEKDAYS[run[-1]]}" if len(run) > 2 else ",".join(WEEKDAYS[day] for day in run)
        for run in runs
    ]
    return ",".join(texts)


def _dates(parts: dict[str, str]) -> list[str] | None:
    """The months, days of the month, weeks and Easters of a rule; one empty text where it names none."""
    months = [int(month) for month in parts["BYMONTH"].split(",")] if "BYMONTH" in parts else []
    given = [key for key in ("BYMONTHDAY", "BYWEEKNO", "BYEASTER") if key in parts]
    if given == ["BYMONTHDAY", "BYWEEKNO"]:
        days, weeks = (
            _dates({key: parts[key] for key in keys if key in parts}) for keys in (("BYMONTH", given[0]), given[1:])
        )
        return [f"{some} {others}" for some in days for others in weeks] if days and weeks else None
    if len(given) > 1:
        return None
    if not given:
        return [_runs(months, lambda month: MONTHS[month - 1])] if months else [""]
    numbers = [int(number) for number in parts[given[0]].split(",")]
    month_text = _runs(months, lambda month: MONTHS[month - 1])
    if given == ["BYEASTER"]:
        easters = ",".join(f"easter {k:+} day{'s' * (abs(k) != 1)}" if k else "easter" for k in numbers)
        return [f"{month_text} {easters}".strip()] if _near(numbers) else None
    if min(numbers) < 0:
        return None
    if given == ["BYWEEKNO"]:
        return [f"{month_text} week {_weeks(numbers)}".strip()]
    return [",".join(text for month in months or range(1, 13) for text in _of_month(month, numbers))]


def _near(numbers: Sequence[int]) -> bool:
    return min(numbers) >= -80 and max(numbers) <= 200


def _weeks(numbers: Sequence[int]) -> str:
    """Weeks, in steps where they have one: `01-53/2`."""
    step = numbers[1] - numbers[0] if len(numbers) > 2 else 1
    if 2 <= step <= 26 and list(numbers) == list(range(numbers[0], numbers[-1] + 1, step)):
        return f"{numbers[0]:02}-{numbers[-1]:02}/{step}"
    return _runs(numbers, lambda number: f"{number:02}")


def _of_month(month: int, days: Sequence[int]) -> list[str]:
    longest = LONGEST_MONTH[month - 1]
    held = [day for day in days if day <= longest]
    if len(held) == longest:
        return [MONTHS[month - 1]]
    return [f"{MONTHS[month - 1]} {_runs(held, lambda day: f'{day:02}')}"] if held else []


def _runs(numbers: Sequence[int], show: Callable[[int], str]) -> str:
    """Numbers in order, runs of them as ranges."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ",".join(show(run[0]) if len(run) == 1 else f"{show(run[0])}-{show(run[-1])}" for run in runs)
