"""What the bot remembers about itself."""

from __future__ import annotations

from sqlmodel import Session

from bot.campaign.models import Fact

USERNAME = "username"


def remember(db: Session, name: str, value: str) -> None:
    """Keep *value* under *name*."""
    fact = db.get(Fact, name) or Fact(name=name, value=value)
    fact.value = value
    db.add(fact)


def recall(db: Session, name: str) -> str | None:
    """What was kept under *name*."""
    fact = db.get(Fact, name)
    return fact.value if fact else None
