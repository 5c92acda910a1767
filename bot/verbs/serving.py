"""`solidarity-bot run`: serve until SIGTERM or Ctrl-C."""

from __future__ import annotations

import argparse
import asyncio
import signal
from pathlib import Path
from typing import TYPE_CHECKING

from bot.settings import Settings
from bot.verbs import rehearsals
from bot.verbs.openings import look_for_database, sentences

if TYPE_CHECKING:  # importing it takes most of the time that --help would need
    from bot.app import App
    from bot.clocks import Shifted


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Serve until SIGTERM or Ctrl-C; without a token, rehearse."""
    if settings.token is None:
        return rehearsals.show_page(rehearsals.PORT, settings, without_token=True)
    from bot import clocks
    from bot.app import App
    from bot.campaign.database import Database
    from bot.campaign.secrets import load_keys

    async def serve() -> int:
        stop = asyncio.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
        app = App(settings, database, clock)
        watching = asyncio.create_task(_watch(clock, app)) if isinstance(clock, clocks.Shifted) else None
        try:
            return await app.run(stop)
        finally:
            if watching:
                watching.cancel()

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


async def _watch(clock: Shifted, app: App) -> None:
    """Beat at once when a rehearsal sets the clock, not at the next full minute only."""
    await app.serving.wait()
    known = clock.shift()
    while True:
        await asyncio.sleep(0.1)
        if clock.shift() != known:
            known = clock.shift()
            await app.tick()
            app.sender.wake.set()
