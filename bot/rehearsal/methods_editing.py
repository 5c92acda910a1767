"""Methods that change or take back what stands in a chat."""

from __future__ import annotations

from datetime import timedelta

from bot.rehearsal.chats import Chat, PrivateChat
from bot.rehearsal.keyboards import read_keyboard
from bot.rehearsal.messages import Message
from bot.rehearsal.methods_sending import CAPTION_LIMIT, read_body
from bot.rehearsal.parameters import Given
from bot.rehearsal.verdicts import Verdict, refuse
from bot.rehearsal.wires import write_buttons, write_message
from bot.rehearsal.worlds import World

DELETABLE = timedelta(hours=48)
MOST_DELETED = 100
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


def edit_message_text(world: World, given: Given) -> object:
    """Change the words of an own message, however old; without a keyboard the old buttons go."""
    message = _find_own(world, given)
    if message.file:
        raise refuse("there is no text in the message to edit")
    return _change(world, message, given, "text")


def edit_message_caption(world: World, given: Given) -> object:
    """Change the words beside an own file."""
    message = _find_own(world, given)
    if not message.file:
        raise refuse("there is no caption in the message to edit")
    return _change(world, message, given, "caption")


def edit_message_reply_markup(world: World, given: Given) -> object:
    """Change the buttons of an own message; without a keyboard they go."""
    message = _find_own(world, given)
    buttons = read_keyboard(given.get("reply_markup"))
    if write_buttons(buttons) == write_buttons(message.buttons):
        raise refuse(_NOT_MODIFIED)
    message.buttons = buttons
    return _finish(world, message)


def delete_message(world: World, given: Given) -> object:
    """Take one message back: an own one, or one the bot may delete, not older than 48 hours."""
    chat = _find_chat(world, given)
    message = chat.find(given["message_id"])
    if message is None:
        raise refuse("message to delete not found")
    if verdict := _forbids_deleting(world, chat, message):
        raise verdict
    _delete(world, message)
    return True


def delete_messages(world: World, given: Given) -> object:
    """Take up to 100 messages back; what can't be found or deleted is skipped."""
    chat = _find_chat(world, given)
    numbers = given["message_ids"]
    if not 0 < len(numbers) <= MOST_DELETED:
        raise refuse("too many message identifiers specified" if numbers else "message identifiers are not specified")
    for number in numbers:
        message = chat.find(number)
        if message and not _forbids_deleting(world, chat, message):
            _delete(world, message)
    return True


def pin_chat_message(world: World, given: Given) -> object:
    """Pin a message."""
    return _pin(world, given, pinned=True)


def unpin_chat_message(world: World, given: Given) -> object:
    """Unpin a message, the newest pinned one where none is named."""
    return _pin(world, given, pinned=False)


def _pin(world: World, given: Given, *, pinned: bool) -> bool:
    chat = _find_chat(world, given)
    if chat.type != "private":
        right = "can_edit_messages" if chat.type == "channel" else "can_pin_messages"
        chat.check_right(right, "manage pinned messages in the chat")
    newest = next((message for message in reversed(chat.history) if message.pinned), None)
    message = chat.find(given["message_id"]) if "message_id" in given else newest
    if message is None:
        raise refuse("message to pin not found" if pinned else "message to unpin not found")
    message.pinned = pinned
    world.tell("edited", chat, message)
    return True


def _find_chat(world: World, given: Given) -> Chat:
    if "chat_id" not in given:
        raise refuse("chat_id is empty")
    chat = world.find_chat(given["chat_id"])
    chat.check_access(write=isinstance(chat, PrivateChat))
    return chat


def _find_own(world: World, given: Given) -> Message:
    chat = _find_chat(world, given)
    if "message_id" not in given:
        raise refuse("message identifier is not specified")
    message = chat.find(given["message_id"])
    if message is None:
        raise refuse("message to edit not found")
    may_edit_all = chat.type == "channel" and "can_edit_messages" in chat.bot.rights
    if not message.by_bot and not may_edit_all:
        raise refuse("message can't be edited")
    if message.by_bot and chat.type == "channel":
        chat.check_writing()
    return message


def _change(world: World, message: Message, given: Given, name: str) -> object:
    limit = {"limit": CAPTION_LIMIT} if name == "caption" else {}
    entities_name = "caption_entities" if name == "caption" else "entities"
    text, entities = read_body(world, given, name, entities_name, **limit)
    buttons = read_keyboard(given.get("reply_markup"))
    same_words = (text, entities) == (message.text, message.entities)
    if same_words and write_buttons(buttons) == write_buttons(message.buttons):
        raise refuse(_NOT_MODIFIED)
    message.former_texts.append(message.text)
    message.text, message.entities, message.buttons = text, entities, buttons
    message.html, message.parse_mode = given.get(name), given.get("parse_mode")
    message.preview = not given.get("link_preview_options", {}).get("is_disabled", False)
    return _finish(world, message)


def _finish(world: World, message: Message) -> object:
    message.edited += 1
    message.edit_date = world.now()
    world.tell("edited", message.chat, message)
    return write_message(world, message)


def _forbids_deleting(world: World, chat: Chat, message: Message) -> Verdict | None:
    mine = message.by_bot or chat.type == "private"
    if not mine and "can_delete_messages" not in chat.bot.rights:
        return refuse("message can't be deleted")
    if world.now() - message.date > DELETABLE:
        return refuse("message can't be deleted for everyone")
    return None


def _delete(world: World, message: Message) -> None:
    message.deleted = True
    world.tell("deleted", message.chat, message)
