"""Waiting for what another thread or process does: as long as a busy machine needs, and no longer than it takes."""

import time
from collections.abc import Callable
from typing import TypeVar

PATIENCE = 60.0
"""Seconds after which nobody may hope any more; a machine that does five things at once is slow, not wrong."""

Found = TypeVar("Found")


def until(happened: Callable[[], Found], otherwise: str = "it did not happen", seconds: float = PATIENCE) -> Found:
    """What *happened* gives as soon as that is true; raises AssertionError with *otherwise* after *seconds*."""
    end = time.monotonic() + seconds
    while not (found := happened()):
        assert time.monotonic() < end, otherwise
        time.sleep(0.01)
    return found
