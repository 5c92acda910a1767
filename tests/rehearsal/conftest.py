"""Telegram's stand-in, a real python-telegram-bot and a bare HTTP client that talk to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from telegram import Bot

from bot.rehearsal import StandIn

TOKEN = "123456:TEST-TOKEN"
Ask = Callable[..., dict[str, Any]]


@pytest.fixture(autouse=True)
def timedeltas(monkeypatch: pytest.MonkeyPatch) -> None:
    """What python-telegram-bot will do by itself in its next major version."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
def telegram() -> Iterator[StandIn]:
    with StandIn(token=TOKEN) as telegram:
        yield telegram


@pytest.fixture
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture
def bot(telegram: StandIn, runner: asyncio.Runner) -> Iterator[Bot]:
    bot = Bot(TOKEN, base_url=telegram.api_url, base_file_url=telegram.file_url)
    runner.run(bot.initialize())
    yield bot
    runner.run(bot.shutdown())


@pytest.fixture
def ask(telegram: StandIn) -> Iterator[Ask]:
    """Call a method by bare HTTP with a JSON body, and give the whole answer."""
    with httpx.Client(trust_env=False, timeout=10) as client:

        def ask(method: str, **parameters: Any) -> dict[str, Any]:
            answer = client.post(f"{telegram.api_url}{TOKEN}/{method}", json=parameters)
            body: dict[str, Any] = answer.json()
            assert answer.status_code == body.get("error_code", 200)
            return body

        yield ask
