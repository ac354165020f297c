"""Timetables as Arrow tables, in Parquet and Arrow IPC files: a location a row, its hours in words that any tool can read.

The columns are dictionaries, so that a week that many locations share is written, and read, once::

    id              the location's id
    timezone        an IANA name
    regular_hours   the week in the notation, or a sign
    special_hours   [{"dates": "12-25", "hours": "off", "reason": "Christmas Day"}, …], in JSON; empty where there are none
    seasonal_hours  the same, with a week of hours
    breaks          the same
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pydantic import TypeAdapter, ValidationError

from clinic_hours.bulk.doors import Doors
from clinic_hours.bulk.making import put_together
from clinic_hours.bulk.progress import progress
from clinic_hours.bulk.schedules import Numbers, Pool, Schedules
from clinic_hours.errors import ClinicFileError, Mistake, UnknownFormatError, WrongTypeError
from clinic_hours.files.storing import save_bytes
from clinic_hours.hours.special import seasonal_by_precedence, special_by_precedence
from clinic_hours.location.given import Pause, Seasonal, Special, Week, zone_named

Columns = tuple[pa.StringArray, Doors, NDArray[np.intp]]
"""The ids, the distinct doors, and the number of the door of each row."""
TEXT = pa.dictionary(pa.int32(), pa.string())
NEEDED = ("id", "timezone", "regular_hours")
RULES = ("special_hours", "seasonal_hours", "breaks")
SCHEMA = pa.schema(
    [("id", pa.string()), *((name, TEXT) for name in (*NEEDED[1:], *RULES))],
    metadata={"clinic_hours": "timetable, version 1"},
)
ENDINGS = ".parquet, .arrow"


def is_text(kind: pa.DataType) -> bool:
    """Whether a type of Arrow is one of texts, or of a dictionary of them; also that of nothing but nulls."""
    types = pa.types
    if types.is_dictionary(kind):
        return is_text(kind.value_type)
    return any(of(kind) for of in (types.is_string, types.is_large_string, types.is_string_view, types.is_null))


def to_arrow(ids: pa.StringArray, doors: Doors, door: NDArray[np.intp]) -> pa.Table:
    """A row for each location."""
    schedules = doors.schedules
    schedule = doors.schedule[door]
    texts = [
        (doors.zone[door], doors.zones),
        (schedules.week[schedule], [str(week) for week in schedules.weeks]),
        *(
            (numbers[schedule], [_written(rules) for rules in lists])
            for numbers, lists in zip(
                (schedules.special, schedules.seasonal, schedules.breaks), _as_listed(schedules), strict=True
            )
        ),
    ]
    columns = [
        pa.DictionaryArray.from_arrays(pa.array(numbers), pa.array(each, pa.string())) for numbers, each in texts
    ]
    return pa.Table.from_arrays([ids, *columns], schema=SCHEMA)


def _as_listed(schedules: Schedules) -> Iterator[Sequence[Sequence[Any]]]:
    """The lists of rules as a location has them, where of two alike the one listed later wins."""
    special, seasonal, breaks = schedules.lists
    yield from ([each[::-1] for each in lists] for lists in (special, seasonal))
    yield breaks


def _written(rules: Sequence[Any]) -> str:
    """A list of rules in JSON."""
    told = [
        {"dates": str(rule.dates), "hours": str(rule.hours)} | ({"reason": rule.reason} if rule.reason else {})
        for rule in rules
    ]
    return json.dumps(told, ensure_ascii=False) if told else ""


def save(table: pa.Table, path: str | PathLike[str]) -> None:
    """Write a file whole, or not at all."""
    sink = pa.BufferOutputStream()
    match _ending(path):
        case ".parquet":
            import pyarrow.parquet as pq

            pq.write_table(table, sink, compression="zstd", row_group_size=1 << 20)
        case _:
            with pa.ipc.new_file(sink, table.schema) as writer:
                writer.write_table(table)
    save_bytes(path, sink.getvalue().to_pybytes())


def load(path: str | PathLike[str]) -> Columns:
    """Read a file that `save` wrote, or another with its columns."""
    name, kind = fspath(path), _ending(path)
    with pa.OSFile(name) as source:
        try:
            table = _parquet(source) if kind == ".parquet" else pa.ipc.open_file(source).read_all()
            # Arrow trusts its files; what is damaged could be read from beyond its end.
            table.validate(full=True)
        except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
            _mistaken(name, "", f"this is no {kind[1:]} file: {error}")
        return from_arrow(table, name)


def _parquet(source: pa.NativeFile) -> pa.Table:
    import pyarrow.parquet as pq

    columns = [name for name in pq.read_schema(source).names if name in SCHEMA.names]
    return pq.read_table(source, columns=columns, read_dictionary=[name for name in columns if name != "id"])


def _ending(path: str | PathLike[str]) -> str:
    ending = Path(path).suffix.lower()
    if ending not in (".parquet", ".arrow"):
        raise UnknownFormatError(f"{fspath(path)!r} does not say its format; a timetable's file ends in {ENDINGS}")
    return ending


def _mistaken(name: str, column: str, told: str, row: int | None = None) -> NoReturn:
    raise ClinicFileError(name, [Mistake(None, "" if row is None else f"row {row}", column, told)])


# Reading

Read = Callable[[str], Any]
Found = tuple[Numbers, int, str, str]
"""A mistake: the numbers of a column's texts, the number of the one that cannot be read, the column, and what is wrong."""
MOST = 100
"""Mistakes that are told at the most."""


def from_arrow(given: Any, name: str) -> Columns:
    """The columns of a table, whose name is for messages."""
    try:
        table = given if isinstance(given, pa.Table) else pa.table(given)
    except (TypeError, ValueError):
        raise WrongTypeError(f"an Arrow table is meant here, not {type(given).__name__}") from None
    for column in NEEDED:
        if column not in table.column_names:
            _mistaken(
                name,
                column,
                f"there is no such column; {', '.join(NEEDED)} are needed, and there may be {', '.join(RULES)}",
            )
    ids = _texts(table, "id", name)
    if ids.null_count:
        _mistaken(name, "id", "a location has no id", int(np.argmax(ids.is_null().to_numpy(zero_copy_only=False))))
    reading = _Rules()
    readers: dict[str, Read] = {
        "timezone": _zone,
        "regular_hours": reading.week,
        "special_hours": reading.special,
        "seasonal_hours": reading.seasonal,
        "breaks": reading.breaks,
    }
    mistakes: list[Found] = []
    columns = [_column(table, column, read, name, mistakes) for column, read in readers.items()]
    _raise(name, mistakes)
    doors, of_row = _distinct([numbers for numbers, _ in columns], [len(things) for _, things in columns])
    schedules, of_door = _distinct(
        [doors[:, column] for column in range(1, 5)], [len(things) for _, things in columns[1:]]
    )
    (_, zones), *parts = columns
    zoned = np.column_stack([doors[:, 0], of_door])
    return ids, *put_together([things for _, things in parts], schedules, zones, zoned, of_row)


def _texts(table: pa.Table, column: str, name: str) -> pa.Array:
    """A column of texts as one array; what is no text is a mistake."""
    texts = table[column]
    if not is_text(texts.type):
        _mistaken(name, column, f"its values are texts, not {texts.type}")
    if column == "id":
        return texts.cast(pa.string()).combine_chunks() if texts.num_chunks != 1 else texts.chunk(0).cast(pa.string())
    encoded = texts if pa.types.is_dictionary(texts.type) else texts.cast(pa.string()).dictionary_encode()
    made = encoded.unify_dictionaries().combine_chunks()
    return made.chunk(0) if isinstance(made, pa.ChunkedArray) else made


def _column(table: pa.Table, column: str, read: Read, name: str, mistakes: list[Found]) -> tuple[Numbers, list[Any]]:
    """For each row the number of what its text says, and what the distinct texts say; adds what cannot be read."""
    if column not in table.column_names:
        return np.zeros(len(table), np.int32), [read("")]
    texts = _texts(table, column, name)
    distinct = texts.dictionary.cast(pa.string()).to_pylist()
    numbers = texts.indices.fill_null(len(distinct)).to_numpy(zero_copy_only=False).astype(np.int32)
    used = np.unique(numbers).tolist()
    pool, place = Pool(), np.zeros(len(distinct) + 1, np.int32)
    for number in progress(used, column, len(used)):
        text = distinct[number] if number < len(distinct) else ""
        try:
            place[number] = pool.number(read(text or ""))
        except ValidationError as error:
            mistakes.append((numbers, number, column, error.errors()[0]["msg"].removeprefix("Value error, ")))
        except ValueError as error:
            mistakes.append((numbers, number, column, str(error)))
    return place[numbers], pool.things


def _zone(text: str) -> str:
    if not text:
        raise ValueError("a location has no time zone; write one as America/New_York")
    return zone_named(text).key


def _raise(name: str, mistakes: Sequence[Found]) -> None:
    """Tell the mistakes, each with the first row that has it."""
    if mistakes:
        first = [(int(np.argmax(numbers == number)), column, told) for numbers, number, column, told in mistakes[:MOST]]
        rest = [Mistake(None, "", "", f"and {len(mistakes) - MOST} more")] if len(mistakes) > MOST else []
        told = [Mistake(None, f"row {row}", column, told) for row, column, told in sorted(first)]
        raise ClinicFileError(name, [*told, *rest])


def _distinct(columns: Sequence[Numbers], sizes: Sequence[int]) -> tuple[Numbers, Numbers]:
    """The distinct rows of some columns of numbers, and for each row the number of its own."""
    key = np.zeros(len(columns[0]), np.int64)
    for column, size in zip(columns, sizes, strict=True):
        key = key * max(size, 1) + column
        # Numbered anew after each column, so that the keys stay short whatever the sizes.
        encoded = pc.dictionary_encode(pa.array(key))
        key = encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64)
    first = np.zeros(int(key.max(initial=-1)) + 1, np.int64)
    first[key[::-1]] = np.arange(len(key) - 1, -1, -1)
    return np.column_stack([column[first] for column in columns]), key.astype(np.int32)


class _Rules:
    """What texts say; a rule that stands in many lists is read once."""

    def __init__(self) -> None:
        self._known: dict[Any, Any] = {}
        self._week: TypeAdapter[Any] = TypeAdapter(Week)
        self._adapters: dict[str, TypeAdapter[Any]] = {
            "special_hours": TypeAdapter(Special),
            "seasonal_hours": TypeAdapter(Seasonal),
            "breaks": TypeAdapter(Pause),
        }

    def week(self, text: str) -> Any:
        """The week of a notation or a sign."""
        if not text.strip():
            raise ValueError("a location has no regular hours; write off where it never opens")
        return self._week.validate_python(text)

    def special(self, text: str) -> Any:
        """Special hours, the one that wins first."""
        return special_by_precedence([self._list("special_hours", text)])

    def seasonal(self, text: str) -> Any:
        """Seasons, the one that wins first."""
        return seasonal_by_precedence([self._list("seasonal_hours", text)])

    def breaks(self, text: str) -> Any:
        """Breaks."""
        return self._list("breaks", text)

    def _list(self, column: str, text: str) -> tuple[Any, ...]:
        if not text.strip():
            return ()
        try:
            told = json.loads(text)
        except RecursionError:
            raise ValueError("it is nested too deeply") from None
        if not isinstance(told, list):
            raise ValueError(f"a list of rules is meant here, not {text[:60]!r}")
        return tuple([self._rule(column, each) for each in told])

    def _rule(self, column: str, told: Any) -> Any:
        key = column, json.dumps(told, sort_keys=True)
        if key not in self._known:
            self._known[key] = self._adapters[column].validate_python(told)
        return self._known[key]
