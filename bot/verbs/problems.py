"""What can be wrong with an installation, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy.exc import DatabaseError

from bot.campaign import audit
from bot.campaign.database import HEAD, Database
from bot.campaign.secrets import WrongKey, load_keys
from bot.refusals import Refused
from bot.settings import Settings
from bot.transport import bots
from bot.verbs.openings import look_for_database
from bot.words import languages


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
