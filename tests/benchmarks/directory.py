"""A believable directory of clinics, so that anyone can repeat the figures of `clinic_hours.bulk`.

    python -m tests.benchmarks.directory N [--seed 1] [--output directory.parquet]

All follows from the seed, and from the time zones that the machine knows. Weeks are put together from house styles (when doors
open and close, whether they close over lunch, late evenings, short Fridays, Saturdays, nights, never and always); zones are drawn
by roughly how many people live in them; each country has its holidays, a tenth of the clinics has summer hours, a twentieth a
vacation of its own, some a staff meeting. The file is one that `bulk.Timetable.load` reads.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from zoneinfo import available_timezones

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MILLIONS = {
    "America/New_York": 170, "America/Chicago": 100, "America/Los_Angeles": 55, "America/Denver": 22, "America/Phoenix": 7,
    "Europe/Berlin": 83, "Europe/Paris": 66, "Europe/London": 67, "Europe/Rome": 59, "Europe/Madrid": 47, "Europe/Warsaw": 38,
    "Europe/Amsterdam": 18, "Europe/Lisbon": 10, "America/Toronto": 20, "America/Vancouver": 5, "America/Sao_Paulo": 120,
    "America/Mexico_City": 90, "America/Bogota": 52, "America/Argentina/Buenos_Aires": 20, "Asia/Kolkata": 140, "Asia/Shanghai": 140,
    "Asia/Tokyo": 125, "Asia/Seoul": 51, "Asia/Manila": 60, "Asia/Jakarta": 60, "Australia/Sydney": 9, "Australia/Melbourne": 7,
    "Australia/Brisbane": 5, "Africa/Lagos": 60, "Africa/Cairo": 60, "Africa/Johannesburg": 60, "Africa/Nairobi": 30,
}  # fmt: skip
"""Roughly how many millions of patients a zone has; of the largest, not all, so that the small ones are seen."""
SMALL = 0.3
"""The millions of a zone that is not named."""
ZONES = 400
HOLIDAYS = (
    ("01-01", "07-04", "12-25", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1MO"),
    ("01-01", "easter-2", "easter+1", "05-01", "easter+39", "12-25/12-26"),
    ("01-01", "easter+1", "05-01", "07-14", "11-11", "12-25"),
    ("01-01", "easter-2", "easter+1", "RRULE:FREQ=YEARLY;BYMONTH=8;BYDAY=-1MO", "12-25/12-26"),
    ("01-01/01-03", "05-03/05-05", "12-29/12-31"),
    ("01-26", "08-15", "10-02"),
    ("12-25", "01-01"),
    (),
)
"""Days on which the clinics of a country are closed, and the clinics that close on none."""
YEAR = 2026


def weeks(random: Random, count: int) -> list[str]:
    """Weeks of house styles, most of them distinct."""
    return [_week(random) for _ in range(count)]


def _week(random: Random) -> str:
    style = random.random()
    if style < 0.01:
        return random.choice(("24/7", "off"))
    if style < 0.04:
        opens = random.choice((18, 19, 20))
        return f"Mo-Su {opens:02}:00-{random.choice((2, 6, 7, 8)):02}:00"
    opens, closes = (
        random.choice((7 * 60, 7 * 60 + 30, 8 * 60, 8 * 60 + 30, 9 * 60)),
        random.choice((16, 17, 18, 19)) * 60,
    )
    lunch = random.choice((0, 0, 720, 750, 780))
    hours = {}
    for day in DAYS[:5]:
        start, end = opens, closes
        if random.random() < 0.15:
            end += random.choice((60, 90, 120))
        if day == "Fr" and random.random() < 0.4:
            end -= random.choice((60, 90, 120))
        if random.random() > 0.06:
            hours[day] = _day(start, end, lunch)
    if random.random() < 0.3:
        hours["Sa"] = _day(random.choice((480, 540)), random.choice((720, 780, 840)), 0)
    if random.random() < 0.05:
        hours["Su"] = _day(600, 840, 0)
    return "; ".join(f"{day} {ranges}" for day, ranges in hours.items()) or "off"


def _day(start: int, end: int, lunch: int) -> str:
    if not lunch or end <= lunch + 90:
        return f"{_clock(start)}-{_clock(end)}"
    return f"{_clock(start)}-{_clock(lunch)},{_clock(lunch + 60)}-{_clock(end)}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def closures() -> list[str]:
    """Lists of special hours: a country's holidays, with no vacation first, and then with each that there is."""
    first = date(YEAR, 1, 5)
    vacations = [None, *((first + timedelta(days=day), length) for day in range(0, 350, 2) for length in (7, 14, 21))]
    lists = []
    for vacation in vacations:
        own = []
        if vacation:
            start, length = vacation
            own = [{"dates": f"{start}/{start + timedelta(days=length - 1)}", "hours": "off", "reason": "Vacation"}]
        for days in HOLIDAYS:
            rules = [{"dates": day, "hours": "off", "reason": "Holiday"} for day in days] + own
            lists.append(json.dumps(rules) if rules else "")
    return lists


SEASONS = ["", *(
    json.dumps([{"dates": "06-01/08-31", "hours": hours, "reason": "Summer hours"}])
    for hours in ("Mo-Th 08:00-16:00", "Mo-Fr 07:00-15:00", "Mo-Fr 08:00-13:00")
)]  # fmt: skip
BREAKS = [
    "",
    json.dumps([{"dates": "RRULE:FREQ=MONTHLY;BYDAY=1TH", "hours": "12:00-13:00", "reason": "Staff meeting"}]),
]


def directory(count: int, seed: int = 1) -> pa.Table:
    """The table of a directory with some clinics."""
    random, numbers = Random(seed), np.random.default_rng(seed)
    named = list(MILLIONS)
    rest = sorted(
        zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/") and zone not in MILLIONS
    )
    zones = named + random.sample(rest, ZONES - len(named))
    people = np.array([MILLIONS.get(zone, SMALL) for zone in zones])
    # A few house styles are everywhere, most are rare.
    styles = weeks(random, 3000)
    lists = closures()
    of_zone = numbers.choice(len(zones), count, p=people / people.sum())
    if count >= len(zones):  # none is left out
        of_zone[np.random.default_rng(seed).choice(count, len(zones), replace=False)] = np.arange(len(zones))
    country = of_zone % len(HOLIDAYS)
    vacation = np.where(numbers.random(count) < 0.05, numbers.integers(1, len(lists) // len(HOLIDAYS), count), 0)
    columns = {
        "id": _ids(count),
        "timezone": _texts(of_zone, zones),
        "regular_hours": _texts(_rare(numbers, count, len(styles)), styles),
        "special_hours": _texts(vacation * len(HOLIDAYS) + country, lists),
        "seasonal_hours": _texts(
            np.where(numbers.random(count) < 0.1, numbers.integers(1, len(SEASONS), count), 0), SEASONS
        ),
        "breaks": _texts((numbers.random(count) < 0.05).astype(np.int64), BREAKS),
    }
    return pa.table(columns)


def _rare(numbers: np.random.Generator, count: int, kinds: int) -> NDArray[np.int64]:
    share = 1 / (np.arange(kinds) + 30)
    return numbers.choice(kinds, count, p=share / share.sum())


def _ids(count: int) -> pa.Array:
    texts = pc.utf8_lpad(pa.array(np.arange(count)).cast(pa.string()), 8, "0")
    return pc.binary_join_element_wise("clinic", texts, "-")


def _texts(numbers: NDArray[np.int64], texts: Sequence[str]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(numbers.astype(np.int32)), pa.array(texts, pa.string()))


def main() -> None:
    """Write a directory."""
    parser = argparse.ArgumentParser(description="Write a believable directory of clinics.")
    parser.add_argument("count", type=int, metavar="N", help="how many clinics")
    parser.add_argument("--seed", type=int, default=1, help="what all follows from")
    parser.add_argument("--output", default="directory.parquet", help="the file")
    asked = parser.parse_args()
    table = directory(asked.count, asked.seed)
    pq.write_table(table, asked.output, compression="zstd", row_group_size=1 << 20)
    weeks = pc.count_distinct(table["regular_hours"].cast(pa.string())).as_py()
    zones = pc.count_distinct(table["timezone"].cast(pa.string())).as_py()
    print(f"{asked.output}: {len(table):,} clinics, {weeks:,} distinct weeks, {zones} zones")  # noqa: T201


if __name__ == "__main__":
    main()
