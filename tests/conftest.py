"""What every test may ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.campaign.database import Database
from bot.rehearsal.ports import Port
from bot.rehearsal.standins import StandIn
from tests.doors import Door
from tests.houses import NOON, House, found
from tests.turns import Turns, turn


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """One process more than there are processors: a third of the time goes by in waiting for bots in processes."""
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None
    has = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return has + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Ours, unless another one is asked for."""
    return Turns(config, log) if config.getvalue("dist") == "loadgroup" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everybody in their turn."""
    items.sort(key=turn)


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
    opened = found(tmp_path)
    opened.open()
    yield opened
    opened.close()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Door:
    """The operators' door in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return Door(monkeypatch, capsys)


@pytest.fixture
def now() -> datetime:
    """Wednesday 14 January 2026 at noon, UTC."""
    return NOON


@pytest.fixture
def port() -> Iterator[int]:
    """A port that nobody else gets meanwhile."""
    with closing(Port()) as kept:
        yield kept.number
