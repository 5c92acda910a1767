"""The operators' door: one verb a function. Exit codes: 0 done, 1 something is wrong, 2 bad settings or words,
3 Telegram refused the token, 4 another process serves this database."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bot import __version__, logs
from bot.openings import Failed, opened, sentences
from bot.refusals import N_, Refused
from bot.settings import BadSettings, Settings, from_environment, wanted_language

if TYPE_CHECKING:  # importing them takes most of the time that --help would need
    from sqlmodel import Session

    from bot.campaign.database import Database

DAYS = (datetime(1970, 1, 1), datetime(2999, 12, 31))  # noqa: DTZ001 - the days that a digest may begin and end with
WEEKS = range(1, 1000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; the exit code. Problems are sentences on standard error, never tracebacks."""
    options = _parser().parse_args(arguments)
    try:
        settings = from_environment()
        logs.start(settings.log_level, settings.log_format)
        verb: Callable[[argparse.Namespace, Settings], int] = options.verb
        return verb(options, settings)
    except BadSettings as bad:
        return _say(*bad.problems, code=2)
    except Refused as refused:
        return _say(refused, code=getattr(refused, "code", 1))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _say(*refusals: Refused, code: int) -> int:
    """Say why not, in the operator's language as far as it can be known."""
    from bot.words.languages import choose, language
    from bot.words.message import plain

    speech = language(choose(wanted_language(), "en"))
    for refused in refusals:
        print(logs.redact(plain(speech.refusal(refused))), file=sys.stderr)  # noqa: T201 - the command line speaks here
    return code


def _print(text: str) -> None:
    print(text)  # noqa: T201 - the command line speaks here


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="solidarity-bot", description="A campaign's statements, in Telegram.")
    parser.add_argument("--version", action="version", version=f"solidarity-bot {__version__}")
    parser.add_argument("--clock", help=argparse.SUPPRESS)
    parser.set_defaults(verb=run)
    verbs = parser.add_subparsers(metavar="COMMAND")

    def verb(name: str, function: Callable[[argparse.Namespace, Settings], int], text: str) -> argparse.ArgumentParser:
        sub = verbs.add_parser(name, help=text, description=text)
        sub.set_defaults(verb=function)
        return sub

    verb("run", run, "serve Telegram until SIGTERM or Ctrl-C")
    sub = verb("invite", invite, "print a one-time code that makes its bearer an owner or coordinator")
    sub.add_argument("--role", choices=("owner", "coordinator"), default="owner")
    sub.add_argument("--hours", type=float, default=24, help="how long the code is valid (default 24)")
    sub = verb("import", import_files, "take documents in as drafts")
    sub.add_argument("files", nargs="+", metavar="FILE", type=Path)
    sub.add_argument("--kind", choices=("statement", "update", "action", "collection"))
    sub.add_argument("--language", choices=("en", "fa"))
    sub.add_argument("--issuer", help="several are separated by ;")
    sub.add_argument("--date")
    sub.add_argument("--week", type=int)
    sub.add_argument("--publish", action="store_true", help="publish at once")
    sub.add_argument("--dry-run", action="store_true", help="store nothing; needs --json")
    sub.add_argument("--json", action="store_true", help="print what was understood")
    sub = verb("show", show, "print a post as its readers would get it, as plain text")
    sub.add_argument("number", type=int, metavar="N")
    sub.add_argument("--language", choices=("en", "fa"))
    sub = verb("digest", digest, "print a digest as it would go out")
    sub.add_argument("--language", choices=("en", "fa"))
    sub.add_argument(
        "--since", type=_day, metavar="DATE", help="from this day on, in BOT_TIMEZONE (default: 7 days ago)"
    )
    sub.add_argument("--until", type=_day, metavar="DATE", help="to the end of this day (default: now)")
    sub = verb("outbox", outbox_verb, "what is waiting, uncertain or failed")
    sub.add_argument("what", nargs="?", choices=("list", "retry", "drop"), default="list")
    sub.add_argument("number", nargs="?", type=int, metavar="N")
    sub = verb("export", export, "write every published post as Markdown with front matter")
    sub.add_argument("folder", metavar="DIR", type=Path)
    verb("check", check, "say what is wrong with settings, database, translations and token")
    return parser


def _day(text: str) -> datetime:
    try:
        return datetime.strptime(text, "%Y-%m-%d")  # noqa: DTZ007 - the zone is BOT_TIMEZONE, known later
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date; write it like 2026-01-31") from None


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Serve until SIGTERM or Ctrl-C."""
    if settings.token is None:
        raise Failed(
            N_(
                "BOT_TOKEN is not set. Talk to @BotFather in Telegram, send /newbot, "
                "and put the token that it gives you into the environment or a file named .env."
            ),
            2,
        )
    from bot import clocks
    from bot.app import App
    from bot.campaign.database import Database
    from bot.campaign.secrets import load_keys
    from bot.checks import look_for_database

    async def serve() -> int:
        stop = asyncio.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
        return await App(settings, database, clock).run(stop)

    clock: clocks.Clock = clocks.Shifted(Path(options.clock)) if options.clock else clocks.system
    with sentences():
        look_for_database(settings, make=True)
        database = Database(settings.database_url, load_keys(settings.secret_key, settings.secret_key_file))
        database.claim()
        database.open()
    try:
        return asyncio.run(serve())
    finally:
        database.close()


def invite(options: argparse.Namespace, settings: Settings) -> int:
    """Print a one-time code: bare, as a link, and as what to type."""
    from bot.campaign import facts, people
    from bot.campaign.models import Role

    if not 0 < options.hours <= 24 * 30:
        raise Failed(N_("--hours must be more than 0 and at most 720."), 2)
    with opened(settings, make=True) as database, database.writing() as db:
        code = people.invite(db, Role(options.role), options.hours, datetime.now(UTC))
        username = facts.recall(db, facts.USERNAME)
    username = username or _ask_username(settings)
    _print(code)
    if username:
        _print(f"https://t.me/{username}?start=invite_{code}")
    else:
        _print("https://t.me/<username of your bot>?start=invite_" + code)
    _print(f"/start invite_{code}")
    return 0


def _ask_username(settings: Settings) -> str | None:
    """The bot's username from Telegram, for an invitation before the first start."""
    from bot.transport.bots import TokenRefused, Unreachable, ask_username

    if settings.token is None:
        return None
    with contextlib.suppress(TokenRefused, Unreachable):
        return ask_username(settings, seconds=10)
    return None


def import_files(options: argparse.Namespace, settings: Settings) -> int:
    """Take documents in, or print what would be understood of them."""
    from bot.documents.loading import load

    if options.dry_run != options.json:
        raise Failed(N_("--dry-run and --json go together."), 2)
    if options.week is not None and options.week not in WEEKS:
        raise Failed(N_("--week must be a number from {first} to {last}."), 2, first=WEEKS[0], last=WEEKS[-1])
    if options.dry_run:
        from bot.documents.readings import as_json, read

        readings = [read(file.name, load(file.name, _bytes(file))) for file in options.files]
        _print(json.dumps(as_json(readings), ensure_ascii=False, indent=2))
        return 0
    from rich.progress import track

    with opened(settings, make=True) as database:
        for file in track(options.files, "Reading", disable=not sys.stderr.isatty(), transient=True):
            _print(_import(options, database, file))
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


def show(options: argparse.Namespace, settings: Settings) -> int:
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
            _print(plain(leaf.html) + "\n")
    return 0


def digest(options: argparse.Namespace, settings: Settings) -> int:
    """Print a digest."""
    from zoneinfo import ZoneInfo

    from bot.campaign import facts
    from bot.campaign.chats import KINDS
    from bot.delivery.digests import gather
    from bot.words import digests
    from bot.words.languages import language
    from bot.words.message import plain

    _check_day("--since", options.since)
    _check_day("--until", options.until)
    zone, now = ZoneInfo(settings.zone), datetime.now(UTC)
    until = min(now, (options.until + timedelta(days=1)).replace(tzinfo=zone)) if options.until else now
    since = options.since.replace(tzinfo=zone) if options.since else until - timedelta(days=7)
    with opened(settings) as database, database.reading() as db:
        username = facts.recall(db, facts.USERNAME) or ""
        since, until = since.astimezone(UTC), until.astimezone(UTC)
        news = gather(db, since, until, KINDS, now, zone=settings.zone, username=username)
    if news is None:
        raise Failed(N_("Nothing was published in that time, so no digest would be sent."))
    for message in digests.digest(language(options.language or settings.language), news, daily=False):
        _print(plain(message.html) + "\n")
    return 0


def _check_day(option: str, day: datetime | None) -> None:
    first, last = DAYS
    if day is not None and not first <= day <= last:
        raise Failed(
            N_("{option} must be a day from {first} to {last}."), 2,
            option=option, first=first.date().isoformat(), last=last.date().isoformat(),
        )  # fmt: skip


def outbox_verb(options: argparse.Namespace, settings: Settings) -> int:
    """List what waits, is uncertain or failed; send one again or give it up."""
    from bot.campaign import outbox
    from bot.campaign.models import DeliveryState
    from bot.words.languages import language

    if (options.what == "list") != (options.number is None):
        raise Failed(N_("Write outbox, outbox retry N or outbox drop N."), 2)
    with opened(settings) as database, database.writing() as db:
        if options.number is not None:
            _settle(db, options.what, options.number)
            return 0
        counts = outbox.counts(db)
        for state, number in sorted(counts.items()):
            _print(f"{state.value}\t{number}")
        if not set(counts) - {DeliveryState.SENT}:
            _print(language(settings.language).plain(N_("Nothing waits in the outbox.")))
        for state in (DeliveryState.UNCERTAIN, DeliveryState.DEFERRED, DeliveryState.DEAD):
            for row, letter, chat in outbox.rows_in(db, state):
                _print(f"{row.id}\t{state.value}\t{chat.kind.value} {chat.id}\t{letter.purpose}\t{row.reason or ''}")
    return 0


def _settle(db: Session, what: str, number: int) -> None:
    """Send a delivery again, or give it up."""
    from bot.campaign import audit, outbox

    now = datetime.now(UTC)
    try:
        (outbox.retry if what == "retry" else outbox.drop)(db, number, now)
    except (Refused, OverflowError):  # SQLite has no numbers beyond 64 bits
        raise Failed(N_("Delivery {number} is not waiting for a decision."), number=number) from None
    audit.record(db, now, "command line", f"outbox {what}", detail=str(number))


def export(options: argparse.Namespace, settings: Settings) -> int:
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
                    _print(name)
        except OSError as error:
            raise Failed(
                N_("The folder {path} can't be written: {why}."), path=str(options.folder), why=error.strerror
            ) from None
    return 0


def check(_: argparse.Namespace, settings: Settings) -> int:
    """Say what is wrong, one line each."""
    from bot.checks import problems

    found = list(problems(settings))
    for problem in found:
        _print(logs.redact(problem))
    if not found:
        _print("Everything is in order.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
