"""Slogans are told from statements, names and irony, and one that a text rejects is not the text's own."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.appeals import slogans
from bot.documents.passages import Passage
from bot.documents.structure.outlines import outline

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "appeals.json").read_text("utf-8"))
PIECES = [
    "“",
    "”",
    "«",
    "»",
    "‘",
    "’",
    '"',
    "!",
    ".",
    ":",
    " ",
    "\n",
    "\n\n",
    "- ",
    "they chanted ",
    "Down with ",
    "Stop ",
    "the slogan Bread, Work",
    "We reject ",
    "شعار ",
    "زنده باد ",
    "!«",
    "…",
    "[",
    "🔥",
    "\u200c",
]


def found(text: str, language: str = "en") -> list[str]:
    passages = outline(text)
    title = "\n".join(passage.text for passage in passages if passage.kind == "title") or None
    return list(slogans.find(title, passages, language=language))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_the_slogans_of_a_text_are_found_and_nothing_else(case: dict[str, Any]) -> None:
    assert found(case["text"], case["language"]) == case["slogans"]


def test_a_slogan_stands_without_the_quotation_marks_and_commas_around_it_and_keeps_its_brackets() -> None:
    text = "It rained. “Death to [Jovan] Radic,” “death to the fee”, and “bread,” hundreds of bakers chanted bravely."
    assert found(text) == ["Death to [Jovan] Radic", "death to the fee", "bread"]


def test_a_slogan_that_is_repeated_counts_once() -> None:
    text = (
        "They chanted “Down with the Toll!” at noon.\n\nIn the evening “down with the toll” was heard again.\n\nOver."
    )
    assert found(text) == ["Down with the Toll!"]


@pytest.mark.parametrize(
    "text",
    [
        "Some answer with the slogan “Long live the duke!” and wave his flag. We reject this slogan.",
        "We must combat racist slogans such as “Ships for us alone!” in our own ranks.",
        "A few strangers shouted “Burn the granary!” and were sent away.",
        "“Burn the granary!” is what those shout who will not be here in spring.",
        "The slogan “One river, one ruler” must be rejected by every union.",
        "Police chanted “Go home” behind their shields.",
    ],
)
def test_what_a_text_turns_down_or_gives_to_opponents_is_not_its_slogan(text: str) -> None:
    assert found(f"It was a long day.\n\n{text}\n\nMore is to come.") == []


def test_quoted_statements_names_and_irony_are_no_slogans() -> None:
    text = (
        "A year of the “reform council”.\n\n“We are tired,” said a nurse, while boys shouted at the “experts”. Her "
        "film “Long Live the Winter” is about a “silent majority”.\n\nThe rest is known."
    )
    assert found(text) == []


def test_lines_of_exclamations_are_slogans_and_invitations_are_not() -> None:
    text = (
        "The mill is shut.\n\nNobody was told, and nobody was paid.\n\nNo more closures! Out with the agents!\nJoin us!"
    )
    assert found(text) == ["No more closures!", "Out with the agents!"]


def test_a_line_under_a_text_may_call_out_without_an_exclamation_mark() -> None:
    text = "The mill is shut.\n\nNobody was told, and nobody was paid.\n\nJustice for the weavers\nBread, work, peace\n"
    assert found(text + "Mill Circle") == ["Justice for the weavers", "Bread, work, peace"]


def test_lines_below_what_says_that_they_were_chanted_are_slogans() -> None:
    text = "Four hundred came to the mill gate and stayed until noon.\n\nThey chanted:\n\nOpen gates, open books\n\n"
    assert found(text + "The toll is theft\n\nThe governor left by the back door.\n\nIt rained.") == [
        "Open gates, open books",
        "The toll is theft",
    ]
    text = "چهارصد نفر آمدند و تا ظهر ماندند. آنان شعار می‌دادند:\nسفرهٔ ما خالی است\nوعده بس است\n\nباران می‌آمد."
    assert found(text, "fa") == ["سفرهٔ ما خالی است", "وعده بس است"]


def test_slogans_in_a_row_after_the_word_for_them_are_parted() -> None:
    text = (
        "بافندگان با سر دادن شعارهای: سفرهٔ ما خالی است، وعده دیگر بس است، و کارخانه از آن ماست، خواستار مزد خود شدند."
    )
    assert found(f"باران آمد.\n\n{text}\n\nادامه دارد.", "fa") == [
        "سفرهٔ ما خالی است",
        "وعده دیگر بس است",
        "کارخانه از آن ماست",
    ]
    text = "چهارصد نفر آمدند. بافندگان شعار می‌دادند درود بر نانوا\nنان ما را پس بدهید\nوعده بس است"
    assert found(f"باران آمد.\n\n{text}\n\nادامه دارد.", "fa")[:2] == ["درود بر نانوا", "نان ما را پس بدهید"]


def test_what_is_called_a_slogan_afterwards_is_one() -> None:
    text = "“Two winters are enough”. This was the main slogan of the march."
    assert found(f"It rained.\n\n{text}\n\nMore is to come.") == ["Two winters are enough"]


def test_what_is_quoted_as_the_name_of_something_is_no_slogan() -> None:
    assert found("It rained.\n\nThe “No to the Toll” campaign met on Monday.\n\nMore is to come.") == []
    assert found("باران آمد.\n\nکارزار «نه به عوارض» دوشنبه نشست داشت.\n\nادامه دارد.", "fa") == []


@pytest.mark.parametrize(
    ("block", "language", "expected"),
    [
        (
            "Houses for those who live in them\nNo eviction without a fight!",
            "en",
            ["Houses for those who live in them", "No eviction without a fight!"],
        ),
        ("✊ راننده بیدار است\n✊ نه گران، نه سهمیه", "fa", ["راننده بیدار است", "نه گران، نه سهمیه"]),
        ("نه به دار\nزندگی حق همه است", "fa", ["نه به دار", "زندگی حق همه است"]),
        ("دختران شهر پیروزند\nهیچ قفسی ابدی نیست", "fa", ["دختران شهر پیروزند", "هیچ قفسی ابدی نیست"]),
    ],
)
def test_lines_above_the_signature_are_slogans_together(block: str, language: str, expected: list[str]) -> None:
    opening = "The houses are empty, and it is cold." if language == "en" else "خانه‌ها خالی است و هوا سرد است."
    signed = "Tenants’ Union of Row Seven" if language == "en" else "انجمن مستاجران کوچه هفتم"
    assert found(f"{opening}\n\n{block}\n\n{signed}\n", language) == expected


def test_names_and_greetings_beside_a_slogan_are_none() -> None:
    text = "The houses are empty.\n\nLong live the river!\n\nAda Moss\nTom Reed\nCommittee of Row Seven\n"
    assert found(text) == ["Long live the river!"]


@pytest.mark.parametrize(
    "text",
    [
        "Some shouted “King Olaf, come home!” from the tower.",
        "The guards shouted “Go home!” at the families.",
        "کسانی که بر دیوار می‌نویسند «خانه جای زن است» خاموش‌اند.",
        "چند نفر ناشناس شعار «شاه برگرد» می‌دادند.",
        "تتحدث عن «بضعة مشاغبين» يرددون شعار «الموت للنهر»، وهو شعار لم يسمعه أحد.",
    ],
)
def test_what_opponents_call_out_is_none(text: str) -> None:
    assert found(f"It is cold in the mill.\n\n{text}") == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=30), st.sampled_from(["en", "fa"]))
def test_every_slogan_is_verbatim(pieces: list[str], language: str) -> None:
    """Whatever the text, nothing fails, and each slogan stands in one passage as it is."""
    passages = outline("".join(pieces).replace("\r", ""))
    title = "\n".join(passage.text for passage in passages if passage.kind == "title") or None
    for slogan in slogans.find(title, passages, language=language):
        assert slogan
        assert any(slogan in passage.text for passage in passages)


@pytest.mark.parametrize(
    "piece", ["“", "“a” ", "! “", "! ! ", "No!\n", "‘a", "the slogan “x” ", "they chanted “", "«ا» "]
)
def test_a_hostile_text_takes_time_that_grows_with_its_length(piece: str) -> None:
    passage = Passage("paragraph", (piece * 300_000)[:300_000] + "z", 0)
    before = process_time()
    slogans.find(None, [passage], language="fa")
    assert process_time() - before < 10
