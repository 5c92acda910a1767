"""The sender: rows of the outbox become messages, no faster than the gate allows.

Each step is one transaction that marks what came back and claims what goes next, so `sent` is committed right after
the answer and `sending` right before the call. Nothing is open while Telegram is asked.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Protocol

from sqlmodel import Session

from bot.campaign import chats, outbox
from bot.campaign.database import Database
from bot.campaign.models import ChatKind, Letter
from bot.campaign.outbox import Parcel
from bot.clocks import Clock
from bot.delivery.outcomes import Fate, Outcome
from bot.meters import Meters, Pulse

log = logging.getLogger(__name__)

AHEAD = 200  # parcels looked up at a time
LETTERS = 64  # letters kept in memory
IDLE = 1.0  # seconds between two looks into an empty outbox
UNAUTHORIZED_LIMIT = 3
STUCK = 120.0  # seconds without a turn of the loop; a busy database may take one minute

Carrier = Callable[[Parcel, Letter], Awaitable[Outcome]]


class Gate(Protocol):
    """How fast mail may go."""

    def ready(self, chat: int, kind: ChatKind) -> bool:
        """Whether the chat may get a message now."""

    def mail(self, most: int) -> int:
        """How many messages may go now, at most *most*; their places are taken."""

    def mail_wait(self) -> float:
        """In how many seconds mail may go; 0 or less: now."""

    def used(self, chat: int, kind: ChatKind) -> None:
        """A message goes to the chat now."""

    def in_flight(self) -> int:
        """How many calls may be under way at once."""


class Sender:
    """Empties the outbox for as long as `run` runs."""

    def __init__(
        self, database: Database, carrier: Carrier, gate: Gate, clock: Clock, meters: Meters | None = None
    ) -> None:
        self.database = database
        self.carrier = carrier
        self.gate = gate
        self.clock = clock
        self.meters = meters or Meters()
        self.pulse = Pulse()
        self.last_sent: datetime | None = None  # UTC; when Telegram last took a letter
        self.wake = asyncio.Event()
        self.refused = asyncio.Event()  # set when Telegram has refused the token three times in a row
        self._stopping = False
        self._queue: deque[Parcel] = deque()
        self._flying: dict[asyncio.Task[None], Parcel] = {}
        self._back: list[tuple[Parcel, Outcome]] = []
        self._held: dict[int, Parcel] = {}  # of each chat that can't have more yet, what shows whether it can
        self._letters: OrderedDict[int, Letter] = OrderedDict()
        self._unauthorized = 0

    async def run(self) -> None:
        """Send until `stop`; then wait for what is under way and mark it."""
        while not self._stopping:
            self.pulse.promise(STUCK)
            try:
                busy = await self._step()
            except Exception:
                # A full or locked disk shows here. What was not claimed is not sent; what came back is marked later.
                log.exception("The outbox can't be worked on; trying again in 5 seconds.")
                await self._pause(5)
                continue
            if not busy:
                await self._pause(IDLE)
        if self._flying:
            await asyncio.wait(self._flying, timeout=6)
        await self._mark_and_claim([])

    def stop(self) -> None:
        """Claim nothing more."""
        self._stopping = True
        self.wake.set()

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.wake.wait()
        self.wake.clear()

    async def _step(self) -> bool:
        """One round; False where there was nothing to do."""
        self._let_go()
        if not self._queue and not self._stopping:
            self._queue.extend(await asyncio.to_thread(self._look_up))
        chosen = self._choose()
        if chosen or self._back:
            for parcel, letter in await self._mark_and_claim(chosen):
                self._fly(parcel, letter)
            return True
        if not self._queue and not self._flying and not self._held:
            return False
        # Each chat waits for its turn, or all for the gate, or there is no room: a returning call wakes us earlier.
        await self._pause(min(1.0, max(0.02 if self._queue else 0.25, self.gate.mail_wait())))
        return True

    def _choose(self) -> list[Parcel]:
        """The parcels that go now, with the gate's leave."""
        room = self.gate.in_flight() - len(self._flying)
        if room <= 0 or not self._queue or self._stopping or self.refused.is_set():
            return []
        flying = {parcel.chat for parcel in self._flying.values()}
        ready: list[Parcel] = []
        while self._queue and len(ready) < room:
            parcel = self._queue.popleft()
            if parcel.chat in flying:
                continue
            if self.gate.ready(parcel.telegram, parcel.kind):
                ready.append(parcel)
            else:
                self._held[parcel.chat] = parcel  # the others don't wait for it; it is looked up again later
        if not ready:
            return []
        allowed = self.gate.mail(len(ready))
        self._queue.extendleft(reversed(ready[allowed:]))
        return ready[:allowed]

    def _look_up(self) -> list[Parcel]:
        flying = [parcel.chat for parcel in self._flying.values()]
        with self.database.reading() as db:
            return outbox.candidates(db, self.clock(), AHEAD, [*flying, *self._held])

    def _let_go(self) -> None:
        """Chats that can have more again."""
        ready = [number for number, one in self._held.items() if self.gate.ready(one.telegram, one.kind)]
        for number in ready:
            del self._held[number]

    async def _mark_and_claim(self, chosen: list[Parcel]) -> list[tuple[Parcel, Letter]]:
        """Mark what came back and claim what goes next, in one transaction; what was claimed, with its letters."""
        back, self._back = self._back, []
        if not back and not chosen:
            return []
        try:
            claimed = await asyncio.to_thread(self._commit, back, chosen)
        except Exception:
            self._back = back + self._back
            raise
        while len(self._letters) > LETTERS:
            self._letters.popitem(last=False)
        return claimed

    def _commit(self, back: list[tuple[Parcel, Outcome]], chosen: list[Parcel]) -> list[tuple[Parcel, Letter]]:
        with self.database.writing() as db:
            for parcel, outcome in back:
                self._mark(db, parcel, outcome)
            claimed = set(outbox.claim(db, [parcel.delivery for parcel in chosen]))
            return [(parcel, self._letter(db, parcel.letter)) for parcel in chosen if parcel.delivery in claimed]

    def _letter(self, db: Session, number: int) -> Letter:
        letter = self._letters.get(number) or db.get_one(Letter, number)
        self._letters[number] = letter
        self._letters.move_to_end(number)
        return letter

    def _fly(self, parcel: Parcel, letter: Letter) -> None:
        self.gate.used(parcel.telegram, parcel.kind)
        task = asyncio.create_task(self._carry(parcel, letter))
        self._flying[task] = parcel
        task.add_done_callback(lambda done: self._flying.pop(done, None))

    async def _carry(self, parcel: Parcel, letter: Letter) -> None:
        try:
            outcome = await self.carrier(parcel, letter)
        except Exception:
            log.exception("Sending failed in a way that nobody foresaw; the copy counts as doubtful.")
            outcome = Outcome(Fate.DOUBTFUL, reason="error of ours")
        self._count(outcome, letter)
        self._back.append((parcel, outcome))
        self._watch_token(outcome)
        self.wake.set()

    def _count(self, outcome: Outcome, letter: Letter) -> None:
        if outcome.fate is not Fate.SENT:
            self.meters.failed(outcome.trouble)
            return
        self.last_sent = self.clock()
        self.meters.sent(letter.purpose)
        if letter.purpose == "digest":
            self.meters.digest(self.last_sent)

    def _watch_token(self, outcome: Outcome) -> None:
        self._unauthorized = self._unauthorized + 1 if outcome.fate is Fate.UNAUTHORIZED else 0
        if self._unauthorized >= UNAUTHORIZED_LIMIT:
            self.refused.set()

    def _mark(self, db: Session, parcel: Parcel, outcome: Outcome) -> None:
        now, number = self.clock(), parcel.delivery
        match outcome.fate:
            case Fate.SENT:
                outbox.sent(db, number, outcome.message, now)
            case Fate.REFUSED:
                log.error("Telegram refused delivery %d for good: %s", number, outcome.reason)
                outbox.refused(db, number, outcome.reason, now)
            case Fate.GONE:
                outbox.refused(db, number, outcome.reason, now)
                chats.switch_off(db, parcel.telegram, now)
            case Fate.MIGRATED:
                outbox.not_sent(db, number, outcome.reason, now)
                chats.migrate(db, parcel.telegram, outcome.new_chat)
            case Fate.UNPARSABLE:
                log.error("Telegram can't parse letter %d; it goes as plain text: %s", parcel.letter, outcome.reason)
                outbox.not_sent(db, number, outcome.reason, now, plain=True)
            case Fate.LATER:
                outbox.not_sent(db, number, outcome.reason, now + timedelta(seconds=outcome.wait))
            case Fate.UNAUTHORIZED:
                outbox.not_sent(db, number, outcome.reason, now + timedelta(seconds=5))
            case Fate.DOUBTFUL:
                outbox.in_doubt(db, number, outcome.reason, now)
