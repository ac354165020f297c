"""The arithmetic under the values: minutes of a day and of a week, as plain tuples.

A *span* is a pair `(start, end)`, half-open, in minutes. In a day, minutes count from its midnight, so a span that ends
after 1440 runs past midnight. In a week they count from Monday's midnight and go round: 10080 is 0 again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

DAY = 24 * 60
WEEK = 7 * DAY

Span = tuple[int, int]


def clock(minute: int) -> str:
    """The wall clock of a minute of the day; the end of a span shows as 24:00 or, past midnight, as the next day's clock.

    >>> clock(0), clock(570), clock(1440), clock(1560)
    ('00:00', '09:30', '24:00', '02:00')
    """
    minute = minute - DAY if minute > DAY else minute
    return f"{minute // 60:02}:{minute % 60:02}"


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same minutes as sorted spans that neither overlap nor touch.

    >>> joined([(600, 720), (480, 600), (700, 800)])
    ((480, 800),)
    """
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def without(spans: Iterable[Span], cuts: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of each span when the cuts are taken out; spans may overlap, and stay apart.

    >>> without([(480, 1020)], [(720, 780)])
    ((480, 720), (780, 1020))
    """
    cuts = joined(cuts)
    out: list[Span] = []
    for start, end in spans:
        for low, high in cuts:
            if low < end and high > start:
                if start < low:
                    out.append((start, low))
                start = max(start, high)
        if start < end:
            out.append((start, end))
    return tuple(out)


def common(first: Sequence[Span], second: Sequence[Span]) -> tuple[Span, ...]:
    """The minutes that two sorted, disjoint sequences of spans share.

    >>> common([(480, 1020)], [(0, 540), (960, 1200)])
    ((480, 540), (960, 1020))
    """
    out: list[Span] = []
    i = j = 0
    while i < len(first) and j < len(second):
        low, high = max(first[i][0], second[j][0]), min(first[i][1], second[j][1])
        if low < high:
            out.append((low, high))
        if first[i][1] < second[j][1]:
            i += 1
        else:
            j += 1
    return tuple(out)


def first_overlap(spans: Sequence[Span]) -> int | None:
    """The index of the first of some sorted spans that runs into the one after it."""
    return next((i for i, ((_, end), (start, _)) in enumerate(pairwise(spans)) if end > start), None)


def mergeable(start: int, end: int) -> bool:
    """Whether a span of a day may be one range: shorter than 24 hours, or the day itself.

    >>> mergeable(480, 1020), mergeable(0, 1440), mergeable(480, 1920)
    (True, True, False)
    """
    return end <= DAY or end - start < DAY


def week_minutes(days: Sequence[Iterable[Span]]) -> tuple[Span, ...]:
    """The minutes of the week that seven days' spans cover, Monday first; Sunday's tail is on Monday.

    >>> week_minutes([[]] * 6 + [[(1320, 1560)]])
    ((0, 120), (9960, 10080))
    """
    spans: list[Span] = []
    for day, of_day in enumerate(days):
        for start, end in of_day:
            start, end = start + day * DAY, end + day * DAY
            spans.append((start, min(end, WEEK)))
            if end > WEEK:
                spans.append((0, end - WEEK))
    return joined(spans)


def week_days(minutes: Sequence[Span]) -> list[tuple[Span, ...]]:
    """The normal form: one span for each run of minutes, in the day on which it begins, Monday first.

    A run of 24 hours or more is cut at its midnights.

    >>> week_days([(0, 120), (9960, 10080)])[6]
    ((1320, 1560),)
    """
    days: list[list[Span]] = [[] for _ in range(7)]
    for start, end in _round_the_week(minutes):
        for low, high in _cut_at_midnights(start, end) if end - start >= DAY else [(start, end)]:
            day = low // DAY
            days[day % 7].append((low - day * DAY, high - day * DAY))
    return [tuple(sorted(spans)) for spans in days]


def _round_the_week(minutes: Sequence[Span]) -> Sequence[Span]:
    """The runs of minutes on the circle of the week: one that goes on over Sunday's midnight ends after 10080."""
    if len(minutes) > 1 and minutes[0][0] == 0 and minutes[-1][1] == WEEK:
        return [*minutes[1:-1], (minutes[-1][0], WEEK + minutes[0][1])]
    return minutes


def _cut_at_midnights(start: int, end: int) -> Iterator[Span]:
    while start < end:
        midnight = min((start // DAY + 1) * DAY, end)
        yield start, midnight
        start = midnight
