"""A bot in which all goes wrong that can, with a reader's own words in every error; a process for test_silence.

Whoever writes to it a text with UPSET in it upsets everything at once. The rest is the bot as it is.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import threading
import time
import warnings

import aiohttp
from sqlalchemy import text as sql

import bot.app
from bot import cli
from bot.app import App
from bot.campaign.database import Database
from bot.commands import table
from bot.commands.ask import Answer, Ask
from bot.transport.pace import Gate

UPSET = "upset"
loops: list[asyncio.AbstractEventLoop] = []
last: list[str] = []


class Clumsy:
    def __init__(self, words: str) -> None:
        self.words = words

    def __del__(self) -> None:
        raise ValueError(self.words)


def fail(words: str) -> None:
    raise ValueError(words)


def dawdle(_words: str) -> None:
    time.sleep(0.15)  # asyncio's debug mode speaks of callbacks that take so long


async def fail_later(words: str) -> None:
    fail(words)


def begin(words: str) -> None:
    asyncio.ensure_future(fail_later(words))  # noqa: RUF006 - nobody waits for it: that is the point


def complain(words: str, address: str) -> None:
    """What libraries may log, rightly or wrongly."""
    for name in ("telegram.Bot", "telegram.ext", "httpx", "aiohttp.client", "aiohttp.access", "sqlalchemy.engine"):
        library = logging.getLogger(name)
        library.debug("About to send %s to %s", words, address)
        library.info("HTTP Request: POST %s", address)
        library.warning("Can't understand %r of %s", words, address)
        library.error(f"Can't read: {words}")
    logging.getLogger("bot.anywhere").error("%d", words)
    warnings.warn(f"The text {words} is odd.", stacklevel=1)


def upset(database: Database, ask: Ask, words: str) -> None:
    """Let everything fail, and at last the command itself."""
    loop, address = loops[-1], f"https://api.telegram.org/bot{os.environ['BOT_TOKEN']}/sendMessage?text={words}"
    last.append(words)
    complain(words, address)
    for callback in (fail, dawdle, begin):
        loop.call_soon_threadsafe(callback, words)
    thread = threading.Thread(target=fail, args=(words,))
    thread.start()
    thread.join()
    Clumsy(words)
    broken = aiohttp.InvalidURL(address)
    broken.add_note(words)
    logging.getLogger("bot.anywhere").error("A request failed.", exc_info=broken)
    group = ExceptionGroup(words, [broken, KeyError(int(ask.chat))])
    with database.writing() as db:
        try:
            db.execute(sql("SELECT :words FROM nowhere WHERE chat = :chat"), {"words": words, "chat": int(ask.chat)})
        except Exception as error:
            raise group from error


def main() -> int:
    """The bot, sabotaged."""
    answer, run = table.answer, App.run

    def answer_badly(database: Database, ask: Ask, update: int | None = None) -> Answer | None:
        words = f"{ask.arguments} {ask.text}"
        if UPSET in words:
            upset(database, ask, words)
        return answer(database, ask, update)

    async def run_and_tell(self: App, stop: asyncio.Event) -> int:
        loops.append(asyncio.get_running_loop())
        return await run(self, stop)

    table.answer = answer_badly
    App.run = run_and_tell  # type: ignore[method-assign]
    vars(bot.app)["Gate"] = lambda rate: Gate(rate, private_interval=0)  # there is much to say and no time
    code = cli.main(["run"])
    if code == 0:
        fail(last[-1])
    return code


if __name__ == "__main__":
    sys.exit(main())
