"""The operators' door without a process of its own, for all tests but those of the process itself."""

from __future__ import annotations

import logging
import os
import sys
import threading
import warnings
from typing import NamedTuple

import pytest

from bot.cli import main


class Said(NamedTuple):
    """What became of a verb: its exit code, its lines of output and of complaint."""

    code: int
    out: list[str]
    err: list[str]


class Door:
    """Speaks verbs from the working directory, with no other settings than those that are given with them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._patch = monkeypatch
        self._capture = capsys
        hooks = ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook"), (warnings, "showwarning"))
        for where in hooks:
            monkeypatch.setattr(*where, getattr(*where))  # the log takes them; they come back afterwards

    def __call__(self, *words: str, **settings: str) -> Said:
        """Say these words; an error that is no sentence is raised here."""
        root = logging.getLogger()
        handlers, level = root.handlers[:], root.level
        for name in [name for name in os.environ if name.startswith("BOT_")]:
            self._patch.delenv(name)
        for name, value in settings.items():
            self._patch.setenv(name, value)
        try:
            code = main(words)
        finally:
            root.handlers[:] = handlers
            root.setLevel(level)
        out, err = self._capture.readouterr()
        return Said(code, out.splitlines(), err.splitlines())
