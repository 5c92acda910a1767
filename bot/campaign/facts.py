"""What the bot remembers about itself."""

from __future__ import annotations

from sqlmodel import Session

from bot.campaign.models import Fact

USERNAME = "username"
LAST_BACKUP = "last_backup"  # ISO, UTC: when the last good backup was made
COPIED = "copied_at"  # ISO, UTC: in a backup, of which moment it is
RESTORED = "restored_from"  # the same after it was put back, until the bot has started once
SERVED = "served"  # ISO, UTC: when the bot last served this database, to the hour
SERVED_REVISION = "served_revision"  # the migration that the database stood at then


def remember(db: Session, name: str, value: str) -> None:
    """Keep *value* under *name*."""
    fact = db.get(Fact, name) or Fact(name=name, value=value)
    fact.value = value
    db.add(fact)


def recall(db: Session, name: str) -> str | None:
    """What was kept under *name*."""
    fact = db.get(Fact, name)
    return fact.value if fact else None


def forget(db: Session, name: str) -> None:
    """Keep nothing under *name*."""
    fact = db.get(Fact, name)
    if fact is not None:
        db.delete(fact)
