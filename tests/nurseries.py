"""Bots in processes of their own that need no second to start: each is forked from one that has read all the code."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from contextlib import chdir
from multiprocessing import forkserver
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from bot.cli import main

ROOT = Path(__file__).parents[1]
_NURSERY = multiprocessing.get_context("forkserver")
_NURSERY.set_forkserver_preload(["bot.app", "bot.cli"])


def bear(folder: Path, surroundings: dict[str, str], *words: str) -> ForkServerProcess:
    """The bot at work with these words in *folder*, with *surroundings* as its whole environment.

    It is what `python -m bot` becomes once its modules are read: another process, that signals end and that ends with
    the exit code of the command line. It doesn't outlive this process, however that ends.
    """
    with chdir(ROOT):  # where the code is found, installed or not
        forkserver.ensure_running()
    child = _NURSERY.Process(target=_live, args=(folder, surroundings, words), daemon=True)
    child.start()
    return child


def end(child: ForkServerProcess, seconds: float = 15) -> int | None:
    """Ask it to stop (SIGTERM): its exit code, or None where it still lives after so many seconds."""
    child.terminate()
    child.join(seconds)
    return child.exitcode


def _live(folder: Path, surroundings: dict[str, str], words: tuple[str, ...]) -> None:
    threading.Thread(target=_follow, name="follow", daemon=True).start()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(surroundings)
    sys.exit(main(words))


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
