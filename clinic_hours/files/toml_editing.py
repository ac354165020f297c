"""Values and tables of a TOML document put in and taken out, with every comment kept where a reader looks for it.

tomlkit counts what stands between a table and the next heading as the table's own. From the first blank line on it speaks of what
follows: such blank lines and comments stay before the next heading here, whatever is put in or taken out before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import tomlkit
from tomlkit.items import AoT, Item, Table, Whitespace

from clinic_hours.files.document import is_a
from clinic_hours.files.toml_format import item, table

Tail = list[Item]
"""The blank lines and comments at the end of a table."""


def add(held: Any, name: str, value: Any) -> None:
    """Give a table a value that it does not have yet: after its other values or, a list of tables, after all else in it."""
    if not isinstance(held, tomlkit.TOMLDocument | Table):
        held[name] = item(value)  # in braces, or by dotted keys
        return
    made = table({name: value})[name]
    if isinstance(made, AoT):
        tail = _taken(held)
        held.add(name, made)
        _given(made[-1], tail)
        made[0].trivia.indent = "\n"
        return
    body = _body(held)
    values = [key for key, of in body if key is not None and not isinstance(of, AoT | Table)]
    if values:
        _container(held)._insert_after(values[-1], name, made)
    else:
        held.append(name, made)


def remove(held: Any, name: str) -> None:
    """Take a value out of a table; what stands between a list of tables and the next heading stays."""
    rows = held[name]
    tail: Tail = []
    for row in rows if is_a(rows, AoT) else ():
        tail = _joined(tail, _taken(row))
    following = _following(held, name) if tail else None
    del held[name]
    if isinstance(following, AoT):
        _given_before(following[0], tail)
    elif tail:
        _given(held, tail)


def insert_row(rows: Any, at: int, row: Mapping[str, Any] | Table) -> None:
    """Put a table into a list of tables, before the one that stands there, or at the end."""
    if not isinstance(rows, AoT):
        rows.insert(at, row if isinstance(row, Item) else item(row))
        return
    made = row if isinstance(row, Table) else table(row)
    if at:
        tail = _taken(rows[at - 1])
        _given(rows[at - 1], [tomlkit.nl()])
        _given(made, tail)
    else:
        _given(made, [tomlkit.nl()])
    rows.insert(at, made)


def remove_row(rows: Any, at: int) -> None:
    """Take a table out of a list of tables that has others; what stands before the next heading stays."""
    if isinstance(rows, AoT):
        tail = _taken(rows[at])
        if at:
            _given(rows[at - 1], tail)
        else:
            _given_before(rows[1], tail)
    del rows[at]


def _last(held: Any) -> Any:
    """The table that stands last in a table, at any depth."""
    body = _body(held)
    inner = next((value for key, value in reversed(body) if key is not None), None)
    if isinstance(inner, AoT) and len(inner):
        return _last(inner[-1])
    return _last(inner) if isinstance(inner, Table) else held


def _container(held: Any) -> Any:
    return held if isinstance(held, tomlkit.TOMLDocument) else held.value


def _body(held: Any) -> list[Any]:
    found: list[Any] = _container(held).body
    return found


def _taken(held: Any) -> Tail:
    """The tail of a table, which is taken away from it."""
    body = _body(_last(held))
    start = len(body)
    while start and body[start - 1][0] is None:
        start -= 1
    while start < len(body) and not isinstance(body[start][1], Whitespace):
        start += 1  # a comment right below the values is the table's own
    tail = [piece for _, piece in body[start:]]
    del body[start:]
    return tail


def _following(held: Any, name: str) -> Any:
    """What stands behind a list of tables in the table that holds both."""
    body = [(key.key, value) for key, value in _body(held) if key is not None]
    last = max(number for number, (key, _) in enumerate(body) if key == name)
    return body[last + 1][1] if last + 1 < len(body) else None


def _joined(tail: Tail, more: Tail) -> Tail:
    """One tail after another, without two blank lines where they meet."""
    return tail + more[_blanks(more) :] if tail and isinstance(tail[-1], Whitespace) else tail + more


def _blanks(tail: Tail) -> int:
    """How many blank lines a tail begins with."""
    return next((number for number, piece in enumerate(tail) if not isinstance(piece, Whitespace)), len(tail))


def _given_before(row: Table, tail: Tail) -> None:
    row.trivia.indent = "".join(piece.as_string() for piece in tail[_blanks(tail) :]) + row.trivia.indent


def _given(held: Any, tail: Tail) -> None:
    body = _body(_last(held))
    body.extend((None, piece) for piece in _joined([piece for _, piece in body[-1:]], tail)[len(body[-1:]) :])
