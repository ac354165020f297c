"""A file is read as it stands at one moment, and saved whole or not at all, whatever goes wrong."""

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from textwrap import dedent

import pytest

from clinic_hours.errors import DocumentSyntaxError, FileChangedError
from clinic_hours.files import read_text, save_text, storing

OLD, NEW = "name = 'old'\n", "name = 'new'\n" * 1000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "clinic.toml"
    made.write_text(OLD, encoding="utf-8")
    return made


def assert_untouched(path: Path) -> None:
    """The old text is there, and nothing beside it."""
    assert path.read_text(encoding="utf-8") == OLD
    assert [item.name for item in path.parent.iterdir()] == [path.name]


# Reading


@pytest.mark.parametrize("text", ["", "a\r\nb\n", "Praxis Müller 中央診療所\n", "no end of line"])
def test_a_text_is_saved_and_read_as_it_is(path: Path, text: str):
    save_text(path, text)
    assert read_text(path) == text
    assert path.read_bytes() == text.encode()


def test_the_mark_at_the_beginning_that_some_editors_write_is_left_out(path: Path):
    path.write_bytes(b"\xef\xbb\xbfname = 'x'")
    assert read_text(path) == "name = 'x'"


def test_what_is_not_utf_8_is_told_with_its_line(path: Path):
    path.write_bytes("name = 'a'\ncity = 'Zürich'\n".encode("latin-1"))
    with pytest.raises(
        DocumentSyntaxError, match="line 2: this is not a text in UTF-8; save it as UTF-8 in your editor"
    ):
        read_text(path)


def test_a_huge_file_is_not_read(path: Path, monkeypatch: pytest.MonkeyPatch):
    with path.open("wb") as file:
        file.truncate(10_000_001)
    with pytest.raises(DocumentSyntaxError, match="the file has 10,000,001 bytes; at most 10,000,000 are read"):
        read_text(path)
    monkeypatch.setattr(storing, "LARGEST", len(OLD))
    path.write_text(OLD, encoding="utf-8")
    assert read_text(path) == OLD


def test_a_file_that_is_not_there_is_what_the_system_says(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        read_text(tmp_path / "clinic.toml")


class Writer:
    """Somebody who writes the file between its reader's two looks at it, so often."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, path: Path, times: int) -> None:
        self.path, self.left, self.looks, self.looked = path, times, 0, os.fstat
        monkeypatch.setattr(storing.os, "fstat", self.fstat)

    def fstat(self, handle: int) -> os.stat_result:
        found = self.looked(handle)
        self.looks += 1
        if self.left:
            self.left -= 1
            self.path.write_text(f"{OLD}# {self.looks}\n" + "#" * self.looks, encoding="utf-8")
        return found


def test_a_file_that_settles_is_read_as_it_is_then(path: Path, monkeypatch: pytest.MonkeyPatch):
    writer = Writer(monkeypatch, path, times=2)
    assert read_text(path) == f"{OLD}# 2\n##"
    assert writer.looks == 3


def test_a_file_that_changes_again_and_again_is_an_error(path: Path, monkeypatch: pytest.MonkeyPatch):
    Writer(monkeypatch, path, times=3)
    with pytest.raises(FileChangedError, match=r"clinic\.toml changes while it is read; try again when"):
        read_text(path)


def test_a_file_that_is_replaced_by_one_as_long_is_read_again(path: Path, monkeypatch: pytest.MonkeyPatch):
    other, looked = path.with_name("other"), os.fstat
    other.write_text(OLD.replace("old", "two"), encoding="utf-8")
    before = path.stat()
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))

    def fstat(handle: int) -> os.stat_result:
        found = looked(handle)
        if other.exists():
            os.replace(other, path)
        return found

    monkeypatch.setattr(storing.os, "fstat", fstat)
    assert read_text(path) == OLD.replace("old", "two")


# Saving


def test_a_new_file_has_the_permissions_that_the_system_gives_new_files(tmp_path: Path):
    save_text(tmp_path / "new.toml", NEW)
    (tmp_path / "other").write_text("")
    assert (tmp_path / "new.toml").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o400])
def test_permissions_stay_as_they_are(path: Path, mode: int):
    path.chmod(mode)
    save_text(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert path.read_text(encoding="utf-8") == NEW


def test_a_link_stays_a_link(path: Path, tmp_path: Path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.toml"
    link.symlink_to(path)
    save_text(link, NEW, instead_of=OLD)
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == NEW
    assert [item.name for item in folder.iterdir()] == ["link.toml"]


def test_a_link_to_a_file_that_is_not_there_yet_makes_that_file(tmp_path: Path):
    link = tmp_path / "link.toml"
    link.symlink_to(tmp_path / "new.toml")
    save_text(link, NEW)
    assert link.is_symlink()
    assert (tmp_path / "new.toml").read_text(encoding="utf-8") == NEW


def test_nothing_is_left_beside_the_file(path: Path):
    save_text(path, NEW)
    assert [item.name for item in path.parent.iterdir()] == ["clinic.toml"]


def test_another_hand_on_the_file_is_not_undone(path: Path):
    with pytest.raises(
        FileChangedError, match=r"clinic\.toml was changed by someone else meanwhile; nothing was saved"
    ):
        save_text(path, NEW, instead_of="name = 'what I read'\n")
    assert_untouched(path)


def test_a_file_that_was_taken_away_meanwhile_is_not_made_anew(path: Path):
    path.unlink()
    with pytest.raises(FileNotFoundError):
        save_text(path, NEW, instead_of=OLD)
    assert list(path.parent.iterdir()) == []


def test_a_folder_that_is_not_there_is_what_the_system_says(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        save_text(tmp_path / "none" / "clinic.toml", NEW)


def test_a_folder_that_cannot_be_written_to_is_what_the_system_says(path: Path, monkeypatch: pytest.MonkeyPatch):
    def refused(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    # Not by the folder's permissions, which do not stop an administrator.
    monkeypatch.setattr(tempfile, "mkstemp", refused)
    with pytest.raises(PermissionError):
        save_text(path, NEW)
    assert_untouched(path)


@pytest.mark.parametrize("what", ["fsync", "replace"])
def test_a_device_that_fails_in_the_middle_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch, what: str):
    def failed(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(storing.os, what, failed)
    with pytest.raises(OSError, match="Input/output error"):
        save_text(path, NEW)
    monkeypatch.undo()
    assert_untouched(path)


def test_an_interrupt_in_the_middle_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(storing.os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save_text(path, NEW)
    assert_untouched(path)


def test_a_system_that_cannot_open_folders_saves_all_the_same(path: Path, monkeypatch: pytest.MonkeyPatch):
    def refused(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(storing.os, "open", refused)
    monkeypatch.setattr(storing.tempfile, "mkstemp", lambda **_: made)
    handle = (path.parent / "made").open("wb")
    made = (os.dup(handle.fileno()), str(path.parent / "made"))
    handle.close()
    save_text(path, NEW)
    assert path.read_text(encoding="utf-8") == NEW


# Real faults, in a process of its own

SAVE = "from clinic_hours.files import save_text; save_text({path!r}, {text!r})"


def ran(path: Path, before: str) -> subprocess.CompletedProcess[str]:
    code = dedent(before) + SAVE.format(path=str(path), text=NEW)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)


def test_a_full_disk_leaves_the_old_file_and_is_told(path: Path):
    pytest.importorskip("resource", reason="the system has no limits to set")
    done = ran(
        path,
        """
        import resource, signal
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        """,
    )
    assert "OSError: [Errno 27] File too large" in done.stderr
    assert_untouched(path)


@pytest.mark.parametrize("what", ["fsync", "replace"])
def test_a_process_that_dies_in_the_middle_leaves_the_old_file(path: Path, what: str):
    done = ran(path, f"import os\nos.{what} = lambda *_: os._exit(9)\n")
    assert done.returncode == 9
    assert path.read_text(encoding="utf-8") == OLD
    save_text(path, NEW)
    assert path.read_text(encoding="utf-8") == NEW


def test_a_process_that_dies_after_the_new_name_leaves_the_new_file(path: Path):
    kill = """
    import os
    replace = os.replace
    os.replace = lambda *names: (replace(*names), os._exit(9))
    """
    assert ran(path, kill).returncode == 9
    assert path.read_text(encoding="utf-8") == NEW
    assert [item.name for item in path.parent.iterdir()] == [path.name]
