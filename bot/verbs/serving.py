"""`solidarity-bot run`: serve until SIGTERM or Ctrl-C."""

from __future__ import annotations

import argparse
import asyncio
import signal
from pathlib import Path

from bot.refusals import N_
from bot.settings import Settings
from bot.verbs.openings import Failed, look_for_database, sentences


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
