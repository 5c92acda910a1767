"""What stands where a title could is told from a title."""

from __future__ import annotations

import pytest

from bot.documents.structure.kickers import is_address, is_kicker


@pytest.mark.parametrize(
    "line",
    [
        "#Haven #Strike", "‼️ #خبر_فوری #بندر", "Forwarded many times", "هدایت‌شده از گروه همسایه‌ها",
        "Harbour Voices, [14.10.2023 20:41]", "Skip to main content", "Home » News » Labour",
        "Reports / Statistics / 2023", "News / Letters", "خبرها / کارگری",
        "تاریخ خبر: شنبه ۴ خرداد ۱۴۰۱ - ساعت ۰۲:۴۰",
        "We, the undersigned weavers of the valley,", "ما امضاکنندگان این نامه، بافندگانی از چند نسل،",
        "P R E S S  R E L E A S E", "For immediate release – Thursday", "شماره: ۱۱۷/م",
        "Dear friends of the kiln,", "سلام به همه", "همکاران گرامی، کارگران کوره", "This branch notes:",
        "شنبه، روز اول", "Received from: Kiln Union",
        "Head Office, 9 Kiln Lane", "Public group · 3.1K members",
    ],
)  # fmt: skip
def test_sections_tags_greetings_and_letterheads_are_no_title(line: str) -> None:
    assert is_kicker(line)


@pytest.mark.parametrize(
    "line",
    [
        "The kilns stay cold", "Bread, work, freedom!", "Friends of the harbour stand with the bakers",
        "نامه به مادران عزیز دره", "جمعه‌ی خونین بندر", "به یاد رفقای مبارز زندانی", "“Nobody goes in alone!”",
        "Week 7: The lifts and the lawyers", "همکاران ما را آزاد کنید", "Press freedom in the valley",
        "Bread / Freedom", "News from the kilns / a letter",
    ],
)  # fmt: skip
def test_a_title_is_not_taken_for_less(line: str) -> None:
    assert not is_kicker(line)


def test_whom_a_letter_goes_to_is_told_from_its_matter() -> None:
    assert is_address("To the Minister of Mines")
    assert not is_address("To strike is our right")
