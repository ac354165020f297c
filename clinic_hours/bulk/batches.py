"""Arrow batches with the answers in further columns: what runs on each machine, where many share the work.

Batches are put together until they are worth asking about: a day that is worked out serves all of their rows. Nothing here knows
who deals the batches out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple, TypeAlias

import pyarrow as pa

from clinic_hours.bulk.asking import Asked, asked_of
from clinic_hours.bulk.questions import OfEdge, OfState
from clinic_hours.bulk.results import durations, states, timestamps, truths
from clinic_hours.bulk.timetable import Timetable
from clinic_hours.errors import ClinicFileError, Mistake, WrongTypeError

ROWS, BYTES = 1 << 20, 1 << 28
"""Rows, and bytes, of batches that are asked about together."""

Ask: TypeAlias = "Mapping[str, str]"
"""Questions, each with the name of the column of its answers."""


def _names(asked: Asked) -> pa.Array:
    return states(asked.ask(OfState(only_open=False)), asked).cast(pa.string())


QUESTIONS: Mapping[str, Callable[[Asked], pa.Array]] = {
    "is_open": lambda asked: truths(asked.ask(OfState(only_open=True)), asked),
    "state": _names,
    "next_opening": lambda asked: timestamps(asked.ask(OfEdge("start", asked.instants.unit)), asked),
    "next_closing": lambda asked: timestamps(asked.ask(OfEdge("end", asked.instants.unit)), asked),
    "open_time": lambda asked: durations(asked.lasting(), asked),
}
"""What may be asked, as the functions of `clinic_hours.bulk` are called, and the column that answers it."""


class Columns(NamedTuple):
    """The columns of a question: whose, from when, and for `open_time` until when."""

    of: str
    at: str
    until: str | None = None


def answer_pairs(
    batches: Iterable[pa.RecordBatch], timetable: Timetable, ask: Ask, columns: Columns
) -> Iterator[pa.RecordBatch]:
    """Batches of questions, a row each, with the answers: the location that a row names, at the row's instant.

    >>> from clinic_hours import Location
    >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mon-Fri 8am-4pm")
    >>> call = pa.record_batch({"of": ["office"], "at": pa.array([1_795_440_600], pa.timestamp("s", "UTC"))})
    >>> [answered] = answer_pairs([call], Timetable.of([office]), {"is_open": "was_open"}, Columns("of", "at"))
    >>> answered.to_pylist()[0]["was_open"]
    True
    """
    for table in together(batches):
        until = None if columns.until is None else table[columns.until]
        asked = asked_of(timetable, table[columns.at], True, table[columns.of], until)
        yield from with_answers(table, asked, ask)


def answer_directory(
    batches: Iterable[pa.RecordBatch], ask: Ask, at: datetime, until: datetime | None = None
) -> Iterator[pa.RecordBatch]:
    """Batches of a directory, a location a row, with the answers: each location at one instant.

    The columns are those that `Timetable.load` takes; others stay as they are. Nobody needs to hold more of the directory than
    the batches that are asked about together.

    >>> from datetime import UTC
    >>> rows = pa.record_batch({"id": ["a"], "timezone": ["America/New_York"], "regular_hours": ["Mo-Fr 08:00-16:00"]})
    >>> [answered] = answer_directory([rows], {"state": "state"}, datetime(2026, 11, 23, 13, 30, tzinfo=UTC))
    >>> answered["state"].to_pylist()
    ['open']
    """
    for table in together(batches):
        asked = asked_of(_timetable(table), at, False, None, until)
        # One array and no axis of locations: the rows of the table are those already.
        instants = asked.instants._replace(arrow=pa.timestamp(asked.instants.unit, "UTC"))
        yield from with_answers(table, asked._replace(single=True, instants=instants), ask)


def with_answers(table: pa.Table, asked: Asked, ask: Ask) -> Iterator[pa.RecordBatch]:
    """A table with a column for each question, in batches."""
    for question, name in ask.items():
        table = table.append_column(name, QUESTIONS[question](asked))
    yield from table.to_batches()


def together(batches: Iterable[pa.RecordBatch], rows: int = ROWS, size: int = BYTES) -> Iterator[pa.Table]:
    """Batches in tables that have at least so many rows or bytes, but for the last."""
    held: list[pa.RecordBatch] = []
    count = length = 0
    for batch in batches:
        held.append(batch)
        count, length = count + len(batch), length + batch.nbytes
        if count >= rows or length >= size:
            yield pa.Table.from_batches(held)
            held, count, length = [], 0, 0
    if count:
        yield pa.Table.from_batches(held)


def _timetable(table: pa.Table) -> Timetable:
    """The timetable of a part of a directory, whose mistakes are told by the id: nobody could count the rows."""
    try:
        return Timetable.from_arrow(table)
    except ClinicFileError as error:
        raise ClinicFileError("the directory", [_with_id(mistake, table) for mistake in error.mistakes]) from None


def _with_id(mistake: Mistake, table: pa.Table) -> Mistake:
    row = mistake.location.removeprefix("row ")
    return mistake._replace(location=str(table["id"][int(row)])) if row else mistake


# What can be said before any work is done


def checked(ask: Iterable[str] | Ask, taken: Iterable[str], until: object) -> dict[str, str]:
    """The questions and the names of their columns; `WrongTypeError` for one that there is not, and a name that is taken."""
    if isinstance(ask, str):
        ask = [ask]
    asked = dict(ask) if isinstance(ask, Mapping) else {question: question for question in ask}
    names = list(taken)
    for question, name in asked.items():
        if question not in QUESTIONS:
            raise WrongTypeError(f"the questions are {', '.join(QUESTIONS)}; {question!r} is none of them")
        if not isinstance(name, str):
            raise WrongTypeError(f"the name of a column is a text, not {type(name).__name__}")
        if name in names:
            raise WrongTypeError(
                f"there is a column {name!r} already; give another name, as in {{{question!r}: 'name'}}"
            )
        names.append(name)
    if "open_time" in asked and until is None:
        raise WrongTypeError("open_time needs an end: say until when")
    return asked
