"""What a text has lost on its way is said, and never mended."""

from __future__ import annotations

import pytest

from bot.documents.losses import find
from bot.documents.structure.outlines import outline


def told(source: str) -> list[str]:
    return [str(problem.values["words"]) for problem in find(outline(source))]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("First accounts (see here and here) tell of snow.", "see here and here"),
        ("For more of them, go to Some of the letters are old.", "go to Some of"),
        ("The letters are available at, including the first.", "available at, including"),
        ("برای خواندن نامه (اینجا) را ببینید.", "(اینجا)"),
        ("The mill was closed. wants to know more about it.", "wants to know more about it"),
        ("He writes thatUp to nine came to the mill.” Then it snowed.", "came to the mill.”"),
        ("کارگران می‌مانند» و رفت.", "کارگران می‌مانند»"),
    ],
)
def test_a_loss_is_told_with_the_words_around_it(source: str, words: str) -> None:
    assert any(words in each for each in told(source))


@pytest.mark.parametrize(
    "source",
    [
        "They met here and there, and went to the mill.",
        "“It is ours,” she said. “It was always ours.”",
        "They came from the U.S. and stayed, e.g. in the mill, etc. and so on.",
        "It is the letter “Go!” from the mill.",
        "She said: “We stay.\n\n“We do not leave.”",
        "او گفت: «می‌مانیم.»",
    ],
)
def test_a_whole_text_has_lost_nothing(source: str) -> None:
    assert told(source) == []
