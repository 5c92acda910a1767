"""The bot itself: built, and brought into contact with Telegram."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Coroutine
from typing import Any

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.settings import Settings
from bot.transport.requests import AiohttpRequest
from bot.transport.verdicts import TROUBLE

log = logging.getLogger(__name__)


class TokenRefused(Exception):
    """Telegram refuses the token."""


class Unreachable(Exception):
    """Telegram can't be reached."""


def build(settings: Settings) -> Bot:
    """A bot with the operator's token and addresses, over our wire; it has not spoken to Telegram yet."""
    return Bot(
        settings.token or "",
        base_url=settings.api_url,
        base_file_url=settings.api_file_url,
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(connections=4),
    )


async def connect(bot: Bot, stop: asyncio.Event) -> bool:
    """Reach Telegram, however long that takes; False where *stop* came first. Raises `TokenRefused`."""
    delay = 1.0
    while not stop.is_set():
        try:
            if not await _first(bot.initialize(), stop):
                return False
        except InvalidToken:
            raise TokenRefused from None
        except TROUBLE as error:
            log.warning("Telegram can't be reached (%s); trying again in %d s.", type(error).__name__, delay)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(delay):
                    await stop.wait()
            delay = min(30.0, delay * 2)
        else:
            return True
    return False


async def _first(work: Coroutine[Any, Any, None], stop: asyncio.Event) -> bool:
    """Do *work*; False, with it left undone, where *stop* comes first."""
    working, stopping = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not working.done():
        working.cancel()
        return False
    await working
    return True


async def disconnect(bot: Bot) -> None:
    """Close the connections."""
    with contextlib.suppress(TelegramError, RuntimeError):
        await bot.shutdown()


def ask_username(settings: Settings, seconds: float = 15) -> str:
    """The bot's username as Telegram has it. Raises `TokenRefused` or, after *seconds*, `Unreachable`."""

    async def ask() -> str:
        async with build(settings) as bot:
            return bot.username

    try:
        return asyncio.run(asyncio.wait_for(ask(), seconds))
    except InvalidToken:
        raise TokenRefused from None
    except (*TROUBLE, TimeoutError):
        raise Unreachable from None
