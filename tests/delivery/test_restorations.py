"""After a backup was put back, nothing that was sent meanwhile goes to a channel again, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.campaign import backups, outbox
from bot.campaign.models import DeliveryState, Role
from bot.rehearsal.channels import Channel
from bot.rehearsal.faults import Fault
from bot.rehearsal.people import Person
from bot.rehearsal.standins import StandIn
from tests.houses import House
from tests.waits import until

TEXT = "/new statement\nOn the Strike\n\nThe strike goes on until the wages are paid."


@pytest.fixture
def owner(campaign: House) -> Person:
    return campaign.coordinator("Owner", Role.OWNER)


@pytest.fixture
def channel(campaign: House) -> Channel:
    """A channel with a digest each day at six."""
    admin = campaign.telegram.person("Administrator", started=True)
    place = campaign.telegram.channel("Voices", administrators=[admin])
    place.add_bot(by=admin)
    place.posts_text("/subscribe daily 18:00 UTC")
    campaign.telegram.settle()
    return place


def quiet(*_: int) -> None:
    """Nobody looks at the bar."""


def wait_until_it_is_put_off(campaign: House) -> None:
    """Until Telegram has said that it is too much, and the copy waits."""

    def is_put_off() -> bool:
        with campaign.database.reading() as db:
            return bool(outbox.counts(db).get(DeliveryState.DEFERRED))

    until(is_put_off, "nothing was put off")


def back_up(campaign: House, folder: Path) -> Path:
    """A backup of this moment."""
    file = folder / f"{campaign.clock.now:%d-%H%M}.db"
    backups.copy(campaign.database.path, file, campaign.clock.now, None, quiet)
    return file


def put_back(campaign: House, file: Path) -> None:
    """What `restore` does, while the bot is stopped."""
    campaign.stop()
    found = backups.look(file)
    backups.adapt(file, found.copied_at, campaign.clock.now)
    backups.put_back(file, campaign.database.path, campaign.clock.now)
    campaign.start()


def copies(place: Channel | Person, words: str = "On the Strike") -> int:
    messages = place.posts if isinstance(place, Channel) else place.inbox
    return sum(words in message.text and "unsent" not in message.text for message in messages)


def at(campaign: House, moment: str) -> None:
    campaign.clock.to(moment)
    campaign.minute()


def test_a_digest_that_went_out_after_the_backup_doesnt_go_out_again(
    campaign: House, owner: Person, channel: Channel, tmp_path: Path
) -> None:
    """The restored database has never heard of it; a coordinator decides, and the next digest comes as usual."""
    campaign.ask(owner, TEXT)
    campaign.ask(owner, "/publish 1")
    file = back_up(campaign, tmp_path)
    at(campaign, "2026-01-14T18:00")
    assert copies(channel) == 1
    campaign.clock.to("2026-01-14T19:00")
    put_back(campaign, file)
    campaign.deliver()
    campaign.clock.to("2026-01-14T20:00")
    campaign.restart()
    campaign.minute()
    assert copies(channel) == 1
    assert any("put back" in message.text for message in owner.inbox)
    with campaign.database.reading() as db:
        assert outbox.uncertain(db) == 1
    (card,) = campaign.ask(owner, "/outbox")
    campaign.press(owner, card, "it is there")
    campaign.ask(owner, TEXT.replace("Strike", "Wages"))
    campaign.ask(owner, "/publish 2")
    at(campaign, "2026-01-15T18:00")
    assert (copies(channel), copies(channel, "On the Wages")) == (1, 1)


def test_a_digest_that_the_lost_bot_never_sent_is_not_lost(
    campaign: House, owner: Person, channel: Channel, tmp_path: Path
) -> None:
    """It was down at six; one press sends what nobody got."""
    campaign.ask(owner, TEXT)
    campaign.ask(owner, "/publish 1")
    file = back_up(campaign, tmp_path)
    campaign.clock.to("2026-01-14T19:00")
    put_back(campaign, file)
    campaign.deliver()
    assert copies(channel) == 0
    (card,) = campaign.ask(owner, "/outbox")
    campaign.press(owner, card, "send it")
    campaign.deliver()
    assert copies(channel) == 1


@pytest.mark.parametrize(("restored", "wanted"), [("2026-01-14T20:00", 2), ("2026-01-15T14:00", 1)])
def test_what_waited_for_a_person_comes_once_more_if_it_is_fresh(
    campaign: House, owner: Person, telegram: StandIn, tmp_path: Path, restored: str, wanted: int
) -> None:
    """At most one copy too many; and no old news, which the lost bot had all the time to send."""
    tom = telegram.person("Tom")
    campaign.ask(tom, "/subscribe now")
    telegram.faults.add(Fault.TOO_MANY, method="sendMessage", chat=tom.id, times=1, seconds=1)
    campaign.ask(owner, TEXT)
    campaign.ask(owner, "/publish 1")
    wait_until_it_is_put_off(campaign)
    file = back_up(campaign, tmp_path)
    campaign.clock.forward(minutes=5)
    campaign.deliver()
    assert copies(tom) == 1
    campaign.clock.to(restored)
    put_back(campaign, file)
    campaign.clock.forward(minutes=1)
    campaign.deliver()
    campaign.restart()
    campaign.clock.forward(minutes=1)
    campaign.deliver()
    assert copies(tom) == wanted


def test_a_planned_post_whose_time_came_since_is_public_and_waits_for_a_person_in_channels(
    campaign: House, owner: Person, channel: Channel, tmp_path: Path
) -> None:
    channel.posts_text("/subscribe now")
    campaign.telegram.settle()
    campaign.ask(owner, TEXT)
    campaign.ask(owner, "/publish 1 2026-01-14 15:00 UTC")
    file = back_up(campaign, tmp_path)
    at(campaign, "2026-01-14T15:00")
    assert copies(channel) == 1
    campaign.clock.to("2026-01-14T16:00")
    put_back(campaign, file)
    campaign.minute()
    assert copies(channel) == 1
    assert "On the Strike" in campaign.ask(owner, "/read 1")[0].text


def test_after_the_first_start_all_goes_its_usual_way(
    campaign: House, owner: Person, channel: Channel, tmp_path: Path
) -> None:
    put_back(campaign, back_up(campaign, tmp_path))
    campaign.deliver()
    assert len([message for message in owner.inbox if "put back" in message.text]) == 1
    campaign.restart()
    campaign.ask(owner, TEXT)
    campaign.ask(owner, "/publish 1")
    at(campaign, "2026-01-14T18:00")
    assert copies(channel) == 1
    assert len([message for message in owner.inbox if "put back" in message.text]) == 1
