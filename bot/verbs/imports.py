"""`solidarity-bot import`: take documents in, or print what would be understood of them."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.refusals import N_
from bot.settings import Settings
from bot.verbs.openings import Failed, opened
from bot.verbs.sayings import write_line

if TYPE_CHECKING:  # importing them takes most of the time that --help would need
    from bot.campaign.database import Database
    from bot.documents.markdown.manuscripts import Manuscript
    from bot.documents.spans import RichText

WEEKS = range(1, 1000)


@dataclass(frozen=True)
class _File:
    """A file that was read, with its front matter where it has one."""

    path: Path
    text: RichText
    paper: Manuscript | None

    def says(self, field: str) -> str | None:
        """What the front matter says under this name."""
        return self.paper.fields.get(field) if self.paper else None

    @property
    def language(self) -> str | None:
        """The language that the front matter names."""
        return self.says("language")


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
    from bot.documents.files.loading import open_file

    if options.dry_run != options.json:
        raise Failed(N_("--dry-run and --json go together."), 2)
    if options.week is not None and options.week not in WEEKS:
        raise Failed(N_("--week must be a number from {first} to {last}."), 2, first=WEEKS[0], last=WEEKS[-1])
    if options.dry_run:
        from bot.documents.readings import as_json, read

        readings = [read(file.name, open_file(file.name, _bytes(file)).text) for file in options.files]
        write_line(json.dumps(as_json(readings), ensure_ascii=False, indent=2))
        return 0
    from rich.progress import track

    with opened(settings, make=True) as database:
        brought = _sort([(file, open_file(file.name, _bytes(file))) for file in options.files])
        known: dict[int, int] = {}  # numbers in the front matter, and what became of them
        for files in track(brought, "Reading", disable=not sys.stderr.isatty(), transient=True):
            write_line(_import(options, settings, database, files, known))
    return 0


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Failed(N_("The file {path} can't be read: {why}."), path=str(file), why=error.strerror) from None


def _sort(files: list[tuple[Path, RichText]]) -> list[list[_File]]:
    """Files that are wordings of one post together, by the number in their front matter; in the order in which they
    were given, but that a collection comes before its parts.
    """
    from bot.commands import imprints

    posts: dict[object, list[_File]] = {}
    for place, (path, text) in enumerate(files):
        paper = imprints.read(path.name, text.text)
        number = _number(paper, "number")
        key: object = (path.parent, number) if number is not None else place
        file = _File(path, text, paper)
        if any(file.language == other.language for other in posts.get(key, ())):
            key = place  # two texts in one language are two posts, whatever number they bear
        posts.setdefault(key, []).append(file)
    for wordings in posts.values():
        wordings.sort(key=lambda file: file.says("origin") == "translation")
    groups = list(posts.values())
    places = {(group[0].path.parent, _number(group[0].paper, "number")): place for place, group in enumerate(groups)}

    def rank(place: int) -> tuple[int, int]:
        first = groups[place][0]
        collection = _number(first.paper, "collection")
        above = places.get((first.path.parent, collection), -1) if collection is not None else -1
        return max(place, above), int(above > place)

    return [groups[place] for place in sorted(range(len(groups)), key=rank)]


def _number(paper: Manuscript | None, field: str) -> int | None:
    said = paper.fields.get(field, "") if paper else ""
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else None


def _import(
    options: argparse.Namespace, settings: Settings, database: Database, files: list[_File], known: dict[int, int]
) -> str:
    """One post in, with all its wordings and parts, in one transaction; a line for each post."""
    from bot.campaign import audit, facts, posts
    from bot.commands import imprints, takings
    from bot.delivery.publications import publish

    now, first = datetime.now(UTC), files[0]
    with database.writing() as db:
        post = takings.take_in(
            db, first.path.name, first.text, now, None, kind=options.kind, language=options.language,
            issuer=options.issuer, date=options.date, week=options.week,
        )  # fmt: skip
        for file in files:
            language = post.language if file is first else file.language or post.language
            if file is not first:
                takings.replace(db, post, language, file.path.name, file.text)
            if file.paper:
                imprints.keep(db, post, language, file.paper, settings.zone)
        above = _number(first.paper, "collection")
        if above is not None:
            post.parent = known.get(above)
            db.add(post)
        number = _number(first.paper, "number")
        if number is not None:
            known[number] = post.id
        parts = posts.parts(db, post)
        for one in (*parts, post):
            audit.record(db, now, "command line", "import", one.id)
            if options.publish:
                publish(db, one, now, facts.recall(db, facts.USERNAME) or "")
                audit.record(db, now, "command line", "publish", one.id)
        names = ", ".join(file.path.name for file in files)
        lines = [f"{post.id}\t{post.kind.value}\t{post.state.value}\t{names}"]
        lines += [f"{part.id}\t{part.kind.value}\t{part.state.value}\t{names}#{part.position}" for part in parts]
        return "\n".join(lines)
