"""What came in: the updates whose effect is kept, so that each happens once, and answers not delivered yet."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Session, col

from bot.campaign.models import HandledUpdate


def handled(db: Session, update: int) -> HandledUpdate | None:
    """The mark of an update whose effect is kept already."""
    return db.get(HandledUpdate, update)


def mark(db: Session, update: int, answer: str, now: datetime) -> None:
    """Keep, in the transaction of the effect itself, that *update* was handled, with the *answer* still to be given."""
    db.add(HandledUpdate(update=update, at=now, answer=answer))


def answered(db: Session, update: int) -> None:
    """The answer was given; its text is erased."""
    row = db.get(HandledUpdate, update)
    if row is not None:
        row.answer = None
        db.add(row)


def prune(db: Session, now: datetime) -> None:
    """Telegram keeps updates for a day; marks are needed no longer than that, with a day's grace."""
    db.exec(delete(HandledUpdate).where(col(HandledUpdate.at) < now - timedelta(days=2)))
