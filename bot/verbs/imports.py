"""`solidarity-bot import`: take documents in, or print what would be understood of them."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.refusals import N_
from bot.settings import Settings
from bot.verbs.openings import Failed, opened
from bot.verbs.sayings import write_line

if TYPE_CHECKING:  # importing it takes most of the time that --help would need
    from bot.campaign.database import Database

WEEKS = range(1, 1000)


def prepare(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
    parser.add_argument("--kind", choices=("statement", "update", "action", "collection"))
    parser.add_argument("--language", choices=("en", "fa"))
    parser.add_argument("--issuer", help="several are separated by ;")
    parser.add_argument("--date")
    parser.add_argument("--week", type=int)
    parser.add_argument("--publish", action="store_true", help="publish at once")
    parser.add_argument("--dry-run", action="store_true", help="store nothing; needs --json")
    parser.add_argument("--json", action="store_true", help="print what was understood")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Take documents in, or print what would be understood of them."""
    from bot.documents.loading import load

    if options.dry_run != options.json:
        raise Failed(N_("--dry-run and --json go together."), 2)
    if options.week is not None and options.week not in WEEKS:
        raise Failed(N_("--week must be a number from {first} to {last}."), 2, first=WEEKS[0], last=WEEKS[-1])
    if options.dry_run:
        from bot.documents.readings import as_json, read

        readings = [read(file.name, load(file.name, _bytes(file))) for file in options.files]
        write_line(json.dumps(as_json(readings), ensure_ascii=False, indent=2))
        return 0
    from rich.progress import track

    with opened(settings, make=True) as database:
        for file in track(options.files, "Reading", disable=not sys.stderr.isatty(), transient=True):
            write_line(_import(options, database, file))
    return 0


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Failed(N_("The file {path} can't be read: {why}."), path=str(file), why=error.strerror) from None


def _import(options: argparse.Namespace, database: Database, file: Path) -> str:
    """One file in, in one transaction; its line."""
    from bot.campaign import audit, facts
    from bot.commands.takings import take_in
    from bot.delivery.publications import publish
    from bot.documents.loading import load

    now = datetime.now(UTC)
    text = load(file.name, _bytes(file))
    with database.writing() as db:
        post = take_in(
            db, file.name, text, now, None, kind=options.kind, language=options.language, issuer=options.issuer,
            date=options.date, week=options.week,
        )  # fmt: skip
        audit.record(db, now, "command line", "import", post.id)
        if options.publish:
            publish(db, post, now, facts.recall(db, facts.USERNAME) or "")
            audit.record(db, now, "command line", "publish", post.id)
        return f"{post.id}\t{post.kind.value}\t{post.state.value}\t{file.name}"
