"""Files that are there whole or not at all: written beside their place, brought to the disk, then moved in."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replacing(file: Path) -> Iterator[BinaryIO]:
    """A new file, open for writing and reading, that takes the place of *file* at the end, on disk and with mode 0600.

    Where an exception leaves it, nothing has changed. Raises OSError.
    """
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")
    try:
        with open(part, "x+b", opener=_privately) as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        move(part, file)
    finally:
        part.unlink(missing_ok=True)


def _privately(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def move(part: Path, file: Path) -> None:
    """Put *part*, which is on disk already, in the place of *file* at one stroke, and bring the change to the disk."""
    part.replace(file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network folders can't be brought to the disk
            os.fsync(folder)
    finally:
        os.close(folder)


def bring_to_disk(file: Path) -> None:
    """Wait until everything in *file* is on the disk."""
    with file.open("rb") as opened:
        os.fsync(opened.fileno())


def beside(file: Path, now: datetime) -> Path:
    """The name under which *file* is kept when something else takes its place at *now*."""
    return file.with_name(f"{file.name}.before-restore-{now:%Y%m%dT%H%M%SZ}")


def keep_aside(file: Path, aside: Path) -> None:
    """Let *aside* be another name of *file*, which stays where it is until something takes its place."""
    try:
        os.link(file, aside)
    except FileExistsError:
        raise
    except OSError:  # the file system knows no second names
        file.replace(aside)


def own_as_folder(file: Path) -> None:
    """Give *file* to whoever owns its folder: what root puts back, the bot must be able to open."""
    if os.geteuid() == 0:
        folder = file.parent.stat()
        os.chown(file, folder.st_uid, folder.st_gid)
