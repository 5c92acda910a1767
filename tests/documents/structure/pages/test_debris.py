"""What web pages leave in copied texts, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.documents.structure.outlines import outline
from bot.documents.structure.pages.debris import is_debris, way_back

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


@pytest.mark.parametrize(
    "line",
    [
        "HOME FLOUR ICE FERRY ABOUT US", "Home   Flour   Letters   Donate", "About | Letters | Archive | Contact",
        "You are here: Home » Flour » 2019", "Personal tools", "Document Actions", "Last modified 2019-03-02 08:15",
        "Posted by miller at 6:12 AM", "Submitted by hanna on Mon, 03/04/2019 - 12:30", "February 3, 2019 by milladmin",
        "March 3, 2019   Rana K.   No Comments   flour", "Share on Google+Share on Facebook",
        "Share  Tweet  Save to Pocket",
        "First name *", "Postal code *", "☐ Keep me informed about flour",
        "By clicking SEND you accept our privacy policy.",
        "Sign up for our weekly letter ‘Flour’", "Read this letter in: Français | Deutsch", "EN | FA | AR",
        "Liked this essay? We have no owner and no paywall.", "Enjoyed this article? Become a supporter.",
        "Follow us: Mastodon Bluesky Telegram", "Download full-text PDF", "Log in or register to post comments",
        "Printer-friendly version", "Thanks for reading The Mill! Subscribe for free to receive new posts.",
        "3 days ago",
        "Comments (4)", "dezh.pdf (212.4 KB)", "Submitted by Ferrous on December 3, 2020", "0:00 / 3:12",
        "4.5 / 5 (12 votes)",
        "Please enable JavaScript to view the comments.", "Edit Subscription Preferences",
        "If you no longer wish to receive our letters, reply with “no”.", "9:12 PM · May 4, 2024 · Twitter Web App",
        "👁 7.2K   edited  19:03", "🆔 @mill_channel", "📎 https://t.me/mill_channel/12", "💬 12 comments",
        "افزودن نظر جدید", "هیچ نظری موجود نیست:", "ارسال یک نظر", "دیدگاه\u200cتان را بنویسید", "نظر شما؟",
        "پیام جدیدتر    صفحه اصلی    پیام قدیمی\u200cتر", "اشتراک در: نظرات پیام (Atom)", "نظرات (۳)",
        "+ نوشته شده در دوشنبه سوم اسفند ۱۳۹۷ ساعت ۸:۱۲ توسط آسیابان |", "نوشته شده توسط آسیابان در ۸:۴۱ ب.ظ",
        "صفحه اول   سیاست   جامعه   کارگری   عکس", "آرشیو | پیوندها | تماس", "شما اینجا هستید: خانه / نان",
        "لینک کوتاه شده این نوشته:", "تعداد آرا: ۷ / معدل امتیاز: ۴", "کد مطلب: ۸۸۲۱۴", "اندازه متن: + -",
        "برای امتیاز دادن به این نوشته روی ستاره\u200cها کلیک کنید.", "انتشار یافته: ۲", "۳ ساعت پیش",
        "بالاترین   فیس بوک",
        "عضو شوید و برای دوستان خود بفرستید 👇", "این را به اشتراک بگذارید:", "گروه خبری: نان - آرد -",
        "با نیروی وردپرس",
        "برای اشتراک\u200cگذاشتن روی تلگرام کلیک کنید (در پنجره\u200cی جدید باز می\u200cشود)",
        "از یوتیوب رد شوید و به خواندن ادامه دهید",
        "فيسبوك   تويتر   واتساب   طباعة", "أنت هنا: الرئيسية / بيانات", "اترك تعليقاً",
        "اضغط للمشاركة على تويتر (فتح في نافذة جديدة)",
    ],
)  # fmt: skip
def test_what_the_usual_systems_print_is_known(line: str) -> None:
    """Menus in a line, ways through a site, forms, ratings, short links, counters, of many systems and languages."""
    assert is_debris(line)
    assert dropped(f"{LONG}\n\n{line}\n\n{LONG}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "HOME IS WHERE WE BAKE", "Women   Workers   Students", "Name\tTown\tAge", "Bread Roses Bread and Roses",
        "Value our work, pay for our bread!", "Join us!", "Become a member of the union!",
        "Petition to the Ministry of Bread",
        "Votes for the motion: 94", "Only 12 more mills were opened.",
        "1,200 signatures against the closing of the mills",
        "Update our lists: write to mill@example.org", "Press Contact", "Signed by the Journal of the Valley",
        "By signing this letter we agree to stand together.", "Bread and Roses *", "→ The mills must open",
        "The voice of the millers must be heard", "Translated from the Persian by Rana K.",
        "Search the mills for the missing!",
        "تصمیم ما: ماندن پشت در آسیاب", "پیوند این اعتصاب با دیگر شهرها",
        "ستاره\u200cها را بشمار، ستاره\u200cهای ما را",
        "زنان کارگران دانشجویان معلمان", "عضو تشکل شوید و دوستان خود را دعوت کنید", "از خط اعتصاب رد نشوید",
        "تعداد آرای مخالف ما در مجمع ۳ هزار بود", "خانه ما آسیاب ماست", "متن کامل:",
        "روزنامه\u200cنگاران زندانی را آزاد کنید",
        "برای خواندن نامه (اینجا) را ببینید.", "۲/۵ میلیون نفر نان ندارند.", "آزادی برابری نان", "عدالة للعمال",
    ],
)  # fmt: skip
def test_headings_slogans_and_tables_are_no_menus(line: str) -> None:
    """Precision counts most: a line of the text is never lost because a page has such words too."""
    assert not is_debris(line)
    assert dropped(f"{LONG}\n\n{line}\n\n{LONG}") == []


def test_a_notice_about_cookies_is_known_however_long_it_is() -> None:
    notice = (
        f"We and our partners use cookies to tell how often the mill is read. {'You may say no at any time. ' * 14}"
    )
    assert is_debris(notice)
    assert not is_debris(f"We bake cookies and bread. {'Nobody has told us when the mill will open. ' * 14}")
