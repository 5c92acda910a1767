"""Bad networks and bad days: what was asked is done once, what was said arrives, and nothing is lost."""

from __future__ import annotations

import time

import pytest

from bot.campaign import chats, outbox
from bot.campaign.models import DeliveryState, Role
from bot.rehearsal.faults import Fault
from bot.rehearsal.standins import StandIn
from tests.houses import House
from tests.waits import until

STATEMENT = "/new statement\nOn the Strike\n\nThe strike goes on until the wages are paid."


def bring_news(campaign: House) -> None:
    """Something is published; whoever takes it at once has it in the outbox."""
    owner = campaign.coordinator("Owner", Role.OWNER)
    campaign.ask(owner, STATEMENT)
    campaign.ask(owner, "/publish 1")


@pytest.mark.parametrize("fault", [Fault.RESET_BEFORE, Fault.RESET_AFTER, Fault.TRUNCATED, Fault.HTML_502])
def test_a_broken_poll_loses_no_question(campaign: House, telegram: StandIn, fault: Fault) -> None:
    sara = telegram.person("Sara")
    campaign.ask(sara, "/start")
    telegram.faults.add(fault, method="getUpdates", times=2)
    assert campaign.ask(sara, "/help")


@pytest.mark.parametrize("fault", [Fault.RESET_BEFORE, Fault.RESET_AFTER, Fault.TRUNCATED, Fault.HTML_502])
def test_an_answer_that_was_lost_on_the_way_is_given_again(campaign: House, telegram: StandIn, fault: Fault) -> None:
    sara = telegram.person("Sara")
    telegram.faults.add(fault, method="sendMessage", times=1)
    answers = campaign.ask(sara, "/subscribe weekly")
    assert 1 <= len(answers) <= 2
    with campaign.database.reading() as db:
        assert chats.find(db, sara.id) is not None


def test_a_telegram_that_asks_for_patience_gets_it(campaign: House, telegram: StandIn) -> None:
    sara = telegram.person("Sara")
    telegram.faults.add(Fault.TOO_MANY, method="sendMessage", times=1, seconds=1)
    asked = time.monotonic()
    assert len(campaign.ask(sara, "/help")) == 1
    assert time.monotonic() - asked >= 1


def test_an_outage_in_the_middle_holds_the_mail_back_and_lets_it_go_afterwards(
    campaign: House, telegram: StandIn
) -> None:
    tom = telegram.person("Tom")
    campaign.ask(tom, "/subscribe now")
    before = len(tom.inbox)
    telegram.faults.add(Fault.HTML_502, method="sendMessage", chat=tom.id, times=1)
    bring_news(campaign)
    until(lambda: bool(_counts(campaign).get(DeliveryState.DEFERRED)))
    assert len(tom.inbox) == before
    campaign.clock.forward(minutes=1)
    campaign.deliver()
    assert "On the Strike" in tom.inbox[-1].text
    assert len(tom.inbox) == before + 1


def test_a_doubtful_post_in_a_channel_waits_for_a_person(campaign: House, telegram: StandIn) -> None:
    """The connection broke after the post: it is there, and is not sent again until somebody has looked."""
    admin = telegram.person("Administrator", started=True)
    channel = telegram.channel("Voices", administrators=[admin])
    channel.add_bot(by=admin)
    channel.posts_text("/subscribe now")
    telegram.settle()
    telegram.faults.add(Fault.RESET_AFTER, method="sendMessage", chat=channel.id, times=1)
    bring_news(campaign)
    until(lambda: bool(_counts(campaign).get(DeliveryState.UNCERTAIN)))
    campaign.clock.forward(hours=1)
    campaign.restart()
    campaign.minute()
    posts = [post for post in channel.posts if "On the Strike" in post.text]
    assert len(posts) == 1

    other = campaign.coordinator("Second")
    shown = campaign.ask(other, "/outbox")[-1]
    campaign.press(
        other, shown, next(b.data or "" for b in shown.all_buttons if (b.data or "").startswith("/outbox sent"))
    )
    assert not _counts(campaign).get(DeliveryState.UNCERTAIN)


def test_who_blocked_the_bot_meanwhile_is_switched_off_at_the_first_refusal(campaign: House, telegram: StandIn) -> None:
    tom = telegram.person("Tom")
    campaign.ask(tom, "/subscribe now")
    tom.blocked = True  # without the update that would say so
    bring_news(campaign)
    campaign.deliver()
    with campaign.database.reading() as db:
        chat = chats.find(db, tom.id)
        assert chat is not None
        assert chat.state == "off"


def test_a_letter_that_telegram_can_not_parse_goes_as_plain_text(campaign: House, telegram: StandIn) -> None:
    tom = telegram.person("Tom")
    campaign.ask(tom, "/subscribe now")
    telegram.faults.add(
        Fault.REFUSED, method="sendMessage", chat=tom.id, code=400,
        description="Bad Request: can't parse entities: unsupported start tag",
    )  # fmt: skip
    bring_news(campaign)
    campaign.deliver()
    assert "On the Strike" in tom.inbox[-1].text
    assert tom.inbox[-1].parse_mode is None
    assert "<b>" not in tom.inbox[-1].text


def test_a_press_that_comes_twice_has_one_effect(campaign: House, telegram: StandIn) -> None:
    """The bot is stopped after it acted and before Telegram heard so: the update comes again."""
    owner = campaign.coordinator("Owner", Role.OWNER)
    plan = telegram.faults.add(Fault.RESET_BEFORE, method="sendMessage", chat=owner.id, times=None)
    owner.says(STATEMENT)
    until(lambda: plan.hits > 0)
    campaign.stop()
    plan.times = plan.hits
    campaign.start()
    telegram.settle(20)
    assert "On the Strike" in owner.inbox[-1].text
    drafts = campaign.ask(owner, "/drafts")[-1]
    assert len([b for b in drafts.all_buttons if (b.data or "").startswith("/draft ")]) == 1


def test_a_token_that_telegram_refuses_ends_the_bot_and_keeps_the_queue(campaign: House, telegram: StandIn) -> None:
    tom = telegram.person("Tom")
    campaign.ask(tom, "/subscribe now")
    bring_news(campaign)
    campaign.deliver()
    telegram.faults.add(Fault.UNAUTHORIZED, times=None)
    telegram.faults.add(Fault.UNAUTHORIZED, method="getUpdates", times=None)
    tom.says("/help")
    until(lambda: campaign.exit_code is not None)
    assert campaign.exit_code == 3


def test_an_update_that_nobody_can_read_does_not_stop_those_behind_it(campaign: House, telegram: StandIn) -> None:
    sara = telegram.person("Sara")
    with telegram.world.lock:
        telegram.world.updates.put("message", {"message_id": "no number", "chat": 7, "date": "never"})
    assert campaign.ask(sara, "/help")


def test_too_many_commands_get_one_sentence_and_then_silence(campaign: House, telegram: StandIn) -> None:
    sara = telegram.person("Sara")
    for _ in range(15):
        sara.says("/help")
    telegram.settle(20)
    assert len(sara.inbox) == 11
    assert sara.inbox[-1].text != sara.inbox[-2].text


def _counts(campaign: House) -> dict[DeliveryState, int]:
    with campaign.database.reading() as db:
        return outbox.counts(db)


def test_a_file_is_fetched_for_the_team_alone(campaign: House, telegram: StandIn) -> None:
    stranger = telegram.person("Stranger")
    stranger.uploads("text.txt", b"On the Strike", caption="strike")
    telegram.settle()
    assert telegram.calls_of("getFile") == []
    assert len(stranger.inbox) == 1


def test_a_file_that_telegram_does_not_give_is_asked_for_again(campaign: House, telegram: StandIn) -> None:
    owner = campaign.coordinator("Owner", Role.OWNER)
    telegram.faults.add(Fault.RESET_BEFORE, method="getFile", times=1)
    owner.uploads("text.txt", b"On the Strike\n\nThe strike goes on.")
    telegram.settle()
    assert "On the Strike" in owner.inbox[-1].text
    telegram.faults.add(Fault.REFUSED, method="getFile", times=1, code=400, description="Bad Request: file is gone")
    owner.uploads("other.txt", b"Another text\n\nIt is about something else.")
    telegram.settle()
    assert "Another text" not in owner.inbox[-1].text
    assert "send it again" in owner.inbox[-1].text
