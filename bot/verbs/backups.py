"""`solidarity-bot backup`: a consistent copy of the database while the bot runs, encrypted to the operators' keys."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.refusals import N_
from bot.settings import Settings
from bot.verbs.openings import Failed, examined, sentences
from bot.verbs.sayings import tell

if TYPE_CHECKING:  # importing it takes most of the time that --help would need
    from pyrage.x25519 import Recipient

Watch = Callable[[int, int], None]
MEGABYTE = 1_000_000


def prepare(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--plain", action="store_true", help="don't encrypt; the key is not in such a backup")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write a backup to a file, look whether it is whole, and remember when that was."""
    from bot.campaign import backups, envelopes, facts

    keys = [] if options.plain else envelopes.recipients(settings.backup_recipients)
    if not keys and not options.plain:
        raise Failed(
            N_(
                "The backup would not be encrypted, because BOT_BACKUP_RECIPIENTS is not set. Set it to an age public "
                "key (`age-keygen` makes one), or write --plain."
            ),
            2,
        )
    file: Path = options.file
    look_at_target(file, settings)
    now = datetime.now(UTC)
    with examined(settings) as database, sentences(), backups.workshop(database.path) as folder, bars() as bar:
        carried = settings.secret_key_file.read_text().strip() if keys and settings.secret_key is None else None
        copy = folder / "bot.db"
        backups.copy(database.path, copy, now, carried, bar("Copying"))
        size = _write(copy, file, keys, bar)
        with database.writing() as db:
            facts.remember(db, facts.LAST_BACKUP, now.isoformat())
    _report(settings, file, size, encrypted=bool(keys), carried=carried is not None)
    return 0


def look_at_target(file: Path, settings: Settings) -> None:
    """Refuse a place for a backup that is none, or where something of the bot itself lies."""
    ours = [settings.database_file, settings.secret_key_file]
    ours += [Path(f"{settings.database_file}{tail}") for tail in ("-wal", "-shm", ".lock")]
    if not file.absolute().parent.is_dir():
        raise Failed(N_("There is no folder {path}. Make it first."), 2, path=str(file.absolute().parent))
    if file.exists() and not file.is_file():
        raise Failed(N_("{path} is not a file. Name one for the backup."), 2, path=str(file))
    if any(
        file.absolute() == one.absolute() or (file.exists() and one.exists() and file.samefile(one)) for one in ours
    ):
        raise Failed(N_("{path} is a file of the bot itself. Name another one for the backup."), 2, path=str(file))


def _write(copy: Path, file: Path, keys: list[Recipient], bar: Callable[[str], Watch]) -> int:
    """Bring the copy to its place and look at it again there; how many bytes it has."""
    from bot.campaign import backups, envelopes, files

    size = copy.stat().st_size

    def of(watch: Watch) -> envelopes.Watch:
        return lambda done: watch(done, size)

    try:
        with files.replacing(file) as out, copy.open("rb") as made:
            if keys:
                envelopes.seal(made, out, keys, of(bar("Encrypting")), of(bar("Reading it again")))
            else:
                envelopes.carry(made, out, of(bar("Writing")))
                out.flush()
                backups.look(Path(out.name))
            return out.seek(0, 2)
    except OSError as error:
        raise Failed(N_("{path} can't be written: {why}."), path=str(file), why=error.strerror) from None


def _report(settings: Settings, file: Path, size: int, *, encrypted: bool, carried: bool) -> None:
    tell(settings, N_("The backup is whole: {path}, {size} MB."), path=str(file), size=round(size / MEGABYTE, 1))
    if carried:
        tell(settings, N_("It is encrypted to BOT_BACKUP_RECIPIENTS, and the key of the database is inside."))
        return
    if encrypted:
        tell(settings, N_("It is encrypted to BOT_BACKUP_RECIPIENTS."))
    else:
        tell(settings, N_("It is not encrypted: guard it as you guard the data folder."))
    if settings.secret_key is not None:
        tell(
            settings,
            N_("The key of the database (BOT_SECRET_KEY) is not inside. Keep it apart; nothing opens without it."),
        )
    else:
        path = str(settings.secret_key_file)
        tell(
            settings,
            N_("The key of the database ({path}) is not inside. Keep it apart; nothing opens without it."),
            path=path,
        )


@contextmanager
def bars() -> Iterator[Callable[[str], Watch]]:
    """Makes bars on a terminal, exact to the byte: one for each thing that takes its time."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    shown = Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())

    def bar(what: str) -> Watch:
        task = shown.add_task(what, total=None)
        return lambda done, total: shown.update(task, completed=done, total=total)

    with shown:
        yield bar
