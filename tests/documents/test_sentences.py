"""Where a sentence ends."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.sentences import split


@pytest.mark.parametrize(
    "sentences",
    [
        ["It began.", "It went on!", "Did it end?", "No"],
        ["Dr. Amin came at 6 p.m. on Monday.", "Mr. K. Rad left."],
        ["The U.S. army was there.", "The road was closed in the U.S.", "The end."],
        ["It cost 3.5 million, i.e. too much.", "Nobody paid."],
        ["“We stay! We do not leave,” she said.", "Then she left."],
        ["“Why?” he asked.", "Nobody knew."],
        ["It was cold… and it stayed cold.", "Then it snowed..."],
        ["They met in the mill.1", "It was cold.”2", "It ended.[3]", "All left."],
        ["They came on Jan. 5 and on Nov. 7.", "Snow fell."],
        ["The office (closed on Sunday. Open on Monday.) was full.", "We waited."],
        ["No. 7 is closed.", "Yes."],
    ],
)
def test_english_sentences_are_told_apart(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["کارگران آمدند.", "آیا کسی پاسخ داد؟", "نه!", "همه رفتند"],
        ["او گفت: «نان می‌خواهیم! کار می‌خواهیم!» و رفت.", "ما ماندیم."],
        ["«چرا؟» پرسید کارگر.", "کسی نمی‌دانست."],
        ["دستمزد ۳.۵ میلیون بود؛ خط فقر بیشتر.", "کسی نپرداخت.۱", "زمستان آمد…", "سرد بود."],
    ],
)
def test_farsi_sentences_are_told_apart(sentences: list[str]) -> None:
    assert split(" ".join(sentences), "fa") == sentences


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aA. !?”“\n1(«»)…آ؟", max_size=120) | st.text(max_size=60), st.sampled_from(["en", "fa"]))
def test_sentences_are_verbatim_and_nothing_is_left_out(text: str, language: str) -> None:
    found = split(text, language)
    assert "".join("".join(found).split()) == "".join(text.split())
    place = 0
    for sentence in found:
        place = text.index(sentence, place) + len(sentence)
