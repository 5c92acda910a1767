"""The sample posts: Markdown files with places for dates, which are filled in when a rehearsal begins."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from persiantools.jdatetime import JalaliDate

_SAMPLES = Path(__file__).parent / "samples"
_PLACE = re.compile(r"\{(in|ago)_(\d+)_days(?::(en|fa))?\}")


def write(folder: Path, today: date) -> list[Path]:
    """Write every sample into *folder*, in order, with its dates filled in.

    `{in_10_days}` and `{ago_3_days}` become dates like 2026-01-12; with `:en` or `:fa` they are written out, for
    example as 12 January 2026 or as ۲۲ دی ۱۴۰۴.
    """

    def fill(place: re.Match[str]) -> str:
        days = int(place[2]) * (1 if place[1] == "in" else -1)
        return _print(today + timedelta(days=days), place[3])

    folder.mkdir()
    written = []
    for sample in sorted(_SAMPLES.glob("*.md")):
        file = folder / sample.name
        file.write_text(_PLACE.sub(fill, sample.read_text("utf-8")), encoding="utf-8")
        written.append(file)
    return written


def _print(day: date, language: str | None) -> str:
    if language == "fa":
        printed: str = JalaliDate(day).strftime("%d %B %Y", locale="fa")  # type: ignore[no-untyped-call]
        return printed.removeprefix("۰")
    return f"{day.day} {day:%B %Y}" if language == "en" else day.isoformat()
