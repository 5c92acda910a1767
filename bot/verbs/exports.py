"""`solidarity-bot export`: every published post as Markdown with front matter."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.refusals import N_
from bot.settings import Settings
from bot.verbs.openings import Failed, opened
from bot.verbs.sayings import write_line


def prepare(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("folder", metavar="DIR", type=Path)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Write every published post into a folder, one file a language."""
    from rich.progress import track

    from bot.campaign import posts
    from bot.words import exports

    with opened(settings) as database, database.reading() as db:
        try:
            options.folder.mkdir(parents=True, exist_ok=True)
            for post in track(posts.all_published(db), "Writing", disable=not sys.stderr.isatty(), transient=True):
                for name, content in exports.files(posts.entry(db, post)).items():
                    (options.folder / name).write_text(content, encoding="utf-8")
                    write_line(name)
        except OSError as error:
            raise Failed(
                N_("The folder {path} can't be written: {why}."), path=str(options.folder), why=error.strerror
            ) from None
    return 0
