"""A clinic file for the commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import CLINIC


@pytest.fixture
def clinic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a clinic file in the folder in which the command runs."""
    monkeypatch.chdir(tmp_path)
    Path("clinic.toml").write_text(CLINIC, encoding="utf-8")
    return "clinic.toml"
