"""A rehearsal in a process of its own, and a browser of our own that talks to its page's server."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parents[2]
MARK = {"X-Rehearsal": "1"}
Event = dict[str, Any]


def surroundings(folder: Path) -> dict[str, str]:
    """The environment for a rehearsal whose temporary files lie in *folder*."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("BOT_")}
    return {**clean, "PYTHONPATH": str(ROOT), "TMPDIR": str(folder)}


@contextmanager
def rehearsing(folder: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process of a rehearsal, and the address of its page."""
    command = [sys.executable, "-m", "bot", *(words or ("rehearse", "--port", "0"))]
    process = subprocess.Popen(
        command, cwd=folder, env=surroundings(folder), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        assert process.stdout
        said = process.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert address, said
        yield process, address[0]
    finally:
        process.terminate()
        process.communicate(timeout=60)


class Browser:
    """What a page does: it fetches the state, listens to events, and sends what somebody does."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.client = httpx.Client(base_url=address, headers=MARK, trust_env=False, timeout=60)
        self.events: list[Event] = []
        self._fresh = threading.Condition()
        threading.Thread(target=self._listen, daemon=True).start()
        self.wait(lambda: True)

    def _listen(self) -> None:
        try:
            with self.client.stream("GET", "/api/events", timeout=None) as stream:
                for line in stream.iter_lines():
                    if line.startswith("data: "):
                        with self._fresh:
                            self.events.append(json.loads(line.removeprefix("data: ")))
                            self._fresh.notify_all()
        except (httpx.HTTPError, RuntimeError):
            return

    def wait(self, done: Callable[[], Any], seconds: float = 60) -> Any:
        """What *done* gives as soon as that is something; it is asked again after each event."""
        until = time.monotonic() + seconds
        with self._fresh:
            while not (found := done()):
                assert time.monotonic() < until, [str(event)[:300] for event in self.events[-3:]]
                self._fresh.wait(0.2)
        return found

    def state(self) -> dict[str, Any]:
        found: dict[str, Any] = self.client.get("/api/state").json()
        return found

    def chat(self, key: str) -> dict[str, Any]:
        found: dict[str, Any] = next(chat for chat in self.state()["chats"] if chat["key"] == key)
        return found

    def messages(self, key: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.chat(key)["messages"]
        return found

    def do(self, path: str, **body: object) -> dict[str, Any]:
        """Post *body*, which must be taken."""
        answer = self.client.post(path, json=body)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def write(self, key: str, text: str, **more: object) -> Event:
        """Send *text* and wait for what the bot says next in that chat."""
        before = len(self.events)
        self.do(f"/api/chats/{key}/messages", text=text, **more)
        return self.hear(key, before)

    def press(self, key: str, message: Event, wanted: str, **more: object) -> Event:
        """Press the button with this data, and wait for what the bot says next in that chat."""
        before = len(self.events)
        self.do(f"/api/chats/{key}/presses", message=message["id"], data=wanted, **more)
        return self.hear(key, before)

    def hear(self, key: str, since: int, words: str = "", *, seconds: float = 60) -> Event:
        """The first message of the bot in that chat, with these words in it, after *since* events."""

        def heard() -> Event | None:
            for event in self.events[since:]:
                if event["kind"] in {"message", "edited"} and event["chat"] == key:
                    message: Event = event["message"]
                    if message["from"] == "bot" and words in message["html"]:
                        return message
            return None

        found: Event = self.wait(heard, seconds)
        return found

    def set_up(self) -> None:
        """Wait until the stage is set and nothing more is under way."""
        self.wait(lambda: self.state()["started"], 180)
        assert self.state()["failure"] is None
        self.wait(lambda: self.state()["bot"]["waiting"] == 0 and self.state()["bot"]["sent"] >= 1)
