"""Answers in the kind of the instants: NumPy's, or Arrow's."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from clinic_hours.bulk.asking import Asked
from clinic_hours.bulk.instants import NAT
from clinic_hours.bulk.questions import Answers
from clinic_hours.timeline.shape import STATES

OBJECTS = np.array(STATES, object)
NAMES = pa.array([str(state) for state in STATES])


def truths(answers: Answers, asked: Asked) -> Any:
    """Whether, for each."""
    if asked.instants.arrow is None:
        return _masked(answers, asked)
    return _arrow(pa.array(answers, mask=_nulls(asked)), asked)


def states(answers: Answers, asked: Asked) -> Any:
    """The states of some codes."""
    if asked.instants.arrow is None:
        return _masked(OBJECTS.take(answers), asked)
    codes = pa.array(answers.view(np.int8), mask=_nulls(asked))
    return _arrow(pa.DictionaryArray.from_arrays(codes, NAMES), asked)


def timestamps(answers: Answers, asked: Asked) -> Any:
    """Instants in the unit that was given."""
    nulls = _nulls(asked)
    if nulls is not None:
        answers[nulls] = NAT
    if asked.instants.arrow is None:
        return _shaped(answers.view(f"datetime64[{asked.instants.unit}]"), asked)
    return _arrow(pa.array(answers, mask=answers == NAT).view(asked.instants.arrow), asked)


def durations(answers: Answers, asked: Asked) -> Any:
    """Times in the unit that was given."""
    nulls = _nulls(asked)
    if asked.instants.arrow is None:
        if nulls is not None:
            answers[nulls] = NAT
        return _shaped(answers.view(f"timedelta64[{asked.instants.unit}]"), asked)
    return _arrow(pa.array(answers, mask=nulls).view(pa.duration(asked.instants.unit)), asked)


def _nulls(asked: Asked) -> Any:
    """Which of the flat answers are null; `None` where none is."""
    if asked.nulls is None or asked.pairs or asked.single:
        return asked.nulls
    return np.tile(asked.nulls, asked.shape[0])


def _shaped(answers: Answers, asked: Asked) -> Any:
    return answers.reshape(asked.shape)[()]


def _masked(answers: Answers, asked: Asked) -> Any:
    nulls = _nulls(asked)
    return _shaped(answers if nulls is None else np.ma.MaskedArray(answers, nulls), asked)


def _arrow(answers: pa.Array, asked: Asked) -> Any:
    """One array, or a table with a column for each location."""
    if asked.pairs or asked.single:
        return answers
    count = asked.shape[1]
    columns = [answers.slice(place * count, count) for place in range(asked.shape[0])]
    return pa.Table.from_arrays(columns, asked.names)
