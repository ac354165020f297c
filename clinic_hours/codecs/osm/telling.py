"""What a tag says that a location does not keep: comments that are lost, and ends that are a guess."""

from __future__ import annotations

from collections.abc import Iterator

from clinic_hours.codecs.decoded import Note
from clinic_hours.codecs.osm.lexer import column
from clinic_hours.codecs.osm.syntax import Rule, Tag
from clinic_hours.hours.notation import APPOINTMENT, DIFFER
from clinic_hours.location import Location


def told_of(tag: Tag, place: Location) -> Iterator[Note]:
    """The notes of a tag that was understood, given the location that was made of it."""
    kept = _kept(place)
    for rule in tag.rules:
        where = column(rule.start)
        if any(span.open_end for span in rule.times) and rule.state != "off":
            yield Note("open-end", where, "behind the open end the hours are unknown, up to a guessed end")
        if rule.comment and not _is_kept(rule, kept):
            yield Note("comment", where, f"the comment {rule.comment[:60]!r} is left out, or held in other words")


def _is_kept(rule: Rule, kept: set[str]) -> bool:
    """Whether a comment stands in the location, as a note, a reason, or a state."""
    comment = rule.comment
    if rule.state != "off":
        lower = comment.lower()
        if rule.state == "unknown" and lower in (APPOINTMENT, DIFFER):
            return True
        if rule.state == "unknown" and lower.startswith(f"{APPOINTMENT}:"):
            comment = comment[len(APPOINTMENT) + 1 :].strip()
    return comment in kept


def _kept(place: Location) -> set[str]:
    """Every note and reason of a location."""
    days = [
        *place.regular_hours.days,
        *(day for season in place.seasonal_hours for day in season.hours.days),
        *(special.hours for special in place.special_hours),
    ]
    return {plain.note for day in days for plain in day.plain} | {special.reason for special in place.special_hours}
