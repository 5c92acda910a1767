"""How long the reading of hostile texts takes: one piece again and again, up to the longest text that is taken.

    python tests/benchmarks/hostile.py [CHARACTERS]

Prints the seconds of processor time of each piece, as a pasted text and as a Markdown file, the slowest first; also of
a paste of as many labelled pages as fit.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.documents.files.loading import MAX_CHARACTERS
from bot.documents.readings import read

ROOT = Path(__file__).parents[2]

PIECES = (
    "a", ".", "1", "a. ", "end.1 ", "x [1] ", "(1) ", "ab\n", "Some Title\n\n", "- a\n", "1. a\n\n", "1. n [back]\n",
    "“", "”", "«", '"', "(", "[", "([", "[(", "(a", "*_", "![", "[^1]", "[^a]: x\n", "[a](b) ", "> a\n", "# a\n",
    "< ", "`", ".”", "?!", "No!\n", "Why? ", "No. ", "Title. Again? ", "a" + " " * 50, "\n", " \n", "\u200c",
    "1 May 2020 ", "12 January 2026\n\n", "we, ", "We, the Union ", "Statement of A", "(issued ", "by A, ",
    "by the ", "A Union and ", "Signed\n", "Photo: ", "Photo: a\n", "see here ", "Tweet URL\n", "Leave a Reply\n",
    "Related\n", "[back]\n\n", "the following statement:\n\n", "a – ", "https://a.b/ ", "First week ", "بیانیه ",
    "ما، ", "بیست و ", "نام\n", "و ", "a.1 b2 c. 3 [4] ⁵ ",
    "Title\n\n12 January 2026\n\nText goes on here and here.\n\n\n",
    "Statement of the Union:\n\n(This text was issued by the Union)\n\nLong text here it is.\n\n\n",
)  # fmt: skip


PAGE = "Home\n\nThe kilns stay cold\n\n{}\n\nKiln Union\n"
"""A page of a few lines with room for one more; in a text of one line nothing can be the title, or name a signer."""

PAGES = ("training/texts/fresh", "tests/documents/labelled")
"""Folders of the repository with texts as people bring them, hundreds in one paste."""


def pages(folder: str) -> str:
    """The texts in the *folder* of the repository, one after another."""
    return "\n\n".join(each.read_text("utf-8") for each in sorted((ROOT / folder).glob("*.txt"))) + "\n\n"


def seconds(piece: str, characters: int, name: str = "a.txt", page: str = "{}") -> float:
    """The processor time of reading *piece* repeated up to that many *characters*, in its place on *page*."""
    text = page.format((piece * (characters // len(piece) + 1))[: characters - 1] + "z")
    begun = time.process_time()
    read(name, text)
    return time.process_time() - begun


def growth(piece: str, name: str = "a.txt", *, page: str = "{}", small: int = 4_000, times: int = 4) -> float:
    """How many times longer a text takes that is *times* as long; near *times* where the time grows with the length."""
    least = min(seconds(piece, small, name, page) for _ in range(2))
    return min(seconds(piece, small * times, name, page) for _ in range(2)) / max(least, 0.005)


def main() -> None:
    """Measure and print."""
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else MAX_CHARACTERS
    found = [(seconds(piece, characters, name), name, piece) for piece in PIECES for name in ("a.txt", "a.md")]
    found += [(seconds(pages(folder), characters), "a.txt", f"{folder}, one page after another") for folder in PAGES]
    for taken, name, piece in sorted(found, reverse=True):
        sys.stdout.write(f"{taken:7.2f} s  {name:6} {piece[:60]!r}\n")


if __name__ == "__main__":
    main()
