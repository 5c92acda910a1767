"""kill -9 in the middle of a digest: nothing is lost, no channel gets it twice, and the file stays whole.

The bots that die are forked from one that has read all the code: what their reading would do to the file is nothing,
and takes nine tenths of a start. The one that lives through to the end is started as an operator starts it.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from bot.campaign import chats, outbox, posts
from bot.campaign.database import Database
from bot.campaign.models import ChatKind, DeliveryState, Kind, Schedule, Wording
from bot.campaign.secrets import Keys
from bot.delivery.publications import publish
from bot.rehearsal.channels import Channel
from bot.rehearsal.people import Person
from bot.rehearsal.standins import StandIn
from tests.houses import KEY, environment
from tests.nurseries import bear

PEOPLE, CHANNELS, KILLS = 480, 20, 50
START = 0.5  # seconds, in which a bot that is not killed begins to send, mostly


@pytest.mark.long
def test_after_fifty_kills_everyone_has_the_digest_and_no_channel_has_it_twice(
    tmp_path: Path, telegram: StandIn
) -> None:
    """A member gets at most one extra copy; what is in doubt in a channel waits for a person."""
    people = [telegram.person("Member", started=True) for _ in range(PEOPLE)]
    channels = [_channel(telegram) for _ in range(CHANNELS)]
    url = f"sqlite:///{tmp_path / 'bot.db'}"
    _order_digests(url, people, channels)
    surroundings = environment(tmp_path, telegram, BOT_SEND_RATE="150", BOT_PAID_BROADCAST="1", BOT_LOG_LEVEL="ERROR")
    random = Random(11)
    for _ in range(KILLS):
        _live_and_die(telegram, tmp_path, surroundings, random)
        assert _integrity(url) == "ok"
    process = _start(tmp_path, surroundings)
    try:
        _wait_until_all_is_settled(url)
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0

    copies = Counter(message.chat_id for message in telegram.sent)
    uncertain = _uncertain(url)
    for person in people:
        assert 1 <= copies[person.id] <= 2 or person.id in uncertain
    for channel in channels:
        assert copies[channel.id] == 1 or (copies[channel.id] == 0 and channel.id in uncertain)
    assert len(uncertain) < 2 * KILLS  # a few are on their way whenever the bot is killed


def _channel(telegram: StandIn) -> Channel:
    admin = telegram.person("Administrator", started=True)
    channel = telegram.channel("Channel", administrators=[admin])
    channel.add_bot(by=admin)
    return channel


def _order_digests(url: str, people: list[Person], channels: list[Channel]) -> None:
    """Everybody's daily digest was due two minutes ago, and there is something new."""
    now = datetime.now(UTC)
    yesterday, due = now - timedelta(days=1), now - timedelta(minutes=2)
    database = Database(url, Keys(bytes.fromhex(KEY)))
    database.open()
    with database.writing() as db:
        places = [(ChatKind.CHANNEL, channel.id) for channel in channels]
        for kind, telegram_id in [*places, *((ChatKind.PRIVATE, person.id) for person in people)]:
            chat = chats.keep(db, kind, telegram_id, yesterday)
            chats.subscribe(
                db, chat, yesterday, schedule=Schedule.DAILY, weekday=6, minute=due.hour * 60 + due.minute, zone="UTC",
                languages="en", kinds=chats.KINDS,
            )  # fmt: skip
        post = posts.create(db, Kind.STATEMENT, "en", now, None)
        db.add(Wording(post=post.id, language="en", title="On the strike", body="It goes on."))
        db.flush()
        publish(db, post, now - timedelta(hours=1), "a_bot")
    database.close()


def _start(folder: Path, surroundings: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        cwd=folder,
        env={**os.environ, **surroundings, "PYTHONPATH": str(Path(__file__).parents[2])},
    )


def _live_and_die(telegram: StandIn, folder: Path, surroundings: dict[str, str], random: Random) -> None:
    """Start, and be killed after a few more messages went out, or at any moment of the start."""
    before, wanted = len(telegram.sent), random.randint(1, 9)
    process = bear(folder, surroundings, "run")
    deadline = time.monotonic() + (random.uniform(0, START) if random.random() < 0.2 else 8)
    while len(telegram.sent) < before + wanted and time.monotonic() < deadline:
        time.sleep(0.001)
    time.sleep(random.uniform(0, 0.01))
    process.kill()
    process.join()


def _database(url: str) -> Database:
    return Database(url, Keys(bytes.fromhex(KEY)))


def _integrity(url: str) -> str:
    database = _database(url)
    found = database.integrity()
    database.close()
    return found


def _wait_until_all_is_settled(url: str) -> None:
    database = _database(url)
    until = time.monotonic() + 120
    while time.monotonic() < until:
        with database.reading() as db:
            counts = outbox.counts(db)
        open_ones = sum(counts.get(state, 0) for state in (*outbox.WAITING, DeliveryState.SENDING))
        if counts and not open_ones:
            break
        time.sleep(0.2)
    database.close()
    assert not open_ones, counts


def _uncertain(url: str) -> set[int]:
    database = _database(url)
    with database.reading() as db:
        found = {int(chat.telegram) for _, _, chat in outbox.rows_in(db, DeliveryState.UNCERTAIN, 1000)}
    database.close()
    return found
