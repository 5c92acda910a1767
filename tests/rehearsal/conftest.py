"""Telegram's stand-in, a real python-telegram-bot and a bare HTTP client that talk to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from telegram import Bot

from bot.rehearsal import StandIn
from tests.rehearsal.browsers import Browser, rehearsing

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
    with httpx.Client(trust_env=False, timeout=60) as client:

        def ask(method: str, **parameters: Any) -> dict[str, Any]:
            answer = client.post(f"{telegram.api_url}{TOKEN}/{method}", json=parameters)
            body: dict[str, Any] = answer.json()
            assert answer.status_code == body.get("error_code", 200)
            return body

        yield ask


@pytest.fixture(scope="session")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page of a rehearsal whose stage is set; all tests in a browser share it."""
    with rehearsing(tmp_path_factory.mktemp("rehearsal")) as (_, address):
        Browser(address).set_up()
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A real browser; the test is skipped where there is none."""
    from tests.rehearsal.screens import browsing

    with browsing() as browser:
        yield browser


@pytest.fixture
def opened(rehearsal: str, browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens windows on the page. Whatever happens, nothing leaves the machine and the browser has no complaint."""
    from tests.rehearsal.screens import Screen

    screens: list[Screen] = []

    def open_(chat: str | None = "tom", **how: Any) -> Screen:
        screens.append(Screen(browser, rehearsal, **how))
        return screens[-1].open(chat)

    yield open_
    for screen in screens:
        screen.close()
        assert screen.outside == []
        assert screen.complaints == []
