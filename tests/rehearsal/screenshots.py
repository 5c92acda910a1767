"""Take the README's pictures of the rehearsal again: `python -m tests.rehearsal.screenshots`, in both languages.

They go to `deploy/screenshots/`. Each is a page that somebody could see: the whole round is walked in it first.
"""

from __future__ import annotations

import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from tests.rehearsal.browsers import ROOT, rehearsing
from tests.rehearsal.browsers import Browser as Client
from tests.rehearsal.screens import Screen, browsing, expect

FOLDER = ROOT / "deploy" / "screenshots"
MOST = 150_000  # bytes of a picture


def take(screen: Screen, name: str) -> None:
    """Keep what the window shows as `NAME.png`, in 256 colours. Raises ValueError for one too heavy for a README."""
    path = FOLDER / f"{name}.png"
    screen.page.wait_for_timeout(400)  # what moves has come to rest
    shot = Image.open(BytesIO(screen.page.screenshot(animations="disabled", caret="hide")))
    shot.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
    if (size := path.stat().st_size) > MOST:
        raise ValueError(f"{path.name} has {size} bytes, more than {MOST}")
    sys.stdout.write(f"{path.relative_to(ROOT)}: {size // 1000} kB\n")


def do(screen: Screen, number: int) -> None:
    """Let the guide do a step."""
    screen.page.locator('[data-act="guide_do"]').click()
    expect(screen.page.locator(".step.done")).to_have_count(number)


def picture(browser: Any, address: str, language: str) -> None:
    """The pictures of one language."""
    desk = Screen(browser, address, language=language, size=(1280, 800)).open("tom")
    do(desk, 1)
    do(desk, 2)
    desk.show("dara")
    desk.page.locator('[data-act="guide_show"]').click()
    take(desk, f"approve-{language}")
    for number in (3, 4, 5):
        do(desk, number)
    desk.close()

    phone = Screen(browser, address, language=language, size=(360, 740), theme="dark", kept={"round": None}).open(
        "sara"
    )
    phone.page.locator("#guide-toggle").click()
    phone.write("/week")
    expect(phone.said).not_to_have_count(0)
    phone.page.wait_for_timeout(1500)
    take(phone, f"phone-{language}")
    phone.close()

    desk = Screen(browser, address, language=language, size=(1280, 800)).open("tom")
    desk.page.locator("#guide-toggle").click()
    desk.page.locator('[data-what="telegram_down"]').click()
    desk.page.locator('[data-to="digest"]').click()
    expect(desk.page.locator('[data-count="waiting"] dd')).not_to_have_text("۰" if language == "fa" else "0")
    desk.page.locator("#troubles").evaluate("(one) => one.scrollIntoView()")
    take(desk, f"troubles-{language}")
    desk.page.locator('[data-what="telegram_down"]').click()
    expect(desk.page.locator("#account")).to_be_visible()
    desk.page.locator('[data-to="now"]').click()
    desk.close()


def main() -> None:
    """Take every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with browsing() as browser:
        for language in ("en", "fa"):
            with tempfile.TemporaryDirectory() as folder, rehearsing(Path(folder)) as (_, address):
                Client(address).set_up()
                picture(browser, address, language)


if __name__ == "__main__":
    main()
