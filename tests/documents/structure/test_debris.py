"""What web pages leave in copied texts, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.structure.debris import is_debris, way_back
from bot.documents.structure.outlines import outline

LONG = "The mills of the valley have been closed since the first snow, and nobody has said when they will open again."


def dropped(source: str) -> list[str]:
    return [line for passage in outline(source) if passage.kind == "debris" for line in passage.text.split("\n")]


@pytest.mark.parametrize(
    "line",
    [
        "Tweet URL",
        "Leave a Reply",
        "Leave a reply Cancel reply",
        "3 Comments",
        "Two thoughts on “The closed mills”",
        "Share this:",
        "Click to share on Telegram (Opens in new window)",
        "Subscribe to get the latest posts sent to your email.",
        "Sign up for our newsletter",
        "Your email address will not be published. Required fields are marked *",
        "We use cookies to make this page better.",
        "Accept all",
        "© Valley Herald 2025. All rights reserved.",
        "Home » News » Valley",
        "Tags: mills, snow",
        "6 min read",
        "Mill-photo",
        "IMG_2034.jpg",
        "valley-herald.org",
        "Terms of use · Privacy · Cookies",
        "Next: The Ferry",
        "[Video]",
        "اشتراک‌گذاری",
        "به اشتراک گذاری:",
        "اشتراک‌گذاری در تلگرام",
        "بازنشر",
        "۲ دیدگاه",
        "دیدگاه‌ها",
        "ديدگاهتان را بنويسيد",
        "نشانی ایمیل شما منتشر نخواهد شد.",
        "عضویت در خبرنامه",
        "مطالب مرتبط",
        "برچسب‌ها: نان، کار",
        "خانه / بیانیه‌ها",
        "در کانال تلگرام ما عضو شوید",
        "کلیهٔ حقوق این سایت محفوظ است.",
        "مطلب بعدی: قایق",
    ],
)
def test_a_line_of_a_web_page_is_known(line: str) -> None:
    assert is_debris(line)
    assert dropped(f"{LONG}\n\n{line}\n\n{LONG}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Join us at the mill on Sunday, and bring bread.",
        "Share your bread with the strikers.",
        "Home is where the mill stands.",
        "Next, the mills were closed.",
        "We published the names of the dead.",
        "The newsletter of the union was banned in May.",
        "به گروه ما در میدان شهر بپیوندید.",
        "دیدگاه ما روشن است.",
        "این خبرنامه را کارگران نوشته‌اند.",
        "Support the strike!",
        "No comment was given by the ministry.",
    ],
)
def test_a_line_of_the_text_is_not(line: str) -> None:
    assert not is_debris(line)
    assert dropped(f"{LONG}\n\n{line}\n\n{LONG}") == []


def test_words_that_any_text_may_use_are_debris_only_in_company() -> None:
    assert dropped(f"Title of It\n\n{LONG}\n\nEmail\n\n{LONG}") == []
    assert dropped(f"Title of It\n\n{LONG}\n\nShare this:\nFacebook\nEmail\n\n{LONG}") == [
        "Share this:",
        "Facebook",
        "Email",
    ]


def test_the_titles_of_other_texts_go_with_their_header() -> None:
    source = f"Title of It\n\n{LONG}\n\nRelated articles\nThe frozen ferry\nSnow on the roofs\n\n© The Valley 2025"
    assert dropped(source) == ["Related articles", "The frozen ferry", "Snow on the roofs", "© The Valley 2025"]


def test_a_heading_below_a_related_title_stays_where_the_text_goes_on() -> None:
    source = f"Title of It\n\n{LONG}\n\nRead more:\n- The frozen ferry\n\nWhat came then\n\n{LONG}"
    assert [each.text for each in outline(source) if each.kind == "heading"] == ["What came then"]


def test_what_readers_wrote_below_is_no_part_of_the_text() -> None:
    source = (
        f"Title of It\n\n{LONG}\n\n{LONG}\n\n{LONG}\n\n{LONG}\n\n2 Comments\n\nRana says:\n\n"
        f"Thank you for this.\n\nLeave a Reply"
    )
    assert dropped(source) == ["2 Comments", "Rana says:", "Thank you for this.", "Leave a Reply"]


def test_the_name_of_the_paper_over_a_title_and_a_link_under_the_text_are_left_over() -> None:
    source = (
        f"Valley Herald\n\nThe Mills Stay Closed\n\nBy Rana K.\n\n{LONG}\n\n{LONG}\n\n"
        f"Snow and Bread\nhttps://a.example/snow"
    )
    assert dropped(source) == ["Valley Herald", "Snow and Bread", "https://a.example/snow"]


def test_the_way_back_of_a_note_is_told_from_its_words() -> None:
    assert [way_back(note) for note in ("A. [back]", "A. ↩", "Back.", "[back] to the mill", "الف [بازگشت]")] == [
        "[back]", "↩", "", "", "[بازگشت]",
    ]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_any_line_can_be_asked_about(line: str) -> None:
    assert is_debris(line) in {True, False}
    assert way_back(line) in line


@pytest.mark.parametrize(
    "line",
    [
        "11.2K subscribers", "301 photos", "Download Telegram", "👁 8.4K", "👍 31 ❤ 7",
        "0 FacebookTwitterPinterestEmail",
        "Newer Post Older Post Home", "Toggle high contrast", "Print Friendly, PDF & Email", "Stay updated",
        "2023 2023-04-02T10:11:12+0200 en The Mill", "Blog at WordPress.com.", "mill_header_1200x630", "Post URL",
        "If you no longer wish to get these letters, click here to unsubscribe.", "Hits: 311",
        "این مطلب را با دوستان خود به اشتراک بگذارید", "بخش دیدگاه‌های این نوشته بسته است.", "پیام بگذارید",
        "انتهای پیام/",
        "شارك هذا الموضوع", "اقرأ أيضًا", "جميع الحقوق محفوظة", "لن يتم نشر عنوان بريدك الإلكتروني.",
    ],
)  # fmt: skip
def test_a_line_of_a_channel_or_mail_is_known(line: str) -> None:
    """Headers of channels, counts of readers, mail footers, in four languages."""
    assert is_debris(line)


@pytest.mark.parametrize(
    "line",
    [
        "11 arrested, 3 released", "The Committee, 3 May", "Print our statement and bring it to the gate",
        "@mill_council", "Write to us at mill@example.org", "خواسته‌های ما", "شورای کارگران آسیاب",
        "نقابة عمال المطاحن",
        "We stay at the gate until all 40 are back", "Links to the other mills were cut",
    ],
)  # fmt: skip
def test_a_line_like_those_may_be_of_the_text(line: str) -> None:
    """Signatures, counts and calls stay."""
    assert not is_debris(line)
