"""A TOML file that people and the library edit in turns."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import clinic_edits as drawn
from clinic_hours import Clinic, Service, SpecialHours, strategies
from clinic_hours.clinic import editing
from clinic_hours.clinic.editing import edited
from clinic_hours.clinic.loading import from_text
from clinic_hours.clinic.plain import clinic_data
from clinic_hours.files import write
from clinic_hours.files.toml_format import item

HANDWRITTEN = """\
# Riverside, all offices
name   =   'Riverside'   # as on the door
timezone = "UTC"

# --- holidays ---

[[special_hours]]
dates = '12-25'

[[locations]]  # the old one
name = "Main office"
regular_hours = "Mon - Fri 8 a.m. - 4 p.m."   # since 2019

  # Dr. Lee's rule
  [[locations.special_hours]]
  dates = "2026-12-24"
  hours = '8am to noon'

# --- across the river ---

[[locations]]
name = 'Annex'
regular_hours = 'Mon 8am-4pm'
"""

EDITS = {
    "a name": ({"name": "Riverside Clinic"}, [("'Riverside' ", '"Riverside Clinic" ')]),
    "one more key": ({"phone": "1"}, [('timezone = "UTC"\n', 'timezone = "UTC"\nphone = "1"\n')]),
    "a rule more": (
        {"special_hours": [SpecialHours("12-25"), SpecialHours("01-01")]},
        [("[[locations]]  # the", '[[special_hours]]\ndates = "01-01"\n\n[[locations]]  # the')],
    ),
    "a rule before": (
        {"special_hours": [SpecialHours("01-01"), SpecialHours("12-25")]},
        [("[[special_hours]]\n", '[[special_hours]]\ndates = "01-01"\n\n[[special_hours]]\n')],
    ),
    "no rules": ({"special_hours": ()}, [("[[special_hours]]\ndates = '12-25'\n\n", "")]),
    "no locations": (
        {"locations": ()},
        [(HANDWRITTEN[HANDWRITTEN.index("[[loc") :], "  # Dr. Lee's rule\n# --- across the river ---\n")],
    ),
}


@pytest.mark.parametrize("what", EDITS)
def test_an_edit_of_the_clinic_changes_what_it_must(what: str):
    changes, pairs = EDITS[what]
    text = HANDWRITTEN
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    clinic = from_text(Clinic, HANDWRITTEN, "toml", "")
    assert edited(clinic.replace(**changes), HANDWRITTEN, "") == text


def changed_location(**changes: object) -> str:
    clinic = from_text(Clinic, HANDWRITTEN, "toml", "")
    main, annex = clinic.locations
    return edited(clinic.replace(locations=(main.replace(**changes), annex)), HANDWRITTEN, "")


def test_an_edit_of_a_location_changes_what_it_must():
    hours = '"Mon - Fri 8 a.m. - 4 p.m."   # since 2019'
    assert changed_location(regular_hours="24/7") == HANDWRITTEN.replace(hours, '"Open 24 hours"   # since 2019')
    assert changed_location(phone="1") == HANDWRITTEN.replace(hours, f'{hours}\nphone = "1"')
    rule = "  [[locations.special_hours]]\n  dates = \"2026-12-24\"\n  hours = '8am to noon'\n"
    assert changed_location(special_hours=()) == HANDWRITTEN.replace(rule, "")


def test_a_list_of_one_location_is_added_behind_its_last_and_before_what_is_said_of_the_next():
    lab = '[[locations.services]]\nname = "Lab"\nregular_hours = "Open 24 hours"\n\n'
    made = changed_location(services=[Service(name="Lab", regular_hours="24/7")])
    assert made == HANDWRITTEN.replace("# --- across", f"{lab}# --- across")


def test_locations_are_moved_and_taken_out_with_their_words():
    clinic = from_text(Clinic, HANDWRITTEN, "toml", "")
    main, annex = clinic.locations
    moved = edited(clinic.replace(locations=(annex, main)), HANDWRITTEN, "")
    assert moved.index("'Annex'") < moved.index("# the old one") < moved.index("# Dr. Lee's rule")
    alone = edited(clinic.replace(locations=(annex,)), HANDWRITTEN, "")
    assert "Main office" not in alone
    assert "# Dr. Lee's rule\n" in alone


def test_an_edit_that_went_wrong_is_not_saved_but_all_written_afresh(monkeypatch: pytest.MonkeyPatch):
    clinic = from_text(Clinic, HANDWRITTEN, "toml", "").replace(phone="1")
    for wrong in (lambda *_: None, lambda document, *_: document.remove("name")):
        monkeypatch.setattr(editing, "_edit", wrong)
        made = edited(clinic, HANDWRITTEN, "")
        assert from_text(Clinic, made, "toml", "") == clinic
        assert drawn.comment_lines(HANDWRITTEN) == drawn.comment_lines(made)


# Laws


@given(st.data(), strategies.clinics())
def test_comments_survive_every_edit(data: st.DataObject, clinic: Clinic):
    text = data.draw(drawn.files(clinic))
    for _ in range(data.draw(st.integers(1, 4))):
        changed = data.draw(drawn.edits(clinic))
        made = edited(changed, text, "clinic.toml")
        assert from_text(Clinic, made, "toml", "clinic.toml") == changed
        assert drawn.comment_lines(text) <= drawn.comment_lines(made)
        clinic, text = changed, made


@given(st.data(), strategies.clinics())
def test_what_is_saved_as_it_is_keeps_every_letter(data: st.DataObject, clinic: Clinic):
    text = data.draw(drawn.files(clinic)).replace("\n", data.draw(st.sampled_from(("\n", "\r\n"))))
    assert edited(clinic, text, "clinic.toml") == text


@given(st.data(), strategies.clinics())
def test_locations_that_did_not_change_keep_their_words(data: st.DataObject, clinic: Clinic):
    changed = data.draw(drawn.edits(clinic))
    made = edited(changed, write(clinic_data(clinic), "toml"), "clinic.toml")
    for location in set(clinic.locations) & set(changed.locations):
        alone = write(clinic_data(Clinic(name="x", timezone="UTC", locations=[location])), "toml")
        assert alone[alone.index("[[locations]]") :].strip() in made


@given(st.data(), strategies.clinics())
def test_a_clinic_in_braces_stays_in_braces(data: st.DataObject, clinic: Clinic):
    text = "".join(f"{key} = {item(value).as_string()}\n" for key, value in clinic_data(clinic).items())
    text = data.draw(drawn.commented(text))
    changed = data.draw(drawn.edits(clinic))
    made = edited(changed, text, "clinic.toml")
    assert from_text(Clinic, made, "toml", "clinic.toml") == changed
    assert drawn.comment_lines(text) <= drawn.comment_lines(made)
    lists = [line.strip("[]").partition(".")[0] for line in made.splitlines() if line.startswith("[[")]
    assert not set(lists) & clinic_data(clinic).keys()


# Files of other shapes

OFFICE = "name = 'R'\ntimezone = 'UTC'\n\n[[locations]]\nname = 'Main'\n"
HOURS = "regular_hours = 'Mon-Fri 8am-4pm'\n"
SHAPES = {
    "an address under a heading": f"{OFFICE}{HOURS}\n[locations.address]  # by post\n# the door\ncity = 'Edgewater'\n# the state\nregion = 'NJ'\n",
    "one part of an address": f"{OFFICE}{HOURS}\n[locations.address]\n# the door\nstreet = '1'\n",
    "an address by dotted keys": f"{OFFICE}address.city = 'Edgewater'\n{HOURS}# the state\naddress.region = 'NJ'\n",
    "an address in braces": f"{OFFICE}address = {{ city = 'Edgewater', region = 'NJ' }}  # by post\n{HOURS}",
    "hours under a heading": f"{OFFICE}\n[locations.regular_hours]\n# summer soon\nmonday = '08:00-16:00'\n",
    "hours by dotted keys": f"{OFFICE}regular_hours.monday = '08:00-16:00'\n# and\nregular_hours.friday = '08:00-12:00'\n",
    "lists that stand apart": (
        f"{OFFICE}{HOURS}\n[[special_hours]]  # of all\ndates = '12-25'\n\n[[locations.special_hours]]\n# first\ndates = '12-24'\n"
    ).replace("[[special_hours]]", "[[locations.breaks]]\nhours = '12:00-13:00'")
    + "\n[[locations.breaks]]\ndates = '12-31'\nhours = '12:00-13:00'\n\n[[special_hours]]\ndates = '01-01'\n",
    "quoted keys": "'name' = 'R'\n\"timezone\" = 'UTC'\n\n[[ 'locations' ]]\n\"name\" = 'Main'\n'regular_hours' = '24/7'\n# end\n",
    "further in": f"{OFFICE}{HOURS}\n  [[locations.special_hours]]\n    dates = '12-25'\n    # why\n    reason = 'Christmas'\n",
    "a comment at the heading": f"{OFFICE}{HOURS}# below\n\n# --- rules\n[[locations.special_hours]]\n# why\ndates = '12-25'",
}
CHANGES: dict[str, dict[str, Any]] = {
    "address": {"address": {"city": "Edgewater", "country": "US"}},
    "other address": {"address": {"street": "1 River Road"}},
    "no address": {"address": None},
    "hours": {"regular_hours": "24/7"},
    "phone": {"phone": "+1"},
    "no rules": {"special_hours": (), "breaks": ()},
    "rules": {"special_hours": [SpecialHours("01-01"), SpecialHours("12-25"), SpecialHours("01-02")]},
    "service": {"services": [{"name": "Lab", "regular_hours": "24/7"}]},
    "all": {"address": None, "regular_hours": "24/7", "special_hours": [SpecialHours("01-01")], "phone": "+1"},
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_file_of_any_shape_is_edited_in_place(shape: str, change: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr(editing, "write")  # what would write it afresh
    text = SHAPES[shape]
    clinic = from_text(Clinic, text, "toml", "")
    changed = clinic.replace(locations=[clinic.locations[0].replace(**CHANGES[change])])
    made = edited(changed, text, "")
    assert from_text(Clinic, made, "toml", "") == changed
    assert drawn.comment_lines(text) <= drawn.comment_lines(made)
    assert (made == text) == (changed == clinic)
