"""What is kept about whoever asks: /privacy, /mydata, /forget."""

from __future__ import annotations

from sqlmodel import Session

from bot.campaign import audit, chats, people, reviews
from bot.campaign.models import Chat, ChatKind, Coordinator, Role
from bot.commands.ask import Answer, Ask, reply
from bot.commands.subscribers import plan_of, require_administrator
from bot.words import privacy as words

YES = frozenset({"yes", "بله"})


def privacy(ask: Ask, db: Session) -> Answer:  # noqa: ARG001 - it is the same for everyone
    """What is kept and why, and the limits of the promise."""
    return reply(words.policy(ask.speech, ask.kind))


def mydata(ask: Ask, db: Session) -> Answer:
    """Everything that is kept about the asker; in a group or channel, about that."""
    chat = chats.find(db, ask.chat)
    return reply(words.data(ask.speech, ask.kind, _data(ask, db, chat) if chat else None, _seat(_coordinator(ask, db))))


def forget(ask: Ask, db: Session) -> Answer:
    """Ask once, and at `/forget yes` erase the chat with all that hangs on it; a coordinator leaves the team.

    Raises `Refused` for the last owner, and in a group for those who don't run it; then nothing is erased.
    """
    require_administrator(ask)
    chat, who = chats.find(db, ask.chat), _coordinator(ask, db)
    seat = _seat(who)
    if chat is None and who is None:
        return reply(words.nothing(ask.speech, ask.kind))
    if ask.arguments.strip().casefold() not in YES:
        return reply(words.ask_to_forget(ask.speech, ask.kind, seat))
    if who is not None:
        back = reviews.leave(db, who, ask.now)
        audit.record(db, ask.now, who.alias, "leave")
        for number in back:
            audit.record(db, ask.now, who.alias, "hold", post=number)
    if chat is not None:
        chats.forget(db, chat)
    return reply(words.forgotten(ask.speech, ask.kind, seat))


def _coordinator(ask: Ask, db: Session) -> Coordinator | None:
    return people.find(db, ask.chat) if ask.kind is ChatKind.PRIVATE else None


def _seat(who: Coordinator | None) -> words.Seat | None:
    return words.Seat(who.alias, who.role is Role.OWNER) if who is not None else None


def _data(ask: Ask, db: Session, chat: Chat) -> words.Data:
    traces = chats.traces(db, chat)
    return words.Data(
        plan=plan_of(ask, chat),
        language=chat.language,
        state=chat.state,
        joined=chat.joined_week,
        seen=chat.seen_week,
        off_since=chat.off_since,
        topic=chat.topic is not None,
        deliveries=traces.deliveries,
        last_sent=traces.last_sent,
        digests=traces.digests,
        last_digest=traces.last_digest,
    )
