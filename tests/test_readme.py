"""The README and the code say the same."""

from __future__ import annotations

import re
from pathlib import Path

from bot.cli import make_parser
from bot.commands.table import COMMANDS
from bot.settings import NAMES

README = (Path(__file__).parent.parent / "README.md").read_text()
CELLS = [line.split("|")[1] for line in README.replace("\\|", "/").splitlines() if line.startswith("| `")]


def test_every_setting_is_documented_and_no_other() -> None:
    told = {name for cell in CELLS for name in re.findall(r"BOT_[A-Z_]+", cell)}
    assert told == set(NAMES)


def test_every_command_is_documented_and_no_other() -> None:
    told = {name for cell in CELLS for name in re.findall(r"`/([a-z]+)", cell)}
    assert told == {command.name for command in COMMANDS} - {"join"}


def test_every_verb_of_the_command_line_is_documented_and_no_other() -> None:
    told = {name for cell in CELLS for name in re.findall(r"`solidarity-bot \[?([a-z]+)", cell)}
    verbs = next(action.choices for action in make_parser()._actions if action.choices and action.dest != "clock")
    assert verbs is not None
    assert told == set(verbs)


def test_both_commands_of_the_set_up_stand_there_to_the_letter() -> None:
    assert "    python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/solidarity-bot\n" in README
    assert "    python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest\n" in README
    assert (
        "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]'"
        in (Path(__file__).parent.parent / ".ci" / "run").read_text()
    )
