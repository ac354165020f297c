"""Older clinic files are brought up to the version of today."""

from typing import Any

import pytest

from clinic_hours.clinic.upgrading import upgraded
from clinic_hours.errors import DocumentSyntaxError


@pytest.mark.parametrize("found", [{}, {"schema_version": 1}, {"schema_version": "1"}, {"schema_version": " 1 "}])
def test_a_file_of_the_first_version_is_one_that_names_none(found: dict[str, Any]):
    assert upgraded({"name": "R"} | found) == {"name": "R", "schema_version": 1}


def test_each_step_makes_a_document_of_the_next_version():
    steps = {
        1: lambda data: data | {"name": data["title"], "steps": [1]},
        2: lambda data: data | {"steps": [*data["steps"], 2]},
    }
    found = {"title": "R"}
    assert upgraded(found, steps=steps, version=3) == {"title": "R", "name": "R", "steps": [1, 2], "schema_version": 3}
    assert upgraded({"steps": [], "schema_version": "2"}, steps=steps, version=3)["steps"] == [2]
    assert upgraded({"schema_version": 3}, steps=steps, version=3) == {"schema_version": 3}
    assert found == {"title": "R"}


@pytest.mark.parametrize(
    "found", [0, -1, True, 1.0, None, "one", "", "٣", "-1", "1.0", "1" * 5000, [], {}], ids=range(13)
)
def test_a_version_that_is_none_is_refused(found: Any):
    with pytest.raises(DocumentSyntaxError, match=r"schema_version is a number such as 1, not "):
        upgraded({"schema_version": found})


@pytest.mark.parametrize("found", [2, "200", 10**30], ids=range(3))
def test_a_newer_version_asks_for_a_newer_library(found: Any):
    with pytest.raises(DocumentSyntaxError, match="and this library reads up to 1; install a newer clinic-hours"):
        upgraded({"schema_version": found})
