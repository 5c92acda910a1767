"""`solidarity-bot restore`: a backup is checked and put back; what was there is kept beside it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.refusals import N_, Refused
from bot.settings import Settings
from bot.verbs.backups import Watch, bars
from bot.verbs.openings import Failed, look_at_place, sentences
from bot.verbs.sayings import tell

if TYPE_CHECKING:  # importing them takes most of the time that --help would need
    from pyrage.x25519 import Identity

    from bot.campaign.backups import Copy


def prepare(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--identity", metavar="KEYFILE", type=Path, help="file with the age secret key")
    parser.add_argument("--force", action="store_true", help="even where the present database is newer")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Put a backup in the place of the database, or change nothing and say why."""
    from bot.campaign import backups, envelopes

    database = settings.database_file
    keys = envelopes.identities(options.identity) if options.identity else []
    _look_at_backup(options.file, database, keys)
    now = datetime.now(UTC)
    with sentences():
        look_at_place(settings, make=True)
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with backups.claimed(database), backups.workshop(database) as folder, bars() as bar:
            part = folder / "bot.db"
            _unpack(options.file, part, keys, bar)
            made = backups.look(part)
            key = _key_to_put(settings, made)
            if not options.force:
                _look_at_age(settings, made)
            backups.adapt(part, made.copied_at, now)
            if key:
                old, old_key = backups.put_both(part, database, key, settings.secret_key_file, now)
            else:
                old, old_key = backups.put_back(part, database, now), None
    _report(settings, made, old, old_key)
    return 0


def _look_at_backup(file: Path, database: Path, keys: list[Identity]) -> None:
    from bot.campaign.envelopes import is_envelope

    try:
        if file.exists() and database.exists() and file.samefile(database):
            raise Failed(N_("{path} is the database itself, not a backup of it."), 2, path=str(file))
        with file.open("rb") as opened:
            encrypted = is_envelope(opened.read(64))
    except OSError as error:
        raise Failed(N_("{path} can't be read: {why}."), path=str(file), why=error.strerror) from None
    if encrypted and not keys:
        raise Failed(N_("The backup is encrypted. Name the file with your age secret key: --identity KEYFILE"), 2)


def _unpack(file: Path, part: Path, keys: list[Identity], bar: Callable[[str], Watch]) -> None:
    """Bring what is in the backup beside the database; nothing looks at it before its last byte was found in order."""
    from bot.campaign import envelopes, files

    watch, size = bar("Reading"), file.stat().st_size
    try:
        with file.open("rb") as source, files.replacing(part) as out:
            if envelopes.is_envelope(source.read(64)):
                source.seek(0)
                envelopes.open_envelope(source, out, keys, lambda done: watch(done, size))
            else:
                source.seek(0)
                envelopes.carry(source, out, lambda done: watch(done, size))
    except OSError as error:
        why = N_("{path} can't be brought into the data folder: {why}.")
        raise Failed(why, path=str(file), why=error.strerror) from None


def _key_to_put(settings: Settings, made: Copy) -> str | None:
    """The key that the backup brings, where the one that is here doesn't open it. Raises `Failed` without any."""
    file = settings.secret_key_file
    present = settings.secret_key or (file.read_text(errors="replace").strip() if file.exists() else None)
    if _opens(present, made):
        return None
    if made.key and _opens(made.key, made):
        if settings.secret_key is None:
            return made.key
        raise Failed(
            N_("The backup opens with the key inside it, not with BOT_SECRET_KEY. Take BOT_SECRET_KEY out first."), 2
        )
    if present is None:
        raise Failed(
            N_("There is no key at {path}. Put the key back that the backup was made with, or set BOT_SECRET_KEY."),
            2, path=str(file.absolute()),
        )  # fmt: skip
    raise Failed(
        N_(
            "The key that is here doesn't open the backup. Put the key back that it was made with "
            "(BOT_SECRET_KEY, or the file of BOT_SECRET_KEY_FILE)."
        ),
        2,
    )


def _opens(key: str | None, made: Copy) -> bool:
    from bot.campaign.database import opens
    from bot.campaign.secrets import Keys, WrongKey

    try:
        return key is not None and made.check is not None and opens(Keys(bytes.fromhex(key)), made.check)
    except (ValueError, WrongKey):
        return False


def _look_at_age(settings: Settings, made: Copy) -> None:
    """Refuse to put a backup in the place of a database in which something was changed later."""
    from bot.campaign import backups
    from bot.words import dates
    from bot.words.languages import language

    present = backups.changed_at(settings.database_file) if settings.database_file.exists() else None
    if present is None or (made.changed_at is not None and present <= made.changed_at):
        return
    speech = language(settings.language)
    raise Refused(
        N_(
            "The database that is there is newer than the backup: something was changed on {when}. "
            "With --force the backup takes its place all the same, and the present one is kept beside it."
        ),
        when=dates.moment(speech, present, settings.zone),
    )


def _report(settings: Settings, made: Copy, old: Path | None, old_key: Path | None) -> None:
    from bot.campaign.database import HEAD
    from bot.words import dates
    from bot.words.languages import language

    if made.copied_at:
        when = dates.moment(language(settings.language), made.copied_at, settings.zone)
        tell(settings, N_("The backup of {when} is in place."), when=when)
    else:
        tell(settings, N_("The backup is in place."))
    if made.revision != HEAD:
        tell(settings, N_("An older version of the bot made it; the next start brings it up to date."))
    for kept in (old, old_key):
        if kept is not None:
            tell(settings, N_("What was there is kept as {path}. Erase it once all is well."), path=str(kept))
    tell(
        settings,
        N_(
            "What the bot may have sent since is not sent again to groups and channels: after the start, /outbox "
            "shows it, and a person decides. A person may get one message twice at most."
        ),
    )
    tell(
        settings,
        N_(
            "Whatever was changed since is missing: who left the team or unsubscribed is back. Look at /team and "
            "/chats. Open invitations are void."
        ),
    )
