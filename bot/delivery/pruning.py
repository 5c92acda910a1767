"""What is not needed any more is erased."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.campaign import chats, intake, outbox


def prune(db: Session, now: datetime) -> None:
    """Erase marks of handled updates, letters past correcting, and chats that have been off for 30 days."""
    intake.prune(db, now)
    outbox.prune(db, now)
    chats.prune(db, now)
