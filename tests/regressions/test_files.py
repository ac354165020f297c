"""What documents, and clinic files above all, got wrong once."""

import warnings
from pathlib import Path

import pytest

from clinic_hours import AssumedHoursWarning, Clinic
from clinic_hours.errors import ClinicFileError, DocumentSyntaxError
from clinic_hours.files import parse, write

HEAD = 'name = "Riverside"\ntimezone = "UTC"\n'
OFFICE = HEAD + '\n[[locations]]\nname = "Main office"\nregular_hours = "Mon-Fri 8am-4pm"\n'


def saved(folder: Path, text: str, **changes: object) -> str:
    """The text of a file after its first location was changed."""
    path = folder / "clinic.toml"
    path.write_bytes(text.encode())
    clinic = Clinic.load(path)
    changed = clinic.replace(locations=(clinic.locations[0].replace(**changes), *clinic.locations[1:]))
    changed.save(path)
    assert Clinic.load(path) == changed
    return path.read_bytes().decode()


def test_json_nested_deeply_ended_in_a_recursion_error():
    with pytest.raises(DocumentSyntaxError, match="line 1: the document is nested more than 50 levels deep"):
        parse(f'{{"a": {"[" * 600}{"]" * 600}}}', "json")


@pytest.mark.parametrize(("form", "text"), [("json", '{{"a": {}}}'), ("toml", "a = {}")])
def test_a_number_of_too_many_digits_was_an_error_of_python(form: str, text: str):
    with pytest.raises(DocumentSyntaxError, match="too many digits"):
        parse(text.format("1" * 5000), form)


def test_a_key_of_json_that_stands_twice_was_told_without_its_line():
    with pytest.raises(DocumentSyntaxError, match="line 2: the key 'a' stands twice"):
        parse('{"a": 1,\n"a": 2}', "json")


def test_a_list_of_tables_in_a_table_was_written_as_no_toml():
    data = {"regular_hours": {"monday": [{"opens": "09:00", "closes": "12:00"}]}}
    assert parse(write(data, "toml"), "toml").data == data


@pytest.mark.parametrize("text", ["\x85", "a\u2028b"])
def test_a_rare_line_break_was_lost_in_yaml(text: str):
    pytest.importorskip("yaml")
    assert parse(write({"a b": text}, "yaml"), "yaml").data == {"a b": text}


def test_an_address_whose_parts_were_all_others_could_not_be_saved(tmp_path: Path):
    text = saved(tmp_path, OFFICE + 'address = {street = "1 River Road"}\n', address={"city": "Edgewater"})
    assert text == OFFICE + 'address = {city = "Edgewater"}\n'


def test_an_address_by_dotted_keys_that_stand_apart_could_not_be_saved(tmp_path: Path):
    dotted = 'address.city = "Edgewater"\nphone = "+1"\naddress.country = "US"\n'
    text = saved(tmp_path, OFFICE + dotted, address={"street": "1", "city": "Edgewater"})
    assert text == OFFICE + 'address.city = "Edgewater"\naddress.street = "1"\nphone = "+1"\n'


def test_rules_of_a_location_in_braces_were_written_afresh(tmp_path: Path):
    braces = HEAD + "locations = [\n  {name = 'Main office', regular_hours = '24/7'},  # by hand\n]\n"
    text = saved(tmp_path, braces, special_hours=[{"dates": "12-25"}])
    assert text == braces.replace("'24/7'}", "'24/7', special_hours = [{dates = \"12-25\"}]}")


def test_comments_between_the_lines_of_what_was_taken_out_were_lost(tmp_path: Path):
    rule = '\n[[locations.special_hours]]\n# as every year\ndates = "12-25"\n# by the owner\nreason = "Christmas"\n'
    assert saved(tmp_path, OFFICE + rule, special_hours=()) == OFFICE + "\n# as every year\n# by the owner\n"


def test_comments_in_a_list_that_was_replaced_were_lost(tmp_path: Path):
    hours = "regular_hours = {monday = [\n  # in the morning\n  '08:00-12:00',\n]}\n"
    text = saved(tmp_path, f"{HEAD}[[locations]]\nname = 'Main office'\n{hours}phone = '1'\n", regular_hours="24/7")
    assert (
        text
        == f"{HEAD}[[locations]]\nname = 'Main office'\nregular_hours = \"Open 24 hours\"\n  # in the morning\nphone = '1'\n"
    )


def test_lines_that_end_as_on_windows_came_to_end_in_two_ways(tmp_path: Path):
    text = saved(tmp_path, OFFICE.replace("\n", "\r\n"), phone="+1")
    assert text == (OFFICE + 'phone = "+1"\n').replace("\n", "\r\n")


def test_a_file_that_is_no_text_was_told_without_its_name_when_it_was_saved_over(tmp_path: Path):
    path = tmp_path / "clinic.toml"
    path.write_bytes("name = 'Zürich'\n".encode("latin-1"))
    with pytest.raises(ClinicFileError, match=r"clinic\.toml:1: this is not a text in UTF-8"):
        Clinic(name="Riverside").save(path)


def test_an_assumption_about_hours_that_stand_twice_was_told_four_times(tmp_path: Path):
    path = tmp_path / "clinic.toml"
    path.write_text(
        OFFICE.replace("8am-4pm", "8-5") + "[[locations]]\nname = 'Mon-Fri 8-5'\nregular_hours = 'Mon-Fri 8-5'\n"
    )
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        Clinic.load(path)
    assert [warning.category for warning in told] == [AssumedHoursWarning] * 2
    assert [str(warning.message).partition(": ")[0] for warning in told] == [f"{path}:6", f"{path}:9"]


def test_a_mistake_in_a_sign_of_yaml_was_told_with_the_line_before(tmp_path: Path):
    pytest.importorskip("yaml")
    sign = "".join(f"          {day} 8am-4pm\n" for day in ("Mon", "Tues", "Wed", "Thurs"))
    path = tmp_path / "clinic.yaml"
    path.write_text(
        f"name: R\ntimezone: UTC\nlocations:\n    - name: Main\n      regular_hours: |\n{sign}          Fri by moonlight\n"
    )
    with pytest.raises(ClinicFileError, match=r"clinic\.yaml:10: Main: regular_hours: "):
        Clinic.load(path)


def test_a_table_was_put_right_below_a_last_line_without_an_end(tmp_path: Path):
    text = saved(tmp_path, OFFICE.rstrip("\n"), special_hours=[{"dates": "12-25"}])
    assert text == f'{OFFICE}\n[[locations.special_hours]]\ndates = "12-25"'


def test_a_version_of_thousands_of_digits_was_an_error_of_python(tmp_path: Path):
    path = tmp_path / "clinic.toml"
    path.write_text(f"schema_version = '{'1' * 5000}'\n")
    with pytest.raises(ClinicFileError, match="schema_version is a number such as 1"):
        Clinic.load(path)


def test_remarks_between_lists_went_to_the_end_of_the_file(tmp_path: Path):
    path = tmp_path / "clinic.toml"
    rule = '\n[[special_hours]]\ndates = "12-25"\n'
    path.write_text(OFFICE.replace("\n[[loc", f"{rule}\n# --- offices ---\n[[loc"))
    Clinic.load(path).replace(special_hours=()).save(path)
    assert path.read_text() == OFFICE.replace("\n[[loc", "\n# --- offices ---\n[[loc")


def test_an_exception_in_the_rule_of_a_service_went_unsaid(tmp_path: Path):
    path = tmp_path / "clinic.toml"
    lab = '[[locations.services]]\nname = "Lab"\nregular_hours = "24/7"\n[[locations.services.special_hours]]\ndates = "12-25"\n'
    path.write_text(f'{OFFICE}{lab}except_locations = ["main-office"]\n')
    with pytest.raises(
        ClinicFileError, match=r"clinic\.toml:12: Main office, Lab: special_hours no\. 1 except_locations"
    ):
        Clinic.load(path)
