"""What people set off in a message reaches the draft, whatever letters stand before it."""

from __future__ import annotations

from telegram import MessageEntity

from bot.campaign.models import Role
from bot.rehearsal.standins import StandIn
from bot.transport.entities import read_spans
from tests.houses import House


def test_units_of_telegram_become_characters() -> None:
    """An emoji counts twice there and once here."""
    text = "😀 bold 😀 link"
    entities = [
        MessageEntity("bold", 3, 4), MessageEntity("text_link", 11, 4, url="https://example.org"),
        MessageEntity("mention", 0, 2),
    ]  # fmt: skip
    spans = read_spans(text, entities)
    assert [(text[span.start : span.end], span.kind, span.url) for span in spans] == [
        ("bold", "bold", None), ("link", "link", "https://example.org"),
    ]  # fmt: skip


def test_a_pasted_text_keeps_its_bold_words_links_and_quotations(campaign: House, telegram: StandIn) -> None:
    """Over the wire: a text of two messages with a command before it, and what readers get of it."""
    owner = campaign.coordinator("Owner", Role.OWNER)
    first = (
        "/new statement\nOn the Gates\n\n😀 The gates stay <b>shut</b> until the wages are paid, says "
        '<a href="https://example.org/port">the committee</a>.'
    )
    owner.says(first, html=True)
    owner.says("<blockquote>Nobody asked us.</blockquote>", html=True)
    telegram.settle()
    campaign.ask(owner, "/done")
    campaign.ask(owner, "/publish 1")
    read = campaign.ask(telegram.person("Tom", language_code="en"), "/read 1")[0]
    assert "<b>shut</b>" in read.rendered
    assert '<a href="https://example.org/port">the committee</a>' in read.rendered
    assert "<blockquote>Nobody asked us.</blockquote>" in read.rendered
