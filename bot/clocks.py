"""The clock. It comes in by the door, so that a test or a rehearsal can set it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

Clock = Callable[[], datetime]  # the present instant, aware, in UTC


def system() -> datetime:
    """The machine's clock."""
    return datetime.now(UTC)


class Shifted:
    """The machine's clock, moved by a number of seconds that stands in a file and may change at any time."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __call__(self) -> datetime:
        """The shifted instant; a file that is missing or unreadable shifts by nothing."""
        return system() + timedelta(seconds=self.shift())

    def shift(self) -> float:
        """How many seconds it is ahead of the machine's clock."""
        try:
            seconds = float(self.file.read_text())
            timedelta(seconds=seconds)
        except (OSError, ValueError, OverflowError):
            return 0.0
        return seconds
