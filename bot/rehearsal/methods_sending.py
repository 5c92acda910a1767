"""Methods that put something into a chat."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.chats import Chat
from bot.rehearsal.entities import Entity, count_units, is_blank, read_text
from bot.rehearsal.groups import Group
from bot.rehearsal.keyboards import read_keyboard
from bot.rehearsal.messages import File, Message
from bot.rehearsal.parameters import Given
from bot.rehearsal.verdicts import Verdict, refuse
from bot.rehearsal.wires import write_message
from bot.rehearsal.worlds import World

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
# Telegram drops what is beyond without a word: such text arrives, but bare.
MOST_ENTITIES = 100
UPLOAD_LIMIT = 50 * 2**20
_ACTIONS = {"typing", "choose_sticker", "find_location"} | {
    f"{verb}_{thing}"
    for verb, things in {"upload": "photo video voice document video_note", "record": "video voice video_note"}.items()
    for thing in things.split()
}


def send_message(world: World, given: Given) -> object:
    """Send a text of 1 to 4,096 UTF-16 units, counted without mark-up."""
    chat = _open_chat(world, given)
    text, entities = read_body(world, given, "text", "entities")
    return write_message(world, _send(world, chat, given, text=text, entities=entities, html=given["text"]))


def send_document(world: World, given: Given) -> object:
    """Send a file, uploaded now or known by its id, with a caption of up to 1,024 UTF-16 units."""
    chat = _open_chat(world, given)
    text, entities = read_body(world, given, "caption", "caption_entities", limit=CAPTION_LIMIT)
    file = _read_file(world, given["document"])
    return write_message(
        world, _send(world, chat, given, text=text, entities=entities, html=given.get("caption"), file=file)
    )


def send_chat_action(world: World, given: Given) -> object:
    """Show that the bot is busy; nothing stays."""
    _open_chat(world, given)
    if given["action"] not in _ACTIONS:
        raise refuse("wrong parameter action in request")
    return True


def refuse_copies(_world: World, _given: Given) -> object:
    """Forwarding and copying have no place here: the bot must not do it."""
    raise refuse("not in the stand-in")


def _open_chat(world: World, given: Given) -> Chat:
    chat = world.find_chat(given["chat_id"])
    chat.check_access()
    return chat


def _send(world: World, chat: Chat, given: Given, **parts: Any) -> Message:
    thread = _read_thread(chat, given)
    return world.add_message(
        chat,
        by_bot=True,
        parse_mode=given.get("parse_mode"),
        buttons=read_keyboard(given.get("reply_markup")),
        reply_to=_read_reply(chat, given),
        thread_id=thread,
        silent=given.get("disable_notification", False),
        protected=given.get("protect_content", False),
        preview=not given.get("link_preview_options", {}).get("is_disabled", False),
        **parts,
    )


def read_body(
    world: World, given: Given, name: str, entities_name: str, *, limit: int = TEXT_LIMIT
) -> tuple[str, list[Entity]]:
    """The text under *name* as people will see it, with its entities; raises `Verdict` where empty or too long."""
    is_caption = name == "caption"
    source = given.get(name, "")
    if not source and not is_caption:
        raise refuse("message text is empty")
    text, entities = read_text(source, given.get("parse_mode"), given.get(entities_name))
    if is_blank(text) and not is_caption:
        raise refuse("text must be non-empty")
    if count_units(text) > limit:
        raise refuse("message caption is too long" if is_caption else "message is too long")
    return text, [entity for entity in map(world.name_mention, entities) if entity][:MOST_ENTITIES]


def _read_file(world: World, document: File | str) -> File:
    if isinstance(document, File):
        if not document.content:
            raise refuse("file must be non-empty")
        if len(document.content) > UPLOAD_LIMIT:
            raise Verdict(413, "Request Entity Too Large")
        return world.keep_file(document.name, document.content, document.mime)
    if document.startswith(("http://", "https://")):
        raise refuse("files by URL are not in the stand-in")
    if document not in world.files:
        raise refuse("wrong file identifier/HTTP URL specified")
    return world.files[document]


def _read_thread(chat: Chat, given: Given) -> int | None:
    thread: int | None = given.get("message_thread_id")
    if thread is None:
        return None
    if not isinstance(chat, Group) or not chat.forum:
        raise refuse("message thread not found")
    chat.check_thread(thread)
    return thread


def _read_reply(chat: Chat, given: Given) -> Message | None:
    reply = given.get("reply_parameters")
    if not reply:
        return None
    if reply.get("chat_id", chat.id) != chat.id:
        raise refuse("replies to other chats are not in the stand-in")
    target = chat.find(int(reply.get("message_id", 0)))
    if target is None and not reply.get("allow_sending_without_reply"):
        raise refuse("message to be replied not found")
    quote = reply.get("quote")
    if target and quote and read_text(quote, reply.get("quote_parse_mode"))[0] not in target.text:
        raise refuse("QUOTE_TEXT_INVALID")
    return target
