"""Files that coordinators send: fetched into memory, within the limit, and never onto the disk."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import Bot, Document
from telegram.error import BadRequest, Forbidden, NetworkError

from bot.documents.files.loading import MAX_BYTES
from bot.words.message import File

TRIES = 4
Result = TypeVar("Result")


async def patiently(call: Callable[[], Awaitable[Result]]) -> Result:
    """What *call* gives, tried again a few seconds long while the network is bad. Raises what the last try raised."""
    for attempt in range(TRIES - 1):
        try:
            return await call()
        except (BadRequest, Forbidden):
            raise
        except NetworkError:
            await asyncio.sleep(0.5 * 2**attempt)
    return await call()


async def fetch(document: Document, bot: Bot) -> File:
    """The file that somebody sent; of one over the limit just enough bytes that the reader of files refuses it.

    Raises `TelegramError`.
    """
    name = document.file_name or "file"
    if (document.file_size or 0) > MAX_BYTES:
        return File(name, bytes(MAX_BYTES + 1))
    file = await patiently(lambda: bot.get_file(document.file_id))
    return File(name, bytes(await patiently(file.download_as_bytearray)))
