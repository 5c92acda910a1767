"""What the others of the team should know at once."""

from __future__ import annotations

from collections.abc import Callable

from sqlmodel import Session

from bot.campaign import people
from bot.commands.ask import Ask
from bot.delivery import notices
from bot.words.languages import Language
from bot.words.message import Message


def tell(db: Session, ask: Ask, key: str, words: Callable[[Language], Message], *, but: int | None) -> None:
    """Send what *words* says to everyone of the team except the member number *but*; *key* names the occasion."""
    others = [member for member in people.team(db) if member.id != but]
    notices.tell(db, others, key, words, ask.now, ask.rules.language)
