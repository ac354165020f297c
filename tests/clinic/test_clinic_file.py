"""A clinic in a file: loaded, saved, and loaded again; what a person wrote there stays."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from clinic_hours import (
    AssumedHoursWarning,
    Break,
    Clinic,
    Location,
    SeasonalHours,
    Service,
    SpecialHours,
    WeeklyHours,
    strategies,
)
from clinic_hours.clinic import editing, plain
from clinic_hours.clinic.editing import edited
from clinic_hours.errors import ClinicFileError, FileChangedError, UnknownFormatError

FORMS = ("toml", "json", "yaml")
EXAMPLE = Path(editing.__file__).parents[1] / "example.toml"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("clinics")


def needs(form: str) -> None:
    if form == "yaml":
        pytest.importorskip("yaml")


# The example


@pytest.fixture(scope="module")
def clinic() -> Clinic:
    pytest.importorskip("holidays")
    return Clinic.load(EXAMPLE)


@pytest.mark.holidays
class TestExample:
    """The clinic of the documentation."""

    def test_it_says_what_it_says(self, clinic: Clinic):
        assert (clinic.name, clinic.timezone, clinic.checked_on) == (
            "Riverside Dermatology",
            "America/New_York",
            date(2026, 11, 2),
        )
        assert [location.key for location in clinic] == ["main", "satellite-office", "urgent-care"]
        main = clinic.locations[0]
        assert main.regular_hours == WeeklyHours.parse("Mo 08:00-16:00; Tu-Th 08:00-17:00; Fr 08:00-15:00")
        assert main.special_hours == (
            SpecialHours("2026-12-24", "08:00-12:00", reason="Christmas Eve"),
            SpecialHours("RRULE:FREQ=MONTHLY;BYDAY=2SA,4SA", "09:00-12:00"),
        )
        assert main.seasonal_hours == (SeasonalHours("06-01/08-31", "Mo-Th 08:00-16:00", reason="Summer hours"),)
        assert main.breaks == (Break("RRULE:FREQ=MONTHLY;BYDAY=1TH", "12:00-13:00", reason="Staff meeting"),)
        assert main.services == (Service(id="lab", name="Lab", regular_hours="Mo-Fr 07:00-11:00"),)

    @pytest.mark.parametrize(
        ("day", "main", "satellite", "urgent"),
        [
            ("2026-11-23", "08:00-16:00", "08:00-16:00", "08:00-20:00"),
            ("2026-11-26", "off", "off", "off"),  # Thanksgiving; urgent care is closed on Thursdays anyway
            ("2026-12-24", "08:00-12:00", "off", "off"),
            ("2026-12-25", "off", "off", "off"),
            ("2026-11-28", "09:00-12:00", "off", "09:00-13:00,14:00-18:00"),
            ("2027-06-04", "off", "off", "off"),  # a Friday in summer
            ("2026-12-03", "08:00-12:00,13:00-17:00", "off", "off"),  # the first Thursday
            ("2026-11-29", "off", "off", '00:00-24:00 unknown "by appointment"'),
        ],
    )
    def test_it_answers(self, clinic: Clinic, day: str, main: str, satellite: str, urgent: str):
        of = [str(location.hours_on(date.fromisoformat(day))) for location in clinic]
        assert of == [main, satellite, urgent]

    def test_its_lab_is_closed_when_the_office_is(self, clinic: Clinic):
        lab = clinic["main"].service("lab")
        assert str(lab.hours_on(date(2026, 12, 24))) == "07:00-11:00"
        assert str(lab.hours_on(date(2026, 12, 25))) == "off"
        assert lab.next_opening(datetime(2026, 12, 24, 12, tzinfo=lab.zone)).start == datetime(
            2026, 12, 28, 7, tzinfo=lab.zone
        )

    @pytest.mark.parametrize("form", FORMS)
    def test_it_is_saved_and_loaded(self, clinic: Clinic, tmp_path: Path, form: str):
        needs(form)
        clinic.save(tmp_path / f"clinic.{form}")
        assert Clinic.load(tmp_path / f"clinic.{form}") == clinic

    def test_saved_over_itself_not_a_letter_changes(self, clinic: Clinic, tmp_path: Path):
        path = tmp_path / "clinic.toml"
        path.write_bytes(EXAMPLE.read_bytes())
        clinic.save(path)
        assert path.read_bytes() == EXAMPLE.read_bytes()

    def test_an_edit_leaves_all_else_as_it_was(self, clinic: Clinic, tmp_path: Path):
        path = tmp_path / "clinic.toml"
        path.write_bytes(EXAMPLE.read_bytes())
        clinic.with_special("2026-11-24", reason="Snow").save(path)
        added = '[[special_hours]]\ndates = "2026-11-24"\nreason = "Snow"\n\n'
        before, found, after = EXAMPLE.read_text(encoding="utf-8").partition('[[locations]]\nid = "main"')
        assert path.read_text(encoding="utf-8") == before + added + found + after


# There and back


@given(clinic=strategies.clinics())
@pytest.mark.parametrize("form", FORMS)
def test_every_clinic_is_saved_and_loaded(clinic: Clinic, form: str, folder: Path):
    needs(form)
    path = folder / f"clinic.{form}"
    path.unlink(missing_ok=True)
    clinic.save(path)
    assert Clinic.load(path) == clinic


@given(one=strategies.clinics(), other=strategies.clinics())
def test_every_clinic_is_saved_over_every_other(one: Clinic, other: Clinic, folder: Path):
    path = folder / "over.toml"
    path.unlink(missing_ok=True)
    one.save(path)
    other.save(path)
    assert Clinic.load(path) == other


# What is refused


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = 'R'\nnme = 'x'\n", r"clinic\.toml:2: nme: no key has this name here"),
        ("name = \n", r"clinic\.toml:1: this is not TOML"),
        ("schema_version = 2\nname = 'R'\n", r"install a newer clinic-hours"),
    ],
)
def test_a_toml_file_with_mistakes_is_not_saved_over(tmp_path: Path, text: str, told: str):
    path = tmp_path / "clinic.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ClinicFileError, match=told):
        Clinic(name="Riverside").save(path)
    assert path.read_text(encoding="utf-8") == text
    assert [item.name for item in tmp_path.iterdir()] == ["clinic.toml"]


@pytest.mark.parametrize("name", ["clinic.json", "clinic.yml"])
def test_a_file_of_another_format_is_saved_over_whatever_it_holds(tmp_path: Path, name: str):
    needs("yaml")
    path = tmp_path / name
    path.write_text("{[", encoding="utf-8")
    Clinic(name="Riverside").save(path)
    assert Clinic.load(path) == Clinic(name="Riverside")


def test_another_hand_on_the_file_meanwhile_is_not_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "clinic.toml"
    path.write_text("name = 'Riverside'\n", encoding="utf-8")

    def meanwhile(clinic: Clinic, text: str, file: str) -> str:
        path.write_text("name = 'by another'\n", encoding="utf-8")
        return edited(clinic, text, file)

    monkeypatch.setattr(editing, "edited", meanwhile)
    with pytest.raises(FileChangedError, match="was changed by someone else meanwhile; nothing was saved"):
        Clinic(name="Riverside").save(path)
    assert path.read_text(encoding="utf-8") == "name = 'by another'\n"


def test_a_file_whose_name_says_no_format_is_neither_loaded_nor_saved(tmp_path: Path):
    with pytest.raises(UnknownFormatError):
        Clinic.load(tmp_path / "clinic.txt")
    with pytest.raises(UnknownFormatError):
        Clinic(name="Riverside").save(tmp_path / "clinic.txt")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_not_there_is_what_the_system_says(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        Clinic.load(tmp_path / "clinic.toml")


def test_a_huge_file_is_told_by_its_name(tmp_path: Path):
    path = tmp_path / "clinic.toml"
    with path.open("wb") as file:
        file.truncate(10_000_001)
    with pytest.raises(ClinicFileError, match=r"clinic\.toml: the file has 10,000,001 bytes"):
        Clinic.load(path)


# What was assumed

ASSUMED = {
    "toml": "name = 'R'\ntimezone = 'UTC'\n[[locations]]\nname = 'Main office'\nregular_hours = '''\nMon 8am-4pm\nTues 8-5'''\n",
    "json": '{"name": "R", "timezone": "UTC", "locations": [\n\n\n\n{"name": "Main office",\n"x":1,\n"regular_hours": "Tues 8-5"}]}',
    "yaml": "name: R\ntimezone: UTC\nlocations:\n  - name: Main office\n    regular_hours: |\n          Mon 8am-4pm\n          Tues 8-5\n",
}


@pytest.mark.parametrize("form", FORMS)
def test_what_was_assumed_is_a_warning_with_its_place(tmp_path: Path, form: str):
    needs(form)
    path = tmp_path / f"clinic.{form}"
    path.write_text(ASSUMED[form].replace('"x":1,', ""), encoding="utf-8")
    with pytest.warns(AssumedHoursWarning) as told:
        clinic = Clinic.load(path)
    assert [str(warning.message) for warning in told] == [
        f"{path}:7: Main office: regular_hours: '8-5' read as 08:00-17:00"
    ]
    assert told[0].filename == __file__
    assert str(clinic["main-office"].regular_hours.tuesday) == "08:00-17:00"


def test_what_was_assumed_about_the_hours_of_a_rule_names_the_rule(tmp_path: Path):
    path = tmp_path / "clinic.toml"
    path.write_text("name = 'R'\nspecial_hours = [\n  {dates = '12-24'},\n  {dates = '12-31', hours = '8-12'},\n]\n")
    with pytest.warns(AssumedHoursWarning, match=r"clinic\.toml:4: special_hours no\. 2 hours: '8-12' read as"):
        Clinic.load(path)


def test_saving_over_a_sign_that_left_something_open_does_not_tell_it_again(tmp_path: Path):
    path = tmp_path / "clinic.toml"
    path.write_text(ASSUMED["toml"], encoding="utf-8")
    with pytest.warns(AssumedHoursWarning):
        clinic = Clinic.load(path)
    clinic.replace(phone="1").save(path)
    assert "Tues 8-5'''" in path.read_text(encoding="utf-8")


# The form of what is written


def test_a_clinic_is_written_in_the_words_of_the_sign(tmp_path: Path):
    lab = Service(name="Lab", regular_hours="24/7", special_hours=[SpecialHours("12-26", "08:00-12:00")])
    office = Location(
        name="Main office",
        regular_hours="Mo 08:00-16:00; Tu-Th 08:00-17:00",
        breaks=[Break("12-24", "12:00-13:00", reason="Party")],
        address={"city": "Edgewater", "country": "us"},
        services=[lab],
    )
    season = SeasonalHours("06-01/08-31", "Mo 08:00-12:00", "Summer", ["main-office"])
    clinic = Clinic(
        name="R", timezone=ZoneInfo("UTC"), checked_on="2026-11-02", locations=[office], seasonal_hours=[season]
    )
    clinic.save(tmp_path / "clinic.toml")
    assert (
        (tmp_path / "clinic.toml").read_text(encoding="utf-8")
        == '''\
schema_version = 1
name = "R"
timezone = "UTC"
checked_on = 2026-11-02

[[seasonal_hours]]
dates = "06-01/08-31"
hours = """
Mon 8am-noon
Closed Tues-Sun
"""
reason = "Summer"
except_locations = ["main-office"]

[[locations]]
name = "Main office"
regular_hours = """
Mon 8am-4pm
Tues, Wed & Thurs 8am-5pm
Closed Fri, Sat & Sun
"""
address = {city = "Edgewater", country = "US"}

[[locations.breaks]]
dates = "12-24"
hours = "12:00-13:00"
reason = "Party"

[[locations.services]]
name = "Lab"
regular_hours = "Open 24 hours"

[[locations.services.special_hours]]
dates = "12-26"
hours = "08:00-12:00"
'''
    )


@pytest.mark.parametrize("sign", ["Mon 8am-5pm", "Mon by moonlight", "Mon 8-4"])
def test_a_week_that_no_sign_says_exactly_is_written_in_the_notation(monkeypatch: pytest.MonkeyPatch, sign: str):
    monkeypatch.setattr(plain, "format_hours", lambda week: sign)
    assert plain.week_text(WeeklyHours.parse("Mo 08:00-16:00")) == "Mo 08:00-16:00"
