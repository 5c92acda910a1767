"""The outbox: what goes out unasked is a row first. Every recipient of every letter is a row of its own.

`pending → sending` is committed before Telegram is called and `sent` right after, so that after a crash exactly the
rows that stand at `sending` are in doubt.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, false, func, insert, literal, or_, update
from sqlalchemy import select as sql_select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from bot.campaign.columns import UtcDateTime
from bot.campaign.models import Chat, ChatKind, ChatState, Delivery, DeliveryState, Letter
from bot.refusals import N_, Refused

WAITING = (DeliveryState.PENDING, DeliveryState.DEFERRED)
RAN_AHEAD = timedelta(days=1)
RESTORED = "a backup was put back"
UNCERTAIN_ATTEMPTS = 2  # a member gets at most one extra copy; then a person decides


@dataclass(frozen=True)
class Parcel:
    """One letter on its way to one chat."""

    delivery: int
    chat: int  # our number of it
    kind: ChatKind
    telegram: int
    topic: int | None
    letter: int
    attempts: int
    plain: bool


def letter(db: Session, key: str, language: str, part: int) -> Letter | None:
    """The letter that was rendered for *key* already."""
    return db.exec(select(Letter).where(Letter.key == key, Letter.language == language, Letter.part == part)).first()


def letters(db: Session, key: str, language: str) -> list[Letter]:
    """All parts rendered for *key* in *language*, in order."""
    rows = select(Letter).where(Letter.key == key, Letter.language == language)
    return list(db.exec(rows.order_by(col(Letter.part))))


def post(db: Session, found: Letter) -> Letter:
    """Keep a rendered letter."""
    db.add(found)
    db.flush()
    return found


def address(db: Session, sent: Letter, chats: Collection[int], now: datetime) -> None:
    """Write one delivery for each chat, in one statement; a chat that has the letter already gets no second one."""
    numbers = list(chats)
    values = (literal(sent.id), literal(DeliveryState.PENDING.value), literal(0), literal(now, UtcDateTime()), false())
    for start in range(0, len(numbers), 500):
        source = sql_select(*values, col(Chat.id)).where(
            col(Chat.id).in_(numbers[start : start + 500]),
            ~select(Delivery.id).where(Delivery.letter == sent.id, Delivery.chat == Chat.id).exists(),
        )
        columns = ["letter", "state", "attempts", "not_before", "plain", "chat"]
        db.connection().execute(insert(Delivery).from_select(columns, source))


def candidates(db: Session, now: datetime, limit: int, busy: Collection[int] = ()) -> list[Parcel]:
    """What may go next, at most one a chat: parts in their order, new ones before repeated ones; *busy* chats wait."""
    earlier = aliased(Delivery)
    rows = db.exec(
        select(Delivery, Chat)
        .join(Chat, col(Chat.id) == col(Delivery.chat))
        .where(
            col(Delivery.state).in_(WAITING),
            col(Delivery.not_before) <= now,
            Chat.state == ChatState.ACTIVE,
            col(Delivery.chat).not_in(list(busy)),
            ~select(earlier.id)
            .where(
                earlier.chat == Delivery.chat,
                col(earlier.id) < col(Delivery.id),
                col(earlier.state).in_([*WAITING, DeliveryState.SENDING]),
            )
            .exists(),
        )
        .order_by(col(Delivery.attempts), col(Delivery.not_before), col(Delivery.id))
        .limit(limit)
    )
    return [
        Parcel(
            delivery=row.id or 0, chat=chat.id or 0, kind=chat.kind, telegram=chat.telegram, topic=chat.topic,
            letter=row.letter, attempts=row.attempts, plain=row.plain,
        )
        for row, chat in rows
    ]  # fmt: skip


def claim(db: Session, deliveries: Sequence[int]) -> list[int]:
    """Take rows for sending; those that another hand or a changed mind took away are left out."""
    taken = []
    for number in deliveries:
        row = db.get(Delivery, number)
        chat = db.get(Chat, row.chat) if row is not None and row.state in WAITING else None
        if row is not None and chat is not None and chat.state is ChatState.ACTIVE:
            row.state, row.attempts = DeliveryState.SENDING, row.attempts + 1
            db.add(row)
            taken.append(number)
    return taken


def sent(db: Session, delivery: int, message: int, now: datetime) -> None:
    """Telegram has it, as *message*."""
    _settle(db, delivery, DeliveryState.SENT, now, message=message)


def refused(db: Session, delivery: int, reason: str, now: datetime) -> None:
    """Telegram will never take it."""
    _settle(db, delivery, DeliveryState.DEAD, now, reason=reason)


def not_sent(db: Session, delivery: int, reason: str, until: datetime, *, plain: bool = False) -> None:
    """It certainly did not arrive: it waits until *until* (UTC) and the attempt does not count."""
    row = db.get(Delivery, delivery)
    if row is not None and row.state is DeliveryState.SENDING:
        row.state, row.not_before, row.reason = DeliveryState.DEFERRED, until, reason
        row.attempts, row.plain = row.attempts - 1, row.plain or plain
        db.add(row)


def in_doubt(db: Session, delivery: int, reason: str, now: datetime) -> None:
    """It may have arrived. A person or group gets it again, once; for a channel, and after that, a person decides."""
    row = db.get(Delivery, delivery)
    if row is None or row.state is not DeliveryState.SENDING:
        return
    chat = db.get(Chat, row.chat)
    again = chat is not None and chat.kind is not ChatKind.CHANNEL and row.attempts < UNCERTAIN_ATTEMPTS
    row.state = DeliveryState.DEFERRED if again else DeliveryState.UNCERTAIN
    row.reason, row.not_before = reason, now + timedelta(seconds=5)
    db.add(row)


def _settle(
    db: Session,
    delivery: int,
    state: DeliveryState,
    now: datetime,
    *,
    message: int | None = None,
    reason: str | None = None,
) -> None:
    row = db.get(Delivery, delivery)
    if row is not None:
        row.state, row.done_at, row.message, row.reason = state, now, message, reason
        db.add(row)


def recover(db: Session, now: datetime) -> int:
    """After a crash: whatever stands at `sending` is in doubt. Gives how many.

    What a clock that ran ahead put off until more than a day after *now* (UTC) may go now.
    """
    far = (col(Delivery.state).in_(WAITING), col(Delivery.not_before) > now + RAN_AHEAD)
    db.exec(update(Delivery).where(*far).values(not_before=now))
    rows = db.exec(select(Delivery.id).where(Delivery.state == DeliveryState.SENDING)).all()
    for number in rows:
        in_doubt(db, number or 0, "the bot was stopped while sending", now)
    return len(rows)


def rows_in(db: Session, state: DeliveryState, limit: int = 50) -> list[tuple[Delivery, Letter, Chat]]:
    """The deliveries in *state* with their letters and chats, oldest first."""
    rows = (
        select(Delivery, Letter, Chat)
        .join(Letter, col(Letter.id) == col(Delivery.letter))
        .join(Chat, col(Chat.id) == col(Delivery.chat))
        .where(Delivery.state == state)
    )
    return list(db.exec(rows.order_by(col(Delivery.id)).limit(limit)))


def unsettled(db: Session, limit: int) -> list[tuple[Delivery, Letter, Chat]]:
    """What waits for a person's decision, oldest first: what is uncertain, and what failed in groups and channels."""
    failed = and_(
        col(Delivery.state) == DeliveryState.DEAD,
        col(Chat.kind) != ChatKind.PRIVATE,
        col(Delivery.reason).is_distinct_from("dropped"),
    )
    rows = (
        select(Delivery, Letter, Chat)
        .join(Letter, col(Letter.id) == col(Delivery.letter))
        .join(Chat, col(Chat.id) == col(Delivery.chat))
        .where(or_(col(Delivery.state) == DeliveryState.UNCERTAIN, failed))
    )
    return list(db.exec(rows.order_by(col(Delivery.id)).limit(limit)))


def counts(db: Session) -> dict[DeliveryState, int]:
    """How many deliveries stand in each state."""
    return {
        DeliveryState(state): n for state, n in db.exec(select(Delivery.state, func.count()).group_by(Delivery.state))
    }


def retry(db: Session, delivery: int, now: datetime) -> None:
    """Send a delivery that is uncertain, deferred or dead again, now. Raises `Refused`."""
    row = _open(db, delivery)
    row.state, row.not_before, row.attempts, row.reason = DeliveryState.PENDING, now, 0, None
    db.add(row)


def drop(db: Session, delivery: int, now: datetime) -> None:
    """Give a delivery up. Raises `Refused`."""
    row = _open(db, delivery)
    row.state, row.done_at, row.reason = DeliveryState.DEAD, now, "dropped"
    db.add(row)


def arrived(db: Session, delivery: int, now: datetime) -> None:
    """A person saw the uncertain copy in its place. Raises `Refused`."""
    row = _open(db, delivery)
    row.state, row.done_at, row.reason = DeliveryState.SENT, now, None
    db.add(row)


def _open(db: Session, delivery: int) -> Delivery:
    row = db.get(Delivery, delivery)
    if row is None or row.state in {DeliveryState.SENT, DeliveryState.SENDING}:
        raise Refused(N_("Delivery {number} is not waiting for a decision. /outbox lists what is."), number=delivery)
    return row


def oldest_due(db: Session, now: datetime) -> datetime | None:
    """Since when (UTC) the oldest due delivery has been waiting; those to chats that are paused or off don't count."""
    found = [
        db.exec(
            select(Delivery.not_before)
            .join(Chat, col(Chat.id) == col(Delivery.chat))
            .where(Delivery.state == state, col(Delivery.not_before) <= now, Chat.state == ChatState.ACTIVE)
            .order_by(col(Delivery.not_before))
            .limit(1)
        ).first()
        for state in WAITING  # one by one: the first row of the index tells, however many are due
    ]
    return min((since for since in found if since is not None), default=None)


def last_sent(db: Session, purpose: str) -> datetime | None:
    """When (UTC) a letter of *purpose* last reached a chat: by the newest delivery, which is found without a search."""
    rows = select(Delivery.done_at).join(Letter, col(Letter.id) == col(Delivery.letter))
    sent = rows.where(Letter.purpose == purpose, Delivery.state == DeliveryState.SENT)
    return db.exec(sent.order_by(col(Delivery.id).desc()).limit(1)).first()


def uncertain(db: Session) -> int:
    """How many messages wait for a person to look whether they arrived; notices to the team don't count."""
    rows = select(func.count()).select_from(Delivery).join(Letter, col(Letter.id) == col(Delivery.letter))
    return db.exec(rows.where(Delivery.state == DeliveryState.UNCERTAIN, Letter.purpose != "notice")).one()


def doubt_people(db: Session, now: datetime, *, give_up: bool) -> None:
    """After a backup was put back: what waits for people counts as tried once, or is given up."""
    waiting = update(Delivery).where(col(Delivery.state).in_(WAITING), _to(private=True))
    if give_up:
        waiting = waiting.values(state=DeliveryState.DEAD, done_at=now, reason=RESTORED)
    else:
        waiting = waiting.values(attempts=UNCERTAIN_ATTEMPTS - 1, reason=RESTORED)
    db.exec(waiting)


def doubt_places(db: Session) -> int:
    """After a backup was put back: what waits for groups and channels waits for a person; how many messages."""
    waiting = update(Delivery).where(col(Delivery.state).in_(WAITING), _to(private=False))
    return db.exec(waiting.values(state=DeliveryState.UNCERTAIN, reason=RESTORED)).rowcount


def _to(*, private: bool) -> ColumnElement[bool]:
    kind = Chat.kind == ChatKind.PRIVATE if private else Chat.kind != ChatKind.PRIVATE
    return col(Delivery.chat).in_(select(Chat.id).where(kind))


def prune(db: Session, now: datetime) -> None:
    """Nothing of a delivery is needed once its letter is 400 days old: corrections reach that far back."""
    old = select(Letter.id).where(col(Letter.created_at) < now - timedelta(days=400))
    for number in db.exec(old).all():
        db.delete(db.get_one(Letter, number))


def defer_all(db: Session, until: datetime) -> None:
    """Let the whole queue wait until *until* (UTC)."""
    db.connection().execute(
        update(Delivery)
        .where(col(Delivery.state).in_(WAITING), col(Delivery.not_before) < until)
        .values(not_before=until)
    )
