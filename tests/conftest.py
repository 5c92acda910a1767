"""What every test may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.campaign.database import Database
from bot.campaign.secrets import Keys
from bot.rehearsal.standins import StandIn
from tests.houses import KEY, NOON, House


@pytest.fixture
def telegram() -> Iterator[StandIn]:
    """Telegram, as far as a bot can tell."""
    with StandIn() as standin:
        yield standin


@pytest.fixture
def campaign(tmp_path: Path, telegram: StandIn) -> Iterator[House]:
    """A campaign whose bot is running, on Wednesday 14 January 2026 at noon, UTC."""
    with House(tmp_path, telegram) as house:
        yield house


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A campaign's database alone."""
    opened = Database(f"sqlite:///{tmp_path / 'bot.db'}", Keys(bytes.fromhex(KEY)))
    opened.open()
    yield opened
    opened.close()


@pytest.fixture
def now() -> datetime:
    """Wednesday 14 January 2026 at noon, UTC."""
    return NOON
