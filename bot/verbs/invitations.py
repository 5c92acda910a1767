"""`solidarity-bot invite`: a one-time code for a new member of the team."""

from __future__ import annotations

import argparse
import contextlib
from datetime import UTC, datetime

from bot.refusals import N_
from bot.settings import Settings
from bot.verbs.openings import Failed, opened
from bot.verbs.sayings import write_line


def prepare(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--role", choices=("owner", "coordinator"), default="owner")
    parser.add_argument("--hours", type=float, default=24, help="how long the code is valid (default 24)")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print a one-time code: bare, as a link, and as what to type."""
    from bot.campaign import facts, people
    from bot.campaign.models import Role

    if not 0 < options.hours <= 24 * 30:
        raise Failed(N_("--hours must be more than 0 and at most 720."), 2)
    with opened(settings, make=True) as database, database.writing() as db:
        code = people.invite(db, Role(options.role), options.hours, datetime.now(UTC))
        username = facts.recall(db, facts.USERNAME)
    username = username or _ask_username(settings)
    write_line(code)
    if username:
        write_line(f"https://t.me/{username}?start=invite_{code}")
    else:
        write_line("https://t.me/<username of your bot>?start=invite_" + code)
    write_line(f"/start invite_{code}")
    return 0


def _ask_username(settings: Settings) -> str | None:
    """The bot's username from Telegram, for an invitation before the first start."""
    from bot.transport.bots import TokenRefused, Unreachable, ask_username

    if settings.token is None:
        return None
    with contextlib.suppress(TokenRefused, Unreachable):
        return ask_username(settings, seconds=10)
    return None
