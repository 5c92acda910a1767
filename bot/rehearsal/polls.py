"""getUpdates: a call that waits until there is something to tell."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.rehearsal.parameters import Given
from bot.rehearsal.verdicts import TERMINATED, WEBHOOK_ACTIVE, WEBHOOK_SET
from bot.rehearsal.worlds import Change, World


class Polls:
    """The one long poll that Telegram allows at a time; a newer one ends the older with 409."""

    def __init__(self, world: World, loop: asyncio.AbstractEventLoop) -> None:
        self.world = world
        self.loop = loop
        self._current: asyncio.Event | None = None
        world.listeners.append(self._hear)

    def _hear(self, change: Change) -> None:
        if change.kind == "update":
            self.loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        if self._current:
            self._current.set()

    async def serve(self, given: Given, cap: float) -> list[dict[str, Any]]:
        """The updates from the offset on, as soon as there are any; none when the time is over.

        The call is held for its own timeout, but never longer than *cap* seconds. Raises `Verdict`.
        """
        if self.world.webhook:
            raise WEBHOOK_ACTIVE
        woken = asyncio.Event()
        self._wake()
        self._current = woken
        with self.world.lock:
            if "allowed_updates" in given:
                self.world.updates.allow(given["allowed_updates"])
        try:
            return await self._wait(given, woken, cap)
        finally:
            if self._current is woken:
                self._current = None

    async def _wait(self, given: Given, woken: asyncio.Event, cap: float) -> list[dict[str, Any]]:
        offset = given.get("offset", 0)
        until = self.loop.time() + min(max(given.get("timeout", 0), 0), cap)
        while True:
            with self.world.lock:
                found = self.world.updates.fetch(offset, given.get("limit", 100))
                self.world.tell("confirmed")
            # a negative offset has thrown away what was old; looked at again it must not throw away what is new
            offset = max(offset, 0)
            left = until - self.loop.time()
            if found or left <= 0:
                return found
            try:
                await asyncio.wait_for(woken.wait(), left)
            except TimeoutError:
                continue
            if self._current is not woken:
                raise TERMINATED
            if self.world.webhook:
                raise WEBHOOK_SET
            woken.clear()

    def close(self) -> None:
        """Hear of no more changes."""
        self.world.listeners.remove(self._hear)
