"""A whole campaign for tests: the real bot over real HTTP against the stand-in, a real file, a clock that is set."""

from __future__ import annotations

import asyncio
import tempfile
import threading
import time
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot.app import App
from bot.campaign import outbox, people
from bot.campaign.database import Database
from bot.campaign.models import DeliveryState, Role
from bot.campaign.secrets import Keys
from bot.rehearsal.messages import Message
from bot.rehearsal.people import Person
from bot.rehearsal.standins import StandIn
from bot.settings import Settings, read
from bot.transport.pace import Gate

NOON = datetime(2026, 1, 14, 12, 0, tzinfo=UTC)  # a Wednesday
KEY = "5e" * 32


class SetClock:
    """A clock that stands until it is set."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def to(self, moment: str) -> None:
        """Set it to an ISO moment, UTC where none other is named."""
        there = datetime.fromisoformat(moment)
        self.now = there if there.tzinfo else there.replace(tzinfo=UTC)

    def forward(self, **time: float) -> None:
        self.now += timedelta(**time)


class House:
    """One campaign with its bot running; `restart` stops and starts it on the same file."""

    def __init__(self, folder: Path, telegram: StandIn, **settings: str) -> None:
        self.folder = folder
        self.telegram = telegram
        self.clock = SetClock()
        self.settings = configured(folder, telegram, **settings)
        self.exit_code: int | None = None
        self.database: Database
        self.app: App

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        self.database = found(self.folder)
        self.database.claim()
        self.database.open()
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self._thread.start()
        assert started.wait(20), "the bot did not start"

    def _run(self, started: threading.Event) -> None:
        asyncio.run(self._serve(started))

    async def _serve(self, started: threading.Event) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        gate = Gate(5000, private_interval=0, place_limit=10_000)  # nobody waits in a test for what is paced elsewhere
        self.app = App(self.settings, self.database, self.clock, gate)
        running = asyncio.create_task(self.app.run(self._stop))
        serving = asyncio.create_task(self.app.serving.wait())
        await asyncio.wait({running, serving}, return_when=asyncio.FIRST_COMPLETED)
        started.set()
        self.exit_code = await running
        serving.cancel()

    def stop(self) -> None:
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(60)
        assert not self._thread.is_alive(), "the bot did not stop"
        self.database.close()

    def restart(self) -> None:
        self.stop()
        self.start()

    def minute(self) -> None:
        """The heartbeat of the minute that the clock shows; then everything that is due is delivered."""
        asyncio.run_coroutine_threadsafe(self.app.tick(), self._loop).result(60)
        self.deliver()

    def deliver(self, timeout: float = 60) -> None:
        """Wait until nothing that is due now waits in the outbox."""
        until = time.monotonic() + timeout
        while self.waiting():
            assert time.monotonic() < until, "the outbox was not emptied"
            self._loop.call_soon_threadsafe(self.app.sender.wake.set)
            time.sleep(0.01)
        self.telegram.settle(timeout)

    def waiting(self) -> int:
        """How many deliveries are due or under way."""
        with self.database.reading() as db:
            sending = outbox.counts(db).get(DeliveryState.SENDING, 0)
            return sending + len(outbox.candidates(db, self.clock(), 10))

    def be_patient(self) -> None:
        """Forget how many commands came lately."""
        self.app.door.bucket.forgive()

    def ask(self, person: Person, text: str, **where: Any) -> list[Message]:
        """What the bot answers to a message, in the chat where it was written; empty where it keeps silent."""
        self.be_patient()
        chat = where.get("in_") or person.chat
        before = len(chat.messages)
        person.says(text, **where)
        self.telegram.settle()
        return list(chat.messages[before:])

    def press(self, person: Person, message: Message, wanted: str) -> list[Message]:
        """The pressed message as it is now, and whatever came after it."""
        self.be_patient()
        before = len(message.chat.messages)
        person.presses(message, wanted)
        self.telegram.settle()
        return [message, *message.chat.messages[before:]]

    def coordinator(self, name: str, role: Role = Role.COORDINATOR, language_code: str = "en") -> Person:
        """Somebody who joined the team by an invitation."""
        with self.database.writing() as db:
            code = people.invite(db, role, 24, self.clock())
        person = self.telegram.person(name, language_code=language_code)
        self.ask(person, f"/start invite_{code}")
        return person


def found(folder: Path) -> Database:
    """The campaign's database in *folder*, not opened yet; where there is none, one as a first start leaves it.

    The steps that lead there are gone once: each campaign begins with a copy.
    """
    file = folder / "bot.db"
    if not file.exists():
        file.write_bytes(_first())
        file.chmod(0o600)
    return Database(f"sqlite:///{file}", Keys(bytes.fromhex(KEY)))


@cache
def _first() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bot.db"
        database = Database(f"sqlite:///{file}", Keys(bytes.fromhex(KEY)))
        database.open()
        database.close()
        return file.read_bytes()


def configured(folder: Path, telegram: StandIn, **more: str) -> Settings:
    """Settings for a bot in *folder* that talks to the stand-in."""
    return read(environment(folder, telegram, **more))


def environment(folder: Path, telegram: StandIn, **more: str) -> dict[str, str]:
    """The same as environment variables, for a bot in a process of its own."""
    return {
        "BOT_TOKEN": telegram.world.token,
        "BOT_DATA_DIR": str(folder),
        "BOT_SECRET_KEY": KEY,
        "BOT_API_URL": telegram.api_url,
        "BOT_API_FILE_URL": telegram.file_url,
        **more,
    }
