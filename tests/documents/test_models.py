"""The models fit what they were learnt from, and never do harm to a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents import sheets
from bot.documents.models import LEARNT
from bot.documents.passages import lines_of
from bot.documents.structure import tags
from bot.documents.structure.impressions import impressions
from training import kinds, lines
from training.labels import fingerprint

LINES = (
    "Home", "HOME NEWS LABOUR", "Statement of the Mill Union", "12 January 2026", "- the release of all prisoners",
    "Signed:",
    "Mill Union of the Valley – Lower Branch", "Long live the strike!", "“Bread, work, freedom!”", "Share on Facebook",
    "On Monday the night shift laid down its work; nobody came to the gates, and the road stayed empty until noon.",
    "بیانیهٔ کانون نان", "زنده باد اعتصاب!", "۱۲ دی ۱۴۰۴", "* * *",
    "روز دوشنبه کارگران شیفت شب دست از کار کشیدند و تا ظهر کسی به کارخانه نیامد.",
)  # fmt: skip


@pytest.mark.parametrize(("name", "looks"), [("lines", lines.LOOKS), ("kinds", kinds.LOOKS)])
def test_a_model_was_learnt_from_the_texts_and_looks_that_are_here(name: str, looks: tuple[str, ...]) -> None:
    """After a change of either, `python -m training.lines` and `python -m training.kinds` make them anew."""
    assert (LEARNT / f"{name}.sha256").read_text().strip() == fingerprint(*looks)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\n\n", "\n\n\n"])), min_size=1, max_size=30))
def test_what_was_divided_and_named_is_still_the_text(pieces: list[tuple[str, str]]) -> None:
    """Whatever the model says of the lines, the passages are slices of the source, in order, and hold all of it."""
    source = "".join(line + gap for line, gap in pieces).strip()
    passages = sheets.read(source).passages()
    assert all(source[each.start : each.end] == each.text for each in passages)
    assert [each.start for each in passages] == sorted(each.start for each in passages)
    held = "".join("".join(each.text.split()) for each in passages)
    assert held == "".join(source.split())


def test_a_text_of_too_many_lines_is_left_to_the_rules() -> None:
    """Nobody waits for a model to read a log file."""
    source = "A line of a log\n" * (tags.MOST_LINES + 1)
    assert tags.tag(lines_of(source), []) == []


def test_a_title_among_buttons_is_found_and_the_buttons_are_not_read() -> None:
    """What a phone copies from a page has the menu above the title and the signers below the text."""
    source = """Skip to content
The Lantern
HOME NEWS WOMEN LABOUR ABOUT US CONTACT
You are here: Home » Statements
The weavers will not go back to the old wages
Published on 3 March 2024 by desk
Share Tweet Print

For three weeks the weavers have kept their looms still, and each morning they sit before the gate with their bread.
The owners have offered them what they offered last year, and not one coin more, and they call this a good word.

We greet them, and we say to the owners that the whole town can count. Whoever calls them greedy should try to live
on such a wage for a single month, and then come to us and tell us what was left of it at the end.

Signed:
Bakers' Union of the Upper Town
Committee of the Weavers' Families

Related posts
The mill that burned
Leave a comment
Your email address will not be published. Required fields are marked *
"""
    passages = sheets.read(source).passages()
    assert [each.text for each in passages if each.kind == "title"] == ["The weavers will not go back to the old wages"]
    dropped = "\n".join(each.text for each in passages if each.kind == "debris")
    assert "HOME NEWS WOMEN LABOUR ABOUT US CONTACT" in dropped
    assert "Leave a comment" in dropped
    assert [each.text for each in passages if each.role == "issuer"] == [
        "Bakers' Union of the Upper Town", "Committee of the Weavers' Families",
    ]  # fmt: skip


SHARES = st.tuples(*[st.integers(1, 99)] * 4)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(LINES), SHARES), min_size=1, max_size=30))
def test_the_whole_is_told_of_each_line_whatever_was_answered(told: list[tuple[str, tuple[int, ...]]]) -> None:
    """The same way each time, with no word twice, and of a line alone nothing of others."""
    lines = lines_of("\n".join(line for line, _ in told))
    names = ("title", "part+", "text", "drop")
    answers = [{name: share / sum(shares) for name, share in zip(names, shares, strict=True)} for _, shares in told]
    found = impressions(lines, answers)
    assert found == impressions(lines, answers)
    assert len(found) == len(lines)
    assert all(len(each) == len(set(each)) for each in found)
    alone = impressions(lines[:1], answers[:1])[0]
    assert ("1title_others=0" in alone) == (answers[0]["title"] >= 0.03)
    assert "1title_rank=1" not in alone


def test_how_many_titles_of_parts_are_likely_is_told_of_each_line() -> None:
    """By that a text that may be a collection is known as one, or as none."""
    lines = lines_of("Letter of the weavers\nLetter of the bakers\nLetter of the ferrymen\nWe greet you.")
    text, part = {"text": 0.9, "part": 0.1}, {"text": 0.4, "part": 0.6}
    few, many = impressions(lines, [part, text, text, text]), impressions(lines, [part, part, part, text])
    assert set(few[0]) - set(many[0])
    assert "1part_others=0" in few[0]
    assert "1part_others=2" in many[0]
    assert "1part_rank=2" not in many[0]
    assert "1part_rank=1" in few[1]
