"""What is given as instants, in which unit and of which kind; and what is none."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from clinic_hours import InvalidWindowError, Location, NaiveDatetimeError, State, UnknownIdError, WrongTypeError, bulk

OFFICE = Location(
    name="Main office", timezone="America/New_York", regular_hours="Mo 08:00-16:00; Tu 08:00-12:00 unknown"
)
LAB = Location(name="Lab", timezone="America/Chicago", regular_hours="Mo-Su 07:00-11:00")
BOTH = [OFFICE, LAB]
MONDAY = datetime(2026, 11, 23, 14, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)
GIVEN = np.array(["2026-11-23T14:00", "2026-11-24T14:00"], "datetime64[s]")
ZONED = pa.array([MONDAY, TUESDAY], pa.timestamp("us", "UTC"))


@pytest.mark.parametrize("unit", ["h", "m", "s", "ms", "us", "ns"])
def test_every_unit_of_numpy_that_is_an_instant_is_one(unit: str):
    given = GIVEN.astype(f"datetime64[{unit}]")
    assert bulk.is_open(OFFICE, given).tolist() == [True, False]
    assert (
        bulk.next_opening(OFFICE, given).tolist()
        == bulk.next_opening(OFFICE, GIVEN).astype(given.dtype if unit not in "hm" else GIVEN.dtype).tolist()
    )


@pytest.mark.parametrize(
    "given",
    [
        [MONDAY, TUESDAY],
        (MONDAY, TUESDAY),
        np.array([MONDAY, TUESDAY]),
        [MONDAY.astimezone(timezone(timedelta(hours=5))), TUESDAY],
    ],
)
def test_aware_datetimes_are_instants(given: Any):
    assert bulk.is_open(BOTH, given).tolist() == [[True, False], [True, True]]


def test_one_instant_is_asked_of_all_and_one_location_has_no_axis():
    assert bulk.is_open(BOTH, MONDAY).tolist() == [True, True]
    assert bulk.is_open(OFFICE, MONDAY) is np.True_
    assert bulk.next_opening(OFFICE, np.datetime64(GIVEN[0])) == np.datetime64("2026-11-30T13:00:00")
    assert bulk.is_open(OFFICE, GIVEN.reshape(1, 2)).shape == (1, 2)
    assert bulk.is_open(BOTH, GIVEN.reshape(2, 1)).shape == (2, 2, 1)


def test_one_location_that_is_asked_by_its_id_has_an_axis():
    assert bulk.is_open(OFFICE, GIVEN, of=["main-office"]).tolist() == [[True, False]]
    assert bulk.is_open(OFFICE, MONDAY, of=["main-office", "main-office"]).tolist() == [True, True]
    assert bulk.is_open(OFFICE, ZONED, of=["main-office"]).column_names == ["main-office"]


def test_left_out_it_is_now():
    assert bulk.is_open(Location(name="Always", timezone="UTC", regular_hours="24/7"))
    assert bulk.is_open(BOTH).shape == (2,)


def test_states_are_members_of_the_enumeration():
    assert bulk.state(OFFICE, GIVEN).tolist() == [State.OPEN, State.UNKNOWN]
    assert bulk.state(OFFICE, MONDAY) is State.OPEN


def test_arrow_in_is_arrow_out():
    assert bulk.is_open(OFFICE, ZONED).equals(pa.array([True, False]))
    assert bulk.state(OFFICE, ZONED).to_pylist() == ["open", "unknown"]
    found = bulk.next_opening(OFFICE, ZONED)
    assert found.type == ZONED.type
    assert found.to_pylist()[0] == OFFICE.next_opening(MONDAY).start  # type: ignore[union-attr]
    lasting = bulk.open_time(OFFICE, ZONED, TUESDAY + timedelta(days=7))
    assert lasting.type == pa.duration("us")
    assert lasting.to_pylist()[1] == OFFICE.open_time(TUESDAY, TUESDAY + timedelta(days=7))


def test_many_locations_at_arrow_instants_are_a_table_with_a_column_each():
    table = bulk.is_open(BOTH, ZONED)
    assert table.column_names == ["main-office", "lab"]
    assert table["lab"].to_pylist() == [True, True]
    assert bulk.is_open(BOTH, ZONED, of=["lab"]).column_names == ["lab"]


def test_arrow_keeps_the_zone_and_the_unit_that_were_given():
    given = pa.array([MONDAY], pa.timestamp("ms", "Asia/Tokyo"))
    assert bulk.next_closing(OFFICE, given).type == pa.timestamp("ms", "Asia/Tokyo")


def test_what_speaks_the_capsule_interface_is_an_arrow_array():
    class Stream:
        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            return pa.chunked_array([ZONED[:1], ZONED[1:]]).__arrow_c_stream__(requested_schema)

    assert bulk.is_open(OFFICE, Stream()).to_pylist() == [True, False]
    assert bulk.is_open(OFFICE, pa.table({"at": ZONED})).to_pylist() == [True, False]


@pytest.mark.parametrize("name", ["pandas", "polars", "duckdb"])
def test_data_frames_speak_it(name: str):
    module = pytest.importorskip(name)
    given = {
        "pandas": lambda: module.Series(ZONED.to_pandas()),
        "polars": lambda: module.from_arrow(ZONED),
        "duckdb": lambda: module.sql(
            "SELECT unnest([TIMESTAMPTZ '2026-11-23 14:00+00', TIMESTAMPTZ '2026-11-24 14:00+00']) AS at"
        ),
    }[name]()
    assert bulk.is_open(OFFICE, given).to_pylist() == [True, False]


def test_a_column_that_knows_arrow_in_the_old_way_is_instants():
    class Column:
        def to_numpy(self) -> Any:
            raise NotImplementedError

        def __arrow_array__(self, type: object = None) -> pa.Array:
            return ZONED

    assert bulk.is_open(OFFICE, Column()).to_pylist() == [True, False]


def test_an_index_of_pandas_is_instants():
    pandas = pytest.importorskip("pandas")
    assert bulk.is_open(OFFICE, pandas.DatetimeIndex(ZONED.to_pandas())).to_pylist() == [True, False]


# Nulls

NULLS = np.array(["2026-11-23T14:00", "NaT", "2026-11-24T14:00"], "datetime64[s]")


def test_a_null_in_is_a_null_out():
    found = bulk.is_open(OFFICE, NULLS)
    assert (found.tolist(), found.mask.tolist()) == ([True, None, False], [False, True, False])
    assert bulk.state(OFFICE, NULLS).tolist() == ["open", None, "unknown"]
    assert np.isnat(bulk.next_opening(OFFICE, NULLS)).tolist() == [False, True, False]
    assert np.isnat(bulk.open_time(OFFICE, NULLS, NULLS)).tolist() == [False, True, False]
    assert bulk.is_open(BOTH, NULLS).mask.tolist() == [[False, True, False]] * 2
    assert bulk.is_open(OFFICE, [MONDAY, None]).tolist() == [True, None]


def test_a_null_in_arrow_is_a_null_out():
    given = pa.array([MONDAY, None], ZONED.type)
    assert bulk.is_open(OFFICE, given).to_pylist() == [True, None]
    assert bulk.state(OFFICE, given).to_pylist() == ["open", None]
    assert bulk.next_closing(OFFICE, given).to_pylist() == [OFFICE.next_closing(MONDAY), None]
    assert bulk.open_time(OFFICE, given, given).to_pylist() == [timedelta(0), None]
    assert bulk.open_time(OFFICE, given, MONDAY).to_pylist() == [timedelta(0), None]
    assert bulk.open_time(OFFICE, MONDAY - timedelta(hours=1), given).to_pylist() == [timedelta(hours=1), None]


def test_nothing_but_nulls_and_nothing_at_all():
    assert bulk.is_open(OFFICE, np.array(["NaT"], "datetime64[s]")).tolist() == [None]
    assert bulk.is_open(BOTH, GIVEN[:0]).shape == (2, 0)
    assert bulk.next_opening([], GIVEN).shape == (0, 2)
    assert bulk.is_open([], GIVEN[:0], pairs=True).shape == (0,)
    assert bulk.open_time([], GIVEN[:0], GIVEN[:0], pairs=True).shape == (0,)
    assert bulk.is_open([], MONDAY).shape == (0,)


def test_a_null_id_is_a_null_out_in_pairs():
    found = bulk.is_open(BOTH, GIVEN, of=["lab", None], pairs=True)
    assert found.tolist() == [True, None]
    assert bulk.is_open(BOTH, ZONED, of=pa.array([None, "lab"]), pairs=True).to_pylist() == [None, True]
    with pytest.raises(UnknownIdError, match="only pairs"):
        bulk.is_open(BOTH, GIVEN, of=["lab", None])


# Pairs and ids


def test_pairs_take_the_location_and_the_instant_of_one_place():
    assert bulk.is_open(BOTH, GIVEN, pairs=True).tolist() == [True, True]
    assert bulk.is_open(BOTH, GIVEN[::-1], pairs=True).tolist() == [False, True]
    assert bulk.is_open(BOTH, GIVEN, of=["lab", "main-office"], pairs=True).tolist() == [True, False]
    assert bulk.is_open(BOTH, MONDAY, pairs=True).tolist() == [True, True]
    assert bulk.open_time(BOTH, MONDAY, TUESDAY, pairs=True).tolist() == [
        each.open_time(MONDAY, TUESDAY) for each in BOTH
    ]


def test_pairs_that_do_not_pair_are_told():
    with pytest.raises(InvalidWindowError, match=r"2 locations and 3 instants do not pair"):
        bulk.is_open(BOTH, NULLS, pairs=True)


def test_ids_may_be_a_dictionary_whose_unused_entries_nobody_has():
    ids = pa.DictionaryArray.from_arrays(pa.array([1, None, 0, 1]), pa.array(["lab", "main-office", "nowhere"]))
    assert bulk.Timetable.of(BOTH).rows(ids).tolist() == [0, -1, 1, 0]
    with pytest.raises(UnknownIdError, match="'nowhere'"):
        bulk.Timetable.of(BOTH).rows(pa.DictionaryArray.from_arrays(pa.array([2]), ids.dictionary))


def test_few_ids_of_many_are_found_as_many_are():
    many = bulk.Timetable.of([LAB.replace(id=f"{place * 7919 % 3000:04}é") for place in range(3000)])
    ids = [f"{place:04}é" for place in range(0, 3000, 700)]
    assert many.rows([*ids, None]).tolist() == [
        *(many.rows(many.ids)[many.ids.to_pylist().index(id)] for id in ids),
        -1,
    ]
    assert many.rows([]).tolist() == []
    for id in ("", "0001", "zzz", "0001éé"):
        with pytest.raises(UnknownIdError, match=f"the id '{id}'"):
            many.rows([id])
    twice = bulk.Timetable.of([*([LAB.replace(id=f"{place:04}") for place in range(1200)]), LAB.replace(id="0003")])
    assert twice.rows(["0004"]).tolist() == [4]
    for asked in (["0003"], ["0003"] * 10):
        with pytest.raises(UnknownIdError, match="two locations have the id '0003'"):
            twice.rows(asked)


def test_some_locations_are_asked_by_their_ids():
    assert bulk.is_open(BOTH, GIVEN, of=["lab"]).tolist() == [[True, True]]
    assert bulk.is_open(BOTH, TUESDAY, of=["lab", "main-office", "lab"]).tolist() == [True, False, True]


def test_an_id_that_no_location_has_is_told_with_near_ones():
    with pytest.raises(UnknownIdError, match="'main'; near ones: main-office"):
        bulk.is_open(BOTH, GIVEN, of=["main"])
    with pytest.raises(UnknownIdError, match="there are none"):
        bulk.is_open([], GIVEN, of=["main"])


def test_an_id_that_two_locations_have_cannot_be_asked_for():
    twice = bulk.Timetable.of([OFFICE, OFFICE, LAB])
    assert bulk.is_open(twice, MONDAY).tolist() == [True, True, True]
    assert twice.rows(["lab"]).tolist() == [2]
    with pytest.raises(UnknownIdError, match="two locations have the id 'main-office'"):
        twice.rows(["main-office"])


@pytest.mark.parametrize("ids", [[1], 7, [b"\xff"], [["lab"]], "lab", b"bytes", np.array([1.5]), pa.array([1])])
def test_ids_are_texts(ids: Any):
    with pytest.raises(WrongTypeError, match="ids of locations are texts"):
        bulk.is_open(BOTH, MONDAY, of=ids)


# What is no instant


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (GIVEN.astype("datetime64[D]"), "are units of instants"),
        (np.array(["1970-01-02"], "datetime64[ps]"), "are units of instants"),
        (np.array([1, 2], "datetime64[15s]"), "are units of instants"),
        (np.array([1, 2]), "not numbers"),
        (np.array([1.5]), "not numbers"),
        ("2026-11-23", "not str"),
        (b"2026", "not bytes"),
        (1795000000, "not int"),
        (date(2026, 11, 23), "not date"),
        ([date(2026, 11, 23)], "a date has no instant"),
        (["2026-11-23"], "str is none"),
        (pa.array([1]), "timestamps with a time zone, not int64"),
        (pa.table({"a": ZONED, "b": ZONED}), "one column"),
    ],
)  # fmt: skip
def test_what_is_no_instant_is_told(given: Any, told: str):
    with pytest.raises(WrongTypeError, match=told):
        bulk.is_open(OFFICE, given)


def test_naive_datetimes_and_timestamps_are_told():
    with pytest.raises(NaiveDatetimeError, match="has no time zone"):
        bulk.is_open(OFFICE, [datetime(2026, 11, 23)])
    with pytest.raises(NaiveDatetimeError, match="has no time zone"):
        bulk.is_open(OFFICE, datetime(2026, 11, 23))
    with pytest.raises(NaiveDatetimeError, match=r"timestamp\[us\] has no time zone"):
        bulk.is_open(OFFICE, ZONED.cast(pa.timestamp("us")))


@pytest.mark.parametrize("year", ["0000", "10000", "-0001"])
def test_an_instant_outside_of_the_calendar_is_told(year: str):
    with pytest.raises(InvalidWindowError, match="years 1 to 9999"):
        bulk.is_open(OFFICE, np.array([f"{year}-06-01"], "datetime64[s]"))


@pytest.mark.parametrize("where", ["main", b"bytes", 7, None])
def test_what_is_no_location_is_told(where: Any):
    with pytest.raises(WrongTypeError, match="locations or a Timetable are meant"):
        bulk.is_open(where, MONDAY)


def test_what_is_no_location_among_locations_is_told():
    with pytest.raises(WrongTypeError, match="locations are meant here, not str"):
        bulk.Timetable.of([OFFICE, "lab"])  # type: ignore[list-item]


def test_a_location_without_a_zone_is_told():
    with pytest.raises(ValueError, match="has no time zone"):
        bulk.is_open(Location(name="Nowhere", regular_hours="24/7"), MONDAY)


# Windows


def test_starts_and_ends_meet_in_the_finer_unit():
    found = bulk.open_time(OFFICE, GIVEN, GIVEN.astype("datetime64[ms]") + np.timedelta64(1500, "ms"))
    assert found.dtype == np.dtype("timedelta64[ms]")
    assert found.tolist() == [timedelta(milliseconds=1500), timedelta(0)]


def test_a_window_that_ends_before_it_starts_is_told():
    with pytest.raises(InvalidWindowError, match="ends before it starts"):
        bulk.open_time(OFFICE, GIVEN, GIVEN - np.timedelta64(1, "s"))
    with pytest.raises(InvalidWindowError, match="starts and ends are as many"):
        bulk.open_time(OFFICE, GIVEN, NULLS)


def test_nanoseconds_end_in_2262():
    rare = Location(
        name="Rare",
        timezone="UTC",
        regular_hours="off",
        special_hours=[{"dates": "2300-01-01", "hours": "08:00-09:00"}],
    )
    assert bulk.next_opening(rare, MONDAY) == np.datetime64("2300-01-01T08:00:00")
    with pytest.raises(InvalidWindowError, match="give microseconds"):
        bulk.next_opening(rare, GIVEN.astype("datetime64[ns]"))
    with pytest.raises(InvalidWindowError, match="1678 to 2262"):
        bulk.open_time(rare, GIVEN.astype("datetime64[ns]"), np.array(["2400-01-01"] * 2, "datetime64[s]"))
