"""The sender: everything that is due goes out, and one chat that must wait holds up nobody else."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from bot.campaign import chats, outbox
from bot.campaign.database import Database
from bot.campaign.models import ChatKind, DeliveryState, Letter
from bot.campaign.outbox import Parcel
from bot.delivery.outcomes import Fate, Outcome
from bot.delivery.sender import Sender
from bot.transport.pace import Gate

NOW = datetime(2026, 1, 14, 12, 0, tzinfo=UTC)


def fill(database: Database, people: int, letters: int = 1) -> None:
    with database.writing() as db:
        numbers = [chats.keep(db, ChatKind.PRIVATE, 1_000 + n, NOW).id or 0 for n in range(people)]
        for n in range(letters):
            row = Letter(key=f"news:{n}", purpose="digest", language="en", part=0, html=f"News {n}", created_at=NOW)
            kept = outbox.post(db, row)
            outbox.address(db, kept, numbers[n::letters], NOW)


def run(database: Database, gate: Gate, sent: list[Parcel], wanted: int, seconds: float = 15) -> None:
    async def carry(parcel: Parcel, letter: Letter) -> Outcome:
        assert letter.id == parcel.letter
        await asyncio.sleep(0.001)
        sent.append(parcel)
        return Outcome(Fate.SENT, message=len(sent))

    async def live() -> None:
        sender = Sender(database, carry, gate, lambda: NOW)
        running = asyncio.create_task(sender.run())
        async with asyncio.timeout(seconds):
            while len(sent) < wanted:  # noqa: ASYNC110 - what is waited for happens in the test's own code
                await asyncio.sleep(0.01)
        sender.stop()
        await running

    asyncio.run(live())


def test_everybody_gets_it_once_and_it_is_marked(database: Database) -> None:
    fill(database, 300)
    sent: list[Parcel] = []
    run(database, Gate(5000), sent, 300)
    assert len({parcel.telegram for parcel in sent}) == len(sent) == 300
    with database.reading() as db:
        assert outbox.counts(db) == {DeliveryState.SENT: 300}


def test_one_chat_that_must_be_quiet_does_not_hold_up_the_others(database: Database) -> None:
    fill(database, 450)
    gate = Gate(5000)
    gate.told_to_wait(1_003, 60)
    sent: list[Parcel] = []
    run(database, gate, sent, 449)
    assert all(parcel.telegram != 1_003 for parcel in sent)
    with database.reading() as db:
        assert outbox.counts(db) == {DeliveryState.SENT: 449, DeliveryState.PENDING: 1}


def test_more_letters_at_once_than_are_kept_in_memory_lose_nothing(database: Database) -> None:
    fill(database, 300, letters=150)
    sent: list[Parcel] = []
    run(database, Gate(5000), sent, 300)
    with database.reading() as db:
        assert outbox.counts(db) == {DeliveryState.SENT: 300}


def test_what_is_paused_after_it_was_looked_up_is_not_sent(database: Database) -> None:
    fill(database, 1)
    with database.writing() as db:
        found = outbox.candidates(db, NOW, 10)
        chat = chats.find(db, 1_000)
        assert chat is not None
        chats.pause(db, chat, paused=True)
        assert outbox.claim(db, [found[0].delivery]) == []
