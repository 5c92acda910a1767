"""`solidarity-bot check`: what is wrong, one line each."""

from __future__ import annotations

import argparse

from bot.logs import redact
from bot.settings import Settings
from bot.verbs.sayings import write_line


def run(_: argparse.Namespace, settings: Settings) -> int:
    """Say what is wrong, and what to do about it."""
    from bot.verbs.problems import problems

    found = list(problems(settings))
    for problem in found:
        write_line(redact(problem))
    if not found:
        write_line("Everything is in order.")
    return 1 if found else 0
