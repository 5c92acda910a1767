"""`solidarity-bot show`: a post as its readers would get it."""

from __future__ import annotations

import argparse

from bot.refusals import N_, Refused
from bot.settings import Settings
from bot.verbs.openings import Failed, opened
from bot.verbs.sayings import write_line


def prepare(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("number", type=int, metavar="N")
    parser.add_argument("--language", choices=("en", "fa"))


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print a post as its readers would get it."""
    from bot.campaign import posts
    from bot.words import reading
    from bot.words.languages import language
    from bot.words.message import plain

    with opened(settings) as database, database.reading() as db:
        try:
            entry = posts.entry(db, posts.kept(db, options.number))
        except (Refused, OverflowError):  # SQLite has no numbers beyond 64 bits
            raise Failed(N_("There is no post {number}."), number=options.number) from None
        parts = tuple(posts.entry(db, posts.kept(db, part)) for part in entry.parts)
        for found in (entry, *parts):
            if not found.wordings:
                raise Failed(N_("Post {number} has no text yet."), number=found.post.id)
        speech = language(options.language or settings.language)
        for leaf in reading.leaves(speech, entry, parts):
            write_line(plain(leaf.html) + "\n")
    return 0
