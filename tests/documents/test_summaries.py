"""Summaries made of whole sentences of the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.sentences import split
from bot.documents.summaries import extract

TEXT = [
    "It was a cold morning with fog over the river and frost on every window of the town.",
    "The mill workers of the valley began a strike for their wages after the owners closed the mills. Who knew?",
    "“We will not leave,” said one worker of the mill to the owners at the gate of the mills.",
    "The strike of the mill workers spread from the valley to the hills, and the owners offered no wages. It went on.",
    "Read more about it at https://example.org/mills where the workers of the mills write about wages and strike.",
    "A dog ran across the bridge, and two children laughed at it for quite a long while that day.",
    "The owners of the mills now say that they will talk with the strike committee of the workers about wages.",
]


def test_a_summary_says_what_the_text_is_about() -> None:
    """The sentences about the strike are taken; the weather, the dog, questions, quotations and links are not."""
    summary = extract(TEXT, "en", 3, title="Strike in the mills")
    assert summary == [
        "The mill workers of the valley began a strike for their wages after the owners closed the mills.",
        "The strike of the mill workers spread from the valley to the hills, and the owners offered no wages.",
        "The owners of the mills now say that they will talk with the strike committee of the workers about wages.",
    ]


def test_the_same_sentence_is_not_taken_twice() -> None:
    sentence = "The mill workers of the valley began a strike for their wages after the owners closed the mills."
    assert extract([sentence, sentence, *TEXT[5:]], "en", 3).count(sentence) == 1


def test_a_short_text_has_a_short_summary_and_an_empty_one_none() -> None:
    assert extract([TEXT[0]], "en") == [TEXT[0]]
    assert extract([], "en") == []
    assert extract(["Why? Really?"], "en") == []


def test_a_long_text_has_three_to_five_sentences() -> None:
    paragraphs = [f"{word} workers of mill {word} went to the gates of the town and stayed there." for word in
                  "Red Blue Green Old New Far Near High Low Upper Lower Great Small Long North South East West".split()]  # noqa: SIM905  # fmt: skip
    assert 1 <= len(extract(paragraphs, "en")) <= 5


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="abc. A!?“”\n1", max_size=120), max_size=8), st.integers(1, 5))
def test_every_sentence_of_a_summary_stands_in_the_text_in_order(paragraphs: list[str], n: int) -> None:
    summary = extract(paragraphs, "en", n)
    every = [sentence for paragraph in paragraphs for sentence in split(paragraph)]
    assert len(summary) <= n
    place = 0
    for sentence in summary:
        place = every.index(sentence, place) + 1
    assert summary == extract(paragraphs, "en", n)
