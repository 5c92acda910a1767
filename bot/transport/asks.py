"""From Telegram's updates to asks: the facts that only Telegram knows are found out here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from telegram import Bot, CallbackQuery, Document, Message, MessageOriginChannel, Update, User
from telegram.constants import ChatMemberStatus, ChatType

from bot.campaign.models import ChatKind
from bot.campaign.secrets import ChatId
from bot.commands.ask import Ask, Rules
from bot.commands.routes import parse
from bot.commands.table import row
from bot.documents.spans import RichText
from bot.transport.entities import read_spans
from bot.transport.files import patiently
from bot.words.languages import choose

KINDS = {
    ChatType.PRIVATE: ChatKind.PRIVATE,
    ChatType.GROUP: ChatKind.GROUP,
    ChatType.SUPERGROUP: ChatKind.GROUP,
    ChatType.CHANNEL: ChatKind.CHANNEL,
}
RUNS_THE_PLACE = {ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR}


@dataclass(frozen=True)
class Arrived:
    """One ask with what the door needs to answer it."""

    ask: Ask
    update: int
    person: int  # who counts against the limit of commands
    press: str | None = None  # the press to be answered
    pressed: int | None = None  # the message whose button it was
    document: Document | None = None  # a file that came along and is not fetched yet


async def read(update: Update, bot: Bot, rules: Rules, now: datetime) -> Arrived | None:
    """The ask in *update*, or None where nothing is asked of us.

    Raises `TelegramError` where Telegram had to be asked who runs the place and could not be.
    """
    if update.callback_query is not None:
        return await _press(update.update_id, update.callback_query, bot, rules, now)
    message = update.message or update.channel_post
    if message is None or message.is_automatic_forward or message.chat.type not in KINDS or _is_service(message):
        return None
    return await _message(update.update_id, message, bot, rules, now)


async def _message(number: int, message: Message, bot: Bot, rules: Rules, now: datetime) -> Arrived | None:
    kind = KINDS[ChatType(message.chat.type)]
    text = message.text or message.caption or ""
    forwarded = message.forward_origin is not None
    command = None if forwarded else parse(text, rules.username)
    if command is None and (kind is not ChatKind.PRIVATE or (text.startswith("/") and not forwarded)):
        if kind is not ChatKind.PRIVATE or "@" in text.split(maxsplit=1)[0]:
            return None
        command = ("unknown", "", "")
    name, arguments, rest = command or ("", "", text)
    begins = text.find(rest, max(text.find("\n"), 0)) if command else 0
    spans = read_spans(text, message.entities or message.caption_entities)
    ask = Ask(
        now=now,
        rules=rules,
        kind=kind,
        chat=ChatId(message.chat.id),
        language=_language(message.from_user, rules),
        command=name,
        arguments=arguments,
        text=rest,
        spans=RichText(text, spans).part(begins, begins + len(rest)).spans,
        topic=message.message_thread_id if message.is_topic_message else None,
        forwarded=forwarded,
    )
    ask = replace(ask, administrator=await _administers(ask, message.from_user, message, bot))
    speaker = message.sender_chat or message.from_user or message.chat  # anonymous administrators share one account
    person = speaker.id
    return Arrived(ask, number, person, document=message.document if kind is ChatKind.PRIVATE else None)


def _is_service(message: Message) -> bool:
    """Whether it says nothing of its own: somebody joined, something was pinned."""
    return not (message.text or message.caption or message.effective_attachment)


async def _press(number: int, press: CallbackQuery, bot: Bot, rules: Rules, now: datetime) -> Arrived | None:
    command = parse(press.data or "", rules.username)
    if press.message is None or command is None or press.message.chat.type not in KINDS:
        return None
    kind = KINDS[ChatType(press.message.chat.type)]
    ask = Ask(
        now=now,
        rules=rules,
        kind=kind,
        chat=ChatId(press.message.chat.id),
        language=_language(press.from_user, rules),
        command=command[0],
        arguments=command[1],
        text=command[2],
        pressed=True,
        topic=_topic(press),
    )
    ask = replace(ask, administrator=await _administers(ask, press.from_user, None, bot))
    return Arrived(ask, number, press.from_user.id, press.id, press.message.message_id)


def _topic(press: CallbackQuery) -> int | None:
    message = press.message
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None


def _language(person: User | None, rules: Rules) -> str:
    return choose(person.language_code if person else None, rules.language)


async def _administers(ask: Ask, person: User | None, message: Message | None, bot: Bot) -> bool:
    """Whether the asker runs this group or channel; asked of Telegram only where the command needs to know."""
    command = row(ask.command)
    if ask.kind is ChatKind.PRIVATE or command is None or not command.asks_administrator:
        return False
    if ask.kind is ChatKind.CHANNEL and message is not None:
        return not isinstance(message.forward_origin, MessageOriginChannel)  # only administrators post in a channel
    if message is not None and message.sender_chat is not None:
        return message.sender_chat.id == message.chat.id  # an anonymous administrator speaks as the group
    if person is None:
        return False
    member = await patiently(lambda: bot.get_chat_member(int(ask.chat), person.id))
    return member.status in RUNS_THE_PLACE
