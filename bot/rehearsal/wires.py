"""Records as they go over the wire, in the Bot API's own shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.rehearsal.messages import Button, Message, Press

if TYPE_CHECKING:
    from bot.rehearsal.worlds import World


def write_message(world: World, message: Message, *, with_reply: bool = True) -> dict[str, Any]:
    """A Message object; dates are Unix seconds."""
    chat = message.chat.to_api() | {"id": message.chat_id}
    body: dict[str, Any] = {"message_id": message.id, "date": int(message.date.timestamp()), "chat": chat}
    if message.by_bot and message.chat.type != "channel":
        body["from"] = world.bot_to_api()
    elif message.sender:
        body["from"] = message.sender.to_api()
    if message.chat.type == "channel":
        body["sender_chat"] = chat
    if message.thread_id:
        body |= {"message_thread_id": message.thread_id, "is_topic_message": True}
    if message.edit_date:
        body["edit_date"] = int(message.edit_date.timestamp())
    if message.reply_to and with_reply:
        body["reply_to_message"] = write_message(world, message.reply_to, with_reply=False)
    if message.protected:
        body["has_protected_content"] = True
    body |= _write_content(message)
    if message.buttons:
        body["reply_markup"] = write_buttons(message.buttons)
    return body | message.extra


def _write_content(message: Message) -> dict[str, Any]:
    names = ("caption", "caption_entities") if message.file else ("text", "entities")
    body: dict[str, Any] = {"document": message.file.to_api()} if message.file else {}
    if message.text:
        body[names[0]] = message.text
    if message.entities:
        body[names[1]] = message.entities
    return body


def write_buttons(rows: list[list[Button]]) -> dict[str, Any]:
    """An InlineKeyboardMarkup."""
    return {"inline_keyboard": [[dict(button.source) for button in row] for row in rows]}


def write_press(world: World, press: Press) -> dict[str, Any]:
    """A CallbackQuery."""
    return {
        "id": press.id,
        "from": press.person.to_api(),
        "message": write_message(world, press.message),
        "chat_instance": str(abs(press.message.chat_id) * 7919),
        "data": press.button.data,
    }
