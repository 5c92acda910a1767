"""What can be wrong with an installation, and what to do about it."""

from __future__ import annotations

import shutil
import zoneinfo
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from bot.campaign import audit, backups, chats, envelopes, facts
from bot.campaign.database import HEAD, Database
from bot.campaign.migrations import known
from bot.campaign.secrets import WrongKey, load_keys
from bot.delivery.alarms import BACKUP_AGE, FULL
from bot.refusals import N_, Refused
from bot.settings import Settings
from bot.transport import bots
from bot.verbs.openings import look_for_database
from bot.words import dates, languages

AHEAD = timedelta(minutes=5)  # what clocks may differ by


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: a word for what it is about, marked with `N_`, and the sentence."""

    about: str
    why: Refused


def problems(settings: Settings, now: datetime | None = None) -> Iterator[Problem]:
    """Everything that is wrong: folder, key, database, schema, record, backup, disk, clock, translations, token."""
    yield from _rights(settings)
    yield from _database(settings, now or datetime.now(UTC))
    yield from _disk(settings)
    yield from _translations()
    yield from _token(settings)


def _rights(settings: Settings) -> Iterator[Problem]:
    """What others on the machine may see."""
    for folder in sorted({settings.data_dir, settings.database_file.parent}):
        if folder.is_dir() and (mode := _open_to_others(folder)):
            why = N_("Others on this machine can look into {path} (mode {mode}). Take their rights away: `chmod 700`")
            yield Problem(N_("data folder"), Refused(why, path=str(folder), mode=mode))
    key = settings.secret_key_file
    if settings.secret_key is None and key.is_file() and (mode := _open_to_others(key)):
        why = N_("Others on this machine can read {path} (mode {mode}). Take their rights away: `chmod 600`")
        yield Problem(N_("key"), Refused(why, path=str(key), mode=mode))


def _open_to_others(path: Path) -> str | None:
    mode = path.stat().st_mode & 0o777
    return f"{mode:03o}" if mode & 0o077 else None


def _database(settings: Settings, now: datetime) -> Iterator[Problem]:
    try:
        look_for_database(settings, make=False)
        keys = load_keys(settings.secret_key, settings.secret_key_file)
        database = Database(settings.database_url, keys)
        database.examine()
    except WrongKey:
        why = N_(
            "The key doesn't open this database. Put the key back that it was made with "
            "(BOT_SECRET_KEY, or the file of BOT_SECRET_KEY_FILE)."
        )
        yield Problem(N_("key"), Refused(why))
        return
    except Refused as refused:
        yield Problem(N_("database"), refused)
        return
    except DatabaseError as error:
        yield Problem(N_("database"), Refused(N_("The database can't be used: {why}."), why=str(error.orig)))
        return
    except OSError as error:
        why = N_("It can't be used: {why} ({path}). Make it readable and writable for this user.")
        yield Problem(N_("data folder"), Refused(why, why=error.strerror, path=str(error.filename)))
        return
    try:
        yield from _schema(database)
        yield from _contents(database)
        yield from _backup(settings, database, now)
        yield from _clock(settings, now)
    finally:
        database.close()


def _schema(database: Database) -> Iterator[Problem]:
    found = database.revision()
    if found not in known():
        why = N_("{path} was last used by a newer version of the bot. Install that version again.")
        yield Problem(N_("schema"), Refused(why, path=str(database.path)))
    elif found != HEAD:
        why = N_("The database stands at {found} instead of {wanted}. The next start of the bot brings it there.")
        yield Problem(N_("schema"), Refused(why, found=found, wanted=HEAD))


def _contents(database: Database) -> Iterator[Problem]:
    found = database.integrity()
    if found != "ok":
        why = N_("{path} is damaged ({found}). Put a backup back.")
        yield Problem(N_("database"), Refused(why, path=str(database.path), found=found))
        return
    with database.reading() as db:
        broken = audit.first_broken(db)
        strange = sorted(chats.zones(db) - zoneinfo.available_timezones())
    if broken is not None:
        why = N_("Entry {number} of the record doesn't fit the one before it: somebody changed it from outside.")
        yield Problem(N_("record"), Refused(why, number=broken))
    if strange:
        why = N_("This machine doesn't know these time zones that readers chose: {zones}. Install tzdata anew.")
        yield Problem(N_("clock"), Refused(why, zones=strange))


def _backup(settings: Settings, database: Database, now: datetime) -> Iterator[Problem]:
    try:
        envelopes.recipients(settings.backup_recipients)
    except Refused as refused:
        yield Problem(N_("backup"), refused)
    with database.reading() as db:
        last = facts.recall(db, facts.LAST_BACKUP)
    if last is None and settings.backup_recipients:
        yield Problem(N_("backup"), Refused(N_("There is none yet. `solidarity-bot backup FILE` makes one.")))
    elif last is not None and now - datetime.fromisoformat(last) > BACKUP_AGE:
        when = dates.moment(languages.language(settings.language), datetime.fromisoformat(last), settings.zone)
        why = N_("The last one is from {when}. Look at the timer that calls `solidarity-bot backup`.")
        yield Problem(N_("backup"), Refused(why, when=when))


def _clock(settings: Settings, now: datetime) -> Iterator[Problem]:
    latest = backups.changed_at(settings.database_file)
    if latest is not None and latest > now + AHEAD:
        when = dates.moment(languages.language(settings.language), latest, settings.zone)
        why = N_("The database knows of {when} already. This machine's clock is slow, or was fast: set it.")
        yield Problem(N_("clock"), Refused(why, when=when))


def _disk(settings: Settings) -> Iterator[Problem]:
    folder = settings.database_file.parent
    if not folder.is_dir():
        return
    free = shutil.disk_usage(folder).free
    if free < FULL:
        why = N_("Only {size} MB are left where {path} is. Make room.")
        yield Problem(N_("disk"), Refused(why, size=float(free // 1_000_000), path=str(folder)))


def _translations() -> Iterator[Problem]:
    for code in languages.codes():
        missing = languages.missing(code)
        if missing:
            why = N_("The catalogue {code} lacks {count} sentences; they are shown in English.")
            yield Problem(N_("translations"), Refused(why, code=code, count=missing))


def _token(settings: Settings) -> Iterator[Problem]:
    if settings.token is None:
        yield Problem(N_("token"), Refused(N_("BOT_TOKEN is not set. @BotFather gives one.")))
        return
    try:
        bots.ask_username(settings)
    except bots.TokenRefused:
        yield Problem(N_("token"), Refused(N_("Telegram refused it. @BotFather gives a new one.")))
    except bots.Unreachable:
        why = N_("Telegram can't be reached to ask. Look at the network and at BOT_API_URL.")
        yield Problem(N_("token"), Refused(why))
