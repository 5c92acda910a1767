"""The rehearsal in a terminal: what is typed, and what comes of it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.words.languages import language
from bot.words.rehearsals import sentences
from tests.rehearsal.browsers import surroundings

pytestmark = pytest.mark.long  # each has a rehearsal of its own

ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def talk(folder: Path, *lines: str, **settings: str) -> str:
    """Everything that is printed where these lines are piped in."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "rehearse", "--no-page"],
        cwd=folder, env=surroundings(folder) | settings, input="\n".join(lines) + "\n", capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert not list(folder.glob("solidarity-rehearsal-*"))
    return done.stdout


def test_a_post_goes_its_way_from_the_keyboard_to_the_channel(tmp_path: Path) -> None:
    """Each line is answered before the next is read; buttons have numbers; everything new is shown where it stands."""
    draft = tmp_path / "a draft.txt"
    draft.write_text("Boots for the Night Shift\n\nThe nurses ask for dry feet.\n\nFriends of the Clinic\n")
    printed = talk(
        tmp_path, "/week", ":press 2", ":press 99", ":nonsense", ":file nowhere.txt", ":as nasrin",
        f":file '{draft}'", "/submit 12", ":as dara", "/approve 12", ":as sara", "/read 12", ":in channel",
        ":as nobody", ":quit", "/never",
    )  # fmt: skip
    said = printed.translate(ISOLATES)
    steps = [
        "You are Tom.", "Harbour Diary—Week 2", "Read the full text", "The message is now:", "Larin Gazette",
        "There is no button 99.", "There is no :nonsense here.", "The file nowhere.txt can't be read:",
        "You are Nasrin now.", "Friends of the Clinic", "You are Dara now.", "Boots for the Night Shift",
        "You are Sara now.", "The nurses ask for dry feet.", "You write in Solidarity News",
        "Nobody of that name writes here.", "The rehearsal is over",
    ]  # fmt: skip
    places: list[int] = []
    for step in steps:
        places.append(said.index(step, places[-1] if places else 0))
    assert places == sorted(places)
    assert re.search(r"\[1\] \u2068[^\u2069]+\u2069", printed), "labels of buttons turn nothing around them"
    approved = said[places[10] : places[12]]
    assert "In Solidarity News" in approved
    assert "I don't know this command" not in said


def test_the_terminal_speaks_the_operator_s_language_and_makes_trouble(tmp_path: Path) -> None:
    """Flooded, the bot's answer waits; over, it comes. It ends with what is typed, too."""
    printed = talk(tmp_path, ":help", ":trouble flood", "/actions", ":trouble over", ":clock hour", BOT_LANGUAGE="fa")
    said = printed.translate(ISOLATES)
    assert ":press N" in said
    farsi = sentences(language("fa"))
    assert farsi["ended"].translate(ISOLATES) in said
    assert said.index(farsi["strip_too_many"].translate(ISOLATES)) < said.index("Bring Bread to the Gates")
    assert said.count("Bring Bread to the Gates") == 1


def test_the_terminal_is_left_clean_by_a_signal(tmp_path: Path) -> None:
    """Ctrl-C at the prompt ends everything, and erases it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "rehearse", "--no-page"], cwd=tmp_path, env=surroundings(tmp_path),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout
    assert "Tom" in process.stdout.readline()
    process.send_signal(signal.SIGINT)
    said, complaint = process.communicate(timeout=60)
    assert (process.returncode, complaint) == (0, "")
    assert "The rehearsal is over" in said
    assert not list(tmp_path.glob("solidarity-rehearsal-*"))
