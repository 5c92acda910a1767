"""The page of a rehearsal whose server goes and comes back, in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.rehearsal.browsers import rehearsing
from tests.rehearsal.screens import START, Screen, expect, find_browser

pytestmark = pytest.mark.skipif(find_browser() is None, reason="no browser is installed; apt-get install chromium")


@pytest.mark.long
def test_a_lost_line_is_taken_up_again(browser: Any, tmp_path: Path, port: int) -> None:
    """When the server is gone the page says so and tries again; then it shows what is there, and nothing of before."""
    words = ("rehearse", "--port", str(port))
    with rehearsing(tmp_path, *words) as (_, address):
        screen = Screen(browser, address).open("tom")
        screen.write("/subscribe weekly")
        expect(screen.page.locator(".step.done")).to_have_count(1)
    expect(screen.page.locator("#lost")).to_be_visible()
    screen.page.locator("#field").fill("/week")
    screen.page.locator("#send").click()
    expect(screen.page.locator(".toast.bad")).to_be_visible()
    expect(screen.page.locator("#field")).to_have_value("/week")
    with rehearsing(tmp_path, *words):
        expect(screen.page.locator("#lost")).to_be_hidden()
        expect(screen.page.locator("#life")).to_be_enabled(timeout=START)
        expect(screen.messages).to_have_count(0)
        expect(screen.page.locator(".step.done")).to_have_count(0)
        screen.page.locator("#send").click()
        expect(screen.said).to_have_count(1)
    screen.close()
