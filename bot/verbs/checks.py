"""`solidarity-bot check`: what is wrong, one line each."""

from __future__ import annotations

import argparse

from bot.logs import redact
from bot.refusals import N_
from bot.settings import Settings
from bot.verbs.sayings import tell, write_line


def run(_: argparse.Namespace, settings: Settings) -> int:
    """Say what is wrong, and what to do about it, in the operator's language."""
    from bot.verbs.problems import problems
    from bot.words.languages import language
    from bot.words.message import plain

    speech = language(settings.language)
    found = 0
    for problem in problems(settings):
        found += 1
        write_line(redact(f"{speech.plain(problem.about)}: {plain(speech.refusal(problem.why))}"))
    if not found:
        tell(settings, N_("Everything is in order."))
    return 1 if found else 0
