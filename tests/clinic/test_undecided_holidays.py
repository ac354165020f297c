"""Public holidays that nobody has decided about."""

import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from clinic_hours import Address, Clinic, MissingExtraError, SeasonalHours, SpecialHours, WrongTypeError

OPEN = "Mo-Su 08:00-16:00"
CHRISTMAS = date(2026, 12, 25)
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)


def place(name: str = "Main office", **fields: Any) -> dict[str, Any]:
    return {"name": name, "regular_hours": OPEN} | fields


def practice(*locations: Any, **fields: Any) -> Clinic:
    return Clinic(**{"name": "Riverside", "timezone": "UTC", "locations": locations} | fields)


@pytest.mark.holidays
class TestUndecidedHolidays:
    """Needs the `holidays` package."""

    NOVEMBER = (date(2026, 11, 20), date(2026, 12, 31))

    @pytest.fixture(autouse=True)
    def _extra(self):
        pytest.importorskip("holidays")

    @staticmethod
    def told(clinic: Clinic, first: date, last: date) -> list[tuple[str, str, str, str]]:
        return [(f"{h.day:%m-%d}", h.name, h.calendar, h.location) for h in clinic.undecided_holidays(first, last)]

    def test_those_of_an_address_are_looked_up(self):
        clinic = practice(place(address={"country": "US", "region": "NJ"}))
        assert self.told(clinic, *self.NOVEMBER) == [
            ("11-26", "Thanksgiving Day", "US-NJ", "main-office"),
            ("12-25", "Christmas Day", "US-NJ", "main-office"),
        ]
        assert (
            str(clinic.undecided_holidays(*self.NOVEMBER)[0])
            == "2026-11-26 Thanksgiving Day: main-office would be open"
        )

    @pytest.mark.parametrize("region", ["NJ", "nj", "New Jersey", "US-NJ", " new jersey "])
    def test_a_region_is_known_by_its_code_or_name(self, region: str):
        found = self.told(practice(place(address=Address(country="us", region=region))), *self.NOVEMBER)
        assert {calendar for _, _, calendar, _ in found} == {"US-NJ"}

    @pytest.mark.parametrize(("country", "calendars"), [("US", {"US"}), ("", set()), ("ZZ", set())])
    def test_an_unknown_region_leaves_the_country_and_an_unknown_country_nothing(
        self, country: str, calendars: set[str]
    ):
        found = self.told(practice(place(address=Address(country=country, region="Atlantis"))), *self.NOVEMBER)
        assert {calendar for _, _, calendar, _ in found} == calendars

    @pytest.mark.parametrize(
        ("dates", "hours", "decided"),
        [
            ("12-25", "off", True),
            ("2026-12-25", "08:00-12:00", True),
            ("12-25", "08:00-12:00", True),
            ("US: Christmas Day", "08:00-12:00", True),
            ("US: *", "08:00-12:00", True),
            ("12-24/12-26", "off", True),
            ("12-24/12-26", "08:00-12:00", False),
            ("2026-12-01/..", "08:00-12:00", False),
            ("RRULE:FREQ=WEEKLY;BYDAY=FR", "08:00-12:00", False),
            ("RRULE:FREQ=WEEKLY;BYDAY=FR", "off", True),
            ("RRULE:FREQ=WEEKLY;BYDAY=FR", '00:00-24:00 unknown "by appointment"', True),
        ],
    )
    @pytest.mark.parametrize("of", ["clinic", "location"])
    def test_a_rule_decides_that_closes_or_names_the_date_alone(self, dates: str, hours: str, decided: bool, of: str):
        rule = SpecialHours(dates, hours)
        own, shared = ([rule], []) if of == "location" else ([], [rule])
        clinic = practice(place(address={"country": "US"}, special_hours=own), special_hours=shared)
        assert (self.told(clinic, CHRISTMAS, CHRISTMAS) == []) is decided

    def test_a_season_decides_only_where_it_closes(self):
        for hours, found in (("off", 0), ("Mo-Su 09:00-12:00", 1)):
            season = SeasonalHours("12-25", hours)
            clinic = practice(place(address={"country": "US"}, seasonal_hours=[season]))
            assert len(clinic.undecided_holidays(CHRISTMAS, CHRISTMAS)) == found

    def test_a_rule_that_excepts_a_location_decides_for_it(self):
        us = {"address": {"country": "US"}}
        rule = SpecialHours("US: Thanksgiving Day", except_locations=["annex"])
        clinic = practice(place(**us), place("Annex", **us), special_hours=[rule])
        found = self.told(clinic, *self.NOVEMBER)
        assert [(day, location) for day, _, _, location in found] == [("12-25", "main-office"), ("12-25", "annex")]
        longer = SpecialHours("11-25/11-27", except_locations=["annex"])
        found = self.told(clinic.replace(special_hours=[longer]), *self.NOVEMBER)
        assert ("11-26", "Thanksgiving Day", "US", "annex") in found

    def test_calendars_that_rules_name_are_looked_up_too(self):
        rules = {
            "special_hours": [SpecialHours("US: Christmas Day")],
            "seasonal_hours": [SeasonalHours("DE-BE: *", "Mo 08:00-09:00")],
            "breaks": [{"dates": "FR: *", "hours": "12:00-13:00"}],
        }
        clinic = practice(place(**rules))
        found = self.told(clinic, date(2026, 5, 1), date(2026, 7, 14))
        assert [(day, calendar) for day, _, calendar, _ in found if day in ("07-03", "07-14", "05-08")] == [
            ("05-08", "FR"),
            ("07-03", "US"),
            ("07-14", "FR"),
        ]

    def test_a_day_that_is_observed_in_place_of_another_says_so(self):
        clinic = practice(place(address={"country": "US"}))
        found = self.told(clinic, date(2026, 7, 3), date(2026, 7, 4))
        assert [name for _, name, _, _ in found] == ["Independence Day (observed)", "Independence Day"]

    def test_a_date_that_two_calendars_have_is_told_once_and_all_in_order(self):
        clinic = practice(
            place(address={"country": "US"}, special_hours=[SpecialHours("DE: Neujahr", "08:00-09:00")]),
            place("Annex", address={"country": "DE"}),
        )
        found = self.told(clinic, CHRISTMAS, date(2026, 12, 26))
        assert [(day, calendar, location) for day, _, calendar, location in found] == [
            ("12-25", "US", "main-office"),
            ("12-25", "DE", "annex"),
            ("12-26", "DE", "main-office"),
            ("12-26", "DE", "annex"),
        ]

    def test_outside_the_years_of_a_calendar_nothing_is_known(self):
        clinic = practice(place(address={"country": "US"}))
        assert clinic.undecided_holidays(date(1, 1, 1), date(1, 12, 31)) == []
        assert clinic.undecided_holidays(date(9000, 1, 1), date(9000, 12, 31)) == []

    def test_closed_locations_and_other_states_need_no_decision(self):
        us = {"address": {"country": "US"}}
        clinic = practice(
            place(regular_hours="off", **us), place("A", regular_hours={"friday": "by appointment"}, **us)
        )
        assert clinic.undecided_holidays(*self.NOVEMBER) == []

    def test_a_window_is_of_dates(self):
        clinic = practice(place(address={"country": "US"}))
        with pytest.raises(WrongTypeError):
            clinic.undecided_holidays(MONDAY, CHRISTMAS)
        assert clinic.undecided_holidays(CHRISTMAS, CHRISTMAS - timedelta(1)) == []


def test_without_its_package_holidays_are_refused_by_the_extra(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "holidays", None)
    clinic = practice(place(address={"country": "US"}))
    with pytest.raises(MissingExtraError, match=r"pip install 'clinic-hours\[holidays\]'"):
        clinic.undecided_holidays(CHRISTMAS, CHRISTMAS)
    assert practice(place()).undecided_holidays(CHRISTMAS, CHRISTMAS) == []
