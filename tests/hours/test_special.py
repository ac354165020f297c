"""Special hours, seasons and breaks: how they are given, what they refuse, and which of them wins."""

from datetime import date, datetime
from itertools import permutations

import pytest
from pydantic import TypeAdapter, ValidationError

from clinic_hours import CLOSED, Break, Dates, DayHours, SeasonalHours, SpecialHours, WeeklyHours
from clinic_hours.hours.special import seasonal_by_precedence, special_by_precedence

KINDS = {SpecialHours: "08:00-12:00", SeasonalHours: "Mo 08:00-12:00", Break: "08:00-12:00"}


def refusal(kind: type, *args, **kwargs) -> str:
    """What is said to someone who gives such a rule."""
    with pytest.raises(ValidationError) as caught:
        kind(*args, **kwargs)
    return str(caught.value)


def test_special_hours_without_hours_are_a_closure():
    christmas = SpecialHours("12-25")
    assert (christmas.dates, christmas.hours, christmas.reason, christmas.except_locations) == (
        Dates.yearly("12-25"),
        CLOSED,
        "",
        (),
    )
    assert christmas.is_closure
    assert SpecialHours("12-25", "off").is_closure
    assert not SpecialHours("12-25", "08:00-12:00 unknown").is_closure


def test_all_parts_of_a_rule_are_values():
    eve = SpecialHours("2026-12-24", "08:00-12:00", reason=" Christmas Eve ", except_locations=["lab", "urgent-care"])
    assert eve.dates == Dates.on(date(2026, 12, 24))
    assert eve.hours == DayHours.parse("08:00-12:00")
    assert (eve.reason, eve.except_locations) == ("Christmas Eve", ("lab", "urgent-care"))
    season = SeasonalHours("06-01/08-31", "Mo-Th 08:00-16:00", reason="Summer hours", except_locations=("lab",))
    assert season.hours == WeeklyHours.parse("Mo-Th 08:00-16:00")
    meeting = Break("RRULE:FREQ=MONTHLY;BYDAY=1TH", ["12:00-13:00", ("22:00", "02:00")], "Staff meeting")
    assert str(meeting.hours) == "12:00-13:00,22:00-02:00"
    assert meeting.reason == "Staff meeting"


@pytest.mark.parametrize("given", [date(2026, 12, 24), "2026-12-24", Dates.on(date(2026, 12, 24))], ids=repr)
@pytest.mark.parametrize("kind", KINDS)
def test_dates_are_given_as_themselves_their_notation_or_a_date(kind: type, given):
    assert kind(given, KINDS[kind]) == kind(dates="2026-12-24", hours=KINDS[kind])
    assert hash(kind(given, KINDS[kind])) == hash(kind("2026-12-24", KINDS[kind]))


@pytest.mark.parametrize("ids", [("lab",), ["lab"], {"lab"}, frozenset({"lab"})], ids=repr)
def test_the_locations_that_a_rule_leaves_out_are_given_as_any_collection(ids):
    assert SpecialHours("12-25", except_locations=ids).except_locations == ("lab",)
    assert SeasonalHours("12-25", "off", except_locations=ids).except_locations == ("lab",)


def test_a_rule_is_written_as_it_is_made():
    assert repr(SpecialHours("12-25", reason="Christmas Day")) == "SpecialHours('12-25', reason='Christmas Day')"
    assert repr(SpecialHours("12-24", "08:00-12:00")) == "SpecialHours('12-24', '08:00-12:00')"
    assert repr(SpecialHours("12-25", except_locations=["lab"])) == "SpecialHours('12-25', except_locations=('lab',))"
    assert str(SeasonalHours("06-01/08-31", "Mo 08:00-12:00")) == "SeasonalHours('06-01/08-31', 'Mo 08:00-12:00')"
    assert repr(SeasonalHours("06-01/08-31", "off")) == "SeasonalHours('06-01/08-31', 'off')"
    assert repr(Break("12-24", "12:00-13:00", "Lunch")) == "Break('12-24', '12:00-13:00', reason='Lunch')"


@pytest.mark.parametrize("kind", KINDS)
def test_rules_differ_by_each_part(kind: type):
    hours = KINDS[kind]
    rules = {
        kind("12-25", hours),
        kind("12-26", hours),
        kind("12-25", hours.replace("08", "09")),
        kind("12-25", hours, reason="x"),
    }
    assert len(rules) == 4


@pytest.mark.parametrize("kind", KINDS)
def test_a_rule_does_not_change(kind: type):
    rule = kind("12-25", KINDS[kind])
    with pytest.raises(AttributeError):
        rule.reason = "x"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("reason", ["a\nb", "a\tb", "\x00", "a\x7fb"])
def test_a_reason_is_one_line(kind: type, reason: str):
    assert f"a reason is one line of text without control characters: {reason!r}" in refusal(
        kind, "12-25", KINDS[kind], reason=reason
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_reason_may_say_what_it_wants_in_that_line(kind: type):
    for reason in ('by appointment "only"', "naïve 漢", "x" * 10_000):
        rule = kind("12-25", KINDS[kind], reason=reason)
        assert rule.reason == reason
        assert eval(repr(rule)) == rule


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("given", [None, 5, b"12-25", datetime(2026, 12, 25), ["12-25"]], ids=repr)
def test_another_type_is_refused_everywhere(kind: type, given):
    assert f"dates are a text such as '2026-12-24' or '12-25', not {type(given).__name__}" in refusal(
        kind, given, KINDS[kind]
    )
    assert "reason\n  Input should be a valid string" in refusal(kind, "12-25", KINDS[kind], reason=given)
    if given != ["12-25"]:
        assert refusal(kind, "12-25", given)


def test_hours_of_another_type_are_refused_with_what_to_write():
    for kind in (SpecialHours, Break):
        assert "a day's hours are a text such as '08:00-17:00', or a list of ranges, not int" in refusal(
            kind, "12-25", 5
        )
        assert "no clock shows 25:00" in refusal(kind, "12-25", "08:00-25:00")
    assert "no day is written 'Xx'" in refusal(SeasonalHours, "12-25", "Xx 08:00-12:00")
    assert "hours\n  Field required" in refusal(SeasonalHours, "12-25")
    assert "hours\n  Field required" in refusal(Break, "12-25")
    assert "dates\n  Field required" in refusal(SpecialHours)


def test_bad_dates_are_refused_in_their_own_words():
    for kind, hours in KINDS.items():
        assert "no year has the day '02-30'" in refusal(kind, "02-30", hours)
        assert "end before they start; write 2026-08-03/2026-08-14" in refusal(kind, "2026-08-14/2026-08-03", hours)


def test_unknown_names_are_refused():
    assert "reasons\n  Unexpected keyword argument" in refusal(SpecialHours, "12-25", reasons="x")
    assert "except_locations\n  Unexpected keyword argument" in refusal(
        Break, "12-25", "12:00-13:00", except_locations=["lab"]
    )
    assert "except_locations\n  Input should be a valid tuple" in refusal(SpecialHours, "12-25", except_locations="lab")
    assert "except_locations.0\n  Input should be a valid string" in refusal(
        SpecialHours, "12-25", except_locations=[5]
    )


@pytest.mark.parametrize(
    "hours",
    [
        "off",
        "12:00-13:00 unknown",
        "by appointment",
        '12:00-13:00 open "lunch"',
        "12:00-13:00 open, 14:00-15:00 unknown",
    ],
)
def test_a_break_is_given_by_its_times_alone(hours: str):
    told = f"a break is given by its times alone, such as 12:00-13:00, not {str(DayHours.parse(hours))!r}"
    assert told in refusal(Break, "12-25", hours)


@pytest.mark.parametrize(
    ("rule", "shown"),
    [
        (SpecialHours("12-25"), {"dates": "12-25", "hours": "off", "reason": "", "except_locations": []}),
        (Break("12-25", "12:00-13:00", "Lunch"), {"dates": "12-25", "hours": "12:00-13:00", "reason": "Lunch"}),
    ],
    ids=repr,
)
def test_in_json_a_rule_is_an_object_of_texts(rule, shown: dict):
    adapter = TypeAdapter(type(rule))
    assert adapter.dump_python(rule, mode="json") == shown
    assert adapter.validate_python(shown) == rule


# Which rule wins: each list is in order, and each pair of it alone is too


SPECIAL_ORDER = [
    SpecialHours("2026-12-25", "10:00-12:00"),  # a single dated day, before every closure
    SpecialHours("2026-12-24/2026-12-26"),  # closures, the rarer and the shorter first
    SpecialHours("2026-12-01/2027-01-31"),
    SpecialHours("2026-12-01/.."),
    SpecialHours("12-25"),
    SpecialHours("12-24/12-26"),
    SpecialHours("12-24/01-01"),
    SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=4FR"),
    SpecialHours("RRULE:FREQ=WEEKLY;BYDAY=FR"),
    SpecialHours("2026-12-24/2026-12-26", "08:00-09:00"),  # hours, in the same order
    SpecialHours("2026-12-01/2027-01-31", "08:00-09:00"),
    SpecialHours("2026-12-01/..", "08:00-09:00"),
    SpecialHours("RRULE:FREQ=YEARLY;BYMONTH=12;BYDAY=4FR", "08:00-09:00"),
    SpecialHours("12-24/12-26", "08:00-09:00"),
    SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=4FR", "08:00-09:00"),
    SpecialHours("RRULE:FREQ=DAILY", "08:00-09:00"),
]


def test_which_special_hours_win():
    assert special_by_precedence([SPECIAL_ORDER]) == tuple(SPECIAL_ORDER)
    assert special_by_precedence([SPECIAL_ORDER[::-1]]) == tuple(SPECIAL_ORDER)
    assert special_by_precedence([SPECIAL_ORDER[8:], SPECIAL_ORDER[:8]]) == tuple(SPECIAL_ORDER)


SAME = [SpecialHours("12-25", "08:00-09:00", reason=reason) for reason in "abc"]
DAYS = [
    SpecialHours("2026-12-25", hours, reason=reason)
    for hours, reason in (("off", "a"), ("08:00-09:00", "b"), ("off", "c"))
]


@pytest.mark.parametrize("rules", [SAME, DAYS], ids=["hours", "single days"])
def test_of_two_alike_the_own_wins_and_then_the_one_listed_later(rules: list[SpecialHours]):
    for first, second, third in permutations(rules):
        assert special_by_precedence([[first, second, third]]) == (third, second, first)
        assert special_by_precedence([[first, second], [third]]) == (second, first, third)
        assert special_by_precedence([[first], [second, third]]) == (first, third, second)
        assert special_by_precedence([[], [first], [second], [third]]) == (first, second, third)


def test_a_range_of_one_day_is_a_single_day():
    closure, hours = SpecialHours("2026-12-24/2026-12-26"), SpecialHours("2026-12-25/2026-12-25", "08:00-09:00")
    assert special_by_precedence([[closure, hours]]) == (hours, closure)


def test_easter_and_public_holidays_come_once_a_year():
    monthly = SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=1FR", "08:00-09:00")
    for dates in ("easter-2", "12-25/12-31"):
        rule = SpecialHours(dates, "10:00-11:00")
        assert special_by_precedence([[rule, monthly]]) == (rule, monthly)


def test_no_rules_are_in_order():
    assert special_by_precedence([]) == special_by_precedence([[], []]) == seasonal_by_precedence([[]]) == ()
    assert special_by_precedence([[], SAME[:1]]) == (SAME[0],)


SEASON_ORDER = [
    SeasonalHours("2026-06-01", "off"),
    SeasonalHours("2026-06-01/2026-06-07", "off"),
    SeasonalHours("06-01/08-31", "off"),
    SeasonalHours("2025-01-01/2026-12-31", "off"),
    SeasonalHours("2027-01-01/..", "off"),
    SeasonalHours("2026-01-01/..", "off"),
    SeasonalHours("2025-12-31/..", "off"),
]


def test_which_season_wins():
    assert seasonal_by_precedence([SEASON_ORDER]) == tuple(SEASON_ORDER)
    assert seasonal_by_precedence([SEASON_ORDER[::-1]]) == tuple(SEASON_ORDER)
    assert seasonal_by_precedence([SEASON_ORDER[3:], SEASON_ORDER[:3]]) == tuple(SEASON_ORDER)


@pytest.mark.parametrize("dates", ["06-01/08-31", "2026-01-01/..", "easter"])
def test_of_two_seasons_alike_the_own_wins_and_then_the_one_listed_later(dates: str):
    first, second, third = (SeasonalHours(dates, "off", reason=reason) for reason in "abc")
    assert seasonal_by_precedence([[first, second], [third]]) == (second, first, third)
    assert seasonal_by_precedence([[third], [first, second]]) == (third, second, first)
