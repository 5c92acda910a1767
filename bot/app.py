"""The composition root: everything is built here and nowhere else."""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import Coroutine
from contextlib import suppress
from datetime import datetime
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlmodel import Session

from bot import __version__, supervisors
from bot.campaign import chats, facts, outbox
from bot.campaign.database import Database
from bot.campaign.secrets import load_keys
from bot.clocks import Clock, system
from bot.commands.ask import Rules
from bot.commands.table import COMMANDS
from bot.delivery import alarms, digests, publications, restorations
from bot.delivery.pruning import prune
from bot.delivery.sender import Sender
from bot.meters import Lag, Meters, Pulse
from bot.settings import Settings
from bot.transport import bots, menus, monitors
from bot.transport.bots import TokenRefused
from bot.transport.doors import Door
from bot.transport.intake import Intake
from bot.transport.pace import Gate
from bot.transport.probes import Probes
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
        self.meters = Meters([command.name for command in COMMANDS] if settings.metrics_listen else ())
        self.polls, self.lag = Pulse(), Lag()
        gate = gate or Gate(settings.send_rate)
        self.wire = Wire(self.bot, gate, paid=settings.paid_broadcast, meters=self.meters)
        self.sender = Sender(database, self.wire.carry, self.wire.gate, clock, self.meters)
        self.probes = Probes(database, clock, self.polls, self.sender, self.lag)
        self.watch = alarms.Watch()
        self.username = ""
        self.serving = asyncio.Event()
        self._ticking = asyncio.Lock()

    async def run(self, stop: asyncio.Event) -> int:
        """Serve until *stop* is set, or Telegram refuses the token; the exit code. Ends within 10 seconds of *stop*.

        Raises `Deaf` where monitors can't be answered at the operator's address.
        """
        watching = (asyncio.create_task(self.lag.watch()), asyncio.create_task(self.probes.report(self.serving)))
        try:
            async with monitors.watched(self.settings.metrics_listen, self.probes, self.meters):
                return await self._connect(stop)
        finally:
            for each in watching:
                each.cancel()
            self.probes.close()

    async def _connect(self, stop: asyncio.Event) -> int:
        try:
            if not await bots.connect(self.bot, stop):
                return STOPPED
            self.username = self.bot.username
            self.polls.succeed()
            return await self._serve(stop)
        except TokenRefused:
            log.error("Telegram refused the token. @BotFather gives a new one; set BOT_TOKEN to it.")
            await asyncio.to_thread(self._note_standstill)
            return TOKEN_REFUSED
        finally:
            await bots.disconnect(self.bot)

    async def _serve(self, stop: asyncio.Event) -> int:
        await asyncio.to_thread(self._prepare)
        rules = Rules(self.username, self.settings.zone, self.settings.language, self.settings.review)
        self.door = Door(self.database, self.wire, rules, self.clock, self.sender.wake, self.meters)
        intake = Intake(self.bot, self.door.handle, self.meters, self.polls)
        scheduler = self._heartbeat()
        await self.tick()
        polling = asyncio.create_task(intake.run())
        sending = asyncio.create_task(self.sender.run())
        setting = asyncio.create_task(menus.set_all(self.wire, self.database))
        refused = asyncio.create_task(_then_refuse(self.sender.refused.wait()))
        stopping = asyncio.create_task(stop.wait())
        log.info("Serving.")
        self.serving.set()
        supervisors.tell("READY=1", "STATUS=Serving.")
        try:
            await asyncio.wait({polling, sending, refused, stopping}, return_when=asyncio.FIRST_COMPLETED)
            tasks: tuple[asyncio.Task[Any], ...] = (polling, sending, refused)
            for task in tasks:
                if task.done():
                    task.result()  # raises what ended it
            return STOPPED
        finally:
            supervisors.tell("STOPPING=1", "STATUS=Stopping.")
            scheduler.shutdown(wait=False)
            for each in (polling, setting, refused, stopping):
                each.cancel()
            self.sender.stop()
            await asyncio.gather(intake.finish(GRACE), asyncio.wait({sending}, timeout=GRACE + 2))
            await asyncio.wait({polling, setting, refused, stopping}, timeout=1)
            log.info("Stopped.")

    def _prepare(self) -> None:
        """What a start has to put right: the username, doubtful copies of a crash, and the plan of every chat."""
        now, revision = self.clock(), self.database.revision() or ""
        with self.database.writing() as db:
            facts.remember(db, facts.USERNAME, self.username)
            doubtful = outbox.recover(db, now)
            chats.replan(db, now)
            restored = restorations.settle(
                db, now, lambda db: self._fill(db, now), self.settings.zone, self.settings.language
            )
            alarms.started(db, __version__, now, revision, self.settings.language)
            facts.remember(db, facts.SERVED, now.isoformat())
            digest = outbox.last_sent(db, "digest") if self.meters.registry else None
        if digest:
            self.meters.digest(digest)
        if doubtful:
            log.warning("%d copies were under way when the bot was stopped; they are in doubt.", doubtful)
        if restored:
            log.warning("A backup was put back. What may have been sent since is in doubt.")

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
            try:
                if await asyncio.to_thread(self._look_around):
                    self.sender.wake.set()
            except Exception:
                log.exception("Whether all is well could not be looked up; the next minute tries again.")

    def _decide(self) -> int:
        now = self.clock()
        with self.database.writing() as db:
            published = publications.publish_ripe(db, now, self.username)
        with self.database.writing() as db:
            return published + digests.decide(db, now, self.username)

    def _fill(self, db: Session, now: datetime) -> None:
        """The same in one transaction."""
        publications.publish_ripe(db, now, self.username)
        digests.decide(db, now, self.username)

    def _look_around(self) -> int:
        """Tell the owners what needs a person; how many things that were."""
        free = None
        with suppress(OSError):
            free = shutil.disk_usage(self.database.path.absolute().parent).free
        signs = alarms.Signs(
            free=free,
            backups=bool(self.settings.backup_recipients),
            last_sent=self.sender.last_sent,
            zone=self.settings.zone,
            language=self.settings.language,
        )
        with self.database.writing() as db:
            return self.watch.look(db, signs, self.clock())

    def _note_standstill(self) -> None:
        """Remember that nothing is sent from now on, for telling the owners once it is again."""
        try:
            with self.database.writing() as db:
                alarms.stopped(db, self.clock())
        except Exception:
            log.exception("That sending has stopped could not be kept.")

    async def keep_house(self) -> None:
        """Erase what is not needed any more, in the file too."""
        try:
            await asyncio.to_thread(self._keep_house)
        except Exception:
            log.exception("Housekeeping failed; the next hour tries again.")

    def _keep_house(self) -> None:
        with self.database.writing() as db:
            prune(db, self.clock())
            facts.remember(db, facts.SERVED, self.clock().isoformat())
        self.database.checkpoint()


async def _then_refuse(signal: Coroutine[Any, Any, Any]) -> None:
    await signal
    raise TokenRefused
