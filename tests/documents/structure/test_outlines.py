"""How a pasted text falls into title, paragraphs, headings, items and closing lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.files.loading import clean
from bot.documents.structure.outlines import Passage, outline

LONG = "The mills of the valley have been closed since the first snow, and nobody has said when they will open again. "


def of_kind(source: str, kind: str) -> list[str]:
    return [passage.text for passage in outline(source) if passage.kind == kind]


def test_a_title_that_ends_with_a_colon_goes_on_in_the_next_line() -> None:
    source = f"Valley Diary—Week 3:\n\nThe Mills Stay Closed\n\n{LONG}\n"
    assert of_kind(source, "title") == ["Valley Diary—Week 3:", "The Mills Stay Closed"]


def test_a_title_page_of_several_lines_is_one_title_without_its_date() -> None:
    source = f"Statement of the Mill Council\nNo More Evictions\n3 March 2026\n\n{LONG}\n"
    assert of_kind(source, "title") == ["Statement of the Mill Council", "No More Evictions"]


@pytest.mark.parametrize(
    "opening",
    [
        "The mills were closed today.",
        "Dear friends of the valley,",
        "To the workers of the lower town:",
        "3 March 2026",
        "mill-photo",
        "https://example.org/mills",
        "one of many reports",
    ],
)
def test_a_first_line_that_is_no_title_leaves_the_text_without_one(opening: str) -> None:
    assert of_kind(f"{opening}\n\n{LONG}\n\n{LONG}", "title") == []


def test_a_single_line_is_a_text_and_not_a_title() -> None:
    assert [passage.kind for passage in outline("Bread and roses")] == ["paragraph"]


def test_paragraphs_may_stand_one_a_line() -> None:
    """Where no lines are wrapped and no blank lines are left, each line is a paragraph and short ones are headings."""
    source = f"Open the Gates!\n{LONG}\n{LONG}\nWhat we saw\n{LONG}\n- snow\n- fire\n{LONG}"
    kinds = [passage.kind for passage in outline(source)]
    assert kinds == ["title", "paragraph", "paragraph", "heading", "paragraph", "item", "item", "paragraph"]


def test_lines_wrapped_by_hand_stay_one_paragraph() -> None:
    source = "The mills of the valley\nhave been closed since\nthe first snow.\n\nNobody has said when."
    assert [passage.text for passage in outline(source)] == source.split("\n\n")


def test_a_heading_stands_over_text_and_a_last_line_does_not() -> None:
    source = f"Title of It\n\n{LONG}\n\nA heading\n\n{LONG}\n\nNo to the toll!\n\nMill Council\n"
    assert of_kind(source, "heading") == ["A heading"]
    assert of_kind(source, "closing") == ["No to the toll!", "Mill Council"]


def test_the_end_of_a_part_is_not_a_heading_of_the_next() -> None:
    """A wider gap ends a part: the line before it closes, the line after it opens."""
    source = f"{LONG}\n\n{LONG}\n\nMill Council\n\n\nThe next part\n\n{LONG}\n\n{LONG}\n"
    assert of_kind(source, "heading") == ["The next part"]


def test_a_question_between_questions_is_not_a_heading() -> None:
    source = f"{LONG}\n\nHow long shall we wait?\n\nHow long the cold and the hunger?\n\n{LONG}"
    assert of_kind(source, "heading") == []


def test_pictures_and_debris_are_told_from_text() -> None:
    source = f"{LONG}\n\nA mill\n\n\nThe mill in snow.   Photo: @m1ll\n\nTweet URL\n\n{LONG}\n\nLeave a Reply\n"
    assert [passage.kind for passage in outline(source)] == [
        "paragraph", "image", "caption", "debris", "paragraph", "debris",
    ]  # fmt: skip


def test_items_keep_their_markers_apart() -> None:
    source = "- bread\n• salt\n1. wood\n۲) آب\n(3) coal\nand coke"
    assert [(each.marker, each.words) for each in outline(source)] == [
        ("- ", "bread"), ("• ", "salt"), ("1. ", "wood"), ("۲) ", "آب"), ("(3) ", "coal\nand coke"),
    ]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab.A!:- \n\n1[]’آ۱•"), max_size=200) | st.text(max_size=80))
def test_nothing_is_lost_and_everything_can_be_traced(text: str) -> None:
    """The passages are slices of the source in order, and between them lies white space alone."""
    source = clean(text)
    passages: list[Passage] = outline(source)
    place = 0
    for passage in passages:
        assert not source[place : passage.start].strip()
        assert source[passage.start : passage.end] == passage.text
        place = passage.end
    assert not source[place:].strip()
