"""The bot comes and goes: added, removed, blocked, unblocked, and groups that get a new id."""

from __future__ import annotations

from telegram import ChatMemberUpdated, Message
from telegram.constants import ChatMemberStatus, ChatType

from bot.campaign import chats
from bot.campaign.database import Database
from bot.campaign.models import ChatKind
from bot.clocks import Clock
from bot.commands.ask import Rules
from bot.transport.sends import Wire
from bot.words import arrivals as words
from bot.words.languages import choose, language

HERE = {ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER, ChatMemberStatus.RESTRICTED}


def migrate(database: Database, message: Message) -> bool:
    """Follow a group to its new id; whether *message* was about that."""
    old, new = message.chat.id, message.migrate_to_chat_id
    if message.migrate_from_chat_id is not None:
        old, new = message.migrate_from_chat_id, message.chat.id
    if new is None:
        return False
    with database.writing() as db:
        chats.migrate(db, old, new)
    return True


def note(database: Database, change: ChatMemberUpdated, clock: Clock) -> None:
    """Remember whether the chat can be reached now."""
    with database.writing() as db:
        if _can_speak(change):
            chats.switch_on(db, change.chat.id)
        else:
            chats.switch_off(db, change.chat.id, clock())


def _can_speak(change: ChatMemberUpdated) -> bool:
    new = change.new_chat_member
    if change.chat.type == ChatType.CHANNEL:
        return new.status == ChatMemberStatus.ADMINISTRATOR and bool(getattr(new, "can_post_messages", False))
    return new.status in HERE


async def greet(wire: Wire, change: ChatMemberUpdated, rules: Rules) -> None:
    """Tell whoever added the bot what the next step is: in the group itself, or in private for a channel."""
    speech = language(choose(change.from_user.language_code, rules.language))
    was_here = change.old_chat_member.status in HERE
    if change.chat.type == ChatType.CHANNEL:
        if change.new_chat_member.status == ChatMemberStatus.ADMINISTRATOR:
            message = words.channel(speech, can_post=_can_speak(change))
            await wire.answer(change.from_user.id, ChatKind.PRIVATE, message)
    elif change.chat.type != ChatType.PRIVATE and _can_speak(change) and not was_here:
        await wire.answer(change.chat.id, ChatKind.GROUP, words.group(speech, rules.username))
