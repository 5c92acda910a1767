"""What readers are told of figures: who says them, as of when, where, and that reports differ."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from bot.campaign.models import State
from bot.commands.figures import figures
from bot.words.message import units

if TYPE_CHECKING:
    from tests.commands.conftest import Campaign

BOTH = pytest.mark.parametrize("speech", ["en", "fa"])


def test_differing_reports_stand_side_by_side(campaign: Campaign) -> None:
    """Nothing is merged: each report keeps its number, its day, who says it and its post; the difference is named."""
    first = campaign.publish("Words.", title="Week one")
    second = campaign.publish("Words.", title="Week two", issuers=("Bakers’ Union",))
    campaign.report(first, "arrested", 19, source="The daily", as_of=date(2026, 1, 4))
    campaign.report(second, "Arrested", 31, source="The doctors", as_of=date(2026, 1, 11))
    campaign.report(second, "cities on strike", 7)
    heard = campaign.ask(figures)
    assert heard.text.count("Sources differ.") == 1
    for fact in ("19 (as of 4 January 2026; source: The daily)", "31 (as of 11 January 2026; source: The doctors)"):
        assert fact in heard.text
    assert heard.text.index("31") < heard.text.index("19") < heard.text.index("cities on strike")
    assert "reported by Bakers’ Union without a source" in heard.text
    assert "Week one" in heard.text
    assert heard.commands == [f"/read {second}", f"/read {first}"]


def test_equal_reports_do_not_differ(campaign: Campaign) -> None:
    """Two posts that give the same number are not called differing."""
    for n in range(2):
        campaign.report(campaign.publish("Words.", title=f"Post {n}"), "arrested", 19)
    assert "differ" not in campaign.ask(figures).text


def test_a_number_is_said_as_it_was_reported(campaign: Campaign) -> None:
    """Ranges, bounds, words of the text and units stay what they are; a figure without a number is its quotation."""
    post = campaign.publish("Words.", title="Post")
    campaign.report(post, "wounded", low=Decimal(15000), high=Decimal(16000), unit="people")
    campaign.report(post, "jailed", low=Decimal(20))
    campaign.report(post, "fined", high=Decimal(30))
    campaign.report(post, "cities", 27, qualifier="some")
    campaign.report(post, "wages", "1250.5", unit="coins")
    campaign.report(post, "others", quote="dozens & dozens of others")
    text = campaign.ask(figures).text
    for fact in ("between 15,000 and 16,000 people", "at least 20", "up to 30", "some 27", "1,250.5 coins", "“dozens & dozens of others”"):  # fmt: skip  # noqa: E501 - a list of facts
        assert fact in text


def test_the_words_of_the_text_are_not_translated(campaign: Campaign) -> None:
    """A Farsi reader sees the text's own words with Persian digits, and the Iranian date."""
    post = campaign.publish("Words.", title="Post")
    campaign.report(post, "arrested", 19, qualifier="at least", unit="people", as_of=date(2026, 1, 12))
    text = campaign.ask(figures, language="fa").text
    assert "at least ۱۹ people" in text
    assert "۲۲ دی ۱۴۰۴" in text


def test_a_post_in_two_languages_is_counted_once(campaign: Campaign) -> None:
    """Of the figures of two wordings the reader's own are shown."""
    post = campaign.publish("Words.", title="Post")
    campaign.translate(post, "fa", "کلمه‌ها.", "نوشته")
    campaign.report(post, "arrested", 19)
    campaign.report(post, "بازداشت‌شده", 19, language="fa")
    assert "بازداشت‌شده" not in campaign.ask(figures).text
    assert "arrested" not in campaign.ask(figures, language="fa").text
    assert "arrested" in campaign.ask(figures, "arrested", language="fa").text


@pytest.mark.parametrize(
    "word", ["بازداشت‌شده", "بازداشت شده", "بازداشتشده", "نانوايان", "ARRESTED", "bakers union", "خیابان"]
)
def test_a_word_narrows_them_down(campaign: Campaign, word: str) -> None:
    """The word may stand in what, unit, source, quotation or title, however it is typed."""
    campaign.report(campaign.publish("Words.", title="Other"), "weather stations", 3)
    post = campaign.publish("کلمه.", language="fa", title="در خیابان")
    campaign.report(post, "بازداشت‌شده", 19, language="fa", source="نانوایان", quote="arrested by the Bakers’ Union: 19")
    heard = campaign.ask(figures, word, language="fa")
    assert heard.commands == [f"/read {post}"]
    assert "weather" not in heard.text


@BOTH
def test_nothing_reported_is_an_answer_too(campaign: Campaign, speech: str) -> None:
    """Without any figure, and with none for the word, a sentence says what to do; drafts report nothing."""
    draft = campaign.publish("Words.", title="Draft", state=State.DRAFT)
    campaign.report(draft, "secret", 5)
    empty, fruitless = campaign.ask(figures, language=speech), campaign.ask(figures, "zebra", language=speech)
    assert "secret" not in empty.text
    assert "/latest" in empty.text
    assert "zebra" in fruitless.text
    assert "/figures" in fruitless.text


def test_many_figures_fit_one_message_and_say_what_is_left(campaign: Campaign) -> None:
    """At most twelve subjects are shown, within Telegram's limit, and the hint finds more."""
    post = campaign.publish("Words.", title="A long title " * 9, issuers=("A council with a long name " * 3,))
    for n in range(40):
        campaign.report(post, f"subject{n} " + "of many words " * 6, n, source="a source of some length " * 4)
    heard = campaign.ask(figures)
    (message,) = heard.answer.messages
    assert units(message.html) <= 4096
    shown = sum(f"subject{n} " in heard.text for n in range(40))
    assert 1 <= shown <= 12
    assert f"{40 - shown} more subjects" in heard.text
    word = heard.text.rsplit("/figures ")[-1].strip()
    assert campaign.ask(figures, word).commands == [f"/read {post}"]


def test_many_reports_of_one_thing_are_counted(campaign: Campaign) -> None:
    """Reports that have no room are not passed over in silence."""
    for n in range(9):
        campaign.report(campaign.publish("Words.", title=f"Post {n}"), "arrested", n)
    assert "3 more reports" in campaign.ask(figures).text
