"""Backups: the whole database copied while others write, looked at before it is put back, and put in its place.

A backup is an SQLite database like the one it was made of, as it is or encrypted with age (`envelopes.py`). An
encrypted one carries the database's key along as a fact: without its key a database is worth nothing, and age guards
both alike. One that is not encrypted never does: with its key beside it, nothing in it would be secret any more.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import Timeout

from bot.campaign import facts, files
from bot.campaign.database import KEY_CHECK, KEY_INSIDE, Busy, Damaged, claim_on
from bot.refusals import N_, Refused

_MAGIC = b"SQLite format 3\0"
# SQLite leaves these bytes of the header to us (user version and application id, https://sqlite.org/fileformat2.html);
# in a backup they hold a checksum, because SQLite's own check sees no text that was changed.
_OURS = (slice(60, 64), slice(68, 72))
_HEADER = 100
_STEPS = 5_000  # of SQLite's machine between two looks at how far a copy is
_CHANGES = (
    ("handled_update", "at"), ("audit", "at"), ("letter", "created_at"), ("delivery", "done_at"),
    ("post", "created_at"), ("post", "published_at"),
)  # fmt: skip
_WORKSHOP = "copying-"
_HELD = ("post", "chat", "coordinator")

Watch = Callable[[int, int], None]  # bytes done, bytes in all as far as known


@dataclass(frozen=True)
class Copy:
    """What a backup says of itself; the instants are UTC."""

    revision: str
    copied_at: datetime | None  # None for one that was made by other means
    changed_at: datetime | None
    check: str | None  # the key check
    key: str | None  # the key that it carries, as 64 hexadecimal digits


@contextmanager
def workshop(database: Path) -> Iterator[Path]:
    """A folder beside *database* (mode 0700) that is gone afterwards. What a killed process left a day ago goes too."""
    for left in database.parent.glob(f"{_WORKSHOP}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > 86_400:
                shutil.rmtree(left)
    with TemporaryDirectory(prefix=_WORKSHOP, dir=database.parent) as folder:
        yield Path(folder)


@contextmanager
def claimed(database: Path) -> Iterator[None]:
    """Nobody serves *database* meanwhile. Raises `Busy` where somebody does."""
    lock = claim_on(database)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise Busy(str(database)) from None
    try:
        files.own_as_folder(Path(lock.lock_file))
        yield
    finally:
        lock.release()


def copy(database: Path, target: Path, now: datetime, key: str | None, watch: Watch) -> None:
    """Write one moment of *database* to the new file *target* (mode 0600), while others go on writing.

    It says that it was made at *now* (UTC), and carries *key* along. Nothing that was erased is in it.
    Raises OSError, and `Damaged` where the database can't be copied whole.
    """
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with _refusing(database), closing(_connect(database)) as source:
        size = source.execute("PRAGMA page_count").fetchone()[0] * source.execute("PRAGMA page_size").fetchone()[0]
        source.set_progress_handler(lambda: watch(target.stat().st_size, size), _STEPS)
        source.execute("VACUUM INTO ?", (str(target),))
    watch(size, size)
    with _refusing(target), closing(_connect(target)) as made:
        _remember(made, facts.COPIED, now.isoformat())
        if key is not None:
            _remember(made, KEY_INSIDE, key)
        found = made.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise Damaged(N_("{path} is damaged ({found}). Put a backup back."), path=str(database), found=found)
    _write_ours(target, _checksum(target))


def look(file: Path) -> Copy:
    """What the backup in *file* says of itself, after it was checked from its first byte to its last.

    Raises `Refused` for a file that is damaged, is no backup, or is of a newer version of the bot.
    """
    from bot.campaign.migrations import known

    _look_at_bytes(file)
    try:
        with closing(_connect(file)) as made:
            if made.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                raise Refused(N_("The backup is damaged or cut short. Take another one."))
            revision = made.execute("SELECT version_num FROM alembic_version").fetchone()
            names = (facts.COPIED, KEY_CHECK, KEY_INSIDE)
            kept = dict(made.execute("SELECT name, value FROM fact WHERE name IN (?, ?, ?)", names))
            found = Copy(
                revision=str(revision[0]) if revision else "",
                copied_at=_instant(kept.get(facts.COPIED)),
                changed_at=_changed_at(made),
                check=kept.get(KEY_CHECK),
                key=kept.get(KEY_INSIDE),
            )
    except sqlite3.Error:
        raise Refused(N_("The file is not a backup of this bot.")) from None
    if not found.revision:
        raise Refused(N_("The file is not a backup of this bot."))
    if found.revision not in known():
        raise Refused(N_("The backup is of a newer version of the bot. Install that version first."))
    return found


def _look_at_bytes(file: Path) -> None:
    """Refuse what SQLite can't have written, and a checksum that is not the one of what the file holds."""
    header = _head(file)
    if not header.startswith(_MAGIC):
        raise Refused(N_("The file is not a backup of this bot."))
    said = b"".join(header[part] for part in _OURS)
    if any(said) and said != _checksum(file):
        raise Refused(N_("The backup is damaged or cut short. Take another one."))


def changed_at(database: Path) -> datetime | None:
    """When (UTC) the campaign in *database* last changed; None where it holds nothing or can't be read."""
    if not _head(database).startswith(_MAGIC):
        return None
    try:
        with closing(_connect(database)) as opened:
            return _changed_at(opened)
    except sqlite3.Error:
        return None


def _changed_at(opened: sqlite3.Connection) -> datetime | None:
    found = [_newest(opened, f"SELECT max({column}) FROM {table}") for table, column in _CHANGES]
    if any(_newest(opened, f"SELECT '2000-01-01' FROM {table} LIMIT 1") for table in _HELD):
        found.append(_newest(opened, f"SELECT value FROM fact WHERE name = '{facts.SERVED}'"))
    return max((instant for instant in found if instant), default=None)


def _newest(opened: sqlite3.Connection, question: str) -> datetime | None:
    """An instant from the database, of whatever version it is; None where it knows no such thing."""
    try:
        row = opened.execute(question).fetchone()
    except sqlite3.OperationalError:
        return None
    return _instant(row[0]) if row else None


def adapt(file: Path, copied_at: datetime | None, now: datetime) -> None:
    """Make the backup in *file* a database to go on with, and bring it to the disk.

    Its key is taken out; invitations that nobody has used yet are void, because somebody may have since; and it
    remembers of which moment it is (*copied_at*, or *now*), so that the first start repeats nothing.
    """
    _write_ours(file, bytes(8))
    with _refusing(file), closing(_connect(file)) as made:
        made.execute("PRAGMA secure_delete=ON")
        made.execute("BEGIN IMMEDIATE")
        made.execute("DELETE FROM fact WHERE name IN (?, ?)", (KEY_INSIDE, facts.COPIED))
        made.execute("DELETE FROM invite WHERE used_at IS NULL")
        _remember(made, facts.RESTORED, (copied_at or now).isoformat())
        made.execute("COMMIT")
    files.own_as_folder(file)
    files.bring_to_disk(file)


def put_both(made: Path, database: Path, key: str, key_file: Path, now: datetime) -> tuple[Path | None, Path | None]:
    """Put *made* back together with *key*, or neither; under which names the present ones are kept.

    Raises as `put_back` does.
    """
    if database.exists():
        _fold(database)
    old_key = put_key(key, key_file, now)
    try:
        return put_back(made, database, now), old_key
    except BaseException:
        if old_key is not None:
            files.move(old_key, key_file)
        raise


def put_back(made: Path, database: Path, now: datetime) -> Path | None:
    """Put *made* in the place of *database* at one stroke; under which name the present one is kept, if there is one.

    Raises OSError, and `Busy` while another process works on the present one.
    """
    aside = None
    if database.exists():
        _fold(database)
        aside = files.beside(database, now)
        for tail in ("-wal", "-shm"):  # left over where the database is damaged; they belong to it alone
            if Path(f"{database}{tail}").exists():
                Path(f"{database}{tail}").replace(f"{aside}{tail}")
        files.keep_aside(database, aside)
    files.move(made, database)
    return aside


def put_key(key: str, file: Path, now: datetime) -> Path | None:
    """Write *key* to *file*; under which name another key that was there is kept. Raises OSError."""
    aside = None
    if file.exists():
        if file.read_text(errors="replace").strip() == key:
            return None
        aside = files.beside(file, now)
        files.keep_aside(file, aside)
    with files.replacing(file) as out:
        out.write(f"{key}\n".encode())
    files.own_as_folder(file)
    return aside


def _fold(database: Path) -> None:
    """Bring the write-ahead log into the file, which works only while nobody else has it open."""
    if not _head(database).startswith(_MAGIC):
        return  # SQLite would take the log for nobody's and delete it
    try:
        with closing(_connect(database, seconds=5)) as opened:
            opened.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise Busy(str(database)) from None
        # It is damaged or no database at all: it is kept aside as it stands.


def _head(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_HEADER)


def _connect(file: Path, seconds: float = 30) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=seconds)


def _remember(opened: sqlite3.Connection, name: str, value: str) -> None:
    opened.execute("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", (name, value))


@contextmanager
def _refusing(file: Path) -> Iterator[None]:
    """What SQLite says against *file* becomes a sentence."""
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
            raise KeyboardInterrupt from None  # SQLite hides it from us while it copies
        raise Damaged(N_("{path} can't be copied: {why}."), path=str(file), why=str(error)) from None


def _checksum(file: Path) -> bytes:
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        header = bytearray(opened.read(_HEADER))
        for part in _OURS:
            header[part] = bytes(len(header[part]))
        digest.update(header)
        while piece := opened.read(1 << 20):
            digest.update(piece)
    return digest.digest()[:8]


def _write_ours(file: Path, eight: bytes) -> None:
    with file.open("r+b") as opened:
        for part, piece in zip(_OURS, (eight[:4], eight[4:]), strict=True):
            opened.seek(part.start)
            opened.write(piece)


def _instant(text: object) -> datetime | None:
    """An instant as the tables keep it; one without a zone is UTC."""
    try:
        found = datetime.fromisoformat(str(text)) if text else None
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found and found.tzinfo is None else found
