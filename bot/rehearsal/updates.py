"""The queue of updates with Telegram's offsets: what is confirmed is gone, what is not comes again."""

from __future__ import annotations

import secrets
from typing import Any

LIMIT = 100
# Kinds that Telegram sends only where they are named in allowed_updates.
_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class UpdateQueue:
    """Updates that the bot has not confirmed yet, oldest first."""

    def __init__(self) -> None:
        self.waiting: list[dict[str, Any]] = []
        self.allowed: frozenset[str] | None = None
        self._next = 100_000_000 + secrets.randbelow(800_000_000)

    def put(self, kind: str, body: dict[str, Any]) -> int | None:
        """Queue an update and give its id; None where the bot asked not to get this kind."""
        if kind not in self.allowed if self.allowed is not None else kind in _ON_REQUEST:
            return None
        number = self._next
        self._next += 1
        self.waiting.append({"update_id": number, kind: body})
        return number

    def allow(self, kinds: list[str]) -> None:
        """Take only these kinds from now on; an empty list means all usual ones."""
        self.allowed = frozenset(kinds) or None

    def fetch(self, offset: int, limit: int) -> list[dict[str, Any]]:
        """Updates from *offset* on, at most *limit*; all below it are confirmed and gone.

        A negative *offset* counts from the end, and everything before is gone.
        """
        if offset < 0:
            self.waiting = self.waiting[offset:]
        elif offset > 0:
            self.waiting = [update for update in self.waiting if update["update_id"] >= offset]
        return self.waiting[: limit if 0 < limit <= LIMIT else LIMIT]

    def drop(self) -> None:
        """Forget everything that waits."""
        self.waiting.clear()
