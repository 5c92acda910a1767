"""Probes: how the bot is, found out without disturbing it.

Healthy means: Telegram answered a poll less than a minute ago, the event loop is less than five seconds late, and mail
goes out: what is due goes within ten minutes or, where very many get it, others are getting theirs right now.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlmodel import Session

from bot import supervisors
from bot.campaign import chats, facts, outbox
from bot.campaign.database import Database
from bot.campaign.models import ChatKind, ChatState, DeliveryState
from bot.clocks import Clock
from bot.delivery.sender import Sender
from bot.meters import Lag, Pulse

log = logging.getLogger(__name__)

POLL_AGE = 60.0  # seconds
LATE = 5.0  # seconds
DUE = timedelta(minutes=10)
FLOWING = timedelta(minutes=1)  # mail that went out so recently shows that the sender works
DATABASE = 2.0  # seconds that the database gets for an answer
REPORT = 30.0  # seconds between two reports to a service manager that sets no time

Found = TypeVar("Found")


class NoAnswer(Exception):
    """The database gave no answer, or none in time."""


@dataclass(frozen=True)
class Kept:
    """What the database knows at one moment; the instants are UTC, *cost* is in seconds of the processor."""

    outbox: dict[DeliveryState, int]
    chats: dict[tuple[ChatKind, ChatState], int]
    oldest_due: datetime | None
    next_digest: datetime | None
    last_backup: datetime | None
    cost: float


@dataclass(frozen=True)
class Health:
    """What is wrong, in words for operators, and what that was read off; ages and lag in seconds."""

    problems: list[str]
    poll_age: float | None
    lag: float
    due_age: float


class Probes:
    """Asks one bot how it is. *polls* is the pulse of its polling loop."""

    def __init__(self, database: Database, clock: Clock, polls: Pulse, sender: Sender, lag: Lag) -> None:
        self.database = database
        self.clock = clock
        self.polls = polls
        self.sender = sender
        self.lag = lag
        # A thread of its own: probes of a slow database must not take the threads in which commands run.
        self._thread = ThreadPoolExecutor(1, "probes")
        self._asking: asyncio.Future[Any] | None = None

    async def health(self) -> Health:
        """How the bot is right now."""
        problems, age, lag = [], self.polls.age, self.lag.worst
        if age is None:
            problems.append("Telegram has not been reached yet.")
        elif age >= POLL_AGE:
            problems.append(f"Telegram has not answered a poll for {age:.0f} seconds.")
        if lag >= LATE:
            problems.append(f"The event loop was {lag:.1f} seconds late within the last minute.")
        due = timedelta()
        try:
            due = self._age(await self._ask(lambda db: outbox.oldest_due(db, self.clock())))
        except NoAnswer as why:
            problems.append(str(why))
        if due >= DUE and not self._flows():
            problems.append(f"A message has been due for {due.total_seconds() / 60:.0f} minutes and has not gone out.")
        return Health([*problems, *self.stuck()], age, lag, due.total_seconds())

    def stuck(self) -> list[str]:
        """Which loop doesn't turn any more. A Telegram that is down stops none of them."""
        loops = {"polls Telegram": self.polls, "sends mail": self.sender.pulse}
        return [f"The loop that {what} is stuck." for what, pulse in loops.items() if pulse.is_overdue]

    async def kept(self) -> Kept:
        """What the database knows. Raises `NoAnswer`."""
        return await self._ask(self._read)

    async def report(self, serving: asyncio.Event) -> None:
        """Tell the service manager how it goes until cancelled, so that it ends a bot whose loops don't turn."""
        patience = supervisors.patience()
        pause = min(REPORT, patience / 2) if patience else REPORT
        told: list[str] = []
        while supervisors.is_listening():
            stuck = self.stuck()
            if not serving.is_set():
                supervisors.tell(f"EXTEND_TIMEOUT_USEC={3 * pause * 1e6:.0f}", "STATUS=Trying to reach Telegram.")
            elif not stuck:
                supervisors.tell("WATCHDOG=1")
                supervisors.tell(f"STATUS={await self._status()}")
            elif stuck != told:
                log.error("%s The service manager is not told any more that all is well.", " ".join(stuck))
                supervisors.tell(f"STATUS={' '.join(stuck)}")
            told = stuck
            await asyncio.sleep(pause)

    async def _status(self) -> str:
        try:
            found = (await self.kept()).outbox
        except NoAnswer as why:
            return f"Serving. {why}"
        waiting = sum(found.get(state, 0) for state in (*outbox.WAITING, DeliveryState.SENDING))
        return f"Serving. Messages waiting: {waiting}; uncertain: {found.get(DeliveryState.UNCERTAIN, 0)}."

    def close(self) -> None:
        """Ask nothing more."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _read(self, db: Session) -> Kept:
        begun = time.thread_time()
        return Kept(
            outbox=outbox.counts(db),
            chats=chats.counts(db),
            oldest_due=outbox.oldest_due(db, self.clock()),
            next_digest=chats.earliest_due(db),
            last_backup=_instant(facts.recall(db, facts.LAST_BACKUP)),
            cost=time.thread_time() - begun,
        )

    def age_of_due(self, kept: Kept) -> float:
        """For how many seconds the oldest due message has been waiting; 0 where none is due."""
        return self._age(kept.oldest_due).total_seconds()

    def _age(self, since: datetime | None) -> timedelta:
        return max(timedelta(), self.clock() - since) if since else timedelta()

    def _flows(self) -> bool:
        last = self.sender.last_sent
        return last is not None and self.clock() - last < FLOWING

    async def _ask(self, question: Callable[[Session], Found]) -> Found:
        """Ask the database in the thread, one question at a time, for two seconds at most."""

        def ask() -> Found:
            with self.database.reading() as db:
                return question(db)

        try:
            async with asyncio.timeout(DATABASE):
                while self._asking is not None and not self._asking.done():
                    await asyncio.wait({self._asking})
                asking = asyncio.get_running_loop().run_in_executor(self._thread, ask)
                asking.add_done_callback(lambda done: done.cancelled() or done.exception())  # or it counts as unheard
                self._asking = asking
                return await asyncio.shield(asking)
        except TimeoutError:
            raise NoAnswer(f"The database did not answer within {DATABASE:.0f} seconds.") from None
        except Exception as error:
            raise NoAnswer(f"The database can't be read ({type(error).__name__}).") from error


def _instant(text: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return found if found is None or found.tzinfo else None
