"""Publishing: a post's state, its place in the search and the letters for those who want it at once, together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import Session

from bot.campaign import chats, outbox, posts, reviews, search
from bot.campaign.database import apart
from bot.campaign.models import Chat, Letter, Post
from bot.words import digests
from bot.words.languages import language
from bot.words.message import Message
from bot.words.posts import fold_for_search


def publish(db: Session, post: Post, now: datetime, username: str) -> int:
    """Make *post* public at *now* (UTC) and address it to everyone who gets news at once; how many chats those are.

    Raises `Refused` for a post that is out already or has no text.
    """
    reviews.publish(db, post, now)
    entry = posts.entry(db, post)
    for wording in entry.wordings.values():
        search.index(db, wording.id or 0, *fold_for_search(wording, entry.issuers))
    if post.parent is not None:
        return 0  # a part is announced with its collection
    listeners = chats.listeners(db, posts.FEEDS[post.kind])
    for languages in sorted({chat.languages for chat in listeners}):
        readers = [chat for chat in listeners if chat.languages == languages]
        for position, code in enumerate(languages.split("+")):
            messages = digests.publication(language(code), entry, username, again=position > 0)
            send_all(db, f"post:{post.id}:{languages}", "publication", code, messages, readers, now, post=post.id)
    return len(listeners)


def publish_ripe(db: Session, now: datetime, username: str) -> int:
    """Publish what was approved for a time that has come; how many posts.

    A post that fails is logged, stays planned and is tried again the next time.
    """
    published = 0
    for post in posts.ripe(db, now):
        with apart(db, "Post %d is due and can't be published.", post.id):
            publish(db, post, now, username)
            published += 1
    return published


def send_all(
    db: Session,
    key: str,
    purpose: str,
    code: str,
    messages: Sequence[Message],
    readers: Iterable[Chat],
    now: datetime,
    *,
    post: int | None = None,
) -> None:
    """Put *messages* into the outbox for *readers*: rendered once for *key*, one row a reader."""
    letters = outbox.letters(db, key, code) or [
        outbox.post(
            db,
            Letter(
                key=key, purpose=purpose, language=code, part=part, post=post, html=str(message.html),
                buttons=write_buttons(message), created_at=now,
            ),
        )
        for part, message in enumerate(messages)
    ]  # fmt: skip
    numbers = [chat.id for chat in readers if chat.id is not None]
    for letter in letters:
        outbox.address(db, letter, numbers, now)


def write_buttons(message: Message) -> str:
    """The message's buttons as a letter keeps them: JSON rows of [label, command or null, URL or null]."""
    return json.dumps([[[b.label, b.command, b.url] for b in row] for row in message.rows], ensure_ascii=False)
