"""What the others of the team should know at once: a letter to each in their own language, by the outbox."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from sqlmodel import Session

from bot.campaign import chats, people
from bot.campaign.models import Chat, ChatKind
from bot.commands.ask import Ask
from bot.delivery.publications import send_all
from bot.words.languages import Language, codes, language
from bot.words.message import Message


def tell(db: Session, ask: Ask, key: str, words: Callable[[Language], Message], *, but: int | None) -> None:
    """Send what *words* says to everyone of the team except the member number *but*.

    *key* names the occasion; the moment is added to it, so that each occasion is told once and repeated ones anew.
    """
    readers: dict[str, list[Chat]] = defaultdict(list)
    for member in people.team(db):
        if member.id == but or member.telegram is None:
            continue
        chat = chats.find(db, member.telegram) or chats.keep(db, ChatKind.PRIVATE, member.telegram, ask.now)
        code = chat.language if chat.language in codes() else ask.rules.language
        readers[code or ask.rules.language].append(chat)
    for code, some in readers.items():
        send_all(db, f"{key}:{ask.now.isoformat()}", "notice", code, [words(language(code))], some, ask.now)
