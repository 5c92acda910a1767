"""The three kinds of people, from first contact to the digest, in both languages."""

from __future__ import annotations

import re

import pytest

from bot.campaign.models import Role
from bot.rehearsal.messages import Message
from bot.rehearsal.standins import StandIn
from tests.houses import House
from tests.waits import until

UPDATE = """Harbour Strike—Week 3:

The Cranes Stand Still

Editors’ Note for New Readers: This is compiled by volunteers from public reports.

More than 900 dock workers have stopped work since Monday, the harbour union says. The port authority speaks of 400. \
Ships wait outside the breakwater, and two lines have sent theirs to other ports.1

The families of the strikers cook together in the union hall. Nobody is left alone, said one of the organisers, and \
everyone who comes is given a task.

What They Demand

- the wages that are overdue
- an end to day contracts

1. Morning Post, 12 January 2026. [back]
"""

FARSI = """اعتصاب بندر — هفتهٔ سوم

جرثقیل‌ها ایستاده‌اند

بیش از ۹۰۰ کارگر بندر از دوشنبه دست از کار کشیده‌اند. خانواده‌ها در سالن اتحادیه با هم غذا می‌پزند.
"""


def text_of(messages: list[Message]) -> str:
    return "\n".join(message.text for message in messages)


def only(messages: list[Message]) -> Message:
    assert len(messages) == 1, messages
    return messages[0]


def published(campaign: House, text: str = UPDATE, kind: str = "update") -> str:
    """A post that the owner, alone in the team, brings and publishes; its number."""
    owner = campaign.coordinator("Owner", Role.OWNER)
    card = campaign.ask(owner, f"/new {kind}\n{text}")[-1]
    number = re.search(r"/preview (\d+)", str([b.data for b in card.all_buttons]))
    assert number is not None
    campaign.ask(owner, f"/publish {number[1]}")
    return number[1]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_member_comes_reads_subscribes_and_gets_the_digest(campaign: House, telegram: StandIn, language: str) -> None:
    """Sara opens the bot, reads this week's update whole, orders a digest for the evening, and it comes once."""
    number = published(campaign)
    sara = telegram.person("Sara", language_code=language)

    welcome = only(campaign.ask(sara, "/start"))
    assert welcome.button("/week")
    week = only(campaign.ask(sara, "/week"))
    assert "The Cranes Stand Still" in week.text
    assert "More than 900 dock workers" in week.text

    page = campaign.press(sara, week, f"/read {number}")[0]
    assert "Nobody is left alone, said one of the organisers, and everyone who comes is given a task." in page.text
    sources = only(campaign.ask(sara, f"/sources {number}"))
    assert "Morning Post, 12 January 2026." in sources.text

    answer = only(campaign.ask(sara, "/subscribe daily 18:00 Europe/Berlin"))
    assert ("۱۸:۰۰" if language == "fa" else "18:00") in answer.text
    campaign.clock.to("2026-01-14T16:59:00")
    campaign.minute()
    before = len(sara.inbox)
    for _ in range(3):
        campaign.clock.forward(minutes=1)
        campaign.minute()
        campaign.restart()
    digest = only(sara.inbox[before:])
    assert "The Cranes Stand Still" in digest.text
    assert any(f"start=read_{number}" in str(entity) for entity in digest.entities) or any(
        f"start=read_{number}" in (button.url or "") for button in digest.all_buttons
    )

    assert campaign.ask(sara, "/unsubscribe")
    campaign.clock.forward(days=1)
    campaign.minute()
    assert digest is [message for message in sara.inbox if "The Cranes Stand Still" in message.text][-1]


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_coordinator_brings_a_text_a_second_one_approves_and_it_goes_out(
    campaign: House, telegram: StandIn, language: str
) -> None:
    """Nasrin pastes an update, corrects a field, adds the Farsi, submits; Omid approves; Tom has it at once."""
    nasrin = campaign.coordinator("Nasrin", Role.OWNER, language)
    omid = campaign.coordinator("Omid", Role.COORDINATOR, language)
    tom = telegram.person("Tom", language_code="en")
    campaign.ask(tom, "/subscribe now")

    assert campaign.ask(nasrin, "/new update")
    card = campaign.ask(nasrin, UPDATE)[-1]
    assert "The Cranes Stand Still" in card.text
    campaign.ask(nasrin, "/done")
    assert campaign.ask(nasrin, "/set 1 issuer Harbour Union; Port Workers’ Council")
    assert campaign.ask(nasrin, "/set 1 date 2026-01-12")
    assert campaign.ask(nasrin, "/text 1 fa")
    campaign.ask(nasrin, FARSI)
    campaign.ask(nasrin, "/done")
    preview = text_of(campaign.ask(nasrin, "/preview 1 fa"))
    assert "خانواده‌ها در سالن اتحادیه با هم غذا می‌پزند." in preview
    assert campaign.ask(nasrin, "/submit 1")
    refused = text_of(campaign.ask(nasrin, "/approve 1"))
    assert tom.inbox[-1:] == tom.inbox[:1], f"nothing is out yet: {refused}"

    assert campaign.ask(omid, "/approve 1")
    campaign.deliver()
    news = tom.inbox[-1]
    assert "The Cranes Stand Still" in news.text
    assert "Harbour Union" in news.text
    in_farsi = telegram.person("Sara", language_code="fa")
    assert "اعتصاب بندر — هفتهٔ سوم" in text_of(campaign.ask(in_farsi, "/week 3"))


@pytest.mark.parametrize("language", ["en", "fa"])
def test_a_channel_is_subscribed_by_a_post_and_gets_its_digest_once(
    campaign: House, telegram: StandIn, language: str
) -> None:
    """Mina adds the bot to her channel, is told the next step in private, posts it, and the digest comes, once."""
    published(campaign)
    mina = telegram.person("Mina", language_code=language)
    campaign.ask(mina, "/start")
    channel = telegram.channel("Voices", administrators=[mina])
    channel.add_bot(by=mina)
    telegram.settle()
    assert "/subscribe" in mina.inbox[-1].text

    channel.posts_text(f"/subscribe weekly Sunday 18:00 Asia/Tehran {language}")
    telegram.settle()
    answer = only(channel.posts)
    assert ("یکشنبه" if language == "fa" else "Sunday") in answer.text
    assert not any(button.data for button in answer.all_buttons)
    for _ in range(3):
        campaign.clock.to("2026-01-18T14:30:00")  # 18:00 in Tehran
        campaign.minute()
        campaign.restart()
    digest = only(channel.posts[1:])
    assert "The Cranes Stand Still" in digest.text
    assert not any(button.data for button in digest.all_buttons)


def test_a_forum_gets_the_digest_in_the_topic_where_it_was_ordered(campaign: House, telegram: StandIn) -> None:
    published(campaign)
    admin = telegram.person("Administrator", started=True)
    group = telegram.group("Forum", administrators=[admin], forum=True)
    topic = group.topic("News")
    campaign.ask(admin, "/subscribe daily 18:00 UTC", in_=group, topic=topic)
    campaign.clock.to("2026-01-14T18:00:00")
    campaign.minute()
    digest = group.messages[-1]
    assert "The Cranes Stand Still" in digest.text
    assert digest.thread_id == topic.thread_id


def test_a_digest_finds_the_group_after_its_topic_was_deleted(campaign: House, telegram: StandIn) -> None:
    published(campaign)
    admin = telegram.person("Administrator", started=True)
    group = telegram.group("Forum", administrators=[admin], forum=True)
    topic = group.topic("News")
    campaign.ask(admin, "/subscribe daily 18:00 UTC", in_=group, topic=topic)
    topic.delete()
    campaign.clock.to("2026-01-14T18:00:00")
    campaign.minute()
    assert "The Cranes Stand Still" in group.messages[-1].text


def test_a_group_that_became_a_supergroup_keeps_its_digest(campaign: House, telegram: StandIn) -> None:
    published(campaign)
    admin = telegram.person("Administrator", started=True)
    group = telegram.group("Friends", administrators=[admin], supergroup=False)
    campaign.ask(admin, "/subscribe daily 18:00 UTC", in_=group)
    group.migrate()
    telegram.settle()
    campaign.clock.to("2026-01-14T18:00:00")
    campaign.minute()
    assert "The Cranes Stand Still" in group.messages[-1].text


def test_in_a_group_only_administrators_subscribe_and_others_are_told_so(campaign: House, telegram: StandIn) -> None:
    member, admin = telegram.person("Member"), telegram.person("Administrator")
    group = telegram.group("Friends", members=[member], administrators=[admin])
    refused = only(campaign.ask(member, "/subscribe weekly", in_=group))
    assert only(campaign.ask(admin, "/subscribe weekly", in_=group)).text != refused.text
    group.anonymous_admin_says("/unsubscribe")
    telegram.settle()
    assert len(group.messages) == 3
    assert group.messages[-1].text != refused.text


def test_a_group_is_not_flooded(campaign: House, telegram: StandIn) -> None:
    """A long text is given in brief, with a button that leads to the private chat."""
    owner = campaign.coordinator("Owner", Role.OWNER)
    owner.pastes("/new update\n" + UPDATE + "\n\n".join(f"Paragraph {n} goes on and on. " * 12 for n in range(60)))
    campaign.ask(owner, "/publish 1")
    number = "1"
    member = telegram.person("Member")
    group = telegram.group("Friends", members=[member])
    answer = only(campaign.ask(member, f"/read {number}", in_=group))
    link = answer.all_buttons[-1].url or ""
    assert f"?start=read_{number}" in link
    page = campaign.ask(member, "/start " + link.split("?start=")[1])
    assert "More than 900 dock workers" in text_of(page)


def test_a_member_who_types_publish_is_answered_as_if_there_were_no_such_command(
    campaign: House, telegram: StandIn
) -> None:
    sara = telegram.person("Sara", language_code="fa")
    unknown = only(campaign.ask(sara, "/no_such_command")).text
    for command in ("/publish 1", "/drafts", "/team", "/new", "/audit", "/approve 1", "/remove 1", "/outbox"):
        assert only(campaign.ask(sara, command)).text == unknown


def test_unknown_commands_get_silence_in_groups(campaign: House, telegram: StandIn) -> None:
    member = telegram.person("Member")
    group = telegram.group("Friends", members=[member])
    assert campaign.ask(member, "/no_such_command", in_=group) == []
    assert campaign.ask(member, "/publish 1", in_=group) == []


def test_a_blocked_bot_sends_nothing_more_and_goes_on_when_it_is_welcome_again(
    campaign: House, telegram: StandIn
) -> None:
    published(campaign)
    sara = telegram.person("Sara")
    campaign.ask(sara, "/subscribe daily 18:00 UTC")
    sara.blocks_the_bot()
    telegram.settle()
    calls = len(telegram.calls_of("sendMessage"))
    campaign.clock.to("2026-01-14T18:00:00")
    campaign.minute()
    assert len(telegram.calls_of("sendMessage")) == calls
    sara.unblocks_the_bot()
    telegram.settle()
    campaign.clock.to("2026-01-15T18:00:00")
    campaign.minute()
    assert "The Cranes Stand Still" in sara.inbox[-1].text


def test_a_removed_coordinator_is_out_at_the_next_message(campaign: House, telegram: StandIn) -> None:
    owner = campaign.coordinator("Owner", Role.OWNER)
    other = campaign.coordinator("Other")
    assert "/submit" in text_of(campaign.ask(other, "/help"))
    campaign.ask(owner, "/remove 2 yes")
    assert "/submit" not in text_of(campaign.ask(other, "/help"))
    assert only(campaign.ask(other, "/drafts")).text == only(campaign.ask(other, "/nonsense")).text


def test_forgetting_leaves_nothing(campaign: House, telegram: StandIn) -> None:
    sara = telegram.person("Sara")
    campaign.ask(sara, "/subscribe weekly")
    question = only(campaign.ask(sara, "/forget"))
    campaign.press(sara, question, "/forget yes")
    from bot.campaign import chats

    with campaign.database.reading() as db:
        assert chats.find(db, sara.id) is None


def test_menus_and_descriptions_are_set_in_both_languages(campaign: House, telegram: StandIn) -> None:
    until(lambda: set(telegram.short_descriptions) >= {"en", "fa"}, "the bot did not present itself")
    scopes = {(scope, language) for scope, language in telegram.commands}
    assert {language for _, language in scopes} >= {"", "en", "fa"}
    assert any("all_private_chats" in scope for scope, _ in scopes)
    assert any("all_group_chats" in scope for scope, _ in scopes)
    assert set(telegram.descriptions) >= {"en", "fa"}
    assert all(len(text) <= 512 for text in telegram.descriptions.values())
    assert all(0 < len(text) <= 120 for text in telegram.short_descriptions.values())


def test_a_text_is_found_by_the_name_of_its_issuer(campaign: House, telegram: StandIn) -> None:
    owner = campaign.coordinator("Owner", Role.OWNER)
    campaign.ask(owner, f"/new update\n{UPDATE}")
    campaign.ask(owner, "/set 1 issuer شورای کارگران بندر")
    campaign.ask(owner, "/publish 1")
    sara = telegram.person("Sara", language_code="fa")
    assert only(campaign.ask(sara, "كارگران بندر")).button("/read 1")
