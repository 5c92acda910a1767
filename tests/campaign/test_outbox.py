"""The outbox: who may still be sent what waits for them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session, select

from bot.campaign import chats, outbox
from bot.campaign.database import Database
from bot.campaign.models import Chat, ChatKind, ChatState, Delivery, DeliveryState, Letter

NOON = datetime(2026, 1, 14, 12, 0, tzinfo=UTC)


def address(db: Session, telegram: int) -> tuple[Chat, Delivery]:
    """A letter that waits for a chat."""
    chat = chats.keep(db, ChatKind.PRIVATE, telegram, NOON)
    letter = Letter(key=f"k{telegram}", purpose="digest", language="en", part=0, html="x", created_at=NOON)
    outbox.address(db, outbox.post(db, letter), [chat.id or 0], NOON)
    return chat, db.exec(select(Delivery).where(Delivery.chat == chat.id)).one()


@pytest.mark.parametrize("state", [ChatState.PAUSED, ChatState.OFF])
def test_what_was_looked_up_before_a_chat_went_is_not_sent(database: Database, state: ChatState) -> None:
    with database.writing() as db:
        gone, theirs = address(db, 1)
        _, ours = address(db, 2)
        numbers = [parcel.delivery for parcel in outbox.candidates(db, NOON, 10)]
        assert len(numbers) == 2
        gone.state = state
        assert outbox.claim(db, numbers) == [ours.id]
        assert (theirs.state, theirs.attempts) == (DeliveryState.PENDING, 0)


def test_what_a_clock_that_ran_ahead_put_off_for_long_goes_now(database: Database) -> None:
    """At the next start; what waits for an hour goes on waiting, and what is settled stays as it is."""
    with database.writing() as db:
        rows = [address(db, person)[1] for person in (1, 2, 3)]
        rows[0].not_before = rows[2].not_before = NOON + timedelta(days=400)
        rows[1].not_before = NOON + timedelta(hours=1)
        rows[2].state = DeliveryState.SENT
        db.flush()
        assert outbox.recover(db, NOON) == 0
        db.expire_all()
        assert [row.not_before - NOON for row in rows] == [timedelta(0), timedelta(hours=1), timedelta(days=400)]
        assert len(outbox.candidates(db, NOON, 10)) == 1
