"""The intake loop: updates are fetched, parsed one by one, handled, kept, and only then confirmed.

python-telegram-bot's own Updater confirms a batch before it is handled, so a crash in between loses it. Here an offset
is told to Telegram only when everything below it is done. One chat's updates stay in order; chats don't wait for
each other. Done means: the effect is kept and the answer is given, or the giving has gone on for ten seconds; Telegram
shows only a hundred updates at a time, and one slow chat must not hide the others behind it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Bot, Update
from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter, TelegramError

from bot.meters import Meters, Pulse
from bot.transport.bots import TokenRefused
from bot.transport.verdicts import TROUBLE

log = logging.getLogger(__name__)

WANTED = ["message", "channel_post", "callback_query", "my_chat_member"]
LONG_POLL = 25  # seconds; after one that broke, the next is answered before a minute without a poll is over
READING = LONG_POLL + 10  # seconds
STUCK = READING + 60  # seconds without a turn of the loop; connecting takes its time too
BATCH = 100
REFUSALS = 3
ANSWERING = 10.0  # seconds after which an update whose effect is kept no longer waits for its answer

Handle = Callable[[Update], Awaitable["asyncio.Task[None] | None"]]  # the task, where there is one, gives the answer


class Intake:
    """Fetches updates for as long as `run` runs."""

    def __init__(self, bot: Bot, handle: Handle, meters: Meters | None = None, pulse: Pulse | None = None) -> None:
        self.bot = bot
        self.handle = handle
        self.meters = meters or Meters()
        self.pulse = pulse or Pulse()  # a success is a poll that Telegram answered
        self._offset = 0  # the first update that is not confirmed
        self._open: set[int] = set()  # fetched and not handled
        self._done: set[int] = set()  # handled, above the offset
        self._lines: dict[object, deque[Update]] = {}  # of each chat with work, what waits its turn
        self._workers: set[asyncio.Task[None]] = set()
        self._answers: set[asyncio.Task[None]] = set()
        self._finished = asyncio.Event()

    async def run(self) -> None:
        """Poll until cancelled; network trouble only slows it. Raises `TokenRefused` after three refusals in a row."""
        delay, refusals = 1.0, 0
        while True:
            self.pulse.promise(STUCK)
            try:
                await self._round()
                delay, refusals = 1.0, 0
                continue
            except (InvalidToken, EndPointNotFound):  # raw calls take a 401 for a method that isn't there
                refusals += 1
                if refusals >= REFUSALS:
                    raise TokenRefused from None
                log.error("Telegram refuses the token; trying again.")
            except RetryAfter as error:
                wait = error.retry_after
                delay = wait.total_seconds() if hasattr(wait, "total_seconds") else float(wait)
            except Conflict:
                log.warning("Another process fetches this bot's updates, or a webhook is set; trying again.")
                await self._remove_webhook()
            except TROUBLE as error:
                log.warning("Telegram can't be reached (%s); trying again in %d s.", type(error).__name__, delay)
            self.pulse.promise(delay + STUCK)
            await asyncio.sleep(delay)
            delay = min(30.0, delay * 2)

    async def finish(self, seconds: float) -> None:
        """Let what was begun come to its end, for *seconds* at most."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self._workers or self._answers:
                    await asyncio.wait([*self._workers, *self._answers])
        with contextlib.suppress(*TROUBLE, TimeoutError):
            if self._offset:
                parameters = {"offset": self._offset, "timeout": 0, "limit": 1}
                async with asyncio.timeout(2):
                    await self.bot.do_api_request("getUpdates", api_kwargs=parameters)

    async def _remove_webhook(self) -> None:
        with contextlib.suppress(TelegramError):
            await self.bot.delete_webhook(drop_pending_updates=False)

    async def _round(self) -> None:
        """One poll. While something is unfinished Telegram would answer at once with it again, so we wait for that."""
        if self._open:
            self._finished.clear()
            with contextlib.suppress(TimeoutError):
                # Not wait_for: in Python 3.11 it can swallow a cancellation, and the loop would never end.
                async with asyncio.timeout(0.5):
                    await self._finished.wait()
        parameters: dict[str, Any] = {
            "timeout": 0 if self._open else LONG_POLL,
            "limit": BATCH,
            "allowed_updates": WANTED,
        }
        if self._offset:
            parameters["offset"] = self._offset
        raw = await self.bot.do_api_request("getUpdates", api_kwargs=parameters, read_timeout=READING)
        self.pulse.succeed()
        if raw and int(raw[0]["update_id"]) < parameters.get("offset", 0):
            self._start_anew(int(raw[0]["update_id"]))
        for item in raw:
            self._take(item)

    def _start_anew(self, number: int) -> None:
        """After a week without updates Telegram numbers them from anywhere, lower too (Bot API, Update.update_id)."""
        if not self._open:
            self._offset = number
            self._done.clear()

    def _take(self, item: dict[str, Any]) -> None:
        number = int(item["update_id"])
        if number < self._offset or number in self._open or number in self._done:
            return
        if self._offset == 0:
            self._offset = number
        self._open.add(number)
        self.meters.update(next((kind for kind in WANTED if kind in item), "other"))
        try:
            update = Update.de_json(item, self.bot)
        except Exception:
            # One update that can't be read must not stop those behind it.
            log.exception("An update could not be read; it is left out.")
            self._finish(number)
            return
        chat = update.effective_chat.id if update.effective_chat else None
        line = self._lines.get(chat)
        if line is not None:
            line.append(update)
            return
        self._lines[chat] = deque([update])
        worker = asyncio.create_task(self._work(chat))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _work(self, chat: object) -> None:
        line = self._lines[chat]
        while line:
            update = line[0]
            answer = None
            try:
                answer = await self.handle(update)
            except Exception:
                log.exception("An update could not be handled; it is left out.")
            line.popleft()
            if answer is None:
                self._finish(update.update_id)
            else:
                self._finish_with(update.update_id, answer)
        del self._lines[chat]

    def _finish_with(self, number: int, answer: asyncio.Task[None]) -> None:
        """The update is done when its answer is given, or has been under way for long."""
        late = asyncio.get_running_loop().call_later(ANSWERING, self._finish, number)
        self._answers.add(answer)

        def given(done: asyncio.Task[None]) -> None:
            late.cancel()
            self._answers.discard(done)
            self._finish(number)
            if not done.cancelled() and done.exception() is not None:
                log.error("An answer could not be given.", exc_info=done.exception())

        answer.add_done_callback(given)

    def _finish(self, number: int) -> None:
        if number not in self._open:
            return
        self._open.discard(number)
        self._done.add(number)
        # Updates come in order, so everything below the first open one is done; their numbers may leap.
        self._offset = min(self._open, default=max(self._done) + 1)
        self._done = {done for done in self._done if done >= self._offset}
        self._finished.set()
