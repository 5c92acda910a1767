"""What became of one attempt to send: classified by what is certain."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """The kinds of outcome."""

    SENT = "sent"
    REFUSED = "refused"  # for good: this message can't go there
    GONE = "gone"  # for good: this chat can't be reached
    MIGRATED = "migrated"  # the group has a new id
    LATER = "later"  # certainly not arrived; worth another try
    UNPARSABLE = "unparsable"  # certainly not arrived; the markup was refused
    DOUBTFUL = "doubtful"  # may have arrived
    UNAUTHORIZED = "unauthorized"  # certainly not arrived; the token was refused


@dataclass(frozen=True)
class Outcome:
    """One attempt's outcome. *wait* is in seconds; *reason* is for operators and holds nothing personal."""

    fate: Fate
    message: int = 0  # Telegram's id of what was sent
    new_chat: int = 0  # Telegram's new id of a migrated group
    wait: float = 0.0
    hushed: bool = False  # Telegram told us to be quiet (429)
    reason: str = ""

    @property
    def trouble(self) -> str:
        """What went wrong, as one of the words that are counted (`bot.meters.ERRORS`)."""
        if self.fate is Fate.LATER:
            return "too_many" if self.hushed else "unreachable"
        return self.fate.value
