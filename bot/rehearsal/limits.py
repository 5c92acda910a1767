"""Telegram's limits of pace, as they are felt: so many messages a second, and a quiet time for who overdoes it."""

from __future__ import annotations

import math
import time
from collections import defaultdict, deque
from collections.abc import Callable

from bot.rehearsal.verdicts import Verdict, hush


class _Window:
    """At most *count* passes in any *seconds*."""

    def __init__(self, count: int, seconds: float) -> None:
        self.count = count
        self.seconds = seconds
        self.passes: deque[float] = deque()
        self.quiet_until = 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next pass; 0 if it may come now."""
        while self.passes and now - self.passes[0] >= self.seconds:
            self.passes.popleft()
        free = self.passes[0] + self.seconds - now if len(self.passes) >= self.count else 0.0
        return max(free, self.quiet_until - now, 0.0)


class Limits:
    """Who may send how much: 30 messages a second over all (1,000 paid), 1 a second to a person, 20 a minute to others.

    The windows are a little short (0.95 s for a second), so that jitter on the way is not held against the sender.
    Who is refused stays refused until `retry_after` is over; calls made before that are counted in `ignored`.
    Source: the Bots FAQ, "My bot is hitting limits".
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.monotonic = monotonic
        self.strict = False
        self.refused = 0
        self.ignored = 0
        self._overall = _Window(30, 0.95)
        self._paid = _Window(1000, 0.95)
        self._chats: dict[int, _Window] = defaultdict(lambda: _Window(20, 57.0))
        self._people: dict[int, _Window] = defaultdict(lambda: _Window(1, 0.9))

    def check(self, chat_id: int, *, is_new: bool = True, paid: bool = False) -> None:
        """Let a send pass, or raise `Verdict` (429). Edits (not *is_new*) count for the overall rate alone."""
        if not self.strict:
            return
        windows = [self._paid if paid else self._overall]
        if is_new:
            windows.append(self._people[chat_id] if chat_id > 0 else self._chats[chat_id])
        now = self.monotonic()
        waits = [window.wait(now) for window in windows]
        if any(waits):
            raise self._refuse(windows, waits, now)
        for window in windows:
            window.passes.append(now)

    def _refuse(self, windows: list[_Window], waits: list[float], now: float) -> Verdict:
        self.refused += 1
        self.ignored += any(window.quiet_until > now for window in windows)
        seconds = max(1, math.ceil(max(waits)))
        for window, wait in zip(windows, waits, strict=True):
            if wait and window.quiet_until <= now:
                window.quiet_until = now + seconds
        return hush(seconds)
