"""A collection is known by its structure alone; one text with headings, questions or points stays one text."""

from __future__ import annotations

import pytest

from bot.documents.readings import read

RIVER = "The ferry has not crossed the river since the autumn, and those who row it are asked to pay for the rope."
STONE = "Nobody in the quarry was asked before the hours were changed. We were told of it by a sheet on the door."
SNOW = "We keep one stove for eleven families. Whoever has wood brings wood, and whoever has none brings a song."
ROOD = "قایق از پاییز تا امروز از رود نگذشته است و از قایقرانان می‌خواهند پول طناب را هم خودشان بدهند."
SANG = "پیش از تغییر ساعت‌ها از هیچ‌کس در معدن نپرسیدند و ما آن را از کاغذی روی در فهمیدیم."


def parted(source: str) -> list[str | None]:
    return [part.title for part in read("a.txt", source).parts]


def test_counted_letters_are_parts() -> None:
    """Whoever counts letters has put several together."""
    english = f"From the Ferry\n\nLetter 1: To my son\n\n{RIVER}\n\nLetter 2: To the miller\n\n{STONE}\n"
    assert parted(english) == ["Letter 1: To my son", "Letter 2: To the miller"]
    farsi = f"از کرانهٔ رود\n\nنامهٔ نخست: به پسرم\n\n{ROOD}\n\nنامهٔ دوم: به آسیابان\n\n{SANG}\n"
    assert parted(farsi) == ["نامهٔ نخست: به پسرم", "نامهٔ دوم: به آسیابان"]


def test_a_promise_of_several_texts_makes_headings_their_titles() -> None:
    """As many headings as were promised are the texts."""
    lead = "We publish three statements that were read out on the bridge. Nothing in them was changed."
    sections = f"The Rowers\n\n{RIVER}\n\nThe Quarry\n\n{STONE}\n\nThe Kitchen\n\n{SNOW}\n"
    assert parted(f"Heard on the Bridge\n\n{lead}\n\n{sections}") == ["The Rowers", "The Quarry", "The Kitchen"]
    assert parted(f"Heard on the Bridge\n\n{STONE}\n\n{sections}") == []


def test_roman_numbers_part_what_the_title_calls_letters() -> None:
    """A title in the plural and a lead-in that speaks of the letters promise as much as a number."""
    lead = "These letters were written in the winter and carried over the hills."
    source = f"Letters from the Ward\n\n{lead}\n\nI. The rope\n\n{RIVER}\n\nII. The sheet\n\n{STONE}\n"
    assert parted(source) == ["I. The rope", "II. The sheet"]


def test_rules_part_texts_that_were_promised() -> None:
    """Asterisks or dashes between titled texts are where one ends and the next begins."""
    for rule in ("* * *", "---", "***"):
        source = (
            f"Two letters from the hills\n\nBoth letters came by hand.\n\n{rule}\n\nTo the north\n\n{RIVER}\n\n"
            f"{rule}\n\nTo the south\n\n{STONE}\n"
        )
        assert parted(source) == ["To the north", "To the south"]


def test_links_to_the_rest_of_a_text_end_it() -> None:
    """A page of beginnings repeats each title in its link, which belongs to the page."""
    source = (
        f"Papers of the Valley\n\nThe Rope\n\nTranslator’s Note: This letter was written in May. {SNOW}\n\n{RIVER}\n\n"
        f"Continue reading The Rope\n\nThe Sheet\n\nTranslator’s Note: This was read aloud. {SNOW}\n\n{STONE}\n\n"
        "Continue reading The Sheet\n"
    )
    whole = read("a.txt", source)
    assert [part.title for part in whole.parts] == ["The Rope", "The Sheet"]
    assert all(part.editors_note for part in whole.parts)
    assert set(whole.drop) == {"Continue reading The Rope", "Continue reading The Sheet"}


@pytest.mark.parametrize(
    "source",
    [
        f"Valley Week 3\n\n{SNOW}\n\nAt the river\n\n{RIVER}\n\nAt the quarry\n\n{STONE}\n",
        f"The Rope and the Sheet\n\n{SNOW}\n\nA winter\n\n{RIVER}\n\nA spring\n\n{STONE}\n",
        f"A talk with a rower\n\nWho pays for the rope?\n\n{RIVER}\n\nWho was asked?\n\n{STONE}\n",
        f"Statement of the Rowers\n\n{SNOW}\n\n1. {RIVER}\n\n2. {STONE}\n\n3. {SNOW}\n\nThe Rowers\n3 May 2024\n",
        f"The Rope\n\n{RIVER}\n\n* * *\n\n{STONE}\n\n* * *\n\n{SNOW}\n",
        (
            f"Three letters never came\n\nThree letters were sent. {SNOW}\n\nThe first letter\n\n{RIVER}\n\n"
            f"The second letter\n\n{STONE}\n\nSilence\n\n{SNOW}\n\nWhat is left\n\n{RIVER}\n"
        ),
        f"یک زمستان\n\n{ROOD}\n\nکنار رود\n\n{SANG}\n\nدر معدن\n\n{ROOD}\n",
    ],
)
def test_one_text_with_headings_stays_one(source: str) -> None:
    """Weekly reports, articles, interviews and statements in points promise no other texts."""
    assert parted(source) == []
