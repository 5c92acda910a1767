"""A bot that monitors may look at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.rehearsal.standins import StandIn
from tests.houses import House


@pytest.fixture
def watched(tmp_path: Path, telegram: StandIn, port: int) -> Iterator[House]:
    """A running bot that monitors may look at."""
    with House(tmp_path, telegram, BOT_METRICS_LISTEN=f"127.0.0.1:{port}") as house:
        yield house
