"""How the command line opens a campaign's database: what can be wrong with it becomes a sentence and an exit code."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.refusals import N_, Refused
from bot.settings import Settings

if TYPE_CHECKING:  # importing them takes most of the time that --help would need
    from sqlalchemy.exc import DatabaseError

    from bot.campaign.database import Database


class Failed(Refused):
    """The verb can't be done; *code* is the exit code."""

    def __init__(self, text: str, /, code: int = 1, **values: object) -> None:
        super().__init__(text, **values)
        self.code = code


class Unusable(Refused):
    """The settings name a place that can't hold what it should; *code* is the exit code."""

    code = 2


def look_for_database(settings: Settings, *, make: bool) -> None:
    """Look whether the database can be opened where it should be; where it may be made, with *make*, it may be missing.

    Nothing is changed. Raises `Refused` where it is missing, `Unusable` where something else stands in the place of
    file or key, and OSError for a folder that can't be used.
    """
    look_at_place(settings, make=make)
    _look_for_key(settings)


def look_at_place(settings: Settings, *, make: bool) -> None:
    """The same for the database without its key."""
    path = settings.database_file.absolute()
    folder = next(folder for folder in path.parents if folder.exists())
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    if not path.exists() and not make:
        raise Refused(
            N_("There is no database at {path}. Start the bot once, or set BOT_DATA_DIR to its folder."), path=str(path)
        )
    if path.exists() and not path.is_file():
        raise Unusable(
            N_("{path} is not a file, so it can't be the database. Set BOT_DATA_DIR or BOT_DATABASE_URL differently."),
            path=str(path),
        )
    # SQLite needs the folder too: its log stands beside the file.
    for place, wanted in ((folder, os.W_OK | os.X_OK), (path, os.R_OK | os.W_OK)):
        if place.exists() and not os.access(place, wanted):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))


def _look_for_key(settings: Settings) -> None:
    """A missing key is made with a new database only: beside an old one it would stand in the way of the right one."""
    path, key = settings.database_file, settings.secret_key_file
    if settings.secret_key is None and not key.exists() and path.exists() and path.stat().st_size:
        raise Unusable(
            N_("There is no key at {path}. Put the key back that the database was made with, or set BOT_SECRET_KEY."),
            path=str(key.absolute()),
        )


@contextmanager
def opened(settings: Settings, *, make: bool = False) -> Iterator[Database]:
    """The database, opened beside whatever else works on it. Only with *make* it is made where there is none."""
    from bot.app import open_database

    with sentences():
        look_for_database(settings, make=make)
        database = open_database(settings)
    with _lent(database):
        yield database


@contextmanager
def examined(settings: Settings) -> Iterator[Database]:
    """The same for a database that stays as it is: it is checked, and neither made nor migrated."""
    from bot.campaign.database import Database
    from bot.campaign.secrets import load_keys

    with sentences():
        look_for_database(settings, make=False)
        database = Database(settings.database_url, load_keys(settings.secret_key, settings.secret_key_file))
        database.examine()
    with _lent(database):
        yield database


@contextmanager
def _lent(database: Database) -> Iterator[Database]:
    """Close the database at the end, and turn what was wrong with it into a sentence."""
    from sqlalchemy.exc import DatabaseError

    try:
        yield database
    except DatabaseError as error:
        raise _unusable(error) from None
    finally:
        database.close()


def _unusable(error: DatabaseError) -> Failed:
    return Failed(N_("The database can't be used: {why}."), why=str(error.orig))


@contextmanager
def sentences() -> Iterator[None]:
    """Turn what can be wrong with key and database into a sentence and an exit code."""
    from sqlalchemy.exc import DatabaseError

    from bot.campaign.database import Busy, Damaged
    from bot.campaign.secrets import WrongKey

    try:
        yield
    except WrongKey:
        raise Failed(
            N_(
                "The key doesn't open this database. Put the key back that it was made with "
                "(BOT_SECRET_KEY, or the file of BOT_SECRET_KEY_FILE)."
            ),
            2,
        ) from None
    except Damaged as damaged:
        raise Failed(damaged.text, 1, **damaged.values) from None
    except Busy:
        raise Failed(N_("Another process already serves this database. Stop it first."), 4) from None
    except DatabaseError as error:
        raise _unusable(error) from None
    except OSError as error:
        raise Failed(
            N_("The data folder can't be used: {why} ({path})."), 2, why=error.strerror, path=error.filename
        ) from None
