"""The groups of a text: what stands under each heading, in the language of the text."""

from __future__ import annotations

from clinic_hours.text.arranging import arranged
from clinic_hours.text.clauses import Group
from clinic_hours.text.cursor import Cursor
from clinic_hours.text.doubts import ASSUMED, WHY, Assumption, Unread, excerpt
from clinic_hours.text.languages import NAMES, tongue
from clinic_hours.text.lexer import Lexed


def understood(lexed: Lexed, language: str | None, *, every: bool = False) -> list[Group]:
    """The groups of a text; with `every`, a heading within a line has a group of its own too."""
    words = tongue(lexed, language)
    groups = arranged(Cursor(lexed, words), every=every)
    if words.doubtful:
        at = lexed.plain.index(words.doubtful)
        place = lexed.place(at, at + 1)
        told = ASSUMED["which_language"].format(excerpt(lexed.text[place[0] : place[1]]), NAMES[words.words.language])
        groups[0].assumed.append(Assumption("which_language", *place, told))
    return groups


def unread_group(lexed: Lexed, group: Group, first: Group) -> list[Unread]:
    """What is reported of another group than the one that is read: all of it, where it says hours."""
    if not group.clauses:
        return group.unread
    name, known = excerpt(group.name), excerpt(first.name) if first.name else "what stands before it"
    told = WHY["another_service"].format(name, known)
    place = lexed.place(group.first, max(group.last, group.first + 1))
    return [Unread("another_service", *place, f"{excerpt(lexed.text[place[0] : place[1]])} was not read: {told}")]
