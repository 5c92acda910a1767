"""Digests: what is due becomes rows of the outbox, each chat's local date once."""

from __future__ import annotations

import logging
import secrets
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.campaign import chats, figures, posts
from bot.campaign.database import apart
from bot.campaign.models import Chat, ChatKind, Kind, Post, Schedule
from bot.campaign.schedules import Firing
from bot.delivery.publications import send_all
from bot.words import digests
from bot.words.digests import News
from bot.words.languages import language

log = logging.getLogger(__name__)

TOO_LATE = timedelta(hours=12)  # a digest missed for longer waits for the next one
LATE = timedelta(minutes=15)  # from here on a digest says that it is late


@dataclass(frozen=True)
class Edition:
    """What makes two chats' digests the same; the instants are UTC."""

    schedule: Schedule
    since: datetime
    until: datetime
    zone: str
    languages: str
    kinds: str
    late: bool
    personal: bool

    @property
    def key(self) -> str:
        """The name under which its letters are kept."""
        times = f"{self.since.isoformat()}/{self.until.isoformat()}"
        return f"digest:{self.schedule.value}:{times}:{self.zone}:{self.kinds}:{self.late:d}{self.personal:d}"


def decide(db: Session, now: datetime, username: str) -> int:
    """Fill the outbox with every digest that is due at *now* (UTC); how many chats get one.

    Runs in one transaction with the slots, so running it twice, after a crash, or with the clock set back adds nothing.
    A chat or an edition that fails is logged, keeps its slot free and is tried again the next time.
    """
    run = secrets.token_hex(8)
    editions: dict[Edition, list[tuple[Chat, Firing]]] = defaultdict(list)
    for chat in chats.due(db, now):
        try:
            firing = chats.latest_slot(chat, now)
            if firing is not None and _in_time(chat, firing, now):
                editions[_edition(chat, firing, now)].append((chat, firing))
                continue
        except Exception:
            log.exception("The digest of one chat can't be decided.")
            continue
        with apart(db, "The next digest of one chat can't be planned."):
            if firing is None or _known(chat, firing):
                chats.plan(db, chat)
            else:
                chats.decided(db, chat, firing, covered=False)
    reached = 0
    for edition, readers in editions.items():
        with apart(db, "A digest can't be made; %d chats wait for it.", len(readers)):
            reached += _decide(db, edition, readers, run, now, username)
    return reached


def _known(chat: Chat, firing: Firing) -> bool:
    return chat.decided_until is not None and firing.at <= chat.decided_until


def _in_time(chat: Chat, firing: Firing, now: datetime) -> bool:
    return not _known(chat, firing) and now - firing.at <= TOO_LATE


def _edition(chat: Chat, firing: Firing, now: datetime) -> Edition:
    return Edition(
        schedule=chat.schedule,
        since=chats.news_since(chat, firing),
        until=firing.at,
        zone=chats.zone_of(chat, "UTC").key,
        languages=chat.languages,
        kinds=chat.kinds,
        late=now - firing.at > LATE,
        personal=chat.kind is ChatKind.PRIVATE,
    )


def _decide(
    db: Session, edition: Edition, readers: Collection[tuple[Chat, Firing]], run: str, now: datetime, username: str
) -> int:
    """Take the slots of an edition's readers and put it into the outbox for those whose slot was free; how many."""
    free = []
    with db.no_autoflush:  # each chat asks for its own slots only, so all of them are written together
        for chat, firing in readers:
            taken = chats.take_slot(db, chat, firing, run)
            chats.decided(db, chat, firing, covered=taken)
            if taken:
                free.append(chat)
    return len(free) if free and _post(db, edition, free, now, username) else 0


def _post(db: Session, edition: Edition, readers: Collection[Chat], now: datetime, username: str) -> bool:
    kinds = edition.kinds.split(",")
    news = gather(db, edition.since, edition.until, kinds, now, zone=edition.zone, late=edition.late, username=username)
    if news is None:
        return False
    for position, code in enumerate(edition.languages.split("+")):
        daily, again = edition.schedule is Schedule.DAILY, position > 0
        messages = digests.digest(language(code), news, daily, personal=edition.personal, again=again)
        key = f"{edition.key}:{edition.languages}"
        send_all(db, key, "digest", code, messages, readers, now)
    return True


def gather(
    db: Session,
    since: datetime,
    until: datetime,
    kinds: Collection[str],
    now: datetime,
    *,
    zone: str,
    username: str,
    late: bool = False,
) -> News | None:
    """The news between two instants (UTC) for a reader of *kinds*; None where nothing is new."""
    fresh = [post for post in posts.published_between(db, since, until) if posts.FEEDS[post.kind] in kinds]
    whole = [post for post in fresh if post.parent is None]
    if not fresh:
        return None
    newest = _newest([post for post in whole if post.kind is Kind.UPDATE])
    entries = {post.id: posts.entry(db, post) for post in fresh}
    return News(
        since=since,
        until=until,
        zone=zone,
        late=late,
        username=username,
        update=entries[newest.id] if newest else None,
        updates=[entries[post.id] for post in whole if post.kind is Kind.UPDATE and post is not newest],
        statements=[entries[post.id] for post in whole if post.kind in {Kind.STATEMENT, Kind.COLLECTION}],
        actions=posts.entries(db, posts.open_actions(db, now)) if "actions" in kinds else [],
        figures=[(figure, entries[figure.post]) for figure in figures.of_posts(db, list(entries))],
    )


def _newest(updates: list[Post]) -> Post | None:
    """The update that a digest brings in brief; any others are only listed."""
    return max(updates, key=lambda post: (post.week or 0, post.published_at, post.number), default=None)
