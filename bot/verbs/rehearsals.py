"""`solidarity-bot rehearse`: the real bot on this machine alone, with a page or in the terminal."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any

from bot.refusals import N_
from bot.settings import Settings, wanted_language
from bot.verbs.openings import Failed
from bot.verbs.sayings import write_line

if TYPE_CHECKING:  # importing it takes most of the time that --help would need
    from bot.rehearsal.rehearsals import Rehearsal

PORT = 8088
_ENDS = (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else []))


def prepare(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--port", type=int, default=PORT, help=f"of the page, on 127.0.0.1 (default {PORT})")
    parser.add_argument("--no-page", action="store_true", help="talk to the bot in this terminal, line by line")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Rehearse until Ctrl-C, SIGTERM or, in the terminal, the end of what is typed."""
    if options.no_page:
        return _talk(settings)
    if not 0 <= options.port <= 65535:
        raise Failed(N_("--port must be a number from {first} to {last}."), 2, first=0, last=65535)
    return show_page(options.port, settings)


def show_page(port: int, settings: Settings, *, without_token: bool = False) -> int:
    """Serve the page until Ctrl-C or SIGTERM; *without_token*, say how the real thing is had."""
    from bot.rehearsal.rehearsals import Rehearsal

    words = _words()
    said = words[_language(settings)]["sentences"]
    rehearsal = Rehearsal(settings.zone)
    try:
        rehearsal.open()
        asyncio.run(_serve(rehearsal, words, said, port, without_token=without_token))
    finally:
        _close(rehearsal)
    write_line(said["ended"])
    return 0


async def _serve(
    rehearsal: Rehearsal, words: dict[str, Any], said: dict[str, str], port: int, *, without_token: bool
) -> None:
    from bot.rehearsal.pages import Page

    stop = asyncio.Event()
    for name in _ENDS:
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    page = Page(rehearsal, words, port)
    try:
        await page.open()
    except OSError as error:
        raise Failed(
            N_("Port {port} can't be used: {why}. Choose another one, for example --port {other}."), 2,
            port=port, why=_reason(error), other=port + 1 if port < 65535 else PORT,
        ) from None  # fmt: skip
    write_line(said["page_ready"].format(address=page.address))
    if without_token:
        write_line(said["token"])
    write_line(said["page_preparing"])
    sys.stdout.flush()
    # A thread of its own, so that Ctrl-C needs not wait for it.
    preparing = threading.Thread(target=_prepare, args=(rehearsal, said), name="prepare", daemon=True)
    preparing.start()
    await stop.wait()
    await page.close()


def _prepare(rehearsal: Rehearsal, said: dict[str, str]) -> None:
    rehearsal.prepare()
    if rehearsal.is_over:
        return
    write_line(said["preparing_failed"].format(why=rehearsal.failure) if rehearsal.failure else said["all_ready"])
    sys.stdout.flush()


def _talk(settings: Settings) -> int:
    """The rehearsal in the terminal, until what is typed ends."""
    from bot.rehearsal.consoles import Console
    from bot.rehearsal.rehearsals import Rehearsal

    said = _words()[_language(settings)]["sentences"]
    rehearsal = Rehearsal(settings.zone)
    try:
        with _interrupted_by_signals():
            rehearsal.open()
            rehearsal.prepare()
            if rehearsal.failure:
                raise Failed(N_("The rehearsal could not begin: {why}"), 1, why=rehearsal.failure)
            Console(rehearsal, said, _write_at_once).talk(_typed())
    except KeyboardInterrupt:
        write_line("")
    finally:
        _close(rehearsal)
    write_line(said["ended"])
    return 0


def _close(rehearsal: Rehearsal) -> None:
    """End it; whoever presses Ctrl-C once more meanwhile doesn't end it halfway."""
    for name in _ENDS:
        signal.signal(name, signal.SIG_IGN)
    rehearsal.close()


def _typed() -> Iterator[str]:
    """Line by line what is typed, or what a pipe brings."""
    while True:
        if sys.stdin.isatty():
            sys.stdout.write("> ")
            sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            return
        yield line


def _write_at_once(text: str) -> None:
    write_line(text)
    sys.stdout.flush()


@contextmanager
def _interrupted_by_signals() -> Iterator[None]:
    """Let every signal that ends a process end it the way Ctrl-C does."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = {name: signal.signal(name, interrupt) for name in _ENDS}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


def _language(settings: Settings) -> str:
    from bot.words.languages import choose

    return choose(wanted_language(), settings.language)


def _words() -> dict[str, Any]:
    """The sentences of the rehearsal in every language, as the page takes them."""
    from bot.words.languages import codes, language
    from bot.words.rehearsals import sentences

    return {
        code: {
            "language": code,
            "direction": "rtl" if language(code).rtl else "ltr",
            "sentences": sentences(language(code)),
        }
        for code in codes()
    }


def _reason(error: OSError) -> str:
    import errno
    import os

    return os.strerror(error.errno) if error.errno in {errno.EADDRINUSE, errno.EACCES} else str(error)
