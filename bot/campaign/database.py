"""The database: how it is opened, locked, migrated and looked after. What differs between kinds of SQL stands here."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import QueuePool
from sqlmodel import Session

from bot.campaign.models import Fact
from bot.campaign.secrets import Keys, WrongKey
from bot.refusals import N_, Refused

log = logging.getLogger(__name__)

HEAD = "0002"
KEY_CHECK = "key_check"
KEY_LABEL = "fact.key_check"
KEY_CHECK_TEXT = "solidarity"
KEY_INSIDE = "secret_key"  # the fact in which an encrypted backup carries the key along


class Busy(Exception):
    """Another process already serves this database."""


class Damaged(Refused):
    """The database can't be used as it is; the text says why and what to do."""


class Database:
    """One campaign's database. Use `reading` for questions and `writing` for changes; both are one transaction."""

    def __init__(self, url: str, keys: Keys) -> None:
        self.url = make_url(url)
        self.path = Path(self.url.database or "")
        self._claim = claim_on(self.path)
        if not self.path.parent.exists():
            self.path.parent.mkdir(mode=0o700, parents=True)
        self._create_private()
        self._writer = _engine(url, keys, "BEGIN IMMEDIATE", read_only=False)
        self._reader = _engine(url, keys, "BEGIN", read_only=True)

    def _create_private(self) -> None:
        if not self.path.exists():
            os.close(os.open(self.path, os.O_CREAT | os.O_WRONLY, 0o600))

    def claim(self) -> None:
        """Hold the database for this process until it ends. Raises `Busy` where another one holds it."""
        try:
            self._claim.acquire(timeout=0)
        except Timeout:
            raise Busy(str(self.path)) from None

    def open(self) -> None:
        """Check the file, migrate it to this version and check the key.

        Raises `Damaged`, or `WrongKey` where the key is not the one that the database was made with.
        """
        with self._let_go_at_failure():
            self._look_at_file()
            self._migrate()
            self._check_key()

    def examine(self) -> None:
        """Check the file and the key as `open` does, but change nothing: an older database stays as old as it is.

        Raises as `open` does, and `Damaged` for a database that holds nothing yet.
        """
        with self._let_go_at_failure():
            self._look_at_file()
            if self.revision() is None:
                raise Damaged(N_("{path} holds nothing yet. Start the bot once."), path=str(self.path))
            with self.reading() as db:
                self._compare_key(db.get(Fact, KEY_CHECK))

    @contextmanager
    def _let_go_at_failure(self) -> Iterator[None]:
        """A database that can't be used is not held open: nothing of it stays beside the file."""
        try:
            yield
        except BaseException:
            self._reader.dispose()
            self._writer.dispose()
            raise

    def _look_at_file(self) -> None:
        try:
            with self._reader.connect() as connection:
                found = connection.execute(text("PRAGMA quick_check(1)")).scalar()
        except DatabaseError as error:
            why = N_("{path} is not a database ({found}). Put a backup back.")
            raise Damaged(why, path=str(self.path), found=str(error.orig)) from None
        if found != "ok":
            raise Damaged(N_("{path} is damaged ({found}). Put a backup back."), path=str(self.path), found=str(found))

    def _migrate(self) -> None:
        found = self.revision()
        if found == HEAD:
            return
        from bot.campaign.migrations import known, upgrade

        if found is not None and found not in known():
            why = N_("{path} was last used by a newer version of the bot. Install that version again.")
            raise Damaged(why, path=str(self.path))
        with self._writer.begin() as connection:
            upgrade(connection)

    def revision(self) -> str | None:
        """The migration that the database stands at, or None for a new one."""
        with self._reader.connect() as connection:
            tables = connection.execute(text("SELECT name FROM sqlite_master WHERE name = 'alembic_version'")).all()
            return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() if tables else None

    def _check_key(self) -> None:
        with self.writing() as db:
            check = db.get(Fact, KEY_CHECK)
            if check is None:
                sealed = keys_of(db).seal_text(KEY_LABEL, KEY_CHECK_TEXT)
                db.add(Fact(name=KEY_CHECK, value=sealed.hex()))
            self._compare_key(check)
            if inside := db.get(Fact, KEY_INSIDE):
                db.delete(inside)  # a backup was put here by hand; its key must not lie beside what it opens

    def _compare_key(self, check: Fact | None) -> None:
        keys: Keys = self._writer.dialect.campaign_keys  # type: ignore[attr-defined]
        if check is not None and not opens(keys, check.value):
            raise WrongKey("The key check holds something else.")

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction that may change things: committed at the end, rolled back where an exception leaves it."""
        with Session(self._writer, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One transaction that sees a single moment and can't change anything."""
        with Session(self._reader, expire_on_commit=False) as session, session.begin():
            yield session

    def checkpoint(self) -> None:
        """Bring the write-ahead log into the file and cut it to nothing, so that it keeps no erased byte."""
        connection = self._writer.raw_connection()
        try:
            cursor = connection.cursor()
            # Whoever reads at the same time is not waited for long: a stop has ten seconds, and the next one will do.
            cursor.execute("PRAGMA busy_timeout=1000")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("PRAGMA busy_timeout=30000")
        finally:
            connection.close()

    def integrity(self) -> str:
        """What SQLite's full integrity check says: "ok", or the first thing that is wrong."""
        with self._reader.connect() as connection:
            return str(connection.execute(text("PRAGMA integrity_check(1)")).scalar())

    def close(self) -> None:
        """Put everything into the one file and let it go."""
        self.checkpoint()
        self._reader.dispose()
        self._writer.dispose()
        self._claim.release()


def claim_on(path: Path) -> FileLock:
    """The lock that whoever serves the database at *path* holds."""
    return FileLock(f"{path}.lock", mode=0o600)


def opens(keys: Keys, check: str) -> bool:
    """Whether *keys* are those that the key check *check* of a database was made with."""
    try:
        return keys.open_text(KEY_LABEL, bytes.fromhex(check)) == KEY_CHECK_TEXT
    except (WrongKey, ValueError):
        return False


@contextmanager
def apart(db: Session, failure: str, *values: object) -> Iterator[None]:
    """A piece of a transaction that fails alone: what it changed is taken back, and *failure* is logged with *values*.

    What ails the whole database, such as a full disk, is raised: then there may be no transaction to go on with.
    """
    try:
        with db.begin_nested():
            yield
    except OperationalError:
        raise
    except Exception:
        log.exception(failure, *values)


def keys_of(db: Session) -> Keys:
    """The keys of the database that *db* works on."""
    keys = getattr(db.get_bind().dialect, "campaign_keys", None)
    if not isinstance(keys, Keys):
        raise WrongKey("The campaign is locked: the key is not in memory.")
    return keys


def _engine(url: str, keys: Keys, begin: str, *, read_only: bool) -> Engine:
    # hide_parameters: an error's text must not carry what somebody wrote.
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=12,
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": 30},
    )
    engine.dialect.campaign_keys = keys  # type: ignore[attr-defined]

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        # The driver must not begin transactions on its own: it would begin them late and lose changes.
        connection.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
            "busy_timeout=30000",
            f"query_only={'ON' if read_only else 'OFF'}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin_ourselves(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
