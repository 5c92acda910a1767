"""A text in two languages is told apart without losing or changing a word."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents import bilinguals
from bot.documents.bilinguals import Share
from bot.documents.spans import RichText, Span

ENGLISH = "The ferries of the bay stand still, and the crews have not been paid since the autumn of that year."
FARSI = "قایق‌های خلیج ایستاده‌اند و به خدمه از پاییز آن سال تا امروز هیچ دستمزدی پرداخت نشده است."


def told(text: str) -> dict[str, str]:
    """Each language of *text* with what is in it."""
    return {share.language: bilinguals.gather(RichText(text), share).text for share in bilinguals.divide(text)}


def test_one_above_the_other_is_cut_between() -> None:
    """A rule between them stays above; foreign names and quotations stay where they are quoted."""
    farsi = f"{FARSI}\n\nBay Radio:\n\n{FARSI}\n\n1. Bay Paper, “The ferries”, 12 May 2022."
    assert told(f"{ENGLISH}\n\n***\n\n{farsi}") == {"en": f"{ENGLISH}\n\n***", "fa": farsi}
    assert told(f"{farsi}\n\n{ENGLISH}") == {"fa": farsi, "en": ENGLISH}
    points = "۱. نان برای خدمه\n\n۲. دستمزد"
    assert told(f"{ENGLISH}\n\n{points}\n\n{FARSI}") == {"en": ENGLISH, "fa": f"{points}\n\n{FARSI}"}


def test_a_list_in_both_languages_is_no_list_of_notes() -> None:
    """Each number comes twice; each item goes with its language."""
    items = "1. bread for the crews\n\n۱. نان برای خدمه\n\n2. wages\n\n۲. دستمزد"
    assert told(f"{ENGLISH}\n\n{FARSI}\n\n{items}") == {
        "en": f"{ENGLISH}\n\n1. bread for the crews\n\n2. wages",
        "fa": f"{FARSI}\n\n۱. نان برای خدمه\n\n۲. دستمزد",
    }


def test_what_stands_over_and_under_both_goes_with_its_language() -> None:
    top, end = "Bread on the ferries\nنان در قایق‌ها", "Crew of the bay\n\nخدمهٔ خلیج"
    assert told(f"{top}\n\n{ENGLISH}\n\n{FARSI}\n\n{end}") == {
        "en": f"Bread on the ferries\n\n{ENGLISH}\n\nCrew of the bay",
        "fa": f"نان در قایق‌ها\n\n{FARSI}\n\nخدمهٔ خلیج",
    }


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
def test_paragraphs_that_take_turns_are_sorted(gap: str) -> None:
    """However they are spaced, as messages often put one a line."""
    seam = gap if len(gap) > 1 else "\n\n"
    text = gap.join([ENGLISH, FARSI] * 3)
    assert told(text) == {"en": seam.join([ENGLISH] * 3), "fa": seam.join([FARSI] * 3)}


def test_addresses_and_dates_go_with_the_words_above() -> None:
    text = f"{ENGLISH}\n\nhttps://example.org/ferries\n\n{FARSI}\n\n@ferries\n\n{ENGLISH}\n\n12.5.2022\n\n{FARSI}"
    assert told(text) == {
        "en": f"{ENGLISH}\n\nhttps://example.org/ferries\n\n{ENGLISH}\n\n12.5.2022",
        "fa": f"{FARSI}\n\n@ferries\n\n{FARSI}",
    }


def test_a_wrapped_line_full_of_foreign_names_tears_no_paragraph() -> None:
    farsi = f"{FARSI}\n{FARSI}\nInternational Ferry Crews Union\n{FARSI}\n{FARSI}"
    text = "\n\n".join([ENGLISH, farsi] * 2)
    assert told(text)["fa"] == f"{farsi}\n\n{farsi}"


@pytest.mark.parametrize(
    "text", ["", "\n", "12.5.2022", ENGLISH, FARSI, f"{ENGLISH}\n\nنان", f"{FARSI}\n\nhttps://example.org/" + "a" * 300]
)
def test_a_text_in_one_language_has_no_shares(text: str) -> None:
    assert bilinguals.divide(text) == ()
    assert not bilinguals.is_mixed(text)


def test_a_language_that_can_not_be_told_is_said_so() -> None:
    assert [share.language for share in bilinguals.divide(f"Ferries! Ferries! Ferries!\n\n{FARSI}")] == ["und", "fa"]


def test_three_languages_are_three_shares() -> None:
    russian = "Паромы залива стоят, и экипажам не платили с осени того года, а порт молчит об этом."
    assert set(told("\n\n".join([ENGLISH, FARSI, russian] * 2))) == {"en", "fa", "ru"}


def test_what_is_set_off_goes_along() -> None:
    text = f"{ENGLISH}\n\n{FARSI}\n\n{ENGLISH} Nobody fell.\n\n{FARSI}"
    start = text.index("Nobody")
    rich = RichText(text, (Span(start, start + 6, "bold"),))
    english = bilinguals.gather(rich, bilinguals.divide(text)[0])
    assert [english.text[span.start : span.end] for span in english.spans] == ["Nobody"]


LINES = st.sampled_from(
    [
        ENGLISH,
        FARSI,
        "Bread",
        "نان",
        "نان bread نان",
        "---",
        "12.5.2022",
        "@bay",
        "- bread",
        "- نان",
        "[^1]: bread",
        "",
        "",
    ]
)


def places(shares: tuple[Share, ...]) -> list[tuple[int, int]]:
    return sorted(place for share in shares for place in share.stretches)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\n\n"]))
def test_all_shares_together_are_the_text(lines: list[str], gap: str) -> None:
    """Each character that is no white space is in one share, in its order."""
    text = gap.join(lines)
    shares = bilinguals.divide(text)
    assert bool(shares) == (bilinguals.is_mixed(text))
    if shares:
        assert "\n".join(text[start:end] for start, end in places(shares)).split() == text.split()
        for share in shares:
            whole = "".join(text[start:end] + "\n" for start, end in share.stretches)
            assert bilinguals.gather(RichText(text), share).text.split() == whole.split()


@pytest.mark.parametrize("piece", ["a", "a.", "نa", "a\nن\n", "@", "a@", "www.", "http://", "\n", "a \n\n ن\n\n"])
def test_hostile_texts_take_no_longer_than_their_length(piece: str) -> None:
    began = time.process_time()
    text = piece * (100_000 // len(piece))
    for share in bilinguals.divide(text):
        bilinguals.gather(RichText(text), share)
    assert time.process_time() - began < 10
