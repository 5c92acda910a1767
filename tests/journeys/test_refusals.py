"""What bad input gets: one clear sentence in the asker's language, saying what to do instead; nothing is changed."""

from __future__ import annotations

import re

import pytest

from bot.campaign import posts
from bot.campaign.models import Role
from bot.rehearsal.standins import StandIn
from tests.houses import House

UPDATE = "Harbour Strike—Week {}:\n\nThe Cranes Stand Still\n\nMore than 900 dock workers have stopped work."

READERS = [
    ("/read 99", "There is no post 99. /latest lists the newest ones.", "مطلب ۹۹ وجود ندارد. تازه‌ترین مطالب: /latest"),
    ("/read 1 7", "Post 1 has only one page. Send /read 1", "مطلب ۱ فقط یک صفحه دارد. این را بفرستید: /read 1"),
    (
        "/statements 4",
        "There is no page 4; the last one is 1.",
        "صفحهٔ ۴ وجود ندارد؛ آخرین صفحه ۱ است.",
    ),
    (
        "/week 7",
        "There is no update for week 7. The nearest are week 3 and week 9.",
        "برای هفتهٔ ۷ گزارشی نیست. نزدیک‌ترین گزارش‌ها مربوط به هفتهٔ ۳ و هفتهٔ ۹ است.",
    ),
    (
        "/subscribe daily Europe/Berln",
        "I know no time zone called “Europe/Berln”. Near it are: Europe/Berlin",
        "منطقهٔ زمانی «Europe/Berln» را نمی‌شناسم. نام‌های نزدیک به آن: Europe/Berlin",
    ),
    (
        "/subscribe daily 25:00",
        "“25:00” is not a time of day. Write it like 18:00.",
        "«25:00» ساعت درستی نیست. آن را به این شکل بنویسید: ۱۸:۰۰.",
    ),
    (
        "/subscribe wekly",
        "I don't know the word “wekly”. Did you mean “weekly”?",
        "کلمهٔ «wekly» را نمی‌شناسم. آیا منظورتان «weekly» بود؟",
    ),
    ("/read x", "x is not a number. Write for example /read 3", "«x» عدد نیست. برای نمونه بنویسید /read 3"),
    ("/search a", "Please write at least 2 letters.", "لطفاً دست‌کم ۲ حرف بنویسید."),
    (
        "/search zebra",
        "I found nothing for “zebra”. Try fewer or other words.",
        "برای «zebra» چیزی پیدا نکردم.",
    ),
    ("/actions", "There is no open call to action right now.", "در حال حاضر فراخوانی در جریان نیست."),
    ("/nonsense", "I don't know this command. /help shows what I can do.", "/help"),
]


def bare(text: str) -> str:
    """Without the marks that only turn direction."""
    return re.sub("[\u200e\u200f\u2066-\u2069]", "", text)


@pytest.fixture
def archive(campaign: House) -> House:
    """Two updates, of weeks 3 and 9."""
    owner = campaign.coordinator("Owner", Role.OWNER)
    for number, week in ((1, 3), (2, 9)):
        campaign.ask(owner, "/new update\n" + UPDATE.format(week))
        campaign.ask(owner, f"/publish {number}")
    return campaign


def test_readers_are_told_in_their_language_what_to_do_instead(archive: House, telegram: StandIn) -> None:
    tom, sara = telegram.person("Tom", language_code="en"), telegram.person("Sara", language_code="fa")
    for question, english, farsi in READERS:
        for person, sentence in ((tom, english), (sara, farsi)):
            answers = archive.ask(person, question)
            assert len(answers) == 1, question
            assert sentence in bare(answers[0].text), question
    from bot.campaign import chats

    with archive.database.reading() as db:
        assert chats.find(db, tom.id) is None, "what was refused is not kept"


FILES = [
    ("big.txt", b"a" * (5 * 1024 * 1024 + 1), "larger than 5 MB", "بیش از ۵ مگابایت"),
    ("binary.txt", bytes(range(256)) * 9, "is not a text", "متنی نیست"),
    ("scan.pdf", b"%PDF-1.7", "paste the text", "متن را در پیام بفرستید"),
    ("long.txt", b"word " * 70_000, "300,000 is the most", "حداکثر ۳۰۰٬۰۰۰"),
]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_file_that_can_not_be_read_is_refused_and_leaves_no_draft(
    campaign: House, telegram: StandIn, language: str
) -> None:
    owner = campaign.coordinator("Owner", Role.OWNER, language)
    for name, content, english, farsi in FILES:
        campaign.be_patient()
        owner.uploads(name, content)
        telegram.settle(20)
        assert (english if language == "en" else farsi) in bare(owner.inbox[-1].text)
    with campaign.database.reading() as db:
        assert posts.drafts(db) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "Nothing was published in the last seven days"), ("fa", "در هفت روز گذشته چیزی منتشر نشده است")],
)
def test_a_digest_with_nothing_new_says_so(campaign: House, language: str, sentence: str) -> None:
    owner = campaign.coordinator("Owner", Role.OWNER, language)
    assert sentence in bare(campaign.ask(owner, "/digest")[0].text)


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_refused_press_leaves_the_message_as_it_is(campaign: House, telegram: StandIn, language: str) -> None:
    """In a group somebody else's press must not take the administrators' message away."""
    admin = telegram.person("Administrator", language_code=language)
    member = telegram.person("Member", language_code=language)
    group = telegram.group("Friends", members=[member], administrators=[admin])
    card = campaign.ask(admin, "/subscribe weekly", in_=group)[0]
    before = card.text
    press = member.presses(card, "/subscribe daily")
    telegram.settle()
    assert card.text == before
    assert press.toast
    assert press.alert
