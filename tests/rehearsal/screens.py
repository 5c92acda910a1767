"""A real browser on the page of a rehearsal, for tests and for the pictures of the README."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed", exc_type=ImportError)

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, expect, sync_playwright  # noqa: E402

__all__ = ["START", "Screen", "browsing", "expect", "find_browser"]

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
_PATIENCE = 60_000  # milliseconds; the bot is a real process and machines are slow
START = 180_000  # milliseconds, until the stage of a rehearsal is set


def find_browser() -> str | None:
    """Where this machine has a browser of the Chromium family."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser without a window. Skips the test where there is none."""
    path = find_browser()
    if path is None:
        pytest.skip("no browser is installed; apt-get install chromium brings one")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Screen:
    """A window on the page of the rehearsal at *address*, and everything that went wrong in it."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        *,
        language: str = "en",
        size: tuple[int, int] = (1280, 800),
        theme: str = "light",
        kept: dict[str, Any] | None = None,
        scale: float = 1,
    ) -> None:
        self.address = address
        self.outside: list[str] = []
        self.complaints: list[str] = []
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if theme == "dark" else "light",
            device_scale_factor=scale,
            reduced_motion="reduce",
            timezone_id="UTC",
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(_PATIENCE)
        expect.set_options(timeout=_PATIENCE)
        self.page.on("request", self._note_request)
        self.page.on("console", self._note_console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        memory = json.dumps({"language": language, **(kept or {})})
        self.page.add_init_script(
            f"for (const [name, value] of Object.entries({memory}))"
            " if (localStorage.getItem(`rehearsal.${name}`) === null)"
            " localStorage.setItem(`rehearsal.${name}`, JSON.stringify(value))"
        )

    def _note_request(self, request: Request) -> None:
        if urlsplit(request.url).hostname != "127.0.0.1":
            self.outside.append(request.url)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def open(self, chat: str | None = "tom") -> Screen:
        """Load the page, with a chat shown; the stage is set when this returns."""
        self.page.goto(f"{self.address}/#{chat}" if chat else f"{self.address}/")
        expect(self.page.locator("#life")).to_be_enabled(timeout=START)
        expect(self.page.locator("#guide-now p")).to_have_count(1)
        return self

    def show(self, chat: str) -> None:
        """Choose a chat in the list."""
        self.page.locator(f'.chat[data-chat="{chat}"]').click()
        expect(self.page.locator(f'.chat[data-chat="{chat}"]')).to_have_attribute("aria-current", "true")

    def write(self, text: str) -> None:
        """Type a message into the field and send it."""
        self.page.locator("#field").fill(text)
        self.page.locator("#send").click()
        expect(self.page.locator("#field")).to_have_value("")

    @property
    def messages(self) -> Locator:
        """The messages of the chat that is shown."""
        return self.page.locator("#log .message")

    @property
    def said(self) -> Locator:
        """What the bot said in it."""
        return self.page.locator('#log .message[data-from="bot"]')

    def key(self, command: str) -> Locator:
        """The newest button in the chat whose command begins so."""
        return self.page.locator(f'#log .key[data-data^="{command}"]').last

    def module(self, name: str, work: str, argument: object = None) -> Any:
        """What a JavaScript function gives whose body is *work*: `it` is a module of the page, `given` the argument."""
        script = f"async (given) => {{ const it = await import('/page/scripts/{name}.js'); {work} }}"
        return self.page.evaluate(script, argument)

    def close(self) -> None:
        """Close the window."""
        self.context.close()
