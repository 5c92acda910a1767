"""The gate: how fast we may speak. Telegram's limits are at https://core.telegram.org/bots/faq#my-bot-is-hitting-limits.

Overall a steady rate a little below the ceiling; one message a second to a person; twenty a minute to a group or
channel. Answers reserve the next places, so mail waits for them and not they for mail.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import deque
from collections.abc import Awaitable, Callable

from bot.campaign.models import ChatKind

MARGIN = 0.96  # of the ceiling
PRIVATE_INTERVAL = 1.0  # seconds
PLACE_LIMIT = 20
PLACE_WINDOW = 60.5  # seconds; a little over a minute, as clocks differ
SECOND_WARNING = 5.0  # seconds within which a second 429 silences everything


class Gate:
    """One bot's pace. Times are monotonic seconds."""

    def __init__(
        self,
        rate: float,
        *,
        private_interval: float = PRIVATE_INTERVAL,
        place_limit: int = PLACE_LIMIT,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.rate = rate * MARGIN
        self.interval = 1 / self.rate
        self.private_interval = private_interval
        self.place_limit = place_limit
        self._clock, self._sleep = clock, sleep
        self._next = 0.0  # the next free place of all
        self._recent: dict[int, deque[float]] = {}  # of each chat, when it was spoken to
        self._hushed: dict[int, float] = {}  # until when a chat wants quiet
        self._all_hushed = 0.0
        self._last_warning = -math.inf
        self._latency = 0.05

    def ready(self, chat: int, kind: ChatKind) -> bool:
        """Whether the chat may get a message now."""
        return self._free_at(chat, kind) <= self._clock()

    def _free_at(self, chat: int, kind: ChatKind) -> float:
        quiet = max(self._hushed.get(chat, 0.0), self._all_hushed)
        recent = self._recent.get(chat)
        if not recent:
            return quiet
        if kind is ChatKind.PRIVATE:
            return max(quiet, recent[-1] + self.private_interval)
        full = recent[-self.place_limit] + PLACE_WINDOW if len(recent) >= self.place_limit else 0.0
        return max(quiet, full)

    def used(self, chat: int, kind: ChatKind) -> None:
        """A message goes to the chat now."""
        self._note(chat, kind, self._clock())

    def _note(self, chat: int, kind: ChatKind, at: float) -> None:
        self._recent.setdefault(chat, deque(maxlen=1 if kind is ChatKind.PRIVATE else self.place_limit)).append(at)
        if len(self._recent) > 10_000:
            self._forget_quiet_chats()

    def _forget_quiet_chats(self) -> None:
        long_ago = self._clock() - PLACE_WINDOW
        self._recent = {chat: times for chat, times in self._recent.items() if times[-1] > long_ago}
        self._hushed = {chat: until for chat, until in self._hushed.items() if until > long_ago}

    def mail_wait(self) -> float:
        """In how many seconds mail may go; 0 or less: now."""
        return max(self._next, self._all_hushed) - self._clock()

    def mail(self, most: int) -> int:
        """How many messages may go now, at most *most*; their places are taken."""
        if self.mail_wait() > 0:
            return 0
        # A loop that comes a little late may catch up, by less than a twentieth of a second's worth.
        burst = max(1, math.ceil(self.rate * 0.05))
        start = max(self._next, self._clock() - (burst - 1) * self.interval)
        allowed = min(most, burst, max(1, math.floor((self._clock() - start) / self.interval) + 1))
        self._next = start + allowed * self.interval
        return allowed

    async def answer(self, chat: int, kind: ChatKind, *, edit: bool = False) -> None:
        """Wait until an answer may go. An edit disturbs nobody and waits only for the overall rate."""
        while True:
            now = self._clock()
            free = max(self._hushed.get(chat, 0.0), self._all_hushed) if edit else self._free_at(chat, kind)
            if free <= now:
                break
            await self._sleep(free - now)
        place = max(self._next, now)
        self._next = place + self.interval
        if not edit:
            self._note(chat, kind, place)
        if place > now:
            await self._sleep(place - now)

    def told_to_wait(self, chat: int, seconds: float) -> None:
        """Telegram said 429: this chat is quiet for *seconds*; after a second 429 within five seconds, all are."""
        now = self._clock()
        self._hushed[chat] = now + seconds
        if now - self._last_warning <= SECOND_WARNING:
            self._all_hushed = max(self._all_hushed, now + seconds)
        self._last_warning = now

    def took(self, seconds: float) -> None:
        """A call took *seconds*."""
        self._latency += 0.1 * (seconds - self._latency)

    def in_flight(self) -> int:
        """How many calls may be under way at once: about twice rate × latency, at least 2, at most 100."""
        return max(2, min(100, math.ceil(2 * self.rate * self._latency)))


class Bucket:
    """How many commands one person may send: *burst* at once, refilled at *rate* a second."""

    def __init__(self, rate: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.rate, self.burst, self._clock = rate, burst, clock
        self._levels: dict[int, tuple[float, float]] = {}  # of each person: what is left, and when that was
        self._told: set[int] = set()

    def take(self, person: int) -> bool:
        """Whether one more command of *person* is answered."""
        now = self._clock()
        if len(self._levels) > 10_000:
            full = self.burst / self.rate
            self._levels = {who: level for who, level in self._levels.items() if now - level[1] < full}
            self._told &= set(self._levels)
        left, then = self._levels.get(person, (float(self.burst), now))
        left = min(float(self.burst), left + (now - then) * self.rate)
        if left < 1:
            self._levels[person] = (left, now)
            return False
        self._levels[person] = (left - 1, now)
        if left >= self.burst:
            self._told.discard(person)  # it has calmed; the next time is told again
        return True

    def forgive(self) -> None:
        """Forget who sent how much."""
        self._levels.clear()
        self._told.clear()

    def first_refusal(self, person: int) -> bool:
        """Whether *person* is still to be told, once, that it was too much."""
        if person in self._told:
            return False
        self._told.add(person)
        return True

    def wait(self, person: int) -> int:
        """In how many seconds the next command of *person* is answered."""
        left, _ = self._levels.get(person, (1.0, 0.0))
        return max(1, math.ceil((1 - left) / self.rate))
