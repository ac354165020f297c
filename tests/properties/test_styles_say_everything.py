"""Nothing of a week is lost in words: no range, no note, no state, in any style or locale."""

from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from clinic_hours import DayHours, State, WeeklyHours, format_hours, strategies
from clinic_hours.hours.notation import Range
from clinic_hours.text.built_in import SHAPES, style_of
from clinic_hours.text.locales import LANGUAGES
from clinic_hours.text.styles import Style

LOCALES = (
    *LANGUAGES,
    "en_US",
    "en_GB",
    "de_DE",
    "fr_CA",
    "es_US",
    "pt_BR",
    "pt_PT",
    "ar_EG",
    "ar_MA",
    "zh_TW",
    "ko_KR",
    "ja_JP",
)
NOTES = ["", "Dr. Roe", "new patients", "ring twice", "côté cour", "左側の扉", "كشك"]


@st.composite
def notes_of_words(draw: st.DrawFn) -> WeeklyHours:
    """A week whose notes could stand on any door."""
    week = draw(strategies.weekly_hours())
    days = {
        day: [
            {"opens": r.opens, "closes": r.closes, "state": r.state, "note": draw(st.sampled_from(NOTES))}
            for r in hours
        ]
        for day, hours in zip(WeeklyHours.model_fields, week.days)
    }
    return WeeklyHours(**days)  # type: ignore[arg-type]


def clocks(style: Style, minute: int) -> set[str]:
    """How a clock may stand in a text; worked out apart from the writer."""
    hour, past = divmod(minute % 1440, 60)
    twelve = hour % 12 or 12
    half = style.halves[hour] if style.halves else style.pm if hour >= 12 else style.am
    hours = {f"{hour}", f"{hour:02}"} | ({"24"} if minute == 1440 else set())
    found = {f"{h}{mark}{past:02}" for h in hours for mark in (":", ".", " h ")} | {
        f"{half}{twelve}:{past:02}",
        f"{half} {twelve}:{past:02}",
    }
    found |= {f"{twelve}:{past:02}{half}", f"{twelve}:{past:02} {half}"}
    if past == 0:
        found |= {f"{h} h" for h in hours} | {
            f"{twelve}{half}",
            f"{twelve} {half}",
            f"{half}{twelve}時",
            f"{half} {twelve}시",
        }
        found |= {word for word in [{0: style.midnight, 720: style.noon}.get(minute % 1440, "")] if word}
    return {
        "".join(style.digits[int(c)] if style.digits and c in "0123456789" else c for c in clock) for clock in found
    }


def told(style: Style, hours: Range) -> list[set[str]]:
    """What must stand in a text for a range, each in one of its forms, in this order."""
    whole = (hours.start, hours.end) == (0, 1440)
    words = {State.BY_APPOINTMENT: style.by_appointment, State.UNKNOWN: style.hours_may_differ}.get(hours.state, "")
    times = [clocks(style, hours.start), clocks(style, hours.end)]
    if whole:
        times = [] if words else [{style.whole_day}]
    return times + ([{words}] if words else []) + ([{hours.note}] if hours.note else [])


def passed(text: str, pieces: list[set[str]]) -> bool:
    """Whether pieces stand in a text one behind the other."""
    text, at = text.casefold(), 0
    for forms in pieces:
        places = [text.find(form.casefold(), at) + len(form) for form in forms if text.find(form.casefold(), at) >= 0]
        if not places:
            return False
        at = min(places)
    return True


@given(notes_of_words(), st.sampled_from([*SHAPES]), st.sampled_from(LOCALES))
def test_each_clock_state_and_note_of_a_day_stands_in_its_line(week: WeeklyHours, name: str, locale: str):
    style = style_of(name, locale)
    text = format_hours(week, name, locale)
    lines = text.split(style.between)
    for number, day in enumerate(week.days):
        pieces = [piece for hours in day.plain for piece in told(style, hours)] if day else [{style.closed}]
        assert any(passed(line, pieces) for line in lines), (day, text)
        if style.each_day:
            line = lines[(number - style.first_day) % 7]
            assert line.casefold().startswith(style.days[number].casefold())
            assert passed(line, pieces)
    assert len(lines) == (7 if style.each_day else len({*week.days}))


@given(notes_of_words(), st.sampled_from([name for name in SHAPES if name != "table"]), st.sampled_from(LOCALES))
def test_each_day_is_named_in_one_line_alone(week: WeeklyHours, name: str, locale: str):
    style = style_of(name, locale)
    assume(len({*week.days}) > 1)
    own = Style(**{field: getattr(style, field) for field in style.__dataclass_fields__} | {
        "days": tuple(f"«{number}»" for number in range(7)), "first_days": (), "last_days": (),
        "longest_list": 7, "comma": "", "last": "", "every_day": "",
    })  # fmt: skip
    text = format_hours(week, own)
    assert all(text.count(f"«{number}»") == 1 for number in range(7))
    for line in text.split(style.between):
        days = {number for number in range(7) if f"«{number}»" in line}
        assert len({week.days[number] for number in days}) == 1


def changed(draw: Any, week: WeeklyHours) -> WeeklyHours:
    """A week that differs from another in one thing."""
    name = draw(st.sampled_from([*WeeklyHours.model_fields]))
    ranges = list(getattr(week, name).plain)
    if not ranges:
        return week.replace(**{name: draw(strategies.day_hours(min_size=1))})
    at = draw(st.integers(0, len(ranges) - 1))
    r: Range = ranges[at]
    match draw(st.sampled_from(["later", "longer", "state", "note", "without", "swapped"])):
        case "later":
            ranges[at] = r._replace(start=max(0, r.start - draw(st.sampled_from([1, 720]))))
        case "longer":
            ranges[at] = r._replace(end=r.end + draw(st.sampled_from([1, 720])))
        case "state":
            ranges[at] = r._replace(state=draw(st.sampled_from([State.OPEN, State.BY_APPOINTMENT, State.UNKNOWN])))
        case "note":
            ranges[at] = r._replace(note=draw(st.sampled_from(NOTES)))
        case "without":
            del ranges[at]
        case _:
            other = draw(st.sampled_from([*WeeklyHours.model_fields]))
            return week.replace(**{name: getattr(week, other), other: getattr(week, name)})
    return week.replace(**{name: DayHours([{"opens": f"{s // 60:02}:{s % 60:02}", "closes": f"{e // 60 % 24:02}:{e % 60:02}" if e != 1440 else "24:00", "state": state, "note": note} for s, e, state, note in ranges])})  # fmt: skip


@given(st.data(), notes_of_words(), st.sampled_from([*SHAPES]), st.sampled_from(LOCALES))
def test_weeks_that_differ_are_written_differently(data: st.DataObject, week: WeeklyHours, name: str, locale: str):
    try:
        other = changed(data.draw, week)
    except ValueError:  # hours that cannot be
        assume(False)
        raise
    assert (format_hours(week, name, locale) == format_hours(other, name, locale)) == (week == other)


@given(strategies.weekly_hours(), st.sampled_from([*SHAPES]), st.sampled_from(LOCALES))
def test_a_text_has_no_blank_at_its_ends_and_is_the_same_each_time(week: WeeklyHours, name: str, locale: str):
    text = format_hours(week, name, locale)
    assert text == text.strip() == format_hours(week, style_of(name, locale))
    assert all(line == line.strip() and line for line in text.split("\n"))
