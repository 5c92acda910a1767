"""Meters: what the bot counts about itself, and the signs that its loops live.

Every label is a word of a list that stands here or in the table of commands; no label ever holds an id or a name.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Collection
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

UPDATES = ("message", "channel_post", "callback_query", "my_chat_member", "other")
PURPOSES = ("answer", "publication", "digest", "correction", "retraction", "notice", "reminder", "other")
ERRORS = (
    "refused", "gone", "migrated", "unparsable", "too_many", "unreachable", "doubtful", "unauthorized", "other",
)  # fmt: skip
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
TEXT, UNKNOWN = "text", "unknown"  # what stands for a command where there is none, or none that is known


class Meters:
    """Counts for one bot, kept in a registry of its own. Without *commands* nothing is counted and nothing loaded."""

    registry: CollectorRegistry | None = None

    def __init__(self, commands: Collection[str] = ()) -> None:
        if not commands:
            return
        # It takes two megabytes, so whoever doesn't want it doesn't load it.
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics

        disable_created_metrics()  # type: ignore[no-untyped-call]
        self.registry = registry = CollectorRegistry()
        self._names = frozenset(commands) | {TEXT}
        self._updates = Counter(
            "solidarity_updates", "Updates taken from Telegram, each once.", ["kind"], registry=registry
        )
        self._commands = Histogram(
            "solidarity_command_seconds", "Time from an ask to its answer, without its delivery.", ["command"],
            buckets=SECONDS, registry=registry,
        )  # fmt: skip
        self._sent = Counter("solidarity_messages_sent", "Messages that Telegram took.", ["purpose"], registry=registry)
        self._errors = Counter(
            "solidarity_send_errors", "Attempts to send that failed, by what was certain.", ["reason"],
            registry=registry,
        )  # fmt: skip
        self._digest = Gauge(
            "solidarity_last_digest_timestamp", "When a digest last reached a chat (Unix time; 0: never).",
            registry=registry,
        )  # fmt: skip
        # An alert on a rate sees the first event only where there was a 0 before it.
        for meter, words in ((self._updates, UPDATES), (self._sent, PURPOSES), (self._errors, ERRORS)):
            for word in words:
                meter.labels(word)

    def update(self, kind: str) -> None:
        """One more update of *kind*, Telegram's own word for it."""
        if self.registry is not None:
            self._updates.labels(kind if kind in UPDATES else "other").inc()

    def command(self, name: str, seconds: float) -> None:
        """A command was answered after *seconds*; an empty *name* stands for plain words."""
        if self.registry is not None:
            word = name or TEXT
            self._commands.labels(word if word in self._names else UNKNOWN).observe(seconds)

    def sent(self, purpose: str) -> None:
        """Telegram took a message."""
        if self.registry is not None:
            self._sent.labels(purpose if purpose in PURPOSES else "other").inc()

    def failed(self, reason: str) -> None:
        """An attempt to send failed."""
        if self.registry is not None:
            self._errors.labels(reason if reason in ERRORS else "other").inc()

    def digest(self, at: datetime) -> None:
        """A digest reached a chat at that instant."""
        if self.registry is not None:
            self._digest.set(at.timestamp())


class Pulse:
    """A loop's promise to be heard from again. Times are monotonic seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._until: float | None = None
        self._good: float | None = None

    def promise(self, seconds: float) -> None:
        """The loop turns; it will be heard from again within *seconds*."""
        self._until = self._clock() + seconds

    def succeed(self) -> None:
        """What the loop is for has just been done."""
        self._good = self._clock()

    @property
    def is_overdue(self) -> bool:
        """Whether a promise was not kept: the loop is stuck or dead."""
        return self._until is not None and self._clock() > self._until

    @property
    def age(self) -> float | None:
        """Seconds since the last success; None before the first."""
        return None if self._good is None else self._clock() - self._good


class Lag:
    """How late the event loop is: the worst of the last minute, in seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._found: deque[float] = deque(maxlen=60)
        self._expected: float | None = None

    async def watch(self) -> None:
        """Measure each second until cancelled."""
        while True:
            self._expected = self._clock() + 1
            await asyncio.sleep(1)
            self._found.append(max(0.0, self._clock() - self._expected))

    @property
    def worst(self) -> float:
        """The worst of the last minute, what is late right now included."""
        now = 0.0 if self._expected is None else self._clock() - self._expected
        return max(0.0, now, *self._found)
