"""`solidarity-bot check`: what is wrong, and what to do about it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator

from sqlalchemy.exc import DatabaseError

from bot.campaign import audit
from bot.campaign.database import HEAD, Database
from bot.campaign.secrets import WrongKey, load_keys
from bot.refusals import N_, Refused
from bot.settings import Settings
from bot.transport import bots
from bot.words import languages


class Unusable(Refused):
    """The settings name a place that can't hold what it should; *code* is the exit code."""

    code = 2


def look_for_database(settings: Settings, *, make: bool) -> None:
    """Look whether the database can be opened where it should be; where it may be made, with *make*, it may be missing.

    Nothing is changed. Raises `Refused` where it is missing, `Unusable` where something else stands in the place of
    file or key, and OSError for a folder that can't be used.
    """
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
    _look_for_key(settings)


def _look_for_key(settings: Settings) -> None:
    """A missing key is made with a new database only: beside an old one it would stand in the way of the right one."""
    path, key = settings.database_file, settings.secret_key_file
    if settings.secret_key is None and not key.exists() and path.exists() and path.stat().st_size:
        raise Unusable(
            N_("There is no key at {path}. Put the key back that the database was made with, or set BOT_SECRET_KEY."),
            path=str(key.absolute()),
        )


def problems(settings: Settings) -> Iterator[str]:
    """One sentence for each thing that is wrong: key, database, schema, translations, token."""
    yield from _database(settings)
    yield from _translations()
    yield from _token(settings)


def _database(settings: Settings) -> Iterator[str]:
    try:
        look_for_database(settings, make=False)
        keys = load_keys(settings.secret_key, settings.secret_key_file)
        database = Database(settings.database_url, keys)
        database.open()
    except WrongKey:
        yield "key: it doesn't open this database; put the key back that the database was made with."
        return
    except Refused as refused:
        yield f"database: {refused.text.format(**refused.values)}"
        return
    except DatabaseError as error:
        yield f"database: it can't be used: {error.orig}."
        return
    except OSError as error:
        yield f"data folder: {error.strerror} ({error.filename}); make it readable and writable for this user."
        return
    found = database.integrity()
    if found != "ok":
        yield f"database: damaged ({found}); put a backup back."
    if database.revision() != HEAD:
        yield f"schema: at {database.revision()} instead of {HEAD}; start the bot once to migrate."
    with database.reading() as db:
        broken = audit.first_broken(db)
    if broken is not None:
        yield f"audit: entry {broken} doesn't seal the one before it; somebody changed the record."
    database.close()


def _translations() -> Iterator[str]:
    for code in languages.codes():
        missing = languages.missing(code)
        if missing:
            yield f"translations: {code} lacks {missing} sentences; they are shown in English."


def _token(settings: Settings) -> Iterator[str]:
    if settings.token is None:
        yield "token: BOT_TOKEN is not set; @BotFather gives one."
        return

    try:
        bots.ask_username(settings)
    except bots.TokenRefused:
        yield "token: Telegram refused it; @BotFather gives a new one."
    except bots.Unreachable:
        yield "token: Telegram can't be reached to ask; look at the network and BOT_API_URL."
