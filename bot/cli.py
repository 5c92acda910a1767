"""The operators' door: it looks a verb up and runs it. Exit codes: 0 done, 1 something is wrong, 2 bad settings or
words, 3 Telegram refused the token, 4 another process serves this database."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from types import ModuleType

from bot import __version__, logs
from bot.refusals import Refused
from bot.settings import BadSettings, Settings, from_environment
from bot.verbs import (
    backups,
    checks,
    digests,
    exports,
    imports,
    invitations,
    outbox,
    posts,
    rehearsals,
    restores,
    serving,
)
from bot.verbs.sayings import complain

VERBS: tuple[tuple[str, ModuleType, str], ...] = (
    ("run", serving, "serve Telegram until SIGTERM or Ctrl-C"),
    ("rehearse", rehearsals, "try the bot on this machine alone, with sample posts"),
    ("invite", invitations, "print a one-time code that makes its bearer an owner or coordinator"),
    ("import", imports, "take documents in as drafts"),
    ("show", posts, "print a post as its readers would get it, as plain text"),
    ("digest", digests, "print a digest as it would go out"),
    ("outbox", outbox, "what is waiting, uncertain or failed"),
    ("export", exports, "write every published post as Markdown with front matter"),
    ("backup", backups, "write an encrypted copy of the database while the bot runs"),
    ("restore", restores, "put a backup back after checking it"),
    ("check", checks, "say what is wrong with settings, database, translations and token"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; the exit code. Problems are sentences on standard error, never tracebacks."""
    options = make_parser().parse_args(arguments)
    try:
        settings = from_environment()
        logs.start(settings.log_level, settings.log_format)
        verb: Callable[[argparse.Namespace, Settings], int] = options.verb
        return verb(options, settings)
    except BadSettings as bad:
        complain(*bad.problems)
        return 2
    except Refused as refused:
        complain(refused)
        return int(getattr(refused, "code", 1))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def make_parser() -> argparse.ArgumentParser:
    """All verbs with their options; without a verb it is `run`."""
    parser = argparse.ArgumentParser(prog="solidarity-bot", description="A campaign's statements, in Telegram.")
    parser.add_argument("--version", action="version", version=f"solidarity-bot {__version__}")
    parser.add_argument("--clock", help=argparse.SUPPRESS)
    parser.set_defaults(verb=serving.run)
    verbs = parser.add_subparsers(metavar="COMMAND")
    for name, module, text in VERBS:
        sub = verbs.add_parser(name, help=text, description=text)
        sub.set_defaults(verb=module.run)
        if hasattr(module, "prepare"):
            module.prepare(sub)
    return parser


if __name__ == "__main__":
    sys.exit(main())
