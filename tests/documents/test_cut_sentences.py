"""A sentence that breaks off anywhere is read like any other: texts are cut when they are copied and divided."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents import sentences
from bot.documents.appeals import calls, demands, slogans
from bot.documents.figures import figures
from bot.documents.passages import Passage

TEXTS = sorted((Path(__file__).parent / "labelled").glob("*.txt"))
SENTENCES = sorted(
    {
        (sentence, "fa" if path.stem.startswith("fa_") else "en")
        for path in TEXTS
        for line in path.read_text("utf-8").split("\n")
        for sentence in sentences.split(line.strip())
        if sentence.count(" ") > 2
    }
)


def verbatim(text: str, language: str) -> bool:
    """Whether all that is read in *text* stands in it."""
    passages = [Passage("paragraph", text, 0)]
    found = [figure.quote for figure in figures.find(passages, dated=None, language=language)]
    found += [call.quote for call in calls.find(passages, dated=None, language=language)]
    found += [*demands.find(passages, language=language), *slogans.find(None, passages, language=language)]
    return all(each in text for each in found)


@pytest.mark.parametrize(
    "text",
    ["Fourteen organizations in exile", "Joint Statement by Fourteen Organizations in Exile", "Nine men on trial"],
)
def test_a_text_may_end_with_where_those_counted_are(text: str) -> None:
    """Nothing follows, not even a point."""
    passages = [Passage("paragraph", text, 0)]
    assert [figure.quote for figure in figures.find(passages, dated=None, language="en")] == [text]


@pytest.mark.parametrize(("text", "language"), [("and two women were", "en"), ("خبر: ۲۱۸۴۰۷", "fa")])
def test_a_number_may_stand_at_the_end(text: str, language: str) -> None:
    """Neither a verb nor a noun follows."""
    assert verbatim(text, language)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(SENTENCES), st.data())
def test_a_sentence_that_breaks_off_is_read(sentence: tuple[str, str], data: st.DataObject) -> None:
    """After any of its words, and from any of them on."""
    words = sentence[0].split(" ")
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    assert verbatim(" ".join(words[first:last]), sentence[1])
