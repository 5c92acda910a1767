"""Who gets what, and when: /subscribe, /unsubscribe, /settings."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import Session

from bot.campaign import chats
from bot.campaign.models import Chat, ChatKind, ChatState, Schedule
from bot.commands import schedules
from bot.commands.ask import Answer, Ask, reply
from bot.refusals import N_, Refused
from bot.words import settings as words
from bot.words.languages import language


def subscribe(ask: Ask, db: Session) -> Answer:
    """Set what this chat gets and when, and say so with the next digest; what is not named stays as it is.

    A group's digest goes to the topic where this was asked. Raises `Refused`, having changed nothing.
    """
    require_administrator(ask)
    setting = schedules.settle(schedules.read(ask.arguments), _present(ask, chats.find(db, ask.chat)))
    chat = chats.keep(db, ask.kind, ask.chat, ask.now)
    chats.subscribe(
        db,
        chat,
        ask.now,
        schedule=setting.schedule,
        weekday=setting.weekday,
        minute=setting.minute,
        zone=setting.zone,
        languages=setting.languages,
        kinds=setting.kinds,
        topic=ask.topic,
    )
    if chat.language is None or ask.kind is ChatKind.CHANNEL:
        chosen = setting.languages.split("+")  # who orders a digest in Farsi reads Farsi
        chat.language = ask.language if ask.language in chosen else chosen[0]
    speech = language(chat.language)
    answer = reply(words.subscribed(speech, plan_of(ask, chat)))
    return replace(answer, toast=speech.plain("Saved.")) if ask.pressed else answer


def unsubscribe(ask: Ask, db: Session) -> Answer:
    """Send this chat nothing more; kind also to those who get nothing anyway. Raises `Refused`."""
    require_administrator(ask)
    chat = chats.find(db, ask.chat)
    if chat is None or chat.schedule is Schedule.NEVER:
        return reply(words.not_subscribed(ask.speech, ask.kind))
    chats.unsubscribe(db, chat)
    return reply(words.stopped(ask.speech, ask.kind))


def settings(ask: Ask, db: Session) -> Answer:
    """What is set for this chat, with buttons; `zone` and `day` give a choice of these to chats that subscribe."""
    plan = plan_of(ask, chats.find(db, ask.chat))
    match ask.words:
        case ["zone"] if plan.subscribed:
            return reply(words.zones(ask.speech, plan))
        case ["day"] if plan.subscribed:
            return reply(words.days(ask.speech, plan))
    return reply(words.shown(ask.speech, plan))


def plan_of(ask: Ask, chat: Chat | None) -> words.Plan:
    """What *chat* gets, as the words need it; for a chat that gets nothing, what /subscribe would set."""
    present = _present(ask, chat)
    subscribed = chat is not None and chat.schedule is not Schedule.NEVER
    firing = chats.next_digest(chat, ask.now) if chat is not None else None
    return words.Plan(
        place=ask.kind,
        schedule=present.schedule if subscribed else Schedule.NEVER,
        weekday=present.weekday,
        minute=present.minute,
        zone=present.zone,
        languages=tuple(present.languages.split("+")),
        kinds=present.kinds,
        next_at=firing.at if firing else None,
        paused=chat is not None and chat.state is ChatState.PAUSED,
    )


def require_administrator(ask: Ask) -> None:
    """In a group or channel only those who run it may go on. Raises `Refused` for others.

    What is posted in a channel was posted by its administrators; a press there could come from any reader.
    """
    anyone = ask.kind is ChatKind.PRIVATE or (ask.kind is ChatKind.CHANNEL and not ask.pressed)
    if not anyone and not ask.administrator:
        raise Refused(
            N_("Only the administrators of this group can do this. For yourself, write to me in a private chat.")
        )


def _present(ask: Ask, chat: Chat | None) -> schedules.Setting:
    """The chat's setting where it subscribes; else the campaign's usual one, in the chat's zone and language."""
    zone = str(chats.zone_of(chat, ask.rules.zone))
    spoken = (chat.language if chat else None) or ask.language
    if chat is None or chat.schedule is Schedule.NEVER:
        return schedules.Setting(Schedule.WEEKLY, 6, 18 * 60, zone, spoken, chats.KINDS)
    kinds = tuple(kind for kind in chats.KINDS if kind in chat.kinds.split(","))
    return schedules.Setting(chat.schedule, chat.weekday, chat.minute, zone, chat.languages or spoken, kinds)
