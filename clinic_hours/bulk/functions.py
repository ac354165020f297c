"""The questions: who is asked, at which instants, and the answers in the kind of the instants."""

from __future__ import annotations

from typing import Any

from clinic_hours.bulk.asking import LocationsInput, asked_of
from clinic_hours.bulk.instants import InstantsInput
from clinic_hours.bulk.questions import OfEdge, OfState
from clinic_hours.bulk.results import durations, states, timestamps, truths


def is_open(where: LocationsInput, instants: InstantsInput = None, *, pairs: bool = False, of: Any = None) -> Any:
    """Whether each location is open at each instant: truths, in rows of a location.

    `where` is a clinic, locations or a `Timetable`; a single location has no axis of its own. `of` asks some locations by their
    ids, in that order. `instants` are now where they are left out; `datetime64` is UTC. With `pairs` the i-th location is
    asked at the i-th instant.

    Null instants have null answers: NumPy's are then masked arrays. Raises `NaiveDatetimeError`, `WrongTypeError` for what are no
    instants, `UnknownIdError`, and `InvalidWindowError` outside of the years 1 to 9999 and for pairs that do not pair.

    >>> import numpy as np
    >>> from clinic_hours import Location
    >>> offices = [
    ...     Location(name="Main office", timezone="America/New_York", regular_hours="Mon-Fri 8am-4pm"),
    ...     Location(name="Satellite office", timezone="America/Chicago", regular_hours="Mon 8am-4pm"),
    ... ]
    >>> instants = np.array(["2026-11-23T13:30", "2026-11-24T13:30"], "datetime64[s]")
    >>> is_open(offices, instants)
    array([[ True,  True],
           [False, False]])
    >>> is_open(offices, instants, of=["main-office", "satellite-office"], pairs=True)
    array([ True, False])
    """
    asked = asked_of(where, instants, pairs, of)
    return truths(asked.ask(OfState(only_open=True)), asked)


def state(where: LocationsInput, instants: InstantsInput = None, *, pairs: bool = False, of: Any = None) -> Any:
    """The `State` of each location at each instant; in Arrow a dictionary of their names. Arguments and errors as for `is_open`.

    >>> import numpy as np
    >>> from clinic_hours import Location
    >>> office = Location(name="Office", timezone="UTC", regular_hours='Mo 08:00-16:00; Tu 08:00-12:00 unknown "by appointment"')
    >>> print(*state(office, np.array(["2026-11-23T08", "2026-11-24T08", "2026-11-25T08"], "datetime64[h]")))
    open by_appointment closed
    """
    asked = asked_of(where, instants, pairs, of)
    return states(asked.ask(OfState(only_open=False)), asked)


def next_opening(where: LocationsInput, instants: InstantsInput = None, *, pairs: bool = False, of: Any = None) -> Any:
    """The instant at which each location next opens, strictly after each instant, in the unit of the instants.

    `NaT`, or null in Arrow, where it never opens again, which is proved, as `Location.next_opening` does. Other arguments and
    errors as for `is_open`; an answer beyond the year 2262 does not fit into nanoseconds, and is an `InvalidWindowError`.

    >>> import numpy as np
    >>> from clinic_hours import Location
    >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mon 8am-4pm")
    >>> next_opening(office, np.array(["2026-11-23T13:00:00", "2026-11-23T12:59:59"], "datetime64[s]"))
    array(['2026-11-30T13:00:00', '2026-11-23T13:00:00'],
          dtype='datetime64[s]')
    """
    asked = asked_of(where, instants, pairs, of)
    return timestamps(asked.ask(OfEdge("start", asked.instants.unit)), asked)


def next_closing(where: LocationsInput, instants: InstantsInput = None, *, pairs: bool = False, of: Any = None) -> Any:
    """The instant at which each location next closes, strictly after each instant. Otherwise as `next_opening`.

    >>> import numpy as np
    >>> from clinic_hours import Location
    >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mon 8am-4pm")
    >>> next_closing(office, np.datetime64("2026-11-23T13:00:00"))
    np.datetime64('2026-11-23T21:00:00')
    """
    asked = asked_of(where, instants, pairs, of)
    return timestamps(asked.ask(OfEdge("end", asked.instants.unit)), asked)


def open_time(
    where: LocationsInput, starts: InstantsInput, ends: InstantsInput, *, pairs: bool = False, of: Any = None
) -> Any:
    """How long each location is open from each start to its end: elapsed time, in the unit of the starts.

    `starts` and `ends` are as many, or one of them is a single instant for all. Other arguments and errors as for `is_open`;
    `InvalidWindowError` where an end is before its start.

    >>> import numpy as np
    >>> from clinic_hours import Location
    >>> office = Location(name="Office", timezone="America/New_York", regular_hours="Mon 8am-4pm")
    >>> open_time(office, np.datetime64("2026-11-23T00:00:00"), np.datetime64("2026-11-23T14:30:00"))
    np.timedelta64(5400,'s')
    """
    asked = asked_of(where, starts, pairs, of, ends)
    return durations(asked.lasting(), asked)
