"""Notices: what members of the team should know goes to each in private, in their own language, by the outbox."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime

from sqlmodel import Session

from bot.campaign import chats
from bot.campaign.models import Chat, ChatKind, Coordinator
from bot.delivery.publications import send_all
from bot.words.languages import Language, codes, language
from bot.words.message import Message


def tell(
    db: Session,
    members: Iterable[Coordinator],
    key: str,
    words: Callable[[Language], Message],
    now: datetime,
    default: str,
) -> None:
    """Send what *words* says to each of *members*; in the language *default* to those who chose none.

    *key* names the occasion; *now* (UTC) is added to it, so that each occasion is told once and repeated ones anew.
    """
    readers: dict[str, list[Chat]] = defaultdict(list)
    for member in members:
        if member.telegram is None:
            continue
        chat = chats.find(db, member.telegram) or chats.keep(db, ChatKind.PRIVATE, member.telegram, now)
        code = chat.language if chat.language in codes() else default
        readers[code or default].append(chat)
    for code, some in readers.items():
        send_all(db, f"{key}:{now.isoformat()}", "notice", code, [words(language(code))], some, now)
