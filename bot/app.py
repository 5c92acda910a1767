"""The composition root: everything is built here and nowhere else."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.campaign import chats, facts, outbox
from bot.campaign.database import Database
from bot.campaign.secrets import load_keys
from bot.clocks import Clock, system
from bot.commands.ask import Rules
from bot.delivery import digests, publications
from bot.delivery.pruning import prune
from bot.delivery.sender import Sender
from bot.settings import Settings
from bot.transport import bots, menus
from bot.transport.bots import TokenRefused
from bot.transport.doors import Door
from bot.transport.intake import Intake
from bot.transport.pace import Gate
from bot.transport.sends import Wire

log = logging.getLogger(__name__)

STOPPED, TOKEN_REFUSED = 0, 3
GRACE = 5.0  # seconds for what was begun


def open_database(settings: Settings) -> Database:
    """The campaign's database, migrated and checked. Raises `WrongKey` or `Damaged`."""
    database = Database(settings.database_url, load_keys(settings.secret_key, settings.secret_key_file))
    database.open()
    return database


class App:
    """One serving bot. *gate* and *clock* are given by rehearsals and tests."""

    def __init__(self, settings: Settings, database: Database, clock: Clock = system, gate: Gate | None = None) -> None:
        assert settings.token is not None  # noqa: S101 - the command line has looked
        self.settings = settings
        self.database = database
        self.clock = clock
        self.bot = bots.build(settings)
        self.wire = Wire(self.bot, gate or Gate(settings.send_rate), paid=settings.paid_broadcast)
        self.sender = Sender(database, self.wire.carry, self.wire.gate, clock)
        self.username = ""
        self.serving = asyncio.Event()
        self._ticking = asyncio.Lock()

    async def run(self, stop: asyncio.Event) -> int:
        """Serve until *stop* is set, or Telegram refuses the token; the exit code. Ends within 10 seconds of *stop*."""
        try:
            if not await bots.connect(self.bot, stop):
                return STOPPED
            self.username = self.bot.username
            return await self._serve(stop)
        except TokenRefused:
            log.error("Telegram refused the token. @BotFather gives a new one; set BOT_TOKEN to it.")
            return TOKEN_REFUSED
        finally:
            await bots.disconnect(self.bot)

    async def _serve(self, stop: asyncio.Event) -> int:
        await asyncio.to_thread(self._prepare)
        rules = Rules(self.username, self.settings.zone, self.settings.language, self.settings.review)
        self.door = Door(self.database, self.wire, rules, self.clock, self.sender.wake)
        intake = Intake(self.bot, self.door.handle, self.clock)
        scheduler = self._heartbeat()
        await self.tick()
        polling = asyncio.create_task(intake.run())
        sending = asyncio.create_task(self.sender.run())
        setting = asyncio.create_task(menus.set_all(self.wire, self.database))
        refused = asyncio.create_task(_then_refuse(self.sender.refused.wait()))
        stopping = asyncio.create_task(stop.wait())
        log.info("Serving.")
        self.serving.set()
        try:
            await asyncio.wait({polling, sending, refused, stopping}, return_when=asyncio.FIRST_COMPLETED)
            tasks: tuple[asyncio.Task[Any], ...] = (polling, sending, refused)
            for task in tasks:
                if task.done():
                    task.result()  # raises what ended it
            return STOPPED
        finally:
            scheduler.shutdown(wait=False)
            for each in (polling, setting, refused, stopping):
                each.cancel()
            self.sender.stop()
            await asyncio.gather(intake.finish(GRACE), asyncio.wait({sending}, timeout=GRACE + 2))
            await asyncio.wait({polling, setting, refused, stopping}, timeout=1)
            log.info("Stopped.")

    def _prepare(self) -> None:
        """What a start has to put right: the username, doubtful copies of a crash, and the plan of every chat."""
        now = self.clock()
        with self.database.writing() as db:
            facts.remember(db, facts.USERNAME, self.username)
            doubtful = outbox.recover(db, now)
            chats.replan(db, now)
        if doubtful:
            log.warning("%d copies were under way when the bot was stopped; they are in doubt.", doubtful)

    def _heartbeat(self) -> AsyncIOScheduler:
        """A beat each full minute, and one each hour for housekeeping; a missed beat comes as soon as it can, once."""
        scheduler = AsyncIOScheduler(timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True})
        scheduler.add_job(self.tick, "cron", second=0)
        scheduler.add_job(self.keep_house, "cron", minute=17)
        scheduler.start()
        return scheduler

    async def tick(self) -> None:
        """Decide everything that is due now. What is decided already is not decided again."""
        async with self._ticking:
            try:
                if await asyncio.to_thread(self._decide):
                    self.sender.wake.set()
            except Exception:
                log.exception("This minute's digests could not be decided; the next minute tries again.")

    def _decide(self) -> int:
        now = self.clock()
        with self.database.writing() as db:
            published = publications.publish_ripe(db, now, self.username)
        with self.database.writing() as db:
            return published + digests.decide(db, now, self.username)

    async def keep_house(self) -> None:
        """Erase what is not needed any more, in the file too."""
        try:
            await asyncio.to_thread(self._keep_house)
        except Exception:
            log.exception("Housekeeping failed; the next hour tries again.")

    def _keep_house(self) -> None:
        with self.database.writing() as db:
            prune(db, self.clock())
        self.database.checkpoint()


async def _then_refuse(signal: Coroutine[Any, Any, Any]) -> None:
    await signal
    raise TokenRefused
