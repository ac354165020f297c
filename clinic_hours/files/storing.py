"""Texts in files: read as they stand at one moment, and saved whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from clinic_hours.errors import DocumentSyntaxError, FileChangedError

TRIES = 3
"""How often a file is read that changes meanwhile."""
LARGEST = 10_000_000
"""Bytes of a document at the most."""


def read_text(path: str | os.PathLike[str]) -> str:
    """The text of a file in UTF-8, as it stands at one moment.

    Raises `FileChangedError` where the file changes again and again while it is read, `DocumentSyntaxError` where it is no
    text, and what `open` raises.
    """
    for _ in range(TRIES):
        with open(path, "rb") as file:
            before = os.fstat(file.fileno())
            if before.st_size > LARGEST:
                raise DocumentSyntaxError(f"the file has {before.st_size:,} bytes; at most {LARGEST:,} are read")
            held = file.read()
            if _same(before, os.stat(path)):
                return _decoded(held)
    raise FileChangedError(f"{os.fspath(path)} changes while it is read; try again when whoever writes it is done")


def save_text(path: str | os.PathLike[str], text: str, *, instead_of: str | None = None) -> None:
    """Save a text in UTF-8, so that at every moment the file holds either all of the old text or all of the new one.

    With `instead_of`, the text that the new one was made from: `FileChangedError` where the file holds another by now. A link
    stays a link, and the file's permissions stay as they are. Raises what the system says where the disk is full or the folder
    cannot be written to; the old file is then as it was.
    """
    held = None if instead_of is None else instead_of.encode("utf-8")
    save_bytes(path, text.encode("utf-8"), instead_of=held)


def save_bytes(path: str | os.PathLike[str], data: bytes, *, instead_of: bytes | None = None) -> None:
    """Save what is no text in the same way."""
    target = Path(os.path.realpath(path))
    handle, made = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, made)
        else:
            os.chmod(made, 0o666 & ~_umask())
        if instead_of is not None and read_text(target).encode("utf-8") != instead_of:
            raise FileChangedError(f"{os.fspath(path)} was changed by someone else meanwhile; nothing was saved")
        os.replace(made, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(made)
        raise
    _sync_folder(target.parent)


def _same(before: os.stat_result, after: os.stat_result) -> bool:
    return all(getattr(before, name) == getattr(after, name) for name in ("st_mtime_ns", "st_size", "st_ino", "st_dev"))


def _decoded(held: bytes) -> str:
    try:
        return held.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = held.count(b"\n", 0, error.start) + 1
        raise DocumentSyntaxError("this is not a text in UTF-8; save it as UTF-8 in your editor", line) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Let the folder remember the new name over a loss of power, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
