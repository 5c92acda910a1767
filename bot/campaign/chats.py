"""Chats: who chose what. Nothing here can list people; counts are rounded before they are shown."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import delete, func, update
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, col, select

from bot.campaign.models import Chat, ChatKind, ChatState, Delivery, DeliveryState, Schedule, Slot
from bot.campaign.schedules import Firing, known_zone, last_firing, next_firing, period

log = logging.getLogger(__name__)

KINDS = ("statements", "updates", "actions")
LANGUAGES = ("en", "fa", "en+fa")
RACE = timedelta(hours=1)  # by how much a moment may lie behind a decision that was kept before it
RAN_AHEAD = timedelta(days=1)  # a decision further in the future than this was made by a clock that was wrong


@dataclass(frozen=True)
class Traces:
    """What hangs on a chat's row: messages sent or waiting, and digests decided; `last_sent` is UTC."""

    deliveries: int
    last_sent: datetime | None
    digests: int
    last_digest: date | None


def find(db: Session, telegram: int) -> Chat | None:
    """The row of a chat that Telegram knows as *telegram*, if it chose anything here."""
    return db.exec(select(Chat).where(Chat.telegram == telegram)).first()


def keep(db: Session, kind: ChatKind, telegram: int, now: datetime) -> Chat:
    """The row of a chat, made where there is none; a chat that was off is active again."""
    chat = find(db, telegram)
    if chat is None:
        chat = Chat(kind=kind, telegram=telegram, joined_week=_week(now))
        db.add(chat)
    if chat.state is ChatState.OFF:
        chat.state, chat.off_since = ChatState.ACTIVE, None
    chat.seen_week = _week(now)
    db.flush()
    return chat


def _week(now: datetime) -> date:
    return (now - timedelta(days=now.weekday())).date()


def choose_language(db: Session, chat: Chat, language: str) -> None:
    """Speak *language* to the chat from now on; a digest in one language changes with it."""
    chat.language = language
    if chat.languages and "+" not in chat.languages:
        chat.languages = language
    db.add(chat)


def subscribe(
    db: Session,
    chat: Chat,
    now: datetime,
    *,
    schedule: Schedule,
    weekday: int,
    minute: int,
    zone: str,
    languages: str,
    kinds: Iterable[str],
    topic: int | None = None,
) -> None:
    """Set what the chat gets and when: *minute* of the local day in *zone*, *weekday* with Monday as 0."""
    chosen = set(kinds)
    started = chat.schedule in {Schedule.NEVER, Schedule.NOW}
    chat.schedule, chat.weekday, chat.minute, chat.zone = schedule, weekday, minute, zone
    chat.languages, chat.kinds, chat.topic = languages, ",".join(kind for kind in KINDS if kind in chosen), topic
    if chat.state is ChatState.PAUSED:
        chat.state = ChatState.ACTIVE
    chat.decided_until = now
    plan(db, chat)
    if started:  # the first digest brings the news of a whole period, whenever it comes
        usual = next_firing(schedule, weekday, minute, zone, now)
        chat.covered_until = min(now, usual.at - period(schedule)) if usual else None
    db.add(chat)


def unsubscribe(db: Session, chat: Chat) -> None:
    """Send the chat nothing more; what waits for it is taken out of the outbox."""
    chat.schedule, chat.next_due, chat.decided_until, chat.covered_until = Schedule.NEVER, None, None, None
    db.add(chat)
    _empty_outbox(db, chat)


def _empty_outbox(db: Session, chat: Chat) -> None:
    waiting = (DeliveryState.PENDING, DeliveryState.DEFERRED)
    db.exec(delete(Delivery).where(col(Delivery.chat) == chat.id, col(Delivery.state).in_(waiting)))


def plan(db: Session, chat: Chat) -> None:
    """Compute the chat's next due instant again from its rule; nothing that was decided comes twice.

    A local date that had its digest is passed over, so what `next_digest` promises does come.
    """
    chat.next_due = None
    if chat.zone and chat.decided_until:
        firing = next_firing(chat.schedule, chat.weekday, chat.minute, chat.zone, chat.decided_until)
        while firing and db.get(Slot, (chat.id, firing.local_date)) is not None:
            firing = next_firing(chat.schedule, chat.weekday, chat.minute, chat.zone, firing.at)
        chat.next_due = firing.at if firing else None


def replan(db: Session, now: datetime | None = None) -> None:
    """Plan every chat again, as at each start: the rules of zones change.

    With *now* (UTC), what was decided for more than a day ahead of it, by a clock that was wrong, is forgotten first.
    """
    regular = col(Chat.schedule).in_([Schedule.DAILY, Schedule.WEEKLY])
    for chat in db.exec(select(Chat).where(regular)).all():
        if now and chat.decided_until and chat.decided_until > now + RAN_AHEAD:
            _come_back(db, chat, now)
        try:
            plan(db, chat)
        except OperationalError:  # the disk, not the chat
            raise
        except Exception:
            log.exception("The digests of one chat can't be planned.")
        db.add(chat)


def _come_back(db: Session, chat: Chat, now: datetime) -> None:
    chat.decided_until = now
    chat.covered_until = min(chat.covered_until, now) if chat.covered_until else None
    # Nowhere on Earth is it more than one date later than by UTC, so these days have not been yet.
    future = col(Slot.local_date) > (now + RAN_AHEAD).date()
    db.exec(delete(Slot).where(col(Slot.chat) == chat.id, future))


def next_digest(chat: Chat, now: datetime) -> Firing | None:
    """When the chat's next digest comes after *now* (UTC)."""
    if not chat.zone:
        return None
    if chat.next_due and chat.next_due > now:
        return Firing(chat.next_due, chat.next_due.astimezone(known_zone(chat.zone)).date())
    return next_firing(chat.schedule, chat.weekday, chat.minute, chat.zone, now)


def after_digests(db: Session, now: datetime) -> datetime:
    """A moment (UTC) for what happens now that no digest covers yet: *now*, or just after what was covered meanwhile.

    Whoever publishes reads the clock before the database is theirs; a digest may be decided in between.
    """
    near = (col(Chat.covered_until) >= now, col(Chat.covered_until) < now + RACE)
    covered = db.exec(select(func.max(Chat.covered_until)).where(*near)).one()
    return covered + timedelta(microseconds=1) if covered else now


def due(db: Session, now: datetime) -> list[Chat]:
    """The active chats whose digest is due at *now* (UTC) and not decided yet."""
    return list(db.exec(select(Chat).where(Chat.state == ChatState.ACTIVE, col(Chat.next_due) <= now)))


def earliest_due(db: Session) -> datetime | None:
    """When (UTC) the next digest of any active chat is due."""
    return db.exec(select(func.min(Chat.next_due)).where(Chat.state == ChatState.ACTIVE)).one()


def latest_slot(chat: Chat, now: datetime) -> Firing | None:
    """The firing that a tick at *now* decides: the latest one, whatever was missed before it."""
    return last_firing(chat.schedule, chat.weekday, chat.minute, chat.zone, now) if chat.zone else None


def news_since(chat: Chat, firing: Firing) -> datetime:
    """From when on (UTC) the digest of *firing* brings news."""
    return chat.covered_until or firing.at - period(chat.schedule)


def take_slot(db: Session, chat: Chat, firing: Firing, run: str) -> bool:
    """Claim the chat's slot of that local date. False where it is taken already: then nothing is to be sent."""
    if db.get(Slot, (chat.id, firing.local_date)) is not None:
        return False
    db.add(Slot(chat=chat.id or 0, local_date=firing.local_date, run=run))
    return True


def decided(db: Session, chat: Chat, firing: Firing, *, covered: bool) -> None:
    """Remember that everything up to *firing* is decided; *covered*: its news is sent or there was none."""
    chat.decided_until = firing.at
    if covered:
        chat.covered_until = firing.at
    plan(db, chat)
    db.add(chat)


def listeners(db: Session, kinds: str) -> list[Chat]:
    """The active chats that get posts of *kinds* ("statements", "updates", "actions") at once."""
    rows = db.exec(select(Chat).where(Chat.state == ChatState.ACTIVE, Chat.schedule == Schedule.NOW))
    return [chat for chat in rows if kinds in chat.kinds.split(",")]


def switch_off(db: Session, telegram: int, now: datetime) -> None:
    """The chat can't be reached any more: nothing is sent to it, and it is erased 30 days later."""
    chat = find(db, telegram)
    if chat is not None and chat.state is not ChatState.OFF:
        chat.state, chat.off_since = ChatState.OFF, now
        db.add(chat)
        _empty_outbox(db, chat)


def switch_on(db: Session, telegram: int) -> None:
    """The chat can be reached again and gets what it had chosen."""
    chat = find(db, telegram)
    if chat is not None and chat.state is ChatState.OFF:
        chat.state, chat.off_since = ChatState.ACTIVE, None
        db.add(chat)


def pause(db: Session, chat: Chat, *, paused: bool) -> None:
    """Stop sending to a chat for a while, or go on."""
    chat.state = ChatState.PAUSED if paused else ChatState.ACTIVE
    db.add(chat)


def migrate(db: Session, old: int, new: int) -> None:
    """A group became a supergroup: its row follows it, with what it chose.

    Where both ids have rows, the new one stays if it subscribes to something itself or the old one doesn't.
    """
    before, after = find(db, old), find(db, new)
    if before is None:
        return
    if after is not None:
        if after.schedule is not Schedule.NEVER or before.schedule is Schedule.NEVER:
            db.delete(before)
            return
        if before.state is ChatState.OFF:  # the old id is dead; the new one answers
            before.state, before.off_since = after.state, after.off_since
        db.delete(after)
        db.flush()
    before.telegram = new
    db.add(before)


def traces(db: Session, chat: Chat) -> Traces:
    """What hangs on the row of *chat* and goes with it when it is erased."""
    deliveries, last_sent = db.exec(
        select(func.count(), func.max(Delivery.done_at)).select_from(Delivery).where(Delivery.chat == chat.id)
    ).one()
    digests, last_digest = db.exec(
        select(func.count(), func.max(Slot.local_date)).select_from(Slot).where(Slot.chat == chat.id)
    ).one()
    return Traces(deliveries, last_sent, digests, last_digest)


def forget(db: Session, chat: Chat) -> None:
    """Erase the chat with everything that hangs on it."""
    db.delete(chat)
    db.flush()


def prune(db: Session, now: datetime) -> int:
    """Erase the chats that have been off for 30 days; the number of them."""
    gone = db.exec(delete(Chat).where(col(Chat.state) == ChatState.OFF, col(Chat.off_since) < now - timedelta(days=30)))
    return gone.rowcount


def subscribed_places(db: Session) -> list[Chat]:
    """The groups and channels that subscribe, oldest first. People are never listed."""
    places = col(Chat.kind).in_([ChatKind.GROUP, ChatKind.CHANNEL])
    return list(db.exec(select(Chat).where(places, Chat.schedule != Schedule.NEVER).order_by(col(Chat.id))))


def place(db: Session, number: int) -> Chat | None:
    """The group or channel with our own *number*."""
    chat = db.get(Chat, number)
    return chat if chat is not None and chat.kind is not ChatKind.PRIVATE else None


def counts(db: Session) -> dict[tuple[ChatKind, ChatState], int]:
    """How many subscribed chats there are of each kind and state."""
    rows = db.exec(
        select(Chat.kind, Chat.state, func.count())
        .where(Chat.schedule != Schedule.NEVER)
        .group_by(Chat.kind, Chat.state)
    )
    return {(ChatKind(kind), ChatState(state)): number for kind, state, number in rows}


def waiting_since(db: Session, chat: Chat, moment: datetime) -> None:
    """Put off everything that waits for the chat until *moment* (UTC)."""
    waiting = (DeliveryState.PENDING, DeliveryState.DEFERRED)
    db.exec(
        update(Delivery)
        .where(col(Delivery.chat) == chat.id, col(Delivery.state).in_(waiting))
        .values(not_before=moment)
    )


def zone_of(chat: Chat | None, default: str) -> ZoneInfo:
    """The zone in which the chat reads times."""
    return known_zone(chat.zone if chat and chat.zone else default)


def zones(db: Session) -> set[str]:
    """The time zones that chats have chosen."""
    return {zone for zone in db.exec(select(Chat.zone).distinct()) if zone}
