"""`diff`: what two sources of hours say apart, and the exit status by which scripts know."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import CLINIC, run
from offices import DOCUMENTS, TEXTS

DECEMBER = ["--from", "2026-12-01", "--until", "2026-12-31"]
WINDOW = ["--first", "2026-12-01", "--until", "2026-12-31"]
PAGE = {
    "@context": "https://schema.org",
    "@type": "MedicalClinic",
    "@id": "#front",
    "name": "Front office",
    "openingHours": ["Mo 08:00-16:00", "Tu-Th 08:00-17:00", "Fr 08:00-16:00"],
    "department": {"@type": "MedicalClinic", "name": "Pharmacy", "openingHours": "Mo-Fr 09:00-12:00"},
}
ZONE = "B: it says no time zone, and is read on the clocks of A, America/New_York (zone-assumed)\n"


def saved(name: str, document: Any) -> str:
    Path(name).write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    return name


def test_two_that_agree_exit_with_0(clinic: str):
    run("convert", clinic, "--to", "json", "--output", "clinic.json")
    assert run("diff", clinic, "clinic.json", *DECEMBER) == (
        0,
        "A: clinic.toml (toml)\nB: clinic.json (json)\n2026-12-01 to 2026-12-31\n\n"
        "Front office\n  no difference\n  Lab\n    no difference\n\nSatellite office\n  no difference\n",
        "",
    )


def test_a_web_page_that_says_other_hours_exits_with_1(clinic: str):
    assert run("diff", clinic, saved("page.json", PAGE), *DECEMBER) == (
        1,
        "A: clinic.toml (toml)\nB: page.json (schema-org)\n2026-12-01 to 2026-12-31\n\n"
        "Front office\n"
        "  every Fri 15:00-16:00 (3 times, 2026-12-04 to 2026-12-18): closed in A, open in B\n"
        "  Thu 2026-12-24 12:00-17:00: closed in A, open in B\n"
        "  Fri 2026-12-25 08:00-16:00: closed in A, open in B\n"
        "  Lab: only in A\n"
        "  Pharmacy: only in B\n\n"
        "Satellite office: only in A\n",
        ZONE,
    )


def test_either_may_be_the_first(clinic: str):
    code, out, err = run("diff", saved("page.json", PAGE), clinic, *DECEMBER)
    assert code == 1
    assert "  Thu 2026-12-24 12:00-17:00: open in A, closed in B\n" in out
    assert out.endswith("  Pharmacy: only in A\n  Lab: only in B\n\nSatellite office: only in B\n")
    assert err == "A: it says no time zone, and is read on the clocks of B, America/New_York (zone-assumed)\n"


@pytest.mark.parametrize("change", [("Mon-Fri 7am-11am", "Mon-Fri 7am-10am"), ('name = "Lab"', 'name = "Phones"')])
def test_a_difference_in_a_service_alone_is_one(clinic: str, change: tuple[str, str]):
    assert run("diff", clinic, saved("other.toml", CLINIC.replace(*change)), *DECEMBER).code == 1


def test_a_location_that_only_one_has_is_a_difference(clinic: str):
    fewer = saved("fewer.toml", CLINIC[: CLINIC.rindex("[[locations]]")])
    for one, other, letter in ((clinic, fewer, "A"), (fewer, clinic, "B")):
        ran = run("diff", one, other, *DECEMBER)
        assert ran.code == 1
        assert ran.out.endswith(f"\nSatellite office: only in {letter}\n")
        assert "open in" not in ran.out


def test_services_are_told_under_their_location(clinic: str):
    later = saved("later.toml", CLINIC.replace("Mon-Fri 7am-11am", "Mon-Fri 8am-11am"))
    out = run("diff", clinic, later, "--from", "2026-12-07", "--until", "2026-12-07").out
    assert "  no difference\n  Lab\n    Mon 2026-12-07 07:00-08:00: open in A, closed in B\n" in out


def test_the_only_one_is_matched_with_the_only_one_and_both_are_named(clinic: str):
    a, b = saved("a.toml", TEXTS["toml"]), saved("b.json", DOCUMENTS["google"] | {"title": "Praxis [b]"})
    assert run("diff", a, b, *DECEMBER) == (
        0,
        "A: a.toml (toml)\nB: b.json (google)\n2026-12-01 to 2026-12-31\n\n"
        "Office (A), Praxis [b] (B)\n  no difference\n",
        ZONE.replace("America/New_York", "UTC"),
    )


def test_all_is_told_in_json(clinic: str):
    ran = run("diff", clinic, saved("page.json", PAGE), "--json", "--from", "2026-12-24", "--until", "2026-12-25")
    assert (ran.code, ran.err) == (1, "")
    front = {"id": "front", "name": "Front office"}
    assert ran.data == {
        "a": {"file": "clinic.toml", "format": "toml"},
        "b": {"file": "page.json", "format": "schema-org"},
        "from": "2026-12-24",
        "until": "2026-12-25",
        "locations": [
            {
                "a": front,
                "b": front,
                "differences": [
                    {
                        "start": "2026-12-24T12:00:00-05:00",
                        "end": "2026-12-24T17:00:00-05:00",
                        "a": "closed",
                        "b": "open",
                    },
                    {
                        "start": "2026-12-25T08:00:00-05:00",
                        "end": "2026-12-25T16:00:00-05:00",
                        "a": "closed",
                        "b": "open",
                    },
                ],
                "services": [],
                "only_in_a": [{"id": "lab", "name": "Lab"}],
                "only_in_b": [{"id": "pharmacy", "name": "Pharmacy"}],
            }
        ],
        "only_in_a": [{"id": "satellite-office", "name": "Satellite office"}],
        "only_in_b": [],
        "notes": [
            {
                "about": "B",
                "code": "zone-assumed",
                "place": "",
                "sentence": "it says no time zone, and is read on the clocks of A, America/New_York",
            }
        ],
    }


def test_services_in_json_have_no_services(clinic: str):
    later = saved("later.toml", CLINIC.replace("Mon-Fri 7am-11am", "Mon-Fri 8am-11am"))
    front = run("diff", clinic, later, "--json", "--from", "2026-12-07", "--until", "2026-12-07").data["locations"][0]
    (lab,) = front["services"]
    assert {*lab} == {"a", "b", "differences"}
    assert [row["end"] for row in lab["differences"]] == ["2026-12-07T08:00:00-05:00"]


# The window


def test_without_dates_a_year_from_today_is_compared(clinic: str):
    shown = run("diff", clinic, clinic).lines[2]
    data = run("diff", clinic, clinic, "--json").data
    assert shown == f"{data['from']} to {data['until']}"
    assert run("diff", clinic, clinic, "--from", "2026-12-01").lines[2] == "2026-12-01 to 2027-11-30"
    assert run("diff", clinic, clinic, "--from", "9999-06-01").lines[2] == "9999-06-01 to 9999-12-29"


def test_both_dates_are_compared_whole(clinic: str):
    closed = saved("closed.toml", CLINIC.replace("Tues, Wed & Thurs 8am-5pm", "Tues, Wed & Thurs 8am-4pm"))
    one_day = ["--from", "2026-12-08", "--until", "2026-12-08"]
    assert "Tue 2026-12-08 16:00-17:00: open in A, closed in B" in run("diff", clinic, closed, *one_day).out


# Time zones


def test_a_time_zone_may_be_given_for_what_has_none(clinic: str):
    ran = run("diff", clinic, saved("page.json", PAGE), "-z", "America/Chicago", *DECEMBER)
    assert ran.err == (
        "B: Front office is in America/Chicago, and in A in America/New_York; the times here are those of A (zones-differ)\n"
    )
    assert "every Mon-Thu 08:00-09:00 (" in ran.out
    both = saved("one.json", PAGE), saved("two.json", PAGE)
    assert run("diff", *both, "-z", "America/Chicago", *DECEMBER).code == 0


def test_a_list_without_time_zones_has_those_of_the_others_locations(clinic: str):
    two = CLINIC.replace('name = "Satellite office"', 'name = "Satellite office"\ntimezone = "America/Denver"')
    run("convert", saved("two.toml", two), "--to", "google", "--output", "two.json", *WINDOW)
    ran = run("diff", "two.toml", "two.json", *DECEMBER)
    assert "  no difference\n\nSatellite office\n  no difference\n" in ran.out
    assert "every" not in ran.out
    notes = [line for line in ran.err.splitlines() if "(zone-assumed)" in line]
    assert notes == [ZONE.rstrip(), ZONE.rstrip().replace("New_York", "Denver")]
    # And the other way round.
    assert (
        "  no difference\n\nSatellite office\n  no difference\n" in run("diff", "two.json", "two.toml", *DECEMBER).out
    )


def test_a_bundle_without_time_zones_is_not_taken_to_be_in_utc(clinic: str):
    bundle = {"resourceType": "Bundle", "entry": [{"resource": DOCUMENTS["fhir"] | {"id": "office"}}]}
    zoned = saved("a.toml", TEXTS["toml"].replace("UTC", "America/New_York"))
    ran = run("diff", zoned, saved("bundle.json", bundle), *DECEMBER)
    assert (ran.code, "utc-assumed" in ran.err) == (0, False)
    assert "clocks of A, America/New_York (zone-assumed)" in ran.err


def test_of_two_without_a_time_zone_one_must_be_given(clinic: str):
    one, two = saved("one.json", PAGE), saved("two.json", PAGE)
    several = saved("several.json", {"locations": [DOCUMENTS["google"]] * 2})
    assert run("diff", one, two) == (
        2,
        "",
        "Error: neither one.json nor two.json says a time zone; add --timezone America/New_York, or whichever it is\n",
    )
    for pair in ((several, one), (one, several), (several, several)):
        assert run("diff", *pair) == (
            2,
            "",
            "Error: several.json does not say its time zone, and neither does the other; "
            "add --timezone America/New_York, or whichever it is\n",
        )
    assert run("diff", several, several, "-z", "UTC").code == 0
    assert run("diff", several, one, "-z", "Mars").err.startswith("Error: no time zone is named 'Mars'")


# Formats


def test_formats_may_be_named(clinic: str):
    tag = saved("hours.txt", "Mo 08:00-16:00; Tu-Th 08:00-17:00; Fr 08:00-15:00")
    asked = ["diff", tag, clinic, "--format-a", "osm", "--format-b", "toml", *DECEMBER]
    assert run(*asked).lines[:2] == ["A: hours.txt (osm)", "B: clinic.toml (toml)"]
    choice = "hours.txt does not show what it is; say it with"
    assert run("diff", tag, clinic).err.startswith(
        f"Error: {choice} --format-a, as one of toml, json, yaml, schema-org"
    )
    assert run("diff", clinic, tag).err.startswith(
        f"Error: {choice} --format-b, as one of toml, json, yaml, schema-org"
    )
    assert run("diff", clinic, tag, "--format-b", "omn").err.startswith(
        "Error: no format is named 'omn'; near ones: osm"
    )


def test_one_may_be_on_standard_input_and_not_both(clinic: str):
    ran = run("diff", clinic, "-", *DECEMBER, text=json.dumps(PAGE))
    assert (ran.code, ran.lines[1]) == (1, "B: standard input (schema-org)")
    assert run("diff", "-", "-") == (2, "", "Error: only one of the two can be on standard input\n")


def test_what_was_assumed_is_told_of_the_one_that_it_is_about(clinic: str):
    doubtful = saved("doubtful.toml", CLINIC.replace('"Mon-Fri 7am-11am"', '"Mon-Fri 8-5"'))
    assert run("diff", clinic, doubtful, *DECEMBER).err == (
        "B: line 33: Front office, Lab: regular_hours: '8-5' read as 08:00-17:00 (assumed-hours)\n"
    )


@pytest.mark.holidays
def test_a_tag_has_the_holidays_of_a_country(clinic: str):
    pytest.importorskip("holidays")
    tag = saved("tag.txt", "Mo 08:00-16:00; PH off")
    ran = run(
        "diff",
        saved("a.toml", TEXTS["toml"]),
        tag,
        "--format-b",
        "osm",
        "--country",
        "US",
        "--from",
        "2026-09-07",
        "--until",
        "2026-09-07",
    )
    assert "Mon 2026-09-07 08:00-16:00: open in A, closed in B" in ran.out


# Mistakes


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["none.toml"], "none.toml: No such file or directory"),
        (["clinic.toml", "-z", "UTC"], "a clinic file says its own time zones; leave --timezone out"),
        (
            ["clinic.toml", "--country", "US"],
            "--country and --subdivision are for hours of OpenStreetMap, and this is toml;",
        ),
        (
            ["page.json", "--country", "US"],
            "--country and --subdivision are for hours of OpenStreetMap, and this is toml and ",
        ),
        (
            ["clinic.toml", "--from", "2026-12-31", "--until", "2026-12-01"],
            "the dates end before they start: 2026-12-31 to ",
        ),
        (["clinic.toml", "--from", "noonish"], "no instant is written 'noonish'"),
        (
            ["clinic.toml", "--from", "2026-01-01", "--until", "2036-02-01"],
            "2026-01-01 to 2036-02-01 is longer than ten ",
        ),
        (["clinic.toml", "--from", "9999-12-30"], "dates can be compared from 0001-01-03 to 9999-12-29"),
        (["clinic.toml", "--from", "0001-01-02"], "dates can be compared from 0001-01-03 to 9999-12-29"),
        (["clinic.toml", "--from", "9999-01-01", "--until", "9999-12-30"], "dates can be compared from 0001-01-03 to "),
        (["slip.toml"], "slip.toml has a mistake, and nothing was loaded.\nslip.toml:1: "),
        (["cut.json", "--format-b", "google"], "cut.json: line 1: this is not JSON: "),
        (["empty.json", "--format-b", "nhs"], "empty.json: the document is no organisation with OpeningTimes"),
    ],
)
def test_mistakes_are_one_message(clinic: str, arguments: list[str], told: str):
    saved("page.json", PAGE)
    saved("slip.toml", "name = “Maple”\n")
    saved("cut.json", '{"title": ')
    saved("empty.json", {})
    code, out, err = run("diff", clinic, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"Error: {told}")


def test_the_dates_at_the_ends_of_the_calendar_are_compared(clinic: str):
    for first, last in (("0001-01-03", "0001-01-05"), ("9999-12-27", "9999-12-29")):
        assert run("diff", clinic, clinic, "--from", first, "--until", last).code == 0


def test_a_service_that_only_one_has_is_a_difference(clinic: str):
    service = '[[locations.services]]\nname = "Lab"\nregular_hours = "Mon-Fri 7am-11am"\n'
    assert service in CLINIC
    fewer = saved("fewer.toml", CLINIC.replace(service, ""))
    assert [run("diff", *pair, *DECEMBER).code for pair in ((clinic, fewer), (fewer, clinic))] == [1, 1]


def test_what_is_told_of_every_location_is_told_once(clinic: str):
    run("convert", clinic, "--to", "google", "--output", "g.json", *WINDOW)
    assert run("diff", clinic, "g.json", *DECEMBER).err.count("(zone-assumed)") == 1
    codes = [note["code"] for note in run("diff", clinic, "g.json", "--json", *DECEMBER).data["notes"]]
    assert codes.count("zone-assumed") == 1
