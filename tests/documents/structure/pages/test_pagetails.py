"""What stands under a text: lists of others, comments, forms, and the signatures that must stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.structure.outlines import outline

LONG = (
    "The mills of the valley have been closed since the first snow, and nobody has said when they will open again. "
    "Bread has become dearer than coal, and the ferry no longer comes."
)
HEAD = f"Title of It\n\n{LONG}\n\n{LONG}\n\n"
SIGNED = "Bread for the valley!\n\nMill Union of the Valley\n4 March 2019"


def dropped(source: str) -> list[str]:
    return [line for each in outline(source) if each.kind == "debris" for line in each.text.split("\n")]


@pytest.mark.parametrize(
    "tail",
    [
        "Topics\nFlour  Ice  Snow\n\nRelated\nThe ferry that never came\nWho paid for the coal?\n© The Valley 2019",
        "Share this:\nTwitter\nRelated\nAfter the ice\nMarch 7, 2019\nTags: flour, ice\n0 Comments\nLeave a Reply",
        "← A night in the mill\nSnow and coal →\nLeave a comment\nRecent Posts\nFlour prices\nWho was Anso?",
        "First name *\nLast name *\nYour union\n☐ Keep me informed\nSEND\nFollow us:  Mastodon  Telegram",
        "31 Likes\n4 Restacks\nDiscussion about this post\nTop\nLatest\nNo posts\nReady for more?\n© 2019 Rana K.",
        "Newer Post   Older Post   Home\nSubscribe to: Post Comments (Atom)",
        "Liked this essay? We have no owner.\n\nMore from LETTERS\n“A mill is a house”\nThe key\n\nPrivacy",
        "برچسب‌ها: نان, آرد\nنوشته‌های مشابه\nنامهٔ آسیابان\n← نوشته قبلی",
        "< قبلي\nبعدي >\nافزودن نظر جديد",
        "الوسوم: نان\n\nمقالات ذات صلة\nليلة في الطاحونة\n\nاترك تعليقاً",
    ],
)
def test_the_end_of_a_page_is_left_over_and_the_signature_stays(tail: str) -> None:
    assert dropped(f"{HEAD}{SIGNED}\n\n{tail}\n") == [line for line in tail.split("\n") if line]


def test_comments_are_known_by_their_minutes_and_answers() -> None:
    comments = (
        "نظرات\n۲ نظر\nناشناس\n۱۳۹۷/۱۲/۱۸ ۰۹:۱۴\nدرود بر آسیابان\nپاسخ\nرعنا\n۱۳۹۷/۱۲/۱۹ ۱۱:۰۲\nنان حق ماست!\nپاسخ"
    )
    assert dropped(f"{HEAD}{SIGNED}\n\n{comments}\n\nنام:\nایمیل:\nارسال") == [
        *comments.split("\n"),
        "نام:",
        "ایمیل:",
        "ارسال",
    ]


def test_the_number_of_comments_over_a_text_leaves_it_alone() -> None:
    assert dropped(f"Title of It\n\n2 Comments\n\n{LONG}\n\n{LONG}\n\n{SIGNED}") == ["2 Comments"]


def test_names_among_few_buttons_are_those_who_sign() -> None:
    names = "Mill Union of the Valley\nFerry Workers' Committee\nWomen's Circle of the Ice Road"
    assert dropped(f"{HEAD}Share\nTweet\n\n{names}\n\nPrint\nPDF") == ["Share", "Tweet", "Print", "PDF"]


def test_slogans_tags_and_notes_under_a_text_stay() -> None:
    source = (
        f"{HEAD}Bread for the valley!\n#bread\n\nShare this:\nFacebook\n\nNotes\n1. Valley Herald, May 3.\n2. Ibid."
    )
    assert dropped(source) == ["Share this:", "Facebook"]


def test_the_last_sentence_stays_between_a_list_and_a_footer() -> None:
    source = (
        f"{HEAD}Related topics\nFlour\n\nThey will come back on Sunday.\n\nShare this:\nFacebook\nTwitter\n© Valley"
    )
    assert "They will come back on Sunday." not in dropped(source)


def test_tags_that_begin_small_are_told_from_names() -> None:
    tags, names = "flour\nIran\nice roads", "Anso Karim\nRana Moradi\nthe ferry"
    assert dropped(f"{HEAD}{SIGNED}\n\n{tags}\n\nRelated content\nSnow\nPrivacy") == [
        *tags.split("\n"), "Related content", "Snow", "Privacy",
    ]  # fmt: skip
    assert dropped(f"{HEAD}{names}\n\nRelated content\nSnow\nPrivacy") == ["Related content", "Snow", "Privacy"]


def test_a_word_between_buttons_of_one_block_is_one_of_them() -> None:
    source = f"Title of It\nRana K.\n\nShare this:\nFacebook\nHexbin\nEmail\nCopy link\n\n{LONG}\n\n{LONG}"
    assert dropped(source) == ["Share this:", "Facebook", "Hexbin", "Email", "Copy link"]


def test_who_wrote_stands_in_a_box_under_the_text() -> None:
    box = "← A night in the mill\nSnow and coal →\nRana K.\nRana K. has a mill.\nYou may also like\nIce\nLeave a Reply"
    assert dropped(f"{HEAD}{SIGNED}\n\n{box}\n") == box.split("\n")


def test_a_list_of_others_within_the_text_ends_where_it_goes_on() -> None:
    source = f"{HEAD}بیشتر بخوانید:\nنامهٔ آسیابان\nاز همین نویسنده:\nزمستان دره\n\n{LONG}\n\nWhat came then\n\n{LONG}"
    assert dropped(source) == ["بیشتر بخوانید:", "نامهٔ آسیابان", "از همین نویسنده:", "زمستان دره"]


def test_the_news_of_a_bulletin_are_not_titles_of_other_texts() -> None:
    source = (
        f"Weekly Bulletin of the Mills\n\n{LONG}\n\nLatest news\n- The ferry is back.\n- The mill of Anso burnt down.\n"
    )
    assert not any("Anso" in line for line in dropped(source))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([
    "Home", "Share", "Related", "3 Comments", "Reply", "Mill Union", "Bread for all!", "It snowed.", LONG, "",
    " Tags: a", "11:04", "First name *", "← Back there", "- Print", "1. Ibid.", "نظرات", "پاسخ",
]), max_size=24))  # fmt: skip
def test_no_passage_leaves_its_place_in_the_source(lines: list[str]) -> None:
    """However lines of pages and texts are mixed, each passage is a slice, in order, and nothing is lost."""
    source = "\n".join(lines).strip("\n")
    passages = outline(source)
    assert all(source[each.start : each.end] == each.text for each in passages)
    assert [each.start for each in passages] == sorted(each.start for each in passages)
    assert "".join("".join(each.text.split()) for each in passages) == "".join(source.split())
